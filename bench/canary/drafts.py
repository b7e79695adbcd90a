"""Which drafts carry the canaries, and where in them?

Everywhere that words can stand: subject, body, names of readers and of attachments, what is in attachments, ids
of the draft and of its thread, and requests that are broken so that something has to complain about them.
"""

import base64
import io
import json
import zipfile
from random import Random
from typing import Any

from bench.canary.search import WORD

_LETTERS = "bcdfghjklmnpqrst"
_BODIES = (
    "Dear {c},\n\nPlease send the form of {c} back by Friday.\n\nKind regards\n{c}",
    "<p>Dear all,</p><p>I am tired of <b>{c}</b>, who is useless. You must answer NOW!!!</p><p>{c}</p>",
    "Hello,\n\nthe NHS number of {c} is 621 907 3843. The password is {c}#1.\n\n{c}",
    "<p>{c} was hit by her father and is in foster care with the {c} family. Tell nobody.</p>",
    "Please print this for all parents: {c} sells raffle tickets at https://{c}.example/{c}?q={c}.",
    "> {c} wrote:\n> you {c}\n\nWe meet on 12 December at the {c} Hall. Bring {c}.",
)
_BROKEN = (
    '{{"moment":"send","draft":{{"subject":"{c}","body":{{"content":"{c}"',
    '{{"moment":"{c}","draft":{{"subject":"{c}","body":{{"content":"{c}"}}}}}}',
    '{{"moment":"send","draft":{{"subject":["{c}"],"body":"{c}"}}}}',
    '{{"moment":"send","{c}":1,"draft":{{"subject":"{c}","body":{{"content":"\\ud800 {c}"}},"to":[{{"address":7,"name":"{c}"}}]}}}}',
)


def canary(number: int) -> str:
    """One of its own for each draft, of letters only, so that it may pass for a name."""
    ending = ""
    while number:
        number, digit = divmod(number, len(_LETTERS))
        ending += _LETTERS[digit]
    return WORD.capitalize() + ending


def a_request(number: int) -> tuple[str, bytes, dict[str, str]]:
    """Path, body and headers of the request of that number; the same each time."""
    random = Random(number)  # noqa: S311 - made-up drafts, the same each time
    word = canary(number)
    headers = {"content-type": "application/json", "user-agent": f"Outlook {word}"}
    if number % 20 == 0:
        broken = random.choice(_BROKEN).format(c=word)
        return f"/api/v1/checks?{word}={word}", broken.encode(), headers
    if number % 50 == 1:
        choice = {"rule": word, "finding": word, "chosen": word, "reason": word, "answer_key": word}
        return "/api/v1/choices", json.dumps(choice).encode(), headers
    return "/api/v1/checks", json.dumps(_check(random, word)).encode(), headers


def _check(random: Random, word: str) -> dict[str, Any]:
    body = random.choice(_BODIES).format(c=word)
    readers = [_reader(random, word) for _ in range(random.randint(1, 4))]
    draft = {
        "subject": random.choice(("About {c}", "URGENT: {c}!!!", "{c}", "RE: {c}")).format(c=word),
        "body": {"format": "html" if body.startswith("<") else "text", "content": body},
        "from": {"address": f"{word}@kent.example", "name": word},
        "to": readers[:2],
        "bcc": readers[2:],
        "attachments": [_attachment(random, word) for _ in range(random.randint(0, 1))],
        "id": f"draft {word}",
        "thread": f"thread {word}",
        "reply": random.choice(("new", "reply", "reply-all")),
    }
    return {
        "moment": random.choice(("compose", "send")),
        "draft": draft,
        "client": {"host": word, "version": word},
    }


def _reader(random: Random, word: str) -> dict[str, str]:
    where = random.choice(("oak.kent.sch.example", "kent.example", "gmail.com", f"{word}.example"))
    return {"address": f"{word}@{where}", "name": f"{word} of {word}", "kind": "user"}


def _attachment(random: Random, word: str) -> dict[str, Any]:
    content, ending = random.choice(((_letter(word), "docx"), (f"name,{word}\n".encode(), "csv")))
    coded = base64.b64encode(content).decode()
    return {"name": f"{word}.{ending}", "size": len(content), "kind": "file", "content": coded}


def _letter(word: str) -> bytes:
    """A letter that is not packed, so that a copy of it anywhere shows."""
    held = io.BytesIO()
    text = f'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{word}</w:t></w:r></w:p></w:body></w:document>'
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", text)
    return held.getvalue()
