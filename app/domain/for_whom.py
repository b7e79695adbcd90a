"""Whom is an item of the bulletin, or a mailing, for?

One filter for both: the label that a school reads over an item, and the set of schools that a request
chooses. An item names kinds of schools; a mailing may name the very schools, by URN. Neither names an
address.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from app.domain.school import Phase, School


class Role(StrEnum):
    """Whose desk in a school it is meant for, as the address list names its mailboxes."""

    OFFICE = "office"
    HEAD = "head"
    SENCO = "senco"
    SAFEGUARDING = "safeguarding"
    BUSINESS = "business-manager"
    ADMISSIONS = "admissions"
    GOVERNORS = "governors"
    EARLY_YEARS = "early-years"


@dataclass(frozen=True, slots=True)
class ForWhom:
    """Which schools need it. A field left empty does not narrow; two narrow together; several values widen.

    `types` are as the register names them ("Academies"); `lists` are ids of subscription lists. `roles` do
    not choose schools: they say whose desk it is for.
    """

    phases: frozenset[Phase] = frozenset()
    types: frozenset[str] = frozenset()
    clusters: frozenset[str] = frozenset()
    trusts: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    schools: frozenset[str] = frozenset()
    """The URNs of schools that are chosen one by one."""

    @property
    def is_everybody(self) -> bool:
        """Whether every school needs it."""
        return not (self.phases or self.types or self.clusters or self.trusts or self.lists or self.schools)

    def holds(self, school: School, on_lists: Collection[str] = ()) -> bool:
        """Whether it is for this school. A list that is named must hold the school."""
        return (
            (not self.phases or school.phase in self.phases)
            and (not self.types or school.type in self.types)
            and (not self.clusters or school.cluster in self.clusters)
            and (not self.trusts or school.trust in self.trusts)
            and (not self.lists or not self.lists.isdisjoint(on_lists))
            and (not self.schools or school.urn in self.schools)
        )


EVERYBODY = ForWhom()
