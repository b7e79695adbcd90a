"""What does a draft say, once read?

A Reading is everything that checks may look at: the draft, its text with a way back to the
source, which part is new, the sentences with their tone, the dates, the readers and the hour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias

from app.domain.audience import Audience
from app.domain.calendar import Hours
from app.domain.draft import Draft, Field
from app.domain.finding import Unchecked
from app.domain.people import Person
from app.domain.sent import NOTHING_SENT, SentBefore


class Tone(StrEnum):
    """What a sentence may do to its reader."""

    THREAT = "threat"
    ABUSE = "abuse"
    OBSCENITY = "obscenity"
    SEXUAL = "sexual"
    DISCRIMINATION = "discrimination"
    DEFAMATION = "defamation"
    ANGER = "anger"
    CONDESCENSION = "condescension"
    DISMISSIVENESS = "dismissiveness"
    SARCASM = "sarcasm"
    URGENCY = "urgency"
    GOSSIP = "gossip"
    PARTY_POLITICAL = "party-political"
    CHAIN_LETTER = "chain-letter"
    FESTIVE = "festive"


class Matter(StrEnum):
    """What a sentence tells of, whoever it is about: policy text has matters too."""

    HEALTH = "health"
    SEND = "send"
    SAFEGUARDING = "safeguarding"
    FAMILY = "family"
    CONDUCT = "conduct"
    PERFORMANCE = "performance"
    PERSONNEL = "personnel"


class Act(StrEnum):
    """What a sentence does: speak to many, deal with one case, ask for something, say by when.

    Or hand out a secret that opens something (a password, a PIN, a code, a key), or ask for one. Or say why
    just these readers were chosen, that a law stands behind a date, that there is danger now, or something
    that is better heard by voice than read. Or show that the writer means ill: takes, hides, sells, exposes.
    """

    ANNOUNCEMENT = "announcement"
    CASEWORK = "casework"
    REQUEST = "request"
    DEADLINE = "deadline"
    SECRET = "secret"  # noqa: S105 - the label's word
    ASKS_SECRET = "asks-secret"  # noqa: S105 - the label's word
    CHOSEN = "chosen"
    LAW = "law"
    ALARM = "alarm"
    VOICE = "voice"
    ILL_WILL = "ill-will"


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Name:
    """A name: code points, end excluded; `confidence` from 0 to 1."""

    kind: NameKind
    start: int
    end: int
    confidence: float


Stretch: TypeAlias = tuple[int, int]
NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the author's own text: code points, end excluded.

    Each score is a calibrated probability: from 0.5 on it is worth a mention, from 0.8 a warning. `story` is
    that the sentence tells a private matter about one identifiable person or family. `words` holds, for what
    reaches 0.5, the stretch that decided it.
    """

    start: int
    end: int
    tone: Mapping[Tone, float]
    matter: Mapping[Matter, float] = field(default_factory=lambda: NOTHING)
    story: float = 0.0
    act: Mapping[Act, float] = field(default_factory=lambda: NOTHING)
    names: tuple[Name, ...] = ()
    words: Mapping[str, Stretch] = field(default_factory=lambda: NOTHING)
    """By the label's own word ("anger", "health", "story")."""
    sense: Sequence[float] = ()
    """What it means, in numbers that only fitted weights read, without quotations; empty where not scored."""

    def moved(self, by: int) -> "Sentence":
        """The same sentence `by` code points further on."""
        if not by:
            return self
        names = tuple(Name(name.kind, name.start + by, name.end + by, name.confidence) for name in self.names)
        words = {label: (start + by, end + by) for label, (start, end) in self.words.items()}
        start, end = self.start + by, self.end + by
        return Sentence(start, end, self.tone, self.matter, self.story, self.act, names, words, self.sense)


class Part(StrEnum):
    """Whose words a stretch of the body is."""

    NEW = "new"
    SIGNATURE = "signature"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the clean body that is of one part: code points, end excluded."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """One field as text.

    `plain` is what the reader sees; `clean` is the same after Unicode clean-up (what checks match
    on). `origin[i]` is the place in `plain` of the i-th code point of `clean`; None when they are
    the same.
    """

    plain: str
    clean: str
    origin: tuple[int, ...] | None = None
    hidden: int = 0
    """Number of invisible or disguised characters that were taken out or put right."""

    def in_plain(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `clean` lies in `plain`, with the accents and invisible characters it had."""
        if self.origin is None:
            return start, end
        after = self.origin[end] if end < len(self.origin) else len(self.plain)
        if start >= end:
            return after, after
        return self.origin[start], max(after, self.origin[end - 1] + 1)


class DateRole(StrEnum):
    """What a date does in its sentence."""

    DEADLINE = "deadline"
    MENTION = "mention"
    BREAK = "break"
    """The first or last day of a break told by its name ("over half term"): nothing is done by it."""
    PERIOD = "period"
    """The first or last day of a week or weekend told whole ("all next week"): none to act by."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the author's own text or the subject, as Europe/London understands it at the sending time.

    `weekday_said` is the weekday written beside it (Monday is 0) when one was; it may disagree.
    `has_year` tells a full date from one whose year was inferred. `field` is where it stands: the
    body or the subject.
    """

    start: int
    end: int
    day: date
    role: DateRole = DateRole.MENTION
    at: time | None = None
    weekday_said: int | None = None
    has_year: bool = False
    field: Field = Field.BODY


@dataclass(frozen=True, slots=True)
class AddressMention:
    """An e-mail address written in the draft, and whether it is a school's.

    In an attachment, `start` is the position of the attachment.
    """

    field: Field
    start: int
    end: int
    address: str
    is_school: bool
    is_inside: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the author's own text: its words in the clean body, and where it leads.

    `host` is the site in lower case, empty for a peer-to-peer link; `is_approved` and `is_for_pupils` tell
    that the organisation says so.
    """

    start: int
    end: int
    address: str
    host: str
    is_own: bool = False
    is_school: bool = False
    is_approved: bool = False
    is_for_pupils: bool = False


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word of the author's own text that is not spelt so in British English, and what it was to be.

    `is_american` tells a word that is right elsewhere from a slip.
    """

    field: Field
    start: int
    end: int
    meant: str
    is_american: bool = False


@dataclass(frozen=True, slots=True)
class PassedOn:
    """What others say in the part that a forward carries along.

    `text` is `Reading.carried` with the headers between the messages blanked out too; what is far down in a
    long thread is cut. The people are those named in it; whoever signs a message there is a third party.
    """

    text: str
    sentences: tuple[Sentence, ...]
    people: tuple[Person, ...]
    dates: tuple[DateMention, ...] = ()
    """Those that mean the same day whenever they were written: "19 November", never "tomorrow"."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Reading:
    """A draft, read. Each is one of its own, even where two say the same.

    `own` is the clean body with quoted history and signature blanked out by spaces, so offsets
    stay; `carried` is the same for the quoted part alone, `signature` is likewise the
    signature alone. `addresses` covers subject, whole body and readable attachments.
    """

    draft: Draft
    subject: Text
    body: Text
    regions: tuple[Region, ...]
    own: str
    carried: str
    signature: str
    sentences: tuple[Sentence, ...]
    dates: tuple[DateMention, ...]
    addresses: tuple[AddressMention, ...]
    audience: Audience
    hours: Hours
    files: tuple[str | None, ...] = ()
    """The clean text of each attachment, in order; None where it could not be read."""
    unread: tuple[Unchecked, ...] = ()
    subject_dates: tuple[DateMention, ...] = ()
    """The dates of the clean subject; `dates` are those of the author's own text alone."""
    breaks: tuple[DateMention, ...] = ()
    """The breaks that the author's own text names as days; no deadline and no day of an item."""
    misspelt: tuple[Misspelling, ...] = ()
    """Words surely misspelt, each at its first place: the body's first, then the subject's."""
    subject_sentences: tuple[Sentence, ...] = ()
    """The sentences of the clean subject."""
    is_confidential: bool = False
    """Written to the safeguarding lead or the like: sentences carry no scores, nobody is looked for."""
    people: tuple[Person, ...] = ()
    """Who is named in the subject, then in the author's own text and the signature."""
    passed_on: "PassedOn | None" = None
    """On a forward, what is said in the part carried along."""
    links: tuple[Link, ...] = ()
    """Where the author's own text leads, in markup or written out; a mail filter's wrapping is taken off."""
    sent_before: SentBefore = NOTHING_SENT
    """What went to the same and other schools lately, as far as it is remembered."""
