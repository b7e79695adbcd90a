"""Does something shut, end or run out on a day, although no word before it says "by"?"""

from app import linear
from app.domain.reading import DateMention

_NEAR = 80
_ENDS = linear.compile(
    r"(?i)\b(?:shuts?|clos(?:es?|ed|ing)|ends?|(?:is|are) up|runs? out|lapses?|expires?|freezes?"
    r"|(?:cut[- ]?off|last (?:day|chance)|limit)(?: is| falls)?)\b[^.!?\n]{0,30}$"
)


def ends_on(text: str, mention: DateMention) -> bool:
    """Whether something shuts, ends or runs out on that day of `text`."""
    return _ENDS.search(text[max(0, mention.start - _NEAR) : mention.start]) is not None
