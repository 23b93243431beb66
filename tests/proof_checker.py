"""Checks single steps of proofs against the W3C tables, knowing nothing of how proofs are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from summitry.graph.reasoning.compile import read_list
from summitry.graph.reasoning.index import Index
from summitry.graph.reasoning.proofs import Proof
from summitry.graph.reasoning.rules import Pattern, Rule, rules
from summitry.graph.reasoning.terms import Fact, Terms, expand

Env = Mapping[str, int]
_LISTS = ("member", "pair", "all", "path", "agree")


class Checker:
    """Says whether a step is an instance of the rule that it names; `axioms` holds the ontology's lists."""

    def __init__(self, terms: Terms, axioms: Index) -> None:
        self._terms, self._axioms = terms, axioms

    def holds(self, step: Proof) -> bool:
        """Whether a line of the tables with the step's name leads from its premises to its conclusion."""
        return any(self._fits(rule, step) for rule in rules() if rule.name == step.rule)

    def _fits(self, rule: Rule, step: Proof) -> bool:
        patterns = [each for each in rule.axioms if each[0] not in _LISTS]
        if len(patterns) != len(step.axioms):
            return False
        env: Env | None = {}
        for pattern, axiom in zip(patterns, step.axioms, strict=True):
            env = self._unify(pattern, axiom, env)
            if env is None:
                return False
        facts = [each.fact for each in step.premises if each.fact is not None]
        return any(
            self._concludes(rule, final, step)
            for body, wider in self._bodies(rule, env)
            for final in self._match(body, facts, frozenset(), wider)
        )

    def _concludes(self, rule: Rule, env: Env, step: Proof) -> bool:
        for condition in rule.axioms:
            if condition[0] in ("member", "pair") and not self._listed(condition, env):
                return False
        if any(env[one] == env[other] for one, sign, other in (b for b in rule.body if b[1] == "!=")):
            return False
        if rule.head is None or step.fact is None:
            return rule.head is None and step.fact is None
        return self._unify(rule.head, step.fact, env) is not None

    def _listed(self, condition: Pattern, env: Env) -> bool:
        members = read_list(self._axioms, env[condition[1]])
        places = [i for i, each in enumerate(members) if each == env.get(condition[2], each)]
        if condition[0] == "member" or condition[3] not in env:
            return bool(places)
        return any(members[j] == env[condition[3]] for i in places for j in range(i + 1, len(members)))

    def _bodies(self, rule: Rule, env: Env) -> Iterator[tuple[list[Pattern], Env]]:
        """The premises that the rule asks for, with conditions over lists written out."""
        body: list[Pattern] = []
        wider = dict(env)
        for pattern in rule.body:
            if pattern[0] in _LISTS:
                kind, start, place, *end = pattern
                for i, member in enumerate(members := read_list(self._axioms, env[place])):
                    wider[f"?list{i}"] = member
                    if kind == "all":
                        body.append((start, "rdf:type", f"?list{i}"))
                    elif kind == "path":
                        ends = (
                            start if i == 0 else f"?m{i}",
                            end[0] if i == len(members) - 1 else f"?m{i + 1}",
                        )
                        body.append((ends[0], f"?list{i}", ends[1]))
                    else:
                        body += [(start, f"?list{i}", f"?k{i}"), (end[0], f"?list{i}", f"?k{i}")]
            elif pattern[1] != "!=":
                body.append(pattern)
        yield body, wider

    def _match(
        self, body: Sequence[Pattern], facts: Sequence[Fact], used: frozenset[Fact], env: Env
    ) -> Iterator[Env]:
        """The ways to read the premises as the rule's body, every premise used."""
        if not body:
            if used == frozenset(facts):
                yield env
            return
        for fact in facts:
            wider = self._unify(body[0], fact, env)
            if wider is not None:
                yield from self._match(body[1:], facts, used | {fact}, wider)

    def _unify(self, pattern: Pattern, fact: Fact, env: Env | None) -> Env | None:
        wider = dict(env or {})
        for word, number in zip(pattern, fact, strict=True):
            if word.startswith("?"):
                if wider.setdefault(word, number) != number:
                    return None
            elif word.isdigit():
                if not self._terms.means(number, int(word)):
                    return None
            elif self._terms.number(NamedNode(expand(word))) != number:
                return None
        return wider
