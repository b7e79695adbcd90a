"""Does the service keep its own OpenAPI promise, whatever is sent?"""

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from bench.attack.api import BEYOND_A_SCHEMA

OPERATIONS = [
    ("/api/v1/checks", "POST"),
    ("/api/v1/choices", "POST"),
    ("/api/v1/fixes", "POST"),
    ("/api/v1/bulletin/next", "GET"),
    ("/api/v1/bulletin/suggestions", "POST"),
    ("/api/v1/bulletin/items", "POST"),
    ("/api/v1/bulletin/items/{number}", "GET"),
    ("/api/v1/bulletin/items/{number}", "PUT"),
    ("/api/v1/bulletin/items/{number}/withdrawal", "POST"),
    ("/api/v1/bulk-requests", "POST"),
    ("/api/v1/bulk-requests/{number}", "GET"),
    ("/api/v1/bulk-requests/{number}/withdrawal", "POST"),
    ("/api/v1/documents", "POST"),
    ("/api/v1/me", "GET"),
    ("/api/v1/sign-in", "GET"),
    ("/api/v1/tickets", "POST"),
    ("/healthz", "GET"),
    ("/readyz", "GET"),
    ("/metrics", "GET"),
]


def test_every_operation_is_on_the_list(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    assert {(p, m.upper()) for p, methods in paths.items() for m in methods} == set(OPERATIONS)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_keeps_its_promise(client: TestClient, path: str, method: str) -> None:
    operation = schemathesis.openapi.from_asgi("/openapi.json", client.app)[path][method]

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        mode = data.draw(st.sampled_from(schemathesis.GenerationMode))
        case = data.draw(operation.as_strategy(mode))
        case.call_and_validate(excluded_checks=[positive_data_acceptance] if path in BEYOND_A_SCHEMA else [])

    check()
