"""How is blame said without pointing at somebody, and a reproachful question as a plain one?"""

from app.compose.rewording.demands import ORDERS
from app.compose.rewording.phrase import Phrase

_THING = r"((?:the|your|my|our|this|that|these|those|any)\s+[^,;:!?]+?)"
_ED = (
    "lock|sign|book|check|return|attach|confirm|order|collect|clean|clear|record|upload|deliver|report|answer"
    "|open|print"
)
_D = "complete|update|close|share|arrange|remove|include"
_ONE = r"((?:the|your|my|our|this|that)\s+(?:[a-z-]+\s+)?[a-z-]+[^s\W])"
_MANY = r"((?:the|your|my|our|these|those)\s+(?:[a-z-]+\s+)?[a-z-]+[^siu\W]s)"
_FAILED = (
    r"(?:(?:yet|once) again,? )?you (?:(?:have )?(?:again |once again |yet again |also |still |simply )?"
    "(?:failed to|neglected to|omitted to|forgot to|forgotten to)"
    "|(?:did not|didn't)(?: even)?(?: bother to| remember to)?)"
)
_WHEN = r"((?:\s+(?:by|on|before|until|this|last|yesterday|today|in\s+time)(?:\s+[^,;:!?]+?)?)?)"
_AGAIN = r"(?:\s+(again))?"
_SEND = r"(?:send|return|submit|provide|forward|supply|give|let)"
_TO_US = r"(?:\s+(?:to\s+)?(?:me|us))?"

BLAME = (
    Phrase(
        f"""
        (?:(?:yet|once) again,? )?you (?:have )?(?:again |also |still )?(?:failed|neglected|omitted) to \
            {_SEND}{_TO_US} {_THING}{_WHEN}
        """,
        r"\1 did not reach me\2.",
        "You failed to send me the signed form by Friday.",
        "The signed form did not reach me by Friday.",
    ),
    Phrase(
        """
        you (?:have )?(?:again |once again |also |still )?(?:failed|neglected) to (?:reply|respond|answer)
        you (?:have not|haven't) (?:even )?bothered to (?:reply|respond|answer)
        you (?:could not|couldn't) (?:even )?be bothered to (?:reply|respond|answer)
        """,
        "I have not had a reply.",
        "You have not bothered to reply.",
        "I have not had a reply.",
    ),
    Phrase(
        f"""
        you (?:have )?(?:again |once again |also |still )?(?:failed|neglected) to (?:reply|respond) to \
            {_THING}{_WHEN}
        you (?:have not|haven't) (?:even )?bothered to (?:reply|respond) to {_THING}{_WHEN}
        """,
        r"I have not had a reply to \1\3\2\4.",
        "You have not even bothered to reply to my letter of 3 March.",
        "I have not had a reply to my letter of 3 March.",
    ),
    Phrase(
        f"""
        you (?:have not|haven't) (?:even )?bothered to {_SEND}{_TO_US} {_THING}{_WHEN}
        you(?: still (?:have not|haven't)|(?: have|'ve) still not) \
            (?:sent|returned|submitted|provided|given){_TO_US} {_THING}{_WHEN}
        you (?:could not|couldn't) (?:even )?be bothered to {_SEND}{_TO_US} {_THING}{_WHEN}
        """,
        r"I have not yet had \1\3\5\2\4\6.",
        "You have not bothered to send me the risk assessment.",
        "I have not yet had the risk assessment.",
    ),
    Phrase(
        f"""
        (?:you )?(?:clearly|obviously|evidently|plainly) (?:you )?(?:did not|didn't|have not|haven't) \
            (?:even )?(?:bother(?:ed)? to )?read {_THING}
        it(?:'s| is) (?:quite |perfectly )?(?:clear|obvious) (?:to me )?that you (?:did not|didn't|have \
            not|haven't) (?:even )?(?:bother(?:ed)? to )?read {_THING}
        you (?:did not|didn't|have not|haven't) even read {_THING}
        """,
        r"You may not have seen \1\2\3.",
        "You clearly did not read the guidance.",
        "You may not have seen the guidance.",
    ),
    Phrase(
        """
        (?:perhaps )?(?:if you had|had you) (?:actually |even )?(?:bothered to )?read (?:my|our) (last \
            |earlier |previous )?(e-?mail|message|letter)(?: properly| carefully)?,? you \
            (?:would|might|should) (?:know|see|have known|have seen) that (.+?)
        """,
        r"As my \1\2 says, \3.",
        "If you had bothered to read my last e-mail you would know that the hall is shut on Monday.",
        "As my last e-mail says, the hall is shut on Monday.",
    ),
    Phrase(
        """
        why (?:on earth |the hell )?(have|had|did|could) you (?:still )?not (.+?)
        why (?:on earth |the hell )?(?:have|had|did|could)n't you (?:still )?not (.+?)
        """,
        r"Could you tell me why you \1 not \2?",
        "Why on earth have you not sent the register?",
        "Could you tell me why you have not sent the register?",
    ),
    Phrase(
        rf"{_FAILED} ({_ED}) {_MANY}{_AGAIN}{_WHEN}",
        r"\2 were \3 not \1ed\4.",
        "You didn't sign the forms again.",
        "The forms were again not signed.",
    ),
    Phrase(
        rf"{_FAILED} ({_ED}) {_ONE}{_AGAIN}{_WHEN}",
        r"\2 was \3 not \1ed\4.",
        "You failed to lock the gate on Friday.",
        "The gate was not locked on Friday.",
    ),
    Phrase(
        rf"{_FAILED} ({_D}) {_MANY}{_AGAIN}{_WHEN}",
        r"\2 were \3 not \1d\4.",
        "You forgot to close the windows.",
        "The windows were not closed.",
    ),
    Phrase(
        rf"{_FAILED} ({_D}) {_ONE}{_AGAIN}{_WHEN}",
        r"\2 was \3 not \1d\4.",
        "You failed to update the register.",
        "The register was not updated.",
    ),
    Phrase(
        rf"you (?:have )?(?:again |also )?left {_ONE} (open|unlocked|unattended|running|dirty){_WHEN}",
        r"\1 was left \2\3.",
        "You left the side gate open on Friday.",
        "The side gate was left open on Friday.",
    ),
    Phrase(
        r"you(?: have|'ve)? (?:completely |again |also )*missed (the|my|our)((?: [^,;:!?]{1,30})?) deadline"
        r"((?: for [^,;:!?]+?)?)",
        r"\1\2 deadline\3 has passed.",
        "You have missed the deadline for the census.",
        "The deadline for the census has passed.",
    ),
    Phrase(
        r"you(?: have|'ve)? (?:again |also )?made (an?|another) (?:silly |stupid |careless |basic )*"
        r"(mistake|error|slip) (in|on|with) (.+?)",
        r"There is \1 \2 \3 \4.",
        "You have made another careless mistake in the register.",
        "There is another mistake in the register.",
    ),
    Phrase(
        rf"you(?: have|'ve)? (?:also )?(?:got|put) {_ONE} wrong{_WHEN}",
        r"\1 was wrong\2.",
        "You got the room number wrong on Monday.",
        "The room number was wrong on Monday.",
    ),
    Phrase(
        "you (?:really )?(?:should|ought to|(?:could|might) at least)(?: have|'ve| of) "
        "(told|asked|warned|rung|called|sent|given|shown|checked with|spoken to) (.+?)",
        r"It would have helped if you had \1 \2.",
        "You should have told me about the closure.",
        "It would have helped if you had told me about the closure.",
    ),
    Phrase(
        """
        I(?: have|'ve) (?:now )?(?:asked|begged|chased)(?: you)? (?:repeatedly|several times|many times|over \
            and over(?: again)?|time and (?:time )?again|again and again) for (.+?)
        """,
        r"Please could I have \1?",
        "I have asked you time and again for the dinner numbers.",
        "Please could I have the dinner numbers?",
    ),
    Phrase(
        """
        you(?:'ve| have) (?:got )?(?:until|till) ([^,;:]+?) to ([a-z][^,;:]+?)
        """,
        r"Please could you \2 by \1?",
        "You have got until Friday to send me the forms.",
        "Please could you send me the forms by Friday?",
    ),
)

QUESTIONS = (
    Phrase(
        f"""
        (?:why )?(?:can't|cannot|can not|couldn't) you (?:just |simply |ever |even |at least \
            )+({ORDERS}(?: .+?)?)
        (?:is|was|would) it (?:be |really |so |that |too |very )*(?:hard|difficult|much trouble|much to ask) \
            (?:for (?:you|your [a-z]+|anyone|anybody|somebody) )?(?:to|that you) ({ORDERS}(?: .+?)?)
        would it (?:really )?(?:kill|hurt) (?:you|anyone|anybody) to ({ORDERS}(?: .+?)?)
        it(?: would|'d) be (?:nice|lovely|good|great) if,? (?:just )?(?:for )?(?:once,? )?you \
            (?:could|would) \
            (?:for once |actually |at least |just )*({ORDERS}(?: .+?)?)
        """,
        r"Please could you \1\2\3\4?",
        "Is it really so hard to copy in the office?",
        "Please could you copy in the office?",
    ),
    Phrase(
        "how (?:on earth |the hell |exactly )?did you manage to (.+?)",
        r"Could you tell me how you came to \1?",
        "How on earth did you manage to lose the keys?",
        "Could you tell me how you came to lose the keys?",
    ),
    Phrase(
        "whose (?:(?:bright|brilliant|clever|stupid|great) )*idea was it to (.+?)",
        r"Could you tell me who decided to \1?",
        "Whose bright idea was it to move the bins?",
        "Could you tell me who decided to move the bins?",
    ),
    Phrase(
        "what (?:on earth |exactly )?makes you think (?:that )?(.+?)",
        r"Could you tell me why you think that \1?",
        "What on earth makes you think that we have a spare hall?",
        "Could you tell me why you think that we have a spare hall?",
    ),
    Phrase(
        "when (?:on earth |exactly )?(?:will|are) you (?:going to )?(?:finally |ever |bother to )+(.+?)",
        r"Could you tell me when you will \1?",
        "When will you finally send the register?",
        "Could you tell me when you will send the register?",
    ),
    Phrase(
        "(?:so )?are you (?:actually |ever |even )?going to (.+?),? or (?:not|what)",
        r"Could you tell me whether you are going to \1?",
        "Are you actually going to send the forms or not?",
        "Could you tell me whether you are going to send the forms?",
    ),
    Phrase(
        "(?:did|have) you (?:even|actually|ever)(?: bother(?:ed)? to)? read (.+?)",
        r"Have you had a chance to read \1?",
        "Did you even bother to read the guidance?",
        "Have you had a chance to read the guidance?",
    ),
    Phrase(
        "when (?:exactly |precisely |on earth )?(?:were|are) you (?:planning|going|intending"
        "|proposing|hoping) to (.+?)",
        r"Could you tell me when you plan to \1?",
        "When exactly were you planning to send the agenda?",
        "Could you tell me when you plan to send the agenda?",
    ),
)
