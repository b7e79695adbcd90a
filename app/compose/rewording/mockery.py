"""Which mocking openings lead up to something plain, and what is left without them?"""

from app.compose.rewording.phrase import Phrase

# Cut only when what is left stands alone, and what is left is then often a plain statement.
SARCASM = (
    Phrase(
        """
        (?:oh )?(?:great|brilliant|wonderful|marvellous|fantastic|lovely|super|bravo)[,.!]
        (?:oh )?(?:charming|perfect|terrific)[,.!]
        (?:oh )?(?:great|nice|good|top|stellar|brilliant) (?:job|work|going|one|stuff)(?: everyone| \
            everybody| all| team)?[,.!]
        well done(?: everyone| everybody| all| team| you)?[,.!]
        (?:well,? )?(?:what a surprise|surprise,? surprise|oh joy|lucky (?:me|us)|no surprise(?: \
            there)?|who would have thought it)[,.!:]
        """,
        "",
        "Bravo, the minibus is on the red line again and I have 40 miles to drive.",
        "The minibus is on the red line again and I have 40 miles to drive.",
    ),
    Phrase(
        "thanks for nothing[,.!]*|thank you for nothing[,.!]*|thanks a (?:bunch|lot|million)[,.!]"
        "|many thanks for that[,.!]",
        "",
        "Thanks for nothing, the form was not signed.",
        "The form was not signed.",
    ),
    Phrase(
        """
        (?:perhaps |maybe )?(?:had you|if you had|if you'd) (?:even |only |actually )?(?:bothered|taken the \
            trouble|troubled) to (?:check|look|ask|read (?:it|this|that)),? you (?:would|might) \
            (?:know|see|have \
            (?:known|seen|noticed|found))(?: that)?
        """,
        "",
        "Had you bothered to check, you would have seen the date was wrong.",
        "The date was wrong.",
    ),
)

# A reproach that leads up to a fact: what follows "that" stands alone.
LESSONS = (
    Phrase(
        """
        (?:well,? )?(?:perhaps |maybe )?(?:had you|if you had|if you'd) (?:even |only |actually \
            )?(?:bothered|taken the \
            trouble|troubled) to [a-z' ]{2,40},? you(?:'d| would| might) (?:know|see|remember|have \
            (?:known|seen|noticed|heard|learnt)) that
        """,
        "",
        "If you'd bothered to come to the meeting you'd know that the budget is £9,500.",
        "The budget is £9,500.",
    ),
)

# Ironic: what follows is cut free only where it says when or how many.
IRONY = (
    Phrase(
        """
        how (?:very |truly |perfectly \
            )?(?:lovely|wonderful|marvellous|kind|thoughtful|generous|nice|delightful|splendid) that
        (?:it(?:'s| is)|isn't it|is it not) (?:so |truly \
            )?(?:lovely|wonderful|marvellous|great|nice|delightful|good to know) that
        what a (?:joy|treat|pleasure|surprise|delight|comfort) that
        """,
        "",
        "How lovely that the register arrived at noon.",
        "The register arrived at noon.",
    ),
)
