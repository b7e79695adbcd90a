"""Which signs stand around what was seen, and which mails only look as if they had one?"""

from dataclasses import replace

import pytest

from app.checks.signs import signs_of
from app.domain.audience import Audience, Belonging, Reader
from app.domain.draft import Attachment, Field, Mailbox, Recipient, ReplyKind
from app.domain.finding import Confidence, Finding, Span
from app.domain.flagged import Sign
from app.domain.reading import Act, Name, NameKind, Sentence, Tone
from tests.checks.seen import reading_of
from tests.checks.whole import sense_of
from tests.road import real_meanings, see


def signs(body: str, *, subject: str = "", reply: ReplyKind = ReplyKind.NEW, files: int = 0) -> list[Sign]:
    """Of what stands between ⟦ and ⟧."""
    start, end = body.index("⟦"), body.index("⟧") - 1
    attached = tuple(Attachment(f"{n}.docx") for n in range(files))
    plain = body.replace("⟦", "").replace("⟧", "")
    reading = reading_of(plain, subject=subject, reply=reply, attachments=attached)
    seen = Finding("a-check", "a-kind", Confidence.HIGH, (Span(Field.BODY, start, end),))
    return list(signs_of(reading, [seen]))


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("Your review is here. ⟦You will regret this.⟧", Sign.TO_READER),
        ('The boy said "⟦you fat cow⟧" to her.', Sign.OTHERS_WORDS),
        ("She called me ⟦a useless cow⟧ on the telephone.", Sign.OTHERS_WORDS),
        ("Witness statement, as asked. ⟦You are a useless cow.⟧", Sign.OTHERS_WORDS),
        ("This came last night.\n⟦You are useless.⟧", Sign.FROM_ELSEWHERE),
        ("The lyrics of the second verse:\n⟦I will ruin you⟧", Sign.FROM_ELSEWHERE),
        ("My account for the mileage: ⟦66374958⟧", Sign.SENDERS_OWN),
        ("Your child's password is ⟦Maple2026⟧", Sign.READERS_OWN),
        ("We pay it to ⟦55779911⟧, as you wrote on the form", Sign.READERS_OWN),
        ("Please pay into the school fund: ⟦55779911⟧", Sign.ORGANISATIONS),
        ("Her new account is ⟦55779911⟧", Sign.ANOTHERS),
        ("We use made-up records only. ⟦943 476 5919⟧", Sign.MADE_UP),
        ("The asset tag on the trolley is ⟦Q886884566287⟧", Sign.OTHERWISE),
        ("Your consignment ⟦943 476 5919⟧ is late.", Sign.OTHERWISE),
        ("⟦55779911⟧. Keep it under your hat.", Sign.QUIET),
        ("⟦55779911⟧. You didn't get it from me.", Sign.COVERS),
        ("⟦55779911⟧. You didn\N{RIGHT SINGLE QUOTATION MARK}t hear it off me.", Sign.COVERS),
        ("⟦55779911⟧. Nobody must find out.", Sign.COVERS),
        ("⟦55779911⟧. It is the school's, but nobody looks.", Sign.COVERS),
        ("⟦55779911⟧, and I leave it off the booking sheet.", Sign.COVERS),
        ("⟦55779911⟧. Her side won't be told.", Sign.COVERS),
        ("⟦55779911⟧. Don't tell my boss.", Sign.COVERS),
        ("⟦Sparrow77⟧. Log in as her, it will look as if she did it.", Sign.COVERS),
        ("I am not meant to have it: ⟦55779911⟧", Sign.COVERS),
        ("⟦55779911⟧. Breathe a word and we are done.", Sign.QUIET),
        ("All the files, before I leave on Friday: ⟦here⟧", Sign.LEAVES),
        ("Before they cut me off: ⟦here⟧", Sign.LEAVES),
        ("I finish on Friday: ⟦here⟧", Sign.LEAVES),
        ("For our new firm: ⟦here⟧", Sign.LEAVES),
        ("My daughter's NHS number is ⟦943 476 5919⟧", Sign.SENDERS_OWN),
        ("Hey cousin, the first: ⟦925076473⟧", Sign.PRIVATE),
        ("Deliver it to my house. ⟦4539 1488 0343 6467⟧", Sign.PRIVATE),
        ("Try this sample: ⟦JG 10 33 12 C⟧", Sign.MADE_UP),
        ("The code was ⟦4410⟧ until June.", Sign.SPENT),
        ("The lock has been sawn off, ⟦4410⟧ was its code.", Sign.SPENT),
        ("It is on the sign in reception: ⟦Welcome2Oakfield⟧", Sign.PUBLIC),
        ("Your office needs the passport: ⟦925076473⟧", Sign.ASKED),
        ("Further to your letter of the 4th: ⟦JG 10 33 12 C⟧", Sign.ASKED),
        ("What we hold for you: ⟦55779911⟧", Sign.READERS_OWN),
        ("The visa application asks for it: ⟦925076473⟧", Sign.ASKED),
        ("⟦925076473⟧. Same price as last time?", Sign.GAIN),
        ("⟦Here⟧. Handing in the letter on Monday.", Sign.LEAVES),
        ("⟦Here⟧, for the new place.", Sign.LEAVES),
        ("⟦Here⟧. I leave the council on the 28th.", Sign.LEAVES),
        ("⟦55779911⟧, and you owe me.", Sign.GAIN),
        ("⟦55779911⟧. I'll keep a quarter.", Sign.GAIN),
        ("⟦9902⟧. Money first, as you said.", Sign.GAIN),
        ("⟦9902⟧. Nobody here knows that I have it.", Sign.COVERS),
        ("⟦9902⟧. If anyone asks, you found it.", Sign.COVERS),
        ("⟦9902⟧ and please leave nothing in writing", Sign.COVERS),
        ("⟦9902⟧. Open the account in her name.", Sign.COVERS),
        ("⟦9902⟧. I had a poke through his drawer.", Sign.COVERS),
        ("⟦9902⟧, a day before everyone else has it", Sign.COVERS),
        ("⟦9902⟧, for a small fee.", Sign.GAIN),
        ("⟦9902⟧. She had it coming.", Sign.HARM),
        ("⟦9902⟧. Wait till the parents hear.", Sign.HARM),
        ("⟦9902⟧. Gardening leave begins on Monday.", Sign.LEAVES),
        ("⟦9902⟧. It wipes the shared drive.", Sign.HARM),
        ("I made one up for the slide: ⟦943 476 5919⟧", Sign.MADE_UP),
        ("It is on our public website: ⟦55779911⟧", Sign.PUBLIC),
        ("⟦9902⟧ opens nothing any more.", Sign.SPENT),
        ("⟦9902⟧, which was revoked yesterday", Sign.SPENT),
        ("Her parents have asked for a visit. ⟦943 476 5919⟧", Sign.BASIS),
        ("As your claim form asks: ⟦943 476 5919⟧", Sign.ASKED),
        ("⟦55779911⟧. 200 quid each like you said?", Sign.GAIN),
        ("⟦9902⟧, and I want half.", Sign.GAIN),
        ("The £200 for me came. ⟦55779911⟧", Sign.GAIN),
        ("⟦55779911⟧. That will teach her a lesson.", Sign.HARM),
        ("⟦943 476 5919⟧. Use it to get him off her.", Sign.HARM),
        ("⟦Sparrow77⟧, and you see when she comes out", Sign.HARM),
        ("As ordered by the family court: ⟦943 476 5919⟧", Sign.BASIS),
        ("Mum is abroad and agreed by phone. ⟦943 476 5919⟧", Sign.BASIS),
        ("As the airline needs it: ⟦925076473⟧", Sign.ASKED),
        ("Here it is, as requested: ⟦925076473⟧", Sign.ASKED),
        ("Under our data sharing agreement: ⟦943 476 5919⟧", Sign.BASIS),
    ],
)
def test_signs(body: str, sign: Sign) -> None:
    assert sign in signs(body)


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("⟦He is an idiot.⟧", Sign.TO_READER),
        ('"⟦You will regret this⟧", said the villain.', Sign.TO_READER),
        ("⟦You idiot.⟧\nShe said that she would come.", Sign.OTHERS_WORDS),
        ("Thank you for my last mail, the number is ⟦943 476 5919⟧", Sign.SENDERS_OWN),
        ("Could you have a look? The number is ⟦943 476 5919⟧", Sign.READERS_OWN),
        ("For example: ⟦943 476 5919⟧", Sign.MADE_UP),
        ("The NHS number for order number four is ⟦943 476 5919⟧", Sign.OTHERWISE),
        ("Please order by number. ⟦943 476 5919⟧", Sign.OTHERWISE),
        ("⟦55779911⟧. Please tell nobody's child apart from hers.", Sign.COVERS),
        ("If you got this in error, delete it and tell us. ⟦55779911⟧", Sign.COVERS),
        ("Please don't let anyone in. The code is ⟦9902⟧", Sign.COVERS),
        ("The books are on the side. ⟦9902⟧", Sign.COVERS),
        ("Log in as usual with ⟦9902⟧", Sign.COVERS),
        ("Pupils are not allowed to run. ⟦9902⟧", Sign.COVERS),
        ("I owe you a reply before the audit. ⟦9902⟧", Sign.GAIN),
        ("I sold my car, and it is on sale. ⟦9902⟧", Sign.GAIN),
        ("Ask for it at the panel. ⟦9902⟧", Sign.BASIS),
        ("Open the door in her classroom. ⟦9902⟧", Sign.COVERS),
        ("The pay is backdated to April. ⟦9902⟧", Sign.COVERS),
        ("Come early, a week before half-term. ⟦9902⟧", Sign.COVERS),
        ("The fee is small. ⟦9902⟧", Sign.GAIN),
        ("Please make sure that she never goes alone. ⟦9902⟧", Sign.HARM),
        ("If anyone asks for help, ring me. ⟦9902⟧", Sign.COVERS),
        ("Keep the window open for a quarter of an hour. ⟦9902⟧", Sign.GAIN),
        ("The public wait in the hall. ⟦9902⟧", Sign.PUBLIC),
        ("The shop opens nothing like as early. ⟦9902⟧ is new.", Sign.PAPERS),
        ("Wipe the tables, your files are safe. ⟦9902⟧", Sign.HARM),
        ("Keep the room quiet. ⟦55779911⟧", Sign.QUIET),
        ("Amelia leaves us on Friday: ⟦943 476 5919⟧", Sign.LEAVES),
        ("I leave the rest to you: ⟦943 476 5919⟧", Sign.LEAVES),
        ("Her father lost his job. ⟦943 476 5919⟧", Sign.HARM),
        ("Competitors leave on Friday. ⟦9902⟧", Sign.LEAVES),
        ("Lunch is on Friday, is that good for me? ⟦9902⟧", Sign.GAIN),
        ("They asked after you. ⟦943 476 5919⟧ is not requested.", Sign.BASIS),
        ("The partner school and its sister school: ⟦9902⟧", Sign.PRIVATE),
        ("We pay you back to ⟦55779911⟧", Sign.HARM),
        ("The lesson that she will teach: ⟦943 476 5919⟧", Sign.HARM),
        ("Please return the form: ⟦55779911⟧", Sign.GAIN),
        ("Please ask for consent. ⟦943 476 5919⟧", Sign.BASIS),
    ],
)
def test_near_misses(body: str, sign: Sign) -> None:
    assert sign not in signs(body)


def _by_shape(body: str, *kinds: str, names: tuple[Name, ...] = ()) -> tuple[Sign, ...]:
    sentences = (Sentence(0, len(body), {}, names=names),)
    spans = (Span(Field.BODY, body.index("AB 12"), body.index("AB 12") + 13),)
    seen = [Finding("identifiers", kind, Confidence.MEDIUM, spans) for kind in kinds]
    return signs_of(replace(reading_of(body), sentences=sentences), seen)


def test_a_number_that_nothing_names_is_told() -> None:
    stamped = "The valve is stamped AB 12 34 56 C, is there another?"
    assert Sign.UNCALLED in _by_shape(stamped, "national-insurance-number")
    named = (Name(NameKind.PERSON, 4, 9, 0.9),)
    assert Sign.UNCALLED not in _by_shape(stamped, "national-insurance-number", names=named)
    assert Sign.UNCALLED not in _by_shape(stamped, "national-insurance-number", "class-list")
    assert Sign.UNCALLED not in _by_shape("His is AB 12 34 56 C.", "national-insurance-number")
    assert Sign.UNCALLED not in _by_shape("NI AB 12 34 56 C", "national-insurance-number")
    assert Sign.UNCALLED not in _by_shape("Take AB 12 34 56 C from it.", "passport")


@pytest.mark.parametrize(("story", "is_tale"), [(0.9, True), (0.6, False)])
def test_a_tale_is_what_the_model_hears(story: float, is_tale: bool) -> None:
    reading = replace(reading_of("Her father is ill."), sentences=(Sentence(0, 18, {}, story=story),))
    assert (Sign.TALE in signs_of(reading, [])) is is_tale


def _home(subject: str, body: str, file: str) -> tuple[Sign, ...]:
    seen = Finding("own-details", "to-own-account", Confidence.HIGH, (Span(Field.TO, 0, 0),))
    return signs_of(reading_of(body, subject=subject, attachments=(Attachment(file),)), [seen])


def test_what_goes_home_is_told_by_subject_words_and_files() -> None:
    assert _home("For tonight", "To print it.", "boarding-pass_2.pdf") == (Sign.PAPERS,)
    assert _home("FW: your e-ticket", "For my phone.", "x.pdf") == (Sign.PAPERS,)
    assert _home("Portfolio", "My certificates, all mine.", "x.pdf") == (Sign.SENDERS_OWN,)
    assert _home("Reports", "To finish at home.", "reports.docx") == ()


@pytest.mark.parametrize(("ill_will", "is_meant"), [(0.2, True), (0.1, False)])
def test_ill_will_is_what_the_model_hears_in_the_senders_own_words(ill_will: float, is_meant: bool) -> None:
    said = Sentence(0, 23, {}, act={Act.ILL_WILL: ill_will})
    reading = replace(reading_of("Do with it as you like."), sentences=(said,))
    assert (Sign.ILL_WILL in signs_of(reading, [])) is is_meant


FAR = {Sign.NOT_QUITE_WORK, Sign.UNLIKE_WORK, Sign.FAR_FROM_WORK}


def sounds(check: str, body: str) -> set[Sign]:
    """How unlike work a mail sounds to the real models, where `check` saw something in it."""
    reading = see({"to": ["parent@gmail.com"], "subject": "", "body": body, "reader": "real"})[0]
    seen = Finding(check, "a-kind", Confidence.HIGH, (Span(Field.BODY, 4, 10),))
    return FAR & set(signs_of(reading, [seen], real_meanings().of))


@pytest.mark.parametrize(
    ("check", "is_sign"),
    [("identifiers", True), ("credentials", True), ("own-details", True), ("hostile-tone", False)],
)
def test_unlike_work_is_told_only_of_what_is_somebodys(check: str, is_sign: bool) -> None:
    body = "her number again, ring when he is out and take what you like, nobody will know"
    assert len(sounds(check, body)) == is_sign


def test_who_asks_and_thanks_sounds_like_work() -> None:
    body = "Dear Ms Lowe,\n\nPlease find the number that you asked for on Monday.\n\nMany thanks\nAnn"
    assert not sounds("identifiers", body)


def test_without_vectors_nothing_is_told_of_the_sound() -> None:
    seen = Finding("identifiers", "a-kind", Confidence.HIGH, (Span(Field.BODY, 4, 10),))
    assert not FAR & set(signs_of(reading_of("her number again, ring when he is out"), [seen]))


def sounds_meant(check: str, gravity: float) -> set[Sign]:
    """Of a mail with these log odds that it was meant, where `check` saw something in it."""
    sense = sense_of(0.0, gravity, Sentence(0, 5, {}))
    reading = replace(reading_of("Stay."), sentences=(Sentence(0, 5, {}, sense=sense),))
    seen = Finding(check, "a-kind", Confidence.HIGH, (Span(Field.BODY, 0, 5),))
    return {Sign.SOUNDS_MEANT, Sign.SOUNDS_CARELESS} & set(signs_of(reading, [seen]))


@pytest.mark.parametrize(
    ("gravity", "told"),
    [(1.1, {Sign.SOUNDS_MEANT}), (0.9, set()), (0.1, set()), (-0.1, {Sign.SOUNDS_CARELESS})],
)
def test_whether_it_sounds_meant_or_careless_is_told_in_steps(gravity: float, told: set[Sign]) -> None:
    assert sounds_meant("hostile-tone", gravity) == told


@pytest.mark.parametrize(
    ("check", "is_sign"),
    [("hostile-tone", True), ("discrimination", True), ("sexual-and-indecent", True), ("identifiers", False)],
)
def test_whether_it_was_meant_is_told_only_where_words_may_hurt(check: str, is_sign: bool) -> None:
    assert bool(sounds_meant(check, 3.0)) == bool(sounds_meant(check, -3.0)) == is_sign


def test_of_a_mail_that_nobody_read_nothing_is_told_of_how_it_was_meant() -> None:
    seen = Finding("hostile-tone", "abuse", Confidence.HIGH, (Span(Field.BODY, 0, 5),))
    assert Sign.SOUNDS_CARELESS not in signs_of(reading_of("Stay."), [seen])


@pytest.mark.parametrize(("sexual", "is_sign"), [(0.6, True), (0.3, False)])
def test_something_sexual_among_coarse_words(sexual: float, is_sign: bool) -> None:
    body = "The damned thing again."
    reading = replace(reading_of(body), sentences=(Sentence(0, len(body), {Tone.SEXUAL: sexual}),))
    seen = Finding("hostile-tone", "obscenity", Confidence.HIGH, (Span(Field.BODY, 4, 10),))
    assert (Sign.SEXUAL in signs_of(reading, [seen])) is is_sign


def test_what_the_mail_is_and_carries() -> None:
    assert signs("⟦All⟧", files=3, reply=ReplyKind.FORWARD) == [Sign.MANY_FILES, Sign.PASSED_ON]
    assert signs("⟦All⟧", files=2) == []


def test_the_subject_tells_whose_it_is() -> None:
    assert signs("To ⟦31926819⟧ by Friday.", subject="Raffle") == [Sign.ORGANISATIONS]


@pytest.mark.parametrize(
    ("addresses", "is_public"),
    [
        (("officer@kent.police.uk",), True),
        (("nurse@nhs.uk", "data@other-council.example"), True),
        (("nurse@nhs.uk", "parent@gmail.com"), False),
        (("orders@school-photos.example",), False),
        ((), False),
    ],
)
def test_readers_at_public_bodies(addresses: tuple[str, ...], is_public: bool) -> None:
    readers = tuple(Reader(Recipient(Mailbox(one)), Belonging.OUTSIDE) for one in addresses)
    readers += (Reader(Recipient(Mailbox("a@council.example")), Belonging.INSIDE),)
    reading = reading_of("Here it is.", audience=Audience(readers))
    assert (Sign.PUBLIC_BODY in signs_of(reading, [])) is is_public


def test_what_points_at_no_words_has_no_words_around_it() -> None:
    reading = reading_of("Your account. You will regret this.", subject="Raffle")
    to_whom = Finding("a-check", "a-kind", Confidence.HIGH, (Span(Field.TO, 0, 0),))
    assert signs_of(reading, [to_whom, Finding("a", "b", Confidence.LOW)]) == ()


def test_a_long_mail_takes_no_long_look() -> None:
    assert signs("my " * 20_000 + "⟦55779911⟧ " + "your " * 20_000 + "nobody " * 20_000) == [Sign.TO_READER]
