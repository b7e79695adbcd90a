"""Does the draft hold a password, a code or a key, or ask for one?

What it sees: a password, passphrase or passcode with the secret itself ("password is …", "pw: …"), before
or after the word for it, in a table, a list or beside its user name, and where only its look and place tell
("this should let you in: …"); one that is described ("the dog's name plus the year"); PINs and codes of
doors, alarms, cards and wireless networks; keys of known services, private key blocks and connection
strings; and requests to be sent somebody's password or code. Where the model hears that a sentence of the
author's own tells a secret or asks for one, an odd or plain word there is enough, and where it is sure, the
sentence itself; where it hears none at all, a pattern that is not sure is not believed.
What it does not see: plain words with nothing beside them that says password and in which the model hears
none, and mail about passwords (rules, resets, forgotten ones, "I will text it"). A meeting's own passcode
beside its joining link is left alone, and so is the code that people key in to join a telephone conference
whose number stands beside it.
"""

from collections.abc import Callable, Iterator, Mapping

from app.checks.check import Check
from app.checks.identity.numbers import Prefilter
from app.checks.logins.asked import find_asked
from app.checks.logins.codes import find_codes
from app.checks.logins.harmless import is_for_a_call
from app.checks.logins.heard import find_heard, is_ruled_out
from app.checks.logins.passwords import find_passwords
from app.checks.logins.secrets import Secret
from app.checks.logins.tokens import find_tokens
from app.checks.patterns.overlaps import Overlaps
from app.checks.patterns.passages import Passage, Whose, passages
from app.domain.draft import Field
from app.domain.finding import Finding
from app.domain.reading import Reading, Sentence

ID = "credentials"
KINDS: Mapping[str, str] = {
    "password": "A password together with the word for it",
    "pin-or-code": "A PIN, or the code of a door, an alarm, an account or a wireless network",
    "login": "A user name and its password",
    "token": "A key or token that opens a service",
    "asks-for-password": "A request to be sent somebody's password or code",
}
FINDERS: tuple[tuple[str, Callable[[Passage], Iterator[Secret]]], ...] = (
    (
        (
            r"(?i)pass|pas+w|pwd?|p/w|word|cyfrinair|secur|usual|same|half|maiden|memorable|seed|recovery|surname"
            r"|open|lock|log|sign|prompt|user|capital|lower|upper|case|wi-?fi"
            r"|[a-z][!-@^_~]*\d|\d[!-@^_~]*[a-z]|[a-z0-9][!$%^&*#@~?£€_][a-z0-9]"
        ),
        find_passwords,
    ),
    (
        r"\d[\d -]{2}|(?i:pin|code|key|combination|digits|one|two|three|left|right|lock|panel|alarm|safe)",
        find_codes,
    ),
    (
        r"(?i)send|g[ai]ve|text|mail|what|have|be you|ping|drop|pass|let|read|le[nt][dt]|share|remind",
        find_asked,
    ),
    (r"[\w-]{12}|PRIVATE KEY|://|=|(?i:key|token|secret|codes)", find_tokens),
)
_PREFILTER = Prefilter([trigger for trigger, _ in FINDERS])


def look(reading: Reading) -> Iterator[Finding]:
    """One finding for each kind; a password that belongs to a user name is a login and nothing else."""
    seen: list[Secret] = []
    for passage in passages(reading):
        if passage.whose is not Whose.SIGNATURE:
            sentences = _sentences(reading, passage)
            known = [
                secret
                for at in sorted(_PREFILTER.matching(passage.text))
                for secret in FINDERS[at][1](passage)
                if not is_ruled_out(secret, sentences)
            ]
            seen += [*known, *find_heard(passage, sentences, known)]
    known_as = _places(seen)
    seen = [s for s in seen if not (_is_named_better(s, known_as) or _opens_a_call(s))]
    for kind in KINDS:
        places = [s for s in seen if s.kind == kind]
        if places:
            quoted = all(s.passage.whose is Whose.QUOTED for s in places)
            spans = tuple(dict.fromkeys(s.span() for s in places))
            yield Finding(
                ID, kind, max(s.confidence for s in places), spans, {"count": len(places), "quoted": quoted}
            )


def _opens_a_call(secret: Secret) -> bool:
    """Whether it only lets people join a telephone conference."""
    is_code = secret.kind in {"password", "pin-or-code"}
    return is_code and is_for_a_call(secret.passage.text, secret.start, secret.end)


def _sentences(reading: Reading, passage: Passage) -> tuple[Sentence, ...]:
    """What the model read of a passage: the author's own words, and what a forward passes on."""
    if passage.whose is Whose.QUOTED:
        return reading.passed_on.sentences if reading.passed_on else ()
    if passage.whose is not Whose.OWN:
        return ()
    return reading.sentences if passage.field is Field.BODY else reading.subject_sentences


_BETTER = {
    "password": {"token", "login", "pin-or-code"},
    "pin-or-code": {"token", "login"},
    "login": {"token"},
}


def _places(seen: list[Secret]) -> Mapping[tuple[int, str], Overlaps]:
    """Where secrets of each kind stand in each passage, by its identity."""
    found: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for secret in seen:
        found.setdefault((id(secret.passage), secret.kind), []).append((secret.start, secret.end))
    return {key: Overlaps(places) for key, places in found.items()}


def _is_named_better(secret: Secret, known_as: Mapping[tuple[int, str], Overlaps]) -> bool:
    """A password inside a connection string is part of that, and a one-time passcode is a code."""
    others = (known_as.get((id(secret.passage), kind)) for kind in _BETTER.get(secret.kind, ()))
    return any(other is not None and other.any(secret.start, secret.end) for other in others)


CHECK = Check(ID, look, KINDS)
