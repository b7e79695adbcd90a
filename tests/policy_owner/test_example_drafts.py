"""The examples of every pack can be read as drafts, and mean what the tests take them to mean."""

from collections.abc import Mapping
from typing import Any

import pytest

from app.policy_owner.example_drafts import ORDINARY, ExampleDirectory, draft_from
from tests import drafts
from tests.fakes import FakeDirectory
from tests.road import PACKS, pack

EXAMPLES = [e for name in PACKS for rule in pack(name).rules for e in (*rule.flags, *rule.passes)]


def test_every_example_is_the_draft_that_the_tests_read() -> None:
    assert [e for e in EXAMPLES if draft_from(e) != drafts.draft_from(_plain(e))] == []


def _plain(example: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in example.items() if key in drafts._KEYS}  # noqa: SLF001 - the tests' own


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
