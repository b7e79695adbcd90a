"""When does a step of a rule apply?

A Condition compares one fact with a word, a truth, a plain number or a number the organisation has
set. Facts come from the finding and, under the reserved names below, from the draft as a whole.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from app.domain.finding import Fact

DRAFT_FACTS: Mapping[str, str] = MappingProxyType(
    {
        "confidence": "how sure the finding is: low, medium or high",
        "moment": "compose or send",
        "reply": "new, reply, reply-all or forward",
        "importance": "low, normal or high",
        "medium": "email, text-message, post or comment",
        "recipients": "entries in To, Cc and Bcc",
        "people": "readers, as far as they are known",
        "schools": "schools reached",
        "clusters": "clusters reached",
        "inside": "entries inside the organisation",
        "outside": "entries outside, webmail left out",
        "webmail": "entries at a public mail provider",
        "leaving": "entries that are not known to be inside",
        "groups": "entries that are groups",
        "unknown": "entries that could not be opened or placed",
        "members_outside": "members of groups who are outside the organisation, as far as Exchange says",
        "unaddressed": "true when nobody is addressed yet",
        "inside_only": "true when somebody is addressed and all are inside",
        "is_lower_bound": "true when there may be more readers than counted",
        "channel": "the channel that the route chose",
        "issue_in_time": "true when an issue of the bulletin goes out before the deadline",
        "urgent": "true when the route found the draft urgent in the policy's meaning",
        "emergency": "true when there is a real emergency (a gas leak, a closure, danger)",
        "hours_working": "true when the sending time is in working hours",
        "attachments": "files attached",
    }
)
"""Names that a rule may use whatever it listens to, each with its meaning."""

Value: TypeAlias = bool | int | float | str | tuple[str, ...]


class Operator(StrEnum):
    """How a fact is compared."""

    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    IS = "is"
    IS_NOT = "!="
    ANY = "any of"


_ORDER: Mapping[Operator, Callable[[float, float], bool]] = MappingProxyType(
    {
        Operator.AT_LEAST: lambda a, b: a >= b,
        Operator.MORE: lambda a, b: a > b,
        Operator.AT_MOST: lambda a, b: a <= b,
        Operator.LESS: lambda a, b: a < b,
    }
)


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison. After an ordering sign, a word is the name of one of the pack's numbers."""

    fact: str
    operator: Operator
    value: Value

    @property
    def number(self) -> str:
        """The name of the pack's number that is compared with; empty when there is none."""
        return self.value if self.operator in _ORDER and isinstance(self.value, str) else ""

    def holds(self, facts: Mapping[str, Fact], numbers: Mapping[str, int | float]) -> bool:
        """Whether the fact compares as asked. A fact that is not there is only ever `false`."""
        fact = facts.get(self.fact)
        if self.operator in _ORDER:
            limit = numbers.get(self.value) if isinstance(self.value, str) else self.value
            if isinstance(fact, int | float) and isinstance(limit, int | float):
                return _ORDER[self.operator](fact, limit)
            return False
        if self.operator is Operator.ANY:
            return isinstance(self.value, tuple) and fact is not None and str(fact) in self.value
        if isinstance(self.value, bool):
            return bool(fact) is self.value
        same = fact is not None and str(fact) == str(self.value)
        return same if self.operator is Operator.IS else not same


def condition_from(fact: str, written: object) -> Condition:
    """The condition that a pack writes as `fact: written`. Raises ValueError saying what to write."""
    if isinstance(written, bool | int | float):
        return Condition(fact, Operator.IS, written)
    if isinstance(written, list):
        if not written or not all(isinstance(word, str) for word in written):
            raise ValueError("a list holds the words of which any one will do: put at least one word in it")
        return Condition(fact, Operator.ANY, tuple(written))
    if not isinstance(written, str) or not written.strip():
        raise ValueError(
            'write true, false, a number, a word, a list of words, or a comparison such as ">= 5"'
        )
    return _compared(fact, written.strip())


def _compared(fact: str, written: str) -> Condition:
    for operator in (Operator.AT_LEAST, Operator.AT_MOST, Operator.IS_NOT, Operator.MORE, Operator.LESS):
        if written.startswith(operator.value):
            right = written.removeprefix(operator.value).strip()
            if not right:
                raise ValueError(f'"{operator.value}" needs a number or the name of a number after it')
            return Condition(fact, operator, _number(right))
    if written[0] in "=~!":
        raise ValueError(f'"{written[0]}" is no comparison; use >=, >, <=, <, != or the word alone')
    return Condition(fact, Operator.IS, written)


def _number(right: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(right)
        except ValueError:
            continue
    return right
