"""What should somebody put right, or settle, in the packs together?

Finds by rule, not by list: packs that disagree about one finding (the order decides, and this says
so), rules that can never be first, findings that nobody makes, quotations that are not in their
source, contacts and numbers that differ, missing owners and reviews, hard words. Pure: the packs and
the source texts are handed in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from string import Formatter

import re2

from app.domain.verdict import Mode, Severity
from app.policy.pack import Contact, Pack, Rule
from app.policy.remark import Remark, RemarkKind
from app.policy.source_text import look_at_source

LONG_MESSAGE = 160
HARD_WORDS = frozenset(
    """accordance additionally adhere ascertain commence comply compliance contravene disseminate
    endeavour expedite facilitate forthwith hereby herein inappropriate notwithstanding obligatory
    prohibited pursuant recipient recipients regarding stakeholders sufficient terminate thereof
    unauthorised utilise utilisation violate violation violations whilst""".split()  # noqa: SIM905 - a closed list reads best as words
)
_AWAY_FROM_MAIL = frozenset(
    {"route-to-bulletin", "ask-communications-team", "contact-local-officer", "use-secure-channel"}
)
_OPPOSITES = frozenset(
    {
        frozenset({"move-to-cc", "move-to-to"}),
        frozenset({"move-to-bcc", "move-to-cc"}),
        frozenset({"move-to-bcc", "move-to-to"}),
        *(frozenset({"send-as-is", away}) for away in _AWAY_FROM_MAIL),
    }
)
_FIGURE = re2.compile(r"\b\d+(?:[.,]\d+)*\b")
_NUMBERING = re2.compile(r"(?m)^[ \t·-]*\d+\.\s")
_TO_PUPIL = "pupil-recipients/to-pupil"
_PROTOCOL = frozenset({"adults", "hours_working"})
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def lint(
    packs: Sequence[Pack], known_findings: frozenset[str], sources: Mapping[str, str], today: date
) -> tuple[Remark, ...]:
    """Every remark, pack by pack, then what concerns two packs.

    Args:
        packs: in the organisation's order.
        known_findings: every finding that some check can make, as ``check/kind``.
        sources: the text of each document by its name, as packs give it in `document`.
        today: for reviews and old dates.
    """
    remarks: list[Remark] = []
    for pack in packs:
        remarks += _about_pack(pack, today)
        for rule in pack.rules:
            remarks += _about_rule(pack, rule, known_findings)
        remarks += _never_first(pack, known_findings)
        remarks += _about_source(pack, sources, today)
    remarks += _pupil_protocol(packs, known_findings)
    for first, second in combinations(packs, 2):
        remarks += _between(first, second, known_findings)
    return tuple(remarks)


def _about_pack(pack: Pack, today: date) -> Iterator[Remark]:
    def remark(kind: RemarkKind, message: str) -> Remark:
        return Remark(kind, pack.id, "", 1, message)

    if not pack.owner:
        yield remark(RemarkKind.NO_OWNER, "Nobody owns this policy. Name a person or post under `owner`.")
    if pack.review_by is None:
        yield remark(RemarkKind.NO_REVIEW_DATE, "No review is planned. Give a date under `review_by`.")
    elif pack.review_by < today:
        yield remark(
            RemarkKind.REVIEW_OVERDUE,
            f"The review was due on {pack.review_by.isoformat()}. Review the policy, then set the next date.",
        )


def _about_rule(pack: Pack, rule: Rule, known: frozenset[str]) -> Iterator[Remark]:
    def remark(kind: RemarkKind, message: str) -> Remark:
        return Remark(kind, pack.id, rule.id, rule.line, message)

    for listened in rule.listens:
        if not _heard((listened,), known):
            yield remark(
                RemarkKind.UNKNOWN_FINDING, f"No check makes {listened}. Correct the name, or remove it."
            )
    if all(action.kind in {"none", "explain"} for action in rule.actions):
        yield remark(RemarkKind.NO_ACTION, "The sender is told, but not what to do. Add an action.")
    for action in rule.actions:
        if action.kind == "use-secure-channel" and not action.href:
            yield remark(RemarkKind.NO_LINK, "The secure channel has no link. Name it under `contacts`.")
    for words in dict.fromkeys((rule.words_for(""), *rule.says.values())):
        plain = _without_facts(f"{words.title} {words.message}")
        hard = sorted(HARD_WORDS & set(_words(plain)))
        if hard:
            yield remark(RemarkKind.HARD_WORD, f"Hard to read: {', '.join(hard)}. Use an everyday word.")
        if len(words.message) > LONG_MESSAGE:
            long = f"The message has {len(words.message)} characters. Aim for {LONG_MESSAGE} or fewer."
            yield remark(RemarkKind.LONG_MESSAGE, long)


def _never_first(pack: Pack, known: frozenset[str]) -> Iterator[Remark]:
    """Rules of a pack whose own words are never shown, because another always speaks louder."""
    shown = [rule for rule in pack.rules if rule.mode is not Mode.TRIAL]
    for place, rule in enumerate(shown):
        louder: dict[str, Rule] = {}
        for other_place, other in enumerate(shown):
            if other is not rule and _drowns(other, rule, is_before=other_place < place):
                louder |= dict.fromkeys(_heard(other.listens, known), other)
        heard = _heard(rule.listens, known)
        if heard and heard <= set(louder):
            names = ", ".join(sorted({louder[finding].id for finding in heard}))
            yield Remark(
                RemarkKind.NEVER_FIRST,
                pack.id,
                rule.id,
                rule.line,
                f"Its words are never shown, because {names} always speaks first; it is only cited. "
                "Make it stronger, move it up, or leave it as a further citation.",
            )


def _drowns(other: Rule, rule: Rule, *, is_before: bool) -> bool:
    always = other.steps[0].severity if not other.steps[0].when else None
    if always is None or rule.confidence < other.confidence:
        return False
    strongest = _strongest(rule)
    return strongest < always or (is_before and always == strongest)


def _pupil_protocol(packs: Sequence[Pack], known: frozenset[str]) -> Iterator[Remark]:
    """Mail to pupils needs agreed rules: who else reads it, and when it may be sent (004 §4)."""
    if not packs or _TO_PUPIL not in known:
        return
    hearing = [(pack, rule) for pack in packs for rule in pack.rules if rule.hears(_TO_PUPIL)]
    agreed = [(pack, rule) for pack, rule in hearing if rule.facts_asked >= _PROTOCOL]
    if not agreed:
        pack, rule = hearing[0] if hearing else (packs[0], None)
        message = (
            "Set the rules for e-mail with pupils: who else must read it (`adults`), and whether it may be"
            f" sent out of hours (`hours_working`), in a rule that listens to {_TO_PUPIL}."
        )
        place = (rule.id, rule.line) if rule else ("", 1)
        yield Remark(RemarkKind.NO_PUPIL_PROTOCOL, pack.id, *place, message)


def _about_source(pack: Pack, sources: Mapping[str, str], today: date) -> Iterator[Remark]:
    text = sources.get(pack.document)
    if text is None:
        missing = f"The document {pack.document} is not there. Put it beside the packs, or correct its name."
        yield Remark(RemarkKind.NO_SOURCE, pack.id, "", 1, missing)
        return
    joined = " ".join(text.split())
    quoted = [(rule.id, rule.line, rule.clause.quote) for rule in pack.rules]
    quoted += [("", 1, clause.quote) for clause in pack.route.values()]
    for rule, line, quote in quoted:
        if quote not in joined:
            message = f"The source does not say “{quote}”. Quote it word for word."
            yield Remark(RemarkKind.QUOTE_NOT_IN_SOURCE, pack.id, rule, line, message)
    figures = set(_FIGURE.findall(_NUMBERING.sub("", text)))
    own = [f"{name} {value:g}" for name, value in pack.numbers.items() if f"{value:g}" not in figures]
    if own:
        message = (
            f"The source gives no such figure for: {', '.join(own)}. They are your own; say so to staff."
        )
        yield Remark(RemarkKind.OWN_NUMBERS, pack.id, "", 1, message)
    yield from look_at_source(pack.id, pack.document, text, today)


def _between(first: Pack, second: Pack, known: frozenset[str]) -> Iterator[Remark]:
    yield from _different_strength(first, second, known)
    yield from _opposite_actions(first, second, known)
    for name in sorted(set(first.contacts) & set(second.contacts)):
        if differences := _differences(first.contacts[name], second.contacts[name], first.id, second.id):
            message = (
                f"{name} differs: {'; '.join(differences)}. Find out which is right, and correct the other."
            )
            yield Remark(RemarkKind.CONTACTS_DIFFER, second.id, "", 1, message)
    for name in sorted(set(first.numbers) & set(second.numbers)):
        mine, theirs = first.numbers[name], second.numbers[name]
        if mine != theirs:
            message = f"{name} is {mine:g} in {first.id} and {theirs:g} here. Use one number in both."
            yield Remark(RemarkKind.NUMBERS_DIFFER, second.id, "", 1, message)
    lines = {rule.id: rule.line for rule in first.rules}
    for rule in second.rules:
        if rule.id in lines:
            message = f"{first.id} has a rule of this id on line {lines[rule.id]}. Give one of them another."
            yield Remark(RemarkKind.SAME_ID, second.id, rule.id, rule.line, message)


@dataclass(frozen=True, slots=True)
class _Clash:
    """The loudest rule of each of two packs about some finding."""

    winner: Rule
    loser: Rule


def _different_strength(first: Pack, second: Pack, known: frozenset[str]) -> Iterator[Remark]:
    clashes: dict[tuple[str, str], tuple[_Clash, list[str]]] = {}
    for finding in sorted(known):
        mine, theirs = _loudest(first, finding), _loudest(second, finding)
        if mine and theirs and _strongest(mine) != _strongest(theirs):
            clash = _Clash(mine, theirs)
            clashes.setdefault((mine.id, theirs.id), (clash, []))[1].append(finding)
    for clash, findings in clashes.values():
        winner, loser = clash.winner, clash.loser
        message = (
            f"On {', '.join(findings)}: {winner.id} ({first.id}, line {winner.line}) goes up to "
            f"{_strongest(winner)}, {loser.id} up to {_strongest(loser)}. {first.id} comes first, so "
            f"{winner.id} wins where both speak. Make them agree, or change the order of the packs."
        )
        yield Remark(RemarkKind.DIFFERENT_STRENGTH, second.id, loser.id, loser.line, message)


def _opposite_actions(first: Pack, second: Pack, known: frozenset[str]) -> Iterator[Remark]:
    for mine in first.rules:
        for theirs in second.rules:
            shared = _heard(mine.listens, known) & _heard(theirs.listens, known)
            opposed = [
                f"{a.kind} / {b.kind}"
                for a in mine.actions
                for b in theirs.actions
                if frozenset({a.kind, b.kind}) in _OPPOSITES
            ]
            if shared and opposed:
                message = (
                    f"On {', '.join(sorted(shared))}: {mine.id} ({first.id}, line {mine.line}) and "
                    f"{theirs.id} ask for opposite things ({', '.join(opposed)}). {first.id} comes "
                    f"first, so {mine.id} wins. Settle which is meant."
                )
                yield Remark(RemarkKind.OPPOSITE_ACTIONS, second.id, theirs.id, theirs.line, message)


def _loudest(pack: Pack, finding: str) -> Rule | None:
    heard = [rule for rule in pack.rules if rule.mode is not Mode.TRIAL and rule.hears(finding)]
    return max(heard, key=lambda rule: _RANK[_strongest(rule)], default=None)


def _strongest(rule: Rule) -> Severity:
    strongest = max((step.severity for step in rule.steps), key=_RANK.__getitem__)
    return min(strongest, Severity.WARN) if rule.mode is Mode.WARN else strongest


def _heard(listens: Sequence[str], known: frozenset[str]) -> set[str]:
    """The findings that are meant, with ``check/*`` spelt out."""
    whole = {name.removesuffix("*") for name in listens if name.endswith("/*")}
    return {f for f in known if f in listens or f"{f.partition('/')[0]}/" in whole}


def _differences(mine: Contact, theirs: Contact, first: str, second: str) -> list[str]:
    parts = {
        "telephone": (mine.telephone, theirs.telephone),
        "address": (mine.address, theirs.address),
        "link": (mine.href, theirs.href) if not (mine.address or theirs.address) else ("", ""),
    }
    return [f"{part} {a} in {first}, {b} in {second}" for part, (a, b) in parts.items() if a and b and a != b]


def _without_facts(words: str) -> str:
    return "".join(text for text, *_ in Formatter().parse(words))


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()
