"""How often would real office mail be held up?

    python -m bench.office_mail FOLDER [--show] [--no-files]

FOLDER holds the CoNLL-U files of Universal Dependencies English EWT; its ``email-…`` documents are
real office mail. Each is checked as a new mail to one outside reader, on a working morning. The
corpus has lost the attached files, so a missing one is not looked for, unless with ``--no-files``. Prints
the share with advice at warn or above, and by rule; ``--show`` prints each hit to look at.
"""

import argparse
import collections
import re
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from app.compose.check_draft import check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Mailbox, Moment, Recipient
from app.domain.verdict import Severity
from app.settings import load_settings
from app.wiring.installation import Installation

_DOCUMENT = re.compile(r"# newdoc id = (\S+)")
_TEXT = re.compile(r"# text = (.*)")


def mails(folder: Path) -> Iterator[tuple[str, str]]:
    """Each e-mail document as name and text, paragraphs apart."""
    for file in sorted(folder.glob("*.conllu")):
        name = ""
        lines: list[str] = []
        for line in file.read_text(encoding="utf-8").splitlines():
            if found := _DOCUMENT.match(line):
                if name.startswith("email"):
                    yield name, "\n".join(lines)
                name, lines = found[1], []
            elif line.startswith("# newpar"):
                lines.append("")
            elif found := _TEXT.match(line):
                lines.append(found[1])
        if name.startswith("email"):
            yield name, "\n".join(lines)


def main() -> None:
    """Check every mail and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--no-files", action="store_true", help="as if no mail had a file attached")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=("wealdshire.example",)))
        made.import_sample()
        road = made.road(keeps_records=False)
        seen = warned = informed = 0
        rules: collections.Counter[str] = collections.Counter()
        for name, text in mails(chosen.folder):
            draft = Draft(
                "Our conversation",
                Body(text),
                datetime(2026, 11, 17, 10, tzinfo=LONDON),
                Mailbox("p.shah@wealdshire.example", "P Shah"),
                (Recipient(Mailbox("someone@elsewhere.example")),),
                shows_attachments=chosen.no_files,
            )
            checked = check_draft(draft, Moment.COMPOSE, road)
            seen += 1
            loud = [a for a in checked.verdict.advice if a.severity >= Severity.WARN]
            warned += bool(loud)
            informed += checked.verdict.severity is Severity.INFO
            rules.update(f"{a.severity.value} {a.rule} ({a.finding.id})" for a in checked.verdict.advice)
            if chosen.show and loud:
                print(f"\n== {name}")
                for advice in loud:
                    said = "; ".join(s.excerpt for s in advice.finding.spans)
                    print(
                        f"   [{advice.severity.value}/{advice.finding.confidence.value}] {advice.finding.id}: {said}"
                    )
    print(
        f"\n{seen} mails: {warned} at warn or above ({warned / seen:.1%}), {informed} info only ({informed / seen:.1%})"
    )
    for rule, count in rules.most_common():
        print(f"{count:5}  {rule}")


if __name__ == "__main__":
    main()
