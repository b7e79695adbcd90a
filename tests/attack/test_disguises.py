"""A number that is disguised in ten ways, and in every combination of them, is found as if it stood there plain."""

from collections.abc import Mapping
from itertools import combinations

import pytest

from app.checks.identifiers import look
from app.reading.unicode import clean
from tests.checks.seen import reading_of

LETTERS, DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
CYRILLIC = dict(zip("ABCEHIJKMOPSTXY", "АВСЕНІЈКМОРЅТХУ", strict=True))
BOLD = {c: chr(0x1D400 + i) for i, c in enumerate(LETTERS)} | {
    c: chr(0x1D7CE + i) for i, c in enumerate(DIGITS)
}
CIRCLED = {c: chr(0x24B6 + i) for i, c in enumerate(LETTERS)} | {
    c: chr(0x245F + i) for i, c in enumerate(DIGITS) if i
}
WIDE = {c: chr(ord(c) + 0xFEE0) for c in LETTERS + DIGITS}
SPACES = "\u00a0\u2009\u202f\u2007\u3000"
WRITTEN: Mapping[str, Mapping[str, str]] = {
    "full width": WIDE,
    "Cyrillic": CYRILLIC,
    "mathematical bold": BOLD,
    "circled": CIRCLED,
}
"""Each sign has one of these at a time; several take turns."""
ADDED: Mapping[str, str] = {
    "zero width": "\u200b",
    "soft hyphen": "\u00ad",
    "direction": "\u2066",
    "combining": "\u0336",
    "variation": "\ufe0f",
}
"""These stand behind signs; several take turns."""
WAYS = (*WRITTEN, *ADDED, "odd spaces")
NUMBERS = {
    "NHS number 943 476 5870": "nhs-number",
    "NI number JG 12 13 16 A": "national-insurance-number",
    "UPN P207000016049": "upn",
}


def disguised(number: str, ways: tuple[str, ...]) -> str:
    """The number with these ways, sign by sign."""
    written = [WRITTEN[way] for way in ways if way in WRITTEN]
    added = [ADDED[way] for way in ways if way in ADDED]
    made = ""
    for place, sign in enumerate(number):
        if sign == " ":
            made += SPACES[place % len(SPACES)] if "odd spaces" in ways else sign
            continue
        made += written[place % len(written)].get(sign, sign) if written else sign
        made += added[place % len(added)] if added and 0 < place < len(number) - 1 else ""
    return made


def split(text: str) -> tuple[str, str]:
    """The words that lead to a number, and the number."""
    cue = "UPN " if text.startswith("UPN") else text[: text.index("number ") + 7]
    return cue, text.removeprefix(cue)


COMBINATIONS = [ways for many in range(1, len(WAYS) + 1) for ways in combinations(WAYS, many)]


def test_all_combinations_are_there() -> None:
    assert len(WAYS) == 10
    assert len(COMBINATIONS) == 1023


@pytest.mark.parametrize("text", NUMBERS)
def test_every_combination_reads_as_the_plain_number(text: str) -> None:
    cue, number = split(text)
    read = {ways: clean(cue + disguised(number, ways)).clean for ways in COMBINATIONS}

    assert {ways: words for ways, words in read.items() if words != text} == {}


@pytest.mark.parametrize("text", NUMBERS)
def test_every_pair_is_found_by_the_check_where_it_stands(text: str) -> None:
    cue, number = split(text)
    missed: list[tuple[str, ...]] = []
    for ways in (one for one in COMBINATIONS if len(one) <= 2 or len(one) == len(WAYS)):
        body = f"Dear all, {cue}{disguised(number, ways)} is hers."
        reading = reading_of(body)
        found = [one for one in look(reading) if one.kind == NUMBERS[text]]
        spans = [span for one in found for span in one.spans]
        if not any(number in reading.body.clean[span.start : span.end] for span in spans):
            missed.append(ways)

    assert missed == []


@pytest.mark.parametrize("ways", [(), ("odd spaces",)])
def test_what_is_no_number_is_none_in_a_disguise_either(ways: tuple[str, ...]) -> None:
    """943 476 5871 fails its check digit."""
    body = f"Dear all, invoice {disguised('943 476 5871', (*ways, 'full width'))} is paid."

    assert [one for one in look(reading_of(body)) if one.kind == "nhs-number"] == []
