"""With what every file of the open data begins, and the words and sources that they share."""

from typing import cast
from zoneinfo import ZoneInfo

from site_builder.model.settings import Licence
from site_builder.model.values import Lang, Localized
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.records import Recorder, written
from site_builder.plan.files import open_data_file
from site_builder.render.scene import Scene


def recorder(scene: Scene) -> Recorder:
    """How the records of the portal are written."""
    return Recorder(scene.portal.reference_lang, ZoneInfo(scene.portal.settings.time_zone))


def schema_url(scene: Scene, name: str) -> str:
    """Where the schema of that name is."""
    return scene.links.absolute(open_data_file(f"schemas/{name}.json"))


def licence_of(scene: Scene) -> Licence:
    """That of the portal's own words. There is one wherever there is open data."""
    licence = scene.portal.settings.licence
    assert licence is not None
    return licence


def header(scene: Scene, schema: str) -> shapes.Header:
    """The first members of a file that keeps the schema of that name."""
    say = recorder(scene).value
    return {
        "$schema": schema_url(scene, schema),
        "portal": say(scene.portal.settings.name),
        "licence": cast("shapes.Licence", say(licence_of(scene))),
    }


def sources(scene: Scene) -> list[shapes.Source]:
    """The open data sets that the portal draws on."""
    write = recorder(scene)
    names = ("id", "name", "licence", "url", "population_year")
    return [cast("shapes.Source", write.fields(each, names)) for each in scene.portal.settings.open_data]


def opened(head: shapes.Header, **more: object) -> str:
    """A file as JSON, up to the value of the member that is still to be written: its key follows."""
    return f"{written({**head, **more})[:-1]},"


def listed(head: str, name: str, records: list[str]) -> bytes:
    """A file of records that are JSON already, each on a line of its own: tools compare files by lines."""
    inside = ",\n".join(records)
    return f'{head}\n"{name}":[\n{inside}\n]}}\n'.encode()


def place_names(scene: Scene, code: str) -> shapes.Labels:
    """What a territory is called, by language."""
    return {lang: scene.portal.names.get(code, lang).name for lang in scene.portal.languages}


def label(scene: Scene, text: Localized, lang: Lang) -> str:
    """A label for readers of a language, in the one that it has."""
    return str(scene.words[lang].said(text))
