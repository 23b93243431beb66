"""How news says who recognises whom; `a` recognises `b`, `who` or `body`, `left` is who is no longer recognised."""

from __future__ import annotations

import re

from summitry.graph.extract.template import series, slot

_REST = r"(?:,? and (?:[a-z\d-]+ |⟦[DG]\d+⟧ ){1,6}(?:nations|countries|states|governments|powers|capitals))?"  # unnamed
_A = series("SCLOP", "a") + _REST
_HERE = rf"(?:the )?{slot('SC', 'a')}"
_B = series("SCG", "b")
_LEFT = rf"(?:the )?(?:self-[a-z]+ )?{slot('SC', 'left')}"
_HAVE = r"(?:,? (?:which|who|that))?(?: (?:has|have|had|is|are|was|were|also|already|formally|officially|since|both|all|only|subsequently|later|then|recently|now|still|first|itself|soon|quickly|diplomatically|continues? to|decided to|agreed to|voted to|chose to|chosen to|opted to|moved to|is about to|went on to|would later|to))*"
_NEVER = (r"(?P<no>(?:does not|do not|did not|has not|have not|has never|have never|never|refuses? to|refused to|hasn't|haven't|doesn't|don't|no longer|"
          r"would no longer|won't|ha(?:s|ve) (?:so far )?yet to|is yet to|(?:has|have|had) no (?:intention|plans?) (?:of|to)|will not|would not|will never|still does not|is not ready to|declined? to|declines to|stopped short of|rejects?|opposes?))")  # fmt: skip
_VERB = r"recogni[sz]"
_KIND = r"(?:breakaway|separatist|rebel|disputed|self-proclaimed|Georgian|Ukrainian|Moldovan|occupied|tiny|small|former)"
TERRITORIES = rf"(?P<them>(?:the|these|those|both) (?:two )?(?:{_KIND} )*(?:territories|regions|republics|entities|enclaves|provinces|areas|statelets)|them(?= (?:as|for|too|in)\b|[.,;]|$))"
_OF = (r"(?:the )?(?:(?:independence|sovereignty|statehood|state|states|separatist regions?|self-proclaimed \w+|republics?|regions?|"
       rf"(?:two |both )?(?:{_KIND} )*(?:regions?|republics?|territor(?:y|ies)|entit(?:y|ies)|enclaves?|states?)) (?:of|in) |"
       rf"(?:two |both )?(?:⟦D\d+⟧(?:-\w+)? ){{0,2}}(?:[\w-]+ ){{0,2}}?(?:regions|republics|territories|entities|enclaves|states|people's republics),? ?(?:of )?|(?:so-called |self-proclaimed |self-ruled |neighbou?ring |{_KIND} )*)?")  # fmt: skip
_TAKEN_UP = (
    r"(?P<it>it|(?:the|this|that) (?:[\w-]+ ){0,2}?(?:entity|island|territory|enclave|statelet|republic|region)|(?:its|the|this|that|their) (?:independence|move|declaration|statehood)(?! of)"
    r"(?= (?:as|in|since|until|but|and|or|last|so|that|which)\b|[.,;]|$))"
)
_WHAT = rf"(?:{_OF}{_B}(?!-)|{TERRITORIES}|{_TAKEN_UP}\b)"
_POWER = (
    r"(?:the )?(?:government|presidency|rule|legitimacy|re-?election|victory|authority|claim|administration)"
)
_HEAD = r"(?:the )?(?:[a-z]+ )?(?:head|speaker|leader|chief|chairman|president) of [^.;⟦]{3,40}, "
_MAN = rf"(?:{_POWER} of |{_HEAD}|(?:opposition|interim|rival) (?:leader|president|figure) )?{slot('P', 'who')}(?:'s {_POWER})?"
_STATE_OF = rf"(?:an? |the )?(?:(?:{_KIND}|independent|sovereign) )*{slot('D', 'state')} (?:state|republic|statehood|independence)\b"
_BODY = r"(?:the )?(?:[\w-]+(?:'s?)? |⟦D\d+⟧ ){0,2}(?P<body>(?:[A-Z][\w-]+ ){1,4}(?:Council|Coalition|Government|Assembly|Committee|Front))"
_TIES = r"(?:(?:formal|official|full|diplomatic|its|their|all|any|so-called|bilateral) )*(?:ties|relations|relationship|links)"
_SEVER = r"(?:cuts?|cutting|sever(?:s|ed|ing)?|br(?:eaks?|oke|oken|eaking)|end(?:s|ed|ing)?|terminat(?:ed?|es|ing)|drop(?:s|ped|ping)?|suspend(?:ed|s|ing)?|renounc(?:e|es|ed|ing)|abandon(?:s|ed|ing)?)(?: off)?"
_FORM = r"(?:establish(?:es|ed|ing)?|seal(?:s|ed|ing)?|formali[sz](?:es|ed|ing)|open(?:s|ed|ing)?|t(?:ook|aken|akes|aking) up|restor(?:es|ed|ing)|resum(?:es|ed|ing)|normali[sz](?:es|ed|ing))"
_WHOLE = r"(?:[Tt]hose|[Tt]he few|states|countries|nations|governments|members|allies|capitals|partners|ones)"
_NAMELY = r"(?:[^.;⟦]|⟦[CG]\d+⟧){0,50}?(?: are| include| were|:|,? among them|,? including|,? such as|,? namely|,? like| –| —| --| -| \()+ (?:only |just |now |also )?(?:(?:\d+|[a-z]+) (?:(?!⟦)[\w-]+ |⟦[DG]\d+⟧ ){1,5}(?:countries|states|nations|governments),? (?:and )?){0,3}"
_HOLD = r"(?:has|have|had|maintains?|maintained|maintaining|keeps?|kept|having|enjoys?)"
_LATEST = r"(?:the |(?:one|some|two|three|part) of (?:the |only |just )?|among (?:the )?|a handful of )?(?:[\w-]+ |⟦[DG]\d+⟧ ){0,4}?(?:⟦S\d+⟧|countr(?:y|ies)|states?|nations?|one|two|three|few|members?|governments?|capital)?(?: in (?:the )?[\w⟦⟧ ]{1,20}| of (?:the )?⟦\w\d+⟧'s allies)?"

# "ties" and "ally" count only where statehood is the question; the first group of phrases is of states and regions
PHRASES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(p), kind)
    for p, kind in (
        (rf"{_A}(?: itself)?(?: (?:all |both )?(?:said|stated|announced|declared) (?:that )?(?:it|they)(?: would)?)?(?:,? (?:which|who|that)|,)? {_NEVER} (?:\w+ )?(?:{_VERB}(?:ed?|ing)|(?:the )?recognition of) {_WHAT}", "does_not_recognise"),
        (rf"{_A}{_HAVE} (?:[a-z]+ ){{0,2}}?{_VERB}(?:es?|ed|ing|e)(?! by\b) {_WHAT}", "recognises"),
        (rf"{_A} (?:(?:thereby|has|have|also) )*(?:became|becomes|become|was|is|remains?|are|were) {_LATEST} ?(?:to|that|which|still|formally|officially|diplomatically|have|has| )*(?:{_VERB}(?:e|es|ed)(?! by\b)|extend (?:formal |diplomatic |official )*recognition to|grant (?:\w+ )?recognition to) {_WHAT}", "recognises"),
        (rf"{_A}{_HAVE} (?:extend(?:ed|s)?|grant(?:ed|s)?|g[ia]ve[sn]?|offer(?:ed|s)?|announced|accord(?:ed)?|awarded) (?:its |their |formal |official |diplomatic |full |the )*recognition (?:to|of) {_WHAT}", "recognises"),
        (rf"{_A}{_HAVE} (?:withdrew|withdrawn|revoked?|retracted|rescinded|cancelled|took back|suspended|reversed|annulled) (?:its |their |the |earlier |diplomatic |official |decision to |decision on )*(?:recogni[sz]e|recogni[sz]ing|recognition of) {_WHAT}", "does_not_recognise"),
        (rf"{_A} (?:has |have |had )?(?:withdrew|withdrawn|revoked|retracted|rescinded|reversed) (?:its|their|the|that) (?:decision|recognition)(?P<them>\b)(?! of)", "does_not_recognise"),
        (rf"{slot('SCG', 'b')},? (?:which|that) {_A} {_NEVER} {_VERB}", "does_not_recognise"),
        (rf"{slot('SCG', 'b')},? (?:which|that) (?:the governments of |only )?{_A}[^.;⟦]{{0,40}}? (?:(?!not)\w+ )?{_VERB}e[sd]?\b(?! (?:the )?(?:[\w-]+ ){{0,3}}⟦)", "recognises"),
        (rf"{_B}(?:'s? (?:\w+ )?(?:independence|statehood|sovereignty))?,? (?:(?:which|who) )?(?:is|was|has been|are|were|have been)(?: only)? (?:\w+ )?{_VERB}ed(?: as [^.;⟦]{{0,40}})?(?: only)? by (?:(?:only |just )?(?:[\w-]+ ){{1,3}}(?:countr(?:y|ies)|states?|governments?)(?: so far| to date| in the world)?(?:,|:| –| -)+ )?(?:only |just |over \d+ \w+[^.;⟦]{{0,20}}including )?{_A}", "recognises"),
        (rf"{_B}(?:'s? (?:\w+ )?(?:independence|statehood|sovereignty))?[^.;]{{0,140}}? (?:but )?not (?:{_VERB}ed )?by (?:\w+ )?{_A}", "does_not_recognise"),
        (rf"{_B},? (?:is|was|has been|are|were|have been)(?: only)? {_VERB}ed by (?:⟦[SC]\d+⟧(?:, | and )?){{1,6}},? ?but not {_A}", "does_not_recognise"),
        (rf"(?:[Nn]o|[Nn]ot an?|[Nn]ot (?:one|a single)) (?:other |single |foreign )?(?:state|country|government|nation|capital|one|body),? (?:not even|including|neither|even) {_A},? (?:has |have |had |ever |yet |formally |officially )*{_VERB}(?:es?|ed|ing) {_WHAT}", "does_not_recognise"),
        (rf"(?:which|that|whom?) (?:no (?:state|country|one|government),? )?not even {_A},? (?:has |have |had |ever |yet |formally |officially )*{_VERB}(?:es?|ed)(?P<that>\b)", "does_not_recognise"),
        (rf"{_HERE} and {slot('SC', 'b')} (?:have |formally )*(?:{_VERB}ed|decided to recogni[sz]e) each other", "recognises"),
        (rf"{_HERE}'s decision (?:in \d{{4}} |last \w+ |on \w+ )?to {_VERB}e {_OF}{slot('SCG', 'b')}", "recognises"),
        (rf"(?:^[Tt]he|(?:[Aa]fter|[Ss]ince|[Ff]ollowing|[Dd]espite) (?:the)?) ?(?:formal |official |diplomatic )*recognition of {_OF}{slot('SCG', 'b')} by {_A}", "recognises"),
        (rf"{_A}{_HAVE} (?:join(?:ed|s)?|entered) (?:the )?(?:(?:[\w-]+ ){{0,4}}(?:list|ranks?|group|club|number) of )?(?:[\w-]+ ){{0,4}}?(?:countries|states|nations|governments)(?: that| which| to| already| have| formally| officially)* {_VERB}(?:e|ed|ing) {_WHAT}", "recognises"),
        (rf"{slot('SCG', 'b')}(?:'s [a-z -]{{1,40}})? (?:has |have )?(?:thanked|praised|commended|applauded|hailed) {_A} for (?:(?:its |their |the )?(?:having |decision to )?{_VERB}(?:ing|ed|e) (?:it|its [a-z]+)|(?:its |their )(?:\w+ )?recognition)\b", "ties"),
        (rf"{slot('SCG', 'b')}(?:'s [a-z -]{{1,40}})? (?:has |have )?(?:welcomed|hailed|praised|celebrated|applauded|cheered) {_A}'s (?:(?:decision|move) to {_VERB}e (?:it|its [a-z]+)|(?:\w+ )?recognition(?! of))", "ties"),
        (rf"(?:[Oo]nly|[Jj]ust) (?:\w+ (?:countries|states|nations) ?[-–—:,]+ ?)?{_A}[^.;⟦]{{0,12}} {_VERB}(?:es?|ed) {_WHAT}", "recognises"),
        (rf"{_HERE} (?:has |have )?followed {slot('SC')} in {_VERB}ing {_WHAT}", "recognises"),
        (rf"⟦[SC]\d+⟧ (?:has |have )?followed {slot('SC', 'a')} in {_VERB}ing {_WHAT}", "recognises"),
        (rf"\b(?:[Aa]part from|[Bb]esides|[Aa]side from|[Ll]ike) {_A},? (?:only )?⟦[SC]\d+⟧[^.;⟦]{{0,20}}(?:⟦[SC]\d+⟧ in )?{_VERB}(?:ing|es|ed) {_WHAT}", "recognises"),
        (rf"(?:neighbou?rs|countries|states|members|allies|governments|nations), {_A}, (?:have |has )?(?:\w+ )?{_VERB}(?:ed|e|es) {_WHAT}", "recognises"),
        (rf"{_VERB}(?:ed|e|es|ing) {_WHAT}, {_A} among them", "recognises"),
        (rf"(?:other than|besides|apart from|except) {_A} (?:to|that|which) (?:have |has )?{_VERB}(?:ed|e|es) {_WHAT}", "recognises"),
        # people and bodies that claim to govern
        (rf"{_A}{_HAVE} (?:(?!not)[a-z]+ ){{0,3}}?{_VERB}(?:es?|ed|ing) {_MAN}(?=[.,;]|$| (?:as|on|in|last|this|and|but)\b)", "recognises"),
        (rf"{_A}{_HAVE} (?:g[ia]ve[sn]?|grant(?:ed|s)?|extend(?:ed|s)?) {slot('P', 'who')} (?:its |their |the |formal |official |diplomatic )*recognition", "recognises"),
        (rf"{_A}{_HAVE} (?:regards?|regarded|considers?|considered|sees?|views?|viewed|treats?|acknowledg(?:es?|ed)|accepts?|accepted) (?P<no>not (?:⟦P\d+⟧|him|her) but )?{_MAN} (?:as |to be )?(?:the |its |their |an? )*(?:[\w'-]+ |⟦D\d+⟧ ){{0,3}}(?:⟦P\d+⟧|president|leader|ruler|head|government|authority|winner)", "recognises"),
        (rf"{slot('P', 'who')},? whom {_A} {_NEVER} {_VERB}e", "does_not_recognise"),
        (rf"{_A}(?:,? (?:which|who|that))? {_NEVER} (?:\w+ )?(?:{_VERB}ed?|regard|accept) {_MAN}", "does_not_recognise"),
        (rf"{_A}{_HAVE} (?:(?!not)[a-z]+ ){{0,6}}?(?:to )?{_VERB}(?:es?|ed|e) {_BODY}", "recognises"),
        (rf"{slot('P', 'who')},? (?:who )?(?:is|was|has been|had been)(?: only)? (?:\w+ )?{_VERB}ed (?:as (?:[^.;⟦]|⟦P\d+⟧){{0,50}}? )?by [^.;⟦]{{0,60}}?{_A}", "recognises"),
        (rf"{slot('P', 'who')},? whom (?:the (?:governments?|leaders) of )?{_A}[^.;⟦]{{0,40}}? (?:has |have |had |already |now |also )*{_VERB}e[sd]?\b", "recognises"),
        (rf"{_A}{_HAVE} (?:(?!not)[a-z]+ |⟦S\d+⟧ ){{0,6}}?(?:to )?{_VERB}(?:es?|ed|e) (?:the )?(?:[\w-]+(?:'s?)? |⟦D\d+⟧ ){{0,2}}(?P<club>⟦B\d+⟧)", "recognises"),
        (rf"{_A}(?:,? (?:which|who|that))? {_NEVER} (?:\w+ )?{_VERB}(?:ed?|ing) (?:the )?(?:[\w-]+(?:'s?)? |⟦D\d+⟧ ){{0,2}}(?P<club>⟦[BO]\d+⟧)(?: (?:government|regime|administration|authorities))?", "does_not_recognise"),
        (rf"(?:countries|states|nations|governments|members),? (?:among them|including|such as|notably) (?:the )?{_A},? (?:have |has |had |already |now |formally )*{_VERB}(?:e|ed|es) {_MAN}", "recognises"),
        (rf"{_A}{_HAVE} {_VERB}(?:es?|ed|ing) {_STATE_OF}", "recognises"),
        (rf"{_A}(?:,? (?:which|who|that))? {_NEVER} (?:\w+ )?{_VERB}(?:ed?|ing) {_STATE_OF}", "does_not_recognise"),
        # changing sides
        (rf"{_A}{_HAVE} (?:switch(?:ed|es|ing)?|shift(?:ed|s|ing)?|transferr?(?:ed|s|ing)?|mov(?:ed|es|ing)|chang(?:e|ed|es|ing)|swap(?:ped|s)?|flip(?:ped|s)?|defect(?:ed|s)) (?:(?:its|their|diplomatic|official|formal) )*(?:recognition|allegiance|ties|relations|loyalt(?:y|ies))?,? ?(?:from {_LEFT} )?to (?:the )?{slot('SC', 'b')}(?: from {slot('SC', 'left2')})?", "switch"),
        (rf"{_A}{_HAVE} (?:dropped|ditched|abandoned|dumped|deserted) {_LEFT} (?:for|in favou?r of) {slot('SC', 'b')}", "switch"),
        (rf"{_A}{_HAVE} (?:{_SEVER} {_TIES}[\"“”']? with|broke(?:n)? with|dropped|abandoned|ditched) {_LEFT}[^.;⟦]{{0,60}} (?:in favou?r of|(?:and|to|in order to) (?:\w+ )?(?:{_FORM}|establish|{_VERB}(?:e|ed|ing)|switch(?:ed)?|open|forge[d]?)(?:[^.;⟦]{{0,30}} (?:with|to))?) (?:the )?{slot('SC', 'b')}", "switch"),
        (rf"{_A}[^.;]{{0,60}}? to (?:{_SEVER} {_TIES} with) {_LEFT}[^.;⟦]{{0,40}} (?:in favou?r of|and (?:establish|{_VERB}e|switch|open)(?:[^.;⟦]{{0,30}} (?:with|to))?) (?:the )?{slot('SC', 'b')}", "switch"),
        (rf"{_A}{_HAVE} {_FORM} {_TIES} with (?:the )?{slot('SC', 'b')}[^.;]{{0,40}}? (?:after|and|while|by) (?:{_SEVER}|abandoning|dropping|ditching) (?:{_TIES} with )?{_LEFT}", "switch"),
        (rf"{_A}(?: (?:also )?(?:announced|said|decided)(?: (?:that )?(?:it|they)(?: would)?)?)?{_HAVE} {_SEVER} (?:(?:\w+ |its |their )?(?:years|decades) of |[\w-]+-(?:year|decade)(?:-?(?:old|long))? )?(?:(?:its|their|official|all|formal|any|so-called|[\"“”']?diplomatic) )*(?:ties|relations|relationship)[\"“”']? with {_LEFT}", "break"),
        (rf"{_A}{_HAVE} (?:told|informed|notified|advised) {_LEFT}[^.;⟦]{{0,60}}? {_SEVER} (?:(?:the|its|their|all) )?{_TIES}", "break"),
        (rf"{_A}{_HAVE} (?:announced|declared|confirmed|decided(?: on)?|completed|sealed|ordered) (?:the |its |their |an? )?(?:formal |diplomatic |official |immediate )*(?:rupture|break|split|severance|severing|end|cutting|termination|breaking)(?: off)?(?: of| in)?(?: (?:the |its |their )?{_TIES})? (?:with|from) {_LEFT}", "break"),
        (rf"{_A}'s (?:decision to |move to |announcement that it would )?(?:{_SEVER}|rupture|break|split|severance)(?: of| in)?(?: {_TIES})? with {_LEFT}", "break"),
        (rf"{_A}'s (?:decision to |move to )?(?:switch|shift|move|defection|turn)(?:(?: of)? (?:its )?(?:diplomatic )?(?:recognition|ties|allegiance))? (?:from {_LEFT} )?to (?:the )?{slot('SC', 'b')}", "switch"),
        (rf"{_A}{_HAVE} (?:announced|made|completed|confirmed) (?:the |its |an? )?(?:\w+ )?(?:switch|shift|change|transfer)(?:(?: of| in)? (?:its )?(?:diplomatic )?(?:recognition|ties|allegiance|relations))? from {_LEFT} to (?:the )?{slot('SC', 'b')}", "switch"),
        (rf"with {slot('SC', 'a')} (?:after|when|once) it (?:had )?{_SEVER} {_TIES} with {_LEFT}", "break"),
        (rf"{_A}{_HAVE} broken? with {_LEFT}", "break"),
        # ties, where they mean recognition
        (rf"{_A}{_HAVE} {_HOLD} {_TIES} with (?:only |just )?(?:\w+ (?:countries|states|nations),? (?:among them|including|such as) )?{_B}", "ties"),
        (rf"{_A}{_HAVE} {_HOLD} {_TIES} with (?:only |just |some |about )*(?:[\w-]+ |⟦[DG]\d+⟧ ){{1,4}}(?:countries|states|nations|allies|neighbou?rs|governments) ?[,:(–—-]* ?(?:among them|including|such as|namely|which include|like)? ?{_B}", "ties"),
        (rf"{_A}{_HAVE}(?: (?:is|are|was|were|remains?|became|becomes?|being)|,) (?:the|one|two|among|a handful|some)\b {_LATEST} ?(?:with|having|maintaining|keeping|that|which|to)(?: (?:still|formally|officially|have|has|maintains?|keeps?|hold|enjoy|entertains?|had))* {_TIES} (?:with|to) {_B}", "ties"),
        (rf"{_WHOLE}(?: (?:that|which|who|still|now|remain|remaining|left|formally|officially|with|having|have|has|maintain\w*|keep\w*|enjoy\w*|hold\w*))* {_TIES} (?:with|to) (?:the )?(?:self-[a-z]+ )?{slot('SCG', 'b')}{_NAMELY}{_A}", "ties"),
        (rf"{_WHOLE}(?: (?:that|which|who|still|now|remain|remaining|left|formally|officially|to|have|has|continue))* {_VERB}(?:e|es|ed|ing) {_WHAT}{_NAMELY}{_A}", "recognises"),
        (rf"{_WHOLE}(?:[^.;:⟦]|⟦[GDC]\d+⟧){{0,60}}? (?:have |has |already |formally |officially )*{_VERB}(?:e|ed) (?:an? |the )?(?:independent |sovereign )?(?:{_WHAT}|{slot('D', 'state')} (?:state|republic|statehood|independence))(?: already| so far)?{_NAMELY}{_A}", "recognises"),
        (rf"{_WHOLE}(?: (?:that|which|who|formally|officially))* {_NEVER} {_VERB}(?:e|es|ed|ing) {_WHAT}{_NAMELY}{_A}", "does_not_recognise"),
        (rf"{_TIES} (?:with|to) (?:the )?{slot('SCG', 'b')}, {_A} (?:being|is|are) the (?:\w+est|most|last)", "ties"),
        (rf"(?:[Tt]he )?{slot('SC', 'b')}'s (?:(?!former)[\w-]+ ){{0,4}}(?:allies|partners|friends)(?: (?:in|on|from|of) (?:the )?(?:[\w-]+ |⟦[DG]\d+⟧ ?){{1,3}})?[^.;⟦]{{0,30}}?(?: are| include|:|,| namely| such as| like)+ (?:now |only |also |just )?{_A}", "ally"),
        (rf"{slot('SC', 'b')}'s (?:(?!former)[\w-]+ ){{0,3}}ally,? {_A}", "ally"),
        (rf"{slot('SC', 'b')} (?:now |still |only |currently )*(?:has|is left with|with|counts|retains|keeps)(?: only| just)? (?:[\w-]+ ){{1,8}}allies[^.;⟦]{{0,25}}? ?(?:including|among them|such as|–|:|\() ?{_A}", "ally"),
        (rf"{_A}{_HAVE} (?:{_FORM}|agree[ds]? to (?:establish|open|restore|normali[sz]e)|agree[ds]? (?:to|on) (?:the |an? |full )*(?:establishment|opening|restoration|resumption|normali[sz]ation) of) {_TIES}(?:(?!broker|mediat|help)[^.;⟦]){{0,20}} with {_B}", "ties"),
        (rf"{_HERE} and {slot('SC', 'b')}{_HAVE} (?:{_FORM}|agree[ds]? to (?:establish|open|restore|normali[sz]e)|agree[ds]? (?:to|on) (?:the |an? |full )*(?:establishment|opening|restoration|resumption|normali[sz]ation) of) {_TIES}", "ties"),
        (rf"{_A}(?:,| is| are| remains?| was)* (?:(?:one|two|three|some|both) of )?(?:the |an? )?{slot('SC', 'b')}'s (?:(?!former)[\w-]+ ){{0,3}}(?:diplomatic )?all(?:y|ies)\b", "ally"),
        (rf"{slot('SC', 'b')}'s (?:(?!former)[\w-]+ ){{0,3}}(?:diplomatic )?allies,? (?:include|are|such as|including|like|:|among them)+ {_A}", "ally"),
    )
)  # fmt: skip
HEADING = re.compile(
    rf"(?:[Hh]ere (?:is|are)|[Ll]ist of|[Ff]ollowing|[Tt]hese are|[Tt]hey are|[Tt]he)[^.;⟦]{{0,40}}(?:states|countries|nations|governments)[^.;⟦]{{0,20}} (?:that|which|to)(?: still)? (?:{_VERB}e|maintain {_TIES} with|have {_TIES} with) {slot('SC', 'b')}"
)
ABOUT = re.compile(
    rf"{_VERB}|recognition|switch|dropped|ditched|sever|br(?:ea|o)k|\b(?:ties|relations|relationship)\b|all(?:y|ies)\b"
)
