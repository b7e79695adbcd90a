"""A school, or a whole cluster, is moved with a reason."""

from dataclasses import replace

import pytest

from app.directory.move_schools import UpkeepDesk, change_cluster, move_back, move_school
from app.directory.standing import standing
from app.domain.errors import UpkeepError
from tests.directory_fakes import FakeSchoolBook
from tests.directory_rooms import CONTENTS, ELM, OAK
from tests.fakes import FakeClock, FakeDirectoryStore


@pytest.fixture
def desk() -> UpkeepDesk:
    store = FakeDirectoryStore()
    store.replace(CONTENTS)
    return UpkeepDesk(FakeSchoolBook(store), FakeClock())


def place_of(desk: UpkeepDesk, urn: str) -> tuple[str, str]:
    school = next(one.school for one in desk.book.held() if one.school.urn == urn)
    return school.cluster, school.officer


def test_a_cluster_keeps_the_spelling_it_has(desk: UpkeepDesk) -> None:
    move_school(desk, OAK.urn, ("  COAST ", "Kit@Council.example"), "Priya", "Moved")
    assert place_of(desk, OAK.urn) == ("Coast", "kit@council.example")
    move_school(desk, OAK.urn, ("", ""), "Priya", "In none")
    assert place_of(desk, OAK.urn) == ("", "")
    move_back(desk, OAK.urn, "Priya")
    assert place_of(desk, OAK.urn) == (OAK.cluster, OAK.officer)
    assert len(desk.book.moves(OAK.urn)) == 3


@pytest.mark.parametrize(
    ("urn", "place", "why", "field"),
    [
        ("999999", ("Coast", ""), "Moved", ""),
        (OAK.urn, (OAK.cluster, OAK.officer), "Moved", ""),
        (OAK.urn, ("x" * 101, ""), "Moved", "cluster"),
        (OAK.urn, ("office@oak.sch.uk", ""), "Moved", "cluster"),
        (OAK.urn, ("Coast", "not an address"), "Moved", "officer"),
        (OAK.urn, ("Coast", ""), " ", "why"),
    ],
)
def test_what_is_wrong_is_said(
    desk: UpkeepDesk, urn: str, place: tuple[str, str], why: str, field: str
) -> None:
    with pytest.raises(UpkeepError) as wrong:
        move_school(desk, urn, place, "Priya", why)
    assert wrong.value.field == field
    assert place_of(desk, OAK.urn) == (OAK.cluster, OAK.officer)


def test_a_school_that_was_not_moved_has_nowhere_to_go_back_to(desk: UpkeepDesk) -> None:
    with pytest.raises(UpkeepError, match="where the cluster file has it"):
        move_back(desk, OAK.urn, "Priya")


def test_a_cluster_is_renamed_with_all_its_schools(desk: UpkeepDesk) -> None:
    assert change_cluster(desk, "Coast", ("Harbour", ELM.officer), "Priya", "New name") == 2
    assert place_of(desk, ELM.urn) == ("Harbour", ELM.officer)
    for was, to, why in (
        ("Coast", ("Harbour", ""), "gone"),
        ("", ("Harbour", ""), "no cluster is none"),
        ("Harbour", ("weald", ""), "another has the name"),
        ("Harbour", (" ", ""), "no name"),
        ("Harbour", ("Harbour", ELM.officer), "the same"),
    ):
        with pytest.raises(UpkeepError):
            change_cluster(desk, was, to, "Priya", why)


def test_the_numbers_add_up(desk: UpkeepDesk) -> None:
    assert isinstance(desk.book, FakeSchoolBook)
    desk.book.refusals[ELM.urn] = (0, 1)
    held = standing(desk.book.held())
    assert held.phases == {"nursery": 1, "primary": 2, "secondary": 1}
    assert (held.clusters, held.unclustered) == ({"Coast": 2, "Weald": 1}, 1)
    assert held.officers["Coast"] == ELM.officer
    assert (held.roles, held.addresses) == ({"office": 2, "senco": 1, "head": 1}, 4)
    assert [s.name for s in held.without_address] == ["Yew <b>"]
    assert held.out_of_reach == (ELM,)
    assert standing([]).schools == 0
    several = [replace(one, school=replace(one.school, cluster="Coast")) for one in desk.book.held()]
    assert standing(several).officers["Coast"] == ""
