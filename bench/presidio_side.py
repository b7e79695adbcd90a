"""What does Presidio's analyser find in the same texts?

Runs in its own environment (see ``identifiers.py``), because Presidio is no dependency of ours: texts come in
as a JSON list on standard input, findings and CPU seconds go out as JSON. No names are looked for, so no
language model is loaded; its UK recognisers, most of them off by default, are all switched on.
"""

import json
import sys
import time
from typing import Any

import spacy
from presidio_analyzer import (  # type: ignore[import-not-found] # in its own environment
    AnalyzerEngine,
    RecognizerRegistry,
    predefined_recognizers,
)
from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found] # likewise
from spacy.language import Language

THRESHOLD = 0.4


@Language.component("lower_lemmas")
def lower_lemmas(doc: Any) -> Any:
    """Presidio raises scores by lemmas near the number: the word itself serves."""
    for token in doc:
        token.lemma_ = token.lower_
    return doc


class PlainEngine(SpacyNlpEngine):  # type: ignore[misc] # its base is not installed here
    """A tokeniser without a model."""

    def load(self) -> None:
        """Load a blank English pipeline."""
        nlp = spacy.blank("en")
        nlp.add_pipe("lower_lemmas")
        self.nlp = {"en": nlp}


def analyser() -> Any:
    """The analyser with every UK recogniser."""
    engine = PlainEngine()
    engine.load()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    have = {type(r).__name__ for r in registry.recognizers}
    for name in dir(predefined_recognizers):
        if name.startswith("Uk") and name.endswith("Recognizer") and name not in have:
            registry.add_recognizer(getattr(predefined_recognizers, name)())
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])


def main() -> None:
    """Answer on standard output."""
    texts = json.load(sys.stdin)
    engine = analyser()
    engine.analyze(texts[0], language="en")
    found, cpu = [], []
    for text in texts:
        began = time.process_time()
        results = engine.analyze(text, language="en", score_threshold=THRESHOLD)
        cpu.append(time.process_time() - began)
        found.append([(r.entity_type, r.start, r.end, r.score) for r in results])
    json.dump({"found": found, "cpu": cpu}, sys.stdout)


main()
