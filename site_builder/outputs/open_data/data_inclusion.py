"""Those who welcome newcomers, as data.inclusion has structures and services (schema v1, edition 1.0.8).

https://github.com/gip-inclusion/data-inclusion-schema. Both ask for the day of the last change: what nobody has checked
has none that is known here, and is left out, so that town halls of a national directory, which data.inclusion has from
its producer, are not sent back to it. What is not known is not said.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from site_builder.model.contact import Contact
from site_builder.model.entry import Content, Entry
from site_builder.model.slugs import slugify
from site_builder.model.territory import Territory
from site_builder.model.values import Lang, Localized, pick
from site_builder.model.welcoming import Welcoming
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header
from site_builder.outputs.open_data.records import written
from site_builder.render.scene import Scene
from site_builder.render.views.guide.contact import telephone_href

LANGUAGE: Lang = "fr"
"""Of data.inclusion; another portal's own where it is not written in that one."""
SHORTEST_NAME = 3
SHORTEST_TEXT = 5
MUNICIPAL_CODE = 5
"""Characters of the official code of a French commune, and digits of a postal code."""
NAMED = {
    "address": "adresse",
    "email": "courriel",
    "website": "site_web",
}
"""Fields of a contact, and what they are called there."""
OF_STRUCTURES = frozenset({"site_web"})


def services_file(scene: Scene, contacts: Sequence[Contact]) -> DataFile:
    """services.json."""
    bodies = [*_welcoming(scene)]
    structures = [*(_structure(scene, body) for body, _ in bodies), *_structures_of(scene, contacts)]
    services = [service for body, entry in bodies if (service := _service(scene, body, entry))]
    said = {**header(scene, "services"), "structures": structures, "services": services}
    count = len(structures) + len(services)
    return DataFile(name="services.json", data=f"{written(said)}\n".encode(), schema="services", count=count)


def _welcoming(scene: Scene) -> Iterator[tuple[Contact, Entry[Content]]]:
    """Houses and relays that a person has checked, as contacts."""
    for entry in scene.portal.published:
        if isinstance(entry.reference, Welcoming) and entry.reference.verified_on:
            title = entry.pick(_language(scene))[0].title
            contact = entry.reference.contact(Localized({_language(scene): title}))
            yield contact.model_copy(update={"verified_on": entry.reference.verified_on}), entry


def _structures_of(scene: Scene, contacts: Sequence[Contact]) -> Iterator[shapes.Structure]:
    for contact in contacts:
        if contact.verified_on and len(_name(scene, contact)) >= SHORTEST_NAME:
            yield _structure(scene, contact)


def _structure(scene: Scene, body: Contact) -> shapes.Structure:
    return cast("shapes.Structure", {**_identity(scene, body), **_reached(scene, body)})


def _service(scene: Scene, body: Contact, entry: Entry[Content]) -> shapes.Service | None:
    """What it says it does; nothing where it does not say it."""
    version, lang = entry.pick(_language(scene))
    description = "\n".join(filter(None, (version.summary, *getattr(version, "offers", ()))))
    if len(description) < SHORTEST_TEXT:
        return None
    identity = _identity(scene, body)
    page = scene.page(entry.key, lang)
    said: dict[str, Any] = {**identity, "structure_id": identity["id"], "description": description}
    if page and scene.links.origin:
        said["lien_source"] = scene.links.absolute(page.path)
    if body.address:
        said["modes_accueil"] = ["en-presentiel"]
    reached = _reached(scene, body)
    return cast("shapes.Service", {**said, **{key: reached[key] for key in reached if key not in OF_STRUCTURES}})


def _identity(scene: Scene, body: Contact) -> dict[str, Any]:
    source = f"portail-{slugify(pick(scene.portal.settings.name, LANGUAGE, scene.portal.reference_lang).text)}"
    checked = cast("date", body.verified_on)
    return {
        "source": source,
        "id": f"{source}--{body.id}",
        "nom": _name(scene, body),
        "date_maj": checked.isoformat(),
    }


def _reached(scene: Scene, body: Contact) -> dict[str, Any]:
    """Where it is, and how to reach it."""
    said: dict[str, Any] = {**_commune(scene, body)}
    said |= {there: value for here, there in NAMED.items() if (value := getattr(body, here))}
    if body.position:
        said |= {"longitude": body.position.longitude, "latitude": body.position.latitude}
    if body.telephone:
        country_code = scene.portal.settings.telephone_country_code
        said["telephone"] = telephone_href(body.telephone, country_code).removeprefix("tel:")
    if body.opening_hours and scene.words[scene.portal.reference_lang].hours(body.opening_hours)[0]:
        said["horaires_accueil"] = body.opening_hours
    return said


def _commune(scene: Scene, body: Contact) -> dict[str, str]:
    """That of a body of one commune of France."""
    territories = scene.portal.territories
    found: Territory | None = territories.by_code.get(body.covers[0]) if len(body.covers) == 1 else None
    if found is None or not territories.is_nearest(found) or len(found.code) != MUNICIPAL_CODE:
        return {}
    said = {"commune": found.name, "code_insee": found.code}
    codes = [code for code in found.postal_codes if len(code) == MUNICIPAL_CODE and code.isdecimal()]
    return {**said, "code_postal": codes[0]} if len(codes) == 1 else said


def _language(scene: Scene) -> Lang:
    return LANGUAGE if LANGUAGE in scene.portal.languages else scene.portal.reference_lang


def _name(scene: Scene, body: Contact) -> str:
    return pick(body.name, _language(scene), scene.portal.reference_lang).text
