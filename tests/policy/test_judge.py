"""Which rule speaks, how loudly, and who has the last word."""

from collections.abc import Sequence
from textwrap import indent

import pytest

from app.compose.read_draft import read_draft
from app.domain.draft import Moment
from app.domain.finding import Confidence, Finding
from app.domain.verdict import Channel, Mode, Severity, Verdict
from app.policy.circumstances import Occasion, circumstances_of
from app.policy.judge import judge
from app.policy.pack import Pack, parse_pack
from app.policy.policy import Policy
from tests.drafts import draft_from
from tests.road import surroundings

RULE = """
- id: {id}
  listens: [{listens}]
  confidence: {confidence}
  severity: {severity}
  mode: {mode}
  title: "{title}"
  message: "Please look at it."
  clause: {{section: "One", quote: "said {id}"}}
  actions: [{{kind: reword, label: "Reword"}}]
  flags: [{{body: "x"}}]
  passes: [{{body: "y"}}]
"""


def rule(name: str, **changes: str) -> str:
    words = {
        "listens": "credentials/password", "confidence": "medium", "severity": "warn", "mode": "enforce",
        "title": "A card",
    }  # fmt: skip
    return RULE.format(id=name, **(words | changes))


def pack(name: str, *rules: str, numbers: str = "{}") -> Pack:
    head = f"id: {name}\ntitle: {name}\ndocument: d.txt\nowner: Head\n"
    text = f"{head}numbers: {numbers}\nrules:\n{indent(''.join(rules), '  ')}"
    return parse_pack(text, f"{name}.yaml")


def verdict(
    *packs: Pack,
    moment: Moment = Moment.COMPOSE,
    confidence: Confidence = Confidence.HIGH,
    to: str = "a parent",
    **facts: int,
) -> Verdict:
    return judged(packs, [Finding("credentials", "password", confidence, facts=facts)], to, moment)


def judged(
    packs: Sequence[Pack], findings: Sequence[Finding], to: str, moment: Moment = Moment.COMPOSE
) -> Verdict:
    reading = read_draft(draft_from({"to": [to]}), surroundings())
    return judge(Policy(packs), circumstances_of(reading, Occasion(moment)), findings)


def test_nothing_heard_is_clear() -> None:
    assert verdict(pack("a", rule("r", listens="credentials/login"))).severity is Severity.CLEAR


def test_a_rule_needs_its_confidence() -> None:
    asked = pack("a", rule("r", confidence="high"))

    assert verdict(asked, confidence=Confidence.MEDIUM).advice == ()
    assert verdict(asked, confidence=Confidence.HIGH).severity is Severity.WARN


def test_the_first_pack_decides_and_the_second_is_cited() -> None:
    first, second = pack("a", rule("mild", severity="info")), pack("b", rule("strict", severity="justify"))

    card = verdict(first, second).advice[0]
    assert (card.rule, card.severity) == ("mild", Severity.INFO)
    assert [also.rule for also in card.also] == ["strict"]
    assert verdict(second, first).severity is Severity.JUSTIFY


def test_within_a_pack_the_strongest_speaks() -> None:
    both = pack("a", rule("mild", severity="info"), rule("strict", severity="justify"))

    given = verdict(both).advice
    assert [(a.rule, [c.rule for c in a.also]) for a in given] == [("strict", ["mild"])]


def test_steps_are_tried_in_order() -> None:
    steps = "[{justify: {count: '>= many'}}, {warn: {count: '>= 2'}}]"
    asked = pack("a", rule("r", severity=steps), numbers="{many: 5}")

    assert [verdict(asked, count=n).severity for n in (1, 2, 5)] == [
        Severity.CLEAR,
        Severity.WARN,
        Severity.JUSTIFY,
    ]


def test_draft_facts_can_be_asked() -> None:
    asked = pack("a", rule("r", severity="[{block: {leaving: '>= 1'}}, {info: {inside_only: true}}]"))

    assert verdict(asked, to="a parent").severity is Severity.BLOCK
    assert verdict(asked, to="a colleague").severity is Severity.INFO


def test_info_is_not_due_at_send() -> None:
    asked = pack("a", rule("r", severity="info"))

    assert verdict(asked, moment=Moment.SEND).advice == ()


def test_mode_warn_never_holds() -> None:
    assert verdict(pack("a", rule("r", severity="block", mode="warn"))).severity is Severity.WARN


def test_mode_trial_is_recorded_and_never_shown() -> None:
    given = verdict(pack("a", rule("r", severity="block", mode="trial")))

    assert given.severity is Severity.CLEAR
    assert [(a.rule, a.mode) for a in given.trial] == [("r", Mode.TRIAL)]


def test_a_rule_on_trial_does_not_silence_the_next_pack() -> None:
    given = verdict(pack("a", rule("r", mode="trial")), pack("b", rule("s")))

    assert [a.rule for a in given.advice] == ["s"]


def test_facts_are_told_in_words() -> None:
    card = verdict(pack("a", rule("r", title="{count} of {people}")), count=3).advice[0]

    assert card.title == "3 of 1"


def test_cards_come_strongest_first() -> None:
    findings = [Finding("credentials", kind, Confidence.HIGH) for kind in ("login", "password")]
    asked = pack(
        "a", rule("mild", listens="credentials/login", severity="info"), rule("strict", severity="justify")
    )

    given = judged([asked], findings, "a parent")
    assert [a.rule for a in given.advice] == ["strict", "mild"]


def test_of_two_as_grave_what_can_be_pointed_at_comes_first() -> None:
    whole = Finding("credentials", "login", Confidence.HIGH, is_of_whole=True)
    place = Finding("credentials", "password", Confidence.MEDIUM)
    asked = pack(
        "a", rule("whole", listens="credentials/login"), rule("place", listens="credentials/password")
    )

    given = judged([asked], [whole, place], "a parent")
    assert [a.rule for a in given.advice] == ["place", "whole"]


def test_personal_data_leaving_goes_by_the_secure_channel() -> None:
    seen = [Finding("identifiers", "upn", Confidence.HIGH)]
    given = judged([pack("a", rule("r"))], seen, "a parent", Moment.SEND)

    assert given.route.channel is Channel.SECURE_CHANNEL


@pytest.mark.parametrize(
    ("kind", "confidence", "to_family", "channel"),
    [
        ("health", Confidence.HIGH, False, Channel.SECURE_CHANNEL),
        ("health", Confidence.MEDIUM, False, Channel.SECURE_CHANNEL),
        ("health", Confidence.LOW, False, Channel.SEND),
        ("health", Confidence.HIGH, True, Channel.SEND),
        ("personnel", Confidence.HIGH, False, Channel.SECURE_CHANNEL),
        ("marked-confidential", Confidence.HIGH, False, Channel.SEND),
    ],
)
def test_a_private_matter_leaving_goes_by_the_secure_channel(
    kind: str, confidence: Confidence, to_family: bool, channel: Channel
) -> None:
    told = Finding("confidential-story", kind, confidence, (), {"to_family": to_family})
    given = judged([pack("a", rule("r"))], [told], "a company", Moment.SEND)

    assert given.route.channel is channel


def test_a_private_matter_in_doubt_makes_no_card_and_leads_the_way_all_the_same() -> None:
    told = Finding("confidential-story", "health", Confidence.LOW, (), {"doubtful": True})
    given = judged(
        [pack("a", rule("r", listens="confidential-story/health"))], [told], "a company", Moment.SEND
    )

    assert (given.advice, given.route.channel) == ((), Channel.SECURE_CHANNEL)


def test_a_held_draft_is_not_told_to_be_sent_by_oneself() -> None:
    held = verdict(pack("a", rule("r", severity="justify")), to="1 school")
    fine = verdict(pack("a", rule("r", severity="info")), to="1 school")

    assert (held.route.channel, held.route.reasons) == (Channel.SEND, ())
    assert fine.route.reasons
