"""The treaties of a sentence: those that it names, those it takes up ("it", "the pact", "its protocols"), those without a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summitry.graph.extract.arguments import listed, prepositions
from summitry.graph.extract.clauses import antecedent
from summitry.graph.extract.evidence import span_evidence
from summitry.graph.extract.parties import mention_at
from summitry.graph.extract.roles import triggers
from summitry.graph.extract.template import Template
from summitry.graph.mentions.model import MentionKind

PACTS = frozenset(
    "treaty accord pact agreement deal protocol convention memorandum communique communiqué declaration charter compact statute "
    "covenant armistice truce ceasefire entente concordat".split()
)
SORT = re.compile(rf"\b(?:{'|'.join(sorted(PACTS))}|plan|arrangement|understanding)", re.IGNORECASE)
_SORTS = frozenset(
    "statute convention protocol covenant charter declaration memorandum communique communiqué".split()
)
_WITH_PARTNER = frozenset("plan arrangement understanding".split())
_PAPERS = frozenset("document paper text instrument".split())
_ANNEXES = frozenset("protocol annex amendment".split())
_PRONOUNS = frozenset("it they them this these which that".split())
_DEFINITE = frozenset("the this that these those both".split())
_ANY = frozenset("any no such every each some another".split())
_DOING = frozenset("create establish found set delimit define demarcate settle govern regulate allow permit let give grant open ban prohibit outlaw "
                   "limit restrict reduce cut end halt normalise normalize guarantee protect bind launch legalise legalize deepen".split())  # fmt: skip
_CALLED = frozenset("know call dub name term abbreviate".split())
_LONG, _SHORT = 14, 6  # words of what a treaty does
_TAIL = ("on", "of", "for", "to", "against", "about")
_NO_TOPIC = frozenset(
    "sideline margin occasion behalf board paper arrival stage camera condition day eve anniversary top table way basis fringe".split()
)
_FADED = frozenset("same whole entire latter original historic landmark controversial disputed new long-awaited final".split())  # fmt: skip
TRADE = re.compile(r"\b(?:billion|million|euro|dollar|arms|gas|oil|loan|credit|sales?|commercial|business|purchase|contract)\b")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty that a noun stands for: its name, or where it has none the words of the text."""

    token: Token
    name: str
    named: bool


class Instruments:
    """The treaties that the nouns of a sentence stand for; `last` is the one that the sentences before told of, `just` one
    without a name that they described: only a noun or a pronoun takes it up.
    """

    def __init__(
        self,
        template: Template,
        named: Sequence[tuple[int, int, str]],
        last: str | None,
        just: str | None = None,
    ) -> None:
        self._template = template
        self._last = last
        self._just = just
        self._names: dict[int, str] = {}  # tokens of a treaty's name
        for start, end, name in named:
            for token in self._tokens(start, end):
                self._names[token.i] = name

    def _tokens(self, start: int, end: int) -> list[Token]:
        places = self._template.places
        first, last = places[start], places[end - 1]
        starts = self._template.passage.starts
        return [t for t in self._template.sentence if first <= starts[t.i] <= last]

    def recent(self, token: Token) -> str | None:
        """The treaty named last before a token: in its sentence, else before it."""
        before = [i for i in self._names if i < token.i]
        return self._names[max(before)] if before else self._last

    def _meant(self, token: Token) -> str | None:
        """What a pronoun or "the treaty" takes up: what the sentence spoke of before, else what those before it told of."""
        before = [t for t in self._template.sentence if t.i < token.i and t.lemma_.lower() in PACTS]
        if before and token.lemma_.lower() not in PACTS | _PAPERS:
            found = self.at(before[-1])
            return found.name if found is not None else None
        return self._just if self._just and not self.inside(token) else self.recent(token)

    def of(self, tokens: Sequence[Token]) -> list[Instrument]:
        """The treaties that some nouns and what is coordinated to them stand for."""
        found = [self.at(t) for token in tokens for t in listed(antecedent(token))]
        return [f for f in found if f is not None]

    def at(self, token: Token) -> Instrument | None:
        """The treaty that a noun stands for."""
        named = self._named(token)
        if named is not None:
            return Instrument(token, named, True)
        lemma = token.lemma_.lower()
        if token.lower_ in _PRONOUNS and token.tag_ in ("PRP", "DT", "WDT"):
            return self._known(token, self._meant(token))
        if mention_at(self._template, token) is not None:
            return None
        if lemma in _ANNEXES and any(c.lower_ in ("its", "their") for c in token.children):
            return self._annex(token)
        if lemma in PACTS | _PAPERS and self._bare(token):
            again = self._again(token, lemma)
            if again is not None or _purpose(token) == token.i:
                return again
        if lemma in PACTS or (lemma in _WITH_PARTNER and any(prepositions(token, "with", "between"))):
            return self._nameless(token)
        return None

    def _known(self, token: Token, name: str | None) -> Instrument | None:
        return Instrument(token, name, True) if name is not None else None

    def _again(self, token: Token, lemma: str) -> Instrument | None:
        """ "the treaty"; "the statute" is none that is called otherwise."""
        meant = (self._meant(token), self.recent(token))
        name = next((n for n in meant if n is not None and may_mean(lemma, n)), None)
        return self._known(token, name)

    def inside(self, token: Token) -> bool:
        """Whether a sentence names a treaty before a token."""
        return any(i < token.i for i in self._names)

    def _named(self, token: Token) -> str | None:
        """The name of a treaty of which a token is part, or which stands beside it: "the pact known as …"."""
        if token.i in self._names:
            return self._names[token.i]
        if token.lemma_.lower() not in PACTS | {"text"} or mention_at(self._template, token) is not None:
            return None
        for child in token.subtree:
            name = self._names.get(child.i)
            if name is not None and _beside(child, token, self._names):
                return name
        return None

    def _annex(self, token: Token) -> Instrument | None:
        """ "its protocols": those of the treaty told of."""
        above = self.recent(token)
        return Instrument(token, f"{above} {token.lower_}", True) if above is not None else None

    def _bare(self, token: Token) -> bool:
        """ "the treaty", "this pact": nothing that would tell which."""
        words = [
            c
            for c in token.children
            if c.dep_ not in ("punct", "relcl", "acl", "cc", "conj") and not _aside(c)
        ]
        definite = any(c.lower_ in _DEFINITE for c in words)
        return (
            definite
            and self._topic(token) is None
            and all(c.lower_ in _DEFINITE | _FADED or c.dep_ == "nummod" for c in words)
        )

    def _nameless(self, noun: Token) -> Instrument | None:
        words = self._words(noun)
        some = any(c.lower_ in _ANY for c in noun.children if c.dep_ == "det") or _on_how(noun)
        if (
            some
            or TRADE.search(words)
            or (" " not in words and not (noun.tag_ == "NN" and any(prepositions(noun, "with"))))
            or noun.lower_ in ("agreements", "deals", "documents")
        ):
            return None
        return Instrument(noun, words, False)

    def _words(self, noun: Token) -> str:
        """The words of a treaty without a name: "security agreement", "agreement on the border"."""
        first = last = noun.i
        for child in noun.lefts:
            if child.dep_ in ("amod", "compound", "nmod") and mention_at(self._template, child) is None:
                first = min(first, child.left_edge.i)
        inner = self._topic(noun)
        if inner is None and first == noun.i and (further := self._behind_partner(noun)) is not None:
            return f"{self._span(first, noun.i)} {self._span(*further)}"
        if inner is not None:
            last = max([inner.i, *(n.i for p, n in prepositions(inner, "of") if p.i == inner.i + 1)])
        elif first == last:
            last = _purpose(noun)
        return self._span(first, last)

    def _span(self, first: int, last: int) -> str:
        return span_evidence(self._template.reading, self._template.passage, first, last).exact.replace(
            "\n", " "
        )

    def _topic(self, noun: Token) -> Token | None:
        """What a treaty is on, right behind it; parsers may hang it elsewhere: "the instruments of the treaty on fishing"."""
        for preposition, inner in prepositions(noun, *_TAIL):
            if preposition.i == noun.i + 1 and self._common(inner) and inner.lemma_.lower() not in _NO_TOPIC:
                return inner
        after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
        if after is None or after.lower_ != "on" or after.dep_ != "prep" or after.head == noun:
            return None
        found = [n for p, n in prepositions(after.head, "on") if p == after]
        return (
            found[0]
            if found and self._common(found[0]) and found[0].lemma_.lower() not in _NO_TOPIC
            else None
        )

    def _behind_partner(self, noun: Token) -> tuple[int, int] | None:
        """ "the agreement with Chad on fishing": where in the sentence its topic stands."""
        partners = [p for p, _ in prepositions(noun, "with", "between") if p.i == noun.i + 1]
        for preposition, inner in prepositions(noun, "on") if partners else ():
            if self._common(inner) and 0 < preposition.i - noun.i < _LONG:
                return preposition.i, inner.i
        return None

    def _common(self, noun: Token) -> bool:
        mention = mention_at(self._template, noun)
        return noun.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and (
            mention is None or mention.kind is MentionKind.DEMONYM
        )


def _aside(preposition: Token) -> bool:
    """ "the treaty on the sidelines of …", "the pact in the presence of …": where and how it was signed."""
    return preposition.dep_ == "prep" and any(c.lemma_.lower() in _NO_TOPIC for c in preposition.children)


def _on_how(noun: Token) -> bool:
    """ "an agreement on how to go on", "a deal on whether …": what was agreed is no treaty."""
    return any(
        (n.dep_ == "pcomp" and n.tag_ != "VBG") or n.tag_ in ("WRB", "WP")
        for _, n in prepositions(noun, "on", "about")
    )


def may_mean(words: str, name: str) -> bool:
    """Whether "the treaty" may mean a treaty: "the statute" is none that is called otherwise."""
    return not any(
        sort in words.lower() and sort not in name.lower() for sort in _SORTS if sort != "protocol"
    )


def _purpose(noun: Token) -> int:
    """The last word of what a treaty does: "a deal delimiting the waters", "the treaty that creates the union"."""
    for clause in noun.children:
        doing = clause.tag_ == "VBG" or any(
            c.lower_ in ("that", "which") and c.dep_ == "nsubj" for c in clause.children
        )
        if clause.dep_ in ("acl", "relcl") and doing and clause.lemma_.lower() in _DOING:
            ends = [
                max([c.i, *(n.i for _, n in prepositions(c) if n.i - c.i < _SHORT)])
                for c in clause.children
                if c.dep_ == "dobj"
            ]
            if ends and ends[0] - noun.i <= _LONG:
                return ends[0]
    return noun.i


def _beside(inner: Token, noun: Token, names: dict[int, str]) -> bool:
    """Whether a name belongs to a noun: as its apposition, before it, or behind "known as"."""
    at = inner
    for _ in range(6):
        if at.head == noun:
            return at.dep_ in ("appos", "compound", "nmod", "amod") or at.lemma_.lower() in _CALLED
        if (
            at.i not in names
            and at.dep_ not in ("prep", "pobj", "acl", "oprd", "appos")
            and at.lemma_ not in _CALLED
        ):
            return False
        at = at.head
    return False


def described(template: Template) -> str | None:
    """The words of the last treaty without a name that a sentence describes."""
    if SORT.search(template.text) is None:
        return None
    known = Instruments(template, (), None)
    found = [i for noun in triggers(template, PACTS, "NOUN") if (i := known.at(noun)) is not None]
    return found[-1].name if found else None
