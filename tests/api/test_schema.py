"""Does the service keep its own OpenAPI promise, whatever is sent?"""

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
import pytest


@pytest.fixture(scope="session")
def api_schema(client: TestClient) -> schemathesis.schemas.BaseSchema:
    return schemathesis.openapi.from_asgi("/openapi.json", client.app)


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_keeps_its_promise(case: schemathesis.Case) -> None:
    case.call_and_validate()
