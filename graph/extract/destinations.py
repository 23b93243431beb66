"""The places that the verbs and nouns of travelling name: objects, prepositions, clauses of place, "here" and "there"."""

from __future__ import annotations

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, objects_of, prepositions, verb_of
from summitry.graph.extract.arrivals import BARE, INWARD, comes_in, is_time, soon
from summitry.graph.extract.clauses import antecedent, place_clause
from summitry.graph.extract.departures import came_from
from summitry.graph.extract.itinerary import onward
from summitry.graph.extract.legs import behind_owner, course, said_of_last
from summitry.graph.extract.localities import Place
from summitry.graph.extract.motion import boards, leads_suite, makes_way, ways
from summitry.graph.extract.places import examples_of, place_at, places_at, places_of, several_at
from summitry.graph.extract.story import Scene
from summitry.graph.extract.surroundings import around, governed_by, seen, where_done
from summitry.graph.mentions.document import Passage
from summitry.graph.mentions.model import MentionKind
from summitry.graph.mentions.reading import Reading
from summitry.graph.mentions.recogniser import is_dated

_THROUGH = {  # the prepositions of some words for trips, beside "to" and "in"
    "arrival": ("at",),
    "tour": ("of", "through", "across", "around"),
    "swing": ("through", "across", "around"),
    "trip": ("through", "across", "around"),
    "journey": ("through", "across"),
}
_EVENTS = frozenset("summit forum conference meeting ceremony inauguration funeral parade opening match session gathering talk wedding "
                    "coronation anniversary celebration expo exhibition fair congress".split())  # fmt: skip
_GATHERINGS = frozenset("expo exhibition fair congress forum conference".split())
_STOPS = frozenset("stop stopover layover stay".split())
_LANDS = frozenset("island peninsula".split())
_ALONG = frozenset("off out down up back over on straight next onward home directly immediately".split())
_MOVES = frozenset("fly go travel head leave depart come journey".split())  # those tell of their own way


class Destinations:
    """Where the events of one article lead."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.scene = Scene(reading)
        self.here = self.scene.here

    def visited(self, passage: Passage, verb: Token) -> list[Place]:
        """What "visit", "tour" or "reach" takes as objects; "here" and "to …" where it has none."""
        found = []
        for noun in objects_of(verb):
            for item in listed(antecedent(noun)):
                place = place_at(self._reading, passage, item) or self._meant(passage, item)
                if place is not None:
                    found.append(self._with_city(passage, item, place))
                else:
                    found += places_at(self._reading, passage, examples_of(item))
                    found += several_at(self._reading, passage, item)
        if found:
            return self.stops(passage, verb, found)
        return self.clause(passage, verb) or self._sight(passage, verb)

    def _meant(self, passage: Passage, noun: Token) -> Place | None:
        """ "visited the city", "left the country": what was named last."""
        words = [c.lower_ for c in noun.children if c.i < noun.i]
        if words not in (["the"], ["this"], ["that"]) or any(True for _ in prepositions(noun, "of", "in")):
            return None
        found = self.last(passage, noun) if noun.lower_ in ("city", "capital") else []
        found = self._last_state(passage, noun) if noun.lower_ == "country" else found
        return found[0] if found else None

    def _sight(self, passage: Passage, verb: Token) -> list[Place]:
        """ "visited a factory in Minsk", "visit the troops at Rukla", "last visited it"; a person visited may live anywhere."""
        objects = [antecedent(o) for o in objects_of(verb)]
        for noun in objects:
            if noun.lower_ == "it":
                return self._last_state(passage, noun)
        found = list(places_of(self._reading, passage, verb, "to"))
        if found or not objects:
            return found
        for noun in (*objects, verb):
            found = (
                found
                or self._of_its_city(passage, noun)
                or list(places_of(self._reading, passage, noun, "in", "at", "near"))
            )
        return found or [
            p for noun in objects if verb.lemma_ == "visit" for p in governed_by(self._reading, passage, noun)
        ]

    def _last_state(self, passage: Passage, token: Token) -> list[Place]:
        """The state named last: in the same sentence, or as the sentences before have it."""
        for i in range(token.i - 1, token.sent.start - 1, -1):
            mention = passage.mention_at.get(i)
            if mention is not None and mention.kind is MentionKind.STATE and mention.entity is not None:
                return [Place(None, mention.entity, i)]
        before = token.doc[token.sent.start - 1].sent if token.sent.start else None
        named = {
            m.entity.key: Place(None, m.entity, i)
            for i, m in passage.mention_at.items()
            if before is not None
            and before.start <= i < before.end
            and m.kind is MentionKind.STATE
            and m.entity
        }
        return list(named.values()) if len(named) == 1 else []

    def moved(self, passage: Passage, verb: Token) -> list[Place]:
        """Where a verb of moving leads."""
        lemma, words = verb.lemma_.lower(), ways(verb)
        found = self._under(passage, verb, words)
        if lemma in BARE | INWARD:
            words = (*words, "in", "at")
            found = found or self._under(passage, verb, words)
        if not found and (leads_suite(verb) or makes_way(verb) or boards(verb)):
            found = self._of_object(passage, verb)
        if not found and any(
            c.lower_ == "there" and c.dep_ == "advmod" and c.i > verb.i for c in verb.children
        ):
            found = self.last(passage, verb)
        found = found or self.clause(passage, verb)
        return found or self._beside(passage, verb) or self._scene_of(passage, verb)

    def _beside(self, passage: Passage, verb: Token) -> list[Place]:
        """ "The streets of Rome were closed as X arrived"."""
        return around(self._reading, passage, verb) if comes_in(verb) else []

    def _of_object(self, passage: Passage, verb: Token) -> list[Place]:
        """ "led a team of experts to Rome", "made his way to Rome", "headed a delegation at talks in Rome"."""
        nouns = [n for o in objects_of(verb) for n in (o, *(inner for _, inner in prepositions(o, "of")))]
        found = [p for n in nouns for p in places_of(self._reading, passage, n, "to", "for")]
        ways = [p for at in (verb, *nouns) for p in prepositions(at, "at", "to", "for", "in")]
        talks = [n for _, n in ways if n.pos_ == "NOUN"]
        talks += [c for n in talks for c in n.children if c.dep_ == "acl" and c.lower_ == "held"]
        return found or [p for n in talks for p in places_of(self._reading, passage, n, "in", "at")]

    def paused(self, passage: Passage, verb: Token) -> list[Place]:
        """ "began in Tripoli", "will finish in Brazzaville": the city where a journey begins or ends."""
        found = list(places_of(self._reading, passage, verb, "in"))
        return [p for p in found if p.city is not None]

    def origin(self, passage: Passage, verb: Token, bound: bool) -> list[Place]:
        """Where somebody comes from who goes somewhere, or is `bound` for a place that the verb tells."""
        return came_from(self._reading, passage, verb, bound)

    def expected(self, passage: Passage, verb: Token) -> list[Place]:
        """Where somebody is due or expected."""
        found = list(places_of(self._reading, passage, verb, "in", "at"))
        for _, noun in prepositions(verb, "in", "at"):
            if not found and noun.lower_ in ("city", "capital"):
                found = self.last(passage, noun)
            found = found or list(places_of(self._reading, passage, noun, "in"))
            if not found and noun.lemma_ in _EVENTS:
                inner = [t for t in noun.subtree if t.dep_ == "pobj" and t.head.lower_ == "in"]
                found = places_at(self._reading, passage, inner)[:1]
        if not found and self.here is not None and soon(verb):
            return [self.here]
        return found or self.clause(passage, verb)

    def events(self, passage: Passage, verb: Token) -> list[Place]:
        """ "attending a forum in St. Petersburg", "joins the king in Paris": whoever does is there."""
        found: list[Place] = []
        if verb.lemma_ == "join" and any(_is_person(passage, o) for o in objects_of(verb)):
            return list(places_of(self._reading, passage, verb, "in"))
        nouns = objects_of(verb) + [n for _, n in prepositions(verb, "in", "at")]
        for child in verb.children:
            if child.lower_ == "part":
                nouns += [n for _, n in prepositions(child, "in")]
        for noun in nouns:
            if noun.lemma_.lower() in _EVENTS:
                found += places_of(self._reading, passage, noun, "in", "at")
                if not found and verb.lemma_ == "attend":
                    found += places_of(self._reading, passage, verb, "in")
                lands = [n for _, n in prepositions(noun, "on") if n.lower_ in _LANDS]
                found = found or places_at(self._reading, passage, lands)
                found = found or self._of_its_city(passage, noun)
        return found

    def _of_its_city(self, passage: Passage, noun: Token) -> list[Place]:
        """ "the Milan Expo", "the Doha Forum": where a gathering takes place that is called by its city."""
        if noun.lemma_.lower() not in _GATHERINGS:
            return []
        before = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.i < noun.i]
        return [p for p in places_at(self._reading, passage, before) if p.city is not None][:1]

    def of_trip(self, passage: Passage, noun: Token) -> list[Place]:
        """Where a visit, a trip or a stop leads: "to Rome", "a tour of Chad", "his Rome visit", "arrived in Rome on a visit"."""
        words = ("to", "in", *_THROUGH.get(noun.lemma_.lower(), ()))
        found = list(places_of(self._reading, passage, noun, *words)) or self._fronted(passage, noun)
        found = (
            found
            or self._paid(passage, noun)
            or [p for _, n in prepositions(noun, "to") if (p := self._meant(passage, n))]
        )
        if not found and noun.dep_ == "dobj" and verb_of(noun).lemma_ not in _MOVES:
            words = ("to", "in", "at") if noun.lemma_.lower() in _STOPS else ("to",)
            found = list(places_of(self._reading, passage, verb_of(noun), *words))
        found = found or course(self._reading, passage, noun) or self._last_stop(passage, noun)
        found = found or seen(self._reading, passage, noun) or behind_owner(self._reading, passage, noun)
        if not found and noun.dep_ in ("dobj", "pobj"):
            found = self.clause(passage, verb_of(noun))
        if not found:
            return around(self._reading, passage, noun) or where_done(self._reading, passage, noun)
        return self.stops(passage, noun, found)

    # ------------------------------------------------------------------

    def _last_stop(self, passage: Passage, noun: Token) -> list[Place]:
        """ "It was the last stop of his tour": the city named last."""
        return self.last(passage, noun) if said_of_last(noun) else []

    def _paid(self, passage: Passage, noun: Token) -> list[Place]:
        """ "paid Ethiopia a visit"."""
        if noun.dep_ != "dobj" or noun.head.lemma_ != "pay":
            return []
        given = [c for c in noun.head.children if c.dep_ == "dative" and c.pos_ == "PROPN"]
        return places_at(self._reading, passage, given)

    def _under(self, passage: Passage, verb: Token, words: tuple[str, ...]) -> list[Place]:
        found = list(places_of(self._reading, passage, verb, *words))
        leaving = verb.lemma_ in ("leave", "depart")
        for child in verb.children:
            bare = child.dep_ == "prep" and not any(c.dep_ == "pobj" for c in child.children)
            if (child.dep_ in ("prt", "advmod") or bare) and child.lower_ in _ALONG:
                found += places_of(self._reading, passage, child, *words)
            if child.dep_ in ("npadvmod", "pobj", "prep") and not found:  # "landed on Wednesday in Moscow"
                for noun in [
                    n for n in (child, *child.children) if n.dep_ in ("npadvmod", "pobj") and is_time(n)
                ]:
                    found += places_of(
                        self._reading, passage, noun, *(w for w in words if w != "for" or leaving)
                    )
            if child.dep_ == "advcl" and "for" in words and not found:  # "departed for Manila to attend"
                marked = any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children)
                subjects = [c for c in child.children if c.dep_ == "nsubj" and marked]
                found += places_at(self._reading, passage, subjects)
        return self.stops(passage, verb, found) if found else []

    def stops(self, passage: Passage, start: Token, found: list[Place]) -> list[Place]:
        """The places found, and the stops that follow them: "to Rome on Monday, Athens on Tuesday and then to Ghana"."""
        known = {p.token for p in found}
        return found + [p for p in onward(self._reading, passage, start, found) if p.token not in known]

    def clause(self, passage: Passage, verb: Token) -> list[Place]:
        """ "Bamako, where he travelled last week"."""
        noun = place_clause(verb)
        return places_at(self._reading, passage, [noun] if noun is not None else [])

    def _scene_of(self, passage: Passage, verb: Token) -> list[Place]:
        """ "arrived on Thursday", "flew in", "came too": at the scene of the story, or at the city of the airport named."""
        here = any(c.dep_ == "advmod" and c.lower_ == "here" for c in verb.children)
        if self.here is None or not (here or comes_in(verb)):
            return []
        elsewhere = [
            n
            for _, n in prepositions(verb, "to", "in", "at", "into")
            if n.pos_ in ("NOUN", "PROPN") and n.lower_ != "airport" and not is_time(n) and not is_dated(n)
        ]
        return [] if elsewhere and not here else [self.here]

    def last(self, passage: Passage, token: Token) -> list[Place]:
        """The city named last before a token in its paragraph, else the scene: what "there" and "the city" mean."""
        place = self.scene.before(passage, token)
        return [p for p in (place or self.here,) if p is not None]

    def _with_city(self, passage: Passage, noun: Token, place: Place) -> Place:
        if place.city is not None:
            return place
        for child in noun.children:
            inner = place_at(self._reading, passage, child) if child.dep_ == "appos" else None
            if inner is not None and inner.city is not None:
                return Place(inner.city, place.state, place.token)
        return place

    def _fronted(self, passage: Passage, noun: Token) -> list[Place]:
        """ "his Beijing trip", "a Moscow visit"."""
        before = [c for c in noun.children if c.dep_ in ("compound", "nmod") and c.i < noun.i]
        return places_at(self._reading, passage, before)


def _is_person(passage: Passage, noun: Token) -> bool:
    mention = passage.mention_at.get(noun.i)
    return mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST)
