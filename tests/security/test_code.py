"""What the code itself never does: run what it is given, put statements together, keep a secret in the open."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

from app.domain.errors import SendwellError
from app.policy.pack import parse_pack
from tests.road import PROJECT, pack_text

MODULES = sorted((PROJECT / "app").rglob("*.py"))
SCRIPTS = [
    *sorted((PROJECT / "addin-ui/src").rglob("*.ts")),
    *sorted((PROJECT / "app/web/static").glob("*.js")),
]


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the service, read once."""
    return tuple((str(m.relative_to(PROJECT / "app")), ast.parse(m.read_text("utf-8"))) for m in MODULES)


@cache
def calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Every call in the code, with its module and what is called."""
    return tuple(
        (name, ast.unparse(node.func), node)
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    )


@cache
def imports() -> frozenset[tuple[str, str]]:
    """Every module with what it imports."""
    found = set()
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                found.add((name, node.module or ""))
            elif isinstance(node, ast.Import):
                found |= {(name, package.name) for package in node.names}
    return frozenset(found)


def test_nothing_in_the_code_runs_what_it_is_given() -> None:
    never = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.unsafe_load", "yaml.full_load", "tempfile.mktemp"}  # fmt: skip
    deserialise = {"pickle", "marshal", "shelve", "dill", "joblib"}
    found = [(name, called) for name, called, _ in calls() if called in never]
    loads = [ast.unparse(node) for _, called, node in calls() if called == "yaml.load"]
    shells = [name for name, _, node in calls() for word in node.keywords if word.arg == "shell"]
    started = {
        name for name, called, _ in calls() if called.startswith(("subprocess.", "os.exec", "os.spawn"))
    }

    assert (found, shells) == ([], [])
    assert {name for name, package in imports() if package.partition(".")[0] in deserialise} == set()
    assert all("BaseLoader" in load or "SafeLoader" in load or "_Lines" in load for load in loads), loads
    assert started == {"adapters/documents/reader.py"}


def test_no_statement_is_put_together_from_words() -> None:
    """What is run is written whole, or made of whole numbers and of our own constants, which begin with _ and a capital."""
    runs = {"text", "exec_driver_sql", "execute", "executescript", "executemany"}
    ours = re.compile(r"int\([a-z_.]+\)|_[A-Z_]+|pragma")
    made = [
        (name, ast.unparse(part.value))
        for name, called, node in calls()
        if called.rpartition(".")[2] in runs
        and node.args
        and name.startswith("adapters/store/")
        and "migrations" not in name
        for part in ast.walk(node.args[0])
        if isinstance(part, ast.FormattedValue)
    ]
    added = [
        (name, ast.unparse(node.args[0]))
        for name, called, node in calls()
        if called.rpartition(".")[2] in runs - {"text"} and node.args
        if isinstance(node.args[0], ast.BinOp) and isinstance(node.args[0].op, ast.Mod | ast.Add)
    ]

    assert len(made) >= 4
    assert [(name, said) for name, said in made if not ours.fullmatch(said)] == []
    assert added == []


def test_templates_come_from_files_only() -> None:
    assert [name for name, called, _ in calls() if called.endswith((".from_string", "Template"))] == []
    loaders = {called for _, called, _ in calls() if called.endswith("Loader")}
    assert loaders <= {"FileSystemLoader"}


@pytest.mark.parametrize(
    "words", ["{schools:>2000000000}", "{schools.__class__}", "{schools!r}", "{0}", "{}", "{", "{a[0]}"]
)
def test_a_cards_words_name_facts_and_nothing_else(words: str) -> None:
    with pytest.raises(SendwellError, match=r"title"):
        parse_pack(_with("title", words), "trust")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example",
        "http://a.example",
        "vbscript:x",
    ],
)
def test_a_link_of_a_pack_runs_nothing(link: str) -> None:
    with pytest.raises(SendwellError, match=r"href"):
        parse_pack(_with("href", link), "trust")


def _with(field: str, words: str) -> str:
    """The trust's pack with one field of a rule, or of a contact, written anew."""
    text = pack_text("trust")
    start = text.index("rules:") if field == "title" else 0
    found = re.compile(rf"\b{field}: [^\n}}]*").search(text, start)
    assert found
    return f'{text[: found.start()]}{field}: "{words}"{text[found.end() :]}'


KNOWN_CRYPTOGRAPHY = {
    "cryptography",  # its x509, of the certificate by which the service signs in
    "cryptography.exceptions",
    "cryptography.hazmat.primitives.asymmetric",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.hazmat.primitives.asymmetric.padding",  # of DKIM's RSA signatures, as RFC 6376 has them
    "cryptography.hazmat.primitives.asymmetric.rsa",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.hashes",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.hazmat.primitives.kdf.scrypt",
    "cryptography.hazmat.primitives.serialization",
    "hashlib",
    "hmac",
    "jwt",
    "jwt.exceptions",
    "secrets",
    "ssl",
}


def test_only_known_cryptography_is_used() -> None:
    found = {
        package
        for _, package in imports()
        if package.partition(".")[0]
        in {"cryptography", "hashlib", "hmac", "jwt", "secrets", "ssl", "Crypto", "nacl", "rsa", "random"}
    }
    hashes = {of[0] for _, called, _ in calls() if (of := re.match(r"hashlib\.\w+", called))}
    ciphers = {
        called
        for _, called, _ in calls()
        if called in {"AESGCM", "ChaCha20Poly1305", "Fernet", "AES", "Cipher", "modes.ECB"}
    }

    guesses = {name for name, package in imports() if package == "random"}

    assert found - {"random"} <= KNOWN_CRYPTOGRAPHY, found - KNOWN_CRYPTOGRAPHY
    assert guesses == {"bulletin/mailing/mail_out.py"}  # spreads out when mail is tried again
    assert hashes <= {"hashlib.sha256", "hashlib.blake2b", "hashlib.file_digest"}
    assert ciphers == {"AESGCM"}


def test_scripts_put_words_in_as_text() -> None:
    never = re.compile(
        r"\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|setTimeout\(['\"]"
    )
    found = {str(file.relative_to(PROJECT)) for file in SCRIPTS if never.search(file.read_text("utf-8"))}

    assert len(SCRIPTS) > 100
    assert found == set()


def test_scripts_that_hear_messages_look_where_they_come_from() -> None:
    listeners = [
        file for file in SCRIPTS if re.search(r'addEventListener\(\s*"message"', file.read_text("utf-8"))
    ]

    assert len(listeners) >= 3
    for file in listeners:
        words = file.read_text("utf-8")
        assert "origin === window.location.origin" in words or "origin !== window.location.origin" in words, (
            file
        )
        assert "source" in words, file
    sent = [
        found
        for file in SCRIPTS
        for found in re.findall(r"postMessage\(([^;]*)\);", file.read_text("utf-8"), re.DOTALL)
    ]
    assert sent
    assert all("window.location.origin" in words for words in sent), sent


def test_scripts_merge_nothing_that_came_into_objects() -> None:
    """Replies are read field by field (addin-ui/src/wire); no name that came becomes a key of an object."""
    merges = re.compile(
        r"__proto__|\[\s*\"constructor\"|deepMerge|defaultsDeep|Object\.assign\([^,]*,\s*(?:await|JSON\.parse|data|reply|body)"
    )

    assert [str(file) for file in SCRIPTS if merges.search(file.read_text("utf-8"))] == []


STORED = {
    "addin-ui/src/compose/appearance.ts": "light or dark, in the try-out window",
    "addin-ui/src/pane/theme.ts": "light or dark",
    "addin-ui/src/pane/welcome.ts": "that the first cards were read",
    "addin-ui/src/pane/bulletin/following/numbers.ts": "ids of what somebody sent to the bulletin",
    "addin-ui/src/host/readiness.ts": "nothing: it plays a browser that has no storage",
    "addin-ui/src/send/ticket.ts": "on a Mac the ticket for Send, good for twenty minutes",
    "app/web/static/desk.js": "whether single keys are off",
}
"""Every script that uses the browser's storage, and for what."""


def test_the_browsers_storage_holds_what_is_listed() -> None:
    uses = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open")
    found = {str(file.relative_to(PROJECT)) for file in SCRIPTS if uses.search(file.read_text("utf-8"))}

    assert found == STORED.keys()


SECRETS = re.compile(
    r"-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}"
    r"|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b|\bxox[abp]-[0-9A-Za-z-]{20,}|\bAIza[0-9A-Za-z_-]{35}\b"
)
MADE_UP = ("nlp_models/", "tests/", "bench/", "app/policy_owner/", "addin-ui/tests/")
"""Where mails with secrets of nobody are written, to be found by the checks."""


def test_no_secret_is_in_the_repository() -> None:
    listed = subprocess.run(
        ["git", "ls-files"],  # noqa: S607  git is on the path of whoever runs the tests
        cwd=PROJECT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    read = [
        name
        for name in listed
        if not name.startswith(MADE_UP) and Path(name).suffix not in {".onnx", ".png", ".bin"}
    ]
    found = [
        name
        for name in read
        if (PROJECT / name).is_file() and SECRETS.search((PROJECT / name).read_text("utf-8", "replace"))
    ]
    kept = [
        name
        for name in listed
        if Path(name).suffix in {".key", ".pem", ".p12", ".pfx", ".env"} or Path(name).name == ".env"
    ]

    assert len(read) > 500
    assert (found, kept) == ([], [])
