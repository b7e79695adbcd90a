"""How is one target fed, by what its code has not done yet?

    .fuzz/bin/python -m bench.fuzz.one NAME SECONDS

Atheris watches which branches of our readers, and of the packages that they stand on, an input takes, and makes the next
one from those that took a new one. What it keeps lies in build/fuzz/NAME; what broke a promise, or took ten seconds,
beside it.
"""

import sys
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # it stands in an environment of its own

_WATCHED = (
    "app.reading",
    "app.adapters.mail",
    "app.adapters.documents",
    "app.bulletin.keep_document",
    "app.checks.files",
    "app.domain.address",
    "email",
    "zipfile",
)

with atheris.instrument_imports(include=list(_WATCHED)):
    from bench.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
BUILD = Path(__file__).parents[2] / "build" / "fuzz"
LONGEST = 4096


def main() -> None:
    """Until the time is over, or a promise is broken."""
    name, seconds = sys.argv[1], int(sys.argv[2])
    kept = BUILD / name
    kept.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        "-timeout=10",
        "-rss_limit_mb=2048",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={BUILD}/{name}-",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(kept), str(CORPUS / name)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
