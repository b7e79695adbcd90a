"""Is somebody told of their own matter, or of another's?"""

import pytest

from app.checks.confidential_story import CHECK
from tests.fakes import FakeReader
from tests.road import see


@pytest.mark.parametrize(
    ("to", "said", "is_to_them"),
    [
        (["a colleague"], "You have been overpaid since September.", True),
        (["a colleague", "1 school"], "You have been overpaid since September.", False),
        (["a colleague"], "You know that he has been overpaid.", False),
        (["a colleague"], "You know that Orla is overpaid.", False),
        (["a colleague"], "The caretaker has been overpaid.", False),
    ],
)
def test_the_one_reader_is_told_of_themselves(to: list[str], said: str, *, is_to_them: bool) -> None:
    heard = {said: {"story": 0.9, "personnel": 0.95}}
    [found] = CHECK.look(see({"to": to, "body": said}, FakeReader(heard, ["Orla"]))[0])

    assert found.facts["to_them"] is is_to_them
