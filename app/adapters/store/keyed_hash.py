"""Under what name is an address kept, so that nobody can list the addresses?

HMAC-SHA-256 under the installation's key. Addresses, domains and other values are kept apart, so
that one cannot be tried against the other.
"""

import hmac

from app.domain.address import normal_address, normal_domain
from app.domain.errors import StoreError

_SHORTEST_KEY = 16


class KeyedHash:
    """Hashes under one key, which stays in memory."""

    def __init__(self, key: bytes) -> None:
        """Raises StoreError when `key` is too short to protect anything."""
        if len(key) < _SHORTEST_KEY:
            raise StoreError(
                f"The installation's key has {len(key)} bytes and needs {_SHORTEST_KEY} or more. Restore the "
                "key file from a backup."
            )
        self._begun = hmac.new(key, digestmod="sha256")  # to begin anew costs more than most values

    def address(self, address: str) -> str:
        """The hash of an address in any spelling."""
        return self._hash("address", normal_address(address) or address.strip().lower())

    def domain(self, domain: str) -> str:
        """The hash of a domain in any spelling."""
        return self._hash("domain", normal_domain(domain) or domain.strip().lower())

    def of_normal(self, kind: str, text: str) -> str:
        """The hash of an ``address`` or ``domain`` that is in its normal spelling already."""
        return self._hash(kind, text)

    def value(self, value: str) -> str:
        """The hash of anything else."""
        return self._hash("value", value)

    def _hash(self, kind: str, text: str) -> str:
        said = self._begun.copy()
        said.update(f"{kind}\0{text}".encode(errors="surrogatepass"))
        return said.hexdigest()
