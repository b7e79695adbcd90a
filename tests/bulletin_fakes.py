"""Harmless stand-ins for everything in ``app/bulletin_ports.py``."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zlib import crc32

from app.bulletin_ports import Read
from app.domain.bulk_request import NEVER_OUT, BulkRequest, RequestState
from app.domain.errors import BulletinError
from app.domain.issue import Issue
from app.domain.item import ENDED, IssueKey, Item, ItemState, Move


class FakeMeanings:
    """Texts are as near as their words, and words as their letters."""

    def read(self, text: str) -> Read:
        words = list(re.finditer(r"\S+", text))
        meant = [_of_words([word[0].casefold()]) for word in words]
        return Read(_of_words(text.casefold().split()), [word.span() for word in words], meant)


def _of_words(words: Sequence[str]) -> Sequence[float]:
    counts = [0.001] * 64
    for word in words:
        counts[crc32(word.encode("utf-8", "replace")) % 64] += 1.0
    length = math.hypot(*counts)
    return [count / length for count in counts]


@dataclass
class FakeBook:
    heads: dict[str, Item] = field(default_factory=dict)
    moves: dict[str, list[Move]] = field(default_factory=dict)
    kept_issues: dict[IssueKey, Issue] = field(default_factory=dict)
    kept_requests: dict[str, BulkRequest] = field(default_factory=dict)

    def item(self, number: str) -> Item | None:
        return self.heads.get(number)

    def items(
        self, states: Collection[ItemState] = (), issue: IssueKey | None = None, sender: str = ""
    ) -> Sequence[Item]:
        wanted = [
            item
            for item in self.heads.values()
            if (not states or item.state in states)
            and (issue is None or item.issue == issue)
            and (not sender or item.sender.address == sender)
        ]
        return sorted(wanted, key=lambda item: (item.submitted_at, item.id), reverse=True)

    def moved_last(self, states: Collection[ItemState], most: int) -> Sequence[tuple[Item, Move]]:
        found = [(item, self.moves[item.id][-1]) for item in self.heads.values() if item.state in states]
        return sorted(found, key=lambda one: (one[1].at, one[0].id), reverse=True)[:most]

    def history(self, number: str) -> Sequence[Move]:
        return tuple(self.moves.get(number, ()))

    def begin(self, item: Item, move: Move) -> None:
        if item.id not in self.heads:
            self.heads[item.id], self.moves[item.id] = item, [move]
            return
        held, first = self.heads[item.id], self.moves[item.id][0]
        if held.sender.address != item.sender.address or first.text not in {None, move.text}:
            raise BulletinError("Another item has this key already. Send it with a new key.")

    def keep(self, item: Item, move: Move, *others: tuple[Item, Move]) -> None:
        for each, _ in ((item, move), *others):
            self._must_be_next(each)
        for each, its in ((item, move), *others):
            self.heads[each.id] = each
            self.moves[each.id].append(its)

    def issue(self, key: IssueKey) -> Issue | None:
        return self.kept_issues.get(key)

    def issues(self) -> Sequence[Issue]:
        return [self.kept_issues[key] for key in sorted(self.kept_issues, reverse=True)]

    def keep_issue(self, issue: Issue, moved: Sequence[tuple[Item, Move]] = ()) -> Issue:
        held = self.kept_issues.get(issue.key)
        if issue.version != (held.version if held else 0):
            raise BulletinError("Somebody changed this issue meanwhile.")
        for item, _ in moved:
            self._must_be_next(item)
        for item, move in moved:
            self.keep(item, move)
        self.kept_issues[issue.key] = replace(issue, version=issue.version + 1)
        return self.kept_issues[issue.key]

    def request(self, number: str) -> BulkRequest | None:
        return self.kept_requests.get(number)

    def requests(self, states: Collection[RequestState] = (), sender: str = "") -> Sequence[BulkRequest]:
        wanted = [
            request
            for request in self.kept_requests.values()
            if (not states or request.state in states) and (not sender or request.sender.address == sender)
        ]
        return sorted(wanted, key=lambda request: (request.asked_at, request.id), reverse=True)

    def begin_request(self, request: BulkRequest) -> None:
        held = self.kept_requests.setdefault(request.id, request)
        if (held.asked, held.sender.address) != (request.asked, request.sender.address):
            raise BulletinError("Another request has this key already. Send it with a new key.")

    def keep_request(self, request: BulkRequest, moved: tuple[Item, Move] | None = None) -> None:
        held = self.kept_requests.get(request.id)
        if held is None or request.version != held.version + 1:
            raise BulletinError("Somebody decided on this request meanwhile.")
        if moved:
            (self.begin if moved[0].version == 1 else self.keep)(*moved)
        self.kept_requests[request.id] = request

    def forget_before(self, moment: datetime) -> int:
        old = {number for number, moves in self.moves.items() if moves[-1].at < moment}
        items = [number for number in old if self.heads[number].state in ENDED]
        requests = [r.id for r in self.kept_requests.values() if r.state in NEVER_OUT and _since(r) < moment]
        for number in items:
            del self.heads[number], self.moves[number]
        for number in old & self.heads.keys():
            if self.heads[number].state is ItemState.OUT:
                self.moves[number] = [replace(move, text=None) for move in self.moves[number]]
        for number in requests:
            del self.kept_requests[number]
        return len(items) + len(requests)

    def _must_be_next(self, item: Item) -> None:
        held = self.heads.get(item.id)
        if held is None or item.version != held.version + 1:
            raise BulletinError("Somebody changed this item meanwhile.")


def _since(request: BulkRequest) -> datetime:
    return request.decided_at or request.asked_at
