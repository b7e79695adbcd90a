"""What is kept in the journal, and for how long?"""

from app.staff.kept.kept import About, Kept

KEPT = (
    Kept(
        "journal_entries",
        "The journal of what happened",
        About.YOUR_MAIL,
        "So that nobody can change unnoticed what was checked, decided or looked up. It tells of checks on"
        " Send, answers to cards, decisions, openings of addresses, changes of the policy and the registers,"
        " publishing, and sign-ins that failed.",
        "{keep_journal_days}. Then what an entry said is removed; the number that proves the others stays.",
        {
            "number": "a running number",
            "text": "when, what kind of thing happened, and codes, short names of rules and counts; never"
            " words of a mail, an address or a name",
            "hashes": "numbers that prove that nothing was changed; nothing can be read from them",
            "signature": "the signature over everything up to here",
        },
        ("keep_journal_days",),
    ),
)
