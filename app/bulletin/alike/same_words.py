"""Which words are one, when two people tell the same thing?

Endings are cut, words that schools use for each other count as one ("meal", "lunch"), and of a long word its
beginning is kept ("elect", "elections"). A rough cut, the same on both sides of a comparison.
"""

from collections.abc import Mapping

_BEGINNING = 6
_ENDINGS = (("ies", "y"), ("ss", "ss"), ("s", ""))

_MEAN_THE_SAME = """
    cost price charge fee rate pay paid
    child children pupil kid youngster learn student
    head headteacher principal
    book sign register enrol apply reserve entry enter
    return send submit upload
    free complimentary
    course train session workshop class lesson
    meal lunch dinner food
    photo picture photograph
    team service
    begin start commence
    end stop finish cease
    close shut closure
    staff employee colleague
    parent family carer mum dad
    form questionnaire survey
    phone telephone ring call
    email mail write contact
    webinar online zoom
    place slot space seat room
    guidance guide advice
    grant fund money pot
    job vacancy post role recruit
    visit come attend
    teach teacher lead
    volunteer help
    competition tournament contest championship
    bin waste rubbish recycle
    doctor nurse gp nhs
    vaccine immunise jab dose
"""


def stem(word: str) -> str:
    """The word without the endings that change most."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # noqa: PLR2004 - a stem has three letters
            word = word[: len(word) - len(ending)] + instead
            break
    for ending in ("ing", "ed", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:  # noqa: PLR2004 - four, where more is cut
            word = word[: -len(ending)]
            word = word[:-1] if word[-1] == word[-2] and word[-1] not in "sl" else word
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word  # noqa: PLR2004 - as above


_FIRST_OF: Mapping[str, str] = {
    stem(word): stem(words[0])
    for words in (line.split() for line in _MEAN_THE_SAME.strip().splitlines())
    for word in words
}


def common(stemmed: str) -> str:
    """The one word that stands for this stem and all that mean the same."""
    return _FIRST_OF.get(stemmed, stemmed)[:_BEGINNING]
