"""What somebody looks for is understood whatever they type, and marked where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bulletin.searching.asked import TYPED_MAX, understood
from app.bulletin.searching.excerpt import Pieces, excerpt, marked
from app.bulletin.searching.words import words_of


def lexemes(text: str) -> list[str]:
    return [word.lexeme for word in words_of(text)]


def shown(pieces: Pieces) -> str:
    return "".join(f"[{piece.words}]" if piece.is_marked else piece.words for piece in pieces)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Governors’", "governor"),
        ("children's", "Children"),
        ("Café", "cafe"),
        ("policies", "policy"),
        ("ADMISSIONS", "admission"),
        ("excluded", "excluding"),
        ("ﬁre", "fire"),
    ],
)
def test_words_that_are_one(one: str, other: str) -> None:
    assert lexemes(one) == lexemes(other) != []


def test_words_of_other_scripts_stay_apart_and_whole() -> None:
    assert len({*lexemes("школа школы اسکول 学校")}) == 4
    assert all(word.isascii() and word.isalnum() for word in lexemes("школа اسکول ½ 学校 don't"))


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("school meals", (("school",), ("meal",))),
        ("the census", (("census",),)),
        ("the", (("the",),)),
        ('"free school meals" form', (("free", "school", "meal"), ("form",))),
        ("“free school” and", (("free", "school"),)),
        ('"free school', (("free",), ("school",))),
        ("e-bulletin 2026/27", (("e", "bulletin"), ("2026", "27"))),
        (
            "OR NOT census* NEAR(a b) {headline}:",
            (("not",), ("census",), ("near", "a"), ("b",), ("headlin",)),
        ),
        ("' OR 1=1; --", (("1", "1"),)),
        ('"" ** -', ()),
        ("", ()),
        ("census census", (("census",),)),
    ],
)
def test_whatever_is_typed_is_understood(typed: str, phrases: tuple[tuple[str, ...], ...]) -> None:
    assert understood(typed).phrases == phrases


@given(st.text(max_size=400))
def test_nothing_that_is_typed_is_wrong(typed: str) -> None:
    found = understood(typed)

    assert len(found.words) <= TYPED_MAX
    assert len(found.phrases) <= 12
    assert all(word.isascii() and word.isalnum() for phrase in found.phrases for word in phrase)


@pytest.mark.parametrize(
    ("typed", "text", "says"),
    [
        ("census", "Census day: the censuses", "[Census] day: the [censuses]"),
        ('"school meals"', "School dinners, school meals", "School dinners, [school meals]"),
        ('school "school meals"', "School meals at school", "[School meals] at [school]"),
        ('"a b" "b c"', "a b c", "[a b c]"),
        ("census", "<b>Census</b>", "<b>[Census]</b>"),
        ("cafe", "Der Café!", "Der [Café]!"),
        ("census", "nothing", "nothing"),
    ],
)
def test_what_was_looked_for_is_marked(typed: str, text: str, says: str) -> None:
    assert shown(marked(text, understood(typed).phrases)) == says


def test_an_excerpt_shows_what_stands_around_the_first_place() -> None:
    text = "word " * 200 + "census day " + "end " * 200
    said = shown(excerpt(text, understood("census").phrases))

    assert said.startswith("… word word")
    assert "[census] day end" in said
    assert said.endswith("end …")
    assert len(said) < 300
    assert shown(excerpt("Census day", understood("census").phrases)) == "[Census] day"


@given(st.text(max_size=800), st.text(max_size=30))
def test_an_excerpt_loses_and_adds_no_sign(text: str, typed: str) -> None:
    phrases = understood(typed).phrases
    inside = "".join(piece.words for piece in excerpt(text, phrases) if piece.words not in {"… ", " …"})

    assert "".join(piece.words for piece in marked(text, phrases)) == text
    assert inside in text
