"""What else does a mail say about how its sentences are meant?

Two settings: a story or history is talked of (a book club, a play), so that "he is an idiot" is its hero;
and the mail is closed with a kiss, so that "you traitor" is banter between friends.
"""

from app import linear
from app.checks.words import first_found, whole_any
from app.domain.reading import Reading

_FICTION = whole_any(r"""
    book (?:club|group)s?|reading group|novels?|novella|whodunn?its?|villains?|heroines?|protagonists?
    narrators?|the (?:film|movie|panto|pantomime|musical)|the main characters?
    chapter (?:\d+|one|two|three|last)
    audiobook|(?:school|christmas|nativity|radio) play|(?:series|season) (?:\d|one|two)|box set|finale
    (?:local|family|social|art) history|history (?:class|group|society|walk|talk|club)|ghost walk
    highwaym[ae]n|gallows|gaol|assizes?|workhouse|victorians?|tudors?|vikings?|romans|pirates?
    shakespeare|dickens|austen|bront\x{eb}|agatha christie
""")
_OF_WORK = whole_any(r"""
    you|your|you're|u|my|our|we|colleagues?|boss|manager|head(?:teacher)?|governors?|staff|teams?|office
    parents?|pupils?|teachers?|council|school|department|director|year \d+
""")
_OFTEN = 2
_KISS = linear.compile(r"(?m)(?:^|[ \t,]|\b\p{Lu})x{1,5}[ \t]*$")


def is_of_fiction(reading: Reading, words: str) -> bool:
    """Whether the sentence is about somebody in the story the mail talks of."""
    if _OF_WORK.search(words):
        return False
    spoken_of = len(list(first_found(_FICTION, reading.own, _OFTEN)))
    return spoken_of == _OFTEN or _FICTION.search(reading.subject.clean) is not None


def is_among_friends(reading: Reading) -> bool:
    """Whether the mail is closed with a kiss."""
    return any(_KISS.search(text) is not None for text in (reading.own, reading.signature))
