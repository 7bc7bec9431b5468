"""Sponsorship schemes and diaspora relays (F11), by language and territory."""

from enum import StrEnum
from typing import ClassVar

from site_builder.model.welcoming import Welcoming


class RelayKind(StrEnum):
    """Who supports newcomers: the scheme of a school, a university or a company, or people from one country."""

    SCHOOL = "school"
    UNIVERSITY = "university"
    COMPANY = "company"
    DIASPORA = "diaspora"


class Relay(Welcoming):
    """A scheme or an association, with its own address: never a person, nor a person's telephone or e-mail.

    Somebody who lends their name has a profile among the ambassadors, with their consent. The text says what the relay
    offers, and what it asks.
    """

    SCHEMA_TYPE: ClassVar[str] = "Organization"
    TERRITORY_TERM: ClassVar[str] = "areaServed"

    kind: RelayKind
