"""Is a thing that one place holds back and another opens to everybody found?"""

import pytest

from app.policy.linting.permissions import permission_clashes
from tests.policy.linting.written import said

OPEN = "Any member may put a notice in the weekly newsletter."


@pytest.mark.parametrize(
    ("opened", "held"),
    [
        (OPEN, "Newsletters count as publications. Nothing may be published without the Director's permission."),
        (OPEN, "Nobody may post to the newsletter without the secretary's approval."),
        ("You can:\n- Send out a group e-mail to your ward.", "Social media\n\nExamples of social media are:\n- Facebook\n- Mailing lists\n\nStaff are not permitted to post on behalf of the hospital without approval."),
        ("Volunteers may post race news on the club's Facebook page.", "Posts on social media must be approved by the press officer."),
        ("Any member of staff may post news on the school's Facebook page.", "Only the head may authorise posts made on the school's behalf."),
        ("All staff can put items on the school website.", "Posts need the head's approval."),
        ("All coaches may upload results to the website.", "Nothing is published on the website unless the webmaster has given permission."),
    ],
)  # fmt: skip
def test_what_one_place_holds_back_and_another_opens_is_named(opened: str, held: str) -> None:
    (found,) = permission_clashes(said(ward=opened, board=held))
    assert found.document == "ward.txt"
    assert "board.txt, line" in found.message


@pytest.mark.parametrize(
    ("opened", "held"),
    [
        (OPEN, "Nothing goes on the website without the secretary's approval."),
        (OPEN, "Do not publish photographs in the newsletter without consent or permission."),
        ("Members may read the newsletter.", "Nobody may post to the newsletter without approval."),
        ("Members may put news in the newsletter with the approval of the editor, who must have agreed: it needs approval.", "Nobody may post to the newsletter without approval."),
        ("The editor sends out the newsletter.", "Nobody may post to the newsletter without approval."),
    ],
    ids=["another channel", "pictures", "reading", "both ask", "not open"],
)  # fmt: skip
def test_what_is_held_or_open_in_both_is_left_alone(opened: str, held: str) -> None:
    assert list(permission_clashes(said(ward=opened, board=held))) == []
