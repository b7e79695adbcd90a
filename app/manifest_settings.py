"""What can an installation choose about how the add-in shows itself in Outlook, and does there by itself?

The part of the settings that the manifests are filled from (`sendwell manifest` takes the same as
options), and what waits at Send while the service is away.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode

Closable: TypeAlias = Literal["identifiers", "shown-addresses", "many-recipients", "unchecked"]
"""What the add-in can see without the service (`addin-ui/src/send/local/look.ts`), or that nobody looked."""


class ManifestSettings(BaseSettings):
    """Settings of the manifests."""

    addin_name: str = Field(
        "Sendwell",
        min_length=1,
        max_length=30,
        description="Name of the add-in, as people see it on its button and above its alerts.",
    )
    addin_id: str | None = Field(
        None,
        pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
        description="Id of the add-in. Made from its address if not set; set it to keep it when the address"
        " changes.",
    )
    addin_send_mode: Literal["prompt-user", "soft-block"] = Field(
        "prompt-user",
        description="What people may do when a check stops them at Send: prompt-user leaves them Send Anyway,"
        " soft-block only where the service allows it. Deploy the manifest again after a change.",
    )
    addin_version: str | None = Field(
        None,
        pattern=r"^[1-9]\d{0,4}\.\d{1,5}\.\d{1,5}$",
        description="Version of the manifest, to be raised with every change of these, or the admin centre"
        " takes no update. The add-in's own if not set.",
    )
    closed_at_send: Annotated[tuple[Closable, ...], NoDecode] = Field(
        (),
        description="What waits at Send while the service cannot be asked: identifiers (numbers of which the"
        " add-in is certain by itself, going outside), shown-addresses (three private ones in To and Cc),"
        " many-recipients (twenty), unchecked (any message). Nothing if not set. Only soft-block holds it;"
        " prompt-user asks.",
    )

    @field_validator("closed_at_send", mode="before")
    @classmethod
    def _closed(cls, value: object) -> object:
        return tuple(w.strip() for w in value.split(",") if w.strip()) if isinstance(value, str) else value
