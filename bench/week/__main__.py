"""How often would a week of ordinary mail be interrupted?

    python -m bench.week [--sends 10000] [--show RULE|all]

The week of README.md goes, send by send and as time moves on, down the road of an installation that was opened for it: the trained
model, the shipped packs, the sample authority, records, memory and the interrupt budget. A mail is *warned* when its verdict at Send is
warn or above, and *held* when a card of a rule in enforce mode makes Outlook ask. ``--show`` prints the mails that a rule warned of, or
all of them, as they are met.
"""

import argparse
import logging
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from app.adapters.clock import SystemClock
from app.compose.ask_once import Asking, keep_answer, open_answer
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.domain.calendar import LONDON
from app.domain.draft import Moment
from app.domain.verdict import Advice, Severity, Why
from app.policy.interrupt import asks
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.week.plan import FULL_WEEK, Plan, Send, week
from nlp_models.mail.scripts.measure.shares import wilson

_CALLER = "bench"
_BUDGETED = {Why.SPENT, Why.FOLDED}


class WeekClock(SystemClock):
    """Stands where the week has got to."""

    def __init__(self) -> None:
        """Before the week."""
        self.at = datetime(2026, 11, 13, 18, tzinfo=LONDON)

    def now(self) -> datetime:
        """The moment of the send that is being checked."""
        return self.at


@dataclass(frozen=True, slots=True)
class Result:
    """One send, the cards that interrupted it, and those that would have without the budget or an earlier answer."""

    send: Send
    loud: tuple[Advice, ...]
    budgeted: tuple[Advice, ...]
    answered: tuple[Advice, ...]


def main() -> None:
    """Check the week and print the figures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sends", type=int, default=FULL_WEEK)
    asked.add_argument("--show", metavar="RULE", help="a rule, or all")
    chosen = asked.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    planned = week(chosen.sends)
    with tempfile.TemporaryDirectory() as data:
        clock = WeekClock()
        made = Installation(load_settings({}, data=Path(data), sample=True), clock)
        made.import_sample()
        road = made.road(keeps_records=True)
        started = time.process_time()
        results: list[Result] = []
        for send in _counted(planned):
            results.append(_result(send, road, clock))
            _show(results[-1], chosen.show)
        spent = time.process_time() - started
    _report(results, spent / len(results))


def _result(send: Send, road: Road, clock: WeekClock) -> Result:
    clock.at = send.draft.sending_at
    checked = check_draft(send.draft, Moment.SEND, road, _CALLER)
    loud = tuple(filter(_is_loud, checked.verdict.advice))
    if loud and send.plan is Plan.ORDINARY:
        _keep_as_it_is(checked, road)
    aside = checked.verdict.set_aside
    return Result(
        send,
        loud,
        tuple(one.advice for one in aside if one.why in _BUDGETED and _is_loud(one.advice)),
        tuple(one.advice for one in aside if one.why is Why.ANSWERED and _is_loud(one.advice)),
    )


def _is_loud(advice: Advice) -> bool:
    return advice.severity > Severity.INFO


def _keep_as_it_is(checked: Checked, road: Road) -> None:
    """The sender answers each card, as with the button of the pane."""
    if road.memory is None:
        return
    asking = Asking(road.memory, Moment.SEND, _CALLER)
    for advice in filter(_is_loud, checked.verdict.advice):
        if answer := open_answer(advice.answer, advice.rule, advice.finding.id, asking):
            keep_answer(answer, road.memory)


def _counted(planned: Sequence[Send]) -> Iterable[Send]:
    """On a terminal, how far it has got."""
    for done, send in enumerate(planned, 1):
        yield send
        if sys.stderr.isatty() and done % 100 == 0:
            print(f"\r{done} of {len(planned)}", end="", file=sys.stderr, flush=True)


def _report(results: Sequence[Result], cpu: float) -> None:
    by_plan = {plan: [r for r in results if r.send.plan is plan] for plan in Plan}
    print(
        f"{len(results)} sends, {len({_text(r) for r in results})} distinct bodies, {cpu * 1000:.1f} ms of CPU each\n"
    )
    print(f"{'':24}{'sends':>7}{'warned':>8}{'per 100':>9}  {'95 % interval':16}{'held':>6}{'per 100':>9}")
    for name, some in (("all", results), *((plan.value, by_plan[plan]) for plan in Plan)):
        _line(name, some)
    for kind in dict.fromkeys(r.send.kind for r in results):
        some = [r for r in results if r.send.kind == kind]
        _line(f"  {some[0].send.plan.value}: {kind}", some)
    without = sum(bool(r.loud or r.budgeted) for r in results)
    answered = sum(bool(r.answered) and not r.loud for r in results)
    print(
        f"\nwithout the budget: {without} ({without / len(results):.2%}); not asked again, as answered: {answered}"
    )
    _rules("ordinary", by_plan[Plan.ORDINARY])
    _rules("routed and faults", [*by_plan[Plan.ROUTED], *by_plan[Plan.FAULT]])
    _senders(results)


def _text(result: Result) -> str:
    return result.send.draft.body.content


def _line(name: str, some: Sequence[Result]) -> None:
    if some:
        warned, held = sum(bool(r.loud) for r in some), sum(any(map(asks, r.loud)) for r in some)
        _, low, high = (100 * share for share in wilson(warned, len(some)))
        share, held_share = (100 * number / len(some) for number in (warned, held))
        interval = f"{low:.2f} to {high:.2f}"
        print(f"{name:24}{len(some):7}{warned:8}{share:9.2f}  {interval:16}{held:6}{held_share:9.2f}")


def _rules(of: str, some: Sequence[Result]) -> None:
    counts = Counter((a.rule, a.finding.id, a.severity.value, a.mode.value) for r in some for a in r.loud)
    print(f"\ncards on {of} mail, by rule")
    for (rule, finding, severity, mode), count in counts.most_common():
        print(f"{count:6}  {severity:8} {mode:8} {rule} ({finding})")


def _senders(results: Sequence[Result]) -> None:
    by_sender: dict[str, list[bool]] = defaultdict(list)
    by_day: Counter[tuple[str, object]] = Counter()
    for result in results:
        draft = result.send.draft
        name = draft.sender.address if draft.sender else ""
        by_sender[name].append(bool(result.loud))
        by_day[name, draft.sending_at.date()] += bool(result.loud)
    held = [sum(loud) for loud in by_sender.values()]
    print(
        f"\nby sender, of {len(held)}: median {statistics.median(held):g} a week, worst {max(held)}; "
        f"worst day {max(by_day.values())}; never held {held.count(0)}"
    )


def _show(result: Result, rule: str | None) -> None:
    cards = [a for a in result.loud if rule in {a.rule, "all"}]
    if not cards:
        return
    draft = result.send.draft
    print(
        f"\n== {result.send.plan}: {result.send.kind}, {draft.reply}, {draft.sending_at:%a %H:%M}: {draft.subject}"
    )
    for card in cards:
        said = "; ".join(span.excerpt for span in card.spans)
        print(
            f"   [{card.severity}/{card.finding.confidence}/{card.mode}] {card.rule} {card.finding.id}: {said}"
        )
        print(f"   {dict(card.finding.facts)}")
    print("   | " + draft.body.content[:1500].replace("\n", "\n   | "), flush=True)


if __name__ == "__main__":
    main()
