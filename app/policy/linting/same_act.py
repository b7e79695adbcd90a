"""Is one act allowed in one place and ruled out in another, whatever the act?

For what no topic foresees. Two sentences speak of one act when the verb after the modal word is the
same and so is what it is done to; whom or what for must not differ.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from app.policy.linting.stance import Stance
from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind

_VERBS = {
    form: verb
    for verb in """accept add announce answer approve archive attach book bring buy carry circulate connect
    copy correct delete destroy discuss display distribute download edit encrypt film forward give hide
    install invite keep leave lend log name open photograph play post print publish record reply
    report scan send share show sign store text transfer upload use wear write""".split()  # noqa: SIM905 - a list reads best as words
    for form in (verb, f"{verb}s", f"{verb}ed", f"{verb}d", f"{verb.removesuffix('e')}ing")
}
_EVERYDAY = frozenset(
    """account accounts any anything anyone communication communications data details document
    documents e email emails equipment every file files information internet item items kind mail
    mails material message messages network other people person personal site sites staff system
    systems thing things use website websites work""".split()  # noqa: SIM905 - a closed list reads best as words
)
_SMALL = frozenset(
    """a all an and any are as at be been being can do each either every has have her his if is it its
    may more most must my no nor not off or our own out own please she should so some such than that
    the their them then there these they this those too up was were which who will would you your""".split()  # noqa: SIM905 - a closed list reads best as words
)
_TURNS = frozenset(
    "about at before by during for from in into of on onto over through to towards under via with".split()  # noqa: SIM905 - a closed list reads best as words
)
_MODAL = frozenset("always can cannot could don't may must never not please shall should will".split())  # noqa: SIM905 - a closed list reads best as words
_MAY = frozenset("allowed asked encouraged free need permitted required welcome".split())  # noqa: SIM905 - a closed list reads best as words
_LIMITS = frozenset(
    """after before during except excessive however if inappropriate offensive only outside unless
    until when where without""".split()  # noqa: SIM905 - a closed list reads best as words
)
_WORD = re2.compile(r"[A-Za-z][A-Za-z'-]*")
OBJECT_WORDS = 6
SHORT = len("gas")


@dataclass(frozen=True, slots=True)
class _Act:
    statement: Statement
    verb: str
    done_to: frozenset[str]
    further: frozenset[str]


def same_acts(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark for each act that is both allowed, or asked for, and ruled out."""
    allowed: dict[tuple[str, str], list[_Act]] = {}
    for statement in statements:
        if statement.stance in {Stance.ALLOWS, Stance.ASKS} and (act := _act(statement)):
            for thing in act.done_to - _EVERYDAY:
                allowed.setdefault((act.verb, thing), []).append(act)
    for statement in statements:
        act = _act(statement) if statement.stance is Stance.RULES_OUT else None
        if act is None or _LIMITS & set(_words(statement.text)):
            continue
        for thing in sorted(act.done_to - _EVERYDAY):
            mine = next((a for a in allowed.get((act.verb, thing), ()) if _agree(a, act)), None)
            if mine:
                yield _remark(mine, act, thing)
                break


def _remark(mine: _Act, theirs: _Act, thing: str) -> Remark:
    at = theirs.statement
    message = (
        f"To {theirs.verb} {thing}: {mine.statement.cited()} {mine.statement.stance} it, but {at.cited()} "
        f"rules it out. Settle which holds, or say when each does."
    )
    return Remark(RemarkKind.CLASH, at.pack, "", at.line, message, at.document)


def _agree(mine: _Act, theirs: _Act) -> bool:
    shorter, longer = sorted((mine.done_to, theirs.done_to), key=len)
    if not shorter <= longer:
        return False
    return not mine.further or not theirs.further or bool(mine.further & theirs.further)


def _act(statement: Statement) -> _Act | None:
    words = _words(statement.text)
    start = next((i for i, word in enumerate(words) if word in _VERBS and _is_told(words[:i])), None)
    if start is None:
        return None
    done_to: list[str] = []
    further: list[str] = []
    into = done_to
    for word in words[start + 1 : start + 1 + 2 * OBJECT_WORDS]:
        if word in _LIMITS:
            break
        if word in _TURNS:
            into = further
        elif word not in _SMALL:
            into.append(_single(word))
    return _Act(statement, _VERBS[words[start]], frozenset(done_to[:OBJECT_WORDS]), frozenset(further))


def _is_told(before: list[str]) -> bool:
    """Whether the next word is what the sentence allows or rules out: after a modal word, or first."""
    bare = [word for word in before[-4:] if not word.endswith("ly")]
    return not bare or bare[-1] in _MODAL or (bare[-1] == "to" and bool(set(bare[-3:-1]) & _MAY))


def _words(text: str) -> list[str]:
    return [word.lower().replace("e-mail", "email") for word in _WORD.findall(text.replace("’", "'"))]


def _single(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > SHORT else word
