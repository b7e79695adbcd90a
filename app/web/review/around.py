"""In which words, and under which headings, is told what stood around the things that were seen?

A reviewer has to weigh what may excuse a send against what may make it worse, so the signs do not come as one
list: whose words and data, what may speak for it, what against it.
"""

from collections.abc import Collection, Mapping

from app.domain.flagged import Sign

SIGNS: Mapping[str, str] = {
    Sign.OTHERS_WORDS: "The words are quoted, or told of somebody else",
    Sign.FROM_ELSEWHERE: "The mail speaks of a text, a lesson, a log or a message in which they may stand",
    Sign.TO_READER: "The words are the sender’s own, and speak to whoever reads them",
    Sign.HEAT: "They sound as if they were written in anger",
    Sign.APOLOGY: "The sender says sorry for words of their own",
    Sign.FRIENDLY: "Friendly words stand beside them",
    Sign.SEXUAL: "Something among them sounds sexual",
    Sign.SENDERS_OWN: "Something of the sender’s own: “my …”",
    Sign.READERS_OWN: "Something of the reader’s own: “your …”",
    Sign.ORGANISATIONS: "Something of the organisation’s, or a collection for it",
    Sign.ANOTHERS: "Something of somebody else’s: “her …”, “their …”",
    Sign.MADE_UP: "The mail says that something is made up, or for practice",
    Sign.OTHERWISE: "The number is called something else: of an order, a delivery, an asset",
    Sign.UNCALLED: "Nothing beside the number says what it is, and nobody is spoken of there",
    Sign.PUBLIC: "The mail says that it is public already",
    Sign.SPENT: "The mail says that it opens nothing any more",
    Sign.PAPERS: "It looks like a paper of private life: a ticket, a payslip",
    Sign.TALE: "A private matter about one person or family is told",
    Sign.QUIET: "Somebody is to keep it to themselves",
    Sign.COVERS: "Somebody is not to find out, or traces are to go",
    Sign.LEAVES: "Somebody is about to leave, or had to",
    Sign.PRIVATE: "The sender’s friends, family or home come into it",
    Sign.GAIN: "Something is given in return",
    Sign.HARM: "Somebody is to be hurt, got back at or followed",
    Sign.ILL_WILL: "It sounds as if the sender knew that it was wrong",
    Sign.NOT_QUITE_WORK: "As a whole it does not quite sound like work, which is no fault by itself",
    Sign.UNLIKE_WORK: "As a whole it does not sound like work, which is no fault by itself",
    Sign.FAR_FROM_WORK: "As a whole it sounds far from work, which is no fault by itself",
    Sign.SOUNDS_MEANT: "As a whole it sounds as if meant to hurt, to take or to hide, more than a slip",
    Sign.SOUNDS_CARELESS: "As a whole it sounds more like a hasty or careless word than like ill will",
    Sign.BASIS: "The mail speaks of a law, a contract or a consent",
    Sign.ASKED: "The mail says that it was asked for, or that a form needs it",
    Sign.PUBLIC_BODY: "Readers away are at public bodies, by the look of their addresses",
    Sign.MANY_FILES: "Three files or more go along",
    Sign.PASSED_ON: "It is a forward",
}
_HEADINGS: Mapping[str, Collection[Sign]] = {
    "Whose words": (
        Sign.OTHERS_WORDS,
        Sign.FROM_ELSEWHERE,
        Sign.TO_READER,
        Sign.HEAT,
        Sign.APOLOGY,
        Sign.FRIENDLY,
        Sign.SEXUAL,
    ),
    "Whose data": (
        Sign.SENDERS_OWN,
        Sign.READERS_OWN,
        Sign.ORGANISATIONS,
        Sign.ANOTHERS,
        Sign.MADE_UP,
        Sign.OTHERWISE,
        Sign.UNCALLED,
        Sign.PAPERS,
        Sign.TALE,
    ),
    "May speak for it": (
        Sign.BASIS,
        Sign.ASKED,
        Sign.PUBLIC,
        Sign.SPENT,
        Sign.PUBLIC_BODY,
        Sign.SOUNDS_CARELESS,
    ),
    "May speak against it": (
        Sign.QUIET,
        Sign.COVERS,
        Sign.LEAVES,
        Sign.PRIVATE,
        Sign.GAIN,
        Sign.HARM,
        Sign.ILL_WILL,
        Sign.NOT_QUITE_WORK,
        Sign.UNLIKE_WORK,
        Sign.FAR_FROM_WORK,
        Sign.SOUNDS_MEANT,
    ),
    "How it went": (Sign.MANY_FILES, Sign.PASSED_ON),
}


def around(signs: Collection[Sign]) -> Mapping[str, tuple[str, ...]]:
    """The words for these signs by heading; a heading without any is left out."""
    told = {head: tuple(SIGNS[one] for one in of if one in signs) for head, of in _HEADINGS.items()}
    return {head: words for head, words in told.items() if words}
