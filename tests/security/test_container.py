"""Is the container built as promised? Its recipe is read here; `make container` builds it where an engine is."""

import json
import re
import subprocess
from fnmatch import fnmatch
from pathlib import PurePosixPath

import pytest
from dockerfile_parse import DockerfileParser

from tests.road import PROJECT

RECIPE = [
    step
    for step in DockerfileParser(str(PROJECT / "Dockerfile")).structure
    if step["instruction"] != "COMMENT"
]
STARTS = [n for n, step in enumerate(RECIPE) if step["instruction"] == "FROM"]
LAST = RECIPE[STARTS[-1] :]
ARGUMENTS = dict(step["value"].split("=", 1) for step in RECIPE[: STARTS[0]] if step["instruction"] == "ARG")


def said(instruction: str, steps: list[dict[str, str]] = RECIPE) -> list[str]:
    return [step["value"] for step in steps if step["instruction"] == instruction]


def committed() -> list[str]:
    return subprocess.run(
        ["git", "ls-files"],  # noqa: S607  git is on the path of whoever runs the tests
        cwd=PROJECT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip


def is_left_out(path: str) -> bool:
    """By .dockerignore: a pattern is from the root, and what it names takes all below it along."""
    parts = PurePosixPath(path).parts
    paths = ["/".join(parts[: n + 1]) for n in range(len(parts))]
    patterns = (PROJECT / ".dockerignore").read_text("utf-8").split()
    return any(
        fnmatch(one, pattern.removeprefix("**/")) and one.count("/") == pattern.count("/")
        if not pattern.startswith("**/")
        else fnmatch(PurePosixPath(one).name, pattern.removeprefix("**/"))
        for one in paths
        for pattern in patterns
    )


def test_base_images_are_named_by_version() -> None:
    """With their distribution; a digest can be given when it is built."""
    images = [re.sub(r"\${(\w+)}", lambda name: ARGUMENTS[name[1]], line.split()[0]) for line in said("FROM")]

    assert images == ["node:20-bookworm-slim", "python:3.11-slim-bookworm", "python:3.11-slim-bookworm"]
    assert all(line.startswith("${") for line in said("FROM"))


def test_it_is_built_in_stages_and_the_last_has_no_compiler() -> None:
    assert len(STARTS) == 3
    assert " AS " not in said("FROM")[-1]
    assert not any(
        word in line for line in said("RUN", LAST) for word in ("apt", "pip", "npm", "curl", "wget")
    )


def test_it_does_not_run_as_root() -> None:
    order = [step["instruction"] for step in LAST]

    assert said("USER", LAST) == ["sendwell"]
    assert "--uid 10001" in said("RUN", LAST)[0]
    assert order.index("USER") < order.index("CMD")
    assert not {"RUN", "COPY", "ADD"} & set(order[order.index("USER") :])


def test_it_writes_to_one_place_and_says_whether_it_is_ready() -> None:
    (told,) = said("HEALTHCHECK", LAST)

    assert "/readyz" in told
    assert json.loads(told[told.index("CMD") + 3 :])[0] == "python"
    assert said("VOLUME", LAST) == ["/data"]
    assert "PYTHONDONTWRITEBYTECODE=1" in said("ENV", LAST)[0]
    assert json.loads(said("CMD", LAST)[0]) == ["sendwell", "serve"]
    assert said("ENTRYPOINT") == []


def test_no_secret_and_no_place_of_ours_is_in_it() -> None:
    words = (PROJECT / "Dockerfile").read_text("utf-8")

    assert not re.search(r"(?i)(password|secret|token|api_?key)\s*=", words)
    assert not re.search(r"--(?:extra-)?index-url|--registry|--trusted-host|https?://(?!127\.0\.0\.1)", words)
    assert said("ADD") == []


@pytest.mark.parametrize("line", [line for line in said("COPY") if not line.startswith("--from")])
def test_everything_it_copies_is_there_and_not_left_out(line: str) -> None:
    for source in line.split()[:-1]:
        within = [path for path in committed() if path == source or path.startswith(f"{source}/")]
        assert within, source
        assert [path for path in within if not is_left_out(path)], source


def test_what_it_takes_from_a_stage_was_made_there() -> None:
    stages = {line.split(" AS ")[1] for line in said("FROM") if " AS " in line}
    taken = re.findall(r"--from=(\w+)", "\n".join(said("COPY")))

    assert set(taken) == stages == {"pages", "packages"}


def test_packages_come_from_the_lock_file_with_hashes() -> None:
    runs = said("RUN")

    assert sum("--require-hashes -r requirements.lock" in line for line in runs) == 1
    assert sum("npm ci" in line for line in runs) == 1
    assert not any(re.search(r"pip install (?!--)", line) for line in runs)


def test_nothing_comes_along_that_is_not_needed() -> None:
    for path in (".git/config", "tests/road.py", "bench/check.py", "docs/deploy.md", ".venv/bin/python", ".train/x",
                 "data/sendwell.key", "data/sendwell.db", "nlp_models/mail/corpus/a.txt", "addin-ui/node_modules/a/b.js",
                 "build/sbom/a.json", "keys/journal.key", "app/.env", "manifest/key.pem"):  # fmt: skip
        assert is_left_out(path), path
    for path in (
        "app/main.py",
        "requirements.lock",
        "nlp_models/mail/package/meta.json",
        "nlp_models/meaning/package/meta.json",
        "addin-ui/tests/host.test.ts",
    ):
        assert not is_left_out(path), path
    copied = [line.split()[:-1] for line in said("COPY", LAST) if not line.startswith("--from")]
    assert copied == [["nlp_models/mail/package"], ["nlp_models/meaning/package"], ["manifest"]]


def test_the_command_is_one_of_ours() -> None:
    scripts = (PROJECT / "pyproject.toml").read_text("utf-8").partition("[project.scripts]")[2]

    assert 'sendwell = "app.cli:main"' in scripts.splitlines()
