"""Do the files that operators copy fit the service that they are for?"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient

from app.api.limits import REQUEST_BYTES

OPERATING = Path(__file__).resolve().parents[2] / "docs/operating"
_OF_PROMETHEUS = {"up"}
_METRIC = re.compile(r"\b(?:sendwell|process)_[a-z_]+\b|\bup\b")


def told_metrics(client: TestClient) -> set[str]:
    """The names that the service tells, those of counters and histograms as Prometheus keeps them."""
    client.get("/api/v1/bulletin/next")
    page = client.get("/metrics").text
    types = dict(re.findall(r"^# TYPE (\w+) (\w+)$", page, re.MULTILINE))
    made = {name for name, kind in types.items() if kind != "histogram"}
    return made | {
        f"{name}_{end}"
        for name, kind in types.items()
        if kind == "histogram"
        for end in ("bucket", "count", "sum")
    }


def asked_metrics() -> set[str]:
    """Every metric that the dashboard and the alerts ask for."""
    dashboard = json.loads((OPERATING / "dashboard.json").read_text("utf-8"))
    alerts = yaml.safe_load((OPERATING / "alerts.yml").read_text("utf-8"))
    asked = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    asked += [rule["expr"] for group in alerts["groups"] for rule in group["rules"]]
    return {name for expression in asked for name in _METRIC.findall(expression)}


def test_dashboard_and_alerts_ask_only_for_metrics_that_are_told(client: TestClient) -> None:
    asked = asked_metrics()

    assert len(asked) > 6
    assert asked - _OF_PROMETHEUS <= told_metrics(client)


def test_every_alert_says_what_to_do() -> None:
    alerts = yaml.safe_load((OPERATING / "alerts.yml").read_text("utf-8"))

    for rule in alerts["groups"][0]["rules"]:
        assert set(rule["annotations"]) == {"summary", "do"}


def test_prometheus_asks_each_process_under_the_name_that_all_else_goes_by() -> None:
    told = yaml.safe_load((OPERATING / "prometheus.yml").read_text("utf-8"))
    (job,) = told["scrape_configs"]
    asking = (OPERATING / "dashboard.json").read_text("utf-8") + (OPERATING / "alerts.yml").read_text("utf-8")
    behind = re.findall(r"^    server (\S+)", (OPERATING / "nginx.conf").read_text("utf-8"), re.MULTILINE)

    assert set(re.findall(r'job=\\?"(\w+)', asking)) == {job["job_name"]}
    assert job["static_configs"][0]["targets"] == behind
    assert all((OPERATING / name).is_file() for name in told["rule_files"])


def test_panels_do_not_lie_over_each_other() -> None:
    panels = json.loads((OPERATING / "dashboard.json").read_text("utf-8"))["panels"]
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in panels]

    assert len(set(places)) == len(places) == len({panel["id"] for panel in panels})


def test_nginx_takes_what_the_service_takes() -> None:
    """nginx refuses before Sendwell could say why, so its limit must not be the smaller one."""
    found = re.search(r"client_max_body_size (\d+)m;", (OPERATING / "nginx.conf").read_text("utf-8"))

    assert found
    assert int(found[1]) * 1024 * 1024 >= REQUEST_BYTES


def test_nginx_reads_its_sample(tmp_path: Path) -> None:
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    if nginx is None:
        pytest.skip("no nginx here: make system")
    sample = (OPERATING / "nginx.conf").read_text("utf-8")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    request = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=s.example",
    ]
    subprocess.run([*request, "-keyout", key, "-out", certificate], check=True, capture_output=True)  # noqa: S603  fixed words
    for name, path in (("fullchain", certificate), ("privkey", key)):
        sample = sample.replace(f"/etc/ssl/sendwell/{name}.pem", str(path))
    whole = f"pid {tmp_path}/pid; error_log stderr; events {{}} http {{ access_log off; {sample} }}"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")
    ran = subprocess.run(  # noqa: S603  our own file
        [nginx, "-t", "-c", tmp_path / "nginx.conf", "-p", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr


def test_systemd_reads_the_unit(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if verify is None:
        pytest.skip("no systemd here")
    unit = (OPERATING / "sendwell@.service").read_text("utf-8")
    unit = re.sub(r"ExecStart=\S+ (.*)", r"ExecStart=/bin/true \1", unit).replace("/opt/sendwell", "/tmp")  # noqa: S108  a folder that is there
    (tmp_path / "sendwell@8800.service").write_text(unit, "utf-8")
    ran = subprocess.run(  # noqa: S603  our own file
        [verify, "verify", tmp_path / "sendwell@8800.service"], capture_output=True, text=True, check=False
    )

    assert "sendwell@" not in ran.stderr, ran.stderr
