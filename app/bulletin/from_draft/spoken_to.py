"""Which words of a draft speak to its readers, and which only tell somebody else that it is not for them?

"Primary schools had their own version" names a phase that it is not for; "any school can apply, including
nursery schools" names none that it is for alone; "anyone with a reception class" names one.
"""

from collections.abc import Iterator

import re2

_CLAUSE = re2.compile(r"[^.;!?\n()\x{2013}\x{2014}]+")
_SCHOOLS = (
    r"(?:schools?|academ(?:y|ies)|(?:academy )?trusts|primar(?:y|ies)|secondar(?:y|ies)|infants?|juniors?"
    r"|nurser(?:y|ies)|colleges|sixth[- ]forms?|governors|heads|headteachers|parents|pupils|children|choirs"
    r"|settings|clusters?|areas?|valleys?|placements|places)"
)
_PUT_OFF = re2.compile(
    rf"(?i)\b{_SCHOOLS}\b.{{0,60}}?\b(?:(?:have|has|had|have had|get|got|run|use|will have"
    rf"|you(?:['\x{{2019}}]ve| have))"
    r" (?:\w+ )?(?:their|there|your|its) own"
    r"|(?:have|had|get|got) (?:a different|a separate|another|theirs)"
    r"|stop reading|(?:can|may|should|please) (?:ignore|disregard|delete)"
    r"|no need to (?:do|act|reply|answer)|(?:don['\x{2019}]t|do not) need to (?:do|act|reply|answer)"
    r"|(?:will (?:come|follow|be written to)|comes?) separately|miss out"
    r"|are (?:all |already |now |being )?(?:full|done|arranged|booked|pooled|in hand)\b"
    r"|(?:is|are) a different (?:message|matter|mail))"
)
_NOT_FOR = re2.compile(
    r"(?i)\b(?:is|are|was|it)(?:n['\x{2019}]?t| not|['\x{2019}]s not) (?:meant |intended )?(?:for|about) "
    r"|^\s*not for\b|\bnobody (?:younger|older|else)\b|\b(?:no|not) to h(?:im|er)\b"
    r"|\bother (?:areas?|valleys?|clusters?|districts?)\b"
)
_OF_SOME = re2.compile(
    r"(?i)\b(?:that|which|who)(?: do not| don['\x{2019}]t)? (?:have|run|use) (?:\w+ )?their own\b"
)
_WHOEVER = re2.compile(
    r"(?i)\b(?:whatever (?:you teach|the (?:phase|type|age)|(?:your|their) (?:phase|type|status))"
    r"|(?:every|any) kind of school|(?:every|any) school, (?:every|any) (?:phase|type|age)"
    r"|any school (?:can|may|could|is welcome)\b|all (?:phases|ages and phases)\b|of (?:any|every) phase"
    r"|primary(?:,| or| and) (?:or )?secondary,? (?:it )?(?:does not|doesn['\x{2019}]t"
    r"|don['\x{2019}]t) matter"
    r"|anyone who (?:leads|teaches|works in a school)|all teachers (?:are )?welcome)"
)
_WITH = re2.compile(
    r"(?i)\b(?:any(?:one|body| school| schools)?|every(?:one|body)|all(?: schools| of you| colleagues)?"
    r"|those(?: of you)?"
    r"|you|schools|colleagues|hi all|dear all|for) (?:with|that (?:have|has|take|takes|teach)"
    r"|who (?:have|has|take|teach)|having) (?:a |an |any |your )?([^.;!?\n,]{3,40})"
)


def spoken_to_readers(text: str) -> str:
    """The text, with clauses blanked that only say whom it is not for; places stay as they are."""
    out = list(text)
    for match in _CLAUSE.finditer(text.replace(" - ", " ; ")):
        words = match[0]
        if (_PUT_OFF.search(words) and not _OF_SOME.search(words)) or _NOT_FOR.search(words):
            out[match.start() : match.end()] = " " * len(words)
    return "".join(out)


def is_for_whoever(text: str) -> bool:
    """Whether it is said to be for any school of whatever kind, phases named only beside."""
    return _WHOEVER.search(text) is not None


def holders_in(text: str) -> Iterator[str]:
    """What the schools have that it is for: "a nursery" of "those of you with a nursery"."""
    return (match[1] for match in _WITH.finditer(text))
