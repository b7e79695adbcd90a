"""What must people be told about the checks: what is looked at, what is kept, how long, and who can see it?

Made from the tables that are really there, the settings and the policy in force: true by how it is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.checks import CHECKS, OFF_THE_RECORD
from app.domain.verdict import Clause, Mode
from app.policy.laws import LawList
from app.policy.policy import Policy
from app.staff.kept.kept import About, Kept
from app.staff.what_is_kept import described


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What this installation really is.

    `tables` are those of the database with their columns; `settings` those that say how long something is
    kept; `sources` the written policies by document; `clauses` what they say about watching and privacy.
    """

    tables: Mapping[str, Sequence[str]]
    settings: Mapping[str, object]
    sources: Mapping[str, str]
    clauses: Sequence[Clause]
    laws: LawList
    is_local: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice. `kept` goes by whom it is about; `who_sees` is a role and what it can see."""

    policies: tuple[str, ...]
    checks: tuple[str, ...]
    rules: Mapping[Mode, int]
    off_the_record: int
    kept: tuple[tuple[Kept, str], ...]
    who_sees: tuple[tuple[str, str], ...]
    clauses: tuple[Clause, ...]
    laws: tuple[str, ...]
    contacts: tuple[tuple[str, str], ...]

    def about(self, *whom: About) -> tuple[tuple[Kept, str], ...]:
        """The tables about somebody, each with how long it is kept."""
        return tuple((kept, how_long) for kept, how_long in self.kept if kept.about in whom)


def notice(policy: Policy, facts: NoticeFacts) -> Notice:
    """The notice of this installation, now."""
    modes = [rule.mode for pack in policy.packs for rule in pack.rules]
    text = " ".join(" ".join(facts.sources.get(pack.document, "").split()) for pack in policy.packs)
    people = [pack.contacts["data-protection"] for pack in policy.packs if "data-protection" in pack.contacts]
    return Notice(
        policies=tuple(pack.title for pack in policy.packs),
        checks=tuple(check.id.replace("-", " ") for check in CHECKS),
        rules={mode: modes.count(mode) for mode in Mode},
        off_the_record=len(OFF_THE_RECORD),
        kept=_kept(facts),
        who_sees=_who_sees(is_local=facts.is_local),
        clauses=tuple(facts.clauses),
        laws=laws_named(text, facts.laws),
        contacts=tuple(dict.fromkeys((who.name, who.href) for who in people)),
    )


def what_is_told(facts: NoticeFacts) -> tuple[str, ...]:
    """What is kept and how long, to tell one notice from another; other wording is no other notice."""
    return tuple(f"{kept.table}: {', '.join(kept.columns)}: {long}" for kept, long in _kept(facts))


def laws_named(text: str, laws: LawList) -> tuple[str, ...]:
    """The laws that a text names, under the names and years that they have today."""
    said = text.casefold()
    found = [
        law for law in laws.laws if any(f" {name.casefold()}" in f" {said}" for name in (law.name, *law.also))
    ]
    return tuple(dict.fromkeys(f"{law.name} {_years(law.years, law.replaced)}".strip() for law in found))


def _kept(facts: NoticeFacts) -> tuple[tuple[Kept, str], ...]:
    return tuple((kept, kept.how_long_here(facts.settings)) for kept in described(facts.tables))


def _years(years: Sequence[int], replaced: Mapping[int, str]) -> str:
    standing = [year for year in years if year not in replaced]
    return str(max(standing)) if standing else ""


def _who_sees(*, is_local: bool) -> tuple[tuple[str, str], ...]:
    """The roles that there are. Nobody can open what is about another’s mail: there is no such page."""
    if not is_local:
        closed = "The pages with names on them are closed until sign-in is set up."
        return (("Nobody, through Sendwell", closed), _WHO_RUNS_IT)
    return (
        ("You", "Everything that is held about you, on the page “What is held about you”, at any time."),
        (
            "Whoever keeps the registers",
            "The staff list, who has signed, and who may post. They see no mail and no checks of anybody.",
        ),
        (
            "Whoever keeps the policy",
            "The rules and their history, and how often each rule spoke: numbers only.",
        ),
        _WHO_RUNS_IT,
    )


_WHO_RUNS_IT = (
    "Whoever runs the computer",
    (
        "The database. In it, mail has no words and senders are codes. With the key file beside it, the code"
        " of a known address can be worked out. Both lie on that computer and nowhere else."
    ),
)
ABOUT_WATCHING = frozenset(
    {
        "monitoring-notice",
        "honest-privacy-wording",
        "monitoring-purpose-limit",
        "no-private-material-without-cause",
        "accountable-and-may-be-monitored",
    }
)
"""The clauses that say that work mail may be looked at, and why."""
NEVER = (
    "The words of a mail, its subject and its attachments",
    "Who a mail was to: only how many, and of what sort",
    "Names, numbers or passwords that were found in it",
    "What you typed and took out again",
    "Whether somebody opened or read a mail",
    "A score, a list or a ranking of people",
)
"""What no table has room for."""
