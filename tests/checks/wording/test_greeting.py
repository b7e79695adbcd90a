from dataclasses import replace

import pytest

from app.checks.wording.greeting import find_greeting, greeting_of, has_closing
from app.domain.reading import Name, NameKind, Sentence
from tests.checks.seen import reading_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dear Mrs Shah,\nThank you.", ("Shah",)),
        ("Hi Tom\nThank you.", ("Tom",)),
        ("Dear Mr Cole and Ms Lee,", ("Cole", "Lee")),
        ("Good morning Anne-Marie, hope you are well.", ("Anne-Marie",)),
        ("\n\n   Hello Siân\nThe lift is closed.", ("Siân",)),
        ("Tom,\nThe lift is closed.", ("Tom",)),
        ("Dear Tom – please see below.", ("Tom",)),
    ],
)
def test_names_the_people_greeted(text: str, names: tuple[str, ...]) -> None:
    greeting = find_greeting(text)

    assert greeting is not None
    assert greeting.names == names
    assert not greeting.is_to_many


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,",
        "Hi everyone",
        "Dear colleagues",
        "Dear parents and carers,",
        "Dear Headteachers",
        "Hi both",
    ],
)
def test_greets_many(text: str) -> None:
    greeting = find_greeting(text)

    assert greeting is not None
    assert greeting.is_to_many
    assert greeting.names == ()


@pytest.mark.parametrize(
    "text", ["", "The lift is closed.", "a\nb\nc\nDear Tom,", "\n" * 5000, "Tomorrow is fine."]
)
def test_finds_no_greeting(text: str) -> None:
    assert find_greeting(text) is None


def test_points_at_the_greeting_alone() -> None:
    text = "\n  Dear Mrs Shah, thank you."
    greeting = find_greeting(text)

    assert greeting is not None
    assert text[greeting.start : greeting.end] == "Dear Mrs Shah"


@pytest.mark.parametrize(
    "text", ["See you.\n\nKind regards,\nJo", "Done.\nMany thanks", "Yes\nCheers\n", "x\nYours sincerely,"]
)
def test_knows_a_closing(text: str) -> None:
    assert has_closing(text)


@pytest.mark.parametrize("text", ["", "Yes.", "The best time is two.", "Regards the roof: it leaks."])
def test_knows_what_is_no_closing(text: str) -> None:
    assert not has_closing(text)


@pytest.mark.parametrize(
    "text",
    [
        "To reserve a place e-mail Sam Lee at sam@council.example.",
        "The bus is late.\n\nTo book, ring Sam Lee: we answer until four.",
        "to apply, all schools fill in the form",
    ],
)
def test_a_purpose_greets_nobody(text: str) -> None:
    assert find_greeting(text) is None


@pytest.mark.parametrize("text", ["To all heads,", "To the chair of governors", "to our schools", "To Mrs Shah,", "TO: office managers"])  # fmt: skip
def test_whom_a_mail_is_to_is_a_greeting(text: str) -> None:
    assert find_greeting(text) is not None


@pytest.mark.parametrize(
    ("line", "kind", "is_one"),
    [
        ("Karen:", NameKind.PERSON, True),
        ("Agenda:", None, False),
        ("Mercury,", NameKind.ORGANISATION, False),
        ("Colleagues,", None, True),
        ("Dear Agenda,", None, True),
    ],
)
def test_a_word_alone_greets_only_whom_it_names(line: str, kind: NameKind | None, is_one: bool) -> None:
    names = () if kind is None else (Name(kind, 0, len(line) - 1, 0.99),)
    reading = replace(
        reading_of(f"{line}\n\nThe room is booked."), sentences=(Sentence(0, len(line), {}, names=names),)
    )

    assert (greeting_of(reading) is not None) is is_one
