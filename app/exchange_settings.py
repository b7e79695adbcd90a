"""What can an installation choose about asking Exchange who reads a draft?

The part of the settings about mail tips. Nothing is asked until it is set, and only where people sign in with
Microsoft Entra.
"""

from pydantic import Field
from pydantic_settings import BaseSettings


class ExchangeSettings(BaseSettings):
    """Settings of what Exchange is asked."""

    exchange_facts: bool = Field(
        default=False,
        description="Ask Exchange (Microsoft Graph) how large the groups of a draft are, who of them is"
        " outside, whether a moderator reads first and who is away. Only where SENDWELL_SIGN_IN is entra;"
        " the app registration then needs the delegated permission Mail.Read, with an administrator’s"
        " consent.",
    )
    exchange_wait_ms: int = Field(
        150,
        ge=0,
        le=1000,
        description="Milliseconds that a check waits for Exchange at most. What comes later is there at"
        " the next.",
    )
    keep_exchange_facts_hours: int = Field(
        24,
        ge=1,
        le=168,
        description="Hours for which what Exchange said of a mailbox or group is kept and not asked again.",
    )
