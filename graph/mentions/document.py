"""An article read: its passages parsed, with every mention standing as one token.

Long names confuse a small parser: "Kazakh President Qasym-Zhomart Toqaev pushed back" parses badly, "Smith pushed back"
never does. So each passage is parsed with its mentions replaced by short stand-ins; offsets always lead back to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from summitry.graph.article import Article, Block, BlockKind
from summitry.graph.mentions.gear import makes
from summitry.graph.mentions.model import Mention, MentionKind
from summitry.graph.mentions.recogniser import RECOGNISER, recognise
from summitry.graph.mentions.rehanging import rehang
from summitry.graph.mentions.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language

_STAND_IN = {
    MentionKind.PERSON: "Smith",
    MentionKind.STATE: "France",
    MentionKind.CITY: "Paris",
    MentionKind.REGION: "Siberia",
    MentionKind.ORGANISATION: "NATO",
    MentionKind.BODY: "parliament",
}
_STOPS = frozenset(".!?")
_LONGEST = 400  # words without a full stop
_SHORT = 4  # letters of what stands inside names: "bin", "de"
# with a capital where a sentence begins, or always, and yet part of nobody's name
_NAMELESS = frozenset(
    "The This That These Those It Its He She They We His Her Their Our On In At By From To For With As After Before During Since "
    "Under While When If But And Or So No Not There Both Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "June July September October November December".split()
)
# "met Smith and U.S. officials": a state before such a noun is put as its adjective, or the parser makes Smith an official too
_OF_STATE = re.compile(
    r"\s(?:(?:[A-Za-z][a-z]+(?:al|ary|ian|ic)|senior|top|government|business|trade|army|embassy)\s)?(?:officials?|leaders?|lawmakers?|senators?|diplomats?|envoys?|negotiators?|ambassadors?|authorities|commanders?"
    r"|generals?|representatives?|delegates?|companies|investors|businessm[ae]n|troops|forces|soldiers)\b"
)
_WHOLE = frozenset({*_STAND_IN, MentionKind.POST, MentionKind.METONYM, MentionKind.DEMONYM, MentionKind.TIME})


# "On Monday Smith left": parsers take the two names for one, unless a comma stands between them.
_OPENING = 48
_TIME_FIRST = re.compile(
    r"(?:^|[.!?][”’\")]*\s|\n)(?:(?:On|In|By|Since|Last|This|Next|The|Late|Early|Earlier|Later|Until|From|During|At)\s(?:[\w-]+\s){0,4})?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:19|20)\d\d|\d{1,2}(?:[-–]\d{1,2})?|[Tt]oday|[Yy]esterday|[Tt]omorrow|week|weekend|month|year|day|morning|afternoon|evening"
    r"|night|summer|spring|autumn|winter)\s$"
)


# "met Smith Monday in Paris", "Smith Monday met Jones": agencies leave the "on" away, and parsers take the day for a name.
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BARE_DAY = re.compile(rf" (?={_DAY}\b(?!['’-]))")
# "Smith on Monday hosted Jones": taken for an adjective, unless commas stand around the day.
_SET_APART = re.compile(rf" (?:on )?{_DAY}(?: (?:morning|afternoon|evening|night))?(?= (?:hosted|called)\b)")
# "said in a release that she would come": taken for what she would come to
_SAID_IN = re.compile(r"\bin an? (?:[\w-]+ ){0,2}(release|letter|briefing|report|readout|notice)(?= that\b)")
# "The two held talks", "The two last met": taken for what is held, or for "the last".
_TWO = re.compile(
    r"(?i)\bthe (pair|two)(?= (?:held|discussed|(?:last|first|next|previously) (?:met|meet|spoke|saw|held))\b)"
)
# "co-chaired": three words for parsers, none of them a verb
_CO = re.compile(r"co-(?=(?:chair|host|sponsor|organi[sz])(?:s|e|es|ed|d|ing)?\b)")
_DATED = frozenset({MentionKind.PERSON, MentionKind.POST, MentionKind.STATE, MentionKind.CITY})
_ARTICLE = re.compile(r"\bthe\s$")
_YEAR_OF = re.compile(r"\b(?:the|an?|its|their|his|her)\s(?:19|20)\d\d\s$")  # "at the 2008 NATO summit"


# "Welcoming Smith to Paris, Jones said": the capital makes parsers take the verb for a name.
_DOING = re.compile(
    r"(?:^|[.!?][”’\")]*\s|\n)(?!Visiting|Acting|Outgoing|Incoming|Ruling|Sitting|Reigning|Leading)[A-Z][a-z]{3,}ing\s$"
)


@dataclass(slots=True)
class Passage:
    """One block, parsed. `starts`/`ends` give each token's place in the article's text."""

    block: Block
    doc: Doc
    starts: list[int]
    ends: list[int]
    mention_at: dict[int, Mention] = field(default_factory=dict)
    headline: bool = False

    def span(self, start: int, end: int) -> Span:
        """The tokens that cover `text[start:end]`."""
        first, last = self._tokens(start, end)
        return self.doc[first : last + 1]

    def before(self, sentence: Span) -> Span | None:
        """The sentence before another, where the passage has one."""
        return self.doc[sentence.start - 1].sent if sentence.start else None

    def covers(self, offset: int) -> bool:
        return self.block.start <= offset < self.block.end

    def _tokens(self, start: int, end: int) -> tuple[int, int]:
        first = min(bisect_left(self.ends, start + 1), len(self.ends) - 1)
        return first, max(first, bisect_left(self.starts, end) - 1)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int
    end: int
    space: bool
    mention: Mention | None


def parse_blocks(nlp: Language, article: Article, mentions: Sequence[Sequence[Mention]]) -> list[Passage]:
    """The passages of an article, block by block, given each block's mentions in order."""
    prepared = []
    for block, found in zip(article.blocks, mentions, strict=True):
        headline = block.kind is BlockKind.HEADLINE
        pieces = _pieces(
            nlp, article.text, block, found, headline and _title_case(article.text[block.start : block.end])
        )
        runs = list(_runs(pieces))
        for run in runs:
            part = Block(block.kind, run[0].start, run[-1].end) if len(runs) > 1 else block
            prepared.append((part, run, headline))
    docs = [
        Doc(nlp.vocab, words=[p.text for p in pieces], spaces=[p.space for p in pieces])
        for _, pieces, _ in prepared
    ]
    docs = list(nlp.pipe(docs, disable=[RECOGNISER]))
    recognise(nlp, ((d, not top and _leaves_names(p)) for d, (_, p, top) in zip(docs, prepared, strict=True)))
    passages = []
    for doc in docs:
        rehang(doc)
    for (block, pieces, headline), doc in zip(prepared, docs, strict=True):
        passage = Passage(block, doc, [p.start for p in pieces], [p.end for p in pieces], headline=headline)
        passage.mention_at = {i: p.mention for i, p in enumerate(pieces) if p.mention is not None}
        passages.append(passage)
    return passages


def _leaves_names(pieces: list[_Piece]) -> bool:
    """Whether a passage may name somebody beside its mentions: two words with capitals in a row of such and of short ones.

    Only there need the recogniser look for names.
    """
    capitals = 0
    for piece in pieces:
        word = piece.text
        if piece.mention is None and word[:1].isupper():
            capitals += word not in _NAMELESS
        elif piece.mention is not None or len(word) >= _SHORT:
            capitals = 0
        if capitals > 1:
            return True
    return False


def _runs(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces, cut where they go on without a full stop beyond any sentence: what looks at a sentence's every pair of
    words must not meet one of a thousand.
    """
    start = since = 0
    for i, piece in enumerate(pieces):
        if piece.text in _STOPS:
            since = i + 1
        elif i - since >= _LONGEST:
            yield pieces[start:i]
            start = since = i
    yield pieces[start:]


def _pieces(nlp: Language, text: str, block: Block, mentions: Iterable[Mention], lower: bool) -> list[_Piece]:
    whole = [m for m in mentions if m.kind in _WHOLE]
    tokens = Tokens(nlp, text, block.start, block.end)
    pieces: list[_Piece] = []
    at = block.start
    for mention in whole:
        if mention.start < at:
            continue
        pieces.extend(_plain(tokens, text, at, mention.start, lower))
        article = _ARTICLE.search(text, at, mention.start)
        first = article.start() if article is not None and len(pieces) > 1 else mention.start
        opening = max(block.start - 1, first - _OPENING, 0)
        if pieces and _TIME_FIRST.search(text, opening, first) and not _YEAR_OF.search(text, opening, first):
            behind = pieces.pop() if first < mention.start else None
            pieces.append(_added(",", pieces[-1].end))
            pieces += [behind] if behind is not None else []
        if pieces and mention.kind is MentionKind.PERSON and _DOING.search(text, opening, mention.start):
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text.lower())
        pieces.append(
            _Piece(
                _stand_in(mention) if not _of_state(mention, text) else "French",
                mention.start,
                mention.end,
                text[mention.end : mention.end + 1].isspace(),
                mention,
            )
        )
        at = mention.end
        if mention.kind in _DATED:
            apart = _SET_APART.match(text, at, block.end)
            bare = _BARE_DAY.match(text, at, block.end)
            pieces += [_added(",", at)] if apart is not None else []
            pieces += [_added("on", at)] if bare is not None else []
            if apart is not None:
                pieces += [*_plain(tokens, text, at, apart.end(), lower), _added(",", apart.end())]
                at = apart.end()
    pieces.extend(_plain(tokens, text, at, block.end, lower))
    return pieces


def _added(word: str, at: int) -> _Piece:
    """A word for the parser that the text does not have."""
    return _Piece(word, at, at, True, None)


def _plain(tokens: Tokens, text: str, start: int, end: int, lower: bool) -> list[_Piece]:
    """The words between two mentions; the make of a weapon is one, however long."""
    found: list[_Piece] = []
    at = start
    for first, last, word in () if lower or start >= end else makes(text[start:end]):
        found += _words(tokens, text, at, start + first, lower)
        at = start + last
        found.append(_Piece(word, start + first, at, text[at : at + 1].isspace(), None))
    return [*found, *_words(tokens, text, at, end, lower)]


def _words(tokens: Tokens, text: str, start: int, end: int, lower: bool) -> list[_Piece]:
    otherwise = {m.start(1): "duo" for m in _TWO.finditer(text, start, end)}
    otherwise |= {m.start(1): "statement" for m in _SAID_IN.finditer(text, start, end)}
    halves = {i for m in _CO.finditer(text, start, end) for i in range(m.start(), m.end())}
    return [
        _Piece(
            otherwise.get(first) or (text[first:last].lower() if lower else text[first:last]),
            first,
            last,
            text[last : last + 1].isspace(),
            None,
        )
        for first, last in (tokens.between(start, end) if start < end else ())
        if first not in halves
    ]


def _of_state(mention: Mention, text: str) -> bool:
    return mention.kind is MentionKind.STATE and _OF_STATE.match(text, mention.end) is not None


def _stand_in(mention: Mention) -> str:
    if mention.kind is MentionKind.POST:
        return "presidents" if mention.plural else "president"
    if mention.kind is MentionKind.METONYM:
        return mention.text.split()[-1]
    if mention.kind in (MentionKind.DEMONYM, MentionKind.TIME):
        return mention.text.split()[0]
    return _STAND_IN[mention.kind]


def _title_case(line: str) -> bool:
    """Whether nearly every longer word of a headline is capitalised."""
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.75 * len(words)
