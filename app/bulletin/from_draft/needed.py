"""How much does a reader need one sentence of a draft, and how well does it say what the draft is about?

By what the language model says that it does (ask, announce, set a deadline), by its days, by where it stands
and how often its words come back, and by wordings that readers of a bulletin can do without.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import re2

from app.bulletin.alike.everyday_words import weight_of
from app.bulletin.alike.same_words import stem
from app.bulletin.from_draft.own_text import Said
from app.bulletin.from_draft.verbs import has_verb
from app.domain.reading import Act, DateRole

_CENTRAL, _MOST_CENTRAL = 0.3, 4.0
_LEAD, _FEW = 1.8, 5
_LABEL = re2.compile(r"^\p{Lu}[\pL ]{2,30}:\s")
_WORD = re2.compile(r"[\pL\d][\pL\d'\x{2019}&/-]*")
_IDLE = re2.compile(
    r"(?i)^(?:thank(?:s| you)|many thanks|i hope|we hope|hope you|hoping|sorry|apologies|best wishes"
    r"|see below"
    r"|please see (?:below|attached)|(?:please )?find (?:attached|below)|as above|it's that time|what a"
    r"|see you|look(?:ing)? forward"
    r"|i look forward|we look forward|happy|have a|any questions|could you foster|we have attached"
    r"|cc:|first,? (?:may|can) i|first,? (?:thank you|thanks))\b"
)
_CONTACT = re2.compile(
    r"(?i)\b(?:any (?:questions|queries|problems)|questions (?:to|or)|queries|for (?:advice|help|more"
    r"|further)"
    r"|if you (?:have|need|want|are|'re)|contact (?:us|me)|(?:ring|call|phone|e-?mail|ask) (?:us|me)\b"
    r"|get in touch|do(?:n't| not) hesitate)\b|@|\b0\d{3,4} ?\d"
)
_ASKS = re2.compile(
    r"(?i)^(?:please|book|apply|order|pay|send|return|reply|complete|register|sign up|tell us|let (?:me"
    r"|us)|enter"
    r"|submit|upload|check)\b"
    r"|\b(?:must|need(?:s)? to|have to|has to|are asked to|is asked to|can you|could you|would you|please)\b"
)
_NEWS = re2.compile(
    r"(?i)\b(?:is|are|will|has|have|can) (?:now |been |be )?(?:open|opens?|closed?|closing|available"
    r"|launch\w*|consulting|invited|running|looking for|piloting|held"
    r"|changing|moving|offering|free|recalled|published|updated|back)\b|\bopens?\b|\bnew\b|\bfrom \d"
    r"|\b(?:can|is|are) now\b|\btakes? place\b|\bchanges? from\b"
)
_OURS = re2.compile(
    r"(?i)^(?:we|i)(?: then|['\x{2019}](?:d|ll)| will| would)? (?:have|need|must|can|hope|think|know|aim|try"
    r"|love|like|appreciate|be (?:grateful|happy)|(?:recognise|realise|understand)[sd]?)\b"
)
_OUR_NEWS = re2.compile(r"(?i)^(?:we|i) have (?:been|just|now|made|moved|\x{a3}|\d)")
_CONDITION = re2.compile(r"(?i)^(?:if|when|once|reply|tell|let|book|apply|decisions?|how|who|why|what)\b")
POINTS_BACK = re2.compile(
    r"(?i)^(?:it|they|he|she|them|there)\b|^(?:this|that|these|those)['\x{2019}]?s?(?: (?:is|are|was|were"
    r"|will|can|must|may|would|should|has|have|had|means?|ones?|also|expires?|happens?|applies|apply|includes?|takes?"
    r"|gives?)\b|,)"
    r"|\b(?:if|for) (?:yours|so|not|theirs)\b|\b(?:until|if|when|once) (?:we|they|you) do\b"
    r"|\b(?:on|by|before|until|after) (?:this|that) (?:day|date)\b"
)
"""What can be understood only after what stood before it."""
_OTHER_SCRIPT = re2.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}]")
_PASS_ON = re2.compile(
    r"(?i)\b(?:share|pass|forward|circulate|cascade)\b(?: \w+){0,2}? (?:with|to|on|round|among)\b"
    r"|\b(?:display|put up) (?:this|it|the|in|on)\b"
)
_LATER = re2.compile(
    r"(?i)\b(?:to follow|(?:details|dates?|programme|more|times?|links?|papers?)\b.{0,30}\b(?:follow|below"
    r"|attached|overleaf))\b"
)
_SMALL = re2.compile(
    r"(?i)\b(?:parking|refreshments|lunch|coffee|tea|cakes?|biscuits|nibbles|socks|dietary|wifi|joining"
    r" (?:link|instructions))\b"
)
_ABOUT_MAIL = re2.compile(
    r"(?i)^(?:(?:i|we)(?:['\x{2019}](?:m|re)| am| are) (?:copying|sending|forwarding|writing|re-?sending)"
    r"|this (?:e-?mail|message|mail|one) is)\b"
)
_PAST = re2.compile(r"(?i)\b(?:last (?:year|term|month|week|spring|summer|autumn|winter)|previous(?:ly)?)\b")
_NOT_FOR = re2.compile(
    r"(?i)\b(?:is|are)(?: not|n['\x{2019}]?t) for\b"
    r"|^(?:everyone|everybody|all others?|the rest|other schools)\b"
)
_OUR_DUTY = re2.compile(r"(?i)^(?:we|i)(?: then)? (?:have to|must)\b")
_IDLER = (
    (_PASS_ON, 2.2),
    (_LATER, 1.5),
    (_SMALL, 2.0),
    (_ABOUT_MAIL, 1.5),
    (_PAST, 0.5),
    (_OUR_DUTY, 1.5),
    (_NOT_FOR, 1.5),
)


def stems(words: str) -> Iterator[str]:
    """What its words come from."""
    return (stem(match[0].casefold()) for match in _WORD.finditer(words))


def worth(one: Said, at: int, about: set[str], today: date) -> float:
    """How much a reader needs this sentence, the `at`th, in a draft `about` these stems."""
    act = one.acts
    told = (
        0.4
        + 1.5 * act.get(Act.REQUEST, 0.0)
        + 2 * act.get(Act.DEADLINE, 0.0)
        + act.get(Act.ANNOUNCEMENT, 0.0)
    )
    told += 0.7 * bool(_ASKS.search(one.words)) + 0.7 * bool(_NEWS.search(one.words))
    told += 0.8 * any(d.role is DateRole.DEADLINE and d.day >= today for d in one.dates)
    told += 0.4 * any(d.day >= today for d in one.dates)
    says = has_verb(one.words)
    told += (_LEAD if says else _LEAD / 3) / (1 + at)
    told += 0.5 * min(sum(s in about for s in stems(one.words)), 3)
    told -= 4.0 * bool(_IDLE.search(one.words)) + 2.0 * bool(_CONTACT.search(one.words))
    told -= sum(less for wording, less in _IDLER if wording.search(one.words))
    told -= 2.0 * _is_ours(one.words) + 0.8 * bool(POINTS_BACK.search(one.words))
    told -= _less_for_saying_nothing(one)
    return told - 3.0 * bool(_OTHER_SCRIPT.search(one.words)) - 0.5 * one.words.endswith("?")


def _is_ours(words: str) -> bool:
    """Whether a sentence tells what the writers think or have to do, and no news of theirs."""
    return _OURS.search(words) is not None and _OUR_NEWS.search(words) is None


def _less_for_saying_nothing(one: Said) -> float:
    """What a line is worth less when it has no verb: a heading, a row of a table, whom it is to."""
    is_due = any(d.role is DateRole.DEADLINE for d in one.dates)
    if is_due or has_verb(one.words) or (one.dates and _LABEL.match(one.words)):
        return 0.0
    if one.words[-1:] in ".!?" and len(one.words.split()) >= _FEW:
        return 0.3 if one.dates else 1.0
    return 2.5 if one.dates or len(one.words.split()) < _FEW else 1.0


def naming_worth(one: Said, at: int, often: Counter[str]) -> float:
    """How well a sentence says what it is: early, of what comes back later, and no condition or answer."""
    told = one.acts.get(Act.ANNOUNCEMENT, 0.0) + 2.5 / (1 + at) + 0.4 * repeated(one, often)
    told -= 3.0 * bool(_IDLE.search(one.words)) + 1.5 * bool(_CONTACT.search(one.words))
    told -= 1.5 * bool(POINTS_BACK.search(one.words)) + 1.5 * bool(_CONDITION.search(one.words))
    told -= 1.5 * _is_ours(one.words)
    told -= sum(less for wording, less in _IDLER if wording.search(one.words))
    return told - 1.0 * any(d.role is DateRole.DEADLINE for d in one.dates)


def central_worth(one: Said, often: Counter[str]) -> float:
    """What it is worth that its words come back."""
    return _CENTRAL * min(repeated(one, often), _MOST_CENTRAL)


def repeated(one: Said, often: Counter[str]) -> float:
    """How often its words come back in the text."""
    return sum(min(often[s] - 1, 3) * weight_of(s) for s in set(stems(one.words)))
