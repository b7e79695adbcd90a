"""Which type of school is a draft for: those that the authority maintains, or academies and free schools?

"Maintained schools only" says it, and so does who is put off ("academies arrange their own"). A price for the
one and another for the other says nothing.
"""

from collections.abc import Iterator

import re2

_MAINTAINED, _ACADEMIES = "Local authority maintained schools", "Academies"
_FREE = "Free Schools"
_OPENING = 700
_ACADEMY = re2.compile(r"(?i)\bacadem(?:y|ies)\b")
_PRICE = re2.compile(
    r"(?i)(?:\x{a3}\d[\d,.]*|\bfree|\bno charge|\bcosts?)[^.;,\n]{0,25} (?:for|to) [^.;,\n]{0,25}"
    r"(?:academies|maintained)\b"
)
_OF_THE_COUNTY = re2.compile(
    r"(?i)\b(?:local authority|la|county|council)?[ -]?maintained (?:\w+ )?(?:schools?|governors|governing"
    r"|nurser|sector|settings?)\b|\bschools (?:that are )?maintained by\b"
    r"|\bcommunity (?:schools )?and voluntary[ -]controlled\b"
)
_MAINTAINED_ONLY = re2.compile(
    r"(?i)\b(?:(?:local authority )?maintained (?:schools|governors|governing bodies)(?: and (?:nurseries"
    r"|prus))? ?(?:only|must|have to|has to|need|are|using|should|to\b|with\b|that\b)"
    r"|(?:all|for|to|every|each|applies to|our|the county's)(?: local authority)? maintained schools?"
    r"|only (?:for |to )?maintained schools"
    r"|for maintained schools|academies (?:do not|don't|are not|need not|can ignore|should ignore"
    r"|(?:have|make|arrange|use|follow|run|buy|set|keep|hold|do) (?:\w+ )?(?:their|its) own"
    r"|should (?:ask|contact|check|speak to) their (?:own|trust)))\b"
    r"|\bmaintained schools only\b|(?:^|\n|[.!?] )(?:all )?maintained schools ?[:,]"
    r"|\bdear maintained schools\b"
)
_ACADEMIES_ONLY = re2.compile(
    r"(?i)\b(?:(?:academies|(?:academy )?trusts) (?:only|must|have to)"
    r"|(?:all|for|our|dear) (?:\w+ )?academies|(?:all|for|our|dear) academy trusts"
    r"|for academies and free schools|of (?:the"
    r"|our) \w+ academies|(?:all|our"
    r"|the) trust(?:'s)? schools)\b"
)
_NO_ACADEMY = re2.compile(
    r"(?i)\b(?:academies|academy trusts):? (?:(?:\w+ )?(?:do not|don['\x{2019}]t|are not"
    r"|aren['\x{2019}]t|cannot|can['\x{2019}]t"
    r"|need not|needn['\x{2019}]t)(?: (?:apply|count|need|have|act|draw|part|affected|included|in it"
    r"|eligible|use|do))?(?:[.,;!?)]| |$)"
    r"|(?:you(?:['\x{2019}]ve| have)|have|has|make|run|use|set|buy|arrange) (?:\w+ )?(?:their|your|its) own"
    r"|(?:upload|send|submit|return|report|apply) (?:\w+ ){0,3}?(?:straight|direct)(?:ly)? )"
    r"|\bnobody in an academy\b|\btrusts were paid direct\b"
)
_BOTH = re2.compile(
    r"(?i)\b(?:academies (?:too|as well|also|and (?:maintained|faith))|(?:and|or) academies"
    r"|whatever type|all state schools)\b"
)


def types_in(text: str, spoken: str) -> Iterator[str]:
    """Types that it is for; `text` still holds who is put off, `spoken` does not."""
    text, spoken = _PRICE.sub("", text), _PRICE.sub("", spoken)
    if _BOTH.search(text) and not _NO_ACADEMY.search(text):
        return
    if _MAINTAINED_ONLY.search(spoken) or _NO_ACADEMY.search(text):
        yield _MAINTAINED
    elif _ACADEMIES_ONLY.search(spoken):
        yield from (_ACADEMIES, _FREE)
    elif _OF_THE_COUNTY.search(text[:_OPENING]) and not _ACADEMY.search(text):
        yield _MAINTAINED
