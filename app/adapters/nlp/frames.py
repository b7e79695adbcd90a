"""Which wordings around a sentence change what it means?

The patterns that the rules listen to, as lists of phrases: greetings, reporting, speaking of
oneself. Linear-time expressions, any case.
"""

from app import linear


def _any(*phrases: str) -> linear.Pattern:
    """Matches any of the phrases as whole words."""
    return linear.compile(r"(?i)\b(?:" + "|".join(phrases) + r")\b")


SALUTATION = linear.compile(
    r"(?i)^(?:dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening)|morning|afternoon|to)\b"
    r"[^.!?]{0,60}[,:!.]?$"
)
SIGN_OFF = linear.compile(
    r"(?i)^(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|yours(?: \w+)?"
    r"|thanks|thank you|cheers|sincerely|all the best|best|sent from my [\w ]+)\b[^.!?]{0,40}[,.!]?$"
)
SAYS_MORE = linear.compile(
    r"(?i)\b(?:i|we|you|he|she|they|it|nobody|everybody|everyone)(?:['\x{2019}]\w+)? \w+"
    r"|, (?:[\w'\x{2019}-]+ ){2,}[\w'\x{2019}-]+[.!]$"
)
"""A greeting with a sentence behind it on the same line."""
REPORT = _any(
    r"alleg\w+",
    r"disclosed",
    r"reported that",
    r"reports? of",
    r"is said to",
    r"was heard",
    r"(?:said|says|stated|claim(?:s|ed)?) that",
    r"complain(?:s|ed|t) (?:that|about)",
    r"according to",
    r"witness\w*",
    r"incident",
    r"referred|referral",
    r"investigat\w+",
    r"convicted",
    r"safeguarding",
    r"pupil (?:said|told|called)",
    r"called (?:him|her|them) (?:an? )?[\"“]?quote",
    r"victims?",
    r"accused of",
)
ABOUT_OTHERS = _any(r"you|your|you're|yourself|he|she|they|him|her|his|them|their|he's|she's|they're|people")
ABOUT_SELF = _any(r"i|i'm|i\x{2019}m|i've|me|my|myself")
SELF_PORTRAIT = _any(r"i (?:must |do |'ll )?(?:look|looked|feel|felt|sound|sounded) (?:like|such)")
