"""Is it told apart whom a draft speaks to, and whom it only says that it is not for?"""

import pytest

from app.bulletin.from_draft.local import clusters_in
from app.bulletin.from_draft.spoken_to import spoken_to_readers
from app.domain.for_whom import ForWhom, Role
from app.domain.school import Phase
from tests.bulletin.test_suggest import made

MAINTAINED = "Local authority maintained schools"


def whom(body: str, subject: str = "Notice") -> ForWhom:
    return made(subject, body).text.for_whom


@pytest.mark.parametrize(
    ("body", "phases"),
    [
        ("This is for those of you with a nursery - the rest of you may delete.", {Phase.NURSERY}),
        ("Hi all with a reception class, the form is new.", {Phase.PRIMARY}),
        ("Good for anyone with pupils over 11.", {Phase.SECONDARY, Phase.SIXTEEN_PLUS}),
        ("Schools with a gas kitchen should test the tap.", set()),
        ("The form is new. Secondary schools have their own form.", set()),
        ("Guide for primary schools. Secondary schools had their own version.", {Phase.PRIMARY}),
        ("For primary schools that do not have their own pool.", {Phase.PRIMARY}),
        ("Every kind of school can apply, including nursery schools.", set()),
        ("Any school can join. Maps for primary and secondary classes.", set()),
        ("Any primary school can join.", {Phase.PRIMARY}),
        ("The U11 league begins in June.", {Phase.PRIMARY}),
        ("The under 14s cup begins in June.", {Phase.SECONDARY}),
        ("Bring 11 forms to room U2.", set()),
        ("How children settle in Reception, in schools that take four-year-olds.", {Phase.PRIMARY}),
        ("Places for four-year-olds.", {Phase.NURSERY}),
        ("Dear secondary colleagues (and sixth form colleges)\n\nA guide.", {Phase.SECONDARY, Phase.SIXTEEN_PLUS}),
    ],
)  # fmt: skip
def test_a_phase_that_is_put_off_is_none_that_it_is_for(body: str, phases: set[Phase]) -> None:
    assert whom(body).phases == phases


@pytest.mark.parametrize(
    ("body", "types"),
    [
        ("Foundation schools count; academies do not.", {MAINTAINED}),
        ("Fourteen schools are late. Academies: you've your own return.", {MAINTAINED}),
        ("For academies and free schools: choose a scheme.", {"Academies", "Free Schools"}),
        ("For our academies only; the maintained schools have their own letter.", {"Academies", "Free Schools"}),
        ("Academies have sent many entries this year.", set()),
    ],
)  # fmt: skip
def test_a_type_that_is_put_off_is_none_that_it_is_for(body: str, types: set[str]) -> None:
    assert whom(body).types == types


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("Dear colleagues in finance,\n\nCards run out.", {Role.BUSINESS}),
        ("Urgent, for bursars and finance officers\n\nThe file went twice.", {Role.BUSINESS}),
        ("Principals must approve it in the system.", {Role.HEAD}),
        ("The form has changed. So, SENCOs, the form is yours.", {Role.SENCO}),
        ("Would you make sure that your chair and clerk see this?", {Role.GOVERNORS}),
        ("Would you make sure that your chairs are stacked?", set()),
        ("The heads have approved it in the system.", set()),
    ],
)
def test_a_role_is_read_from_who_is_told_to_do_something(body: str, roles: set[Role]) -> None:
    assert whom(body).roles == roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courier calls only at schools in Denny and the Fens.", {"Denny", "Fens"}),
        ("Those of you in Ferriby, Long Sutton or The Coast", {"Ferriby", "Long Sutton", "The Coast"}),
        ("Dear all in the Denny and Upper Ware clusters", {"Denny", "Upper Ware"}),
        ("For schools in Upper Ware: path closed", {"Upper Ware"}),
        ("Schools in Fens; the Denny and Ferriby clusters have theirs from Tern Bank.", {"Fens"}),
        ("The fair at Denny School and the road to Ware", set()),
    ],
)
def test_a_row_of_clusters_is_read(text: str, expected: set[str]) -> None:
    names = ("Denny", "Fens", "Ferriby", "Long Sutton", "The Coast", "Ware", "Upper Ware")
    assert set(clusters_in(names, text)) == expected


def test_clauses_are_blanked_in_place_and_nothing_else_moves() -> None:
    text = "For primaries (nurseries have their own), by May."
    assert spoken_to_readers(text) == "For primaries (" + " " * 24 + "), by May."
