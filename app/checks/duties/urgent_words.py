"""Where does a text mark its mail as urgent?

"URGENT", "urgently", "a matter of urgency", "immediate action required". Urgent things that are only spoken
of (urgent care, an urgent repair, "if it is urgent") mark nothing.
"""

from collections.abc import Iterator
from typing import Any

from app import linear
from app.checks.words import first_found, whole_any

_MOST = 20
_URGENT = whole_any(r"""
    (?:(?:very|extremely|most|really|so|super|highly|critically|now) )?urgent(?:ly)?
    (?:as )?(?:a )?matter of (?:some |great |the utmost |utmost |extreme )?urgency
    immediate (?:action|attention|response|reply) (?:is )?(?:required|needed|requested)
    time[- ]critical
""")
_CALM_BEFORE = linear.compile(
    r"(?i)(?:\b(?:non|not|isn't|nothing|no longer|less|never|hardly|wasn't|if|any|other|unless|for|in"
    r"|more|only|anything"
    r"|something|aren't)(?:\s+(?:at all|an?|so|that|very|really|particularly|especially|it is|it's"
    r"|you have|there are|all|is))?"
    r"|non)[\s-]*$"
)
_CALM_AFTER = linear.compile(
    r"(?i)^\s+(?:(?:and|or|&)\s+emergency|care|treatment|enquir|quer|matters\b|cases?\b|repairs?\b"
    r"|issues?\b|situations?\b"
    r"|decisions?\s+(?:committee|procedure|policy)|business|items?\b|vs\b|versus|referrals?\s+(?:to"
    r"|should)|dental|appointments?"
    r"|call-?outs?|school\s+places?|works?\b|need\s+for\b|review\b.{0,20}\bpublished)"
)
_MARK_AFTER = linear.compile(r"^\s*(?:[:!)\]*\x{2013}\x{2014}-]|$|\n|[.])")
_ASKING = linear.compile(
    r"(?i)^\s+(?:\w+\s+)?(?:action|attention|repl\w*|respon\w*|request\w*|reminder|message|information"
    r"|notice|deadline|update|please|need\w*"
    r"|require\w*|returns?|chas\w*|call|help|answer)\b"
)
_PLAIN = linear.compile(
    r"(?i)\b(?:is|is an|it's|it's an|this|are|need\w*|please|require\w*|respond\w*|reply|call|contact"
    r"|act|send|return|and|now|looking for)\s+$"
)


def marks_of_urgency(text: str) -> Iterator[tuple[int, int]]:
    """The places of such words."""
    return (match.span() for match in first_found(_URGENT, text, _MOST) if _is_mark(text, match))


def _is_mark(text: str, match: Any) -> bool:
    """Whether the word marks the mail as urgent, and does not only speak of urgent things."""
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
    words = match.group()
    if _CALM_BEFORE.search(before) or _CALM_AFTER.search(after):
        return False
    opens = not before.strip() or before.rstrip()[-1:] in "*[(:-!." or before[-1:] == "\n"
    if words.isupper() or "urgency" in words.lower() or len(words.split()) > 1 or words.lower() == "urgently":
        return True
    return bool((opens and _MARK_AFTER.search(after)) or _ASKING.search(after) or _PLAIN.search(before))
