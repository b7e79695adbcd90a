"""Are the words of a date part of something longer, such as an address, a version or a telephone number?

Figures grown together with what stands before or behind them are no date by themselves; figures that begin
an hour ("2 Dec, 10.30am") or the next stretch of days ("21-23 Dec, 29-31 Dec") are not this date's.
"""

from app.reading.times.date_words import MON, ORD, WD, pattern

_LABEL = pattern(r"(?:^|[\s(,])[a-z]+(?:,|={1,2})$")
_HOUR_TAIL, _FREE_TAIL = pattern(r"^@ ?(?:noon|mid-?day|\d)"), pattern(r"^-[a-z]")
_GLUED = frozenset("/-.,:+£$€#@_&=%?0123456789")
_TAKEN = pattern(r"(?P<date>.*[a-z]\.?(?:\s\d{1,2})?)(?P<dash>,?\s+\(?|\s?-\s?)(?P<figures>\d{1,2})")
_HOURS = pattern(r"\s\d{1,2}$")
"""The "9" of "Friday 9-10.30" is an hour."""
_MINUTES = pattern(r"^(?:[.:][0-5][05](?:\D|$)|-\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m)")
_STRETCH = pattern(
    rf"^ ?- ?(?P<figures>\d{{1,2}})(?:{ORD})?(?P<month>(?: of)? ?{MON})?(?:[^\w/.-]|\.\s|\.?$|[ap]m)"
)
_FIGURES = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}"
_RUNS_FROM = pattern(rf"\b(?:{_FIGURES}|\d{{1,2}}/\d{{1,2}}|{WD})-$")
_RUNS_TO = pattern(rf"^(?:-{_FIGURES}\b|-\d{{1,2}}/\d{{1,2}}(?:\D|$)|/\d{{1,2}}{ORD}?[ ]?{MON}\b)")


def end_of(text: str, start: int, words: str) -> int:
    """Where the words of a date end, without figures behind them that begin something else."""
    end = start + len(_without_stop(words))
    taken = _TAKEN.fullmatch(text[start:end])
    if taken is not None and _begins_more(taken["figures"], text[end : end + 20]):
        date = _HOURS.sub("", taken["date"]) if taken["dash"] == "-" else taken["date"]
        return start + len(date)
    return end


def _begins_more(figures: str, after: str) -> bool:
    stretch = _STRETCH.search(after)
    is_stretch = stretch is not None and (not stretch["month"] or int(stretch["figures"]) > int(figures))
    return is_stretch or bool(_MINUTES.search(after))


def is_glued(text: str, start: int, end: int, *, is_next: bool) -> bool:
    """Whether the words are part of something longer.

    `is_next` tells that only a dash or a stroke parts them from the date before.
    """
    after = text[end : end + 2]
    if not is_next and is_glued_before(text, start):
        return True
    return (
        len(after) > 1
        and after[0] in "/-.@="
        and (after[1].isdigit() or (after[0] in ".@=-" and after[1].isalpha()))
        and not _RUNS_TO.search(text[end : end + 16])
        and not _is_free_tail(text[start:end], text[end : end + 8])
    )


def _is_free_tail(words: str, after: str) -> bool:
    """Whether what is grown together with a date is its hour ("22 June@3.20") or, after figures, a word."""
    return bool(_HOUR_TAIL.search(after) or ("/" in words and _FREE_TAIL.search(after)))


def is_glued_before(text: str, start: int) -> bool:
    """Whether what stands right before the words belongs to them."""
    before = text[max(0, start - 2) : start]
    if not before or before[-1] not in _GLUED or before == " -" or before.isspace():
        return False
    if _LABEL.search(text[max(0, start - 24) : start]):
        return False
    is_label = before[-1] in ":-" and not (len(before) > 1 and (before[0].isdigit() or before[-1] == "-"))
    return not is_label and not _RUNS_FROM.search(text[max(0, start - 14) : start])


def _without_stop(words: str) -> str:
    """The words without the full stop that ends their sentence; "9 a.m." keeps its own."""
    words = words.rstrip()
    return words if words[-3:].casefold() == ".m." else words.rstrip(" .\t\r\n")
