"""The sample of nginx with shorter times, so that nobody waits for a test, and with a second node where one is given."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.road import PROJECT
from tests.security import test_proxy
from tests.security.test_proxy import Proxy

SAMPLE = (PROJECT / "docs/operating/nginx.conf").read_text("utf-8")
HURRY = (
    ("client_header_timeout 10s;", "client_header_timeout 1s;"),
    ("client_body_timeout 15s;", "client_body_timeout 1s;"),
    ("proxy_read_timeout 30s;", "proxy_read_timeout 1s;"),
    ("proxy_read_timeout 10s;", "proxy_read_timeout 1s;"),
)
SECOND = "# server 10.0.0.12:8800 max_fails=1 fail_timeout=5s;"


@contextmanager
def hurried(folder: Path, second: int | None = None) -> Iterator[Proxy]:
    """nginx with our sample; `second` is the port of another node."""
    program = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if program is None:
        pytest.skip("no nginx here: make system")
    sample = SAMPLE
    for old, new in (*HURRY, (SECOND, f"server 127.0.0.1:{second};" if second else SECOND)):
        assert old in sample
        sample = sample.replace(old, new)
    (folder / "docs/operating").mkdir(parents=True)
    (folder / "docs/operating/nginx.conf").write_text(sample, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_proxy, "PROJECT", folder)
        made = Proxy(folder, program)
    try:
        yield made
    finally:
        made.stop()
