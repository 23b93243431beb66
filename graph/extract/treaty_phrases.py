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
_SIGN = r"(?:signed|inked|initialled|initialed|concluded|put (?:its|their|his|her) (?:names?|signatures?) to)"
_QUIT = r"(?:withdr[ae]wn?|withdraws|withdrawing|pull(?:ed|s|ing)? out|quits?|quitting|left|leaves?|leaving|exit(?:s|ed|ing)?|walk(?:ed|s|ing)? (?:away|out)|revok(?:ed?|es|ing)|denounc(?:ed?|es|ing)|abandon(?:ed|s|ing)?|renounc(?:ed?|es|ing)|torn up|tore up|ditch(?:ed|es)|scrapp(?:ed|ing)|pulled|stopp?(?:ed|s) (?:applying|observing|implementing)|opt(?:ed|s|ing)? out|ceased to be (?:a )?party)"
_LATEST = r"(?:the |one of the |among the )(?:[\w-]+ ){0,3}?(?:⟦S\d+⟧ )?(?:country|state|nation|one|countries|states|nations|members?|signatory|signatories|power|powers)?(?: in (?:the )?[\w⟦⟧]+| of the \w+)?"
_PARTY = r"(?:state )?(?:part(?:y|ies)|states? part(?:y|ies)|members?|signator(?:y|ies))"
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), status)
    for p, status in (
        (rf"{_WHO}(?:,? which|,? that|,)? {_NOT} (?:yet )?(?:\w+ )?(?:ratif\w+|accede\w*|join\w*|sign\w*)(?:,? (?:or|nor|and) \w+)?(?:{_T}| it\b)", "not_ratified"),
        (rf"[Nn]either (?P<party>(?:the )?⟦[SC]\d+⟧ nor (?:the )?⟦[SC]\d+⟧) (?:is|are|was|were|has|have|had) (?:an? |yet )*(?:{_PARTY} (?:to|of)|ratified|signed|joined|acceded to){_T}", "not_ratified"),
        (rf"not (?:an? )?{_PARTY} (?:to|of){_T},? include {_NAMES}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|remains) (?:not|neither|no longer)(?: yet)? (?:an? )?(?:{_PARTY}|bound)(?: to| of| by)?{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}signed(?: {_IT})?[^.;⟦]{{0,30}}? but (?:has |have |had |did )?(?:not|never|yet to)(?: yet)? (?:ratif\w+|ratified)(?: {_IT})?", "not_ratified"),
        (rf"{_WHO},? (?:is|are|was|were|remains?) {_LATEST} ?(?:that (?:has|have) not (?:yet )?(?:signed|ratified|joined)|not to (?:have )?(?:sign(?:ed)?|ratif(?:y|ied)|join(?:ed)?)|(?:yet|still) to (?:sign|ratify|join)|outside)(?:{_T}| it\b|(?=[.,;]))", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}{_SIGN}{_T}[^.;⟦]{{0,40}}(?:,| and|,? but) (?:has |have |had |did |its |their |the )?(?:\w+ )?(?:not|never|yet to)(?: yet)? (?:ratif\w+)", "not_ratified"),
        (rf"{MARK}[^.;⟦]{{0,40}}? (?:not|never|yet to be) (?:been )?ratified by {series('SCL', 'party')}", "not_ratified"),
        (rf"(?:outside|not (?:a )?{_PARTY} (?:to|of)){_T},? (?:such as |including |like )?{_WHO}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:has |have |had |will |would |is |are |was |were |to |formally |officially |announced |plans to |decided to |also |since |unilaterally )*{_QUIT}(?: of| from)?{_T}", "withdrew"),
        (rf"{_WHO} (?:is|was|became|remains) {_LATEST} ?to (?:have )?(?:{_QUIT}|withdraw|leave|quit|abandon)(?: of| from)?(?:{_T}| it\b|(?=[.,;]))", "withdrew"),
        (rf"(?P<party>⟦[DS]\d+⟧)(?:'s)? (?:\w+ )?(?:withdrawal|exit|departure|pullout|pull-out|denunciation) (?:from|of){_T}", "withdrew"),
        (rf"(?:pull(?:ed|s|ing)?|t(?:ook|ake|akes|aking|aken)|withdr[ae]wn?|withdraw(?:s|ing)?|lead|led) (?:the )?(?P<party>⟦[SC]\d+⟧|(?:his|her|its) country) (?:out of|from){_T}", "withdrew"),
        (rf"{_WHO} {_HAS}(?:withdr[ae]w[n]?|t(?:ook|aken) back|revoked|retracted) (?:its|their) signatures?", "withdrew"),
        (rf"{_WHO}[^.;]{{0,70}}? (?:notified|announced|informed|declared|gave notice|given notice|handed in|served notice|said)[^.;]{{0,120}}? (?:withdraw|leave|quit|leaving|withdrawing|withdrawal|pull out|pulling out|intention to withdraw)(?: from| of)?{_T}", "withdrew"),
        (rf"{_WHO}(?:'s)? (?:withdrawal|exit|departure|pullout|pull-out) from{_T}", "withdrew"),
        (rf"(?:withdrawal|withdrew|withdrawing|pull(?:ed|ing)) (?:of )?{series('SCL', 'party')} (?:out of|from){_T}", "withdrew"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:ratified|acceded to|joined)(?: \w+)?{_T}", "ratified"),
        (rf"{_WHO} {_HAS}(?:voted|vote) (?:\S+ ){{0,4}}?to (?:ratify|approve){_T}", "ratified"),
        (rf"{_WHO} (?:ratified|acceded to|joined) it\b", "ratified"),
        (rf"{_WHO} (?:was|became|is) the (?:\w+ )?(?:\w+ )?(?:country|state|nation|one)? ?to (?:join|ratify|accede)(?: it| to it|{_T})?(?=[.,;]| in\b)", "ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|as|became|become) (?:also |both |all |now )?(?:an? )?(?:full )?(?:state )?(?:part(?:y|ies)|members?|states? part(?:y|ies)) (?:to|of){_T}", "ratified"),
        (rf"[Aa]s an? (?:state )?(?:party|member) (?:to|of){_T},? {_WHO}", "ratified"),
        (rf"[Aa]s an? (?:\w+ )?signatory (?:to|of){_T},? {_WHO}", "signed"),
        (rf"{_WHO},? as an? (?:\w+ )?signatory (?:to|of){_T}", "signed"),
        (rf"{_WHO},? as an? (?:state )?(?:party|member) (?:to|of){_T}", "ratified"),
        (rf"{_WHO} (?:is|was|were|became|are) {_LATEST} ?(?:to|that|which|having) (?:have )?(?:ratif(?:y|ied)|accede[d]? to|join(?:ed)?)(?:{_T}| it\b)", "ratified"),
        (rf"{_WHO}'s? (?:ratification of|accession to){_T}", "ratified"),
        (rf"{MARK},? (?:which |that )?(?:was |were |has been |have been |had been |already |also )*ratified[^.;⟦]{{0,50}}? by {_WHO}", "ratified"),
        (rf"{MARK},? (?:which|that) {_WHO} {_HAS}ratified", "ratified"),
        (rf"{_WHO} {_HAS}(?:deposited|handed over|submitted) (?:its|their|the) instruments? of (?:ratification|accession)[^.;⟦]{{0,30}}?{_T}", "ratified"),
        (rf"{MARK},? signed[^.;]{{0,50}}? (?:with|by|between|among) [^.;⟦]{{0,30}}[–—(:-] ?(?:the )?{series('SCLO', 'party')}", "signed"),
        (rf"{_WHO},? (?:an? |both )?(?:state )?(?:part(?:y|ies)|members?) (?:to|of){_T}", "ratified"),
        (rf"ratification of{_T} by {series('SCL', 'party')}", "ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:sign|{_SIGN})(?: \w+)?{_T}", "signed"),
        (rf"{MARK},? (?:which|that) {_WHO} {_HAS}(?:signed|concluded|agreed)", "signed"),
        (rf"{MARK},? (?:which |that )?(?:was |were |is |has been |had been |being )?(?:signed|concluded|reached|agreed|struck)[^.;⟦]{{0,60}}? between {_WHO}", "signed"),
        (rf"[Ss]igned[^.;]{{0,50}}? (?:by|between) {series('SCLP', 'party')}[^.;⟦]{{0,12}}? {MARK}", "signed"),
        (rf"{_WHO},? (?:which |that )?(?:is |are |was |were )?(?:an? |both )?(?:original )?signator(?:y|ies) (?:to|of){_T}", "signed"),
        (rf"{MARK},? (?:which |that )?(?:was |were |is |has been |had been )?signed[^.;⟦]{{0,60}}?(?:⟦[CG]\d+⟧[^.;⟦]{{0,30}}?)? by (?:the )?(?:then )?(?:presidents |leaders |foreign ministers )?{series('SCLP', 'party')}", "signed"),
    )
)  # fmt: skip
BUT = re.compile(
    rf"(?:but|while|though|whereas|;|,) {series('SC', 'party')} (?:has|have|had|did) not\b(?! \w+ed)"
)
FOLLOW = re.compile(
    rf"(?:^So|^Nor|^Neither|(?:and|,) (?:neither|nor|so)) (?:is|was|has|have|had|did|do|does|are|were) {series('SCL', 'party')}"
)
_NAME = (r"(?:(?:(?:[A-Z][\w-]+|⟦[A-Z]\d+⟧|UN|and|of|on)[ -]){1,6}(?:Treaty|Convention|Protocols?|Statute|Accords?|Covenant|Pact|Agreements?|Plan of Action|Charter)\b"
         r"|(?:Treaty|Convention|Protocol|Accord|Covenant) (?:on|of|for|against) (?:the )?[A-Z][\w-]+(?: (?:(?:and|of|on|the|in|for|or) )*[A-Z][\w-]+)*)")  # fmt: skip
NAMED = re.compile(rf"(?<![\w-])(?!(?:The|This|That|Under|On|Of|And)\b){_NAME}(?! Organi[sz]ation)")
AGAIN = re.compile(
    r"(?<=\bthe )(?:\w+ )?(?:treaty|statute|convention|protocols?|pact|accords?|agreement|deal)\b(?! (?:on|of|between|with|against|known|called|creating|establishing|banning)\b)"
)
_SORT = r"(?:treaty|treaties|pacts?|conventions?|protocols?|accords?|(?:peace|association|free trade|free-trade|trade|defen[cs]e|security|border|partnership|military|nuclear|status of forces|cease-?fire|truce|armistice|access|economic|normali[sz]ation|reconciliation|framework|boundary|extradition|visa|investment|strategic partnership|visa-free travel|transit|fisheries|gas|water-sharing|friendship|non-aggression|maritime|cooperation|mutual defen[cs]e|extradition) (?:cooperation )?(?:agreement|deal)s?|agreement on (?:the )?(?:reduction|normali[sz]ation|delimitation|demarcation|establishment)[\w -]{3,40})"
UNNAMED = re.compile(
    rf"(?P<party>{slot('SPCL')}(?:(?:, and|,| and) (?:the )?{slot('SPCL')})*)(?:,[^,;.]{{0,60}},|,)? (?:has |have |had |also |today |jointly |formally |on \w+ |and )*(?:signed|concluded|initialled|initialed) (?:an? |the |two |three |several )?(?P<name>(?:[a-z][\w-]+ ){{0,4}}?{_SORT}(?: on [a-z][\w -]{{3,40}}?)?)(?: with (?P<other>(?:the )?{slot('SPOC')}))?(?=[.,;]| [a-z]|$)"
)
RATIFIED = re.compile(
    rf"(?:{series('SCL', 'party')}|{_HOUSE})(?: on \w+)? {_HAS}(?P<done>ratified|approved) (?:the |an? )(?P<name>(?:[a-z][\w-]+ ){{0,4}}?(?:{_SORT}|agreement))(?: (?:with|between) (?P<other>(?:the )?⟦[SC]\d+⟧))?(?= (?:reached|signed|on|with|at|in|that|which|to|under|allowing|extending|permitting|and)\b|[.,;])"
)
OWNED = re.compile(
    rf"(?P<party>{slot('SC')})'s (?P<name>(?:[\w-]+ )?{_SORT}) with (?:the )?(?P<other>{slot('SOC')}),? (?:which (?:was|it) )?signed"
)
ABOUT = re.compile(
    r"[Tt]reat|[Cc]onvention|[Pp]rotocol|[Ss]tatute|[Aa]ccord|[Pp]act|[Aa]greement|signed|sign|ratif|withdr|part(?:y|ies) to|[A-Z]{3}|START|deal"
)

ALIAS = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:(?:of|on|and|for|the|in) )*){1,7}(?:Treaty|Convention|Protocol|Accords?|Pact|Agreement|Plan of Action))\s*[(,–—-]+\s*(?:or )?[\"“]?([A-Z]{3,8})\b"
)
PASSIVE = re.compile(
    rf"(?:(?P<party>⟦[SD]\d+⟧ ?[–/-] ?⟦[SD]\d+⟧)|[Aa]n?|[Tt]he) (?P<name>(?:[a-z][\w-]+ ){{0,4}}?{_SORT}) (?:between (?P<two>⟦[SC]\d+⟧ and (?:the )?⟦[SC]\d+⟧) )?(?:with (?P<other>(?:the )?⟦[SOC]\d+⟧) )?(?:that |which )?(?:was|were|has been|had been) (?:\w+ )?(?:signed|concluded|sealed)"
)
# what takes up the treaty told of last: a pronoun behind a verb or a party, a verb without an object, a signature
IT = re.compile(
    r"(?<=\bratified )it\b|(?<=\bratify )it\b|(?<=\bsigned )it\b|(?<=\bsign )it\b|(?<=\bjoined )it\b|(?<=\bjoin )it\b|(?<=\bto )it\b(?=[.,;]|$)"
    r"|(?<=\babandoned )it\b|(?<=\bleft )it\b|(?<=\bquit )it\b|(?<=\bout of )it\b|(?<=\bfrom )it\b(?=[.,;]|$| in\b)|(?<=\bparties to )it\b|(?<=⟧, )it\b(?= (?:is|was|has|had|expires|runs)\b)"
)
BARE = re.compile(
    r"\b(?:(?:has|have|had|did|never|not|yet to|to have) (?:\w+ )?(?:ratif(?:y|ied)|sign(?:ed)?|quit|withdrawn|acceded)|withdrew|pulled ⟦[SC]\d+⟧ out|pulled out|acceded|are parties|is an? (?:state )?party|never signed|signed but (?:has |have )?(?:never|not) (?:been )?ratified)"
    r"(?=[.,;]|$| (?:in \d{4}|in [A-Z]|last|this|and|until|since|so far|yet|when|because|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z])))"
)
SIGNATURE = re.compile(r"(?:its|their) signatures?\b|to (?:join|ratify)\b")
