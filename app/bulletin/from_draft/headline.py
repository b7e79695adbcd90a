"""What is an item of the bulletin called, by its draft's own words?

The subject without its reply marks, shouting and pleas to read, its capitals put right, cut where a phrase
ends. Where the subject says nothing, or names somebody, the sentence that says what it is takes its place.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import re2

from app.bulletin.alike.everyday_words import weight_of
from app.bulletin.alike.same_words import stem
from app.bulletin.from_draft.needed import POINTS_BACK
from app.bulletin.from_draft.own_text import PRIVATE, Said
from app.bulletin.from_draft.shorten import at_a_word, cuts, tidy, without_asides
from app.domain.draft import Field
from app.domain.finding import Finding
from app.domain.item_text import HEADLINE_MAX
from app.domain.people import Who
from app.domain.reading import Reading
from app.reading.times.date_words import MONTHS, WEEKDAYS

_MARKS = re2.compile(
    r"(?i)^\s*(?:(?:re|fw|fwd|aw|wg|sv|tr)\s*(?:\[\d+\])?\s*:|\[[^\]]{0,30}\]"
    r"|(?:(?:very |most )?(?:urgent|important|high importance|high priority|action required|action needed"
    r"|action"
    r"|please read|must read|read this|fyi|for info(?:rmation)?|for (?:your )?attention|reminder"
    r"|(?:item |article |news )?(?:for )?(?:the |this week's )?(?:e-?bulletin|newsletter|bulletin)"
    r"(?: item| article| entry)?"
    r"|(?:fao|for the attention of|attn)\b[^:\x{2013}-]{0,60})[\s,!/&]*)+[!:\x{2013}\x{2014}-]+|[\s!*:,-]+)+"
)
_PLEAS = re2.compile(
    r"(?i)[\s,;:!(\x{2013}\x{2014}-]*\b(?:(?:please|pls|plz|must) (?:read|see(?: below| attached)?|note"
    r"|action|share"
    r"|circulate|forward|do it|help|respond|reply)(?: (?:now|asap|today|this|urgently|with [^-:,]{1,40}))?"
    r"|urgent(?:ly)?|asap|important|thanks|thank you|(?:fao|attn)\b[^-:]{0,60}|read now"
    r"|do not ignore)[\s!).*]*$"
)
_SHOUTS = re2.compile(r"[!?]{2,}|!|\.{2,}|[\x{2600}-\x{27bf}\x{1f300}-\x{1faff}\x{fe0f}]")
_SHOUTED_STOP = re2.compile(r"!+\s+\b")
_PART = re2.compile(r"\s+[\x{2013}\x{2014}|-]+\s+|[:;.?]\s+|,\s+")
_BRACKETS = re2.compile(r"\s*\([^()]{0,80}\)")
_EMPTY = re2.compile(r"(?i)^please\s+")
_FOR_US = re2.compile(
    r"(?i)^(?:(?:an?|the|new|my|our|your|please|include|put|add|in|for|next|this|week(?:'s|ly)?|schools?|all|to|item"
    r"|items|article|entry|piece|e-?bulletin|bulletin|newsletter|submission|reminder|news|info\w*|update|message"
    r"|mail|e-?mail|request|quick)\W*)+$"
)
_ASKS = re2.compile(r"(?i)^(?:could|can|would|will|do|does|did|has|have|are|is)\b")
_LOOKED_AT, _FEWEST_WORDS, _FEWEST_KEPT = 6, 4, 36
_SHORT_FORM = 5
_FEWEST_SHOUTED, _IN_A_ROW = 2, 3
_ENDS = ".,:;!?()'\""
_FEWEST_TELLING = 1.3
_VAGUE = frozenset({"no-subject", "vague-subject"})
_SURE = 0.7


def headline_of(
    reading: Reading, findings: Iterable[Finding], best: Sequence[Said], knows: Callable[[str], bool]
) -> tuple[str, Said | None]:
    """At most sixty characters, and the sentence they are taken from, if they are not the subject's.

    `best` are the sentences that tell most, best first; `knows` tells whether a word is in the dictionary.
    """
    subject = "" if _is_private(reading, findings) else _subject(reading, knows)
    if subject and _tells(subject):
        return subject, None
    for shorten in (_to_a_phrase, _short):
        for said in best[:_LOOKED_AT]:
            words = in_plain_case(_EMPTY.sub("", without_asides(said.words)), reading, knows)
            line = shorten(words)
            is_told = set(_stems(subject)) <= set(_stems(line))
            line = line if is_told or not line else shorten(f"{subject}: {words}")
            if line and (is_told or len(line) > len(subject) + 1):
                return line.rstrip("."), said
    return subject, None


def _to_a_phrase(words: str) -> str:
    """The words up to where a clause ends, or else a phrase, if those say something."""
    line = words.rstrip(".")
    found = [*cuts(line, HEADLINE_MAX), *cuts(line, HEADLINE_MAX, at_phrases=True)]
    return next((line for line in found if _says(line, words)), "")


def _says(line: str, whole: str) -> bool:
    """Whether a cut line can stand alone: no beginning of a question, and nothing that points back."""
    is_asked = line[-1:] != "?" and (whole[-1:] == "?" or _ASKS.match(line))
    is_long = len(line.split()) >= _FEWEST_WORDS
    return _tells(line) and is_long and not (is_asked or POINTS_BACK.search(line))


def _subject(reading: Reading, knows: Callable[[str], bool]) -> str:
    words = reading.subject.plain
    words = "".join(c if c.isprintable() else " " for c in words)
    words = "" if _FOR_US.match(words) else words[_end_of_marks(words) :]
    words = _SHOUTS.sub(lambda shout: "? " if "?" in shout[0] else " ", _SHOUTED_STOP.sub(", ", words))
    before = ""
    while before != words:
        before, words = words, _PLEAS.sub("", words)
    return in_plain_case(_short(words), reading, knows)


def _end_of_marks(words: str) -> int:
    match = _MARKS.match(words)
    return match.end() if match else 0


def _short(words: str) -> str:
    """The words, or their first whole parts that fit."""
    line = tidy(words).rstrip(".")
    if len(line) <= HEADLINE_MAX:
        return line
    line = tidy(_BRACKETS.sub(" ", line))
    if len(line) <= HEADLINE_MAX:
        return line
    ends = [match.start() for match in _PART.finditer(line) if match.start() <= HEADLINE_MAX]
    for end in reversed(ends):
        if _tells(line[:end]):
            return tidy(line[:end])
    found = next(cuts(line, HEADLINE_MAX, at_phrases=True), "")
    return found if len(found) >= _FEWEST_KEPT else at_a_word(line, HEADLINE_MAX)


def _tells(words: str) -> bool:
    """Whether enough of the words say what it is about: "Deadlines" or "free tickets" alone do not."""
    return len(words.split()) > 1 and sum(weight_of(one) for one in {*_stems(words)}) >= _FEWEST_TELLING


def _stems(words: str) -> Iterator[str]:
    return (stem(word.strip(_ENDS).casefold()) for word in words.split())


def _is_private(reading: Reading, findings: Iterable[Finding]) -> bool:
    """Whether the subject names somebody, or says what is private."""
    names = any(
        p.field is Field.SUBJECT and p.who is Who.THIRD_PARTY and p.confidence >= _SURE
        for p in reading.people
    )
    return (
        names
        or any(
            finding.check in PRIVATE and any(span.field is Field.SUBJECT for span in finding.spans)
            for finding in findings
        )
        or any(finding.kind in _VAGUE and finding.check == "subject-and-structure" for finding in findings)
    )


def in_plain_case(words: str, reading: Reading, knows: Callable[[str], bool]) -> str:
    """The words without shouting: what is all capitals becomes small, but for names and short forms."""
    if not _shouts(words):
        return words
    written = {word.strip(_ENDS) for word in reading.body.plain[:20_000].split()}
    quiet = [_quiet(word, written, knows) for word in words.split()]
    begins = [not at or quiet[at - 1][-1] in ".!?" for at in range(len(quiet))]
    return " ".join(
        word[:1].upper() + word[1:] if is_first else word
        for word, is_first in zip(quiet, begins, strict=True)
    )


def _shouts(words: str) -> bool:
    """Whether half of the words are in capitals, or three in a row, and one of them is no short form."""
    said = [word for word in words.split() if any(map(str.isalpha, word))]
    shouted = [_is_shouted(word) for word in said]
    in_a_row = any(all(shouted[at : at + _IN_A_ROW]) for at in range(len(said) - _IN_A_ROW + 1))
    is_long = any(_is_shouted(word) and len(word.strip(_ENDS)) > _SHORT_FORM for word in said)
    return is_long and sum(shouted) >= _FEWEST_SHOUTED and (in_a_row or 2 * sum(shouted) >= len(said))


def _is_shouted(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


def _quiet(word: str, written: Iterable[str], knows: Callable[[str], bool]) -> str:
    if not _is_shouted(word):
        return word
    bare = word.strip(_ENDS)
    small = bare.lower()
    if small in MONTHS or small in WEEKDAYS:
        return word.replace(bare, bare.capitalize())
    if small in written or knows(small):
        return word.lower()
    is_name = len(bare) > _SHORT_FORM or bare.capitalize() in written
    return word.replace(bare, bare.capitalize()) if is_name else word
