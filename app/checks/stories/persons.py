"""Which people does a draft name that neither wrote it nor get it, each with all mentions?

Mentions belong to one person when the words of one name are among the words of the other ("Amir", "Amir
Khan", "Khan, Amir"). A mention with a title ("Mr Khan") is never the child whose surname it shares.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from app import linear
from app.checks.once import once_a_reading
from app.checks.pointing import in_text
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.people import Person, Who
from app.domain.reading import Reading, Sentence

_TITLE = linear.compile(
    r"(?i)^(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev(?:erend)?|sir|dame|cllr|councillor|lord|lady|fr|canon|(?-i:Father|Nurse|Constable|SW|SSW|HV|PC|PCSO|TA|HLTA|EWO|IRO))\b\.?\s*)+"
)
_ARTICLE = linear.compile(
    r"(?i)\b(?:an?|(?:an?|the|his|her|their|my|your|our|any)\s+(?:silver|black|white|red|blue|green|grey|gray|yellow"
    r"|orange|gold|dark|light|brown|purple|pink|beige|second-?hand|used|hire|company)(?:\s+\w+)?)\s+$"
)
_IN_TITLE = linear.compile(
    r"(?i)\b(?:story|stories|book|poem|song|play|film|novel|picture|painting|musical|piece|called|titled|entitled)"
    r"[ :,]*[\"\x{201C}\x{2018}][^\"\x{201D}\x{2019}\n]{0,60}$"
)
_WORD = linear.compile(r"[\pL\pM'\x{2019}]+")
_BESIDE = linear.compile(r"(?i)\b(?:near|next to|beside|opposite|with|by|from|at|like|than|to)\s+$")
_LEAD, _TITLE_LEAD = 20, 90
_MOST_NEAR, _BEFORE, _AFTER, _TOGETHER = 8, 400, 200, 40
_SURE = 0.5
_FULL = 2
_MOST = 200


@dataclass(frozen=True, slots=True)
class Named:
    """One person, named. `words` are those of the fullest name, in small letters, without title."""

    words: frozenset[str]
    has_title: bool
    mentions: tuple[Person, ...]

    @property
    def is_full(self) -> bool:
        """Whether more than a given name or a surname stands somewhere."""
        return len(self.words) >= _FULL

    @property
    def in_subject(self) -> tuple[Person, ...]:
        """The mentions in the subject."""
        return tuple(mention for mention in self.mentions if mention.field is Field.SUBJECT)

    def is_in(self, sentence: Sentence) -> bool:
        """Whether the person is named in this sentence of the body."""
        return any(m.field is Field.BODY and sentence.start <= m.start < sentence.end for m in self.mentions)


@once_a_reading
def third_parties(reading: Reading) -> tuple[Named, ...]:
    """Who is named in the author's own text or the subject and is neither sender nor reader.

    What has an article ("a silver Astra") is a thing, as is a word of a title in quotation marks. A list of
    more than `_MOST` names says nothing new.
    """
    told = (p for p in reading.people if p.who is Who.THIRD_PARTY and _is_own(reading, p))
    return _grouped(reading, islice(told, _MOST))


def _grouped(reading: Reading, people: Iterable[Person]) -> tuple[Named, ...]:
    found: list[Named] = []
    told = [(mention, *_name(reading, mention)) for mention in people]
    for mention, words, has_title in sorted(told, key=lambda entry: (-len(entry[1]), entry[0].start)):
        same = next((at for at, n in enumerate(found) if n.has_title is has_title and words <= n.words), None)
        if same is None:
            found.append(Named(words, has_title, (mention,)))
        else:
            found[same] = Named(found[same].words, has_title, (*found[same].mentions, mention))
    return tuple(found)


def _is_own(reading: Reading, mention: Person) -> bool:
    if mention.confidence < _SURE:
        return False
    if mention.field is Field.SUBJECT:
        return True
    lead = reading.own[max(0, mention.start - _TITLE_LEAD) : mention.start]
    is_thing = _ARTICLE.search(lead[-_LEAD:]) is not None or _IN_TITLE.search(lead) is not None
    return not is_thing and bool(reading.own[mention.start : mention.end].strip())


def _name(reading: Reading, mention: Person) -> tuple[frozenset[str], bool]:
    text = reading.subject.clean if mention.field is Field.SUBJECT else reading.body.clean
    name = text[mention.start : mention.end]
    bare = _TITLE.sub("", name)
    return name_words(bare), bare != name


def name_words(name: str) -> frozenset[str]:
    """The words of a name in small letters; a possessive is none of it."""
    words = (word.lower().replace("\u2019", "'").removesuffix("'s") for word in _WORD.findall(name))
    return frozenset(word for word in words if word)


def concerned(reading: Reading, people: Sequence[Named], told: Sequence[Sentence]) -> tuple[Named, ...]:
    """Whom the sentences are about: who is named in them, else just before, in the subject, or just after.

    A desk neighbour, a social worker elsewhere in the mail or a list of those present is none of them.
    """
    spots = sorted((m.start, at) for at, p in enumerate(people) for m in p.mentions if m.field is Field.BODY)
    starts = [start for start, _ in spots]
    title = {at for at, person in enumerate(people) if person.in_subject}
    chosen: set[int] = set()
    for sentence in told:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        inside = {at for _, at in spots[first:last]}
        before = [
            spot for spot in spots[max(0, first - _MOST_NEAR) : first] if sentence.start - spot[0] < _BEFORE
        ]
        after = [spot for spot in spots[last : last + 1] if spot[0] - sentence.end < _AFTER]
        chosen |= inside or _spoken_of(reading, before) or title or {at for _, at in after}
    return tuple(person for at, person in enumerate(people) if at in chosen)


def _spoken_of(reading: Reading, before: Sequence[tuple[int, int]]) -> set[int]:
    """The last named, and whoever stands with them; somebody's neighbour ("near Phil") for want of others."""
    if not before:
        return set()
    leading = [s for s in before if not _BESIDE.search(reading.own[max(0, s[0] - _LEAD) : s[0]])] or before
    last = leading[-1][0]
    return {at for start, at in leading if last - start < _TOGETHER}


def in_body_order(people: Iterable[Named]) -> list[Person]:
    """The mentions of people in the body, in order."""
    mentions = (m for person in people for m in person.mentions if m.field is Field.BODY)
    return sorted(mentions, key=lambda mention: mention.start)


def point_at(reading: Reading, mention: Person) -> Span:
    """Where a mention stands."""
    return in_text(reading, mention.field, mention.start, mention.end)
