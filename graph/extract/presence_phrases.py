"""The phrases that say who comes to a gathering of leaders and who stays away, as patterns over sentence templates."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SELF = r"(?: (?:himself|herself|themselves|personally|in person|also|too|both|all|each|notably|reportedly|however|meanwhile|currently|likewise|later|now|finally|eventually|ultimately|apparently|in the end|once again|this time)){0,3}"
WHO = r"(?P<who>⟪\d+⟫)"
ITEM = r"⟪\d+⟫"
_LEAD = (
    r"(?:(?:the|hosts?|both|fellow|his|her|their|its|presidents|leaders|prime|ministers|former|only) ){0,3}"
)
_ASIDE = r"(?:,[^.;:]{0,130}?,)?"  # "X, who arrived late, attended"

EVENT = (
    r"(?:(?:summit|meeting|gathering|session|talks|forum|conference|event|appointment|plenary|outreach|assembly|ceremony"
    r"|opening|proceedings|discussions|deliberations|occasion)\b)"
)
_OF = rf"(?: (?:[\w'-]+|⟦[A-Z]\d+⟧(?:'s)?|⟪\d+⟫(?:'s)?)){{0,7}}? {EVENT}"
_BE = r"(?:is|are|was|were|has been|have been|had been|will be|be)"
_DUE = rf"(?:(?:{_BE} )?(?:also )?(?:expected|due|scheduled|set|slated|invited and confirmed|likely|planning|supposed)? ?to |plans? to |intends? to )"
_DO = rf"(?:{_SELF} (?:(?:have|has|had)? ?(?:all |both )?(?:said|says|say|confirmed) (?:that )?(?:they|he|she|⟪\\d+⟫) )?(?:(?:will|would|has|have|had|is|are|was|were){_SELF} )?(?:{_DUE})?|{_SELF} )"
_PLACE = r"(?:⟦C\d+⟧|the ⟦D\d+⟧ (?:capital|city|resort|town)|the (?:\w+ )?capital|⟪\d+⟫|town|⟦G\d+⟧)"

_COME = (
    rf"(?:attend(?:s|ed|ing)?(?:{_OF}|(?= )|(?=[.,;]|$))"
    rf"|(?:takes?|took|taken|taking) part(?: in{_OF}|(?=[ .,;]|$))"
    rf"|participat(?:e|es|ed|ing)(?: in{_OF}|(?=[ .,;]|$))"
    rf"|(?:be )?present(?=[ .,;]|$)|on (?:hand|site)\b|(?:be )?there(?: in person)?(?=[.,;]|$)|took (?:his|her|their|⟪\d+⟫) seats?\b|in (?:town|attendance)\b"
    rf"|address(?:es|ed|ing)?(?:{_OF}| (?:the |fellow |other )?(?:[\w-]+ ){{0,2}}leaders)|brief(?:s|ed|ing)?{_OF}"
    rf"|(?:tell|told|telling) (?:the |his |her |their |fellow |other |assembled )(?:[\w-]+ ){{0,3}}(?:summit|gathering|session|plenary|leaders|heads of state)"
    rf"|also (?:spoke|addressed|attended|joined)\b|sa(?:id|ys) in (?:his|her) (?:\w+ )?(?:speech|address|remarks)|(?:said|told reporters|told journalists) (?:up)?on (?:his |her )?arriv"
    rf"|(?:told reporters|said) as (?:he|she|⟪\d+⟫) arrived|(?:join(?:s|ed|ing)?|spoke|speaks|appear(?:s|ed)?)(?: ⟪\d+⟫| them| in)? (?:by|via|through|over) (?:a )?(?:video|link)|joined remotely|spoke remotely"
    rf"|(?:chair|host|open|inaugurat|convene|clos)(?:s|ed|es|ing|e)?(?:{_OF}| it\b)|presid(?:e|es|ed|ing) over{_OF}"
    rf"|join(?:s|ed|ing)? (?:the|other|his|fellow|them|[\w ]{{0,20}}leaders){_OF}?"
    rf"|(?:stand|sit|sat|stood) in for\b|represent(?:s|ed|ing)? (?:him|her|it|them|the|his|(?:⟦D\d+⟧|⟪\d+⟫))"
    rf"|(?:among|announced as|expected as) (?:the )?(?:\w+ )?guests|among those (?:who (?:came|attended|travelled|took part)|present|attending)|also c(?:a|o)me\b|(?:take|took)s? the (?:chair|seat)\b|ma[dk]es? (?:a|the) (?:\w+ )?(?:trip|journey)\b)"
)
ARRIVE = (
    rf"(?:(?:is|are|was|were|has been|have been) (?:already |also |currently )?(?:in|at) (?P<at>{_PLACE})(?=[ .,;]|$)(?! as | and ⟦)"
    rf"|(?:arriv(?:e|es|ed|ing)|land(?:s|ed|ing)?|(?:flew|flies|fly) in)(?: [\w']+){{0,4}}?(?: (?:in|at) (?P<in>{_PLACE})|(?= in\b|[.,;]|$))"
    rf"|(?:flew|flies|fly|flown|flying|comes?|came|coming|travell?(?:s|ed|ing)|travels?|head(?:s|ed|ing)?)(?: [\w']+){{0,4}}? to (?P<to>{_PLACE})(?=[ .,;]|$)"
    rf"|(?:goes|is going|will go|travels|flies|will fly|will travel|is travelling|is flying) there"
    rf"|(?:is|are) expected(?=[.,;]|$)|(?:is|are) due(?=[.,;]|$))"
)
_TRIP = r"(?:the |his |her |their |a )?(?:planned )?(?:trip|journey|participation|attendance|visit|appearance|plans)"
_NOT = r"(?:not|n't|never|no longer)"
_AWAY = (
    rf"(?:(?:did|does|do|will|would|could|can|wo|has|have|had)(?: |(?=n't)){_NOT} (?:also |even |personally )?(?:be able to )?"
    rf"(?:attend(?:ed|ing)?|com(?:e|ing)|travell?(?:ed|ing)?|tak(?:e|en) part|participat(?:e|ed)|show(?:n)? up|appear(?:ed)?|make (?:it|the (?:trip|journey))|made the (?:trip|journey)"
    rf"|be (?:there|present|attending|travelling|traveling|coming|represented|among|in {_PLACE}|at{_OF}))(?! (?:back|out|off|as|up|first))"
    rf"|(?:is|are|was|were)(?: |(?=n't)){_NOT} (?:also |expected to |going to |due to )?(?:attend(?:ing)?|present|com(?:e|ing)|travell?ing|there|be there|tak(?:e|ing) part|participat(?:e|ing)|in attendance|among|at{_OF})"
    rf"|(?:is|are|was|were|will be|has been) unable to (?:attend|come|travel|take part|be there)"
    rf"|(?:is|are|was|were|will be|would be|remained)(?: also| notably| conspicuously| again| both| the only \w+){{0,3}} (?:absent|missing(?=[ ,.;]|$)(?! (?:in|since|from [a-z]+ (?:home|list))))(?: from)?"
    rf"|(?:skip|miss|boycott|snub|shun|avoid)(?:s|es|[pbn]?ed|[pbn]?ing)?(?:{_OF}| it\b)|gives?{_OF} a miss"
    rf"|(?:(?:decided|chose|opted|preferred) to )?(?:stay|remain)(?:s|ed|ing)? (?:at home|away|home|in (?:his|her) capital)"
    rf"|(?:called off|cancell?ed|cancels|scrapped|abandoned|calls off) (?:⟪\d+⟫ |his |her )?{_TRIP}|(?:dropped|bowed) out\b|pull(?:s|ed|ing) out(?=[ .,;]|$)(?! of (?:the )?(?:agreement|treaty|deal|⟦O))"
    rf"|(?:(?:was|were)(?: |(?=n't)){_NOT}|(?:had|has|have)(?: |(?=n't)){_NOT} been) (?:invited|asked to)"
    rf"|(?:was|were|has been|have been|had been|being|is|are) (?:also )?(?:barred|excluded|uninvited|disinvited|left out|shut out|kept away|banned)(?! from (?:the )?(?:⟦|office|entering|holding|leaving|travel))"
    rf"|(?:refus|declin|fail)(?:es|ed|s) to (?:attend|come|take part|travel|participate|show up|turn up|appear)|(?:chose|chosen|decided|preferred|opted) not to (?:attend|come|make the (?:trip|journey)|travel|take part|go)"
    rf"|sen[dt]s? (?:nobody|no one|no (?:delegat\w+|representative))|(?:will|would|did|does) not(?=[;.,]| either)|(?:is|was|were|are) not in {_PLACE}|(?:got|received) no invitation|ruled out (?:attending|coming|participating))"
)
# "X and Y have confirmed they will not come": who says it of himself
_SAID = r"(?: (?:have|has|had))?(?: (?:all|both|already|also|since))? (?:said|confirmed|announced|indicated|declared|made (?:it )?clear)(?: that)? (?:they|he|she|⟪\d+⟫)"
_DEPUTY = r"(?:his|her|its|their|an?|the) (?:[\w-]+ ){0,3}(?:minister|deputy|vice[- ]president|envoy|ambassador|representative|delegate|adviser|premier|delegation|secretary)"
_SENT = r"(?:is sending|will send|sent|has sent|had sent|sends|dispatched|delegated)"

_IN_STEAD = (
    rf"(?: (?:too|also))? (?:{_SENT} (?:only )?{_DEPUTY}(?:(?: instead| in (?:his|her) (?:place|stead))|(?: to)?{_OF}|(?=[.,;]|$))"
    rf"|(?:was|is|will be|has been|were) (?:only )?represented\b[^.;:⟪]{{0,50}} by {_DEPUTY})"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern with the group `who`; `absent` where it tells of staying away, `sent` where `who` comes in another's stead.

    `loose` phrases ("X arrived in Y") say what they say of a summit only where their article is about one; `person` where they
    say it of people alone: a state that sends somebody is there.
    """

    pattern: re.Pattern[str]
    absent: bool = False
    loose: bool = False
    person: bool = False


def _after(words: str, absent: bool = False, loose: bool = False) -> Phrase:
    return Phrase(re.compile(rf"(?:{words}) {_LEAD}{WHO}", re.IGNORECASE), absent, loose)


def _before(words: str, absent: bool = False, loose: bool = False, person: bool = False) -> Phrase:
    return Phrase(re.compile(rf"{WHO}{_ASIDE}{words}", re.IGNORECASE), absent, loose, person)


PHRASES: tuple[Phrase, ...] = (
    _before(rf"{_SAID} {_AWAY}", absent=True),
    _before(rf"(?:,? who\b|,)?{_SELF} {_AWAY}", absent=True),
    Phrase(re.compile(rf"^{_LEAD}{WHO}[^.;:]{{0,130}}? (?:and|but) {_AWAY}", re.IGNORECASE), absent=True),
    Phrase(
        re.compile(
            rf"\bneither {_LEAD}{WHO}(?:,)? (?:made|travell?ed|attended|came|was|were|will|is|took|appeared|showed|has|had|went|joined)",
            re.IGNORECASE,
        ),
        absent=True,
    ),
    Phrase(
        re.compile(
            rf"\bnor (?:do|does|did|will|would|is|are|was|were|has|have|had) {_LEAD}{WHO}{_ASIDE}(?: be| been)? "
            rf"(?:attend|tak(?:e|en|ing) part|participat|com(?:e|ing)\b|present\b|there\b|expected\b)",
            re.IGNORECASE,
        ),
        absent=True,
    ),
    _before(r"'s (?:notable |conspicuous )?absence\b", absent=True),
    Phrase(re.compile(rf"\b(?:which|that) {_LEAD}{WHO} (?:had |has |have )?(?:skipped|boycotted|snubbed|missed|shunned)\b", re.IGNORECASE), absent=True),
    _before(rf"{_IN_STEAD}", absent=True, person=True),
    _before(r",? (?:was|were|is|are)(?: in turn)? joined\b[^.;:⟪]{0,30} by ⟪"),
    Phrase(re.compile(rf"\b(?:in|during) (?:his|her|an|the) (?:[\w-]+ )?(?:speech|address|remarks)(?: (?:to|at|before) [^.;:,⟪]{{0,50}}?{EVENT}[^.;:,⟪]{{0,30}})?, {_LEAD}{WHO}", re.IGNORECASE)),
    Phrase(re.compile(rf"\bas (?:(?:he|she) (?:arrived|hosted|opened)|host)\b[^.;:,⟪]{{0,60}}, {_LEAD}{WHO}", re.IGNORECASE)),
    _before(r"'s (?:seat|chair)\b[^.;]{0,60} (?:was|is|remained|stayed) (?:left )?empty", absent=True),
    _after(r"\b(?:be|held|meet\w*|met|conven\w*|gather\w*|summit|begun?|began|open(?:s|ed)?|start(?:s|ed)?)(?: [^.;:⟪]{0,60})? without|\b(?:the|in the) absence of|\b(?:absent|missing)(?: from [^.;:⟪]{0,40})? (?:was|were)|\bno sign of|\bamong (?:the|those) (?:absences|absentees|absent) (?:is|are|was|were)|\b(?:the absentees|those absent|those missing) (?:were|are|included?)|\binstead of|\bnotable absentees? (?:was|were|is|are)"
           r"|\b(?:barred|excluded|excluding|disinvited)", absent=True),
    Phrase(re.compile(rf"\b(?:agreed|decided|voted) (?:on [^,.;⟦⟪]{{0,20}} )?to (?:bar|exclude|disinvite|keep out) {_LEAD}{WHO}", re.IGNORECASE), absent=True),
    _before(rf" {_SENT} (?:only )?(?:(?:his|her|its|their) )?{_LEAD}(?P<stead>{ITEM})(?: instead| in (?:his|her) (?:place|stead))", absent=True),
    _before(rf" (?:too |also )?{_SENT} (?:only )?{_LEAD}(?P<stead>⟪\d+⟫)(?=[.,;]|$| to)", absent=True),
    _before(rf"(?:,? who\b|,)?{_DO}{_COME}"),
    Phrase(re.compile(rf"(?P<stead>{ITEM})(?: also| then| himself| had| has| will){{0,3}}(?: already)? (?:replaced|replaces?|stood in for|sat in for|deputi[sz]ed for|filled in for|substituted for) {_LEAD}{WHO}", re.IGNORECASE), absent=True),
    _before(rf"(?:,? who\b|,)?{_DO}(?:also )?{ARRIVE}", loose=True),
    _after(r"\battended(?: also)?(?: in person)? by|\b(?:in )?the presence of|\bunder the (?:chairmanship|presidency) of(?: H\.?E\.?)?|\bwith the participation of(?: the head of the [^,.;]{0,30},)?|\bjoined by|\bflanked by|\bjoining|\bhosted by"
           r"|\bchaired by|\bcalled by|\bconvened by|\bopened by|\bbrought together|\bbrings together|\bbringing together|\bwill bring together|\bwill gather"
           r"|\bgathers|\bgathered|\bgathering|(?:summit|meeting|talks|session|conference)[^.;:⟪]{0,30} grouping|\brepresented(?: at (?:today's|the|this) [\w ]{0,20})? by"
           r"|\baround|\bhad with (?:him|her|⟪\d+⟫)"),
    _after(r"\b(?:taking part|participating|attending|standing beside ⟪\d+⟫|sitting beside ⟪\d+⟫|also (?:present|attending|there|at the table|in attendance|on hand)"
           r"|present|in attendance|expected|on the guest list|participants|guests|(?:among )?(?:the|those|other) (?:\w+ )?(?:present|attending|taking part|guests|participants|attendees|leaders present|attending leaders))"
           rf"(?: (?:in|at|for) [^.;:⟪]{{0,50}}?{EVENT}|{_OF})?(?: (?:in|at) {_PLACE})? (?:were|are|was|is|will be|included?|includes|including)(?: among others,?)?"),
    Phrase(re.compile(rf"(?<!been )(?<!was )(?<!were )(?:\bhost,?|\bhosted|\breceived|\bwelcomed|\bgreeted) {_LEAD}{WHO}", re.IGNORECASE), loose=True),
    _before(r"(?:, (?:[\w']+ ){0,5}(?:host|chair(?:man)?)(?: (?:of|this)[^,;.]{0,20})?,|,?(?: also| then)? (?:hosted|received|welcomed|handed(?: over)? the (?:\w+ )*(?:presidency|chair\w*|gavel|baton) to))(?= )", loose=True),
    _after(r"\b(?:handed|handing|passed)(?: over)? the (?:\w+ )*(?:presidency|chair\w*|gavel|baton) to|\baround the table (?:sat|were|are)|\bunder", loose=True),
    Phrase(re.compile(rf"\bwith {_LEAD}{WHO} (?:in the chair|presiding|attending|in attendance|present)", re.IGNORECASE)),
    Phrase(re.compile(rf"\b(?:attend|came|come|present|here|there|meeting|{EVENT})\w*, as (?:did|do|does|were|are|was|is|will|had|has) {_LEAD}{WHO}", re.IGNORECASE)),
)  # fmt: skip

SIDELINES = re.compile(
    r"\b(?:on|in|at) (?:the|its) (?:sidelines|margins|fringes)\b(?P<of> of\b)?", re.IGNORECASE
)
MET = re.compile(
    rf"{WHO}{_ASIDE}(?:,? [\w'-]+){{0,6}}? (?:met|meets?|meeting|meetings|talks|spoke|speaks?|discussed|held|holds?|confer(?:red|s)?|had|has|talk(?:ed)?)\b"
    rf"(?:[^.;:⟦⟪]*? (?:with |to |met )?{_LEAD}(?P<with>{ITEM}))?",
    re.IGNORECASE,
)
SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|may|might|could|asked|urged|want(?:s|ed)?|call(?:s|ed) on)\b", re.IGNORECASE
)
