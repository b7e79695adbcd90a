"""What is left of a sentence without the clause that hurts?

Nothing that is said elsewhere is put in: a clause is left out, and the rest stands alone or is not offered. A
condition, a fact or a wish is never left out, since the rest would then say something else.
"""

from app import linear
from app.checks.words import whole_any
from app.compose.rewording.kept import holds_facts

_FEWEST_WORDS = 4
_CONDITION = linear.compile(
    r"(?i)^\W*(?:(?:and|but|so|or)\s+)?(?:if|unless|until|till|when|while|before|after|since|although"
    r"|though|where"
    r"|whether|as long as|in case|that|who|whose|please)\b"
)
_DARE = linear.compile(r"(?i)^\W*and\s+.{0,20}(?:'ll|\x{2019}ll|\bwill|\bwon.t|\bsee\b)")
_WISH = whole_any(r"""
    please|could you|can you|would you|will you|let (?:me|us) know|(?:I|we) need|you (?:must|need to|have to)
    sorry|thank you|thanks|(?:by|before) (?:close|the end|end)|have it|answer|reply
""")
_SUBORDINATE = "which|who|whose|that|than|as|if|until|unless|when|while|though|although|because|whether"
_HANGS = linear.compile(
    r"(?i)[\s,;:(\x{2013}\x{2014}-]*"
    rf"(?:\b(?:and|but|so|or|no|yes|to|is|are|was|were|be|have|has|{_SUBORDINATE})[\s,;:(\x{{2013}}\x{{2014}}-]*)*$"
)
_GOES_ON = linear.compile(rf"(?i)^(?:to|for|from|with|of|or|nor|in|at|by|on|not|{_SUBORDINATE})\b")
_LEFT_HANGING = linear.compile(
    r"(?i)\b(?:is|are|was|were|am|be|'re|\x{2019}re)\s*,[^,]*$|,\s*[\pL'\x{2019}]+$"
    r"|\b(?:what|as|how|who|where|why|that|which|than)\s+(?:it|he|she|they|we|I|you)$"
)
"""What was to be said is gone ("You are, I believe"), or a lone word is left of it."""
_ASKED = linear.compile(
    r"(?i)^\W*(?:(?:and|but|so)\s+)?(?:has|have you|have we|had|do (?:you|we|I|they)|does|did|is|are"
    r"|was|were|can|could|will|would|should|what|why|how"
    r"|who|let us be|let's be|to be)\b"
)
"""A question that is cut off asks something else, and what only leads up to a reproach says nothing."""
_CLAUSE = whole_any(r"""
    I|we|you|he|she|it|they|there|is|are|was|were|has|have|had|will|would|can|could|should|must|may|needs?
    please|send|give|bring|call|ring|check|return|sign|complete|tell|let|I'm|we're|it's|that's|there's
""")


def without(sentence: str, start: int, end: int) -> str | None:
    """The sentence without a stretch that ends it; None where the rest cannot stand or loses more.

    A clause that opens a sentence, or stands amid it, is mostly spoken of in the rest.
    """
    lead, cut = sentence[:start], sentence[start:end]
    loses = any(pattern.search(cut) for pattern in (_CONDITION, _DARE, _WISH))
    if loses or holds_facts(f"x {cut}") or sentence[end:].strip(" .!?,;:"):
        return None
    said = lead[: _HANGS.search(lead).start()]  # type: ignore[union-attr]  # may be empty, so it is there
    return f"{said.rstrip(' .!?')}." if _stands(said) else None


def _stands(said: str) -> bool:
    return (
        _LEFT_HANGING.search(said) is None
        and _ASKED.search(said) is None
        and len(said.split()) >= _FEWEST_WORDS
        and _CLAUSE.search(said) is not None
        and _GOES_ON.search(said) is None
        and said.count("(") == said.count(")")
    )
