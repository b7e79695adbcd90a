"""What can an installation choose about how the add-in shows itself in Outlook?

The part of the settings that the manifests are filled from; `sendwell manifest` takes the same as options.
"""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings


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
