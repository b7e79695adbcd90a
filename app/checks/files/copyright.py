"""Who may own what is attached?

Copyright lines and publishers' names in the words of a file, in its name, and words of the mail that tell of
a copy made from a book. A council's, a school's or the Crown's own line, an open licence and a licence that
is spoken of say that all is well.
"""

from app import linear
from app.checks.words import any_of, whole_any

_AROUND = 90
_LINES = linear.compile(
    r"(?i)(?:\x{a9}|\bcopyright|\(c\))\s*(?:\w[\w&,.'\x{2019}-]*\s+){0,5}?(?:19|20)\d\d\b|\x{a9}\s*[A-Z]"
    r"|\bcopyright\s+of\b|\ball\s+rights\s+reserved|\bno\s+part\s+of\s+this\s+(?:publication|book|work|resource)"
    r"|\bISBN(?:-1[03])?[\s:]*97[89]|\bmay\s+not\s+be\s+(?:copied|reproduced|photocopied|distributed)"
)
_PUBLISHERS = any_of(r"""
    pearson education|oxford university press|cambridge university press|hodder(?: education| & stoughton)?
    harper ?collins|collins(?: education)?|cgp(?: books)?|coordination group publications|scholastic
    nelson thornes|macmillan education|heinemann|letts|rising stars|schofield (?:&|and) sims|gl assessment
    folens|galore park|routledge|bloomsbury|usborne|penguin(?: books)?|ladybird|puffin|hachette|twinkl
    philip allan|john murray|illuminate publishing|zigzag education|sage publications|jessica kingsley
""")
_BY_PUBLISHER = whole_any(
    rf"(?:published by|publisher:?|reproduced from|taken from|from) (?:the )?{_PUBLISHERS}"
)
_OUR_OWN = whole_any(r"""
    crown copyright|creative commons|cc[ -]by(?:-[a-z]{2})*|open government licen[cs]e|public domain
    council|borough|county|district|school|academy|academies|trust|federation|college|diocese|nhs|dfe
    department for|ofsted|gov\.uk
""")
_BOOK = any_of(r"""
    (?:text|work|course|revision|song|story|reading|puzzle|activity|poetry|cook|picture)? ?-?books?
    revision guides?|study guides?|sheet music|song ?sheets?|novels?|chapters?|play ?scripts?
    (?:journal|magazine|newspaper) articles?|magazines?|antholog(?:y|ies)|encyclopa?edias?
""")
_COPIED = whole_any(rf"""
    (?:scan(?:s|ned)?|photocop(?:y|ies|ied)|photographed|screenshots?) (?:\S+ ){{0,8}}?{_BOOK}
    {_BOOK} (?:\S+ ){{0,4}}?(?:scanned|photocopied|photographed) (?:in|for|and|so|below|here)
""")
_NAMED = linear.compile(
    rf"(?i)(?:^|[^a-z])(?:{_PUBLISHERS}|textbook|text book|revision guide|sheet music)(?:$|[^a-z])"
)
_ALLOWED = whole_any(r"""
    licen[cs]es?|licen[cs]ed|permission|photocopiable|copyright[- ]free|cla|royalty[- ]free|our own
    we (?:wrote|made|created)|i (?:wrote|made|created)|hymn ?books?|log ?books?|hand ?books?|exercise books?
    mark ?books?|note ?books?|message books?|visitors'? books?|minute ?books?|day ?books?|cash ?books?
    sign(?:ing)?[- ]in books?|accident books?|reading (?:diary|record|log)|home[- ]school|facebook
    qr|bar ?codes?|to book|passports?|birth certificate|bank statements?
    books? (?:lists?|orders?|fair|bags?|look|scrutiny|review)
    polic(?:y|ies)|forms?
""")


def find_line(words: str) -> bool:
    """Whether the words of a file hold somebody else's copyright line or publisher."""
    for pattern in (_LINES, _BY_PUBLISHER):
        for match in pattern.finditer(words):
            around = words[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            if not _OUR_OWN.search(around):
                return True
    return False


def is_named(name: str) -> bool:
    """Whether a file's name has a publisher's or a book's."""
    return _NAMED.search(name.replace("_", " ")) is not None


def find_copied(sentence: str) -> tuple[int, int] | None:
    """Where a sentence tells of a copy made from a book; None when it does not, or tells of leave to."""
    match = _COPIED.search(sentence)
    return match.span() if match is not None and not _ALLOWED.search(sentence) else None
