"""Is somebody named because of a public office, an honour or a book?"""

import pytest

from app.checks.public_people import is_public


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sir Martyn's letter is out.", "Sir Martyn"),
        ("We thank the Mayor, Jo Bell, for coming.", "Jo Bell"),
        ("cllr Jane Hall will open it", "Jane Hall"),
        ("Tom Reeve MP opened it.", "Tom Reeve"),
        ("Notes on the novels by Harper Lee.", "Harper Lee"),
        ("The author Michael Morpurgo visits.", "Michael Morpurgo"),
    ],
)
def test_a_public_figure(text: str, name: str) -> None:
    start = text.index(name)
    assert is_public(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prince Osei of Year 4 won.", "Prince Osei"),
        ("King Adeyemi swam the lake.", "King Adeyemi"),
        ("Read the poems by Ella Thompson of Year 4.", "Ella Thompson"),
        ("Her mother is an MP. Ella Thompson has asthma.", "Ella Thompson"),
        ("Sirius Black joins the office.", "Sirius Black"),
    ],
)
def test_nobody_of_the_kind(text: str, name: str) -> None:
    start = text.index(name)
    assert not is_public(text, start, start + len(name))
