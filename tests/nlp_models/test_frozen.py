"""Is the frozen test part as it was frozen, and would a change be noticed?"""

import json
import shutil
from pathlib import Path

from nlp_models.mail.scripts import frozen
from nlp_models.mail.scripts.layout import CORPUS


def copied(folder: Path) -> Path:
    for name in frozen.sums():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CORPUS / name, folder / name)
    shutil.copy(CORPUS / frozen.LIST, folder)
    return folder


def test_the_frozen_part_is_whole() -> None:
    assert frozen.changed() == []


def test_the_frozen_part_has_drafts_sentences_secrets_routes_and_names() -> None:
    listed = json.loads((CORPUS / frozen.LIST).read_text("utf-8"))

    assert {name.partition("/")[0] for name in listed} == {
        "drafts",
        "sentences",
        "secrets",
        "routes",
        "names",
    }


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    corpus = copied(tmp_path)
    name = next(iter(frozen.sums()))
    with (corpus / name).open("ab") as file:
        file.write(b"\n")

    assert frozen.changed(corpus) == [name]


def test_a_file_that_is_gone_or_new_is_noticed(tmp_path: Path) -> None:
    corpus = copied(tmp_path)
    (corpus / "names/test.txt").unlink()
    (corpus / "sentences/test-z.jsonl").write_text("{}\n", "utf-8")

    assert frozen.changed(corpus) == ["names/test.txt", "sentences/test-z.jsonl"]
