"""The open data of the whole region, made without its pages: every file is judged by its schema."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.incremental.watched import settled
from site_builder.output import Output
from site_builder.outputs.open_data.stage import open_data, open_data_of_contacts
from site_builder.outputs.open_data.territories import territory_files
from site_builder.reading import check_portal
from site_builder.render.geography import geography
from site_builder.render.stage import Materials, set_scene
from tests.conftest import REPOSITORY, TODAY, engine_theme
from tests.open_data import data_files, mistakes

pytestmark = pytest.mark.long


def made(site: Path) -> Iterator[Output]:
    planned = check_portal(REPOSITORY, today=TODAY).planned
    assert planned is not None
    plain = replace(planned, portal=settled(planned.portal))
    scene = set_scene(plain, engine_theme(site), Materials(geography=geography(planned.portal)))
    yield from (*open_data(scene), *open_data_of_contacts(scene))
    yield from territory_files(scene, [*scene.portal.territories])


def test_every_file_of_the_region_is_what_its_schema_says(tmp_path: Path) -> None:
    for output in made(tmp_path):
        file = tmp_path / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    api = tmp_path / "api/v1"
    files = data_files(api)
    codes = [each["code"] for each in json.loads((api / "territories.json").read_bytes())["territories"]]
    assert {path.stem for path in files if path.parent.name == "territories"} == {*codes}
    assert [mistake for path in files for mistake in mistakes(api, path)] == []
