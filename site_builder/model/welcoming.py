"""What the bodies that receive newcomers have in common: where they are, and how to reach them."""

from typing import Any

from site_builder.model.contact import Contact
from site_builder.model.entry import Content
from site_builder.model.values import Code, Email, Flag, Name, Position, Telephone


class Welcoming(Content):
    """A body with a door to knock at. It is an organisation, never a person: a person's profile asks for consent."""

    territory: Code
    address: str | None = None
    telephone: Telephone | None = None
    email: Email | None = None
    opening_hours: str | None = None
    languages: tuple[str, ...] = ()
    position: Position | None = None
    wheelchair: Flag | None = None

    def contact(self, name: Name) -> Contact:
        """How to reach it, as the directory's contacts are shown. ``name`` stands above."""
        return Contact(
            id=self.id,
            role=type(self).__name__.lower(),
            covers=(self.territory,),
            name=name,
            address=self.address,
            telephone=self.telephone,
            email=self.email,
            website=self.website,
            opening_hours=self.opening_hours,
            languages=self.languages,
            position=self.position,
            wheelchair=self.wheelchair,
        )

    def schema_org(self) -> dict[str, Any]:
        known: dict[str, Any] = {"@type": self.SCHEMA_TYPE, "knowsLanguage": list(self.languages)}
        known |= {"address": self.address, "telephone": self.telephone, "email": self.email, "sameAs": self.website}
        if self.position:
            known["location"] = {"@type": "Place", "geo": self.position.schema_org()}
        return {key: value for key, value in known.items() if value}
