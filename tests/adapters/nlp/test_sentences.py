"""Does a mail come apart where a person would say it does?"""

import pytest

from app.adapters.nlp.reader import SpacyReader
from app.adapters.nlp.sentences import LONGEST


def pieces(reader: SpacyReader, text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in reader.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear all,\n\nThe hall is shut. Use the gym!", ["Dear all,", "The hall is shut.", "Use the gym!"]),
        (
            "Hi Tom, you are late. Dear oh dear, hurry!",
            ["Hi Tom,", "you are late.", "Dear oh dear,", "hurry!"],
        ),
        ("Good morning Ms Lee - I am back.", ["Good morning Ms Lee -", "I am back."]),
        ("The good news, Tom, is out.", ["The good news, Tom, is out."]),
        ("Bring:\n- a coat\n- a hat", ["Bring:", "- a coat", "- a hat"]),
        ("1. Bring a coat\n2. Bring a hat", ["1. Bring a coat", "2. Bring a hat"]),
        ("Mr. Bell and Dr. Shaw met at 3.30 p.m. today.", ["Mr. Bell and Dr. Shaw met at 3.30 p.m. today."]),
        ('He said "No." Then he left.', ['He said "No."', "Then he left."]),
        ("Send form No. 5 back. No. Not that one.", ["Send form No. 5 back.", "No.", "Not that one."]),
        ("See www.example.org.uk for times.", ["See www.example.org.uk for times."]),
        ("Why?! Because.", ["Why?!", "Because."]),
        ("Yes." + " " * 40 + "No.", ["Yes.", "No."]),
        ("  \n\t\n Hello there. \r\n", ["Hello there."]),
        (
            "This line was wrapped by a mail program that cuts at seventy\ncharacters and goes on here.",
            ["This line was wrapped by a mail program that cuts at seventy\ncharacters and goes on here."],
        ),
        ("Short line\nand another", ["Short line", "and another"]),
        ("Café 👩‍👧 opens. Été too.", ["Café 👩‍👧 opens.", "Été too."]),
    ],
)
def test_sentences_and_their_offsets(reader: SpacyReader, text: str, expected: list[str]) -> None:
    assert pieces(reader, text) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t\r\n", "\u00a0\u2003"])
def test_blank_text_has_no_sentences(reader: SpacyReader, text: str) -> None:
    assert reader.read(text) == ()


@pytest.mark.parametrize("text", ["\x00", "\ud800 you", "😀" * 50, "((((", "a\u0301" * 400, "\u202eabc"])
def test_odd_text_keeps_its_offsets(reader: SpacyReader, text: str) -> None:
    read = reader.read(text)
    assert read
    assert all(0 <= sentence.start < sentence.end <= len(text) for sentence in read)


def test_every_word_is_in_exactly_one_sentence(reader: SpacyReader) -> None:
    text = "Dear Jo,\n\nWe met (twice). It went well; see e.g. item 4!\n> old\n\n  * one\n  * two   three"
    covered = [at for sentence in reader.read(text) for at in range(sentence.start, sentence.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, letter in enumerate(text) if not letter.isspace()} <= set(covered)


def test_a_sentence_without_an_end_is_cut(reader: SpacyReader) -> None:
    read = reader.read("word " * 2_000)
    assert max(sentence.end - sentence.start for sentence in read) <= LONGEST
    assert len(read) >= 10_000 // LONGEST
