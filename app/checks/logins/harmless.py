"""Is a word that looks like a secret only an example, a meeting's passcode, or the name of something else?"""

from app import linear
from app.checks.logins.cues import (
    CODE,
    EXAMPLE,
    EXAMPLE_AFTER,
    LOCK,
    MEETING,
    MEETING_ACCOUNT,
    PASSWORD,
    UNLIKE,
    USER_NAME,
)
from app.checks.logins.stretches import Around
from app.checks.words import any_of, whole_any

_OTHER = any_of(rf"""
    {USER_NAME}
    refs?|references?|tickets?|orders?|invoices?|inv|p\.?o|booking|quote|serial|assets?|tags?|tracking|case
    incident
    urn|laestab|ukprn|dfe|policy|(?:to|in|of|for|and|from|or|at) rooms?|classrooms?|forms?|versions?
    models?|certificate|cert|licence|registration|reg|vehicle
    plate|postcode|post code|page|item|course|unit|module|event|document|files?|file ?names?|folder|sheet
    cell|tab
    column|extension|ext|tel|telephone|call|ring|fax|device|computer|machine|hostname|laptop|printer|error
    build
    patch|release|standard|screen|part (?:nos?|numbers?)|sku|batch|cost|budget|ledger|nominal|sort|vat
    company|grant|tender
    lot|year
    class|log ?in as|logged in as|log ?on as
    e-?mail(?: address)?|account (?:number|ref)|clause|section|paragraph|table|figure|number plate|job
    spec
    cost|price|fee|total|bill|meter|(?:meter )?reading|charge|balance|sum|budget|flight|train|bus|locker
    pigeon ?hole|box|shelf|code name|project|product|twitter|handle|postal|reading|id|ids|pan|nor
""")
_NAMES = linear.compile(
    rf"(?i)\b{_OTHER}(?:\s+(?:nos?\.?|numbers?|ids?|name|key))?"
    r"(?:\s+(?:this|last) \w+)?(?:\s+(?:is|was|of|will be|are))?[\s:#=(\x{2013}\"'“\x{2018}-]*$"
)
_TAIL = 60
_CALL_CODE = linear.compile(
    r"(?i)\b(?:pass ?-?codes?|(?:access|participants?|attendees?|guests?|conference|meeting|call"
    r"|entry|dial[ -]in)"
    r"(?:['\x{2019}]s)? (?:pass ?)?(?:codes?|pins?|numbers?)|pins?|codes?)\b[^.\n]{0,80}$"
)
_A_CALL = linear.compile(
    r"(?i)\b(?:dial(?:ling|ing)?[ -]in|conference|tele-?conference|participants?|call(?:ing)?[ -]in"
    r"|toll[ -]free"
    r"|(?:host\w*|join\w*|on) (?:this|the|our|your) (?:\w+ )?call|to join (?:by|on the) (?:tele)?phone)\b"
)
_TELEPHONE = linear.compile(r"(?:\+\d{1,3}[ (-]?|\b0|\b1-|\b8\d\d-)[\d ()-]{7,14}\d")
_NOT_A_CALL = linear.compile(
    r"(?i)\b(?:doors?|gates?|alarms?|safes?|key ?-?\w*|\w*locks?|barriers?|entrances?|buildings?"
    r"|laptops?|printers?|copiers?"
    r"|voice ?-?mail|wi-?fi|accounts?|log ?-?(?:in|on)|host(?:['\x{2019}]s)? (?:pass ?)?(?:code|pin"
    r"|key)|chair\w*|moderator\w*"
    r"|leader\w*)\b[^\n]*$"
)
_CALL_BEFORE = 300
_CALL_AFTER = 160
_LINE = 90
_END = linear.compile(r"[.!?]\s|\n\s*\n")
_A_FIRM = linear.compile(
    r"(?i)\b(?:company|engineers?|people|contractors?|line|centre|team|monitoring|supplier|firm|desk"
    r"|extension|ext|duty|guard|ring|call|(?:ring|call|phone|bleep) (?:\p{Lu}\w+ ?){1,2})\b"
    r"[ :]*(?:(?:is|are|now|number|no|on|at|to|ext\w*)[ :.]+){0,3}$"
)
_UNLIKE = linear.compile(rf"(?is)^.*\b{UNLIKE}\b(.*)$")
_NEW_CLAUSE = linear.compile(
    r"(?i)[:(]|\b(?:so|is|are|it['\x{2019}]s|now|use|put|press|enter|tap|then|to)\b|\b[a-z]+, "
)
_TEXT_TO = linear.compile(r"(?i)(?:^|\b(?:to|just|or|please|and) )text $")
_A_DAY = linear.compile(r"(?i)^ on (?:mon|tue|wed|thu|fri|sat|sun)|^ (?:hrs|hours|last night|tonight)")
_A_YEAR = linear.compile(r"(?:19|20)\d\d")
_SINCE = linear.compile(r"(?i)(?:\b(?:in|by|since|until|till|from|during|before|after)|>) $")
_A_PLACE = linear.compile(r"(?i)(?:^|\n)\W*(?:the )?(?:place|venue|location|where)[ \t]?:[^\n]{0,40}$")
_A_TIME = linear.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_TILL_THEN = linear.compile(r"(?i)\b(?:by|until|till?|before|after|from|between) $|\bagain at $")
_A_STREET = linear.compile(
    r"^,? (?:\p{Lu}[\pL'\x{2019}]+ ){1,3}(?:St|Street|Rd|Road|Ave|Avenue|Lane|Ln|Drive|Close|Way|Crescent"
    r"|Terrace|Gardens|Place|Court|Square|Hill|Grove)\b"
)
_USER = linear.compile(rf"(?i)\b(?:{USER_NAME}|host ?(?:name)?|server|domain)(?:\s+(?:is|was))?[\s:=]*$")
_LIST = linear.compile(r"(?i)\b(?:spreadsheet|attachment|folder) (?:called|named) ?$")


_OTHERWISE = whole_any(r"""
    (?:will|'ll|shall|can|to) (?:\w+ )?(?:text|ring|phone|call|whatsapp|tell|give|bring|follow|come|post|hand)
    (?:sent|texted|posted|rung|given|phoned|handed) (?:to you )?(?:by|over|via|separately|under|in|at)
    separate(?:ly)?|in person|collect(?:ed)? from|(?:chosen|set) by you|choose (?:your own|a|one)
    you (?:will )?(?:set|chose|choose)|set (?:your|a) (?:own )?|ring .{1,40} for (?:a|the|your)|reset|links?
    your (?:own|usual|normal|school|work|council|staff) (?:\w+ )?(?:accounts?|pass ?words?|log ?-?ins?)
    (?:pass ?words?|pins?|codes?|log ?-?ins?) (?:field|box|page|screen|polic\w+|manager|rules?|settings)
""")
_LINKS = linear.compile(r"(?i)https?://|\bwww\.|(?:^|\s)[@#][a-z]\w+")
_FILED = linear.compile(r"\d{9}|\w[@]\w|\w\.(?:docx?|xlsx?|pptx?|pdf|csv|zip|txt|jpe?g|png|mp4)\b")
_HANDS_OVER = "(?:tell|send|e-?mail|give|share|read|write|put|say|ask)"
_NOT = (
    "(?:(?:do|can|could|will|need) ?not|(?:do|ca|could|wo|need)n't|never|no need to|rather not|not to|without"
    "|nobody|no one)"
)
_THEY = "(?:parents|pupils|children|families|staff|they|you|you'll|everyone)"
_NOT_ASKED = whole_any(rf"""
    {_NOT} (?:\w+ ){{0,3}}?{_HANDS_OVER}(?:ing|s)?|you not to {_HANDS_OVER}|separate(?:ly)?
    (?:proceed|continue|log ?in|sign ?in|log ?on) with (?:your |the )?(?:usual|own|normal)
    (?:proceed|continue|carry on) with
    (?:pass ?words?|log-?ins?|pins?) (?:polic(?:y|ies)|guidance|guide|rules|procedures?|training)
    (?:pass ?words?|log-?ins?|pins?) (?:leaflet|poster|checklist)
    (?:message|e-?mail|text|call|letter|pop-?up) (?:\w+ ){{0,2}}(?:saying|that says|asking|telling|which says)
    asks? (?:\w+ ){{1,3}}for|asked for|typ(?:e|ing) (?:it|them) (?:twice|again)
    what (?:is|makes) an? (?:\w+ )?(?:strong|good|safe|weak) pass ?(?:word|phrase)
    {_THEY} (?:will |may |might )?needs? (?:your|their|the|a|to)
    (?:my|her|his|their|our|your) own (?:log|sign)[ -]?(?:ins?|ons?)
    set (?:\w+ ){{1,4}}up with an? (?:log|sign)[ -]?(?:in|on)
    (?:create|issue|order|request) (?:\w+ )?(?:an?|another|new) (?:\w+ ){{0,3}}(?:keys?|codes?|pins?)
    (?:create|issue|order|request) (?:\w+ )?(?:an?|another|new) (?:\w+ ){{0,3}}(?:log-?ins?|pass ?words?)
    without (?:the|a|any|its|one|your) ?(?:pass ?(?:words?|codes?|phrases?)|pins?|codes?|through|$)
    no (?:pass ?words?|pins?|codes?),? please
    not (?:the|your|any) (?:pass ?words?|pins?|codes?)
    (?:please )?not (?:share|be shared)|(?:not|n't) putting (?:it|them) in
    (?:i|we)(?:'ll| will) (?:ring|phone|call|text|tell) (?:you|them|him|her) (?:with|on)
    come (?:and (?:type|enter|put|sign|open)|to the (?:\w+ )?office)
    (?:allowed|entitled) to (?:know|have)|(?:if|when) (?:an?|the|any) (?:\w+ ){{1,2}}asks? for
""")
_HARDLY_ASKED = whole_any(r"""
    reset|to hand|to follow|forgot(?:ten)?
    (?:have|has|did) (?:you|they|he|she|everyone|anyone) (?:had|got|get|received|receive|been sent)
""")

_AN_ACCOUNT = whole_any("""
    sort codes?|acc(?:oun)?t? (?:no|numbers?|details)|bank(?:ing)? (?:details|account)|iban
""")
_OPENS_IT = whole_any(r"pass\w*|pins?|log ?-?ins?|security (?:code|number)|memorable \w+|cvv|cvc")


def names_something_else(before: str) -> bool:
    """Whether the label just before a word says it is a reference, a user name or a room."""
    return _NAMES.search(before[-_TAIL:]) is not None or _LIST.search(before[-_TAIL:]) is not None


def is_user_name(before: str) -> bool:
    """Whether the label just before a word says it is the name of a user or of a computer."""
    return _USER.search(before[-_TAIL:]) is not None


_A_STANDARD = linear.compile(r"(?i)\b802\.1[15x]|\b\d+ ?[gm](?:hz|bps)\b")
_A_SEASON = linear.compile(r"(?i)\b(?:spring|summer|autumn|winter)\b")


def is_of_devices_or_terms(words: str) -> bool:
    """Whether it speaks of radio standards; or of parts of the year, and of neither a secret nor a lock."""
    if _A_STANDARD.search(words):
        return True
    return _A_SEASON.search(words) is not None and not any(
        cue.search(words) for cue in (PASSWORD, CODE, LOCK)
    )


def is_harmless(around: Around) -> bool:
    """Whether the words around make it an example in advice, or the passcode of a meeting."""
    if _is_an_example(around.before) or EXAMPLE_AFTER.search(around.after.split("\n", 1)[0]):
        return True
    end = _END.search(around.after)
    after = around.after[: end.start()] if end else around.after
    return is_about_a_meeting(f"{around.earlier} {around.before} {after}")


def _is_an_example(before: str) -> bool:
    """Whether the words lead up to an example; "like" and "instead of" reach only as far as their clause."""
    unlike = _UNLIKE.search(before)
    return EXAMPLE.search(before) is not None or (
        unlike is not None and _NEW_CLAUSE.search(unlike.group(1)) is None
    )


def is_numbered_otherwise(number: str, around: Around) -> bool:
    """Whether a number is a year, a time of day, whom to ring, where people meet, or a house in a street."""
    follows = around.after.split("\n", 1)[0]
    if _A_DAY.match(follows) or _A_STREET.match(follows):
        return True
    if _A_PLACE.search(around.before) or _A_FIRM.search(around.before) or _TEXT_TO.search(around.before):
        return True
    if _A_TIME.fullmatch(number) and _TILL_THEN.search(around.before):
        return True
    return _A_YEAR.fullmatch(number) is not None and _SINCE.search(around.before) is not None


def is_for_a_call(text: str, start: int, end: int) -> bool:
    """Whether it is what the people of a telephone conference key in: it stands beside the number to ring.

    The host's own code, and what opens a door or an account, are none.
    """
    tail = text[max(0, start - _LINE) : start]
    if _CALL_CODE.search(tail) is None or _NOT_A_CALL.search(tail):
        return False
    near = text[max(0, start - _CALL_BEFORE) : end + _CALL_AFTER]
    return _A_CALL.search(near) is not None and _TELEPHONE.search(near) is not None


def is_about_a_meeting(words: str) -> bool:
    """Whether the words are a meeting's invitation; an account for holding meetings is none."""
    return MEETING.search(words) is not None and MEETING_ACCOUNT.search(words) is None


def comes_otherwise(words: str) -> bool:
    """Whether the secret itself comes by another way, is the reader's to choose, or only talked about."""
    return _OTHERWISE.search(words) is not None or _LINKS.search(words) is not None


def holds_other_values(words: str) -> bool:
    """Whether a long number, an address or a file's name stands there, which may be all that it tells."""
    return _FILED.search(words) is not None


def is_not_asked(words: str, *, is_certain: bool = False) -> bool:
    """Whether a sentence speaks of asking, and asks this reader for nothing, or for the contrary.

    Where money is paid to is no secret that opens anything. What is only likely to be said of other
    things ("reset", "forgotten") yields where a request is certain.
    """
    if _NOT_ASKED.search(words) or (_AN_ACCOUNT.search(words) and not _OPENS_IT.search(words)):
        return True
    return not is_certain and _HARDLY_ASKED.search(words) is not None
