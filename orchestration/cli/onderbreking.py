"""Stopping on request: Ctrl+C, and the SIGTERM of a service manager or a shutdown.

Dagster replaces the handlers of both signals while it runs a step, so the handler cannot tell
which of the two came. The wakeup of Python can: it gets the number of every signal.
"""

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def watch_onderbreking() -> Iterator[Callable[[], bool]]:
    """Let SIGTERM interrupt as Ctrl+C does; give a function that tells whether it came."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    lezen, schrijven = socket.socketpair()
    for kant in (lezen, schrijven):
        kant.setblocking(False)
    wekker = signal.set_wakeup_fd(schrijven.fileno(), warn_on_full_buffer=False)
    vorige = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield lambda: signal.SIGTERM in _read(lezen)
    finally:
        signal.signal(signal.SIGTERM, vorige)
        signal.set_wakeup_fd(wekker)
        lezen.close()
        schrijven.close()


def _read(lezen: socket.socket) -> bytes:
    try:
        return lezen.recv(4096)
    except BlockingIOError:
        return b""
