"""Which words show anger, strong feeling, or a subject too raw for e-mail?

Named lists, one phrase a line (see ``words.py``). Anger is only what the author says in the first
person or hurls at somebody; "Mrs Shah was furious" is not among it.
"""

from app.checks.words import any_of, whole_any

_ANGRY = any_of("""
    furious|livid|fuming|seething|incensed|outraged|disgusted|appalled|infuriated|enraged|incandescent|angry
    beyond angry|absolutely sick|at the end of my tether
""")
_I_AM = any_of("(?:I|we)(?:'m| am| are|'re| was| were| have been|'ve been)")
_VERY = any_of("absolutely|utterly|totally|completely|frankly|simply|quite")
_BAD = any_of("""
    disgraceful|ridiculous|outrageous|appalling|unacceptable|ludicrous|pathetic|disgusting|shocking
""")
_DEGREE = any_of("absolutely|so|very|really|extremely|just|quite|utterly|still|rightly|beyond")

ANGER = whole_any(rf"""
    {_I_AM} (?:{_DEGREE} )*{_ANGRY}
    sick and tired|sick (?:to death )?of|fed up (?:with|of)|had it up to here|the last straw|enough is enough
    had enough of (?:this|your|you|being)|how dare (?:you|they|he|she)|don't you dare|shame on you
    you should be ashamed|for the (?:last|umpteenth|hundredth) time|beyond a joke
    {_VERY} {_BAD}|disgraceful|an? (?:(?:complete|total|utter|absolute) )?(?:disgrace|shambles|farce)
    utter (?:shambles|incompetence|nonsense|rubbish)
    (?:it|this|that)(?:'s| is) an? (?:(?:complete|total|absolute) )?joke
    what on earth (?:is|are|were|do|did)|what the hell|are you (?:serious|kidding|joking)
    never been so (?:insulted|angry|disgusted|humiliated)|I demand
    I will not (?:stand for|tolerate|put up with)
    (?:ridiculous|outrageous|ludicrous|pathetic) (?:excuse|behaviour|attitude|state of affairs)
    makes? me (?:so )?(?:angry|sick|furious)|(?:a waste of|wasting|wasted) (?:my|our) time
    driv(?:e|es|ing) me (?:mad|up the wall)|(?:run|running) out of patience|heads (?:to|will|should) roll
    messed (?:this|it|things) up (?:yet )?again|how could you
    wasting (?:everyone|everybody)'s time|(?:cannot|can't) believe you
""")

RAW_SUBJECT = whole_any(r"""
    custody|contact arrangements|child arrangements order|residence order|separation|divorce
    exclusion|excluded|permanent(?:ly)? exclu\w+|suspension|suspended|grievance|dispute|tribunal
    bereavement|passed away|death of|died|funeral|your loss
    (?:your|the|this|a|formal|my|our) complaint|complained|allegations? (?:against|about|that)
    (?:your|his|her) (?:son|daughter|child)'s behaviour
""")

FEELING = whole_any(r"""
    upset|upsetting|distress(?:ed|ing)?|angry|furious|livid|devastated|heart-?broken|heart-?breaking
    disgusted|appalled|outraged|worried sick|desperate|ashamed|humiliated|betrayed|let down|shocked|unfair
    in tears|crying|traumati[sc]\w*|(?:so|very|deeply|truly|terribly) sorry (?:for|to hear|about)|condolences
    deepest sympath\w+|hurt(?:ful)?|disgraceful|how dare|I (?:don't|do not|cannot|can't) accept
    I (?:strongly )?(?:resent|object)|blam(?:e|ing) (?:you|us|me|him|her)|your fault
""")

TAKEN_BACK = whole_any(r"""
    sorry|apolog(?:y|ies|ise|ize|ised)|misunderstood|misread|my mistake|I was wrong|I overreacted
    I (?:can )?(?:now )?(?:see|understand|realise)(?: now)?
""")

FELLOW_FEELING = whole_any("""
    no (?:problem|worries)|not to worry|(?:don't|do not) worry|me too|I (?:quite )?agree
    drives? me (?:mad|up the wall) (?:too|as well)
""")

AT_NOBODY = whole_any("""
    weather|rain|drizzle|sleet|snow|wind|fog|heatwave|pollen|hay ?fever|traffic|roadworks|hiccups
""")
