"""Which parts of a document show its age?

Links that only an old office network knew, links without encryption, shared drives, and dates long
past.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import unquote

import re2

from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind

OLD_AFTER_YEARS = 5
SHOWN = 3

_LINK = re2.compile(r"(?i)\b(https?)://([^\s/:?#<>()\"“”]+)[^\s<>()\"“”]*")
_SHARE = re2.compile(r"(?:^|[\s(“\"])(\\\\[\w.-]+\\[^\s)”\"]*|[D-Z]:\\[^\s)”\"]*)")
_LOCAL = (".local", ".localhost", ".internal", ".intranet", ".lan", ".corp")
_INSIDE = ("intranet.", "sharepoint.", "staffnet.", "portal.internal.")
_MONTHS = ("january february march april may june july august september october november december").split()  # noqa: SIM905 - a closed list reads best as words
_DATED = re2.compile(
    r"(?i)\b(?:(?:since|dated|updated|reviewed|adopted|issued|approved|version|review(?: date| due"
    rf"| by)?:?)\s+(?:in\s+|on\s+)?)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?({'|'.join(_MONTHS)})\s+((?:19"
    r"|20)\d\d)\b|\b(?:(?:policy|guidance|code|rules|handbook)\s*\(|(?:since|dated|updated|reviewed"
    r"|adopted|issued|approved|review date:?|version of)\s+(?:in\s+)?"
    r"(?:(?:the\s+)?(?:spring|summer|autumn|winter)(?:\s+term)?,?\s+)?)((?:19|20)\d\d)\b"
)


def aged(statements: Sequence[Statement], today: date) -> Iterator[Remark]:
    """What is old in one document: one remark a host, one for bare links, one for its dates."""
    yield from _inside_links(statements)
    bare = [
        (s, m)
        for s in statements
        for m in _LINK.finditer(s.text)
        if m[1].lower() == "http" and not _is_inside(m[2])
    ]
    if bare:
        first, match = bare[0]
        message = (
            f"{match[0]} ({_lines(bare)}) is a link of the old kind (http). Try it; write https, or link "
            f"to the page that "
            "took its place."
        )
        yield Remark(
            RemarkKind.OLD_LINK, first.pack, "", first.line_at(match.start()), message, first.document
        )
    old = [(s, m) for s in statements for m in _DATED.finditer(unquote(s.text)) if _is_old(m, today)]
    if old:
        first = old[0][0]
        said = "; ".join(f"“{m[0].replace('(', '')}”, line {s.line}" for s, m in old[:SHOWN])
        message = f"It dates itself: {said}. Check that this still holds, and give the document a new date."
        yield Remark(RemarkKind.OLD_DOCUMENT, first.pack, "", first.line, message, first.document)


def _inside_links(statements: Sequence[Statement]) -> Iterator[Remark]:
    hosts: dict[str, list[tuple[Statement, re2._Match]]] = {}
    for statement in statements:
        for match in _LINK.finditer(statement.text):
            if _is_inside(match[2]):
                hosts.setdefault(match[2].lower(), []).append((statement, match))
        for match in _SHARE.finditer(statement.text):
            hosts.setdefault(match[1].split("\\")[2 if match[1][0] == "\\" else 0], []).append(
                (statement, match)
            )
    for host, found in hosts.items():
        first, match = found[0]
        message = (
            f"{match[0].strip()} ({_lines(found)}) opens only where {host!r} is known, if it still exists. "
            f"Link to a page "
            "that everybody who needs it can open."
        )
        yield Remark(
            RemarkKind.DEAD_LINK, first.pack, "", first.line_at(match.start()), message, first.document
        )


def _lines(found: Sequence[tuple[Statement, re2._Match]]) -> str:
    lines = dict.fromkeys(str(s.line_at(m.start())) for s, m in found)
    return f"line {', '.join(lines)}" if len(lines) == 1 else f"lines {', '.join(lines)}"


def _is_inside(host: str) -> bool:
    host = host.lower().rstrip(".")
    return "." not in host or host.endswith(_LOCAL) or host.startswith(_INSIDE)


def _is_old(match: re2._Match, today: date) -> bool:
    if match[3]:
        return int(match[3]) < today.year - OLD_AFTER_YEARS
    month = _MONTHS.index(match[1].lower()) + 1
    return (int(match[2]) + OLD_AFTER_YEARS, month) < (today.year, today.month)
