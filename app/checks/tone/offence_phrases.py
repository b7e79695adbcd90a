r"""Which phrases offend whoever says them?

A group of people with a sweeping bad word about all of it, a slur used of somebody, a remark on somebody's
looks, sexual acts by name, a hard word for the reader's child, harm to the reader's things. Phrases, never
a word alone: equality work, lessons and welcomes name the same groups.
"""

from app.checks.words import any_of, whole_any

_PLACES = any_of("""
    Romania|Poland|Bulgaria|Albania|Pakistan|India|Bangladesh|Nigeria|Somalia|Syria|Afghanistan|Africa|Ireland
    China|Ukraine|Eastern Europe|the Middle East|abroad|over there
""")
KINDS_OF_PEOPLE = any_of("""
    black|asian|muslim|islamic|jewish|gypsy|traveller|roma|romanian|polish|pakistani|indian|bangladeshi|african
    somali|albanian|irish|chinese|arab|eastern european|foreign|immigrant|refugee|disabled|gay|lesbian|trans
""")
_PEOPLE = any_of(
    "famil(?:y|ies)|people|parents|kids|children|boys|girls|men|women|lot|pupils|staff|mothers|fathers"
)
GROUPS = any_of("""
    muslims|jews|gypsies|travellers|romanians|poles|pakistanis|indians|africans|somalis|albanians|foreigners
    immigrants|refugees|asylum seekers|arabs|the irish|the chinese|gays|lesbians
""")
_GROUP = any_of(rf"""
    (?:those|these|that|the)? ?(?:lot|people|famil(?:y|ies)|parents) from {_PLACES}
    {KINDS_OF_PEOPLE} {_PEOPLE}|{GROUPS}
""")
_ALWAYS_BAD = any_of(r"""
    never (?:\w+ )?(?:answer|turn up|pay|reply|work|learn|listen|bother|care|help|wash|read|tidy)
    (?:can't|cannot|can not) be trusted
    (?:do not|don't) (?:\w+ )?(?:belong|value|care about|bother)
    (?:all |always |just )?(?:steal|thieve) (?:and|from|anything|everything)
    (?:are|is) (?:all|always|just|so|naturally) (?:the same|lazy|liars|thieves|criminals|late)
    (?:are|is) (?:all|always|just|so|naturally) (?:dirty|stupid|on benefits)
    (?:are|is) (?:lazy|thieves|liars|criminals|dirty|stupid|thick|backward|scum|animals)
    should (?:all )?(?:be sent (?:home|back)|go (?:home|back))|ought to go (?:home|back)
""")
_SLUR_ALONE = any_of("poof(?:ter)?|paki|pikey|tranny|retard|n[i1]gg(?:er|a)|wog|spaz")
_SUCH_A = any_of("(?:such |just |only )?an?(?: (?:complete|total|right|proper|little|big|fucking|bloody))?")
_DRESSED = any_of("dress|skirt|top|jeans|outfit|suit|shirt|blouse|leggings|swimsuit|bikini|heels")
_SCANT = any_of("bikini|swimsuit|swimming trunks|trunks|leggings|stockings|lingerie")
_LOOKS = any_of(rf"""
    look(?:ed|ing)? (?:(?:really|so|very|well|dead|pretty) )?(?:hot|sexy|fit) in (?:that|your|the) {_DRESSED}
    (?:look|looked|are|were) (?:so|really|very|well|dead) sexy
""")

_HOME = any_of(
    "(?:gypsy|traveller|gypsy and traveller|asylum|refugee|roma) (?:site|camp|hostel|famil(?:y|ies)|lot)"
)
_THIEVING = any_of("""
    (?:steal|thieve|rob|nick) (?:and|from|anything|everything|things)|(?:are|'re) (?:all )?thieves
""")

DEMEANING = whole_any(rf"""
    (?:{_HOME}|{GROUPS})[^\n]{{0,80}}[ ,]they (?:\w+ )?{_THIEVING}
    {_GROUP},? (?:(?:they|who|all|just|simply) )?{_ALWAYS_BAD}
    {_GROUP}[^.!?\n]{{0,60}} should (?:all )?(?:be sent|go) (?:home|back)
    (?:he|she|you|they)(?:'s|'re| is| are| was| were) {_SUCH_A} {_SLUR_ALONE}
""")
ON_LOOKS = whole_any(rf"""
    you {_LOOKS}
    you(?:'ve| have) (?:\w+ )?filled out (?:nicely|beautifully|in all the right places)
    you look(?:ed)? (?:\w+ )?(?:good|great|amazing|gorgeous|stunning|lovely) in (?:a|your|that|those) {_SCANT}
""")
EXPLICIT = whole_any(r"""
    (?:blow|hand|rim) ?jobs?|cums?|cumming|cunnilingus|fellatio|masturbat\w+|orgasms?|orgasmic|erections?
    horny|dildos?|vibrators?|threesomes?|gang ?bang\w*|anal sex|oral sex|porn(?:o|ographic)?|nudes|dick pics?
    boobs?
    (?:my|your|his|her|big|hard|huge|nice|great|lovely|cracking|fit) (?:cock|dick|tits|pussy|arse)
    naked (?:photos?|pictures?|selfies?|body)
    (?:fuck|shag|screw|bang)(?:ed|ing)? (?:me|you|him|her|them)
    give (?:him|her|me|you) one|in bed with|sex with
""")
_HARD = any_of("thug|brat|liar|monster|animal|yob|thief|idiot|waste of space|bully")
HARD_ON_A_CHILD = whole_any(rf"""
    your (?:son|daughter|child|boy|girl|kid)(?:'s| is| was) an? (?:(?:little|nasty|vicious|complete) )*{_HARD}
""")
_PROPERTY = any_of("tyres?|car|van|bike|windows?|house|windscreen|door|desk|laptop|garden|fence")
_I_WILL = any_of("I'll|we'll|I will|we will|I'm going to|I am going to|gonna")
DAMAGE = whole_any(rf"""
    {_I_WILL} (?:let your tyres down|let down your tyres)
    {_I_WILL} (?:\w+ )?(?:slash|scratch|smash|wreck|burn|trash|torch)(?: up)? your {_PROPERTY}
    hang yourself|go (?:and |away and )?kill yourself
""")
SAID_TO_BE_WRONG = whole_any("""
    myths?|stereotyp(?:e|es|ed|ical|ing)|untrue|not true|false|offensive|wrong to (?:say|think)|prejudiced?
    unacceptable to|challenge(?:s|d)?|racis[mt]|discrimination|assum(?:e|ption|ptions|ing)|lesson|poem|novel
""")
