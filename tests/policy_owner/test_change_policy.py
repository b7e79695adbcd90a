"""The policy owner changes rules, steps back and undoes; nothing wrong is ever put in force."""

import pytest

from app.domain.errors import PackError, PolicyChangeError
from app.domain.verdict import Mode
from app.policy_owner.change_policy import (
    PolicyDesk,
    Signed,
    amended,
    replaced,
    save,
    step_all_back,
    step_back,
    undo,
)
from tests.fakes import FakeClock, FakePackStore
from tests.road import PACKS, pack_text

PAM = Signed("Pam Holmes", "the half-term trial is over")
WARN_FROM = ("numbers", "bulk_schools_warn")


@pytest.fixture
def desk() -> PolicyDesk:
    return PolicyDesk({name: pack_text(name) for name in PACKS}, FakePackStore(), FakeClock())


def modes(desk: PolicyDesk) -> dict[str, Mode]:
    return {rule.id: rule.mode for pack in desk.packs().values() for rule in pack.rules}


def test_a_threshold_is_changed_and_says_who_and_why(desk: PolicyDesk) -> None:
    version = save(desk, [amended(desk, "kent-schools", {WARN_FROM: 4})], PAM)[0]

    assert (version.saved_by, version.why, version.follows) == (PAM.by, PAM.why, 0)
    assert desk.packs()["kent-schools"].numbers["bulk_schools_warn"] == 4


def test_one_rule_steps_back_and_the_others_stay(desk: PolicyDesk) -> None:
    before = modes(desk)
    step_back(desk, "no-bulk-to-schools", Mode.TRIAL, PAM)

    assert modes(desk) == before | {"no-bulk-to-schools": Mode.TRIAL}


def test_everything_steps_back_in_one_action_and_comes_again(desk: PolicyDesk) -> None:
    before = modes(desk)
    saved = step_all_back(desk, Mode.TRIAL, PAM)

    assert set(modes(desk).values()) == {Mode.TRIAL}
    for version in saved:
        undo(desk, version.number, PAM)
    assert modes(desk) == before


def test_stepping_back_makes_no_rule_louder(desk: PolicyDesk) -> None:
    before = modes(desk)
    step_all_back(desk, Mode.WARN, PAM)

    assert modes(desk) == {rule: min(mode, Mode.WARN, key=list(Mode).index) for rule, mode in before.items()}


def test_only_the_newest_change_of_a_pack_can_be_undone(desk: PolicyDesk) -> None:
    first = step_back(desk, "no-bulk-to-schools", Mode.TRIAL, PAM)[0]
    second = step_back(desk, "official-channels-only", Mode.TRIAL, PAM)[0]

    with pytest.raises(PolicyChangeError, match=str(second.number)):
        undo(desk, first.number, PAM)
    undo(desk, second.number, PAM)
    assert desk.text("kent-schools")[0] == first.text


def test_a_whole_pack_is_uploaded(desk: PolicyDesk) -> None:
    text = pack_text("trust").replace("title:", "title: # ours\n ", 1)
    save(desk, [replaced(desk, text)], PAM)

    assert desk.text("trust")[0] == text


@pytest.mark.parametrize("why", ["", "  ", "x" * 501])
def test_a_change_needs_a_reason(desk: PolicyDesk, why: str) -> None:
    with pytest.raises(PolicyChangeError, match="Say why"):
        step_back(desk, "no-bulk-to-schools", Mode.TRIAL, Signed("Pam", why))


def test_what_changes_nothing_is_not_saved(desk: PolicyDesk) -> None:
    with pytest.raises(PolicyChangeError, match="Nothing"):
        save(desk, [replaced(desk, pack_text("trust"))], PAM)


def test_a_wrong_value_is_refused_with_its_place_and_nothing_is_saved(desk: PolicyDesk) -> None:
    with pytest.raises(PackError, match="mode") as refused:
        amended(desk, "trust", {("rules", "angry-wait-and-reread", "mode"): "loud"})
    assert refused.value.line > 1
    with pytest.raises(PolicyChangeError, match="id"):
        amended(desk, "trust", {("id",): "kent-schools"})
    with pytest.raises(PolicyChangeError, match="nowhere"):
        amended(desk, "nowhere", {("id",): "x"})
    assert desk.store.stamp() == 0


def test_a_change_to_what_somebody_else_changed_meanwhile_is_refused(desk: PolicyDesk) -> None:
    mine = amended(desk, "trust", {("rules", "angry-wait-and-reread", "mode"): "trial"})
    step_all_back(desk, Mode.WARN, PAM)

    with pytest.raises(PolicyChangeError, match="meanwhile"):
        save(desk, [mine], PAM)


def test_what_is_not_there_cannot_be_changed(desk: PolicyDesk) -> None:
    with pytest.raises(PolicyChangeError, match="no rule"):
        step_back(desk, "no-such-rule", Mode.TRIAL, PAM)
    with pytest.raises(PolicyChangeError, match="no change 7"):
        undo(desk, 7, PAM)
