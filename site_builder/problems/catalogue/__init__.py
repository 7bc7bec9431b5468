"""The sentences of every problem, in the tool's two languages.

``fix`` is a line to paste wherever one exists. ``{names}`` are the values the check gives; a test shows that both
languages use the same ones.
"""

from collections.abc import Mapping

from site_builder.problems.catalogue.fields import FIELDS
from site_builder.problems.catalogue.files import FILES
from site_builder.problems.catalogue.links import LINKS
from site_builder.problems.catalogue.paper import PAPER
from site_builder.problems.catalogue.people import PEOPLE
from site_builder.problems.catalogue.publishing import PUBLISHING
from site_builder.problems.catalogue.quality import QUALITY
from site_builder.problems.catalogue.references import REFERENCES
from site_builder.problems.catalogue.yaml import YAML
from site_builder.problems.sentences import Sentences

CATALOGUE: Mapping[str, Sentences] = {
    **FILES,
    **YAML,
    **FIELDS,
    **REFERENCES,
    **LINKS,
    **PEOPLE,
    **QUALITY,
    **PUBLISHING,
    **PAPER,
}

PARTS: Mapping[str, tuple[str, str]] = {
    "title": ("titre", "title"),
    "summary": ("résumé", "summary"),
    "text": ("texte", "text"),
    "see": ("ligne « à voir »", "“see” line"),
}
"""What an entry is made of, in French and in English."""


def part_name(field: str, section: int | None, lang: str) -> str:
    """What a part of a text is called: a field, the heading of a section, the text before the first heading."""
    if section:
        return f"«\u00a0{field}\u00a0»" if lang == "fr" else f"“{field}”"
    french, english = PARTS.get(field or "text", (field, field))
    return french if lang == "fr" else english
