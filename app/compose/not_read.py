"""How much of a draft is read, and what could not be?"""

from collections.abc import Iterator, Sequence

from app.domain.draft import Attachment, Draft
from app.domain.finding import Unchecked
from app.domain.reading import PassedOn
from app.reading.attachments import holds_files, is_cut
from app.reading.body import ReadBody
from app.reading.untold import untold

SUBJECT_AT_MOST = 1_000
"""Code points; Outlook takes 255."""
TONE_AT_MOST = 40_000
"""Code points whose tone is read, some seven thousand words."""
PASSED_ON_AT_MOST = 20_000
"""The same for what a forward passes on."""


def passed_on_at_most(own: str) -> int:
    """Code points of it that are read: with the author's own text, never more than that may be."""
    written = len(" ".join(own[:TONE_AT_MOST].split()))
    return min(PASSED_ON_AT_MOST, TONE_AT_MOST - written)


def not_read(
    draft: Draft,
    body: ReadBody,
    files: Sequence[str | None],
    passed_on: PassedOn | None,
    *,
    lacks_register: bool,
) -> tuple[Unchecked, ...]:
    """What the sender is told of it. `files` are the words of each attachment, if they could be read.

    `lacks_register`: it has readers, and no school register was imported.
    """
    unread = []
    if len(draft.subject) > SUBJECT_AT_MOST:
        unread.append(Unchecked("subject", "The subject is very long. Only its start was read."))
    if draft.body.is_garbled:
        unread.append(Unchecked("body", "Some of the text could not be decoded, and may be wrong here."))
    if draft.body.truncated or not body.is_complete:
        unread.append(Unchecked("body", "The message is too long or too tangled to read to its end."))
    elif not body.own[TONE_AT_MOST:].isspace() and len(body.own) > TONE_AT_MOST:
        unread.append(Unchecked("tone", "The message is very long. Its tone was read only at the start."))
    if passed_on is not None and len(passed_on.text.strip()) > passed_on_at_most(body.own):
        unread.append(Unchecked("tone", "The message below yours is long. Only its start was read."))
    unread += _of_files(draft.attachments, files)
    if lacks_register:
        unread.append(
            Unchecked("audience", "No school register is imported, so schools are told by their address.")
        )
    if draft.recipients_capped:
        unread.append(Unchecked("audience", "Outlook did not list every recipient."))
    return (*unread, *untold(draft))


def _of_files(attachments: Sequence[Attachment], words: Sequence[str | None]) -> Iterator[Unchecked]:
    told = list(zip(attachments, words, strict=True))
    unopened = sum(text is None and not file.inline for file, text in told)
    if unopened:
        what = "one attachment" if unopened == 1 else f"{unopened} attachments"
        yield Unchecked("attachments", f"What is inside {what} was not read.")
    read = [file for file, text in told if text is not None]
    if any(map(is_cut, read)):
        yield Unchecked("attachments", "An attachment is long. Only its start was read.")
    if any(map(holds_files, read)):
        yield Unchecked("attachments", "Files that are attached to a saved mail were not read.")
