"""How much may come between somebody and Send."""

from app.domain.finding import Confidence, Finding
from app.domain.verdict import Advice, Clause, Mode, Severity, Why
from app.policy.interrupt import fold, is_minor, spend

FIRM = "identifiers/home-address"


def card(
    rule: str, severity: Severity = Severity.WARN, finding: str = "hours/late", mode: Mode = Mode.ENFORCE
) -> Advice:
    check, _, kind = finding.partition("/")
    return Advice(
        rule, Finding(check, kind, Confidence.HIGH), severity, mode, "T", "M", Clause("p", "s", "q"), ()
    )


def folded(*cards: Advice) -> list[str]:
    return [one.advice.rule for one in fold(cards, 3)]


def test_three_ask_and_the_rest_are_folded() -> None:
    assert folded(*map(card, "abcde")) == ["d", "e"]
    assert folded(*map(card, "abc")) == []


def test_what_must_be_justified_or_protects_somebody_is_never_folded() -> None:
    grave = [card(rule, Severity.JUSTIFY) for rule in "abcd"]

    assert folded(*grave, card("e"), card("f", finding=FIRM)) == ["e"]


def test_tips_and_rules_that_only_warn_take_no_room() -> None:
    shown = [card("tip", Severity.INFO), card("shown", mode=Mode.WARN)]

    assert folded(*shown, *map(card, "abc")) == []


def test_warnings_alone_may_be_spent() -> None:
    assert is_minor([card("a"), card("tip", Severity.INFO)])
    assert [(one.advice.rule, one.why) for one in spend([card("a")])] == [("a", Why.SPENT)]


def test_nothing_else_is_ever_spent() -> None:
    assert not is_minor([card("a"), card("b", Severity.JUSTIFY)])
    assert not is_minor([card("a", finding=FIRM)])
    assert not is_minor([card("tip", Severity.INFO)])
    assert spend([card("b", Severity.BLOCK), card("c", finding=FIRM)]) == []
