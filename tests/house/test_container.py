"""Is the container built as promised? No engine runs here, so its recipe is read."""

from tests.road import PROJECT

RECIPE = (PROJECT / "Dockerfile").read_text(encoding="utf-8").splitlines()


def _said(instruction: str) -> list[str]:
    return [line.removeprefix(instruction).strip() for line in RECIPE if line.startswith(f"{instruction} ")]


def test_it_is_built_in_stages_and_the_last_has_no_compiler() -> None:
    stages = _said("FROM")

    assert len(stages) == 3
    assert " AS " not in stages[-1]
    assert "slim" in stages[-1]


def test_it_does_not_run_as_root() -> None:
    assert _said("USER") == ["sendwell"]
    assert RECIPE.index("USER sendwell") < next(i for i, line in enumerate(RECIPE) if line.startswith("CMD"))


def test_it_says_whether_it_is_ready() -> None:
    assert any(
        "/readyz" in line for line in RECIPE[RECIPE.index(next(x for x in RECIPE if "HEALTHCHECK" in x)) :]
    )


def test_everything_it_copies_is_there() -> None:
    sources = [word for line in _said("COPY") if not line.startswith("--from") for word in line.split()[:-1]]

    assert sources
    assert [s for s in sources if not (PROJECT / s).exists()] == []


def test_packages_come_from_the_lock_file_with_hashes() -> None:
    assert any("--require-hashes -r requirements.lock" in line for line in RECIPE)
