"""What can an installation choose about who comes in?

The part of the settings about signing in. None of it is needed to try Sendwell out on one computer, where
people pick who they are.
"""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode

Words = Annotated[tuple[str, ...], NoDecode]
"""Settings written with commas."""
_ADDRESS = r"^https://[A-Za-z0-9.:\[\]-]+/[A-Za-z0-9._~/-]+$"
_ID = r"^[\x21-\x7e]+$"


class SignInSettings(BaseSettings):
    """Settings of who people are and what they may do."""

    sign_in: Literal["local", "entra", "oidc"] = Field(
        "local",
        description="Who signs people in: local (they pick a name; on this computer only), entra (Microsoft"
        " Entra ID) or oidc (any other OpenID Connect provider).",
    )
    pages_url: str | None = Field(
        None,
        pattern=r"^https://[A-Za-z0-9.:\[\]-]+/?$",
        description="Web address at which staff open these pages, such as https://sendwell.council.example."
        " Register /who/back under it as redirect URI. SENDWELL_PUBLIC_URL if not set.",
    )
    sign_in_authority: str | None = Field(
        None,
        pattern=_ADDRESS,
        description="The provider: https://login.microsoftonline.com/TENANT for Entra, else the issuer of an"
        " OpenID Connect provider, which must have a path.",
    )
    sign_in_client: str | None = Field(None, pattern=_ID, description="Client id of the app registration.")
    sign_in_secret: SecretStr | None = Field(
        None, description="Its client secret. Better in a file (SENDWELL_SECRETS) than in the environment."
    )
    sign_in_certificate_file: Path | None = Field(
        None,
        description="Instead of a secret: private key and certificate (PEM, RSA) that the provider knows this"
        " service by.",
    )
    sign_in_assertion_file: Path | None = Field(
        None,
        description="Instead of a secret: file in which the platform keeps a signed assertion and renews it"
        " (workload identity; the value of AZURE_FEDERATED_TOKEN_FILE).",
    )
    sign_in_ca_file: Path | None = Field(
        None, description="Certificates (PEM) that the provider's is checked with. The usual ones if not set."
    )
    sign_in_tenants: Words = Field(
        (),
        description="Ids of the tenants whose people may come in (Entra only). The authority's if not set.",
    )
    sign_in_clients: Words = Field(
        (),
        description="Client ids of the add-ins that may bring tokens (azp). The pane signs in as the first;"
        " as the app registration if not set.",
    )
    sign_in_audience: str | None = Field(
        None, pattern=_ID, description="Audience (aud) of those tokens. The client id if not set."
    )
    sign_in_scope: str = Field(
        "Draft.Check", pattern=_ID, description="Scope that those tokens must have for this service."
    )
    sign_in_roles_claim: str = Field(
        "roles",
        pattern=_ID,
        description="Claim that lists somebody's roles; with dots where it lies inside others.",
    )
    sign_in_contexts: Words = Field(
        (),
        description="What the provider calls a sign-in that is strong enough for the pages, such as one with"
        " a second factor: ids of Entra’s authentication contexts (c1), or values of acr. One of them is"
        " asked for, and must be said. Not looked at if not set.",
    )
    sign_in_factors: Words = Field(
        (),
        description="Factors of which a sign-in at the pages must name one (amr), such as mfa. Not looked at"
        " if not set; Entra does not say them.",
    )
    role_sender: str = Field(
        "", description="Name of the role of senders. Everybody who may sign in is one if not set."
    )
    role_editor: str = Field(
        "Sendwell.Editor", min_length=1, description="Name of the role of the bulletin's editors."
    )
    role_reviewer: str = Field(
        "Sendwell.Reviewer", min_length=1, description="Name of the role of those who review flagged mail."
    )
    role_administrator: str = Field(
        "Sendwell.Administrator",
        min_length=1,
        description="Name of the role of those who keep the policy and the registers.",
    )
    roles_given_by: str = Field(
        "whoever looks after accounts in your organisation",
        min_length=1,
        max_length=200,
        description="Whom people ask for a role, as they read it: the ICT service desk (telephone 1234).",
    )
    keep_session_hours: int = Field(
        12, ge=1, le=24, description="Hours after which everybody signs in again."
    )
    keep_session_rest_minutes: int = Field(
        60, ge=5, le=720, description="Minutes without opening a page after which somebody signs in again."
    )
    sign_in_ask_again_minutes: int = Field(
        30,
        ge=0,
        le=720,
        description="Minutes after which the provider is asked again whether somebody may still be here, and"
        " with which roles: when they open a page, and without a question to them. A session of which it was"
        " not asked for twice as long ends. Never asked when 0.",
    )
