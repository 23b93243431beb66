"""Makes of weapons and the words around them -> where each stands in a text: "Leopard 2 A6 tanks", "SAMP/T battery".

A parser takes "14 Leopard 2 A6 tanks" for anything but a noun with its number; so each stands as one word when it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# makes and classes that weapons are called by; what is a word of other things too counts where a kind or a number stands beside it
MAKES = (
    r"Leopards?|Challengers?|Patriots?|Javelins?|Stingers?|Rafales?|Gripens?|Typhoons?|Eurofighters?|Bayraktars?|Abrams|"
    r"Super Tucanos?|Tucanos?|Chinooks?|Black Hawks?|Blackhawks?|Seahawks?|Super Hornets?|Global Hawks?|Harpoons?|Exocets?|Tomahawks?|Sidewinders?|Hellfires?|"
    r"Storm Shadows?|SCALPs?|Iskanders?|Kalibrs?|Pantsirs?|Buks?|Smerch|Tochkas?|Panzerhaubitzen?|Gepards?|Marders?|Bradleys?|Strykers?|Humvees?|Bushmasters?|Pinakas?|BrahMos|"
    r"Tejas|Dhruvs?|Dorniers?|Iron Dome|Harops?|Sky Sabre|Starstreaks?|Carl Gustafs?|Panzerfausts?|HIMARS|ATACMS|NASAMS|NLAWs?|MLRS|MRAPs?|AMRAAMs?|THAAD|"
    r"Crotales?|Skynex|Chunmoo|Scorpenes?|Scorpènes?|FREMM|Gowinds?|Wing Loong|Shaheds?|Mohajers?|Kornets?|Iglas?|Strelas?|Kalashnikovs?|Sukhois?|Kamovs?|Tupolevs?|"
    r"Ilyushins?|Pucaras?|Super Etendards?|Kfirs?|Alpha Jets?|Super Pumas?|Phoenix Ghosts?|Switchblades?|Panzers?|Howitzers?"
)
_LOOSE = (
    r"Tornados?|Mirages?|Apaches?|Hornets?|Hercules|Orions?|Poseidons?|Reapers?|Predators?|Taurus|Tors?|Grads?|Uragans?|Krabs?|Caesars?|Mastiffs?|Huskys?|Akash|Barak|Spike|"
    r"Arrows?|Herons?|Hermes|Hawks?|Mistrals?|Aspides?|Barracudas?|Meko|Verbas?|Konkurs|Piranhas?|Boxers?|Fuchs|Pumas?|Merlins?|Caracals?|Gazelles?|Fennecs?|Tigers?|Hueys?|"
    r"Bells?|Cobras?|Vikings?|Excaliburs?|Paladins?|Archers?|Zuzanas?|Danas?|Sea Kings?|Sea Sparrows?|Sparrows?|Topol|Bastions?|Bal|Yakhont|Oniks|Bereg|Sabres?|Panthers?|"
    r"Ground Master|Giraffes?|Kilo|Virginia|Ada|Guardian|Cyclone|Island|Type|Project|Mark|Class|Boeing|Lockheed|Lightning(?: II)?|Phantoms?|Skyhawks?|Tigers? II|Freedom|Reshef|Saar|Kobra|"
    r"Harrier|Lynx|Cougars?|Dauphin|Alouette|Osprey|Hawkeye|Galaxy|Globemaster|Spartan|Atlas|Otter|Caravan|Defender|Islander|Beechcraft|King Air|Mi|MiG|Su|Yak|An|Il|Tu|Ka"
)
CODE = r"(?:[A-Z][A-Za-z]{0,4}[-/]?\d{1,4}[A-Za-z]{0,4}(?:[-/.]\d{1,3}[A-Z]?)?|[A-Z]{2,5}/[A-Z]{1,3}|[A-Z]/[A-Z]-\d+[A-Z]*|\d{1,2}[A-Z]\d{1,3})"
# "G-20" and "Covid-19" are written like "Su-30"
CODED = r"(?!G-\d|C[Oo][Vv][Ii][Dd]|C[Oo]P-|EU-|UN-|MH-\d\d\b|P-5|E-3\b|H-1|A-Level)[A-Z][A-Za-z]{0,6}[-/]\d{1,4}[A-Z]{0,4}\d?(?:-\d+)?|SAMP/T"
_OPEN = (
    "Type",
    "Project",
    "Mark",
    "Class",
    "Island",
    "Ada",
    "Virginia",
    "Boeing",
    "Lockheed",
    "Atlas",
    "Caravan",
    "Freedom",
)
_MORE = r"(?:[ -](?:\d{1,4}[A-Z]?\d?|[A-Z]{1,3}\d{1,3}[A-Z]{0,2}|Mk\.? ?\d+|Mark \d+|Block[ -]\d+\w*|[IVX]{1,4}|Plus|TB2|ER|PAC-\d))*s?"
_SORTS = (
    r"(?:[ -](?:main|battle|light|heavy|medium|combat|attack|assault|fighter|trainer|training|transport|patrol|surveillance|reconnaissance|air|defen[cs]e|"
    r"anti-tank|anti-aircraft|anti-ship|antitank|surface-to-air|ground-to-air|air-to-air|air-to-ground|shoulder-fired|self-propelled|multiple|multi-role|multirole|"
    r"rocket|missile|cruise|ballistic|guided|infantry|fighting|armou?red|personnel|ground|sea|naval|coastal|stealth|diesel-electric|military|utility|gunship|class|tactical|"
    r"long-range|short-range|medium-range|mobile|mine-resistant|jet|turboprop|amphibious|offshore|fast)){0,5}"
)
HEADS = (
    r"(?:tanks?|howitzers?|guns?|launchers?|missiles?|rockets?|jets?|fighters?|warplanes?|planes?|aircraft|bombers?|trainers?|helicopters?|gunships?|choppers?|drones?|UAVs?|"
    r"submarines?|frigates?|corvettes?|destroyers?|boats?|vessels?|ships?|cutters?|vehicles?|carriers?|cars?|APCs?|IFVs?|systems?|batter(?:y|ies)|interceptors?|radars?|"
    r"air[- ]defen[cs]es?|rifles?|pistols?|mortars?|torpedo(?:es)?|bombs?|munitions?|shells?|transporters?|airlifters?|tankers?)"
)
_NAMED = re.compile(
    rf"(?<![\w-])(?:(?:{MAKES}|{_LOOSE})(?:-class)?(?:[ -]{CODE})?|[A-Z]\w+-class|{CODE}(?: (?:{MAKES}|{_LOOSE}))?|[A-Z]{{3,8}}(?=(?:[ -][a-z-]+){{0,3}} {HEADS})){_MORE}(?:{_SORTS}[ -]{HEADS})?(?![\w-])"
)
_HEAD = re.compile(rf"{HEADS}$")
_ALONE = re.compile(rf"(?<![\w-])(?:{CODED})s?(?![\w-])")
_ONE = re.compile(r"\b(?:an?|one|single|another|every|each)(?: [a-z-]+)? $", re.IGNORECASE)
_PLURAL = re.compile(r"(?<=[a-z\d])s$")
_NUMBERED = re.compile(r"\d|(?:class|Dome|Shadow|Hawk|Tucano|Hornet|Master|Sabre|Loong|Gustaf|King|Jet)s?$")


def makes(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the makes of weapons stand, each with the plain noun that stands for it."""
    if not any(c.isdigit() or c.isupper() for c in text):
        return
    for match in _NAMED.finditer(text):
        words = match.group()
        head = _HEAD.search(words)
        if " " not in words and "/" not in words:
            if _ALONE.fullmatch(words):
                yield match.start(), match.end(), _noun(text[: match.start()])
        elif head is not None:
            yield match.start(), match.end(), head.group()
        elif _NUMBERED.search(words) and not words.startswith(_OPEN):
            yield (
                match.start(),
                match.end(),
                "tanks" if _PLURAL.search(words) else _noun(text[: match.start()]),
            )


def _noun(before: str) -> str:
    return "tank" if _ONE.search(before[-30:]) else "tanks"
