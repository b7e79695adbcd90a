"""Does a forward carry a law with its day, which the sender passes on with hardly a word of their own?

"See below, please act." What is forwarded was written by others, but it is what the readers are sent. Only a
duty, words of law, or a sentence in which the language model surely hears a law, in one sentence or the next
with a day that is still to come, and that means the same whenever it was written, counts; and only while the
sender's own words are few.
"""

from app.checks.duties.ends import ends_on
from app.checks.duties.sightings import NamedDuty, Sentences, duties_passed_on
from app.domain.reading import DateMention, DateRole, Reading

_FEW_WORDS = 60


def find_forwarded(reading: Reading) -> tuple[NamedDuty, DateMention] | None:
    """The first duty of what is passed on that has a day to come, with the nearest."""
    part = reading.passed_on
    if part is None or len(reading.own.split()) > _FEW_WORDS:
        return None
    today, places = reading.draft.sending_at.date(), Sentences(part.sentences)
    for duty in duties_passed_on(part):
        here = places.of(duty.start)
        near = [
            d
            for d in part.dates
            if (d.role is DateRole.DEADLINE or ends_on(part.text, d))
            and d.day >= today
            and 0 <= places.of(d.start) - here <= 1
        ]
        if near:
            return duty, min(near, key=lambda d: d.day)
    return None
