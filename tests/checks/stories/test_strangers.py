"""Is a stranger's matter in a private mailbox told from what a parent is told of their own child?"""

import pytest

from app.checks.stories.strangers import is_confided, is_of_stranger
from app.checks.stories.telling import find_story
from tests.road import see

_HEARD = {"story": 0.95, "family": 0.95}


@pytest.mark.parametrize(
    ("body", "names", "expected"),
    [
        ("Hi Lucy,\nMrs Nwosu has lost her home.", ["Mrs Nwosu"], True),
        ("Notes to finish.\nTara Nixon has lost her home.", ["Tara Nixon"], True),
        ("Dear Mrs Pell,\nTara Nixon has lost her home.", ["Tara Nixon"], False),
        ("Hi Lucy,\nTara has lost her home.", ["Tara"], False),
        ("Hi Lucy,\nTara Moon has lost her home.", ["Tara Moon"], False),
        ("Notes to type.\nHe is afraid when mum is out.", [], True),
        ("Dear Mrs Moon,\nHe is afraid when mum is out.", [], False),
        ("Hi Lucy,\nYour son is afraid when mum is out.", [], False),
        ("Your group.\nJack cries, Mina bites and Oskar steals.", ["Jack", "Mina", "Oskar"], True),
        ("Dear Mrs Moon,\nJack cries, Mina bites and Oskar steals.", ["Jack", "Mina", "Oskar"], False),
        ("Hi Lucy,\nYour son was sad: Mrs Nwosu has lost her home.", ["Mrs Nwosu"], False),
    ],
)
def test_whose_matter_a_private_mailbox_gets(body: str, names: list[str], *, expected: bool) -> None:
    told = body.partition("\n")[2]
    reading, *_ = see({"to": ["lucy.moon@gmail.com"], "body": body, "names": names, "tones": {told: _HEARD}})
    story = find_story(reading)

    assert story is not None
    assert is_of_stranger(reading, story) is expected


@pytest.mark.parametrize(
    ("body", "subject", "reply", "expected"),
    [
        ("Just between us, Kayden has lost his home.", "RE: who bit Elsie?", "reply", True),
        ("Just so you know what's behind it, Kayden has lost his home.", "Re: that boy", "reply", True),
        ("Kayden has lost his home.", "RE: who bit Elsie?", "reply", False),
        ("It was Kayden, who has lost his home.", "RE: who bit Elsie?", "reply", True),
        ("It was Kayden, who has lost his home.", "RE: dinner money", "reply", False),
        ("Just between us, Kayden has lost his home.", "Re: Kayden's day", "reply", False),
        ("Just between us, Kayden has lost his home.", "that boy", "new", False),
    ],
)
def test_what_lies_behind_another_child_is_confided(
    body: str, subject: str, reply: str, *, expected: bool
) -> None:
    example = {"to": ["lucy.moon@gmail.com"], "subject": subject, "reply": reply, "body": body}
    reading, *_ = see({**example, "names": ["Kayden"], "tones": {body: _HEARD}})
    story = find_story(reading)

    assert story is not None
    assert is_confided(reading, story) is expected
