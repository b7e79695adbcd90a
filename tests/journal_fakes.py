"""Harmless stand-ins for everything in ``app/journal_ports.py``. The fake reckons the tree over all leaves."""

import hashlib
from base64 import b64encode
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.errors import JournalError
from app.domain.hash_tree import Span, Whole, consistency, inclusion, leaf_hash, node_hash, root_of
from app.domain.journal import Entry, Kind, text_of, when
from app.journal_ports import Head, HeadSigner, KeptEntry, Verified
from tests.fakes import MONDAY_MORNING


class FakeSigner:
    name = "fake-journal"
    verifier_key = f"fake-journal+00000000+{b64encode(b'no key').decode()}"

    def sign(self, size: int, root: bytes) -> bytes:
        return hashlib.sha512(f"{self.name} {size}".encode() + root).digest()


@dataclass
class FakeVerifications:
    last: Verified | None = None

    def newest(self) -> Verified | None:
        return self.last

    def keep(self, verified: Verified) -> None:
        self.last = verified


@dataclass
class FakeJournal:
    signer: HeadSigner = field(default_factory=FakeSigner)
    now: Callable[[], datetime] = lambda: MONDAY_MORNING
    kept: list[KeptEntry] = field(default_factory=list)

    def tell(self, *entries: Entry) -> None:
        for entry in entries:
            number = len(self.kept)
            text = text_of(entry, number, self.now(), f"{number:032x}")
            self.kept.append(KeptEntry(number, text, leaf_hash(text.encode()), None))
            level, index = 1, number >> 1
            hashes = self.kept[-1].hashes
            while Whole(level, index).completed_by == number:
                hashes += self._whole(Whole(level, index))
                level, index = level + 1, index >> 1
            self.kept[-1] = replace(self.kept[-1], hashes=hashes)
        if entries:
            size = len(self.kept)
            signature = self.signer.sign(size, self._root(Span(0, size)))
            self.kept[-1] = replace(self.kept[-1], signature=signature)

    def head(self) -> Head | None:
        size = len(self.kept)
        return Head(size, self._root(Span(0, size)), self.kept[-1].signature or b"") if size else None

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[KeptEntry]:
        return iter(self.kept[start:stop])

    def inclusion(self, number: int, size: int) -> Sequence[bytes]:
        return self._proof(lambda: inclusion(number, size), size)

    def consistency(self, old: int, new: int) -> Sequence[bytes]:
        return self._proof(lambda: consistency(old, new), new)

    def forget_before(self, moment: datetime, spare: Collection[str] = ()) -> int:
        past = [k for k in self.kept if k.text is not None and when(k.text) < moment]
        old = [k.number for k in past if not any(one in (k.text or "") for one in spare)]
        for number in old:
            self.kept[number] = replace(self.kept[number], text=None)
        if old:
            below = past[-1].number + 1
            kept = sum(one.text is not None for one in self.kept[:below])
            self.tell(Entry(Kind.FORGETTING, {"below": below, "kept": kept}))
        return len(old)

    def _proof(self, spans: Callable[[], list[Span]], size: int) -> Sequence[bytes]:
        try:
            if size <= len(self.kept):
                return tuple(map(self._root, spans()))
        except ValueError:
            pass
        raise JournalError("The journal has no such entry, or never had that size.")

    def _root(self, span: Span) -> bytes:
        return root_of(span, self._whole)

    def _whole(self, whole: Whole) -> bytes:
        if not whole.level:
            return self.kept[whole.index].hashes[:32]
        left, right = (Whole(whole.level - 1, whole.index * 2 + side) for side in (0, 1))
        return node_hash(self._whole(left), self._whole(right))
