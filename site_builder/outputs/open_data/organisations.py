"""Bodies that cover several territories."""

from site_builder.outputs.open_data.files import DataFile
from site_builder.outputs.open_data.header import header, listed, opened, recorder
from site_builder.outputs.open_data.records import written
from site_builder.render.scene import Scene


def organisations_file(scene: Scene) -> DataFile:
    """organisations.json."""
    say = recorder(scene).value
    records = [written({"covers": [], **say(each)}) for each in scene.portal.organisations]
    data = listed(opened(header(scene, "organisations")), "organisations", records)
    return DataFile(name="organisations.json", data=data, schema="organisations", count=len(records))
