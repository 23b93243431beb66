"""Articles with the words of their facts marked, as one HTML page to read by eye."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import pairwise

from summitry.graph.article import Article
from summitry.graph.claims import Claim
from summitry.graph.jsonl import fact_of

_STYLE = """body{font:16px/1.6 Georgia,serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
article{display:grid;grid-template-columns:3fr 2fr;gap:2rem;border-top:1px solid #ccc;padding:1rem 0}
.text{white-space:pre-wrap}mark{background:#fff1b8;border-bottom:2px solid #b8860b;padding:0}
ol{font:14px/1.5 system-ui,sans-serif;padding-left:1.5rem}code{font-weight:600}
@media(max-width:50rem){article{grid-template-columns:1fr}}
@media(prefers-color-scheme:dark){body{color:#e8e6e3;background:#16181c}mark{color:inherit;background:#4a3f12}}"""
_SILENT = ("article", "file", "type", "evidence", "as_written", "certainty", "attribution")


def as_html(read: Iterable[tuple[Article, tuple[Claim, ...]]]) -> str:
    """One page for all articles: each text with its evidence marked, its facts beside it, numbered alike."""
    body = "".join(_article(article, claims) for article, claims in read)
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Facts</title><style>{_STYLE}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>\n'


def _article(article: Article, claims: tuple[Claim, ...]) -> str:
    facts = "".join(_fact(n, claim) for n, claim in enumerate(claims, 1))
    title = escape(article.title or article.file)
    return f'<article><div><h2>{title}</h2><div class="text">{_text(article, claims)}</div></div><ol>{facts}</ol></article>'


def _fact(number: int, claim: Claim) -> str:
    slots = ", ".join(
        f"{k}: {escape(_shown(v))}"
        for k, v in fact_of(claim).items()
        if k not in _SILENT and v not in (None, [], "")
    )
    return f'<li id="f{number}-{claim.key}"><code>{claim.type}</code> {slots} <small>({claim.finding.certainty:.2f})</small></li>'


def _shown(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _text(article: Article, claims: tuple[Claim, ...]) -> str:
    """The text with a mark wherever evidence covers it; marks are cut at each other's ends, so that they never cross."""
    spans = [(e.start, e.end, n) for n, c in enumerate(claims, 1) for e in c.finding.evidence]
    cuts = sorted({0, len(article.text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)})
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for start, end, number in spans:
        starts.setdefault(start, []).append(number)
        ends.setdefault(end, []).append(number)
    pieces: list[str] = []
    here: list[int] = []
    for left, right in pairwise(cuts):
        for number in ends.get(left, ()):
            here.remove(number)
        here.extend(starts.get(left, ()))
        words = escape(article.text[left:right])
        facts = ", ".join(f"{n} {claims[n - 1].type}" for n in sorted(set(here)))
        pieces.append(f'<mark title="{facts}">{words}</mark>' if here else words)
    return "".join(pieces)
