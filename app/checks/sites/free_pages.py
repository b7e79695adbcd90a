"""Is a new page on a free website host made the home of something official?

Links to such hosts. They count for sure only where the words around say that the site is ours or new: many a
charity and parents' group has its website there.
"""

from collections.abc import Iterator

from app.checks.sites.known import FREE_HOSTS, is_of
from app.checks.words import any_of, whole_any
from app.domain.finding import Confidence
from app.domain.reading import Reading

_AROUND = 160
_SITE = any_of("(?:web ?)?(?:sites?|pages?)|blog|microsite|hub|portal|home ?page")
_MADE = any_of("set up|made|built|created|started|launched|moved|put|published|designed")
_OURS = whole_any(rf"""
    our (?:\S+ ){{0,2}}?{_SITE}
    (?:a|the|this|its|my|brand) new (?:\S+ ){{0,2}}?{_SITE}
    (?:i|we|i've|we've|he|she|they)(?: have| has)? (?:just |now |also )?{_MADE}
    (?:is|are) now (?:on|at)|now live|has gone live|new home|launch(?:ed|ing)?
""")
_THEIRS = whole_any(
    "their|his|her|pta'?s?|charity'?s?|company'?s?|supplier'?s?|author'?s?|club'?s?|speaker'?s?"
)


def find_free_pages(reading: Reading) -> Iterator[tuple[int, int, Confidence]]:
    """Links to pages on free hosts, and how surely each is to be a home of ours."""
    for link in reading.links:
        if link.is_own or link.is_school or link.is_approved or not is_of(link, FREE_HOSTS):
            continue
        around = reading.own[max(0, link.start - _AROUND) : link.end + _AROUND]
        is_ours = _OURS.search(around) is not None and not _THEIRS.search(around)
        yield link.start, link.end, Confidence.MEDIUM if is_ours else Confidence.LOW
