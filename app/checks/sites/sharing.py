"""Are files handed over by a private file share?

Links to one, and words that send people to one. A service that the organisation has approved is left out, and
so are warnings about such services.
"""

from collections.abc import Iterator

from app import linear
from app.checks.sites.known import FILE_SHARES, PERHAPS_FILE_SHARES, is_of
from app.checks.words import any_of, first_found, whole, whole_any
from app.domain.finding import Confidence
from app.domain.reading import Link, Reading

_PEERS_SCHEME = "magnet:"
_NAMES = any_of(
    r"dropbox|we ?transfer|mediafire|mega\.nz|hightail|send ?anywhere|pcloud|limewire|bit ?torrent"
)
_OWN_ONLY = any_of(
    r"google drive|one ?drive|icloud(?: drive)?|cloud(?: storage| drive)?|google account|file[- ]?shar\w+"
)
_WAY = r"(?:via|through|by|using|use|on|onto|in|into|to|from|with|over|up)"
_OWNER = r"(?:my|our|your|her|his|their|a|the|this|that)"
_TOLD = whole(
    rf"(?:{_WAY}\s+(?:{_OWNER}\s+)?(?:own\s+|personal\s+|private\s+|shared\s+)*{_NAMES}"
    rf"|(?:my|your|her|his|a)\s+(?:own\s+)?(?:personal|private|own|home)\s+{_OWN_ONLY})"
)
_HANDS = whole_any(r"""
    send(?:s|ing)?|sent|shar(?:e|es|ed|ing)|upload(?:s|ed|ing)?|download(?:s|ed|ing)?|put|save[ds]?
    saving|drop(?:ped)?
    transfer(?:s|red|ring)?|use|using|find|get|files?|photos?|videos?|documents?|copy|copied
    stor(?:e|ed|ing)|add(?:ed)?
""")
_WARNS = whole_any(r"""
    not|never|don't|do n't|can't|cannot|mustn't|shouldn't|won't|avoid|blocked|banned|instead of
    rather than|no longer
    stop|scam|phishing|fake|suspicious|unapproved|unauthorised|policy|policies|risks?
    replac(?:e|es|ed|ing)|should we
    couldn't|wouldn't|isn't|aren't|unable|retire[ds]?|without|reception|outside|foyer|front (?:desk|door)
    keys?
    (?:remove|delete)[ds]?|approved
""")
_SENTENCE_AT_MOST = 300
_BEFORE = linear.compile(r"[.!?\n][^.!?\n]*$")


def find_shares(reading: Reading) -> Iterator[tuple[int, int, Confidence]]:
    """Links to private file shares, and how surely each is one."""
    for link in reading.links:
        sure = _how_sure(link)
        if sure is None or link.is_own or link.is_approved or _is_warned_of(reading, link.start, link.end):
            continue
        yield link.start, link.end, sure


def _how_sure(link: Link) -> Confidence | None:
    if link.address.lower().startswith(_PEERS_SCHEME) or is_of(link, FILE_SHARES):
        return Confidence.HIGH
    return Confidence.MEDIUM if is_of(link, PERHAPS_FILE_SHARES) else None


def find_told_to_share(reading: Reading) -> Iterator[tuple[int, int, Confidence]]:
    """Words that send people to a private file share, where no link stands."""
    taken = [(link.start, link.end) for link in reading.links]
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        if not _HANDS.search(words) or _WARNS.search(words):
            continue
        for match in first_found(_TOLD, words, 1):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if all(end <= first or last <= start for first, last in taken):
                yield start, end, Confidence.MEDIUM


def _is_warned_of(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence that names a site by its bare address warns of it."""
    if "/" in reading.own[start:end] or " " in reading.own[start:end]:
        return False
    before = reading.own[max(0, start - _SENTENCE_AT_MOST) : start]
    last = _BEFORE.search(before)
    return _WARNS.search(last[0] if last else before) is not None
