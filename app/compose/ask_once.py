"""Which cards need not ask, because the sender has answered them or was asked enough?

A card is answered for one sender in one draft and its thread, and for what it was about then: the same
words, the same readers, no louder. One more number, school or outside reader, and it asks again. What is
kept are keyed hashes that cannot be read back, for a few days. The sender's own client hands the answer back
under a seal, so that nobody can answer for somebody else.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from hmac import compare_digest

from app.checks import OFF_THE_RECORD
from app.domain.audience import Belonging
from app.domain.calendar import in_london
from app.domain.draft import Draft, Field, Moment
from app.domain.finding import Span
from app.domain.reading import Reading
from app.domain.verdict import Advice, SetAside, Severity, Verdict, Why
from app.policy.interrupt import (
    CARDS_AT_SEND,
    INTERRUPTIONS_A_DAY,
    INTERRUPTIONS_A_RULE,
    asks,
    fold,
    is_minor,
    spend,
)
from app.policy.policy import Policy
from app.ports import Marks

READERS_AT_MOST = 40
"""Above this many readers they count as one set: any change of them asks again."""
_SHORT = 32


@dataclass(frozen=True, slots=True)
class Memory:
    """What is needed to remember answers; `keyed_hash` is under the installation's key."""

    marks: Marks
    keyed_hash: Callable[[str], str]
    now: Callable[[], datetime]
    days: int = 7


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer handed back: whose marks, and which."""

    owner: str
    marks: tuple[str, ...]


def ask_once(verdict: Verdict, reading: Reading, policy: Policy, asking: "Asking") -> Verdict:
    """The verdict without the cards that need not ask, which it then has in `set_aside`.

    Raises StoreError when the marks cannot be read; every card asks then.
    """
    if not verdict.advice:
        return verdict
    memory = asking.memory
    owner = memory.keyed_hash(f"answers\0{asking.caller}\0{_sender(reading.draft)}")
    held = memory.marks.held(owner, memory.now())
    cards, aside = [], []
    for advice in verdict.advice:
        traces = _Traces(advice, reading, memory)
        card = replace(advice, answer=traces.key(owner, asking.caller))
        if held and traces.is_answered(held):
            aside.append(SetAside(card, Why.ANSWERED))
        else:
            cards.append(card)
    if asking.moment is Moment.SEND:
        aside += _beyond_budget(cards, reading.draft, policy, memory)
    return _without(replace(verdict, advice=tuple(cards)), aside)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and when. `caller` is whom the service knows them as."""

    memory: Memory
    moment: Moment
    caller: str


def open_answer(answer: str, rule: str, finding: str, asking: Asking) -> Answer | None:
    """The answer that this caller was handed with this card; None for anything else."""
    seal, _, rest = answer.partition(".")
    owner, *marks = rest.split(".")
    expected = _seal(asking.memory, asking.caller, rule, finding, rest)
    is_ours = marks and compare_digest(seal.encode("utf-8", "replace"), expected.encode())
    return Answer(owner, tuple(marks)) if is_ours else None


def keep_answer(answer: Answer, memory: Memory) -> None:
    """Hold it for the days that the settings give."""
    now = memory.now()
    memory.marks.keep(answer.owner, answer.marks, now, now + timedelta(days=memory.days))


def _without(verdict: Verdict, aside: Sequence[SetAside]) -> Verdict:
    gone = {id(one.advice) for one in aside}
    left = tuple(advice for advice in verdict.advice if id(advice) not in gone)
    severity = max((advice.severity for advice in left), default=Severity.CLEAR)
    return replace(verdict, advice=left, severity=severity, set_aside=tuple(aside))


def _beyond_budget(cards: Sequence[Advice], draft: Draft, policy: Policy, memory: Memory) -> list[SetAside]:
    """What stays in the pane. A draft that interrupted once today may do so again without counting twice."""
    most = int(policy.number("cards_at_send", CARDS_AT_SEND))
    if not (_sender(draft) and is_minor(cards)):
        return fold(cards, most)
    today, share = _Today(draft, memory), policy.number("interruptions_a_rule", INTERRUPTIONS_A_RULE)
    heard = {card.rule for card in cards if asks(card) and today.is_used_up(share, card.rule)}
    left = [card for card in cards if card.rule not in heard]
    if is_minor(left) and today.is_used_up(policy.number("interruptions_a_day", INTERRUPTIONS_A_DAY)):
        return spend(cards)
    aside = [*spend([card for card in cards if card.rule in heard]), *fold(left, most)]
    quiet = {id(one.advice) for one in aside}
    today.count({card.rule for card in left if asks(card) and id(card) not in quiet})
    return aside


class _Today:
    """Which drafts interrupted a sender today, in all and by rule."""

    def __init__(self, draft: Draft, memory: Memory) -> None:
        self._memory, self._sender = memory, _sender(draft)
        self._this = memory.keyed_hash("\0".join(_scopes(draft)))
        self._now = memory.now()
        self._day = in_london(self._now).replace(hour=0, minute=0, second=0, microsecond=0)

    def is_used_up(self, most: float, rule: str = "") -> bool:
        """Whether other drafts took all that there is, of the day or of one rule's part of it."""
        before = self._memory.marks.held(self._owner(rule), self._now)
        return self._this not in before and len(before) >= most

    def count(self, rules: Collection[str]) -> None:
        """This draft interrupts by these rules; by none it does not."""
        for rule in ("", *rules) if rules else ():
            end = self._day + timedelta(days=1)
            self._memory.marks.keep(self._owner(rule), (self._this,), self._now, end)

    def _owner(self, rule: str) -> str:
        return self._memory.keyed_hash(f"interrupted\0{self._sender}\0{self._day.date()}\0{rule}")


def _sender(draft: Draft) -> str:
    return draft.sender.address.strip().lower() if draft.sender else ""


def _scopes(draft: Draft) -> list[str]:
    """Where an answer holds: this draft and its thread; without a word of either, this very text."""
    known = [("thread", draft.thread), ("draft", draft.id)]
    return [f"{kind}\0{key}" for kind, key in known if key] or [
        f"text\0{draft.subject}\0{draft.body.content}"
    ]


class _Traces:
    """One card's marks: what it is about, hashed for each place where an answer holds."""

    def __init__(self, advice: Advice, reading: Reading, memory: Memory) -> None:
        self._advice, self._memory = advice, memory
        about = {f.id for f in advice.findings}
        self._may_be_answered = advice.severity < Severity.BLOCK and not about & OFF_THE_RECORD
        self._evidence = sorted(_evidence(advice, reading)) if self._may_be_answered else []
        self._keys = [
            memory.keyed_hash(f"{scope}\0{advice.rule}\0{advice.finding.id}").encode()[:64]
            for scope in (_scopes(reading.draft) if self._may_be_answered else ())
        ]

    def is_answered(self, held: frozenset[str]) -> bool:
        """Whether all that the card is about now was answered in one of the places, as loud as it is."""
        about = [*self._evidence, f"loud\0{self._advice.severity.value}"]
        return any(all(_mark(key, one) in held for one in about) for key in self._keys)

    def key(self, owner: str, caller: str) -> str:
        """What the client hands back to answer the card; empty where no answer is taken."""
        if not self._may_be_answered:
            return ""
        loud = [f"loud\0{s.value}" for s in Severity if s <= self._advice.severity]
        marks = [_mark(key, one) for key in self._keys for one in (*self._evidence, *loud)]
        rest = ".".join((owner, *marks))
        return f"{_seal(self._memory, caller, self._advice.rule, self._advice.finding.id, rest)}.{rest}"


def _mark(key: bytes, about: str) -> str:
    return blake2b(about.encode("utf-8", "surrogatepass"), key=key, digest_size=_SHORT // 2).hexdigest()


def _seal(memory: Memory, caller: str, rule: str, finding: str, rest: str) -> str:
    return memory.keyed_hash(f"sealed\0{caller}\0{rule}\0{finding}\0{rest}")[:_SHORT]


def _evidence(advice: Advice, reading: Reading) -> set[str]:
    """What the card is about, each thing by itself: fewer of them need no new answer, one more does."""
    about = {thing for span in advice.spans for thing in _things(span, reading)}
    for finding in advice.findings:
        if "places" in finding.facts:  # more than are pointed at
            about.add(f"places\0{finding.id}\0{finding.facts['places']}")
    points = advice.finding.spans  # its own alone: a tip that joins it while writing does not at Send
    readers = set(_readers(reading, with_inside=not points))
    if len(readers) > READERS_AT_MOST:
        readers = {"\0".join(("readers", *sorted(readers)))}
    return about | readers


def _things(span: Span, reading: Reading) -> Iterator[str]:
    texts = {Field.SUBJECT: reading.subject.clean, Field.BODY: reading.body.clean}
    if span.field in texts:
        yield f"words\0{' '.join(texts[span.field][span.start : span.end].casefold().split())}"
    elif span.field is Field.ATTACHMENTS:
        for file in reading.draft.attachments[span.start : span.end]:
            yield f"file\0{file.name.casefold()}\0{file.size}"
    else:
        for recipient in reading.draft.addressed(span.field)[span.start : span.end]:
            box = recipient.mailbox
            yield f"reader\0{(box.address or box.name).strip().lower()}"


def _readers(reading: Reading, *, with_inside: bool) -> Iterator[str]:
    """The schools and outside readers whom it reaches; everybody where the card points at nothing."""
    for reader in reading.audience.readers:
        box = reader.recipient.mailbox
        if reader.schools:
            yield from (f"school\0{school.urn or school.name}" for school in reader.schools)
        elif with_inside or reader.belonging is not Belonging.INSIDE:
            yield f"reader\0{(box.address or box.name).strip().lower()}"
