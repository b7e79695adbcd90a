"""What becomes of a send that a rule flagged?

A reviewer claims its Case and gives a Decision. Where a person's conduct is in question it stops until the
senior person was asked. Every step is kept as a CaseMove.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.calendar import in_london
from app.domain.case_move import is_same, words_said, words_that_fit
from app.domain.case_notes import Consultation, Decision, Hold, Police, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.flagged import Flagged
from app.domain.item import Person
from app.domain.reveal import Attached, Reveal, RevealState, asked

WHOM_MAX = 200
HELD_AT_MOST = timedelta(days=366)
"""After this at the latest somebody looks whether a hold is still needed."""
ATTACHED_AT_MOST = 5
_WAS_CHANGED = "Somebody changed this case meanwhile. Look at it again."


class CaseState(StrEnum):
    """Where a case stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    WITH_SENIOR = "with-senior"
    """A person's conduct is in question; nothing is decided until the senior person was asked."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it stands. Whose mail it was is not in it: that is told to whoever opens it."""

    id: str
    flagged: Flagged
    at: datetime
    state: CaseState = CaseState.WAITING
    reviewer: Person | None = None
    consultation: Consultation | None = None
    wishes: Wishes | None = None
    hold: Hold | None = None
    """It is evidence of abuse: as long as this stands, nothing of the case is deleted."""
    attached: tuple[Attached, ...] = ()
    """What the sender chose to attach, oldest first; its words are not here."""
    reveal: Reveal | None = None
    """The newest wish to see what is attached; earlier ones are among the steps."""
    decision: Decision | None = None
    version: int = 1

    def claimed(self, by: Person) -> "Case":
        """Theirs from now on. Raises CaseError unless it waits for somebody."""
        if self.state is not CaseState.WAITING:
            raise CaseError("Somebody has claimed this case, or it is closed.")
        return self._to(state=CaseState.CLAIMED, reviewer=by)

    def let_go(self, by: Person) -> "Case":
        """Anybody's again. Raises CaseError unless it is theirs, and nobody's conduct is in question."""
        self._theirs(by)
        self._not_stopped()
        return self._to(state=CaseState.WAITING, reviewer=None, reveal=None)

    def handed_over(self, by: Person, to: Person) -> "Case":
        """Somebody else's. Raises CaseError unless it is theirs."""
        self._theirs(by)
        if to.address == by.address:
            raise CaseError("This case is yours already.", "to")
        return self._to(reviewer=to, reveal=None)

    def questioned(self, by: Person) -> "Case":
        """Stopped, because a person's conduct is in question. Raises CaseError unless it is theirs."""
        self._theirs(by)
        self._not_stopped()
        return self._to(state=CaseState.WITH_SENIOR, consultation=None, reveal=None)

    def advised(self, by: Person, at: datetime, whom: str, advice: str, day: date | None = None) -> "Case":
        """It goes on: the senior person was asked on that `day`, today if not said.

        Raises:
            CaseError: it had not stopped for that, something is not said, or the day is none on which they
                could have been asked.
        """
        self._theirs(by)
        if self.state is not CaseState.WITH_SENIOR:
            raise CaseError("This case did not stop for the senior person.")
        if len(whom) > WHOM_MAX:
            raise CaseError(f"Give a name of at most {WHOM_MAX} characters.", "whom")
        today = in_london(at).date()
        if not in_london(self.at).date() <= (day or today) <= today:
            raise CaseError("Give the day on which they were asked: since the send, and not to come.", "day")
        said = Consultation(words_said(whom, "whom"), words_said(advice, "advice"), by, at, day or today)
        return self._to(state=CaseState.CLAIMED, consultation=said)

    def decided(self, by: Person, at: datetime, ruling: Ruling, why: str = "") -> "Case":
        """Closed; what was attached goes, unless the case is held.

        Raises:
            CaseError: it is not theirs, it stopped for the senior person, a word to the sender is missing, it
                is passed on without the senior person having been asked, or nobody noted what a person harmed
                wants where that has to be known.
        """
        self._theirs(by)
        self._not_stopped()
        if ruling is Ruling.ESCALATE and self.consultation is None:
            raise CaseError("Ask the senior person first: press “Conduct is in question”.", "ruling")
        if self.needs_wishes(ruling) and self.wishes is None:
            raise CaseError("Note first what the person harmed wants, or that nobody was harmed.", "wishes")
        words = words_said(why, "why") if ruling is Ruling.COACH else words_that_fit(why, "why")
        decision, left = Decision(ruling, by, at, words), self.attached if self.hold else ()
        return self._to(state=CaseState.CLOSED, decision=decision, attached=left, reveal=None)

    def needs_wishes(self, ruling: Ruling | None = None) -> bool:
        """Whether it may not end like that before the wishes of the person harmed are known (004 §6)."""
        return self.hold is not None or self.consultation is not None or ruling is Ruling.ESCALATE

    def held(self, owner: Person, at: datetime, why: str, review_on: date) -> "Case":
        """Kept until somebody lifts it; held again, it has a new day to be looked at.

        Raises:
            CaseError: there is no reason, or the day is not within a year from now.
        """
        if not at.date() < review_on <= at.date() + HELD_AT_MOST:
            raise CaseError("Say when to look at it again: within a year from now.", "review_on")
        return self._to(hold=Hold(words_said(why, "hold_why"), owner, review_on, at))

    def lifted(self) -> "Case":
        """Kept no longer than any other. Raises CaseError when it was not held."""
        if self.hold is None:
            raise CaseError("Nothing holds this case.")
        return self._to(hold=None, attached=() if self.state is CaseState.CLOSED else self.attached)

    def is_due(self, today: date) -> bool:
        """Whether somebody has to look whether it must still be held."""
        return self.hold is not None and self.hold.review_on <= today

    def wished(self, wishes: Wishes) -> "Case":
        """With what the person harmed wants. Raises CaseError when it says nothing."""
        if not wishes.said.strip() and wishes.police is Police.NOT_ASKED:
            raise CaseError("Say what the person harmed wants, or whether they were asked.", "wishes")
        return self._to(wishes=Wishes(words_that_fit(wishes.said, "wishes"), wishes.police))

    def sender_asked(self, by: Person) -> "Case":
        """The sender was asked something. Raises CaseError unless it is theirs, and has not stopped."""
        self._theirs(by)
        self._not_stopped()
        return self._to()

    def with_attached(self, attached: Attached) -> "Case":
        """With something more that its sender attached. Raises CaseError: closed, or too much."""
        self._not_closed()
        if len(self.attached) >= ATTACHED_AT_MOST:
            raise CaseError(f"{ATTACHED_AT_MOST} texts are attached already.", "words")
        return self._to(attached=(*self.attached, attached))

    def taken_back(self) -> "Case":
        """Without all that its sender attached, seen or not. Raises CaseError for nothing, or evidence."""
        if not self.attached:
            raise CaseError("Nothing of yours is attached.")
        if self.hold is not None:
            raise CaseError("This is kept as evidence and cannot be taken back. Ask who holds it.")
        return self._to(attached=(), reveal=None)

    def reveal_asked(self, by: Person, at: datetime, why: str) -> "Case":
        """Somebody wants to see what is attached.

        Raises:
            CaseError: it is not theirs, it has stopped, nothing is attached, no reason is given, or the same
                was asked already.
        """
        self._theirs(by)
        self._not_stopped()
        if not self.attached:
            raise CaseError("The sender attached nothing, so there is nothing to show. You can ask them.")
        if self.reveal is not None and self.reveal.is_running(at):
            raise CaseError("You have asked for this already.", "reveal_why")
        return self._to(reveal=asked(by, at, why))

    def reveal_answered(self, by: Person, at: datetime, sender: Person | None, *, is_agreed: bool) -> "Case":
        """The second person's answer. Raises CaseError when nothing is asked, or it is none of theirs."""
        reveal = self._wanted()
        return self._to(reveal=reveal.answered(by, at, sender, is_agreed=is_agreed))

    def shown(self, by: Person, at: datetime) -> "Case":
        """They look, from now on for a quarter of an hour. Raises CaseError unless that was agreed to."""
        self._theirs(by)
        return self._to(reveal=self._wanted().shown(by, at))

    def shows_to(self, by: Person, now: datetime) -> bool:
        """Whether this person may see what is attached, at this moment."""
        if self.state is not CaseState.CLAIMED or self.reveal is None or not is_same(self.reviewer, by):
            return False
        return is_same(self.reveal.by, by) and self.reveal.state(now) is RevealState.SHOWN

    def _wanted(self) -> Reveal:
        self._not_closed()
        self._not_stopped()
        if self.reveal is None:
            raise CaseError(_WAS_CHANGED)
        return self.reveal

    def _not_closed(self) -> None:
        if self.state is CaseState.CLOSED:
            raise CaseError("This case is closed.")

    def _theirs(self, by: Person) -> None:
        self._not_closed()
        if self.reviewer is None or self.reviewer.address != by.address:
            raise CaseError("Claim this case first; whoever claimed it decides.")

    def _not_stopped(self) -> None:
        if self.state is CaseState.WITH_SENIOR:
            raise CaseError("This case has stopped until the senior person was asked.", "whom")

    def _to(self, **changed: object) -> "Case":
        return replace(self, version=self.version + 1, **changed)  # type: ignore[arg-type]  # fields by name
