"""Does a number stand where the code of a lock would?

Words for a code and for what it opens say so together; so do being told to press it at a door, and a list
under a heading that says "codes". A year needs more than another number does.
"""

from dataclasses import dataclass
from functools import cached_property

from app import linear
from app.checks.logins.cues import ACCESS, CODE, LOCK, SELF_NAMED, THING, ending
from app.checks.logins.stretches import Around
from app.checks.words import whole_any
from app.domain.finding import Confidence

_LEADS = ending(r"""
    is|was|it's|its|that's|be|are|now|becomes?|remains|use|using|try|type|type in|typing|enter|entering|input
    put in|key in|keying|press|pressing|tap|tap in|dial|punch in|hit|just|still|to|as|with|code|codes|pin
    pins|and
    takes|wants|likes|answers to|responds to|accepts|number|no|combination|combo|pass ?codes?|or|then
    need|needs|either|currently|follows|set|been|say|do|the|on|in|give|gave
""")
_AT_THE_KEYS = ending(r"""
    press|pressing|enter|entering|type|type in|typing|key in|punch in|tap in|tap|dial|use|using|input
    put in|hit
    takes|wants|likes|needs|answers to|responds to|accepts|opens with|opened with
    (?:off|in|through|open|on|up|back) with|asks|works with|unlocks with|unlocked with
    you need|you'll need|combination
""")
_OPENS_AFTER = linear.compile(
    r"(?i)^[\s,\"'”\x{2019})#*]*(?:\w+ ){0,4}?(?:opens?|unlocks?|gets? (?:you|me|us|them|her|him)"
    r"|lets? (?:you|me|us)|will (?:open"
    r"|let|get|unlock)|should (?:open|let|get|unlock)|to (?:open|unlock|get (?:in|through|into|out)"
    r"|disarm|unset|turn off"
    r"|enter|access)|(?:on|at|into|for) the (?:\w+ ){0,2}?(?:key ?pad|door|gate|panel|alarm|pad|lock"
    r"|barrier|safe)"
    r"|(?:is|was) (?:the|your|our|my|his|her|their) (?:\w+ ){0,3}(?:code|pin|combination|number)\b"
    r"|as the (?:\w+ ){0,3}(?:code|pin)\b"
    r"|[(=:\x{2013}-] ?(?:the )?(?:\w+ ){0,2}(?:gate|door|alarm|safe|padlock|shed|barrier|front|back"
    r"|side|main|key ?safe)\b)"
)
_YEAR = linear.compile(r"(?:19|20)\d\d")
_CODE_FOR = linear.compile(
    r"(?i)\b(?:code|pin|combination|number) (?:for|to|on|of|at)(?: [\w'\x{2019}-]+){1,6} $"
)
_BARE_CODE = linear.compile(r"(?i)\b(?:codes?|pins?|of practice) $")
_HEADING = linear.compile(r"(?i)\b(?:codes|pins|combinations|code|pin)\b[^\n]{0,50}(?::|\n)")
_LABEL = linear.compile(
    r"(?i)\b(?:doors?|gates?|alarms?|safes?|key ?-?safes?|(?:lock|key|cash) ?-?box(?:es)?|padlocks?"
    r"|key ?-?pads?"
    r"|barriers?|code locks?|entrance|cupboards?|cabinets?|sheds?|stores?|garage)(?: (?:no\.?|number"
    r"|code))?(?:['\x{2019}]s)?[ ]?[\s:=(,\x{2013}-]*(?:it['\x{2019}]s (?:now )?|now )?$"
)
_IS_SET_TO = linear.compile(
    r"(?i)(?:\b(?:is|are|was|is now|is still|be)(?: back)?(?: on| to| set to| at)?|=|:|\bthen|\b(?:moved"
    r"|switched|reset|changed|set|put|gone|back)(?: [\w'\x{2019}]+){0,4} to)"
    r"[ \"'“\x{2018}(]*$"
)
_IN_A_ROW = linear.compile(
    r"(?i)^\W*(?:\w+ )?(?:doors?|gates?|alarms?|padlocks?|codes?|pins?|combinations?"
    r"|locks)\b[^:\n]{0,30}:(?: ?[\w'\x{2019} ]{1,24}"
    r" [#*]?[A-Z]?\d{3,6}[A-Z]?#?[,;])* ?[\w'\x{2019} ]{1,24}[ :=-]+$"
)
_THE_CODE = linear.compile(
    r"(?i)(?:^|\b(?:the|new|that|this|his|her|your|our|their|same|entry|it['\x{2019}]s) |[.,:;] )(?:new "
    r"|same )?code(?:['\x{2019}]s| is(?: now)?| ?[:=]| has changed to| was)? $"
)
_MONEY = linear.compile(r"(?i)£ ?\d|\b(?:budgets?|reserves|ledgers?|invoices?|grants?|funds?|charged?)\b")
_USUAL_LENGTHS = frozenset((4, 5, 6))
_STEPS = linear.compile(r"\d(?:-\d){3,5}|(?i:left|right) .*|.*(?i:left|right|clockwise)")
_TEXTED = linear.compile(
    r"(?i)\b(?:texted(?: me| you| us)?|text (?:said|says|is|was)|came through(?: as)?|sent me)[ :]*$"
)
_ONE_TIME = 6
_BESIDE_A_LOCK = linear.compile(
    r"(?i)\b(?:key ?safe|padlock|key ?pad|lock ?box|key ?box|safe)\b[^.\n\d]{0,50}[,(\x{2013}-] ?$"
)
_ENDS = linear.compile(r"^(?:[,.;)]|$| opens?\b| please\b| \x{2013} )")
_KEYED = linear.compile(
    r"(?i)\b(?:buzz(?:er)?|hash|star|fob|key ?pad|press)\b[^\n]{0,30}(?:\bthen|,|\band)[ ]$"
)
_A_CALLER = whole_any("ring|call|phone|ext|extension|engineers?|reference|ref|invoice|order")
_BACK_TO = linear.compile(r"(?i)\b(?:back|changed|set|reset) to $")
_FEWEST = 4
_LOOK_BACK = 70
_LONGEST_LABEL = 42
_NEAR = 40


@dataclass(frozen=True)
class Number:
    """A number with the words around it; `lead` is more of the text before."""

    code: str
    around: Around
    lead: str

    @cached_property
    def after(self) -> str:
        """What follows in its line."""
        return self.around.after.split("\n", 1)[0]

    @cached_property
    def tail(self) -> str:
        """The last words before it in its stretch."""
        return self.around.before[-_LOOK_BACK:]

    @cached_property
    def near(self) -> str:
        """All words that may say what it opens."""
        return f"{self.around.earlier[-_LOOK_BACK:]} {self.around.before} {self.after}"

    @property
    def is_year(self) -> bool:
        """Whether it could be a year of our time."""
        return _YEAR.fullmatch(self.code) is not None

    @cached_property
    def is_led_up_to(self) -> bool:
        """Whether the words just before lead up to a value."""
        return _leads(self.around.before) or _CODE_FOR.search(self.around.before) is not None

    def sureness(self) -> Confidence | None:
        """How sure it is a code; None when nothing says so."""
        if self.is_year and _BARE_CODE.search(self.tail):
            return None
        if SELF_NAMED.search(self.tail) and _leads(self.around.before):
            return Confidence.HIGH
        named = self._named()
        if named is not None or (self.is_year and not _BACK_TO.search(self.tail)):
            return named
        few = self.code.isdigit() and len(self.code) < _FEWEST
        if few and not self.around.before.rstrip().endswith("="):
            return None
        return Confidence.MEDIUM if self._is_keyed() or self._is_told() or self._is_listed() else None

    def _named(self) -> Confidence | None:
        """By a word for a code, and one for what it opens or for what is done with it."""
        opens = _OPENS_AFTER.match(self.after) is not None
        thing = THING.search(self.near) is not None
        coded = any(
            CODE.search(words)
            for words in (
                self.around.before,
                self.around.earlier[-_LOOK_BACK:],
                self.after if opens else self.after[:_NEAR],
            )
        )
        if coded and self.is_led_up_to and (thing or ACCESS.search(self.near)):
            return Confidence.HIGH if thing else Confidence.MEDIUM
        if self.is_year:
            return None
        usual = len(self.code.strip("#*")) in _USUAL_LENGTHS and self.code[:1].isdigit()
        is_of_money = _MONEY.search(self.near) is not None
        if usual and not is_of_money and self.is_led_up_to and _THE_CODE.search(self.tail):
            return Confidence.MEDIUM
        return Confidence.MEDIUM if opens and (thing or coded) else None

    def _is_keyed(self) -> bool:
        """Whether somebody is told to key it in at a lock, or it is written as one keys it in."""
        before = self.around.before
        if _at_the_keys(before) and LOCK.search(self.near):
            return True
        if self.is_led_up_to and self.code.endswith("#"):
            return True
        if self.is_led_up_to and _STEPS.fullmatch(self.code) and THING.search(self.near):
            return True
        return _KEYED.search(self.tail) is not None

    def _is_told(self) -> bool:
        """Whether a lock or a text message is said to have it."""
        if _TEXTED.search(self.tail) and sum(c.isdigit() for c in self.code) == _ONE_TIME:
            return True
        if _BESIDE_A_LOCK.search(self.tail) and _ENDS.match(self.after):
            return True
        is_set = LOCK.search(self.tail) and _IS_SET_TO.search(self.around.before)
        return bool(is_set) or _LABEL.search(self.tail) is not None or self._is_alone_after_lock()

    def _is_alone_after_lock(self) -> bool:
        """Whether it is a whole sentence after one that speaks of a lock ("A new padlock. 0317.")."""
        earlier = self.around.earlier
        is_alone = not self.around.before.strip() and not self.after.strip(" .!")
        return is_alone and LOCK.search(earlier) is not None and _A_CALLER.search(earlier) is None

    def _is_listed(self) -> bool:
        """Whether it is one of a row or a list that says what it is."""
        if _IN_A_ROW.search(self.around.before):
            return True
        line = self.lead.rpartition("\n")[2]
        if len(line) > _LONGEST_LABEL or not line.strip():
            return False
        above = self.lead[: len(self.lead) - len(line)]
        ends = [heading.end() for heading in _HEADING.finditer(above)]
        if not ends:
            return False
        between = above[ends[-1] :]
        return "\n\n\n" not in between and all(
            len(each) <= len(line) + _LONGEST_LABEL for each in between.split("\n")
        )


def _leads(before: str) -> bool:
    """Whether the word or mark just before leads up to a value."""
    tail = before[-24:].rstrip("\"'“\u2018( .")
    if not tail or before.rstrip(" ").endswith(
        ("'s", "\u2019s", ":", "=", "-", "\u2013", "\u2014", ">", "(", "|", "\t", ",")
    ):
        return True
    return _LEADS.search(tail) is not None


def _at_the_keys(before: str) -> bool:
    tail = before[-30:].rstrip("\"'“\u2018( ")
    return _AT_THE_KEYS.search(tail) is not None
