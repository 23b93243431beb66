"""All builders in order: the whole reference world as nodes, by file."""

from __future__ import annotations

from dataclasses import replace

from summitry.graph.reference.cities import capitals, city_nodes, region_nodes
from summitry.graph.reference.leaders import leader_nodes
from summitry.graph.reference.nodes import Layer, Node, Property, ref
from summitry.graph.reference.organisations import (
    body_nodes,
    membership_nodes,
    organisation_keys,
    organisation_nodes,
)
from summitry.graph.reference.sources import Sources
from summitry.graph.reference.states import atlas, border_nodes, state_nodes
from summitry.graph.reference.treaties import party_nodes, treaty_nodes

TIES = {"member": "sy:memberOf", "former": "sy:formerMemberOf"}


def world(sources: Sources) -> dict[Layer, list[Node]]:
    """The nodes of every file."""
    states = atlas(sources)
    organisations = organisation_keys(sources)
    cities = list(city_nodes(sources, states))
    borders = list(border_nodes(sources, states))
    groups = [*organisation_nodes(sources), *body_nodes(sources, states, organisations)]
    memberships = list(membership_nodes(sources, states))
    countries = list(state_nodes(sources, states, capitals(states, cities)))
    names = {node.key: node.label for node in (*countries, *groups)}
    lasting = [*_neighbours(borders), *_memberships(memberships, groups)]
    return {
        "states": [*_tied(countries, lasting), *borders],
        "organisations": [*groups, *memberships],
        "leaders": list(leader_nodes(sources, states, organisations, names)),
        "cities": [*cities, *region_nodes(sources, states)],
        "treaties": [*treaty_nodes(sources), *party_nodes(sources, states)],
    }


def _neighbours(borders: list[Node]) -> list[tuple[str, Property]]:
    """Plain `sy:borders` both ways, beside the nodes that hold the lengths."""
    pairs = [border.refs("sy:borderOf") for border in borders]
    return [(a, ("sy:borders", ref(b))) for pair in pairs for a, b in (pair, pair[::-1])]


def _memberships(memberships: list[Node], groups: list[Node]) -> list[tuple[str, Property]]:
    """Plain ties to organisations that a state belongs to now, or has left."""
    alliances = {node.key for node in groups if "sy:Alliance" in node.classes}
    found: list[tuple[str, Property]] = []
    for node in memberships:
        status = node.concept("sy:membershipStatus")
        member, group = node.ref("sy:member"), node.ref("sy:organisation")
        if member and group and status in TIES:
            tie = "sy:inAlliance" if status == "member" and group in alliances else TIES[status]
            found.append((member, (tie, ref(group))))
    return found


def _tied(countries: list[Node], ties: list[tuple[str, Property]]) -> list[Node]:
    by_state: dict[str, list[Property]] = {}
    for key, tie in ties:
        by_state.setdefault(key, []).append(tie)
    return [
        replace(node, properties=(*node.properties, *sorted(by_state.get(node.key, []))))
        for node in countries
    ]
