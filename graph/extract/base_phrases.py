"""How news says whose bases and troops stand where; `op` keeps them, `host`, `place`, `wide` tell where, `count` how many."""

from __future__ import annotations

import re

from summitry.graph.extract.template import series, slot

SORT = (r"(?:(?:large|largest|big|biggest|new|permanent|joint|only|own|first|key|major|main|sole|overseas|foreign|strategic|huge|small|one|two|three|four|several) )*"
         r"(?:(?:military|naval|air|army|navy|air force|aviation|submarine|logistics|space|marine|drone|radar|supply|support) )*")  # fmt: skip
_BASE = rf"{SORT}(?:bases?|airbases?|air bases?|installations?|garrisons?|facility|facilities|outposts?)"
_OWNER = rf"(?:{slot('DSO', 'op')}(?:'s)?(?:[ -](?:run|operated|led|controlled))?)"
_PLACE = slot("CGS", "place")
_IN = r"(?:in|at|on|near|outside|of)"
TROOPS = r"(?:troops?|[Mm]arines|soldiers?|servicemen|service members|military personnel|personnel|forces|marines|peacekeepers|servicemembers|military advisers)"
COUNT = r"(?P<count>\d[\d,.]*(?: thousand)?|(?:two|three|four|five|six|seven|eight|nine|ten|several) (?:thousand|hundred))"
STATIONED = r"(?:stationed|based|deployed|posted|garrisoned|housed|quartered|rotating)"
SOME = r"(?:about |around |some |nearly |more than |over |roughly |up to |at least |an estimated |almost |approximately |fewer than |less than |as many as )*"
_SINCE = r"(?: since (?:the )?\d{4}s?| for (?:years|decades))?"
_USES = r"(?:uses?|used|operates?|operated|runs?|leases?|leased|rents?|controls?|fl(?:ies|y|ew|ying) (?:from|out of)|operates? (?:from|out of)|shares?|sails? from)"
_ARMY = r"(?:[Mm]ilitary|[Nn]avy|[Aa]ir [Ff]orce|[Aa]rmy|[Ff]orces|troops|warplanes|warships|ships|jets|aircraft|bombers|planes|soldiers|marines|drones|ships|fighters|helicopters|navy ships|warships)"
_HOLDS = r"(?:run|has|have|had|operates?|maintains?|keeps?|kept|leases?|retains?|uses|runs|opened|established|set up|built|inaugurated|owns|acquired|rents)"
MONTH = r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
_NAME = (
    r"(?:(?:called |named |known as )?(?P<name>"
    + MONTH
    + r"[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|al-[A-Z]\w+|of|bin)){0,3}))"
)
_SITE = rf"(?:{_PLACE}|{_NAME})"
_WIDE = rf"(?:,? (?:in |near )(?:\w+ )?{slot('SCG', 'wide')})?"

SITES = tuple(
    re.compile(p)
    for p in (
        rf"{_SITE} {_BASE}{_WIDE},? (?:(?:which|that) )?(?:(?:is|was|has been|had been) )?(?:operated|run|used|controlled|rented|occupied|leased(?: out)?) (?:by|to) (?:the )?{slot('SDO', 'op')}",
        rf"{_SITE} {_BASE},? (?:operated|run|used|controlled) by (?:the )?{slot('SDO', 'op')} in {slot('SC', 'host')}",
        rf"{slot('SC', 'host')},? (?:which )?(?:has |have )?(?:leas(?:es|ed)|rent(?:s|ed)|let) (?:out )?(?:the |its )?{_SITE} {_BASE} to {slot('SC', 'op')}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:allow(?:s|ed)|permit(?:s|ted)|lets?|agreed to let) (?:the )?{slot('SC', 'op')} (?:to )?(?:use|operate from|run) (?:the |its )?{_SITE} {_BASE}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:extended|renewed|prolonged) {slot('SD', 'op')}(?:'s)? lease (?:of|on|for) (?:the )?{_SITE} {_BASE}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:closed|shut down|shut|took over) (?:the |an? ){slot('DS', 'op')}(?:'s)? {_BASE} (?:at|in) {_SITE}",
        rf"{slot('SC', 'op')} (?:has |have )?(?:handed|gave|given|turned) (?:over |back )?(?:the |its )?{_SITE} {_BASE} (?:back |over )*to {slot('SC', 'host')}",
        rf"{slot('SC', 'op')} (?:has |have )?(?:closed|shut|vacated|left|evacuated) (?:the |its )(?:{_BASE} (?:at|in) )?{_SITE}(?: {_BASE})? in {slot('SC', 'wide')}",
        rf"{slot('D', 'host')} (?:port |coastal |northern |southern |eastern |western )*(?:city|town|port|village) of {_SITE},? (?:which )?(?:hosts|houses|is home to) (?:an? |the ){slot('DS', 'op')}(?:'s)? {_BASE}",
        rf"{slot('DS', 'op')}(?:'s)? {_ARMY} (?:(?:took|take|taking) off from|operates? (?:from|out of)) (?:the |an? )?(?:{_BASE} (?:at|in) )?{_SITE}(?: {_BASE})?,? in {slot('SCG', 'wide')}",
        rf"{slot('SC', 'op')} (?:flies|flew|operates) (?:\w+ )?(?:drones|jets|warplanes|aircraft|planes) (?:from|out of) an? (?:\w+ )?{_BASE} (?:at|in) {_SITE} in {slot('SCG', 'wide')}",
        rf"{slot('SC', 'op')},? (?:which )?(?:also |still )?{_HOLDS} {SORT}bases {_IN} {series('S', 'hosts')}",
        rf"{_PLACE},? (?:which )?(?:is|was|remains|serves as) (?:the )?(?:site|seat|home|location) (?:of|to|for) {slot('DS', 'op')}(?:'s)? (?:[\w-]+ ){{0,3}}?(?:headquarters|bases?|command)\b",
        rf"{_OWNER} (?:\w+ )?{_BASE},? {_IN} (?:the )?(?:{slot('D', '')} )?(?:\w+ (?:city|town|port|province|region) of )?{_PLACE}(?:,? (?:in |near )?{slot('SCG', 'wide')})?",
        rf"{_OWNER} {_BASE} {_IN} (?:the )?(?:\w+ (?:city|town|port) of )?{_NAME}(?:,? (?:in |near )(?:\w+ )?{slot('SCG', 'wide')})?",
        rf"{slot('SC', 'op')},? (?:which |that )?(?:also |already |still |currently )?{_HOLDS}{_SINCE} (?:an? |its |their )?(?:\w+ )?{_BASE} (?:called \w+ )?{_IN} {_PLACE} and (?:an? |its )?(?:\w+ )?{_BASE} {_IN} {slot('CG', 'second')}(?:,? (?:both |all )?(?:in )?{slot('SCG', 'wide')})?",
        rf"{slot('SC', 'op')},? (?:which |that )?(?:also |already |still |currently )?{_HOLDS}{_SINCE} (?:an? |its |their )?(?:only |just )?{_BASE} (?:called \w+ )?(?:outside (?:the )?(?:former )?⟦\w\d+⟧ ?[,–—-] )?{_IN} (?:the )?(?:{slot('D', '')} )?(?:\w+ of )?{_PLACE}(?:,? (?:in )?{slot('SCG', 'wide')})?",
        rf"{slot('SD', 'op')}(?:'s)? (?:[A-Z]\w+ |⟦G\d+⟧ ){{0,2}}(?:Fleet|⟦C\d+⟧),?(?: which is| is)? ?(?:based |stationed |headquartered |moored )(?:at|in) (?:the )?(?:{slot('D', '')} )?(?:port of |city of )?{_PLACE}(?:,? (?:in |on )?(?:the )?{slot('SCG', 'wide')})?",
        rf"{slot('DS', 'op')}(?:'s?)? lease (?:of|on) (?:the )?(?:base (?:at|in) )?{_PLACE}",
        rf"{slot('S', 'op')} {_HOLDS} (?:an? |the |its |their )?(?:\d+\w+ )?{_BASE}(?: of its own)?,? {_IN} (?:the )?(?:{slot('D', '')} )?(?:\w+ )?(?:city of |town of |port of |region of )?{_PLACE}(?:,? (?:in |near )?{slot('SCG', 'wide')})?",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:also |already |currently )?(?:hosts|houses|is home to|is host to|hosting) (?:an? |the |one of )?(?:\w+ )?{slot('DS', 'op')}(?:'s)? {_BASE}(?: {_IN} {_PLACE})?",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:also |already |currently )?(?:hosts|houses|is home to|is host to|hosting) (?:an? |the |one of )?(?:{_PLACE}|{_NAME}),? (?:which is )?(?:home to|housing|with) {SOME}{COUNT} {slot('D', 'op')} (?:\w+ )?{TROOPS}",
        rf"{_PLACE}(?: base| airbase| air base)?,? (?:which (?:is|hosts) )?(?:home to|housing|hosting) {SOME}{COUNT} {slot('D', 'op')} (?:\w+ )?{TROOPS}",
        rf"{_BASE} {_IN} {_PLACE}(?:,? (?:in )?{slot('SCG', 'wide')})?,? (?:operated|run|used|leased|controlled) by (?:the )?{slot('SDO', 'op')}",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:also |already |currently )?(?:hosts|houses|is home to|is host to|hosting) (?P<op>(?:(?:,? and |, )?⟦[DS]\d+⟧)+)(?:'s)? {_BASE}",
        rf"{slot('DS', 'op')}(?:'s)? {_ARMY} (?:also |already |currently |still )?{_USES} (?:from )?(?:the |an? )?(?:{_BASE} {_IN} |port of |airfield (?:at|of) )?{_PLACE}(?: {_BASE})?(?:,? (?:in|on) (?:the )?{slot('SCG', 'wide')})?",
        rf"{_BASE} {_IN} {_PLACE}(?:,? in {slot('SCG', 'wide')})?,? (?:which|that) (?:the )?{slot('DS', 'op')}s? (?:\w+ )?(?:{_USES}|leave|leaves|left|vacate|evacuated)",
        rf"{slot('DS', 'op')}(?:'s)? {_ARMY} [^.;⟦]{{0,20}}?{_HOLDS} (?:an? |its |their |the )?(?:\w+ )?{_BASE} {_IN} (?:the )?{_PLACE}(?:,? in {slot('SCG', 'wide')})?",
        rf"{_PLACE} (?:{_BASE}|[Aa]ir [Bb]ase|[Nn]aval [Bb]ase|[Aa]irbase),? (?:which|that) (?:the )?{slot('DS', 'op')}s? (?:\w+ )?{_USES}",
        rf"{slot('SD', 'op')}(?:'s)? (?:[A-Z]\w+ |⟦[GC]\d+⟧ ){{0,3}}(?:Fleet|⟦C\d+⟧) (?:has its (?:headquarters|base|home)|(?:is|was) (?:head)?quartered) (?:at|in) {_PLACE}",
        rf"{slot('SC', 'op')} (?:also |still |currently )?(?:leases|rents) (?:the )?(?:port|base|airfield|harbou?r) (?:of|at|in) {_PLACE}",
        rf"{slot('SC', 'host')} (?:has |have )?(?:gave|given|granted|offered|handed) (?:the )?{slot('SC', 'op')} (?:the )?(?:access to|use of|control of) (?:the |its )?{_SITE} {_BASE}",
        rf"{slot('SC', 'op')} (?:has |had |was |were |been )*(?:granted|given) (?:the )?(?:use of|access to) (?:the )?{_SITE} {_BASE}{_WIDE}",
        rf"{slot('DS', 'op')}(?:'s)? (?:\w+ )?{_ARMY} {STATIONED} (?:at|in) (?:the )?{_SITE}(?: {_BASE})?,? in (?:\w+ )?{slot('SCG', 'wide')}",
    )
)  # fmt: skip
FORCES = tuple(
    re.compile(p)
    for p in (
        rf"[IiAa][nt] {_PLACE}(?:,? in {slot('SCG', 'wide')})?,? (?:are|is|were) (?:now |still )?{STATIONED} {SOME}{COUNT} {slot('DS', 'op')}(?:'s)? (?:\w+ )?{TROOPS}",
        rf"{COUNT} {slot('DS', 'op')}(?:'s)? (?:\w+ )?{TROOPS} (?:have been|has been|are|rotate|rotated|serve|remain|live|train|work) (?:still |now |permanently )?(?:in|at|on|through|along) (?:the )?{_PLACE}(?:,? in (?:\w+ )?{slot('SCG', 'wide')})?",
        rf"[Oo]f the {COUNT} {slot('DS', 'op')}(?:'s)? (?:\w+ )?{TROOPS} in {_PLACE}",
        rf"(?:{_NAME}|{_PLACE})(?: base| airbase| air base)?,? (?:in|near|outside) {slot('SCG', 'wide')},? (?:which )?(?:is |which is )?(?:home to|houses|hosts|accommodates) {SOME}{COUNT} {slot('D', 'op')}(?! (?:\w+ )?(?:refugees|citizens|tourists|workers|residents|migrants|civilians|students))",
        rf"{series('SC', 'hosts')} (?:also |already |currently |both )?(?:hosts?|houses?|are home to|is home to|are host to) {slot('DS', 'op')}(?:'s)? (?:\w+ )?(?:{TROOPS}|{_BASE})",
        rf"{slot('SC', 'host')},? (?:which |that )?(?:is )?(?:also |already |currently )?(?:hosts|hosting|houses|is home to|home to) (?:an? |the |one of the )?(?:[\w-]+ ){{0,3}}?{_BASE} (?:for|of|used by|belonging to) (?:the )?{slot('SO', 'op')}",
        rf"{slot('S', 'op')}(?:'s)?[^.;⟦]{{0,60}} deployment of [^.;⟦]{{0,60}}{TROOPS}[^.;⟦]{{0,60}} (?:in|to|at) (?:[a-z]+ ){{0,3}}{_PLACE}",
        rf"{_PLACE}, where {slot('S', 'op')} (?:has|keeps|maintains|stations) {SOME}{COUNT}(?: (?:\w+ )?{TROOPS})?(?=[.,;]|$| (?:more|others)\b)",
        rf"{COUNT} (?:of (?:its|their) )?(?:{slot('D', 'op')} )?(?:\w+ )?{TROOPS}[^.;,⟦]{{0,60}}?(?:{STATIONED}|{_IN}) {_IN}? ?{_PLACE}",
        rf"{slot('SC', 'op')},? (?:which )?(?:has|have|had|keeps|maintains|stations|bases) (?:also |already |currently )?(?:{STATIONED} )?{SOME}{COUNT} (?:\w+ )?{TROOPS}[^.;]{{0,90}}? {_IN} (?:the )?{_PLACE}",
        rf"{slot('SO', 'op')} (?:has |have |had )?(?:kept|keeps?|maintained|maintains?) (?:its )?{TROOPS} in {_PLACE}{_SINCE}(?:[^.⟦]{{0,50}}? numbers? {SOME}{COUNT})?",
        rf"{slot('S', 'op')}(?:'s)? (?:base|facility|bases|garrison)s? {_IN} {_PLACE},? (?:which |where )?(?:houses?|hosts?|has|with|home to|accommodates?|is home to) {SOME}{COUNT} (?:\w+ )?{TROOPS}",
        rf"{COUNT} {slot('D', 'op')}s? (?:\w+ )?(?:{TROOPS} )?(?:are|were|is|have been|remain) (?:still |currently |now )?{STATIONED} (?:{_IN} )(?:the )?(?:{_PLACE}|{_NAME})",
        rf"{slot('S', 'host')},? (?:which |that )?(?:also )?(?:hosts|houses|is home to|is host to) {SOME}{COUNT} {slot('D', 'op')} (?:\w+ )?{TROOPS}",
        rf"{COUNT} {slot('SDO', 'op')}(?:'s)? (?:\w+ )?{TROOPS} (?:are|were|is|have been|remain|had been|will be) (?:still |currently |now )?{STATIONED} (?:{_IN} |along |across )(?:the )?{_PLACE}",
        rf"{slot('SCO', 'op')} (?:has |have |had |will |is to |also )*(?:{STATIONED}|deploy|station|send|sent) (?:an? \w+ of )?{SOME}{COUNT} (?:\w+ )?(?:peacekeepers|peacekeeping troops|peacekeeping soldiers) (?:{_IN}|to|along) (?:the )?{_PLACE}",
        rf"{slot('SCO', 'op')} (?:has |have |had |also )*{STATIONED} (?:an? \w+ of )?{SOME}{COUNT} (?:\w+ )?{TROOPS} (?:{_IN}|along|across) (?:the )?{_PLACE}",
        rf"{COUNT} {slot('D', 'op')} (?:peacekeepers|peacekeeping (?:troops|soldiers))[^.;⟦]{{0,60}} (?:in|to|along) (?:the )?{_PLACE}",
        rf"{slot('D', 'op')} (?:peacekeepers|peacekeeping (?:troops|soldiers)), {COUNT} of them,[^.;⟦]{{0,40}} (?:in|to|along) (?:the )?{_PLACE}",
        rf"{_NAME},? in {_PLACE},? (?:is |which is )?(?:home to|houses|hosts) {SOME}{COUNT} {slot('D', 'op')} (?:\w+ )?{TROOPS}",
        rf"{slot('SD', 'op')} (?:\w+ )?{TROOPS} {STATIONED} {_IN} (?:the )?{_PLACE}(?:,? in {slot('SCG', 'wide')})? (?:number|total|are put at) {SOME}{COUNT}",
        rf"{COUNT} {slot('SD', 'op')} (?:\w+ )?{TROOPS} (?:live|serve|work|stay|are housed) (?:on|at) (?:the )?(?:{_PLACE}|{_NAME})",
        rf"{_OWNER} (?:\w+ )?{_BASE} {_IN} {_PLACE} (?:houses|hosts|has|employs|accommodates|is home to) {SOME}{COUNT} (?:\w+ )?(?:{TROOPS}|men|people|servicemen)",
        rf"{COUNT}-strong {slot('D', 'op')} (?:\w+ )?(?:force|contingent|garrison|mission|detachment) in {_PLACE}",
        rf"{slot('S', 'op')}'s {COUNT}-strong (?:\w+ )?(?:force|contingent|garrison|mission|detachment) in {_PLACE}",
        rf"{slot('S', 'op')} (?:has |have )?(?:reduced|cut|increased|raised|boosted) (?:the number of )?its (?:\w+ )?{TROOPS} in {_PLACE} to {SOME}{COUNT}",
        rf"[Nn]umber of {slot('DS', 'op')}(?:'s)? (?:\w+ )?{TROOPS} in {_PLACE} (?:is|was|stands at|stood at|has (?:risen|fallen|grown) to) (?:now )?{SOME}{COUNT}",
        rf"{slot('DS', 'op')}(?:'s)? (?:\w+ )?{TROOPS} in {_PLACE} (?:now )?(?:number|total) {SOME}{COUNT}",
        rf"{slot('S', 'op')}, whose {SOME}{COUNT} (?:\w+ )?{TROOPS} in {_PLACE}",
    )
)  # fmt: skip
