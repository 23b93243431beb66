"""How news says who ratified, signed, shunned or left a treaty; `MARK` stands for the treaty's name."""

from __future__ import annotations

import re

from summitry.graph.extract.template import RELATIVE, series, slot

MARK = "⟪T⟫"
_HOUSE = r"(?P<house>(?:⟦[DS]\d+⟧(?:'s)?|[Ii]ts|[Tt]heir) (?:parliament|senate|lawmakers|legislature|national assembly|congress|duma|lower house|upper house|MPs|deputies|government)|⟦B\d+⟧)"
_WHO = rf"(?:{series('SCLP', 'party')}(?: (?:close to|near|in) ⟦[A-Z]\d+⟧)?{RELATIVE}|{_HOUSE})"
_HAS = r"(?:has |have |had |also |already |recently |formally |officially |jointly |both |finally |later |overwhelmingly |unanimously |only |since )*"
_NOT = r"(?:has not|have not|hasn't|haven't|did not|didn't|never|had not|has never|have never|has yet to|have yet to|had never|has so far not|is yet to|has still not)"
_T = rf"[^.;⟦]{{0,50}}?(?:the |its |their |that )?{MARK}"
_NAMES = r"(?P<party>(?:(?:,? and |, )?(?:the )?⟦[SC]\d+⟧(?: \([^)]{0,60}\))?)+)"
_IT = rf"(?:{MARK}|it\b)"
_PARTY = r"(?:state )?(?:part(?:y|ies)|states? part(?:y|ies)|members?|signator(?:y|ies))"
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), status)
    for p, status in (
        (rf"{_WHO}(?:,? which|,? that|,)? {_NOT} (?:yet )?(?:\w+ )?(?:ratif\w+|accede\w*|join\w*|sign\w*)(?:,? (?:or|nor|and) \w+)?(?:{_T}| it\b)", "not_ratified"),
        (rf"[Nn]either (?P<party>(?:the )?⟦[SC]\d+⟧ nor (?:the )?⟦[SC]\d+⟧) (?:is|are|was|were|has|have|had) (?:an? |yet )*(?:{_PARTY} (?:to|of)|ratified|signed|joined|acceded to){_T}", "not_ratified"),
        (rf"not (?:an? )?{_PARTY} (?:to|of){_T},? include {_NAMES}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|remains) (?:not|neither|no longer)(?: yet)? (?:an? )?(?:{_PARTY}|bound)(?: to| of| by)?{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}signed(?: {_IT})?[^.;⟦]{{0,30}}? but (?:has |have |had |did )?(?:not|never|yet to)(?: yet)? (?:ratif\w+|ratified)(?: {_IT})?", "not_ratified"),
        (rf"(?:outside|not (?:a )?{_PARTY} (?:to|of)){_T},? (?:such as |including |like )?{_WHO}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:has |have |had |will |would |is to |formally |officially |announced |plans to |decided to |to |also )*(?:withdr[ae]wn?|pull(?:ed|s)? out|quit|left|leave|exit(?:ed)?|walk(?:ed)? (?:away|out)|revoked?|denounced?|abandon(?:ed)?|renounced?|torn up|tore up|ditched|scrapped|pulled)(?: of| from)?{_T}", "withdrew"),
        (rf"{_WHO} {_HAS}withdr[ae]w[n]? (?:its|their) signatures?", "withdrew"),
        (rf"{_WHO}(?:'s)? (?:withdrawal|exit|departure|pullout|pull-out) from{_T}", "withdrew"),
        (rf"(?:withdrawal|withdrew|withdrawing|pull(?:ed|ing)) (?:of )?{series('SCL', 'party')} (?:out of|from){_T}", "withdrew"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:ratified|acceded to|joined)(?: \w+)?{_T}", "ratified"),
        (rf"{_WHO} {_HAS}(?:voted|vote) (?:\S+ ){{0,4}}?to (?:ratify|approve){_T}", "ratified"),
        (rf"{_WHO} (?:ratified|acceded to|joined) it\b", "ratified"),
        (rf"{_WHO} (?:was|became|is) the (?:\w+ )?(?:\w+ )?(?:country|state|nation|one)? ?to (?:join|ratify|accede)(?: it| to it|{_T})?(?=[.,;]| in\b)", "ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|as|became|become) (?:also |both |all |now )?(?:an? )?(?:full )?(?:state )?(?:part(?:y|ies)|members?|states? part(?:y|ies)) (?:to|of){_T}", "ratified"),
        (rf"[Aa]s an? (?:state )?(?:party|member|signatory) (?:to|of){_T},? {_WHO}", "ratified"),
        (rf"{_WHO},? (?:an? |both )?(?:state )?(?:part(?:y|ies)|members?) (?:to|of){_T}", "ratified"),
        (rf"ratification of{_T} by {series('SCL', 'party')}", "ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}sign(?:ed)?(?: \w+)?{_T}", "signed"),
        (rf"{_WHO},? (?:which |that )?(?:is |are |was |were )?(?:an? |both )?(?:original )?signator(?:y|ies) (?:to|of){_T}", "signed"),
        (rf"{MARK},? (?:was |were |is |has been |had been )?signed[^.;⟦]{{0,60}}? by {series('SCL', 'party')}", "signed"),
    )
)  # fmt: skip
BUT = re.compile(rf"(?:but|while|though) {series('SC', 'party')} (?:has|have|had|did) not\b(?! \w+ed)")
FOLLOW = re.compile(
    rf"(?:^So|^Nor|^Neither|(?:and|,) (?:neither|nor|so)) (?:is|was|has|have|had|did|do|does|are|were) {series('SCL', 'party')}"
)
_NAME = (r"(?:(?:(?:[A-Z][\w-]+|⟦[A-Z]\d+⟧|UN|and|of|on)[ -]){1,6}(?:Treaty|Convention|Protocol|Statute|Accord|Accords|Covenant|Pact|Agreement)\b"
         r"|(?:Treaty|Convention|Protocol|Accord|Covenant) (?:on|of|for|against) (?:the )?[A-Z][\w-]+(?: (?:(?:and|of|on|the|in|for|or) )*[A-Z][\w-]+)*)")  # fmt: skip
NAMED = re.compile(rf"(?<![\w-])(?!(?:The|This|That|Under|On|Of|And)\b){_NAME}(?! Organi[sz]ation)")
AGAIN = re.compile(
    r"(?<=\bthe )(?:\w+ )?(?:treaty|statute|convention|protocol|pact|accord)\b(?! (?:on|of|between|with|against|known|called|creating|establishing|banning)\b)"
)
_SORT = r"(?:treaty|treaties|pacts?|conventions?|protocols?|accords?|(?:peace|association|free trade|free-trade|trade|defen[cs]e|security|border|partnership|military|nuclear|status of forces|cease-?fire|truce|armistice|access|friendship|non-aggression|maritime|cooperation|mutual defen[cs]e|extradition) (?:cooperation )?(?:agreement|deal)s?|agreement on (?:the )?(?:reduction|normali[sz]ation|delimitation|demarcation|establishment)[\w -]{3,40})"
UNNAMED = re.compile(
    rf"(?P<party>{slot('SPCL')}(?:(?:, and|,| and) (?:the )?{slot('SPCL')})*)(?:,[^,;.]{{0,60}},|,)? (?:has |have |had |also |today |jointly |formally |on \w+ |and )*(?:signed|concluded|initialled|initialed) (?:an? |the |two |three |several )?(?P<name>(?:[a-z][\w-]+ ){{0,4}}?{_SORT}(?: on [a-z][\w -]{{3,40}}?)?)(?: with (?P<other>(?:the )?{slot('SPOC')}))?(?=[.,;]| [a-z]|$)"
)
RATIFIED = re.compile(
    rf"(?:{series('SCL', 'party')}|{_HOUSE})(?: on \w+)? {_HAS}(?P<done>ratified|approved) (?:the |an? )(?P<name>(?:[a-z][\w-]+ ){{0,4}}?{_SORT})(?= (?:reached|signed|on|with|at|in|that|which)\b|[.,;])"
)
OWNED = re.compile(
    rf"(?P<party>{slot('SC')})'s (?P<name>(?:[\w-]+ )?{_SORT}) with (?:the )?(?P<other>{slot('SOC')}),? (?:which (?:was|it) )?signed"
)
ABOUT = re.compile(
    r"[Tt]reat|[Cc]onvention|[Pp]rotocol|[Ss]tatute|[Aa]ccord|[Pp]act|[Aa]greement|signed|sign|ratif|withdr|part(?:y|ies) to|[A-Z]{3}|START|deal"
)
