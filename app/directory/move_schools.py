"""How does somebody move a school to another cluster or local officer, between two imports?

Each move says who, when and why. It holds until the cluster file says something new about the school.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from app.directory.subscription_lists import said_why
from app.directory_ports import HeldSchool, Placement, SchoolBook
from app.domain.address import normal_address
from app.domain.errors import UpkeepError
from app.ports import Clock

CLUSTER_MAX = 100


@dataclass(frozen=True, slots=True)
class UpkeepDesk:
    """Where schools are moved."""

    book: SchoolBook
    clock: Clock


def move_school(desk: UpkeepDesk, urn: str, place: tuple[str, str], by: str, why: str) -> None:
    """Put one school into a cluster (none when empty) and give it a local officer (nobody when empty).

    Raises:
        UpkeepError: there is no such school, something is wrong, or nothing would change.
    """
    held = school_held(desk.book.held(), urn)
    cluster, officer = _cluster(place[0], desk.book.held()), _officer(place[1])
    if (cluster, officer) == (held.school.cluster, held.school.officer):
        raise UpkeepError("Nothing would change.")
    desk.book.move([Placement(urn, cluster, officer, desk.clock.now(), by, said_why(why))])


def move_back(desk: UpkeepDesk, urn: str, by: str) -> None:
    """Put a school where the cluster file has it.

    Raises:
        UpkeepError: there is no such school, or it is there.
    """
    held = school_held(desk.book.held(), urn)
    if not held.was_moved:
        raise UpkeepError("It is where the cluster file has it.")
    now, why = desk.clock.now(), "Back to what the cluster file says"
    desk.book.move([Placement(urn, *held.listed, now, by, why)])


def change_cluster(desk: UpkeepDesk, cluster: str, to: tuple[str, str], by: str, why: str) -> int:
    """Give a whole cluster another name or another local officer; the number of schools.

    Raises:
        UpkeepError: there is no such cluster, something is wrong, or nothing would change.
    """
    schools = [held.school for held in desk.book.held()]
    inside = [school for school in schools if school.cluster == cluster and cluster]
    if not inside:
        raise UpkeepError("There is no such cluster any more.")
    name, officer = " ".join(to[0].split()), _officer(to[1])
    if not name or len(name) > CLUSTER_MAX or "@" in name:
        raise UpkeepError(f"Give the cluster a name, in {CLUSTER_MAX} characters or fewer.", "name")
    if any(s.cluster.casefold() == name.casefold() and s.cluster != cluster for s in schools):
        raise UpkeepError("Another cluster has this name. Move its schools there one by one.", "name")
    moving = [school for school in inside if (school.cluster, school.officer) != (name, officer)]
    if not moving:
        raise UpkeepError("Nothing would change.")
    said, now = said_why(why), desk.clock.now()
    desk.book.move([Placement(school.urn, name, officer, now, by, said) for school in moving])
    return len(moving)


def school_held(schools: Iterable[HeldSchool], urn: str) -> HeldSchool:
    """One open school. Raises UpkeepError when there is none of that number."""
    found = next((held for held in schools if held.school.urn == urn), None)
    if found is None:
        raise UpkeepError("There is no open school of that number in the directory.")
    return found


def _cluster(said: str, schools: Iterable[HeldSchool]) -> str:
    """In the spelling that the other schools of the cluster have."""
    name = " ".join(said.split())
    if len(name) > CLUSTER_MAX or "@" in name:
        raise UpkeepError(f"Name the cluster in {CLUSTER_MAX} characters or fewer.", "cluster")
    known = {held.school.cluster.casefold(): held.school.cluster for held in schools}
    return known.get(name.casefold(), name)


def _officer(said: str) -> str:
    officer = normal_address(said) if said.strip() else ""
    if said.strip() and not officer:
        raise UpkeepError("Write the officer’s work e-mail address in full.", "officer")
    return officer
