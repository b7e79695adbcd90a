"""What kinder words can the sender be offered, and for which sentences?

Looks at the advice that will be shown. Sentences with a tone get a rewording where the phrase table has one
and the model hears the new sentence as kind; sentences with a threat, abuse or the like are never
reworded, only offered to be left out. Nothing here is kept, counted or logged: it holds words of the draft.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from app import linear
from app.checks.tone.anger_words import ANGER
from app.checks.tone.tones import MENTION, WARNING, score
from app.compose.rewording.cutting import without
from app.compose.rewording.demands import goes_round_rules, holds_wish
from app.compose.rewording.kept import holds_facts, keeps_facts
from app.compose.rewording.needed import is_needed
from app.compose.rewording.reword import Heard, reword, still_stings
from app.compose.rewording.subjects import reword_subject
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading, Sentence, Tone
from app.domain.verdict import Advice
from app.ports import Reader

MOST = 12
_KIND = 0.25
_KIND_CUT = 0.1  # where nothing is said instead, what is left was part of the fault
_FEWEST_WORDS = 4  # a greeting or a sign-off says nothing
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
_IRONIC = frozenset({Tone.SARCASM, Tone.CONDESCENSION})
"""What is left of these is praise that is not meant, unless it says a fact: "Thank heavens you were in"."""
_COLOURS = (Tone.DISCRIMINATION, Tone.SEXUAL, Tone.DEFAMATION, Tone.GOSSIP)
_CUT = (Tone.THREAT, Tone.ABUSE, Tone.OBSCENITY, *_REWORDED)
"""Tones that may sit in one clause; prejudice and the like colour the whole sentence."""
_HOSTILE = frozenset({"hostile-tone", "discrimination", "sexual-and-indecent", "claims-and-standing"})
_SAYS_MORE = frozenset({"abuse", "obscenity", "mockery", "accusation", "gossip", "judgement", "run-down"})
"""Hostile kinds beside which a sentence may say something that is worth its while."""
_UNCHANGED = frozenset({"carried-offence", "harm"})
"""In the message below, which is not the sender's to change; or of the whole mail, which is to be left."""
_FORM = frozenset({"professional-tone/capitals", "professional-tone/stacked-punctuation"})
_TONED = frozenset(
    {"heat-and-cool-off/anger"}
    | {
        f"professional-tone/{kind}"
        for kind in ("condescension", "dismissiveness", "sarcasm", "pressure", "curt-reply")
    }
)
_NAME = linear.compile(r"\b\p{Lu}\p{Ll}[\pL'\x{2019}-]*")
_WORD = linear.compile(r"[\pL\pN'\x{2019}]+")
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
    found = {
        at: tuple(offer for finding in one.findings for offer in offering.of(finding))
        for at, one in enumerate(advice)
    }
    return MappingProxyType({at: offers for at, offers in found.items() if offers})


class _Offering:
    """One draft on its way to its offers: each sentence is offered once, on the first card about it."""

    def __init__(self, reading: Reading, advice: Sequence[Advice], reader: Reader) -> None:
        self._reading = reading
        self._reader = reader
        self._starts = [sentence.start for sentence in reading.sentences]
        findings = [finding for a in advice for finding in a.findings]
        shown = [(finding, at) for finding in findings for span in finding.spans for at in self._at(span)]
        self._hostile = {at for finding, at in shown if finding.check in _HOSTILE}
        self._has_hostile_subject = any(
            span.field is Field.SUBJECT for f in findings if f.check in _HOSTILE for span in f.spans
        )
        self._toned = {at for finding, at in shown if finding.id in _TONED}
        self._done: set[tuple[Field, int]] = set()
        self._names: frozenset[str] | None = None

    def of(self, finding: Finding) -> Iterator[Rewording]:
        """The offers for one finding."""
        is_heard = finding.check in _HOSTILE or finding.id in _FORM | _TONED
        for span in finding.spans if is_heard and finding.kind not in _UNCHANGED else ():
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
        if span.field is Field.SUBJECT and finding.id in _FORM and not self._has_hostile_subject:
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
        text = reword_subject(subject, self._known())
        return Rewording(Field.SUBJECT, 0, len(subject), subject, text) if text else None

    def _sentence(self, at: int, finding: Finding) -> Rewording | None:
        sentence = self._reading.sentences[at]
        start, end = self._reading.body.in_plain(sentence.start, sentence.end)
        words = self._reading.body.plain[start:end]
        if finding.check in _HOSTILE:
            text = self._left(at, sentence, words, finding) if finding.confidence > Confidence.LOW else None
        elif at in self._hostile or score(sentence, *_NEVER_REWORDED) >= MENTION:
            text = None
        else:
            text = self._kinder(at, sentence, words)
        return None if text is None else Rewording(Field.BODY, start, end, words, text)

    def _left(self, at: int, sentence: Sentence, words: str, finding: Finding) -> str | None:
        """What is left of hostile words: the rest of the sentence, or nothing where it asks nothing.

        Beside a threat, a slur, a shaming or what is sexual that takes a fact: a wish and its day, say.
        """
        rest = self._rest(sentence, words)
        if rest is not None and (finding.kind in _SAYS_MORE or holds_facts(rest)):
            return rest
        return "" if not self._is_needed(sentence, words) and self._says_more(at) else None

    def _kinder(self, at: int, sentence: Sentence, words: str) -> str | None:
        is_toned = at in self._toned or score(sentence, *_REWORDED) >= MENTION
        text = self._reworded(sentence, words, tone=is_toned) or self._rest(sentence, words)
        if text is not None:
            return text
        return "" if self._may_go(at, sentence, words) else None

    def _reworded(self, sentence: Sentence, words: str, *, tone: bool) -> str | None:
        presses = score(sentence, Tone.URGENCY) >= MENTION
        text = reword(words, Heard(tone=tone, presses=presses, names=self._known()))
        is_kind = text is not None and self._is_kind(text, _KIND_CUT if _is_cut(words, text) else _KIND)
        return text if is_kind else None

    def _rest(self, sentence: Sentence, words: str) -> str | None:
        """The sentence without the clauses that decided, said as kindly as can be."""
        if len(words) != sentence.end - sentence.start or score(sentence, *_COLOURS) >= MENTION:
            return None
        tone = max(_CUT, key=lambda tone: score(sentence, tone))
        if tone.value not in sentence.words or goes_round_rules(words):
            return None
        first, last = (place - sentence.start for place in sentence.words[tone.value])
        rest = without(words, first, last)
        is_ironic = tone in _IRONIC and rest is not None and not holds_facts(rest)
        if rest is None or is_ironic or still_stings(rest):
            return None
        kinder = reword(rest, Heard(names=self._known()))
        presses = score(sentence, Tone.URGENCY, Tone.THREAT) >= MENTION
        found = (
            said for said in (kinder, None if presses else rest) if said and self._is_kind(said, _KIND_CUT)
        )
        return next(found, None)

    def _is_kind(self, text: str, most: float) -> bool:
        """Whether the model hears no tone in the new words, with some way to go."""
        heard = (score(s, *_REWORDED, *_NEVER_REWORDED) for s in self._reader.read(text))
        return max(heard, default=0.0) < most

    def _may_go(self, at: int, sentence: Sentence, words: str) -> bool:
        """Whether nothing is lost with a sentence: it surely mocks or rages, and says no fact and no wish."""
        scolds = score(sentence, Tone.SARCASM, Tone.CONDESCENSION) >= WARNING
        rages = score(sentence, Tone.ANGER) >= WARNING and ANGER.search(words) is not None
        is_needed = self._is_needed(sentence, words) or not keeps_facts(words, "")
        return (scolds or rages) and not is_needed and self._says_more(at)

    def _is_needed(self, sentence: Sentence, words: str) -> bool:
        """Whether something is lost with a sentence: a fact, a private matter that is told, a wish."""
        told = max((*sentence.matter.values(), sentence.story), default=0.0) >= MENTION
        asks = max(sentence.act.values(), default=0.0) >= MENTION or holds_wish(words)
        place = self._reading.body.in_plain(sentence.start, sentence.end)
        return told or asks or bool(sentence.names) or is_needed(words, self._reading.body.plain, *place)

    def _says_more(self, at: int) -> bool:
        """Whether the mail without a sentence still says something that nobody minds."""
        return any(
            other != at
            and other not in self._hostile | self._toned
            and len(self._reading.own[s.start : s.end].split()) >= _FEWEST_WORDS
            for other, s in enumerate(self._reading.sentences)
        )

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
    """Whether words were only left out, and nothing was said instead."""
    left = iter(_WORD.findall(words.lower()))
    return all(word in left for word in _WORD.findall(text.lower()))
