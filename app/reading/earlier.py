"""Where does an earlier message begin, by what mail clients write in plain words?

Separators ("-----Original Message-----"), header blocks (From, Sent, To, Subject in several
languages), attributions ("On Monday …, Jane wrote:") and lines quoted by ``>``. A header block must
hold an address or a time of day: a memo that an author sets out likewise does not. In an answer or a
forward, which has something to quote, a sender and a subject are enough: phones and web mail write no more.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from app import linear

Stretch = tuple[int, int]

_FROM_WORD = r"(?:from|de|von|van|da|oddi wrth|fra|fr.n|od)"
_SEPARATOR = linear.compile(
    r"(?im)^[ \t*]*(?:-{2,} ?(?:original (?:message|appointment|e-?mail)|forwarded (?:message|by [^\n]{1,80})"
    r"|reply message|urspr.ngliche nachricht|weitergeleitete nachricht|message (?:d.origine|transf.r.)"
    r"|mensaje original|messaggio originale|oorspronkelijk bericht|neges wreiddiol|mensagem original) ?-{2,}"
    r"|begin forwarded message:[ \t]*$"
    rf"|_{{20,}}[ \t]*\n\s*\*?{_FROM_WORD}\*? ?:)"
)
_FROM = linear.compile(rf"(?im)^[ \t]*\*?{_FROM_WORD}\*? ?:\*?[ \t]*\S")
_LABELS = (
    linear.compile(rf"(?i)^[ \t]*\*?{_FROM_WORD}\*? ?:"),
    linear.compile(
        r"(?i)^[ \t]*\*?(?:sent|date|envoy.|gesendet|datum|enviado(?: el)?|fecha|inviato|data|verzonden"
        r"|anfonwyd|dyddiad|sendt|skickat)\*? ?:"
    ),
    linear.compile(
        r"(?i)^[ \t]*\*?(?:to|.|an|para|aan|at|til|till|subject|objet|betreff|asunto|oggetto|onderwerp|pwnc"
        r"|emne|.mne)\*? ?:"
    ),
)
_SUBJECT = linear.compile(
    r"(?i)^[ \t]*\*?(?:subject|objet|betreff|asunto|oggetto|onderwerp|pwnc|emne|.mne)\*? ?:"
)
_TIME = linear.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_CREDIT_END = linear.compile(
    r"(?im)\b(?:wrote|writes|schrieb[^:\n]{0,80}|a .crit|escribi.|ha scritto|schreef[^:\n]{0,80}"
    r"|ysgrifennodd[^:\n]{0,80}|napisa.(?:\(a\))?) ?:[ \t]*$"
)
_CREDIT_START = linear.compile(r"(?i)^[ \t]*(?:on|am|le|el|il|op|ar|dnia|em)\b")
_TIME_BEFORE_NAME = linear.compile(r"\b\d{1,2}[:.]\d{2}[^,\n]{0,20},")
_DAY = linear.compile(r"\b20\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")
_ANGLES = linear.compile(r"(?m)(?:^[ \t]{0,3}>[^\n]*(?:\n[ \t]*)*)+")
_AMOUNT = linear.compile(r"^[ \t]*>[ \t]*[\d£$]")
_MOST_LINES = 5_000  # no letter holds more of these lines
_HEADER_LINES = 14
_WRAPPED_LINES = 4
_LONGEST_LINE = 300
_LONGEST_NAME = 80


def history_start(text: str, *, is_answer: bool = False) -> int:
    """From where on everything is an earlier message; the length of `text` when nowhere."""
    found = _SEPARATOR.search(text)
    end: int = len(text) if found is None else found.start()
    for match in islice(_FROM.finditer(text[:end]), _MOST_LINES):
        start: int = match.start()
        if is_header(text, start, needs_evidence=True) or (is_answer and is_short_header(text, start)):
            return start
    return end


def is_separator(text: str, start: int) -> bool:
    """Whether a separator stands at `start`."""
    return _SEPARATOR.match(text[start : start + _LONGEST_LINE]) is not None


def is_header(text: str, start: int, *, needs_evidence: bool) -> bool:
    """Whether the lines at `start` are the header of an earlier message.

    They must say From, and when, and to whom or about what. As evidence counts an address, or a
    time of day in the second line, where clients put it and memos do not.
    """
    seen: set[int] = set()
    has_evidence, other = False, 0
    for line in _lines(text, start):
        label = next((i for i, pattern in enumerate(_LABELS) if pattern.match(line)), None)
        if label == 0 and seen:
            break
        other = 0 if label is not None else other + 1
        if (not seen and label != 0) or other > _WRAPPED_LINES:
            break
        if label is not None:
            is_timed = label == 1 and len(seen) == 1 and _TIME.search(line) is not None
            has_evidence = has_evidence or "@" in line or is_timed
            seen.add(label)
            if label == 0 and _is_flat(line):
                return True
    return len(seen) == len(_LABELS) and (has_evidence or not needs_evidence)


def is_short_header(text: str, start: int) -> bool:
    """Whether the lines at `start` say From, and with no other words between, about what."""
    for at, line in enumerate(_lines(text, start)):
        if not any(pattern.match(line) for pattern in _LABELS) or (at and _LABELS[0].match(line)):
            return False
        if _SUBJECT.match(line):
            return at > 0
    return False


def _lines(text: str, start: int) -> Iterator[str]:
    for _ in range(_HEADER_LINES):
        end = text.find("\n", start)
        yield text[start : min(end if end >= 0 else len(text), start + _LONGEST_LINE)]
        if end < 0:
            return
        start = end + 1


def _is_flat(line: str) -> bool:
    """A whole header block in one line, as it looks when line breaks were lost."""
    sent = max(line.find("Sent:"), line.find("Date:"))
    to = line.find("To:", sent + 1)
    has_all = 0 < sent < to < line.find("Subject:", to + 1)
    return has_all and ("@" in line or _TIME.search(line[sent:to]) is not None)


def quoted_lines(text: str, quotes: Sequence[int]) -> Iterator[Stretch]:
    """Attributions and the lines they speak of. `quotes` are the places where marked quotations start."""
    found = False
    for match in islice(_CREDIT_END.finditer(text), _MOST_LINES):
        start, words = _credit_start(text, match.start(), match.end())
        following = _first_ink(text, match.end())
        place = bisect_left(quotes, match.end())
        is_quote = place < len(quotes) and quotes[place] <= following
        if is_quote or text.startswith(">", following):
            found = True
            yield start, match.end()
        elif _is_attribution(words):
            yield start, len(text)
            return
    yield from _angle_lines(text, has_credit=found)


def _credit_start(text: str, verb: int, end: int) -> tuple[int, str]:
    """Where the attribution that ends here starts: up to three lines above when it was wrapped."""
    line = start = text.rfind("\n", max(0, verb - _LONGEST_LINE), verb) + 1
    if start == 0 and verb > _LONGEST_LINE:
        line = start = verb
    for _ in range(_WRAPPED_LINES):
        if _CREDIT_START.match(text[start : start + _LONGEST_NAME]):
            return start, text[start:end]
        above = text.rfind("\n", max(0, start - 1 - _LONGEST_LINE), max(0, start - 1)) + 1
        if start == 0 or not text[above : start - 1].strip():
            break
        start = above
    return line, ""


def _is_attribution(words: str) -> bool:
    if "@" in words:
        return True
    return _DAY.search(words) is not None and _TIME_BEFORE_NAME.search(words) is not None


def _first_ink(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _angle_lines(text: str, *, has_credit: bool) -> Iterator[Stretch]:
    """Lines quoted by ``>``; without an attribution, only where there are two."""
    runs: list[Stretch] = []
    strong = 0
    for match in islice(_ANGLES.finditer(text), _MOST_LINES):
        words = match.group().rstrip()
        runs.append((match.start(), match.start() + len(words)))
        lines = words[:_LONGEST_LINE].split("\n")
        strong += sum(">" in line and not _AMOUNT.match(line) for line in lines)
    if has_credit or strong > 1:
        yield from runs
