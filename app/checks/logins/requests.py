"""Is the reader asked for a password or a code?

A word for sending or telling, whose it is, and the thing. Warnings never to send one are no requests, nor
is what stands in quotation marks or what another message is told to say (somebody reports a trick).
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import re2

from app.checks.logins.cues import THINGS
from app.checks.logins.secrets import Secret
from app.checks.patterns.candidates import EXAMINED_AT_MOST
from app.checks.patterns.passages import Passage
from app.checks.tone.quotation import Quotations

_NOUN = r"(?:pass ?-?words?|passwd|pwd|p/?ws?|pass ?-?codes?|pass ?-?phrases?|pswd)"
_LOCK_CODE = (
    rf"(?:{THINGS} (?:pass|key|entry|access|pin)? ?(?:codes?|numbers?|combinations?|combo|pins?)"
    r"|(?:wi-?fi|wireless|network) (?:keys?|codes?|pass ?words?|pw))"
)
_THING = (
    rf"(?:{_NOUN}|pins?(?: numbers?| codes?)?|log ?-?ins?(?: details| info\w*)?|log ?-?ons?(?: details)?"
    r"|sign ?-?in(?: details)?|credentials|creds|user ?-?names? (?:and|&|/|\+) (?:pass ?words?|pw|pin)"
    r"|security codes?"
    r"|access codes?|one[ -]time (?:code|password|passcode)|(?:authenticator|verification|2fa|mfa) codes?"
    rf"|memorable (?:words?|dates?|names?|information)|{_LOCK_CODE})"
)
_GIVES = (
    r"(?:send|give|tell|text|e-?mail|share|let me (?:have|know|borrow|use)|let us (?:have|know)|pass"
    r"|forward|message"
    r"|ping|drop|pop|whatsapp|remind me of|read|reply with|respond with|come back with|leave|write down"
    r"|jot down"
    r"|hand over|lend|(?:mind|of|about|consider) (?:sending|giving|telling|texting|sharing|passing"
    r"|forwarding)"
    r"|(?:please|pls|plz|kindly|you|to) (?:\w+ )?(?:provide|supply|state|quote|confirm))"
)
_WANTS = (
    r"(?:(?:I|we)(?:['\x{2019}](?:ll|d))? (?:\w+ ){0,2}?(?:need|want|have|require)|(?:can|could"
    r"|may) (?:I|we) (?:\w+ )?have"
    r"|what is|what's|what\x{2019}s|what are|whats|what was|(?:I|we|me) (?:\w+ )?(?:get|borrow|use|grab"
    r"|know|take|see)|after)"
)
_TO_WHOM = (
    r"(?: (?:it |me|us|over|through|back|across|to me|a copy of|with|on|along|out|down|again|by e-?mail"
    r"|please|pls|quickly"
    r"|the office|this office|the help ?desk|ICT|IT))*"
)
_WHOSE = (
    r"(?:your|yr|ur|his|her|their|my deputy's|everyone's|one of your|the [a-z]+['\x{2019}]s"
    r"|(?-i:[A-Z][A-Za-zÀ-ɏ'\x{2019}-]+ ?){1,2}['\x{2019}]s|(?-i:[A-Z][A-Za-zÀ-ɏ-]+s)['\x{2019}])"
)
_ASKS = re2.compile(rf"(?i)\b(?:{_GIVES}|{_WANTS}){_TO_WHOM},? {_WHOSE} ((?:[\w-]+ ){{0,4}}?){_THING}\b")
_TO_ME = re2.compile(
    rf"(?i)\b(?:{_GIVES}) (?:me|us)(?: (?:over|back|again|across|please|through))? (?:the|a|any|all the"
    r"|those) "
    rf"((?:[\w'\x{{2019}}-]+ ){{0,3}}?)(?:{_NOUN}|log ?-?ins?(?: details)?|log ?-?on(?: details)?"
    r"|credentials|pin)\b"
)
_ASKS_THE = re2.compile(
    r"(?i)\b(?:what is|what's|what\x{2019}s|whats|what was|remind me of|remind me what|(?:can|could|may"
    r"|might) (?:I|we) (?:please )?(?:have|get|grab)"
    rf"|(?:{_GIVES})(?: or (?:{_GIVES}))? (?:me|us)(?: (?:over|back|again|across|please|through))?) "
    rf"(?:the|that|this week's|today's) ((?:[\w'\x{{2019}}-]+ ){{0,3}}?)(?:{_NOUN}|pins?|{_LOCK_CODE})\b"
)
_OPENING = (
    r"(?:(?:can|could|would|will|may|might) (?:you|u|I|we|someone|somebody|anyone|anybody|one of you)"
    r"|any chance (?:of|you)"
    r"|who(?:['\x{2019}]s| has| knows| remembers)|do(?:es)? (?:you|u|anyone|anybody|someone"
    r"|somebody) (?:know|have|remember)"
    r"|anyone (?:know|got|have)|(?:please|pls|plz))"
)
_OPEN_REQUEST = re2.compile(
    rf"(?i)\b{_OPENING}(?: [\w'\x{{2019}},-]+){{0,7}}? (?:{_WHOSE}|the|that|this|everyone's|all) "
    rf"((?:[\w'\x{{2019}}-]+ ){{0,3}}?)(?:{_NOUN}|pins?|log ?-?ins?(?: details)?|log ?-?ons?|credentials"
    rf"|{_LOCK_CODE})\b"
)
_HANDS_OVER = re2.compile(
    r"(?i)\b(?:have|send|text|tell|give|share|e-?mail|know|knows|has|got|remember|remembers|borrow|use"
    r"|let|pass|remind|read"
    r"|who['\x{2019}]s|chance of|ping|forward|message|whatsapp|drop|add|jot|list|attach|include|write"
    r"|note|return|reply|pop)\b"
)
_TO_OTHERS = re2.compile(
    r"(?i)\b(?:reset|change|changing|update|my|own|if|whether|that|when|about|policy|for a|form|link"
    r"|to (?:him|her|them|parents|pupils)|remember to"
    r"|know (?:the )?importance|keep|protect|log in|sign in|new|tell (?:him|her|them|parents|pupils"
    r"|staff)|let (?:him|her|them|parents|staff))\b"
)
_WHAT_YOU_USE = re2.compile(
    r"(?i)\b(?:tell|send|give|text|message|let)(?: me| us)(?: know)? (?:what|whatever) (?:you|u) (?:use"
    r"|type|put|normally use|usually use)"
    r"(?: in)? to (?:get in(?:to)?|log in(?:to)?|log on(?:to)?|open|unlock|sign in)\b"
)
_SENT_OVER = re2.compile(
    rf"(?i)\b(?:{_GIVES}) (?:over|across|through|back) the ((?:[\w'\x{{2019}}-]+ ){{0,3}}?)"
    rf"(?:{_NOUN}|log ?-?ins?(?: details)?|log ?-?on(?: details)?|credentials|pins?|{_LOCK_CODE})\b"
)
_LACKS = re2.compile(
    r"(?i)\b(?:forgot(?:ten)?|lost|can['\x{2019}]?t (?:remember|find)|don['\x{2019}]?t (?:know|have)"
    r"|haven['\x{2019}]?t got|locked out|mislaid|need)\b"
    rf"[^.\n!?]{{0,40}}(?:{_NOUN}|pin\b|log ?-?in|{_LOCK_CODE})[^\n]{{0,60}}"
    r"\b((?:can|could|would|will) (?:you|u|someone|somebody) (?:\w+ ){0,2}?(?:re-?send|send|ping|text"
    r"|e-?mail|give|forward|whatsapp|message|drop)"
    r"(?: me| us)? (?:it|that|them|mine|the details)\b)"
)
_ASKS_CODE = re2.compile(
    r"(?i)\b(?:send|give|tell|text|forward|read|e-?mail|message|share|ping|pass)(?: out)? (?:me"
    r"|us) (?:the|that) "
    r"(?:[\w-]+ ){0,2}(?:codes?|numbers?|pin|digits|figures) (?:that )?(?:you|you've|they|it|has|was"
    r"|just|which|from|on)\b"
    r"(?: \w+)?(?: (?:received|got|get|sent|were sent|texted))?"
)
_REFUSES = re2.compile(
    r"(?i)\b(?:never|not|n['\x{2019}]t|cannot|without|nobody|no one|should"
    r"|(?:anyone|anybody|somebody|someone)(?: who)? (?:\w+ )?(?:asks?|wants?|phones?|calls?|rings?|says?"
    r"|e-?mails?|demands?)|if (?:we|they|you)|must|avoid|refuse|asks?|asked|asking|scam|phishing"
    r"|don['\x{2019}]t|to learn)\b"
)
_TOLD = re2.compile(
    r"(?i)\b(?:e-?mails?|messages?|texts?|letters?|notes?|calls?|callers?|pop-?ups?|scam|it|which|that)"
    r" (?:\w+ ){0,4}?(?:says?|said|saying|reads?|reading|claims?|claiming|wants|wanting|wanted)\b"
)
_NOT_ITS_OWNER = re2.compile(
    r"(?i)\b(?:to|that|keep|about|if|when|or|form|consent|for|policy|new|child's|own|forgotten|reset|old"
    r"|temporary)\b"
)
_ONLY_ABOUT = re2.compile(
    r"(?i)^[ -](?:forms?|cards?|slips?|sheet|page|screen|polic|reset|settings|link|problem|issue"
    r"|manager|protect|safe|secure|works?\b|working|has\b|is\b|was\b|expir|chang|regular|every|secret|private"
    r"|guid|hint|strength|request|field|box|requirement|rules|to yourself|yet\b|yourself|in (?:the|this) )"
)
_OFFER = re2.compile(
    r"(?i)\b(?:we|i|they|he|she|it|ict|who)(?:['\x{2019}]ll| will| can| have|['\x{2019}]ve| could| shall"
    r"| would)\s+(?:\w+ )?$"
)
_SENTENCE = re2.compile(r"[.!?\n;]")
_SAID_NO = re2.compile(
    r"(?i)\b(?:never|not|n['\x{2019}]t|nobody|without|avoid|refuse|scam|phishing|asks|asked|asking"
    r"|\w*n['\x{2019}]t)\b"
)
_POLITE = re2.compile(
    r"(?i)^(?:(?:please|pls|plz|kindly|to|(?:can|could|would|will|may|might|do|does)? ?(?:you|u|someone"
    r"|somebody|anyone|anybody|I|we)(?:['\x{2019}](?:ll|d))?) "
    r"(?:(?:please|pls|also|just|now|will|would|do|really|still) ){0,2})*"
)
_TO_NOBODY = re2.compile(
    r"(?i)\b(?:no ?one|nobody|anyone|anybody|puts|put (?:\w+ ){1,2}at|is a|is not|is against|by typing"
    r"|twice)\b"
)
_IF_YOU = re2.compile(
    r"(?i)\bif (?:you|u)(?:['\x{2019}]d)?"
    r"(?: (?:can|could|would|just|please|quickly|want to|like to|care to|were to"
    r"|do(?:n['\x{2019}]?t)?|would(?:n['\x{2019}]t)?|mind))*$"
)
_ASKED_FOR_SELF = re2.compile(r"(?i)\b(?:me|us)\b")
_ENDS_BADLY = re2.compile(
    r"(?i)\b(?:not|never|cannot|breach\w*|against|report (?:it|you|this|that)|disciplin\w*|mistake|accident|"
    r"delete|block\w*|change it|no longer|safe|unsafe|trouble)\b|n['\x{2019}]t\b"
)
_BEFORE = 80
_AFTER = 40
_TO_THE_END = 120


def find_requests(passage: Passage) -> Iterator[Secret]:
    """Every request for somebody's password or code, once."""
    last = -1
    for secret in sorted(_requests(passage), key=lambda one: (one.start, one.end)):
        if secret.start >= last:
            last = secret.end
            yield secret


def _requests(passage: Passage) -> Iterator[Secret]:
    quotations = Quotations(passage.text)
    for shape in (_ASKS, _TO_ME, _ASKS_THE, _SENT_OVER, _WHAT_YOU_USE, _ASKS_CODE):
        for match in islice(shape.finditer(passage.text), EXAMINED_AT_MOST):
            sentence = _SENTENCE.split(passage.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
            if _is_about_something_else(
                match.group(1) if match.re.groups else "", passage.text[match.end() : match.end() + 16]
            ):
                continue
            if quotations.holds(match.start()) or _TOLD.search(sentence) or _OFFER.search(sentence):
                continue
            after = _SENTENCE.split(passage.text[match.end() : match.end() + _TO_THE_END])[0]
            if _REFUSES.search(_asked_by_if(sentence, match.group(), after) + " " + match.group()):
                continue
            if _TO_NOBODY.search(after[:_AFTER]) is None:
                start = match.start() + _POLITE.match(match.group()).end()
                yield Secret("asks-for-password", passage, start, match.end())
    for match in islice(_OPEN_REQUEST.finditer(passage.text), EXAMINED_AT_MOST):
        yield from _open_request(passage, match, quotations)
    for match in islice(_LACKS.finditer(passage.text), EXAMINED_AT_MOST):
        yield Secret("asks-for-password", passage, *match.span(1))


def _asked_by_if(sentence: str, words: str, after: str) -> str:
    """What stands before a request, without the "if you" that makes it one ("if you drop me …, I will …").

    Where it goes on to what must not be, or to harm, "if you" warns and stays.
    """
    polite = _IF_YOU.search(sentence.rstrip())
    if polite is None or _ASKED_FOR_SELF.search(words) is None or _ENDS_BADLY.search(after):
        return sentence
    return sentence[: polite.start()]


def _open_request(passage: Passage, match: Any, quotations: Quotations) -> Iterator[Secret]:
    words, after = match.group(), passage.text[match.end() : match.end() + 16]
    before = _SENTENCE.split(passage.text[max(0, match.start() - _BEFORE) : match.start()])[-1]
    if _HANDS_OVER.search(words) is None or _TO_OTHERS.search(words) or _ONLY_ABOUT.match(after):
        return
    if not (quotations.holds(match.start()) or _TOLD.search(before) or _SAID_NO.search(before + words)):
        start = match.start() + _POLITE.match(words).end()
        yield Secret("asks-for-password", passage, start, match.end())


def _is_about_something_else(between: str, after: str) -> bool:
    return _NOT_ITS_OWNER.search(between) is not None or _ONLY_ABOUT.match(after) is not None
