"""How many drafts that tell a confidential story are found, and how many policies are taken for one?

    python -m bench.stories [FOLDER …] [--show]

FOLDER holds drafts as the corpus of the mail model writes them; the part that thresholds are chosen on, when
none is given. A draft tells a story when one of its sentences is labelled so. Each is read with people in its
slots and with readers as its head says; `confidential-story` has found it when it points at a story at all. Prints
precision and recall, and the same for the other checks that speak of people; ``--show`` prints each miss and
each false alarm to look at.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from app.checks import look
from app.checks.hr_matters import CHECK as HR_MATTERS
from app.compose.check_draft import check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Mailbox, Moment, Recipient, RecipientKind, ReplyKind
from app.domain.finding import Finding
from app.domain.reading import Matter
from app.domain.verdict import Severity
from app.settings import load_settings
from app.wiring.installation import Installation
from nlp_models.mail.scripts.drafts import read_folder
from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.shares import wilson
from nlp_models.mail.scripts.people import Filled, fill, training_names

OWN = "wealdshire.example"
PEOPLE = ("confidential-story", "other-pupils", "parent-topics", "hr-matters", "casework-guard")
KINDS = frozenset(matter.value for matter in Matter)
STORY = frozenset(f"{PEOPLE[0]}/{kind}" for kind in KINDS) | {
    *(f"hr-matters/{kind}" for kind in HR_MATTERS.kinds),
    "other-pupils/matter-of-another-child",
}
_READERS = {
    "staff": (f"colleague@{OWN}", RecipientKind.USER, 1),
    "school": ("office@oak{}.weald.sch.uk", RecipientKind.USER, 1),
    "parent": ("family{}@gmail.com", RecipientKind.OUTSIDE, 1),
    "partner": ("someone@elsewhere.example", RecipientKind.OUTSIDE, 1),
    "all-schools": ("office@oak{}.weald.sch.uk", RecipientKind.USER, 9),
    "all-staff": (f"all-staff@{OWN}", RecipientKind.GROUP, 1),
}
_REPLIES = {"re:": ReplyKind.REPLY, "fw:": ReplyKind.FORWARD, "fwd:": ReplyKind.FORWARD}


def recipients(heads: dict[str, str]) -> Iterator[Recipient]:
    """The readers that the head of a draft names."""
    for party in heads["to"].replace(",", " ").split():
        address, kind, count = _READERS.get(party, _READERS["staff"])
        for number in range(1, count + 1):
            yield Recipient(Mailbox(address.format(number), heads.get("To", "")), kind=kind)


def outlook(filled: Filled) -> Draft:
    """The draft as Outlook would hand it over."""
    heads = filled.written.headers
    first = filled.subject.lower().partition(" ")[0]
    return Draft(
        filled.subject,
        Body(filled.text),
        datetime(2026, 11, 17, 10, tzinfo=LONDON),
        Mailbox(f"sender@{OWN}", heads.get("From", "")),
        tuple(recipients(heads)),
        reply=_REPLIES.get(first, ReplyKind.NEW),
    )


def shares(hits: Sequence[tuple[bool, bool]]) -> str:
    """Precision and recall of (there, found), each with its 95 % interval."""
    both = sum(there and found for there, found in hits)
    found, there = sum(f for _, f in hits), sum(t for t, _ in hits)
    p, r = wilson(both, found), wilson(both, there)
    return (
        f"P {p[0]:.3f} [{p[1]:.3f}, {p[2]:.3f}] ({both} of {found})  "
        f"R {r[0]:.3f} [{r[1]:.3f}, {r[2]:.3f}] ({both} of {there})"
    )


def _told(filled: Filled, findings: Sequence[Finding]) -> str:
    heads = filled.written.headers
    lines = [f"== {filled.written.id} {heads['genre']} | {heads['from']} to {heads['to']} | {filled.subject}"]
    for finding in findings:
        words = "; ".join(span.excerpt for span in finding.spans[:4])
        lines.append(f"   [{finding.confidence.value}] {finding.id}: {words}")
    return "\n".join(lines)


def main() -> None:
    """Check every draft and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="*", default=[CORPUS / "drafts/dev-e"])
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    chance = random.Random(3)  # noqa: S311 - a bench needs a seed, not secrecy
    hits: list[tuple[bool, bool]] = []
    told: list[tuple[bool, bool]] = []
    warned: list[tuple[bool, bool]] = []
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=(OWN,)))
        made.import_sample()
        road = made.road(keeps_records=False)
        for written in (draft for folder in chosen.folders for draft in read_folder(folder)):
            filled = fill(written, training_names(None), chance)
            checked = check_draft(outlook(filled), Moment.COMPOSE, road)
            findings = [f for f in look(checked.reading)[0] if f.check in PEOPLE]
            is_there = any("story" in labels for _, labels in written.labels)
            is_found = any(f.check == PEOPLE[0] and f.kind in KINDS for f in findings)
            hits.append((is_there, is_found))
            said = [a for a in checked.verdict.advice if any(f.id in STORY for f in a.findings)]
            told.append((is_there, bool(said)))
            warned.append((is_there, any(a.severity > Severity.INFO for a in said)))
            kinds.update(f"{f.id} ({f.confidence.value})" for f in findings)
            if chosen.show and (is_there is not is_found or any(f.check != PEOPLE[0] for f in findings)):
                wrong = {(True, False): "MISSED", (False, True): "FALSE ALARM"}.get((is_there, is_found), "")
                print(wrong, _told(filled, findings))
    print(f"\n{len(hits)} drafts, {sum(there for there, _ in hits)} with a story")
    print(f"seen by confidential-story  {shares(hits)}")
    print(f"told to the sender          {shares(told)}")
    print(f"told at warn or above       {shares(warned)}")
    for kind, count in sorted(kinds.items()):
        print(f"{count:5}  {kind}")


if __name__ == "__main__":
    main()
