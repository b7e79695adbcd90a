"""How well does what a whole mail means tell which road it needs?

    python -m bench.routing.learn [--write]

Fits the three rows of weights of app/checks/channels/roads.py (logistic regression, a penalty on their squares) to the
routed drafts that may be read, and beside them to ordinary mail: that of bench/policy_drafts, kind mails, and drafts of
the mail model's corpus. Each writer is judged by weights that saw nothing of theirs; `--write` writes the modules. Run
it whenever the mail model or the open drafts change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from app.checks.channels.roads import MOST, senses_of
from app.domain.finding import Finding
from app.domain.verdict import Channel
from bench.cases.logistic import Table, fit, is_to_be_written, told, write
from bench.cases.ordinary import in_order
from bench.cases.simulate import STORIES, sends
from bench.routing.__main__ import FILES
from tests.road import see

BARS = (-2.5, -1.0, 0.0, 0.5, 1.0, 2.0)
NOT_TO_BE_READ = {"third", "fourth", "sixth", "blind-8"}
_ONE_HAND = {f"own-{n}": f"own-{n - (n - 7) % 3}" for n in range(7, 13)} | {
    "own-14": "own-13",
    "own-16": "own-15",
}
"""Sets that one person wrote in one sitting are left out together."""
_WRITERS = ("dev-e", "dev-r", "train-an", "train-ao", "train-ap")
"""Of the corpus; the mail model read nothing of the last three."""
_SCHOOL = "office@s09.c04.primary.sch.example"
_KIND, _TACT = "kind", "own-15"
"""Mail among colleagues, and mail for which a call is a matter of tact alone."""
_TO_BE_HEARD = {"story", "alarm", "voice"}
"""Drafts of the corpus with a private matter, a danger or what is better said are left out."""
_ALONE = 1e-3
"""How rare such mail is here says nothing."""
_FOLDER = Path(__file__).parents[2] / "app/checks/channels"


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail means, whose it is, where it should go, and to whom it was written."""

    writer: str
    meant: Sequence[float]
    route: Channel
    also: frozenset[Channel]
    schools: int
    webmail: int
    is_leaving: bool
    is_emergency: bool


def main() -> None:
    """Print how well each row of weights tells, and write them when asked."""
    is_asked_to_write = is_to_be_written(str(__doc__))
    mails = list(_mails())
    for name, (channel, question) in ROADS.items():
        some = [mail for mail in mails if _is_learnt_from(name, mail)]
        _tell(name, channel, some)
        if is_asked_to_write:
            module = _FOLDER / f"packed_{name}.py"
            write(_fitted(some, channel), module, question, "bench.routing.learn", "roads.py")


ROADS = {
    "private": (
        Channel.SECURE_CHANNEL,
        "How much tells each number of what a mail means that it needs a private channel?",
    ),
    "call": (
        Channel.TELEPHONE,
        "How much tells each number of what a mail means that a school should be rung?",
    ),
    "family": (
        Channel.TELEPHONE,
        "How much tells each number of what a mail means that a family should be rung?",
    ),
}


def _is_learnt_from(name: str, mail: Mail) -> bool:
    """Whether a mail is an example for or against a road, to those readers."""
    channel = ROADS[name][0]
    if mail.route is not channel and channel in mail.also:
        return False
    if name == "private":
        is_to_few_hands = mail.is_leaving and not mail.webmail
        return is_to_few_hands and mail.route is not Channel.TELEPHONE and mail.writer != _KIND
    if name == "family":
        return mail.webmail > 0
    is_danger_for_the_team = mail.is_emergency and mail.route is not channel
    return mail.schools > 0 and not mail.webmail and mail.writer != _TACT and not is_danger_for_the_team


def _mails() -> Iterator[Mail]:
    for name, file in FILES.items():
        if name not in NOT_TO_BE_READ and file.is_file():
            for one in yaml.safe_load(file.read_text(encoding="utf-8")):
                yield from _mail(_ONE_HAND.get(name, name), one["draft"], one["route"], one.get("also", ()))
    ordinary = Path(__file__).parents[1] / "policy_drafts/ordinary.yaml"
    for one in yaml.safe_load(ordinary.read_text(encoding="utf-8")):
        yield from _mail("ordinary", one["draft"], Channel.SEND)
    for send in sends(STORIES.with_name("own-13")):
        kind = {key: send.draft[key] for key in ("subject", "body")}
        yield from _mail(_KIND, {**kind, "to": [_SCHOOL]}, Channel.SEND)
    for writer in _WRITERS:
        for draft in in_order(writer, _TO_BE_HEARD):
            yield from _mail(writer, {**draft, "to": [_SCHOOL]}, Channel.SEND)


def _mail(writer: str, draft: Mapping[str, Any], route: str, also: Sequence[str] = ()) -> Iterator[Mail]:
    reading, found, _ = see({**draft, "reader": "real"})
    senses = senses_of(reading)[:MOST]
    if senses and not _is_in_confidence(found):
        yield Mail(
            writer,
            [1.0, *np.mean(senses, 0).tolist()],
            Channel(route),
            frozenset(map(Channel, also)),
            reading.audience.schools,
            reading.audience.webmail,
            reading.audience.leaving > 0,
            any(finding.id == "urgency-and-deadline/emergency" for finding in found),
        )


def _is_in_confidence(found: Sequence[Finding]) -> bool:
    return any(f.check == "audience-shape" and f.facts.get("in_confidence") is True for f in found)


def _fitted(mails: Sequence[Mail], channel: Channel) -> Table:
    truth = np.array([mail.route is channel for mail in mails])
    return fit(np.array([mail.meant for mail in mails]), truth, alone=_ALONE)


def _tell(name: str, channel: Channel, mails: Sequence[Mail]) -> None:
    """Each writer by the weights of all others."""
    odds = np.zeros(len(mails))
    truth = np.array([mail.route is channel for mail in mails])
    for writer in dict.fromkeys(mail.writer for mail in mails):
        weights = _fitted([mail for mail in mails if mail.writer != writer], channel)
        theirs = [at for at, mail in enumerate(mails) if mail.writer == writer]
        odds[theirs] = np.array([mails[at].meant for at in theirs]) @ weights
        print(told(f"{name}, {writer}", odds[theirs], truth[theirs], BARS))
    print(told(name, odds, truth, BARS))


if __name__ == "__main__":
    main()
