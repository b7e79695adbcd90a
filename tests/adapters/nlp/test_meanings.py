"""Does the packaged encoder say near things of texts that mean the same, and always the same of each?"""

import math
import shutil
from collections.abc import Sequence
from operator import mul
from pathlib import Path

import pytest

from app.adapters.nlp.meanings import NetworkMeanings
from app.bulletin_ports import Meanings
from app.domain.errors import ModelError
from tests.bulletin_fakes import FakeMeanings

PACKAGE = Path(__file__).resolve().parents[3] / "nlp_models" / "meaning" / "package"
BOILER = "The boiler at the school will be mended on Friday."
HEATING = "The school boiler is to be mended this Friday."
CHOIR = "Children from six choirs sing in the cathedral."


@pytest.fixture(params=[FakeMeanings, lambda: NetworkMeanings(PACKAGE)], ids=["fake", "network"])
def meanings(request: pytest.FixtureRequest) -> Meanings:
    made: Meanings = request.param()
    return made


def near(meanings: Meanings, one: str, other: str) -> float:
    return product(meanings.read(one).vector, meanings.read(other).vector)


def product(one: Sequence[float], other: Sequence[float]) -> float:
    return math.fsum(map(mul, one, other))


def test_a_text_means_the_same_at_any_time(meanings: Meanings) -> None:
    alone = meanings.read(BOILER)
    meanings.read(CHOIR)
    again = meanings.read(BOILER)
    assert list(again.vector) == list(alone.vector)
    assert [list(word) for word in again.words] == [list(word) for word in alone.words]
    assert near(meanings, BOILER, BOILER) == pytest.approx(1, abs=1e-4)


def test_what_means_the_same_is_nearer_than_what_does_not(meanings: Meanings) -> None:
    assert near(meanings, BOILER, HEATING) > near(meanings, BOILER, CHOIR) + 0.2


def test_any_text_has_a_meaning(meanings: Meanings) -> None:
    for text in ("", "\n", "\ud800", "\x00", "é" * 9_000, "a " * 9_000):
        read = meanings.read(text)
        assert len(read.places) == len(read.words)
        for vector in (read.vector, *read.words):
            assert product(vector, vector) == pytest.approx(1, abs=1e-4)


def test_each_word_is_where_the_text_has_it(meanings: Meanings) -> None:
    text = "Caf\u00e9s \ud800 close\nat noon"
    said = [text[start:end] for start, end in meanings.read(text).places]
    assert [word for word in said if word.isalpha()] == ["Caf\u00e9s", "close", "at", "noon"]


def test_a_word_means_what_it_means_there() -> None:
    network = NetworkMeanings(PACKAGE)

    def first(text: str) -> Sequence[float]:
        return network.read(text).words[0]

    mail = first("Post the form to us by Friday")
    assert product(mail, first("Post the letter to us today")) > product(
        mail, first("Post of teacher to be filled")
    )


def test_quite_other_words_are_near_too() -> None:
    network = NetworkMeanings(PACKAGE)
    other = "Anybody interested in joining the governing board of a primary?"
    assert (
        near(network, "We are looking for new school governors.", other) > near(network, CHOIR, other) + 0.2
    )


def test_a_text_means_the_same_in_any_company() -> None:
    network = NetworkMeanings(PACKAGE)
    several = network.of([CHOIR, BOILER, HEATING])
    assert list(several[1]) == list(network.read(BOILER).vector)
    assert network.of([]) == []


def test_a_package_that_is_missing_or_damaged_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"cannot be read .*Restore nlp_models/meaning/package"):
        NetworkMeanings(tmp_path / "none")
    damaged = shutil.copytree(PACKAGE, tmp_path / "damaged")
    (damaged / "tokenizer.json").write_text("{}", "utf-8")
    with pytest.raises(ModelError, match="is not the file"):
        NetworkMeanings(damaged)
    (damaged / "meta.json").write_text("{}", "utf-8")
    with pytest.raises(ModelError, match="does not describe"):
        NetworkMeanings(damaged)
