"""Does a mail tell of danger now, though no phrase of ours names it?

No one sign is enough. What the language model hears counts by how surely it hears it; an order to keep away
or to keep somebody in, words that it is now, a loud voice and something that can harm count one each. A
drill, a course, a day later in the week and a danger that is over are none, however loud they are.
"""

from app import linear
from app.checks.dated import words_around
from app.checks.heard_acts import heard, together
from app.checks.pointing import in_body, in_subject
from app.checks.words import first_found, whole_any
from app.domain.draft import Importance
from app.domain.finding import Span
from app.domain.reading import Act, DateMention, Reading

_ENOUGH = 4
_A_FEW = 4
_STEPS = (0.25, 0.6, 0.9)
_SHOWN = 0.25
_MOST_SPANS = 5
_SOON = 1
_LONGEST = 4000

_ORDER = whole_any(r"""
    (?:do not|don't|dont|never|must not|mustn't|mustnt|nobody|no one|not to|no) (?:[\w']+ ){0,3}?(?:let|allow|use|drink|eat|serve|give|open|touch|go(?:es)?|enter|board|release|collect|hand|leave|start|put|send|come|light|approach|pick|take|turn|switch|swim|walk|phones|switches)
    keep (?:[\w']+ ){1,4}?(?:in|inside|indoors|out|away|off|back|clear|shut|closed)
    (?:get|bring|move|take) (?:[\w']+ ){0,3}?(?:people|children|pupils|kids|staff|everyone|everybody|them|him|her|all) (?:\w+ )?(?:out|in|inside|indoors|away|off)
    stop (?:serving|using|eating|drinking|giving|cooking)|bin (?:it|them|the)|throw (?:it|them) (?:away|out)|stay (?:in|inside|away|indoors)
    (?:shut|close|lock) (?:the |all |every |your )*(?:windows?|doors?|gates?|valve)|windows shut|everyone in(?:side)?|everybody (?:in(?:side)?|out)
    evacuate|turn (?:it |them )?off|switch (?:it |them )?off|tape (?:it|them|the doors) (?:off|up)|call 999
    have you got (?-i:\p{Lu}\p{Ll}+)|is (?:he|she|anyone|anybody) (?:there )?with you|(?:did|has) (?:he|she) (?:arrived?|turn(?:ed)? up|get there)
""")  # noqa: E501 - one phrase a line
_NOW = whole_any(r"""
    now|at once|immediately|straight ?away|right away|this (?:minute|morning|afternoon|evening|lunch ?time)|today|tonight|on (?:its|his|her|their) way
    (?:\w+ )?minutes away|in (?:an|half an|the next|\w+) (?:hour|half hour|minutes)|within (?:the|an|\w+) (?:hour|minutes)|at lunch|(?:for|before) lunch|home ?time
    before (?:break|the bell|pick-?up|noon|you open|school)|(?:is|are) (?:driving|heading|coming|walking) (?:to|your|towards)|\d{1,2} o'clock|twelve o'clock|noon
    (?:has|have|had|was|were|'s|'ve) (?:only )?just|just (?:rung|been|gone|had|told|seen|looked|issued|heard|called|found|come)|\d{1,2}[.:]\d\d
""")  # noqa: E501 - one phrase a line
_SHOUTED = linear.compile(r"\b(?:NOT|NOW|STOP|TODAY|RED|DANGER|URGENT|URGENTLY|READ|EMERGENCY|EVERYONE)\b")
_LOUD = whole_any("""
    read (?:this )?(?:now|first|at once)|please (?:read|see) before|urgent(?:ly)?|emergency
    as soon as you (?:get|see|read) this
""")
_HARM = whole_any(r"""
    gas|fire|flames|smoke|fumes|toxic|poison\w*|chemicals?|bleach|cleaning fluid|ammonia|chlorine|asbestos|glass|allerg\w+|contaminat\w+|e\.? ?coli|legionella|carbon monoxide
    knife|gun|weapon|machete|intruders?|armed|bomb|explosi\w+|police|ambulance|paramedics|fire service|met office|storm|lightning|flood\w*|burst
    collaps\w+|ceiling|roof|planks?|beams?|masonry|cables?|live wires?|power|electric\w*|boiler|heating|sparks?|burn(?:t|s|ing)?|hospital|choking|unconscious|seizure|overdose|doses?|medicines?|medication
    missing|run off|ran off|court|judge|injunction|loose|brakes|recall(?:ed)?|crane|scaffold\w*|wasps|rabid|drown\w*|bitten|(?:broken|jammed|breaks?) down|jammed|taxi|unsafe|dangerous|danger
""")  # noqa: E501 - one phrase a line
_NOT_NOW = whole_any(r"""
    drills?|exercise|training|course|forum|workshop|webinar|conference|demonstration|lessons?|assembl(?:y|ies)|policy|policies|procedure|newsletter|leaflets?|posters?|award|book|play|film
    if (?:there|a|an|any|you|your|somebody|someone) (?:\w+ ){0,3}(?:is|are|should|smell|see|hear|find|ever)|in case of|in the event|last (?:week|month|term|year)|annual|next (?:week|month|term|year|half term)
    all clear|stood down|made safe|is over|invoice|back to normal|no (?:danger|risk)|nothing to worry|planned|scheduled
""")  # noqa: E501 - one phrase a line


def danger_heard(reading: Reading) -> tuple[Span, ...]:
    """Where danger now is told, when enough speaks for it; empty otherwise."""
    if _is_calm(reading) or _signs(reading) < _ENOUGH:
        return ()
    if spans := heard(reading, Act.ALARM, _SHOWN):
        return spans
    orders = [in_body(reading, *m.span()) for m in first_found(_ORDER, reading.own, _MOST_SPANS)]
    orders += [in_subject(reading, *m.span()) for m in first_found(_ORDER, reading.subject.clean, 1)]
    return tuple(orders)


def _signs(reading: Reading) -> int:
    """How much speaks for it. Many schools are never told of a danger that the model does not hear at all."""
    text = f"{reading.subject.clean}\n{reading.own.strip()[:_LONGEST]}"
    alarm = sum(together(reading, Act.ALARM) >= step for step in _STEPS)
    if not alarm and reading.audience.schools > _A_FEW:
        return 0
    is_loud = (
        reading.draft.importance is Importance.HIGH
        or _SHOUTED.search(text) is not None
        or _LOUD.search(text) is not None
    )
    return alarm + is_loud + sum(p.search(text) is not None for p in (_ORDER, _NOW, _HARM))


def _is_calm(reading: Reading) -> bool:
    """Whether it speaks of what is not real, not now or over: no school, a drill, a day later in the week."""
    if not reading.audience.schools:
        return True
    today = reading.draft.sending_at.date()
    dates = (*reading.dates, *reading.subject_dates)
    is_later = any((d.day - today).days > _SOON and not _is_denied(reading, d) for d in dates)
    return is_later or any(_NOT_NOW.search(t) for t in (reading.subject.clean, reading.own))


def _is_denied(reading: Reading, mention: DateMention) -> bool:
    """Whether it says which day it is not: "today, not Thursday"."""
    text = words_around(reading, mention)
    return text[: mention.start].rstrip().lower().endswith(" not")
