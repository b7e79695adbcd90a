"""What does the service do when it is asked over HTTP, much, at length, and while it is killed?

    python -m bench.served [--only start|rate|two|large|growth|kills ...] [--drafts 100000]

The service runs as `sendwell serve --sample` runs it, on SQLite in a folder that is thrown away; requests come over
loopback from this process, which needs a core of its own: on two cores "two processes" is short of one. `growth`
takes an hour and is left out unless it is named.
"""

import argparse
import tempfile
from pathlib import Path

from bench.served.trials import TRIALS


def main() -> None:
    """A table, row by row as it comes."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--only", nargs="+", choices=TRIALS, default=[name for name in TRIALS if name != "growth"]
    )
    parser.add_argument("--drafts", type=int, help="how many `growth` sends")
    chosen = parser.parse_args()
    print("| asked | measured |\n| --- | --- |", flush=True)
    for name in chosen.only:
        more = {"drafts": chosen.drafts} if name == "growth" and chosen.drafts else {}
        with tempfile.TemporaryDirectory() as folder:
            for asked, measured in TRIALS[name](Path(folder), **more):
                print(f"| {asked} | {measured} |", flush=True)


if __name__ == "__main__":
    main()
