"""Does a sentence of a policy allow, ask for, or rule out what it speaks of?

Reads modal words, not meaning: the first of them decides. An item of a list takes the stance of the
line that leads into it ("You can:", "Do not:"), unless it has one of its own.
"""

from enum import StrEnum

import re2


class Stance(StrEnum):
    """What a sentence does about its subject."""

    ALLOWS = "allows"
    ASKS = "asks for"
    RULES_OUT = "rules out"
    SAYS = "says"


_WHO = (
    r"you|we|they|staff|employees?|colleagues?|everybody|everyone|anybody|anyone|members?|officers?"
    r"|users?|teachers?|nurses?|doctors?|coaches?|volunteers?|players?|managers?|practitioners?|teams?"
    r"|schools?|parents?|carers?|people|clinicians?|wards?|patients?|trustees?|workers?|tutors?"
    r"|drivers?"
)
_RULES_OUT = re2.compile(
    r"(?i)\b(?:must|should|shall|may|can|will)\s+(?:\w+ly\s+)?(?:not|never)\b|\b(?:cannot|(?:mustn"
    r"|shouldn|can|won)[’'‘]t)\b|(?:^|[;,:]\s|\b(?:please|and|staff|but)\s+)do(?:\s+not|n[’'‘]t)\b"
    r"|\bnot\s+(?:be\s+)?(?:\w+ly\s+)?(?:permitted|allowed|acceptable|appropriate|to\s+be|authorised)\b"
    r"|^(?:not|no)\b|\bnever\b|\bnobody\s+(?:may|can|is)\b|\bno\s+(?:member|staff|one|employee)s?\b"
    r"|\b(?:prohibited|forbidden|banned|disallowed)\b|\b(?:is|are)\s+inappropriate\b|\b(?:under"
    r"|in)\s+no\s+circumstances\b|\brefrain\b|(?:^|\b(?:should|must|please"
    r"|always)\s+)(?:be\s+)?avoid(?:ed)?\b"
)
_ALLOWS = re2.compile(
    rf"(?i)\b(?:{_WHO})\s+(?:\w+ly\s+)?(?:may|can|could)\b|\b(?:is|are|be|feel"
    r"|was)\s+(?:also\s+)?(?:\w+ly\s+)?(?:permitted|allowed|welcome|encouraged|acceptable|free|fine"
    r"|entitled|able|tolerated)\b|\bwe\s+(?:\w+ly\s+)?(?:allow|permit|welcome|encourage)\b|\b(?:are"
    r"|is)\s+encouraging\b|\ballowing\b"
)
_ASKS = re2.compile(
    r"(?i)\b(?:must|should|shall|ought\s+to|needs?\s+to|ha(?:ve|s)\s+to|required|obliged|please|always"
    r"|ensure|make\s+sure|(?:asked|expected|reminded|advised)\s+to|(?:is|are)\s+to|useful\s+to"
    r"|essential|will\s+be)\b|^do\b|^(?:add|answer|archive|ask|attach|carry|check|copy|delete|destroy"
    r"|file|forward|give|identify|include|make|inform|keep|limit|name|phone|print|put|quote|read|record"
    r"|remember|remove|reply|report|respond|retain|ring|save|send|share|sign|state|store|take|tell|try"
    r"|type|upload|use|write)\b"
)
_NOUN_FIRST = re2.compile(
    r"(?i)^(?:use|sign|report|file|record|name|phone|store|copy|share|print)s?\s+(?:of|in)\b"
)


_MAY_DO = re2.compile(r"(?i)\b(\w+) (may|can) (\w+)")
_NO_LEAVE = frozenset(
    """also access affect appear be become breach cause change come contain cost damage fail get happen harm
    have help include increase lead lie look lose mean need not occur only remain result seem still want
    """.split()  # noqa: SIM905 - a closed list reads best as words
)


def _may_do(sentence: str) -> int:
    """Where the sentence gives leave to people of a kind that no list holds; 0 for nowhere."""
    for match in _MAY_DO.finditer(sentence):
        who, word, verb = (match[i].lower() for i in (1, 2, 3))
        many = who.endswith("s") and who not in {"this", "emails", "mails", "messages"}
        anyone = f"any {who} " in sentence.lower()
        if verb not in _NO_LEAVE and (anyone or many) and (word == "may" or anyone):
            return int(match.end(2))
    return 0


def stance_of(sentence: str) -> Stance:
    """The stance of a sentence by itself."""
    sentence = _NOUN_FIRST.sub("", sentence)
    found = {
        stance: match.end()
        for stance, pattern in (
            (Stance.RULES_OUT, _RULES_OUT),
            (Stance.ALLOWS, _ALLOWS),
            (Stance.ASKS, _ASKS),
        )
        if (match := pattern.search(sentence))
    }
    if may := _may_do(sentence):
        found.setdefault(Stance.ALLOWS, may)
    if not found:
        return Stance.SAYS
    if Stance.RULES_OUT in found and found[Stance.RULES_OUT] <= min(found.values()) + len(
        " not never allowed"
    ):
        return Stance.RULES_OUT
    return min(found, key=found.__getitem__)
