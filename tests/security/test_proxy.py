"""The sample of nginx in front of a stand-in for the service: what gets through, and as what?"""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.road import PROJECT

NAME = "sendwell.council.example"


class Behind(BaseHTTPRequestHandler):
    """Answers everything and remembers it."""

    protocol_version = "HTTP/1.1"
    seen: list[tuple[str, dict[str, str], bytes]]

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.seen.append(
            (f"{self.command} {self.path}", {k.lower(): v for k, v in self.headers.items()}, body)
        )
        content = b"word " * 500 if self.path.endswith("large") else b"ok"
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Type", "application/json")
        self.send_header("Strict-Transport-Security", "max-age=1")
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET  # noqa: N815  the name that http.server looks for

    def log_message(self, *_: object) -> None:
        """Silent."""


class Proxy:
    """nginx with our sample on ports of this machine."""

    def __init__(self, folder: Path, program: str) -> None:
        self.seen = Behind.seen = []
        self.behind = ThreadingHTTPServer(("127.0.0.1", 0), Behind)
        threading.Thread(target=self.behind.serve_forever, daemon=True).start()
        self.tls, self.plain = _free_port(), _free_port()
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        made += ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},IP:127.0.0.1"]
        subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)  # noqa: S603  fixed words
        sample = (PROJECT / "docs/operating/nginx.conf").read_text("utf-8")
        for old, new in (
            ("/etc/ssl/sendwell/fullchain.pem", str(certificate)),
            ("/etc/ssl/sendwell/privkey.pem", str(key)),
            ("listen 443 ssl;", f"listen 127.0.0.1:{self.tls} ssl;"),
            ("listen 80;", f"listen 127.0.0.1:{self.plain};"),
            ("server 127.0.0.1:8800", f"server 127.0.0.1:{self.behind.server_port}"),
            ("server 127.0.0.1:8801", "# server 127.0.0.1:8801"),
        ):
            assert old in sample
            sample = sample.replace(old, new)
        rooms = "".join(
            f"{n}_temp_path {folder};" for n in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        whole = f"pid {folder}/pid; error_log {folder}/errors; daemon off; master_process off; events {{}} http {{ access_log off; {rooms} {sample} }}"
        (folder / "nginx.conf").write_text(whole, "utf-8")
        self.running = subprocess.Popen([program, "-c", folder / "nginx.conf", "-p", folder])  # noqa: S603  our own file
        self.trust = ssl.create_default_context(cafile=str(certificate))
        _wait_for(self.tls)

    def ask(  # noqa: PLR0913  what a request may differ in
        self,
        method: str,
        path: str,
        *,
        is_plain: bool = False,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        timeout: float = 5,
    ) -> httpx.Response:
        place = f"http://127.0.0.1:{self.plain}" if is_plain else f"https://127.0.0.1:{self.tls}"
        with httpx.Client(verify=self.trust, trust_env=False, timeout=timeout) as web:
            return web.request(
                method, place + path, headers={"Host": NAME, **(headers or {})}, content=content
            )

    def raw(self, words: bytes) -> bytes:
        """What is answered to these very bytes."""
        with (
            socket.create_connection(("127.0.0.1", self.tls), 5) as plain,
            self.trust.wrap_socket(plain, server_hostname=NAME) as line,
        ):
            line.settimeout(2)
            line.sendall(words)
            said = b""
            try:
                while part := line.recv(65536):
                    said += part
            except (TimeoutError, ssl.SSLError):
                pass
            return said

    def stop(self) -> None:
        self.running.terminate()
        self.running.wait(10)
        self.behind.shutdown()
        self.behind.server_close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx did not start")


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if program is None:
        pytest.skip("no nginx here: make system")
    made = Proxy(tmp_path_factory.mktemp("nginx"), program)
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def forgets(proxy: Proxy) -> None:
    proxy.seen.clear()


def test_it_promises_tls_once_and_below_its_name_too(proxy: Proxy) -> None:
    for path in ("/policy", "/metrics", "/api/v1/checks"):
        told = proxy.ask("GET", path).headers.get_list("strict-transport-security")
        assert told == ["max-age=31536000; includeSubDomains"]


def test_a_browser_is_led_to_tls_and_a_program_is_told_no(proxy: Proxy) -> None:
    page = proxy.ask("GET", "/policy?a=1", is_plain=True)
    call = proxy.ask("POST", "/api/v1/checks", is_plain=True, content=b"{}")
    posed = proxy.ask("GET", "/", is_plain=True, headers={"Host": "evil.example"})

    assert page.headers["location"] == f"https://{NAME}/policy?a=1"
    assert call.status_code == 403
    assert "evil" not in posed.headers["location"]
    assert proxy.seen == []


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
@pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning")
def test_old_tls_is_not_spoken(proxy: Proxy, version: ssl.TLSVersion) -> None:
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.minimum_version = old.maximum_version = version
    with (
        socket.create_connection(("127.0.0.1", proxy.tls), 5) as plain,
        pytest.raises((ssl.SSLError, OSError)),
    ):
        old.wrap_socket(plain)


def test_a_weak_cipher_is_not_spoken(proxy: Proxy) -> None:
    """No forward secrecy, or CBC: the last that TLS 1.2 still knows."""
    weak = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    weak.check_hostname, weak.verify_mode = False, ssl.CERT_NONE
    weak.maximum_version = ssl.TLSVersion.TLSv1_2
    weak.set_ciphers("AES128-GCM-SHA256:AES256-SHA:ECDHE-RSA-AES128-SHA")
    with (
        socket.create_connection(("127.0.0.1", proxy.tls), 5) as plain,
        pytest.raises((ssl.SSLError, OSError)),
    ):
        weak.wrap_socket(plain)


def test_what_is_for_monitoring_is_shut(proxy: Proxy) -> None:
    """This machine may read it; the sample says so, and refuses everybody else."""
    sample = (PROJECT / "docs/operating/nginx.conf").read_text("utf-8")
    shut = sample[sample.index("location ~ ^/(metrics|readyz)$") :]

    assert shut[: shut.index("}")].split() == [
        *("location", "~", "^/(metrics|readyz)$", "{", "allow", "127.0.0.1;", "deny", "all;"),
        *("proxy_pass", "http://sendwell;"),
    ]
    assert proxy.ask("GET", "/metrics").status_code == 200


def test_pages_of_the_addin_are_packed_and_answers_never_are(proxy: Proxy) -> None:
    """How far an answer can be packed tells of what stands in it beside what somebody else chose."""
    told = {path: proxy.ask("GET", path).headers for path in ("/addin/large", "/api/v1/large", "/large")}

    assert [path for path in told if "content-encoding" in told[path]] == ["/addin/large"]
    assert told["/addin/large"]["strict-transport-security"] == "max-age=31536000; includeSubDomains"


def test_who_calls_cannot_say_from_where(proxy: Proxy) -> None:
    """The service counts by this address, so nobody may choose it."""
    posed = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "http"}
    for path in ("/policy", "/addin/index.html", "/api/v1/checks"):
        proxy.ask("GET", path, headers=posed)

    assert {said["x-forwarded-for"] for _, said, _ in proxy.seen} == {"127.0.0.1"}
    assert {said["x-forwarded-proto"] for _, said, _ in proxy.seen} == {"https"}


SMUGGLED = b"GET /smuggled HTTP/1.1\r\nHost: " + NAME.encode() + b"\r\n\r\n"
HEAD = b"POST /api/v1/checks HTTP/1.1\r\nHost: " + NAME.encode() + b"\r\n"


@pytest.mark.parametrize(
    "words",
    {
        "both lengths": HEAD + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
        "two lengths": HEAD + b"Content-Length: 0\r\nContent-Length: %d\r\n\r\n" % len(SMUGGLED) + SMUGGLED,
        "a length with a sign": HEAD + b"Content-Length: +0\r\n\r\n" + SMUGGLED,
        "an odd encoding": HEAD + b"Transfer-Encoding: xchunked\r\nContent-Length: 0\r\n\r\n" + SMUGGLED,
        "a blank before the colon": HEAD + b"Transfer-Encoding : chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n" + SMUGGLED,
        "a folded line": HEAD + b"Transfer-Encoding:\r\n chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n" + SMUGGLED,
        "a chunk that is too long to count": HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"f" * 17 + b"\r\n" + SMUGGLED,
    }.items(),
    ids=lambda row: row[0],
)  # fmt: skip
def test_what_is_hidden_in_a_body_is_no_request(proxy: Proxy, words: tuple[str, bytes]) -> None:
    said = proxy.raw(words[1])

    assert said == b"" or said.startswith((b"HTTP/1.1 4", b"HTTP/1.1 501"))
    assert [asked for asked, _, _ in proxy.seen if "smuggled" in asked] == []


def test_a_body_in_chunks_comes_through_whole_with_its_length(proxy: Proxy) -> None:
    proxy.raw(HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n")
    ((asked, headers, body),) = proxy.seen

    assert (asked, body, headers["content-length"]) == ("POST /api/v1/checks", b"hello", "5")
    assert "transfer-encoding" not in headers


def test_a_flood_is_held_off(proxy: Proxy) -> None:
    with httpx.Client(verify=proxy.trust, trust_env=False, headers={"Host": NAME}) as web:
        told = [web.get(f"https://127.0.0.1:{proxy.tls}/bulletin/search?q=a").status_code for _ in range(600)]

    assert set(told) <= {200, 429}
    assert told[:50] == [200] * 50
