"""Whom does a document speak to that will never see a card?

Only people of the organisation have the add-in. What a document asks of families, patients, members
or the public cannot be checked where they write; it needs a staff side, or a help page.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import re2

from app.policy.linting.statement import Statement
from app.policy.pack import Pack
from app.policy.remark import Remark, RemarkKind

_GROUPS = (
    r"parents?(?:[ /]+(?:and|or)?[ /]*(?:carers?|guardians?))?|carers?|guardians?|famil(?:y|ies)"
    r"|patients?|relatives|visitors?|customers?|clients?|residents?|tenants?|service users?|suppliers?"
    r"|contractors?|supporters?|club members?|members of the public|spectators?|donors?|applicants?"
    r"|candidates?|pupils?|students?|learners?"
)
_ADDRESSED = re2.compile(
    rf"(?i)(?:^|[,:;]\s)(?:all |our |if |the )?({_GROUPS})\s+(?:\w+ly\s+)?(?:should|must|need to"
    r"|are (?:asked|requested|required|expected|reminded|advised|not)|shall|ought)\b"
)
_MEANT_FOR = re2.compile(
    r"(?i)\b(?:guidance|guidelines|advice|rules|code|policy|information|notes?"
    rf"|tips) (?:\w+ )?for (?:our |all )?({_GROUPS})\b"
)


def outside_readers(pack: Pack, statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a document: where it speaks to people outside, and how many rules take that up."""
    spoken = [(s, match) for s in statements if (match := _addressed(s))]
    firm = [(s, match) for s, match in spoken if _ADDRESSED.search(s.text)]
    if not firm:
        return
    first, match = firm[0]
    quotes = [rule.clause.quote for rule in pack.rules]
    joined = [" ".join(s.in_full.split()) for s, _ in spoken]
    taken = sum(any(quote in text or text.rstrip(".") in quote for quote in quotes) for text in joined)
    count = "1 sentence does" if len(spoken) == 1 else f"{len(spoken)} sentences do"
    message = (
        f"{first.cited(match.start(1))} speaks to {match[1].lower()}, who do not have the add-in, though "
        f"rules are "
        f"for those who do. Here {count}, down to line {spoken[-1][0].line}; rules rest on {taken} of "
        f"them. Give "
        "the others a staff-side rule, or put them on a help page."
    )
    yield Remark(RemarkKind.OUTSIDE_READERS, pack.id, "", first.line, message, first.document)


def _addressed(statement: Statement) -> Any:
    """The group that a sentence, or the line that leads into it, speaks to."""
    for text in (statement.text, statement.lead):
        if match := _ADDRESSED.search(text) or _MEANT_FOR.search(text):
            return match
    return None
