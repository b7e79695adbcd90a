"""What is one rule, and how is it written?

A Rule is data: the findings it listens to, how loudly it speaks when, its words, the clause it
rests on, what the sender can do, and example drafts that prove it. It holds no pattern.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from types import MappingProxyType
from typing import Any

from app.domain.finding import Confidence
from app.domain.verdict import Action, Clause, Mode, Severity
from app.policy.condition import Condition, condition_from
from app.policy.nodes import Node

TITLE_MAX = 60
MESSAGE_MAX = 300
QUOTE_WORDS_MAX = 15

ACTION_KINDS = frozenset(
    """add-subject ask-communications-team ask-head check-recipient configure contact-local-officer
    delay-send explain link-instead-of-attachment meet-instead move-to-bcc move-to-cc move-to-to none
    phone-instead record redact remove report reword route-to-bulletin send-as-is sign-policy
    trim-recipients use-secure-channel""".split()  # noqa: SIM905 - a closed list reads best as words
)
EXAMPLE_KEYS = frozenset(
    """name subject body html at from from_name to cc bcc attachments reply importance moment tones
    names reader sent_before item""".split()  # noqa: SIM905 - a closed list reads best as words
)


@dataclass(frozen=True, slots=True)
class Step:
    """One severity and the conditions under which it applies; none means always."""

    severity: Severity
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says; {fact} stands for a fact of the finding or the draft."""

    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. The first step whose conditions all hold decides; none holds, and it is silent.

    `listens` names findings, or every finding of a check as ``check/*``; `confidence` is the least
    needed. `flags` and `passes` are example drafts. `line` is where the rule starts in its file.
    `says` holds closer words for some of the findings; `words_for` picks. `is_reviewed` when a person looks
    at what it stopped, and at what was sent all the same.
    """

    id: str
    listens: tuple[str, ...]
    confidence: Confidence
    steps: tuple[Step, ...]
    mode: Mode
    title: str
    message: str
    clause: Clause
    actions: tuple[Action, ...]
    flags: tuple[Mapping[str, Any], ...]
    passes: tuple[Mapping[str, Any], ...]
    line: int
    says: Mapping[str, Words] = field(default_factory=dict)
    is_reviewed: bool = False

    def hears(self, finding: str) -> bool:
        """Whether the rule listens to a finding id."""
        return finding in self.listens or f"{finding.partition('/')[0]}/*" in self.listens

    def words_for(self, finding: str) -> Words:
        """The words that fit a finding id best."""
        return self.says.get(finding) or Words(self.title, self.message)

    @property
    def facts_asked(self) -> frozenset[str]:
        """The facts that the conditions compare."""
        return frozenset(condition.fact for step in self.steps for condition in step.when)

    @property
    def facts_told(self) -> frozenset[str]:
        """The facts that the words quote."""
        said = (Words(self.title, self.message), *self.says.values())
        return frozenset().union(*(_placeholders(w.title) | _placeholders(w.message) for w in said))


_RULE_FIELDS = frozenset(
    {"id", "listens", "confidence", "severity", "mode", "title", "message"}
    | {"clause", "actions", "flags", "passes"}
)
_SEVERITIES = {s.value: s for s in Severity if s is not Severity.CLEAR}
_KEBAB = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
LINKS = ("mailto:", "tel:", "https://")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a rule may refer to in its own pack."""

    pack: str
    title: str
    links: Mapping[str, str]
    numbers: Mapping[str, int | float]


def rule_from(node: Node, around: Surroundings) -> Rule:
    """The rule that one entry of `rules` holds."""
    fields = node.mapping(_RULE_FIELDS, frozenset({"says", "review"}))
    listens = _listens(fields["listens"])
    general = Words(_words(fields["title"], TITLE_MAX), _words(fields["message"], MESSAGE_MAX))
    return Rule(
        id=id_from(fields["id"]),
        listens=listens,
        confidence=fields["confidence"].one_of({c.value: c for c in Confidence}),
        steps=_steps(fields["severity"], around.numbers),
        mode=fields["mode"].one_of({m.value: m for m in Mode}),
        title=general.title,
        message=general.message,
        clause=clause_from(fields["clause"], around.pack, around.title),
        actions=tuple(_action(entry, around.links) for entry in fields["actions"].items()),
        flags=_examples(fields["flags"]),
        passes=_examples(fields["passes"]),
        line=node.line,
        says=_says(fields["says"], listens, general) if "says" in fields else {},
        is_reviewed="review" in fields and fields["review"].truth(),
    )


def id_from(node: Node) -> str:
    """An id: small letters, digits and hyphens."""
    words = node.text()
    if not set(words) <= _KEBAB or not words[0].isalpha():
        node.fail(f"{words!r} is no id; use small letters, digits and hyphens, as in no-bulk-to-schools")
    return words


def _listens(node: Node) -> tuple[str, ...]:
    entries = list(node.items()) if node.is_list else [node]
    if not entries:
        node.fail("name at least one finding, as in identifiers/nhs-number")
    for entry in entries:
        check, slash, kind = entry.text().partition("/")
        if not (check and slash and set(check) <= _KEBAB and kind and (kind == "*" or set(kind) <= _KEBAB)):
            entry.fail("name a finding as check/kind, or every finding of a check as check/*")
    return tuple(entry.text() for entry in entries)


def _steps(node: Node, numbers: Mapping[str, int | float]) -> tuple[Step, ...]:
    if not node.is_list:
        return (Step(node.one_of(_SEVERITIES)),)
    steps: list[Step] = []
    for entry in node.items():
        if steps and not steps[-1].when:
            entry.fail("the step above applies always, so this one never does; move it up or remove it")
        steps.append(_step(entry, numbers))
    if not steps:
        node.fail(f"give at least one step, or one of: {', '.join(_SEVERITIES)}")
    return tuple(steps)


def _step(node: Node, numbers: Mapping[str, int | float]) -> Step:
    if not node.is_mapping:
        return Step(node.one_of(_SEVERITIES))
    entries = node.entries()
    if len(entries) != 1:
        node.fail('a step is one severity with its conditions, as in `warn: {schools: ">= 2"}`')
    name, when = next(iter(entries.items()))
    if name not in _SEVERITIES:
        when.fail(f"{name!r} is no severity; use one of: {', '.join(_SEVERITIES)}")
    conditions = tuple(_condition(fact, entry, numbers) for fact, entry in when.entries().items())
    return Step(_SEVERITIES[name], conditions)


def _condition(fact: str, node: Node, numbers: Mapping[str, int | float]) -> Condition:
    try:
        condition = condition_from(fact, node.value())
    except ValueError as error:
        node.fail(str(error))
    if condition.number and condition.number not in numbers:
        known = ", ".join(numbers) or "none yet"
        node.fail(f"{condition.number!r} is no number of this pack; add it under `numbers` (there: {known})")
    return condition


def _words(node: Node, most: int) -> str:
    words = " ".join(node.text().split())
    if len(words) > most:
        node.fail(f"{len(words)} characters; say it in {most} or fewer")
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        node.fail("a brace stands alone; write {fact} for a fact, {{ or }} for a brace")
    for _, name, form, conversion in parts:
        if name is not None and (not name.isidentifier() or form or conversion):
            node.fail(
                f"{{{name}}} is no fact; write only the name of a fact between braces, as in {{schools}}"
            )
    return words


def _says(node: Node, listens: tuple[str, ...], general: Words) -> Mapping[str, Words]:
    found = {}
    for finding, entry in node.entries().items():
        if finding not in listens:
            entry.fail(f"the rule does not listen to it; use one of: {', '.join(listens)}")
        said = entry.mapping(frozenset(), frozenset({"title", "message"}))
        found[finding] = Words(
            _words(said["title"], TITLE_MAX) if "title" in said else general.title,
            _words(said["message"], MESSAGE_MAX) if "message" in said else general.message,
        )
    return MappingProxyType(found)


def _placeholders(words: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name)


def clause_from(node: Node, pack: str, title: str) -> Clause:
    """The words of the source that a rule or a channel rests on."""
    fields = node.mapping(frozenset({"section", "quote"}))
    quote = " ".join(fields["quote"].text().split())
    if len(quote.split()) > QUOTE_WORDS_MAX:
        fields["quote"].fail(f"{len(quote.split())} words; quote {QUOTE_WORDS_MAX} or fewer")
    return Clause(pack, fields["section"].text(), quote, title)


def _action(node: Node, links: Mapping[str, str]) -> Action:
    fields = node.mapping(frozenset({"kind", "label"}), frozenset({"href", "contact", "by_hand"}))
    kind = fields["kind"].one_of({kind: kind for kind in sorted(ACTION_KINDS)})
    href = fields["href"].text() if "href" in fields else ""
    if href and not href.startswith(LINKS):
        fields["href"].fail(f"a link starts with one of: {', '.join(LINKS)}")
    if "contact" in fields:
        if href:
            fields["href"].fail("the contact already has a link; remove one of the two")
        href = fields["contact"].one_of(links)
    by_hand = fields["by_hand"].truth() if "by_hand" in fields else False
    return Action(kind, fields["label"].text(), href, by_hand)


def _examples(node: Node) -> tuple[Mapping[str, Any], ...]:
    found = [MappingProxyType(_example(entry)) for entry in node.items()]
    if not found:
        node.fail("give at least one example draft, so that the rule is proved")
    return tuple(found)


def _example(node: Node) -> dict[str, Any]:
    return {name: entry.value() for name, entry in node.mapping(frozenset(), EXAMPLE_KEYS).items()}
