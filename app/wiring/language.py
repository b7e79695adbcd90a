"""With which models and words are drafts read here?"""

from functools import cached_property

from app.adapters.nlp.meanings import NetworkMeanings
from app.adapters.nlp.reader import SpacyReader
from app.adapters.spelling.dictionary import DictionarySpeller
from app.policy_owner.live_documents import LiveDocument, LiveSpeller
from app.policy_owner.own_words import for_the_speller
from app.settings import Settings
from app.wiring.policy import Policies


class Language:
    """What reads sentences and words."""

    def __init__(self, settings: Settings, policy: Policies) -> None:
        """Nothing is loaded yet."""
        self._settings = settings
        self._policy = policy

    @cached_property
    def reader(self) -> SpacyReader:
        """The language models."""
        return SpacyReader(self._settings.models_folder / "mail" / "package")

    @cached_property
    def meanings(self) -> NetworkMeanings:
        """What tells how near two texts are."""
        return NetworkMeanings(self._settings.models_folder / "meaning" / "package")

    @cached_property
    def speller(self) -> LiveSpeller:
        """The dictionary, with the organisation's own words in force."""
        texts = self._policy.documents.texts
        words = LiveDocument("words", texts, lambda text: DictionarySpeller(for_the_speller(text)))
        return LiveSpeller(words)
