"""Does each step of a card do in the draft what it says, and does the card go by it?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.api.replies import to_reply
from app.compose.check_draft import Road, check_draft
from app.compose.checked import Checked
from app.compose.fix.change import Fix, Move, Wanted
from app.compose.fix.fix_draft import fix_draft
from app.domain.draft import Attachment, Body, BodyFormat, Draft, Field, Moment
from app.domain.errors import FixError, StaleDraftError
from tests.drafts import draft_from
from tests.fakes import FakeReader
from tests.road import pack, road

NHS = {"to": ["a company"], "subject": "Form", "body": "For Ellie, NHS number 943 476 5919, by Friday."}
NHS_FOUND = "identifiers/nhs-number"
RATHER_WRONG = {"party-political": 0.9}


def linking_road() -> Road:
    return replace(road(), may_link=lambda file: file.name.endswith(".pdf"))


def example_of(name: str, rule: str) -> Mapping[str, Any]:
    """The first draft that a rule says it flags."""
    return next(r for r in pack(name).rules if r.id == rule).flags[0]


def look(draft: Draft, main: Road | None = None) -> Checked:
    return check_draft(draft, Moment.COMPOSE, main or road())


def wanted(checked: Checked, finding: str, kind: str, **more: Any) -> Wanted:
    cards = (a for a in checked.verdict.advice if a.finding.id == finding)
    advice = next(a for a in cards if kind in {step.kind for step in a.actions})
    return Wanted(advice.rule, finding, kind, tuple(map(checked.in_plain, advice.spans)), **more)


def fixed(example: Mapping[str, Any] | Draft, finding: str, kind: str, **more: Any) -> tuple[Draft, Fix]:
    """The draft with the change made in it, as a client would, and what was told."""
    draft = example if isinstance(example, Draft) else draft_from(example)
    main = linking_road()
    fix = fix_draft(draft, wanted(look(draft, main), finding, kind, **more), main)
    return made(draft, fix), fix


def made(draft: Draft, fix: Fix) -> Draft:
    going = {(move.field, move.at): move.to for move in fix.moves}
    people = []
    for field in (Field.TO, Field.CC, Field.BCC):
        for at, recipient in enumerate(draft.addressed(field)):
            to = going.get((field, at), field)
            people += [replace(recipient, field=to)] if to else []
    return replace(
        draft,
        subject=draft.subject if fix.subject is None else fix.subject,
        body=draft.body if fix.body is None else replace(draft.body, content=fix.body),
        recipients=tuple(people),
        attachments=tuple(a for at, a in enumerate(draft.attachments) if at not in fix.detached),
        sending_at=fix.sending_at or draft.sending_at,
    )


def findings(draft: Draft) -> set[str]:
    return {advice.finding.id for advice in look(draft).verdict.advice}


def asked(checked: Checked, kind: str) -> str:
    """What is asked before the first step of this kind that is offered."""
    cards = enumerate(checked.verdict.advice)
    places = [(at, n) for at, a in cards for n, step in enumerate(a.actions) if step.kind == kind]
    assert places
    return next((checked.offers[place].asks for place in places if place in checked.offers), "")


def steps_told(draft: Draft) -> set[str]:
    """The kinds of the steps that its cards tell."""
    checked = replace(look(draft), versions={"app": "", "policy": ""})
    return {step.kind for card in to_reply(checked).advice for step in card.actions}


def test_an_identifier_is_redacted_and_not_found_again() -> None:
    draft, fix = fixed(NHS, NHS_FOUND, "redact")

    assert draft.body.content == "For Ellie, NHS number [removed], by Friday."
    assert fix.asks == "Take “••• ••• 5919” out of the message? “[removed]” will stand there instead."
    assert fix.said == "Taken out of the message."
    assert NHS_FOUND not in findings(draft)


def test_two_places_are_both() -> None:
    two = {**NHS, "body": f"{NHS['body']} And his NHS number is 401 023 2137."}
    draft, fix = fixed(two, NHS_FOUND, "redact")

    assert draft.body.content.count("[removed]") == 2
    assert fix.asks.startswith("Take both places out of the message?")
    assert fix.said == "Taken out in 2 places."


def test_redacting_twice_is_the_same_as_once() -> None:
    draft, _ = fixed(NHS, NHS_FOUND, "redact")
    card = wanted(look(draft_from(NHS)), NHS_FOUND, "redact")

    with pytest.raises(StaleDraftError):
        fix_draft(draft, card, road())


TANGLE = [
    "<p>", "</p>", "<b>", "</b>", "<table><tr><td>", "</table>", "&nbsp;", "&amp;", "Hello there. ", "<br>", "\n", "é",
    "<!--x-->", "<span style='mso-hide:all'>unseen</span>", "<li>", "<blockquote>", "<", "&", "\u200b", "<img src='cid:1'>",
]  # fmt: skip
AROUND = st.lists(st.sampled_from(TANGLE), max_size=8).map("".join)
NUMBERS = ["943 476 5919", "943&nbsp;476 5919", "943 <b>476</b> 5919", "943 476\r\n5919"]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(AROUND, AROUND, st.sampled_from(NUMBERS))
def test_in_any_html_the_number_goes_and_the_rest_stays(before: str, after: str, number: str) -> None:
    around = f"{before}<p>Her NHS number is ", f" as we said.</p>{after}"
    draft = replace(draft_from(NHS), body=Body(number.join(around), BodyFormat.HTML))
    if NHS_FOUND not in findings(draft):
        return
    left, _ = fixed(draft, NHS_FOUND, "redact")
    content = left.body.content

    assert content.startswith(around[0])
    assert content.endswith(around[1])
    assert "943" not in content
    assert NHS_FOUND not in findings(left)


def test_a_part_of_a_sentence_leaves_a_mark() -> None:
    example = {"to": ["a company"], "subject": "Log-in", "body": "The password is Autumn2026! for now."}
    draft, _ = fixed(example, "credentials/password", "remove")

    assert draft.body.content == "The password is [removed] for now."


def test_a_whole_sentence_leaves_none() -> None:
    line = "The cabinet could not run a bath."
    main = road(reader=FakeReader({line: RATHER_WRONG}))
    draft = draft_from({"to": ["a colleague"], "subject": "Essay", "body": f"All is well.\n{line}\nSee you."})
    card = wanted(look(draft, main), "chain-festive-promo-political/party-political", "remove")

    assert fix_draft(draft, card, main).body == "All is well.\n\nSee you."


def test_a_word_of_the_subject_goes_with_its_mark() -> None:
    example = {"to": ["9 schools"], "subject": "URGENT: Autumn fair", "body": "The fair is on 4 December."}
    draft, _ = fixed(example, "urgency-and-deadline/urgent-marker", "remove")

    assert draft.subject == "Autumn fair"


def test_a_list_longer_than_a_card_shows_goes_to_its_end() -> None:
    addresses = ", ".join(f"office@s{n:02}.c0{n % 9 + 1}.primary.sch.example" for n in range(1, 31))
    example = {
        "to": ["a company"],
        "subject": "List",
        "body": f"The schools are {addresses} and that is all.",
    }
    draft, fix = fixed(example, "school-address-lists/list-in-body", "remove")

    assert "@" not in draft.body.content
    assert draft.body.content.endswith("[removed] and that is all.")
    assert fix.asks.startswith("Take all 30 places out of the message?")


def test_a_file_is_taken_off() -> None:
    files = [{"name": "notes.pdf", "mb": 1}, {"name": "scanner-setup.exe", "mb": 3}]
    example = {"to": ["a colleague"], "subject": "Set-up", "body": "It is attached.", "attachments": files}
    draft, fix = fixed(example, "attachment-type/program", "remove")

    assert [a.name for a in draft.attachments] == ["notes.pdf"]
    assert fix.asks == "Take “scanner-setup.exe” off this message?"


def test_an_attachment_with_personal_data_is_taken_off() -> None:
    file = Attachment("class.csv", 60, content=b"name,upn\r\nEllie Hartwell,G886526018159\r\n")
    draft = replace(draft_from({**NHS, "body": "The list is attached."}), attachments=(file,))
    left, fix = fixed(draft, "identifiers/upn", "redact")

    assert left.attachments == ()
    assert fix.asks == "Take “class.csv” off this message?"


def test_an_address_is_trimmed_and_the_others_stay() -> None:
    example = {**example_of("dale-stonehill", "no-forwarding-to-own-account"), "cc": ["a colleague"]}
    draft, fix = fixed(example, "own-details/to-own-account", "trim-recipients")

    assert [r.field for r in draft.recipients] == [Field.CC]
    assert "own-details/to-own-account" not in findings(draft)
    assert fix.asks == "Take “priya.shah@gmail.com” out of To?"


def test_families_are_moved_to_bcc() -> None:
    example = example_of("trust", "bcc-for-families")
    families = len(draft_from(example).recipients)
    draft, fix = fixed({**example, "cc": ["a colleague"]}, "audience-shape/many-outside", "move-to-bcc")

    assert len(draft.addressed(Field.BCC)) == families
    assert len(draft.addressed(Field.CC)) == 1
    assert fix.said == f"Moved {families} to Bcc."


def test_nobody_is_told_to_hide_what_is_hidden() -> None:
    example = example_of("cranbrook", "bulk-use-ebulletin-outside")
    draft, _ = fixed(example, "audience-shape/many-outside", "move-to-bcc")
    one_shown = replace(
        draft, recipients=(*draft.recipients[1:], replace(draft.recipients[0], field=Field.TO))
    )

    assert "move-to-bcc" not in steps_told(draft)
    assert "move-to-bcc" in steps_told(one_shown)


def test_a_hidden_copy_is_moved_to_where_everybody_sees_it() -> None:
    hidden = {"to": ["a colleague"], "bcc": ["e.mensah@council.example"], "subject": "Rota", "body": "Done."}
    draft, fix = fixed(hidden, "hidden-or-shown-recipients/hidden-copy", "move-to-cc")

    assert list(fix.moves) == [Move(Field.BCC, 0, Field.CC)]
    assert "hidden-or-shown-recipients/hidden-copy" not in findings(draft)


@pytest.mark.parametrize(
    ("at", "to", "when"),
    [
        ("2026-11-16T20:30", "a colleague", "2026-11-17T08:30:00+00:00"),
        ("2026-11-20T19:00", "a colleague", "2026-11-23T08:30:00+00:00"),
        ("2026-12-22T19:00", "1 school", "2027-01-0"),
    ],
)
def test_it_waits_for_the_next_morning_that_suits_its_readers(at: str, to: str, when: str) -> None:
    example = {"at": at, "to": [to], "subject": "Rota", "body": "The rota is done."}
    _, fix = fixed(example, "hours/out-of-hours", "delay-send")

    assert isinstance(fix.sending_at, datetime)
    assert fix.sending_at.isoformat().startswith(when)


def test_after_an_angry_mail_one_waits_ten_minutes() -> None:
    line = "I am sick and tired of this."
    main = road(reader=FakeReader({line: {"anger": 0.9}}))
    draft = draft_from({"to": ["a colleague"], "subject": "Hall", "body": line})
    fix = fix_draft(draft, wanted(look(draft, main), "heat-and-cool-off/anger", "delay-send"), main)

    assert fix.sending_at is not None
    assert (fix.sending_at - draft.sending_at).total_seconds() == 600


PLAN = {
    **example_of("kent-schools", "document-to-website-then-link"),
    "attachments": [{"name": "plan <1>.pdf", "mb": 1}],
}
TO_A_FILE = ("attachment-load/file-to-schools", "link-instead-of-attachment")


def test_a_file_becomes_a_link_where_the_website_takes_it() -> None:
    draft, fix = fixed(PLAN, *TO_A_FILE, links=((0, "https://kent.example/d/1/plan.pdf?a=1&b=2"),))

    assert draft.attachments == ()
    assert fix.above == (
        '<div><a href="https://kent.example/d/1/plan.pdf?a=1&amp;b=2">plan &lt;1&gt;.pdf</a></div><br>'
    )


@pytest.mark.parametrize("links", [(), ((0, "javascript:alert(1)"),), ((1, "https://kent.example/"),)])
def test_without_a_good_link_the_file_stays(links: tuple[tuple[int, str], ...]) -> None:
    with pytest.raises(FixError):
        fixed(PLAN, *TO_A_FILE, links=links)


def test_without_a_website_no_link_is_offered() -> None:
    assert asked(look(draft_from(PLAN)), "link-instead-of-attachment") == ""


def test_the_earlier_messages_are_cut_off() -> None:
    header = (
        "From: Ann Lee <a.lee@council.example>\nSent: 12 November 2026 10:00\nTo: Priya Shah\nSubject: Hall"
    )
    thread = f"Please see below.\n\n{header}\n\nThe code is 4711."
    example = {**example_of("trust", "beyond-intended-group"), "body": thread}
    draft, _ = fixed(example, "internal-audience/new-domain-in-thread", "remove")

    assert draft.body.content.strip() == "Please see below."


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "Other", "body": "All is well."},
        {"body": "For Ellie, NHS number 943 476 5919, and 401 023 2137, by Friday."},
    ],
)
def test_a_draft_that_changed_where_it_matters_is_left_alone(change: Mapping[str, str]) -> None:
    card = wanted(look(draft_from(NHS)), NHS_FOUND, "redact")

    with pytest.raises(StaleDraftError, match="changed since it was checked"):
        fix_draft(draft_from({**NHS, **change}), card, road())


def test_a_draft_that_changed_elsewhere_is_fixed_where_the_words_stand_now() -> None:
    card = wanted(look(draft_from(NHS)), NHS_FOUND, "redact")
    fix = fix_draft(draft_from({**NHS, "body": f"Dear all,\n\n{NHS['body']}"}), card, road())

    assert fix.body == "Dear all,\n\nFor Ellie, NHS number [removed], by Friday."


@pytest.mark.parametrize("kind", ["use-secure-channel", "reword", "explain", "nonsense"])
def test_what_is_the_senders_own_to_do_is_not_done(kind: str) -> None:
    card = replace(wanted(look(draft_from(NHS)), NHS_FOUND, "redact"), kind=kind)

    with pytest.raises(FixError):
        fix_draft(draft_from(NHS), card, road())


def test_half_a_message_is_not_written_back() -> None:
    draft = replace(draft_from(NHS), body=Body(str(NHS["body"]), truncated=True))
    card = wanted(look(draft), NHS_FOUND, "redact")

    with pytest.raises(FixError, match="did not see the whole message"):
        fix_draft(draft, card, road())


def test_a_field_that_was_not_listed_to_its_end_is_not_written_back() -> None:
    draft = replace(draft_from(example_of("trust", "bcc-for-families")), recipients_capped=True)

    assert asked(look(draft), "move-to-bcc") == ""


def test_do_not_send_it_is_never_a_button() -> None:
    checked = look(draft_from(example_of("trust", "circumspect-with-pupils")))

    assert asked(checked, "remove") == ""


def test_at_send_nothing_is_offered() -> None:
    assert check_draft(draft_from(NHS), Moment.SEND, road()).offers == {}


def test_a_change_shows_nothing_of_the_draft_where_it_is_logged() -> None:
    _, fix = fixed(NHS, NHS_FOUND, "redact")

    assert "Ellie" not in repr(fix)


def test_where_the_card_does_not_say_whom_the_sender_chooses() -> None:
    checked = look(draft_from({"to": ["10 colleagues"], "subject": "Rota", "body": "The rota is done."}))
    cards = checked.verdict.advice
    chosen = {cards[at].rule: one.chooses for (at, _), one in checked.offers.items() if one.chooses}

    assert set(chosen.values()) == {(Field.TO,)}


SPELLING = {"correctness/spelling", "correctness/american-spelling"}


@pytest.mark.parametrize(
    ("name", "rule"), [("dale-stonehill", "spelling-and-grammar"), ("trust", "reread-before-sending")]
)
def test_every_spelling_card_of_the_packs_offers_to_correct_it(name: str, rule: str) -> None:
    for example in next(r for r in pack(name).rules if r.id == rule).flags:
        draft = draft_from(example)
        found = findings(draft) & SPELLING
        after, _ = fixed(draft, next(iter(found)), "reword")

        assert not findings(after) & SPELLING


def test_words_are_spelt_right_where_they_stand_and_nothing_else_is_touched() -> None:
    html = (
        "<p>We <b>recieved</b> your form on Monday, and it is good untill Friday.</p>"
        '<p>Please see the <a href="https://kent.example/x">seperate</a> lists &amp; more in the folder.</p>'
    )
    draft = draft_from({"to": ["1 school"], "subject": "Places", "body": "x"})
    draft = replace(draft, body=Body(html, BodyFormat.HTML))

    after, fix = fixed(draft, "correctness/spelling", "reword")

    assert fix.asks == "Correct the spelling of these 3 words?"
    right = html.replace("recieved", "received").replace("seperate", "separate").replace("untill", "until")
    assert after.body.content == right
    assert after.subject == draft.subject


def test_one_word_is_asked_about_by_what_it_becomes() -> None:
    checked = look(
        draft_from({"to": ["1 school"], "subject": "Places", "body": "We recieved your form today."})
    )

    assert asked(checked, "reword") == "Write “received”?"


def test_what_is_no_matter_of_spelling_is_not_respelt() -> None:
    shouted = {
        "to": ["a colleague"],
        "subject": "Hall",
        "body": "PLEASE CLOSE THE WINDOWS OF THE HALL TONIGHT.",
    }

    assert not asked(look(draft_from(shouted)), "reword")


def test_a_body_that_was_cut_is_not_respelt() -> None:
    draft = draft_from({"to": ["1 school"], "subject": "Places", "body": "We recieved your form today."})

    assert not asked(look(replace(draft, body=replace(draft.body, truncated=True))), "reword")
