"""A person's name in parts: given names, surname, numeral; and whether it is East Asian, where sound is no guide."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summitry.graph.names.folding import fold, plain
from summitry.graph.names.given import canonical

ARTICLES = frozenset("al el ul ad as ash at az ar an the".split())
PARTICLES = frozenset(
    "abu al bin bint da dal de del della den der di dos du el ibn ben la le ould ter van von".split()
)
SUFFIXES = frozenset("jr sr junior senior ii iii iv v vi vii viii ix x xi xii xiii xiv xvi".split())
PATRONYMIC = re.compile(
    r"\w+(?:ovich|evich|ievich|ovitch|evitch|owitsch|ovych|ovna|evna|ivna|ogly|oglu|uulu|kyzy|qizi)"
)
# Family names that stand first in Chinese, Korean and Vietnamese names.
EAST_ASIAN = frozenset(
    "an bai ban bao bo bui cai cao chang chen cheng chi chiang cho choe choi chong chung chu cui dai dang deng ding dinh "
    "do dong duan duong fan fang feng fu gao geng gong gu guan guo hai han hao he hoang hong hou hu hua huang hun huynh "
    "hwang hyon jang jeon jeong ji jia jiang jin jo jon ju jung kang kim ko kong ku kuo kwon lai lam lau lee lei leung li "
    "liang liao lim lin ling liu lo lu luo luong ma mao meng min moon mun ngo nguyen ning noh o oh pak pan pang park peng "
    "pham phan phung qi qian qiang qiao qin qiu quan ren ri ro roh ryu sha shao shen shi shin sim so son song su sun tan "
    "tang tao thein tian to ton tran truong tsai tu ung vo vu wan wang wei wen wong woo wu xi xia xiao xie xing xu xue yan "
    "yang yao ye yi yim yin yon yoo yoon you yu yuan yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zong zou".split()
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart: folded, without articles and patronymics. `given` is joined, `initials` stood between."""

    given: str
    surname: str
    initials: tuple[str, ...]
    suffix: str
    east_asian: frozenset[tuple[str, str]]


def take_apart(name: str) -> Parts:
    """The parts of a bare name, without titles."""
    words = [word for word in re.split(r"\s+", plain(name).lower().strip()) if re.search(r"\w", word)]
    suffix = fold(words.pop()) if len(words) > 1 and fold(words[-1]) in SUFFIXES else ""
    words = [bare for word in words if (bare := _bare(word)) and bare not in ARTICLES] or [
        _bare(w) for w in words
    ]
    surname, given = (words[-1], words[:-1]) if words else ("", [])
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
    """(family, given) for a name of two to four short syllables with a family name at its start or end, else nothing."""
    words = re.sub(r"[^\w\s-]", "", plain(name).lower()).split()
    syllables = [part for word in words for part in word.split("-")]
    if not 2 <= len(words) <= 3 or len(syllables) > 4 or any(len(s) > 9 for s in syllables):
        return frozenset()
    splits = ((words[0], words[1:]), (words[-1], words[:-1]))
    return frozenset(
        (family, "".join(rest).replace("-", ""))
        for family, rest in splits
        if family in EAST_ASIAN and _short(rest)
    )


def _short(rest: list[str]) -> bool:
    """True for a given name of one or two syllables: few vowels in a row, no ending of another family of names."""
    joined = "".join(rest).replace("-", "")
    return len(re.findall(r"[aeiouy]+", joined)) <= 2 and len(joined) <= 10


def family_name(name: str, first: bool = False) -> str:
    """The surname as written, particles and all: "Ursula von der Leyen" -> "von der Leyen", "Xi Jinping" (first) -> "Xi"."""
    words = name.split()
    if len(words) < 2:
        return name
    if first:
        return words[0]
    end = len(words) - 1 if fold(words[-1]) in SUFFIXES and len(words) > 2 else len(words)
    start = end - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[start:end])
