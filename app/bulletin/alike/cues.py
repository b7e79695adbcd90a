"""What does an item say of itself: that it is off, repeated or over, whom it concerns, which round it is?

Told by words alone, in text whose quotes and dashes are plain.
"""

from collections.abc import Iterator

import re2

from app.bulletin.alike.same_words import stem

_OFF = re2.compile(
    r"(?i)\b(?:cancel\w*|call(?:ed|ing)? off|postpon\w*|suspend(?:ed|ing|s)|withdrawn|withdrew"
    r"|paus(?:e|es|ed|ing)|on hold|hold your|until further notice|scrapp\w*|abandon\w*|halt(?:ed|s)|shelved"
    r"|axed|delay(?:ed|s)?|put off|not (?:now )?(?:going|go) ahead|no longer|(?:has|have) closed"
    r"|fallen through|(?:is|are) off|stopped|stood down|taken out|discontinued|no more|is spent"
    r"|has run out|closed this|not (?:be )?(?:needed|required|held|running|happening)"
    r"|(?:won't|will not|can't|cannot|isn't|aren't) (?:now )?(?:be held|run|go ahead|happen|take place"
    r"|start|open)|(?:isn't|aren't|won't be|will not be) needed|to (?:be )?closed?"
    r"|clos(?:es?|ing) (?:for good|its doors|down)|(?:is|are|now) void)\b"
)
_NONE = re2.compile(r"(?i)^[^?]*\bno (?:\w+ ){1,3}(?:on|in|for|this|next|until)\b[^?]*$")
_STAYS = re2.compile(
    r"(?i)\b(?:after all|keeps?|stays?|staying|to stay|remains? (?:open|in use|on)|remaining (?:open|in use)"
    r"|stands|open again|again open|re-?open\w*|back (?:to|on|open)|reverse[sd]?|u-turn"
    r"|again (?:call|from|run)|for now|as usual|as before|won't be (?:moving|changing|closing)"
    r"|(?:will not|won't|not to|does not|doesn't) (?:now )?(?:close|move|change|end)"
    r"|(?:may|can) (?:\w+ ){1,3}again)\b"
)
_REMINDS = re2.compile(
    r"(?i)\b(?:remind\w*|don'?t forget|last (?:chance|call|few)|final (?:call|reminder)|still (?:time|room"
    r"|places|need)|(?:places?|spaces?|seats?|slots?|tickets?|days) (?:left|remain\w*)|left|remain"
    r"|closes? (?:this|on|tomorrow)|tomorrow|have(?:n'?t| not) (?:yet|signed|sent|replied|answered|renewed"
    r"|booked)|(?:second|third|another) request|chas(?:e|ing)|still (?:needs?|missing|waiting|open|not)"
    r"|only \d+"
    r"|so far|today please|act now|\d+ (?:\w+ )?(?:schools|settings|families|trusts) have(?:n'?t| not)"
    r"|yet to|nudge|one more time|have you (?:signed|given|sent|booked))\b"
)
_LOOKS_BACK = re2.compile(
    r"(?i)\b(?:thank(?:s| you) to (?:all|every|the)|took part|winners?|results?|recording"
    r"|slides (?:and|from)|what we (?:learned|heard)|what you told us|(?:pupils|children|schools|classes"
    r"|people|of you) (?:have )?(?:came|took|listened|sent|watched|visited)|was a success|congratulations"
    r"|well done|now been|answers|watch (?:it )?again|(?:list|course|event) (?:is |now )?full|came in\b"
    r"|what (?:parents|schools|heads|pupils|governors|families|staff|people) (?:asked|said|told|voted"
    r"|thought)"
    r"|where we (?:have got to|are|stand)|\d+ (?:\w+ ){0,3}(?:answered|replied|finished|came|joined|attended)"
    r"|came (?:to|forward)|what you said)\b"
)
_THANKS = re2.compile(
    r"(?i)\bthank(?:s| you) (?:to|for|from)\b|\bthank (?:all|the|you)\b"
    r"|\bcongratulat|\bwell done\b|\bgrat(?:eful|itude)\b"
)
_CONCERNED = re2.compile(
    r"(?i)\b(?:(primar\w*|secondar\w*|infants?|juniors?|nurser\w*|early years|sixth[- ]form\w*|post-16"
    r"|reception|eyfs|special schools?|sencos?|governors?|clerks?|chairs?|heads?|headteachers?"
    r"|business managers?|bursars?|dsls?|teachers|teaching assistants|tas|support staff|office staff"
    r"|caretakers|site managers|parents|ects?|deputies|cooks|volunteers|academies|maintained)"
    r"|(?:y|yr|year)s? ?(\d{1,2})|(?:ks|key stage) ?(\d))\b"
)
_COUNTED = (
    r"round|part|version|phase|wave|course|session|step|level|stage|module|issue|volume|cohort|group|form|route|unit"
    r"|lot|tier|set|edition|no\.?|number|term|intake|school|room"
)
_NTHS = ("first|1st|one|1", "second|2nd|two|2", "third|3rd|three|3", "fourth|4th|four|4", "fifth|5th|five|5")
_NTH = {word: str(n) for n, words in enumerate(_NTHS, 1) for word in words.split("|")}
_ROUND = re2.compile(
    rf"(?i)\b(?:({_COUNTED})s? (\d{{1,2}}|[a-h]|one|two|three|four|five)"
    rf"|((?:fir|1)st|second|2nd|third|3rd|fourth|4th|fifth|5th) ({_COUNTED}))\b"
)
_GROUP = 6


def is_off(opening: str, headline: str) -> bool:
    """Whether it opens with something that is cancelled, stopped or not to be had."""
    return _OFF.search(opening) is not None or _NONE.search(headline) is not None


def turns(headline: str) -> bool:
    """Whether its headline alone tells that something is off, or that it stays after all."""
    return is_off(headline, headline) or _STAYS.search(headline) is not None


def reminds(whole: str) -> bool:
    """Whether it asks again."""
    return _REMINDS.search(whole) is not None


def looks_back(opening: str) -> bool:
    """Whether it tells what came of something."""
    return _LOOKS_BACK.search(opening) is not None


def thanks(whole: str) -> bool:
    """Whether it thanks or praises somebody."""
    return _THANKS.search(whole) is not None


def concerned(text: str) -> Iterator[str]:
    """The phases, stages and roles that are spoken of, each by one name."""
    for match in _CONCERNED.finditer(text):
        group, year, stage = match.groups()
        if group:
            yield stem(group.casefold())[:_GROUP]
        if year:
            yield f"y{int(year)}"
        if stage or (year and 1 <= int(year) <= len(_STAGE_OF_YEAR)):
            yield f"ks{stage or _STAGE_OF_YEAR[int(year) - 1]}"


_STAGE_OF_YEAR = "1122223334455"


def rounds(text: str) -> Iterator[tuple[str, str]]:
    """The rounds, parts, versions and the like: what is counted, and its number or letter."""
    for match in _ROUND.finditer(text):
        word, number, nth, of = match.groups()
        counted, count = (word, number) if word else (of, nth)
        yield stem(counted.casefold()), _NTH.get(count.casefold(), count.casefold())
