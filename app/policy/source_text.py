"""Is the text of a source document still right?

Looks in the written policy itself, not in its rules: Acts with a year that no such Act has, links
to addresses that only an old office network knew, and documents that date themselves to long ago.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from urllib.parse import unquote

import re2

from app.policy.remark import Remark, RemarkKind

OLD_AFTER_YEARS = 5

LAWS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "Children Act": (1989, 2004),
        "Children and Families Act": (2014,),
        "Communications Act": (2003,),
        "Computer Misuse Act": (1990,),
        "Copyright, Designs and Patents Act": (1988,),
        "Criminal Justice Act": (1972, 1982, 1987, 1988, 1991, 1993, 2003),
        "Data Protection Act": (1984, 1998, 2018),
        "Defamation Act": (1952, 1996, 2013),
        "Education Act": (1944, 1962, 1973, 1979, 1980, 1981, 1993, 1994, 1996, 1997, 2002, 2005, 2011),
        "Equality Act": (2006, 2010),
        "Freedom of Information Act": (2000,),
        "General Data Protection Regulation": (2016,),
        "Human Rights Act": (1998,),
        "Investigatory Powers Act": (2016,),
        "Malicious Communications Act": (1988,),
        "Protection of Freedoms Act": (2012,),
        "Public Interest Disclosure Act": (1998,),
        "Regulation of Investigatory Powers Act": (2000,),
        "Safeguarding Vulnerable Groups Act": (2006,),
    }
)
"""Acts that school policies name, with every year in which one of that name was made."""

SECTIONS: Mapping[tuple[str, int], int] = MappingProxyType({("Criminal Justice Act", 160): 1988})
"""Sections that tell which Act of a name is meant."""

_LAW = re2.compile(
    r"(?i)\b(?:section\s+(\d+)\s+(?:of\s+the\s+)?)?("
    + "|".join(re2.escape(name) for name in sorted(LAWS, key=len, reverse=True))
    + r")s?,?\s+((?:19|20)\d\d)\b"
)
_LINK = re2.compile(r"(?i)\bhttps?://([^\s/:?#<>()\"]+)[^\s<>()\"]*")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATED = re2.compile(rf"(?i)\b(?:since|(?:{_MONTHS}))\s+((?:19|20)\d\d)\b")
_LOCAL = (".local", ".localhost", ".internal", ".intranet", ".lan", ".corp")
_NAMES = {name.lower(): name for name in LAWS}


def look_at_source(pack: str, document: str, text: str, today: date) -> Iterator[Remark]:
    """What is stale in one document, in the order of its lines."""
    for number, line in enumerate(text.splitlines(), start=1):
        where = f"{document}, line {number}"
        for kind, message in _look_at_line(line, today):
            yield Remark(kind, pack, "", number, f"{where}: {message}")


def _look_at_line(line: str, today: date) -> Iterator[tuple[RemarkKind, str]]:
    for match in _LAW.finditer(line):
        problem = _misdated(_NAMES[match[2].lower()], int(match[3]), int(match[1] or 0))
        if problem:
            yield RemarkKind.LAW_MISDATED, problem
    for match in _LINK.finditer(line):
        host = match[1].lower().rstrip(".")
        if "." not in host or host.endswith(_LOCAL):
            yield (
                RemarkKind.DEAD_LINK,
                f"{match[0]} opens only where {host!r} is known. Link to a page that everybody can open.",
            )
    for match in _DATED.finditer(unquote(line)):
        if int(match[1]) < today.year - OLD_AFTER_YEARS:
            yield (
                RemarkKind.OLD_DOCUMENT,
                f"it speaks of {match[0]!r}. Check that this still holds, and give the document a new date.",
            )


def _misdated(name: str, year: int, section: int) -> str:
    years = LAWS[name]
    meant = SECTIONS.get((name, section))
    if meant is not None and year != meant:
        return f"section {section} is in the {name} {meant}, not {year}. Correct the year."
    if year not in years:
        known = " or ".join(map(str, years))
        return f"there is no {name} {year}. Write {known}, or the name of the law that is meant."
    return ""
