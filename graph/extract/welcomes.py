"""Honours paid to a guest: "was given a warm welcome", "rolled out the red carpet for X", "held a dinner in honour of X"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import is_passive, objects_of, prepositions, subject_of

_GIVES = frozenset("give hold host roll throw offer stage organise organize extend accord lay put grant afford prepare".split())  # fmt: skip
_GETS = frozenset("receive get enjoy earn draw win".split())
_WELCOMES = frozenset("welcome reception greeting".split())
_HONOURS = _WELCOMES | frozenset("ceremony dinner banquet lunch luncheon breakfast carpet salute".split())
_HONOUR = ("honour", "honor")


def honours(verb: Token) -> bool:
    """Whether a verb tells that somebody is feted, whoever the guest is."""
    return bool(honoured(verb)) or gets_welcome(verb) is not None


def honoured(verb: Token) -> list[Token]:
    """Whom "gave X a dinner", "held a ceremony for X" and "was given a warm welcome" fete."""
    if verb.lemma_.lower() not in _GIVES:
        return []
    direct = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "attr") and c.lemma_.lower() in _HONOURS]
    if is_passive(verb):
        return [c for c in verb.children if c.dep_ == "nsubjpass"] if direct else []
    given = [c for c in verb.children if c.dep_ == "dative" and c.pos_ in ("PROPN", "PRON", "NOUN")]
    if not direct or given:
        return given if direct else []
    found = []
    for token in (*direct, verb):
        found += [n for _, n in prepositions(token, "for", "to") if n.lemma_.lower() not in _HONOUR]
        found += [
            guest
            for _, n in prepositions(token, "in")
            if n.lemma_.lower() in _HONOUR
            for guest in (
                *(g for _, g in prepositions(n, "of")),
                *(c for c in n.children if c.dep_ == "poss"),
            )
        ]
    return found


def gets_welcome(verb: Token) -> Token | None:
    """Who "received a red-carpet welcome"."""
    if verb.lemma_.lower() not in _GETS or is_passive(verb):
        return None
    warm = any(o.lemma_.lower() in _WELCOMES for o in objects_of(verb))
    return subject_of(verb) if warm else None
