"""What Prometheus is told of the requests."""

from collections import Counter

from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families


def answered(client: TestClient) -> Counter[tuple[str, str]]:
    """By route and status, how many requests were answered."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return Counter(
        {
            (sample.labels["route"], sample.labels["status"]): int(sample.value)
            for family in families
            if family.name == "sendwell_answers"
            for sample in family.samples
            if sample.name.endswith("_total")
        }
    )


def test_a_request_is_counted_by_its_route_and_status(client: TestClient) -> None:
    before = answered(client)
    client.get("/api/v1/bulletin/next")
    client.get("/api/v1/bulletin/next")
    client.post("/api/v1/checks", content=b"{", headers={"Content-Type": "application/json"})

    assert answered(client) - before == {("/api/v1/bulletin/next", "200"): 2, ("/api/v1/checks", "400"): 1}


def test_addresses_that_nobody_has_share_one_row(client: TestClient) -> None:
    before = answered(client)
    for number in range(20):
        client.get(f"/nobody/has/{number}")

    assert answered(client) - before == {("unknown", "404"): 20}


def test_the_process_tells_its_memory_and_processor_time(client: TestClient) -> None:
    page = client.get("/metrics").text

    assert "process_resident_memory_bytes" in page
    assert "process_cpu_seconds_total" in page
