"""The lexicon of posts and titles: the words that name one -> its canonical role; the words are in posts.txt.

Canonical roles are the strings of the public interface ("president", "foreign minister", "spokesperson" …).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summitry.graph.errors import ConfigurationError

# words that may stand before a post and say nothing of it
QUALIFIERS = frozenset(
    "new newly current incumbent sitting longtime long-time veteran elected re-elected reelected appointed "
    "authoritarian embattled visiting outgoing incoming acting interim caretaker transitional top senior chief main "
    "first second third 1st 2nd 3rd powerful hardline conservative liberal leftist right-wing left-wing centrist populist "
    "pro-russian pro-western pro-european executive federal national his her their its our own own’s outspoken "
    "official diplomatic presidential ministerial press strongman coordinating notorious respected popular unpopular controversial flamboyant "
    "charismatic beleaguered influential prominent reformist moderate nationalist youthful ageing aging ailing combative fiery "
    "pragmatic reclusive maverick iron-fisted hawkish dovish divisive exiled able energetic eloquent".split()
)
FORMER = frozenset(
    "former ex ex- then late deposed ousted one-time onetime erstwhile previous past toppled sacked dismissed fired overthrown slain assassinated".split()
)

# posts that a person holds for a state or organisation and that make an office fact; the others only help to find people
MINOR = frozenset(
    {
        "master",
        "head",
        "director",
        "deputy director",
        "assistant director",
        "leader",
        "minister",
        "negotiator",
        "prosecutor",
        "commander",
        "chairman",
        "party leader",
        "parliamentary leader",
    }
)

# posts that just one state or organisation calls so
AT_HOME = {
    "deputy secretary of state": "state/united-states",
    "assistant secretary of state": "state/united-states",
    "deputy assistant secretary of state": "state/united-states",
    "under secretary of state": "state/united-states",
    "trade representative": "state/united-states",
    "chancellor of the exchequer": "state/united-kingdom",
    "deputy trade representative": "state/united-states",
    "chief cabinet secretary": "state/japan",
    "deputy secretary of defense": "state/united-states",
    "deputy defence secretary": "state/united-states",
    "high commissioner for human rights": "organisation/un",
    "high commissioner for refugees": "organisation/un",
    "special rapporteur": "organisation/un",
}
COUNTERPARTS = frozenset({"counterpart", "counterparts", "homologue", "colleague", "colleagues"})
HEIRS = {
    "predecessor": True,
    "predecessors": True,
    "successor": False,
}  # who had, or has, somebody's post; True: had
CHAMBERS = frozenset(
    "parliament assembly senate congress duma house chamber bundestag knesset majlis rada sejm people's people".split()
)
DIETS = CHAMBERS | frozenset(
    "riigikogu seimas saeima bundesrat nationalrat folketing storting riksdag eduskunta skupština skupstina sobranie jirga "
    "mejlis kenesh sabha althing dáil dail sobor khural hural kneset cortes milli oliy jogorku kurultai".split()
)  # the names of parliaments, too
PARLIAMENTS = CHAMBERS | frozenset(
    "verkhovna national state federal upper lower representatives deputies federation legislative council of the".split()
)  # the words that may stand in the name of one
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady gen gen. general lt lt. lieutenant col col. colonel major maj. "
    "adm adm. admiral marshal sheikh sheik shaikh prof prof. professor hon hon. comrade imam ayatollah hojatoleslam "
    "grand cardinal archbishop capt. captain sayyid his excellency majesty highness holiness prince princess "
    "field amb. sen. rep. representative congressman congresswoman judge justice honourable honorable rt right most cde cde. dame baroness baron duke duchess viscount earl "
    "sheikha shaikha sheykh shaykh mullah maulana mufti rabbi father sister mother brother reverend rev rev. fr. pastor bishop "
    "patriarch venerable ven. swami shri shrimati smt smt. kumari alhaji hajiya hajia haji hajj hojjatoleslam "
    "barrister engr engr. eng. ing. lic. senator parliamentarian mp academician datuk dato datin tan-sri tuan tunku "
    "samdech techo lyonpo dasho ratu lieutenant-general brig brig. brigadier commodore cdre cdre. cmdr cmdr. cdr cdr. sgt sgt. "
    "sergeant cpl madam madame mme monsieur herr frau señor senor doña dona begum sayyed seyyed syed h.e. h.h. h.r.h. hh hrh "
    "hm hon'ble rt. seri comandante commandant vice-admiral rear-admiral".split()
)
_AMERICAN = {"defence": "defense", "adviser": "advisor", "councillor": "councilor", "labour": "labor"}
_MANY = {
    "minister": "ministers", "president": "presidents", "premier": "premiers", "pm": "pms", "leader": "leaders",
    "ambassador": "ambassadors", "envoy": "envoys", "adviser": "advisers", "advisor": "advisors",
    "spokesman": "spokesmen", "spokesperson": "spokespersons", "speaker": "speakers", "king": "kings",
    "emir": "emirs", "monarch": "monarchs", "chancellor": "chancellors", "governor": "governors", "mayor": "mayors",
    "chairman": "chairmen", "commander": "commanders", "commissioner": "commissioners", "representative": "representatives",
    "senator": "senators", "lawmaker": "lawmakers", "diplomat": "diplomats", "ruler": "rulers",
}  # fmt: skip
_HEADS = {
    "chief": "chiefs",
    "head": "heads",
    "director": "directors",
    "secretary": "secretaries",
}  # in posts of several words
_STRANGE = {"head of state": "heads of state", "head of government": "heads of government",
            "secretary general": "secretaries general"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A post's words (lower case) and canonical role."""

    words: tuple[str, ...]
    role: str
    plural: bool


# posts of people whom their state sends to another
POSTED = frozenset(
    {"ambassador", "high commissioner", "consul general", "charge d'affaires", "permanent representative"}
)
# posts that a city or a region may have, too
OF_PLACES = frozenset(
    {
        "mayor",
        "governor",
        "crown prince",
        "ruler",
        "emir",
        "leader",
        "deputy governor",
        "deputy mayor",
        "deputy emir",
    }
)


@cache
def role_index() -> dict[str, tuple[Role, ...]]:
    """First word -> the posts that begin with it, longest first."""
    found: dict[tuple[str, ...], Role] = {}
    for role, phrases in _lines()[0].items():
        for phrase in phrases:
            for form, plural in _forms(phrase):
                words = tuple(form.replace("-", " - ").split())
                found.setdefault(words, Role(words, role, plural))
    index: dict[str, list[Role]] = {}
    for words, post in found.items():
        index.setdefault(words[0], []).append(post)
    return {first: tuple(sorted(posts, key=lambda r: -len(r.words))) for first, posts in index.items()}


@cache
def portfolios() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the portfolios that begin with it, longest first, in lower case."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in _lines()[1]:
        for form in {name, *(american for american, _ in _forms(name))}:
            words = tuple(form.lower().split())
            index.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in index.items()}


def _forms(phrase: str) -> Iterator[tuple[str, bool]]:
    """The phrase with its American spelling, its plural and its hyphens, each with whether it is of many."""
    american = " ".join(_AMERICAN.get(word, word) for word in phrase.split())
    for form in dict.fromkeys((phrase, american)):
        yield form, False
        if form.endswith("general") or form.startswith(("vice ", "deputy ", "prime ", "under ")):
            yield (
                form.replace(" general", "-general")
                .replace("vice ", "vice-", 1)
                .replace("prime ", "prime-", 1),
                False,
            )
        head, _, rest = form.partition(" of ")
        first, _, last = head.rpartition(" ")
        many = _STRANGE.get(form) or _many(first, last, rest)
        if many is not None:
            yield many, True


def _many(first: str, last: str, rest: str) -> str | None:
    """ "chiefs of staff", "prosecutors general": the plural of a post by the word that it heads."""
    if last == "general" and first and " " not in first:
        return f"{_MANY.get(first, first + 's')} general"
    many = _MANY.get(last) or (_HEADS.get(last) if first or rest else None)
    return " ".join(filter(None, (first, many, "of " + rest if rest else ""))) if many is not None else None


@cache
def _lines() -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The posts and the portfolios of posts.txt."""
    file = Path(__file__).with_name("posts.txt")
    posts: dict[str, tuple[str, ...]] = {}
    names: tuple[str, ...] | None = None
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        role, colon, words = line.partition(":")
        if line == "[portfolios]":
            names = ()
        elif names is not None:
            names += tuple(word.strip() for word in line.split(","))
        elif colon:
            posts[role.strip()] = tuple(word.strip() for word in words.split(","))
        else:
            raise ConfigurationError(
                f"{file.name}:{number}: {line!r} names a role, but no words for it after a colon"
            )
    return posts, names or ()
