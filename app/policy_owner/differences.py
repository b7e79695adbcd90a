"""What is different between two versions of a pack, in words?

Field by field, old and new, for whoever reads the history; not a comparison of lines.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from app.domain.verdict import Action, Clause, Mode, Severity
from app.policy.condition import Condition, Operator
from app.policy.pack import Contact, Pack, Rule, Step
from app.policy.rule import Words
from app.policy_owner.fact_words import is_so, named, valued

_NAMES: Mapping[str, str] = {
    "listens": "what it listens to",
    "confidence": "how sure it must be",
    "steps": "how serious it is",
    "mode": "how loud it is",
    "title": "title",
    "message": "message",
    "clause": "quoted clause",
    "actions": "what the sender can do",
    "flags": "examples on which it must speak",
    "passes": "examples on which it must stay silent",
    "says": "words for single findings",
    "is_reviewed": "whether a person looks at what it flags",
    "review_by": "review by",
    "document": "source document",
    "causes": "what shares a card",
    "staff_cards": "cards that staff read",
}
_MODES: Mapping[Mode, str] = {Mode.TRIAL: "on trial", Mode.WARN: "shown", Mode.ENFORCE: "enforced"}
_SEVERITIES: Mapping[Severity, str] = {
    Severity.INFO: "a note",
    Severity.WARN: "a warning",
    Severity.JUSTIFY: "asks for a reason",
    Severity.BLOCK: "must be taken out",
}
_UNSEEN = frozenset({"line"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one thing. `thing` is a rule's id, or empty for the pack; `old` or `new` may be empty."""

    thing: str
    field: str
    old: str
    new: str


def differences(before: Pack, after: Pack) -> tuple[Difference, ...]:
    """Everything that a person would notice, the pack's own fields first."""
    return (*_of_pack(before, after), *_of_rules(before, after))


def _of_pack(before: Pack, after: Pack) -> Iterator[Difference]:
    for one in fields(Pack):
        old, new = getattr(before, one.name), getattr(after, one.name)
        if one.name == "rules" or old == new:
            continue
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            for key in dict.fromkeys((*old, *new)):
                was, now = _plain(old.get(key)), _plain(new.get(key))
                if was != now:
                    yield Difference("", f"{_name(one.name)}: {_plain(key)}", was, now)
        elif _plain(old) != _plain(new):
            yield Difference("", _name(one.name), _plain(old), _plain(new))


def _of_rules(before: Pack, after: Pack) -> Iterator[Difference]:
    olds, news = ({rule.id: rule for rule in pack.rules} for pack in (before, after))
    for rule in dict.fromkeys((*news, *olds)):
        old, new = olds.get(rule), news.get(rule)
        if old is None or new is None:
            yield Difference(rule, "the whole rule", old.title if old else "", new.title if new else "")
        else:
            yield from _of_rule(old, new)
    both = olds.keys() & news.keys()
    if [r for r in olds if r in both] != [r for r in news if r in both]:
        yield Difference("", "order of the rules", "as it was", "another")


def _of_rule(old: Rule, new: Rule) -> Iterator[Difference]:
    for one in fields(Rule):
        was, now = getattr(old, one.name), getattr(new, one.name)
        if one.name not in _UNSEEN and _plain(was) != _plain(now):
            yield Difference(old.id, _name(one.name), _plain(was), _plain(now))


def _name(field: str) -> str:
    return _NAMES.get(field, field.replace("_", " "))


def _plain(value: Any) -> str:
    """A value as people read it."""
    for kind, say in _SAYINGS.items():
        if isinstance(value, kind):
            return say(value)
    if is_dataclass(value):
        return ", ".join(filter(None, (_plain(getattr(value, one.name)) for one in fields(value))))
    return "" if value is None else str(value)


def in_words(step: Step) -> str:
    """``asks for a reason when schools reached ≥ bulk_schools_warn and the route is the e-bulletin``."""
    asked, severity = " and ".join(map(condition_in_words, step.when)), _SEVERITIES[step.severity]
    return f"{severity} when {asked}" if asked else severity


def condition_in_words(condition: Condition) -> str:
    """One condition, as a person would say it."""
    fact, value = condition.fact, condition.value
    if isinstance(value, bool) and condition.operator in {Operator.IS, Operator.IS_NOT}:
        return is_so(fact, so=value is (condition.operator is Operator.IS))
    if isinstance(value, tuple):
        return f"{named(fact)} is {' or '.join(valued(fact, one) for one in value)}"
    signs = {Operator.AT_LEAST: "≥", Operator.AT_MOST: "≤", Operator.IS_NOT: "is not", Operator.IS: "is"}
    return f"{named(fact)} {signs.get(condition.operator, condition.operator.value)} {valued(fact, value)}"


def _contact(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.name, contact.telephone, contact.address, contact.href)))


_SAYINGS: Mapping[type, Callable[[Any], str]] = {
    bool: lambda is_so: "yes" if is_so else "no",
    Mode: lambda mode: _MODES[mode],
    Enum: lambda value: str(value.value),
    date: lambda day: f"{day.day} {day:%B %Y}",
    Step: in_words,
    Clause: lambda clause: f"{clause.section}: “{clause.quote}”",
    Action: lambda action: f"{action.label} ({action.href})" if action.href else action.label,
    Words: lambda words: f"{words.title}: {words.message}",
    Contact: _contact,
    Mapping: lambda entries: "; ".join(f"{_plain(key)}: {_plain(value)}" for key, value in entries.items()),
    frozenset: lambda values: "; ".join(map(_plain, sorted(values))),
    tuple: lambda values: "; ".join(map(_plain, values)),
    list: lambda values: "; ".join(map(_plain, values)),
}
