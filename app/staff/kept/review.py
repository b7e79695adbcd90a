"""What is kept of sends that a rule flagged, and for how long?"""

from app.staff.kept.kept import About, Kept

_HOW_LONG = "{keep_cases_days} after it was decided; evidence of abuse until nobody needs it any more."
_CASE = "which case it belongs to"

KEPT = (
    Kept(
        "cases",
        "Sends that a rule flagged",
        About.YOU,
        "So that a person can look at what a rule stopped, or what was sent all the same: whether the warning"
        " was wrong, or a word would help. You read on your own page what was decided, and who looked.",
        _HOW_LONG,
        {
            "id": "a code that tells one case from another",
            "at": "when Send was pressed",
            "state": "whether somebody looks at it, or it is closed",
            "fingerprint": "a code that cases alike have in common",
            "flagged": (
                "the rule and its clause, how grave, whether it was stopped or sent, readers in numbers,"
                " which kinds of things were seen and where, what stood around them (whose words, whose data,"
                " that it is made up, that somebody is to keep it quiet), and the reason you chose; never the"
                " words"
            ),
            "sealed_sender": "your name and address, which can be read only with this installation’s key",
            "reviewer_address": "who looks at it",
            "reviewer_name": "that person’s name",
            "consultation": "that a senior person was asked, and what they advise",
            "wishes": "what a person who was harmed wants",
            "hold": "why it is kept as evidence, if it is, who answers for that, and until when",
            "attached": "that you attached words of your mail, how much, and when; not the words",
            "reveal": "who asked to see them and why, which other reviewer answered, and when they looked",
            "decision": "what was decided, by whom, and the words to you",
            "decided_at": "when",
            "version": "how often it was changed",
        },
        ("keep_cases_days",),
    ),
    Kept(
        "case_senders",
        "By what those cases are found for you",
        About.YOUR_MAIL,
        "So that you see the cases about your mail, and nobody else can look them up by person.",
        "As long as the case.",
        {
            "sender_hash": (
                "a code that stands for the sender; only this installation can make it, and it cannot be"
                " turned back"
            ),
            "case_id": _CASE,
        },
    ),
    Kept(
        "case_words",
        "What you chose to attach to such a case",
        About.YOUR_MAIL,
        "So that a reviewer can see it, when a second one agrees, for a quarter of an hour. You read"
        " on your own page who saw it, and why, and can take it back there.",
        "Until the case is decided, or you take it back; as evidence of abuse, as long as the case is held.",
        {
            "id": "a running number",
            "case_id": _CASE,
            "at": "when you attached it",
            "extent": "whether it is a few sentences, the whole mail, or words that you put in",
            "sealed_words": "the words, which can be read only with this installation’s key",
        },
    ),
    Kept(
        "review_visits",
        "Who came into the review room",
        About.YOU,
        "So that everybody who reviews says for what, before they see anything.",
        "{keep_cases_days}.",
        {
            "id": "a running number",
            "at": "when",
            "by_address": "who came in",
            "by_name": "that person’s name",
            "purpose": "for what: abuse of the mail system, or a fault in Sendwell or its rules",
        },
        ("keep_cases_days",),
    ),
    Kept(
        "case_moves",
        "Each step of such a case",
        About.YOU,
        "So that everybody can see who opened a case, for what, and what they did.",
        "As long as the case.",
        {
            "id": "a running number",
            "case_id": _CASE,
            "kind": "what was done: opened, claimed, decided and so on",
            "at": "when",
            "by_address": "who did it",
            "by_name": "that person’s name",
            "why": "the reason given",
            "purpose": "what it was opened for",
            "to_address": "who got it",
            "to_name": "that person’s name, or who was asked",
        },
    ),
)
