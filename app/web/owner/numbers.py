"""What does each number of a policy stand for, in the words of the person who owns it?

A number of the organisation's own, which none of the shipped policies has, is shown by its name in the text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.policy.condition import Condition
from app.policy_owner.differences import Difference, condition_in_words

NUMBERS: Mapping[str, str] = {
    "all_schools_share": "Part of all schools that counts as all (0.8 is four in five)",
    "all_user_internal": "Colleagues from whom on a message goes to everybody",
    "attach_mb_school": "Megabytes that may be attached to mail to a school",
    "bulk_outside_warn": "Addresses outside in To and Cc from which Sendwell warns",
    "bulk_schools_justify": "Schools from which Sendwell asks for a reason",
    "bulk_schools_warn": "Schools from which Sendwell warns",
    "cards_at_send": "Cards that may ask at one Send",
    "cc_max": "Most people in Cc",
    "cool_off_minutes": "Minutes that “send it later” waits after a heated draft",
    "copies_note_mb": "Megabytes of copies in mailboxes from which a note is shown",
    "copyright_people_min": "People from whom on copyright is asked about",
    "disrupts_min": "People from whom on a reply to all disrupts",
    "families_many": "Families who see each other, from which Sendwell asks for a reason",
    "families_min": "Families who see each other, from which Sendwell warns",
    "hidden_copy_max": "Hidden copies that are few enough to ask about",
    "interruptions_a_day": "Drafts a day that warnings alone may hold, for one sender",
    "interruptions_a_rule": "Drafts a day that one rule alone may hold, for one sender",
    "large_mb": "Megabytes that make an attachment large",
    "list_addresses_min": "Addresses from which they are a list",
    "load_mb": "Megabytes of copies in mailboxes from which Sendwell warns",
    "phone_people_max": "People up to whom a telephone call is offered",
    "print_run_min": "Printed copies that are many",
    "pupil_adults_min": "Other adults who read what a pupil is sent, at least",
    "pupil_class_min": "Pupils from whom on they are a class",
    "reading_age": "Reading age from which a text is hard for colleagues",
    "reading_age_families": "Reading age from which a text is hard for families",
    "record_people_max": "Most people on a message that belongs into a record",
    "reply_all_min": "People from whom on a reply to all is asked about",
    "same_text_percent": "Per cent of a text that must be the same (at least 50)",
    "school_mails_week": "Messages a school may get in a week",
    "serial_schools": "Schools, one by one, that make a series in a day",
    "short_reply_words": "Words that make a short reply",
    "sign_within_days": "Days to read and sign the cards",
    "to_max": "Most people in To",
    "urgent_days": "Days from which something is not urgent",
}


def called(name: str) -> str:
    """What a number is called on a page."""
    return NUMBERS.get(name) or name.replace("_", " ").capitalize()


def asked(condition: Condition) -> str:
    """One condition of a rule; a number of the policy by what it is called."""
    said = condition_in_words(condition)
    return said.replace(condition.number, f"“{called(condition.number)}”") if condition.number else said


def by_name(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """What is different, with numbers of the policy by what they are called."""
    return tuple(
        replace(one, field=called(one.field.removeprefix(_NUMBER))) if one.field.startswith(_NUMBER) else one
        for one in found
    )


_NUMBER = "numbers: "
