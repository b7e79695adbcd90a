"""Which lists of people and schools does this installation keep?"""

from datetime import timedelta
from functools import cached_property

from app.adapters.store.directory import SqlDirectory
from app.adapters.store.postings import SqlPostings
from app.adapters.store.signatures import SqlSignatures
from app.adapters.store.staff import SqlStaffList
from app.domain.calendar import in_london
from app.wiring.ground import Ground


class Registers:
    """The directory of schools and the registers of the staff."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    @cached_property
    def directory(self) -> SqlDirectory:
        """The private directory of schools."""
        return SqlDirectory(self._ground.engine, self._ground.key)

    @cached_property
    def staff(self) -> SqlStaffList:
        """Who works here."""
        return SqlStaffList(self._ground.engine)

    @cached_property
    def signatures(self) -> SqlSignatures:
        """Who signed which version of the policy."""
        return SqlSignatures(self._ground.engine)

    @cached_property
    def postings(self) -> SqlPostings:
        """Who may post on behalf of whom."""
        return SqlPostings(self._ground.engine)

    def forget_old(self) -> int:
        """Delete leavers from the staff list, and what the registers need not keep any longer."""
        now = self._ground.clock.now()
        too_old = now - timedelta(days=self._ground.settings.keep_staff_days)
        left = self.staff.forget_left(in_london(now).date())
        here = [member.address for member in self.staff.everyone()]
        return left + self.signatures.forget_before(too_old, here) + self.postings.forget_before(too_old)
