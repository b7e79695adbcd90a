"""What is a matter on which written policies can pull two ways?

Each Topic has two sides, and says what to settle when a document takes one side and a document
takes the other. `open_or_shut` makes the commonest kind: one allows what another rules out. The
matters are those of any organisation's mail policy, not of one set of documents.
"""

from dataclasses import dataclass

from app.policy.linting.stance import Stance

ANY = frozenset(Stance)
POSITIVE = frozenset({Stance.ALLOWS, Stance.ASKS})
NEGATIVE = frozenset({Stance.RULES_OUT})
NOT_NEGATIVE = ANY - NEGATIVE


@dataclass(frozen=True, slots=True)
class Side:
    """Sentences that have every one of `words` (patterns), none of `unless`, and one of the stances.

    The first pattern says what to quote.
    """

    says: str
    words: tuple[str, ...]
    stances: frozenset[Stance] = ANY
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter with two sides; `settle` says what to do, `or_other` is one more way to take the second."""

    name: str
    one: Side
    other: Side
    settle: str
    or_other: Side | None = None


MAIL = r"\b(?:e-?mails?|messages?|mail|correspondence)\b"
BY_MAIL = r"\b(?:e-?mail(?:ed|ing)?s?|electronic)\b"
PRIVATE = (
    r"\b(?:confidential|sensitive|personal (?:data|information|details)|private (?:data|information"
    r"|details)|(?:child(?:ren)?|pupil|student|patient|client|resident|tenant|customer|member|staff|personnel"
    r"|medical|health)(?:['’]?s['’]?)? (?:records?|data|files|details|information))\b"
)
OUTSIDE = r"\b(?:external(?:ly)?|outside|internet e-?mail|unencrypted|unsecured?|home e-?mail|webmail)\b"
PERSON = (
    r"\b(?:child|children|pupil|student|patient|client|resident|tenant|customer|member|service user|claimant"
    r"|learner|player|candidate|applicant|employee|guest|donor|person)(?:['’]?s)?\b"
)
SOCIAL = (
    r"\b(?:social[ -](?:media|network\w*)|facebook|twitter|instagram|tiktok|snapchat|youtube|linkedin"
    r"|blogs?|blogging)\b"
)
OWN = r"\b(?:own|personal|private|privately[ -]owned|home)\b"
_LIMITED = (
    r"\b(?:unless|except|without|other than|outside of|during|only if|only with|not authorised"
    r"|excessive(?:ly)?|inappropriate(?:ly)?|offensive|illegal)\b"
)


def open_or_shut(name: str, about: tuple[str, ...], settle: str, unless: str = "") -> Topic:
    """One document allows or asks for something, another rules it out without a condition."""
    limited = f"{_LIMITED}|{unless}" if unless else _LIMITED
    return Topic(
        name,
        Side("allows it", about, POSITIVE, unless),
        Side("rules it out", about, NEGATIVE, limited),
        settle,
    )
