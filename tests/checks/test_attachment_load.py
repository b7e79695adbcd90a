from app.checks.attachment_load import CHECK
from app.domain.finding import Finding
from tests.road import see


def _found(**draft: object) -> dict[str, Finding]:
    return {f.kind: f for f in CHECK.look(see(draft)[0])}


def test_copies_are_size_times_people() -> None:
    files = [{"name": "plans.pdf", "mb": 2.04}, {"name": "notes.docx", "mb": 1}]
    found = _found(to=["10 schools"], attachments=files)

    assert found["size"].facts == {"mb": 3.0, "files": 2, "copies_mb": 30.4}
    assert found["file-to-schools"].facts["schools"] == 10
    assert [(s.start, s.excerpt) for s in found["size"].spans] == [(0, "plans.pdf"), (1, "notes.docx")]


def test_with_no_reader_yet_there_is_one_copy() -> None:
    assert _found(attachments=[{"name": "plans.pdf", "mb": 2}])["size"].facts["copies_mb"] == 2.0


def test_a_group_inside_is_at_least_two_people() -> None:
    found = _found(to=["all staff"], attachments=[{"name": "plans.pdf", "mb": 2}])

    assert found["inside-copies"].facts == {"inside": 2, "mb": 2.0}


def test_points_at_the_file_and_not_at_the_logo_before_it() -> None:
    logo = {"name": "logo.png", "mb": 1, "inline": True}
    found = _found(to=["2 schools"], attachments=[logo, {"name": "plans.pdf", "mb": 2}])

    assert [s.start for s in found["size"].spans] == [1]
