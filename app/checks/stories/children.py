"""In a mail to one family: which child is theirs, and which is another family's?

Nothing in a mailbox says so. The family's own is told by the surname of a reader, by "your son Amir", by the
subject; else it is whoever is named first by a given name alone, or first at all, and is not the other party
("hit by Amir", "it was Amir who", "the boy who shouts is Amir"). A child whose parents are spoken of as
somebody else is another family's. Brothers and sisters are the family's own, and people with a title or a
role are no children.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from app import linear
from app.checks.stories.family import family_words, is_to_family
from app.checks.stories.persons import Named, in_body_order, third_parties
from app.checks.wording.greeting import greeting_of
from app.checks.wording.said import text_in
from app.checks.words import any_of, whole_any
from app.domain.draft import Field
from app.domain.people import Person
from app.domain.reading import Reading, Sentence

_NEAR, _FAR = 60, 160
_LIST = 3
_LEADS_TO_OWN = linear.compile(
    r"(?i)\byour\s+$"
    r"|\byour\s+(?:\w+\s+){0,2}?(?:sons?|daughters?|child|children|twins|boys?|girls?|little one|step-?son"
    r"|step-?daughter|grand(?:son|daughter|child))\s*,?\s*(?:\p{Lu}[\w'\x{2019}-]+\s+and\s+)?$"
)
_UNNAMED = whole_any("your (?:\\w+ )?(?:son|daughter|child|boy|girl|little one)")
_SIBLING = any_of("""
    brothers?|sisters?|siblings?|twins?|cousins?|step-?(?:brother|sister)|half-(?:brother|sister)|both (?:of )?(?:your|children|boys|girls)
""")  # noqa: E501 - one phrase a line
_LEADS_TO_SIBLING = linear.compile(rf"(?i)\b{_SIBLING}\s*,?\s*$")
_AFTER_SIBLING = linear.compile(
    rf"(?i)^,?\s*\(?(?:(?:his|her|their|the|is|who is|as)\s+)*(?:\w+\s+){{0,2}}?{_SIBLING}\b"
)
_ONE_FAMILY = whole_any("""
    twins|siblings|your children|your boys|your girls|your sons|your daughters|the children
    both (?:your|of your|children)
""")
_BOTH = whole_any("both")
_STAFF_WORDS = any_of("""
    teachers?|tas?|teaching assistant|tutor|head(?: ?teacher| of \\w+)?|deputy|senco|sendco|coach|nurse|officer|worker|lead|manager
    mentor|office|reception|receptionist|counsellor|therapist|psychologist|governor|assistant|secretary|caretaker|doctor|gp|dsl
    consultant|practitioner|coordinator|instructor|driver|librarian|chaplain|colleague|team
""")  # noqa: E501 - one phrase a line
_LEADS_TO_STAFF = linear.compile(
    rf"(?i)(?:\b{_STAFF_WORDS},?\s*|\b(?:speak|talk|spoke|spoken|see|sees|seeing|works?|working|sessions?|contact|ring|call|e-?mail|ask|write|reply)(?:\s+(?:to|with))?\s+|"
    r"\b(?:man|woman|lady|gentleman|chap|bloke|volunteer|grown-up|adult) (?:called|named)\s+|"
    r"\b(?:regards|thanks|love|from|meet(?:ing)? with|copied in|cc)\s*,?\s*)$"
)
_LEADS_TO_BOOK = linear.compile(
    r"(?i)\b(?:(?:author|poet|illustrator|storyteller|artist|musician|composer|singer|actor|photographer|explorer|scientist)\s+"
    r"|(?:coached|led|taught|run|directed|hosted|supervised|organised|published|illustrated)\s+by\s+"
    r"|(?:books?|poems?|novel|story|stories|tales?|songs?|play|film|musical|talk|workshop)\s+(?:(?:is|are|was|were|written)\s+)?by\s+"
    r"|(?:book|novel|film|musical|poem)\s+(?:about|of)\s+(?:[\w'\x{2019}-]+\s+){0,5}"
    r"|(?:story|stories|tale)\s+(?:about|of)\s+an?\s+(?:\w+\s+){1,3}(?:called|named)\s+)$"
)  # the makers and the people of books
_AFTER_STAFF = linear.compile(
    r"(?i)^\s*[,(\x{2013}-]\s*(?:(?:our|the|his|her|my|is|who is|a|an)\s+)*(?:\w+\s+){0,3}?"
    rf"{_STAFF_WORDS}\b"
)
_OWNS = linear.compile(r"(?:\x27|\x{2019})s\b")
_LEADS_TO_OTHER = linear.compile(
    r"(?i)\b(?:by|against|ahead of|behind|below|above|next to|beside|alongside|than|even"
    r"|it was(?: mostly| only)?|(?:fight|fought|argu\w+|fell out|fallen out|falling out|caught|seen|vaping"
    r"|smoking|sits|sat|sitting|playing)\s+(?:\w+\s+)?with)\s+(?:\w+\s+)?$"
)
_HURT_BY = linear.compile(
    r"(?i)\b(?:hit|pushed|kicked|punched|bitten|slapped|hurt|bullied|teased|scratched|attacked|upset)(?:\s+\w+)?\s+by\s+$"
)
_OFFERED = linear.compile(
    r"(?i)\b(?:offer(?:ing|ed)?|kind of you|good of you|happy|able) to (?:\w+ ){0,2}?"
    r"(?:bring|take|drop|collect|fetch|have|drive|walk|give|look after|pick up)\s+(?:little\s+)?$"
)
_CHILD = "(?:boys?|girls?|child(?:ren)?|pupils?|students?|classmates?|lads?)"
_OTHER_CHILD = linear.compile(
    rf"(?i)\b(?:another|the (?:other|one)|one of the|a|that) (?:\w+ )?{_CHILD}"
    r"(?:,|(?: [\w']+){0,6}? (?:is|was|are|were|called|named))?\s+$"
    rf"|\bthe {_CHILD} (?:who|that|involved|concerned|responsible)(?: [\w']+){{0,5}}? (?:is|was)\s+$"
)
_CALLED_CHILD = linear.compile(rf"(?i)^ {_CHILD}\b")
_THE = linear.compile(r"(?i)\b(?:the|that|this)\s+$")
_BEGINS_CLAUSE = linear.compile(r"(?i)\b(?:that|because|since|as|but|while|whereas|why)\s+(?:the\s+)?$")
_DOES = linear.compile(
    rf"(?i)^(?: {_CHILD}\b)?(?:, (?-i:\p{{Lu}})[\w'\x{{2019}}-]+,)?"
    r"\s+(?:is|was|has|had|got|gets|needs|lives|lived|comes|came)\b"
)
_OTHERS = linear.compile(r"(?i)\bother (?:boys|girls|children|pupils|students|families)\b[^.!?\n]*$")
_JOINED = linear.compile(r"(?i)^\s*(?:,|and|&|,\s*and)\s*$")
_THEIR_PARENTS = whole_any("(?:his|her|'s|their) (?:parents|family)|parents? (?:is|are|has|have)")
_PARENT = {
    "mum": whole_any("(?:his|her|'s) (?:mum|mother|mummy)"),
    "dad": whole_any("(?:his|her|'s) (?:dad|father|daddy)"),
}
_GREETED = {"mum": whole_any("mrs|miss|ms|mum"), "dad": whole_any("mr|dad")}
_NOT_THEIRS = whole_any("as (?:his|her|their) parents?|(?:boy|girl|child|pupil|student|classmate|friend)s?")


def children_named(reading: Reading) -> list[Named]:
    """Third parties without a title or a role."""
    return [p for p in third_parties(reading) if not p.has_title and not _is_staff(reading, p)]


def others_named(reading: Reading, children: Sequence[Named]) -> list[Named]:
    """The children who do not belong to the family that gets the mail."""
    own = _theirs(reading, children)
    shared = frozenset[str]().union(*(child.words for child in own))
    return [
        child
        for child in children
        if child not in own
        and not child.words & shared
        and not any(_is_sibling(reading, m) for m in child.mentions)
        and not any(child.is_in(s) and _are_one_family(reading, s, own, child) for s in reading.sentences)
    ]


def is_all_of_others(reading: Reading, sentences: Iterable[Sentence]) -> bool:
    """Whether what a mail to a family tells is all about another family's child."""
    told = list(sentences)
    if not told or not is_to_family(reading):
        return False
    children = children_named(reading)
    others = others_named(reading, children)
    return bool(others) and all(is_of_other(reading, s, others, children) for s in told)


def is_of_other(
    reading: Reading, sentence: Sentence, others: Sequence[Named], children: Sequence[Named]
) -> bool:
    """Whether a sentence is about one of the others: named first in it, or what its last clause tells of.

    "Ella has no place because Amir is in care" tells of Amir.
    """
    inside = [m for m in in_body_order(children) if sentence.start <= m.start < sentence.end]
    telling = [m for m in inside[1:] if _tells_in_clause(reading, m)]
    return any(m in child.mentions for m in [*inside[:1], *telling] for child in others)


def is_own_unnamed(reading: Reading) -> bool:
    """Whether the mail speaks of "your son"."""
    return _UNNAMED.search(reading.own) is not None


def words_before(reading: Reading, child: Named) -> list[str]:
    """The words before each mention in the body."""
    return [_around(reading, m)[0] for m in child.mentions if m.field is Field.BODY]


def words_after(reading: Reading, child: Named) -> list[str]:
    """The words after each mention in the body."""
    return [_around(reading, m)[1] for m in child.mentions if m.field is Field.BODY]


def is_called_other(lead: str, follow: str) -> bool:
    """Whether the words before and after a name make it "the other child" or "the Kowalski boy"."""
    is_the = _THE.search(lead) is not None and _CALLED_CHILD.search(follow) is not None
    return is_the or _OTHER_CHILD.search(lead) is not None


def listed_with(reading: Reading, chosen: Sequence[Named], others: Sequence[Named]) -> list[Named]:
    """Those of the others who stand in one list with somebody chosen, and the chosen."""
    runs = _runs(reading, in_body_order(others))
    beside = [m for run in runs if any(m in c.mentions for c in chosen for m in run) for m in run]
    return [child for child in others if any(m in child.mentions for m in beside)]


def _theirs(reading: Reading, children: Sequence[Named]) -> list[Named]:
    surnames = family_words(reading)
    own = [
        c for c in children if c.words & surnames or any(_is_called_theirs(reading, m) for m in c.mentions)
    ]
    own = own or [c for c in children if c.in_subject]
    if own or is_own_unnamed(reading):
        return own
    children = [c for c in children if any(m.field is Field.BODY for m in c.mentions)]
    firsts = [next(m for m in c.mentions if m.field is Field.BODY) for c in children]
    order = sorted(zip(firsts, children, strict=True), key=lambda pair: pair[0].start)
    others = _other_parties(reading, [mention for mention, _ in order])
    can_be = [c for m, c in order if m not in others and not _has_parents_elsewhere(reading, c)]
    if can_be:
        return [next((child for child in can_be if not child.is_full), can_be[0])]
    is_lone = len(order) == 1 and not any(
        leads.search(_around(reading, firsts[0])[0]) for leads in (_HURT_BY, _OFFERED, _OTHER_CHILD)
    )
    return [c for c in children if is_lone and not _has_parents_elsewhere(reading, c)]


def _other_parties(reading: Reading, order: Sequence[Person]) -> list[Person]:
    """Who stands as the other party, alone or with others; a list of several is nobody's own family."""
    runs = _runs(reading, order)
    return [m for run in runs if len(run) >= _LIST or _leads_to_other(reading, run[0]) for m in run]


def _runs(reading: Reading, order: Iterable[Person]) -> list[list[Person]]:
    """Mentions that stand in one list: "Imani, Tyrone and Freya"."""
    runs: list[list[Person]] = []
    for mention in order:
        if runs and _JOINED.search(reading.own[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return runs


def _leads_to_other(reading: Reading, mention: Person) -> bool:
    before, after = _around(reading, mention)
    if _OFFERED.search(before) or _OTHER_CHILD.search(before) or _is_among_others(reading, mention):
        return True
    return _LEADS_TO_OTHER.search(before) is not None and not _OWNS.match(after)


def _tells_in_clause(reading: Reading, mention: Person) -> bool:
    before, after = _around(reading, mention)
    return _BEGINS_CLAUSE.search(before) is not None and _DOES.search(after) is not None


def _is_among_others(reading: Reading, mention: Person) -> bool:
    """Whether a sentence speaks of "the other boys" and then names them."""
    return mention.field is Field.BODY and (
        _OTHERS.search(reading.own[max(0, mention.start - _FAR) : mention.start]) is not None
    )


def _has_parents_elsewhere(reading: Reading, child: Named) -> bool:
    """Whether the child's parents are spoken of as somebody else: "his mum" in a mail to a Mrs Wills."""
    greeting = greeting_of(reading)
    whom = greeting.whom if greeting is not None else ""
    told = [_THEIR_PARENTS, *(_PARENT[who] for who in _PARENT if _GREETED[who].search(whom))]
    words = [reading.own[s.start : s.end] for s in reading.sentences if child.is_in(s)]
    return any(not _NOT_THEIRS.search(said) and pattern.search(said) for said in words for pattern in told)


def _around(reading: Reading, mention: Person) -> tuple[str, str]:
    text = text_in(reading, mention.field)
    return text[max(0, mention.start - _NEAR) : mention.start], text[mention.end : mention.end + _NEAR]


def _is_called_theirs(reading: Reading, mention: Person) -> bool:
    return _LEADS_TO_OWN.search(_around(reading, mention)[0]) is not None


def _is_sibling(reading: Reading, mention: Person) -> bool:
    before, after = _around(reading, mention)
    return _LEADS_TO_SIBLING.search(before) is not None or _AFTER_SIBLING.search(after) is not None


def _are_one_family(reading: Reading, sentence: Sentence, own: Sequence[Named], child: Named) -> bool:
    """Whether a sentence speaks of the family's own child and this one as one family: "the twins", "both"."""
    words = reading.own[sentence.start : sentence.end]
    inside = [m for m in in_body_order([*own, child]) if sentence.start <= m.start < sentence.end]
    if not any(m in c.mentions for c in own for m in inside):
        return False
    if _ONE_FAMILY.search(words):
        return True
    gaps = (reading.own[a.end : b.start] for a, b in pairwise(inside))
    return _BOTH.search(words) is not None and any(_JOINED.search(gap) for gap in gaps)


def _is_staff(reading: Reading, person: Named) -> bool:
    around = [_around(reading, mention) for mention in person.mentions]
    return any(
        _AFTER_STAFF.search(after)
        or _LEADS_TO_BOOK.search(before)
        or (_LEADS_TO_STAFF.search(before) and not _OWNS.match(after))
        for before, after in around
    )
