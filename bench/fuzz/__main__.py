"""Does a reader of ours break its promises, when what it reads is made up by what its code has not done yet?

    .fuzz/bin/python -m bench.fuzz [--minutes 5] [--only NAME ...] [--write]

`make fuzz MINUTES=5` sets the environment up. One target after another gets its minutes, in a process of its own; an
input that breaks a promise ends its target and stays in build/fuzz: make it small, put it into bench/fuzz/corpus/NAME,
where the tests read it for ever, and mend the reader. `--write` leaves the result in `bench/results/fuzz.md`.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "bench" / "results" / "fuzz.md"
_STAT = re.compile(r"^stat::(\w+):\s+(\d+)", re.MULTILINE)
_COVERED = re.compile(r"cov: (\d+) ft: (\d+)")


def fed(name: str, seconds: int) -> Mapping[str, str]:
    """One target, for so long: what Atheris counted, and what broke."""
    asked = [sys.executable, "-m", "bench.fuzz.one", name, str(seconds)]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    said = done.stderr + done.stdout
    stats, covered = dict(_STAT.findall(said)), _COVERED.findall(said)
    broke = re.search(r"^(?:\w+\.)*\w*(?:Error|Exception)\b.*$|^==\d+== ERROR.*$", said, re.MULTILINE)
    return {
        "inputs": stats.get("number_of_executed_units", "0"),
        "branches": covered[-1][0] if covered else "0",
        "kept": stats.get("new_units_added", "0"),
        "memory": stats.get("peak_rss_mb", "0"),
        "broke": "" if done.returncode == 0 else broke[0] if broke else f"ended with {done.returncode}",
    }


def told(found: Mapping[str, Mapping[str, str]], seconds: int) -> str:
    """The result, as it is written down."""
    asked = ["git", "rev-parse", "--short=8", "HEAD"]
    commit = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    lines = [
        f"# Readers fed by what they have not done yet, {datetime.now(UTC):%-d %B %Y}",
        "",
        (
            f"`make fuzz MINUTES={seconds / 60:g}`, commit {commit or 'unknown'}, Atheris {_atheris()}, {os.cpu_count()} "
            f"processors ({platform.machine()}, load {os.getloadavg()[0]:.0f} at its end), CPython {platform.python_version()}."
        ),
        "",
        "| target | inputs | branches reached | inputs kept | memory MB | what broke |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
        *(
            f"| {name} | {int(one['inputs']):,} | {int(one['branches']):,} | {one['kept']} | {one['memory']} | {one['broke'] or 'nothing'} |"
            for name, one in found.items()
        ),
    ]
    return "\n".join(lines) + "\n"


def _atheris() -> str:
    try:
        return version("atheris")
    except PackageNotFoundError:
        return "not here"


def main() -> int:
    """Print what was done; 1 when anything broke."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--only", nargs="+", choices=TARGETS)
    parser.add_argument("--write", action="store_true", help=f"into {RESULTS.name}")
    asked = parser.parse_args()
    seconds = int(asked.minutes * 60)
    found = {name: fed(name, seconds) for name in asked.only or TARGETS}
    said = told(found, seconds)
    print(said)
    if asked.write:
        RESULTS.write_text(said, "utf-8")
    return 1 if any(one["broke"] for one in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
