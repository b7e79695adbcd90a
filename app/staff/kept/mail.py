"""What is kept of the mail that is checked, and for how long?"""

from app.staff.kept.kept import About, Kept

_SENDER = (
    "a code that stands for the sender; only this installation can make it, and it cannot be turned back"
)
_DRAFT = "a code that tells one draft from another; it cannot be turned back"

KEPT = (
    Kept(
        "check_records",
        "One line for each check",
        About.YOUR_MAIL,
        "So that a changed rule can be tried on the past, to see how often rules are right, and to count"
        " which routes are used in a week. What fewer than ten people sent is not counted apart.",
        "{keep_records_days}. Older lines are deleted every day.",
        {
            "id": "a running number",
            "at": "when",
            "moment": "while writing, or on Send",
            "sender_hash": _SENDER,
            "draft_hash": _DRAFT,
            "verdict": "how grave the gravest thing was",
            "channel": "the way that was advised, such as the bulletin",
            "findings": "what kinds of things were seen, how surely, and how many; never the words",
            "rules": "which rules spoke, and how loudly",
            "circumstances": "the readers in numbers: how many, schools, outside; days and sizes",
            "not_checked": "what could not be looked at",
            "versions": "which version of Sendwell, of the policy and of the language model",
            "elapsed_ms": "how long the check took",
        },
        ("keep_records_days",),
    ),
    Kept(
        "choices",
        "What was done with a card",
        About.YOUR_MAIL,
        "So that rules which are often wrong are found and put right.",
        "{keep_records_days}.",
        {
            "id": "a running number",
            "at": "when",
            "sender_hash": _SENDER,
            "rule": "which rule",
            "finding": "what kind of thing it was about",
            "chosen": "followed, sent anyway, or called wrong",
            "reason": "one of a short list of reasons; there is no room for words",
        },
        ("keep_records_days",),
    ),
    Kept(
        "rules_shown",
        "Which rule was shown to how many people",
        About.YOUR_MAIL,
        "So that one cross person cannot make a rule look wrong, and to see what many people meet, for"
        " training. A rule that fewer than ten people met is not named.",
        "{keep_records_days} after it was last shown.",
        {"rule": "which rule", "sender_hash": _SENDER, "last_day": "the last day it was shown"},
        ("keep_records_days",),
    ),
    Kept(
        "marks",
        "Cards that you answered already",
        About.YOUR_MAIL,
        "So that nobody is asked the same thing twice in one thread.",
        "{answers_days}; those that count interruptions for a day.",
        {
            "owner": _SENDER,
            "mark": "a code that stands for a card in a thread; it cannot be turned back",
            "until": "when it is forgotten",
        },
        ("answers_days",),
    ),
    Kept(
        "sent_mails",
        "Fingerprints of mail to schools",
        About.YOUR_MAIL,
        "To notice one text that goes to many schools one by one.",
        "24 hours.",
        {
            "id": "a running number",
            "at": "when",
            "draft_hash": _DRAFT,
            "sender_hash": _SENDER,
            "schools": "codes that stand for the schools; they cannot be turned back",
            "marks": "numbers made from the text; the text cannot be made from them",
            "particulars": "numbers made from the names, days and figures in it; they cannot be turned back",
            "may_be_held": "whether the mail may have been stopped after the check",
        },
    ),
    Kept(
        "texts_for_many",
        "Fingerprints of texts for many schools",
        About.NOBODY,
        "To find a second copy of the same news. Whose text it was is not kept, nor to whom it went.",
        "{keep_texts_for_many_days}.",
        {
            "id": "a running number",
            "at": "when",
            "reached": "how many schools",
            "marks": "numbers made from the text; the text cannot be made from them",
            "particulars": "numbers made from the names, days and figures in it; they cannot be turned back",
        },
        ("keep_texts_for_many_days",),
    ),
    Kept(
        "marks_for_many",
        "An index of those fingerprints",
        About.NOBODY,
        "So that they are found fast.",
        "As long as the fingerprint it belongs to.",
        {"mark": "a number made from the text", "text_id": "which fingerprint it belongs to"},
    ),
    Kept(
        "school_mails",
        "How many mails each school got",
        About.NOBODY,
        "To tell people when a school has had a lot of mail this week.",
        "One week.",
        {
            "school_hash": "a code that stands for the school",
            "day": "the day",
            "mails": "how many mails it got from us",
        },
    ),
)
