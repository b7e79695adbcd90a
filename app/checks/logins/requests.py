"""Is the reader asked for a password or a code?

A word for sending or telling, whose it is, and the thing. Warnings never to send one are no requests, nor
is what stands in quotation marks or what another message is told to say (somebody reports a trick).
"""

from collections.abc import Iterator
from itertools import islice

import re2

from app.checks.logins.secrets import Secret
from app.checks.patterns.candidates import EXAMINED_AT_MOST
from app.checks.patterns.passages import Passage
from app.checks.tone.quotation import Quotations

_NOUN = r"(?:pass ?words?|passwd|pwd|p/?w|pass ?codes?|pass ?phrases?|pswd)"
_ASKS = re2.compile(
    r"(?i)\b(?:send(?:ing)?|giv(?:e|ing)|tell(?:ing)?|text(?:ing)?|e-?mail(?:ing)?|shar(?:e|ing)"
    r"|let(?:ting)? me have|let me know|forward|provide|supply|confirm"
    r"|reply with|respond with|need|want|have|"
    r"message|remind me of|what is|what's|what are|whats)(?: (?:it |me|us|over|through|back|to me"
    r"|a copy of|with))*,? "
    r"(?:your|his|her|their|my deputy's|(?:[A-Z][A-Za-zÀ-ɏ'\x{2019}-]+ ?){1,2}['\x{2019}]s"
    r"|(?:[A-Z][A-Za-zÀ-ɏ-]+)['\x{2019}]s) ((?:[\w-]+ ){0,4}?)"
    rf"(?:{_NOUN}|pin(?: number| code)?|log ?-?ins?(?: details)?|log ?-?on details|credentials"
    rf"|user ?name and password|security code|access codes?|one[ -]time (?:code|password))\b"
)
_ASKS_CODE = re2.compile(
    r"(?i)\b(?:send|give|tell|text|forward|read)(?: out)? (?:me"
    r"|us) the (?:[\w-]+ )?code (?:that )?(?:you|you've|they) (?:\w+ )?(?:received|got|get|sent|were sent)"
)
_REFUSES = re2.compile(
    r"(?i)\b(?:never|not|n['\x{2019}]t|cannot|without|nobody|no one|should|anyone|anybody|somebody"
    r"|someone|if (?:we|they|you)|must|avoid|refuse|asks?|asked|asking|scam|phishing)\b"
)
_TOLD = re2.compile(
    r"(?i)\b(?:e-?mails?|messages?|texts?|letters?|notes?|calls?|callers?|pop-?ups?|scam|it|which|that)"
    r" (?:\w+ ){0,4}?(?:says?|said|saying|reads?|reading|claims?|claiming|wants|wanting|wanted)\b"
)
_NOT_ITS_OWNER = re2.compile(r"(?i)\b(?:to|that|keep|about|if|when|and|or|form|consent|of|for|policy)\b")
_ONLY_ABOUT = re2.compile(
    r"(?i)^[ -](?:forms?|cards?|slips?|sheet|page|screen|polic|reset|settings|link|problem|issue"
    r"|manager|protect|safe|secure"
    r"|guid|hint|strength)"
)
_SENTENCE = re2.compile(r"[.!?\n;]")
_BEFORE = 80


def find_requests(passage: Passage) -> Iterator[Secret]:
    """Every request for somebody's own password or code."""
    quotations = Quotations(passage.text)
    for shape in (_ASKS, _ASKS_CODE):
        for match in islice(shape.finditer(passage.text), EXAMINED_AT_MOST):
            sentence = _SENTENCE.split(passage.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            if _is_about_something_else(
                match.group(1) if shape is _ASKS else "", passage.text[match.end() : match.end() + 12]
            ):
                continue
            if quotations.holds(match.start()) or _TOLD.search(sentence):
                continue
            if _REFUSES.search(sentence + match.group()) is None:
                yield Secret("asks-for-password", passage, match.start(), match.end())


def _is_about_something_else(between: str, after: str) -> bool:
    return _NOT_ITS_OWNER.search(between) is not None or _ONLY_ABOUT.match(after) is not None
