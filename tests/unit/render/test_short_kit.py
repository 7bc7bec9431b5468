"""What stands below the guide of a place without a kit: its texts exactly, and a code that a telephone reads."""

from base64 import b64decode
from collections.abc import Callable
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from site_builder.render.short_kit import short_kit
from site_builder.render.stage import Press
from tests.conftest import PortalFolder, portal_in
from tests.unit.render.conftest import press_of

QUOTED = """
data/territories/territories.yml
    territories:
      - {code: pays, level: pays, name: Petit pays}
      - {code: bourg, level: commune, name: 'Bourg "neuf" & <vieux>', parents: [pays]}
"""


def below(press: Press, key: str, lang: str) -> LexborHTMLParser:
    page = press.scene.site.get(key, lang)
    assert page
    return LexborHTMLParser(str(short_kit(press.scene, page)))


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return press_of(portal_in(tmp_path_factory.mktemp("short_kit")).root)


def test_the_texts_of_a_commune(press: Press) -> None:
    html = below(press, "guide:bourg", "en")
    fields = {node.attributes["id"]: node.text() for node in html.css("textarea[readonly]")}
    assert fields == {
        "kit-link": "https://portail.example/q/bourg/",
        "kit-embed": (
            '<iframe src="https://portail.example/embed/en/guide/bourg.html" title="Welcome to Le Bourg"'
            ' width="480" height="420" loading="lazy" style="border:0;max-width:100%"></iframe>'
        ),
    }
    labels = {node.attributes["for"]: node.text() for node in html.css("label")}
    assert labels == {"kit-link": "Link", "kit-embed": "Up-to-date card (iframe)"}
    (around,) = html.css("a")
    assert (around.attributes["href"], around.text()) == (
        "/en/link-to-us/pays/",
        "The whole kit, to copy and to print: Petit pays",
    )


def test_a_title_is_quoted_once_for_the_frame_and_once_for_the_field(portal: Callable[..., PortalFolder]) -> None:
    (field,) = below(press_of(portal(QUOTED).root), "guide:bourg", "en").css("#kit-embed")
    (frame,) = LexborHTMLParser(field.text()).css("iframe")
    assert frame.attributes["title"] == 'Welcome to Bourg "neuf" & <vieux>'


def test_the_code_leads_to_the_permanent_address(press: Press) -> None:
    (image,) = below(press, "guide:bourg", "fr").css("img")
    assert image.attributes["alt"] == "Code QR qui mène à cette page"
    picture = Image.open(BytesIO(b64decode((image.attributes["src"] or "").removeprefix("data:image/png;base64,"))))
    side = int(image.attributes["width"] or 0)
    assert (side, side) == (4 * picture.width, 4 * picture.height)
    (code,) = zxingcpp.read_barcodes(picture.convert("L").resize((side, side), Image.Resampling.NEAREST))
    assert code.text == "https://portail.example/q/bourg/"


def test_what_has_a_whole_kit_or_is_no_guide_has_none_below_it(press: Press) -> None:
    assert {key for key in ("guide:pays", "guide:bourg", "home") if below(press, key, "fr").css("textarea")} == {
        "guide:bourg"
    }
