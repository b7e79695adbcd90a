r"""May the model alone be sure of this tone?

On mail unlike its training the model is surer than it should be: it took "take the boys away from their
overwhelming task" for a remark on men. So a sentence must also hold what its tone is about: a threat
something at stake, contempt the trait that it is for, anger its reader; gossip must tell, not ask. What lacks
it stays a mention. Named lists, one phrase a line (see ``words.py``).
"""

from app.checks.tone.offence_phrases import GROUPS, KINDS_OF_PEOPLE
from app.checks.tone.tones import CERTAIN, MENTION, WARNING
from app.checks.words import any_of, whole_any
from app.domain.reading import Act, Sentence, Tone

MEANT = frozenset({Tone.THREAT, Tone.DISCRIMINATION, Tone.SEXUAL, Tone.ABUSE})
"""What is grave where it is meant."""
_CERTAIN_ALONE = frozenset({Tone.ABUSE, Tone.SEXUAL, Tone.DEFAMATION})

_OFFICE = any_of("""
    police|social|social (?:workers?|services)|benefits|immigration|home office|enforcement|union|tribunal|hr
    director|board|trustees|governors|ombudsman|papers?|press|landlord|solicitors?|lawyers?|court
""")
_YOURS = any_of("""
    jobs?|contracts?|references?|appraisals?|probation|pension|pay|career|licen[cs]e|name|reputation|place
    school|grant|funding|renewal|hours|shifts?|duty|record|file|extension|application
    house|home|windows?|car|tyres|famil(?:y|ies)|wife|husband|kids?|child(?:ren)?|little ones|son|daughter
""")
_AT_STAKE = whole_any(rf"""
    (?:your|his|her|their) (?:\w+ )?{_YOURS}|(?:the|our) (?:\w+ )?{_OFFICE}
    regret|pity|shame|remember|memor(?:y|ies)|consequences?|think (?:twice|carefully|again)|watch(?:ing)? you
    absence|next time|won't enjoy|not be comfortable|happens? to
""")
"""What a threat, however soft, takes hold of, or the warning itself."""

_AGED = any_of("""
    (?:that|his|her|their|your|my|certain|of) age|age group|older|elderly|younger|oldies|pensioners?|too old
    too young|young (?:blood|girl|lad|mum|thing)|past it|stage of (?:her |his )?life|millennials?|boomers?
    generation
""")
_OF_SEX = any_of("""
    wom[ae]n|lad(?:y|ies)|girls?|females?|blokes?|lads|males?|m[ae]n|mothers?|mums?|mumsy|housewi(?:fe|ves)
    bab(?:y|ies)|pregnan(?:t|cy)|maternity|childbearing|menopaus(?:e|al)|hormon(?:es|al)|emotional|hysterical
    part[- ]timers?|gay|lesbian|camp|queer|trans|transition(?:ed|ing)?|pronouns?|married|single
""")
_OF_ORIGIN = any_of(r"""
    accents?|foreign(?:er|ers)?|english|british|native|born (?:here|abroad)|surnames?|that name|cultures?|skin
    religio\w+|faith|pray(?:er|ers|ing)?|mosques?|church|hijabs?|headscar(?:f|ves)|turbans?|veils?|burkas?
    ramadan|eid|sabbath|festivals|roma|countr(?:y|ies)|back home|over there|postcode|estate|class
    immigra\w+|visas?
""")
_OF_HEALTH = any_of(r"""
    disab\w+|wheel ?chairs?|on wheels|stammers?|deaf|blind|autis\w+|adhd|dyslexi\w+|condition|anxi\w+|nerves
    depress\w+|mental(?:ly)?|illness|sick|cope|ms|epilep\w+|special needs|send kids|slow|weight|size|fat
    obese|tonnage|hiv|crutches|hearing aids?
""")
_GROUND = whole_any(rf"""
    {KINDS_OF_PEOPLE}|{GROUPS}|blacks|whites|{_AGED}|{_OF_SEX}|{_OF_ORIGIN}|{_OF_HEALTH}
    (?:these|those|such|that sort of|this sort of|of) (?:people|famil(?:y|ies)|parents|couples?|kids|children)
    people like|that lot|their (?:kind|sort|own)
""")
"""Who or what somebody may be run down for."""

_DECISION = whole_any(r"""
    hir(?:e|ed|ing)|recruit\w*|appoint\w*|candidates?|short-?list\w*|interview\w*|applicants?|post|job|role
    rota|promot\w+|reception|front (?:desk|of house|line|counter)|counter|desk|on show|in the photos?
    tribunal|tenan(?:cy|ts?)|places?|admi(?:t|ssions?)|enrol\w*|move (?:him|her|them) on|training|course
    (?:give|offer) (?:him|her|them|it)|phones|lead|chair|cover|team
""")
"""What is decided about people; with a trait beside it, less certainty will do."""

_HEARSAY = whole_any(r"""
    they say|people say
    (?:every(?:one|body)|somebody|someone|we all) (?:\w+ )?(?:says?|said|knows?|reckons?|saw)
    apparently|word is|word has it|rumou?rs?|rumoured|between (?:us|you and me|ourselves)|heard why|seen with
    (?:was|were|been) seen|behind (?:his|her) back|affair|divorce[ds]?|carrying on|sleeping with|at it with
""")

_AT_READER = whole_any("you|your|you're|you've")
_IN_PASSING = whole_any(
    "as you (?:can |will |may )?(?:tell|see|know|say|said|imagine|asked|suggested)|if you like"
)


def is_enough(words: str, tone: Tone, heard: float) -> bool:
    """Whether a score is enough for certainty, with no word of the author's that confirms it."""
    if heard < WARNING:
        return False
    is_certain = heard >= CERTAIN
    match tone:
        case Tone.THREAT:
            return is_certain or _AT_STAKE.search(words) is not None
        case Tone.DISCRIMINATION:
            is_grounded = _GROUND.search(words) is not None
            return is_grounded and (is_certain or _DECISION.search(words) is not None)
        case Tone.ANGER:
            return is_certain or _AT_READER.search(_IN_PASSING.sub(" ", words)) is not None
        case Tone.GOSSIP:
            return is_certain and not _only_asks(words)
        case _:
            return not (tone in _CERTAIN_ALONE and (not is_certain or words.isupper()))


def is_ill_meant(sentence: Sentence, tone: Tone) -> bool:
    """Whether ill will is heard in it too, which makes a mention sure.

    People threaten in fun ("I'd shoot down any paper without a number"): of a threat that will must be sure.
    """
    needed = WARNING if tone is Tone.THREAT else MENTION
    return tone in MEANT and sentence.act.get(Act.ILL_WILL, 0.0) >= needed


def _only_asks(words: str) -> bool:
    return words.rstrip(" \"')").endswith("?") and _HEARSAY.search(words) is None
