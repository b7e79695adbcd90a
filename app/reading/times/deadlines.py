"""Does a date say when something must be done by?

What governs a date stands just before it ("by", "no later than", "Deadline:"), further back in its
clause ("must be submitted on"), or just after it ("is the closing date"). A deadline that is told
as past ("was due on") is a mention: nobody can act on it any more.
"""

from dataclasses import dataclass

from app.kept import kept
from app.reading.times.clock_times import CLOCK
from app.reading.times.date_words import MON, pattern
from app.reading.times.own_sentence import own_after, own_before
from app.reading.times.past import is_told_as_past
from app.reading.times.whose import is_others

_FILL = (
    r"(?:[\s,:|(\[*_-]|\b(?:the|an?|end|of|close|play|business|day|on|at|latest|first|thing|lunch"
    r"|lunchtime|both|either"
    r"|cop|cob|eod|eop|week|commencing|beginning|ending|w/c|wk|w/e|this|that|next|coming|no|later|than"
    r"|and|or|our"
    rf"|absolute|very|{CLOCK}|\d{{1,2}}\.\d{{2}}|1[0-2]|[1-9])\b|\.(?:\s|$))*"
)
_CUE = (
    r"(?:\bby|\bbefore|\bprior to|\buntil|\btill?|\bunless by|\b(?:no|not) later than|\bat the latest|\bdue"
    r"(?:[ ]+(?:date|back|in|by|on|(?:with|to|at) \w+(?: office| team)?))*|\bdate due|\brsvp|\bdeadlines?"
    r"|\bcut-?[ ]?off(?:[ ]date)?"
    r"|\b(?:closing|close|return|response|reply|submission|final|last|latest|end)[ ]+(?:date|day)s?"
    r"|\bdeadline[ ]+(?:date|of|is|remains|for[^.!?\n]{1,60}[ ]is)|\blatest)"
)
_DIRECT = pattern(_CUE + r"(?:[ ]+(?:is|are|of|remains|will be|falls on|now))*" + _FILL + "$")
_NAMED = pattern(
    r"\b(?:deadlines?|(?:time |legal )limits?|closing dates?|due dates?|cut-?[ ]?off(?:[ ]dates?)?"
    r"|(?:last|final|latest) (?:date|day|opportunity))\b"
    r"[^.!?\n]{0,100}(?:\b(?:is|are|remains?|will be|falls on|(?:moved|changed|extended|back"
    r"|brought forward)(?: from [^.!?\n]{3,40})? to)"
    r"|[:|=]|\s-)" + _FILL + "$"
)
_CLOSES = pattern(
    r"\b(?:consultation|survey|census|nominations?|applications?|window|portal|registration|bookings?"
    r"|vacanc(?:y|ies)|advert"
    r"|bids?|bidding|round|returns?|collection|forms?|questionnaire|poll|ballot|offer|entries|call|fund"
    r"|scheme|licen[cs]e|payroll|ledger|period|claims?|orders?|tickets?|sign-?ups?|enrolment|admissions"
    r"|expressions? of interest"
    rf"|{MON})"
    r"\b[^.!?\n]{0,60}\b(?:clos(?:es?|ing)|ends?|ending|expires?|lapses?|shuts?)(?: (?:on|at))?" + _FILL + "$"
)
_MUST = pattern(
    r"\b(?:must|has to|have to|needs? to|required to|are to|is to|should|got to)\b[^.!?\n]{0,80}"
    r"\b(?:submit|submitted|return|returned|complete|completed|receive|received|be with|go to|go in|get to"
    r"|reach|reply|respond|back|file|filed|send|sent|publish|published|pay|paid|in|upload|uploaded)\b"
    r"[^.!?\n]{0,40}\b(?:on|for)" + _FILL + "$"
)
_ASKS = pattern(
    r"\b(?:reply|respond|return|send|submit|answer|let (?:me|us) know|get back to (?:me|us)|confirm|complete"
    r"|approve|sign|(?:need|want|require|expect)s? (?:this|it|these|them|your|an? (?:answer|reply"
    r"|response))|needed|required|wanted)\b"
    r"(?P<gap>[^.!?\n]{0,40})$"
)
_NO_NEED = pattern(
    r"\b(?:no need|not need|not expect\w*|don't|do not|needn't|no rush|no hurry|unable to|can't|cannot)\b"
)
_ABOUT_AN_EVENT = pattern(
    r"\b(?:attend\w*|com(?:e|ing)|join\w*|meet\w*|visit\w*|session|training|calls?|whether|if|that"
    r"|about|from|since|dated"
    r"|event|was|were|on|for)\b"
)
_AFTER = pattern(
    r"^(?:'s)?(?:[\s,)(-]|\b(?:at|by)\b|" + CLOCK + r")*"
    r"(?:at the (?:very |absolute )?latest|at latest|latest\b|deadline\b|closing date|as the deadline"
    r"|is (?:the|our|your|a) (?:\w+ ){0,3}(?:deadline|closing date|(?:last|final) (?:day|date)"
    r"|cut-?[ ]?off|due date)"
    r"|is when \w+ (?:\w+ ){0,3}(?:due|close)\b)"
)
_BY_HOUR = pattern(
    rf"^[\s,(]*(?:by|before|no later than) (?:{CLOCK}|\d{{1,2}}(?:\.\d{{2}})?(?:\s*$|[.,;!?)]))"
)
_AWAY = pattern(
    r"\b(?:leave|vacation|away|off|out of (?:the )?office|closed|absent|suspended|unavailable|holiday"
    r"|not (?:back|in|available|working)|tied up|busy|back|return to work|working from home|covering|covered"
    r"|in post|staying|here|excluded|term|term runs)\b"
    r"[^.!?\n]{0,40}\b(?:until|till?)" + _FILL + "$"
)
_STRETCH = pattern(r"\bfrom\b[^.!?\n]{0,60}\b(?:until|till?)" + _FILL + "$")
_NOT_BEFORE = pattern(
    r"\b(?:don't|do not|never|cannot|can't|must not|mustn't|should not|shouldn't|no (?:[a-z]+ ){1,2}"
    r"|not (?:open|start|begin))"
    r"[^.!?,\n]{0,40}\b(?:before|until|till?)" + _FILL + "$"
)
_SO_THAT = pattern(
    r"\bso (?:that )?(?:i|we|they|he|she)(?:'ll| can| could| may| might| have| will)\b[^.!?\n]{0,60}$"
)
_RETURN = pattern(
    r"(?:^\s*|[.!?\n] ?)(?:pupils|children|students|staff|teachers|everyone|everybody|year \w+|they|we)"
    r"(?: will| all)? (?:return|are back|come back)[ ]$"
)
_LASTS = pattern(
    r"\b(?:runs?|lasts?|continues?|goes on|carr(?:y|ies) on|stays?)\b[^.!?\n]{0,20}\b(?:until"
    r"|till?)" + _FILL + "$"
)
_HOURS = pattern(
    r"\b(?:office|school|library|hub|centre|shop|pool|building|site|reception|club|museum|cafe|tip|hall"
    r"|gates?)s?"
    r" (?:is|are|will be|stays?|remains?) open\b[^.!?\n]{0,80}\b(?:until|till?)" + _FILL + "$"
)
_OPEN = pattern(
    r"\b(?:open|appl\w+|submi\w+|return\w*|respon\w+|repl\w+|nominat\w+|consult\w+|survey|window|book\w*"
    r"|you have|vot\w+|entr\w+|accept\w*)\b"
)
_OVER = pattern(
    r"\b(?:(?:was|were|had been|fell) (?:originally |all |also |last )?(?:due|to be|meant|expected|required)"
    r"|should(?: already)? have|had to|(?:deadline|closing date|due date)s?(?: for [^.!?\n]{1,60})?"
    r" (?:was|were|passed)"
    r"|(?:closed|ended|expired|lapsed)(?: on| at)?)\b[^.!?;\n]{0,80}$"
)
_DONE = pattern(
    r"\b(?:was|were|had been|has been|have been|got) (?:\w+ly |all |safely )?"
    r"(?:submitted|returned|completed|sent|received|published|done|agreed|signed|paid|filed|uploaded"
    r"|approved|finished|delivered|handed|in|back)"
    r"(?: (?:to|in|on|at|all|time|us|them|the|it|dfe|off|over|as|required|planned|promised|well|just)){0,5}"
    r",? (?:by|before|until|till|prior to|no later than)" + _FILL + "$"
)
_TO_BE_DONE = pattern(
    r"\b(?:ensure|sure|check|must|unless|until|will|should|shall|confirm|see|once|when|if|expect\w*|please"
    r"|need\w*|insist|required?|that)\b"
)
_HAPPENED = pattern(r"^,? (?:the |our |all |most |every )?\w+ (?:\w+ )?(?:was|were|had)\b")
_OPENS = pattern(r"^\W*by\W*$")
_NO_LIMIT = pattern(
    r"\b(?:stand(?:s|ing)?|stood|judg(?:e|ed|ing)|going|went|surpris\w+|struck|pleased|delighted|followed"
    r"|preceded|replaced|affected|hit|inspired|shaped|called|known|named|sworn|live[sd]?|drop(?:ped)?"
    r"|pop(?:ped)?"
    r"|pass(?:ed|es)? me|swing)[ ]by" + _FILL + "$"
)
_NO_LIMIT_AFTER = pattern(
    r"^'s (?:\w+ ){0,2}(?:standards?|figures|results?|measures?|turnout|news|weather|scores?|events"
    r"|performance|train|post|team|rules|reckoning|look)\b"
)
_BACK = pattern(
    r"\b(?:back (?:on|up|online|open|in use|in service|in place|to normal|working|running)|up and running"
    r"|restored|reopen(?:ed|s)?|resumed?|repaired|fixed)(?: again)? by" + _FILL + "$"
)
_REQUESTED = pattern(r"\b(?:please|(?:can|could|would|will) you|must|needs?|has to|have to|ask(?:ed)? you)\b")
_GONE = pattern(r"^[^.!?\n]{0,40}\b(?:has|have|had|is|are)(?: now| already)? (?:passed|gone|over|expired)\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of one sentence before and after a date, a few hundred characters at most."""

    before: str
    after: str

    def is_deadline(self, asks: bool = False) -> bool:
        """Whether the date between `before` and `after` is one to act by.

        `asks` is for words such as "today" that follow a request without a preposition.
        """
        return _is_deadline(self.before + self.after, len(self.before), asks)

    def says_deadline(self, asks: bool) -> bool:
        """The same, looked for in the words each time: most dates have no cue, and ask for nothing more."""
        return self._has_cue(asks) and not self._is_over() and not self._is_no_limit()

    def _has_cue(self, asks: bool) -> bool:
        """Whether any words beside the date may make it one to act by."""
        if any(cue.search(self.before) for cue in (_DIRECT, _NAMED, _CLOSES, _MUST)):
            return True
        return bool(_AFTER.search(self.after) or _BY_HOUR.search(self.after)) or (asks and self._is_asked())

    def _is_no_limit(self) -> bool:
        """Whether "by", "until" or the like say something else than when to act by."""
        before = self.before
        return (
            any(sign.search(before) for sign in (_AWAY, _NO_LIMIT, _NOT_BEFORE, _SO_THAT, _RETURN, _HOURS))
            or bool(_NO_LIMIT_AFTER.search(self.after))
            or is_others(before, self.after)
            or bool(_BACK.search(before) and not _REQUESTED.search(before))
            or bool((_STRETCH.search(before) or _LASTS.search(before)) and not _OPEN.search(before))
        )

    def _is_over(self) -> bool:
        """Whether the date is told as one that something was due, or done, by."""
        if _OVER.search(self.before) or _GONE.search(self.after):
            return True
        if _OPENS.search(self.before) and _HAPPENED.search(self.after):
            return True
        return bool(_DONE.search(self.before)) and not _TO_BE_DONE.search(self.before)

    def is_past(self) -> bool:
        """Whether the sentence tells of something that has happened."""
        return is_told_as_past(self.before, self.after)

    def has_direct_cue(self) -> bool:
        """Whether a word such as "by" or "before" stands right before the date."""
        return bool(_DIRECT.search(self.before))

    def _is_asked(self) -> bool:
        asked = _ASKS.search(self.before)
        return bool(asked) and not _NO_NEED.search(self.before) and not _ABOUT_AN_EVENT.search(asked["gap"])


@kept
def _is_deadline(words: str, at: int, asks: bool) -> bool:
    return Clause(words[:at], words[at:]).says_deadline(asks)


_LONGEST_BEFORE, _LONGEST_AFTER = 240, 120


def clause_around(text: str, start: int, end: int) -> Clause:
    """The rest of the sentence, line or list item on either side of a stretch of flattened text."""
    before, after = text[max(0, start - _LONGEST_BEFORE) : start], text[end : end + _LONGEST_AFTER]
    return Clause(before[len(before) - own_before(before) :], after[: own_after(after)])
