"""The makers of weapons and the state that each stands for: a firm's delivery is its state's."""

from __future__ import annotations

import re

_FIRMS = {
    "united-states": "Lockheed Martin|Lockheed|Raytheon|RTX|Northrop Grumman|Northrop|Boeing|General Dynamics|General Atomics|L3Harris|Oshkosh|Textron|Sikorsky|"
    "Bell Helicopter|Bell Textron|AeroVironment|AM General|McDonnell Douglas|Huntington Ingalls|Colt|Beechcraft|Sierra Nevada Corporation",
    "united-kingdom": "BAE Systems|BAE|Babcock|AgustaWestland|Supacat",
    "france": "Dassault Aviation|Dassault|Thales|Naval Group|DCNS|DCN|Nexter|Arquus|Eurocopter|Airbus Helicopters|MBDA France|Panhard|Renault Trucks Defense|CMN|OCEA|Piriou",
    "germany": "Rheinmetall|Krauss-Maffei Wegmann|KMW|ThyssenKrupp Marine Systems|ThyssenKrupp|TKMS|HDW|Howaldtswerke|Diehl Defence|Diehl|Heckler & Koch|Lürssen|Luerssen|"
    "Abeking & Rasmussen|Hensoldt",
    "italy": "Leonardo|Finmeccanica|Fincantieri|Iveco Defence|Oto Melara|Beretta",
    "sweden": "Saab|Bofors|Kockums", "norway": "Kongsberg|Nammo", "finland": "Patria", "spain": "Navantia|Indra|EADS CASA",
    "netherlands": "Damen", "switzerland": "Pilatus|Mowag|Ruag", "austria": "Steyr|Glock",
    "czech-republic": "Aero Vodochody|Excalibur Army|Tatra", "slovakia": "Konstrukta", "poland": "PGZ|Huta Stalowa Wola|PZL|WB Electronics", "serbia": "Yugoimport",
    "bulgaria": "Arsenal AD", "romania": "Romarm", "greece": "Hellenic Aerospace Industry",
    "ukraine": "Ukroboronprom|Ukrspecexport|Ukrspetsexport|Antonov|Motor Sich|Malyshev", "belarus": "Beltechexport|Belspetsvneshtechnika",
    "russia": "Rosoboronexport|Rosoboroneksport|Uralvagonzavod|Almaz-Antey|United Aircraft Corporation|UAC|Sukhoi Company|Irkut|Russian Helicopters|Rostec|Rostech|Kalashnikov Concern|"
    "Admiralty Shipyards|Zelenodolsk",
    "turkey": "Baykar|Turkish Aerospace Industries|Turkish Aerospace|TAI|TUSAS|Aselsan|Roketsan|BMC|Otokar|FNSS|Nurol Makina|STM|Havelsan",
    "israel": "Israel Aerospace Industries|IAI|Israel Aircraft Industries|Elbit Systems|Elbit|Rafael Advanced Defense Systems|Rafael|Israel Weapon Industries|IWI|Aeronautics Defense|IMI",
    "south-korea": "Hanwha|Hanwha Defense|Hanwha Aerospace|Korea Aerospace Industries|KAI|Daewoo Shipbuilding|DSME|Hyundai Rotem|Hyundai Heavy Industries|LIG Nex1|Samsung Techwin",
    "japan": "Mitsubishi Heavy Industries|Mitsubishi Electric|ShinMaywa",
    "china": "Norinco|NORINCO|CATIC|AVIC|Poly Technologies|CASC|CSIC|CSSC|CPMIEC|Chengdu Aircraft|Chengdu Aerospace|China North Industries",
    "india": "Hindustan Aeronautics|HAL|Bharat Dynamics|Bharat Electronics|Bharat Forge|BrahMos Aerospace|Goa Shipyard|Kalyani|DRDO|Garden Reach",
    "pakistan": "Pakistan Aeronautical Complex|Heavy Industries Taxila", "brazil": "Embraer|Avibras|Taurus Armas", "south-africa": "Denel|Paramount Group|Milkor",
    "australia": "Austal|ASC|Thales Australia", "canada": "Bombardier|Streit Group", "argentina": "FAdeA", "colombia": "Cotecmar",
    "indonesia": "PT PAL|Pindad|Dirgantara", "singapore": "ST Engineering", "united-arab-emirates": "Edge Group|EDGE|Calidus", "jordan": "KADDB",
}  # fmt: skip
_STATES = {firm: f"state/{state}" for state, row in _FIRMS.items() for firm in row.split("|")}
FIRM = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_STATES, key=len, reverse=True)))})(?!\w)")


def home_of(name: str) -> str | None:
    """The key of the state that a maker of weapons belongs to."""
    found = FIRM.search(name)
    return _STATES[found.group()] if found is not None else None


# what a state orders without a word of where is bought where it is made
_MADE = {
    "united-states": r"F-(?:15|16|18|22|35)|F/A-18|HIMARS|ATACMS|NASAMS|Patriot|Javelin|Stinger|Abrams|THAAD|Black Hawk|Blackhawk|Seahawk|Super Hornet|AMRAAM|Apache|Chinook|C-130|C-17|P-8|"
    r"MQ-\d|M777|M1A\d|Harpoon|Tomahawk|Sidewinder|Hellfire|AH-\d+|UH-60|CH-47|V-22|E-2|Stryker|Bradley|Switchblade",
    "russia": r"Su-\d+|MiG-\d+|S-[34]00|S-350|T-90|Mi-\d+|Ka-\d+|Pantsir|Iskander|Buk|Tor-M|Kornet|BMP-3|BTR-8\d|Yak-130|Igla|Smerch|Il-7\d|Kalibr|Bastion-P",
    "france": r"Rafale|Mirage|Caesar|CAESAR|Scorpene|Scorpène|FREMM|Gowind|Exocet|SCALP|Crotale",
    "germany": r"Leopard|Gepard|Marder|PzH|Panzerhaubitze|IRIS-T|Puma",
    "turkey": r"Bayraktar|TB2|Anka|T129|Akinci", "sweden": r"Gripen|CV90|Archer", "south-korea": r"K2|K9|FA-50|T-50|K239|Chunmoo|KF-21",
    "china": r"J-10|JF-17|Wing Loong|CH-4|CH-5|HQ-\d+|FD-2000|VT-\d|FK-3", "india": r"Pinaka|Tejas|Dhruv|Akash", "israel": r"Iron Dome|Harop|Barak|Spike|David's Sling|Heron",
    "brazil": r"Super Tucano|C-390|KC-390", "iran": r"Shahed|Mohajer",
}  # fmt: skip
_MAKES = tuple(
    (re.compile(rf"(?<![\w-])(?:{makes})(?![a-z]{{2}})"), f"state/{state}") for state, makes in _MADE.items()
)


def made_in(name: str) -> str | None:
    """The key of the state where a weapon is made; None where it is not known, or its name fits two."""
    found = {state for make, state in _MAKES if make.search(name)}
    return found.pop() if len(found) == 1 else None
