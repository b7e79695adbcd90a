"""What does Presidio's analyser find in the same texts?

Runs in its own environment (see ``identifiers.py``), because Presidio is no dependency of ours: texts come in
as a JSON list on standard input, findings and CPU seconds go out as JSON. Its UK recognisers, most of them off by
default, are all switched on. Names are looked for with ``--names FOLDER`` only: by our packaged model in that folder, so
that both have the same.
"""

import argparse
import json
import sys
import time
from pathlib import Path
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
LABELS = {"person": "PERSON", "place": "LOC", "organisation": "ORG"}


@Language.component("lower_lemmas")
def lower_lemmas(doc: Any) -> Any:
    """Presidio raises scores by lemmas near the number: the word itself serves."""
    for token in doc:
        token.lemma_ = token.lower_
    return doc


@Language.factory("our_names", default_config={"folder": ""})
class OurNames:
    """Names as our model reads them, where spaCy's own would write them."""

    def __init__(self, nlp: Language, name: str, folder: str) -> None:
        """Load the package; `nlp` and `name` are spaCy's own signature."""
        from app.adapters.nlp.reader import SpacyReader  # noqa: PLC0415 - not needed without names

        del nlp, name
        self._reader = SpacyReader(Path(folder))

    def __call__(self, doc: Any) -> Any:
        """Fill `doc.ents`."""
        spans = (
            doc.char_span(name.start, name.end, label=LABELS[name.kind], alignment_mode="expand")
            for sentence in self._reader.read(doc.text)
            for name in sentence.names
        )
        doc.ents = spacy.util.filter_spans([span for span in spans if span is not None])
        return doc


class Engine(SpacyNlpEngine):  # type: ignore[misc] # its base is not installed here
    """A tokeniser, and our names if it is told where they are."""

    def __init__(self, names: str) -> None:
        """Load a blank English pipeline; `names` is the folder of the package, or nothing."""
        super().__init__()
        nlp = spacy.blank("en")
        nlp.add_pipe("lower_lemmas")
        if names:
            nlp.add_pipe("our_names", config={"folder": names})
        self.nlp = {"en": nlp}

    def load(self) -> None:
        """Done already."""


def analyser(names: str = "") -> Any:
    """The analyser with every UK recogniser."""
    engine = Engine(names)
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    have = {type(r).__name__ for r in registry.recognizers}
    for name in dir(predefined_recognizers):
        if name.startswith("Uk") and name.endswith("Recognizer") and name not in have:
            registry.add_recognizer(getattr(predefined_recognizers, name)())
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])


def main() -> None:
    """Answer on standard output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--names", default="")
    texts = json.load(sys.stdin)
    engine = analyser(parser.parse_args().names)
    engine.analyze("The first is slower than those after it.", language="en")
    found, cpu = [], []
    for text in texts:
        began = time.process_time()
        results = engine.analyze(text, language="en", score_threshold=THRESHOLD)
        cpu.append(time.process_time() - began)
        found.append([(r.entity_type, r.start, r.end, r.score) for r in results])
    json.dump({"found": found, "cpu": cpu}, sys.stdout)


main()
