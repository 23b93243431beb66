"""Files, folders and standard input -> articles: what is read, what is refused, and with which words."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summitry.graph.article import Article, read_articles
from summitry.graph.errors import UnreadableInput

TALKS = "The two presidents met in Nairobi on Monday for talks about the border, a minister said."


def read(*paths: Path | str, **options: object) -> list[Article]:
    return list(read_articles(paths, **options))  # type: ignore[arg-type]


def problems(*paths: Path | str) -> list[str]:
    found: list[UnreadableInput] = []
    list(read_articles(paths, on_problem=found.append))
    return [str(problem) for problem in found]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_is_read_and_offsets_stay_those_of_the_file(tmp_path: Path) -> None:
    source = f"---\ntitle: Kings meet\npublished: 2019-10-05\nurl: https://example.org/k\n---\n{TALKS}\n"
    (article,) = read(write(tmp_path, "a.txt", source))
    assert article.text == source
    assert (article.title, article.url, article.published) == (
        "Kings meet",
        "https://example.org/k",
        date(2019, 10, 5),
    )
    (block,) = article.blocks
    assert article.text[block.start : block.end] == TALKS


@pytest.mark.parametrize(
    "text", [f"---\n{TALKS}\n---\nMore words follow here.", f"--- \n\n{TALKS}", f"---\n{TALKS}"]
)
def test_rulers_around_text_are_not_front_matter(tmp_path: Path, text: str) -> None:
    (article,) = read(write(tmp_path, "a.txt", text))
    assert TALKS in [article.text[b.start : b.end] for b in article.blocks]


def test_all_line_ends_are_one(tmp_path: Path) -> None:
    (article,) = read(
        write(tmp_path, "a.txt", f"{TALKS}\r\n\r\nThey parted as friends, he added.\rAnd so on.")
    )
    assert "\r" not in article.text
    assert len(article.blocks) == 3


def test_a_byte_order_mark_counts_as_a_character_but_is_in_no_block(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "\ufeff" + TALKS)
    (article,) = read(path)
    assert article.text == path.read_text("utf-8")
    assert article.blocks[0].start == 1


def test_utf_16_with_its_mark_is_text(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path, "a.txt", TALKS.encode("utf-16")))
    assert TALKS in article.text


def test_markdown_marks_are_outside_the_blocks(tmp_path: Path) -> None:
    wrapped = TALKS.replace(" for ", "\nfor ")
    text = f"# Talks in Nairobi end\n\n{wrapped}\n\n- They will meet again in May.\n\n> We agree, he said."
    (article,) = read(write(tmp_path, "a.md", text))
    assert [" ".join(article.text[b.start : b.end].split()) for b in article.blocks] == [
        "Talks in Nairobi end",
        TALKS,
        "They will meet again in May.",
        "We agree, he said.",
    ]


def test_json_keys_become_metadata(tmp_path: Path) -> None:
    record = {
        "text": TALKS,
        "title": "T",
        "url": "https://e.org/1",
        "published": "2020-02-03T10:00:00Z",
        "id": 7,
    }
    record |= {"publisher": "Daily", "language": "en"}
    (article,) = read(write(tmp_path, "a.json", json.dumps(record)))
    assert (article.text, article.title, article.url) == (TALKS, "T", "https://e.org/1")
    assert (article.published, article.publisher, article.language) == (date(2020, 2, 3), "Daily", "en")


def test_a_json_file_may_hold_a_list(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", json.dumps([{"text": TALKS}, {"text": TALKS + " Again."}]))
    assert len(read(path)) == 2


def test_a_broken_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    good = json.dumps({"text": TALKS})
    path = write(
        tmp_path,
        "a.jsonl",
        f"{good}\n{{broken\n\n{good}\n".encode() + b'{"text": "caf\xe9"}\n' + good.encode(),
    )
    found: list[UnreadableInput] = []
    articles = list(read_articles([path], on_problem=found.append))
    assert len(articles) == 3
    assert [problem.where for problem in found] == [f"{path}:2", f"{path}:5"]
    assert "not valid JSON" in found[0].problem
    assert "UTF-8" in found[1].problem


# (file, content, what the message must say)
BAD = [
    ("empty.txt", "", "is empty"),
    ("blank.txt", " \n\n", "is empty"),
    ("only.txt", "---\ntitle: x\n---\n \n", "front matter but no text"),
    ("binary.txt", b"abc\0def", "binary"),
    ("latin.txt", "first\ncaf\xe9\n".encode("latin-1"), "latin.txt:2: is not UTF-8"),
    ("picture.png", b"x", ".png"),
    ("noextension", "x", "no extension"),
    ("a.json", "{", "not valid JSON"),
    ("a.json", "", "is empty"),
    ("a.json", "[" * 1_000_000, "nested too deeply"),
    ("a.json", "3", "a JSON object was expected, not a number"),
    ("a.json", '{"text": 3}', "it is a number"),
    ("a.json", '{"title": "x"}', "there is none"),
    ("a.json", '{"text": " "}', 'empty "text"'),
    ("a.json", '{"text": "x", "published": "2020-02-30"}', "must be a date"),
    ("a.json", '{"text": "x", "published": "soon"}', "must be a date"),
    ("a.json", '{"text": "x", "title": ["y"]}', '"title" must be a string, not a list'),
    ("a.json", '{"text": "\\ud800"}', "half a character"),
    ("a.jsonl", "", "is empty"),
    ("a.html", "", "is empty"),
    ("a.html", "no tags here", "not an HTML page"),
    ("a.html", "<html><body><script>x</script></body></html>", "without text"),
    ("a.html", b"<html>\0</html>", "binary"),
    ("a.html", '<meta charset="klingon-8"><p>x', "klingon-8"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    (problem,) = problems(write(tmp_path, name, content))
    assert problem.startswith(str(tmp_path / name))
    assert message in problem
    with pytest.raises(UnreadableInput):
        read(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path / "none.txt") == [f"{tmp_path / 'none.txt'}: no such file or folder"]


def test_folders_are_read_in_order_and_all_the_way_down(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/.hidden.txt", "a.txt", ".git/d.txt", "a/notes.pdf"):
        write(tmp_path, name, TALKS)
    assert [Path(a.file).relative_to(tmp_path).as_posix() for a in read(tmp_path)] == [
        "a.txt",
        "a/c.txt",
        "b.txt",
    ]


def test_a_folder_without_articles_is_a_problem(tmp_path: Path) -> None:
    assert "holds no articles" in problems(tmp_path)[0]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (TALKS.encode(), 1),
        (b'{"text": "A first text here."}\n{"text": "Another text here."}\n', 2),
        (b'{"text": "A first text here."}', 1),
        (b'{\n "text": "A first text here."\n}', 1),
        (b"<!DOCTYPE html><html><body><p>The king met the queen in Oslo today.</p></body></html>", 1),
        (b"(" * 1000, 1),
    ],
)
def test_standard_input_tells_its_format(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [a.file for a in read("-")] == ["-"] * count


def test_the_name_comes_from_the_url_or_else_from_the_text(tmp_path: Path) -> None:
    one, two = (
        {"text": TALKS, "url": "https://e.org/1"},
        {"text": TALKS + " More.", "url": "https://e.org/1"},
    )
    path = write(
        tmp_path, "a.jsonl", "\n".join(map(json.dumps, (one, two, {"text": TALKS}, {"text": TALKS, "id": 3})))
    )
    articles = read(path, base="https://data.example/")
    assert articles[0].iri == articles[1].iri != articles[2].iri == articles[3].iri
    assert articles[0].digest != articles[1].digest
    assert all(a.iri.startswith("https://data.example/id/article/") and len(a.iri) == 48 for a in articles)


def test_a_given_day_serves_only_where_the_text_has_none(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TALKS)
    write(tmp_path, "b.txt", f"Published on 3 May 2019\n\n{TALKS}")
    assert [a.published for a in read(tmp_path, published=date(2021, 1, 2))] == [
        date(2021, 1, 2),
        date(2019, 5, 3),
    ]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from([".txt", ".md", ".html", ".json", ".jsonl"]),
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))
    ),
)
def test_no_file_breaks_the_reader(tmp_path: Path, ending: str, content: bytes) -> None:
    path = write(tmp_path, f"x{ending}", content)
    for article in read_articles([path], on_problem=lambda problem: None):
        assert all(0 <= b.start < b.end <= len(article.text) for b in article.blocks)
