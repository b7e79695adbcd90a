import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.addresses import find_addresses

FOUND = {
    "plain": ("Write to office@oak.kent.sch.uk.", "office@oak.kent.sch.uk"),
    "in brackets": (
        "Jo <Jo.O\u2019Brien@Oak.example>, bob@hill.example;",
        "jo.o'brien@oak.example bob@hill.example",
    ),
    "in a link": (
        "mailto:jo@oak.example?subject=x https://a.example/?to=b@c.example&x",
        "jo@oak.example b@c.example",
    ),
    "in quotes": ("'jo@oak.example' (bob@hill.example)", "jo@oak.example bob@hill.example"),
    "with a tag": ("jo+news@oak.example", "jo+news@oak.example"),
    "in other scripts": (
        "info@b\u00fccher.example j\u00f8@xn--a-b.example",
        "info@b\u00fccher.example j\u00f8@xn--a-b.example",
    ),
    "spelled out": ("jane (at) oak dot kent dot sch dot uk", "jane@oak.kent.sch.uk"),
    "spelled out in brackets": ("jane [AT] oak [dot] org [dot] uk", "jane@oak.org.uk"),
    "half spelled out": ("jo{at}oak.org.uk and bob at oak dot org dot uk", "jo@oak.org.uk bob@oak.org.uk"),
    "after a run of signs": ("a@a@a@oak.example", "a@oak.example"),
    "one right after the other": (
        "a@b.example,c@d.example/e@f.example",
        "a@b.example c@d.example e@f.example",
    ),
    "none": ("Meet at noon. See @council, 3 @ 5, a@b, x@y., look at dot matrix.", ""),
    "no sentence about a site": ("Look at gov.uk, or ask at oak.sch.uk", ""),
}


@pytest.mark.parametrize(("text", "addresses"), FOUND.values(), ids=FOUND)
def test_addresses_are_found(text: str, addresses: str) -> None:
    assert [address for _, _, address in find_addresses(text)] == addresses.split()


def test_a_plain_address_stands_where_it_is_said_to() -> None:
    text = "To: <Jo@Oak.example>."
    ((start, end, address),) = find_addresses(text)
    assert text[start:end] == "Jo@Oak.example"
    assert address == "jo@oak.example"


@given(st.text(st.sampled_from("a.@-_1 <>(at)dot\n\u00e9'")))
def test_places_are_in_order_and_inside(text: str) -> None:
    at = 0
    for start, end, address in find_addresses(text):
        assert at <= start < end <= len(text)
        assert address.count("@") == 1
        at = end


@pytest.mark.parametrize("piece", ["a@", "@", "a.", "a@b.", "a at b ", "a (at) ", "x dot "])
def test_long_rows_of_almost_addresses_hold_none(piece: str) -> None:
    assert find_addresses(piece * 100_000) == ()
