"""How many mails that tell or ask for a secret are found, and how many that only speak of such things?

    python -m bench.credentials [--show]

Runs the whole road of a draft over `lines.yaml` and prints precision and recall of the check on credentials,
and of each list; ``--show`` prints what came out wrong.
"""

import argparse
import tempfile
from pathlib import Path

import yaml

from app.checks import credentials
from app.compose.read_draft import read_draft
from app.domain.draft import Body, Draft, Mailbox, Recipient
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.tone import MORNING, OWN
from nlp_models.mail.scripts.measure.shares import counted

_LINES = Path(__file__).parent / "lines.yaml"


def written(text: str) -> Draft:
    """A mail to one colleague."""
    to = (Recipient(Mailbox(f"colleague@{OWN}", "A Colleague")),)
    return Draft("", Body(text), MORNING, Mailbox(f"p.shah@{OWN}", "P Shah"), to)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    found: dict[str, list[bool]] = {}
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data), own_domains=(OWN,)))
        around = made.road(keeps_records=False).around
        for kind, texts in yaml.safe_load(_LINES.read_text("utf-8")).items():
            for text in texts:
                seen = [f.kind for f in credentials.look(read_draft(written(text), around))]
                found.setdefault(kind, []).append(bool(seen))
                if chosen.show and bool(seen) is (kind == "none"):
                    print(f"{kind:6} {','.join(seen):18} {text}")
    right, wrong = sum(map(sum, (found["told"], found["asked"]))), sum(found["none"])
    for kind, flags in found.items():
        print(f"{kind:6} found {counted(flags)}")
    there = len(found["told"]) + len(found["asked"])
    print(f"precision {right / max(1, right + wrong):.3f}, recall {right / there:.3f}")


if __name__ == "__main__":
    main()
