"""By which words is told how somebody meant hard words: in anger, in banter, or with regret?

What people say of their own feelings when they are angry, how they are kind to friends, and how they say
sorry. One phrase a line.
"""

from app import linear
from app.checks.words import whole_any

FEELING = whole_any(r"""
    i could (?:scream|cry|weep)|sick (?:and tired )?(?:of|to (?:my|the))|(?:have |'ve )?had it (?:up to here|with)|fed up
    (?:have|'ve) had enough|(?:end of (?:my|our)|(?:my|our)) (?:rope|tether|wits' end)|at my wits' end|how many times
    for (?:god|heaven|christ|goodness|pity|crying)'?s? (?:sake|out loud)|(?:told|asked|warned) you (?:\w+ )?(?:twice|before|again and again)
    (?:i'm|i am) (?:so |absolutely |utterly )?(?:furious|livid|fuming|raging|seething|boiling|beside myself)|beyond a joke|last straw
    unbelievable|i give up|i(?: am|'m) done with|(?:can't|cannot) (?:take|bear|stand) (?:it|this|you|any more)|at breaking point
    whole (?:morning|afternoon|day|weekend|week) (?:to|on|because|chasing|wasted|lost)|times this (?:week|month|term)|blood (?:boils?|is boiling)
    i(?:'ve| have)? asked (?:you )?nicely|the (?:third|fourth|fifth|sixth|tenth|hundredth) time|(?:what|who|how|why) (?:on earth|the (?:hell|heck|devil|f\w+))
""")  # noqa: E501 - one phrase a line
SHOUTED = linear.compile(r"!!|\b(?:AGAIN|ENOUGH|NEVER|EVER|STOP|WHY)\b")
APOLOGY = whole_any("""
    and i(?: am|'m) (?:so |deeply |truly )?ashamed|ashamed (?:of (?:myself|my|what i|how i)|that i)|(?:was|is) (?:all |entirely )?my fault|(?:please )?forgive me|i take (?:it|that|them) back
    i (?:should not|shouldn't|ought not to) have (?:said|called|written|shouted|sworn|lost)|unforgivable of me|i was (?:out of order|in the wrong)
    sorry (?:that )?i (?:called|said|shouted|swore|snapped|wrote|lost)|sorry for (?:how|the way) i|i regret (?:what|calling|saying|my words)|i (?:do |deeply |sincerely |(?:want|wish|have|would like) to )?apologise
    (?:apologise|apologies|apology) (?:for|to you)|sorry (?:for|about|that i) (?:what i|calling|called|saying|said|shouting|shouted|my (?:words|language|outburst))
""")  # noqa: E501 - one phrase a line
FRIENDLY = whole_any("""
    coffee|pint|beers?|cuppa|drinks (?:later|tonight|on me)|see you (?:later|tonight|tomorrow|at)
    ha ?ha\\w*|hehe|lol|lmao|only joking|just kidding|xx+|love you|miss you|big hugs?|happy birthday
    mate|daft|silly|numpty|muppet|wally|plonker
    (?:brings?|owes?|buys?) (?:\\w+ )?(?:the )?(?:biscuits|cakes?|doughnuts|chocolates|crisps|drinks|round)
""")
