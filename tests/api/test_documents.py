"""A file is put on the website instead of being attached."""

import io
import zipfile
from typing import Any

import pytest
from fastapi.testclient import TestClient

URL = "/api/v1/documents"


def put(client: TestClient, name: str, content: bytes) -> Any:
    return client.post(URL, files={"file": (name, content, "application/octet-stream")})


def test_a_file_is_kept_and_does_not_open_yet(client: TestClient) -> None:
    reply = put(client, "Kit list.txt", b"Bring a pen.")
    told = reply.json()

    assert reply.status_code == 201
    assert (told["name"], told["size"], told["gates"]) == ("Kit list.txt", 12, [])
    assert (told["not_checked"], told["waits_for_scan"]) == (["viruses"], False)
    assert client.get(f"/documents/{told['id']}/Kit%20list.txt").status_code == 404


def test_personal_data_in_it_is_told(client: TestClient) -> None:
    words = b"name,upn\r\nEllie Hartwell,G886526018159\r\n"
    gates = put(client, "form.csv", words).json()["gates"]

    assert {gate["finding"].partition("/")[0] for gate in gates} == {"identifiers"}
    assert "G886526018159" not in str(gates)


def test_an_office_file_is_looked_into(client: TestClient) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        text = "<w:t xmlns:w='w'>Ellie Hartwell, UPN G886526018159</w:t>"
        package.writestr("word/document.xml", text)
    told = put(client, "form.docx", made.getvalue()).json()

    assert {gate["finding"].partition("/")[0] for gate in told["gates"]} == {"identifiers"}
    assert told["not_checked"] == ["viruses"]


def test_what_could_not_be_read_is_said(client: TestClient) -> None:
    assert put(client, "form.pdf", b"%PDF-1.7").json()["not_checked"] == ["attachments", "viruses"]


@pytest.mark.parametrize(("name", "content"), [("a.exe", b"MZ"), ("a.pdf", b"<html>"), ("a.txt", b"")])
def test_what_is_not_taken_is_told_why(client: TestClient, name: str, content: bytes) -> None:
    reply = put(client, name, content)

    assert 400 <= reply.status_code < 500
    assert reply.json()["detail"]


def test_without_a_file_there_is_nothing_to_keep(client: TestClient) -> None:
    assert client.post(URL).status_code == 422


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=y"])
def test_a_form_that_cannot_be_read_is_told_as_one(client: TestClient, kind: str) -> None:
    reply = client.post(URL, content=b"--x", headers={"Content-Type": kind})

    assert reply.status_code == 400
    assert "multipart/form-data" in reply.json()["detail"]


def test_a_file_that_a_mail_links_to_opens_at_once(client: TestClient) -> None:
    file = {"file": ("Packing list.txt", b"Bring a hat.", "application/octet-stream")}
    told = client.post(URL, files=file, data={"in_mail": "true"}).json()

    assert client.get(f"/documents/{told['id']}/Packing%20list.txt").status_code == 200


def test_a_file_with_personal_data_gets_no_link_for_a_mail(client: TestClient) -> None:
    file = {"file": ("pupils.csv", b"name,upn\r\nEllie Hartwell,G886526018159\r\n", "text/csv")}
    told = client.post(URL, files=file, data={"in_mail": "true"}).json()

    assert (told["link"], bool(told["gates"])) == ("", True)
    assert client.get(f"/documents/{told['id']}/pupils.csv").status_code == 404
