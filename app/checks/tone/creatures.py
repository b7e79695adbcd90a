"""Does "they" mean creatures or things?

"Please kill the wasps by the door. They are vicious little things." insults nobody, but the second sentence
alone cannot say so.
"""

from app import linear
from app.checks.tone.offence_phrases import GROUPS, KINDS_OF_PEOPLE
from app.checks.words import any_of, holds_name, whole_any

_CREATURES = whole_any("""
    rats?|mice|mouse|pigeons?|wasps?|bees|hornets?|flies|ants|cockroach(?:es)?|bed ?bugs|moths?|midges
    mosquitoes|(?:sea)?gulls?|fox(?:es)?|badgers?|squirrels?|rabbits?|crows|magpies|geese|goose|swans?|slugs?
    snails|spiders?|vermin|pests?|fleas|head lice|nits|lice|dogs?|cats?|horses?|cows?|sheep|deer|moles?
    chickens|hens|weeds?|nettles|knotweed|brambles|printers?|computers?|laptops?|machines?|boilers?|bins|drains
""")
_PEOPLE = whole_any(rf"""
    you|your|he|she|him|her|his|who|m[ae]n|wom[ae]n|people|persons?|boys?|girls?|kids?|child(?:ren)?|pupils?
    students?|parents?|teachers?|staff|teams?|colleagues?|neighbours?|owners?|residents?|tenants?|customers?
    builders?|contractors?|drivers?|officers?|councillors?|governors?|managers?|famil(?:y|ies)|mums?|dads?
    mothers?|fathers?|sons?|daughters?|youths?|gangs?|lot|everyone|nobody|somebody|{KINDS_OF_PEOPLE}|{GROUPS}
""")
_THEY = any_of("they|they're|they've|these|those|it|it's|its|their")
_OPENS_WITH_THEY = linear.compile(rf"(?i)^\W*(?:(?:and|but|so)\s+)?{_THEY}\b")
_NAMES_THEM = whole_any("""
    (?:the|those|these|our|that|this) (?:\\w+ )?(?:(?:sea)?gulls?|pigeons|wasps|crows|magpies|geese|foxes|squirrels|badgers|midges|moths|printers?|photocopiers?|computers?|laptops?|boilers?)
""")  # noqa: E501 - one phrase a line; no word that is itself hurled at people, as rat and cow are
_OFFICES = whole_any("hr|payroll|finance|management|office|department|council|trust|school|committee")


def opens_with_creatures(words: str) -> bool:
    """Whether `words` open with creatures or things, and nobody else is in them."""
    match = _NAMES_THEM.match(words.lstrip())
    return match is not None and not (_PEOPLE.search(words) or _OFFICES.search(words) or holds_name(words))


def is_of_creatures(before: str, words: str) -> bool:
    """Whether `words` go on about creatures or things of the sentence before, and neither is about people."""
    return (
        _OPENS_WITH_THEY.search(words) is not None
        and _CREATURES.search(before) is not None
        and not any(_PEOPLE.search(said) or holds_name(said) for said in (before, words))
    )
