"""How does a demand become a request?

A bare order ("Send me the figures by Friday"), or one that says who must ("You need to send me the
figures"), becomes "Please could you send me the figures by Friday?"; with a clause beside it, "Please
send me …". What the law or a rule asks for stays as it is, and so does what only looks like an order.
"""

from app import linear
from app.checks.words import Pattern, any_of, whole_any

ORDERS = any_of("""
    add|allow|amend|answer|approve|arrange|ask|attach|book|bring|call|cancel|chase|change|check|clean|clear
    close
    collect|come|complete|confirm|contact|copy|correct|deliver|delete|deal with|do|download|e-?mail|explain
    file|fill|find|finish|fix|follow|forward|get|give|hand|keep|leave|let (?:me|us) know|lock|look at
    look up|make|meet
    move|open|order|park|pass|pay|phone|pick|post|print|provide|put|read|redo|release|remove|reply|report
    resend|resolve
    respond|return|review|ring|see|send|share|show|sign|sort|speak|stay|stop|submit|switch|take|talk|tell
    tidy|turn
    update|upload|use|wash|write
""")
_NOT_AN_ORDER = whole_any(r"""
    (?:get|come|give|take) (?:over it|a (?:life|grip|clue)|real|lost|out|stuffed|on|off it|me a break)
    get used to|get a move on|get on with|deal with (?:it|that|this)|give it a rest|take it or leave it
    give me strength|do (?:as|what) you|do the maths|do your (?:own )?jobs?|make up your minds?|see if I
    see what|look here
    (?:use|open) your (?:head|eyes|ears|brain|common sense)|put up with|take a look at yourself|keep your
    keep up
    tell (?:me|us) (?:why|how|what|that)|tell that to
    stop (?:hiding|fobbing|wasting|whining|moaning|asking|lying|ignoring|pretending|blaming|interrupting)
    stop (?:making excuses|treating|being|acting|behaving)|do not|don't
    ask (?:yourself|yourselves)|call (?:yourself|yourselves|that|this|it)|leave (?:me|us) (?:alone|out)
    let (?:him|her|them|it)
    do (?:try|carry|please|pass|keep|you|I|we|they)|show some|check your|find someone|find somebody|use my
    get (?:him|her) (?:in|on|started|off)|take (?:it|that|this) up with (?:someone|somebody|whoever|your)
    talk to the hand|come and (?:argue|fight|say)|write (?:it|that) (?:out|down)
""")
_LAW = whole_any(r"""
    by law|law|laws|legal|legally|statute|statutory|lawful(?:ly)?|regulations?|section \d+|act \d{4}|the act
    gdpr|ofsted|dfe|kcsie
    court|tribunal|court order|duty|safeguarding|emergency|evacuat\w+|fire|danger(?:ous)?|999|police
    health and safety|policy
""")
_ROUND_THE_RULES = whole_any(r"""
    sign(?:ed)?(?: it| this| off)?|approve|authori[sz]e|initial|release|tick|back-?dat\w+|cash|cvv|card
    forg(?:e|ed|ing)|falsif\w+|fake|shred|destroy|wipe|hide|lose the|auditors?
    passwords?|log-?ins?|bank transfer|skip|bypass|(?:never|don't|do not) mind|afterwards|dbs|references
    consent|encrypt\w+
    risk assessment|quotes
    between (?:us|you and me|ourselves)|(?:do not|don't) (?:tell|ask|copy|ring|check|mention|involve|go)
    no (?:time|questions|need|call)
    ask nobody|tell nobody|nobody|pay|payment|contact list|private address|personal (?:address|e-?mail)|gift
    vouchers?|delete|privacy|leave the|make the errors|tell no one
""")
_ALREADY_SIGNED = linear.compile(r"(?i)\b(the|an?|your|my|our|this|that|these|those|all) signed\b")
"""A signed form that is asked for: nobody is asked to sign."""
_KEPT_QUIET = whole_any(r"""
    (?:keep|stays?|just|strictly) (?:it |this |that )?between (?:us|you and me|ourselves)
    tell (?:no one|nobody)
    (?:do not|don't) (?:tell|ask|copy|mention (?:it|this) to|involve) (?:anyone|anybody|the office|finance)
    gift (?:cards?|vouchers?)
""")
_ADVERB = r"(?:(?:just|simply|now|kindly|then|really|at\s+least)\s+)*"
_ORDER = linear.compile(rf"(?i)^{_ADVERB}(?:do\s+)?({ORDERS}\b.*)$")
_YOU_MUST = linear.compile(
    r"(?i)^(?:(?:and|but|so)\s+)?"
    + any_of(r"""
        I(?: have|'ve) (?:already |repeatedly )+(?:asked|told) you to
        you (?:really |just |simply |all )*(?:need to|must|have to|are to|had better)
        you (?:will need|are required|have got) to
        I (?:really |just |simply )*(?:need|want|expect|require|would expect) you to
        how many (?:more )?times (?:do|must|should) (?:I|we) (?:have to )?(?:ask|tell|remind|beg) you to
        how many times have (?:I|we) (?:asked|told|reminded) you to
        (?:make sure|ensure|see to it)(?: that)? you
        (?:it is|it's) (?:imperative|essential|vital|crucial) that you
        I (?:must |would |have to )?(?:demand|insist|require|expect) that you
        I(?: would|'d)? (?:strongly |respectfully |firmly )*(?:suggest|recommend) (?:that )?you
        I (?:will not|won't) (?:ask|tell|remind) you again to
        I(?: would|'d)? (?:strongly |firmly )*advise you to|you(?: would|'d) do well to
        (?:perhaps |maybe )?you (?:might|may) (?:just |actually |perhaps |also )*(?:want|like|care|wish) to
        (?:kindly |please )?(?:have the (?:decency|courtesy|manners|grace)|be (?:so kind as|good enough)) to
    """)
    + r"\s+(?:now\s+|please\s+|all\s+|just\s+|simply\s+)*(\pL.*)$"
)
_YOU_MUST_NOT = linear.compile(
    r"(?i)^(?:you (?:must|are) not|you mustn['\x{2019}]t|I (?:do not|don['\x{2019}]t) want you to"
    r"|(?:do not|don['\x{2019}]t)(?: you)?(?: dare| ever)?)\s+(?:to\s+)?(\pL.*)$"
)
_I_WANT = linear.compile(
    r"(?i)^I\s+(?:want|need|expect|demand|require|must have|insist on)\s+"
    r"((?:(?:the|that|those|these|your|an?|all)\s[^,;:!?]*?|this|it|them|that|an?\s(?:answer|reply)))"
    r"(?:\s+(?:on\s+my\s+desk|in\s+my\s+inbox|in\s+front\s+of\s+me))?((?:\s+(?:by|before|on|at|within|in|today|tonight|tomorrow|this)\b[^,;:!?]*)?)[.!]*$"
)
_CLAUSE = linear.compile(
    r"(?i)^that\s+(?:you|we|he|she|it|they|I|the|this|these|those|my|our|your|his|her|their|all|every\w*|some\w*|no\w*)\b"
)
"""What is wanted is that somebody does something, and no thing: "I demand that the post is removed"."""
_NO_REQUEST = whole_any(r"""
    be \w+ing|be (?:aware|clear|joking|kidding|able|told|honest)|been|have|had|realise|understand|appreciate
    know|remember
    accept|think|feel|believe|ask yourself|learn|grow|get (?:over|used|real|a grip)|try|wonder|not|never
    agree|admit|be|become
    stop (?:hiding|fobbing|wasting|whining|moaning)|calm down|wake up|concentrate|dare|get on with|start
    go away|find something|have a (?:good )?think|(?:take a )?look in the mirror|calm|allow me
    do better|worry|bother|(?:make|have) (?:me|us)|say (?:thanks?|sorry|please)|ever|even|expect
    stop (?:ignoring|making excuses|pretending|blaming|treating|being|acting|behaving|interrupting)
    trouble|think|all|tell|pretend|forget|see
""")
_ULTIMATUM = linear.compile(
    r"(?i)\bor\s+(?:I|we|you|it|he|she|they|the|that|this|else|leave|not|do not|don['\x{2019}]t)\b"
    r"|\b(?:otherwise|whatever)\b|\b(?:and|then)\s+stop\b"
    r"|\b(?:and|or)\s+(?:I|we)(?:\s+will|['\x{2019}]ll|\s+won['\x{2019}]t)\b"
)
_SENTENCES = linear.compile(r"\pL{2}[.!?]\s")
_FOR_US = whole_any("me|us")
_INVITES = whole_any("come|meet|see|join|visit|help")
_NOW = linear.compile(r"(?i),?\s+now$")
_ONE_CLAUSE = linear.compile(
    r"(?i)[;:]\s|[\x{2013}\x{2014}]|,\s|\b(?:and|or|but)\s+(?:I|we|you|it|that|this|they|he|she|there|then|nobody|no)\b"
    r"|\b(?:because|otherwise|so that|unless|since|if|when|whether)\b|\s-\s"
)
_MOST_WORDS = 22
_PLEASE = whole_any("please|pls|thank you|thanks|could you|would you|can you")


def as_request(words: str) -> str | None:
    """The sentence as a request; None where it is no demand, or one that has to stand."""
    bare = words.rstrip(" .!?")
    if (
        not bare
        or _SENTENCES.search(bare)
        or any(pattern.search(bare) for pattern in (_LAW, _PLEASE, _ULTIMATUM))
    ):
        return None
    wanted = _I_WANT.match(bare)
    if wanted and not _CLAUSE.match(wanted[1]) and not _ONE_CLAUSE.search(bare):
        return f"Please could I have {_NOW.sub('', wanted[1] + wanted[2])}?"
    forbidden = _YOU_MUST_NOT.match(bare)
    if forbidden and not _opens(_NO_REQUEST, forbidden[1]):
        return f"Please do not {_lower_first(forbidden[1])}."
    told = _YOU_MUST.match(bare)
    if told and not _opens(_NO_REQUEST, told[1]):
        return _asked(told[1])
    ordered = _ORDER.match(bare)
    if ordered and not words.rstrip().endswith("?") and not _opens(_NOT_AN_ORDER, ordered[1]):
        return _asked(ordered[1])
    return None


def is_pressed(words: str) -> bool:
    """Whether it says outright who must do something, or what is wanted."""
    return _YOU_MUST.match(words) is not None or _I_WANT.match(words) is not None


def is_for_writer(words: str) -> bool:
    """Whether something is wanted for the writer: "get the forms to me", and no "come to the fair"."""
    return _FOR_US.search(words) is not None and not _opens(_INVITES, words)


def holds_wish(words: str) -> bool:
    """Whether it asks or orders, however rudely."""
    ordered = _ORDER.match(words)
    is_order = ordered is not None and not _opens(_NOT_AN_ORDER, ordered[1])
    return is_order or any(asks.search(words) for asks in (_YOU_MUST, _I_WANT, _YOU_MUST_NOT, _PLEASE))


def goes_round_rules(words: str) -> bool:
    """Whether what is pressed for goes round the rules: no wording makes that kinder."""
    return _ROUND_THE_RULES.search(_ALREADY_SIGNED.sub(r"\1", words)) is not None


def is_kept_quiet(words: str) -> bool:
    """Whether nobody else is to hear of it, which no wording makes right."""
    return _KEPT_QUIET.search(words) is not None


def _asked(what: str) -> str:
    what = _NOW.sub(" as soon as you can", _lower_first(what))
    if _ONE_CLAUSE.search(what) or len(what.split()) > _MOST_WORDS:
        return f"Please {what}."
    return f"Please could you {what}?"


def _opens(pattern: Pattern, words: str) -> bool:
    found = pattern.search(words)
    return found is not None and found.start() == 0


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
