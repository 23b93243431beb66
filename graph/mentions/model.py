"""The frozen shapes of mentions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summitry.graph.claims import Entity


class MentionKind(StrEnum):
    """What a stretch of text refers to, as far as its form tells."""

    PERSON = "person"  # a name, with or without a post: "Tajik President Emomali Rakhmon"
    POST = "post"  # a post without a name: "the Russian president", "his counterpart"
    STATE = "state"
    DEMONYM = "demonym"  # "Russian" before something else
    CITY = "city"
    REGION = "region"
    ORGANISATION = "organisation"
    BODY = "body"
    METONYM = "metonym"  # a seat of power: "the Kremlin"; always an actor
    PRONOUN = "pronoun"
    GROUP = "group"  # "the two leaders", "both presidents", "the two sides"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Post:
    """A post as the text gives it: `role` in canonical words, `of` the state or organisation (None where unsaid).

    `start`/`end` span the words of the post; `counterpart` marks "his counterpart", whose role comes from the other;
    `boss` is the mention text of the person served ("Rahmon's spokesman").
    """

    role: str
    of: Entity | None
    start: int
    end: int
    former: bool = False
    counterpart: bool = False
    boss: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the article's text, `start`/`end` in its characters, that refers to something.

    `name_start`/`name_end` span the bare name inside it; `entity` is None until coreference finds one; `plural` marks
    groups; `posts` are the posts the mention itself states.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    entity: Entity | None = None
    posts: tuple[Post, ...] = ()
    plural: bool = False
    count: int | None = None
    name_start: int = -1
    name_end: int = -1


def lone_name(text: str, start: int, end: int) -> Mention:
    """A person's name at `text[start:end]` with nothing else said of it."""
    return Mention(MentionKind.PERSON, start, end, text[start:end], name_start=start, name_end=end)
