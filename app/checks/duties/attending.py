"""Is a day one to attend or to apply by, and not one by which something is to be sent in?"""

from app import linear

_ATTENDING = linear.compile(
    r"(?i)\b(?:booking|bookings|booked|(?:to|please|can|may|and|do) book"
    r"|book (?:an?|the|your|now|by|early|on ?line|places?|through|via|at|before|today|tickets?|here|in|it"
    r"|them|for|from|on|with|soon|this|one|two)|attend\w*|training|workshops?|webinars?|briefings?|drop-?ins?"
    r"|sign up|courses?"
    r"|conference|sessions?|(?:a|your|my|free|limited|last) places?|join us|meetings?)\b"
)
_STRONGLY_SENDING = linear.compile(
    r"(?i)\b(?:return(?:ed|s)?|submi\w+|upload\w*|deadline|closing date|due|overdue|statutory)\b"
)
_VACANCY = linear.compile(
    r"(?i)\b(?:vacanc(?:y|ies)|post ?holder|job|jobs|salary|recruit\w*|secondment|(?:this|the) (?:post|role)"
    r"|person specification|interviews)\b"
)


def is_about_attending(words: str) -> bool:
    """Whether a sentence is about booking, attending or a post, and asks for nothing to be sent in."""
    is_event = asks_to_attend(words) and _STRONGLY_SENDING.search(words) is None
    return is_event or is_about_post(words)


def asks_to_attend(words: str) -> bool:
    """Whether words are about booking or attending something."""
    return _ATTENDING.search(words) is not None


def is_about_post(words: str) -> bool:
    """Whether words are of a vacancy or a post."""
    return _VACANCY.search(words) is not None
