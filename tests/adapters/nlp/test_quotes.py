"""Are other people's words found, and only those?"""

import pytest

from app.adapters.nlp.quotes import LONGEST, mask, quoted_spans


def masked(text: str) -> str:
    return mask(text, 0, len(text), quoted_spans(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('He said "go away" to me.', 'He said "quote  " to me.'),
        ("He said “go away” to me.", "He said “quote  ” to me."),
        ("She wrote \u2018don\u2019t come back\u2019 on it.", "She wrote \u2018quote          \u2019 on it."),
        ("It's Ann's and the boys' turn.", "It's Ann's and the boys' turn."),
        ("> you are late\nI am not.", "quote         \nI am not."),
        ('An opened " mark alone', 'An opened " mark alone'),
        ('One "a" and "b".', 'One "a" and "a".'),
        ('Empty "" marks', 'Empty "" marks'),
        ('A mark " at the end of a line\nmeets "none', 'A mark " at the end of a line\nmeets "none'),
    ],
)
def test_quoted_words_are_replaced(text: str, seen: str) -> None:
    assert masked(text) == seen


def test_a_sentence_inside_a_longer_quotation_is_all_masked() -> None:
    text = '"You are late. Go home."'
    spans = quoted_spans(text)
    assert mask(text, 1, 14, spans) == "quote        "


def test_a_very_long_quotation_is_no_hiding_place() -> None:
    assert quoted_spans('"' + "a" * (LONGEST + 1) + '"') == []
