"""What is the sender asked, where the draft leaves the route open?

A deadline in law that waits for the weekly e-bulletin is the worst mistake of the route, and a guess is no
answer where a law is only half heard. So the one who knows is asked, with the channel of each answer.
"""

from datetime import date

from app.domain.calendar import day_in_words
from app.domain.verdict import Answer, Channel, Doubt, Question


def question_on(doubt: Doubt, schools: int, day: date | None) -> Question:
    """The question, in words; `day` is the one behind which a law may stand."""
    if doubt is Doubt.LAW:
        return Question(
            doubt,
            f"Does a law set {day_in_words(day)} as the deadline?"
            if day
            else "Does the law ask for this by now?",
            (
                Answer(
                    Channel.COMMUNICATIONS_TEAM,
                    "Yes: the law, the government or a court sets it",
                    f"a law sets {day_in_words(day)} as the deadline"
                    if day
                    else "the law asks for this by now",
                ),
                Answer(
                    Channel.BULLETIN,
                    "No: it is our own date, or nobody must act by it",
                    "no law sets that day" if day else "no law asks for it",
                ),
            ),
        )
    return Question(
        doubt,
        f"Is this meant for just these {schools} schools?",
        (
            Answer(
                Channel.COMMUNICATIONS_TEAM,
                "Yes: they joined or bought it, or it is only about them",
                f"this is meant for just these {schools} schools",
            ),
            Answer(Channel.BULLETIN, "No: any school could use it", "any school could use it"),
        ),
    )


def why_asked(question: Question, schools: int) -> str:
    """Why it matters, in a sentence or two."""
    if question.doubt is Doubt.LAW:
        return f"This is for {schools} schools. If a law sets the day, it cannot wait for the e-bulletin."
    return "The Communications Team sends what is for a chosen set. Other news goes in the e-bulletin."
