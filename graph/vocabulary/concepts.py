"""The lists of ontology/schemes.ttl as closed tables: text as in claims <-> concept IRI.

Concepts are ours like the terms of the ontology: their IRIs do not follow the configurable base of the data.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from summitry.graph.errors import ConfigurationError

SITE = "https://w3id.org/summitry/"

SCHEMES: dict[str, tuple[str, ...]] = {
    "status": ("occurred", "ongoing", "planned", "cancelled"),
    "membership-status": ("member", "former", "applicant", "acceding", "suspended", "observer"),
    "treaty-status": ("ratified", "signed", "not_ratified", "withdrew"),
    "relation-kind": ("ally", "strategic_partner", "kin", "recognises", "does_not_recognise"),
    "event-kind": (
        "office", "membership", "visit", "meeting", "summit", "base", "border", "treaty", "warrant",
        "military_action", "arms_supply", "relation", "statement", "topic",
    ),
    "role": (
        "head of state", "president", "president-elect", "king", "queen", "emperor", "emir", "sultan",
        "grand duke", "pope", "supreme leader", "crown prince", "vice president", "head of government",
        "prime minister", "prime minister-designate", "chancellor", "chief executive",
        "deputy prime minister", "minister", "foreign minister", "foreign secretary", "secretary of state",
        "defence minister", "interior minister", "finance minister", "deputy minister",
        "deputy foreign minister", "minister of state", "state secretary", "state councillor",
        "attorney general", "chief cabinet secretary", "diplomat", "ambassador", "high commissioner",
        "consul general", "first secretary", "special envoy", "head of organisation", "secretary general",
        "deputy secretary general", "director general", "managing director", "commissioner",
        "high representative", "chairman", "director", "legislator", "speaker", "senator",
        "member of parliament", "commander", "commander-in-chief", "chief of staff", "army chief",
        "official", "spokesperson", "adviser", "national security adviser", "security council secretary",
        "intelligence chief", "prosecutor", "prosecutor general", "governor", "mayor", "leader", "head",
        "opposition leader",
    ),
}  # fmt: skip
"""The concepts of each scheme by the text that claims use for them, which is their notation."""


def _iri(scheme: str, text: str) -> str:
    return f"{SITE}id/{scheme}/{text.replace('_', '-').replace(' ', '-')}"


CONCEPTS: dict[tuple[str, str], NamedNode] = {
    (scheme, text): NamedNode(_iri(scheme, text)) for scheme, texts in SCHEMES.items() for text in texts
}
_TEXTS: dict[NamedNode, str] = {node: text for (_, text), node in CONCEPTS.items()}


def concept(scheme: str, text: str) -> NamedNode:
    """The concept that a claim's text stands for: concept("treaty-status", "not_ratified")."""
    node = CONCEPTS.get((scheme, text))
    if node is None:
        known = ", ".join(SCHEMES.get(scheme, ())) or "no such scheme"
        raise ConfigurationError(f"scheme {scheme} has no concept {text!r}; it has {known}")
    return node


def concept_text(node: NamedNode) -> str:
    """The text that claims use for a concept."""
    text = _TEXTS.get(node)
    if text is None:
        raise ConfigurationError(f"{node} is not a concept of ontology/schemes.ttl")
    return text
