# ruff: noqa: SLF001  these tests look inside on purpose
"""Does the reader say the same of a sentence always, flag what is bad and leave plain mail alone?"""

import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from app.adapters.nlp.reader import LONGEST, SpacyReader, _passages
from app.domain.reading import Sentence, Tone

SENTENCES = (
    "You are a stupid and useless idiot.",
    "The coach leaves at nine on Thursday morning.",
    "I could scream at the lot of you, this is a disgrace!",
    "Please send me the attendance figures by Friday.",
)


def tones(reader: SpacyReader, text: str) -> dict[str, tuple[float, ...]]:
    return {text[s.start : s.end]: tuple(s.tone[tone] for tone in Tone) for s in reader.read(text)}


def test_a_sentence_scores_the_same_alone_and_in_any_text(reader: SpacyReader, model: Path) -> None:
    fresh = SpacyReader(model)
    together = tones(fresh, "Dear all,\n\n" + " ".join(SENTENCES) + "\n\nKind regards,\nJo")
    for sentence in SENTENCES:
        assert tones(reader, sentence)[sentence] == together[sentence]
        assert tones(fresh, f"- {sentence}\n\n" + sentence)[sentence] == together[sentence]


def test_a_sentence_scores_the_same_after_a_restart(reader: SpacyReader, model: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from app.adapters.nlp.reader import SpacyReader; "
        "from app.domain.reading import Tone; "
        "print([s.tone[t] for s in SpacyReader(Path(sys.argv[1])).read(sys.argv[2]) for t in Tone])"
    )
    command = [sys.executable, "-c", script, str(model), SENTENCES[0]]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)  # noqa: S603  our own interpreter
    assert done.stdout.strip() == str(list(tones(reader, SENTENCES[0])[SENTENCES[0]]))


def test_eight_threads_agree(reader: SpacyReader, model: Path) -> None:
    fresh = SpacyReader(model)
    texts = [f"{sentence} Line {number} of a note." for number in range(40) for sentence in SENTENCES]
    expected = [tones(reader, text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: tones(fresh, text), texts)) == expected


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("You are a stupid and useless idiot.", Tone.ABUSE),
        ("What the fuck is going on with the rota?", Tone.OBSCENITY),
        ("Hand it over or I will break your legs.", Tone.THREAT),
    ],
)
def test_plain_hostility_is_a_warning(reader: SpacyReader, text: str, tone: Tone) -> None:
    (sentence,) = reader.read(text)
    assert sentence.tone[tone] >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,",
        "Kind regards,",
        "Please find attached the minutes of the last meeting.",
        "Could you let me have the figures by Friday, please?",
        "Your return is late and is now needed by 5pm today.",
        "Failure to comply with this notice is a criminal offence.",
        "The pupil disclosed that her uncle had hit her, and this was referred.",
        'A parent called our receptionist "a stupid cow" and has apologised.',
        "I am such an idiot, I forgot the attachment.",
        "Mrs Cocks and Mr Dickinson will drive to Scunthorpe.",
        "We welcome applications from disabled and gay candidates.",
        "The Labour and Conservative groups have each named one member.",
        "TERM DATES 2026 TO 2027",
        "NB: FSM, EAL and SEND data must match the DfE return.",
        "Thank you so much, the children had a wonderful time!",
        "I am disappointed with the decision and will appeal.",
    ],
)
def test_ordinary_office_mail_is_left_alone(reader: SpacyReader, text: str) -> None:
    assert all(max(sentence.tone.values()) < 0.5 for sentence in reader.read(text))


def test_quotation_marks_are_no_hiding_place(reader: SpacyReader) -> None:
    (sentence,) = reader.read('"You stupid useless idiot"')
    assert 0.5 <= sentence.tone[Tone.ABUSE] < 0.8


def test_every_label_has_a_score_between_nought_and_one(reader: SpacyReader) -> None:
    for sentence in reader.read(" ".join(SENTENCES)):
        assert set(sentence.tone) == set(Tone)
        assert all(0 <= score <= 1 for score in sentence.tone.values())


def test_two_million_characters_stay_linear(reader: SpacyReader, monkeypatch: pytest.MonkeyPatch) -> None:
    paragraph = "The hall is shut. Use the gym!\n\n"
    sizes: list[int] = []
    pipeline = reader._nlp.__class__.make_doc

    def measured(nlp: object, text: str) -> object:
        sizes.append(len(text))
        return pipeline(nlp, text)  # type: ignore[arg-type]  # the pipeline itself

    monkeypatch.setattr(reader._nlp.__class__, "make_doc", measured)
    text = paragraph * (200_000 // len(paragraph))
    read = reader.read(text)
    assert Counter(text[s.start : s.end] for s in read) == {
        "The hall is shut.": len(text) // len(paragraph),
        "Use the gym!": len(text) // len(paragraph),
    }
    assert max(sizes) <= LONGEST
    assert sum(sizes) <= len(text)


@pytest.mark.parametrize("letters", ["a", " ", "\n", "(", "a b\n", "é😀"])
def test_passages_cover_two_million_characters_once(letters: str) -> None:
    text = letters * (2_000_000 // len(letters)) + "x"
    passages = list(_passages(text))
    assert all(0 < end - start <= LONGEST for start, end in passages)
    assert all(before[1] <= after[0] for before, after in pairwise(passages))
    inside = sum(end - start - sum(map(str.isspace, text[start:end])) for start, end in passages)
    assert inside == len(text) - sum(map(str.isspace, text))


def test_no_word_of_a_mail_stays_in_the_vocabulary(reader: SpacyReader) -> None:
    before = len(reader._nlp.vocab.strings)
    reader.read("Zyxwvutabc met Qponmlkdef in the hall.")
    assert len(reader._nlp.vocab.strings) == before
    assert "Zyxwvutabc" not in reader._nlp.vocab.strings


def test_the_version_names_package_and_weights(reader: SpacyReader) -> None:
    package, _, weights = reader.version.partition("+")
    assert package.count(".") == 2
    assert len(weights) == 8
    assert int(weights, 16) >= 0


@pytest.mark.parametrize(
    "text",
    [
        "The hall is shut until the painters have finished their work in it,\nso use the gym.\nThank you.",
        "The hall is shut until the painters have finished their work in it,\n   so use the gym.",
        "We need:\n- chairs\n- tables\n\nPlease bring them. Thank you\nAnn",
        'He said "it is shut\nuntil Monday". We go on.\n> He wrote this\nwhich goes on here.',
    ],
)
def test_passages_change_no_sentence(reader: SpacyReader, text: str) -> None:
    alone = [(s.start, s.end, s.tone) for s in reader._read_passages([text])[0]]
    assert [(s.start, s.end, s.tone) for s in reader.read(text)] == alone


def test_an_unchanged_passage_is_not_read_again(reader: SpacyReader, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    pipeline = reader._read_passages

    def counted(passages: Sequence[str]) -> list[tuple[Sentence, ...]]:
        read.extend(passages)
        return pipeline(passages)

    monkeypatch.setattr(reader, "_read_passages", counted)
    reader.read("A brand new opening.\n\nA brand new end.")
    reader.read("A brand new opening.\n\nA changed end.")
    assert [passage.strip() for passage in read] == [
        "A brand new opening.",
        "A brand new end.",
        "A changed end.",
    ]
