"""The closed lexicon of posts and titles: the words that name one -> its canonical role.

Canonical roles are the strings of the public interface ("president", "foreign minister", "spokesperson" …).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

# words that may stand before a post and say nothing of it
QUALIFIERS = frozenset(
    "new newly current incumbent sitting longtime long-time veteran elected re-elected reelected appointed "
    "authoritarian embattled visiting outgoing incoming acting interim caretaker transitional top senior chief main "
    "first second third powerful hardline conservative liberal leftist right-wing left-wing centrist populist "
    "pro-russian pro-western pro-european executive federal national his her their its our own own’s outspoken "
    "diplomatic presidential ministerial press strongman".split()
)
FORMER = frozenset(
    "former ex ex- then late deposed ousted one-time onetime erstwhile previous past toppled".split()
)

_ROLES: dict[str, str] = {
    "president": "president",
    "presidents": "president",
    "head of state": "president",
    "heads of state": "president",
    "prime minister": "prime minister",
    "prime ministers": "prime minister",
    "prime-minister": "prime minister",
    "prime minster": "prime minister",  # a slip of the pen that many papers print
    "premier": "prime minister",
    "premiers": "prime minister",
    "pm": "prime minister",
    "head of government": "prime minister",
    "chancellor": "chancellor",
    "taoiseach": "prime minister",
    "chief executive": "chief executive",
    "vice president": "vice president",
    "vice-president": "vice president",
    "deputy president": "vice president",
    "deputy prime minister": "deputy prime minister",
    "deputy prime ministers": "deputy prime minister",
    "vice prime minister": "deputy prime minister",
    "vice premier": "deputy prime minister",
    "deputy premier": "deputy prime minister",
    "foreign minister": "foreign minister",
    "foreign ministers": "foreign minister",
    "fm": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of foreign and european affairs": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "external affairs minister": "foreign minister",
    "minister of external affairs": "foreign minister",
    "minister of external relations": "foreign minister",
    "head of diplomacy": "foreign minister",
    "chief of diplomacy": "foreign minister",
    "chief diplomat": "foreign minister",
    "top diplomat": "foreign minister",
    "foreign secretary": "foreign secretary",
    "secretary of state": "secretary of state",
    "state secretary": "state secretary",
    "deputy secretary of state": "deputy secretary of state",
    "assistant secretary of state": "assistant secretary of state",
    "deputy assistant secretary of state": "deputy assistant secretary of state",
    "under secretary of state": "under secretary of state",
    "undersecretary of state": "under secretary of state",
    "permanent representative": "permanent representative",
    "charge d'affaires": "charge d'affaires",
    "chargé d'affaires": "charge d'affaires",
    "deputy foreign minister": "deputy foreign minister",
    "vice foreign minister": "deputy foreign minister",
    "deputy minister of foreign affairs": "deputy foreign minister",
    "vice minister of foreign affairs": "deputy foreign minister",
    "vice-minister of foreign affairs": "deputy foreign minister",
    "deputy defence minister": "deputy defence minister",
    "deputy defense minister": "deputy defence minister",
    "deputy minister of defence": "deputy defence minister",
    "deputy minister of defense": "deputy defence minister",
    "minister of national defence": "defence minister",
    "minister of national defense": "defence minister",
    "national defence minister": "defence minister",
    "national defense minister": "defence minister",
    "state councilor": "state councillor",
    "state councillor": "state councillor",
    "defence minister": "defence minister",
    "defense minister": "defence minister",
    "defence ministers": "defence minister",
    "defense ministers": "defence minister",
    "minister of defence": "defence minister",
    "minister of defense": "defence minister",
    "minister for defence": "defence minister",
    "defence secretary": "defence minister",
    "defense secretary": "defence minister",
    "secretary of defense": "defence minister",
    "secretary of defence": "defence minister",
    "pentagon chief": "defence minister",
    "armed forces minister": "defence minister",
    "armed forces chief": "chief of staff",
    "army chief": "army chief",
    "army commander": "army chief",
    "military chief": "army chief",
    "military leader": "leader",
    "military ruler": "leader",
    "junta chief": "leader",
    "junta leader": "leader",
    "coup leader": "leader",
    "rebel leader": "rebel leader",
    "separatist leader": "leader",
    "regional leader": "leader",
    "state minister": "state minister",
    "first lady": "first lady",
    "chief of the general staff": "chief of staff",
    "chief of general staff": "chief of staff",
    "chief of staff": "chief of staff",
    "chairman of the joint chiefs of staff": "chief of staff",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "spokesperson": "spokesperson",
    "press secretary": "spokesperson",
    "official representative": "spokesperson",
    "chief spokesman": "spokesperson",
    "deputy national security adviser": "deputy national security adviser",
    "deputy national security advisor": "deputy national security adviser",
    "special adviser": "adviser",
    "senior adviser": "adviser",
    "adviser": "adviser",
    "advisor": "adviser",
    "aide": "adviser",
    "foreign policy adviser": "adviser",
    "foreign policy advisor": "adviser",
    "foreign policy aide": "adviser",
    "foreign affairs adviser": "adviser",
    "security adviser": "national security adviser",
    "national security adviser": "national security adviser",
    "national security advisor": "national security adviser",
    "speaker": "speaker",
    "speaker of parliament": "speaker",
    "speaker of the parliament": "speaker",
    "parliament speaker": "speaker",
    "parliamentary speaker": "speaker",
    "house speaker": "speaker",
    "senate speaker": "speaker",
    "speaker of the house": "speaker",
    "speaker of the house of representatives": "speaker",
    "speaker of the upper house": "speaker",
    "speaker of the lower house": "speaker",
    "speaker of the upper house of parliament": "speaker",
    "chairman of the upper house": "speaker",
    "chairman of parliament": "speaker",
    "ambassador": "ambassador",
    "envoy": "special envoy",
    "special envoy": "special envoy",
    "special representative": "special envoy",
    "special presidential envoy": "special envoy",
    "presidential envoy": "special envoy",
    "consul general": "consul general",
    "high commissioner": "high commissioner",
    "high representative": "high representative",
    "foreign policy chief": "high representative",
    "secretaries general": "secretary general",
    "secretary general": "secretary general",
    "secretary-general": "secretary general",
    "general secretary": "secretary general",
    "deputy secretary general": "deputy secretary general",
    "deputy secretary-general": "deputy secretary general",
    "first secretary": "first secretary",
    "director general": "director general",
    "director-general": "director general",
    "commissioner": "commissioner",
    "managing director": "managing director",
    "chairman": "chairman",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "chair": "chairman",
    "king": "king",
    "queen": "queen",
    "monarch": "king",
    "emperor": "emperor",
    "emir": "emir",
    "amir": "emir",
    "sultan": "sultan",
    "crown prince": "crown prince",
    "grand duke": "grand duke",
    "pope": "pope",
    "supreme leader": "supreme leader",
    "paramount leader": "leader",
    "leader": "leader",
    "leaders": "leader",
    "ruler": "leader",
    "strongman": "leader",
    "dictator": "leader",
    "finance minister": "finance minister",
    "finance ministers": "finance minister",
    "minister of finance": "finance minister",
    "treasury secretary": "finance minister",
    "secretary of the treasury": "finance minister",
    "interior minister": "interior minister",
    "minister of the interior": "interior minister",
    "minister of interior": "interior minister",
    "home minister": "interior minister",
    "home secretary": "interior minister",
    "internal affairs minister": "interior minister",
    "chief cabinet secretary": "chief cabinet secretary",
    "attorney general": "attorney general",
    "prosecutor general": "prosecutor general",
    "general prosecutor": "prosecutor general",
    "chief prosecutor": "prosecutor",
    "prosecutor": "prosecutor",
    "minister": "minister",
    "ministers": "minister",
    "deputy minister": "deputy minister",
    "minister of state": "minister of state",
    "governor": "governor",
    "mayor": "mayor",
    "senator": "senator",
    "congressman": "member of parliament",
    "congresswoman": "member of parliament",
    "lawmaker": "member of parliament",
    "member of parliament": "member of parliament",
    "mp": "member of parliament",
    "commander": "commander",
    "commander-in-chief": "commander-in-chief",
    "commander in chief": "commander-in-chief",
    "opposition leader": "opposition leader",
    "master": "master",
    "boss": "master",
    "tenant": "master",
    "president-elect": "president-elect",
    "prime minister-designate": "prime minister-designate",
    "secretary of the security council": "security council secretary",
    "security council secretary": "security council secretary",
    "national security council secretary": "security council secretary",
    "intelligence chief": "intelligence chief",
    "spy chief": "intelligence chief",
    "cia director": "intelligence chief",
    "head": "head",
    "chief": "head",
    "director": "director",
}

_PORTFOLIOS = (
    "trade commerce energy oil petroleum gas mining economy economic justice health education culture tourism transport transportation "
    "agriculture environment labour labor science technology industry immigration information communications "
    "development planning investment infrastructure water security intelligence sports housing European"
).split()

# posts that a person holds for a state or organisation and that make an office fact; the others only help to find people
MINOR = frozenset({"master", "head", "director", "leader", "minister", "prosecutor", "commander", "chairman"})

# posts that just one state calls so
AT_HOME = {
    "deputy secretary of state": "state/united-states",
    "assistant secretary of state": "state/united-states",
    "deputy assistant secretary of state": "state/united-states",
    "under secretary of state": "state/united-states",
    "chief cabinet secretary": "state/japan",
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
PARLIAMENTS = CHAMBERS | frozenset(
    "verkhovna national state federal upper lower representatives deputies federation legislative council of the".split()
)  # the words that may stand in the name of one
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady gen gen. general lt lt. lieutenant col col. colonel major maj. "
    "adm adm. admiral marshal sheikh sheik shaikh prof prof. professor hon hon. comrade imam ayatollah hojatoleslam "
    "grand cardinal archbishop capt. captain sayyid his excellency majesty highness holiness prince princess "
    "field amb. sen. rep. gov. judge justice".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """A post's words (lower case) and canonical role."""

    words: tuple[str, ...]
    role: str
    plural: bool


@cache
def role_index() -> dict[str, tuple[Role, ...]]:
    """First word -> the posts that begin with it, longest first."""
    phrases = dict(_ROLES)
    for name in _PORTFOLIOS:
        low = name.lower()
        role = f"{'oil' if low == 'petroleum' else low} minister"
        for phrase in (f"{low} minister", f"minister of {low}", f"minister for {low}"):
            phrases[phrase] = role
        for phrase in (f"deputy {low} minister", f"deputy minister of {low}"):
            phrases[phrase] = f"deputy {role}"
    for first, second in (
        ("economy", "finance"),
        ("finance", "economy"),
        ("oil", "energy"),
        ("energy", "oil"),
    ):
        phrases[f"{first} and {second} minister"] = f"{first} minister"
        phrases[f"minister of {first} and {second}"] = f"{first} minister"
    for tail in ("affairs", "security", "trade", "and trade", "cooperation", "and industry"):
        for head in ("foreign", "public", "internal", "economic", "social"):
            phrases.setdefault(f"{head} {tail} minister", f"{head} {tail} minister")
    index: dict[str, list[Role]] = {}
    for phrase, role in phrases.items():
        words = tuple(phrase.replace("-", " - ").split())
        plural = (words[-1].endswith("s") and words[-1] not in ("affairs",)) or words[0] == "heads"
        index.setdefault(words[0], []).append(Role(words, role, plural))
    return {first: tuple(sorted(found, key=lambda r: -len(r.words))) for first, found in index.items()}
