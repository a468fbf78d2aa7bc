"""The live page: to this machine alone, with strict headers, edition after edition."""

from __future__ import annotations

import threading
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from aligncheck.live.page_server import LOOPBACK, Editions, PageServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse


@pytest.fixture
def server() -> Iterator[PageServer]:
    """Serve a page and an article on a free port."""
    editions = Editions()
    editions.publish({"index.html": "<p>öppet</p>", "articles/a.html": "<p>a</p>"})
    with PageServer(editions, 0) as serving:
        thread = threading.Thread(target=serving.serve_forever, args=(0.01,))
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


def ask(
    server: PageServer, path: str, method: str = "GET", host: str = ""
) -> tuple[HTTPResponse, str]:
    """Send one request and read the answer."""
    connection = HTTPConnection(LOOPBACK, server.server_port, timeout=5)
    try:
        headers = {"Host": host} if host else {}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read().decode()
    finally:
        connection.close()


def test_it_listens_on_the_loopback_only(server: PageServer) -> None:
    """Nobody else on the network can ask."""
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/", 200, "<p>öppet</p>"),
        ("/index.html?x=1", 200, "<p>öppet</p>"),
        ("/articles/a.html", 200, "<p>a</p>"),
        ("/../../etc/passwd", 404, "there is no such page\n"),
        ("/articles/", 404, "there is no such page\n"),
        ("/edition?after=0", 200, "1"),
        ("/edition?after=x", 200, "1"),
    ],
)
def test_pages_by_path(server: PageServer, path: str, status: int, body: str) -> None:
    """What was published is served, from memory, and nothing else."""
    answer, text = ask(server, path)
    assert (answer.status, text) == (status, body)


def test_headers_are_strict(server: PageServer) -> None:
    """No sniffing, no framing, no referrer, no caching, for errors too."""
    for path in ("/", "/nowhere"):
        answer, _ = ask(server, path)
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert "frame-ancestors 'none'" in (answer.getheader("Content-Security-Policy") or "")
        assert answer.getheader("X-Frame-Options") == "DENY"
        assert answer.getheader("Referrer-Policy") == "no-referrer"
        assert answer.getheader("Cache-Control") == "no-store"
        assert answer.getheader("Cross-Origin-Resource-Policy") == "same-origin"
        assert "Python" not in (answer.getheader("Server") or "")


def test_a_name_that_was_bent_to_this_machine_is_refused(server: PageServer) -> None:
    """A page elsewhere cannot read articles by pointing its own name here."""
    answer, text = ask(server, "/", host=f"evil.example:{server.server_port}")
    assert (answer.status, "öppet" in text) == (421, False)
    assert ask(server, "/", host=f"localhost:{server.server_port}")[0].status == 200


def test_other_methods_are_not_known(server: PageServer) -> None:
    """Nothing can be sent here; HEAD gives the headers alone."""
    assert ask(server, "/", method="POST")[0].status == 501
    answer, text = ask(server, "/", method="HEAD")
    assert (answer.status, text, answer.getheader("Content-Length")) == (200, "", "13")


def test_who_waits_hears_of_the_next_edition(server: PageServer) -> None:
    """A request for what comes after this edition is answered when it comes."""
    heard: list[str] = []
    waiting = threading.Thread(target=lambda: heard.append(ask(server, "/edition?after=1")[1]))
    waiting.start()
    server.editions.publish({"index.html": "<p>nytt</p>"})
    waiting.join(timeout=5)
    assert heard == ["2"]
    assert ask(server, "/")[1] == "<p>nytt</p>"
    assert ask(server, "/articles/a.html")[0].status == 404
