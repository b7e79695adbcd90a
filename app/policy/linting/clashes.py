"""Where do two written sentences ask for opposite things?

Looks for both sides of each topic, first in two documents, then within one, and for one thing that
is allowed in one place and ruled out in another in the same words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import re2

from app.policy.linting.mail_topics import MAIL_TOPICS
from app.policy.linting.statement import Statement
from app.policy.linting.topic import Side, Topic
from app.policy.linting.use_topics import USE_TOPICS
from app.policy.remark import Remark, RemarkKind

TOPICS = (*USE_TOPICS, *MAIL_TOPICS)
MORE_PLACES = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """A side that a statement takes, with the place in the statement that shows it."""

    statement: Statement
    at: int
    says: str


def clashes(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a topic on which two statements differ."""
    for topic in TOPICS:
        one = [taken for s in statements if (taken := _takes(s, topic.one))]
        other = [taken for s in statements if (taken := _takes_either(s, topic))]
        if pair := _pair(one, other):
            yield _remark(topic, *pair, one, other)


def _remark(topic: Topic, mine: Taken, theirs: Taken, one: Sequence[Taken], other: Sequence[Taken]) -> Remark:
    more = [t.statement for t in (*one, *other) if t.statement not in {mine.statement, theirs.statement}]
    places = list(dict.fromkeys(f"{s.document}, line {s.line}" for s in more))[:MORE_PLACES]
    message = (
        f"{topic.name}: {mine.statement.cited(mine.at)} {topic.one.says}, but "
        f"{theirs.statement.cited(theirs.at)} {theirs.says}. {topic.settle}"
        + (f" See also {'; '.join(places)}." if places else "")
    )
    place = theirs.statement
    return Remark(RemarkKind.CLASH, place.pack, "", place.line_at(theirs.at), message, place.document)


def _pair(one: Sequence[Taken], other: Sequence[Taken]) -> tuple[Taken, Taken] | None:
    """The first two statements that differ: of two documents if there are any."""
    first_of: dict[str, Taken] = {}
    for taken in other:
        first_of.setdefault(taken.statement.document, taken)
    apart = ((a, b) for a in one for document, b in first_of.items() if a.statement.document != document)
    if pair := next(apart, None):
        return pair
    return next(((a, b) for a in one for b in other if a.statement != b.statement), None)


def _takes_either(statement: Statement, topic: Topic) -> Taken | None:
    taken = _takes(statement, topic.other)
    return _takes(statement, topic.or_other) if taken is None and topic.or_other else taken


def _takes(statement: Statement, side: Side) -> Taken | None:
    if statement.stance not in side.stances:
        return None
    text = statement.text
    shown = _pattern(side.words[0]).search(text)
    if not shown or (side.unless and _pattern(side.unless).search(text)):
        return None
    if all(_pattern(words).search(statement.in_full) for words in side.words[1:]):
        return Taken(statement, int(shown.start()), side.says)
    return None


@cache
def _pattern(words: str) -> Any:
    return re2.compile(f"(?i){words}")
