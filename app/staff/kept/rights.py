"""What is kept so that people can have their rights, and so that nothing is kept too long?"""

from app.staff.kept.kept import About, Kept

_CODE = "which only this installation can make; it cannot be turned back"

KEPT = (
    Kept(
        "access_requests",
        "Requests for what is held about somebody",
        About.YOU,
        "So that you can see who asked for your data, why, and who took the file.",
        "{keep_access_days} after it was asked.",
        {
            "id": "which request",
            "about_address": "work address of the person it is about",
            "about_name": "that person’s name",
            "by_address": "work address of the administrator who asked",
            "by_name": "that administrator’s name",
            "at": "when",
            "why": "why, and how it is known that the person asked",
            "state": "whether it waits for a second person, can be taken, was taken or withdrawn",
            "with_others": "whether what tells of other people goes along",
            "second_address": "work address of the second person, if there had to be one",
            "second_name": "that person’s name",
            "second_at": "when they looked",
            "second_why": "the reason they gave",
            "taken_at": "when the file was taken last",
            "taken_by_address": "work address of whoever took it",
            "taken_by_name": "that person’s name",
            "version": "how often it was changed",
        },
        ("keep_access_days",),
    ),
    Kept(
        "account_codes",
        "Which codes are one person’s",
        About.YOUR_MAIL,
        "So that checks of your drafts, kept under a code of your account, are found when you ask what is"
        " held about you, and counted with a team of ten or more.",
        "{keep_records_days} after you last used Sendwell.",
        {
            "account_code": f"a code of your account, {_CODE}",
            "address_code": f"a code of your address, {_CODE}",
            "last_day": "the last day it was met",
        },
        ("keep_records_days",),
    ),
    Kept(
        "teams",
        "Since when a team is the same people",
        About.NOBODY,
        "So that figures of a team never tell what one person did, also when the staff list changes.",
        "Until the team is gone from the staff list.",
        {
            "team": "the team’s name",
            "people_hash": f"a code for who is in it, {_CODE}",
            "since": "since when it is the same people",
        },
    ),
    Kept(
        "deletions",
        "What was deleted when its time was over",
        About.NOBODY,
        "To show that nothing is kept longer than this page says.",
        "{keep_access_days}.",
        {
            "kind": "which kind of data",
            "day": "the day",
            "at": "when",
            "before": "up to which moment it was past its time",
            "gone": "how many rows went",
            "held": "how many stayed because somebody holds them as evidence",
            "failed": "what kind of error there was, if it could not be done",
        },
        ("keep_access_days",),
    ),
)
