"""The contract of the directory, for the fake and for both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.errors import ImportFileError, StoreError
from app.domain.school import Listing, Phase, School
from app.ports import DirectoryContents, DirectoryEntry, DirectoryStore

OAK = School(
    "100001",
    "Oak",
    Phase.PRIMARY,
    "Weald",
    "jo@council.example",
    "Acorn",
    "oak.weald.sch.uk",
    type="Academies",
)
ELM = School("100002", "Elm", Phase.SPECIAL, "Coast", "", "Acorn", "acorn.example", federation="Trees")
ASH = School("100003", "Ash", Phase.SECONDARY, "", "", "Acorn", "acorn.example")
YEW = School("100004", "Yew", Phase.NURSERY, domain="shared.example")
BAY = School("100005", "Bay", Phase.OTHER, domain="shared.example")
IMPORTED = datetime(2026, 11, 16, 11, 0, tzinfo=timezone(timedelta(hours=1)))
CONTENTS = DirectoryContents(
    schools=(OAK, ELM, ASH, YEW, BAY),
    closed=frozenset({"000009"}),
    entries=(
        DirectoryEntry("office@oak.weald.sch.uk", "100001", "office", "oak.weald.sch.uk"),
        DirectoryEntry("Office@Ash-Mail.weald.sch.uk", "100003", "office", "ash-mail.weald.sch.uk"),
        DirectoryEntry("trust@trees.example", "100002", "trust"),
        DirectoryEntry("trust@trees.example", "100003", "trust"),
        DirectoryEntry("office@gone.weald.sch.uk", "000009", "office", "gone.weald.sch.uk"),
        DirectoryEntry("oldoffice@oak.weald.sch.uk", "000009", "office", "oak.weald.sch.uk"),
        DirectoryEntry("yew@gmail.com", "100004", ""),
    ),
    imported_at=IMPORTED,
)
CLOSED = Listing(is_exact=True, is_closed=True)


def listed(*schools: School) -> Listing:
    return Listing(schools, is_exact=True)


@pytest.fixture
def filled(directory: DirectoryStore) -> DirectoryStore:
    directory.replace(CONTENTS)
    return directory


ANSWERS = {
    "office@oak.weald.sch.uk": listed(OAK),
    " OFFICE+x@Oak.Weald.Sch.UK.": listed(OAK),
    "office@ash-mail.weald.sch.uk": listed(ASH),
    "trust@trees.example": listed(ELM, ASH),
    "yew@gmail.com": listed(YEW),
    "head@oak.weald.sch.uk": Listing((OAK,)),
    "head@mail.oak.weald.sch.uk": Listing((OAK,)),
    "head@ash-mail.weald.sch.uk": Listing((ASH,)),
    "ceo@acorn.example": Listing((ELM, ASH)),
    "office@gone.weald.sch.uk": CLOSED,
    "oldoffice@oak.weald.sch.uk": Listing((OAK,)),
    "head@gone.weald.sch.uk": Listing(),
    "other@gmail.com": Listing(),
    "other@trees.example": Listing(),
    "office@shared.example": Listing(),
    "office@weald.sch.uk": Listing(),
    "not an address": Listing(),
    "": Listing(),
}


def test_it_answers_about_an_address(filled: DirectoryStore) -> None:
    assert filled.look_up(ANSWERS) == ANSWERS


def test_two_thousand_addresses_are_one_question(filled: DirectoryStore) -> None:
    asked = [f"p{i}@oak.weald.sch.uk" for i in range(2000)]
    answers = filled.look_up(asked)
    assert list(answers) == asked
    assert set(answers.values()) == {Listing((OAK,))}


def test_an_empty_directory_knows_nobody(directory: DirectoryStore) -> None:
    assert directory.look_up(["office@oak.weald.sch.uk"]) == {"office@oak.weald.sch.uk": Listing()}
    assert directory.open_schools() == 0
    assert directory.summary().imported_at is None


def test_the_summary_gives_back_what_was_put_in(filled: DirectoryStore) -> None:
    summary = filled.summary()
    assert set(summary.schools) == set(CONTENTS.schools)
    assert summary.imported_at == IMPORTED
    assert summary.imported_at.utcoffset() is not None
    assert summary.address_hashes == {(filled.hash_address(e.address), e.urn) for e in CONTENTS.entries}
    assert filled.open_schools() == len(CONTENTS.schools)


def test_a_hash_does_not_depend_on_the_spelling(directory: DirectoryStore) -> None:
    assert directory.hash_address("A@b.example") == directory.hash_address(" a+tag@B.example. ")
    assert directory.hash_address("a@b.example") != directory.hash_address("c@b.example")


def test_an_import_replaces_everything(filled: DirectoryStore) -> None:
    later = replace(
        CONTENTS,
        schools=(replace(OAK, name="New Oak"),),
        closed=frozenset(),
        entries=(DirectoryEntry("hello@oak.weald.sch.uk", "100001"),),
        imported_at=datetime(2026, 12, 1, tzinfo=UTC),
    )
    filled.replace(later)
    assert filled.open_schools() == 1
    assert filled.look_up(["trust@trees.example", "hello@oak.weald.sch.uk"]) == {
        "trust@trees.example": Listing(),
        "hello@oak.weald.sch.uk": listed(replace(OAK, name="New Oak")),
    }


def test_an_import_that_fails_leaves_the_old_directory(filled: DirectoryStore) -> None:
    stray = DirectoryEntry("office@nowhere.example", "999999")
    with pytest.raises(StoreError):
        filled.replace(replace(CONTENTS, schools=(OAK,), entries=(stray,)))
    assert filled.open_schools() == len(CONTENTS.schools)
    assert filled.look_up(["trust@trees.example"])["trust@trees.example"] == listed(ELM, ASH)
    assert filled.summary().imported_at == IMPORTED


def test_the_same_address_twice_is_kept_once(directory: DirectoryStore) -> None:
    twice = (
        DirectoryEntry("a@b.example", OAK.urn, "head"),
        DirectoryEntry(" A@B.example", OAK.urn, "office"),
    )
    directory.replace(replace(CONTENTS, entries=twice))
    assert len(directory.summary().address_hashes) == 1


def keeping(*schools: School, closed: str = "000009", **moved: str) -> DirectoryContents:
    """A new directory without an address list: every school keeps its addresses, unless `moved`."""
    homes = {urn: urn for urn in (*(s.urn for s in schools), closed) if urn} | {
        urn.removeprefix("of_"): home for urn, home in moved.items()
    }
    return DirectoryContents(schools, frozenset({closed} - {""}), (), IMPORTED, homes)


def test_addresses_can_be_kept_without_knowing_them(filled: DirectoryStore) -> None:
    before = filled.summary()
    filled.replace(keeping(OAK, ELM, ASH, YEW, BAY))
    assert filled.summary() == before
    assert filled.look_up(ANSWERS) == ANSWERS


def test_kept_addresses_follow_their_school(filled: DirectoryStore) -> None:
    academy = replace(ASH, urn="200003", name="Ash Academy")
    contents = keeping(replace(OAK, domain="oak.example"), academy, of_100003="200003", of_100002="000009")
    filled.replace(contents)
    expected = {
        "office@ash-mail.weald.sch.uk": listed(academy),
        "head@ash-mail.weald.sch.uk": Listing((academy,)),
        "trust@trees.example": listed(academy),
        "head@oak.example": filled.look_up(["head@oak.weald.sch.uk"])["head@oak.weald.sch.uk"],
        "office@gone.weald.sch.uk": CLOSED,
        "yew@gmail.com": Listing(),
    }
    assert filled.look_up(expected) == expected
    assert expected["head@oak.example"].schools == (replace(OAK, domain="oak.example"),)
    assert {urn for _, urn in filled.summary().address_hashes} == {"100001", "200003", "000009"}


def test_kept_addresses_and_new_ones_stand_side_by_side(filled: DirectoryStore) -> None:
    more = (DirectoryEntry("Office@oak.weald.sch.uk", OAK.urn), DirectoryEntry("head@oak.example", OAK.urn))
    filled.replace(replace(keeping(OAK, closed=""), entries=more))
    asked = ["office@oak.weald.sch.uk", "head@oak.example"]
    assert filled.look_up(asked) == dict.fromkeys(asked, listed(OAK))
    assert len(filled.summary().address_hashes) == 2


def test_kept_addresses_need_a_school(filled: DirectoryStore) -> None:
    with pytest.raises(StoreError):
        filled.replace(keeping(OAK, of_100003="999999"))
    assert filled.look_up(ANSWERS) == ANSWERS


def test_the_last_import_can_be_taken_back_once(filled: DirectoryStore) -> None:
    assert filled.last_import(IMPORTED) is None
    before, later = filled.summary(), IMPORTED + timedelta(days=7)
    wrong = replace(CONTENTS, schools=(YEW,), closed=frozenset(), entries=(), imported_at=later)
    filled.replace(replace(wrong, imported_by="Priya Shah"))
    last = filled.last_import(later)
    assert last is not None
    assert (last.at, last.by, last.before) == (later, "Priya Shah", IMPORTED)
    filled.undo(later + timedelta(days=13))
    assert filled.summary() == before
    assert filled.look_up(ANSWERS) == ANSWERS
    assert filled.last_import(later) is None
    with pytest.raises(ImportFileError):
        filled.undo(later)


def test_after_two_weeks_nothing_is_taken_back(filled: DirectoryStore) -> None:
    filled.replace(replace(CONTENTS, schools=(YEW,), closed=frozenset(), entries=()))
    with pytest.raises(ImportFileError):
        filled.undo(IMPORTED + timedelta(days=14))
    assert filled.open_schools() == 1


def test_an_import_that_was_looked_at_before_another_is_refused(filled: DirectoryStore) -> None:
    looked_at = replace(
        CONTENTS, schools=(YEW,), closed=frozenset(), entries=(), follows=filled.summary().version
    )
    filled.replace(CONTENTS)
    with pytest.raises(ImportFileError):
        filled.replace(looked_at)
    filled.replace(replace(looked_at, follows=filled.summary().version))
    assert filled.open_schools() == 1


def test_it_remembers_where_the_cluster_file_has_a_school_that_was_moved(directory: DirectoryStore) -> None:
    listed = {OAK.urn: ("Old Weald", "sam@council.example"), ELM.urn: (ELM.cluster, ELM.officer)}
    directory.replace(replace(CONTENTS, listed=listed))
    assert directory.summary().listed == {OAK.urn: ("Old Weald", "sam@council.example")}
