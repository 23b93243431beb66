"""Made-up corpora: a world that is known, and a press that tells of it with noise, errors and many spellings.

`invent(seed, articles)` gives the world, the claims of every article, and the truth behind each claim, so that fusion
can be scored (`scoring`). The noise imitates what we see in real reading: dates without a year, months, or no date;
a day or a month mistaken; a wrong town or number; announcements and what came of them; one wire text under many names;
officials whom no reference data know, spelt in several ways.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from benchmarks.world import PERIOD, Happening, World, thing

from summitry.graph.article import Article
from summitry.graph.claims import (
    Base,
    Border,
    Claim,
    EntityKind,
    Evidence,
    Finding,
    Meeting,
    Membership,
    Office,
    Payload,
    Status,
    Summit,
    Visit,
)
from summitry.graph.fusion import Context, KnownNodes, dates_of

PRECISIONS = ("day", "day", "day", "day", "day", "day", "yearless", "yearless", "month", "none", "none")
NEAR = timedelta(days=9)


@dataclass(slots=True)
class Corpus:
    """The claims of a press, their contexts, and the truth behind them."""

    known: KnownNodes
    claims: list[Claim] = field(default_factory=list)
    contexts: dict[str, Context] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)  # claim -> the happening it tells of
    persons: dict[tuple[str, str], str] = field(default_factory=dict)  # (article, key as read) -> who it is
    answers: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    # (claim, property) -> (what it should say, what it says)


class Press(World):
    """Newspapers that report of one world."""

    def __init__(
        self, seed: int, *, states: int, happenings: int, described: float = 0.2, days: int = PERIOD
    ) -> None:
        """`described` is the share of articles that describe a base and a border; `days`, how long this goes on."""
        super().__init__(seed, states=states, happenings=happenings, days=days)
        self.described = described
        self.papers = [f"Paper {number}" for number in range(40)]

    def corpus(self, articles: int) -> Corpus:
        """So many articles about the world."""
        corpus = Corpus(self.known())
        past: list[tuple[list[Claim], Context]] = []
        for number in range(articles):
            iri = f"https://w3id.org/summitry/id/article/{number:016x}"
            if past and self.chance.random() < 0.25:
                self._copy(corpus, iri, *self.chance.choice(past[-60:]))
                continue
            claims, context = self._article(corpus, iri)
            past.append((claims, context))
        return corpus

    def _copy(self, corpus: Corpus, iri: str, claims: list[Claim], context: Context) -> None:
        """One wire text under another paper's name, errors and all."""
        own = [replace(claim, article=iri) for claim in claims]
        for old, new in zip(claims, own, strict=True):
            _inherit(corpus, f"{old.article}/claim/{old.key}", f"{iri}/claim/{new.key}")
        for claim in claims:
            if (
                isinstance(claim.payload, Office)
                and (context.article, claim.payload.person.key) in corpus.persons
            ):
                key = claim.payload.person.key
                corpus.persons[iri, key] = corpus.persons[context.article, key]
        corpus.claims += own
        paper = self.chance.choice(self.papers)
        corpus.contexts[iri] = replace(context, article=iri, publisher=paper)

    def _article(self, corpus: Corpus, iri: str) -> tuple[list[Claim], Context]:
        first = self.chance.choice(self.happenings)
        low = bisect_left(self.days, first.day - NEAR, key=lambda happening: happening.day)
        high = bisect_right(self.days, first.day + NEAR, key=lambda happening: happening.day)
        near = [happening for happening in self.days[low:high] if happening is not first]
        told = [first, *self.chance.sample(near, min(len(near), self.chance.randrange(2)))]
        ahead = self.chance.random() < 0.25
        shift = -self.chance.randrange(2, 12) if ahead else self.chance.randrange(0, 4)
        published = first.day + timedelta(days=shift)
        claims: list[Claim] = []
        for happening in told:
            planned = happening.day > published
            self._tell(corpus, iri, happening, planned, claims)
        self._standing(corpus, iri, claims)
        dated = self.chance.random() < 0.95
        context = Context(
            iri, published if dated else None, self.chance.choice(self.papers), dates_of(claims)
        )
        corpus.claims += claims
        corpus.contexts[iri] = context
        return claims, context

    def _claim(self, corpus: Corpus, iri: str, payload: Payload, claims: list[Claim]) -> str:
        words = f"{iri[-6:]} {len(claims)}: as this newspaper's own correspondent reports, it was so."
        finding = Finding(
            payload, (Evidence(0, len(words), words),), self.chance.choice([0.7, 0.8, 0.9]), "made"
        )
        claims.append(Claim(iri, f"{len(claims):02}", finding))
        return f"{iri}/claim/{claims[-1].key}"

    def _tell(
        self, corpus: Corpus, iri: str, happening: Happening, planned: bool, claims: list[Claim]
    ) -> None:
        text, true = self._day(happening.day)
        towns = self.cities[happening.host.key]
        town = happening.city if self.chance.random() > 0.04 else self.chance.choice(towns)
        named = self.chance.random() < 0.6
        status = Status.PLANNED if planned else Status.OCCURRED
        spot = town if named else happening.host
        payload: Payload
        if happening.kind == "visit":
            city = town if named else None
            payload = Visit(happening.people[0], happening.host, city, text, None, status)
        elif happening.kind == "meeting":
            people = list(happening.people)
            self.chance.shuffle(people)
            payload = Meeting(tuple(people), spot if named else None, text, status)
        else:
            name = f"{happening.edition}th League Summit" if self.chance.random() < 0.5 else "League summit"
            payload = Summit(name, self.club, spot, text, tuple(happening.people), (), status)
        claim = self._claim(corpus, iri, payload, claims)
        corpus.events[claim] = happening.number
        if text is not None:
            corpus.answers[claim, "startDate"] = (true or text, text)
        if named:
            corpus.answers[claim, "place"] = (happening.city.key, town.key)

    def _day(self, day: date) -> tuple[str | None, str | None]:
        """A date as a newspaper gives it, and the same without the mistake."""
        told = day
        roll = self.chance.random()
        if roll < 0.05:
            told = day + timedelta(days=self.chance.choice([-1, 1]))
        elif roll < 0.07 and day.day <= 28:
            told = day.replace(month=day.month % 12 + 1)
        precision = self.chance.choice(PRECISIONS)
        return _written(told, precision), _written(day, precision)

    def _standing(self, corpus: Corpus, iri: str, claims: list[Claim]) -> None:
        """A leader is introduced, an official quoted, a club's member named, a base and a border described."""
        (state,) = self.chance.choices(self.states, self.weights)
        self._claim(corpus, iri, Office(self.leaders[state.key], "president", state), claims)
        if self.chance.random() < 0.3:
            self._claim(corpus, iri, Membership(state, self.club), claims)
        if self.chance.random() < 0.5:
            official = self.chance.choice(self.officials)
            name = self.chance.choice(official.spellings)
            person = thing(name, EntityKind.PERSON)
            self._claim(corpus, iri, Office(person, official.role, official.of), claims)
            corpus.persons[iri, person.key] = official.who
        if self.chance.random() < self.described:
            place = self.chance.randrange(len(self.states) // 2)
            state, other = self.states[2 * place], self.states[2 * place - 1]
            true, wrong = 4000 + 100 * place, 4000 + 100 * place + self.chance.choice([1000, -500])
            said = true if self.chance.random() < 0.8 else wrong
            claim = self._claim(corpus, iri, Base(state, other, f"Camp {place}", None, said), claims)
            corpus.answers[claim, "personnel"] = (str(true), str(said))
            length = 300.0 + 7 * place
            given = length if self.chance.random() < 0.8 else round(length, -2)
            claim = self._claim(corpus, iri, Border(state, other, given), claims)
            corpus.answers[claim, "lengthKm"] = (f"{length:g}", f"{given:g}")


def _inherit(corpus: Corpus, old: str, new: str) -> None:
    if old in corpus.events:
        corpus.events[new] = corpus.events[old]
    for name in ("startDate", "place", "personnel", "lengthKm"):
        if (old, name) in corpus.answers:
            corpus.answers[new, name] = corpus.answers[old, name]


def _written(day: date, precision: str) -> str | None:
    return {
        "day": day.isoformat(), "yearless": f"--{day:%m-%d}", "month": f"{day:%Y-%m}", "none": None,
    }[precision]  # fmt: skip


def written(corpus: Corpus) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """The articles of a corpus with their claims, as a builder takes them."""
    own: dict[str, list[Claim]] = {iri: [] for iri in corpus.contexts}
    for claim in corpus.claims:
        own[claim.article].append(claim)
    for iri, context in corpus.contexts.items():
        text = "\n".join(claim.finding.evidence[0].exact for claim in own[iri])
        name = iri[-16:]
        yield (
            Article(
                iri, f"{name}.txt", text, name, f"https://example.org/{name}", context.published,
                context.publisher, "en", (), name,
            ),
            tuple(own[iri]),
        )  # fmt: skip


def invent(seed: int, articles: int, *, states: int = 12, happenings: int | None = None) -> Corpus:
    """A corpus of so many articles about a world of its own; each happening has about eight reports."""
    return Press(seed, states=states, happenings=happenings or max(10, articles // 6)).corpus(articles)
