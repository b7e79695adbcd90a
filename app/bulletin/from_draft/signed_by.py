"""Who signs a draft, where its mailbox is a team's?

The name in the last line that looks like one, begins a block or follows a sign-off, and is none of a list; or
the team, as it signs itself.
"""

from collections.abc import Sequence

import re2

from app.reading.signature import is_sign_off

TEAM = re2.compile(
    r"\b(?:the )?((?:\p{Lu}[\pL&'-]*|and|&|of)(?: (?:\p{Lu}[\pL&'-]*|and|&|of|duty))*"
    r" (?:[Tt]eam|[Ss]ervices?|[Hh]elp ?[Dd]esk|[Hh]elpline|[Hh]ub|[Oo]ffice|[Dd]esk|[Dd]uty (?:line|desk)"
    r"|[Ll]ine|[Cc]ontrol [Rr]oom|[Ss]ection|[Ss]tandards|[Cc]entre))\b"
)
_SIGNED_IN_LINE = re2.compile(
    r"^(?i:(?:with )?(?:(?:kind(?:est)?|best|warm(?:est)?|many|yours) )?(?:regards|wishes|thanks|sincerely"
    r"|faithfully)[,.]? (?:from )?)(\p{Lu}[\pL'\x{2019}-]+(?: \p{Lu}[\pL'\x{2019}-]+){1,3})\s*(?:$|[,|])"
)
_WRITTEN_NAME = re2.compile(
    r"^(?:[Tt]he )?(\p{Lu}[\pL'\x{2019}-]*(?: (?:(?:and|of|for|&|de|van|der"
    r"|la) )?\p{Lu}[\pL'\x{2019}-]*\.?){1,4})"
    r"(?:\s*(?:$|[,|(])|\s+x+\s*$|\s[\x{2013}\x{2014}-]\s)"
)
_LAST_LINES = 15
_LONGEST_NAME_LINE = 12
_GREETS = re2.compile(r"^(?:Dear|Hi|Hello|Hey|Hiya|Good (?:morning|afternoon))\b")
_POST = re2.compile(
    r"(?i)\b(?:advis[eo]r|officer|manager|lead(?:er)?|director|co-?ordinator|head|deputy|teacher|clerk"
    r"|secretary"
    r"|psychologist|nurse|archivist|partner\w*|project|programme|group|university|consultant|specialist"
    r"|assistant|administrator|council|department)\b"
)
SHARED = re2.compile(
    r"(?:team|service|office|hub|desk|unit|school|admission|training|forum|network|info|enquir|support"
    r"|help|hr|quer|appeal|employer"
    r"|finance|payroll|governor|safe|health|sport|music|library|transport|policy|data|early|inclusion|send?co"
    r"|education|learning|booking|event|grant|bid|award|nurse|survey|return|test|assess|trust|young|children)"
)


def signed(below: Sequence[str]) -> str:
    """The name in the last line that looks like one and begins a block; one among other names is a list's."""
    name, person, lines = "", "", [line.strip() for line in below]
    for at in [at for at, line in enumerate(lines) if line][-_LAST_LINES:]:
        if match := _SIGNED_IN_LINE.match(lines[at]):
            name = person = str(match[1])
            continue
        match = _WRITTEN_NAME.match(lines[at])
        before, behind = lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""
        signs_off = is_sign_off(next((line for line in reversed(lines[:at]) if line), ""))
        begins = not any(map(str.isalnum, before)) or is_sign_off(before)
        is_listed = not signs_off and _WRITTEN_NAME.match(behind) is not None and not _is_post(behind)
        is_said = len(lines[at].split()) > _LONGEST_NAME_LINE or (
            "(" in lines[at] and lines[at].endswith(".")
        )
        if (
            match
            and begins
            and not (
                is_said
                or match[1].isupper()
                or is_listed
                or is_sign_off(lines[at])
                or _GREETS.match(lines[at])
            )
        ):
            name = str(match[1])
            person = person if _is_post(name) else name
    return person or name


def in_full(team: str, below: Sequence[str]) -> str:
    """How a team signs: "Admissions Team" where its mailbox is called "Admissions"."""
    begins = f"{team.casefold()} "
    for line in below:
        words = line.strip()
        if words.casefold().startswith(begins) and (match := TEAM.match(words)):
            return str(match[1])
    return team


def _is_post(line: str) -> bool:
    return _POST.search(line) is not None or SHARED.search(line.casefold()) is not None
