"""Which phase is a matter of, where a draft names no schools?

Year groups, key stages and ages, tests and schemes of one phase alone. A draft that speaks of several phases,
or of none, says nothing.
"""

from collections.abc import Iterator

import re2

from app.domain.school import Phase

_MOST_READ = 450
_YEARS = re2.compile(
    r"(?i)\b(?:y(?:ear|r)?s? ?(\d{1,2})(?:s|(?: ?(?:/|and|to|or|&|-|\x{2013}) ?(?:y(?:ear"
    r"|r)? ?)?(\d{1,2}))?)\b|(?:ks|key stage) ?([1-5])\b)"
)
_AGES = re2.compile(
    r"(?i)\b(?:aged? )?(\d{1,2}) ?(?:-|\x{2013}|to|and) ?(\d{1,2})[- ]year[- ]olds?\b"
    r"|\bage[ds]? (?:of )?(\d{1,2}) ?(?:-|\x{2013}|to|and) ?(\d{1,2})\b"
)
_YOURS = re2.compile(
    r"(?i)\byour (?:own |current |present |new )?y(?:ear|r)?s? ?(\d{1,2})"
    r"(?:s|(?: ?(?:/|and|to|or|&|-|\x{2013}) ?(?:y(?:ear|r)? ?)?(\d{1,2}))?)\b"
)
_BY_STAGE = {"1": 1, "2": 6, "3": 7, "4": 11, "5": 12}
_TOPICS = {
    phase: re2.compile(rf"(?i)\b(?:{words})\b")
    for phase, words in {
        Phase.NURSERY: r"nursery funding|early years|eypp|headcount|30 hours|toddlers|childminders"
        r"|(?:two|three|four|2|3|4)[- ]year[- ]olds",
        Phase.PRIMARY: r"reception|phonics|eyfs|sats|infants?|multiplication (?:tables )?check|times tables"
        r"|uifsm|bikeability|primary transfer|secondary transfer",
        Phase.SECONDARY: r"gcses?|duke of edinburgh(?:'s award)?|dofe|work experience|options evenings?"
        r"|mock (?:exams?|interviews?)|exams? officers?|heads? of department|hpv|invigilat(?:ors?|ion)"
        r"|careers (?:leads?|leaders?|advisers?)|gatsby benchmarks?|ebacc|progress 8",
        Phase.SIXTEEN_PLUS: r"[at][ -]levels?|ucas|sixth[- ]form(?:ers)?|post-16",
    }.items()
}
_AT_FOUR = frozenset({Phase.NURSERY, Phase.PRIMARY})
_RECEPTION = re2.compile(r"(?i)\breception\b")
_NURSERY = re2.compile(r"(?i)\b(?:nurser(?:y|ies)|pre-?schools?|early years|childminders)\b")
_UNDER = re2.compile(r"(?i)\bu(?:nder)?[- ]?(\d{1,2})s?\b")
_OVER = re2.compile(r"(?i)\b(?:pupils|children|anyone|students) over (?:1[1-3])\b")
_UPPER = frozenset({Phase.SECONDARY, Phase.SIXTEEN_PLUS})


def phases_of_matter(text: str) -> frozenset[Phase]:
    """The phase that its beginning speaks of; secondary schools and sixth forms may be both."""
    beginning = text[:_MOST_READ]
    yours = [int(year) for match in _YOURS.finditer(beginning) for year in match.groups() if year]
    if len(theirs := {phase for year in yours if (phase := _of_year(year))}) == 1:
        return frozenset(theirs)
    found = (
        frozenset(_by_years(beginning))
        | frozenset(_by_topics(beginning))
        | frozenset(_by_age_group(beginning))
    )
    if found == _AT_FOUR and _RECEPTION.search(beginning) and not _NURSERY.search(beginning):
        return frozenset({Phase.PRIMARY})
    return found if len(found) == 1 or found == _UPPER else frozenset()


def _by_years(text: str) -> Iterator[Phase]:
    for match in _YEARS.finditer(text):
        first, last, stage = match.groups()
        years = [int(year) for year in (first, last) if year] + ([_BY_STAGE[stage]] if stage else [])
        yield from (phase for year in years if (phase := _of_year(year)))
    for match in _AGES.finditer(text):
        youngest, oldest = (int(age) for age in match.groups() if age)
        if found := _of_ages(youngest, oldest):
            yield found


def _by_age_group(text: str) -> Iterator[Phase]:
    """Phases by age: "U11" plays in primary schools; pupils over eleven are in both upper phases."""
    for match in _UNDER.finditer(text):
        age = int(match[1])
        if age in range(7, 12):
            yield Phase.PRIMARY
        elif age in range(12, 17):
            yield Phase.SECONDARY
    if _OVER.search(text):
        yield from _UPPER


def _of_year(year: int) -> Phase | None:
    if year in range(1, 7):
        return Phase.PRIMARY
    if year in range(7, 12):
        return Phase.SECONDARY
    return Phase.SIXTEEN_PLUS if year in range(12, 15) else None


def _of_ages(youngest: int, oldest: int) -> Phase | None:
    """Both ends of a phase are ages at which people are in it, or have just left the one before."""
    for phase, low, high in ((Phase.PRIMARY, 4, 11), (Phase.SECONDARY, 11, 16), (Phase.SIXTEEN_PLUS, 16, 19)):
        if low <= youngest < oldest <= high:
            return phase
    return None


def _by_topics(text: str) -> Iterator[Phase]:
    return (phase for phase, pattern in _TOPICS.items() if pattern.search(text))
