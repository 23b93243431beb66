"""Words cut once for a text and its pieces: nothing is lost, wherever a piece begins and ends."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from summitry.graph.mentions.tokens import Tokens

NLP = spacy.blank("en")
TEXT = "“Don't,” Mr. O'Neill said (U.S. time): 28 Su-30s, $5bn…"


@given(st.one_of(st.just(TEXT), st.text(max_size=60)), st.data())
def test_the_words_of_a_piece_are_the_piece(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = Tokens(NLP, text, 0, len(text)).between(start, end)
    assert all(start <= first < last <= end for first, last in spans)
    assert "".join("".join(text[first:last].split()) for first, last in spans) == "".join(
        text[start:end].split()
    )


def test_a_piece_of_a_word_is_cut_by_itself() -> None:
    assert [TEXT[a:b] for a, b in Tokens(NLP, TEXT, 0, len(TEXT)).between(1, 4)] == ["Don"]
