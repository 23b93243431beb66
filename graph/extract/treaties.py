"""Which state ratified, signed, stayed out of or left which treaty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summitry.graph.claims import Finding, Treaty
from summitry.graph.extract.template import Template, series, templates
from summitry.graph.gazetteer import Gazetteer
from summitry.graph.mentions.reading import Reading

_WHO = series("SC", "party") + r"(?: (?:close to|near|in) ⟦[A-Z]\d+⟧)?"
_NOT = r"(?:has not|have not|hasn't|haven't|did not|never|had not|has never|have never|has yet to|have yet to|had never)"
_T = r"[^.;⟦]{0,50}?(?:the |its |their )?⟪T⟫"
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), status)
    for p, status in (
        (rf"{_WHO}(?:,? which|,? that)? {_NOT} (?:\w+ )?(?:ratif\w+|accede\w*|join\w*|sign\w*)(?: or \w+)?{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which )?(?:is|are|was|were) (?:not|neither|no longer)(?: yet)? (?:an? )?(?:party|parties|signator\w+|members?|state part\w+|bound)(?: to| of| by)?{_T}", "not_ratified"),
        (rf"{_WHO} (?:has |have )?(?:signed)(?:,)? but (?:has |have |did )?(?:not|never) ratif\w+{_T}", "not_ratified"),
        (rf"{_WHO} (?:has |have |had |will |is to |formally |officially |announced )*(?:withdr[ae]wn?|pull(?:ed|s)? out|quit|left|exit(?:ed)?|walked away|revoked|denounced)(?: of| from)?{_T}", "withdrew"),
        (rf"{_WHO}(?:'s)? (?:withdrawal|exit|departure) from{_T}", "withdrew"),
        (rf"{_WHO} (?:has |have |had |also |already |recently |formally )*(?:ratified|acceded to|joined)(?: \w+)?{_T}", "ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|as) (?:also |both |all )?(?:an? )?(?:state )?(?:part(?:y|ies)|members?|states? part(?:y|ies)) (?:to|of){_T}", "ratified"),
        (rf"[Aa]s an? (?:state )?(?:party|member) (?:to|of){_T},? {_WHO}", "ratified"),
        (rf"{_WHO},? (?:an? )?(?:state )?(?:part(?:y|ies)|members?) (?:to|of){_T}", "ratified"),
        (rf"{_WHO} (?:has |have |had |also |jointly )*signed(?: \w+)?{_T}", "signed"),
        (rf"{_WHO},? (?:is |are |was )?(?:an? )?(?:original )?signator(?:y|ies) (?:to|of){_T}", "signed"),
    )
)  # fmt: skip


def find(reading: Reading) -> Iterator[Finding]:
    """The treaty positions that an article states; each party and treaty once."""
    names = _names(reading.gazetteer)
    seen: set[tuple[str, str]] = set()
    for template in templates(reading):
        for start, end, treaty in _treaties(template.text, names):
            for found in _about(template, start, end, treaty):
                payload = found.payload
                assert isinstance(payload, Treaty)
                if (payload.party.key, treaty) not in seen:
                    seen.add((payload.party.key, treaty))
                    yield found


def _names(gazetteer: Gazetteer) -> list[tuple[re.Pattern[str], str]]:
    pairs = [(alias, treaty.name) for treaty in gazetteer.treaties() for alias in treaty.names]
    pairs.sort(key=lambda p: -len(p[0]))
    return [(re.compile(rf"\b{re.escape(alias)}\b"), name) for alias, name in pairs]


def _treaties(text: str, names: list[tuple[re.Pattern[str], str]]) -> Iterator[tuple[int, int, str]]:
    taken: list[tuple[int, int]] = []
    for pattern, name in names:
        for match in pattern.finditer(text):
            if not any(s < match.end() and match.start() < e for s, e in taken):
                taken.append(match.span())
                yield match.start(), match.end(), name


def _about(template: Template, start: int, end: int, treaty: str) -> Iterator[Finding]:
    """The patterns are read with the treaty's name replaced by one mark of the same length."""
    mark = "⟪T⟫"
    text = template.text[:start] + mark + template.text[end:]
    for pattern, status in _PATTERNS:
        for match in pattern.finditer(text):
            if re.search(r"\b(?:close to|near|with|from|against|of|by|in|to) (?:the )?$", text[: match.start()]):
                continue
            parties = template.states(match["party"])
            if not parties:
                continue
            first = match.start()
            last = match.end() - len(mark) + (end - start) if match.end() > start else match.end()
            evidence = template.piece(first, min(last, len(template.text)))
            for party in parties:
                yield Finding(Treaty(party, treaty, status), (evidence,), 0.9, f"treaty.{status}")
            return
