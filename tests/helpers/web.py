"""A web server on this machine that does what a test tells it, well-behaved or not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Conversation = Callable[[socket.socket, str], None]
"""What is said on one connection, given the path asked for."""


class Web:
    """Answers each path with the bytes or the conversation given for it."""

    def __init__(self) -> None:
        self.answers: dict[str, bytes | Conversation] = {}
        self.requests: list[str] = []
        """What was sent, head by head."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def page(self, path: str, content: bytes, *headers: str, status: str = "200 OK") -> None:
        head = [f"HTTP/1.1 {status}", f"Content-Length: {len(content)}", *headers, "", ""]
        self.answers[path] = "\r\n".join(head).encode() + content

    def close(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # or a waiting accept would take one more
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection:
            try:
                head = connection.recv(65536).decode("latin-1")
                self.requests.append(head)
                path = head.split(" ")[1]
                answer = self.answers.get(path, b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                if callable(answer):
                    answer(connection, path)
                else:
                    connection.sendall(answer)
            except OSError:
                pass


@contextmanager
def serving() -> Iterator[Web]:
    web = Web()
    try:
        yield web
    finally:
        web.close()
