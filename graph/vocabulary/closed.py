"""A class whose annotations are the terms of one namespace, so that type checkers refuse any other."""

from __future__ import annotations

from typing import ClassVar

from pyoxigraph import NamedNode

from summitry.graph.errors import ConfigurationError


class Terms:
    """Base of the vocabularies; a subclass names its namespace and annotates its terms.

    `class FOAF(Terms, iri="http://xmlns.com/foaf/0.1/"): Agent: NamedNode` gives `FOAF.Agent`.
    """

    IRI: ClassVar[str]
    NAMES: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls, iri: str) -> None:
        cls.IRI = iri
        cls.NAMES = tuple(cls.__annotations__)
        for name in cls.NAMES:
            setattr(cls, name, NamedNode(iri + name))

    @classmethod
    def term(cls, name: str) -> NamedNode:
        """The term with this local name, where the name is data."""
        if name not in cls.NAMES:
            raise ConfigurationError(f"{cls.__name__} has no term {name!r}; it has {', '.join(cls.NAMES)}")
        term = getattr(cls, name)
        assert isinstance(term, NamedNode)
        return term

    @classmethod
    def name(cls, term: NamedNode) -> str:
        """The local name of a term."""
        name = term.value.removeprefix(cls.IRI)
        cls.term(name)
        return name
