"""Who is named beside the number or address that a draft gives?

First names too ("ring Doreen on the desk", "ask for Ishbel or Dov", "(Tolu)"), a name before its post
("Averil Stott, Adviser, 01632 ..."), a post alone ("Duty adviser 01632 ..."), labels ("Clerk: Linus Dray").
"""

from collections.abc import Sequence

import re2

from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.signed_by import TEAM
from app.bulletin.from_draft.ways import named_before, written_out
from app.domain.draft import Field
from app.domain.people import Who
from app.domain.reading import NameKind, Reading

_TEAM_SMALL = re2.compile(
    r"(?i)\b(?:ring|call|phone|telephone|contact|e-?mail|message|ask|write to|speak to|talk to|questions? to"
    r"|queries to|enquiries to|help from|advice from) (?:the|our) ((?:[\pL&'-]+ ){1,3}(?:team|service"
    r"|help ?desk|helpline|hub|office|desk|duty line|line|unit|section))(?:[^\w@.-]|\.?$|\. )"
)
_WAY = r"(?:(?:\+44 ?|\(?\b0)\d[\d )-]{7,13}\d|[\w.+'-]+@[\w-]+\.[\w.-]+)"
_FIRST = r"(\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)"
_FIRST_NAMES = (
    re2.compile(rf"\bask for {_FIRST}\b"),
    re2.compile(rf"{_WAY},? \({_FIRST}\)"),
    re2.compile(
        rf"(?:\b(?i:ring|call|phone|text|ask|message|contact|to|with)|[a-z\d?)]:|^) {{0,1}}{_FIRST}"
        r"(?: (?:or|and|/) \p{Lu}\p{Ll}+)?(?: (?:in|on|at) (?:the"
        r"|our) (?:\p{Ll}+ ?){1,2})?(?: \([^)]{1,25}\))?"
        rf"(?:,| on| at| -)? \(?{_WAY}"
    ),
)
_NO_NAME = re2.compile(
    r"(?i)^(?:tel|telephone|phone|mobile|mob|direct|ddi|fax|e-?mail|text|office|council|school"
    r"|reception|switchboard"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|please|questions?|quer\w+|enquir\w+|contact|ring|call"
    r"|help\w*|us|me"
    r"|now|book\w*|works|admissions|payroll|finance|hr|it|everyone|or|and|by|on|at|the|our|training"
    r"|sales|orders"
    r"|advice|duty|desk|line|team|hotline|governance|press|complaints|number|details|details?|returns?"
    r"|catering)$"
)
_POST_BEFORE = re2.compile(
    rf"(?:^|[.!?:] )(?:\p{{Lu}}[\pL'\x{{2019}}-]+ )(?:[\pL'\x{{2019}}-]+ ){{0,3}}?(?:adviser|advisor"
    rf"|staff|officer|clerk|planner)"
    rf"[,:]? {_WAY}"
)
_PERSON_AND_POST = re2.compile(
    rf"(\p{{Lu}}\p{{Ll}}[\pL'\x{{2019}}-]+ \p{{Lu}}[\pL'\x{{2019}}-]+),"
    rf" (?:\p{{Lu}}[\pL'\x{{2019}}-]+ ?){{1,5}}, ?\(?{_WAY}"
)
_LABELLED = re2.compile(
    r"(?:^|[.!?] )(?:(?i:(?:any|all) (?:query|queries|questions?|enquiries))"
    r"|(?:[\pL&'-]+ ){0,2}(?:[Aa]dministrator|[Cc]lerk|[Ll]ead|[Oo]rganiser|[Cc]o-?ordinator|[Cc]ontact)): "
    r"(\p{Lu}[\pL'\x{2019}-]+(?: \p{Lu}[\pL'\x{2019}-]+){1,3})(?:[.,]| \(?[\d+]|$)"
)
_OF_OURS = re2.compile(
    r"\b[Mm]y (?:PA|colleague|deputy|assistant|administrator),? ((?:Mrs? |Ms "
    r"|Dr )?\p{Lu}[\pL'-]+(?: \p{Lu}[\pL'-]+)?)"
)
_NOT_TO_BE_ASKED = re2.compile(r"(?i)\bnot (?:for|to be)\b|\bthrough the\b")
_SURE = 0.5


def name_in(reading: Reading, one: Said) -> str:
    """Who is to be asked: somebody, a team, or what stands before the number."""
    if outright := _outright(one.words):
        return outright
    before, team = named_before(one.words), TEAM.search(one.words) or _TEAM_SMALL.search(one.words)
    written = written_out(one.words)
    for person in reading.people:
        is_here = person.field is Field.BODY and one.start <= person.start < one.end
        if is_here and person.who is not Who.RECIPIENT and person.confidence >= _SURE:
            name = reading.own[person.start : person.end]
            longer = [words for words in (before, str(team[1]) if team else "", written) if name in words]
            return max(longer, key=len, default=name)
    if team or written or before or (before := post_in(one.words)):
        return written or (str(team[1]) if team else before)
    for sentence in reading.sentences:
        for found in sentence.names:
            if found.kind is NameKind.ORGANISATION and one.start <= found.start < one.end:
                return reading.own[found.start : found.end] if found.confidence >= _SURE else ""
    return ""


def _outright(words: str) -> str:
    """A name that the wording itself gives: beside the number, before its post, or "my colleague"."""
    match = _OF_OURS.search(words) or _PERSON_AND_POST.search(words)
    return first_name_in(words)[0] or (str(match[1]) if match else "")


def first_name_in(words: str) -> tuple[str, str]:
    """A first name that stands right beside a number or address, and those words; both empty without one."""
    for pattern in _FIRST_NAMES:
        for match in pattern.finditer(words):
            if not _NO_NAME.match(match[1]):
                return str(match[1]), str(match[0])
    return "", ""


def name_beside(lines: Sequence[str], number: str) -> str:
    """Who stands in the line of a number at the end: a first name, or a post."""
    for line in (line for line in lines if number in line):
        name, beside = first_name_in(line)
        if name and number in beside:
            return name
        if not name and (post := post_in(line)):
            return post
    return ""


def post_in(words: str) -> str:
    """A post that stands for whoever holds it: "Duty adviser" of "Duty adviser 01632 960470, 10 to 4"."""
    match = _POST_BEFORE.search(words)
    if match is None:
        return ""
    said = re2.sub(rf"[,:]? {_WAY}$", "", match[0])
    return str(said).lstrip(".!?: ")


def in_full_by(address: str, given: str, text: str) -> str:
    """The full name of whom a sentence calls by the first, where the address and the draft have both."""
    parts = address.partition("@")[0].split(".")
    if len(parts) != 2 or parts[0].casefold() != given.casefold():  # noqa: PLR2004 - a first name and a last
        return given
    match = re2.search(rf"(?i)\b{re2.escape(parts[0])} {re2.escape(parts[1])}\b", text)
    return str(match[0]) if match else given


def labelled_in(lines: Sequence[str]) -> tuple[str, str]:
    """The name behind a label such as "Any query:" or "Clerk:", and its line; both empty without one."""
    for line in lines:
        match = _LABELLED.search(line.strip())
        if match and not _NOT_TO_BE_ASKED.search(line):
            return str(match[1]), line
    return "", ""
