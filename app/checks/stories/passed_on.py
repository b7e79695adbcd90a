"""Does the part that a forward carries along tell a private matter to readers who are new to it?

The part is read as if it were the draft's own, but for one thing: who writes there of themselves or of their
own family told it to somebody, not to whoever gets it now. A reader whose address or name stands in the part
was there already.
"""

from dataclasses import replace

from app.checks.stories.family import family_words, is_to_family
from app.checks.stories.story import Story
from app.checks.stories.telling import tell
from app.domain.audience import Belonging, Reader
from app.domain.reading import Reading

_LOOKED_AT = 20_000
_READERS = 500


def story_passed_on(reading: Reading) -> Story | None:
    """The private matter that the part carried along tells, if it does."""
    part = reading.passed_on
    if part is None:
        return None
    as_own = replace(
        reading,
        own=part.text,
        signature="",
        sentences=part.sentences,
        subject_sentences=(),
        people=part.people,
    )
    return tell(as_own, is_passed_on=True)


def new_readers(reading: Reading) -> tuple[Reader, ...]:
    """Who gets it and does not stand in the earlier messages."""
    start = len(reading.carried) - len(reading.carried.lstrip())
    earlier = reading.carried[start : start + _LOOKED_AT].casefold()
    return tuple(reader for reader in reading.audience.readers[:_READERS] if not _stands_in(earlier, reader))


def _stands_in(earlier: str, reader: Reader) -> bool:
    box = reader.recipient.mailbox
    name = box.name.strip().casefold()
    return (bool(box.address) and box.address.casefold() in earlier) or (" " in name and name in earlier)


def are_outside(readers: tuple[Reader, ...]) -> int:
    """How many of them are not known to be inside."""
    return sum(reader.belonging is not Belonging.INSIDE for reader in readers)


def is_told_to_their_family(reading: Reading, story: Story) -> bool:
    """Whether it goes to one family, and somebody it is about shares a name with them."""
    if not is_to_family(reading):
        return False
    theirs = family_words(reading)
    return not story.people or any(person.words & theirs for person in story.people)
