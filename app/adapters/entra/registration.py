"""As what is Sendwell registered with whoever signs people in?

Microsoft Entra, or any other provider that speaks OpenID Connect. The two differ in where their papers lie
and in how they name a person, a tenant and a scope.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.caller import Role


@dataclass(frozen=True, slots=True)
class Registration:
    """What is agreed with the provider.

    `clients` may bring tokens for `audience`; `tenants` are those whose people may come in (Entra only).
    `roles` gives the provider's name of each role; an empty name is everybody's. A sign-in at the pages must
    say one of `contexts` (acr, Entra's acrs) and one of `factors` (amr), where there are any.
    """

    authority: str
    client: str
    audience: str
    clients: frozenset[str]
    scope: str
    roles: Mapping[Role, str]
    roles_claim: str = "roles"
    tenants: frozenset[str] = frozenset()
    is_entra: bool = False
    contexts: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()

    @property
    def discovery(self) -> str:
        """Where the provider says how it works."""
        version = "/v2.0" if self.is_entra else ""
        return f"{self.authority}{version}/.well-known/openid-configuration"
