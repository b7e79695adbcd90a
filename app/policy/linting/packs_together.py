"""Where do two packs pull apart, and which of them wins?

Different strength about one finding, opposite actions, contacts, numbers and ids; and what a pack
may not do to the wider policy it stands under. The order of the packs decides, and this says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.policy.linting.loudness import heard, loudest, rank, strongest
from app.policy.pack import Contact, Pack, Rule
from app.policy.remark import Remark, RemarkKind

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
_TO_PUPIL = "pupil-recipients/to-pupil"
_PROTOCOL = frozenset({"adults", "hours_working"})


def about_packs(packs: Sequence[Pack], known: frozenset[str]) -> Iterator[Remark]:
    """What concerns more than one pack."""
    yield from _pupil_protocol(packs, known)
    yield from _parents(packs)
    for first, second in combinations(packs, 2):
        yield from _strengths(first, second, known)
        yield from _opposite_actions(first, second, known)
        yield from _contacts(first, second)
        yield from _numbers(first, second)
        yield from _ids(first, second)


def _pupil_protocol(packs: Sequence[Pack], known: frozenset[str]) -> Iterator[Remark]:
    """Mail to pupils needs agreed rules: who else reads it, and when it may be sent (004 §4)."""
    if not packs or _TO_PUPIL not in known:
        return
    hearing = [(pack, rule) for pack in packs for rule in pack.rules if rule.hears(_TO_PUPIL)]
    if not any(rule.facts_asked >= _PROTOCOL for _, rule in hearing):
        pack, rule = hearing[0] if hearing else (packs[0], None)
        message = (
            "Set the rules for e-mail with pupils: who else must read it (`adults`), and whether it may be"
            f" sent out of hours (`hours_working`), in a rule that listens to {_TO_PUPIL}."
        )
        place = (rule.id, rule.line) if rule else ("", 1)
        yield Remark(RemarkKind.NO_PUPIL_PROTOCOL, pack.id, *place, message)


def _parents(packs: Sequence[Pack]) -> Iterator[Remark]:
    ids = {pack.id for pack in packs}
    for pack in packs:
        for parent in pack.parents:
            if parent == pack.id or (parent not in ids and _is_id(parent)):
                message = (
                    f"{parent} is given under `parents`, but no such pack applies. Correct the id, "
                    f"or write the title."
                )
                yield Remark(RemarkKind.UNKNOWN_PARENT, pack.id, "", 1, message)


def _is_id(name: str) -> bool:
    return name.islower() and " " not in name


@dataclass(frozen=True, slots=True)
class _Clash:
    """The loudest rule of each of two packs about some finding."""

    winner: Rule
    loser: Rule


def _strengths(first: Pack, second: Pack, known: frozenset[str]) -> Iterator[Remark]:
    clashes: dict[tuple[str, str], tuple[_Clash, list[str]]] = {}
    for finding in sorted(known):
        mine, theirs = loudest(first, finding), loudest(second, finding)
        if mine and theirs and strongest(mine) != strongest(theirs):
            clash = _Clash(mine, theirs)
            clashes.setdefault((mine.id, theirs.id), (clash, []))[1].append(finding)
    overruled: list[_Clash] = []
    for clash, findings in clashes.values():
        if looser := _looser(first, second, clash, findings):
            yield looser
        elif rank(strongest(clash.winner)) < rank(strongest(clash.loser)) or len(clashes) == 1:
            yield _differs(first, second, clash, findings)
        else:
            overruled.append(clash)
    if overruled:
        yield _overruled(first, second, overruled)


def _looser(first: Pack, second: Pack, clash: _Clash, findings: Sequence[str]) -> Remark | None:
    """A policy may be stricter than the wider one it stands under, not looser."""
    for child, rule, parent, other in (
        (first, clash.winner, second, clash.loser),
        (second, clash.loser, first, clash.winner),
    ):
        if parent.id in child.parents and rank(strongest(rule)) < rank(strongest(other)):
            message = (
                f"On {', '.join(findings)}: {rule.id} goes up to {strongest(rule)}, but {other.id} "
                f"of {parent.id} (line "
                f"{other.line}), which this policy stands under, up to {strongest(other)}. Be as strict, "
                f"or stricter."
            )
            return Remark(RemarkKind.LOOSER_THAN_PARENT, child.id, rule.id, rule.line, message)
    return None


def _differs(first: Pack, second: Pack, clash: _Clash, findings: Sequence[str]) -> Remark:
    winner, loser = clash.winner, clash.loser
    message = (
        f"On {', '.join(findings)}: {winner.id} ({first.id}, line {winner.line}) goes up to "
        f"{strongest(winner)}, {loser.id} up to {strongest(loser)}. {first.id} comes first, so "
        f"{winner.id} wins where both speak. Make them agree, or change the order of the packs."
    )
    return Remark(RemarkKind.DIFFERENT_STRENGTH, second.id, loser.id, loser.line, message)


def _overruled(first: Pack, second: Pack, clashes: Sequence[_Clash]) -> Remark:
    """Where the stricter pack comes first, and so decides: one remark for the two packs."""
    said = "; ".join(
        f"{c.winner.id} (line {c.winner.line}) up to {strongest(c.winner)}, here {c.loser.id} "
        f"(line {c.loser.line}) "
        f"up to {strongest(c.loser)}"
        for c in clashes
    )
    message = (
        f"{first.id} comes first and is stricter, so it decides where both speak: {said}. Make them agree, "
        f"or leave "
        "it so."
    )
    loser = clashes[0].loser
    return Remark(RemarkKind.DIFFERENT_STRENGTH, second.id, loser.id, loser.line, message)


def _opposite_actions(first: Pack, second: Pack, known: frozenset[str]) -> Iterator[Remark]:
    for mine in first.rules:
        for theirs in second.rules:
            shared = heard(mine.listens, known) & heard(theirs.listens, known)
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


def _contacts(first: Pack, second: Pack) -> Iterator[Remark]:
    for name in sorted(set(first.contacts) & set(second.contacts)):
        if differences := _differences(first.contacts[name], second.contacts[name], first.id, second.id):
            message = (
                f"{name} differs: {'; '.join(differences)}. Find out which is right, and correct the other."
            )
            yield Remark(RemarkKind.CONTACTS_DIFFER, second.id, "", 1, message)


def _differences(mine: Contact, theirs: Contact, first: str, second: str) -> list[str]:
    parts = {
        "telephone": (mine.telephone, theirs.telephone),
        "address": (mine.address, theirs.address),
        "link": (mine.href, theirs.href) if not (mine.address or theirs.address) else ("", ""),
    }
    return [f"{part} {a} in {first}, {b} in {second}" for part, (a, b) in parts.items() if a and b and a != b]


def _numbers(first: Pack, second: Pack) -> Iterator[Remark]:
    for name in sorted(set(first.numbers) & set(second.numbers)):
        mine, theirs = first.numbers[name], second.numbers[name]
        if mine != theirs:
            message = f"{name} is {mine:g} in {first.id} and {theirs:g} here. Use one number in both."
            yield Remark(RemarkKind.NUMBERS_DIFFER, second.id, "", 1, message)


def _ids(first: Pack, second: Pack) -> Iterator[Remark]:
    lines = {rule.id: rule.line for rule in first.rules}
    for rule in second.rules:
        if rule.id in lines:
            message = f"{first.id} has a rule of this id on line {lines[rule.id]}. Give one of them another."
            yield Remark(RemarkKind.SAME_ID, second.id, rule.id, rule.line, message)
