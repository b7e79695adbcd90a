"""Who has to do something by a day: the readers of a mail, or the writer and others?

"The report should be published by Friday" and "someone will collect it by Friday" ask nothing of readers;
"the form must be returned by Friday" and "we need it by Friday" do.
"""

from app.reading.times.date_words import pattern

_DONE = (
    r"(?:finished|published|done|completed|ready|back|fixed|mended|repaired|open|reopened|out|announced|known"
    r"|issued|released|available|installed|delivered|restored|over|in place|told|made|up and running|built"
    r"|cleared)"
)
_EXPECTED = pattern(
    r"\b(?:we|i|they|he|she|contractors|engineers)(?:'d)? (?:\w+ly )?(?:expect|hope|aim|plan|intend"
    r"|anticipate)s?\b"
    r"[^.!?;]{0,60}$"
    r"|\b(?:it|there|this|that|heating|temperatures?|the \w+) (?:will|should) (?:all )?be\b[^.!?;]{0,40}$"
    r"|\b(?:works?|repairs?|reports?|results?|outcomes?|decisions?|findings|minutes|letters|places|roof"
    r"|buildings?"
    r"|road|lift|heating|boiler|site|delivery|parts?|system|vouchers|packs|refunds?|tickets)\b[^.!?;]{0,30}"
    r"\b(?:should|will|is to|are to|is expected to|are expected to|is due to"
    r"|are due to) (?:\w+ )?be (?:\w+ly )?"
    rf"{_DONE}\b[^.!?;]{{0,30}}$"
)
_SOMEBODY = pattern(
    r"\b(?:someone|somebody|he|she|they|(?:the|our|a) [a-z]+(?: [a-z]+)?)(?:'ll| will| shall) (?:\w+ ){0,2}?"
    r"(?:collect|come|visit|ring|call|finish|be|let|send|write|deliver|publish|reply|contact|decide|do|fix)\b"
    r"[^.!?;]{0,60}$"
    r"|\bwill (?:then )?be (?:back|there|in touch)\b[^.!?;]{0,40}$|\bfrom us (?:by|before)[ ](?:the )?$"
)
_READERS = pattern(
    r"\b(?:please|pls|you(?:r|'ll)?|kindly|must|needs?|required|asked|tell (?:me|us)|let (?:me|us)"
    r"|send (?:me|us))\b"
)

_CLAUSE = pattern(r"[:;]\s")


def is_others(before: str, after: str) -> bool:
    """Whether somebody else than the readers keeps a day, by the words of its sentence around it."""
    before = _CLAUSE.split(before)[-1]
    if _READERS.search(before) or _READERS.search(after):
        return False
    return bool(_EXPECTED.search(before) or _SOMEBODY.search(before))
