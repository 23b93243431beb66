"""A piece -> its role: text worth reading, or page furniture; judged by its own words alone.

The patterns are anchored and bounded, so that a line costs time in proportion to its length at most.
"""

from __future__ import annotations

import re
from enum import Enum, auto

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)


class Role(Enum):
    """What a piece is to its page."""

    TEXT = auto()
    FURNITURE = auto()  # never worth reading
    RELATED = auto()  # heads a list of other stories
    COMMENTS = auto()  # heads what readers wrote, or the page's foot


# Openings that no sentence of an article has, however the line goes on.
_OPENINGS = re.compile(
    r"""(?:[•·▪■►▶>»*|–—-]\s*)?(?:
      read\ (?:also|more|next|full|the\ full|this|here|in\ app|all)\b(?!\ (?:than|about\ how))
    | (?:also|to)\ read(?:\ the)?\s*[:|]?\s*(?!the\b)
    | (?:see|watch|listen|learn)\ (?:also|more|now|live)\b | (?:watch|listen|video|photos?|pics?|gallery|podcast|explainer|opinion|analysis)\s*[:|]
    | related\s*(?:stor(?:y|ies)|articles?|news|posts?|coverage|links?)?\s*[:|] | related(?=[A-Z])
    | more\ (?:on\ this|from|in|about\ this)\b.{0,60}$ | next\ in\b
    | (?:photo|picture|image|video|file\ photo|photograph|illustration)s?\s*(?:credits?|by|source|via|courtesy|copyright)\b
    | (?:image|photo|picture|source|credit|courtesy|via|photos)\s*[:©].{0,80}$ | (?:image|photo)\ caption\b
    | html\ image\b | featured\ image\b | enlarge\ (?:this\ )?image | hide\ caption | toggle\ caption
    | (?:©|\(c\)|copyright\b|all\ rights\ reserved|reprinted\ with)
    | comments?\ off\b | (?:no|\d+)\ (?:comments?|shares?|views?|likes?|reactions?|replies)\b
    | (?:written|posted|published|updated|last\ (?:modified|updated|edited)|first\ published|created|modified|date|publication\ date|release\ date)\s*(?:by|on|at|in|:|\|)
    | (?:last\ modified|last\ updated|first\ published)\b
    | (?:tags?|topics?|keywords?|categor(?:y|ies)|section|labels?|filed\ under|posted\ in|tagged|in\ this\ (?:article|story))\s*[:|]
    | (?:tags|filed\ under|posted\ in|tagged\ (?:with|in|as))\b.{0,200}$
    | share\b.{0,60}$ | (?:tweet|pin\ it|e-?mail|print|whatsapp|facebook|twitter|telegram|linkedin)\b.{0,40}$
    | (?:follow|find|like|join|contact|support|visit)\ us\b | follow\ .{1,60}\ (?:on|@)
    | (?:click|tap|swipe|scroll)\ (?:here|to|on|below)\b | sign\ (?:up|in)\b | log\ ?in\b | register\b.{0,60}$ | subscribe\b | unsubscribe\b
    | (?:get|receive|download)\ (?:the|our|your|all|more)\ .{0,60}(?:app|newsletter|inbox|alerts?|headlines|updates?|offer)\b
    | (?:this|our|the)\ (?:web)?site\ uses\b | we\ use\ cookies | by\ (?:continuing|using|clicking|subscribing|signing)\b.{0,200}(?:you|cookies)
    | (?:accept|manage|reject)\ (?:all\ )?cookies | cookies?\ (?:policy|settings|notice|preferences) | privacy\ (?:policy|notice)
    | terms\ (?:of|and)\ | disclaimer\b | advertis(?:e|ement|ing)\b.{0,60}$ | sponsored\b | promoted\b | paid\ (?:content|post)
    | skip\ (?:to|advertisement|ad)\b | (?:main|left|right|top)\ menu\b | menu$ | loading\b.{0,20}$ | search\b.{0,30}$ | home\s*[»›>/|]
    | you\ are\ here | back\ to\ (?:top|main|home)\b.{0,30}$ | (?:next|previous|prev)(?:\ (?:news|post|article|story|page))?\s*(?:[:»«›‹→←]|$)
    | (?:adjust\ )?(?:font|text)(?:\ size)?\s*[:A]{1,5}$ | text\s*:\s*A | (?:est\.?\ )?reading\ time\b | \d+\ min(?:ute)?s?\ (?:read|ago)
    | (?:this|the)\ (?:story|article|report|content|post)\ (?:has\ been|was|is)\ (?:published|auto|first|originally|not\ been|republished|reproduced)
    | \(?(?:only|except\ for)\ the\ headline | with\ (?:inputs?|input|files|additional\ reporting)\ (?:from|by)
    | \(?(?:reporting|writing|additional\ reporting|editing|compiled|edited|translated|reported|produced)(?:\ and\ \w+)?\ by\b
    | (?:the\ )?(?:views|opinions)\ expressed | invalid\ e-?mail | (?:your|e-?mail)\ (?:e-?mail|address|name)\b | pic\.twitter\.com
    | (?:if\ you|do\ you)\ (?:like|liked|enjoyed|found|value|have\ a\ news)\b | (?:help|please)\ (?:us|support|consider|share|note:)
    | you\ have\ \d+ | the\ rest\ is\ for\ subscribers | already\ a\ subscriber | to\ (?:read|continue\ reading)\b.{0,80}$
    | (?:error|javascript)\b.{0,80}(?:enable|browser|javascript) | your\ browser\b | (?:play|mute|unmute|pause)(?:\ video)?$ | duration\ \d
    | (?:file\ photo|file\ image|stock\ photo|representational?\ image)\s*$ | source\ (?:link|from)\b.{0,60}$ | \(?source\s*[:：].{0,60}$
    | (?:ends?|full\ text|transcript|translated\ from)\W{0,3}$ | first\ published\b | edition\s*: | edited\ by\b.{0,60}$ | left\ menu$
    | https?://\S*$ | www\.\S+$ | @\w+$ | \#\w+(?:\s+\#\w+)*$
    )""",
    re.I | re.X,
)
_RELATED = re.compile(
    r"""(?:related|similar|recommended|suggested)(?:\ (?:posts?|articles?|stories|story|news|content|reading|coverage|topics?|links?|videos?|items?|for\ you|read))?
    | (?:more|other|latest|recent|top|popular|trending|breaking|featured|previous|also\ in)\ (?:.{0,25}\ )?(?:news|stories|posts?|articles?|headlines|reads?|topics?|videos?|coverage|reports)
    | most\ (?:read|popular|viewed|shared|recent|commented)(?:\ .{0,25})? | (?:trending|popular|recommended)(?:\ (?:now|today|this\ week))?
    | you\ (?:may|might|could)\ (?:also\ )?(?:like|be\ interested\ in|have\ missed|enjoy)(?:\ .{0,20})? | (?:others|people|also|readers)\ (?:also\ )?(?:read|like|liked|viewed)
    | (?:don['’]?t|do\ not)\ miss(?:\ .{0,20})? | hot\ this\ week | what\ (?:else\ )?to\ read(?:\ next)? | read\ (?:next|also|more) | check\ also | see\ also | also\ read
    | editors?['’]?s?\ (?:picks?|choice) | (?:next|more)\ in\ .{2,30} | in\ (?:other\ news|this\ section|case\ you\ missed\ it) | more\ (?:from|on|by|like)\ .{2,40}
    | up\ next | must\ reads? | around\ the\ web | from\ (?:around\ )?the\ web | off\ the\ wire | from\ our\ partners | about\ the\ author | further\ reading""",
    re.I | re.X,
)
_COMMENTS = re.compile(
    r"""(?:\d+\ |no\ |view\ |show\ |add\ |post\ |reader\ |user\ |facebook\ )?(?:a\ |your\ |all\ )?comments?(?:\ \(\d+\)|\ section|\ below|\ policy)?
    | (?:\d+\ )(?:responses|replies|thoughts)(?:\ (?:to|on)\ .{0,200})? | (?:leave|write|post|add|make)\ (?:a|your)\ (?:reply|comment|review)(?:\ .{0,40})?
    | join\ the\ (?:conversation|discussion) | (?:cancel\ )?reply | your\ view\ ?point | what\ do\ you\ think\??""",
    re.I | re.X,
)
_BYLINE = re.compile(
    r"(?i:by|from|text|author|editor|correspondent|reporter)\s*:?\s+[\w’'.-]+(?:[ ,/|&-]+[\w’'.-]+){0,9}$",
    re.U,
)
_AGENCY = re.compile(r"[-–—/(\[]{1,3}\s?[A-Z][\w./& -]{1,30}[)\]/]?\.?$")
_WHEN = re.compile(
    rf"(?:{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{MONTH}\.?[\s,-]*(?:\d{{4}})?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?"
    r"|\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+ago|(?:a|an|one)\s+(?:minute|hour|day|week|month|year)\s+ago"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?)",
    re.I,
)
_LABEL = re.compile(
    r"\b(?:by|on|at|in|comments? off.*|published|updated|posted|modified|created|last|first|date|time|gmt|utc|ist|est|edt|[ap]\.?m\.?|local)\b"
    r"|[^\w\s]|\d+",
    re.I,
)
_YEAR_DAY = re.compile(r"\d{4}|\bago\b|\d{1,2}:\d{2}")
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|to|says?|said|met|meets?|visits?|arrives?)\b", re.I
)
_CAPTION = re.compile(
    r"(?:\((?:AP|AFP|EPA|Reuters|Getty|Xinhua|File|Photo|Image)\b[^)]{0,80}\)|\([^()]{0,80}(?:photo|via AP|pool|getty|reuters|afp)[^()]{0,40}\)"
    r"|\[?(?:File |Handout )?(?:photo|image|picture)\s*[:/|].{0,80}|[/|—–-]\s?(?:AFP|AP|REUTERS|Reuters|Getty Images?|EPA|TASS|Xinhua|VNA|AA)\b.{0,60}"
    r"|(?:image|photo) credit.{0,60}|©.{2,80})\W{0,3}$",
    re.I,
)
_CRUMBS = re.compile(r"\s[»›>|]\s|\s/\s")
FURTHEST = 400  # characters of a piece that are looked at; furniture shows itself at the start or is short


def role(text: str) -> Role:
    """What a piece is to its page, as far as its own words tell."""
    head = text[:FURTHEST]
    if not any(c.isalpha() for c in head) and not any(c.isalpha() for c in text):
        return Role.FURNITURE
    label = head.strip(" :»›>•*#-–—|.…\n").replace("\xa0", " ") if len(text) <= 240 else ""
    if label and _RELATED.fullmatch(label):
        return Role.RELATED
    if label and _COMMENTS.fullmatch(label):
        return Role.COMMENTS
    if _OPENINGS.match(head.replace("\n", " ")) or (len(text) < FURTHEST and _is_margin(head)):
        return Role.FURNITURE
    return Role.TEXT


def is_caption(text: str) -> bool:
    """Whether the piece ends as the words under a picture do: in the photographer's or the agency's name."""
    return len(text) < 600 and bool(_CAPTION.search(text[-160:]))


def _is_margin(text: str) -> bool:
    words = text.split()
    if len(words) <= 12 and _BYLINE.match(text) and text[-1] not in '.!?”"' and _names(words[1:]):
        return True
    if len(words) <= 4 and _AGENCY.match(text):
        return True
    if len(words) <= 12 and len(_CRUMBS.findall(text)) >= 2:
        return True
    return _is_dated(text, words)


def _names(words: list[str]) -> bool:
    """Whether most words could be of a name: capitals or digits first, or small words of a byline."""
    small = {
        "and",
        "de",
        "in",
        "of",
        "for",
        "at",
        "al",
        "the",
        "with",
        "correspondent",
        "staff",
        "writer",
        "von",
        "van",
        "reporter",
    }
    return all(w[0].isupper() or not w[0].isalpha() or w.lower() in small for w in words if w)


def _is_dated(text: str, words: list[str]) -> bool:
    """A line of little but a date: "NAME / October 16, 2023", "1 month ago NAME", "Politics | 2019-02-17 13:44"."""
    if len(words) > 22 or not _WHEN.search(text):
        return False
    rest = _LABEL.sub(" ", _WHEN.sub(" ", text)).split()
    if _VERB.search(" ".join(rest)):
        return False
    return len(rest) <= (6 if _YEAR_DAY.search(text) else 1) and text[-1] not in '”"?!'
