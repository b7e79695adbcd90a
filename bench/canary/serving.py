"""How is the service run here, so that it can be crashed often?

    python -m bench.canary.serving PORT PROCESSES

The service is made once, as `sendwell serve` makes it, with its models; each process that serves is a fork of
that, so that a crash does not cost the half minute of a start. A process that dies is told of and replaced.
"""

import gc
import os
import signal
import socket
import sys
from datetime import datetime
from types import FrameType

import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine

from app.compose.check_draft import check_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Moment
from app.main import create_app


def main() -> None:
    """Serve until told to stop; a line for each beginning and end of a process."""
    port, many = int(sys.argv[1]), int(sys.argv[2])
    app = create_app()
    check_draft(
        Draft("Warm", Body("Please come."), datetime.now(LONDON)), Moment.COMPOSE, app.state.service.road
    )
    for held in gc.get_objects():
        if isinstance(held, Engine):
            held.dispose()
    door = socket.create_server(("127.0.0.1", port), backlog=256)
    running = {_fork(app, door) for _ in range(many)}
    signal.signal(signal.SIGTERM, lambda *_: _stop(running))
    while True:
        gone, status = os.wait()
        running.discard(gone)
        how = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        _tell(f"died {gone} {how} {int(os.WCOREDUMP(status))}")
        running.add(_fork(app, door))


def _fork(app: FastAPI, door: socket.socket) -> int:
    child = os.fork()
    if child:
        _tell(f"runs {child}")
        return child
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.dup2(
        sys.stderr.fileno(), sys.stdout.fileno()
    )  # what is told to the parent of all is not mixed with it
    config = uvicorn.Config(app, log_level="info", access_log=False)  # as `sendwell serve` has it
    uvicorn.Server(config).run(sockets=[door])
    os._exit(0)


def _tell(line: str) -> None:
    """At once, and in one piece."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _stop(running: set[int], _frame: FrameType | None = None) -> None:
    for process in running:
        os.kill(process, signal.SIGKILL)
    os._exit(0)


if __name__ == "__main__":
    main()
