"""Is a stranger's matter in a private mailbox told from what a parent is told of their own child?"""

import pytest

from app.checks.stories.strangers import is_of_stranger
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
        ("Hi Lucy,\nYour son was sad: Mrs Nwosu has lost her home.", ["Mrs Nwosu"], False),
    ],
)
def test_whose_matter_a_private_mailbox_gets(body: str, names: list[str], *, expected: bool) -> None:
    told = body.partition("\n")[2]
    reading, *_ = see({"to": ["lucy.moon@gmail.com"], "body": body, "names": names, "tones": {told: _HEARD}})
    story = find_story(reading)

    assert story is not None
    assert is_of_stranger(reading, story) is expected
