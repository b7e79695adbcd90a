"""Are two policies that pull two ways told from two that only sound alike?"""

import pytest

from app.policy.linting.clashes import TOPICS, clashes
from app.policy.linting.same_act import same_acts
from tests.policy.linting.written import said

CLASHES = [
    ("personal use", "Nurses may use hospital e-mail for private messages.", "Computers are for work only."),
    ("personal use", "Occasional personal use of e-mail is allowed.", "Do not:\n- Use e-mail for personal matters."),
    ("social media", "Do not use social media for club business.", "Facebook is our main way to reach members of the public."),
    ("personal use", "Nurses may use hospital e-mail for private messages.", "Work accounts must be used for work and nothing else."),
    ("social media", "The trust uses Facebook to tell families its news.", "Do not use social media to do the trust's business."),
    ("social media", "Teams may run a Facebook page for families.", "Official news is never to be given on social media."),
    ("plain text", "Formatting, pictures and colours must not be used.", "Use our branded template with the logo and headings in all e-mails."),
    ("privacy and monitoring", "We may read anything that you send.", "Your messages are private and will only be opened with your consent."),
    ("confidential matters by e-mail", "Confidential information must not be e-mailed.", "Confidential information may be e-mailed within the council but not outside it."),
    ("confidential matters by e-mail", "E-mail must not be used for anything confidential.", "Send medical details to the nurse by e-mail."),
    ("answers out of hours", "E-mails must be answered within two hours, including evenings and weekends.", "No one need answer after 6pm."),
    ("social media", "Staff must not use Twitter to communicate with patients.", "Wards are encouraged to use Instagram to publicise events."),
    ("privacy and monitoring", "Expect no privacy: you should not expect privacy in messages.", "Managers will not open a mailbox without the consent of the trustees."),
    ("privacy and monitoring", "The hospital may read any messages at any time.", "Private mail is never to be read without good cause, nor are private messages opened."),
    ("messaging apps", "Coaches may use WhatsApp to arrange lifts.", "Do not:\n- Use WhatsApp."),
    ("own phones and computers", "Drivers may use their own phones for work.", "Staff must not use personal devices."),
    ("own mail accounts", "Trustees may use personal e-mail accounts for charity work and official matters.", "Never use a private e-mail account for official work."),
    ("forwarding automatically", "You may auto-forward mail when away.", "Automatic forwarding is prohibited."),
    ("writing assistants", "Staff are encouraged to use Copilot.", "AI tools are banned."),
    ("photographs and recordings", "Members may share pictures of matches.", "Photographs must never be posted or shared."),
    ("sharing passwords", "You can give your password to your stand-in.", "Never share a password."),
    ("deleting and keeping", "Messages must be deleted after 30 days.", "All messages about complaints are retained for six years."),
    ("deleting and keeping", "Empty your inbox: delete old messages every Friday.", "Staff should keep records of abusive messages."),
    ("naming people in the subject", "Put the patient's name and number in the subject line.", "Do not put confidential information about patients in e-mail."),
    ("naming people in the subject", "Every message must have a subject line with the pupil's full name.", "Names of children must never appear in the subject of a message."),
    ("e-mail or talking", "E-mail is our main way to reach families.", "Speak to people in person or by telephone before you think of writing."),
    ("confidential matters by e-mail", "Personal data about pupils must not be sent by e-mail.", "Pupil records may be sent to the local authority by e-mail."),
    ("plain text", "Send all messages in plain text.", "Use the letterhead template and headings in messages."),
    ("e-mail or talking", "E-mail is the preferred way to communicate between wards.", "Speak to a colleague before you e-mail."),
    ("e-mail or talking", "Everything is to be agreed by e-mail.", "Do not hide behind e-mail instead of talking: never use it as a substitute for talking."),
    ("confidential matters by e-mail", "Personal data must never go by e-mail.", "Do not send personal data by external e-mail."),
    ("attachments or links", "Attach the rota to your message. You should attach it.", "Send links rather than attachments."),
    ("read receipts", "Read receipts are encouraged.", "Do not:\n- Ask for read receipts."),
    ("greetings and jokes", "Christmas greetings are welcome.", "Do not send seasonal greetings."),
    ("copies to a manager", "Always copy your manager in.", "Do not copy in your manager."),
    ("answers out of hours", "Coaches must answer messages at weekends.", "Nobody is expected to answer messages in the evenings or at weekends."),
]  # fmt: skip
NO_CLASHES = [
    ("personal use", "Nurses may use hospital e-mail for private messages.", "Do not use e-mail for private messages during ward rounds."),
    ("personal use", "Members may keep their personal e-mail addresses on the list.", "The club account is for club business only."),
    ("social media", "Coaches must not befriend juniors on their personal social media.", "Coaches may use Facebook to announce races."),
    ("social media", "Never post confidential information about patients on social media.", "Facebook is our main way to reach the public."),
    ("privacy and monitoring", "Do not open messages from unknown senders.", "You should not expect privacy."),
    ("messaging apps", "Coaches may use WhatsApp with two adults in the group.", "Do not use WhatsApp without a second adult."),
    ("own phones and computers", "Drivers may use their own phones for work.", "Do not give your personal phone number away."),
    ("deleting and keeping", "Delete suspicious messages without opening them.", "Keep messages about complaints."),
    ("deleting and keeping", "Delete old messages.", "Keep messages short."),
    ("naming people in the subject", "Put what it is about in the subject line.", "Do not put confidential information in e-mail."),
    ("naming people in the subject", "Use initials only for a patient's name in the subject line.", "Do not put confidential information in e-mail."),
    ("naming people in the subject", "Every message must have a subject line with the pupil's full name.", "Names of children must never be posted."),
    ("confidential matters by e-mail", "Personal data must never go by e-mail.", "Pupil records may be shared by encrypted e-mail."),
    ("confidential matters by e-mail", "Personal data must never go by e-mail.", "Menus may be sent by e-mail."),
    ("plain text", "Write in plain English.", "Use headings in messages."),
    ("e-mail or talking", "E-mail is one way to reach the ward.", "Speak to a colleague before you e-mail."),
    ("confidential matters by e-mail", "Personal data must never go by external e-mail.", "Do not send personal data by external e-mail."),
    ("photographs and recordings", "Members may share pictures of matches.", "Do not share pictures without the consent of those shown."),
    ("sharing passwords", "Never tell anybody your password.", "Passwords must not be shared."),
    ("attachments or links", "Attach the rota.", "Do not open unexpected attachments."),
    ("greetings and jokes", "Christmas greetings are welcome.", "Do not send offensive jokes."),
    ("answers out of hours", "Set an out of office message when you are on leave; it must say who answers.", "Nobody is expected to answer at weekends."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "mine", "theirs"), CLASHES)
def test_two_policies_that_pull_two_ways_are_named_with_both_quotations(
    topic: str, mine: str, theirs: str
) -> None:
    for first, second in ((mine, theirs), (theirs, mine)):
        (found,) = [r for r in clashes(said(ward=first, board=second)) if r.message.startswith(topic)]
        assert "ward.txt, line" in found.message
        assert "board.txt, line" in found.message


@pytest.mark.parametrize(("topic", "mine", "theirs"), NO_CLASHES)
def test_two_policies_that_only_sound_alike_are_left_alone(topic: str, mine: str, theirs: str) -> None:
    assert [r.message for r in clashes(said(ward=mine, board=theirs)) if r.message.startswith(topic)] == []


def test_what_a_side_is_said_to_do_is_what_its_words_do() -> None:
    mine, theirs = "Personal data must never go by e-mail.", "Pupil records may be sent by e-mail."
    (found,) = clashes(said(ward=mine, board=theirs))
    assert "has them sent by e-mail" in found.message


def test_every_topic_has_a_hit() -> None:
    assert {topic.name for topic in TOPICS} == {topic for topic, _, _ in CLASHES}


def test_a_clash_within_one_document_counts_and_further_places_are_named() -> None:
    text = "Delete old messages.\nKeep records of abusive messages.\nDelete messages every week.\n"
    (found,) = clashes(said(ward=text))
    assert (found.document, found.line) == ("ward.txt", 2)
    assert "See also ward.txt, line 3" in found.message


@pytest.mark.parametrize(
    ("allowed", "ruled_out", "act"),
    [
        ("Staff may wear badges at the desk.", "Do not:\n- Wear badges.", "wear badge"),
        ("Coaches can print fixture lists.", "Coaches must not print fixture lists.", "print fixture"),
        ("Always sign petitions as a member.", "Never sign petitions.", "sign petition"),
    ],
)
def test_one_act_that_no_topic_foresees_is_found(allowed: str, ruled_out: str, act: str) -> None:
    (found,) = same_acts(said(ward=allowed, board=ruled_out))
    assert found.message.startswith(f"To {act}: ")


@pytest.mark.parametrize(
    ("allowed", "ruled_out"),
    [
        ("Coaches can print fixture lists.", "Do not print fixture lists without asking."),
        ("Coaches can print fixture lists.", "Do not print membership lists."),
        ("Coaches can share results with parents.", "Do not share results with the press."),
        ("Coaches can send messages.", "Do not send messages."),
        ("Coaches decide whether to print posters.", "Do not print posters."),
    ],
    ids=["with a condition", "something else", "with somebody else", "too everyday", "not allowed either"],
)
def test_acts_that_differ_are_left_alone(allowed: str, ruled_out: str) -> None:
    assert list(same_acts(said(ward=allowed, board=ruled_out))) == []
