"""How is Exchange asked about many addresses, in as many questions as it takes?

In batches, one after the other: Exchange lets one mailbox ask four at once, and Outlook asks too. A batch
that is refused as wrong is halved until the address that is wrong stands alone. A token that ran out is
renewed once.
"""

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.mailbox_facts import MailboxFacts
from app.exchange_ports import Asker, MailTips, Refused, TokenExchange, Why

_MOST_QUESTIONS = 24
_SECONDS = 20.0

Keep = Callable[[Sequence[str], Mapping[str, MailboxFacts]], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was said, as far as it came; and why it did not go on, if it did not."""

    facts: Mapping[str, MailboxFacts]
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """To whom the questions go, and with which tokens."""

    tips: MailTips
    tokens: TokenExchange
    seconds: Callable[[], float] = time.monotonic


def fetch(asker: Asker, addresses: Sequence[str], line: Line, keep: Keep) -> Fetched:
    """Ask about all of them; `keep` is handed each question with its answer as it comes."""
    until, token = line.seconds() + _SECONDS, line.tokens.token(asker)
    if isinstance(token, Refused):
        return Fetched({}, token)
    most = line.tips.most_at_once
    waiting = deque(addresses[at : at + most] for at in range(0, len(addresses), most))
    found: dict[str, MailboxFacts] = {}
    is_renewed = False
    for _ in range(_MOST_QUESTIONS):
        if not waiting or line.seconds() > until:
            break
        batch = waiting.popleft()
        answer = line.tips.ask(token, batch)
        if not isinstance(answer, Refused):
            found.update(answer)
            keep(batch, answer)
        elif answer.why is Why.TOKEN and not is_renewed:
            is_renewed, renewed = True, line.tokens.token(asker, is_new=True, claims=answer.claims)
            if isinstance(renewed, Refused):
                return Fetched(found, renewed)
            token = renewed
            waiting.appendleft(batch)
        elif answer.why is Why.QUESTION:
            if len(batch) > 1:
                waiting.extendleft((batch[len(batch) // 2 :], batch[: len(batch) // 2]))
            else:
                keep(batch, {})
        else:
            return Fetched(found, answer)
    return Fetched(found)
