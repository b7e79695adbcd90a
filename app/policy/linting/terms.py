"""Which words does a document lean on without saying what they mean?

Three kinds: a word that is defined, but used for more than its definition holds; a word that decides
what staff may do and is never defined; a quantity without a number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from app.policy.linting.stance import Stance
from app.policy.linting.statement import Statement
from app.policy.remark import Remark, RemarkKind

SHOWN = 5
NEAR = 40

_DEFINITION = re2.compile(
    r"(?i)(?:^|[(“‘\"'.]\s*|\b(?:the )?(?:word|term)\s+)[“‘\"']?(?:an? "
    r"|the )?([a-z][a-z-]+)[”’\"']?(?: (?:e-?mails?|mail|messages?|matters?|calls?|cases?))?\s+(?:(?:is"
    r"|are|can be) defined as|means?(?: only)?(?: an?| any(?:thing)?| the| one| something| mail"
    r"| messages?| matters?)|(?:in this (?:context|policy|document|guidance) )?(?:refers? to"
    r"|relates? to|covers?|means?|is limited to)|(?:is|are) (?:only |any |those |one |mail |messages? "
    r"|matters? )+(?:which |that |about |where |concerning )?)\s*([^.;]+)"
)
_NOT_TERMS = frozenset(
    "also and by it policy section that there this what which document no guidance these".split()  # noqa: SIM905 - a closed list reads best as words
)
_PAIRED = (
    r"(?i)\b(?:(?:if|unless|when|only|is|are|be|an?|genuinely|truly|really)\s+)?(?:({term})\s+(?:or"
    r"|and)\s+(?:an? )?([a-z]+)|([a-z]+)\s+(?:or|and)\s+(?:an? )?({term}))(?:\s+(?:e-?mails?|messages?"
    r"|matters?|cases?|situations?|calls?|requests?|news|notices?|information|needs?)\b)|\b(?:if|unless"
    r"|when|only)\s+(?:it is |they are |something is |there is )?(?:an? )?(?:({term})\s+(?:or"
    r"|and)\s+(?:an? )?([a-z]+)|([a-z]+)\s+(?:or|and)\s+(?:an? )?({term}))\b"
)

_QUANTITIES = re2.compile(
    r"(?i)\b(bulk|mass|large|small|lengthy|prolonged|extended|regular(?:ly)?|frequent(?:ly)?|promptly"
    r"|quickly|as soon as possible|in good time|reasonable (?:levels?|amounts?|time|number|limits?)"
    r"|(?:high|significant|excessive) (?:volumes?|numbers?|amounts?)|short (?:period|time|notice))\b"
)
_MEASURED = re2.compile(
    r"(?i)\b(?:mails?|e-?mails?|messages?|attachments?|files?|documents?|papers|amounts?|volumes?"
    r"|lists?|groups?|forward\w*|period|absence|time|reviews?|reviewed|check\w*|monitor\w*|updat\w*"
    r"|answer\w*|repl(?:y|ies)|respon\w+|delet\w*|possible|levels?|notice|numbers?|limits?|used|basis"
    r"|training|back[ -]?ups?|inform)\b"
)
_A_NUMBER = re2.compile(
    r"(?i)\b\d+(?:[.,]\d+)?\s*(?:%|kb|mb|gb|working|days?|weeks?|months?|years?|hours?|minutes?|people"
    r"|recipients|addresses|readers|schools|wards|members|pages|times)|\b(?:one|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred)\s+(?:or more |or fewer )?(?:working "
    r"|school )?(?:days?|weeks?|months?|years?|hours?|minutes?|people|recipients|addresses|readers"
    r"|schools|wards|members)\b|\b(?:daily|weekly|monthly|termly|quarterly|yearly|annually|(?:each"
    r"|every|a|per) (?:day|week|month|term|year))\b"
)

_DECIDING = re2.compile(
    r"(?i)\b(confidential|sensitive|urgent|non-urgent|vital|non-vital|contentious|exceptional"
    r"|reasonable cause|genuine(?:ly)? urgent|inappropriate|unsuitable|business need|legitimate reason"
    r"|if (?:appropriate|necessary)|(?:where|as|when|wherever) (?:appropriate|necessary)"
    r"|authorised (?:staff|persons?|users?)|unapproved (?:persons?|organisations?)|official business)\b"
)
_CONDITION = re2.compile(r"(?i)\b(?:only|unless|if)\b")
_EXPLAINED = (
    r"(?i)\b{term}\w*[”’\"')]?\s+(?:\w+ ){{0,2}}(?:means?|is defined|are defined|refers?|includ\w+"
    r"|covers?|relates?|in this context|such as|is (?:any|one|when|where)|\(|e\.g\.|for example)"
    r"|what constitutes {term}|\bdefin\w+ (?:\w+ ){{0,2}}{term}"
)


def defined_too_narrowly(statements: Sequence[Statement]) -> Iterator[Remark]:
    """Words that are defined, and elsewhere joined with a word that the definition leaves out."""
    for definition in _definitions(statements):
        pattern = re2.compile(_PAIRED.format(term=re2.escape(definition.term)))
        for use in statements:
            if use.document != definition.statement.document or use == definition.statement:
                continue
            if match := pattern.search(use.text):
                partner = (match[2] or match[3] or match[6] or match[7]).lower()
                if _is_left_out(partner, definition, statements):
                    yield _narrow(definition, use, match.start(), partner)
                    break


@dataclass(frozen=True, slots=True)
class _Definition:
    statement: Statement
    term: str
    at: int
    meaning: str
    meaning_at: int


def _definitions(statements: Sequence[Statement]) -> Iterator[_Definition]:
    for statement in statements:
        for match in _DEFINITION.finditer(statement.text):
            if match[1].lower() not in _NOT_TERMS:
                yield _Definition(statement, match[1].lower(), match.start(1), match[2], match.start(2))


def _is_left_out(partner: str, definition: _Definition, statements: Sequence[Statement]) -> bool:
    """Whether the document speaks of the other word as a kind of its own, and never says what it is."""
    stem = partner[:5]
    if len(partner) < len("fire") or stem in definition.meaning.lower() or partner in _NOT_TERMS:
        return False
    explained = re2.compile(_EXPLAINED.format(term=re2.escape(partner)))
    return not any(
        s.document == definition.statement.document and explained.search(s.text) for s in statements
    )


def _narrow(definition: _Definition, use: Statement, at: int, partner: str) -> Remark:
    message = (
        f"{use.cited(at)} speaks of {partner!r} beside {definition.term!r}, but {definition.term!r} is "
        f"defined as "
        f"no more than {definition.statement.cited(definition.meaning_at)}, and {partner!r} not at all. So "
        f"what is "
        f"{partner} but outside that definition is not {definition.term} here. Say what {partner!r} means, "
        f"and "
        "what then holds."
    )
    place = definition.statement
    line = place.line_at(definition.at)
    return Remark(RemarkKind.DEFINED_TOO_NARROWLY, place.pack, "", line, message, place.document)


def vague_quantities(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a document: its quantities that no number goes with."""
    found: dict[str, tuple[Statement, int, str]] = {}
    numbered: set[str] = set()
    for statement in statements:
        for match in _QUANTITIES.finditer(statement.text):
            word = match[1].lower().removesuffix("ly")
            if _A_NUMBER.search(_around(statement.text, match.start(), match.end())):
                numbered.add(word)
            elif _MEASURED.search(_around(statement.text, match.start(), match.end())):
                found.setdefault(word, (statement, match.start(), match[1].lower()))
    vague = [(shown, (s, at)) for word, (s, at, shown) in found.items() if word not in numbered]
    if vague:
        first = vague[0][1][0]
        said = "; ".join(
            f"{word!r}: {s.quoted(at, 8)}, line {s.line_at(at)}" for word, (s, at) in vague[:SHOWN]
        )
        message = (
            f"No number says how many, how much, how often or how soon. {said}. Give each a number here, "
            f"or set "
            "it in the pack and tell staff that it is your own."
        )
        line = first.line_at(vague[0][1][1])
        yield Remark(RemarkKind.VAGUE_QUANTITY, first.pack, "", line, message, first.document)


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - NEAR) : end + NEAR]


def undefined_terms(statements: Sequence[Statement]) -> Iterator[Remark]:
    """One remark a document: words that decide what staff may do, and that it never defines."""
    found: dict[str, tuple[Statement, int]] = {}
    for statement in statements:
        if statement.stance is Stance.SAYS and not _CONDITION.search(statement.text):
            continue
        for match in _DECIDING.finditer(statement.text):
            found.setdefault(match[1].lower(), (statement, match.start()))
    undefined = [
        (term, place)
        for term, place in found.items()
        if not _is_explained(term.rsplit(" ", 1)[-1], statements)
    ]
    if undefined:
        first, at = undefined[0][1]
        said = "; ".join(
            f"{term!r}: {s.quoted(i, 8)}, line {s.line_at(i)}" for term, (s, i) in undefined[:SHOWN]
        )
        message = (
            f"These decide what staff may do, but are not defined. {said}. Say in a sentence, or with an "
            "example, what each means."
        )
        yield Remark(RemarkKind.UNDEFINED_TERM, first.pack, "", first.line_at(at), message, first.document)


def _is_explained(term: str, statements: Sequence[Statement]) -> bool:
    explained = re2.compile(_EXPLAINED.format(term=re2.escape(term)))
    return any(explained.search(statement.text) for statement in statements)
