"""Whether a given name or the ending of a surname tells that somebody is a woman or a man."""

from __future__ import annotations

from collections.abc import Iterable

from summitry.graph.names import fold

FEMALE_ENDINGS = ("ova", "eva", "skaya", "ska", "ina", "yeva", "ovna", "kyzy", "qizi")
MALE_ENDINGS = ("ov", "ev", "sky", "skiy", "skyi", "ski", "yev", "ovich", "ogly", "oglu", "uly")


class Given:
    """Given names with the sex of those who bear them in the reference data."""

    def __init__(self, people: Iterable[tuple[str, str, Iterable[str]]]) -> None:
        """Takes name, gender and surnames of everybody; a family name that stands first is no given name."""
        borne: dict[str, set[str]] = {}
        for name, gender, surnames in people:
            words = fold(name).split()
            if len(words) > 1 and words[0] not in map(fold, surnames):
                borne.setdefault(words[0], set()).add(gender)
        self._sex = {given: genders.pop() for given, genders in borne.items() if len(genders) == 1}

    def female(self, name: str) -> bool | None:
        """True for a woman's name, False for a man's, None where the name does not tell."""
        words = fold(name).split()
        if len(words) < 2:
            return None
        sex = self._sex.get(words[0])
        if sex:
            return sex == "female"
        if words[-1].endswith(FEMALE_ENDINGS):
            return True
        return False if words[-1].endswith(MALE_ENDINGS) else None
