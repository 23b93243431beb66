"""How news says who belongs to which organisation: the phrases, what status each gives, and what proof it needs."""

from __future__ import annotations

import re

from summitry.graph.extract.template import RELATIVE, series, slot

_M = series("SCL", "members")
_SORT = r"(?:⟦[DSC]\d+⟧-(?:led|dominated|backed|based|headed|centred|centered|controlled|brokered) |(?:\d+|[a-z]+)-(?:member|nation|state|country|strong) |(?:regional|continental|military|trade|political|economic|then|world|security|so-called|Western) |(?:body|bloc|alliance|organi[sz]ation|group|grouping|forum|union|club|court) ){0,3}"
_O = rf"(?:the |that )?{_SORT}(?P<org>⟦O\d+⟧)(?: \(⟦O\d+⟧\))?"
_ADV = r"(?:(?:also|all|both|now|currently|already|still|each|long|officially|formally|recently|itself|themselves) )?"
_KIND = (r"(?:(?:full|full-fledged|founding|founder|permanent|active|current|core|new|newest|fellow|key|leading|other|another|one|only|youngest|voting|original|"
         r"non-permanent|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|biggest|largest|smallest|oldest|longstanding|long-standing|"
         r"rotating|staunch|important|non-nuclear|sole|five|four|three|two|associate|G?\d+) |\d+(?:st|nd|rd|th) )*")  # fmt: skip
_BODY = r"(?:(?: \w+)? (?:bloc|alliance|union|group|grouping|organi[sz]ation|club|military alliance|trade bloc|regional bloc|cartel))?"
_THE = r"(?:an? |the |(?:the )?(?:only )?one of (?:the |its )|among the |its |also an? |itself an? )?"
_LEFT = r"(?:left|quit|withdrew|withdrawn|pulled out|walked out|dropped out|broken away|broke away|split away|departed|exited)"
_IN = r"(?:joined|acceded|entered|rejoined|re-joined|got in|(?:been |was |were )(?:admitted|let in|accepted|taken in|received in))"
_BACK = r"(?:came back|come back|returned|rejoined|re-joined|walked back in|(?:been |was |were )?(?:re-?admitted|reinstated|let back in|taken back|welcomed back|accepted back))"
_OBSERVER = r"(?:(?:permanent|official|mere|long-time|longtime|associate) )?(?:observers?(?: states?| members?| countr(?:y|ies)| nations?)?|dialogue partners?|associates?|associate members?)"
_SINCE = r"(?=[.,;:)]|$| in (?:\d|[A-Z]|the meantime|turn)| (?:on|last|this|since|until|a|two|three|four|five|six|seven|eight|nine|ten|\d+|later|earlier|soon|shortly|and|but|while|after|before|when|as (?:an? |the )?(?:\w+ )?member|with)\b)"
_MEMBER = r"(?:members?|member states?|member countr(?:y|ies)|member nations?)"
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all)"
_HAS = r"(?:has |have |had |was |were |is |are )?(?:also |both |now |therefore |recently |already |formally |officially |only |just |finally |later |once |first |then |again |subsequently |since )*"
_FOR = r"(?:for|to join|to|of) (?:(?:full )?(?:membership|accession|entry|admission|joining) (?:in|of|to|into) )?"
_AIM = r"(?:to (?:join|return to|be readmitted to|re-?join|enter|become (?:an? )?(?:full )?members? of|accede to|be admitted to|be part of)|for (?:full |its )?membership (?:in|of|to)|membership (?:in|of)|entry (?:in)?to|accession to)"
_END = r"(?=$|[.,;:)\"”—]| (?:and|but|in|on|last|this|by|as|two|three|four|after|since|for|with|together|until|at|along)\b)"

NON = re.compile(r"(?i)\bnon ?[-‑] ?$")  # "six non-EU countries - A, B and C"
ONE_STATE = re.compile(
    r"(?:the )?⟦O\d+⟧ (?:member )?(?:state|country|nation|member),? ⟦"
)  # "EU member Malta, Chad and …"

# (pattern, status, proof): the first that matches at a place wins. Without an organisation of its own a pattern takes up the one
# named last; "each" takes only members that the reference data know, "most" a list of which it knows nearly all.
PHRASES: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), status, proof)
    for pattern, status, proof in (
        (rf"{_O}(?: leaders| members)?(?: on \w+)? (?:has |have |had |previously |decided to |voted to |agreed to )*suspend(?:ed|s)? (?:the )?(?:membership of )?(?:(?:\w+ ){{1,3}}(?:members|countries|states|nations) ?(?:--|—|–|-|:|,) ?)?{_M}", "suspended", ""),
        (rf"{_M}(?:'s membership)?,? (?:which |that )?(?:was|were|has been|have been|had been|is|are|remains?)(?: currently| still)? suspended from {_O}", "suspended", ""),
        (rf"suspen(?:ded|d|sion of) {_M} from {_O}", "suspended", ""),
        (rf"(?:members|member states|member countries|member nations) ?(?:--|—|–|:) ?{_M}", "member", "each"),
        (rf"(?:{_NUMBER} )?{_O} (?:countries|states|nations|members) ?[—–:,-]+ ?(?:which |who )?(?:also )?(?:include|includes|including|are|namely) {_M}", "member", "each"),
        (rf"{_M} (?:are|is|were|remain|remains) (?:among )?(?:the )?(?:[\w-]+ ){{0,3}}?(?:forum|bloc|union|alliance|grouping|group|summit)(?:'s)? (?:nations|countries|states|members)\b", "member", "each"),
        (rf"{_M}{RELATIVE}(?:,? which)? {_HAS}(?:still |currently )?(?:in the (?:final stages of the )?process of|close to|on (?:the|its|their) (?:path|way) to|negotiating) (?:accession|joining|admission|entry|being admitted|becoming (?:an? |the |its )?{_KIND}{_MEMBER})(?: (?:in|of|to|into)? ?{_O}|{_END})", "acceding", "sure"),
        (rf"{_M}(?:'s|') (?:full )?(?:membership|accession|entry|admission) (?:of|in|to|into) {_O} (?:was|were|has been|had been|is being|will be) (?:\w+ly )?(?:approved|agreed|accepted|granted|endorsed|finali[sz]ed|announced)", "acceding", ""),
        (rf"{_M}{RELATIVE} (?:will|would|is to|are to|is set to|was to|were to)(?: also)? (?:be )?(?:granted|given|accorded|get|receive|have|obtain) (?:the )?(?:\w+ )?observer status(?: (?:in|at|with|of|by|within) {_O}|{_END})", "observer", "sure"),
        (rf"{_O}[^.;⟦]{{0,60}}[,;]? (?:and|while|but|which) {_M}(?:,? too,?)? (?:has |have |had )?(?:also |now |long )*(?:wants?|wanted|hopes?|hoped|wishes|seeks?|sought|aspires?|aspired|(?:is|are|was|were) (?:seeking|hoping|trying|waiting|negotiating|bidding|applying)) (?:also )?to (?:join|enter|become (?:an? )?(?:full )?members?){_END}", "applicant", "sure"),
        (rf"{_M}{RELATIVE},? (?:which |that )?{_HAS}(?:requested|sought) (?:full )?{_O} membership", "applicant", ""),
        (rf"{_M},? (?:and|with|along with) (?:its|their|his) (?:fellow |closest |other )?(?:\w+ )?{_O}(?:'s)? (?:partners?|allies|ally|neighbou?rs?|members?)\b", "member", "each"),
        (rf"{_M} (?:are|is|have|has) (?:the )?(?:permanent |official )?observers?(?: states?| members?| countries| status)?{_END}", "observer", "sure"),
        (rf"{_M} (?:are|is|were|was|have been|has been|had been) (?:also )?(?:among )?(?:the )?(?:[\w-]+ )?(?:(?:countries|states|nations) )?(?:to be )?invited (?:on )?(?:\w+ )?to (?:join|enter|become (?:an? )?(?:full )?members? of) {_O}", "acceding", ""),
        (rf"{_M} (?:has |have |had )?(?:split|splitting|broken away|broke away|seceded) from {_O}", "former", ""),
        (rf"bids? (?:of|by|from) {_M} (?:- ?[^.;⟦]{{0,60}} ?- ?)?(?:is|are|was|were|remains?) (?:still )?(?:pending|under review|on hold)", "applicant", "sure"),
        (rf"{_M},? (?:which (?:is|are) |all |both |now |currently |still )*suspended from {_O}", "suspended", ""),
        (rf"{_M}(?:,[^,;.⟦]{{0,50}},)? (?:has been|have been|was|were|is|are|remains?) suspended(?=[.,;]| (?:since|until|for|over|in|pending|after|because)\b)", "suspended", "sure"),
        (rf"{_M} (?:had |has |have )?(?:once|formerly|previously|earlier|long) (?:belonged to|been (?:an? )?members? of)(?: {_O}| the (?:treaty|bloc|pact|alliance|group|club))", "former", "sure"),
        (rf"{_M},? (?:which |that )?(?:is|are) no longer (?:an? )?{_KIND}(?:{_MEMBER}|part) of {_O}", "former", ""),
        (rf"(?:re-?admittance|readmission|re-?admission|return|reinstatement|re-?entry|comeback) of {_M} (?:in)?to {_O}", "returned", ""),
        (rf"(?:{_M}|{slot('P', 'who')}){RELATIVE} {_HAS}(?:returned|come back|came back|gone back|walked back|readmitted|back in|reinstated|been readmitted|been reinstated) ?(?:in|in)?(?:to)? {_O}(?! (?:summit|meeting|headquarters|talks|table|fold of))", "returned", ""),
        (rf"{_M},? (?:which |that )?(?:[^,;⟦]{{0,60}} )?{_HAS}suspended(?:[^.;⟦]|⟦[OP]\d+⟧){{0,90}}?,? (?:and|but)(?: has| was| were| had)?(?: \w+)? {_BACK}{_SINCE}", "returned", "own"),
        (rf"{_M}{RELATIVE} {_HAS}suspended from {_O}[^.;]{{0,30}}?, to which (?:it|they) returned", "returned", ""),
        (rf"{_M}{RELATIVE} {_HAS}(?:joined|entered|been admitted to|was admitted to|admitted to|attends?|attended|participates? in|takes? part in|part of) {_O}[^.;⟦]{{0,20}} as (?:an? )?{_OBSERVER}", "observer", ""),
        (rf"[Ii]n {_O},? {_M} (?:is|are|has been|have been|was|has|have) (?:only |still )?(?:an? )?(?:{_OBSERVER}|observer status)", "observer", ""),
        (rf"{_M}{RELATIVE} {_HAS}(?:been|remains?|become|became|is|are) (?:only |merely )?(?:an? |the )?{_OBSERVER}(?: (?:in|at|of|to|with) {_O})?[^.;⟦]{{0,12}}, (?:along with|together with|like|as are|as well as) {series('SC', 'more')}", "observer", ""),
        (rf"{_M}{RELATIVE} (?:has |have |had )?(?:been|remains?|become|became|is|are) (?:only |merely |still )?(?:an? |the )?{_OBSERVER} (?:in|at|of|to|with) {_O}", "observer", ""),
        (rf"{_M}, (?:likewise |also |still |itself |up to now |until now |currently |so far |hitherto )*(?:an? |the )?{_OBSERVER}(?= since|,)", "observer", "own"),
        (rf"{_M}{RELATIVE} {_HAS}(?:been|remains?|become|became|is|are) (?:only |merely |still )?(?:an? |the )?{_OBSERVER}{_END}", "observer", "own"),
        (rf"{_M}{RELATIVE},? (?:which |that )?{_HAS}{_KIND}{_THE}{_KIND}{_MEMBER} of {_O} (?:until|till|up to)\b", "former", ""),
        (rf"{_M}(?:,? which)?,? {_HAS}(?:expelled|excluded|ejected|thrown out|kicked out|ousted|dropped|struck) (?:from|of) {_O}", "former", ""),
        (rf"(?:took|takes?|taken|taking|pulled|pulling|led|leading|withdrew|withdrawn) (?:the |his |her |its )?{_M} (?:out of|from) {_O}", "former", ""),
        (rf"{_M}(?:,? which)? {_HAS}(?:announced|notified|handed in|submitted|declared|completed|confirmed|began|started) (?:its|their|the|an?|notice of|of| )+(?:exit|withdrawal|departure|denunciation|pull-?out) (?:from|of) {_O}", "former", ""),
        (rf"{_O}[^;]{{0,80}}; {_M} (?:announced|declared|began|started|completed) its (?:exit|withdrawal|departure)", "former", "own"),
        (rf"{_M}{RELATIVE} {_HAS}suspended (?:its|their) (?:participation|membership|activities|work) in {_O}", "suspended", ""),
        (rf"{_O},? (?:to|of|in) which {_M}(?:,? (?:and|as well as) (?:[\w-]+ ){{1,3}}(?:others?|countries|states|nations))?,? (?:also |both |all )?(?:belongs?|belonged|is (?:also )?an? (?:\w+ )?member|are (?:also )?(?:\w+ )?members|(?:has|have) (?:long )?(?:belonged|been an? members?|been members)|participates?|sits?)", "member", ""),
        (rf"(?:turn|make|makes|made|turned|turning|making) {_M} (?:into )?(?:the|an?) {_KIND}{_MEMBER}(?: of {_O})?", "acceding", "sure"),
        (rf"{_M},? whose (?:entry|accession|admission|membership)(?: (?:in)?to {_O})? (?:was|has been|is) (?:agreed|approved|accepted|decided|pending|voted|backed)", "acceding", "sure"),
        (rf"{_M}(?:,? which|,? that)? {_HAS}(?:signed|initialled|inked) (?:(?:its|their|the|an?|formal|official|⟦[OT]\d+⟧) ){{0,3}}accession (?:protocols?|treat(?:y|ies)|papers|documents?|agreements?|accords?|deals?)(?: with {_O})?", "acceding", "sure"),
        (rf"(?:agreed|decided|voted)[^.;⟦]{{0,20}} to (?:let in|admit|accept|take in|welcome|receive) {_M}(?: in| as (?:an? |its |the |their )?(?:\w+ )?(?:full )?members?)", "acceding", "sure"),
        (rf"{_M} (?:has been |is |have been |are |was )?(?:still |also )?negotiat(?:es|ed|ing|e) (?:(?:its|their|the|on|about|for|over) )*(?:entry|accession|membership|admission)(?: (?:of|in|to|into) {_O})?", "applicant", "sure"),
        (rf"{_M},? (?:an? |the |both |also |still |all )*(?:official )?(?:candidates?|applicants?|aspirants?)(?: countr(?:y|ies)| states?)?(?= since|,)", "applicant", "own"),
        (rf"{_M} (?:joined|was accorded|were accorded|was admitted|was accepted|was granted|were granted|was given)[^.;⟦]{{0,20}} (?:as (?:an )?)?observers?(?: status| states?| members?)?{_END}", "observer", "sure"),
        (rf"[Oo]bserver (?:states|countries|nations|members)[^.;⟦]{{0,30}} (?:include|are|including|:) {_M}", "observer", "sure"),
        (rf"{_O}[^.;]{{0,40}}? invit(?:ed|ing) {_M} to join", "acceding", ""),
        (rf"{_M} (?:has been|have been|had been|was|were) (?:formally |officially )?invited to (?:join|become (?:an? )?(?:full )?members? of) {_O}", "acceding", ""),
        (rf"{_M}(?:,? which)? {_HAS}(?:announced|announcing|said|declared|decided|confirmed)[^.;⟦]{{0,30}} (?:quit|quitting|leave|leaving|withdraw from|withdrawing from|pull out of|pulling out of) {_O}", "former", ""),
        (rf"{_M},? (?:an? |the )?{_O} candidates?(?: countr(?:y|ies)| states?)?", "applicant", ""),
        (rf"{_M} (?:has |have |had )?(?:long )?(?:aspires?|aspired|wants?|hopes?|seeks?|wishes|intends?|plans?) {_AIM} (?:both )?(?:the )?(?:⟦O\d+⟧ and )(?:the )?(?P<org2>⟦O\d+⟧)", "applicant", ""),
        (rf"{_M} (?:has |have |had )?(?:long )?(?:aspires?|aspired|wants?|hopes?|seeks?|wishes|intends?|plans?) {_AIM} both {_O}", "applicant", ""),
        (rf"{_M} (?:has|have|holds?|enjoys?) (?:only )?observer status(?! (?:in|at|with|of) (?:the )?⟦O)", "observer", "sure"),
        (rf"{_M}(?:,[^;.⟦]{{0,60}},)? (?:sat in|attended|took part|participated|was present|were present|is attending|attends?)[^.;⟦]{{0,30}} as (?:an )?observers?", "observer", "sure"),
        (rf"{_O}[^.;]{{0,40}}? invited (?:[\w-]+ ){{1,3}}(?:countries|states|nations|members) to join[^.;:⟦]{{0,40}}[:,] {_M}", "acceding", ""),
        (rf"invited (?:[\w-]+ ){{1,3}}(?:countries|states|nations|members) to join[^.;:⟦]{{0,40}}[:,] {_M}", "acceding", "sure"),
        (rf"invit(?:e|ed|es|ing) (?:[\w-]+ ){{1,3}}(?:countries|states|nations) ?[-–—:,(]+ ?{_M} ?[-–—:,)]* to (?:join|become (?:an? )?(?:new |full )*members?)", "acceding", "sure"),
        (rf"{_M}'s (?:own )?(?:applications?|bids?|requests?)(?: for membership| to join)? (?:is|are|was|were|remains?|has been|have been) (?:also |still |now |currently )*(?:pending|under (?:review|consideration|examination)|on hold|being (?:considered|examined|studied|processed))", "applicant", "sure"),
        (rf"{_M}{RELATIVE},? (?:which |that )?(?:{_HAS}|(?:was|were|are|is) (?:among )?the (?:first|last|only|latest)(?: \w+){{0,2}} to )(?:opened|open|launched|launch|started|start|begun|began|begin|conducts?|conducting|holding|entered|engaged in) (?:formal |official )?(?:accession|membership|entry) (?:talks|negotiations)(?: with {_O})?", "applicant", "sure"),
        (rf"{_M}{RELATIVE} (?:was|were|is|are|became|become) (?:among )?the (?:first|last|latest|most recent|second|third|newest|only)(?: \w+){{0,2}} to (?:join|accede to|enter) {_O}", "member", ""),
        (rf"[Tt]he (?:first|last|latest|most recent|newest)(?: \w+){{0,2}} to (?:join|accede to|enter|become (?:an? )?(?:full )?members? of) {_O},? (?:was|were|is|are) {_M}", "member", ""),
        (r"(?P<who>⟦P\d+⟧)(?:,[^;.⟦]{0,60},)? (?:is |was |are |were |will be |has been )?(?:also )?(?:attend(?:s|ed|ing)?|participat(?:es|ed|ing)|t(?:ook|akes?|aking) part|sat in|present)\b[^.;]{0,70}? as (?:an )?observers?\b", "observer", "sure"),
        (rf"{_M}'s accession (?:papers|protocols?|documents?|treaty|bid|instruments?)", "acceding", "sure"),
        (rf"{_M} (?:was |were |is |being )?(?:admitted|accepted|received|welcomed) as (?:an? |the )?{_KIND}{_MEMBER}", "member", "sure"),
        (rf"(?P<group>⟦O\d+⟧),? (?:which )?(?:was|has been|were|had been) (?:also |formally |newly |now )?(?:admitted|accepted|welcomed) (?:in)?to {_O}", "member", "group"),
        (rf"(?P<group>⟦O\d+⟧),? (?:which )?(?:is|became|has become) (?:an? |the ){_KIND}{_MEMBER} of {_O}", "member", "group"),
        (rf"{_M},? whose (?:seat|membership|participation|rights)(?: (?:in|of) {_O})? (?:was|were|has been|had been|is|are|remains?) (?:suspended|frozen)", "suspended", "sure"),
        (rf"{_M}'s (?:seat|membership|participation|rights)(?: (?:in|of) {_O})?[^.;⟦]{{0,25}}? ?(?:suspended|frozen)", "suspended", "sure"),
        (rf"(?:decided|voted|agreed|moved) to suspend {_M}{_END}", "suspended", "sure"),
        (rf"{_M}{RELATIVE},? (?:is|are|was|were|has been|have been|being|remain|remains|became),? {_ADV}{_THE}{_KIND}(?:{_MEMBER}|part) (?:of|in) {_O}", "member", ""),
        (rf"{_M},? (?:which|who|that) (?:is|are|has been|have been),? {_ADV}{_THE}{_KIND}(?:{_MEMBER}|part) of {_O}", "member", ""),
        (rf"{_M},? (?:both |all )?{_THE}{_KIND}{_MEMBER} of {_O}", "member", ""),
        (rf"{_M},? (?:both|all|each|also|already|themselves|itself|too) (?:in|inside|part of|within) {_O}", "member", "each"),
        (rf"{_M} (?:both |all )?{_ADV}(?:belongs?|belonged) to {_O}(?: (?:alongside|together with|along with|with|like) {series('SC', 'more')})?", "member", ""),
        (rf"{_M}{RELATIVE} (?:is|are|became|becomes|remains?|was|were|has been|have been)(?: also)? {_THE}{_KIND}{_O}(?:'s)? {_KIND}(?:{_MEMBER}|state|country|ally|allies)\b", "member", ""),
        (rf"{_M},? (?:both |like )?{_THE}{_KIND}{_O}(?:'s)? {_KIND}(?:{_MEMBER}|ally|allies|partner)\b", "member", ""),
        (rf"(?<!non-){_MEMBER} of {_O},? ?(?:[:—–(-]|,? (?:that is|namely|being|i\.e\.),?:?) ?{_M}", "member", ""),
        (rf"\bmember (?P<members>⟦S\d+⟧) (?:of|in) {_O}", "member", "each"),
        (rf"{_MEMBER},? (?:namely|among them|notably|that is) {_M}", "member", "each"),
        (rf"{_M}{RELATIVE},? (?:which |that )?{_HAS}(?:is|are|been|was|were|became|become|becomes|remains?) {_THE}{_KIND}{_MEMBER}{_SINCE}", "member", "own"),
        (rf"{_M}{RELATIVE},? {_HAS}{_IN}{_SINCE}", "member", "own"),
        (rf"{_M}{RELATIVE},? {_HAS}{_LEFT}(?: of (?:it|the (?:pact|treaty|bloc|alliance|organi[sz]ation)))?{_SINCE}", "former", "own"),
        (rf"{_M} (?:has |have |had )?(?:also |both |long |all )?belong(?:s|ed)? to it\b", "member", "own"),
        (rf"{_M}{RELATIVE},? {_HAS}(?:is|are|been|was|were) (?:also |both |already |all )?(?:in|inside|part of|within) {_O}(?:, like {series('SC', 'more')},?)?(?=[.,;]| (?:and|but|while|since|for|until)\b)", "member", "each"),
        (rf"{_O},? of which (?:both |all )?{_M} (?:are|is) (?:an? )?{_KIND}{_MEMBER}", "member", ""),
        (rf"{_M}{RELATIVE} (?:is|are),? {_ADV}(?:an? )?{_KIND}{_MEMBER} (?:too|as well)\b", "member", "sure"),
        (rf"{_M},? (?:an?|the|another|also an?) {_KIND}{_MEMBER}{_END}", "member", "own"),
        (rf"{_M},? the {_KIND}(?:member|ally) to\b", "member", "each"),
        (rf"(?:the|these|those) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:member )?(?:countries|nations|members|states|economies) ?[—–:(-] ?{_M}", "member", "most"),
        (rf"{_O}{_BODY} (?:will|would|is to|agreed to|decided to|has agreed to|are to|voted to|is set to) (?:formally )?(?:take in|admit|welcome|accept|invite) {_M}(?: as| to (?:join|become))?", "acceding", ""),
        (rf"{_O}(?:'s)?(?: leaders| states| members| countries| foreign ministers)? (?:has |have |had )?(?:formally |officially )?(?:invited|agreed to invite) {_M} to (?:join|become)", "acceding", ""),
        (rf"{_O}(?:'s)?(?: leaders| states| members)? (?:has |have |had )?(?:took in|taken in|admitted|accepted|welcomed|granted membership to) {_M}(?: as (?:an? |its |the )?{_KIND}{_MEMBER}| in(?:to)? (?:its|the) (?:ranks|fold))", "member", ""),
        (rf"{_M}{RELATIVE} {_HAS}(?:applied|asked|requested)(?: (?:to join|for (?:full |its )?membership|to become (?:an? )?(?:full )?members?|to be admitted))?(?! (?:of|in|to|for)\b){_END}", "applicant", "sure"),
        (rf"{_O}[^.;⟦]{{0,60}} and {_HAS}(?P<idle>applied) for (?:full )?membership{_END}", "applicant", "subject"),
        (rf"{_M}{RELATIVE},? (?:which |that )?{_HAS}(?:lodged|submitted|filed|handed in|sent) (?:its|their|an?|a formal|an official) (?:formal |official )?(?:membership )?(?:application|bid)s?(?! (?:of|with|in|to|for)\b)", "applicant", "sure"),
        (rf"{_O}{_BODY}(?: (?:fellow|founding))? (?:members?|member states?|nations?|countries|partners?|allies|ally|state)(?: such as| including| like|:|,| --| —| –| -)? {_M}", "member", ""),
        (rf"{_M},? (?:and|or|along with|as well as) (?:several |some |many |most |all )?(?:the )?other {_O}(?:'s)? {_KIND}(?:{_MEMBER}|states|countries|nations|allies|partners)\b", "member", ""),
        (rf"{_O} was (?:established|founded|set up|created|formed|launched)(?: in \d{{4}})?,? by {_M}", "member", ""),
        (rf"(?:{_O}|\b[Ii]t) (?:was |has been |were )?(?:later |then |also |since |subsequently )*joined by {_M}", "member", "each"),
        (rf"^(?:Made up|Composed|Consisting) of (?:[\w-]+ ){{0,4}}?(?:countries|states|members|nations|republics|colonies)?[,:]? ?{_M}, {_O}", "member", ""),
        (rf"(?:{_O}|\b[Ii]t) (?:consists|consisted|is made up|was made up|is composed) of (?:\w+ )?(?:countries|states|members|nations): {_M}", "member", "each"),
        (rf"(?:[Oo]bserver (?:states|countries)|[Dd]ialogue partners)[^.;⟦]{{0,40}} (?:include|are|including) {_M}", "observer", "sure"),
        (rf"{_O}{_BODY},? (?:which|that) (?:also )?(?:includes?|comprises?|groups?|unites?|consists? of|is made up of|is composed of|brings together|gathers|counts|links) {_M}", "member", ""),
        (rf"{_O}{_BODY},? (?:which|that) (?:has|have) \w+ members?(?:[:,—–-]| -)? ?{_M}", "member", ""),
        (rf"{_O}{_BODY}(?:,[^,;.⟦]{{0,40}},)?(?: \((?:also )?)?,? ?(?:also |currently |now )?(?:(?:includes?|comprises?|groups|unites|consists of|is made up of|is composed of|composed of|comprising|grouping|made up of|consisting of|includes as members|uniting|including)(?: the)?) {_M}", "member", ""),
        (rf"{_O}(?: nations| countries| states| members| bloc| group)? ?[(\[—–-] ?{_M} ?[)\]—–-]", "member", ""),
        (rf"{_O} (?:nations|countries|states|group|bloc)\b[^.⟦]{{0,80}}?(?:\w+ )?(?:countries|nations|states|members|economies) ?[—–:(-] ?{_M}", "member", ""),
        (rf"{_O}(?:'s)? (?:other|five|six|four|three|two|remaining) (?:members|countries|nations) ?(?:are|,|—|:|-) ?{_M}", "member", ""),
        (rf"{_M},? (?:which |that )?{_HAS}(?:joined|acceded to|entered|rejoined|re-joined|returned to|been admitted to|admitted to) {_O}(?! (?:in|for|to) (?:calling|condemning|demanding|urging|call|condemn))", "member", ""),
        (rf"{_M}{RELATIVE} {_HAS}joined (?:in \d{{4}}(?:,? followed by {series('SC', 'more')} in \d{{4}}(?: and {series('SC', 'last')} in \d{{4}})?)?|(?:a|two|three|four|five|ten|\d+) (?:years?|decades?) (?:later|ago))", "member", "each"),
        (rf"{_O} in \d{{4}}[,;]? (?:and |followed by )?{_M} (?:in \d{{4}}|(?:a|two|three|four|five|\w+) years? (?:later|earlier))", "member", "each"),
        (rf"{_M},? (?:which |that )?(?:became|has become|have become|was admitted|were admitted|was accepted)(?: as)? (?:an? |the )?{_KIND}(?:{_MEMBER})? ?(?:of|to|into) {_O}", "member", ""),
        (rf"{_M}(?:'s)? (?:plans?|bids?|hopes?|wish|applications?|request|requests|drive|aspirations?|ambitions?|intention|desire|efforts?|quest) (?:{_AIM}|for) {_O}", "applicant", ""),
        (rf"{_M}(?:'s)? {_O} (?:membership )?(?:bids?|application|aspirations?|ambitions?|candidacy)\b", "applicant", ""),
        (rf"(?:bid|application|request|push)s? by {_M} {_AIM} {_O}", "applicant", ""),
        (rf"{_M}{RELATIVE},? (?:which |that )?{_HAS}(?:applied|asked|submitted (?:an? |its |their )?(?:formal |official )?(?:application|request)s?|requested) (?:{_AIM}|for|to) {_O}(?: membership)?(?! (?:aid|assistance|help|support|funds|loans?|protection|troops))", "applicant", ""),
        (rf"{_M},? (?:which |that )?(?:is|are|was|were|remains?|became|become|has been|have been) (?:an? )?(?:official |formal )?(?:candidates?|applicants?)(?: countr(?:y|ies)| states?)? {_FOR}{_O}", "applicant", ""),
        (rf"{_M},? (?:which |that )?(?:is|are|was|were|remains?|became|become|has been|have been) (?:an? )?(?:official )?{_O} (?:membership )?candidates?", "applicant", ""),
        (rf"{_M},? (?:which |that )?(?:wants?|hopes?|wishes|seeks?|intends?|is seeking|are seeking|has sought|have sought|sought|aspires?|is keen|intends?|plans?|has long wanted|wanted) (?:{_AIM}) {_O}", "applicant", ""),
        (rf"{_M},? (?:which |that )?(?:will|is to|are to|is set to|are set to|is due to|is expected to|would|is about to) (?:officially |formally |soon )?(?:join|accede to|enter|be(?:come)? (?:an? |the )?{_KIND}(?:{_MEMBER})? ?of) {_O}", "acceding", ""),
        (rf"{_M}(?:,? which)? {_HAS}(?:signed|signs|sign|to sign) (?:an? |the |its |their )?(?:memorandum|agreement|protocol|treaty|documents?|papers|act)[^.;⟦]{{0,30}}? (?:of|for|on) (?:\w+ for )?(?:full |its )?(?:membership|accession|joining|admission|entry)(?: (?:of|in|to|into))? {_O}", "acceding", ""),
        (rf"(?:after|following|since|until) (?:the )?(?:accession|admission|entry) of {_M} (?:in)?to {_O}", "member", ""),
        (rf"(?:after|following|since|until) {_M}(?:'s)? (?:accession|admission|entry) (?:in)?to {_O}", "member", ""),
        (rf"{_M}(?:'s)? (?:accession|admission|entry) (?:in)?to {_O}", "applicant", ""),
        (rf"(?:accession|admission|entry) of {_M} (?:in)?to {_O}", "applicant", ""),
        (rf"{_O} (?:membership )?(?:bids?|applications?|requests?) (?:of|by|from) {_M}", "applicant", ""),
        (rf"{_M}{RELATIVE} {_HAS}applied (?:to join|for membership (?:of|in)) (?:the )[^.;,⟦]{{0,40}}?(?:alliance|bloc|union|grouping|organi[sz]ation)\b", "applicant", "sure"),
        (rf"{_M}(?:'s)? (?:historic )?(?:decisions?|intentions?|plans?|bids?) to (?:seek|apply for) {_O} membership", "applicant", ""),
        (rf"{_M},? (?:which |that )?{_HAS}(?:left|quit|withdrew from|withdrawn from|pulled out of|exited|walked out of|abandoned) {_O}(?! (?:summit|meeting|talks|conference|session|programme|project|mission|headquarters|building))", "former", ""),
        (rf"{_M},? (?:is |are )?(?:an? )?(?:former|ex-?) ?members? of {_O}", "former", ""),
        (rf"{_M} (?:has|have|holds?|enjoys?|was granted|were granted|was given|received) (?:an? )?observer (?:status|state status) (?:in|at|with|of) {_O}", "observer", ""),
        (rf"{_M},? (?:is |are |which is )?(?:an? )?(?:observers? (?:states?|members?|countr(?:y|ies))?|dialogue partners?) ?(?:in|at|to|of|with) {_O}", "observer", ""),
        (rf"{_O}{_BODY}(?:,[^,;.⟦]{{0,40}},)? (?:also |now |currently )?(?:brings together|brought together|takes in|took in|gathers|links|counts|embraces|encompasses|joins) (?:the )?{_M}", "member", "each"),
        (rf"{_M},?(?: together| jointly)? (?:makes?|made) up {_O}", "member", "each"),
        (rf"{_M}[^.;⟦]{{0,30}}? (?:forms?|formed|constitutes?|composes?|founded|established|created|launched|set up) (?:an? )?{_O}", "member", "each"),
        (rf"{_M}[^.;⟦]{{0,70}}? (?:signed|sign|initialled) (?:the |a )?(?:\w+ )?(?:treaty|agreement|document|declaration)[^.;⟦]{{0,20}}? (?:creating|establishing|founding|setting up|on (?:the )?(?:creation|establishment|foundation) of) {_O}", "member", "each"),
        (rf"{_M}[^.;⟦]{{0,60}}? (?:known|called|united|organi[sz]ed|dubbed|joined) (?:together )?(?:as|in) {_O}", "member", "each"),
        (rf"{_M}[^.;⟦]{{0,60}}? (?:as|of|in|within) {_O} (?:group|grouping|countries|nations|bloc|club|states|format)\b", "member", "most"),
        (rf"[Aa]s (?:both )?(?:an? |the |one of the )?{_KIND}{_O}(?:'s)? {_KIND}{_MEMBER}, {_M}", "member", "each"),
        (rf"[Aa]s (?:both )?(?:an? |the |one of the )?{_KIND}{_MEMBER} of {_O}, {_M}", "member", "each"),
        (rf"(?:[Ll]ike|[Uu]nlike) {_M},? (?:which is )?(?:also )?(?:an? )?{_KIND}{_O} {_MEMBER}", "member", "each"),
        (rf"{_M}, like {series('SC', 'more')},? (?:is )?(?:also )?(?:an? )?{_KIND}(?:{_O} {_MEMBER}|{_MEMBER} of {_O.replace('<org>', '<org2>')})", "member", "each"),
        (rf"{_M},? (?:is |are |was |were |both )?(?:one of the |among the |the |a |an )?(?:original |six |five |four )?(?:founders|founder|founding members|founding states|founding nations|founding countries|co-founders?|initiators|newest members?) of {_O}", "member", "each"),
        (rf"(?<!non-){_MEMBER} of {_O}[^.;⟦]{{0,40}}? {_M}", "member", "each"),
        (rf"belong(?:s|ed)? to {_O}[^.;⟦]{{0,30}}? {_M}", "member", "each"),
        (rf"{_O}(?:'s)? {_KIND}{_MEMBER}[^.;⟦]{{0,30}}? {_M}", "member", "each"),
        (rf"{_O} (?:countries|states|nations|partners|allies|economies)(?: such as| including| like| -| --| —| –|,|:)+ {_M}", "member", "each"),
        (rf"(?:{_MEMBER}|(?:member )?(?:countries|states|nations))(?: are| include| includes| included|:| --| -| —| –)+ {_M}", "member", "most"),
        (rf"{_M},? (?:which |who )?(?:also |now |currently |this year )?(?:chairs?|chaired|presides over|presided over|heads|hosts this year's) {_O}(?! (?:summit|meeting|conference|session|talks))", "member", "each"),
        (rf"{_M},? (?:which |who )?(?:also |now |currently )?(?:holds?|held|takes over|took over|assumes?|assumed|hands over|handed over|has) (?:the |its )?(?:\w+ )?(?:chair|presidency|chairmanship|chairpersonship) of {_O}", "member", "each"),
        (rf"{_M},? (?:this year's |the current |the outgoing |the incoming |current |as )?(?:chair|president|holder of the (?:\w+ )?(?:presidency|chair)|chairman) of {_O}", "member", "each"),
        (rf"{_M}{RELATIVE} (?:was|were|has been|have been|had been) (?:formally |officially |again )?(?:re-?admitted|admitted|let (?:back )?in|let back|welcomed back|taken back|reinstated|accepted back|brought back|received back) ?(?:in)?(?:to)? {_O}", "member", ""),
        (rf"(?P<members>⟦[SCLP]\d+⟧)'s (?:return|readmission|re-admission|reinstatement) (?:in)?to {_O}(?! (?:summit|meeting|headquarters|talks))", "returned", ""),
        (rf"{_O}(?:'s)?(?: leaders| members| foreign ministers)? (?:has |have |had |agreed to |decided to |voted to )*(?:re-?admitt?e?d?|reinstated?|readmit|take back|took back|welcomed? back) {_M}", "member", ""),
        (rf"{_O} (?:has |have |had )?lift(?:s|ed)? (?:its |the )?suspension of {_M}", "member", ""),
        (rf"{_O} (?:has |have |had )?lift(?:s|ed)? {_M}'s suspension", "member", ""),
        (rf"{_M},? (?:which |that )?(?:has |have |had )?(?:long |also )?(?:aspires?|aspired|aspiring) to (?:join )?{_O}(?: membership)?", "applicant", ""),
        (rf"{_O}(?: leaders)? (?:has |have |had |agreed to |decided to )*(?:gave|given|gives?|grant(?:s|ed)?|award(?:s|ed)?|confers?|conferred on|accord(?:ed)?|offer(?:ed|s)?) {_M} (?:official |formal )?candidate status", "applicant", ""),
        (rf"{_M} (?:was|were|has been|have been|had been) (?:granted|given|awarded) (?:{_O} )?candidate status", "applicant", ""),
        (rf"{_M},? (?:also )?(?:an? |the )?(?:official |long-time |longtime |would-be )?(?:candidates?|applicants?|aspirants?) (?:for|to join|to)(?: membership (?:in|of))? {_O}(?: membership)?", "applicant", ""),
        (rf"{_O} (?:has |have |had )?(?:opened|opens|open) (?:its |the )?(?:doors?) to {_M}", "acceding", ""),
        (rf"(?:invitation|invited|inviting|invite) (?:to |for )?{_M} to (?:join|become a member of) {_O}", "acceding", ""),
        (rf"(?:accession|membership) (?:talks|negotiations) (?:with|between) (?:{_O} and )?{_M}", "applicant", ""),
        (rf"{_M}(?:'s|') (?:full )?membership (?:of|in) {_O}", "member", "each"),
        (rf"{_M},? like {series('SC', 'more')},? (?:is |are )?(?:an? |the |both )?{_KIND}{_MEMBER} of {_O}", "member", ""),
        (rf"{_M}{RELATIVE} (?:is|are|was|became) (?:an? |the )?{_KIND}{_MEMBER},? (?:like|along with|together with) {series('SC', 'more')},? of {_O}", "member", ""),
        (rf"(?:joining|join) {_M} (?:in|as members of) {_O}", "member", "each"),
    )
)  # fmt: skip
