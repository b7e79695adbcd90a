"""What is kept of what Exchange said about readers, and for how long?"""

from app.staff.kept.kept import About, Kept

KEPT = (
    Kept(
        "exchange_facts",
        "What Exchange says about a mailbox or group",
        About.YOUR_MAIL,
        "To say how many people a group holds, and who is away, without asking Exchange at every look."
        " Who asked, and who wrote to whom, is not kept; nor is a word of an automatic reply.",
        "{keep_exchange_facts_hours}, and shorter where an absence ends sooner.",
        {
            "code": "a code that stands for the address; only this installation can make it, and it cannot be"
            " turned back",
            "sealed": "how many members, and how many of them outside; whether automatic replies are on,"
            " and the day they end; whether it is full; the largest message. Sealed",
            "until": "when it is forgotten",
        },
        ("keep_exchange_facts_hours",),
    ),
    Kept(
        "exchange_tokens",
        "Leave to ask Exchange for you",
        About.YOU,
        "So that Exchange can be asked about the readers of your drafts in your name. Microsoft gives"
        " that only together with leave to read your mail; Sendwell asks for these facts and for nothing"
        " else.",
        "An hour or so, as long as Microsoft lets it last.",
        {
            "code": "a code that stands for you; it cannot be turned back",
            "sealed": "the token, sealed; it opens only with a key that is not in the database",
            "until": "when it is forgotten",
        },
    ),
)
