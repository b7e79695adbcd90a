"""What does an item say of itself: that something is off, put right, repeated or over, and whom it concerns?

Told by words alone, in text whose quotes and dashes are plain.
"""

from collections.abc import Iterator

import re2

from app.bulletin.alike.same_words import stem

_DAY = (
    r"(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sep|oct|nov"
    r"|dec|easter|half[- ]term|next|after|another|a (?:week|day|fortnight))"
)
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
_PUT_RIGHT = re2.compile(
    r"(?i)\b(?:correct(?:ed|ion)\b|amended|amendment|erratum|(?:wrong|incorrect)(?: \w+)? (?:date|day|time"
    r"|venue|price|link|address|number|room|figure|week|month)|(?:date|day|time|venue|price|link|number|room"
    r"|week)s? (?:that )?(?:we (?:published|gave|printed|sent)|in (?:our|the) last|(?:is|was|were) wrong)"
    r"|(?:moved?|moves|moving|changed|extended|put back|brought forward|pushed back|rearranged|rescheduled"
    rf"|postponed|slips|shifted) (?:by|from|to|till|until) (?:the |on )?{_DAY}"
    r"|change of (?:date|day|time|venue|room|plan)|(?:has|have) (?:been )?(?:extended|brought forward|changed"
    r"|moved|rescheduled|rearranged)|(?:deadline|closing date) (?:is )?(?:now|extended|moved|changed)"
    r"|new (?:deadline|closing date|date|time|venue|day)\b|now (?:(?:be )?(?:on|at|in|runs? to|runs?|starts?"
    rf"|closes?|closing|ends?|begins?|due|until|by) )?(?:the |on |until |by |in )*{_DAY}"
    rf"|in(?:stead| place) of (?:the |on |in )*{_DAY}|in its place|(?:we|i) (?:said|gave|printed|told you"
    rf"|wrote|announced) (?:the wrong|{_DAY})|as we (?:printed|said|told)|disregard|in error|misprint"
    r"|mistake in|typo|should (?:have )?(?:read|said)|ignore (?:our|the) (?:last|earlier|previous)"
    r"|(?:another|one more|a further|extra) week|weeks? (?:longer|later)|needs? longer"
    r"|later than we (?:told|said|thought))"
)
_GOES_ON = re2.compile(
    r"(?i)\b(?:another fortnight|(?:one|two|three) more weeks|(?:a|one|two|another|extra|further|more)"
    r" (?:\w+ ){0,2}(?:days?|weeks?|fortnight|months?) (?:more|longer|extra|then|later)"
    r"|(?:days?|weeks?|fortnight|month) longer"
    r"|(?:keep|kept|stays?|staying|remains?|leav(?:e|ing)|left|held|hold(?:ing)?) (?:\w+ ){0,6}open"
    r" (?:\w+ ){0,4}(?:until|till?|to|for|longer)|stays? open|still looking"
    r"|(?:deadline|closing date|date|time|venue|start) (?:\w+ ){0,4}(?:extended|put back|moved|changed)"
    r"|put back (?:to|till?|until)|(?:apologies|sorry)[^.]{0,40}(?:wrong|mistake)|i put \w+day|amended"
    r"|unchanged|(?:not|instead of) (?:\d|[a-z]+ o'clock)|we have had to (?:move|change)"
    r"|everything else (?:as|is|stays)"
    r"|(?:rest|all else|other details) (?:as before|unchanged|stays?|stands?|is the same))\b"
)
"""Open for longer, or all as it was but for one thing."""
_NOT_AS_BEFORE = re2.compile(
    r"(?i)\b(?:(?:it )?was \d{1,2}\b|(?:and|,|-) not (?:on )?(?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day)|not (?:on )?(?:mon|tues|wednes|thurs|fri)day\b)|\(not (?:on )?(?:the )?\d"
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
_GROUP = 6


def is_off(opening: str, headline: str) -> bool:
    """Whether it opens with something that is cancelled, stopped or not to be had."""
    return _OFF.search(opening) is not None or _NONE.search(headline) is not None


def turns(headline: str) -> bool:
    """Whether its headline alone tells that something is off, or that it stays after all."""
    return is_off(headline, headline) or _STAYS.search(headline) is not None


def is_put_right(opening: str, whole: str) -> bool:
    """Whether it says that a day, a place or the like is another than was told."""
    said = (_PUT_RIGHT.search(opening), _GOES_ON.search(opening), _NOT_AS_BEFORE.search(whole))
    return any(match is not None for match in said)


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
        elif stage or 1 <= int(year) <= len(_STAGE_OF_YEAR):
            yield f"ks{stage or _STAGE_OF_YEAR[int(year) - 1]}"


_STAGE_OF_YEAR = "1122223334455"
