"""What is better told by voice than in writing?

Painful news and hurt between two people, where the writer knows that it will hurt; danger, an accident or a
change within hours that waits until somebody happens to read it; and a matter that the writer finds hard to
explain. A mail that asks for a talk, or follows one, is the good way already.
"""

from app.checks.words import any_of, whole_any

_STRICKEN = any_of("""
    devastated|heart-?broken|distraught|shattered|crushed|gutted|upset|hurt|beside (?:yourself|yourselves|themselves)|in pieces|very angry|furious
    disappointed|shocked|distressed|frightened|in tears
""")  # noqa: E501 - one phrase a line
_WILL = any_of("""
    will be|are going to be|(?:'re|is) going to be|must be|may be|might be|are bound to be|'ll be|are likely to be|will find this
""")  # noqa: E501 - one phrase a line
_KNOWN_TO_HURT = whole_any(rf"""
    (?:no|not an?|isn't an?|is not an?|never an?) (?:nice|easy|good|kind|gentle) way (?:of (?:putting|saying|telling)|to (?:say|put|write|tell|break))
    (?:this|it|that)(?: is|'s| will be| may be| might be| is going to be|'ll be) (?:very |so |really |extremely )?(?:painful|hard|difficult|upsetting|distressing) (?:for you )?(?:to (?:read|hear)|news)
    (?:know|realise|understand|imagine|appreciate|see) (?:that )?(?:this|it) (?:is|must be|will be|will come as) (?:\w+ ){{0,2}}?(?:shock|blow|painful|upsetting|devastating|distressing)
    (?:know|realise|imagine|see) what an? (?:\w+ )?(?:blow|shock) (?:this|it|that)
    (?:know|realise|imagine|afraid|understand|think|fear|expect|sure) (?:that )?(?:you|your (?:\w+ ){{1,4}}?)(?: all| both)? ?{_WILL} (?:very |so |absolutely |deeply |truly )?{_STRICKEN}
    feelings (?:are|were) running (?:very )?high|(?:both|the two|all the) (?:families|sides|parents|girls|boys) are (?:\w+ )?{_STRICKEN}
    know what (?:it|this|that) (?:means|meant|will mean) (?:to|for)|(?:wish|wished) (?:that )?I (?:weren't|wasn't|was not|didn't|did not|could|had) (?:\w+ ){{0,3}}?(?:writing|write|have to|telling|tell|better|good|happier)|(?:know|realise) (?:that )?you (?:were|are|have been|had been) (?:counting|relying|hoping|waiting)
    know how (?:much|badly|hard|long) you(?:'d|'ve| had| have)? (?:\w+ )?(?:want|hop|work|look|wait|put|count|dream)\w*|(?:won't|will not|can't|cannot) (?:be )?(?:need|keep|renew|extend|offer)(?:ing)? you\b|this (?:is|may be|will be) (?:a (?:bit|little) |rather |very |quite |so )?(?:awkward|delicate|uncomfortable)
    (?:I'm|I am|we're|we are) (?:so |very )?(?:sorry|afraid|sad) to (?:have to )?(?:break|bring|be the one to)
    your (?:posts?|jobs?|roles?) (?:goes|go|will go|is going|are going|will end|ends?) (?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:spring|summer|autumn|new year))|at the end of)
    your (?:posts?|jobs?|roles?|contracts?) (?:is|are|will be|has been|have been) (?:being )?(?:made )?(?:redundant|deleted|cut|terminated)|you (?:are|will be|have been|'re) (?:being )?(?:made redundant|dismissed|let go)
""")  # noqa: E501 - one phrase a line
_AT_RISK = whole_any(r"""
    hates? (?:her|him|them)self|harm(?:s|ing|ed) (?:him|her|them)sel(?:f|ves)|self[- ]harm(?:s|ing|ed)?|cut(?:s|ting)? (?:him|her|them)self|nobody would miss (?:him|her|them)|wants? to die|kill (?:him|her|them)self|take (?:his|her|their) own life
""")  # noqa: E501 - one phrase a line
_DEATH = whole_any(r"""
    (?:sorry|sad|sadly|sadness|regret|heavy hearts?|heart-?broken|dreadful news|terrible news)\b[^.!?\n]{0,160}\b(?:died|passed away|(?:been|was|were) killed|took (?:his|her|their) own life)
    (?:died|passed away) (?:suddenly |peacefully )?(?:in the night|last night|this morning|yesterday|on \w+day|at the weekend|over the weekend)
    (?:died|passed away|(?:been|was|were) killed)\b[^.!?\n]{0,80}\b(?:sorry|sad|sadly|heavy hearts?|heart-?broken)
""")  # noqa: E501 - one phrase a line
_AGAINST_A_FAMILY = whole_any("""
    decided (?:to (?:end|stop|withdraw|refuse|remove|reduce|cut)|not to|against)
    (?:attendance|parenting) (?:contract|order)|penalty notice|fixed[- ]period
""")
_BETWEEN_US = whole_any(r"""
    I(?:'m| am| was|'ve been| have been| felt| feel)(?: \w+){0,2}? (?:heart-?broken|humiliated|hurt|crushed|devastated|betrayed|belittled|wretched|two inches tall)(?: \w+)? (?:by|at|when|that|what|with) (?:\w+ )?you\w*
    (?:you|your)\b[^.!?\n]{0,80} (?:and|,) (?:I|me) (?:have |was |am )?(?:felt |feel )(?:\w+ ){0,2}?(?:humiliated|hurt|crushed|betrayed|belittled|small|two inches tall|left out|stupid)
    when you\b[^.!?\n]{0,80} I (?:felt|was|could have) (?:\w+ ){0,2}?(?:humiliated|hurt|crushed|betrayed|belittled|small|two inches tall|left out|stupid|cried|died)
    (?:we|you and I)(?: have|'ve)? (?:\w+ )?fall(?:en)? out|(?:can't|cannot|couldn't|dread|can not) (?:face|facing|look at) you
    (?:put|make|get) (?:it|this|things) right between us|how (?:we|things) (?:were|used to be) between us|I miss how we were|our friendship
    can you (?:ever )?forgive me|have I done something (?:wrong|to)|(?:no idea|don't know|not sure) what to say to you|I(?:'m| am) crying as I (?:write|type)
    what you said (?:about|to) (?:me|my|us)\b[^.!?\n]{0,60}(?:hurt|upset|cried|crying|tears)|(?:hurt|upset|cried|tears|crying)\b[^.!?\n]{0,40}what you said
""")  # noqa: E501 - one phrase a line
_GREAT_DISAPPOINTMENT = whole_any(r"""
    I have to (?:tell you|say|be honest)\b[^.!?\n]{0,120}(?:great|huge|bitter|real|deep) disappointment|(?:parents|pupils|colleagues|staff) were in tears
""")  # noqa: E501 - one phrase a line
_DANGER = whole_any(r"""
    (?:smells?|stinks?|reeks?) (?:strongly |badly )?of (?:gas|burning|smoke)|(?:gas|burning) smell|man with a (?:knife|gun|machete|weapon)|(?:knife|gun|weapon)(?:man|men)
    stop using (?:\S+ ){1,5}?(?:at once|immediately|now|today|straight ?away)|do not use (?:\S+ ){1,5}?(?:at once|immediately|now)|sparks? (?:are )?(?:coming|flying)
    keep (?:the|all|your) (?:children|pupils|staff) (?:in|inside|indoors|away)
    (?:is|has gone|has been|he's|she's) (?:unconscious|not breathing|run off|missing|having a seizure|choking)
""")  # noqa: E501 - one phrase a line
_ACCIDENT = whole_any(r"""
    (?:has |have |'s |been )?collapsed|(?:by|in an|called an|called the|waiting for (?:an|the)) ambulance|taken (?:away |straight )?to (?:hospital|a ?& ?e|casualty)|unconscious
    (?:arm|leg|wrist|ankle|nose|collarbone|hip|finger)(?: is| may be| might be|'s) (?:\w+ )?broken|broken (?:his|her|their) (?:arm|leg|wrist|ankle)|head injury|allergic reaction|(?:is|has been) (?:badly )?hurt
""")  # noqa: E501 - one phrase a line
_READ_THIS = any_of("(?:get|see|read|receive|open|pick up)(?:'ve|s)? (?:this|my (?:e-?mail|message))")
_WAITS = whole_any(rf"""
    (?:as soon as|the (?:moment|minute|second)|when|once|if) you(?:'ve|'ll)? (?:have )?{_READ_THIS}
    (?:not been able to|can't|cannot|couldn't|unable to) (?:reach|get hold of)|(?:he|she|\pL+)(?:'s| is) (?:here )?with us|please (?:come|collect|fetch)
""")  # noqa: E501 - one phrase a line
_AT_ONCE = whole_any(rf"""
    (?:as soon as|the (?:moment|minute|second)) you(?:'ve|'ll)? (?:have )?{_READ_THIS}
""")
_BROUGHT_FORWARD = whole_any(r"""
    (?:brought forward|moved|changed|put forward) to (?:\S+ ){1,3}?(?:today|this (?:morning|afternoon)|in an hour)|(?:starts?|begins?|leaves?|closes?|is due) in (?:half an hour|an hour|(?:ten|twenty|thirty|five|\d{1,2}) minutes)
""")  # noqa: E501 - one phrase a line
_TANGLED = whole_any(r"""
    not sure (?:that |if |whether )?(?:I've|I have|I am|I'm|this|that|any of this) (?:explain\w*|mak(?:es?|ing)|been clear)(?: \w+){0,3}|let me (?:try|start) (?:to (?:explain|put) (?:it|this|that) )?again
    (?:hard|difficult|impossible|complicated) to (?:explain|put|describe|set out|get across) (?:\w+ ){0,2}?(?:in (?:writing|an e-?mail|words)|by e-?mail|on paper)|tell me which (?:\w+ ){1,5}?you (?:don't|do not) (?:follow|understand)
""")  # noqa: E501 - one phrase a line
_TALK = whole_any(r"""
    (?:may|can|could|shall|should) (?:I|we) (?:both |all )?(?:ring|call|phone|telephone|meet|talk|speak|come and (?:see|talk)|see you|have a (?:chat|word|talk|call))|face to face|(?:better|rather|prefer|talk|speak|meet|discuss|explain|tell you|see you)(?: \w+){0,4}? in person|have you (?:got )?(?:half an hour|ten minutes|five minutes|a (?:minute|moment))
    (?:I'll|I will|we'll|we will|I'd like to|we'd like to|I would like to) (?:ring|call|phone|telephone|meet|talk|speak|come and see)|(?:are|would) you (?:be )?free (?:to (?:talk|meet|speak)|for a)|when (?:is|would be) a good time to (?:ring|call|talk|meet)
""")  # noqa: E501 - one phrase a line
_SPOKEN = whole_any(r"""
    (?:as|what) (?:I|we|you) (?:said|agreed|discussed|told you|explained)(?: \w+){0,2} (?:on the (?:phone|telephone)|by phone|in person|this morning|when we (?:met|spoke))|(?:as|what) (?:agreed|discussed)|thank(?:s| you) for (?:the|your|taking my) call|(?:good|nice) to (?:talk|speak)
    (?:our|my|the) (?:phone |telephone )?(?:call|conversation|chat|talk) (?:just now|earlier|today|this|yesterday|on)|(?:when|since|after) we (?:spoke|talked|met)|(?:I|we)(?:'ve| have)? (?:just )?(?:tried to (?:ring|call|phone)|rung|phoned|rang|left (?:you )?a (?:voice)?message)|following (?:our|my)
""")  # noqa: E501 - one phrase a line
_NOT_REAL = whole_any(r"""
    polic(?:y|ies)|procedures?|training|courses?|drills?|practice|template|example|if (?:a|an|any|you|your|there|the)|in case|case study|newsletter|workshop|leaflet|guidance|book|novel|play|film|lesson|last (?:week|month|term|year)
""")  # noqa: E501 - one phrase a line


def is_spoken_of(own: str) -> bool:
    """Whether the mail follows a talk."""
    return _SPOKEN.search(own) is not None


def asks_to_talk(own: str) -> bool:
    """Whether the mail offers or asks for a talk."""
    return _TALK.search(own) is not None


def is_known_to_hurt(words: str) -> bool:
    """Whether a sentence tells what the writer knows will hurt its reader, or of hurt between the two."""
    return not _NOT_REAL.search(words) and any(
        p.search(words) for p in (_KNOWN_TO_HURT, _BETWEEN_US, _GREAT_DISAPPOINTMENT)
    )


def is_hard_for_a_family(words: str) -> bool:
    """Whether a sentence tells a family what is hard for it to hear.

    That a child is in danger of itself is a duty to write to colleagues, and hard news for a family; that
    somebody whom they know has died is hard news for them too.
    """
    return not _NOT_REAL.search(words) and any(p.search(words) for p in (_AT_RISK, _DEATH, _AGAINST_A_FAMILY))


def tells_what_cannot_wait(words: str, around: str) -> bool:
    """Whether a sentence tells what is lost if it is read too late; `around` is the whole mail."""
    if _NOT_REAL.search(words):
        return False
    if _DANGER.search(words) or _AT_ONCE.search(words) or _BROUGHT_FORWARD.search(words):
        return True
    return _ACCIDENT.search(words) is not None and _WAITS.search(around) is not None


def finds_it_hard_to_explain(words: str) -> bool:
    """Whether the writer says that it is hard to explain."""
    return _TANGLED.search(words) is not None
