"""Is an answer wanted from a teacher before the school day is over?

A teacher is told by the address book ("Shah, Priya (Class Teacher)", "Year 4 Teachers", y4.teachers@), by the
greeting ("Dear teachers"), or by what the mail says of the reader's own class or lesson. Only in term, on a
working morning or early afternoon: after the last lesson there is time to read.
"""

from datetime import time

from app import linear
from app.checks.audience.posts import posts_in_name
from app.checks.wording.greeting import greeting_of
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import any_of, whole, whole_any
from app.domain.audience import Belonging, Reader
from app.domain.reading import Reading, Sentence

_LESSONS_END = time(15, 15)
_TEACHERS = whole_any("""
    (?:class|form|subject|supply|year|cover|all|maths|english|science|art|music|reception|nursery|primary|secondary|key stage) ?\\w{0,2} ?teachers?
    teachers?|form tutors?|teaching staff
""")  # noqa: E501 - one phrase a line
_NOT_IN_CLASS = whole_any("""
    head ?teachers?|head|deputy|assistant|assistants|advisory|specialist|consultants?|virtual|training|union|network|pensions?|agency|recruitment
    retired|trainer|office|hr|payroll|governors?
""")  # noqa: E501 - one phrase a line
_HEAD = linear.compile(r"(?i)head[ -]teachers?")
_OF_CLASS = whole_any("""
    your (?:own )?(?:\\w+ ){0,2}(?:class|classes|tutor group|tutees|form group|form class|register|mark ?book)
    your (?:year \\w+|maths|english|science|history|geography|art|music|pe|reading|phonics|next|afternoon|morning|first) (?:lessons?|class|set|group)
    (?:the )?(?:children|pupils|students) (?:in|from) your (?:class|group|form|set)|you (?:are teaching|teach|have (?:year|class|set)) \\w+
""")  # noqa: E501 - one phrase a line
_NOT_THEIRS = whole_any("your (?:\\w+ ){0,2}class(?:es)? (?:teachers?|reps?|action)|driving lessons?")
_GENERAL = linear.compile(
    r"(?i)^(?:the)?(?:school)?(?:office|admin|info|enquir|reception|head|contact|mail|hr|finance)"
)
_ANSWER = any_of("""
    let (?:me|us|\\w+) (?:know|have)|(?:reply|respond|answer|e-?mail|message|ring|call|text)(?: (?:me|us|back|to))?|get back to|back to me
    (?:return|send|hand|give|fill|get|forward)(?: (?:me|us|it|them|this|these|your|the|in|back|over|through|out|any|a|all))|confirm|tell (?:me|us)
    need (?:this|it|them|these|your|an? (?:answer|reply|response|decision)|to (?:know|hear|have))|have (?:this|it|them|your)|complete|submit
    (?:answers?|replies|reply|response|responses|marks|registers|names|numbers|figures|forms?)(?: to me| back| in)?
""")  # noqa: E501 - one phrase a line
_SOON = any_of(r"""
    today|this (?:morning|afternoon|lunch ?time)|by (?:noon|midday|lunch|lunch ?time|break|break ?time|home ?time|registration|period \w+)
    (?:by|before) (?:the )?(?:end|close) of (?:the |this )?(?:school |working )?(?:day|play|business|today|morning|afternoon)
    (?:by|before|at) \d{1,2}(?:[.:]\d\d)? ?(?:am|pm|o'clock)?|at (?:lunch|break)|cop|eod|by close
    (?:in|within) the (?:next )?(?:half )?(?:hour|few minutes|\w+ minutes|\w+ hours)|within (?:an|the|\w+) hours?
    right (?:now|away)|straight ?away|immediately|urgently|asap|a\.s\.a\.p\.?|as a matter of urgency
""")  # noqa: E501 - one phrase a line
_ASKED = (
    whole(rf"{_ANSWER}\b[^.!?]{{0,120}}?\b{_SOON}"),
    whole(rf"{_SOON}\b[^.!?]{{0,100}}?\b{_ANSWER}"),
)
_REQUEST = whole_any("""
    please|(?:can|could|would|will) (?:you|all|teachers|everyone|each)|let (?:me|us)|need|want|must|by return|grateful|reply|respond|back to me
""")  # noqa: E501 - one phrase a line
_NO_HURRY = whole_any("""
    (?:no|not|n't|never) (?:need|expect\\w*|hurry|rush|urgent|necessary|worry)|no (?:great )?rush|when(?:ever)? you (?:can|get|have)|thank(?:s| you) for
    tomorrow|next (?:week|term|month)|(?:i|we)(?:'ll| will| shall) (?:let|send|reply|get|ring|call|confirm|tell|e-?mail|forward|return)|did you|if you (?:can't|cannot)
    (?:mon|tues|wednes|thurs|fri|satur|sun)day|unable to|was|were|children to|pupils to|parents to|ask (?:the|your|them)
""")  # noqa: E501 - one phrase a line
_TODAYS = linear.compile("(?i)today['\u2019]s")


def asks_teacher_today(reading: Reading) -> tuple[list[Sentence], bool]:
    """The sentences that want an answer today, and whether the address book names a teacher."""
    now, hours = reading.draft.sending_at, reading.hours
    in_lessons = hours.is_working and hours.is_term and now.time() < _LESSONS_END
    if not in_lessons or now.date() in hours.school_holidays:
        return [], False
    is_named = any(map(_is_teacher, reading.audience.readers))
    if not (is_named or _is_meant_for_teacher(reading)):
        return [], False
    return [s for s in sentences_in(reading) if _is_wanted_today(reading, s)], is_named


def _is_teacher(reader: Reader) -> bool:
    if reader.is_pupil or reader.belonging not in {Belonging.INSIDE, Belonging.SCHOOL}:
        return False
    box = reader.recipient.mailbox
    posts = posts_in_name(box.name)
    if posts:
        return posts == {"teacher"}
    local = " ".join(box.address.partition("@")[0].replace("-", ".").replace("_", ".").split("."))
    return any(_TEACHERS.search(t) and not _NOT_IN_CLASS.search(t) for t in (box.name, local))


def _is_meant_for_teacher(reading: Reading) -> bool:
    """Whether the words speak to a teacher, and somebody at a school or inside reads them."""
    at_work = [
        r
        for r in reading.audience.readers
        if r.belonging in {Belonging.INSIDE, Belonging.SCHOOL} and not r.is_pupil
    ]
    if not at_work:
        return False
    greeting = greeting_of(reading)
    whom = _HEAD.sub(" ", greeting.whom) if greeting else ""
    if _TEACHERS.search(whom) and not _NOT_IN_CLASS.search(whom):
        return True
    if all(_GENERAL.search(r.recipient.mailbox.address) for r in at_work):
        return False
    said = (words_of(reading.own, s) for s in sentences_in(reading))
    return any(_OF_CLASS.search(words) and not _NOT_THEIRS.search(words) for words in said)


def _is_wanted_today(reading: Reading, sentence: Sentence) -> bool:
    words = _TODAYS.sub(" ", words_of(reading.own, sentence))
    if not any(p.search(words) for p in _ASKED) or not _REQUEST.search(words) or _NO_HURRY.search(words):
        return False
    today = reading.draft.sending_at.date()
    return all(d.day == today for d in reading.dates if sentence.start <= d.start < sentence.end)
