"""Values given to saved queries: bound as terms, refused with an example, resolved from names as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, Store

from summitry.graph.errors import BadParameter, UnknownName
from summitry.graph.questions import Resolver, bind, load_questions, pick, resolver_of, run, search
from summitry.graph.questions.header import read_question
from summitry.graph.questions.terms import iri, literal
from summitry.graph.questions.tokens import tokens
from summitry.graph.store import EmbeddedStore

WORLD = Path(__file__).parent / "queries" / "world.trig"
ID = "https://w3id.org/summitry/id/"
QUESTIONS = load_questions()


@pytest.fixture(scope="module")
def world() -> EmbeddedStore:
    store = EmbeddedStore()
    store.load(WORLD.read_bytes(), RdfFormat.TRIG)
    return store


@pytest.fixture(scope="module")
def resolver(world: EmbeddedStore) -> Resolver:
    return resolver_of(world)


TRICKY = """#+ summary: s
#+ asks: a
#+ parameters:
#+   name: {type: text, description: d, example: e}
PREFIX ex: <http://ex.org/?_name_text#>
# a comment with ?_name_text
SELECT ?x WHERE {
  ?x ex:p "?_name_text", '?_name_text', \"\"\"a "?_name_text" b\"\"\", '''it''s ?_name_text''' ;
     ex:q ?_name_text ; ex:r ?_name_texts, "\\"?_name_text" .
  FILTER(?x<?_name_text && ?y > 1) # ?_name_text
}"""


def test_only_the_variable_is_replaced(resolver: Resolver) -> None:
    bound = bind(read_question("tricky", TRICKY), {"name": 'a"b\\'}, resolver)
    assert bound.count('"a\\"b\\\\"') == 2
    assert bound.count("?_name_text") == TRICKY.count("?_name_text") - 2


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_tokens_lose_nothing(text: str) -> None:
    assert "".join(piece for _, piece in tokens(text)) == text


INJECTIONS = [
    'x" . ?s ?any ?thing . FILTER("a"="a',
    '"@en ; ?p ?o }',
    "' } DROP ALL #",
    "\\",
    "\\u0022 . ?s ?p ?o . #",
    '"""',
    "a\nb\r\tc",
    "?_speaker_iri",
    "}} UNION {{ ?s ?p ?o",
    "<http://x> . ?s ?p ?o",
    "\x00\x1f\x7f\u2028",
]


def shape(query: str) -> list[str]:
    """The query's tokens with every string made the same: what a value must not change."""
    return ["<value>" if kind == "string" else text for kind, text in tokens(query) if not text.isspace()]


@pytest.mark.parametrize("text", INJECTIONS)
def test_known_injections_stay_values(text: str, world: EmbeddedStore) -> None:
    check_text(text, world)


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=80).filter(str.strip))
def test_no_text_changes_the_query(text: str) -> None:
    check_text(text, EmbeddedStore())


def check_text(text: str, store: EmbeddedStore) -> None:
    plain = bind(QUESTIONS["statements"], {"about": "plain"}, resolver_of(store))
    bound = bind(QUESTIONS["statements"], {"about": text}, resolver_of(store))
    assert shape(bound) == shape(plain)
    list(store.query(bound).rows())


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_a_literal_comes_back_as_it_was(text: str) -> None:
    answer = next(iter(Store().query(f"SELECT ({literal(text)} AS ?x) {{}}")))  # type: ignore[arg-type]
    assert answer[0] == Literal(text)


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_an_iri_is_kept_or_refused(text: str) -> None:
    resolver = resolver_of(EmbeddedStore())
    try:
        bound = bind(QUESTIONS["warrants"], {"person": f"http://x/{text}"}, resolver)
    except BadParameter:
        return
    plain = bind(QUESTIONS["warrants"], {"person": "http://x/a"}, resolver)
    assert [kind for kind, _ in tokens(bound)] == [kind for kind, _ in tokens(plain)]
    assert f"<{f'http://x/{text}'.strip()}>" in bound


@pytest.mark.parametrize(
    "text", ["http://x/a b", "http://x/>", "<http://x/a> ?p ?o", "http://x/\\u003e", "x", ""]
)
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(Exception, match="is not an absolute IRI"):
        iri(text)


@pytest.mark.parametrize(
    "name,values,complaint",
    [
        (
            "visits",
            {"since": "yesterday"},
            r"parameter since: 'yesterday' is not a date .*example: 2022-01-01",
        ),
        ("visits", {"since": "2022-02-30"}, r"parameter since: '2022-02-30' is not a date"),
        ("visits", {"until": "2022-13"}, r"parameter until: '2022-13' is not a date"),
        ("visits", {"since": "0000"}, r"parameter since"),
        ("visits", {"since": "٢٠٢٢"}, r"parameter since"),
        (
            "visits",
            {"status": "done"},
            r"parameter status: 'done' is not one of occurred, ongoing, planned, cancel",
        ),
        ("network", {"least": "two"}, r"parameter least: 'two' is not a whole number; example: 2"),
        ("network", {"least": "1.5"}, r"parameter least"),
        ("network", {"least": "9" * 30}, r"parameter least"),
        ("statements", {"about": "x" * 2001}, r"parameter about: 'x{60}…' is not text"),
        ("statements", {"about": "\ud800"}, r"parameter about: .*half a character"),
        (
            "visits",
            {"vistor": "Putin"},
            r"parameter vistor: not known; visits takes visitor, .*did you mean visitor",
        ),
        ("most-disputed", {"x": "1"}, r"most-disputed takes no parameters"),
        ("visits", {"state": "Putin"}, r"parameter state: no state is called 'Putin'"),
        ("visits", {"state": "Tajikstan"}, r"close to it: Tajikistan"),
        ("visits", {"visitor": "<http://x/ y>"}, r"parameter visitor: .*is not an absolute IRI"),
        ("visits", {"visitor": "Berdymukhamedov"}, r"'Berdymukhamedov' could be: Serdar .*; Gurbanguly "),
    ],
)
def test_wrong_values_are_refused(
    world: EmbeddedStore, name: str, values: dict[str, str], complaint: str
) -> None:
    with pytest.raises(BadParameter, match=complaint):
        run(world, name, values, QUESTIONS)


@pytest.mark.parametrize(
    "values,expected",
    [
        ({"since": "2022"}, '"2022-01-01"'),
        ({"since": "2022-06"}, '"2022-06-01"'),
        ({"until": "2022"}, '"2022-12-31"'),
        ({"until": "2024-02"}, '"2024-02-29"'),
        ({"until": " 2024-02-03 "}, '"2024-02-03"'),
        ({"status": "Planned"}, '"planned"'),
    ],
)
def test_a_year_or_month_stands_for_its_first_or_last_day(
    resolver: Resolver, values: dict[str, str], expected: str
) -> None:
    assert expected in bind(QUESTIONS["visits"], values, resolver)


def test_an_empty_value_is_none(resolver: Resolver) -> None:
    assert bind(QUESTIONS["visits"], {"state": " "}, resolver) == bind(QUESTIONS["visits"], {}, resolver)


def test_an_unknown_query_is_named_with_its_neighbour() -> None:
    with pytest.raises(
        UnknownName, match=r"no saved query 'vists'; did you mean visits\? there are allies, "
    ):
        pick(QUESTIONS, "vists")


@pytest.mark.parametrize(
    "text,key",
    [
        ("Putin", "person/vladimir-putin"),
        ("vladimir putin", "person/vladimir-putin"),
        ("Путин", "person/vladimir-putin"),
        ("Rakhmon", "person/emomali-rahmon"),
        ("Rahmonov", "person/emomali-rahmon"),
        ("Kassym Jomart Tokayev", "person/kassym-jomart-tokayev"),
        ("Serdar Berdymukhamedov", "person/serdar-berdimuhamedow"),
        ("CSTO", "organisation/csto"),
        ("ОДКБ", "organisation/csto"),
        ("одкб", "organisation/csto"),
        ("Russia", "state/russia"),
        ("Россия", "state/russia"),
        ("Belarus", "state/belarus"),  # and a town, which nobody means who says no more
        ("Asgabat", "city/ashgabat-turkmenistan"),  # the graph has Aşgabat
        ("Áshgabat", "city/ashgabat-turkmenistan"),
        ("state/tajikistan", "state/tajikistan"),
        ("<https://w3id.org/summitry/id/state/tajikistan>", "state/tajikistan"),
        ("https://w3id.org/summitry/id/state/nowhere", "state/nowhere"),
    ],
)
def test_names_resolve(resolver: Resolver, text: str, key: str) -> None:
    assert resolver.resolve(text) == ID + key


def test_a_kind_narrows_a_name(resolver: Resolver) -> None:
    with pytest.raises(UnknownName, match="no state is called 'Kant'"):
        resolver.resolve("Kant", ("state",))
    assert resolver.resolve("Kant", ("city",)) == f"{ID}city/kant-kyrgyzstan"


def test_a_gazetteer_helps_where_the_store_has_no_such_spelling(resolver: Resolver) -> None:
    helped = Resolver(
        resolver.ask, resolver.base, lambda text: ["person/emomali-rahmon", "city/rahmon-nowhere"]
    )
    assert helped.resolve("Raxmon", ("person",)) == f"{ID}person/emomali-rahmon"


@given(st.text(max_size=30))
@settings(max_examples=50, deadline=None)
def test_any_text_can_be_searched_for(resolver: Resolver, text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert isinstance(search(resolver.ask, text), tuple)


def test_search_ranks_whole_names_first(resolver: Resolver) -> None:
    found = search(resolver.ask, "Berdymukhamedov")
    assert [each.label for each in found] == ["Serdar Berdimuhamedow", "Gurbanguly Berdimuhamedow"]
    assert [each.kind for each in search(resolver.ask, "tajikistan", ("state", "visit"))] == [
        "state",
        "visit",
    ]
