"""The JSON schema by which editors complete and check ``aligncheck.toml``.

``python -m aligncheck.config.schema`` prints it; the copy that is shipped is
``aligncheck/schema/aligncheck.schema.json``.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

from aligncheck.config.keys import config_keys

if TYPE_CHECKING:
    from aligncheck.config.value_kinds import Json

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def render_schema() -> str:
    """Write the schema of all keys as JSON, with a line break at its end."""
    properties: dict[str, Json] = {
        key: {"description": option.description, **option.kind.to_schema()}
        for key, (_, option) in config_keys().items()
    }
    schema: dict[str, Json] = {
        "$schema": _DIALECT,
        "title": "aligncheck.toml",
        "description": "What aligncheck looks at and what it reports.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(render_schema())
