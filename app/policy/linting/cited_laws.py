"""Does every law that a document cites exist under that name and year, and is it still the law?

A title is looked up in a dated list. One that the list does not know is taken for a slip when it is
nearly like one that it does know, and otherwise only put forward for somebody to check.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches

import re2

from app.policy.laws import Law, LawList
from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind

LIST_FILE = "laws.yaml"
LOOK_AGAIN = timedelta(days=366)
NEARLY = 0.84

_TITLE = re2.compile(
    r"(?:[Ss]ection\s+(\d+)\w*,?\s+(?:of\s+)?(?:the\s+)?)?((?:(?:[A-Z][\w’'-]*,?|\([A-Z][^()]{0,60}\)"
    r"|and|of|the|to|from|in|for|at|etc\.)\s+){0,14}(?:Acts?"
    r"|Regulations?))(?:\s+\([A-Z]{2,8}\))?,?\s+\(?((?:19|20)\d\d)\b"
)
_INTO = frozenset("under see the and of also both by section in to for at from a".split())  # noqa: SIM905 - a closed list reads best as words
_HISTORY = re2.compile(r"(?i)\b(?:replac\w+|repeal\w+|supersed\w+|formerly|previous(?:ly)?|used to)\b")


@dataclass(frozen=True, slots=True)
class _Cited:
    statement: Statement
    at: int
    title: str
    year: int
    section: int


def cited_laws(statements: Sequence[Statement], laws: LawList, today: date) -> Iterator[Remark]:
    """One remark a citation that is wrong, outdated or unknown, and one when the list itself is old."""
    by_name = {name.lower(): law for law in laws.laws for name in (law.name, *law.also)}
    if not by_name:
        return
    known = _known_titles(by_name)
    for statement in statements:
        for cited in _citations(statement, known):
            kind, problem = _problem(cited, by_name, laws)
            if kind:
                line = statement.line_at(cited.at)
                message = f"{statement.cited(cited.at)}: {problem}"
                yield Remark(kind, statement.pack, "", line, message, statement.document)
    if laws.checked and today - laws.checked > LOOK_AGAIN:
        message = (
            f"The list of laws was last looked through on {laws.checked.isoformat()}. Look again, "
            f"and date it."
        )
        yield Remark(RemarkKind.LAW_LIST_OLD, "lists", "", 1, message, LIST_FILE)


def _citations(statement: Statement, known: re2._Regexp) -> Iterator[_Cited]:
    ends = set()
    for match in _TITLE.finditer(statement.text):
        title = _title(match[2])
        ends.add(match.end(3))
        if title:
            at = match.end(2) - len(title)
            yield _Cited(statement, at, title, int(match[3]), int(match[1] or 0))
    for match in known.finditer(statement.text):
        if match.end(2) not in ends:
            yield _Cited(statement, match.start(1), match[1], int(match[2]), 0)


def _title(written: str) -> str:
    words = " ".join(written.split()).split(" ")
    while words and words[0].lower().rstrip(",") in _INTO:
        words = words[1:]
    return " ".join(words) if len(words) > 1 else ""


def _problem(cited: _Cited, by_name: dict[str, Law], laws: LawList) -> tuple[RemarkKind | None, str]:
    law = by_name.get(cited.title.lower()) or by_name.get(cited.title.lower().removesuffix("s"))
    if law is None:
        near = get_close_matches(cited.title.lower(), by_name, 1, NEARLY)
        if near:
            meant = by_name[near[0]]
            return (
                RemarkKind.LAW_UNKNOWN,
                f"no law is called {cited.title}. Write {_dated(meant)} if that is meant.",
            )
        checked = f" of {laws.checked.isoformat()}" if laws.checked else ""
        unknown = (
            f"the {cited.title} {cited.year} is not in the list{checked}. Check its name and year, "
            f"then add it."
        )
        return RemarkKind.LAW_UNKNOWN, unknown
    meant_year = law.sections.get(cited.section)
    if meant_year is not None and cited.year != meant_year:
        wrong = (
            f"section {cited.section} is in the {law.name} {meant_year}, not {cited.year}. Correct the year."
        )
        return RemarkKind.LAW_MISDATED, wrong
    if cited.year not in law.years:
        advice = law.advice or f"Write {_dated(law)}, or the name of the law that is meant"
        return RemarkKind.LAW_MISDATED, f"there is no {law.name} {cited.year}. {advice}."
    if cited.year in law.replaced and not _HISTORY.search(cited.statement.text):
        return RemarkKind.LAW_REPLACED, f"this was replaced by the {law.replaced[cited.year]}. Cite that."
    return None, ""


def _dated(law: Law) -> str:
    latest = [str(year) for year in law.years if year not in law.replaced][-3:]
    return f"{law.name} {' or '.join(latest)}"


def _known_titles(by_name: dict[str, Law]) -> re2._Regexp:
    names = "|".join(re2.escape(name) for name in sorted(by_name, key=len, reverse=True))
    return re2.compile(rf"(?i)(?:^|\bthe\s+|\bof\s+|[,;(]\s*)({names})s?,?\s+\(?((?:19|20)\d\d)\b")
