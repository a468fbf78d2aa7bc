"""A live page: pages kept in memory, served to this machine alone."""

from __future__ import annotations

import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOPBACK: Final = "127.0.0.1"
_LONGEST_WAIT: Final = 20.0
"""Seconds that a page waits for the next edition before it asks again: chosen to be well below the
30 after which proxies and browsers first give up."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_POLICY: Final = "frame-ancestors 'none'; form-action 'none'; base-uri 'none'; object-src 'none'"
"""Added to the policy that is in every page."""


class Editions:
    """The pages that are served now, by path, and the number of the edition they are of."""

    def __init__(self) -> None:
        """Begin without any pages, before the first edition."""
        self._changed = threading.Condition()
        self._pages: Mapping[str, bytes] = {}
        self.number = 0

    def publish(self, pages: Mapping[str, str]) -> None:
        """Replace all pages, and let those who wait know."""
        encoded = {path: text.encode("utf-8", "backslashreplace") for path, text in pages.items()}
        with self._changed:
            self._pages = encoded
            self.number += 1
            self._changed.notify_all()

    def find_page(self, path: str) -> bytes | None:
        """Give the page at a path, or None where there is none."""
        with self._changed:
            return self._pages.get(path)

    def wait_for_edition(self, after: int, seconds: float) -> int:
        """Wait until there is an edition after the one given, at most so long; give its number."""
        with self._changed:
            self._changed.wait_for(lambda: self.number > after, seconds)
            return self.number


class PageServer(ThreadingHTTPServer):
    """Serves editions on the loopback interface; port 0 takes any that is free."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, editions: Editions, port: int) -> None:
        """Listen; raises OSError where the port is taken."""
        self.editions = editions
        super().__init__((LOOPBACK, port), _PageHandler)

    @property
    def address(self) -> str:
        """The address of the first page."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about browsers that hang up; anything else is printed as usual."""
        import sys  # noqa: PLC0415 - only for an error

        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _PageHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for the pages, and tells who asks when there is a new edition."""

    server: PageServer
    protocol_version = "HTTP/1.1"
    server_version = "aligncheck"
    sys_version = ""

    def do_GET(self) -> None:
        """Send what is asked for."""
        if not self._is_ours():
            self._send_answer(HTTPStatus.MISDIRECTED_REQUEST, b"ask for 127.0.0.1\n", "text/plain")
            return
        address = urlsplit(self.path)
        if address.path == "/edition":
            self._send_answer(HTTPStatus.OK, self._answer_edition(address.query), "text/plain")
            return
        page = self.server.editions.find_page(address.path.lstrip("/") or "index.html")
        if page is None:
            self._send_answer(HTTPStatus.NOT_FOUND, b"there is no such page\n", "text/plain")
        else:
            self._send_answer(HTTPStatus.OK, page, "text/html")

    def do_HEAD(self) -> None:
        """Send the headers of what is asked for."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Print nothing: the terminal is for the findings."""

    def _is_ours(self) -> bool:
        """Tell whether the browser asked for this machine, not for a name that was bent to it."""
        port = self.server.server_port
        return self.headers.get("Host") in {f"{LOOPBACK}:{port}", f"localhost:{port}"}

    def _answer_edition(self, query: str) -> bytes:
        after = parse_qs(query).get("after", ["0"])[0]
        number = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else 0  # noqa: PLR2004 - digits
        return str(self.server.editions.wait_for_edition(number, _LONGEST_WAIT)).encode()

    def _send_answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", _POLICY)
            for name, value in _HEADERS.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)
