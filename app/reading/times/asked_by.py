"""Is something asked for by a date, by its own words ("by half term") and by those around it?

A cue in its own words asks as one before them does. The edge of a term or a holiday is often mere background
("the choir sings at the hospital before the end of term"): there the sentence has to ask for something, or be
no whole sentence ("Laptops back before the end of term").
"""

from app.reading.times.date_words import pattern
from app.reading.times.deadlines import Clause

_CUE_INSIDE = pattern(r"^(?:by|before|until|till?|within|no later than|prior to|ahead of)\b")
_BACKGROUND = pattern(r"\b(?:term|half[ -]?term|holidays?|hols|break|year|christmas|xmas|easter|summer)\b")
_TELLS = pattern(
    r"\b(?:will|'ll|is|are|isn't|aren't|was|were|has|have|had|would|hop(?:e|es|ing) to|aim(?:s|ing)? to"
    r"|plan(?:s|ning)? to|takes? place|happens?|runs?|goes|comes|visits?|sings?|there's|it's|that's|we're"
    r"|they're|i'm)\b"
)
_COUNTS_DOWN = pattern(
    r"\b(?:not long|(?:days|weeks|sleeps|(?:mon|fri)days)(?: left| to go)?)(?: now)?"
    r" (?:until|till?|by|before|to)? ?(?:the )?$|\b(?:each|every) [a-z]+ (?:by|until|till?|up to) (?:the )?$"
)
_ASKS = pattern(
    r"\b(?:please|pls|plz|kindly|you|your|you'll|must|needs?|needed|should|to be|due|required?|wants?|wanted"
    r"|i'd like|would like|expect\w*|asks?|asked|asking|deadlines?|clos\w+|returns?|returned|submit\w*"
    r"|submission|send|reply|respond|complete[ds]?|outstanding|owed?|(?:let|tell) (?:me|us)"
    r"|(?:can|could|may) (?:i|we)|has to|have to|no later|latest|everyone|all staff|sign\w*|pay|paid"
    r"|hand\w* in)\b"
)


def is_asked_by(words: str, clause: Clause, *, asks: bool) -> bool:
    """Whether something is asked for by the date of these words.

    `asks` is for words such as "today" that follow a request without a preposition.
    """
    cue = _CUE_INSIDE.search(words)
    if cue is not None:
        clause = Clause(f"{clause.before}by ", clause.after)
    return clause.is_deadline(asks=asks) and not _is_background(words, clause)


def _is_background(words: str, clause: Clause) -> bool:
    """Whether a sentence only tells what happens before the edge of a term or a holiday."""
    if _BACKGROUND.search(words) is None:
        return False
    is_told = _COUNTS_DOWN.search(clause.before) or _TELLS.search(clause.before)
    return bool(is_told) and not any(_ASKS.search(side) for side in (clause.before, clause.after))
