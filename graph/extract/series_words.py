"""What a summit is called by the words that describe whose it is: "of the Caspian states", "the Russia-Africa summit"."""

from __future__ import annotations

from collections.abc import Collection

# words that describe a group of states -> what its summit is called
_DESCRIBED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("caspian",), "Caspian Summit"),
    (("former", "ussr"), "CIS Summit"),
    (("former", "soviet"), "CIS Summit"),
    (("ex", "soviet"), "CIS Summit"),
    (("post", "soviet"), "CIS Summit"),
    (("latin", "american", "caribbean"), "CELAC Summit"),
    (("latin", "america", "caribbean"), "CELAC Summit"),
    (("of", "americas"), "Summit of the Americas"),
    (("ibero", "american"), "Ibero-American Summit"),
    (("nuclear", "security"), "Nuclear Security Summit"),
    (("east", "asia"), "East Asia Summit"),
    (("eastern", "partnership"), "Eastern Partnership Summit"),
    (("non", "aligned"), "Non-Aligned Movement Summit"),
    (("turkic",), "OTS Summit"),
    (("sahel", "saharan"), "CEN-SAD Summit"),
    (("gulf",), "GCC Summit"),
    (("arab", "maghreb"), "Arab Maghreb Union Summit"),
    (("arab",), "Arab League Summit"),
    (("climate",), "Climate Summit"),
    (("european", "union"), "EU Summit"),
    (("belt", "road"), "Belt and Road Forum"),
    (("commonwealth", "independent"), "CIS Summit"),
    (("commonwealth",), "Commonwealth Summit"),
    (("southeast", "asian"), "ASEAN Summit"),
    (("south", "east", "asian"), "ASEAN Summit"),
    (("west", "african"), "ECOWAS Summit"),
    (("southern", "african"), "SADC Summit"),
    (("pacific", "island"), "Pacific Islands Forum"),
    (("pacific", "islands"), "Pacific Islands Forum"),
    (("francophonie",), "Francophonie Summit"),
    (("central", "asian"), "Central Asian Summit"),
    (("heads", "central", "asia"), "Central Asian Summit"),
    (("asia", "europe"), "ASEM Summit"),
    (("asia", "pacific"), "APEC Summit"),
    (("indo", "pacific"), "Indo-Pacific Summit"),
    (("pacific", "leaders"), "Pacific Islands Forum"),
    (("caribbean",), "CARICOM Summit"),
    (("east", "african"), "EAC Summit"),
    (("latin", "american"), "CELAC Summit"),
    (("south", "american"), "South American Summit"),
    (("islamic",), "Organisation of Islamic Cooperation Summit"),
    (("muslim",), "Organisation of Islamic Cooperation Summit"),
    (("nordic", "baltic"), "Nordic-Baltic Summit"),
    (("nordic",), "Nordic Summit"),
    (("open", "balkan"), "Open Balkan Summit"),
    (("balkan",), "Western Balkans Summit"),
    (("balkans",), "Western Balkans Summit"),
    (("portuguese",), "CPLP Summit"),
)
# what stands before or behind a dash beside a state -> what the other side is called
_REGIONS = {
    "africa": "Africa", "african": "Africa", "arab": "Arab", "gulf": "GCC", "gcc": "GCC", "celac": "CELAC", "caricom": "CARICOM",
    "caribbean": "Caribbean", "asean": "ASEAN", "pacific": "Pacific", "nordic": "Nordic", "balkan": "Balkans", "balkans": "Balkans",
}  # fmt: skip
_CALLED = {
    ("us", "africa"): "US-Africa Leaders Summit",
    ("china", "africa"): "Forum on China-Africa Cooperation",
    ("china", "arab"): "China-Arab States Summit",
}
_SHORT = {"United States": "US", "United Kingdom": "UK", "South Korea": "Korea"}  # in the names of summits


def described(words: Collection[str]) -> str | None:
    """The name of the summit that words describe; None where they are those of no group."""
    for needed, name in _DESCRIBED:
        if all(w in words for w in needed):
            return name
    return None


def of_region(state: str, region: str) -> str | None:
    """The summit that a state, by its canonical name, holds with a region: "Russia" and "Africa"."""
    other = _REGIONS.get(region.lower())
    if other is None:
        return None
    name = _SHORT.get(state, state)
    return _CALLED.get((name.lower(), other.lower()), f"{name}-{other} Summit")
