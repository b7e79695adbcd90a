"""Is a pack that loosens the wider policy it stands under found?"""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.verdict import Severity
from app.policy.linting.packs_together import about_packs
from app.policy.pack import Pack, Step
from app.policy.remark import RemarkKind
from tests.policy.linting.written import pack

KNOWN = frozenset({"hours/late"})


def with_severity(policy: Pack, severity: Severity) -> Pack:
    return replace(policy, rules=(replace(policy.rules[0], steps=(Step(severity),)),))


def kinds(*packs: Pack) -> Sequence[tuple[RemarkKind, str]]:
    return [(r.kind, r.pack) for r in about_packs(packs, KNOWN)]


def test_a_policy_may_be_stricter_than_its_parent_but_not_looser() -> None:
    trust, ward = pack("trust"), pack("ward", "parents: [trust]")
    looser, stricter = with_severity(ward, Severity.INFO), with_severity(ward, Severity.BLOCK)

    assert kinds(trust, looser) == [(RemarkKind.LOOSER_THAN_PARENT, "ward")]
    assert kinds(looser, trust) == [(RemarkKind.LOOSER_THAN_PARENT, "ward")]
    assert kinds(trust, stricter) == [(RemarkKind.DIFFERENT_STRENGTH, "ward")]
    assert kinds(trust, ward) == []


def test_a_parent_that_is_no_pack_here_is_named_unless_it_is_a_title() -> None:
    assert kinds(pack("ward", "parents: [hospital]")) == [(RemarkKind.UNKNOWN_PARENT, "ward")]
    assert kinds(pack("ward", "parents: [Hospital Mail Policy]")) == []


def test_where_the_stricter_pack_comes_first_two_packs_get_one_remark() -> None:
    known = frozenset({"hours/late", "hours/early"})
    late, early = (
        pack("trust").rules[0],
        replace(pack("trust").rules[0], id="early", listens=("hours/early",)),
    )
    block, info = (Step(Severity.BLOCK),), (Step(Severity.INFO),)
    strict = replace(pack("trust"), rules=(replace(late, steps=block), replace(early, steps=block)))
    mild = replace(pack("ward"), rules=(replace(late, steps=info), replace(early, steps=info)))

    (one,) = [r for r in about_packs([strict, mild], known) if r.kind is RemarkKind.DIFFERENT_STRENGTH]
    assert "trust comes first and is stricter" in one.message
    assert "early (line 7) up to block, here early (line 7) up to info" in one.message
    assert sum(r.kind is RemarkKind.DIFFERENT_STRENGTH for r in about_packs([mild, strict], known)) == 2
