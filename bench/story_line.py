"""How many false stories are let go where the mail as a whole is heard beside its sentences, and how many true ones?

    python -m bench.story_line [--write]

Fits the weights of app/checks/stories/taken_whole.py (logistic regression, a penalty on their squares) to drafts of the
mail model's corpus by writers of whom the network had read nothing, or nothing before it was made narrow. A draft tells a
story when one of its sentences is labelled so. Each writer is judged by weights that saw nothing of theirs. Prints
precision and recall as the sentences alone tell it, and with the whole beside them; `--write` writes the weights. Run it
whenever the mail model changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from app.adapters.nlp.reader import SpacyReader
from app.checks.stories.hearing import hear_body, hear_subject, together
from app.checks.stories.persons import third_parties
from app.checks.stories.setting import setting_of
from app.checks.stories.taken_whole import LET_GO, heard_in
from app.checks.stories.telling import tell
from app.checks.whole_mail import PAGE, meant_in
from app.domain.finding import Confidence
from app.domain.reading import Reading
from bench.cases.logistic import Table, area, fit, is_to_be_written, write
from bench.stories import shares
from nlp_models.mail.scripts.drafts import read_folder
from nlp_models.mail.scripts.layout import CORPUS, PACKAGE
from nlp_models.mail.scripts.measure.parts import STORY, chance_of
from nlp_models.mail.scripts.measure.road import checked, road
from nlp_models.mail.scripts.people import fill, training_names

WRITERS = (
    "dev-e",
    "dev-r",
    "train-ak",
    "train-al",
    "train-am",
    "train-an",
    "train-ao",
    "train-ap",
)
_PRIVATE = "train-an"
"""Private American mail, on purpose: learnt from, and counted apart."""
_ALONE, _OTHERS = 1e-3, 10.0
_PACKED = Path(__file__).parents[1] / "app/checks/stories/packed_story.py"


@dataclass(frozen=True, slots=True)
class Mail:
    """A draft: who wrote it, one and what is weighed, whether it tells a story, how surely its sentences alone tell it."""

    writer: str
    features: Sequence[float]
    is_there: bool
    alone: Confidence | None


def main() -> None:
    """Print how well it tells, and write the weights when asked."""
    is_asked_to_write = is_to_be_written(str(__doc__))
    mails = list(_mails())
    odds = {w: _features(mails, w) @ _fitted([m for m in mails if m.writer != w]) for w in WRITERS}
    for writer in WRITERS:
        _tell(writer, [m for m in mails if m.writer == writer], odds[writer])
    office = [writer for writer in WRITERS if writer != _PRIVATE]
    for name, some in (("office mail", office), ("all", WRITERS)):
        theirs = [m for writer in some for m in mails if m.writer == writer]
        _tell(name, theirs, np.concatenate([odds[writer] for writer in some]))
    if is_asked_to_write:
        question = (
            "How much tells what is heard, then each number of what a sentence means, of a private matter?"
        )
        write(_fitted(mails), _PACKED, question, "bench.story_line", "taken_whole.py")


def _mails() -> Iterator[Mail]:
    names = training_names(None)
    with road(SpacyReader(PACKAGE)) as whole:
        for writer in WRITERS:
            for written in read_folder(CORPUS / "drafts" / writer):
                filled = fill(written, names, chance_of(written.id, "", "0"))
                reading = checked(whole, filled.subject, filled.text, written.headers["to"]).reading
                is_there = any(STORY in named for place, named in filled.labels if place <= filled.history)
                yield from _mail(writer, reading, is_there=is_there)


def _mail(writer: str, reading: Reading, *, is_there: bool) -> Iterator[Mail]:
    said = [one.sense for _, one in meant_in(reading)][:PAGE]
    if said:
        people = third_parties(reading)
        setting = setting_of(reading, is_anyone_named=bool(people))
        sentences = [*hear_body(reading, people, setting), *hear_subject(reading, people, setting)]
        heard = together(sentences, is_named=bool(people))
        alone = tell(reading, is_weighed=False)
        features = [1.0, *heard_in(reading, heard), *np.mean(said, 0).tolist()]
        yield Mail(writer, features, is_there, alone.sure if alone else None)


def _fitted(mails: Sequence[Mail]) -> Table:
    truth = np.array([mail.is_there for mail in mails])
    return fit(np.array([mail.features for mail in mails]), truth, alone=_ALONE, others=_OTHERS)


def _features(mails: Sequence[Mail], writer: str) -> Table:
    return np.array([mail.features for mail in mails if mail.writer == writer])


def _tell(name: str, mails: Sequence[Mail], odds: Table) -> None:
    there = np.array([mail.is_there for mail in mails])
    print(f"{name}: {len(mails)} drafts, area {area(odds, there):.3f}")
    print(f"  sentences alone  {shares([(m.is_there, m.alone is not None) for m in mails])}")
    with_whole = [(m.is_there, _is_told(m, one)) for m, one in zip(mails, odds, strict=True)]
    print(f"  and the whole    {shares(with_whole)}")


def _is_told(mail: Mail, odds: float) -> bool:
    return mail.alone is Confidence.HIGH or (mail.alone is not None and odds >= LET_GO)


if __name__ == "__main__":
    main()
