"""What can the policy owner do from a terminal? `sendwell policy …`."""

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from app.checks import FINDINGS
from app.domain.accuracy import StepKind
from app.domain.draft import Moment
from app.domain.verdict import Mode
from app.policy.lint import lint
from app.policy.pack import parse_pack
from app.policy.policy import Policy
from app.policy.replay import Replay
from app.policy.step_down import loudness
from app.policy_owner.change_policy import (
    Signed,
    replaced,
    rewritten,
    save,
    step_all_back,
    step_back,
    undo,
)
from app.policy_owner.tell_accuracy import in_words, share_in_words
from app.policy_owner.try_change import LATEST, try_change
from app.policy_owner.watch_accuracy import let_be
from app.ports import PackVersion
from app.settings import load_settings
from app.terminal import fail, out
from app.wiring.installation import Installation

policy = typer.Typer(help="The policy packs.", no_args_is_help=True)
_Why = Annotated[str, typer.Option(help="Why; it is shown beside the change.")]


@policy.command("lint")
def policy_lint() -> None:
    """Find clashes, gaps, old laws and hard words in the packs and their sources, weightiest first."""
    made = Installation(load_settings())
    today = made.clock.now().date()
    policy = made.policy
    remarks = lint(policy.packs, FINDINGS, policy.sources, today, policy.documents.laws)
    for remark in remarks:
        out.print(f"{remark.place}: {remark.kind}: {remark.message}", markup=False)
    out.print(f"{len(remarks)} remarks on {len(policy.packs)} packs.", markup=False)


@policy.command("show")
def policy_show(
    name: Annotated[str | None, typer.Argument(help="A pack, or a rule.")] = None,
) -> None:
    """Show the packs that apply, one pack, or one rule."""
    made = Installation(load_settings())
    known = made.policy.live()
    if name is not None and not any(name in {p.id, *(r.id for r in p.rules)} for p in made.policy.packs):
        fail(f"there is no pack or rule {name!r}. Packs here: {', '.join(p.id for p in made.policy.packs)}.")
    for pack in made.policy.packs:
        rules = [r for r in pack.rules if name in {None, pack.id, r.id}]
        if not rules:
            continue
        out.print(f"{pack.id}: {pack.title}, {len(pack.rules)} rules", markup=False)
        for rule in rules:
            loudest = max(step.severity for step in rule.steps)
            said = f"{rule.clause.section}: “{rule.clause.quote}”"
            out.print(f"  {rule.id} [{loudest.value}, {rule.mode.value}] {said}", markup=False)
            if name == rule.id:
                out.print(
                    f"    {rule.title}\n    {rule.message}\n    listens: {', '.join(rule.listens)}",
                    markup=False,
                )
            if name == rule.id or rule.id in known.stepped_down:
                for sentence in in_words(known.accuracy(rule.id)):
                    out.print(f"    {sentence}", markup=False)


@policy.command("cards")
def policy_cards(rule: Annotated[str | None, typer.Argument(help="A rule; without it, all.")] = None) -> None:
    """Show how often each rule is right, on labelled drafts and for the people who meet it."""
    made = Installation(load_settings())
    known = made.policy.live()
    rules = {r.id: r for pack in known.packs for r in pack.rules}
    if rule is not None:
        if rule not in rules:
            fail(f"there is no rule {rule!r}. `sendwell policy show` lists them.")
        out.print("\n".join([rule, *(f"  {said}" for said in _card(made, known, rule))]), markup=False)
        return
    table = Table("Rule", "Right when it speaks", "Hears", "Called wrong", "Now", box=None, pad_edge=False)
    for name, one in rules.items():
        accuracy = known.accuracy(name)
        card, wrong = accuracy.card, accuracy.called_wrong
        now = f"{loudness(one).value}{', stepped down' if accuracy.stepped_down else ''}"
        shares = (card.precision if card else None, card.recall if card else None, wrong)
        table.add_row(name, *(share_in_words(share) if share else "–" for share in shares), now)
    out.print(table)
    measured = made.policy.cards.measured
    if measured:
        drafts = sum(data.drafts for data in measured.data)
        data = "\n".join(f"  {d.name}, {d.drafts} drafts, sha256 {d.sha256}" for d in measured.data)
        out.print(f"Measured on {measured.on:%d/%m/%Y} on {drafts} drafts:\n{data}", markup=False)
    out.print(f"{len(known.stepped_down)} of {len(rules)} rules stepped themselves down.")


def _card(made: Installation, known: Policy, rule: str) -> Sequence[str]:
    said = in_words(known.accuracy(rule))
    reason = made.policy.cards.unmeasured.get(rule)
    return [*said, f"It has no card: {reason}"] if reason else said


@policy.command("let-be")
def policy_let_be(
    rule: Annotated[str, typer.Argument(help="A rule that stepped itself down.")], why: _Why
) -> None:
    """Let a rule that stepped itself down be as loud as it is written, until there is new evidence."""
    made = Installation(load_settings())
    let_be(made.policy.accuracy, made.policy.live(), rule, _signed(why))
    out.print(f"{rule} is as loud as it is written again.", markup=False)


@policy.command("replay")
def policy_replay(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Changed packs (YAML), in place of those of their id."),
    ],
    moment: Annotated[Moment, typer.Option(help="Which past checks.")] = Moment.SEND,
    latest: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many of the newest.")] = LATEST,
) -> None:
    """Show what changed packs would have done to past drafts. Nothing is saved."""
    made = Installation(load_settings())
    changed = [parse_pack(_text(file), str(file)) for file in files]
    _show_replay(try_change(made.policy.live(), changed, made.records.checks, moment, latest), moment)


@policy.command("save")
def policy_save(
    file: Annotated[Path, typer.Argument(help="A changed pack (YAML), or the text of a list.")],
    why: _Why,
    name: Annotated[
        str | None,
        typer.Option("--list", help="Which list it is: calendar, words or laws. Without it, a pack."),
    ] = None,
) -> None:
    """Put a changed pack, calendar or list in force. Every worker follows within seconds."""
    desk, text = Installation(load_settings()).policy.desk, _text(file)
    if name is None:
        _told(save(desk, [replaced(desk, text, file=str(file))], _signed(why)))
        return
    if name not in desk.documents:
        fail(f"there is no list {name!r}. Lists here: {', '.join(desk.documents)}.")
    _told(save(desk, [rewritten(desk, name, text, desk.text(name)[1])], _signed(why)))


@policy.command("step-back")
def policy_step_back(
    why: _Why,
    rule: Annotated[str | None, typer.Argument(help="A rule; without it, every rule steps back.")] = None,
    to: Annotated[Mode, typer.Option(help="How loud it may be.")] = Mode.TRIAL,
) -> None:
    """Make a rule quieter, or all of them, at once. Every worker follows within seconds."""
    desk = Installation(load_settings()).policy.desk
    _told(step_back(desk, rule, to, _signed(why)) if rule else step_all_back(desk, to, _signed(why)))


@policy.command("undo")
def policy_undo(number: Annotated[int, typer.Argument(help="The number of a change.")], why: _Why) -> None:
    """Take a change back."""
    _told(undo(Installation(load_settings()).policy.desk, number, _signed(why)))


@policy.command("history")
def policy_history(
    latest: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many.")] = 20,
) -> None:
    """Show who changed what, and why; newest first."""
    made = Installation(load_settings())
    lines = [
        (v.saved_at, f"{v.number:5} {v.pack}, {v.saved_at:%Y-%m-%d %H:%M} {v.saved_by}: {v.why}")
        for v in made.policy.store.history(latest)
    ]
    lines += [
        (s.at, f"      {s.rule} {_STEPS[s.kind]}, {s.at:%Y-%m-%d %H:%M} {s.by}: {s.why}")
        for s in made.policy.accuracy.steps.all()
    ]
    for _, line in sorted(lines, reverse=True)[:latest]:
        out.print(line, markup=False)
    if not lines:
        out.print("Nobody has changed the policy yet: the packs are as shipped.")


_STEPS = {StepKind.DOWN: "stepped itself down", StepKind.KEPT: "was let be"}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        fail(f"{file} cannot be read as UTF-8 text. Look at its name, folder and encoding.")


def _signed(why: str) -> Signed:
    return Signed(getpass.getuser(), why)


def _told(versions: Sequence[PackVersion]) -> None:
    for version in versions:
        out.print(f"{version.pack} is saved as change {version.number}.", markup=False)


def _show_replay(told: Replay, moment: Moment) -> None:
    out.print(f"{told.drafts} past drafts at {moment.value}, judged by the policy now and as changed.")
    if told.unreadable:
        out.print(f"{told.unreadable} records are of an older kind and were left out.")
    out.print(told.in_short())
    out.print(
        f"Interrupted that were not: {told.newly_interrupted}; no longer: {told.no_longer_interrupted}. "
        f"Held that were not: {told.newly_held}; no longer: {told.no_longer_held}."
    )
    for (before, after), count in sorted(told.rerouted.items(), key=lambda way: -way[1]):
        out.print(f"{count} go by {after} and went by {before}.")
    if not told.changed():
        return
    table = Table("Rule", "Spoke", "Would speak", "Newly stops", "No longer", box=None, pad_edge=False)
    for rule in told.changed():
        stops, frees = rule.newly_interrupts, rule.no_longer_interrupts
        table.add_row(rule.rule, *map(str, (rule.before, rule.after, stops, frees)))
    out.print(table)
