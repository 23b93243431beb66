"""A person's name in parts: given names, surname, numeral; East Asian names, where sound is no guide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summitry.graph.names.folding import fold, plain
from summitry.graph.names.given import canonical


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


ARTICLES = words("al el ul ad as ash at az ar an the")
PARTICLES = words("abu al bin bint da dal de del della den der di dos du el ibn ben la le ould ter van von")
SUFFIXES = words("jr sr junior senior ii iii iv v vi vii viii ix x xi xii xiii xiv xvi")
PATRONYMIC = re.compile(
    r"\w+(?:ovich|evich|ievich|ovitch|evitch|owitsch|ovych|ovna|evna|ivna|ogly|oglu|uulu|kyzy|qizi)"
)
# Family names that stand first in Chinese, Korean and Vietnamese names, and first words of Burmese ones.
EAST_ASIAN = words(
    """
    an aung bai ban bao bo bui cai cao chang chen cheng chi chiang cho choe choi chong chu chung cui
    dai dang deng ding dinh do dong duan duong fan fang feng fu gao geng gong gu guan guo hai han
    hao he hoang hong hou htin hu hua huang hun huynh hwang hyon jang jeon jeong ji jia jiang jin jo
    jon ju jung kang kim ko kong ku kuo kwon kyaw lai lam lau lee lei leung li liang liao lim lin
    ling liu lo lu luo luong ma mao maung meng min moon mun myint ngo nguyen ning noh nyan o oh pak
    pan pang park peng pham phan phung qi qian qiang qiao qin qiu quan ren ri ro roh ryu sha shao
    shen shi shin shwe sim so soe son song su sun swe tan tang tao than thein tian tin to ton tran
    truong tsai tu ung vo vu wan wang wei wen win wong woo wu xi xia xiao xie xing xu xue yan yang
    yao ye yi yim yin yon yoo yoon you yu yuan yun zeng zhai zhan zhang zhao zheng zhong zhou zhu
    zhuang zong zou
    """
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart: folded, without articles and patronymics, given names joined."""

    given: str
    surname: str
    initials: tuple[str, ...]
    suffix: str
    east_asian: frozenset[tuple[str, str]]


@lru_cache(maxsize=1 << 15)  # an article asks of the same few names again and again
def take_apart(name: str) -> Parts:
    """The parts of a bare name, without titles."""
    met = [word for word in plain(name).lower().split() if re.search(r"\w", word)]
    suffix = fold(met.pop()) if len(met) > 1 and fold(met[-1]) in SUFFIXES else ""
    kept = [bare for word in met if (bare := _bare(word)) and bare not in ARTICLES] or [_bare(w) for w in met]
    surname, given = (kept[-1], kept[:-1]) if kept else ("", [])
    names = [word for word in given if not PATRONYMIC.fullmatch(word)] or given
    initials = tuple(word for word in names[1:] if len(word) == 1)
    full = [canonical(word) for i, word in enumerate(names) if i == 0 or len(word) > 1]
    return Parts(canonical("".join(full)), surname, initials, suffix, _east_asian(name))


def _bare(word: str) -> str:
    """A word without marks and without the Arabic article before it: "al-Assad" -> "assad"."""
    head, _, tail = word.partition("-")
    kept = tail if tail and head in ARTICLES else word
    return re.sub(r"[^\w]", "", kept)


def _east_asian(name: str) -> frozenset[tuple[str, str]]:
    """(family, given) for a few short syllables with a family name at the start or end, else nothing."""
    parts = re.sub(r"[^\w\s-]", "", plain(name).lower()).split()
    syllables = [syllable for part in parts for syllable in part.split("-")]
    if not 2 <= len(parts) <= 3 or len(syllables) > 4 or any(len(syllable) > 9 for syllable in syllables):
        return frozenset()
    splits = ((parts[0], parts[1:]), (parts[-1], parts[:-1]))
    return frozenset(
        (family, _joined(rest)) for family, rest in splits if family in EAST_ASIAN and _short(rest)
    )


def _joined(rest: list[str]) -> str:
    return "".join(rest).replace("-", "")


def _short(rest: list[str]) -> bool:
    """True for a given name of one or two syllables."""
    joined = _joined(rest)
    return len(re.findall(r"[aeiouy]+", joined)) <= 2 and len(joined) <= 10


def family_name(name: str, first: bool = False) -> str:
    """The surname as written, particles and all: "Ursula von der Leyen" -> "von der Leyen".

    With `first`, the family name stands first: "Xi Jinping" -> "Xi".
    """
    met = name.split()
    if len(met) < 2:
        return name
    if first:
        return met[0]
    end = len(met) - 1 if fold(met[-1]) in SUFFIXES and len(met) > 2 else len(met)
    start = end - 1
    while start > 1 and fold(met[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(met[start:end])
