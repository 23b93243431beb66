"""Puts the evidence of gold facts back on its words after a text or a gold file was edited by hand.

    python tests/development/offsets.py ARTICLES GOLD

Each fact's `evidence` quotes its words in `exact`; `start` and `end` are set to where they stand nearest
to the former place. Facts whose words are nowhere in the article are listed, and the exit code is 1.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from summitry.graph.article import read_articles


def texts(folder: Path) -> dict[str, str]:
    """The texts of a folder's articles by the names that their gold files have."""
    found = {}
    for path in sorted(p for p in folder.iterdir() if p.is_file() and p.suffix != ".py"):
        read = [article.text for article in read_articles([path])]
        names = [path.stem] if len(read) == 1 else [f"{path.stem}-{n}" for n, _ in enumerate(read, 1)]
        found.update(zip(names, read, strict=True))
    return found


def pin(evidence: dict[str, Any], text: str) -> bool:
    """Moves one piece of evidence to its words; False where the text does not have them."""
    places = [m.start() for m in re.finditer(f"(?={re.escape(evidence['exact'])})", text)]
    if not places:
        return False
    start = min(places, key=lambda place: abs(place - evidence.get("start", 0)))
    evidence.update(start=start, end=start + len(evidence["exact"]))
    return True


def main(articles: Path, gold: Path) -> int:
    lost = 0
    for name, text in texts(articles).items():
        path = gold / f"{name}.json"
        content = json.loads(path.read_text("utf-8"))
        for fact in content["facts"]:
            if not pin(fact["evidence"], text):
                print(f"{path}: not in the article: {fact['evidence']['exact']!r}", file=sys.stderr)
                lost += 1
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if lost else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
