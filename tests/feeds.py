"""Feeds, read with parsers that others wrote."""

import json
from html import escape
from typing import Any

import feedparser  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
EVENT = {
    "type": "object",
    "required": ["starts", "cancelled"],
    "properties": {
        **{name: {"type": "string", "minLength": 1} for name in ("starts", "ends", "place")},
        "cancelled": {"type": "boolean"},
    },
    "additionalProperties": False,
}
JSON_FEED: dict[str, Any] = {  # what https://www.jsonfeed.org/version/1.1/ asks for, of what we write
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https://"},
        "feed_url": {"type": "string", "pattern": "^https://"},
        "description": {"type": "string"},
        "language": {"type": "string"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "properties": {
                    "id": {"type": "string", "pattern": "^(urn:uuid:|https://)"},
                    "url": {"type": "string", "pattern": "^https://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "_event": EVENT,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "language": {"type": "string"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def items(data: bytes) -> list[dict[str, Any]]:
    read: dict[str, Any] = json.loads(data)
    Draft202012Validator(JSON_FEED).validate(read)
    return list(read["items"])


def as_html(text: str) -> str:
    """A text as the description of an item holds it, which readers show as HTML."""
    return escape(text, quote=False).replace("\n", "<br />")


def parsed(data: bytes) -> list[Any]:
    """The items of RSS."""
    read = feedparser.parse(data)
    assert (read.bozo, read.version) == (False, "rss20")
    return list(read.entries)
