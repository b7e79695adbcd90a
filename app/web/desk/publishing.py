"""Does everything in an issue pass the checks at the moment when it is published?

An item may have been changed since it was made ready, and so may the policy. The desk's page and the command
both publish here.
"""

from collections.abc import Mapping, Sequence

from app.bulletin.build_issue import items_of
from app.bulletin.publish import publish
from app.domain.errors import BulletinError
from app.domain.issue import Issue
from app.domain.item import Item, Person
from app.web.desk.room import DeskRoom


def publish_checked(
    room: DeskRoom, issue: Issue, seen: int, answers: Mapping[str, bool], by: Person
) -> Issue:
    """The issue on hold.

    Raises:
        BulletinError: as ``publish`` does; or a check stops something in it, or asks for a reason that nobody
            gave.
    """
    inside = [(item, room.said_of(item)) for item in items_of(room.desk, issue)]
    if stopped := [item for item, gates in inside if gates.stops]:
        raise BulletinError(f"A check stops {_quoted(stopped)}. Open it to see what must go.")
    if asked := [item for item, gates in inside if room.lacks_reason(item, gates)]:
        raise BulletinError(f"A check asks for a reason for {_quoted(asked)}. Open it and say why.")
    if issue.introduction and (stops := room.opening(issue.introduction, by).must_go):
        raise BulletinError(f"A check stops the opening words. {stops}", "introduction")
    return publish(room.desk, issue.key, seen, answers, by)


def _quoted(items: Sequence[Item]) -> str:
    return ", ".join(f"“{item.text.headline}”" for item in items)
