"""Contacts as JSON: each is written once in a process, however many territories it answers for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from site_builder.model.contact import Contact
from site_builder.model.values import Source
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header, listed, opened, recorder, sources
from site_builder.outputs.open_data.records import Recorder, written
from site_builder.render.scene import Scene


@dataclass(frozen=True, slots=True)
class ContactWriter:
    """Writes contacts. ``licences``: of the open data sets, by their ids, each as a field."""

    record: Recorder
    licences: Mapping[str, Mapping[str, str]]
    _made: dict[str, str] = field(default_factory=dict)

    def written(self, contact: Contact) -> str:
        """One contact, as JSON."""
        found = self._made.get(contact.id)
        if found is None:
            found = self._made[contact.id] = written(self.said(contact))
        return found

    def said(self, contact: Contact) -> shapes.Contact:
        """One contact, as values, field by field: there are thousands."""
        position, source = contact.position, contact.source
        said: dict[str, object] = {
            "id": contact.id,
            "role": contact.role,
            "covers": contact.covers,
            "name": self.record.label(contact.name),
        }
        for name in _PLAIN:
            value = getattr(contact, name)
            if value or value is False:
                said[name] = value
        if position:
            said["position"] = {"latitude": position.latitude, "longitude": position.longitude}
        if source:
            said["source"] = {"name": source.name, **self.licences.get(source.name, {}), **self._more(source)}
        if contact.verified_on:
            said["verified_on"] = contact.verified_on.isoformat()
        return cast("shapes.Contact", said)

    def _more(self, source: Source) -> dict[str, object]:
        """Beside its name, which is all that most say."""
        return self.record.fields(source, ("url", "year", "detail")) if len(source.model_fields_set) > 1 else {}


_PLAIN = ("address", "telephone", "email", "website", "opening_hours", "languages", "wheelchair")


def contact_writer(scene: Scene) -> ContactWriter:
    """That of the portal."""
    return ContactWriter(
        recorder(scene), {each.id: {"licence": each.licence} for each in scene.portal.settings.open_data}
    )


def contacts(scene: Scene) -> list[Contact]:
    """All that guides may show, by role in the order of the guide, then by territory."""
    directory = scene.portal.directory
    found: dict[str, Contact] = {}
    for role in directory.roles:
        for _, contact in sorted(directory.holders(role).items()):
            found.setdefault(contact.id, contact)
    return list(found.values())


def contacts_file(scene: Scene, known: Sequence[Contact], write: ContactWriter) -> DataFile:
    """contacts.json."""
    head = opened(header(scene, "contacts"), sources=sources(scene))
    data = listed(head, "contacts", [write.written(each) for each in known])
    return DataFile(name="contacts.json", data=data, schema="contacts", count=len(known))
