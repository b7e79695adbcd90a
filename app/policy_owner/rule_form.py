"""What of a rule can be changed in a form, and what does a filled-in form change?

A rule's fields as plain text by name, and back again as single values to put into the pack. Only what differs
from the version that the person had before them is changed, so that two people can work on one pack.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any

from app.domain.errors import PackError
from app.domain.finding import Confidence
from app.domain.verdict import Mode, Severity
from app.policy.amend import FieldPath, amend
from app.policy.condition import DRAFT_FACTS, Condition, Operator
from app.policy.pack import Pack, Rule, Step, parse_pack
from app.policy.rule import MESSAGE_MAX, TITLE_MAX

_ORDERING = (Operator.AT_LEAST, Operator.MORE, Operator.AT_MOST, Operator.LESS)
SEVERITIES = tuple(s.value for s in Severity if s is not Severity.CLEAR)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "mode": tuple(m.value for m in Mode),
    "confidence": tuple(c.value for c in Confidence),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """A plain number in a condition of a step; `name` is its field's."""

    name: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class StepFields:
    """One step of a rule: the field of its severity, what it asks, and its limits that can be changed."""

    name: str
    step: Step
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as somebody filled it in: what would change, and what is wrong, by field."""

    changes: Mapping[FieldPath, Any] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)


def fields_of(rule: Rule, pack: Pack) -> dict[str, str]:
    """Every field of the form with its value."""
    found = {
        "mode": rule.mode.value,
        "confidence": rule.confidence.value,
        "title": rule.title,
        "message": rule.message,
    }
    for i, words in enumerate(rule.says.values()):
        found |= {f"says-{i}-title": words.title, f"says-{i}-message": words.message}
    for step in steps_of(rule):
        found[step.name] = step.step.severity.value
        found |= {limit.name: in_figures(limit.condition.value) for limit in step.limits}
    return found | {f"number-{name}": in_figures(pack.numbers[name]) for name in numbers_of(rule)}


def steps_of(rule: Rule) -> tuple[StepFields, ...]:
    """The steps of a rule with their fields."""
    return tuple(
        StepFields(
            f"step-{i}",
            step,
            tuple(
                Limit(f"step-{i}-{condition.fact}", condition)
                for condition in step.when
                if condition.operator in _ORDERING and not condition.number
            ),
        )
        for i, step in enumerate(rule.steps)
    )


def numbers_of(rule: Rule) -> tuple[str, ...]:
    """The pack's numbers that the rule compares with."""
    named = (condition.number for step in rule.steps for condition in step.when)
    return tuple(dict.fromkeys(name for name in named if name))


def merged(base: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]) -> dict[str, str]:
    """What I changed since `base`, put upon what somebody else saved meanwhile."""
    return {
        name: mine[name] if name in mine and mine[name] != base.get(name, mine[name]) else value
        for name, value in theirs.items()
    }


def read_form(rule: Rule, pack: Pack, given: Mapping[str, str]) -> Filled:
    """What a filled-in form changes about a rule as it is now."""
    now = fields_of(rule, pack)
    differs = {name: given[name] for name in now if name in given and given[name] != now[name]}
    wrong = dict(_wrong(rule, differs))
    return Filled({}, wrong) if wrong else Filled(_changes(rule, differs))


def apply(text: str, filled: Filled) -> str:
    """The pack's YAML with the form's changes in it."""
    return amend(text, filled.changes) if filled.changes else text


def refusal(text: str, rule: str) -> dict[str, str]:
    """Why a changed text is no pack, by the field of the form; empty when it is one."""
    try:
        parse_pack(text, "the pack")
    except PackError as error:
        name = error.field.rpartition(".")[2]
        return {name if name in {"title", "message", "mode", "confidence"} else rule: error.problem}
    return {}


def in_figures(value: object) -> str:
    """A value as a field shows it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _wrong(rule: Rule, differs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in differs.items():
        allowed = SEVERITIES if _is_severity(name) else CHOICES.get(name)
        if allowed is not None:
            if value not in allowed:
                yield name, f"Choose one of: {', '.join(allowed)}."
        elif name.endswith(("title", "message")):
            problem = _about_words(rule, value, TITLE_MAX if name.endswith("title") else MESSAGE_MAX)
            if problem:
                yield name, problem
        elif as_number(value) is None:
            yield name, "Write a number, zero or more."


def _about_words(rule: Rule, words: str, most: int) -> str:
    if not words:
        return "Write a few words: people see them on the card."
    if len(words) > most:
        return f"This has {len(words)} characters. Say it in {most} or fewer."
    known = sorted(rule.facts_told | rule.facts_asked | DRAFT_FACTS.keys())
    try:
        asked = [name for _, name, _, _ in Formatter().parse(words) if name is not None]
    except ValueError:
        asked = [""]
    if any(name not in known for name in asked):
        usable = ", ".join(f"{{{name}}}" for name in sorted(rule.facts_told | rule.facts_asked)) or "none"
        return f"What stands between braces must be a fact that is known here. This rule has: {usable}."
    return ""


def _is_severity(name: str) -> bool:
    return name.startswith("step-") and name.count("-") == 1


def as_number(value: str) -> int | float | None:
    """A number that is not below zero; None for anything else."""
    for kind in (int, float):
        try:
            found = kind(value)
        except ValueError:
            continue
        return found if 0 <= found < float("inf") else None
    return None


def _changes(rule: Rule, differs: Mapping[str, str]) -> dict[FieldPath, Any]:
    at: FieldPath = ("rules", rule.id)
    plain = ("mode", "confidence", "title", "message")
    changes: dict[FieldPath, Any] = {(*at, name): differs[name] for name in plain if name in differs}
    for i, finding in enumerate(rule.says):
        for part in ("title", "message"):
            if f"says-{i}-{part}" in differs:
                changes[*at, "says", finding, part] = differs[f"says-{i}-{part}"]
    for name, value in differs.items():
        if name.startswith("number-"):
            changes["numbers", name.removeprefix("number-")] = as_number(value)
    return changes | _severity(rule, differs)


def _severity(rule: Rule, differs: Mapping[str, str]) -> dict[FieldPath, Any]:
    """Single limits in their places; the steps as a whole where the severity of one of them changes."""
    at: FieldPath = ("rules", rule.id, "severity")
    steps = steps_of(rule)
    if any(fields.name in differs for fields in steps):
        written = [_step(fields, differs) for fields in steps]
        return {at: written[0] if len(written) == 1 and isinstance(written[0], str) else written}
    return {
        (*at, str(i), fields.step.severity.value, limit.condition.fact): _condition(
            limit.condition, differs[limit.name]
        )
        for i, fields in enumerate(steps)
        for limit in fields.limits
        if limit.name in differs
    }


def _step(fields: StepFields, differs: Mapping[str, str]) -> Any:
    severity = differs.get(fields.name, fields.step.severity.value)
    if not fields.step.when:
        return severity
    limits = {limit.condition: differs[limit.name] for limit in fields.limits if limit.name in differs}
    return {severity: {c.fact: _condition(c, limits.get(c)) for c in fields.step.when}}


def _condition(condition: Condition, limit: str | None) -> Any:
    if condition.operator is Operator.ANY and isinstance(condition.value, tuple):
        return list(condition.value)
    if condition.operator is Operator.IS:
        return condition.value
    return f"{condition.operator.value} {limit if limit is not None else in_figures(condition.value)}"
