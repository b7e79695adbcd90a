"""The examples of every pack can be read as drafts, to people of a made-up authority."""

from typing import Any

import pytest

from app.policy_owner.example_drafts import ORDINARY, ExampleDirectory, draft_from
from tests.fakes import FakeDirectory
from tests.road import PACKS, pack

EXAMPLES = [e for name in PACKS for rule in pack(name).rules for e in (*rule.flags, *rule.passes)]


def test_every_example_can_be_read() -> None:
    assert len([draft_from(example) for example in EXAMPLES]) > len(PACKS)


def test_recipients_may_be_said_in_a_phrase() -> None:
    to = ["2 special schools in 1 cluster", "a parent", "all staff", "a contact list", "x@y.example"]
    found = [(r.mailbox.address, r.kind.value) for r in draft_from({"to": to}).recipients]

    assert found == [
        ("office@s01.c01.special.sch.example", "user"),
        ("office@s02.c01.special.sch.example", "user"),
        ("family1@gmail.com", "outside"),
        ("all-staff@council.example", "group"),
        ("", "contact-list"),
        ("x@y.example", "user"),
    ]
    assert len(draft_from({"to": ["all schools"]}).recipients) == 60


def test_the_schools_of_the_examples_are_known() -> None:
    addresses = [r.mailbox.address for r in draft_from({"to": ["all schools", "a parent"]}).recipients]

    assert ExampleDirectory().look_up(addresses) == FakeDirectory().look_up(addresses)
    assert ExampleDirectory().open_schools() == FakeDirectory().open_schools()
    assert (
        not ExampleDirectory()
        .look_up(["office@s01.c01.castle.sch.example"])["office@s01.c01.castle.sch.example"]
        .schools
    )


def test_everyday_mail_can_be_read() -> None:
    assert all(draft_from(one).recipients for one in ORDINARY)


@pytest.mark.parametrize(
    "example",
    [{"to": ["nobody in particular"]}, {"attachments": [{"base64": "?"}]}, {"at": "noon"}, {"reply": "x"}],
)
def test_what_nobody_can_read_is_refused(example: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        draft_from(example)
