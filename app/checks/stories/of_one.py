"""Is a mail about one person or family, and not news?

A story is weighed against the news around it: how surely the surest sentence tells it, less how surely any
sentence of the body speaks to many. To few schools it is enough that it outweighs the news; where not even
two read it, it must be told surely, as so small a number says nothing. To more, a person who is named needs
a lead, and one who is only "she" or "his dad" a larger one, in what is told itself: news too speaks of "him"
now and then.
"""

from app.checks.audience.in_person import FEW
from app.checks.heard_acts import news_beside
from app.checks.pupils.one_child import one_child_named
from app.checks.stories.story import Story
from app.checks.words import whole_any
from app.domain.reading import Reading

_SURE = 0.7
_NAMED_LEAD, _UNNAMED_LEAD = 0.35, 0.5  # chosen on the open sets of bench/routing
_ONE = whole_any("he|she|him|her|his|hers|he's|she's|mum|mother|dad|father")


def is_of_one(reading: Reading, story: Story) -> bool:
    """Whether the story of one person or family outweighs what is said to many."""
    surest = max(sentence.story for sentence in story.all)
    lead, is_to_few = surest - news_beside(reading), reading.audience.schools <= FEW
    if reading.audience.schools <= 1 and surest < _SURE:
        return False
    if story.people:
        return lead >= (0.0 if is_to_few else _NAMED_LEAD) or one_child_named(reading) is not None
    if is_to_few:
        return lead >= 0.0 and _ONE.search(reading.own) is not None
    told = (reading.own[s.start : s.end] for s in story.sentences)
    return lead >= _UNNAMED_LEAD and any(map(_ONE.search, told))
