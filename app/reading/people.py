"""Which people does a draft name, and whose are they?

Puts together what the model read in each sentence and what rules see beside it: titles, greetings,
sign-offs, registers, and repeats of a name found once. Then says of each whether it is the sender, a
recipient or a third party. One pass over the text for each rule; nothing is kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from app.domain.draft import Draft, Field
from app.domain.people import Person, Who
from app.domain.reading import Region, Sentence
from app.ports import Speller
from app.reading.naming.beside import aged, introduced, unknown_names
from app.reading.naming.faint import faint_names, word_names
from app.reading.naming.field import ALSO_NAMES, FieldNames
from app.reading.naming.greetings import greeted_names
from app.reading.naming.misread import doubted_names, misread_names, relatives
from app.reading.naming.parties import Parties
from app.reading.naming.registers import listed, listed_alike, listed_in_line
from app.reading.naming.repeats import Known
from app.reading.naming.signing import closing_name, opening_signatures, signed_names
from app.reading.naming.word_lists import BORROWED_WORDS
from app.reading.naming.writing import folded, has_title, is_accented, parts_of

_MOST_READ = 40_000


@dataclass(frozen=True, slots=True)
class Written:
    """A draft's text as this file needs it. `own` and `signature` are of one length with `clean`."""

    clean: str
    own: str
    signature: str
    regions: Sequence[Region]
    sentences: Sequence[Sentence]
    subject: str
    subject_sentences: Sequence[Sentence]


def find_people(
    draft: Draft, written: Written, schools: Iterable[str], speller: Speller
) -> tuple[Person, ...]:
    """Every mention of a person in the subject, the author's own text and the signature, in that order.

    `schools` are the names of the schools that the draft goes to; they are no people.
    """
    is_word = cache(partial(_is_word, speller))  # several rules ask it of the same words

    body = FieldNames(written.own[:_MOST_READ], written.sentences)
    last = FieldNames(written.signature[:_MOST_READ], ())
    head = FieldNames(written.subject[:_MOST_READ], written.subject_sentences)
    body.add(greeted_names(body.text, is_word))
    body.add(signed_names(body.text, is_word))
    body.add(closing_name(body.text, is_word))
    body.add(listed(body.text, is_word))
    regions = [region for region in written.regions if region.end <= _MOST_READ]
    body.add(aged(body.text, body.words, body.capitals, is_word))
    body.add(introduced(body.text))
    body.add(unknown_names(body.text, body.words, body.capitals, is_word))
    for one in (head, body):
        one.add(faint_names(one.text, one.read))
        one.add((*misread_names(one.text, one.read), *doubted_names(one.text, one.read)))
    body.add(word_names(body.text, body.words, body.capitals))
    body.add(listed_alike(body.text, body.found))
    head.add(listed_in_line(head.text))
    last.add(opening_signatures(written.clean, regions, is_word))
    last.add((*greeted_names(last.text, is_word), *signed_names(last.text, is_word)))
    fields = (head, body, last)
    _add_known(fields, Known(is_word))
    return _told_apart(draft, fields, frozenset(folded(name) for name in schools))


def _is_word(speller: Speller, word: str) -> bool:
    bare = folded(word)
    if not bare.isascii() or bare in ALSO_NAMES or (is_accented(word) and bare not in BORROWED_WORDS):
        return False
    return speller.knows(bare)


def _add_known(fields: Sequence[FieldNames], known: Known) -> None:
    """Relatives of those who were found, and everybody wherever they stand again."""
    for one in fields:
        known.learn(one.text, one.found)
    for one in fields:
        one.add(related := list(relatives(one.text, one.read, known)))
        known.learn(one.text, related)
    for one in fields:
        one.add(known.repeated(one.text, one.words))


def _told_apart(draft: Draft, fields: Sequence[FieldNames], schools: frozenset[str]) -> tuple[Person, ...]:
    """Everybody found, with whose they are."""
    head, _, last = fields
    said = [(one, found, one.text[found.start : found.end]) for one in fields for found in one.found]
    signed = [name for one, found, name in said if found.who is Who.SENDER or one is last]
    greeted = [name for _, found, name in said if found.who is Who.RECIPIENT]
    parties = Parties(draft, signed, greeted)
    strangers = {
        part
        for _, found, name in said
        if found.who is None and not has_title(name) and len(parts := parts_of(name)) > 1
        if parties.who(parts) is Who.THIRD_PARTY
        for part in parts
    }
    at_schools = "|".join(sorted(schools))
    people = list[Person]()
    for one, found, name in said:
        if " " in name and folded(name) in at_schools:
            continue
        who = Who.SENDER if one is last else found.who or _whose(name, parties, strangers)
        field = Field.SUBJECT if one is head else Field.BODY
        people.append(Person(found.start, found.end, round(found.confidence, 3), who, field))
    return tuple(sorted(people, key=lambda person: (person.field is Field.BODY, person.start)))


def _whose(name: str, parties: Parties, strangers: set[str]) -> Who:
    """A first name alone is a stranger's where a stranger bears it: better one too many protected."""
    parts = parts_of(name)
    if len(parts) == 1 and not has_title(name) and parts[0] in strangers:
        return Who.THIRD_PARTY
    return parties.who(parts)
