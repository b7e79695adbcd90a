"""How are the add-in's addresses asked? By HTTPS, trusting whom this system trusts, led nowhere else."""

import ssl
from datetime import UTC, datetime

import httpx

from app.manifest_ports import Answer

_SECONDS = 5
_LONGEST = 1_000_000


class HttpsAddresses:
    """Implements `Addresses`."""

    def __init__(self, trusted: ssl.SSLContext | None = None) -> None:
        """`trusted` are the certificates to go by; the system's if not given, as browsers do."""
        self._trusted = trusted or ssl.create_default_context()

    def ask(self, address: str) -> Answer:
        """What it answers."""
        return self._asked("GET", address, {})

    def ask_first(self, address: str, origin: str, wanted: str) -> Answer:
        """Whether `origin` may post there."""
        asking = {
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": wanted,
        }
        return self._asked("OPTIONS", address, asking)

    def _asked(self, method: str, address: str, headers: dict[str, str]) -> Answer:
        try:
            with (
                httpx.Client(verify=self._trusted, timeout=_SECONDS, follow_redirects=False) as web,
                web.stream(method, address, headers=headers) as reply,
            ):
                body = b""
                for part in reply.iter_bytes():
                    body += part
                    if len(body) > _LONGEST:
                        break
                return Answer(
                    reply.status_code,
                    {name.lower(): value for name, value in reply.headers.items()},
                    body,
                    _until(reply),
                )
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
            return Answer(trouble=_in_words(error))


def _until(reply: httpx.Response) -> datetime | None:
    stream = reply.extensions.get("network_stream")
    secured = stream.get_extra_info("ssl_object") if stream else None
    ends = (secured.getpeercert() or {}).get("notAfter") if secured else None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(ends)), UTC) if ends else None


def _in_words(error: Exception) -> str:
    said = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in said:
        return f"its certificate is not trusted here ({said.rpartition(': ')[2].partition(' (_ssl')[0]})"
    if isinstance(error, httpx.TimeoutException):
        return f"no answer within {_SECONDS} seconds"
    return said or type(error).__name__
