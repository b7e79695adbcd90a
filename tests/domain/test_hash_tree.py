"""Against RFC 9162's own definitions, written down once more as they stand there."""

from collections.abc import Sequence
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from app.domain.hash_tree import EMPTY, Span, Whole, consistency, fold, grow, inclusion, leaf_hash, root_of
from app.verifier.tree import GrowingTree, is_continued, is_included

LEAVES = [leaf_hash(bytes([n])) for n in range(200)]


def mth(leaves: Sequence[bytes]) -> bytes:
    """2.1.1, over leaves that are hashed already."""
    if len(leaves) <= 1:
        return leaves[0] if leaves else sha256(b"").digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


def path(m: int, leaves: Sequence[bytes]) -> list[bytes]:
    """2.1.3.1."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m: int, leaves: Sequence[bytes], *, b: bool) -> list[bytes]:
    """2.1.4.1."""
    if m == len(leaves):
        return [] if b else [mth(leaves)]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m <= k:
        return [*subproof(m, leaves[:k], b=b), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], b=False), mth(leaves[:k])]


def known(whole: Whole) -> bytes:
    start = whole.index << whole.level
    return mth(LEAVES[start : start + (1 << whole.level)])


SIZES = st.integers(1, len(LEAVES))


@given(st.integers(0, len(LEAVES)))
def test_the_root_is_the_rfcs_for_both_however_it_grew(size: int) -> None:
    wholes: list[bytes] = []
    tree = GrowingTree()
    for number, leaf in enumerate(LEAVES[:size]):
        assert b"".join(grow(wholes, number, leaf)) == tree.add(leaf)

    assert fold(wholes) == tree.root() == mth(LEAVES[:size]) == root_of(Span(0, size), known)
    assert mth([]) == EMPTY


@given(SIZES, st.data())
def test_an_inclusion_proof_is_the_rfcs_and_leads_to_the_root_only(size: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, size - 1))
    proof = [root_of(span, known) for span in inclusion(number, size)]
    root = mth(LEAVES[:size])

    assert proof == path(number, LEAVES[:size])
    assert is_included(LEAVES[number], number, size, proof, root)
    assert not is_included(LEAVES[number], number, size, [*proof, root], root)
    assert not is_included(LEAVES[number - 1], number, size, proof, root) or size == 1
    if proof:
        assert not is_included(LEAVES[number], number, size, proof[:-1], root)
        place = data.draw(st.integers(0, len(proof) - 1))
        bent = [*proof[:place], bytes(32), *proof[place + 1 :]]
        assert not is_included(LEAVES[number], number, size, bent, root)


@given(SIZES, SIZES, st.data())
def test_a_consistency_proof_is_the_rfcs_and_shows_growth_only(
    one: int, other: int, data: st.DataObject
) -> None:
    old, new = sorted((one, other))
    proof = [root_of(span, known) for span in consistency(old, new)]
    roots = mth(LEAVES[:old]), mth(LEAVES[:new])

    assert proof == subproof(old, LEAVES[:new], b=True)
    assert is_continued(old, roots[0], new, roots[1], proof)
    assert not is_continued(old, bytes(32), new, roots[1], proof)
    assert not is_continued(old, roots[0], new, bytes(32), proof)
    assert not is_continued(old, roots[0], new, roots[1], [*proof, roots[0]])
    assert not is_continued(new + 1, roots[1], new, roots[1], [])
    if proof:
        assert not is_continued(old, roots[0], new, roots[1], proof[:-1])
        place = data.draw(st.integers(0, len(proof) - 1))
        bent = [*proof[:place], bytes(32), *proof[place + 1 :]]
        assert not is_continued(old, roots[0], new, roots[1], bent)


def test_a_proof_for_a_larger_tree_is_refused_though_its_steps_fit() -> None:
    """A verifier once did not look whether the second size was used up."""
    proof = [root_of(span, known) for span in consistency(3, 7)]

    assert is_continued(3, mth(LEAVES[:3]), 7, mth(LEAVES[:7]), proof)
    assert not any(is_continued(3, mth(LEAVES[:3]), size, mth(LEAVES[:7]), proof) for size in range(9, 40))
