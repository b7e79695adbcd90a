"""What kinder words can the sender be offered, and for which sentences?

Looks at the advice that will be shown. Sentences with a tone get a rewording where the phrase table has one
and the model hears the new sentence as kind; sentences with a threat, abuse or the like are never
reworded, only offered to be left out. Nothing here is kept, counted or logged: it holds words of the draft.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import re2

from app.checks.tone.anger_words import ANGER
from app.checks.tone.tones import MENTION, WARNING, score
from app.compose.rewording.kept import keeps_facts
from app.compose.rewording.reword import Heard, reword
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading, Sentence, Tone
from app.domain.verdict import Advice
from app.ports import Reader

MOST = 12
_KIND = 0.25
_KIND_CUT = 0.1  # where nothing is said instead, what is left was part of the fault
_FEWEST_SENTENCES = 3
_NEVER_REWORDED = (
    Tone.THREAT,
    Tone.ABUSE,
    Tone.OBSCENITY,
    Tone.SEXUAL,
    Tone.DISCRIMINATION,
    Tone.DEFAMATION,
    Tone.GOSSIP,
    Tone.PARTY_POLITICAL,
    Tone.CHAIN_LETTER,
)
_REWORDED = (Tone.ANGER, Tone.CONDESCENSION, Tone.DISMISSIVENESS, Tone.SARCASM, Tone.URGENCY)
_HOSTILE = frozenset({"hostile-tone", "discrimination", "sexual-and-indecent", "claims-and-standing"})
_CARRIED = "carried-offence"  # in the message below, which is not the sender's to change
_FORM = frozenset({"professional-tone/capitals", "professional-tone/stacked-punctuation"})
_TONED = frozenset(
    {"heat-and-cool-off/anger"}
    | {
        f"professional-tone/{kind}"
        for kind in ("condescension", "dismissiveness", "sarcasm", "pressure", "curt-reply")
    }
)
_NAME = re2.compile(r"\b\p{Lu}\p{Ll}[\pL'\x{2019}-]*")
_MOST_NAMES = 500
NOTHING: Mapping[int, tuple["Rewording", ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rewording:
    """A stretch of the plain text of a field, as it stands, and what could stand instead.

    An empty `text` offers to leave it out.
    """

    field: Field
    start: int
    end: int
    words: str
    text: str


def offer_rewordings(
    reading: Reading, advice: Sequence[Advice], reader: Reader
) -> Mapping[int, tuple[Rewording, ...]]:
    """By position of the advice, what could be said instead, the first span's first."""
    offering = _Offering(reading, advice, reader)
    found = {at: tuple(offering.of(one.finding)) for at, one in enumerate(advice)}
    return MappingProxyType({at: offers for at, offers in found.items() if offers})


class _Offering:
    """One draft on its way to its offers: each sentence is offered once, on the first card about it."""

    def __init__(self, reading: Reading, advice: Sequence[Advice], reader: Reader) -> None:
        self._reading = reading
        self._reader = reader
        self._starts = [sentence.start for sentence in reading.sentences]
        shown = [(a.finding, at) for a in advice for span in a.finding.spans for at in self._at(span)]
        self._hostile = {at for finding, at in shown if finding.check in _HOSTILE}
        self._toned = {at for finding, at in shown if finding.id in _TONED}
        self._done: set[tuple[Field, int]] = set()
        self._names: frozenset[str] | None = None

    def of(self, finding: Finding) -> Iterator[Rewording]:
        """The offers for one finding."""
        is_heard = finding.check in _HOSTILE or finding.id in _FORM | _TONED
        for span in finding.spans if is_heard and finding.kind != _CARRIED else ():
            for place in self._places(span, finding):
                if place in self._done or len(self._done) >= MOST:
                    continue
                field, at = place
                made = self._subject() if field is Field.SUBJECT else self._sentence(at, finding)
                if made is not None:
                    self._done.add(place)
                    yield made

    def _places(self, span: Span, finding: Finding) -> Iterator[tuple[Field, int]]:
        """The sentences of the body, or the subject as a whole where only its form was found wanting."""
        if span.field is Field.SUBJECT and finding.id in _FORM:
            yield Field.SUBJECT, 0
        for at in self._at(span):
            yield Field.BODY, at

    def _at(self, span: Span) -> range:
        """The sentences that a stretch of the body touches."""
        if span.field is not Field.BODY:
            return range(0)
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, max(span.end - 1, span.start))
        return range(first, min(last, first + MOST))

    def _subject(self) -> Rewording | None:
        subject = self._reading.subject.plain
        text = reword(subject, Heard(tone=False, names=self._known()))
        return Rewording(Field.SUBJECT, 0, len(subject), subject, text) if text else None

    def _sentence(self, at: int, finding: Finding) -> Rewording | None:
        sentence = self._reading.sentences[at]
        start, end = self._reading.body.in_plain(sentence.start, sentence.end)
        words = self._reading.body.plain[start:end]
        if finding.check in _HOSTILE:
            may_go = finding.confidence > Confidence.LOW
            return Rewording(Field.BODY, start, end, words, "") if may_go else None
        if at in self._hostile or score(sentence, *_NEVER_REWORDED) >= MENTION:
            return None
        text = self._kinder(at, sentence, words)
        return None if text is None else Rewording(Field.BODY, start, end, words, text)

    def _kinder(self, at: int, sentence: Sentence, words: str) -> str | None:
        is_toned = at in self._toned or score(sentence, *_REWORDED) >= MENTION
        presses = score(sentence, Tone.URGENCY) >= MENTION
        text = reword(words, Heard(tone=is_toned, presses=presses, names=self._known()))
        if text is not None and self._is_kind(text, _KIND_CUT if _is_cut(words, text) else _KIND):
            return text
        return "" if self._may_go(sentence, words) else None

    def _is_kind(self, text: str, most: float) -> bool:
        """Whether the model hears no tone in the new words, with some way to go."""
        heard = (score(s, *_REWORDED, *_NEVER_REWORDED) for s in self._reader.read(text))
        return max(heard, default=0.0) < most

    def _may_go(self, sentence: Sentence, words: str) -> bool:
        """Whether nothing is lost with a sentence: it surely mocks or rages, and says no fact and no wish."""
        is_all = len(self._reading.sentences) < _FEWEST_SENTENCES
        scolds = score(sentence, Tone.SARCASM, Tone.CONDESCENSION) >= WARNING
        rages = score(sentence, Tone.ANGER) >= WARNING and ANGER.search(words) is not None
        says = max((*sentence.matter.values(), *sentence.act.values(), sentence.story), default=0.0)
        return (scolds or rages) and not is_all and says < MENTION and keeps_facts(words, "")

    def _known(self) -> frozenset[str]:
        """Words that the rest of the draft writes with a capital: its names, and the readers'."""
        if self._names is None:
            draft, body = self._reading.draft, self._reading.body.plain
            named = " ".join(
                (*(p.mailbox.name for p in draft.recipients), draft.sender.name if draft.sender else "")
            )
            inner = [body[n.start : n.end] for s in self._reading.sentences for n in s.names]
            found = (m.group() for m in _NAME.finditer(" ".join((named, *inner))[: _MOST_NAMES * 20]))
            self._names = frozenset(found)
        return self._names


def _is_cut(words: str, text: str) -> bool:
    return text.rstrip(" .!?").lower() in words.lower()
