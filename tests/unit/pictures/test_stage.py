"""The files of a picture: formats, secrets, sizes, the cache; what the site publishes of an image."""

import json
import os
import re
from base64 import b64decode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from site_builder.kept import KEPT
from site_builder.output import Make
from site_builder.pictures.cache import PictureCache
from site_builder.pictures.stage import Pictures, make_pictures
from site_builder.reading import check_portal
from tests.conftest import TODAY, PortalFolder
from tests.photographs import CORNERS, SECRETS, corners_of, file_of, landscape, photograph, quarters

SIDECAR = "media/{name}.yml\n    alt: {{fr: Dune, en: Dune}}\n    credit: Jeanne\n    licence: CC0\n"
SAID_BY_PILLOW = frozenset(
    "jfif jfif_version jfif_unit jfif_density progressive progression loop background timestamp duration".split()
)
"""Of the formats themselves: version, density, how many frames."""
LAND = landscape((1000, 600))
Folder = Callable[..., PortalFolder]


def written(portal: Folder, images: dict[str, bytes]) -> PortalFolder:
    """A portal with those images of media/, each with its sidecar."""
    stems = dict.fromkeys(name.rpartition(".")[0] for name in images)
    tree = "".join(SIDECAR.format(name=stem) for stem in stems)
    return portal(tree, binary={f"media/{name}": data for name, data in images.items()})


def made(root: Path, before: Callable[[], object] = int) -> tuple[Pictures, int]:
    """The pictures of a portal, and how many of them had to be made; what happens ``before`` they are."""
    counted = []

    def make_all(make: Make, folder: Path, count: int) -> None:
        counted.append(count)
        before()
        assert len(list(make(0, 2))) + len(list(make(1, 2))) == count
        assert not list(folder.iterdir())

    planned = check_portal(root, today=TODAY).planned
    assert planned is not None
    return make_pictures(planned.portal, root, make_all), sum(counted)


def published(pictures: Pictures) -> dict[str, bytes]:
    """Addresses and files; of the key only its length is kept."""
    return {re.sub(r"\.[0-9a-f]{8}-", ".KEY-", path): source.read_bytes() for path, source in pictures.sources}


@pytest.mark.parametrize(
    ("name", "data", "files"),
    [
        (
            "a.jpg",
            file_of(LAND, "JPEG"),
            "a.KEY-1000.webp a.KEY-360.jpg a.KEY-360.webp a.KEY-720.jpg a.KEY-720.webp a.jpg",
        ),
        (
            "a.webp",
            file_of(LAND, "WEBP"),
            "a.KEY-1000.jpg a.KEY-360.jpg a.KEY-360.webp a.KEY-720.jpg a.KEY-720.webp a.webp",
        ),
        (
            "a.png",
            file_of(LAND, "PNG"),
            "a.KEY-1000.jpg a.KEY-1000.webp a.KEY-360.jpg a.KEY-360.webp a.KEY-720.jpg a.KEY-720.webp a.png",
        ),
        ("a.png", file_of(quarters((400, 300)), "PNG"), "a.KEY-400.webp a.png"),
        ("a.png", file_of(quarters((500, 300)), "PNG"), "a.KEY-360.png a.KEY-360.webp a.KEY-500.webp a.png"),
        ("a.jpeg", file_of(quarters((300, 300)), "JPEG"), "a.KEY-300.webp a.jpeg"),
    ],
)
def test_files_of_a_picture(name: str, data: bytes, files: str, portal: Folder) -> None:
    pictures, _ = made(written(portal, {name: data}).root)
    found = published(pictures)
    assert sorted(found) == sorted(f"media/{file}" for file in files.split())
    with Image.open(BytesIO(data)) as original:
        proportions = original.width / original.height
    for path, file in found.items():
        with Image.open(BytesIO(file)) as image:
            assert (
                image.format == {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}[path.rpartition(".")[2]]
            )
            assert image.width / image.height == pytest.approx(proportions, rel=0.01)
            width = re.search(r"-(\d+)\.", path)
            assert width is None or int(width[1]) == image.width


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_the_camera_wrote_is_published(form: str, portal: Folder) -> None:
    data = photograph(form, 6, image=quarters((900, 600)))
    assert sum(secret in data for secret in SECRETS) >= 4
    folder = written(portal, {f"a.{form.lower().replace('jpeg', 'jpg')}": data})
    files = published(made(folder.root)[0])
    assert len(files) >= 4
    for path, file in files.items():
        assert [secret for secret in SECRETS if secret in file] == [], path
        with Image.open(BytesIO(file)) as image:
            image.load()
            assert set(image.info) <= SAID_BY_PILLOW
            assert dict(image.getexif()) == {}
            assert image.height > image.width  # on its side in the file, upright on the page
            turned = (CORNERS[2], CORNERS[0], CORNERS[3], CORNERS[1])
            for seen, meant in zip(corners_of(image), turned, strict=True):
                assert max(abs(a - b) for a, b in zip(seen, meant, strict=True)) <= 12, path


def test_what_is_transparent_stays_so_and_has_no_placeholder(portal: Folder) -> None:
    see_through = landscape((400, 300)).convert("RGBA")
    see_through.putalpha(Image.linear_gradient("L").resize((400, 300)))
    folder = written(portal, {"a.png": file_of(see_through, "PNG"), "b.png": file_of(LAND, "PNG")})
    pictures, _ = made(folder.root)
    assert pictures.by_path["media/a.png"].placeholder == ""
    for path, file in published(pictures).items():
        if "/a." in path:
            with Image.open(BytesIO(file)) as image:
                assert image.convert("RGBA").getpixel((200, 0))[3] < 10  # type: ignore[index]
                assert image.convert("RGBA").getpixel((200, 299))[3] > 245  # type: ignore[index]
    placeholder = pictures.by_path["media/b.png"].placeholder
    kind, _, encoded = placeholder.partition(",")
    assert kind == "data:image/webp;base64"
    assert len(placeholder) < 220
    with Image.open(BytesIO(b64decode(encoded))) as image:
        assert image.size == (16, 10)


def test_no_picture_is_made_twice(portal: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    data = file_of(LAND, "JPEG")
    folder = written(portal, {"a.jpg": data, "b.jpg": data, "c.jpg": file_of(quarters(), "JPEG")})
    first, count = made(folder.root)
    assert count == 2  # two images are the same
    assert len({path for path, _ in first.sources}) == len(first.sources)
    second, count = made(folder.root)
    assert (second, count) == (first, 0)
    (folder.root / "media" / "c.jpg").write_bytes(file_of(quarters((60, 40)), "JPEG"))
    assert made(folder.root)[1] == 1
    monkeypatch.setattr("site_builder.pictures.cache.MARK", "another Pillow")
    assert made(folder.root)[1] == 2


def test_pictures_are_the_same_bytes_each_time(portal: Folder) -> None:
    folder = written(portal, {"a.jpg": photograph("JPEG", 3, image=LAND), "b.png": file_of(quarters(), "PNG")})
    first = published(made(folder.root)[0])
    for file in (folder.root / ".portail" / "pictures").iterdir():
        file.unlink()
    again, count = made(folder.root)
    assert (published(again), count) == (first, 2)


@pytest.mark.parametrize("damage", ["gone", "cut", "notes", "notes of another"])
def test_what_is_not_whole_is_made_again(damage: str, portal: Folder) -> None:
    folder = written(portal, {"a.jpg": file_of(quarters(), "JPEG")})
    pictures, _ = made(folder.root)
    note = next((folder.root / ".portail" / "pictures").glob("*.json"))
    file = pictures.sources[0][1]
    if damage == "gone":
        file.unlink()
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:-1])
    else:
        note.write_text("{" if damage == "notes" else json.dumps({**json.loads(note.read_text()), "key": "b"}))
    assert made(folder.root) == (pictures, 1)


def test_what_no_build_asks_for_is_forgotten(portal: Folder) -> None:
    folder = written(portal, {"a.jpg": file_of(quarters(), "JPEG")})
    pictures, _ = made(folder.root)
    kept = folder.root / ".portail" / "pictures"
    for name in ("old.webp", *(file.name for file in kept.iterdir())):
        (kept / name).touch()
        os.utime(kept / name, (kept.stat().st_mtime - KEPT - 60,) * 2)
    assert made(folder.root) == (pictures, 0)
    assert not (kept / "old.webp").exists()
    assert all(source.is_file() for _, source in pictures.sources)


def test_a_portal_without_images_has_no_cache(portal: Folder) -> None:
    folder = portal()
    assert made(folder.root) == (Pictures(by_path={}, sources=(), problems=()), 0)
    assert not (folder.root / ".portail").exists()


def test_what_can_no_longer_be_read_is_a_problem(portal: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes between the check and the build: told at its place, the other images are made."""
    folder = written(portal, {"a.jpg": b"x", "b.jpg": file_of(quarters(), "JPEG")})
    pictures, _ = made(folder.root)
    assert [(p.code, str(p.place.path)) for p in pictures.problems] == [("image-unreadable", "media/a.jpg")]
    assert list(pictures.by_path) == ["media/b.jpg"]
    monkeypatch.setattr("site_builder.validate.media.fault_of", lambda path, seen: None)
    monkeypatch.setattr("site_builder.setting.prepare", None)  # paper takes a minute: it is not begun
    built = folder.build()
    assert ([p.code for p in built.problems], built.files) == (["image-unreadable"], 0)


def test_an_image_replaced_while_pictures_are_made_is_shown_as_it_is(portal: Folder) -> None:
    """And the former one, put back, is not shown as the other."""
    folder = written(portal, {"a.jpg": file_of(quarters(), "JPEG")})
    original = folder.root / "media" / "a.jpg"
    former = original.read_bytes()
    pictures, _ = made(folder.root, before=lambda: original.write_bytes(file_of(quarters((60, 40)), "JPEG")))
    assert pictures.by_path["media/a.jpg"].size == (60, 40)
    assert (made(folder.root)[0], made(folder.root)[1]) == (pictures, 0)
    original.write_bytes(former)
    again, count = made(folder.root)
    assert (again.by_path["media/a.jpg"].size, count, again.problems) == ((48, 32), 1, ())


@pytest.mark.parametrize("when", ["before", "while"])
def test_an_image_that_goes_is_a_problem_at_its_place(when: str, portal: Folder) -> None:
    folder = written(portal, {"a.jpg": file_of(quarters(), "JPEG"), "b.jpg": file_of(quarters((60, 40)), "JPEG")})
    planned = check_portal(folder.root, today=TODAY).planned
    assert planned is not None
    gone = folder.root / "media" / "a.jpg"
    if when == "before":
        gone.unlink()

    def make_all(make: Make, place: Path, count: int) -> None:
        gone.unlink(missing_ok=True)
        assert (place.is_dir(), len(list(make(0, 1)))) == (True, count)

    pictures = make_pictures(planned.portal, folder.root, make_all)
    assert [(p.code, str(p.place.path)) for p in pictures.problems] == [("image-unreadable", "media/a.jpg")]
    assert list(pictures.by_path) == ["media/b.jpg"]


def test_what_cannot_be_written_as_a_picture_is_a_problem(portal: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever Pillow refuses once the pixels are there: told at its place, and the build goes on to tell the rest."""
    folder = written(portal, {"a.jpg": file_of(quarters(), "JPEG")})
    monkeypatch.setattr("site_builder.pictures.stage.developed", lambda image: (image, ((48, 20_000),)))
    assert [problem.code for problem in made(folder.root)[0].problems] == ["image-unreadable"]


def test_a_link_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".portail").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError, match=r"\.portail is a link$"):
        PictureCache(tmp_path)
