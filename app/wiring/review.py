"""Where are flagged sends kept, and how does a check come to be one?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

import structlog

from app.adapters.store.cases import SqlCases
from app.compose.ask_once import Asking
from app.compose.attaching import Card, attach_key, attaching
from app.compose.checked import Checked
from app.domain.caller import Caller
from app.domain.draft import Draft, Moment
from app.domain.errors import ModelError
from app.domain.item import Person
from app.domain.reveal import Extent
from app.domain.verdict import Advice
from app.reading.confidence import is_in_confidence
from app.review.desk import ReviewDesk
from app.review.flag_send import Sent, flag_send
from app.review_ports import Whose
from app.wiring.ground import Ground
from app.wiring.records import Records

if TYPE_CHECKING:
    from app.wiring.installation import Installation

log = structlog.get_logger("sendwell.review")


class Reviews:
    """The cases, and the desk where they are decided."""

    def __init__(self, ground: Ground, records: Records) -> None:
        """Nothing is opened yet."""
        self._ground, self._records = ground, records

    @cached_property
    def cases(self) -> SqlCases:
        """Every case with its steps."""
        return SqlCases(self._ground.engine, self._ground.keys, self._ground.journal)

    @cached_property
    def desk(self) -> ReviewDesk:
        """What the use cases of the review work with."""
        return ReviewDesk(
            self.cases, self._ground.clock, self._last_check, self._ground.settings.senior_people
        )

    def _last_check(self) -> datetime | None:
        return next((record.at for record in self._records.checks.recent(1)), None)


def flag(made: "Installation", checked: Checked, caller: Caller) -> bool:
    """Leave for review what asks for it; whether that could be done. A broken store must not hold a send."""
    try:
        flag_send(
            _sent(made, checked, caller),
            made.review.cases,
            made.records.checks.keyed_hash,
            made.clock.now(),
        )
    except Exception as error:  # noqa: BLE001 - whatever it is, the sender gets an answer that says so
        log.warning("a flagged send could not be kept", error=type(error).__name__)
        return False
    return True


def _sent(made: "Installation", checked: Checked, caller: Caller) -> Sent:
    reading, records, policy = checked.reading, made.records, made.policy.live()
    keyed_hash = records.checks.keyed_hash
    return Sent(
        reading=reading,
        verdict=checked.verdict,
        policy=policy,
        whose=_whose(reading.draft, caller, keyed_hash),
        choices=lambda: records.choices.of_sender(keyed_hash(caller.key)),
        is_confidential=lambda: _hears_confidences(made, checked),
        attaches=lambda advice: _attaches(made, reading.draft, caller, advice),
        vectors=lambda texts: _vectors(made, texts),
    )


def _vectors(made: "Installation", texts: Sequence[str]) -> Sequence[Sequence[float]]:
    """What the texts mean; nothing without the model: a case without that sign is better than none."""
    try:
        return made.language.meanings.of(texts)
    except ModelError as error:
        log.warning("how a flagged send sounds could not be told", error=type(error).__name__)
        return ()


def _attaches(made: "Installation", draft: Draft, caller: Caller, advice: Advice) -> Extent | None:
    """What the sender said, when they answered that card, of attaching words."""
    asking = Asking(made.records.memory, Moment.SEND, caller.key)
    return attaching(Card(attach_key(draft.id, asking), advice.rule, advice.finding.id), asking)


def _whose(draft: Draft, caller: Caller, keyed_hash: Callable[[str], str]) -> Whose:
    """The caller where they are known, as in the record of the check; else whom the draft names."""
    if caller.key:
        sender = Person(caller.name, caller.address or caller.key)
    else:
        sender = Person(draft.sender.name, draft.sender.address) if draft.sender else Person("", "")
    known = {sender.address.strip().lower(), caller.key} - {""}
    return Whose(sender, frozenset(map(keyed_hash, known)))


def _hears_confidences(made: "Installation", checked: Checked) -> bool:
    """Whether any one of the readers is an address for what is said in confidence."""
    settings, audience = made.settings, checked.reading.audience
    return any(
        is_in_confidence(
            replace(audience, readers=(reader,)),
            settings.confidential_addresses,
            made.work_domains,
            settings.school_suffixes,
        )
        for reader in audience.readers
    )
