import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.characters import DISGUISE, KINDS, PLAIN, SHOWN, SIMPLE
from app.reading.unicode import _STRANGE, clean

NUMBER = "AB123456C"
DISGUISES = {
    "zero-width space": "AB\u200b123456C",
    "zero-width joiner": "AB12\u200d3456C",
    "soft hyphen": "AB12\u00ad3456C",
    "direction override": "A\u202dB123456C\u202c",
    "direction isolate": "AB\u20661234\u206956C",
    "variation selector": "AB\ufe0f123456C",
    "full width": "\uff21\uff22\uff11\uff12\uff13\uff14\uff15\uff16\uff23",
    "Cyrillic": "\u0410\u0412123456\u0421",
    "Greek": "\u0391\u0392123456C",
    "mathematical bold": "".join(chr(0x1D400 + i) for i in (0, 1, *range(975, 981), 2)),
    "combining marks": "A\u0336B\u03361\u03362\u03363\u03364\u03365\u03366\u0336C",
    "circled": "\u24b6\u24b7\u2460\u2461\u2462\u2463\u2464\u2465\u24b8",
    "black circles": "\U0001f150\U0001f151\u2776\u2777\u2778\u2779\u277a\u277b\U0001f152",
}
ORDINARY = {
    "accents": ("Zoë naïve Siân Łódź", "Zoë naïve Siân Łódź"),
    "accents in two characters": ("Zoe\u0308", "Zoë"),
    "curly quotes and dashes": (
        "\u201cWe\u2019ll\u201d \u2013 no \u2014 yes…",
        "\u201cWe\u2019ll\u201d \u2013 no \u2014 yes…",
    ),
    "odd spaces": ("a\u00a0b\u2009c\u202fd\u2007e", "a b c d e"),
    "odd hyphens": ("020\u20117946\u20110000 \u22125 01\u201002", "020-7946-0000 -5 01-02"),
    "powers, fractions and signs": ("10² ½ m² 3° £5 €6 ™ µg", "10² ½ m² 3° £5 €6 ™ µg"),
    "emoji": ("ok \U0001f44d\U0001f3fd \u2764\ufe0f 1\ufe0f\u20e3", "ok \U0001f44d\U0001f3fd \u2764 1"),
    "a family": ("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\U0001f469\U0001f467"),
    "the flag of England": ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4"),
    "ligatures": ("o\ufb03ce \ufb01nd", "office find"),
    "a byte order mark": ("\ufeffHello", "Hello"),
    "space of no width between words": ("one \u200b two\u200b.", "one  two."),
    "a hyphen that may break a word": ("Verant\u00adwortung", "Verantwortung"),
    "Word's bullets": ("\uf0b7 one", "• one"),
    "Windows characters read as Latin-1": ("it\x92s \x80", "it\u2019s €"),
    "line ends": ("a\r\nb\rc\u2028d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
    "half of a pair": ("a\ud800b", "a\ufffdb"),
}
FOREIGN = [
    "\u041f\u0440\u0438\u0432\u0435\u0442, \u0432 2026 \u0433\u043e\u0434\u0443",
    "\u0394\u03b7\u03bc\u03bf\u03ba\u03c1\u03b1\u03c4\u03af\u03b1 2026",
    "\u0412 2026 \u0433\u043e\u0434\u0443 \u0444\u0438\u0440\u043c\u0430",
    "\u03b11 \u03b22 5\u03bcm",
    "\u5b66\u6821",
]
WORDS = st.lists(
    st.text(
        st.sampled_from(
            "ab1 é\u0301\u200b\u00ad\u00a0\uff21\u2460\U0001d400\ufb01\r\n\u202e\ufe0f\U0001f44d\ud800½²"
        )
    )
).map("".join)


@pytest.mark.parametrize("disguised", DISGUISES.values(), ids=DISGUISES)
def test_a_disguised_number_is_seen_and_counted(disguised: str) -> None:
    text = clean(f"NI no. {disguised} thanks")
    assert text.clean == f"NI no. {NUMBER} thanks"
    assert text.hidden > 0


@pytest.mark.parametrize(("plain", "shown"), ORDINARY.values(), ids=ORDINARY)
def test_ordinary_characters_are_no_disguise(plain: str, shown: str) -> None:
    text = clean(plain)
    assert (text.clean, text.hidden) == (shown, 0)


@pytest.mark.parametrize("sign", ["\u202b", "\u202d", "\u202e", "\u2067"])
def test_a_sign_that_turns_latin_words_is_counted_and_taken_out(sign: str) -> None:
    text = clean(f"Pay {sign}000001 to {sign}tobba\u202c.")
    assert text.clean == "Pay 000001 to tobba."
    assert text.hidden > 0


@pytest.mark.parametrize(
    "plain", ["\u202a07700 900123\u202c", "\u202b\u0645\u062f\u0631\u0633\u0629 2026\u202c", "\u2067\u05e9\u05dc\u05d5\u05dd\u2069", "\u2068Ann\u2069"]
)  # fmt: skip
def test_a_number_from_the_address_book_and_words_read_from_the_right_are_no_disguise(plain: str) -> None:
    assert clean(plain).hidden == 0


@pytest.mark.parametrize("plain", FOREIGN)
def test_foreign_words_stay(plain: str) -> None:
    text = clean(plain)
    assert (text.clean, text.hidden) == (plain, 0)


def test_lookalikes_are_put_right_inside_latin_words_and_beside_numbers() -> None:
    text = clean("\u0440\u0430ssword \u0410\u0412 12 34 56 \u0421")
    assert text.clean == "password AB 12 34 56 C"
    assert text.hidden == 5


def test_ascii_text_is_taken_as_it_is() -> None:
    text = clean("Dear all,\n\tplease\n")
    assert text.clean is text.plain
    assert text.origin is None


def test_a_place_in_clean_text_leads_back_around_what_was_taken_out() -> None:
    text = clean("x 94\u200b3 \u00ad476 y")
    start = text.clean.index("943 476")
    first, last = text.in_plain(start, start + 7)
    assert text.plain[first:last] == "94\u200b3 \u00ad476"


@given(WORDS)
def test_cleaning_twice_changes_nothing(plain: str) -> None:
    once = clean(plain).clean
    assert clean(once).clean == once
    once.encode()


@given(WORDS, st.data())
def test_every_stretch_leads_back_to_where_it_came_from(plain: str, data: st.DataObject) -> None:
    # In one character per accented letter: a letter's accent that stands apart has its letter's place.
    text = clean(unicodedata.normalize("NFC", plain))
    start = data.draw(st.integers(0, len(text.clean)))
    end = data.draw(st.integers(start, len(text.clean)))

    first, last = text.in_plain(start, end)

    assert text.clean[start:end] in clean(text.plain[first:last]).clean


@given(st.text(st.characters(codec=None)))
def test_any_text_can_be_cleaned_and_keeps_order(plain: str) -> None:
    text = clean(plain)
    assert text.origin is None or (
        list(text.origin) == sorted(text.origin) and len(text.origin) == len(text.clean)
    )
    assert text.origin is not None or len(text.clean) == len(plain)


def test_the_short_way_agrees_with_the_long_one() -> None:
    for code in (*range(0xD800), *range(0xE000, 0x20000)):
        if _STRANGE.search(chr(code)) is None:
            assert KINDS[code] == PLAIN
            assert SHOWN[code] == SIMPLE.get(chr(code), chr(code))


def test_a_disguise_always_stands_for_a_plain_character() -> None:
    disguises = [chr(code) for code in range(0x20000) if KINDS[code] == DISGUISE]
    assert len(disguises) > 900
    assert all(SHOWN[ord(c)].isascii() or unicodedata.category(SHOWN[ord(c)])[0] in "LS" for c in disguises)


def test_work_on_a_long_row_of_accents_stays_small() -> None:
    text = clean("a" + "\u0336" * 200_000 + "b\u200b" * 50_000)
    assert len(text.clean) == 50_001
