"""A stated triple -> who states it: articles with their words, the reference data with their source, the
ontology.

What fusion writes as one plain triple ("A met B", a label, an accepted date) goes back to the claims behind
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from summitry.graph.reasoning.terms import Term, Triple
from summitry.graph.store.interface import GraphStore, Object
from summitry.graph.vocabulary import DCTERMS, OA, PROV, RDFS, SCHEMA, SKOS, SY, concept

_MANY = 12
"""Citations shown for one triple; the label of a much mentioned person has thousands."""

# A plain triple of the graph `facts` -> the properties by which facts that write it point at its two ends.
_SHORTCUTS: dict[NamedNode, tuple[tuple[NamedNode, NamedNode], ...]] = {
    SY.met: ((SY.participant, SY.participant), (SY.attendee, SY.attendee)),
    SY.visited: ((SY.visitor, SY.host),),
    SY.borders: ((SY.borderOf, SY.borderOf),),
    SY.operatesBaseIn: ((SY.operatedBy, SY.host),),
    SY.holdsOfficeIn: ((SY.holder, SY.officeOf),),
    **dict.fromkeys((SY.memberOf, SY.inAlliance, SY.formerMemberOf), ((SY.member, SY.organisation),)),
    **dict.fromkeys((SY.recognises, SY.doesNotRecognise), ((SY.relationFrom, SY.relationTo),)),
    **dict.fromkeys(
        (SY.allyOf, SY.strategicPartnerOf, SY.kinOf),
        ((SY.relationFrom, SY.relationTo), (SY.relationTo, SY.relationFrom)),
    ),
}
# The concept that such a fact must carry, where facts of one shape write different triples.
_MARKS: dict[NamedNode, tuple[NamedNode, NamedNode]] = {
    SY.memberOf: (SY.membershipStatus, concept("membership-status", "member")),
    SY.inAlliance: (SY.membershipStatus, concept("membership-status", "member")),
    SY.formerMemberOf: (SY.membershipStatus, concept("membership-status", "former")),
    SY.allyOf: (SY.relationKind, concept("relation-kind", "ally")),
    SY.strategicPartnerOf: (SY.relationKind, concept("relation-kind", "strategic_partner")),
    SY.kinOf: (SY.relationKind, concept("relation-kind", "kin")),
    SY.recognises: (SY.relationKind, concept("relation-kind", "recognises")),
    SY.doesNotRecognise: (SY.relationKind, concept("relation-kind", "does_not_recognise")),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of an article that state something: `exact` is its text between `start` and `end`."""

    claim: str
    article: str
    title: str
    publisher: str | None
    published: str | None
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a stated triple stands: its layer, and what stands behind it there."""

    layer: str
    citations: tuple[Citation, ...] = ()
    origins: tuple[str, ...] = ()
    definition: str | None = None


@dataclass(slots=True)
class Sources:
    """Finds the sources of stated triples in a store; `axioms` are the triples of the ontology as shipped."""

    store: GraphStore
    axioms: frozenset[Triple]
    _definitions: dict[Term, str] = field(default_factory=dict)
    _titles: dict[str, tuple[str, str | None, str | None]] = field(default_factory=dict)

    def of(self, triple: Triple) -> tuple[Source, ...]:
        """All that state a triple."""
        found: list[Source] = []
        if triple in self.axioms:
            found.append(Source("ontology", definition=self.definition(triple)))
        for layer in ("facts", "reference", "curated"):
            if self._has(triple, layer):
                found.extend(self._sources(triple, layer))
        return tuple(found)

    def definition(self, triple: Triple) -> str | None:
        """What the ontology says of the term that an axiom is about."""
        if not self._definitions:
            for subject, predicate, obj in self.axioms:
                if predicate == SKOS.definition and isinstance(obj, Literal):
                    self._definitions[subject] = obj.value
        return self._definitions.get(triple[0])

    def _graph(self, layer: str) -> str:
        return "" if layer == "curated" else self.store.iris.graph(layer).value

    def _has(self, triple: Triple, layer: str) -> bool:
        return next(self.store.quads(*triple, self._graph(layer)), None) is not None

    def _sources(self, triple: Triple, layer: str) -> Iterator[Source]:
        if layer == "curated":
            yield Source(layer)
            return
        cited = tuple(self._cite(sorted(set(self._claims(triple))))) if layer == "facts" else ()
        origins = tuple(dict.fromkeys(self._origins(triple)))
        # A plain triple among the facts may hold because of the reference data, or of them as well.
        if cited or (layer == "facts" and not origins):
            yield Source("facts", citations=cited)
        if origins or layer == "reference":
            yield Source("reference", origins=origins)

    def _objects(self, subject: Object, predicate: NamedNode, layer: str) -> Iterator[Object]:
        if isinstance(subject, Literal):
            return
        for quad in self.store.quads(subject, predicate, None, self._graph(layer)):
            yield quad.object

    def _origins(self, triple: Triple) -> Iterator[str]:
        """The sources of the nodes of the reference data that a triple belongs to."""
        writers = sorted(set(self.writers(triple, "reference")), key=str)
        for writer in writers:
            yield from (label.value for label in self._titles_of(writer))
        own = [triple[0]] if self._has(triple, "reference") else []
        for node in writers or own:
            for origin in self._objects(node, PROV.wasDerivedFrom, "reference"):
                yield next((o.value for o in self._titles_of(origin)), getattr(origin, "value", str(origin)))

    def _titles_of(self, origin: Object) -> Iterator[Literal]:
        for name in (DCTERMS.title, RDFS.label):
            for obj in self._objects(origin, name, "reference"):
                if isinstance(obj, Literal):
                    yield obj

    def _claims(self, triple: Triple) -> Iterator[str]:
        """The claims behind a triple of the facts: those of the value, else of the fact, else of who mentions
        it.
        """
        subject, obj = triple[0], triple[2]
        yielded = False
        for claim in self._value_claims(triple):
            yielded = True
            yield claim
        if yielded:
            return
        # "Russia operates the base" is the base's own triple told from the other end.
        for node in (subject, *self.writers(triple, "facts"), obj):
            for each in self._objects(node, SY.supportedBy, "facts"):
                yielded = True
                yield str(getattr(each, "value", each))
        if not yielded and isinstance(subject, NamedNode):
            yield from self._mentioning(subject)

    def _value_claims(self, triple: Triple) -> Iterator[str]:
        subject, predicate, obj = triple
        for value in self._objects(subject, SY.hasValue, "facts"):
            if predicate not in self._objects(value, SY.ofProperty, "facts"):
                continue
            given = {*self._objects(value, SY.value, "facts"), *self._objects(value, SY.valueThing, "facts")}
            if obj in given:
                for claim in self._objects(value, SY.supportedBy, "facts"):
                    yield str(getattr(claim, "value", claim))

    def writers(self, triple: Triple, layer: str) -> Iterator[NamedNode]:
        """The facts that write a shortcut triple: those that point at both its ends."""
        subject, predicate, obj = triple
        if predicate == SY.attended and isinstance(obj, NamedNode):
            yield obj
        graph = self.store.iris.graph(layer)
        for near, far in _SHORTCUTS.get(predicate, ()):
            for quad in self.store.quads(None, near, subject, graph.value):
                node = quad.subject
                asked = [(far, obj), *([_MARKS[predicate]] if predicate in _MARKS else [])]
                if isinstance(node, NamedNode) and all(
                    self.store.has(Quad(node, arc, end, graph)) for arc, end in asked
                ):
                    yield node

    def _mentioning(self, entity: NamedNode) -> Iterator[str]:
        """Claims that mention an entity: what stands behind its name and kind."""
        for number, quad in enumerate(self.store.quads(None, SY.mentions, entity)):
            if number >= _MANY:
                return
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value.rpartition("/mention/")[0]

    def _cite(self, claims: Iterable[str]) -> Iterator[Citation]:
        for claim in list(claims)[:_MANY]:
            article = claim.rpartition("/claim/")[0]
            title, publisher, published = self._article(article)
            for exact, start, end in self._evidence(NamedNode(claim), article):
                yield Citation(claim, article, title, publisher, published, exact, start, end)

    def _article(self, article: str) -> tuple[str, str | None, str | None]:
        if article not in self._titles:
            about = self._graph("about")
            arcs: dict[NamedNode, str] = {}
            for quad in self.store.quads(NamedNode(article), graph=about):
                arcs.setdefault(quad.predicate, str(getattr(quad.object, "value", quad.object)))
            title = arcs.get(RDFS.label, article)
            self._titles[article] = title, arcs.get(SCHEMA.publisher), arcs.get(SCHEMA.datePublished)
        return self._titles[article]

    def _evidence(self, claim: NamedNode, article: str) -> list[tuple[str, int, int]]:
        found = []
        for evidence in self._in(claim, SY.evidence, article):
            arcs: dict[NamedNode, Object] = {}
            for selector in self._in(evidence, OA.hasSelector, article):
                if isinstance(selector, NamedNode | BlankNode):
                    for quad in self.store.quads(selector, graph=article):
                        arcs[quad.predicate] = quad.object
            exact, start, end = (arcs.get(arc) for arc in (OA.exact, OA.start, OA.end))
            if isinstance(exact, Literal) and isinstance(start, Literal) and isinstance(end, Literal):
                found.append((exact.value, int(start.value), int(end.value)))
        return sorted(found, key=lambda each: each[1:])

    def _in(self, subject: Object, predicate: NamedNode, graph: str) -> list[Object]:
        if isinstance(subject, Literal):
            return []
        return [quad.object for quad in self.store.quads(subject, predicate, None, graph)]
