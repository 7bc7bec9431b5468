"""One copy of a portal's territories: its codes, names, places and hours, made from the tables of the portal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.disguise import Disguise, fictional_telephone, later
from site_builder.model.slugs import slugify

Row = Mapping[str, str]

STEP, PER_ROW = 5.0, 5
"""Degrees from one copy to the next, further than a region reaches; copies side by side, then further south."""
LATER = 5
"""Minutes by which opening hours differ from one copy to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Some of the portal's territories once more.

    ``codes``: their new ones, by those they are copied from; ``communes``: the lines of the portal's own table.
    """

    number: int
    codes: Mapping[str, str]
    communes: Mapping[str, Row]
    disguise: Disguise

    def moved(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place of the portal is in this copy."""
        south, east = divmod(self.number, PER_ROW)
        return round(longitude + STEP * east, 5), round(latitude - STEP * south, 5)

    def departement(self, row: Row) -> Row:
        return {"code": self.codes[row["code"]], "name": self.disguise(row["name"]), "seat": self._code(row["seat"])}

    def epci(self, row: Row) -> Row:
        own = {"code": self.codes[row["code"]], "name": self.disguise(row["name"]), "members_outside_region": ""}
        return {**row, **own}

    def commune(self, row: Row) -> Row:
        departement = self.codes[row["departement"]]
        postal = (f"{self._code(code[:2]) or departement}{code[2:]}" for code in row["postal_codes"].split())
        own = {
            "code": self.codes[row["code"]],
            "name": self.disguise(row["name"]),
            "departement": departement,
            "epci": self._code(row["epci"]),
            "postal_codes": " ".join(postal),
        }
        return {**row, **own}

    def town_hall(self, row: Row) -> Row:
        commune = self.commune(self.communes[row["commune"]])
        host = f"{slugify(commune['name'])}.example"
        street = row["address"].rpartition(",")[0]
        postal = commune["postal_codes"].split()[:1]
        own = {
            "commune": commune["code"],
            "address": f"{self.disguise(street)}, {' '.join((*postal, commune['name']))}" if street else "",
            "telephone": row["telephone"] and fictional_telephone(commune["code"]),
            "email": row["email"] and f"mairie@{host}",
            "website": row["website"] and f"https://{host}/",
            "opening_hours": later(row["opening_hours"], LATER * self.number),
        }
        return {**row, **own, **self._placed(row)}

    def neighbours(self, row: Row) -> Row:
        near = (self.codes[code] for code in row["neighbours"].split() if code in self.codes)
        return {"commune": self.codes[row["commune"]], "neighbours": " ".join(sorted(near))}

    def outline(self, feature: Mapping[str, Any]) -> Mapping[str, Any]:
        geometry = feature["geometry"]
        own = {**geometry, "coordinates": self._moved(geometry["coordinates"])}
        return {"type": "Feature", "properties": {"code": self.codes[feature["properties"]["code"]]}, "geometry": own}

    def forms(self, forms: Any) -> Any:
        """The forms of a name, in each language."""
        return (
            self.disguise(forms) if isinstance(forms, str) else {key: self.forms(said) for key, said in forms.items()}
        )

    def _code(self, code: str) -> str:
        return self.codes.get(code, "")

    def _placed(self, row: Row) -> Row:
        if not row["longitude"] or not row["latitude"]:
            return {}
        longitude, latitude = self.moved(float(row["longitude"]), float(row["latitude"]))
        return {"longitude": f"{longitude}", "latitude": f"{latitude}"}

    def _moved(self, coordinates: Sequence[Any]) -> Sequence[Any]:
        if isinstance(coordinates[0], (int, float)):
            return self.moved(coordinates[0], coordinates[1])
        return [self._moved(each) for each in coordinates]
