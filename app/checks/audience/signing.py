"""How does a mail close: with a name, a post, an office?

Looks at the signature and at the last short lines of the author's own text.
"""

from app import linear
from app.checks.wording.greeting import has_closing
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.people import Who
from app.domain.reading import Reading

_LINES = 5
_LONGEST = 80
_TAIL = 1_500
_NAME_WORDS = 5
_SENTENCE_WORDS = 4
_OFFICE = whole_any(r"""
    from (?:all|everyone|everybody) (?:of|in|at)|schools?|academy|college|nursery|federation|council|trust|county hall|borough|authority|team|department|dept|directorate
    services?|office|offices|centre|unit|admissions|reception|communications|pta|governors|trustees|library
    (?:head|deputy|assistant|teacher|tutor|senco|sendco|manager|officer|advis[eo]r|director|co-?ordinator|administrator|secretary|bursar|lead|principal|headteacher|caretaker|clerk|chair)(?:teacher)?
""")  # noqa: E501 - one phrase a line
_WORD = linear.compile(r"[\pL'\x{2019}-]+")
_NAME_LINE = linear.compile(
    r"^[-~\x{2013}\x{2014} ]*[\pL][\pL.'\x{2019} -]*(?:\s*\([^)]*\))?[,.!]?(?:\s*x+)?$"
)
_NO_NAME = whole_any("""
    regards|wishes|thanks|thank you|cheers|sincerely|faithfully|truly|best|yours|soon|advance|love
    hello|hi|hiya|dear|morning|afternoon|evening|hope (?:that|this|it|you|to)|helps
    sorry|okay|yes|no|great|lovely|perfect|this|that|please
""")


def closing_lines(reading: Reading) -> list[str]:
    """The lines of the signature, and the last short ones of the author's own text before it."""
    signed = [line.strip() for line in reading.signature.splitlines() if line.strip()]
    own = [line.strip() for line in reading.own.rstrip()[-_TAIL:].splitlines() if line.strip()]
    return [line for line in own[-_LINES:] if len(line) <= _LONGEST] + signed


def is_signed(reading: Reading) -> bool:
    """Whether a name, a post or an office closes the mail."""
    lines = closing_lines(reading)
    sender = reading.draft.sender
    names = {w.lower() for w in _WORD.findall(sender.name) if len(w) > 1} if sender else set()
    if any(_OFFICE.search(line) or names & {w.lower() for w in _WORD.findall(line)} for line in lines):
        return True
    at = max(0, len(reading.own.rstrip()) - _TAIL)
    if any(p.who is Who.SENDER and p.field is Field.BODY and p.start >= at for p in reading.people):
        return True
    after_closing = has_closing(reading.own)
    return any(_is_name(line, after_closing=after_closing) for line in lines[-_LINES:])


def _is_name(line: str, *, after_closing: bool) -> bool:
    """Whether the last line is a name: "Jo", "Jo Smith x", "JS"."""
    words = line.strip("-~\u2013\u2014 ").split()
    if not 1 <= len(words) <= _NAME_WORDS or not _NAME_LINE.match(line) or _NO_NAME.search(line):
        return False
    if len(words) >= _SENTENCE_WORDS and line.endswith((".", "!")):
        return False
    return after_closing or words[0][:1].isupper()
