"""A file of the open data as a value, with what the index says of it."""

from dataclasses import dataclass

from site_builder.output import Output
from site_builder.outputs.open_data import shapes
from site_builder.outputs.open_data.header import schema_url
from site_builder.plan.files import open_data_file
from site_builder.render.scene import Scene

JSON = "application/json"
GEOJSON = "application/geo+json"
CSV = "text/csv; charset=utf-8"
CSV_METADATA = "application/csvm+json"
JSON_LD = "application/ld+json"
JSON_SCHEMA = "application/schema+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """``name``: below the folder of the open data; ``schema``: the name of the one that it keeps, if it is JSON."""

    name: str
    data: bytes
    media_type: str = JSON
    schema: str | None = None
    count: int | None = None

    @property
    def output(self) -> Output:
        """As a file of the site."""
        return Output(open_data_file(self.name), self.data)


def listed_file(scene: Scene, file: DataFile) -> shapes.ListedFile:
    """What the index says of it."""
    path = open_data_file(file.name)
    said: shapes.ListedFile = {
        "url": scene.links.absolute(path),
        "path": path,
        "media_type": file.media_type,
    }
    if file.count is not None:
        said["count"] = file.count
    if file.schema:
        said["schema"] = schema_url(scene, file.schema)
    return said
