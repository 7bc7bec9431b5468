"""JSON-LD as text: what many pages say is written once and joined."""

import json
from typing import Any

Json = dict[str, Any]
SUBJECT: Json = {"@id": "#subject"}
"""What the page is about, by an address within the page: relative to it (JSON-LD 1.1 §7.1), which is shorter."""

written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
"""A value as JSON, in as few bytes as that takes."""


def members(known: Json) -> str:
    """The members of an object, to follow others: ``,"name":"Dax"``, or nothing."""
    return f",{written(known)[1:-1]}" if known else ""


def item_list(items: list[Json]) -> Json:
    """Things in their order (https://schema.org/ItemList)."""
    numbered = [{"@type": "ListItem", "position": at, **item} for at, item in enumerate(items, start=1)]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": numbered}
