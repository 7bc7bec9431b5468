"""Contacts as JSON: each is written once in a process, however many territories it answers for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from site_builder.model.contact import Contact
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header, listed, opened, recorder, sources
from site_builder.outputs.open_data.records import EMPTY, Recorder, written
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True)
class ContactWriter:
    """Writes contacts. ``licences``: of the open data sets, by their ids."""

    record: Recorder
    licences: Mapping[str, str]
    _made: dict[str, str] = field(default_factory=dict)

    def written(self, contact: Contact) -> str:
        """One contact, as JSON."""
        found = self._made.get(contact.id)
        if found is None:
            found = self._made[contact.id] = written(self.said(contact))
        return found

    def said(self, contact: Contact) -> shapes.Contact:
        """One contact, as values, field by field: there are thousands."""
        position, source, plain = contact.position, contact.source, _PLAIN
        said = {
            "id": contact.id,
            "role": contact.role,
            "covers": contact.covers,
            "name": self.record.label(contact.name),
            **{name: value for name in plain if (value := getattr(contact, name)) not in EMPTY},
        }
        if position:
            said["position"] = {"latitude": position.latitude, "longitude": position.longitude}
        if source:
            licence = self.licences.get(source.name)
            said["source"] = {**({"licence": licence} if licence else {}), **self.record.value(source)}
        if contact.verified_on:
            said["verified_on"] = contact.verified_on.isoformat()
        return cast("shapes.Contact", said)


_PLAIN = ("address", "telephone", "email", "website", "opening_hours", "languages", "wheelchair")


def contact_writer(scene: Scene) -> ContactWriter:
    """That of the portal."""
    return ContactWriter(recorder(scene), {each.id: each.licence for each in scene.portal.settings.open_data})


def contacts(scene: Scene) -> list[Contact]:
    """All that guides may show, by role in the order of the guide, then by territory."""
    directory = scene.portal.directory
    found: dict[str, Contact] = {}
    for role in directory.roles:
        for _, contact in sorted(directory.holders(role).items()):
            found.setdefault(contact.id, contact)
    return list(found.values())


def contacts_file(scene: Scene, known: Sequence[Contact]) -> DataFile:
    """contacts.json."""
    write = contact_writer(scene)
    head = opened(header(scene, "contacts"), sources=sources(scene))
    data = listed(head, "contacts", [write.written(each) for each in known])
    return DataFile(name="contacts.json", data=data, schema="contacts", count=len(known))
