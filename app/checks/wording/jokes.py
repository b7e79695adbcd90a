r"""Is a joke passed round, or a come-on of the sort that fills spam folders?

Named phrases, one a line (see ``words.py``). A joke: its fixed forms (knock knock, walks into a bar), or
two signs of one, such as a riddle that is answered at once and an invitation to laugh. A come-on: cash at
once, a prize won, weight lost. Joke books, comedy nights, what children do for charity, and warnings of such
mail are none; what is quoted is told of by the words around it.
"""

from app.checks.pointing import in_body, in_subject
from app.checks.tone.quotation import is_report
from app.checks.words import Pattern, Screen, any_of, first_found, whole_any
from app.domain.finding import Span
from app.domain.reading import Reading

_MAN = any_of(
    "man|woman|bloke|boy|girl|priest|vicar|nun|rabbi|lawyer|doctor|teacher|engineer|horse|duck|dog|penguin|lady"
)
_LAUGH = any_of("laugh|smile|giggle|chuckle|snigger|grin|groan|titter")
_NATION = any_of("englishman|irishman|scotsman|welshman")
_WELL_KNOWN = whole_any(rf"""
    knock,? knock[.!,]*\s+who's there|walks? into an? (?:bar|pub)
    an? {_NATION}, an? \w+|(?:doctor,? doctor|waiter,? waiter),? (?:I|there|my|what|you)
    what do you (?:call|get (?:if|when) you cross) an? [^?\n]{{3,80}}\?|how many (?:\w+ ){{1,4}}does it take to (?:change|screw)
    why did the chicken|(?:jokes?|pun|funny) (?:of|for) the (?:day|week|month)|(?:top|best) (?:ten|twenty|five|\d+) (?:\w+ ){{0,3}}jokes
    (?:send|share|tell|give|e-?mail) (?:me|us|in|round) (?:\w+ )?(?:your|more|some) (?:\w+ )?(?:jokes|puns|groaners)
    (?:here's|here is|here are|heard|got) (?:a|an|another|today's|this week's|some|the) (?:\w+ )?(?:jokes?|puns?)(?: for| to|:)
    (?:have you|did you|you) (?:hear|heard) the one about|I'm here all week|tip your wait(?:ress|er)|(?:friday|monday) funn(?:y|ies)
    (?:one|the first|he|she) (?:says|turns) to the (?:other|second|barman|bartender|vicar)|the (?:barman|bartender) (?:says|asks)
""")  # noqa: E501 - one family of phrases a line
_SIGNS = tuple(
    whole_any(family)
    for family in rf"""
    (?:why (?:did|do|does|don't|didn't|can't|couldn't|are|was|were)|how do you|what (?:do|did)|where (?:do|did)) [^?.!\n]{{3,80}}\?\s+(?:because|'cause|cos|to|they|it|he|she|with|in|an?|so|there's|\w+[.!])
    (?:two|three) \w+ [^.!?\n]{{0,60}}[.!?,;:]\s+(?:one|the first)(?: \w+)? (?:says|turns|shouts|shoots|looks|asks)
    (?:have|had|for|give (?:you|us)|gave (?:me|us)|need|want) an? (?:\w+ )?{_LAUGH}|{_LAUGH} (?:for|of) (?:you|the|a|everyone|your)|(?:made|make|makes|making) (?:me|you|us|everyone) (?:\w+ )?{_LAUGH}|cheer (?:you|us|everyone)(?: all)? up|something to cheer
    (?:you'll|you will|you'd) (?:like|love|enjoy) this(?: one)?|this one(?:'s| is) (?:good|brilliant|a good|a belter|priceless|for (?:you|all))|(?:read|pass|send) (?:to|it to|it on to) the (?:end|rest)|too good not to share|had to share
    knock,? knock|number \d+!|(?:lol|rofl|lmao|pmsl|ha ha(?: ha)?|haha(?:ha)?)|boom boom|ba[- ]dum|\x{{1F602}}|\x{{1F923}}
    an? {_MAN} (?:in|on|with|and|from) [^.!?\n]{{3,50}} (?:calls|says|asks|goes|walks|sees|shouts)|an? {_MAN} (?:goes|walks|says|asks|calls|rings|gets|dies)|(?:says|replies|asks|shouts) (?:he|she|the \w+)|(?:he|she) (?:says|replies|asks)
    send me (?:yours|your own|your best)|jokes?|puns?
""".strip().splitlines()  # noqa: E501 - one family of signs a line
)
_ENOUGH = 2
_MAY_BE_FUN = Screen((_WELL_KNOWN, *_SIGNS))
_NO_JOKE = whole_any(r"""
    jokes? (?:book|shop|writing|competition|club|stall)s?|joking|no joke|not a joke|beyond a joke|comed(?:y|ian|ians)|comic relief
    red nose|pantomime|assembl(?:y|ies)|lessons?|complaint|grievance|offen(?:ce|ded|sive)|polic(?:y|ies)|banter|inappropriate
    I'll tell you|come by and|storytelling|stand-up
""")  # noqa: E501 - one family a line

_COME_ONS = whole_any(r"""
    loans? (?:\w+ )?approved|(?:bad|poor|no) credit(?: history)? (?:is )?(?:welcome|ok|okay|accepted|no problem|check)|payday loans?|cheap (?:loans?|viagra|watches|pills|meds|medication)
    (?:need|want|get) (?:\w+ )?(?:cash|money) (?:fast|now|today|quick(?:ly)?)|make money (?:fast|online|from home)|get rich quick|double your (?:money|income)
    earn (?:up to |over )?\x{a3}[\d,]+ (?:a|per|every|each) (?:day|week|hour|month)[^.!?\n]{0,30}(?:from home|no experience|in your spare|online)|be your own boss|(?:passive|guaranteed) income
    (?:you have|you've|you have been|you've been|you could have) (?:won|selected to (?:win|receive)) (?:an?|the|\x{a3}|our|one)|claim your (?:free )?(?:prize|reward|winnings|gift card|inheritance)|lottery win\w*
    lose (?:\d+ ?(?:lbs?|pounds|kg|stone)|(?:\w+ )?weight) (?:fast|quick(?:ly)?|in (?:just )?\d+)|miracle (?:cure|pill|diet|cream|product)|doctors hate (?:this|him|her)|(?:anti-ageing|slimming|detox) (?:pills?|miracle|secret)
    (?:bitcoin|crypto(?:currency)?|forex) (?:invest\w+|trading|opportunit\w+|profits?)|online casino|free spins|hot singles|replica watches
    free (?:iphone|ipad|holiday|gift cards?|laptop)s?[^.!?\n]{0,40}(?:click|claim|now|today)|click (?:now|here now|below to (?:win|claim))
""")  # noqa: E501 - one family of come-ons a line
_WARNED_OF = whole_any(r"""
    spam|scams?|scammers?|phishing|hoax|fraud\w*|beware|be aware|do not click|don't click|junk|suspicious|fake|report(?:ed|ing)?
    lessons?|assembl(?:y|ies)|trading standards|credit union|citizens advice|raffle
""")  # noqa: E501 - one family a line


def find_joke(reading: Reading) -> tuple[Span, ...]:
    """The words of a joke that is passed round; none where two signs do not meet."""
    texts = (reading.subject.clean, reading.own)
    if not any(map(_MAY_BE_FUN.passed, texts)):
        return ()
    found = _found(reading, _WELL_KNOWN) or _signs(reading)
    return () if found and _is_of_something_else(reading, _NO_JOKE) else found


def _signs(reading: Reading) -> tuple[Span, ...]:
    """The signs of a joke where enough meet, in different places."""
    signs = [found for pattern in _SIGNS if (found := _found(reading, pattern, 1))]
    spans = tuple(span for found in signs for span in found)
    is_fun = len(signs) >= _ENOUGH and len({(span.field, span.start) for span in spans}) >= _ENOUGH
    return spans if is_fun else ()


def find_spam(reading: Reading) -> tuple[Span, ...]:
    """The come-ons of a mail; none in a warning of them."""
    found = _found(reading, _COME_ONS)
    return () if found and _is_of_something_else(reading, _WARNED_OF) else found


def _is_of_something_else(reading: Reading, innocent: Pattern) -> bool:
    texts = (reading.subject.clean, reading.own)
    return is_report(reading) or any(innocent.search(text) is not None for text in texts)


def _found(reading: Reading, pattern: Pattern, most: int = 20) -> tuple[Span, ...]:
    body = [in_body(reading, *m.span()) for m in first_found(pattern, reading.own, most)]
    subject = [in_subject(reading, *m.span()) for m in first_found(pattern, reading.subject.clean, most)]
    return (*body, *subject)[:most]
