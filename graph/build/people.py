"""Who is who after a change: the aliases of people whose posts it touched, and their claims entered anew."""

from __future__ import annotations

from pyoxigraph import NamedNode

from summitry.graph.build.desk import Desk
from summitry.graph.build.ledger import ALIAS, HOLDER, POST
from summitry.graph.fusion import Holder, holders, resolve
from summitry.graph.vocabulary import SY


def resolve_people(desk: Desk) -> dict[str, str]:
    """The aliases after the change; stored claims about people who change their key are placed anew."""
    before = desk.ledger.aliases()
    desk.people |= desk.decided.people
    circle = _circle(desk)
    people = {holder.key for holder in circle} | desk.people
    after = {key: other for key, other in before.items() if key not in people}
    after.update(resolve(circle, desk.known, desk.decided))
    for key in sorted(people):
        if before.get(key) != after.get(key):
            node = desk.iris.entity(key)
            desk.ledger.drop(node, ALIAS)
            if key in after:
                desk.ledger.add(node, ALIAS, after[key])
            for claim in _mentioning(desk, node):
                desk.unplace(claim)
                desk.place(claim, after)
    return after


def _circle(desk: Desk) -> list[Holder]:
    """Everybody who may be one with somebody whose posts have changed."""
    seen = {(POST, post) for post in desk.posts} | {(HOLDER, key) for key in desk.people}
    todo, found = sorted(seen, key=str), set[Holder]()
    while todo:
        for node in desk.ledger.subjects(*todo.pop()):
            for holder in holders(desk.claim(node).payload, desk.known):
                found.add(holder)
                new = {(POST, holder.post), (HOLDER, holder.key)} - seen
                seen |= new
                todo.extend(new)
    return sorted(found)


def _mentioning(desk: Desk, person: NamedNode) -> list[NamedNode]:
    """The stored claims that mention somebody and stay.

    While everything is fused anew, claims that wait for their turn have no record yet, and are placed then.
    """
    nodes = set()
    for quad in desk.store.quads(None, SY.mentions, person):
        if quad not in desk.removed and isinstance(quad.subject, NamedNode):
            nodes.add(NamedNode(quad.subject.value.rpartition("/mention/")[0]))
    return sorted((node for node in nodes if desk.holds(node)), key=lambda node: node.value)
