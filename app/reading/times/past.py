"""Is a day told as gone by: "we met on the 4th", "your letter of 2 May", "on Monday Ofsted rang"?

Verbs before the date and after it decide; what is asked or planned ("has been moved to", "will", "please")
comes first. A date without its year, a weekday or a bare day that is told as past is the last such day.
"""

from app.reading.times.date_words import pattern

_PLANNED = pattern(
    r"(?:\b(?:said|says?|asked for|hoped for|wanted|booked(?: for| in for)?|planned for|suggested|offered"
    r"|proposed"
    r"|agreed(?: for)?|arranged for|sent from my \w+"
    r"|(?:moved|changed|put (?:back|off)|pushed back|brought forward|extended|re-?arranged|re-?scheduled"
    r"|postponed"
    r"|deferred|delayed|switched|swapped|shifted|set|fixed|scheduled|pencilled in|timetabled|lined up"
    r"|reserved"
    r"|confirmed)(?: [a-z]+)?(?: from [^.!?\n]{3,40})?"
    r" (?:to|for|until|till?|as))(?: it'?s| it was| the| we'd do)?"
    r"(?:[ ]|[ -]*yep[ ])|\b(?:is|are|'s) now (?:on )?|\basked for\b[^.!?\n]{0,20})$"
)
_LAPSED = pattern(
    r"\b(?:deadline|(?:closing|due) date)s? (?:was|were) (?:on |at )?(?:the )?$"
    r"|\b(?:deadline|(?:closing|due) date)s? (?:ha[sd] )?"
    r"(?:passed|went|expired|lapsed|closed)\b[^.!?\n]{0,20}$"
)
_ENDED_ON = pattern(
    r"(?:\b(?:i|we|he|she|they|you|who|it|governors|staff) (?:\w+ly |all |also |both |just "
    r"|last )?[a-z]+[^\We]ed\b[^.!?\n]{0,60}"
    r"|\b(?:passed|ended|expired|arrived|occurred|collected|delivered|installed|inspected|emailed"
    r"|posted|submitted"
    r"|completed|signed|chased|replied|asked|raised|reported|called|turned up|died|lost|took|gave|saw"
    r"|found|heard"
    r"|broke|fell|paid|bought|brought|ran|won|beat|(?-i:sat)|wrote"
    r"|rang|spoke|forgot|caught|got back|signed off|opened|launched|stopped)\b[^.!?\n]{0,24}"
    r"|\b(?:ballots?|polls?|vote|consultation|survey|nominations|applications|bidding|bids|advert|vacancy"
    r"|window|portal"
    r"|register|voting|claim|case|complaint|account)(?: [a-z]+)? closed\b[^.!?\n]{0,24}"
    r"|\b[a-z]+ed (?:us|me|him|her|it|them|everyone)\b[^.!?\n]{0,24})"
    r"\b(?:on|of|in|at)[ ](?:the )?$"
)
_THANKED = pattern(
    r"\b(?:thanks|thank you|thx|ta)\b[^.!?\n]{0,30} for (?:all |both )?(?:com|attend|meet|help|host|speak"
    r"|visit"
    r"|cover|look|tak|giv|hav|show|send|call|ring|pop|join|runn|lead|be|see|sort|stay|supply|bring)\w*ing\b"
    r"[^.!?\n]{0,60}$|\bthank(?:s| you)[^.!?\n]{0,30} for (?:your|the|all|everything"
    r"|a)\b[^.!?\n]{0,50}\b(?:on|of)[ ]$"
    r"|\bthank(?:s| you)(?: (?:so|very|much|all|again|a lot))* for"
    r"(?: your time| your help| everything| coming)?[ ]$"
)
_PAPER_OF = pattern(
    r"\b(?:letter|e-?mail|message|minutes|report|claim|invoice|order|application|request|note|memo|decision"
    r"|visit"
    r"|call|query|complaint|referral|statement|notice|judge?ment|payment|conversation|submission|enquiry)s?"
    r" (?:of|dated)(?: the)?[ ]$"
    r"|\b(?:letter|e-?mail|message|note|memo|voicemail|text) from(?: the)?[ ]$"
    r"|\b(?:your|my) (?:letter|e-?mail|message|note|voicemail|text)(?: on)?(?: the)?[ ]$"
    r"|\b(?:further to|following) (?:our|your|my|the) [a-z -]{2,30}(?: on| of)?(?: the)?[ ]$"
    r"|^\W*as (?:agreed|discussed|promised|requested|mentioned)[ ]$"
    r"|\b(?:photos?|pictures?|minutes|notes|feedback|highlights|footage|takings|recording|slides)"
    r" (?:from|of)[ ]$"
    r"|\b(?:sorry|apologies|apologise)\b[^.!?\n]{0,30}\b(?:missing|missed|not making|being late for)"
    r"[^.!?\n]{0,30}$"
)
_PRAISED = pattern(
    r"\b(?:great|lovely|brilliant|fantastic|wonderful|excellent|superb|amazing|what an?)(?: [a-z]+)?"
    r" (?:turn-?out|effort|evening|day|event|work|job|match|result|response|assembly|concert|show"
    r"|performance)s?\b(?P<then>[^.!?\n]{0,30})\b(?:on|at|for|from)[ ]$"
)
_PAST = pattern(
    r"\b(?:was|were|had|did|met|held|sent|received|wrote|issued|published|attended|took place|spoke|discussed"
    r"|agreed|visited|arrived|happened|started|began|has been|have been|since|dated|ago|yesterday|made|came"
    r"|left|said|told|joined|emailed|e-mailed|phoned|rang|reported|noticed|missed|dropped|went|wasn't|weren't"
    r"|didn't|hadn't|couldn't (?:make|come|be|get|join|attend|do)"
    r"|(?:letter|email|e-mail|message|minutes|report) (?:of|from|dated))\b"
)
_PAST_AFTER = pattern(
    r"\b(?:was|were|had|did|met|held|sent|received|wrote|attended|took place|spoke|discussed|visited|happened"
    r"|started|began|came|left|joined|went|missed|wasn't|weren't|didn't|lost|broke|failed|found|saw|rang"
    r"|phoned"
    r"|e-?mailed|fell|forgot|caught"
    r"|ha(?:s|ve) (?:now |already |all |just |since )*(?:been (?:paid|resolved|settled|withdrawn|dealt with"
    r"|lost)"
    r"|closed|passed|gone|ended|expired|lapsed|elapsed|finished|taken place|happened))\b"
)
_OPENS = pattern(r"^\W*(?:back )?(?:on|at)\W+(?:the )?$")
_FIRST = pattern(r"^\W*$")
_THEY_DID = pattern(
    r"^,? (?:i|we|he|she|they|nobody) (?:[a-z]+[^\We]ed|took|made|said|came|broke|fell|put|rang|went)\b"
)
_TOLD = pattern(
    r"^(?:'s [a-z]+(?: [a-z]+)?)?,? (?:i|we|he|she|they|you|it|someone|somebody|nobody"
    r"|(?:the |our |all |a |an |some |two |one )?[a-z]+(?: [a-z]+)?)"
    r" (?:[a-z]{3,}ed|took|made|said|came|broke|fell|sat|stood|won|drew|led|put)\b"
)
_HAD_TO = pattern(r"\b(?:ha(?:ve|s)|[a-z]+'(?:ve|s)) had to\b")
_WAS_DUE = pattern(r"\b(?:was|were|had been) (?:originally |all |both )?due\b")
_IS_DONE = pattern(
    r"\b(?:is|are|be|being) (?:\w+ly |also |now |always |not |all |then )?"
    r"(?:made|held|met|told|sent|[a-z]+ed)\b"
)
"""What is done regularly, or is to be, is not past: "payment is made on the last Friday"."""
_IS_LEFT = pattern(r"\b(?:weeks?|days?|time|months?|places?|spaces?|to go) left\b")
_SHOULD_HAVE = pattern(r"\b(?:sh|w|c)ould(?: have|'ve)\b")
_FORWARD = pattern(
    r"\b(?:to be|next (?:one|meeting|session|visit)"
    r"|(?:i|we|he|she|they|it|that)'ll|will|shall|going to|must|please|should|can|could|would"
    r"|due|deadline)\b"
)
_WOULD = pattern(r"\b(?:i|we|he|she|they|it|you)'d (?:like|meet|be|do|go|have|start|finish|move|come)\b")
_MEANT_TO = pattern(
    r"\b(?:wanted|hoped|planned|agreed|decided|promised|offered|meant|intended) to (?:[a-z]+ ){1,4}(?:the )?$"
)
"""What was to be done on the day, and need not be over: "we agreed to meet on Tuesday"."""
_OTHERS_HAD_TO = pattern(r"\bhad to\b")
_CAME = pattern(
    r"\b(?:crashed|blew|collapsed|stole|tripped|slipped|threw|drove|came|went|rang|broke|fell|wrote|gave|spoke"
    r"|began|saw|took|snowed|rained|happened|failed)\b"
    r"(?P<then>[^.!?\n]{0,40})$"
)
_IF = pattern(r"\bif\b[^.!?\n,]{0,40}$")
"""Verbs of the past that no other verb stands before, as "been" does before "sent"."""
_ACTED = pattern(
    r"\b(?:(?:i|we|he|she|they|who) (?:\w+ly |all |also |both |just |last )?[a-z]+[^\We]ed\b[^.!?,;\n]{0,30}"
    r"|[a-z]+[^\We]ed (?:us|me|him|her|it|them|everyone)(?: [a-z]+)?)[ ]$"
)
_SAID = pattern(
    r"\b(?:agreed|confirmed|suggested|offered|proposed|wanted|preferred|picked|planned|booked|arranged|asked|needed"
    r"|fancied|considered|mentioned|hoped|assumed|wondered|expected|moved|changed|postponed|scheduled|if|about|for|to"
    r"|until|till?|by|from|before|after|is|are)\b[^.!?\n]{0,30}$"
)
"""What was said or arranged for a day to come, without "on": "they suggested Friday"."""
_HAS_DONE = pattern(r"(?:\b(?:have|has|been|be|get|getting|to)|'ve|'s)(?: \w+ly| all| just| already)? $")
"""As in "we've invited them Friday": the perfect goes with no day gone by."""
_BROKE = pattern(
    r"\b(?:packed (?:up|in)|broke(?: down)?|failed|crashed|went (?:off|down)|conked out|stopped(?: working)?"
    r"|blew up|burst|died|leaked|flooded|turned up|rang|phoned|called|emailed|texted|left|arrived|came"
    r"|got (?:in|back)|fell|flew)"
    r"(?: (?:again|late|early|first thing|overnight|back|in|round))? $"
)
"""What happened, right before the day that it happened on: "the heating packed up Weds night"."""
_DID, _AND_WILL = pattern(r"\b[a-z]{3,}ed[ ]$"), pattern(r"^ and (?:will|is|are|'ll)\b")
_THEN = pattern(r"[,;:]|\b(?:and|but|so)\b")
_NEARBY = 120


def is_told_as_past(before: str, after: str) -> bool:
    """Whether the words of a sentence before and after a date tell of something that has happened."""
    before, after = _SHOULD_HAVE.sub("had", before[-_NEARBY:]), after[:80]
    if _OPENS.search(before) is None:
        after = _OTHERS_HAD_TO.sub("must", after)
    then = _THEN.split(after, 1)[0]
    before = _IS_LEFT.sub("", _IS_DONE.sub("is", _WAS_DUE.sub("was", _HAD_TO.sub("must", before))))
    if _LAPSED.search(before) or _THANKED.search(before) or _PAPER_OF.search(before):
        return True
    came = _CAME.search(before) or _PRAISED.search(before)
    if came is not None and not _FORWARD.search(came["then"]) and not _PLANNED.search(before):
        return _IF.search(before[: came.start()]) is None
    is_planned = any(sign.search(before) for sign in (_PLANNED, _MEANT_TO, _WOULD))
    if is_planned or _FORWARD.search(f"{before} | {then}"):
        return False
    if _is_done(before, after) or _PAST_AFTER.search(after):
        return True
    if _OPENS.search(before):
        return _TOLD.search(after) is not None
    is_story = _FIRST.search(before) and _THEY_DID.search(after)  # "Tuesday she refused to come in"
    return bool(is_story or (_DID.search(before) and _AND_WILL.search(after)))


def _is_done(before: str, after: str) -> bool:
    """Whether verbs of the past stand before the date: "I chased them", "we closed at"."""
    if _PAST.search(before) or _BROKE.search(before):
        return True
    acted = _ACTED.search(before)
    if acted is not None and not (_SAID.search(acted.group()) or _HAS_DONE.search(before[: acted.start()])):
        return True
    is_its_event = after.startswith("'s") and before.endswith(
        ("at ", "in ")
    )  # "to see it at Monday's meeting"
    return not is_its_event and _ENDED_ON.search(before) is not None
