"""What a portal says in lists rather than in entries: alerts, words explained, how it speaks, sectors, numbers to call.

With them the words for the ids that other files hold: levels, sections of guides, audiences and roles.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.model.terms import Term
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header, listed, opened, recorder
from site_builder.outputs.open_data.records import written
from site_builder.plan.pages import GLOSSARY
from site_builder.plan.published import term_anchor
from site_builder.render.scene import Scene
from site_builder.render.short_lists import short_lists

WORDS = ("id", "acronym", "term", "meaning", "say", "avoid", "why")
"""What is published of a word: not the forms by which texts are searched for it."""
CALLED = ("id", "name", "plural", "title", "people", "intro", "directory")
"""What is published of what others name by its id."""


def short_list_files(scene: Scene) -> Iterator[DataFile]:
    """A file for each list that says something; that of alerts always, since programs ask for it again and again."""
    for name, records in short_lists(scene.portal).items():
        said = [written(_record(scene, each)) for each in records]
        data = listed(opened(header(scene, name)), name, said)
        yield DataFile(name=f"{name}.json", data=data, schema=name, count=len(records))
    yield _vocabulary(scene)


def _record(scene: Scene, record: Any) -> Any:
    record_of = recorder(scene)
    if not hasattr(record, "forms"):
        return record_of.value(record)
    said = record_of.fields(record, WORDS)
    if isinstance(record, Term):
        pages = scene.site.versions(GLOSSARY)
        said["url"] = {page.lang: f"{scene.links.absolute(page.path)}#{term_anchor(record.id)}" for page in pages}
    return said


def _vocabulary(scene: Scene) -> DataFile:
    """vocabulary.json."""
    frame, record_of = scene.portal.frame, recorder(scene)
    lists: dict[str, Sequence[Any]] = {
        "levels": scene.portal.settings.levels,
        "sections": frame.sections,
        "audiences": frame.audiences,
        "roles": frame.roles,
    }
    said = {name: [record_of.fields(each, CALLED) for each in records] for name, records in lists.items()}
    data = f"{written({**header(scene, 'vocabulary'), **said})}\n".encode()
    return DataFile(
        name="vocabulary.json", data=data, schema="vocabulary", count=sum(len(records) for records in lists.values())
    )
