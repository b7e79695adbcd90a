"""Which lists of people and schools does this installation keep?"""

from datetime import timedelta
from functools import cached_property

from app.adapters.store.directory import SqlDirectory
from app.adapters.store.directory_shelf import SqlImportShelf
from app.adapters.store.postings import SqlPostings
from app.adapters.store.school_book import SqlSchoolBook
from app.adapters.store.signatures import SqlSignatures
from app.adapters.store.staff import SqlStaffList
from app.adapters.store.subscriptions import SqlSubscriptions
from app.directory.subscription_lists import SubscriptionDesk
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
        return SqlDirectory(self._ground.engine, self._ground.keys, journal=self._ground.journal)

    @cached_property
    def school_book(self) -> SqlSchoolBook:
        """The schools of the directory in numbers."""
        return SqlSchoolBook(self._ground.engine, self._ground.journal)

    @cached_property
    def lists(self) -> SubscriptionDesk:
        """The subscription lists."""
        ground = self._ground
        return SubscriptionDesk(SqlSubscriptions(ground.engine, ground.journal), ground.clock)

    @cached_property
    def import_shelf(self) -> SqlImportShelf:
        """Imports that are looked at."""
        return SqlImportShelf(self._ground.engine, self._ground.keys)

    @cached_property
    def staff(self) -> SqlStaffList:
        """Who works here."""
        return SqlStaffList(self._ground.engine, self._ground.journal)

    @cached_property
    def signatures(self) -> SqlSignatures:
        """Who signed which version of the policy."""
        return SqlSignatures(self._ground.engine, self._ground.journal)

    @cached_property
    def postings(self) -> SqlPostings:
        """Who may post on behalf of whom."""
        return SqlPostings(self._ground.engine, self._ground.journal)

    def forget_old(self) -> int:
        """Delete leavers from the staff list, and what the registers need not keep any longer."""
        now = self._ground.clock.now()
        too_old = now - timedelta(days=self._ground.settings.keep_staff_days)
        left = self.staff.forget_left(in_london(now).date())
        here = [member.address for member in self.staff.everyone()]
        gone = self.directory.forget_old(now) + self.school_book.forget_before(too_old)
        gone += self.lists.store.forget_before(in_london(too_old).date())
        gone += self.signatures.forget_before(too_old, here) + self.postings.forget_before(too_old)
        return left + gone
