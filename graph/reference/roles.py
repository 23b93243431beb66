"""How the machine-readable sources call posts, and the role that each stands for."""

from __future__ import annotations

from collections.abc import Sequence

# The beginning of a label, the longer first; "" leaves the post out.
Roles = Sequence[tuple[str, str]]

WIKIDATA: Roles = (
    ("President of the Pontifical", ""), ("Captain Regent", ""), ("French co-prince", ""),
    ("Episcopal Co-Prince", ""), ("Chief Minister", ""), ("military leader", ""),
    ("Member of", "head of state"), ("Governor-General", ""), ("Chairman", ""),
    ("Federal Chancellor", "chancellor"), ("Supreme Leader", "supreme leader"),
    ("Yang di-Pertuan Agong", "king"), ("O le Ao o le Malo", "head of state"),
    ("Minister of State", "minister of state"), ("Prime Minister", "prime minister"),
    ("Taoiseach", "prime minister"), ("Premier", "prime minister"), ("President", "president"),
    ("Druk Gyalpo", "king"), ("Ngwenyama", "king"), ("Monarch", "king"), ("King", "king"),
    ("Emperor", "emperor"), ("Sultan", "sultan"), ("Emir", "emir"), ("Prince", "head of state"),
    ("Pope", "pope"),
)  # fmt: skip
FACTBOOK: Roles = (
    ("President of Council", ""), ("President of the Pontifical", ""), ("Presidential", ""),
    ("Prime Minister and Foreign Minister", "prime minister"),
    ("Prime Minister Crown Prince", "prime minister"),
    ("Prime Minister and Co-Vice President", "prime minister"), ("Prime Minister", "prime minister"),
    ("Premier", "prime minister"), ("Chancellor", "chancellor"), ("Supreme Leader", "supreme leader"),
    ("Grand Duke", "grand duke"), ("Sultan and Prime Minister", "sultan"), ("Sultan", "sultan"),
    ("Emperor", "emperor"), ("Transitional President", "president"), ("Interim President", "president"),
    ("Acting President", "president"), ("Federal President", "president"),
    ("Executive President", "president"), ("President of the Swiss Confederation", "president"),
    ("President", "president"), ("Prince", "head of state"), ("Amir", "emir"), ("Queen", "queen"),
    ("King", "king"), ("Pope", "pope"),
)  # fmt: skip


def split(label: str, roles: Roles) -> tuple[str, str]:
    """The role of a label and what stands behind it: "King CHARLES III" -> ("king", "CHARLES III")."""
    for beginning, role in roles:
        if label.lower().startswith(beginning.lower()):
            return role, label[len(beginning) :].strip()
    return "", label
