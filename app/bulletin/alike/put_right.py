"""Does an item put another right: a day, a place, a figure, or how long something is open?

It may say so ("corrected", "now closes on", "a fortnight longer", "the rest as before"), or only name what
no longer holds ("at three, not half past"). What it denies is told apart from what it says, so that another
item which says just that is known to be the one put right.
"""

from collections.abc import Iterator

import re2

_CLOCK = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOURS = {word: str(n) for n, word in enumerate(_CLOCK, 1)}
_HOUR = rf"(?:{'|'.join(_CLOCK)}|noon|midday|midnight)"
_WEEKDAY = r"(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?\b"
_MONTH = r"(?:jan|feb|mar|apr|may\b|june?\b|july?\b|aug|sept?|oct|nov|dec)"
_DAY = (
    rf"(?:\d|{_WEEKDAY}|{_MONTH}|easter|half[- ]term|(?:last day|end|start|middle) of|next|after|another"
    r"|a (?:week|day|fortnight))"
)
_VALUE = (
    rf"(?:£ ?\d|\d|half past|quarter (?:past|to)|{_HOUR}\b|(?:the )?(?:first|second|third)\b|{_WEEKDAY}"
    rf"|{_MONTH})"
)
_OF_PLACE = r"(?:the |on |at |in |from |until |till? |by |as late as )"
_TOLD = (
    r"(?:date|day|time|venue|place|room|price|fee|figure|link|code|address|number|week|month|year|hour"
    r"|form|letter|grade|page|map)"
)
_PERIOD = r"(?:hours?|days?|weeks?|fortnights?|months?)"
_EVENT = (
    r"(?:day|morning|afternoon|evening|meeting|event|session|training|course|briefing|concert|talk|workshop|fair"
    r"|class|lessons?|match|gala|festival|conference|forum|network|visit|service|clinic|drop-ins?)s?"
)

_SAYS_SO = re2.compile(
    r"(?i)\b(?:corrections?\b|corrected\b|amended|amendment|erratum|typo|misprint|gremlins|bounced|in error"
    r"|mistake in|disregard|put right|(?:a|my|our) slip\b|double[- ]booked"
    rf"|(?:wrong|incorrect|right) (?:\w+ )?{_TOLD}\b"
    r"|(?:gave|give|printed|had|has|have|read) (?:\w+ ){0,5}(?:wrong|twice)\b"
    rf"|{_TOLD}s? (?:that )?(?:we (?:published|gave|printed|sent)|in (?:our|the) last"
    r"|(?:is|was|were) (?:given )?wrong)"
    r"|(?:our|the|last week's) (?:poster|flyer|notice|message|letter|leaflet|bulletin|e-?mail"
    r"|advert\w*) (?:\w+ ){0,4}"
    r"(?:says?|said|gave|led)\b"
    r"|should (?:have )?(?:read|said|been)|ignore (?:our|the) (?:last|earlier|previous)"
    rf"|last (?:year|month|term)'s {_TOLD}\b|wrong way round|(?:figures?|numbers?|names?) swapped"
    rf"|not the {_TOLD}s? (?:that |we |was |were |is |as ){{0,2}}(?:printed|given|gave|told|published|sent"
    r"|said)"
    rf"|{_TOLD} (?:[\w']+ ){{0,5}}(?:did not|didn't|does not|doesn't) work|new link\b|too short\b"
    rf"|(?:we|i)(?:'d| had)? (?:said|gave|printed|told you|wrote|announced) (?:the wrong|{_DAY}|in )"
    r"|(?:as|than) (?:we|i)(?:'d| had)? (?:first )?(?:printed|said|told|wrote|thought|announced)|as printed"
    rf"|(?:please note|nb|note)(?: the| that| new)*:? (?:{_TOLD}\b|\d{{1,2}}(?:[.:]\d\d)? ?[ap]m))"
)
_MOVED = re2.compile(
    r"(?i)\b(?:(?:moved?|moves|moving|changed|extended|extends|put back|put off|brought forward"
    r"|pushed back|rearranged"
    rf"|rescheduled|postponed|slips|shifted)(?: \w+)? (?:by|from|to|till?|until) (?:the |on )?{_DAY}"
    r"|(?:put|moved?|pushed?|brought) (?:this|it|them|the \w+) (?:back|off|forward)"
    rf"|{_EVENT} (?:\w+ ){{0,6}}(?:(?:now |will )*(?:moves?|goes|go)|(?:has|have|had to) moved?)"
    r" (?:to|from|on ?line)\b"
    r"|moved? online|(?:online|on teams) instead"
    r"|change (?:of|to) (?:the )?(?:date|day|time|venue|room|plan|place)|(?:date|day|time|venue|room"
    r"|place) change"
    r"|(?:has|have) (?:been )?(?:extended|lengthened|brought forward|changed|moved|rescheduled|rearranged)"
    r"|extended (?:the|our|until|till?|for)\b|extended\)|: extended$|extended(?: over)?\."
    r"|(?:we're|we are|i'm) (?:moving|now)\b|(?:day|date|time)s? (?:\w+ ){0,3}(?:put back|changed|moved)"
    r"|(?:deadline|closing date|closes|entries|date) (?:is |are )?(?:now|extended|moved|changed)"
    r"|new (?:deadline|closing date|date|time|venue|day|place|room)\b|in its place|instead[.,;]"
    r"|now (?:(?:be|is|are|taken|accepted|held|due|clos\w+|ends?|ending|starts?|begins?|runs?|asked"
    r"|needed|going"
    rf"|a page|in|at) ){{0,2}}{_OF_PLACE}*{_DAY}|{_MONTH}\w* now$|now:"
    rf"|(?:instead|in place|rather) (?:of|than) {_OF_PLACE}*{_VALUE}"
    rf"|was (?:due|to (?:end|close|be|start|begin)|the other way|{_OF_PLACE}*(?:\d|half past|{_HOUR}\b"
    rf"|{_WEEKDAY}|{_MONTH}\w* \d)))"
)
_GOES_ON = re2.compile(
    rf"(?i)\b(?:(?:one|two|three|four|a|another|extra|further|more) (?:\w+ ){{0,2}}{_PERIOD} (?:more"
    rf"|longer|extra|then|later|sooner)"
    rf"|(?:another|one more|two more|three more|a further|an extra|extra) {_PERIOD}\b"
    rf"|{_PERIOD} (?:longer|sooner|later|extra)"
    r"|more time\b|longer time|needs? longer|runs on\b|enlarge\w* the time|lengthened"
    r"|(?:gives?|gave|given|allow\w*|lets?) (?:you|us|me|schools|everybody) (?:\w+ ){0,3}(?:until|till?"
    r"|longer|more)\b"
    r"|(?:you|we|schools)(?:'ve| have) (?:\w+ ){0,2}(?:until|till?)\b|(?:may|can|could) (?:\w+ )?still\b"
    r"|still (?:be |to |you |we |time |take |taking |accept\w* |open |looking |without |have |use ){1,3}"
    r"|(?:as|because|since|due to|owing to|with so many|thanks to) [^.:]{4,120}\b(?:until|till?|longer"
    r"|extra|still)\b"
    r"|(?:keep|kept|stays?|staying|remains?|leav(?:e|ing)|left|held|hold(?:ing)?|wait) (?:\w+ ){0,6}"
    r"(?:open|on)? ?(?:\w+ ){0,4}(?:until|till?|longer)\b|stays? open"
    rf"|(?:keep|kept|leav(?:e|ing)|left|hold(?:ing)?) (?:\w+ ){{0,6}}open for"
    rf" (?:a|an|one|two|three) {_PERIOD}"
    r"|still looking|advertised again"
    r"|re-?advertis\w+"
    r"|previous applicants"
    r"|(?:apologies|sorry)[^.]{0,40}(?:wrong|mistake)|i put \w+day"
    r"|(?:everything|nothing|anything|all) else (?:as|is|stays?|has|in|i |we )"
    r"|(?:rest|all else|other details|details|price|times?|extent|rule \w+ \w+) (?:(?:is|are|as|it) )*"
    r"(?:was|before|planned|unchanged|stays?|stands?|the same)|unchanged|same (?:hours|times|morning"
    r"|afternoon|place)\b"
    r"|as (?:planned|advertised|before)\b)"
)
"""Open for longer, or all as it was but for one thing."""
_NOT_AS_BEFORE = re2.compile(
    rf"(?i)\b(?:(?:and|but|so)? ?\(?not {_OF_PLACE}*(?:£ ?\d|\d|half past|{_HOUR}\b|{_WEEKDAY}|{_MONTH})"
    rf"|it was \d{{1,2}}\b)"
)
_DENIED = re2.compile(
    r"(?i)\b(?:not|no longer|rather than|instead of|in place of|was|(?:we|i) (?:said|printed|gave|told you)"
    rf"|(?:poster|flyer|notice|message|bulletin) (?:\w+ )?(?:says?"
    rf"|said)) {_OF_PLACE}*((?:[\w£'.:-]+ ?){{1,4}})"
)
_WORD = re2.compile(r"[\pL\d]+")
_OF_WEEK = re2.compile(rf"(?i)^{_WEEKDAY}$")


def is_put_right(opening: str, headline: str, whole: str) -> bool:
    """Whether it says that a day, a place or the like is another than was told."""
    said = (
        _SAYS_SO.search(opening),
        _MOVED.search(opening),
        _MOVED.search(headline),
        _GOES_ON.search(opening),
        _NOT_AS_BEFORE.search(whole),
    )
    return any(match is not None for match in said)


def is_moved(headline: str) -> bool:
    """Whether it is put off or moved to another day or place, and so takes place."""
    return _MOVED.search(headline) is not None


def values(text: str) -> Iterator[str]:
    """What could be put right: numbers, days of the week, and names, each as it is compared."""
    for match in _WORD.finditer(text):
        word = match[0]
        small = word.casefold()
        if word[0].isdigit():
            yield word.rstrip("stndrhpamSTNDRHPAM") or word
        elif small in _HOURS:
            yield _HOURS[small]
        elif _OF_WEEK.match(word):
            yield small[:3]
        elif word[0].isupper():
            yield small


def denied(text: str) -> Iterator[str]:
    """The values that the text says do not hold, or no longer."""
    for match in _DENIED.finditer(text):
        yield from values(match[1])
