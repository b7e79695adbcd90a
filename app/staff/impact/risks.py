"""What could go wrong for people, and what stands against it here?

Each measure says whether it holds in this installation, by its settings of this moment; of some of them
Sendwell cannot know, and the organisation has to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.staff.notice import Notice

_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class Here:
    """What this installation is, as far as the risks depend on it.

    `late` names the kinds of data that were not deleted in time. `sign_in` is ``local`` where people only
    pick who they are.
    """

    notice: Notice
    sign_in: str
    rest_minutes: int
    confidential: int
    is_scanned: bool
    is_https: bool
    late: Sequence[str]
    stopping: int
    """Rules that can stop a mail."""
    least_people: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands against a risk. `holds` is None where only the organisation knows."""

    said: str
    holds: bool | None = True
    otherwise: str = ""

    @property
    def state(self) -> str:
        """In words."""
        if self.holds is None:
            return "To be confirmed"
        return "In place" if self.holds else f"Not in place: {self.otherwise}"


@dataclass(frozen=True, slots=True)
class Risk:
    """What could go wrong, for whom, and what stands against it."""

    title: str
    harm: str
    measures: Sequence[Measure]

    @property
    def missing(self) -> Sequence[Measure]:
        """What does not hold here."""
        return [measure for measure in self.measures if measure.holds is False]

    @property
    def left(self) -> str:
        """What is left of it."""
        if self.missing:
            missing = len(self.missing)
            verb = "is" if missing == 1 else "are"
            return f"To be decided: {missing} of {len(self.measures)} measures {verb} not in place."
        open_ones = sum(measure.holds is None for measure in self.measures)
        if open_ones:
            what = "1 more measure is" if open_ones == 1 else f"{open_ones} more measures are"
            return f"Low, once {what} confirmed."
        return "Low."


def risks(here: Here) -> tuple[Risk, ...]:
    """Every risk, with the measures as they stand."""
    return (
        *_of_watching(here),
        _of_wrong_warnings(here),
        *_of_keeping(here),
        _of_sign_in(here),
        *_of_others(here),
    )


def _of_watching(here: Here) -> tuple[Risk, ...]:
    told = here.notice
    return (
        Risk(
            "People feel watched, or are judged by what they write",
            "Staff write less freely, or go to private channels; trust is lost.",
            (
                Measure("No word of a mail is kept, but what its sender chooses to attach to a case."),
                Measure("Nobody watches: drafts are looked at in memory, and forgotten at once."),
                Measure("No score, list or ranking of people exists; there is no search by person."),
                Measure(f"Figures are of {here.least_people} people or more, and of weeks that are over."),
                Measure(
                    f"Only {told.reviewed} rules leave anything for a person to look at: kinds, no words."
                ),
                Measure("Whoever is looked at reads who looked, when and for what."),
                Measure("The monitoring notice is public, and made from the live settings."),
            ),
        ),
        Risk(
            "Mail in confidence is noticed",
            "Somebody who tells of a wrong, or of a child in danger, is found out.",
            (
                Measure(
                    "Mail to addresses for what is said in confidence is never scored nor flagged.",
                    holds=here.confidential > 0,
                    otherwise="no such addresses are set.",
                ),
                Measure(f"{told.off_the_record} sorts of finding are left out of every record."),
            ),
        ),
    )


def _of_wrong_warnings(here: Here) -> Risk:
    return Risk(
        "A warning is wrong, and keeps somebody from their work",
        "Urgent mail is late; people learn to ignore warnings.",
        (
            Measure("“This is wrong” takes one click, and a rule that is often wrong steps itself down."),
            Measure("Every rule carries how often it was right, shown to those it interrupts."),
            Measure(f"{here.stopping} rules can stop a mail, and each says what would let it go."),
            Measure("When the service does not answer, mail is not stopped."),
            Measure("No decision about a person is made by a machine."),
        ),
    )


def _of_keeping(here: Here) -> tuple[Risk, ...]:
    late = ", ".join(here.late)
    return (
        Risk(
            "Something is kept longer than was said",
            "Old records are used for what nobody agreed to.",
            (
                Measure("Each kind of data has a period, which is a setting."),
                Measure(
                    "What is past its time is deleted every day, and it is noted what went.",
                    holds=not here.late,
                    otherwise=f"nothing was deleted lately of {late}.",
                ),
                Measure("What is held as evidence has a reason, an owner and a day to look at it again."),
            ),
        ),
        Risk(
            "The database or a backup is stolen",
            "Who wrote when, and which rules spoke, gets known; addresses of schools are misused.",
            (
                Measure("Senders are codes that only this installation can make."),
                Measure("Addresses of schools, and senders of flagged mail, lie sealed."),
                Measure("The keys are in files, never in the database."),
                Measure("Backups of the keys are kept apart from those of the database.", holds=None),
            ),
        ),
        Risk(
            "Somebody changes or deletes what was written down",
            "A look at somebody's case, or a decision, is hidden.",
            (
                Measure("The journal is signed, and a program apart from the service verifies it."),
                Measure("A head of the journal is kept somewhere else.", holds=None),
            ),
        ),
    )


def _of_sign_in(here: Here) -> Risk:
    return Risk(
        "Somebody comes in as somebody else",
        "They read what is held about another, or change the policy.",
        (
            Measure(
                "People sign in with the organisation's own sign-in.",
                holds=here.sign_in != "local",
                otherwise="people only pick who they are, which is for trying it out.",
            ),
            Measure(
                "Pages are served by HTTPS.",
                holds=here.is_https,
                otherwise="no address with https is set for the pages.",
            ),
            Measure(
                f"Who opens no page for {here.rest_minutes} minutes is signed out.",
                holds=here.rest_minutes <= _AN_HOUR,
                otherwise="that is longer than an hour.",
            ),
            Measure("Each page opens for one role, and no role contains another."),
        ),
    )


def _of_others(here: Here) -> tuple[Risk, ...]:
    return (
        Risk(
            "A file for one person tells of another",
            "Somebody learns what was said about, or by, somebody else.",
            (
                Measure("What tells of others is left out, unless a second administrator lets it go along."),
                Measure("What was said in confidence is never in the file; it says so, and whom to ask."),
                Measure("The person reads who asked, who agreed and who took the file."),
            ),
        ),
        Risk(
            "A document on the website does harm",
            "A school opens a file with a virus in it.",
            (
                Measure(
                    "Documents are looked at by a virus scanner.",
                    holds=here.is_scanned,
                    otherwise="none is set.",
                ),
            ),
        ),
        Risk(
            "Language models read some people's writing wrongly",
            "Dialect, or a second language, is taken for a bad tone.",
            (
                Measure("The models run on the organisation's own computer; nothing is sent out."),
                Measure("What they suppose is said as advice, with how sure they are."),
                Measure("Accuracy is counted by rule, and no rule keeps its voice when it is often wrong."),
            ),
        ),
    )
