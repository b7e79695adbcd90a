"""A mail server that takes everything and writes down what it took.

One line a message, ``Message-ID address``, written before the message is answered for. It speaks just enough
SMTP for a client of the standard library, so that the sender is what is measured.
"""

import asyncio
import multiprocessing
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FORK = multiprocessing.get_context("fork")


@contextmanager
def sink(log: Path) -> Iterator[int]:
    """A sink in a process of its own; its port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    process = _FORK.Process(target=_serve, args=(listener, log), daemon=True)
    process.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        process.kill()
        process.join()
        listener.close()


def taken(log: Path) -> list[tuple[str, str]]:
    """Message-ID and address of everything that was taken, in order."""
    lines = log.read_text(encoding="ascii").splitlines() if log.exists() else []
    return [(number, address) for number, address in (line.split(" ") for line in lines)]


def _serve(listener: socket.socket, log: Path) -> None:
    file = os.open(log, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)

    async def run() -> None:
        server = await asyncio.start_server(lambda r, w: _speak(r, w, file), sock=listener)
        await server.serve_forever()

    asyncio.run(run())


async def _speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, file: int) -> None:
    address = ""
    writer.write(b"220 sink\r\n")
    try:
        while line := await reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                writer.write(b"354 go on\r\n")
                body = await reader.readuntil(b"\r\n.\r\n")
                os.write(file, f"{_message_id(body)} {address}\n".encode("ascii"))
            if verb == b"RCPT":
                address = line.decode("ascii").partition("<")[2].partition(">")[0]
            writer.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 ok\r\n")
            if verb == b"QUIT":
                break
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


def _message_id(body: bytes) -> str:
    head = body.partition(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").decode("ascii").lower()
    return f"\r\n{head}".partition("\r\nmessage-id:")[2].partition("\r\n")[0].strip() or "none"
