"""What could somebody do to a journal who can write to its database, and does not have its key?

From one flipped bit to a journal that is reckoned anew from the first entry, all hashes right, signed with another
key. A fork is made with the true key: somebody restored a backup and went on, or stole it.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from app.adapters.files.journal_key import JournalKey
from app.domain.hash_tree import fold, grow, leaf_hash
from app.domain.journal import Entry, Kind, text_of
from app.journal.checkpoint import note_of
from app.journal_ports import Head
from app.verifier.notes import Checkpoint, Key, read_key
from app.verifier.rows import Row

_HASH = 32


@dataclass(frozen=True)
class Made:
    """A journal in order, its key, and the heads that somebody kept of it; the last is the newest."""

    rows: list[Row]
    heads: list[Checkpoint]
    key: Key
    words: str
    note: str
    signer: JournalKey
    other: JournalKey

    @property
    def seed(self) -> bytes:
        """The secret half."""
        return self.signer._key.private_bytes_raw()  # noqa: SLF001 - a forger with the key is part of the trial


def a_journal(folder: Path, random: Random, size: int) -> Made:
    """Entries in batches of one to four; about one head in three was kept."""
    signer, other = JournalKey(folder), JournalKey(folder / "another")
    began = datetime(2026, 11, 2, 8, tzinfo=UTC)
    texts = [
        text_of(_entry(random), n, began + timedelta(minutes=n), random.randbytes(16).hex())
        for n in range(size)
    ]
    ends = {size}
    while min(ends) > 1:
        ends.add(max(1, min(ends) - random.randint(1, 4)))
    rows = _hashed(texts, dict.fromkeys(ends, signer))
    kept = sorted({size, *random.sample(sorted(ends), len(ends) // 3)})
    roots = {end: _root(rows[:end]) for end in kept}
    key = read_key(signer.verifier_key)
    note = note_of(Head(size, roots[size], rows[-1].signature or b""), signer)
    heads = [Checkpoint(end, roots[end]) for end in kept]
    return Made(rows, heads, key, signer.verifier_key, note, signer, other)


def tampered(made: Made, way: str, random: Random) -> list[Row]:
    """The journal after somebody was at it; never the same as before."""
    return WAYS[way](made, random)


def _edit_text(made: Made, random: Random) -> list[Row]:
    return _with(made, random, lambda row: replace(row, text=_bent(row.text or "", random)))


def _edit_hash(made: Made, random: Random) -> list[Row]:
    return _with(made, random, lambda row: replace(row, hashes=_flipped(row.hashes, random)))


def _edit_signature(made: Made, random: Random) -> list[Row]:
    signed = [row.number for row in made.rows if row.signature]
    place = random.choice(signed)
    rows = list(made.rows)
    rows[place] = replace(rows[place], signature=_flipped(rows[place].signature or b"", random))
    return rows


def _edit_hidden(made: Made, random: Random) -> list[Row]:
    """The entry is changed, and every hash behind it made right."""
    texts = _texts(made.rows)
    place = random.randrange(len(texts))
    texts[place] = _bent(texts[place], random)
    return _resigned(_hashed(texts, {}), made.rows)


def _edit_with_another_key(made: Made, random: Random) -> list[Row]:
    texts = _texts(made.rows)
    place = random.randrange(len(texts))
    texts[place] = _bent(texts[place], random)
    signers = {row.number + 1: made.other for row in made.rows if row.signature}
    return _hashed(texts, signers)


def _edit_without_signatures(made: Made, random: Random) -> list[Row]:
    """All hashes right, and no signature left but the last, which was of something else."""
    rows = _edit_hidden(made, random)
    return [*(replace(row, signature=None) for row in rows[:-1]), rows[-1]]


def _emptied(made: Made, random: Random) -> list[Row]:
    return _with(made, random, lambda row: replace(row, text=None))


def _removal(made: Made, random: Random) -> list[Row]:
    start, stop = _some(made.rows[:-1], random)
    return made.rows[:start] + made.rows[stop:]


def _removal_hidden(made: Made, random: Random) -> list[Row]:
    """What is left is numbered and hashed anew."""
    return _resigned(_hashed(_numbered(_texts(_removal(made, random))), {}), made.rows)


def _reorder(made: Made, random: Random) -> list[Row]:
    one, other = random.sample(range(len(made.rows)), 2)
    rows = list(made.rows)
    rows[one], rows[other] = replace(rows[other], number=one), replace(rows[one], number=other)
    return rows


def _reorder_hidden(made: Made, random: Random) -> list[Row]:
    return _resigned(_hashed(_numbered(_texts(_reorder(made, random))), {}), made.rows)


def _cut(made: Made, random: Random) -> list[Row]:
    return made.rows[: random.randrange(len(made.rows))]


def _fork(made: Made, random: Random) -> list[Row]:
    """From somewhere on it tells something else, signed with the true key."""
    start = random.randrange(len(made.rows))
    texts = _texts(made.rows[:start])
    texts += [
        text_of(_entry(random), n, datetime(2026, 11, 20, tzinfo=UTC), random.randbytes(16).hex())
        for n in range(start, len(made.rows) + random.randint(0, 5))
    ]
    return _hashed(
        texts, {row.number + 1: made.signer for row in made.rows if row.signature} | {len(texts): made.signer}
    )


WAYS: Mapping[str, Callable[[Made, Random], list[Row]]] = {
    "edit: a text": _edit_text,
    "edit: a hash": _edit_hash,
    "edit: a signature": _edit_signature,
    "edit: a text, hashes made right": _edit_hidden,
    "edit: all signed with another key": _edit_with_another_key,
    "edit: signatures left out": _edit_without_signatures,
    "removal: of what an entry says": _emptied,
    "removal: of entries": _removal,
    "removal: numbers and hashes made right": _removal_hidden,
    "reorder: two entries": _reorder,
    "reorder: numbers and hashes made right": _reorder_hidden,
    "cut: the end": _cut,
    "fork: with the true key": _fork,
}


def _entry(random: Random) -> Entry:
    return Entry(
        Kind.LOOKUP,
        {"addresses": random.randrange(10**9), "purpose": "bulletin", "by": random.randbytes(32).hex()},
    )


def _hashed(texts: Sequence[str], signers: Mapping[int, JournalKey]) -> list[Row]:
    """Rows with all their hashes; signed where a signer stands."""
    wholes: list[bytes] = []
    rows = []
    for number, text in enumerate(texts):
        hashes = b"".join(grow(wholes, number, leaf_hash(text.encode())))
        signer = signers.get(number + 1)
        rows.append(Row(number, text, hashes, signer.sign(number + 1, fold(wholes)) if signer else None))
    return rows


def _root(rows: Sequence[Row]) -> bytes:
    wholes: list[bytes] = []
    for row in rows:
        grow(wholes, row.number, row.hashes[:_HASH])
    return fold(wholes)


def _resigned(rows: Sequence[Row], were: Sequence[Row]) -> list[Row]:
    """With the signatures that stood at these numbers; at the end the last one."""
    held = [replace(row, signature=were[row.number].signature) for row in rows]
    return [*held[:-1], replace(held[-1], signature=held[-1].signature or were[-1].signature)]


def _texts(rows: Iterable[Row]) -> list[str]:
    return [row.text or "" for row in rows]


def _numbered(texts: Sequence[str]) -> list[str]:
    return [
        json.dumps(json.loads(text) | {"number": n}, sort_keys=True, separators=(",", ":"))
        for n, text in enumerate(texts)
    ]


def _with(made: Made, random: Random, change: Callable[[Row], Row]) -> list[Row]:
    place = random.randrange(len(made.rows))
    return [*made.rows[:place], change(made.rows[place]), *made.rows[place + 1 :]]


def _bent(text: str, random: Random) -> str:
    place = random.randrange(len(text))
    other = random.choice([c for c in 'abcdef0123456789"{},:' if c != text[place]])
    return text[:place] + other + text[place + 1 :]


def _flipped(held: bytes, random: Random) -> bytes:
    place, bit = random.randrange(len(held)), 1 << random.randrange(8)
    return held[:place] + bytes([held[place] ^ bit]) + held[place + 1 :]


def _some(rows: Sequence[Row], random: Random) -> tuple[int, int]:
    start = random.randrange(len(rows))
    return start, random.randint(start + 1, min(len(rows), start + 5))
