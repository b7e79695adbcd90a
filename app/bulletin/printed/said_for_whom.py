"""How is it said, in words, whom an item of the bulletin is for?

The line over an entry ("Primary and special schools in the Maidstone cluster, for SENCOs"), and the section
of the issue that it stands in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.for_whom import ForWhom, Role
from app.domain.school import Phase

PHASES: Mapping[Phase, str] = MappingProxyType(
    {
        Phase.NURSERY: "nursery schools",
        Phase.PRIMARY: "primary schools",
        Phase.MIDDLE: "middle schools",
        Phase.SECONDARY: "secondary schools",
        Phase.SIXTEEN_PLUS: "sixth-form colleges",
        Phase.ALL_THROUGH: "all-through schools",
        Phase.SPECIAL: "special schools",
        Phase.ALTERNATIVE: "alternative provision",
        Phase.OTHER: "other settings",
    }
)
ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.OFFICE: "school offices",
        Role.HEAD: "headteachers",
        Role.SENCO: "SENCOs",
        Role.SAFEGUARDING: "safeguarding leads",
        Role.BUSINESS: "business managers",
        Role.ADMISSIONS: "admissions officers",
        Role.GOVERNORS: "governors",
        Role.EARLY_YEARS: "early years leads",
    }
)
EVERYONE = "For everyone"


@dataclass(frozen=True, slots=True)
class ListNames:
    """What subscription lists are called, by their ids."""

    names: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, number: str) -> str:
        """Its name; its id when it has none any more."""
        return self.names.get(number, number)


NO_LISTS = ListNames()


@dataclass(frozen=True, slots=True, order=True)
class SectionKey:
    """Where in an issue a section stands: its kind first, then its place among that kind, then its words."""

    kind: int
    place: tuple[int, ...]
    title: str


def said(for_whom: ForWhom, lists: ListNames = NO_LISTS) -> str:
    """Whom it is for, on one line without a full stop."""
    schools = _schools(for_whom, lists)
    roles = _joined(words for role, words in ROLES.items() if role in for_whom.roles)
    if not schools:
        return _begun(f"{roles} in every school") if roles else "Every school"
    return _begun(f"{schools}, for {roles}" if roles else schools)


def section_of(for_whom: ForWhom, lists: ListNames = NO_LISTS) -> SectionKey:
    """The section it stands in: by what narrows it first, of phase, type, cluster, trust, list and role."""
    if for_whom.phases:
        places = tuple(n for n, phase in enumerate(PHASES) if phase in for_whom.phases)
        return SectionKey(1, (len(places), *places), f"For {_phases(for_whom)}")
    by_name = (
        (for_whom.types, "For {}"),
        (for_whom.clusters, "In {}"),
        (for_whom.trusts, "For schools of {}"),
        ({lists[number] for number in for_whom.lists}, "For subscribers to {}"),
    )
    for kind, (names, words) in enumerate(by_name, 2):
        if names:
            return SectionKey(kind, (len(names),), words.format(_joined(sorted(names))))
    if for_whom.roles:
        places = tuple(n for n, role in enumerate(ROLES) if role in for_whom.roles)
        words = _joined(ROLES[role] for role in ROLES if role in for_whom.roles)
        return SectionKey(6, (len(places), *places), f"For {words}")
    return SectionKey(0, (), EVERYONE)


def _schools(for_whom: ForWhom, lists: ListNames) -> str:
    """The schools it chooses, without the roles; empty when it chooses all."""
    if for_whom.is_everybody:
        return ""
    if for_whom == ForWhom(schools=for_whom.schools, roles=for_whom.roles):
        return _chosen(len(for_whom.schools))
    types = _joined(sorted(for_whom.types))
    said = _phases(for_whom) or types or "schools"
    if for_whom.phases and types:
        said += f" ({types})"
    if for_whom.clusters:
        said += f" in {_joined(sorted(for_whom.clusters))}"
    if for_whom.trusts:
        said += f" of {_joined(sorted(for_whom.trusts))}"
    if for_whom.lists:
        said += f" that subscribe to {_joined(sorted(lists[number] for number in for_whom.lists))}"
    return f"{said}, only {_chosen(len(for_whom.schools))}" if for_whom.schools else said


def _chosen(schools: int) -> str:
    return f"{schools} school{'s' * (schools != 1)} chosen by name"


def _phases(for_whom: ForWhom) -> str:
    """``primary and special schools``: the word that several share is said once."""
    words = [words for phase, words in PHASES.items() if phase in for_whom.phases]
    schools = [w.removesuffix(" schools") for w in words if w.endswith(" schools")]
    others = [w for w in words if not w.endswith(" schools")]
    return _joined([*([f"{_joined(schools)} schools"] if schools else []), *others])


def _joined(words: Iterable[str]) -> str:
    *first, last = tuple(words) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
