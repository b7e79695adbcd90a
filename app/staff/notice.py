"""What must people be told about the checks: what is looked at, what is kept, how long, and who can see it?

Made from the tables that are really there, the settings and the policy in force: true by how it is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import re2

from app.checks import CHECKS, OFF_THE_RECORD
from app.domain.verdict import Clause, Mode, Severity
from app.policy.laws import Law, LawList
from app.policy.policy import Policy
from app.policy.rule import Rule
from app.staff.kept.kept import About, Kept
from app.staff.kept.readers import ABOUT_ROLES, NAMES
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


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice. `kept` goes by whom it is about; `who_sees` is a role and what it can see."""

    policies: tuple[str, ...]
    checks: tuple[str, ...]
    """The question that each of them asks."""
    holding: int
    """How many rules may ask somebody to stop and look before a mail goes."""
    advising: int
    on_trial: int
    reviewed: int
    """How many rules leave what they stopped, or what was sent all the same, for a person to look at."""
    off_the_record: int
    kept: tuple[tuple[Kept, str], ...]
    who_sees: tuple[tuple[str, str], ...]
    clauses: tuple[Clause, ...]
    laws: tuple[str, ...]
    contacts: tuple[tuple[str, str], ...]
    asks_exchange: bool = False
    """Whether Exchange is asked about the readers of drafts, in the name of whoever writes."""

    def about(self, *whom: About) -> tuple[tuple[Kept, str], ...]:
        """The tables about somebody, each with how long it is kept."""
        return tuple((kept, how_long) for kept, how_long in self.kept if kept.about in whom)


def notice(policy: Policy, facts: NoticeFacts) -> Notice:
    """The notice of this installation, now."""
    rules = [rule for pack in policy.packs for rule in pack.rules]
    shown = [rule for rule in rules if rule.mode is not Mode.TRIAL]
    holding = [rule for rule in shown if _may_hold(rule)]
    text = " ".join(" ".join(facts.sources.get(pack.document, "").split()) for pack in policy.packs)
    people = [pack.contacts["data-protection"] for pack in policy.packs if "data-protection" in pack.contacts]
    return Notice(
        policies=tuple(pack.title for pack in policy.packs),
        checks=tuple(check.question for check in CHECKS),
        holding=len(holding),
        advising=len(shown) - len(holding),
        on_trial=len(rules) - len(shown),
        reviewed=sum(rule.is_reviewed for rule in holding),
        off_the_record=len(OFF_THE_RECORD),
        kept=_kept(facts),
        who_sees=_WHO_SEES + (_WITH_EXCHANGE if _asks_exchange(facts) else ()),
        clauses=tuple(facts.clauses),
        laws=laws_named(text, facts.laws),
        contacts=tuple(dict.fromkeys((who.name, who.href) for who in people)),
        asks_exchange=_asks_exchange(facts),
    )


def what_is_told(facts: NoticeFacts) -> tuple[str, ...]:
    """What is kept and how long, to tell one notice from another; other wording is no other notice."""
    return tuple(f"{kept.table}: {', '.join(kept.columns)}: {long}" for kept, long in _kept(facts))


def _asks_exchange(facts: NoticeFacts) -> bool:
    return facts.settings.get("exchange_facts") is True


def _may_hold(rule: Rule) -> bool:
    """A rule in warn mode never holds a mail, and neither does one that only informs."""
    return rule.mode is Mode.ENFORCE and any(step.severity >= Severity.WARN for step in rule.steps)


def laws_named(text: str, laws: LawList) -> tuple[str, ...]:
    """The laws that a text names; what replaced one, where something did; no year when it has a wrong one."""
    by_name = {name.casefold(): law for law in laws.laws for name in (law.name, *law.also)}
    if not by_name:
        return ()
    names = "|".join(re2.escape(name) for name in sorted(by_name, key=len, reverse=True))
    named = re2.compile(rf"(?i)\b({names})s?\b(?:\s+\([A-Z]{{2,8}}\))?,?(?:\s+((?:19|20)\d\d))?")
    found = (_law_today(by_name[m[1].casefold()], int(m[2] or 0)) for m in named.finditer(text))
    return tuple(sorted(dict.fromkeys(found)))


def _law_today(law: Law, year: int) -> str:
    if year in law.replaced:
        return law.replaced[year]
    return f"{law.name} {year}" if year in law.years else law.name


def _kept(facts: NoticeFacts) -> tuple[tuple[Kept, str], ...]:
    return tuple((kept, kept.how_long_here(facts.settings)) for kept in described(facts.tables))


_WHO_SEES = (
    *((NAMES[role], ABOUT_ROLES[role]) for role in NAMES),
    (
        "Whoever runs the computer",
        (
            "The database. In it, mail has no words and senders are codes. With the key file beside it, the"
            " code of a known address can be worked out. Both lie on that computer and nowhere else."
        ),
    ),
)
"""Nobody can open another’s mail: it is not kept."""
_WITH_EXCHANGE = (
    (
        "Whoever runs the computer, as Exchange is asked",
        (
            "With the database and the key file together, and for an hour or so after you wrote: the leave to"
            " read your mail that Microsoft gives with these facts. Sendwell makes no use of it."
        ),
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
    "The words of a mail, its subject and its attachments; only what you attach to a flagged send yourself",
    "Who a mail was to: only how many, and of what sort",
    "Names, numbers or passwords that were found in it",
    "What you typed and took out again",
    "Whether somebody opened or read a mail",
    "A score, a list or a ranking of people",
)
"""What no table has room for; and the one exception, which is the sender’s own choice."""
