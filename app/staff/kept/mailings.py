"""What is kept of mail that went out to schools, and for how long?"""

from app.staff.kept.kept import About, Kept

_AS_LONG = "{keep_mailings_days} after it went out."
_DAYS = ("keep_mailings_days",)

KEPT = (
    Kept(
        "mailings",
        "Mail that went out to schools",
        About.NOBODY,
        "To send every school the same words, also after a breakdown, and to know what was sent.",
        _AS_LONG,
        {
            "id": "which issue of the bulletin, or which request",
            "for_whom": "which kinds of schools it is for",
            "texts": "what schools read",
            "is_regular": "whether it comes every week",
            "begun_at": "when it began to go out",
            "ended_at": "when the last message was sent, or given up",
            "halted": "why it cannot go out at present",
        },
        _DAYS,
    ),
    Kept(
        "deliveries",
        "Each message that went out",
        About.NOBODY,
        "So that nobody is missed and nobody gets the same twice, and to count how much mail schools get.",
        _AS_LONG,
        {
            "mailing": "which mail",
            "address_hash": "a code that stands for the school's mailbox; it cannot be turned back",
            "variant": "which phase of school comes first in it",
            "state": "waiting, being sent, sent, or refused",
            "tries": "how often it was tried",
            "reason": "why it was refused, in a few words and without the address",
            "due_at": "when it is tried next",
            "tried_at": "when it was tried last",
            "worker": "which process is sending it",
        },
        _DAYS,
    ),
    Kept(
        "workers",
        "Which processes send mail",
        About.NOBODY,
        "So that another takes over when one breaks down.",
        "Until it stops, or is found to have stopped.",
        {"id": "a random number for the process", "beat_at": "when it last said that it works"},
    ),
)
