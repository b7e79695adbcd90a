"""Which wordings around a sentence change what it means?

The patterns that the rules listen to, as lists of phrases: greetings, the law's own wording, reporting,
speaking of oneself, leaving time. Linear-time expressions, any case.
"""

import re2


def _any(*phrases: str) -> re2._Regexp:
    """Matches any of the phrases as whole words."""
    return re2.compile(r"(?i)\b(?:" + "|".join(phrases) + r")\b")


SALUTATION = re2.compile(
    r"(?i)^(?:dear|hi|hello|hey|hiya|good (?:morning|afternoon|evening)|morning|afternoon|to)\b"
    r"[^.!?]{0,60}[,:!.]?$"
)
SIGN_OFF = re2.compile(
    r"(?i)^(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|yours(?: \w+)?"
    r"|thanks|thank you|cheers|sincerely|all the best|best|sent from my [\w ]+)\b[^.!?]{0,40}[,.!]?$"
)
STATUTORY = _any(
    r"under (?:section|regulation|the)",
    r"act (?:19|20)\d\d",
    r"section \d+",
    r"regulations?",
    r"prosecut\w+",
    r"magistrates'?",
    r"liability order",
    r"penalty (?:notice|charge)",
    r"fixed penalty",
    r"criminal offence",
    r"enforcement",
    r"legal (?:action|proceedings)",
    r"legally",
    r"by law",
    r"court|tribunal|ombudsman|bailiffs?",
    r"statutory|appeal|notice|deadline|policy|licen[cs]e|tenancy|disciplinary",
    r"may be (?:withdrawn|fined|asked|suspended|issued)",
    r"may (?:result in|lead to)",
)
PERSONAL_THREAT = _any(
    r"i['\x{2019}]?ll",
    r"i will",
    r"i am going to",
    r"i'm going to",
    r"regret",
    r"sorry",
    r"watch (?:out|your)",
    r"or else",
)
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
ADDRESSED = _any(r"you|your|you're|you've|you'll|u|ur|yourself")
ABOUT_OTHERS = _any(r"you|your|you're|yourself|he|she|they|him|her|his|them|their|he's|she's|they're|people")
ABOUT_SELF = _any(r"i|i'm|i\x{2019}m|i've|me|my|myself")
NO_HURRY = _any(
    r"no (?:pressure|rush|hurry)",
    r"not urgent",
    r"take your time",
    r"as long as you need",
    r"when you (?:can|get a chance|have a)",
    r"if you (?:can|have time)",
    r"whenever|please",
)
COERCION = _any(
    r"or else",
    r"no excuses?",
    r"don'?t care",
    r"this (?:instant|minute|second)",
    r"skip|bypass",
    r"tell no one",
)
