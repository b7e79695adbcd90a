"""Is a story left alone that is nobody's to protect?"""

import pytest

from app.checks.stories.setting import setting_of
from tests.road import see


def _is_harmless(subject: str, body: str, words: str) -> bool:
    reading, *_ = see({"subject": subject, "body": body})
    return setting_of(reading, is_anyone_named=False).is_harmless(words)


@pytest.mark.parametrize(
    ("subject", "words", "expected"),
    [
        ("Lunch", "I have to take Dad to the hospital.", True),
        ("Lunch", "My sister is ill.", True),
        ("Talk", "A talk by Rita Small about growing up deaf.", True),
        ("Books", "This month's book is about a boy who is bullied.", True),
        ("Bench", "The late Harold Timms had motor neurone disease.", True),
        ("Census", "Error 1851: pupil with an EHCP has no provision.", True),
        ("Well done", "You helped an elderly lady whose husband had fallen.", True),
        ("Minutes of 3 May", "The head reported two exclusions.", True),
        ("Terms of office", "His youngest leaves in July.", True),
        ("Places", "Her daughter starts with us next September.", True),
        ("Places", "Her son left last July because of the divorce.", False),
        ("Your mum", "We were all so sorry to hear about your mum.", True),
        ("Jean", "I was so sorry to hear that your lovely dad died.", True),
        ("Kai", "I am sorry that your son was excluded.", False),
        ("Kai", "I am sorry to say that Kai's mum died.", False),
        ("Kai", "We took Kai to hospital.", False),
        ("Leave", "Mum died last night. May I have Thursday off?", True),
        ("Press release: awards", "Kai won the cup after a year off school.", True),
        ("Press release: awards", "Kai was permanently excluded and is in foster care.", False),
        ("Press release: carers", "Jean was in care as a girl.", True),
        ("Inspection, embargoed until Friday", "Kai was suspended.", False),
        ("Kai", "Kai was suspended, so he is not in the press release.", False),
        ("Bills", "A spokesman said the senator was ill.", True),
        ("Othello: content notes", "Set text: murder of a wife, suicide.", True),
        ("Othello: content notes", "Set text: our Kai has been sectioned.", False),
        ("Death of Ann Odell", "It is with great sadness that we tell you of the death of Ann Odell.", True),
        ("Kai", "It is with regret that I tell you that Kai hit a boy.", False),
        ("Kai", "He had a talk about stealing.", False),
        ("Kai", "I rang Mum, he was sick in class.", False),
        ("Bus", "The late bus is for pupils with an EHCP.", False),
    ],
)
def test_what_needs_no_care(subject: str, words: str, *, expected: bool) -> None:
    assert _is_harmless(subject, words, words) is expected


@pytest.mark.parametrize(
    ("subject", "body", "is_made_up", "is_wished"),
    [
        ("Case study", "Sam steals food. (All details are made up.)", True, False),
        ("Study day", "Jaydn bit a dinner lady. He isn't real, but you know him.", True, False),
        ("Study day", "Jaydn bit a dinner lady. His pain is real.", False, False),
        ("Leo", "Leo died on Sunday. His parents have asked us to tell you.", False, True),
        ("Leo", "His mum has asked for a meeting.", False, False),
        ("Mr Odell", "You asked for a reference. He is never late.", False, True),
        ("Reference for Ann Odell", "She is never late.", False, True),
        ("Ann", "Your reference is 20418. She is never late.", False, False),
        ("Reference: NS-20418", "She is never late.", False, False),
    ],
)
def test_what_is_made_up_or_wished(subject: str, body: str, *, is_made_up: bool, is_wished: bool) -> None:
    reading, *_ = see({"subject": subject, "body": body})
    setting = setting_of(reading, is_anyone_named=True)

    assert (setting.is_made_up, setting.is_at_their_wish) == (is_made_up, is_wished)
