"""What of a draft belongs into an item: the author's own words without greeting, sign-off and name?

Gives the body, paragraph by paragraph as it was written, the sentences in it, and which of them are private.
Everything keeps the way back to its place in the draft.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import re2

from app.bulletin.from_draft.beginning import beginning_of
from app.domain.draft import Field
from app.domain.finding import Finding
from app.domain.item_text import BODY_MAX
from app.domain.people import Who
from app.domain.reading import NOTHING, Act, DateMention, Reading
from app.reading.signature import is_sign_off

PRIVATE = frozenset(
    """identifiers confidential-story other-pupils hr-matters credentials own-details parent-topics
    school-address-lists pupil-recipients""".split()  # noqa: SIM905 - a closed list reads best as words
)
"""Checks that see what is private or secret."""

_SURE = 0.5
_MOST_LINES = 3_000
_MOST_SENTENCES = 150
_WRAPPED = 60
_FOOTER_LINES, _FOOTER_WORDS = 15, 90
_LONGEST_NAME_LINE = 6
_OPENS_LOWER = re2.compile(r"^\s*[\p{Ll}\d(£]")
_TEAM = re2.compile(
    r"(?i)\b(?:team|services?|office|unit|hub|desk|department|council|adviser|advisor|officer|manager|lead"
    r"|director|coordinator|co-ordinator)$"
)
_BANNER = re2.compile(
    r"(?i)^\W*(?:(?:caution|warning|external|\[external\])\b.{0,40}(?:e-?mail|sender|originated|message)"
    r"|(?:this|the) (?:e-?mail|message) (?:originated|came|was sent) from (?:outside|an external)"
    r"|do(?: not|n't) click (?:on )?(?:any )?links|please (?:think|consider)\b.{0,60}\bprint"
    r"|how we use your (?:information|data)|privacy notice|view (?:it|this) in your browser|unsubscribe"
    r"|follow us)\b"
)
_POSTSCRIPT = re2.compile(r"(?i)^p\.?s\b")
_ONLY_CONTACT = re2.compile(
    r"(?i)^(?:(?:t|tel|telephone|phone|e|email|e-mail)\b[:. ]*)?(?:[\d +()]{9,20}|\S+@\S+)$"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence, or line of a list, as it was written but on one line; `start` and `end` are in `own`."""

    words: str
    start: int
    end: int
    acts: dict[Act, float]
    dates: tuple[DateMention, ...]
    is_private: bool
    names_somebody: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A kept line: its place in `own`, and what it says in plain."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class OwnText:
    """The part of a draft that an item can be made of."""

    body: str
    said: tuple[Said, ...]
    lines: tuple[Line, ...]
    places: tuple[int, ...]
    """Where in `body` each of the lines begins."""

    def in_body(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch of `own` stands in the body; None when it is not in it."""
        for line, place in zip(self.lines, self.places, strict=True):
            if line.start <= start < line.end:
                first = min(start - line.start, len(line.words))
                return place + first, place + min(max(end - line.start, first), len(line.words))
        return None


def own_text(reading: Reading, findings: Iterable[Finding]) -> OwnText:
    """The author's own text of a draft, and what of it is private by these findings."""
    lines = list(_kept(reading))
    body, places = _joined(lines)
    private = [
        (span.start, span.end)
        for finding in findings
        if finding.check in PRIVATE
        for span in finding.spans
        if span.field is Field.BODY
    ]
    others = [
        (person.start, person.end)
        for person in reading.people
        if person.field is Field.BODY and person.who is not Who.RECIPIENT and person.confidence >= _SURE
    ]
    said = tuple(_said(reading, lines, private, others))
    return OwnText(body, said[:_MOST_SENTENCES], tuple(lines), tuple(places))


def _joined(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """The lines as paragraphs, empty lines never doubled, and no more than an item may hold."""
    body, places = "", list[int]()
    for line in lines:
        places.append(len(body))
        room = BODY_MAX - len(body) - 1
        if len(line.words) > room:
            body += line.words[:room].rpartition(" ")[0]
            return body.strip("\n"), [*places, *[len(body)] * (len(lines) - len(places))]
        if line.words or (body and not body.endswith("\n\n")):
            body += line.words + "\n"
    return body.strip("\n"), places


def _kept(reading: Reading) -> Iterator[Line]:
    """The lines of the author's own text that stay, an empty line where one or more stood."""
    own = reading.own
    skip = beginning_of(own)
    lines = [(start, end) for start, end in _lines(own) if end > skip or not own[start:end].strip()]
    lines = _without_name(reading, [(max(start, skip), end) for start, end in lines])
    is_first, is_open = True, False
    for start, end in lines:
        words = own[start:end]
        bare = words.strip()
        if is_sign_off(bare.strip("*_•")) and bare:
            continue
        if bare:
            first = start + len(words) - len(words.lstrip())
            last = start + len(words.rstrip())
            yield Line(first, last, _plain(reading, first, last))
            is_first, is_open = False, True
        elif not is_first and is_open:
            yield Line(start, end, "")
            is_open = False


def _plain(reading: Reading, start: int, end: int) -> str:
    first, last = reading.body.in_plain(start, end)
    words = reading.body.plain[first:last]
    return "".join(c if c.isprintable() else " " for c in words)


def _lines(own: str) -> Iterator[tuple[int, int]]:
    at = 0
    for _ in range(_MOST_LINES):
        end = own.find("\n", at)
        if end < 0:
            yield at, len(own)
            return
        yield at, end
        at = end + 1


def _without_name(reading: Reading, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without who writes at the end, and the footer below, where no mail client marked a signature."""
    own = reading.own
    sender = reading.draft.sender
    names = {word.strip(".,").casefold() for word in (sender.name if sender else "").split()}
    words, cut = 0, len(lines)
    ink = [at for at, (start, end) in enumerate(lines) if own[start:end].strip()]
    for at in reversed(ink[1:][-_FOOTER_LINES:]):
        line = own[slice(*lines[at])].strip()
        words += len(line.split())
        if words > _FOOTER_WORDS or _POSTSCRIPT.match(line):
            break
        if _is_name_line(line, names):
            cut = at
    return [line for line in lines[:cut] if not _BANNER.search(own[slice(*line)])]


def _is_name_line(line: str, names: set[str]) -> bool:
    words = [word.strip(".,|").casefold() for word in line.replace("|", " ").split()]
    if is_sign_off(line) or _ONLY_CONTACT.match(line):
        return True
    is_block = "|" in line and not names.isdisjoint(words)
    if is_block:
        return True
    if len(words) > _LONGEST_NAME_LINE or line[-1:] in ".?!:;" or not line[:1].isupper():
        return False
    return bool(names.intersection(words)) or _TEAM.search(line) is not None


def _said(
    reading: Reading,
    lines: Sequence[Line],
    private: Sequence[tuple[int, int]],
    others: Sequence[tuple[int, int]],
) -> Iterator[Said]:
    """The sentences of the kept lines; one that runs over a line that was plainly wrapped stays whole."""
    starts, ends = [line.start for line in lines], [line.end for line in lines]
    for sentence in reading.sentences:
        first = bisect_right(ends, sentence.start)
        last = bisect_left(starts, sentence.end)
        pieces = [line for line in lines[first:last] if line.words]
        for start, end in _unwrapped(reading.own, sentence.start, sentence.end, pieces):
            words = " ".join(_plain(reading, start, end).split())
            if any(map(str.isalpha, words)):
                yield Said(
                    words,
                    start,
                    end,
                    dict(sentence.act or NOTHING),
                    tuple(d for d in reading.dates if start <= d.start < end),
                    _overlaps(private, start, end),
                    _overlaps(others, start, end),
                )


def _unwrapped(own: str, start: int, end: int, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    open_at, before = -1, -1
    for line in lines:
        first, last = max(start, line.start), min(end, line.end)
        if open_at >= 0 and not (
            last_is_wrapped(own, open_at, before) and _OPENS_LOWER.match(own[first:last])
        ):
            yield open_at, before
            open_at = -1
        open_at = first if open_at < 0 else open_at
        before = last
    if open_at >= 0:
        yield open_at, before


def last_is_wrapped(own: str, start: int, end: int) -> bool:
    """Whether the line that ends here is so long that a mail client broke it."""
    return end - max(start, own.rfind("\n", 0, end) + 1) >= _WRAPPED


def _overlaps(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and last > start for first, last in stretches)
