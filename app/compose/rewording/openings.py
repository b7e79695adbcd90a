"""Which openings make a plain sentence sound like a reproach, and what is left without them?"""

from app.compose.rewording.phrase import Phrase

_MAIL = r"(?:e-?mails?|messages?|letters?|notes?|correspondence)"
_LAST = r"(?:last|previous|earlier|recent|many|several|other)"
_SAID = r"(?:said|mentioned|stated|explained|told you|told you all|pointed out|advised|made clear|asked)"
_AGAIN = (
    "(?:already|before|repeatedly|once|(?:several|many|countless) times|more than once"
    "|time and (?:time )?again)"
)
_PLAIN = r"(?:absolutely |perfectly |quite |very |crystal |totally )?(?:clear|plain|blunt|frank|honest)"

REPROACHES = (
    Phrase(
        f"""
        as (?:I|we)(?: have|'ve)?(?: already| repeatedly| clearly| now)* {_SAID}(?: {_AGAIN})*(?: to you)?,
        as (?:I|we)(?: believe| think| am sure)? (?:I|we)(?: have|'ve)(?: already| repeatedly)* {_SAID}(?: \
            {_AGAIN})*,
        as (?:I|we)(?: have|'ve)?(?: already)? {_SAID} in (?:both of |all of )?(?:my|our) {_LAST} {_MAIL},?
        as (?:I|we)(?: have|'ve) (?:already|repeatedly) {_SAID}(?: {_AGAIN})*
        """,
        "",
        "As I have already explained more than once, the form goes to finance.",
        "The form goes to finance.",
    ),
    Phrase(
        rf"(?:as )?per (?:my|our) {_LAST} {_MAIL},?|as (?:stated|said|mentioned|explained) in (?:my"
        rf"|our) {_LAST} {_MAIL},?",
        "",
        "As per my last e-mail, the hall is booked on Friday.",
        "The hall is booked on Friday.",
    ),
    Phrase(
        r"as (?:has been )?(?:previously|already|clearly|repeatedly) (?:been )?(?:stated|mentioned"
        r"|advised|explained|said),?",
        "",
        "As previously stated, the office closes at 4.",
        "The office closes at 4.",
    ),
    Phrase(
        """
        as any (?:competent |decent |sensible )?[a-z]+ (?:knows|can see|could see|would know|can tell),
        as (?:anyone|anybody|everyone|everybody)(?: else)?(?: with (?:eyes|ears|any sense))? (?:knows|can \
            see),
        """,
        "",
        "As anyone can see, the date on the form is wrong.",
        "The date on the form is wrong.",
    ),
    Phrase(
        """
        as you (?:should|ought to|must|will)(?: very well| well| perfectly well)? (?:know|be aware)(?: by \
            now)?,
        as you (?:are )?(?:very |perfectly |no doubt |full )?well (?:know|aware),
        as (?:I'm|I am) sure you(?:'re| are)(?: well)? aware,
        as (?:I'm|I am) sure you (?:know|remember|learned|learnt|were (?:taught|told))[^,.;]{0,40},
        """,
        "",
        "As you should know by now, the claim goes to Priya.",
        "The claim goes to Priya.",
    ),
    Phrase(
        "with (?:all due|due|the greatest|the utmost|all) respect(?: to you)?,|with respect,",
        "",
        "With all due respect, the figures are wrong.",
        "The figures are wrong.",
    ),
    Phrase(
        """
        obviously
        (?:no (?:more )?(?:excuses|arguments?|ifs or buts|ifs and buts|ifs,? no buts)|calm down|get a \
            grip|wake up|come on|oh please|do me a favour),
        (?:clearly|evidently|surely|frankly|honestly|quite frankly|seriously|needless to say|look|listen),
        to be (?:perfectly |quite |brutally )?(?:frank|honest|blunt),
        make no mistake,
        """,
        "",
        "Obviously, the form has to be signed.",
        "The form has to be signed.",
    ),
    Phrase(
        f"""
        (?:just )?(?:to be|so we(?:'re| are)(?: all)?|so that we are|let me be|let's be|let us be) {_PLAIN}
        let me make (?:myself|this|it|one thing) {_PLAIN}
        let me (?:spell (?:it|this) out(?: for you)?|put (?:it|this) (?:simply|plainly)|explain (?:it \
            |this )?(?:again|slowly|once more))[:,]
        """,
        "",
        "Just to be clear, the hall is not free on Monday.",
        "The hall is not free on Monday.",
    ),
    Phrase(
        "for the (?:umpteenth|hundredth|millionth|thousandth|nth|last|final) time(?: of asking)?",
        "",
        "For the umpteenth time, the code is on the door.",
        "The code is on the door.",
    ),
    Phrase(
        """
        (?:I'm|I am) sure(?: that)? you(?:'re| are)(?: all)?(?: very| terribly| so| far too)? \
            (?:busy|important),? but
        """,
        "",
        "I'm sure you're busy but the form is due on Friday.",
        "The form is due on Friday.",
    ),
    Phrase(
        """
        correct me if I(?:'m| am) wrong,?(?: but)?
        (?:no offence|not being funny|no disrespect),? but
        (?:I hate|I don't mean|I do not mean|I don't want|not wishing) to be \
            (?:rude|funny|blunt|difficult|awkward),? but
        (?:I'm sorry|I am sorry|sorry|forgive me|pardon me|excuse me),? but
        forgive me for (?:stating|pointing out) the obvious,? but
        """,
        "",
        "Correct me if I'm wrong, but the meeting was at 10.",
        "The meeting was at 10.",
    ),
    Phrase(
        """
        it (?:really )?(?:goes without saying|should go without saying|should be obvious|ought to be \
            obvious) that
        it (?:is|should be|ought to be) (?:perfectly |quite )?obvious to (?:anyone|anybody|everyone|you) that
        I (?:would have|had|would've) thought it (?:was )?(?:obvious|clear|common sense) that
        """,
        "",
        "It should be obvious that the register closes at 9.30.",
        "The register closes at 9.30.",
    ),
    Phrase(
        """
        it may (?:come as (?:news|a surprise|a shock) to (?:you|some of you)|surprise you),? but
        it may surprise you (?:to learn |to know |to hear )?that
        I(?: have|'ve) (?:already |repeatedly )*told you (?:before |already |repeatedly |time and again )*that
        I(?: have|'ve) (?:already )?(?:told|reminded) you (?:(?:a |one )?(?:dozen|hundred|thousand|million) \
            times|so many times|countless times|umpteen times|more than once|again and again)(?: now)? that
        """,
        "",
        "It may come as news to you, but an invoice has to add up.",
        "An invoice has to add up.",
    ),
    Phrase(
        """
        (?:in case|unless) it (?:has |had )?escaped (?:your|everyone's) (?:notice|attention),
        (?:in case|unless) you (?:had not|hadn't|have not|haven't) noticed,
        (?:I think )?you(?:'ll| will) find that
        (?:I|we) (?:thought|believed) (?:I|we)(?: had|'d)? made it (?:perfectly |quite |very )?clear \
            (?:enough )?that
        it(?:'s| is) (?:quite |very |really |perfectly |all )*simple(?:,? really)?[:,]
        for once,|can I just say that|at the risk of repeating myself,
        (?:since|as|seeing as) (?:nobody|no one) else (?:can be bothered|will|seems to care|bothers),
        """,
        "",
        "In case it has escaped your notice, the hall is closed.",
        "The hall is closed.",
    ),
    Phrase(
        """
        I (?:do not|don't) know how (?:many|much) (?:more )?(?:times|clearer) (?:I|we) (?:need|have) to \
            (?:say|repeat|explain|ask|put)(?: (?:this|it))?,? but
        how (?:many|much) (?:more )?(?:times|clearer) (?:do|must) I (?:need |have )?(?:to \
            )?(?:say|explain) (?:this|it)[:,]
        """,
        "",
        "I don't know how many times I need to say this, but registers close at 9.15.",
        "Registers close at 9.15.",
    ),
    Phrase(
        "for (?:your information|future reference|the record|the avoidance of (?:all |any )?doubt),"
        "|just so you know,",
        "",
        "For your information, the keys are kept in reception.",
        "The keys are kept in reception.",
    ),
    Phrase(
        "you (?:all )?(?:should|ought to|must)(?: really| surely)? (?:know|be aware|realise)"
        "(?: by now| full well| very well)? that",
        "A reminder that",
        "You should know by now that the gate shuts at 9.",
        "A reminder that the gate shuts at 9.",
    ),
    Phrase(
        "how many (?:more )?times (?:do|must|have) I (?:have to |had to |need to )?"
        "(?:tell|say|told|repeat|explain)(?: to)?(?: you)?(?: all)? that",
        "A reminder that",
        "How many times do I have to tell you that the gate shuts at 9?",
        "A reminder that the gate shuts at 9.",
    ),
    Phrase(
        "(?:may|can|might|must|do) I (?:have to |need to )?(?:once again |yet again |again )?remind"
        " you(?: all)?(?: again)? that",
        "A reminder that",
        "May I once again remind you that the gate shuts at 9?",
        "A reminder that the gate shuts at 9.",
    ),
    Phrase(
        """
        I (?:would|must|have to|feel I must) (?:once again |yet again )?remind you(?: all)? that
        I (?:would|must|have to|feel I must) remind you(?: all)? (?:yet|once) again,? that
        I should(?: really)? (?:have no need|hardly need) to remind (?:you|anyone|anybody) that
        (?:just )?to remind you(?: all)? (?:yet|once) again,? that
        """,
        "A reminder that",
        "I must once again remind you that the gate shuts at 9.",
        "A reminder that the gate shuts at 9.",
    ),
    Phrase(
        """
        (?:dear oh dear|oh dear|good grief|unbelievable|incredible|give me strength|I ask \
            you|enough|enough is enough)[!.,]+
        for (?:goodness|heaven's|pity's|crying out) (?:sake|loud)
        (?:this|that|it) is (?:the last straw|beyond a joke|a disgrace|ridiculous|outrageous),? and
        """,
        "",
        "For goodness sake, the door was open all night.",
        "The door was open all night.",
    ),
    Phrase(
        r"(?:perhaps|maybe) (?:next time|in future),? you (?:could|might|would)(?: like to| want"
        r" to)?(?: at least)?",
        "Next time, please could you",
        "Perhaps next time you could send the agenda the day before.",
        "Next time, please could you send the agenda the day before?",
    ),
    Phrase(
        "(?:may|might|can) I (?:respectfully )?suggest (?:that )?you(?: all)?",
        "Please could you",
        "May I suggest that you read your contract before you write?",
        "Please could you read your contract before you write?",
    ),
    Phrase(
        "(?:(?:I'm|I am) sure|surely)(?: that)? even you (?:can|could|will) (?:manage to|be able to"
        "|remember to)",
        "Please could you",
        "I am sure even you can manage to save it in the right folder.",
        "Please could you save it in the right folder?",
    ),
    Phrase(
        "next time,? (?:at least |do )?(?:please )?(?:bother|try|have the decency|have the courtesy"
        "|be good enough) to",
        "Next time, please could you",
        "Next time bother to send the agenda the day before.",
        "Next time, please could you send the agenda the day before?",
    ),
)
