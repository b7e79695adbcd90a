"""A school is told once, and told at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.for_whom import EVERYBODY, ForWhom, Role
from app.domain.mailbox_choice import IN_ORDER, Candidate, mailboxes_for, reach
from app.domain.school import School

ROLES = st.frozensets(st.sampled_from(Role))
HELD = st.lists(
    st.builds(
        Candidate,
        st.text("abc", min_size=1, max_size=3),
        st.sampled_from(["office", "", "head", "governor", "clerk", "senco", "trust", "a role of tomorrow"]),
    ),
    max_size=8,
    unique_by=lambda candidate: candidate.key,
)


@pytest.mark.parametrize(
    ("held", "asked", "chosen"),
    [
        (["head", "office", ""], (), ["office"]),
        (["governor", "head"], (), ["head"]),
        (["governor"], (), ["governor"]),
        (["office", "senco"], (Role.SENCO,), ["senco"]),
        (["office", "governor", "chair-of-governors"], (Role.GOVERNORS,), ["chair-of-governors"]),
        (["office", "senco"], (Role.SENCO, Role.OFFICE), ["office", "senco"]),
        (["", "head"], (Role.SENCO,), [""]),
        ([], (Role.SENCO,), []),
    ],
)
def test_the_desk_that_is_asked_for_else_the_office(
    held: list[str], asked: tuple[Role, ...], chosen: list[str]
) -> None:
    candidates = [Candidate(str(place), role) for place, role in enumerate(held)]
    assert [c.role for c in mailboxes_for(asked, candidates)] == chosen


@given(ROLES, HELD)
def test_whatever_is_held_and_asked_a_school_with_a_mailbox_is_told(
    roles: frozenset[Role], held: list[Candidate]
) -> None:
    chosen = mailboxes_for(roles, held)
    assert bool(chosen) is bool(held)
    assert len({c.role for c in chosen}) == len(chosen) <= max(1, len(roles))
    assert set(chosen) <= set(held)
    assert mailboxes_for(roles, reversed(held)) == chosen


def test_every_role_has_its_words_and_no_word_two_roles() -> None:
    words = [word for role in Role for word in IN_ORDER[role]]
    assert len(words) == len(set(words))


def test_the_office_of_a_trust_comes_once_and_every_school_counts() -> None:
    schools = [School(str(n), f"School {n}") for n in range(12)]
    shared = Candidate("trust", "office")
    found = reach(EVERYBODY, schools, {s.urn: [shared] for s in schools[:11]}, {})
    assert (list(found.mailboxes), found.reached, found.unreachable) == ([shared], 11, (schools[11],))
    assert found.mailboxes[shared] == schools[0]


def test_a_list_chooses_the_schools_on_it() -> None:
    schools = [School("1", "Oak"), School("2", "Elm")]
    held = {s.urn: [Candidate(s.urn, "office")] for s in schools}
    found = reach(ForWhom(lists=frozenset({"music"})), schools, held, {"2": {"music"}, "1": {"art"}})
    assert [c.key for c in found.mailboxes] == ["2"]


def test_schools_are_chosen_by_name() -> None:
    schools = [School(str(n), f"School {n}") for n in range(12)]
    held = {s.urn: [Candidate(s.urn, "office")] for s in schools}

    assert reach(ForWhom(schools=frozenset({"3", "5", "99"})), schools, held, {}).reached == 2
