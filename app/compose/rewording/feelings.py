"""How is anger said in a calmer way, and a refusal without a shrug?"""

from app.compose.rewording.phrase import Phrase

_VERY = (
    r"(?:(?:absolutely|utterly|totally|completely|quite|frankly|simply|truly|very|extremely|really|rightly|just"
    r"|still|genuinely|beyond|more than|literally),?\s+)*"
)
_CROSS = (
    r"(?:furious|livid|fuming|seething|incensed|outraged|disgusted|appalled|infuriated|enraged|incandescent"
    r"|angry|exasperated|horrified)"
)
_OUTRAGEOUS = (
    r"(?:outrageous|disgraceful|unacceptable|appalling|disgusting|ridiculous|ludicrous|shocking|scandalous|shameful"
    r"|pathetic|unbelievable|staggering|monstrous|intolerable|inexcusable|incredible|insulting|offensive"
    r"|extraordinary|beyond belief|beyond a joke)"
)
_OUTRAGE = (
    r"an?\s+(?:(?:absolute|utter|complete|total|complete\s+and\s+utter)\s+)?"
    "(?:outrage|disgrace|scandal|joke|farce|shambles)"
)
_CHORE = (
    "chasing|picking|carrying|cleaning|clearing|tidying|asking|explaining|repeating|waiting|doing|covering"
    "|sorting|redoing"
)

# Openings: what follows goes on.
FEELINGS = (
    Phrase(
        f"""
        (?:I am|I'm) {_VERY}{_CROSS},? {_VERY}{_CROSS},? (that|about|with|at|by|to)
        (?:I am|I'm) {_VERY}{_CROSS} (that|about|with|at|by|to)
        """,
        r"I am upset \1\2",
        "I am absolutely livid that the room change was put on a poster.",
        "I am upset that the room change was put on a poster.",
    ),
    Phrase(
        rf"(?:we are|we're) {_VERY}{_CROSS} (that|about|with|at|by|to)",
        r"we are upset \1",
        "We are beyond angry about the closure of the hall.",
        "We are upset about the closure of the hall.",
    ),
    Phrase(
        rf"(?:it is|it's) {_VERY}(?:{_OUTRAGEOUS}|{_OUTRAGE}) that",
        "I am concerned that",
        "It is an absolute disgrace that a child has to eat in a corridor!",
        "I am concerned that a child has to eat in a corridor.",
    ),
    Phrase(
        rf"I find it {_VERY}{_OUTRAGEOUS} that",
        "I am concerned that",
        "I find it quite unbelievable that the gate was left open.",
        "I am concerned that the gate was left open.",
    ),
    Phrase(
        rf"(?:I am|I'm) {_VERY}(?:astonished|amazed|astounded|staggered|flabbergasted|dumbfounded)"
        rf" (that|at|by)",
        r"I am surprised \1",
        "I am frankly astonished that the bundle went out late.",
        "I am surprised that the bundle went out late.",
    ),
    Phrase(
        "I (?:really |simply |just )?(?:can't|cannot|can not) believe(?: that)?",
        "I am surprised that",
        "I can't believe that the gate was left open.",
        "I am surprised that the gate was left open.",
    ),
    Phrase(
        "I am writing in (?:absolute |utter |complete )?(?:disgust|fury|anger|disbelief) (?:at|about)",
        "I am writing about",
        "I am writing in absolute disgust at the state of the field.",
        "I am writing about the state of the field.",
    ),
    Phrase(
        "I (?:demand|insist on|want|need) (?:to know|knowing|to be told) (who|what|why|when|where"
        "|how|whether)",
        r"Please could you tell me \1",
        "I demand to know who moved my filing cabinets.",
        "Please could you tell me who moved my filing cabinets?",
    ),
    Phrase(
        "it beggars belief that|it defies belief that|it makes my blood boil that",
        "I am concerned that",
        "It beggars belief that nobody picked up a phone!",
        "I am concerned that nobody picked up a phone.",
    ),
    Phrase(
        f"""
        (?:I am|I'm) {_VERY}sick (?:and tired )?(?:to (?:death|the (?:back )?teeth) )?of \
            (being|having|finding|hearing|seeing)
        (?:I am|I'm) {_VERY}(?:tired|weary) of (being|having|finding|hearing|seeing)
        (?:I am|I'm) {_VERY}fed up (?:to the (?:back )?teeth )?(?:with|of) \
            (being|having|finding|hearing|seeing)
        I have had (?:quite |more than )?(?:enough of|it up to here with) \
            (being|having|finding|hearing|seeing)
        """,
        r"I am frustrated at \1\2\3\4",
        "I am absolutely sick of finding the nursery gate unlocked!",
        "I am frustrated at finding the nursery gate unlocked.",
    ),
    Phrase(
        f"""
        (?:we are|we're) {_VERY}(?:sick(?: and tired| to death)?|tired|fed up|weary) (?:of|with) \
            (being|having|finding|hearing|seeing)
        """,
        r"we are frustrated at \1",
        "We are sick of being ignored by Highways.",
        "We are frustrated at being ignored by Highways.",
    ),
    Phrase(
        f"""
        (?:this|that|it)(?: is|'s) {_VERY}(?:{_OUTRAGEOUS}|{_OUTRAGE})\\s*[:;\\x{{2013}}-]
        """,
        "I am concerned about this:",
        "This is ridiculous: two weeks for a new password!",
        "I am concerned about this: two weeks for a new password.",
    ),
    Phrase(
        f"""
        (?:I am|I'm) {_VERY}sick (?:and tired )?(?:to (?:death|the (?:back )?teeth) )?of \
            ({_CHORE})
        (?:I am|I'm) {_VERY}(?:tired|weary|fed up) (?:of|with) \
            ({_CHORE})
        """,
        r"I am frustrated at having to keep \1\2",
        "I am sick to the back teeth of chasing your team for one number.",
        "I am frustrated at having to keep chasing your team for one number.",
    ),
    Phrase(
        f"""
        (?:I am|I'm) {_VERY}sick (?:and tired )?(?:to (?:death|the (?:back )?teeth) )?of (the|these|this|that)
        (?:I am|I'm) {_VERY}fed up (?:to the (?:back )?teeth )?(?:with|of) (the|these|this|that)
        I have had (?:quite |more than )?(?:enough of|it up to here with) (the|these|this|that)
        I am at the (?:very )?end of my (?:tether|patience) with (the|these|this|that)
        """,
        r"I am frustrated with \1\2\3\4",
        "I am sick and tired of the state of the staffroom.",
        "I am frustrated with the state of the staffroom.",
    ),
)

CANNOT = (
    Phrase(
        "I (?:do not|don't) have (?:the )?time to",
        "I am not able to",
        "I don't have time to explain the form again.",
        "I am not able to explain the form again.",
    ),
    Phrase(
        "I(?: am|'m) (?:far|much) too busy to",
        "I am not able to",
        "I am far too busy to explain the reasons.",
        "I am not able to explain the reasons.",
    ),
    Phrase(
        "I have (?:absolutely )?no intention of",
        "I will not be",
        "I have no intention of reading the list.",
        "I will not be reading the list.",
    ),
    Phrase(
        "(?:it is|it's) not (?:my|our) (?:job|place|business|problem) to",
        "I am not able to",
        "It is not my job to find the forms.",
        "I am not able to find the forms.",
    ),
)

WHOLES = (
    Phrase(
        """
        (?:that|this|it)(?: is|'s) not (?:really )?(?:my|our) \
            (?:problem|job|department|concern|responsibility|business)
        (?:that|this|it) (?:is not|isn't) (?:really )?(?:my|our) \
            (?:problem|job|department|concern|responsibility|business)
        not (?:my|our) (?:problem|job|department|circus)(?:,? not my (?:problem|job|department|circus))?
        (?:that|this|it)(?: is|'s) not what I(?: am|'m) paid for
        (?:that's|that is|it's|it is)? ?not in my job description
        """,
        "This is not something I can help with.",
        "That is not my problem.",
        "This is not something I can help with.",
    ),
    Phrase(
        """
        (?:that|this|it)(?: is|'s) (?:simply |just |really )?not good enough
        (?:that|this|it) (?:simply |just |really )?(?:isn't|is not) good enough
        """,
        "I am concerned about this.",
        "This is simply not good enough.",
        "I am concerned about this.",
    ),
    Phrase(
        "I(?: am|'m) not (?:prepared|willing|going) to discuss (?:it|this|that|the matter)(?:"
        " any)?(?: further)?",
        "I am not able to discuss this further.",
        "I am not prepared to discuss it further.",
        "I am not able to discuss this further.",
    ),
    Phrase(
        f"""
        (?:this|that|it)(?: is|'s) {_VERY}(?:{_OUTRAGEOUS}|{_OUTRAGE})(?: and (?:I am|I'm) {_VERY}{_CROSS})?
        """,
        "I am concerned about this.",
        "This is absolutely unacceptable!!",
        "I am concerned about this.",
    ),
    Phrase(
        rf"(?:I am|I'm) {_VERY}{_CROSS}",
        "I am upset.",
        "I am beyond angry!",
        "I am upset.",
    ),
    Phrase(
        "I (?:don't have|do not have|haven't got|have not got) (?:the )?(?:time|energy|patience) for"
        " (?:this|that|it)(?: today| now| right now)?",
        "I am not able to take this on.",
        "I don't have time for this.",
        "I am not able to take this on.",
    ),
    Phrase(
        "noted",
        "Thank you, I have noted this.",
        "Noted.",
        "Thank you, I have noted this.",
    ),
    Phrase(
        "how many (?:more )?times (?:do|must|should) I (?:have to |need to )?ask (?:you,?"
        " )?(?:please,? )?for (.+?)",
        r"Please could I have \1?",
        "How many more times must I ask you, please, for the dinner numbers?",
        "Please could I have the dinner numbers?",
    ),
    Phrase(
        "I (?:don't|do not) see why I should have to deal with (?:this|that|it)",
        "I do not think that I am the right person for this.",
        "I don't see why I should have to deal with this.",
        "I do not think that I am the right person for this.",
    ),
)
