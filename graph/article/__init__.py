"""Files, folders, standard input -> `Article`s: text as read, blocks worth reading, title, day, publisher.

model         the frozen shapes
reading       paths -> articles, and the problems met on the way
decoding      bytes -> text, or one clear refusal
formats       .txt .md .json .jsonl -> drafts
pages         .html -> a draft of its visible text
lines         a draft's text -> pieces: lines, wrapped lines joined, glued text parted
boilerplate   which pieces are menus, bylines, credits, teasers, lists of other stories
repeats       which pieces say again what another says
datelines     the place, day and agency that a first paragraph opens with
blocks        pieces -> blocks
imprint       publication date, dateline and publisher as the text itself gives them
"""

from .model import BASE, Article, Block, BlockKind
from .reading import EXTENSIONS, read_articles, read_files

__all__ = ["BASE", "EXTENSIONS", "Article", "Block", "BlockKind", "read_articles", "read_files"]
