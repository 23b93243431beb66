"""Treaties without a name of their own: "a peace treaty with Y", "the accord on the border, signed by X and Y".

A sort of treaty is looked for; what stands before and behind it tells what became of it, and between whom it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Entity, EntityKind, Finding, Treaty
from summitry.graph.extract.actors import doers
from summitry.graph.extract.instruments import TRADE
from summitry.graph.extract.template import Template, series, slot

_SORT = r"(?:treaty|accord|pact|agreement|deal|protocol|convention|memorandum(?: of understanding)?|communiqu[ée]|peace declaration|declaration of peace|(?:truce|armistice|cease-?fire)(?! (?:agreement|accord|deal|pact)))"
_MANY = r"(?:treaties|agreements|pacts)"
_WORD = r"(?:(?!(?:an?|the|its|their|his|this|that|which|and|or|of|to|in|on|by|with|for|signed|inked|concluded|ratified|reached|struck|under|no|any)\b)[a-z][\w-]*,? )"
PACT = re.compile(
    rf"(?<![\w-])(?P<det>(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|one|⟦[SP]\d+⟧'s) )?(?P<pair>⟦[SD]\d+⟧ ?(?:[–/-]|and) ?⟦[SD]\d+⟧ )?"
    rf"(?P<name>{_WORD}{{0,5}}?(?:{_SORT}|(?:trade|association|peace|border|[a-z]+i[sz]ation) {_MANY}))\b(?: in ⟦C\d+⟧)?(?! on (?:how|what|whether|when|who)\b)(?P<tail> (?:on|for|of|to) (?!the (?:sidelines?|margins?|fringes?|occasion|eve|day|basis)\b)(?:the )?[a-z](?:[^.;,⟦]|⟦D\d+⟧){{2,50}}?(?=[.,;]|$| (?:signed|with|in|between|by|was|were|which|that|agreed|at|on|last|earlier|and an?)\b))?"
)
_SIGNED = r"(?:signed|inked|initialled|initialed|concluded|struck|reached|agreed|sealed|clinched|exchanged|brokered|negotiated)"
_HAS = r"(?:has |have |had |also |already |recently |formally |officially |jointly |both |finally |later |since |each |then |first |yesterday |today |on \w+ )*"
_HOUSE = r"(?:parliament|senate|congress|lawmakers|legislature|government|cabinet|military|army|assembly|MPs)"
_WHO = series("SPCLO", "who") + rf"(?:'s (?:[a-z]+ ){{0,2}}{_HOUSE})?"
_DID = re.compile(
    rf"(?:{_WHO},? (?:which |who |that )?)?{_HAS}(?P<did>signed|inked|initialled|initialed|concluded|ratified|sealed|clinched|put (?:its|their|his|her) (?:names?|signatures?) to)(?: in ⟦C\d+⟧,?| a| an)? $"
)
_NEVER = re.compile(
    rf"{_WHO},? (?:which |that )?(?:has not|have not|had not|has never|have never|never|did not|has yet to|have yet to|is yet to|refuses to|refused to)(?: yet| so far)? (?:sign\w*|ratif\w+) $"
)
_DONE = re.compile(
    rf"^(?:[^.;⟦]|⟦[CDGT]\d+⟧){{0,60}}?(?:,|,? (?:which|that))?(?: (?:was|were|has been|had been|have been|being|is|are))?(?: (?:also|already|\w+ly))? (?P<done>{_SIGNED}|ratified|approved|(?:came|come|entered) into (?:force|effect))\b(?! (?:an?|the|its|their) )"
)
_UNDONE = re.compile(
    r"\b(?:if|should|could|might|may|must|urg\w+|call\w*|want\w*|hop\w+|propos\w+|possible|potential|will|would|to be|negotiat\w+ (?:on|over)|talks on|towards?|not|never|fail\w*|refus\w+|without|expired|collaps\w+)\b"
)
_BETWEEN = re.compile(rf"^(?:[^.;⟦]|⟦[CGT]\d+⟧){{0,90}}? (?:between|among) {series('SPCLO', 'two')}")
_WITH = re.compile(rf"^(?:[^.;,⟦]){{0,45}}? with {series('SPOCL', 'other')}(?!'s)")
_BY = re.compile(
    rf"\b(?:signed|ratified|approved|concluded|reached|struck|agreed)(?:[^.;⟦]|⟦[CG]\d+⟧){{0,60}}?,? by (?:[a-z]+ ){{0,3}}?(?P<by>⟦D\d+⟧(?= (?:[a-z]+ )?{_HOUSE})|{series('SPCLOB', 'by2')})"
)
_OWN = re.compile(rf"{slot('S', 'own')}'s $")
_EACH_ITS_OWN = re.compile(r"\brespectively\b")  # "A and B, who signed peace treaties in 1979 and 1994"
_OBJECT = re.compile(r"(?i)\b(?:of|with|by|from|to|for|in|against|between) (?:the )?$")
_PLACE = re.compile(r"⟦C\d+⟧, ")
_STATEMENT = re.compile(r"communiqu[ée]$")  # of what was talked about
_IN_TOWN = re.compile(r"⟦C\d+⟧, ⟦S\d+⟧")  # "signed in Bonn, Germany": a place, no party
_OTHERS = re.compile(
    r"^(?:[^.;⟦]|⟦[CDGST]\d+⟧){0,90}? (?:between|among) (?!(?:the |these )?(?:two|both|them)\b)"
)  # of parties of its own
_NOT_TO = 12  # characters before a verb without a subject: "not to have ratified"
_REACH = 160  # characters around a treaty in which its parties stand


def pacts(template: Template) -> Iterator[Finding]:
    """What a sentence says of treaties that have no name, where their two sides are known."""
    for match in template.finditer(PACT):
        left = template.text[: match.start()].rsplit(";", 1)[-1][-_REACH:]
        right = re.split(r";|\. ", template.text[match.end() :])[0][:_REACH]
        never = _NEVER.search(left)
        if never is not None:
            yield from _unratified(template, match, never)
            continue
        did, done = _DID.search(left), _DONE.match(_behind(right))
        if (did is not None and did["who"] and not _doing(did, left)) or _EACH_ITS_OWN.search(right):
            continue
        told = did or done
        said = left[-25:] if did is None else left[max(0, did.start() - _NOT_TO) :]
        if told is None or _UNDONE.search(
            f"{said if did is None or not did['who'] else did.group()} {done.group() if done else ''}"
        ):
            continue
        status = (
            "ratified"
            if re.search(r"ratified|approved|into", told.groupdict().get("did") or told.group())
            else "signed"
        )
        closed = did is not None or _OTHERS.match(right) is not None
        yield from _agreed(template, match, status, _parties(template, match, did, left, right), closed)


def _doing(did: re.Match[str], left: str) -> str:
    """Who does it, of the names before the verb: "After talks in Rome, X and Y signed"; nobody behind a preposition."""
    governed = _OBJECT.search(left[: did.start("who")]) is not None
    place = _PLACE.match(did["who"])
    return did["who"] if not governed else did["who"][place.end() :] if place else ""


def _parties(
    template: Template, match: re.Match[str], did: re.Match[str] | None, left: str, right: str
) -> tuple[list[Entity], list[Entity]]:
    """Who did it, and with whom."""
    mine: list[Entity] = []
    if did is not None:
        mine = _sides(template, _doing(did, left) if did["who"] else None) or _doers(
            template, match.start() - (len(left) - did.start("did"))
        )
    by, between, other = _BY.search(right), _BETWEEN.match(right), _WITH.match(right)
    own = _OWN.search(left) or (_OWN.search(match["det"]) if match["det"] else None)
    mine += _sides(template, by["by"] if by else None) + _sides(template, own["own"] if own else None)
    mine += _sides(template, match["pair"])
    theirs = _sides(template, between["two"] if between else None) + _sides(
        template, other["other"] if other else None
    )
    return mine, theirs


def _behind(right: str) -> str:
    """What stands behind the two sides of a treaty: "between X and Y, signed in May"."""
    named = _BETWEEN.match(right) or _WITH.match(right)
    return right[named.end() :] if named else right


def _sides(template: Template, piece: str | None) -> list[Entity]:
    clubs = [e for e in template.entities(piece) if e.kind is EntityKind.ORGANISATION]
    return [*template.acting(piece), *(c for c in clubs if template.reading.gazetteer.is_club(c.key))]


def _doers(template: Template, index: int) -> list[Entity]:
    """Whose verb it is, where others stand between the two."""
    found = doers(template.reading, template.passage, template.token_at(index))
    return [side for entity in found for side in template.homes([entity])]


def _agreed(
    template: Template,
    match: re.Match[str],
    status: str,
    parties: tuple[list[Entity], list[Entity]],
    closed: bool,
) -> Iterator[Finding]:
    mine, theirs = ({e.key: e for e in side} for side in parties)
    sides = mine | theirs
    bare = match["name"] == match["name"].split()[-1] and not match["tail"]
    if not mine and len(sides) < 2 and status == "signed" and not bare and not closed:
        sides |= _both(template, sides)
    if len(sides) < 2 and (status == "signed" or bare or not mine):
        return
    if status == "ratified" and bare and not theirs and re.match(r"(?i)th(?:e|is|at)\b", match["det"] or ""):
        return  # "A and B ratified the agreement": one told of before, of more than the two
    words = template.piece(match.start("name"), match.end("name")).exact.replace("\n", " ")
    if TRADE.search(words) or (_STATEMENT.search(words) and not match["tail"]):
        return
    tail = template.piece(match.start("tail"), match.end("tail")).exact if match["tail"] else ""
    for party in sides.values() if status == "signed" or len(mine) != 1 else mine.values():
        if party.kind is not EntityKind.STATE:
            continue
        others = [s.name for s in sides.values() if s.key != party.key]
        name = (words + tail.replace("\n", " ")).rstrip('"”') + (
            f" with {others[0]}" if len(others) == 1 else ""
        )
        evidence = (template.evidence(match),)
        rule = "treaty.unnamed" if status == "signed" else "treaty.ratified"
        yield Finding(Treaty(party, name, status), evidence, 0.8, rule)


def _both(template: Template, sides: dict[str, Entity]) -> dict[str, Entity]:
    """The two states of a sentence that names no third: "stations troops in Y under a defence treaty signed in 1953"."""
    slots = "".join(re.findall(slot("SPCLD"), _IN_TOWN.sub("", template.text)))
    found = {s.key: s for s in (*template.states(slots), *template.homes(template.entities(slots)))}
    return found if len(found) == 2 and sides.keys() <= found.keys() else {}


def _unratified(template: Template, match: re.Match[str], never: re.Match[str]) -> Iterator[Finding]:
    """ "has yet to ratify the accord on X"; "never signed a peace treaty" is of none that there is."""
    some = "sign" in never.group() and (match["det"] or "a").strip().lower() in ("a", "an")
    if (match["tail"] or " " in match["name"]) and not some:
        end = match.end("tail") if match["tail"] else match.end("name")
        name = template.piece(match.start("name"), end).exact.replace("\n", " ")
        for party in _sides(template, never["who"]):
            yield Finding(
                Treaty(party, name, "not_ratified"), (template.evidence(match),), 0.8, "treaty.not_ratified"
            )
