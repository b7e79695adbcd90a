"""Do the address that may write to all schools, and mail to pupils, go the way the policy says?"""

from dataclasses import replace

import pytest

from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.directory.resolve_audience import KnownMailboxes, resolve_audience
from app.domain.draft import Moment
from app.domain.verdict import Channel, Severity
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.drafts import draft_from
from tests.fakes import FakeDirectory, FakeRecords
from tests.road import road, surroundings

TEAM = "communicationcfe@kent.gov.uk"
NEWS = {"to": ["all schools"], "subject": "Term dates", "body": "The term dates are on our website."}
KNOWN = KnownMailboxes(("learn.council.example",), (TEAM,))


def checked(**example: object) -> Checked:
    around = replace(
        surroundings(),
        resolve_audience=lambda draft, own: resolve_audience(draft, FakeDirectory(), own, known=KNOWN),
    )
    return check_draft(draft_from(example), Moment.COMPOSE, replace(road(), around=around))


def test_nobody_else_writes_to_all_schools() -> None:
    verdict = checked(**NEWS).verdict

    assert (verdict.severity, verdict.advice[0].rule) == (Severity.BLOCK, "recognised-sender-for-bulk")
    assert {a.kind for a in verdict.advice[0].actions} == {"route-to-bulletin", "ask-communications-team"}


def test_what_is_urgent_by_law_still_goes_to_the_team() -> None:
    due = "The statutory deadline for the school census is Friday 20 November 2026."
    verdict = checked(to=["all schools"], subject="School census", body=due).verdict

    assert (verdict.severity, verdict.advice[0].rule) == (Severity.JUSTIFY, "bulk-mail-by-communications")


def test_the_recognised_address_does() -> None:
    verdict = checked(**NEWS, **{"from": TEAM}).verdict

    assert verdict.route.channel is Channel.SEND
    assert verdict.severity is Severity.CLEAR


def test_a_pupil_is_known_by_what_the_organisation_adds() -> None:
    rules = {card.rule for card in checked(to=["jo@learn.council.example"], body="Hello Jo.").verdict.advice}

    assert "staff-pupil-email-protocol" in rules


@pytest.mark.parametrize(
    ("setting", "expected"), [({}, True), ({"bulk_senders": "comms@oak.example"}, False)]
)
def test_the_packs_name_the_address_until_it_is_set(setting: dict[str, str], *, expected: bool) -> None:
    made = Installation(load_settings({}, **setting))

    assert (TEAM in made.bulk_senders) is expected


def test_private_mail_is_in_no_record() -> None:
    main = road()
    body = "Hi Mum,\nWhat do you want for dinner tonight?\nLots of love"
    checked = check_draft(
        draft_from({"to": ["a parent"], "subject": "Tonight", "body": body}), Moment.COMPOSE, main
    )
    assert isinstance(main.records, FakeRecords)
    kept = main.records.kept[0]

    assert {card.rule for card in checked.verdict.trial} >= {"personal-use-own-time", "work-activities-only"}
    assert not {card.finding.check for card in checked.verdict.advice} & {"personal-use"}
    assert "personal-use" not in f"{kept.findings}{kept.rules}"


def test_what_is_for_the_safeguarding_lead_is_in_no_record() -> None:
    main = road()
    draft = draft_from({"to": ["jo@pupils.council.example"], "body": "Don't tell your parents about us."})
    verdict = check_draft(draft, Moment.COMPOSE, main).verdict
    assert isinstance(main.records, FakeRecords)
    kept = main.records.kept[0]

    assert "circumspect-with-pupils" in {card.rule for card in verdict.advice}
    assert "circumspect-with-pupils" not in {rule["rule"] for rule in kept.rules}
    assert {finding["id"] for finding in kept.findings} == {"pupil-recipients/to-pupil"}
