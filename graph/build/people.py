"""Who is who after a change: the aliases of people whose posts it touched, and their claims entered anew."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from summitry.graph.build.desk import Desk
from summitry.graph.build.ledger import BEARS, HOLDER, POST, TITLE
from summitry.graph.claims import Claim
from summitry.graph.fusion import Holder, holders, part, resolve
from summitry.graph.vocabulary import SY


def resolve_people(desk: Desk) -> None:
    """Enters who is who after the change; stored claims about people who change their key are placed anew."""
    desk.people |= desk.decided.people
    circle = _circle(desk)
    people = sorted({holder.key for holder in circle} | desk.people)
    who = resolve(circle, desk.known, desk.decided)
    after: dict[str, dict[tuple[str, str], str]] = {key: {} for key in people}
    for (key, state), other in who.items():
        after.setdefault(key, {})[key, state] = other
    changed = [key for key in people if desk.named(key) != after[key]]
    for key in changed:
        desk.name(key, after[key])
    for key in changed:
        for claim in _mentioning(desk, desk.iris.entity(key)):
            desk.unplace(claim)
            desk.place(claim)


def note_holders(desk: Desk, article: str, claims: Iterable[Claim]) -> None:
    """Enters those in posts of whom an article tells and whom the reference data lack."""
    states: dict[str, str] = {}
    for claim, holder in holders(claims, desk.known):
        _note(desk, desk.iris.claim(claim.article, claim.key), holder)
        if holder.serves:
            states[holder.key] = holder.serves
    desk.keep_serves(article, states)


def _note(desk: Desk, claim: NamedNode, holder: Holder) -> None:
    person = desk.iris.entity(holder.key)
    desk.ledger.add(claim, HOLDER, _line(holder))
    desk.ledger.add(person, POST, holder.post)
    desk.ledger.add(person, TITLE, _title(holder))
    if holder.serves:
        desk.ledger.add(_part(desk, holder), BEARS, holder.key)
    desk.people.add(holder.key)
    desk.posts.add(holder.post)


def _part(desk: Desk, holder: Holder) -> NamedNode:
    return desk.iris.entity(part(holder.key, holder.serves))


def held_by(desk: Desk, claim: NamedNode) -> list[Holder]:
    """Those of whom a stored claim tells."""
    lines = (text.partition("\t") for text in desk.ledger.texts(claim, HOLDER))
    return [_read(key, title) for key, _, title in lines]


def forget_holder(desk: Desk, holder: Holder) -> None:
    """Takes somebody from a post, once no claim tells of it."""
    desk.people.add(holder.key)
    desk.posts.add(holder.post)
    if desk.ledger.any(HOLDER, _line(holder)):
        return
    person = desk.iris.entity(holder.key)
    desk.ledger.discard(person, TITLE, _title(holder))
    others = _titles(desk, holder.key)
    if all(other.post != holder.post for other in others):
        desk.ledger.discard(person, POST, holder.post)
    if holder.serves and all(other.serves != holder.serves for other in others):
        desk.ledger.discard(_part(desk, holder), BEARS, holder.key)


def _line(holder: Holder) -> str:
    return f"{holder.key}\t{_title(holder)}"


def _title(holder: Holder) -> str:
    return f"{holder.name}\t{holder.role}\t{holder.of}\t{holder.serves}"


def _read(key: str, title: str) -> Holder:
    return Holder(key, *title.split("\t"))


def _titles(desk: Desk, key: str) -> list[Holder]:
    return [_read(key, title) for title in desk.ledger.texts(desk.iris.entity(key), TITLE)]


def _circle(desk: Desk) -> list[Holder]:
    """Everybody who may be one with somebody whose posts have changed."""
    keys = desk.people | {key for post in desk.posts for key in _holding(desk, post)}
    todo, seen, found = sorted(keys), set(keys), set[Holder]()
    while todo:
        key = todo.pop()
        new = set(desk.ledger.texts(desk.iris.entity(key), BEARS))  # what was decided may name one of several
        for holder in _titles(desk, key):
            found.add(holder)
            new |= set(_holding(desk, holder.post))
        todo.extend(new - seen)
        seen |= new
    return sorted(found)


def _holding(desk: Desk, post: str) -> list[str]:
    return [desk.iris.key(node) for node in desk.ledger.subjects(POST, post)]


def _mentioning(desk: Desk, person: NamedNode) -> list[NamedNode]:
    """The stored claims that mention somebody and stay.

    While everything is fused anew, claims that wait for their turn have no record yet, and are placed then.
    """
    nodes = set()
    for quad in desk.store.quads(None, SY.mentions, person):
        if quad not in desk.removed and isinstance(quad.subject, NamedNode):
            nodes.add(NamedNode(quad.subject.value.rpartition("/mention/")[0]))
    return sorted((node for node in nodes if desk.holds(node)), key=lambda node: node.value)
