"""How news says who ratified, signed, shunned or left a treaty; `MARK` stands for the treaty's name."""

from __future__ import annotations

import re

from summitry.graph.extract.template import RELATIVE, series

MARK = "⟪T⟫"
_HOUSE = r"(?P<house>(?:⟦[DS]\d+⟧(?:'s)?|[Ii]ts|[Tt]heir) (?:parliament|senate|lawmakers|legislature|national assembly|congress|duma|lower house|upper house|MPs|deputies|government)|⟦B\d+⟧(?: in ⟦C\d+⟧)?)"
_RULE = r"(?:(?:[Tt]he )?(?:administration|government|cabinet|regime|parliament|legislature) of )?"
_WHO = rf"(?:{_RULE}{series('SCLP', 'party')}(?: (?:close to|near|in) ⟦[A-Z]\d+⟧)?{RELATIVE}|{_HOUSE})"
_HAS = r"(?:has |have |had |also |already |recently |formally |officially |jointly |both |finally |later |overwhelmingly |unanimously |only |since )*"
_NOT = r"(?:has not|have not|hasn't|haven't|did not|didn't|never|had not|has never|have never|has yet to|have yet to|had never|has so far not|is yet to|has still not)"
_T = rf"[^.;⟦]{{0,50}}?(?:the |its |their |that )?{MARK}"
_NAMES = r"(?P<party>(?:(?:,? and |, )?(?:the )?⟦[SC]\d+⟧(?: \([^)]{0,60}\))?)+)"
_IT = rf"(?:{MARK}|it\b)"
_SIGN = r"(?:signed|inked|initialled|initialed|concluded|put (?:its|their|his|her) (?:names?|signatures?) to)"
_QUIT = r"(?:withdr[ae]wn?|withdraws|withdrawing|pull(?:ed|s|ing)? out|quits?|quitting|left|leaves?|leaving|exit(?:s|ed|ing)?|walk(?:ed|s|ing)? (?:away|out)|revok(?:ed?|es|ing)|denounc(?:ed?|es|ing)|abandon(?:ed|s|ing)?|renounc(?:ed?|es|ing)|torn up|tore up|ditch(?:ed|es)|scrapp(?:ed|ing)|pulled|stopp?(?:ed|s) (?:applying|observing|implementing)|opt(?:ed|s|ing)? out|ceased to be (?:a )?party)"
_LATEST = r"(?:the |one of the |among the )(?:[\w-]+ ){0,3}?(?:⟦S\d+⟧ )?(?:country|state|nation|one|countries|states|nations|members?|signatory|signatories|power|powers)?(?: (?:in|from outside(?: of)?) (?:the )?[\w⟦⟧]+| of the \w+)?"
_PARTY = r"(?:[Ss]tate )?(?:[Pp]art(?:y|ies)|[Ss]tates? [Pp]art(?:y|ies)|members?|signator(?:y|ies))"
_LAW = r"(?:an? |the )?(?:\w+ )?(?:bill|law|decree|act|resolution|order)"
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), status)
    for p, status in (
        (rf"{_WHO}(?:,? which|,? that|,)? {_NOT} (?:yet )?(?:\w+ )?(?:ratif\w+|accede\w*|join\w*|sign\w*)(?:,? (?:or|nor|and) \w+)?(?:{_T}| it\b)", "not_ratified"),
        (rf"[Nn]either (?P<party>(?:the )?⟦[SC]\d+⟧ nor (?:the )?⟦[SC]\d+⟧) (?:is|are|was|were|has|have|had) (?:an? |yet )*(?:{_PARTY} (?:to|of)|ratified|signed|joined|acceded to){_T}", "not_ratified"),
        (rf"not (?:an? )?{_PARTY} (?:to|of){_T},? include {_NAMES}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|remains) (?:not|neither|no longer)(?: yet)? (?:an? )?(?:{_PARTY}|bound)(?: to| of| by)?{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:does not|do not|did not) belong to{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were) not (?:among|one of) the (?:signatories|parties|members|states parties) (?:to|of){_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:stayed|kept|remained|opted to stay) out of{_T}", "not_ratified"),
        (rf"{_WHO} {_HAS}(?:signed|approved|passed|adopted) {_LAW} (?:withdrawing|to withdraw|taking) (?:⟦[SC]\d+⟧ |the country |it )?(?:from|out of){_T}", "withdrew"),
        (rf"{_WHO},? (?:which |that )?{_HAS}signed(?: {_IT})?[^.;⟦]{{0,30}}? but (?:has |have |had |did )?(?:not|never|yet to)(?: yet)? (?:ratif\w+|ratified)(?: {_IT})?", "not_ratified"),
        (rf"{_HOUSE} {_HAS}(?:rejected|voted down|voted against|refused to (?:ratify|approve)){_T}", "not_ratified"),
        (rf"{_WHO},? (?:is|are|was|were|remains?) {_LATEST} ?(?:that (?:has|have) not (?:yet )?(?:signed|ratified|joined)|not to (?:have )?(?:sign(?:ed)?|ratif(?:y|ied)|join(?:ed)?)|(?:yet|still) to (?:sign|ratify|join)|outside(?![^.;]* to (?:sign|ratify|join|accede)))(?:{_T}| it\b|(?=[.,;]))", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}{_SIGN}{_T}[^.;⟦]{{0,40}}(?:,| and|,? but) (?:has |have |had |did |its |their |the )?(?:\w+ )?(?:not|never|yet to)(?: yet)? (?:ratif\w+)", "not_ratified"),
        (rf"{MARK}[^.;⟦]{{0,40}}? (?:not|never|yet to be) (?:been )?ratified by {series('SCL', 'party')}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|remains?|remained|stays?|stayed|stands?|stood|has stayed|have stayed|has remained) (?:still |firmly |so far )?outside{_T}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|remains?) (?:legally |also |both |still )?bound by{_T}", "ratified"),
        (rf"(?:outside|not (?:a )?{_PARTY} (?:to|of)){_T},? (?:such as |including |like )?{_WHO}", "not_ratified"),
        (rf"{_WHO},? (?:which |that )?(?:has |have |had |will |would |is |are |was |were |to |formally |officially |announced |plans to |decided to |also |since |unilaterally )*{_QUIT}(?: of| from)?{_T}", "withdrew"),
        (rf"{_WHO} (?:is|was|became|remains) {_LATEST} ?to (?:have )?(?:{_QUIT}|withdraw|leave|quit|abandon)(?: of| from)?(?:{_T}| it\b|(?=[.,;]))", "withdrew"),
        (rf"(?P<party>⟦[DS]\d+⟧)(?:'s?)? (?:\w+ )?(?:withdrawal|exit|departure|pullout|pull-out|denunciation) (?:from|of){_T}", "withdrew"),
        (rf"(?:pull(?:ed|s|ing)?|t(?:ook|ake|akes|aking|aken)|withdr[ae]wn?|withdraw(?:s|ing)?|lead|led) (?:the )?(?P<party>⟦[SC]\d+⟧|(?:his|her|its) country) (?:out of|from){_T}", "withdrew"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:de-?ratified|un-?ratified){_T}", "withdrew"),
        (rf"{_WHO} {_HAS}(?:withdr[ae]w[n]?|t(?:ook|aken) back|revoked|retracted) (?:its|their) signatures?", "withdrew"),
        (rf"{_WHO}[^.;]{{0,70}}? (?:notified|announced|informed|declared|gave notice|given notice|handed in|served notice|said)[^.;]{{0,120}}? (?:withdraw|leave|quit|leaving|withdrawing|withdrawal|pull out|pulling out|intention to withdraw)(?: from| of)?{_T}", "withdrew"),
        (rf"{_WHO}(?:'s?)? (?:withdrawal|exit|departure|pullout|pull-out) from{_T}", "withdrew"),
        (rf"(?:withdrawal|withdrew|withdrawing|pull(?:ed|ing)) (?:of )?{series('SCL', 'party')} (?:out of|from){_T}", "withdrew"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:ratified|acceded to|joined)(?: \w+)?{_T}", "ratified"),
        (rf"{_WHO} {_HAS}(?:voted|vote) (?:[^.;⟦]{{0,40}} )?to (?:ratify|approve){_T}", "ratified"),
        (rf"{_WHO} (?:ratified|acceded to|joined) it\b", "ratified"),
        (rf"{_WHO} {_HAS}(?:signed|approved|passed|adopted) {_LAW} (?:ratifying|to ratify|approving|on the ratification of){_T}", "ratified"),
        (rf"(?:makes|made|making) {series('SC', 'party')} (?:the )?(?:[\w-]+ )?(?:state|country|nation|party|member)? ?to (?:join|ratify|accede to){_T}", "ratified"),
        (rf"{_WHO}, where{_T} (?:has been|is|was|came|entered) (?:in|into) force", "ratified"),
        (rf"{MARK} (?:entered into|came into|has been in|is in|was in) force (?:for|in) {series('SC', 'party')}", "ratified"),
        (rf"{_WHO} (?:was|became|is) the (?:\w+ )?(?:\w+ )?(?:country|state|nation|one)? ?to (?:join|ratify|accede)(?: it| to it|{_T})?(?=[.,;]| in\b)", "ratified"),
        (rf"{_WHO},? (?:which |that )?(?:is|are|was|were|as|became|become) (?:also |both |all |now )?(?:an? )?(?:full )?(?:[Ss]tate )?(?:[Pp]art(?:y|ies)|members?|[Ss]tates? [Pp]art(?:y|ies)) (?:to|of){_T}", "ratified"),
        (rf"[Ss]tates? [Pp]arties {MARK}(?: (?:in|of|from) [^.;⟦]{{0,20}}(?:⟦[GC]\d+⟧)?)?,? (?:are|is|include|namely|such as|including|like|:)+ {series('SCL', 'party')}", "ratified"),
        (rf"[Aa]s an? (?:state )?(?:party|member) (?:to|of){_T},? {_WHO}", "ratified"),
        (rf"[Aa]s an? (?:\w+ )?signatory (?:to|of){_T},? {_WHO}", "signed"),
        (rf"{_WHO},? as an? (?:\w+ )?signatory (?:to|of){_T}", "signed"),
        (rf"{_WHO},? as an? (?:state )?(?:party|member) (?:to|of){_T}", "ratified"),
        (rf"{_WHO} (?:is|was|were|became|are) {_LATEST} ?(?:to|that|which|having) (?:have )?(?:ratif(?:y|ied)|accede[d]? to|join(?:ed)?)(?:{_T}| it\b)", "ratified"),
        (rf"{_WHO}'s? (?:ratification of|accession to){_T}", "ratified"),
        (rf"{MARK},? (?:which |that )?(?:was |were |has been |have been |had been |already |also )*ratified[^.;⟦]{{0,50}}? by {_WHO}", "ratified"),
        (rf"{MARK},? (?:which|that) {_WHO} {_HAS}ratified", "ratified"),
        (rf"{MARK}, (?:to|of) which {_WHO} (?:is|are|was|were|became) (?:an? )?(?:state )?(?:part(?:y|ies)|members?)", "ratified"),
        (rf"{_WHO} {_HAS}(?:deposited|handed over|submitted) (?:its|their|the) instruments? of (?:ratification|accession)[^.;⟦]{{0,30}}?{_T}", "ratified"),
        (rf"{MARK},? signed[^.;]{{0,50}}? (?:with|by|between|among) [^.;⟦]{{0,30}}[–—(:-] ?(?:the )?{series('SCLO', 'party')}", "signed"),
        (rf"{_WHO},? (?:an? |both )?(?:state )?(?:part(?:y|ies)|members?) (?:to|of){_T}", "ratified"),
        (rf"ratification of{_T} by {series('SCL', 'party')}", "ratified"),
        (rf"{_WHO},? (?:which |that )?{_HAS}(?:sign|{_SIGN})(?: \w+)?{_T}", "signed"),
        (rf"{MARK},? (?:which|that) {_WHO} {_HAS}(?:signed|concluded|agreed)", "signed"),
        (rf"{MARK},? (?:which |that )?(?:(?:are|is|was|were) [^.;]{{0,80}}? )?(?:was |were |is |has been |had been |being )?(?:signed|concluded|reached|agreed|struck)[^.;⟦]{{0,60}}? between {_WHO}", "signed"),
        (rf"[Ss]igned[^.;]{{0,50}}? (?:by|between) {series('SCLP', 'party')}[^.;⟦]{{0,12}}? {MARK}", "signed"),
        (rf"{_WHO},? (?:which |that )?(?:is |are |was |were )?(?:an? |both )?(?:original )?signator(?:y|ies) (?:to|of){_T}", "signed"),
        (rf"{MARK},? (?:which |that )?(?:was |were |is |has been |had been )?signed[^.;⟦]{{0,60}}?(?:⟦[CG]\d+⟧[^.;⟦]{{0,30}}?)? by (?:the )?(?:then )?(?:presidents |leaders |foreign ministers )?{series('SCLP', 'party')}", "signed"),
    )
)  # fmt: skip
BUT = re.compile(
    rf"(?:but|while|though|whereas|;|,|^) ?{series('SC', 'party')} (?:has|have|had|did|is|are|does|do) not(?= yet)?(?=[.,;]|$| (?:a|an|one|yet|and|but)\b)"
)
# "so is Chad", "followed by Chad", "Chad followed", "… in 2009 and Chad in 2011"
FOLLOW = tuple(
    re.compile(p)
    for p in (
        rf"(?:^So|^Nor|^Neither|(?:and|,) (?:neither|nor|so)) (?:is|was|has|have|had|did|do|does|are|were) {series('SCL', 'party')}",
        rf",? followed (?:\w+ ){{0,3}}by {series('SCL', 'party')}",
        rf"^{series('SCL', 'party')} (?:then |later |soon )?(?:followed(?: suit)?|did (?:the same|so too))(?=[.,;]| (?:in|on|an?|two)\b)",
        rf"(?:,| and) {series('SCL', 'party')} (?:in \d{{4}}|(?:an?|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?|years?) (?:later|after))(?=[.,;]|$)",
    )
)  # fmt: skip
_NAME = (r"(?:(?:(?:[A-Z][\w-]+|⟦[A-Z]\d+⟧|UN|and|of|on)[ -]){1,6}(?:Treaty|Convention|Protocols?|Statute|Accords?|Covenant|Pact|Agreements?|Plan of Action|Charter|Declaration(?! of Independence))\b"
         r"|(?:Treaty|Convention|Protocol|Accord|Covenant|Declaration|Memorandum) (?:on|of|for|against)(?! Independence) (?:the )?[A-Z][\w-]+(?: (?:(?:and|of|on|the|in|for|or) )*[A-Z][\w-]+)*)")  # fmt: skip
# a headline with every word in capitals: "Chad And Mali Sign Pact"
_NO_VERB = r"(?!(?:[A-Z][\w-]+ |⟦[A-Z]\d+⟧ |and |of |on ){0,5}(?:Signs?|Signed|Reach|Reaches|Inks?|Seals?|Agree|Agrees|Ratify|Ratifies|Quits?|Leaves?|Joins?|Welcomes?|Backs?|Rejects?|Says?|Urges?|Wants?|Approves?|Hails?) )"
NAMED = re.compile(
    rf"⟦O\d+⟧ (?:treaty|pact)\b|[Tt]reaty (?:[Ee]stablishing|[Ff]ounding|[Cc]reating|on the (?:[Ee]stablishment|[Cc]reation) of) (?:the )?⟦O\d+⟧|(?<![\w-])(?!(?:The|This|That|Under|On|Of|And)\b){_NO_VERB}{_NAME}(?! Organi[sz]ation)"
)
AGAIN = re.compile(
    r"(?<=\bthe )(?:\w+ )?(?:[Tt]reaty|[Ss]tatute|[Cc]onvention|[Pp]rotocols?|pact|accords?|agreement|deal)\b(?! (?:on|of|between|with|against|known|called|creating|establishing|banning)\b)"
)
ABOUT = re.compile(
    r"[Tt]reat|[Cc]onvention|[Pp]rotocol|[Ss]tatute|[Aa]ccord|[Pp]act|[Aa]greement|signed|sign|ratif|withdr|part(?:y|ies) to|[A-Z]{3}|START|deal"
)

ALIAS = re.compile(
    r"((?:[A-Z][\w’'-]+ (?:(?:of|on|and|for|the|in) )*){1,7}(?:Treaty|Convention|Protocol|Accords?|Pact|Agreement|Plan of Action))\s*[(,–—-]+\s*(?:or )?[\"“]?([A-Z]{3,8})\b"
)
# what takes up the treaty told of last: a pronoun behind a verb or a party, a verb without an object, a signature
IT = re.compile(
    r"(?<=\bratified )it\b|(?<=\bratify )it\b|(?<=\bsigned )it\b|(?<=\bsign )it\b|(?<=\bjoined )it\b|(?<=\bjoin )it\b|(?<=\bto )it\b(?=[.,;]|$)"
    r"|(?<=\babandoned )it\b|(?<=\bleft )it\b|(?<=\bquit )it\b|(?<=\bout of )it\b|(?<=\bfrom )it\b(?=[.,;]|$| in\b)|(?<=\bparties to )it\b|(?<=⟧, )it\b(?= (?:is|was|has|had|expires|runs)\b)"
)
BARE = re.compile(
    r"\b[Ss]tates? [Pp]arties\b(?! (?:to|of)\b)|\b(?:(?:has|have|had|did|never|not|yet to|to have) (?:\w+ )?(?:ratif(?:y|ied)|sign(?:ed)?|quit|withdrawn|acceded|joined)|announced (?:its|their) (?:withdrawal|exit|departure)|withdrew|pulled ⟦[SC]\d+⟧ out|pulled out|acceded|are parties|is an? (?:state )?party|never signed|signed but (?:has |have )?(?:never|not) (?:been )?ratified)"
    r"(?=[.,;]|$| (?:in \d{4}|in [A-Z]|last|this|and|until|since|so far|yet|when|because|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z])))"
)
SIGNATURE = re.compile(r"(?:its|their) signatures?\b|to (?:join|ratify)\b")
