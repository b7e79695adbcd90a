"""How often is each rule right, on drafts labelled by people who had not seen the code?

    python -m bench.rule_cards [DATA …] [--jobs N] [--write] [--show RULE]

DATA are YAML files (those of ``bench/policy_drafts`` if none is named): ``{rule, speaks, draft}`` says that a rule
must speak on a draft, or (a near miss) must not; ``{draft}`` alone is ordinary mail, on which no rule may
interrupt anybody. Every draft goes the real road: real model, real checks, the packs as shipped. What counts is
the rule's own say, whichever rule's card is shown. ``--write`` writes ``app/policy/packs/cards/measured.yaml``,
with the lines and reasons of ``bench/policy_drafts/notes.yaml``; ``--show`` prints what a rule got wrong. Where
the notes say that a rule was mended on its even drafts, only the odd ones count: nobody has looked at them.
"""

import argparse
import hashlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import yaml

from app.checks import look
from app.compose.read_draft import Surroundings, read_draft
from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.accuracy import AccuracyCard
from app.domain.calendar import in_london
from app.domain.draft import Moment
from app.domain.verdict import Severity
from app.policy.cards import heard_by
from app.policy.circumstances import Occasion, circumstances_of
from app.policy.judge import own_says
from app.policy.policy import Policy
from app.policy.rule import Rule
from app.policy.step_down import BARS, Loudness, falls_below, loudness
from app.wiring.places import CARDS, PACKS, VERSION
from tests.drafts import draft_from
from tests.road import PACKS as SHIPPED
from tests.road import pack, real_reader, surroundings

FOLDER = Path(__file__).parent / "policy_drafts"
NOTES = FOLDER / "notes.yaml"
BULK_SENDERS = ("communications@council.example",)
NOBODY_WROTE = "Nobody has written labelled drafts for it yet."


@dataclass(slots=True)
class Tally:
    """Drafts of one rule by what it did; each list holds the drafts themselves."""

    right: list[Any] = field(default_factory=list)
    missed: list[Any] = field(default_factory=list)
    wrong: list[Any] = field(default_factory=list)
    left_alone: list[Any] = field(default_factory=list)
    disturbed: list[Any] = field(default_factory=list)


def files(named: Sequence[str]) -> list[Path]:
    """The data files, in order."""
    return [Path(name) for name in named] or [f for f in sorted(FOLDER.glob("*.yaml")) if f != NOTES]


def entries(file: Path) -> list[dict[str, Any]]:
    """What a data file holds."""
    loaded: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def unseen(labelled: Iterable[Mapping[str, Any]], mended: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """The drafts without the even ones (from 0) of each rule that was mended on them."""
    met: Counter[str] = Counter()
    for entry in labelled:
        rule = entry.get("rule", "")
        if rule not in mended or met[rule] % 2:
            yield entry
        met[rule] += 1


@cache
def council() -> Surroundings:
    """The council of the drafts: the one of the tests, with the setting that names its Communications Team."""
    around, known = surroundings(real_reader()), KnownMailboxes(bulk_senders=BULK_SENDERS)
    return replace(
        around,
        resolve_audience=lambda draft, own: resolve_audience(
            draft, around.directory, own, around.school_suffixes, known
        ),
    )


@cache
def policy() -> Policy:
    """The packs as shipped, each rule as loud as it is written."""
    return Policy([pack(name) for name in SHIPPED])


def says(entry: Mapping[str, Any]) -> Mapping[str, Severity]:
    """What each rule has to say on a draft while somebody writes it."""
    made, around = draft_from(entry["draft"]), council()
    reading = read_draft(made, around)
    at, calendar = in_london(made.sending_at), around.calendar()
    occasion = Occasion(Moment.COMPOSE, calendar.next_issue(at), calendar.missing_issue(at) is not None)
    return own_says(policy(), circumstances_of(reading, occasion), look(reading)[0])


class Measuring:
    """The rules, and what they did."""

    def __init__(self) -> None:
        """Read the packs."""
        self.rules: Mapping[str, Rule] = {r.id: r for p in policy().packs for r in p.rules}

    def tally(
        self, labelled: Sequence[Mapping[str, Any]], every: Iterable[Mapping[str, Severity]]
    ) -> tuple[dict[str, Tally], int]:
        """What the rules did, and how many drafts were ordinary mail. `every` is what they said, draft by draft."""
        done: dict[str, Tally] = defaultdict(Tally)
        ordinary = 0
        for entry, said in zip(labelled, every, strict=True):
            if "rule" not in entry:
                ordinary += 1
                for rule in (rule for rule, severity in said.items() if severity > Severity.INFO):
                    done[rule].disturbed.append(entry["draft"])
                continue
            if entry["rule"] not in self.rules:
                raise SystemExit(f"There is no rule {entry['rule']}.")
            one, spoke = done[entry["rule"]], entry["rule"] in said
            if entry["speaks"]:
                (one.right if spoke else one.missed).append(entry["draft"])
            else:
                (one.wrong if spoke else one.left_alone).append(entry["draft"])
        return done, ordinary

    def card(self, rule: str, done: Tally, ordinary: int, misses: str) -> AccuracyCard:
        """Ordinary mail counts for the rules that can interrupt: whether a tip was wrong there, nobody has said."""
        tried = ordinary if loudness(self.rules[rule]) >= Loudness.INTERRUPTS else 0
        return AccuracyCard(
            rule=rule,
            heard=heard_by(self.rules[rule]),
            right=len(done.right),
            missed=len(done.missed),
            wrong=len(done.wrong),
            left_alone=len(done.left_alone),
            disturbed=len(done.disturbed) if tried else 0,
            ordinary=tried,
            misses=misses,
        )


def is_measured(done: Tally) -> bool:
    """A rule of which nobody wrote drafts has no card, whatever it did on ordinary mail."""
    return bool(done.right or done.missed)


def written(
    cards: Sequence[AccuracyCard], unmeasured: Mapping[str, str], data: Sequence[Path], model: str
) -> str:
    """The file of cards; one line a card, so that a change is seen."""
    lines = [
        "# Measured by `python -m bench.rule_cards --write`; not to be edited by hand. See docs/decisions/0019.",
        "measured:",
        f"  on: {time.strftime('%Y-%m-%d')}",
        f"  app: {json.dumps(VERSION)}",
        f"  model: {json.dumps(model)}",
        "  data:",
    ]
    for file in data:
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        lines.append(f"    - {{name: {file.name}, sha256: {sha256}, drafts: {len(entries(file))}}}")
    lines.append("cards:" if cards else "cards: {}")
    lines += [f"  {card.rule}: {{{', '.join(_fields(card))}}}" for card in cards]
    lines.append("unmeasured:" if unmeasured else "unmeasured: {}")
    lines += [f"  {rule}: {json.dumps(why, ensure_ascii=False)}" for rule, why in unmeasured.items()]
    return "\n".join(lines) + "\n"


def _fields(card: AccuracyCard) -> Iterator[str]:
    yield f"heard: {json.dumps(card.heard)}"
    for name in ("right", "missed", "wrong", "left_alone", "disturbed", "ordinary"):
        yield f"{name}: {getattr(card, name)}"
    if card.misses:
        yield f"misses: {json.dumps(card.misses, ensure_ascii=False)}"


def show(done: Tally) -> None:
    """The drafts that a rule got wrong."""
    for name in ("missed", "wrong", "disturbed"):
        for draft in getattr(done, name):
            print(f"---- {name}\n{yaml.safe_dump(draft, allow_unicode=True, sort_keys=False)}")


def table(rules: Mapping[str, Rule], cards: Iterable[AccuracyCard]) -> None:
    """Every card in a line, the worst first, with what becomes of the rule."""
    print(f"{'rule':45} {'loudness':10} right wrong disturbed missed alone  precision        recall")
    for card in sorted(cards, key=lambda c: (c.precision.rate or 0, c.recall.rate or 0)):
        loud = loudness(rules[card.rule])
        mark = "  STEPS DOWN" if falls_below(rules[card.rule], card.precision) else ""
        (p_low, p_high), (r_low, r_high) = card.precision.interval, card.recall.interval
        print(
            f"{card.rule:45} {loud.name.lower():10} {card.right:5} {card.wrong:5} {card.disturbed:9} {card.missed:6}"
            f" {card.left_alone:5}  {card.precision.rate or 0:.2f} ({p_low:.2f}-{p_high:.2f})"
            f" {card.recall.rate or 0:.2f} ({r_low:.2f}-{r_high:.2f}){mark}"
        )


def main() -> None:
    """Measure, print, and write when asked."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("data", nargs="*")
    asked.add_argument("--jobs", type=int, default=1, help="processes")
    asked.add_argument("--write", action="store_true", help="write the file of cards")
    asked.add_argument(
        "--show", action="append", default=[], metavar="RULE", help="print what this rule got wrong"
    )
    chosen = asked.parse_args()
    began, data, measuring = time.perf_counter(), files(chosen.data), Measuring()
    notes = yaml.safe_load(NOTES.read_text(encoding="utf-8"))
    labelled = [*unseen((entry for file in data for entry in entries(file)), notes["mended_on_even"])]
    if chosen.show:
        labelled = [entry for entry in labelled if entry.get("rule", chosen.show[0]) in chosen.show]
    with Pool(chosen.jobs) as workers:  # each loads the model for itself, before anything has a thread
        done, ordinary = measuring.tally(labelled, workers.imap(says, labelled, 16))
    for rule in chosen.show:
        show(done[rule])
    cards = [
        measuring.card(rule, done[rule], ordinary, notes["misses"].get(rule, ""))
        for rule in measuring.rules
        if rule in done and is_measured(done[rule])
    ]
    table(measuring.rules, cards)
    right, wrong = sum(c.right for c in cards), sum(c.wrong + c.disturbed for c in cards)
    missed = sum(c.missed for c in cards)
    print(
        f"{len(labelled)} drafts, {ordinary} of them ordinary, in {time.perf_counter() - began:.0f} s. {len(cards)} of "
        f"{len(measuring.rules)} rules have a card; together {right} right, {wrong} wrong, {missed} missed: precision "
        f"{right / max(1, right + wrong):.3f}, recall {right / max(1, right + missed):.3f}."
    )
    print("Bars: " + ", ".join(f"{loud.name.lower()} {bar}" for loud, bar in BARS.items()))
    if chosen.write:
        has_card = {card.rule for card in cards}
        reasons = {r: notes["unmeasured"].get(r, NOBODY_WROTE) for r in measuring.rules if r not in has_card}
        (PACKS / CARDS).write_text(written(cards, reasons, data, real_reader().version), encoding="utf-8")


if __name__ == "__main__":
    main()
