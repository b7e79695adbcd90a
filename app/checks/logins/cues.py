"""Which words name a secret, what it opens, or something that only looks like one?

The vocabulary that the finders of passwords and codes share; a phrase is written as it is said.
"""

from app import linear
from app.checks.words import Pattern, any_of, whole, whole_any


def ending(phrases: str) -> Pattern:
    """Any of the phrases as the last words of a text."""
    return linear.compile(rf"(?i)\b{any_of(phrases)}$")


PASSWORD_NOUN = any_of(r"""
    pass ?-?words?|pas+w[or]{2}[dt]s?|passowrds?|pasw?words?|pss?words?|cyfrinair|passwds?|passwrds?
    pass ?-?codes?|pass ?-?phrases?|pass ?-?keys?|pwords?|p'words?
    pwds?|p/?ws?|psw|pswds?|security answers?
    (?:memorable|secret|magic|security|verification|code|safe|challenge|confirmation|authentication) words?
    (?:duress|recovery) words?
    memorable (?:name|place|answer|information)|(?:recovery|seed) phrases?
    answers? to (?:the|your|my|our|his|her) (?:security|secret) questions?
""")
PASSWORD = whole(PASSWORD_NOUN)
USER_NAME = any_of(r"""
    user ?-?names?|user ?-?ids?|users?|u/?n|uname|log ?-?ins? (?:names?|ids?)|account names?
""")
ACCESS = whole_any(r"""
    log(?:s|ging|ged)? ?-?(?:in|on|ins|ons)|sign(?:s|ing|ed)?[ -]?(?:in|on)|credentials?|creds
    log(?:s|ging)? (?:\w+ ){0,2}(?:back )?(?:in|on)(?:to)?
    go(?:es|ing)? (?:back )?(?:in|on)(?:to \w+)? (?:as|under|with)
    gets? (?:\w+ ){0,2}(?:back )?in(?:to|side)?|getting (?:back )?in(?:to)?|got (?:back )?in(?:to)?
    lets? (?:you|us|me|them|her|him|anyone) (?:back )?(?:in|on)(?:to)?
    user ?names?|user ?ids?|accounts?|prompt(?:s|ed)?|admin|administrator
    unlock(?:s|ed|ing)?|locked|encrypt(?:s|ed)|protected|opens|open(?:s|ed)? (?:it|the|this|that|them|up)
    asks? (?:you |me |us )?for (?:a|one|it|the)|access(?:es)?|wi-?fi|wireless|network|ssid|router|hotspot
    reset|(?:set|changed|updated) (?:it|this|that|yours|them|his|hers|everyone|everybody)(?: back)? (?:to|as)
""")
THINGS = any_of(r"""
    doors?|gates?|alarms?|safes?|key ?-?safes?|(?:lock|key|cash|strong) ?-?box(?:es)?|locks?|padlocks?
    key ?-?pads?|barriers?|shutters?|entrances?|cupboards?|cabinets?|sheds?|garages?|buildings?|panels?
    burglar|intruder|store ?-?rooms?|stores?|staff ?-?room|car ?-?park|photo ?-?copiers?|copiers?|printers?
    franking(?: machine)?|voice ?-?mail|sim|ipads?|tablets?|laptops?|chromebooks?|toilets?|changing rooms?
    (?:boiler|plant|server|medical) ?-?room|kitchen|minibus|foyer|lobby|turnstile|lift|bollards?|bike ?sheds?
    boiler house|plant room|pump house|cellar|loft|basement|bins?|bin store|disarm|unset|pad
    (?:the|our|cash|shop) till
    playground|compound|containers?|phones?|mobiles?|handset|drawer|card|reception|annexe?|hut|pavilion
    sports hall|gym|pool|office|porch|intercom|heating|lockers?|terminal|cctv|main entrance|side entrance
""")
THING = whole(THINGS)
LOCK = whole_any(r"""
    doors?|gates?|alarms?|safes?|key ?-?safes?|(?:lock|key|cash) ?-?box(?:es)?|padlocks?|key ?-?pads?
    barriers?|unlocks?|unlocked
    locks?|entrances?|shutters?|burglar|intruder|panel|disarm|unset|(?:the|our|cash|shop) till
    (?:drugs?|medicine|key|filing|meds) (?:cabinet|cupboard)|voice ?-?mail
""")
CODE = whole_any(r"""
    codes?|pins?|combinations?|combo|otps?|passcodes?|one[- ]time password
    numbers? (?:you|they|he|she|I|we)(?:'ll)? (?:need|want|use)
    numbers? (?:for|to|of|on) (?:the|our|my) (?:\w+ ){0,2}?(?:locks?|padlocks?|safe|alarm|key ?pad|door|gate)
""")
SELF_NAMED = whole_any(rf"""
    (?:print|copier|printing|photocopy(?:ing)?|user|staff|entry|back) codes?
    (?:four|five|six|eight|4|5|6|8)[- ](?:digits|numbers|figures)(?: you need| to use)?
    pins?|pin (?:nos?|numbers?|codes?)|otps?|one[- ]time (?:code|password|passcode|pin)|pass ?codes?
    key ?codes?
    (?:verification|authenticat(?:ion|or)|security|2fa|mfa|access|unlock|reset) (?:pass)?codes?
    (?:log-?in|sign-?in) (?:pass)?codes?
    (?:confirmation|two[- ](?:factor|step)|entry|recovery|back-?up) (?:pass)?codes?
    {THINGS} (?:un)?(?:set )?(?:pass|key|access|entry|pin|user)? ?(?:codes?|pins?|combination|combo)
""")
_CODED = any_of(r"""
    post|cost|course|dress|discount|promo|promotion(?:al)?|voucher|qr|unit|subject|budget|area|dialling|std
    country
    product|item|stock|bar|colour|highway|module|exams?|centre|school|establishment|la|lea|dfe|nominal
    ledger|gl
    vat|tax|sic|zip|sort|swift|error|status|class|form|event|booking|reference|project|job|activity|absence
    attendance|register|registration|reason|ethnicity|sen|need|paper|qualification|specification|spec|syllabus
    invoice|expenses?|expenditure|income|account|accounting|finance|financial|department(?:al)?|team|fund
    grant
    supplier|vendor|customer|client|purchase|category|commodity|analysis|service|site|cpv|ward|fault|referral
    grade|pay|payroll|tariff|payment|donation|charity|gift|offer|delegate|training|session|lesson|workshop
    webinar|survey|coupon|member|membership|library|dewey|rent|meter|fuel|mileage|vehicle|trip|source|python
""")
_OF_MONEY = any_of(r"""
    (?:finance|accounts|payroll|procurement|purchasing) (?:team )?(?:say|says|said|told|tell|gave|confirm|think|want)\w* (?:\w+ ){0,4}codes?
""")  # noqa: E501 - one phrase a line
MONEY_CODE = whole_any(rf"""
    {_OF_MONEY}|(?:cost|budget|ledger|nominal|gl|finance|expenditure) (?:codes?|centres?)
""")
NOT_A_LOCK_CODE = whole_any(rf"""
    {_CODED} codes?|codes? (?:of|club)
    (?:event|session|delegate|training|workshop|webinar|survey|coupon|voucher|gift|offer) pins?
    safeguarding code
    {_OF_MONEY}
    codes? (?:for|to) (?:the )?(?:census|expenses?|stationery|supplies|supply|training|overtime|invoices?)
    gcse|a-?level|aqa|ocr|edexcel|wjec|btec|quiz|quizizz|kahoot|menti|mentimeter|slido|blooket|survey
    padlet|vote
    (?:enamel|drawing|push|safety|rolling|hair|bowling|bobby|badge|lapel) pins?|pins? (?:boards?|badges?)
""")
_OF_GAMES = any_of(r"""
    phonics|spelling|vocabulary|treasure hunt|escape[- ]room|puzzles?|riddle|coordinates|clues?
    in (?:the|a|our) (?:\w+ )?(?:play|story|book|film|novel|panto(?:mime)?|poem|game|lesson)|fairy
""")
OF_GAMES = whole(_OF_GAMES)
EXAMPLE = whole_any(rf"""
    e\.?g|for example|for instance|such as|never use|avoid|avoiding
    (?:do not|don't) (?:ever )?(?:use|choose|pick)
    weak|bad|common|commonest|commonly|not to use|along the lines of
    guessable
    (?:an?|the|one|some|good|bad) examples?|examples? (?:of|are|is|include)|made[- ]up|pretend|typical
    terrible|awful|things like|why|ban(?:s|ned)?|used by
    {_OF_GAMES}
""")
UNLIKE = any_of("like|instead of|rather than|similar to")
EXAMPLE_AFTER = whole_any(r"""
    (?:is|are|was|were|(?:would )?(?:be|make)|makes) (?:\w+ ){0,2}(?:easily|easy|weak|weaker|good|bad)
    (?:is|are|was|were|(?:would )?(?:be|make)|makes) (?:\w+ ){0,2}(?:strong|stronger)
    (?:is|are|would be|was|were) (?:\w+ ){0,2}(?:common|poor|terrible|examples?|guessed|cracked|worst|allowed)
    (?:is|are|was|were) (?:the most|far too|too|among)|for (?:example|instance)|(?:do|does) not meet
    can be cracked
    (?:is|are)n't (?:a |very )?(?:strong|enough|good|allowed|ok|acceptable|safe)|would take|will be rejected
""")
MEETING = whole_any(r"""
    meeting id|join (?:the |this |our |my )?(?:\w+ )?(?:meeting|call|webinar|session)|join (?:us )?(?:by|on)
    teams\.microsoft|microsoft teams|webinars?|conference id|conference call|zoom|dial[- ]in|to participate
    call[- ]in|teleconference|bridge line|1-8\d\d|(?:on|via|over|by|using) teams|google meet|webex
    teams (?:link|id|call|meeting|session|passcode|invite|invitation)|kahoot|menti|mentimeter|slido
    quiz (?:pin|code|id|link)
    game pin
""")
MEETING_ACCOUNT = whole(
    r"(?:zoom|teams|webex) (?:\w+ )?(?:accounts?|log ?-?ins?|sign ?-?in|admin|licences?|host)"
)
INTRODUCES = ending(r"""
    is|are|was|it's|its|that's|be|become|becomes|became|remains|now|use|uses|used|using|try|trying|type|typing
    enter|entering|input|(?:put|key|type|typing|punch|tap|keying) in|put|with|to|as|called|press|tap|dial
    say|said|reads?
    just|simply|still|this|currently|back to|either|or|then|and|needs?|took|follows|takes?|on
    the (?:word|words|code|number|numbers|letters|following)|wants?|tries|usual|old|new|same|need|so|by|via
    says?|gave (?:you|him|her|them|me)|from
""")
