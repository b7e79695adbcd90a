"""What is in the room about staff?

The registers, where people sign, and what is needed to tell everybody what is kept of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.calendar import in_london
from app.domain.staff import StaffMember
from app.journal.look_at import JournalDesk
from app.policy.policy import Policy
from app.ports import Clock
from app.register_ports import StaffList
from app.retention.look_through import LookThrough
from app.staff.impact.risks import Here
from app.staff.notice import Notice
from app.staff.own_record import RegisterSources
from app.staff.policy_version import as_text
from app.staff.posting_register import PostingDesk
from app.staff.sign_off import SIGN_WITHIN_DAYS, Asked, SignOff, sign_off
from app.staff.sign_policy import SigningDesk


@dataclass(frozen=True, slots=True)
class StaffRoom:
    """Built once. `policy` and `notice` give those of this moment."""

    clock: Clock
    staff: StaffList
    signing: SigningDesk
    postings: PostingDesk
    held: RegisterSources
    policy: Callable[[], Policy]
    notice: Callable[[], Notice]
    retention: LookThrough
    here_now: Callable[[], Here]
    journal: JournalDesk

    @property
    def today(self) -> date:
        """The day in London."""
        return in_london(self.clock.now()).date()

    def asked(self) -> Asked:
        """What people are asked to sign; the cards are remembered from the first time that anybody asks."""
        policy, version, now = self.policy(), self.signing.version(), self.clock.now()
        edition = self.signing.signatures.edition(version.cards, as_text(policy), now)
        within = int(policy.number("sign_within_days", SIGN_WITHIN_DAYS))
        return Asked(version, in_london(edition.since).date(), self.today, within)

    def here(self) -> tuple[StaffMember, ...]:
        """Everybody on the list whose last day is not past; leavers are dropped from it."""
        self.staff.forget_left(self.today)
        return tuple(self.staff.everyone())

    def register(self) -> SignOff:
        """Who has signed and who has not, today."""
        return sign_off(self.here(), self.signing.signatures.all(), self.asked())
