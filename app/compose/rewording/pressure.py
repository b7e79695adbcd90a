"""How is an urgent wish said without pushing, and which words only add weight?"""

from app.compose.rewording.phrase import Phrase

# Anywhere; the words of haste. Where the sentence says by when, haste adds nothing and goes.
HASTE = (
    Phrase(
        """
        (?:immediately|right now|right away|straight away|without (?:further )?delay|this \
            (?:instant|minute|second))
        (?:a\\.?s\\.?a\\.?p\\.?|with immediate effect|as a matter of (?:extreme |great )?urgency|urgently)
        """,
        "as soon as you can",
        "Send me the form immediately.",
        "Please could you send me the form as soon as you can?",
    ),
)

DROP_EVERYTHING = (
    Phrase(
        """
        (?:just )?(?:drop|stop|leave) (?:everything|what(?:ever)? you(?:'re| are) doing)(?: else)?,?(?: \
            and| then)?
        """,
        "",
        "Drop everything and send me the register by noon.",
        "Please could you send me the register by noon?",
    ),
    Phrase(
        """
        stop (?:messing about|arguing|asking questions|making excuses|(?:hiding|sheltering) behind the \
            (?:policy|rules))(?: and|,| now,)
        stop (?:fobbing (?:me|us) off|wasting (?:my|our) time|pretending[^,;.!?]{0,40})(?: and|,| now,)
        stop ignoring (?:me|us|(?:my|our|these|the) (?:e-?mails?|messages?|calls?|letters?|requests?))(?: \
            and|,)
        (?:hurry up|get a move on|(?:get|pull) your finger out|wake up|make an effort|pull yourself \
            together|get your \
            act together|do your job|buck up(?: your ideas)?|grow up|come on)(?:,| and|, and)
        """,
        "",
        "Stop hiding behind the policy and answer the question!",
        "Please could you answer the question?",
    ),
)

ENDINGS = (
    Phrase(
        """
        no (?:excuses|arguments?|exceptions|questions|ifs,? no buts|ifs or buts|ifs and buts|ifs,? buts or \
            maybes|debate|messing)
        I mean (?:now|it)
        or else
        """,
        "",
        "I want the figures on my desk by 4, no excuses.",
        "Please could I have the figures by 4?",
    ),
    Phrase(
        """
        is that (?:too much to ask|clear|understood)
        do I make myself (?:perfectly |absolutely )?clear
        if (?:it isn't|it is not|that's not|that isn't) too much (?:trouble|bother|to ask)
        strange as (?:it|that) may (?:seem|sound)(?: to you)?
        whatever (?:your|the) excuse(?: is| may be)?
        as (?:usual|per usual|ever|per|always)
        as (?:any (?:fool|adult|child)|everyone|everybody) knows|as you (?:well|should) know
        as (?:anyone|anybody|everyone|everybody) who (?:[a-z]+ ){1,4}(?:would|will|could|should) \
            (?:have )?(?:know|known|see|seen|tell)
        (?:it|this|that)(?:'s| is) (?:not|hardly) (?:exactly |that |really )?(?:rocket science|brain \
            surgery|difficult|hard|complicated)
        (?:it|this|that) (?:isn't|is not) (?:exactly |that |really )?(?:rocket science|brain \
            surgery|difficult|hard|complicated)
        how hard can (?:it|that) be|(?:or )?is (?:that|it) (?:really )?(?:so|too|that) (?:hard|difficult)
        or is (?:that|it) too much (?:to ask|trouble)
        what a surprise|surprise,? surprise|believe it or not|simple as that|end of story|end of discussion
        so (?:please |kindly )*(?:save your breath|drop it)|slowly this time|whatever time it is
        that(?: is|'s) (?:really )?all I have to say(?: on the matter| about it)?
        I(?: am|'m) (?:absolutely |utterly |totally |quite |very )?(?:furious|livid|fuming)(?: about it)?
        (?:though|although) I (?:appreciate|realise|suppose)(?: that)?(?: that)? may be (?:hard|difficult) \
            to follow
        (?:frankly|honestly|quite frankly|to be frank|to be honest)
        """,
        "",
        "Send me the register by 10, is that clear?",
        "Please could you send me the register by 10?",
    ),
)

# These need no comma before them.
TAILS = (
    Phrase(
        """
        so (?:that )?even (?:you|a child|a toddler) (?:can|could|might|will) \
            (?:follow|understand|manage)(?: it| this)?
        if you can be bothered
        for once(?: in your (?:life|lives))?
        for (?:goodness|heaven's|pity's) sake
        """,
        "",
        "Send me the register by 10 if you can be bothered.",
        "Please could you send me the register by 10?",
    ),
)

# Words that only add weight. Each must leave a whole sentence behind.
STRENGTH = (
    Phrase(
        r"(?:utterly|absolutely|totally|completely and utterly|frankly|quite frankly|literally"
        r"|blatantly|downright)\s+",
        "",
        "The form was utterly unclear to us.",
        "The form was unclear to us.",
    ),
    Phrase(
        r"(the|this|that|these|those|your|such|my|our)\s+(?:ridiculous|pathetic|absurd|so-called"
        r"|precious|stupid|wretched|endless|damned?)\s+",
        r"\1 ",
        "Nobody has explained this ridiculous form to us.",
        "Nobody has explained this form to us.",
    ),
    Phrase(
        "(why|what|when|who|where) (?:on earth|in (?:heaven's|god's|the) (?:name|world)|the hell|the heck)",
        r"\1",
        "What on earth is this form for?",
        "What is this form for?",
    ),
    Phrase(
        "(?:yet|once) again",
        "again",
        "Yet again the hall was locked.",
        "Again the hall was locked.",
    ),
    Phrase(
        r"\s+(?:you people|you lot|the (?:whole )?lot of you)",
        " you",
        "Nobody has told the lot of you.",
        "Nobody has told you.",
    ),
)

# Between commas: what the writer supposes of the reader.
ASIDES = (
    Phrase(
        "which I (?:can only|recognise|realise|appreciate|suppose|imagine|presume|assume)[^,;.!?]{2,80}",
        "",
        "If you scroll down, which I recognise is an effort, you will find the form.",
        "If you scroll down, you will find the form.",
    ),
)
