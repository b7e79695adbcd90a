"""Where in a text are stretches of days named that others are counted from?

Terms and their halves, half terms and holidays, months, "last week" and "next year", what schools do at
their edges ("we break up", "pupils return", "term ends"), INSET days, bank holidays and feasts. By
themselves most are no date; ``composed`` reads what stands before them, ``stretches`` what they name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import re2

from app.reading.times.date_words import MON, WD, W, pattern
from app.reading.times.periods import PERIOD, is_week_away
from app.reading.times.school_spans import HALF, HOLIDAYS, INSET, TERM
from app.reading.times.term_events import BREAKS_UP, IS_BACK, TURNS

WHO = r"(?:pupils|children|kids|students)"
_OFF = rf"(?:{HOLIDAYS}|{HALF}|christmas|xmas|easter|summer|whitsun|whit)"
_FROM = rf"(?:{W}(?:after|from|following){W}(?:the{W})?{_OFF}|{W}in{W}{MON})?"
_TEACHING = rf"(?:{TERM}|{HALF}|{HOLIDAYS})"
_GOING = rf"(?:our{W}|your{W}|their{W}|the{W})?(?:(?:going|coming|getting|being){W}back|return(?:ing)?)"
_SEASON = rf"(?:(?:early{W}|late{W})?may|spring|whit|august|summer|easter|christmas|new{W}year)"
_BANK = rf"(?:{_SEASON}{W})?bank{W}hol(?:iday)?(?:{W}(?:monday|weekend))?"
_FEAST = (
    rf"(?:easter(?:{W}(?:sunday|monday))?|christmas(?:{W}(?:day|eve))?|xmas(?:{W}(?:day|eve))?|new{W}year(?:'?s{W}(?:day|eve))?"
    rf"|good{W}friday|boxing{W}day|shrove{W}tuesday|ash{W}wednesday|bonfire{W}night|remembrance{W}sunday"
    rf"|mother(?:'?s{W}day|ing{W}sunday)|advent|lent)"
)
WEEK_NUMBER = r"(?:\d|1[0-5]|one|two|three|four|five|six|seven|eight|nine|ten)"
_ANCHOR = pattern(
    rf"(?P<sign>\x{{00bd}}[ -]?term)\b"
    rf"|\b(?:(?P<turned>{_TEACHING}){W}(?P<turn>{TURNS})(?P<turns_in>{W}in{W}{MON})?"
    rf"|(?P<up>{BREAKS_UP}|(?:we|schools?|{WHO}){W}finish)"
    rf"|(?P<back>{IS_BACK}{_FROM})|(?P<going>{_GOING}{_FROM})|(?P<first>back(?:{W}(?:in|at|to){W}school)?{_FROM})"
    rf"|(?P<of>{_TEACHING})(?:,?{W}(?:(?:week|wk){W}(?P<week>{WEEK_NUMBER})|(?P<wd>{WD}))\b"
    rf"|{W}for{W}(?:the{W})?{WHO})?|(?:(?P<inset_in>{MON}){W})?(?P<inset>{INSET}(?:s|{W}days)?)"
    rf"|(?P<bank>{_BANK})|(?P<feast>{_FEAST})"
    rf"|(?:of|in|by){W}(?P<numbered>(?:week|wk){W}(?P<nth>{WEEK_NUMBER}))"
    rf"|(?P<period>{PERIOD})"
    rf"|(?:of|in|into|from){W}(?:(?P<named>(?:(?P<rel>this|last|next){W})?(?P<m>{MON})\b(?:,?{W}(?P<y>20\d\d))?)"
    rf"|(?P<year>20\d\d)))\b"
)
_AFTER_CUE = tuple(_ANCHOR.groupindex[name] for name in ("named", "numbered", "year"))
"""What stands behind a word that asks for it, and is no stretch without one: "in May", "of week 3"."""
_MONTH = _ANCHOR.groupindex["m"]
_OF_BREAK = pattern(r"^\s+(?:half|h/t|1/2|\x{00bd}|holidays?|hols|break|week|recess|inset)")
_MOST, _LONGEST_BREAK = 500, 12


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words of a stretch in the text."""

    start: int
    end: int
    words: "re2._Match[str]"

    @property
    def is_date(self) -> bool:
        """Whether it may be a date without words before it: "spring 1, week 4", "the week after next"."""
        return bool(
            self.words["week"]
            or self.words["wd"]
            or self.words["inset_in"]
            or is_week_away(self.words["period"])
        )

    @property
    def may_go_on(self) -> bool:
        """Whether it says what schools do only when its sentence ends there: "we finish"."""
        return bool(self.words["up"]) and self.words["up"].endswith("finish")


def anchors(text: str) -> Iterator[Anchor]:
    """The words in the flattened text that may name such a stretch, in order."""
    for tried, match in enumerate(_ANCHOR.finditer(text)):
        if tried >= _MOST:
            return
        words = match
        if match["m"] and _OF_BREAK.search(text[match.end() : match.end() + _LONGEST_BREAK]):
            words = _ANCHOR.match(text, match.start(_MONTH)) or match  # "of October" half term
        cued = next((words.start(group) for group in _AFTER_CUE if words[group]), words.start())
        yield Anchor(cued, words.end(), words)
