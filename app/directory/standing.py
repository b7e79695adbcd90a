"""What does the directory hold today, in numbers?

Schools are counted by what a message can be chosen for, addresses by role. No address is in it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.directory_ports import HeldSchool
from app.domain.school import Phase, School


@dataclass(frozen=True, slots=True)
class Standing:
    """The numbers. `officers` gives the local officer of each cluster, where its schools have the same."""

    schools: int
    phases: Mapping[str, int]
    types: Mapping[str, int]
    clusters: Mapping[str, int]
    officers: Mapping[str, str]
    trusts: Mapping[str, int]
    roles: Mapping[str, int]
    addresses: int
    unsealed: int
    refused: int
    gone: int
    moved: tuple[School, ...]
    without_address: tuple[School, ...]
    out_of_reach: tuple[School, ...]
    """Schools that have addresses, none of which can be written to."""

    @property
    def unclustered(self) -> int:
        """Schools in no cluster."""
        return self.schools - sum(self.clusters.values())


def standing(held: Iterable[HeldSchool]) -> Standing:
    """The numbers of these schools. An address of two schools counts for each."""
    every = list(held)
    schools = [one.school for one in every]
    order = {phase.value: place for place, phase in enumerate(Phase)}
    phases = Counter(school.phase.value for school in schools)
    return Standing(
        schools=len(schools),
        phases={phase: phases[phase] for phase in sorted(phases, key=order.__getitem__)},
        types=_counted(schools, lambda school: school.type),
        clusters=_by_name(schools),
        officers=_officers(schools),
        trusts=_counted(schools, lambda school: school.trust),
        roles=dict(sum((Counter(one.roles) for one in every), Counter[str]()).most_common()),
        addresses=sum(one.addresses for one in every),
        unsealed=sum(one.unsealed for one in every),
        refused=sum(one.refused for one in every),
        gone=sum(one.gone for one in every),
        moved=tuple(one.school for one in every if one.was_moved),
        without_address=tuple(one.school for one in every if not one.addresses),
        out_of_reach=tuple(one.school for one in every if one.addresses and not one.can_be_reached),
    )


def _counted(schools: Iterable[School], of: Callable[[School], str]) -> Mapping[str, int]:
    """How many have each, the most first; those that have none are not in it."""
    return dict(Counter(of(school) for school in schools if of(school)).most_common())


def _by_name(schools: Iterable[School]) -> Mapping[str, int]:
    counted = Counter(school.cluster for school in schools if school.cluster)
    return {name: counted[name] for name in sorted(counted, key=str.casefold)}


def _officers(schools: Iterable[School]) -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for school in schools:
        found.setdefault(school.cluster, set()).add(school.officer)
    return {cluster: officers.pop() if len(officers) == 1 else "" for cluster, officers in found.items()}
