"""How do hurried people write the same sentence?

Copies of a row in lower case, capitals or with slips of the finger, so that neither a name nor an insult
depends on clean typing.
"""

import random
import re
from typing import Any

Entry = dict[str, Any]
_WORD = re.compile(r"[A-Za-z]{4,}")


def recased(entry: Entry, rough: dict[str, float], chance: random.Random) -> Entry:
    """A row with names, now and then all in lower case, in capitals, or with every word capitalised."""
    if not entry["names"]:
        return entry
    drawn = chance.random()
    for way, change in (("lower", str.lower), ("upper", str.upper), ("title", str.title)):
        drawn -= rough[way]
        if drawn < 0:
            text = change(entry["text"])
            return entry | {"text": text} if len(text) == len(entry["text"]) else entry
    return entry


def misspelt(entry: Entry, rough: dict[str, float], chance: random.Random) -> Entry:
    """A row, now and then with one or two slips; rows with names stay, so that places hold."""
    if entry["names"] or chance.random() >= rough["slips"]:
        return entry
    text = entry["text"]
    for _ in range(chance.randint(1, 2)):
        words = list(_WORD.finditer(text))
        if words:
            word = chance.choice(words)
            text = text[: word.start()] + slipped(word.group(), chance) + text[word.end() :]
    return entry | {"text": text}


def slipped(word: str, chance: random.Random) -> str:
    """A word with one slip: letters swapped, lost, doubled, a space or a look-alike digit put in."""
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(("swap", "lose", "double", "space", "digit", "spread"))
    if kind == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "lose":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    if kind == "space":
        return word[:at] + " " + word[at:]
    if kind == "spread":
        return " ".join(word)
    return word[0] + word[1:].translate(str.maketrans("aeios", "43105"))
