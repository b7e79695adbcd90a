"""What does the whole road say of the tone of whole drafts?

    python -m bench.tone [--show]

Each draft of the development part of the corpus is checked with every pack of the sample organisation, its
`to:` as the recipients. Prints for how many with a tone fault a tone check speaks, and with a right kind, and
how many without one get advice, and at warn or above. ``--show`` prints the drafts that came out wrong.
"""

import argparse
import collections
import tempfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from app.compose.check_draft import Road, check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Mailbox, Moment, Recipient, RecipientKind
from app.domain.finding import Confidence
from app.domain.verdict import Advice, Severity
from app.settings import load_settings
from app.wiring.installation import Installation
from nlp_models.mail.scripts.drafts import TONES, read_folder
from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.parts import chance_of
from nlp_models.mail.scripts.people import Filled, fill, training_names

OWN = "wealdshire.example"
_MANY, _MANY_SCHOOLS, _SHOWN = 60, 40, 300
MORNING = datetime(2026, 11, 17, 10, tzinfo=LONDON)
_HOSTILE = {"hostile-tone/threat", "hostile-tone/abuse", "hostile-tone/humiliation", "hostile-tone/obscenity"}
_SHARP = {
    "heat-and-cool-off/anger",
    "professional-tone/condescension",
    "professional-tone/dismissiveness",
    "professional-tone/sarcasm",
    "professional-tone/pressure",
    "professional-tone/capitals",
    "professional-tone/curt-reply",
}
RIGHT = {
    "threat": _HOSTILE | {"professional-tone/pressure"},
    "abuse": _HOSTILE | _SHARP,
    "obscenity": _HOSTILE,
    "sexual": {"sexual-and-indecent/suggestive", "sexual-and-indecent/explicit"},
    "discrimination": {"discrimination/remark", "discrimination/slur"},
    "defamation": {"claims-and-standing/accusation"},
    "anger": _SHARP | _HOSTILE | {"professional-tone/stacked-punctuation"},
    "condescension": _SHARP | _HOSTILE,
    "dismissiveness": _SHARP | _HOSTILE,
    "sarcasm": _SHARP | _HOSTILE,
    "urgency": {
        "professional-tone/pressure",
        "professional-tone/skips-a-check",
        "professional-tone/capitals",
        "hostile-tone/threat",
        "heat-and-cool-off/anger",
    },
    "gossip": {"claims-and-standing/gossip"},
    "party-political": {"chain-festive-promo-political/party-political"},
    "chain-letter": {"chain-festive-promo-political/chain-letter"},
    "festive": {"chain-festive-promo-political/festive"},
}
TONE_FINDINGS = frozenset().union(*RIGHT.values()) | {"professional-tone/slang"}
TONE_CHECKS = frozenset(finding.partition("/")[0] for finding in TONE_FINDINGS)


def recipients(to: str) -> tuple[Recipient, ...]:
    """Who the corpus means by a word of its `to:` line."""
    found: list[Recipient] = []
    for word in to.replace(",", " ").replace("+", " ").replace("/", " ").split():
        found += {
            "parent": [Recipient(Mailbox("family@gmail.com", "A Parent"), kind=RecipientKind.OUTSIDE)],
            "partner": [Recipient(Mailbox("someone@elsewhere.example"))],
            "school": [Recipient(Mailbox("office@abbotswood-primary.sch.example"))],
            "all-schools": [
                Recipient(Mailbox(f"office@school{at}.sch.example")) for at in range(_MANY_SCHOOLS)
            ],
            "all-staff": [Recipient(Mailbox(f"colleague{at}@{OWN}")) for at in range(_MANY)],
        }.get(word, [Recipient(Mailbox(f"colleague@{OWN}", "A Colleague"))])
    return tuple(found)


def dev_drafts() -> list[Filled]:
    """The development drafts with people in them."""
    names = training_names(None)
    folders = sorted(CORPUS.glob("drafts/dev-*"))
    return [fill(draft, names, chance_of(draft.id, "", "0")) for f in folders for draft in read_folder(f)]


def told(road: Road, filled: Filled) -> list[Advice]:
    """The advice of the tone checks on a draft."""
    draft = Draft(
        filled.subject,
        Body(filled.text),
        MORNING,
        Mailbox(f"p.shah@{OWN}", filled.written.headers.get("From", "P Shah")),
        recipients(filled.written.headers["to"]),
        shows_attachments=False,
    )
    advice = check_draft(draft, Moment.COMPOSE, road).verdict.advice
    return [piece for piece in advice if any(f.check in TONE_CHECKS for f in piece.findings)]


def warns_of_tone(piece: Advice) -> bool:
    """Whether a card at warn or above is about a tone, or about one that is surely heard beside its own matter."""
    sure = {f.check for f in piece.findings if f is piece.finding or f.confidence is Confidence.HIGH}
    return piece.severity >= Severity.WARN and not TONE_CHECKS.isdisjoint(sure)


def labels_of(filled: Filled) -> set[str]:
    """The tones of what stands before the history."""
    return {label for at, given in filled.labels if at <= filled.history for label in given} & set(TONES)


class Tally:
    """Counts over drafts."""

    def __init__(self) -> None:
        """Nothing seen."""
        self.counts: collections.Counter[str] = collections.Counter()
        self.of_label: dict[str, list[bool]] = collections.defaultdict(list)
        self.rules: collections.Counter[str] = collections.Counter()

    def add(self, truth: set[str], advice: Sequence[Advice]) -> str:
        """Count a draft; how it came out wrong, in a word, or nothing."""
        ids = {finding.id for piece in advice for finding in piece.findings}
        loud = any(map(warns_of_tone, advice))
        if truth:
            is_right = any(RIGHT[label] & ids for label in truth)
            self.counts.update(faulty=1, spoken=bool(ids), right=is_right, warned=loud)
            for label in truth:
                self.of_label[label].append(bool(RIGHT[label] & ids))
            return "" if is_right else "missed"
        self.counts.update(clean=1, any_advice=bool(ids), clean_warned=loud)
        self.rules.update(f"{p.severity.value} {p.finding.id}" for p in advice)
        return "warned though clean" if loud else "advised though clean" if ids else ""

    def __str__(self) -> str:
        """The figures."""
        c = self.counts
        lines = [
            (
                f"{c['faulty']} drafts with a fault: right kind {c['right'] / c['faulty']:.1%}, "
                f"any {c['spoken'] / c['faulty']:.1%}, at warn or above {c['warned'] / c['faulty']:.1%}"
            ),
            (
                f"{c['clean']} clean drafts: at warn or above {c['clean_warned'] / c['clean']:.1%}, "
                f"any advice {c['any_advice'] / c['clean']:.1%}"
            ),
            *(f"  {label:16} {sum(found)}/{len(found)}" for label, found in sorted(self.of_label.items())),
            *(f"  clean: {count:4} {rule}" for rule, count in self.rules.most_common()),
        ]
        return "\n".join(lines)


def _shown(advice: Iterable[Advice]) -> Iterable[str]:
    for piece in advice:
        words = "; ".join(span.excerpt for span in piece.finding.spans)
        yield f"   [{piece.severity.value}/{piece.finding.confidence.value}] {piece.finding.id}: {words}"


def _marked(filled: Filled) -> Iterable[str]:
    """What the writer labelled, each with the words before the label."""
    for at, given in filled.labels:
        if set(given) & set(TONES):
            line = filled.text[max(0, at - _SHOWN) : at].rpartition("\n")[2]
            yield f"   {{{' '.join(given)}}} {line}"


def main() -> None:
    """Check every draft and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=(OWN,)))
        made.import_sample()
        road = made.road(keeps_records=False)
        for filled in dev_drafts():
            advice = told(road, filled)
            wrong = tally.add(labels_of(filled), advice)
            if wrong and chosen.show:
                print(f"\n== {filled.written.id} {wrong}", *_marked(filled), *_shown(advice), sep="\n")
    print(tally)


if __name__ == "__main__":
    main()
