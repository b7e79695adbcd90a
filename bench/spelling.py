"""How many slips does the dictionary find, and how often does it speak of a right word?

    python -m bench.spelling FOLDER [--show]

FOLDER holds the CoNLL-U files of Universal Dependencies English EWT. Its e-mail documents are looked at as
they stand (``--show`` prints each word, to be judged by eye) and beside the typos that its annotators
marked; then one slip of a finger is put into every twentieth common word. Last come the cost of loading
and of a stretch of 300 words that was not seen before.
"""

import argparse
import random
import re
import resource
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from app.adapters.spelling.dictionary import DictionarySpeller
from app.reading.spelling import find_misspelt
from bench.office_mail import mails

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STRETCH = 300
_EVERY = 20
_COMMON = re.compile(r"\b[a-z]{5,14}\b")


def marked_typos(folder: Path) -> Iterator[str]:
    """Words in small letters of the e-mail documents that the annotators marked as typos."""
    is_mail = False
    for file in sorted(folder.glob("*.conllu")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newdoc id = "):
                is_mail = line.startswith("# newdoc id = email")
            elif is_mail and line[:1].isdigit():
                columns = line.split("\t")
                if "Typo=Yes" in columns[5] and re.fullmatch("[a-z]{4,}", columns[1]):
                    yield columns[1]


def slipped(word: str, random_: random.Random) -> str:
    """The word with one slip after its first letter."""
    at = random_.randrange(1, len(word) - 1)
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    return random_.choice(
        [
            head + tail[0] + letter + tail[1:],
            head + tail,
            head + letter + letter + tail,
            head + random_.choice(_LETTERS) + tail,
        ]
    )


def injected(text: str, speller: DictionarySpeller, random_: random.Random) -> tuple[str, dict[int, str]]:
    """The text with slips that make no other word, and the right word at the place of each."""
    pieces, right, at, shift = [], dict[int, str](), 0, 0
    for number, match in enumerate(_COMMON.finditer(text)):
        wrong = slipped(match.group(), random_)
        if number % _EVERY or not speller.knows(match.group()) or speller.knows(wrong):
            continue
        right[match.start() + shift] = match.group()
        pieces += [text[at : match.start()], wrong]
        shift += len(wrong) - len(match.group())
        at = match.end()
    return "".join([*pieces, text[at:]]), right


def stretches(texts: list[str]) -> Iterator[str]:
    """Lines of the texts, some 300 words at a time."""
    held: list[str] = []
    for line in "\n".join(texts).splitlines(keepends=True):
        held.append(line)
        if sum(len(piece.split()) for piece in held) >= _STRETCH:
            yield "".join(held)
            held = []


def main() -> None:
    """Look at every mail and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args()
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    speller = DictionarySpeller()
    loaded = time.process_time() - started
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    texts = [text for _, text in mails(chosen.folder)]
    found = [(text, m) for text in texts for m in find_misspelt(text, "", speller, ())]
    slips = [f"{text[m.start : m.end]} → {m.meant}" for text, m in found if not m.is_american]
    american = len(found) - len(slips)
    print(
        f"{len(texts)} mails, {sum(len(t.split()) for t in texts)} words: {len(slips)} slips, {american} American"
    )
    if chosen.show:
        print("\n".join(slips))
    typos = sorted({word for word in marked_typos(chosen.folder) if not speller.knows(word)})
    seen = {text[m.start : m.end] for text, m in found}
    print(f"{sum(word in seen for word in typos)} of {len(typos)} marked typos that make no other word")
    random_, hits, right, put = random.Random(1), 0, 0, 0  # noqa: S311 - a bench, no secret
    for text in texts:
        wrong, meant = injected(text, speller, random_)
        here = {m.start: m.meant for m in find_misspelt(wrong, "", speller, ())}
        put += len(meant)
        hits += sum(at in here for at in meant)
        right += sum(here.get(at) == word for at, word in meant.items())
    print(f"{put} slips put in: {hits / put:.1%} found, {right / hits:.1%} of those with the right word")
    costs = []
    for stretch in stretches(texts):
        started = time.process_time()
        find_misspelt(stretch, "", speller, ("Anna Smith",) * 5)
        costs.append((time.process_time() - started) * 1000)
    print(
        f"loading {loaded:.2f} CPU s and {memory:.0f} MB; 300 words: {statistics.median(costs):.2f} ms median,"
    )
    print(f"{statistics.quantiles(costs, n=20)[-1]:.2f} ms 95th ({len(costs)} stretches)")


if __name__ == "__main__":
    main()
