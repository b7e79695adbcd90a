"""Where does one sentence of a mail end and the next begin?

Mail is not prose: a list, a greeting or a heading has no full stop. A sentence ends at `.`, `!` or `?`
before a space, at a blank line, at a bullet, and at a line end unless the next line plainly goes on
(a long line, no closing mark, a small letter). Pieces are never longer than `LONGEST` characters, so that
the model, which reads the first 96 word pieces, sees every word.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

LONGEST = 320
WRAPPED = 50
GAP = 3

_ENDS = frozenset(".!?…。")
_CLOSERS = frozenset("\"'”\u2019)]»")
_BULLETS = frozenset("•◦▪‣*-\u2013—·")
_BEFORE_NUMBER = frozenset({"no", "nos"})
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof rev cllr st rd ave tel ext etc vs approx dept inc ltd co jan feb mar apr
    jun jul aug sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ref fig p pp para cf hon sgt
    """.split()  # noqa: SIM905  forty quoted words would be harder to read
)


def mark_sentences(doc: Doc) -> Doc:
    """Set where sentences start; blank tokens stay with the sentence before them."""
    tokens = list(doc)
    for token in tokens:
        token.is_sent_start = False
    starts = set(_starts(tokens))
    for at in starts:
        tokens[at].is_sent_start = True
    return doc


def _starts(tokens: list[Token]) -> Iterator[int]:
    begun = line_at = -1  # the token that began the sentence; the character that began the line
    due = True  # the next token that is not blank starts a sentence
    for at, token in enumerate(tokens):
        if token.is_space:
            if "\n" in token.text or "\r" in token.text:
                due = due or not _goes_on(tokens, at, line_at)
                line_at = -1
            elif len(token.text) >= GAP:  # a column gap, or history that was blanked out
                due = True
            continue
        line_at = token.idx if line_at < 0 else line_at
        too_long = begun >= 0 and token.idx + len(token) - tokens[begun].idx > LONGEST
        if due or too_long:
            yield at
            begun = at
        due = _closes(tokens, at, begun)


def _closes(tokens: list[Token], at: int, begun: int) -> bool:
    """Whether the sentence that began with token `begun` is over after this token."""
    token = tokens[at]
    follows_space = bool(token.whitespace_) or at + 1 == len(tokens) or tokens[at + 1].is_space
    if not follows_space:
        return False
    mark = at
    while mark > 0 and tokens[mark].text in _CLOSERS and not tokens[mark - 1].whitespace_:
        mark -= 1
    if tokens[mark].text not in _ENDS:
        return False
    if tokens[mark].text == "." and mark > 0:
        before = tokens[mark - 1].text
        if len(before) == 1 and before.isalpha() and before != "I":
            return _next_letter(tokens, at) == ""
        if before.lower() in _BEFORE_NUMBER and _next_letter(tokens, at).isdigit():
            return False
        if before.lower() in _ABBREVIATIONS or (before.isdigit() and mark - 1 == begun):
            return False  # `1.` at the start is a bullet
    return not _next_letter(tokens, at).islower()


def _next_letter(tokens: list[Token], at: int) -> str:
    """First character of the next word on the same line; empty at the end of the line."""
    if at + 1 == len(tokens) or "\n" in tokens[at + 1].text:
        return ""
    return tokens[at + 1].text[0]


def _goes_on(tokens: list[Token], at: int, line_at: int) -> bool:
    """Whether a line end is only a wrap: the sentence goes on in the next line."""
    blank = tokens[at]
    if blank.text.count("\n") > 1 or at == 0 or at + 1 == len(tokens) or line_at < 0:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.text in _ENDS or before.text in {":", ";"} or after.text in _BULLETS:
        return False
    return blank.idx - line_at >= WRAPPED and after.text[0].islower()
