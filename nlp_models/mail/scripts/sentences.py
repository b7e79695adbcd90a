"""Where do the sentences of a text begin and end, as the service cuts them?"""

from functools import cache

import spacy
from spacy.language import Language

from app.adapters.nlp.sentences import mark_sentences
from app.adapters.nlp.words import MailTokenizer


@cache
def _cutter() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = MailTokenizer(nlp.vocab)
    return nlp


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Sentences without the space around them: code points, end excluded."""
    spans = []
    for sent in mark_sentences(_cutter()(text)).sents:
        words = [token for token in sent if not token.is_space]
        if words:
            spans.append((words[0].idx, words[-1].idx + len(words[-1])))
    return spans
