"""Files named after their contents; the first theme folder that has one wins."""

import re
from pathlib import Path

import pytest

from site_builder.geo.maps import OutlineDrawing
from site_builder.host import ThemeFault
from site_builder.model.settings import PortalSettings
from site_builder.model.values import Localized
from site_builder.output import Output
from site_builder.outputs.assets import SCRIPTS, assets, colours, first_typefaces, icon_svg, stylesheet
from site_builder.outputs.icons import ICONS
from site_builder.outputs.maps import map_palette

LIGHT = {"paper": "#FFFFFF", "ink": "#000000", "ocean": "#112233", "pine": "#111111", "wine": "#222222"}
DARK = {"paper": "#000000", "ink": "#FFFFFF", "ocean": "#445566", "pine": "#333333", "wine": "#444444"}
SETTINGS = PortalSettings.model_validate(
    {
        "name": "P",
        "tagline": "T",
        "languages": [{"code": "fr", "name": "Français"}],
        "territory": "p",
        "levels": [{"id": "p", "name": "p", "plural": "p"}],
        "colours": {**LIGHT, "ochre": "#333333", "line": "#C0C0C0"},
        "dark_colours": {**DARK, "ochre": "#555555", "line": "#404040"},
    }
)
LIGHT_CSS = (
    "--paper:#FFFFFF;--ink:#000000;--ocean:#112233;--pine:#111111;--wine:#222222;--ochre:#333333;--line:#C0C0C0;"
    "--quiet:#333333;--card:#ffffff;--cover:#112233;--on-cover:#ffffff;--cover-partners:#1f1f1f;--plate:#4a4a4a;--on-plate:#FFFFFF;--sand:#cacaca;"
    "--sun:#333333;--tint-ocean:#eaebed;--tint-pine:#eaeaea;--tint-wine:#ebebeb;--tint-ink:#e8e8e8"
)
DARK_CSS = (
    "--paper:#000000;--ink:#FFFFFF;--ocean:#445566;--pine:#333333;--wine:#444444;--ochre:#555555;--line:#404040;"
    "--quiet:#cccccc;--card:#121212;--cover:#0e1114;--on-cover:#FFFFFF;--cover-partners:#292929;--plate:#4d4d4d;--on-plate:#FFFFFF;--sand:#131313;"
    "--sun:#444444;--tint-ocean:#0a0d0f;--tint-pine:#080808;--tint-wine:#0a0a0a;--tint-ink:#262626"
)
COLOURS_CSS = f":root{{color-scheme:light dark;{LIGHT_CSS}}}@media(prefers-color-scheme:dark){{:root{{{DARK_CSS}}}}}"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    files = {
        **{f"engine/assets/js/{name}.js": f"{name}()" for name in SCRIPTS},
        "own/assets/css/one.css": ".one{own}",
        "own/assets/fonts/a.woff2": "own a",
        "engine/assets/css/order.txt": "two.css one.css",
        "engine/assets/css/one.css": ".one{engine}",
        "engine/assets/css/two.css": "/* Why\n   two. */\n.two{}",
        "engine/assets/css/unused.css": ".unused{}",
        "engine/assets/js/portail/order.txt": "words.js go.js",
        "engine/assets/js/portail/words.js": "const words = 1;",
        "engine/assets/js/portail/go.js": "go()",
        "engine/assets/js/journey.js": "arrive()",
        "engine/assets/js/nearby.js": "near()",
        "engine/assets/fonts/a.woff2": "engine a",
        "engine/assets/fonts/OFL.txt": "licence",
        "engine/assets/fonts/README.md": "no",
        "material/assets/stylesheets/main.0a1b.min.css": ".material{}",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path / "own", tmp_path / "engine", tmp_path / "material"


def test_one_style_sheet_of_the_rules_that_order_txt_names(folders: tuple[Path, ...]) -> None:
    assert stylesheet(folders, SETTINGS) == f"{COLOURS_CSS}\n.two{{}}\n.one{{own}}"


def test_the_script_knows_the_modules_that_it_names(folders: tuple[Path, ...]) -> None:
    (folders[1] / "assets/js/portail/go.js").write_text("import(MODULES.glossary)", encoding="utf-8")
    made = assets(folders, SETTINGS, None)
    data = {output.path: output.data for output in made.outputs}
    module = made.parts["glossary"].removeprefix("assets/")
    named = f'const MODULES={{"glossary": "./{module}"}};'
    assert data[made.parts["script"]] == f"{named}\nconst words = 1;\nimport(MODULES.glossary)".encode()


def test_a_module_in_parts(folders: tuple[Path, ...]) -> None:
    """Joined in order; the whole one of a folder before it comes first."""
    own, engine, _ = folders
    (engine / "assets/js/search.js").unlink()
    (engine / "assets/js/search").mkdir()
    for name, text in {"order.txt": "ask.js tell.js", "tell.js": "tell()", "ask.js": "ask()"}.items():
        (engine / "assets/js/search" / name).write_text(text, encoding="utf-8")

    def made() -> bytes:
        files = assets(folders, SETTINGS, None)
        return next(output.data for output in files.outputs if output.path == files.parts["search"])

    assert made() == b"ask()\ntell()"
    (own / "assets/js").mkdir()
    (own / "assets/js/search.js").write_text("own()", encoding="utf-8")
    assert made() == b"own()"


def test_style_sheets_of_their_own_are_named_after_their_contents(folders: tuple[Path, ...]) -> None:
    made = assets(folders, SETTINGS, None, sheets={"words-fr": "a{}"})
    assert made.parts["words-fr"] == "assets/words-fr.5f546eb460.css"
    assert Output(made.parts["words-fr"], b"a{}") in made.outputs


def test_files_and_their_parts(folders: tuple[Path, ...]) -> None:
    made = assets(folders, SETTINGS, None)
    data = {output.path: output.data for output in made.outputs}
    assert list(data) == [
        made.parts["stylesheet"],
        made.parts["script"],
        *(made.parts[name] for name in SCRIPTS),
        made.parts["icon"],
        *(made.parts[name] for name in ICONS),
        "assets/fonts/a.woff2",
        "assets/fonts/OFL.txt",
    ]
    assert data[made.parts["script"]] == b"const words = 1;\ngo()"
    assert made.parts["script"] == "assets/portail.392a230fe2.js"
    assert (data[made.parts["journey"]], made.parts["journey"]) == (b"arrive()", "assets/journey.0afabd508c.js")
    assert data["assets/fonts/a.woff2"] == b"own a"
    (folders[1] / "assets/js/portail/go.js").write_text("go(2)", encoding="utf-8")
    assert assets(folders, SETTINGS, None).parts["script"] != made.parts["script"]


@pytest.mark.parametrize("script", ["portail/go", "journey"])
def test_a_theme_without_one_of_its_scripts(script: str, folders: tuple[Path, ...]) -> None:
    (folders[1] / f"assets/js/{script}.js").unlink()
    with pytest.raises(ThemeFault, match=rf"^assets/js/{script}\.js: no theme folder has this file$"):
        assets(folders, SETTINGS, None)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("../../../secret.css", "assets/css/order.txt: '../../../secret.css' is not the name of a file beside it"),
        ("one.css sub/one.css", "assets/css/order.txt: 'sub/one.css' is not the name of a file beside it"),
        ("/secret.css", "assets/css/order.txt: '/secret.css' is not the name of a file beside it"),
        ("none.css", "assets/css/none.css: no theme folder has this file"),
        ("latin.css", "assets/css/latin.css: this file is not UTF-8"),
    ],
)
def test_order_txt_names_files_beside_it(order: str, said: str, folders: tuple[Path, ...], tmp_path: Path) -> None:
    (tmp_path / "secret.css").write_text("secret", encoding="utf-8")
    (folders[0] / "assets/css/latin.css").write_bytes("é".encode("latin-1"))
    (folders[0] / "assets/css/order.txt").write_text(order, encoding="utf-8")
    with pytest.raises(ThemeFault, match=f"^{re.escape(said)}$"):
        stylesheet(folders, SETTINGS)


def test_links_are_not_followed(folders: tuple[Path, ...], tmp_path: Path) -> None:
    """The file of the next folder comes instead."""
    (tmp_path / "secret.css").write_text("secret", encoding="utf-8")
    own = folders[0] / "assets"
    (own / "js/portail").mkdir(parents=True)
    (own / "css/one.css").unlink()
    for link in ("js/portail/go.js", "css/one.css", "css/order.txt"):
        (own / link).symlink_to(tmp_path / "secret.css")
    assert stylesheet(folders, SETTINGS) == f"{COLOURS_CSS}\n.two{{}}\n.one{{engine}}"
    made = assets(folders, SETTINGS, None)
    data = {output.path: output.data for output in made.outputs}
    assert data[made.parts["script"]] == b"const words = 1;\ngo()"


def test_colours() -> None:
    assert colours(SETTINGS) == COLOURS_CSS


@pytest.mark.parametrize(
    ("outline", "drawn"),
    [
        (
            None,
            (
                '<text x="32" y="43" fill="#FFFFFF" font-family="system-ui, sans-serif" font-size="30" '
                'font-weight="700" text-anchor="middle">P</text>'
            ),
        ),
        (
            OutlineDrawing(view_box="0 0 100 50", path="M0 0h1"),
            (
                '<path fill="#FFFFFF" stroke="#FFFFFF" stroke-width="6" '
                'transform="translate(8.0 20.0) scale(0.4800)" d="M0 0h1"/>'
            ),
        ),
    ],
)
def test_the_icon(outline: OutlineDrawing | None, drawn: str) -> None:
    assert icon_svg(SETTINGS, outline) == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
        f'<rect width="64" height="64" rx="6" fill="#112233"/>{drawn}</svg>\n'
    )


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Petit Pays", "PP"), ("Le Val de Loue", "LL"), ("bienvenue", "B"), ("& Cie", "C"), ("&", "&amp;")],
)
def test_the_icon_of_a_portal_without_outline_has_its_initials(name: str, letters: str) -> None:
    settings = SETTINGS.model_copy(update={"name": Localized.model_validate({"fr": name, "en": "Other"})})
    assert f">{letters}</text>" in icon_svg(settings, None)


def test_maps_take_the_portal_s_colours() -> None:
    palette = map_palette(SETTINGS)
    assert (palette.light.here, palette.light.line, palette.light.land) == ("#112233", "#C0C0C0", "#e9e9e9")
    assert (palette.dark.here, palette.dark.line, palette.dark.land) == ("#445566", "#404040", "#161616")


def test_only_plain_files_are_typefaces(folders: tuple[Path, ...], tmp_path: Path) -> None:
    """A link could publish any file of the computer that builds."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    fonts = tmp_path / "own" / "assets" / "fonts"
    (fonts / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (fonts / "folder.woff2").mkdir()
    linked = tmp_path / "linked" / "assets"
    linked.mkdir(parents=True)
    (linked / "fonts").symlink_to(tmp_path)
    made = assets((tmp_path / "linked", *folders), SETTINGS, None)
    names = [output.path for output in made.outputs if output.path.startswith("assets/fonts/")]
    assert names == ["assets/fonts/a.woff2", "assets/fonts/OFL.txt"]


FACES = """\
@font-face { font-family: A; font-weight: 400; src: url(fonts/a-400.woff2) format("woff2"); unicode-range: U+0-FF; }
@font-face { font-family: A; src: url(fonts/a-ext.woff2) format("woff2"); unicode-range: U+100-130, U+0300; }
@font-face { unicode-range: U+370-3FF; src: url(fonts/greek.woff2); }
@font-face { font-family: A; font-weight: 700; src: url(fonts/a-700.woff2); unicode-range: U+0-FF, U+131; }
a { src: url(fonts/none.woff2); unicode-range: U+0-FF; }
"""


def test_pages_ask_at_once_for_the_typefaces_of_their_first_words() -> None:
    assert first_typefaces(FACES) == ("assets/fonts/a-400.woff2", "assets/fonts/a-700.woff2")
    assert first_typefaces("a { color: red }") == ()
