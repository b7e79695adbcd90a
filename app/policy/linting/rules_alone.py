"""Is each rule of a pack whole: does something reach it, and does it say what to do?

Findings that no check makes, steps that can never apply, rules that another always drowns, missing
actions and links.
"""

from collections.abc import Iterator
from itertools import pairwise

from app.domain.verdict import Mode
from app.policy.condition import Condition, Operator
from app.policy.linting.loudness import heard, rank, strongest
from app.policy.linting.wording import about_words
from app.policy.pack import Pack, Rule, Step
from app.policy.remark import Remark, RemarkKind

_UP = {Operator.AT_LEAST, Operator.MORE}
_DOWN = {Operator.AT_MOST, Operator.LESS}


def about_rules(pack: Pack, known: frozenset[str]) -> Iterator[Remark]:
    """What concerns one rule, rule by rule."""
    for rule in pack.rules:
        yield from _unknown(pack, rule, known)
        yield from _without_action(pack, rule)
        yield from _never_applies(pack, rule)
        yield from about_words(pack, rule)
    yield from _never_first(pack, known)
    yield from _unknown_in_causes(pack, known)


def _unknown_in_causes(pack: Pack, known: frozenset[str]) -> Iterator[Remark]:
    for cause in pack.causes:
        for finding in sorted(cause.findings):
            if not heard((finding,), known):
                message = f"No check makes {finding}, which shares a card. Correct the name, or remove it."
                yield Remark(RemarkKind.UNKNOWN_FINDING, pack.id, "", 1, message)


def _unknown(pack: Pack, rule: Rule, known: frozenset[str]) -> Iterator[Remark]:
    for listened in rule.listens:
        if not heard((listened,), known):
            message = f"No check makes {listened}. Correct the name, or remove it."
            yield Remark(RemarkKind.UNKNOWN_FINDING, pack.id, rule.id, rule.line, message)


def _without_action(pack: Pack, rule: Rule) -> Iterator[Remark]:
    if all(action.kind in {"none", "explain"} for action in rule.actions):
        message = "The sender is told, but not what to do. Add an action."
        yield Remark(RemarkKind.NO_ACTION, pack.id, rule.id, rule.line, message)
    for action in rule.actions:
        if action.kind == "use-secure-channel" and not action.href:
            message = "The secure channel has no link. Name it under `contacts`."
            yield Remark(RemarkKind.NO_LINK, pack.id, rule.id, rule.line, message)


def _never_applies(pack: Pack, rule: Rule) -> Iterator[Remark]:
    for place, step in enumerate(rule.steps):
        covered = next((s for s in rule.steps[:place] if set(s.when) <= set(step.when)), None)
        if covered or _is_impossible(step, pack):
            why = "an earlier step always comes first" if covered else "its conditions exclude each other"
            message = (
                f"Step {place + 1} ({step.severity.value}) never applies: {why}. Move it up, change its "
                "conditions or remove it."
            )
            yield Remark(RemarkKind.NEVER_APPLIES, pack.id, rule.id, rule.line, message)


def _is_impossible(step: Step, pack: Pack) -> bool:
    by_fact = sorted(step.when, key=lambda c: c.fact)
    return any(a.fact == b.fact and _exclude(a, b, pack) for a, b in pairwise(by_fact))


def _exclude(one: Condition, other: Condition, pack: Pack) -> bool:
    limits = [pack.numbers.get(c.number) if c.number else c.value for c in (one, other)]
    if not all(isinstance(limit, int | float) for limit in limits):
        return False
    low = [n for c, n in zip((one, other), limits, strict=True) if c.operator in _UP]
    high = [n for c, n in zip((one, other), limits, strict=True) if c.operator in _DOWN]
    return bool(low and high and float(str(low[0])) > float(str(high[0])))


def _never_first(pack: Pack, known: frozenset[str]) -> Iterator[Remark]:
    """Rules of a pack whose own words are never shown, because another always speaks louder."""
    shown = [rule for rule in pack.rules if rule.mode is not Mode.TRIAL]
    for place, rule in enumerate(shown):
        louder: dict[str, Rule] = {}
        for other_place, other in enumerate(shown):
            if other is not rule and _drowns(other, rule, is_before=other_place < place):
                louder |= dict.fromkeys(heard(other.listens, known), other)
        findings = heard(rule.listens, known)
        if findings and findings <= set(louder):
            names = ", ".join(sorted({louder[finding].id for finding in findings}))
            message = (
                f"Its words are never shown, because {names} always speaks first; it is only cited. "
                "Make it stronger, move it up, or leave it as a further citation."
            )
            yield Remark(RemarkKind.NEVER_FIRST, pack.id, rule.id, rule.line, message)


def _drowns(other: Rule, rule: Rule, *, is_before: bool) -> bool:
    always = other.steps[0].severity if not other.steps[0].when else None
    if always is None or rule.confidence < other.confidence:
        return False
    loudest = strongest(rule)
    return rank(loudest) < rank(always) or (is_before and always == loudest)
