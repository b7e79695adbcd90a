"""What would a changed rule do: to sample drafts, and to the drafts of the past?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from app.compose.compare_policies import compare_policies
from app.domain.draft import Draft, Moment
from app.domain.verdict import Severity, Verdict
from app.policy.linting.wording import LONG_MESSAGE, READING_AGE, about_words, message_age
from app.policy.pack import Pack, Rule
from app.policy.policy import Policy
from app.policy_owner.example_drafts import ORDINARY, draft_from
from app.web.owner.room import PolicyRoom

EXAMPLES_MAX = 6
_NOTES: Mapping[str, str] = {
    "sent_before": "It is about mails sent before, which a preview does not have.",
    "tones": "In its test the scores are given by hand; the model here reads these words otherwise.",
    "names": "In its test the names are given by hand; the model here reads these words otherwise.",
}
FLAGS, PASSES, EVERYDAY = "flags", "passes", "everyday"


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule has to say about one draft. `how`: shown, beside, counted or silent."""

    how: str
    severity: Severity = Severity.CLEAR
    title: str = ""
    message: str = ""
    other: str = ""
    """The rule on whose card it stands as a further citation."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A draft with what the rule says before and after the change."""

    kind: str
    to: str
    subject: str
    body: str
    before: Said
    after: Said
    note: str = ""
    """Why a preview may find an example other than its test does."""

    @property
    def is_changed(self) -> bool:
        """Whether anybody would notice."""
        return self.before != self.after

    @property
    def is_as_meant(self) -> bool:
        """Whether the rule speaks where it must, and is silent where it must be."""
        return (self.after.how != "silent") is (self.kind == FLAGS)


@dataclass(frozen=True, slots=True)
class Hint:
    """About one message of the rule: how long it is and how hard to read."""

    message: str
    length: int
    age: int

    @property
    def is_short(self) -> bool:
        """Whether it is as short as we aim for."""
        return self.length <= LONG_MESSAGE

    @property
    def is_plain(self) -> bool:
        """Whether it is as easy as we aim for."""
        return self.age <= READING_AGE


def samples(room: PolicyRoom, rule: Rule, policies: tuple[Policy, Policy]) -> list[Sample]:
    """The rule's own examples and a few ordinary drafts, judged by both policies."""
    found = []
    for kind, example, draft in _drafts(rule):
        before, after = (
            said_by(rule.id, verdict)
            for verdict in compare_policies(draft, Moment.COMPOSE, room.around, policies)
        )
        note = next((said for key, said in _NOTES.items() if key in example), "")
        found.append(Sample(kind, *_told(example), before, after, note))
    return found


def hints(pack: Pack, rule: Rule) -> tuple[list[Hint], list[str]]:
    """How long and how hard each message is, and what the lint says of the words."""
    messages = dict.fromkeys([rule.message, *(words.message for words in rule.says.values())])
    told = [Hint(message, len(message), round(message_age(message))) for message in messages]
    return told, [remark.message for remark in about_words(pack, rule)]


def said_by(rule: str, verdict: Verdict) -> Said:
    """What a rule says in a verdict."""
    for advice in verdict.advice:
        if advice.rule == rule:
            return Said("shown", advice.severity, advice.title, advice.message)
    for advice in verdict.advice:
        if any(citation.rule == rule for citation in advice.also):
            return Said("beside", advice.severity, advice.title, advice.message, advice.rule)
    for advice in verdict.trial:
        if advice.rule == rule:
            return Said("counted", advice.severity, advice.title, advice.message)
    return Said("silent")


def _drafts(rule: Rule) -> Iterator[tuple[str, Mapping[str, Any], Draft]]:
    for kind, examples in ((FLAGS, rule.flags), (PASSES, rule.passes), (EVERYDAY, ORDINARY)):
        for example in islice(examples, EXAMPLES_MAX):
            try:
                yield kind, example, draft_from(example)
            except (ValueError, TypeError):
                continue  # an uploaded example may hold what nobody can read; the tests of packs say so


def _told(example: Mapping[str, Any]) -> tuple[str, str, str]:
    """To whom, about what, and the words, as the example was written."""
    to = [str(p.get("address") or p.get("name")) if isinstance(p, Mapping) else str(p) for p in _to(example)]
    body = str(example.get("body") or example.get("html") or "")
    return ", ".join(to) or "nobody yet", str(example.get("subject", "Autumn term")), body


def _to(example: Mapping[str, Any]) -> Sequence[Any]:
    return [one for name in ("to", "cc", "bcc") for one in example.get(name, ())]
