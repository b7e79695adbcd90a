"""Whose names are found, and is everybody's found alike?

A name counts as found when a person's name that was read overlaps it, and a name that was read is right
when it overlaps a person's. Every draft with slots is filled once for each origin, so that the same mail
asks for each; and by the form in which a name stands. Beside it the public set, by genre.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path

from app.adapters.nlp.names import MOST_FAINT
from app.adapters.nlp.reader import SpacyReader
from app.compose.check_draft import Road
from app.compose.read_draft import read_draft
from app.domain.draft import Field
from app.domain.reading import NameKind, Sentence
from bench.named_mail import treebank as documents
from nlp_models.mail.scripts.measure.parts import Part, ReadDraft
from nlp_models.mail.scripts.measure.road import written
from nlp_models.mail.scripts.measure.shares import Figures, counted, wilson
from nlp_models.mail.scripts.name_sources import treebank

Stretch = tuple[int, int]
PUBLIC = ("uner_english_ewt/en_ewt-ud-dev.iob2", "ud_english_ewt/en_ewt-ud-dev.conllu")
FILLS = 3  # of each draft for each origin, so that the gap is not of a few unlucky names


def people(sentences: Iterable[Sentence]) -> list[Stretch]:
    """Where people are named; faint names are for the rules of the road."""
    return [
        (name.start, name.end)
        for sentence in sentences
        for name in sentence.names
        if name.kind is NameKind.PERSON and name.confidence > MOST_FAINT
    ]


def overlaps(place: Stretch, others: Iterable[Stretch]) -> bool:
    """Whether any of the others shares a code point with the place."""
    return any(start < place[1] and end > place[0] for start, end in others)


def compared(pairs: Iterable[tuple[list[Stretch], list[Stretch]]]) -> Figures:
    """Overlap precision and recall of what was read against what is there."""
    counts: Counter[str] = Counter()
    for there, read in pairs:
        counts["there"] += len(there)
        counts["read"] += len(read)
        counts["found"] += sum(overlaps(place, read) for place in there)
        counts["right"] += sum(overlaps(place, there) for place in read)
    return {
        "names": counts["there"],
        "precision": wilson(counts["right"], counts["read"]),
        "recall": wilson(counts["found"], counts["there"]),
    }


def marked(draft: ReadDraft) -> Iterator[tuple[Stretch, str, str]]:
    """The people of a draft's own part: where, the form ("" for a full name in a slot), the origin."""
    filled = draft.filled
    for before, after in zip(filled.written.marks, filled.names, strict=True):
        if after.kind == "P" and after.end <= filled.history:
            form = before.slot.partition(".")[2] if before.slot else "as written"
            yield (after.start, after.end), "first" if form.startswith("sibling") else form, after.slot


def by_form(drafts: Iterable[tuple[ReadDraft, list[Stretch]]]) -> Figures:
    """Recall for each form of a name."""
    forms: dict[str, list[bool]] = defaultdict(list)
    for draft, read in drafts:
        for place, form, _ in marked(draft):
            forms[form or "full"].append(overlaps(place, read))
    return {form: counted(flags) for form, flags in sorted(forms.items())}


Seen = Callable[[ReadDraft], list[Stretch]]


def by_model(draft: ReadDraft) -> list[Stretch]:
    """The people that the network names."""
    return people(draft.sentences)


def on_the_road(road: Road) -> Seen:
    """The people that the service names: the network's, and those of the rules beside it."""

    def seen(draft: ReadDraft) -> list[Stretch]:
        return _named(road, draft.filled.subject, draft.filled.text)

    return seen


def by_origin(part: Part, step: int, seen: Seen) -> Figures:
    """Recall for each origin on the same drafts, filled several times; the gap from best to worst."""
    slotted = [draft for draft in part.written if any(mark.slot for mark in draft.marks)][::step]
    origins: Figures = {}
    drafts: list[tuple[ReadDraft, list[Stretch]]] = []
    for origin in sorted(part.names.given):
        flags: list[bool] = []
        for open_draft, turn in product(slotted, range(FILLS)):
            draft = part.read(open_draft, origin, turn)
            read = seen(draft)
            drafts.append((draft, read))
            flags += [overlaps(place, read) for place, _, of in marked(draft) if of == origin]
        origins[origin] = counted(flags)
    shares = sorted(figures["share"][0] for figures in origins.values())
    return {
        "drafts": len(slotted),
        "fills": FILLS,
        "gap": round(shares[-1] - shares[0], 4),
        "origins": origins,
        "forms": by_form(drafts),
    }


def measure(part: Part, road: Road, step: int = 1) -> Figures:
    """Everything about the names of the corpus: by the network alone, and by the service."""
    figures: Figures = {}
    for way, seen in (("model", by_model), ("road", on_the_road(road))):
        read = [(draft, seen(draft)) for draft in part.drafts]
        figures[way] = {
            "drafts": compared(([place for place, _, _ in marked(draft)], found) for draft, found in read),
            "by_form": by_form(read),
            "by_origin": by_origin(part, step, seen),
        }
    return figures


WHOLE_MAILS = "email, whole mails, with the rules beside it"


def public(reader: SpacyReader, road: Road, data: Path) -> Figures:
    """Universal NER over the English Web Treebank, development split.

    By the network, sentence by sentence, by genre; and the e-mails as the service reads them, whole.
    """
    pairs: dict[str, list[tuple[list[Stretch], list[Stretch]]]] = defaultdict(list)
    for named in treebank(data, "dev"):
        there = [(start, end) for start, end, kind in named.names if kind == "P"]
        pair = there, people(reader.read(named.text))
        pairs["all"].append(pair)
        pairs[named.document.partition("-")[0]].append(pair)
    by_genre = {genre: compared(found) for genre, found in sorted(pairs.items())}
    return by_genre | {WHOLE_MAILS: compared(_whole_mails(road, data))}


def _whole_mails(road: Road, data: Path) -> Iterator[tuple[list[Stretch], list[Stretch]]]:
    for mail in documents(data / "pii", "dev"):
        if mail.genre == "email":
            there = [(start, end) for start, end, kind in mail.spans if kind == "PER"]
            yield there, _named(road, "", mail.text)


def _named(road: Road, subject: str, text: str) -> list[Stretch]:
    """Everybody whom the service names in a body."""
    reading = read_draft(written(subject, text), road.around)
    return [
        reading.body.in_plain(person.start, person.end)
        for person in reading.people
        if person.field is Field.BODY
    ]
