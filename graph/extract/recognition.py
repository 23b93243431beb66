"""Who recognises whom: states and regions whose statehood is in question, rival presidents and councils."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summitry.graph.claims import Entity, EntityKind, Finding, Relation
from summitry.graph.extract.acknowledging import acknowledgements, spoken_of
from summitry.graph.extract.actors import capital_state
from summitry.graph.extract.denial import denied
from summitry.graph.extract.recognition_echoes import echoes, gapped
from summitry.graph.extract.recognition_fellows import fellows
from summitry.graph.extract.recognition_phrases import ABOUT, HEADING, PHRASES
from summitry.graph.extract.regarding import regards
from summitry.graph.extract.statehood import CHINA, DISPUTED, TAIWAN, broken, in_question, said_of, ties
from summitry.graph.extract.switching import switches
from summitry.graph.extract.template import Template, slot
from summitry.graph.extract.wishing import sense

_VERB = re.compile(r"recogni|diplomatic (?:ties|relations|allies)")
_RIVAL = re.compile(
    rf"recogni[sz]\w+ (?:[\w-]+ ){{0,3}}{slot('P', 'who')}|{slot('P', 'who2')}[^.;⟦]{{0,40}} recogni[sz]ed (?:as|by)"
)
_SAYS = re.compile(r"\brecogni[sz]e\b|\brecogni[sz]ing\b")
_DEED = re.compile(r"\brecogni[sz]")
_CLAIM = re.compile(
    r" over\b| (?:passports?|documents?|diplomas?|certificates?|degrees?|plates?|visas?|licen[cs]es?)\b|'s (?!independence|statehood|government|existence)[a-z⟦]|"  # "recognised Rabat's claim"
    r" as (?:an? |the |its |their )?(?:[\w-]+ ){0,2}?(?:⟦[SD]\d+⟧(?!.?(?:'s|s)?(?: \w+){0,3} (?:president|leader|government|authority|representative))|part\b|capital|territory|province)"
)
_OF_OTHERS = re.compile(r"recognition of [^,;]{0,60} by $")  # "opposes its recognition by others"
_PARTS_OF = re.compile(
    r"\bnot (?:recogni[sz]ed )?by\b|\b(?:regions|republics|territories|entities|enclaves) (?:of|in) (?:the )?⟦"
)
_MEMBERS = re.compile(
    r"(?:-\w+)? (?:member|power|government|state|countr|nation|capital|partner|neighbou?r|all(?:y|ies))"
)
_RECENT = 5  # sentences after which "did the same" speaks of something else
_NO = re.compile(
    r"\b(?:not|never|no longer|refus\w+|former|if|could|would|might|may|without|once|calls? (?:on|for)|urg\w+|agreed to recogni[sz]e|can)\b|n't"
)
_OBJECT = re.compile(
    r"\b(?:with|to|from|against|for|between|in|by|nor|than|[Uu]nlike) (?:the )?$"
)  # what stands behind these does nothing


@dataclass(slots=True)
class Recognition:
    """Reads an article's sentences in turn; keeps in mind what was recognised last, and the regions named last."""

    last: tuple[Relation, ...] = ()
    age: int = 0
    topic: tuple[Entity, ...] = ()  # what the sentences speak of recognising, or of not recognising
    regions: tuple[Entity, ...] = ()
    heading: tuple[str, tuple[Entity, ...]] | None = None

    def read(self, template: Template) -> list[Finding]:
        """The recognitions that a sentence states, on its own or after those before it."""
        found = self._listed(template)
        views = template.views if ABOUT.search(template.text) else ()
        found += [f for view in views for f in self._stated(view, len(template.slots))]
        found += acknowledgements(template, self.topic or self.regions)
        found += regards(template, self.topic or self.regions)
        found += switches(template)
        found += gapped(template, found)
        fresh = _relations(found)
        spoken = fresh or spoken_of(template, self.topic or self.regions)
        found += fellows(template, spoken)
        topic = _objects_of(spoken) if spoken else self.topic
        found += echoes(template, spoken or self.last, topic, 0 if spoken else self.age) if topic else ()
        self._remember(template, _relations(found) or spoken, bool(views))
        return found

    def _remember(self, template: Template, fresh: tuple[Relation, ...], about: bool) -> None:
        """The relations stated last, what they are about, and the regions named together last: "the two territories"."""
        slots = " ".join(re.findall(slot("GS"), template.text))
        named = [e for e in template.entities(slots) if _disputed(template, e)]
        self.regions = tuple(named) or self.regions
        if fresh:
            self.last, self.topic, self.age = fresh, _objects_of(fresh), 0
        elif about and (rival := _RIVAL.search(template.text)) is not None:
            self.last, self.topic, self.age = (), tuple(template.entities(rival["who"] or rival["who2"])), 0
        elif about and named and _VERB.search(template.text):
            self.last, self.topic, self.age = (), tuple(named), 0
        elif self.age < _RECENT:
            self.age += 1
        else:
            self.last, self.topic = (), ()

    # ------------------------------------------------------------------

    def _stated(self, template: Template, named: int) -> Iterator[Finding]:
        text = template.text
        for pattern, kind in PHRASES:
            for match in template.finditer(pattern):
                sure = kind in ("does_not_recognise", "break", "switch") or match.groupdict().get("no")
                if not sure and _NO.search(match.group()):
                    continue
                if _CLAIM.match(text, match.end()) or _OF_OTHERS.search(
                    match.group() + text[match.end() :][:4]
                ):
                    continue
                if (
                    kind != "ally"
                    and match.start() == _start(match, "a")
                    and _OBJECT.search(text[: match.start()])
                ):
                    continue
                verb = _SAYS.search(match.group()) if kind == "recognises" else None
                said = sense(template.token_at(match.start() + verb.start())) if verb is not None else kind
                deed = _DEED.search(match.group())
                if said is None or (deed and denied(template.token_at(match.start() + deed.start()))):
                    continue
                nobody = kind == "recognises" and re.search(
                    r"\b[Nn]ot even (?:the )?$", text[: match.start()]
                )
                for a, b, sort in self._pairs(
                    template, match, "does_not_recognise" if nobody else said, named
                ):
                    if said_of(a, b, sort) is not None:
                        yield Finding(
                            Relation(a, b, sort), (template.evidence(match),), 0.88, f"relation.{sort}"
                        )

    def _pairs(
        self, template: Template, match: re.Match[str], kind: str, named: int
    ) -> Iterator[tuple[Entity, Entity, str]]:
        groups = match.groupdict()
        subjects = _subjects(template, match)
        if kind in ("break", "switch"):
            yield from _turned(template, groups, subjects, kind)
            return
        objects = self._objects(template, groups)
        if _PARTS_OF.search(match.group()) or groups.get("state"):
            objects = [e for e in objects if e.kind is not EntityKind.STATE or e.key in DISPUTED]
        if any(int(n) >= named for n in re.findall(r"⟦S(\d+)⟧", groups.get("b") or "")):
            objects = list(self.topic or self.regions)  # "recognise it": no subject, but what was spoken of
        for a in subjects:
            for b in objects:
                if kind == "ties":
                    yield from ties(a, b)
                elif kind != "ally" or b.key == TAIWAN:
                    yield a, b, "recognises" if kind == "ally" else kind

    def _objects(self, template: Template, groups: dict[str, str | None]) -> list[Entity]:
        """The other side: states, regions whose independence is the question, a rival president or council."""
        if groups.get("body"):
            name = str(groups["body"])
            return [Entity(EntityKind.BODY, name, "body/" + re.sub(r"[^a-z]+", "-", name.lower()), name)]
        if groups.get("club"):
            return [e for e in template.entities(groups["club"]) if e.kind is not EntityKind.PERSON]
        if groups.get("who"):
            return [e for e in template.entities(groups["who"]) if e.kind is EntityKind.PERSON]
        if groups.get("it") or "that" in groups:
            return _in_sentence(template) or list(self.topic or self.regions)
        if groups.get("them") is not None:
            return list(self.regions) if groups["them"] else _in_sentence(template) or list(self.regions)
        return in_question(_places(template, groups.get("b") or groups.get("state")))

    def _listed(self, template: Template) -> list[Finding]:
        """A list under "Here are the states that recognise X:", one to a line."""
        text = template.text.strip()
        bare = re.sub(r"⟦[A-Z]\d+⟧|\W|\band\b|\bthe\b", "", text)
        if self.heading is not None and (not bare or text.isupper()):
            kind, objects = self.heading
            states = template.states(text) if not bare else []
            return [
                Finding(
                    Relation(a, b, kind), (template.piece(0, len(template.text)),), 0.85, f"relation.{kind}"
                )
                for a in states
                for b in objects
                if a.key != b.key
            ]
        self.heading = None
        match = HEADING.search(template.text)
        if match is not None:
            self.heading = ("recognises", tuple(_places(template, match["b"])))
        return []


def _in_sentence(template: Template) -> list[Entity]:
    """The one entity in question that a sentence names: "it" of that sentence is no other."""
    named = template.entities("".join(re.findall(slot("SCG"), template.text)))
    led = [post.of for mention, _ in template.slots for post in mention.posts if post.of is not None]
    found = {e.key: e for e in (*named, *led) if e.key in DISPUTED}
    return list(found.values()) if len(found) == 1 else []


def _start(match: re.Match[str], group: str) -> int:
    return match.start(group) if match.groupdict().get(group) else -1


def _subjects(template: Template, match: re.Match[str]) -> list[Entity]:
    """Who does it; "EU members", "a European Union country" are not the union."""
    named = match.groupdict().get("a")
    found = template.acting(named)
    if named is not None and _MEMBERS.match(template.text, match.end("a")):
        named = named[: named.rfind("⟦")]
    clubs = [e for e in template.entities(named) if e.kind is EntityKind.ORGANISATION]
    return [*found, *(c for c in clubs if template.reading.gazetteer.is_club(c.key))]


def _places(template: Template, piece: str | None) -> list[Entity]:
    found = []
    for entity in template.entities(piece):
        state = capital_state(template.reading, entity) if entity.kind is EntityKind.CITY else None
        entity = state or entity
        if entity.kind in (EntityKind.STATE, EntityKind.CITY) or _disputed(template, entity):
            found.append(entity)
    return found


def _turned(
    template: Template, groups: dict[str, str | None], subjects: list[Entity], kind: str
) -> Iterator[tuple[Entity, Entity, str]]:
    """ "switched recognition from Taiwan to China", "cut ties with Taiwan": away from one, towards the other."""
    left = _places(template, groups.get("left") or groups.get("left2"))
    for a in subjects:
        if kind == "break":
            yield from (way for b in left for way in broken(a, b))
            continue
        yield from ((a, b, "does_not_recognise") for b in left)
        for b in _places(template, groups.get("b")):
            if b.kind is EntityKind.STATE and (b.key in (CHINA, TAIWAN) or left):
                yield a, b, "recognises"
                if b.key == CHINA and not left and a.key != TAIWAN:
                    taiwan = template.reading.gazetteer.find(TAIWAN)
                    near = (
                        *template.context.states,
                        *template.states("".join(re.findall(slot("SC"), template.text))),
                    )
                    if taiwan is not None and any(s.key == TAIWAN for s in near):
                        yield (
                            a,
                            Entity(EntityKind.STATE, taiwan.name, TAIWAN, taiwan.name),
                            "does_not_recognise",
                        )


def _disputed(template: Template, entity: Entity) -> bool:
    """Whether somebody may recognise it: a part of a state, not an ocean or a continent."""
    if entity.kind is not EntityKind.REGION:
        return entity.key in DISPUTED
    entry = template.reading.gazetteer.find(entity.key)
    return entity.key in DISPUTED or (entry is not None and bool(entry.state))


def _objects_of(relations: tuple[Relation, ...]) -> tuple[Entity, ...]:
    """What the relation stated last is about, with all that its subject is said to recognise or not."""
    last = relations[-1]
    return tuple({r.b.key: r.b for r in relations if r.a.key == last.a.key and r.kind == last.kind}.values())


def _relations(findings: list[Finding]) -> tuple[Relation, ...]:
    return tuple(f.payload for f in findings if isinstance(f.payload, Relation))
