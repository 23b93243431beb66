"""What the words around a membership make of it: a wish, a guest's part, something bygone or still to come."""

from __future__ import annotations

import re

from summitry.graph.claims import Entity
from summitry.graph.extract.clubs import on_record
from summitry.graph.extract.template import Template

_TO_COME = re.compile(r"\bin principle\b|\b(?:was|were|been|is|are|being) accepted\b|\bacceptance of\b")
_BYGONE = re.compile(  # "Until 1999, X also belonged to it"
    r"(?i)(?:until|up to|till) (?!now\b|recently\b|then\b)[^,;.]{1,30},? [^.;]*\b(?:belonged|was|were|had been|took part|participated|sat)\b"
)
_AS_GUEST = re.compile(
    r"(?i) (?:as (?:an? )?(?:\w+ )?(?:observer|associate|dialogue partner)|(?:in|with) (?:the |an? )?(?:status of (?:an? )?observer|observer status))"
)
_WISHED = re.compile(  # "states that want to join the bloc include X"
    r"(?i)\b(?:want\w*|wish\w*|hop(?:e|es|ed|ing)|seek\w*|sought|appl(?:y|ied|ying|ications?)|ask\w*|request\w*|interest\w*|desire\w*|bids?|aspir\w+|eager|keen|queu\w+)"
    r"(?: for (?:full )?(?:the )?$|[^.;⟦]{0,30}? (?:(?:to |in )?(?:join\w*|enter\w*|becom\w+ (?:an? )?(?:new |full )?(?:members?|part) of)|(?:membership|entry|accession)(?: of| in| to| into)?) (?:the )?$)"
)


def told_as(template: Template, match: re.Match[str], status: str) -> str:
    """The status that a phrase tells: who comes as a guest is an observer, who is named among those that want to join an applicant."""
    if status in ("member", "applicant", "acceding") and _AS_GUEST.match(template.text, match.end()):
        return "observer"
    groups = match.groupdict()
    behind = groups.get("org") and groups.get("members") and match.start("org") < match.start("members")
    if status == "member" and behind and _WISHED.search(template.text[: match.start("org")]):
        return "applicant"
    return status


def stage(template: Template, member: Entity, organisation: Entity, status: str) -> str:
    """A member as the text has it; who is accepted, or admitted in principle, and not yet on record is still to come in."""
    if status == "member" and _BYGONE.match(template.text):
        return "former"
    if status != "member" or not _TO_COME.search(template.text):
        return status
    day = template.reading.published
    return "member" if day is not None and member.key in on_record(template, organisation) else "acceding"
