"""A worker does not outlive the process that started it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PARENT = """
import multiprocessing, time
from app.adapters.parent import end_with_parent
def work(pipe):
    {how}
    pipe.send(1)
    time.sleep(60)
if __name__ == "__main__":
    ours, theirs = multiprocessing.Pipe()
    worker = multiprocessing.get_context("spawn").Process(target=work, args=(theirs,))
    worker.start()
    ours.recv()
    print(worker.pid, flush=True)
    time.sleep(60)
"""


def is_gone_after(seconds: float, process: int) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def worker_of_a_killed(folder: Path, how: str) -> int:
    (folder / "parent.py").write_text(PARENT.format(how=how))
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, str(folder / "parent.py")],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
    ) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    return worker


def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    assert is_gone_after(20, worker_of_a_killed(tmp_path, "end_with_parent()"))


def test_otherwise_it_would_go_on(tmp_path: Path) -> None:
    worker = worker_of_a_killed(tmp_path, "pass")

    assert not is_gone_after(1, worker)
    os.kill(worker, signal.SIGKILL)
