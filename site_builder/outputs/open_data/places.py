"""Whatever is somewhere, as GeoJSON (RFC 7946): entries, contacts and territories, each by a point."""

from collections.abc import Iterator, Sequence
from typing import Any

from site_builder.model.contact import Contact
from site_builder.model.entry import Content, Entry
from site_builder.model.registry import CONTENT_TYPES
from site_builder.model.trail import Trail
from site_builder.outputs.open_data.contacts import ContactWriter
from site_builder.outputs.open_data.files import GEOJSON, DataFile
from site_builder.outputs.open_data.header import header, listed, sources
from site_builder.outputs.open_data.records import written
from site_builder.outputs.open_data.territories import TerritoryRecord
from site_builder.render.itinerary import points_of
from site_builder.render.scene import Scene

SCHEMA = "places"


def territory_places(scene: Scene, records: Sequence[TerritoryRecord]) -> DataFile:
    """The door or the middle of each territory; their outlines are beside the maps."""
    placed = [(record, at) for record in records if (at := record.row.get("position"))]
    features = [
        _feature(record.row["code"], _point((at["longitude"], at["latitude"])), record.json) for record, at in placed
    ]
    return _collection(scene, "territories", features, sources=sources(scene))


def contact_places(scene: Scene, contacts: Sequence[Contact], write: ContactWriter) -> DataFile:
    """Where contacts are, of those whose position is known."""
    placed = [(each, each.position) for each in contacts]
    return _collection(
        scene,
        "contacts",
        [_feature(each.id, _point(position.point), write.written(each)) for each, position in placed if position],
        sources=sources(scene),
    )


def entry_places(scene: Scene) -> Iterator[DataFile]:
    """A file for each content type of which an entry says where it is; of a trail, its stops."""
    for content_type in CONTENT_TYPES:
        placed = [(entry, _geometry(scene, entry)) for entry in scene.portal.entries.get(content_type.kind, ())]
        features = [_feature(entry.id, at, written(_properties(scene, entry))) for entry, at in placed if at]
        if features:
            yield _collection(scene, content_type.collection, features)


def _geometry(scene: Scene, entry: Entry[Content]) -> str | None:
    points = points_of(scene.portal, scene.geography, entry.reference)
    if isinstance(entry.reference, Trail):
        return written({"type": "MultiPoint", "coordinates": points}) if points else None
    return _point(points[0]) if points else None


def _properties(scene: Scene, entry: Entry[Content]) -> dict[str, Any]:
    pages = scene.site.versions(entry.key)
    return {
        "type": entry.kind,
        "id": entry.id,
        **({"territory": entry.reference.territory} if entry.reference.territory else {}),
        "title": {lang: entry.versions[lang].title for lang in scene.portal.languages if lang in entry.versions},
        "url": {page.lang: scene.links.absolute(page.path) for page in pages},
    }


def _point(at: tuple[float, float]) -> str:
    return f'{{"type":"Point","coordinates":[{at[0]},{at[1]}]}}'


def _feature(feature_id: str, geometry: str, properties: str) -> str:
    return f'{{"type":"Feature","id":{written(feature_id)},"geometry":{geometry},"properties":{properties}}}'


def _collection(scene: Scene, name: str, features: list[str], **more: object) -> DataFile:
    """``more``: further members of the file, where the features are of other people's data."""
    head = written({"type": "FeatureCollection", **header(scene, SCHEMA), **more})
    data = listed(f"{head[:-1]},", "features", features)
    return DataFile(name=f"{name}.geojson", data=data, media_type=GEOJSON, schema=SCHEMA, count=len(features))
