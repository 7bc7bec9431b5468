"""Takes pictures of the built portal with the browser that PORTAIL_BROWSER names.

The two of the README go to docs/pictures/; one of each page kind, in both languages, at 360 and 1280 px, light and
dark, goes to build/pictures/, and those of a language, a width and a scheme together, on one sheet, to
build/pictures/sheets/, to be looked at. The portal is built first.
"""

import argparse
import io
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from scripts.contact_sheets import sheet
from site_builder.cli.main import main as portail

MOST_BYTES = 150_000
"""Of a picture of the README: it is in the repository, and loaded by whoever reads it."""
HEIGHTS = {360: 740, 1280: 800}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
README = (("home", "en/"), ("guide", "bienvenue/dax/"))
PAGES = (
    ("home", "fr", ""),
    ("home", "en", "en/"),
    ("places", "fr", "bienvenue/"),
    ("places", "en", "en/welcome/"),
    ("region", "fr", "bienvenue/nouvelle-aquitaine/"),
    ("region", "en", "en/welcome/nouvelle-aquitaine/"),
    ("guide", "fr", "bienvenue/dax/"),
    ("guide", "en", "en/welcome/dax/"),
    ("region-portrait", "fr", "bienvenue/nouvelle-aquitaine/portrait/"),
    ("region-portrait", "en", "en/welcome/nouvelle-aquitaine/portrait/"),
    ("portrait", "fr", "bienvenue/ca-du-grand-dax/portrait/"),
    ("portrait", "en", "en/welcome/ca-du-grand-dax/portrait/"),
    ("assets", "fr", "atouts/"),
    ("assets", "en", "en/assets/"),
    ("angle", "fr", "atouts/patrimoine-naturel/"),
    ("angle", "en", "en/assets/natural-heritage/"),
    ("asset", "fr", "atouts/dune-du-pilat/"),
    ("asset", "en", "en/assets/pilat-dune/"),
    ("trails", "fr", "parcours/"),
    ("trails", "en", "en/trails/"),
    ("trail", "fr", "parcours/quatre-lieux-du-patrimoine-mondial/"),
    ("trail", "en", "en/trails/four-world-heritage-places/"),
    ("ambassadors", "fr", "ambassadeurs/"),
    ("ambassadors", "en", "en/ambassadors/"),
    ("ambassador", "fr", "ambassadeurs/martin-nadaud/"),
    ("ambassador", "en", "en/ambassadors/martin-nadaud/"),
    ("notebook", "fr", "carnet/"),
    ("notebook", "en", "en/inspiration-notebook/"),
    ("guideline", "fr", "carnet/hospitalite/"),
    ("guideline", "en", "en/inspiration-notebook/hospitality/"),
    ("about", "fr", "a-propos/"),
    ("about", "en", "en/about/"),
    ("search", "fr", "recherche/?q=m%C3%A9decin"),
    ("search", "en", "en/search/?q=doctor"),
    ("offline", "fr", "sans-reseau/"),
    ("offline", "en", "en/offline/"),
    ("journey", "fr", "bienvenue/ca-du-grand-dax/pas-a-pas/"),
    ("journey", "en", "en/welcome/ca-du-grand-dax/step-by-step/"),
    ("audience", "fr", "bienvenue/pour/famille/"),
    ("audience", "en", "en/welcome/for/family/"),
    ("easy", "fr", "facile-a-lire/"),
    ("easy", "en", "en/easy-read/"),
    ("children", "fr", "enfants/"),
    ("children", "en", "en/children/"),
    ("workplaces", "fr", "bienvenue/je-travaille-a/"),
    ("workplaces", "en", "en/welcome/working-in/"),
    ("workplace", "fr", "bienvenue/je-travaille-a/dax/"),
    ("workplace", "en", "en/welcome/working-in/dax/"),
    ("partner-work", "fr", "bienvenue/ca-du-grand-dax/emploi-du-conjoint/"),
    ("partner-work", "en", "en/welcome/ca-du-grand-dax/work-for-your-partner/"),
    ("houses", "fr", "maisons-d-accueil/"),
    ("houses", "en", "en/welcome-houses/"),
    ("relays", "fr", "relais/"),
    ("relays", "en", "en/relays/"),
    ("perks", "fr", "avantages/"),
    ("perks", "en", "en/perks/"),
    ("events", "fr", "rendez-vous/"),
    ("events", "en", "en/events/"),
    ("testimonials", "fr", "temoignages/"),
    ("testimonials", "en", "en/testimonials/"),
    ("glossary", "fr", "lexique/"),
    ("glossary", "en", "en/glossary/"),
    ("wording", "fr", "carnet/mots/"),
    ("wording", "en", "en/inspiration-notebook/words/"),
    ("partners", "fr", "espace-partenaires/"),
    ("partners", "en", "en/partners/"),
    ("proofs", "fr", "nos-preuves/"),
    ("proofs", "en", "en/our-proofs/"),
    ("news", "fr", "quoi-de-neuf/"),
    ("news", "en", "en/whats-new/"),
    ("overrides", "fr", "coordination/"),
    ("overrides", "en", "en/coordination/"),
    ("translations", "fr", "traductions/"),
    ("translations", "en", "en/translations/"),
    ("criteria", "fr", "accessibilite/criteres/"),
    ("criteria", "en", "en/accessibility/criteria/"),
    ("open-data", "fr", "donnees-ouvertes/"),
    ("open-data", "en", "en/open-data/"),
    ("link-to-us", "fr", "faire-un-lien/"),
    ("link-to-us", "en", "en/link-to-us/"),
    ("kit", "fr", "faire-un-lien/244000675/"),
    ("kit", "en", "en/link-to-us/244000675/"),
    ("not-found", "both", "404.html"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture to take: the page, the size of the window, the scheme, and the file."""

    path: str
    width: int
    scheme: Scheme
    whole: bool
    file: Path


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Nothing is said of each request."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, serve, take the pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--readme-only", action="store_true", help="only the two pictures of the README")
    options = parser.parse_args(arguments)
    browser = os.environ.get("PORTAIL_BROWSER")
    if not browser:
        print("PORTAIL_BROWSER names no browser; `make pictures` finds one", file=sys.stderr)
        return 1
    site = Path("build/pictured").resolve()
    if portail(["build", "--output", str(site)]) != 0:
        return 1
    shots = [*readme_shots(), *(() if options.readme_only else all_shots())]
    with served(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for shot in shots:
            take(chromium, address, shot)
        chromium.close()
    sheets = 0 if options.readme_only else write_sheets(Path("build/pictures"))
    print(f"{len(shots)} pictures in docs/pictures/ and build/pictures/, and {sheets} sheets in build/pictures/sheets/")
    return 0


def readme_shots() -> Iterator[Shot]:
    """What a window of 1280 px shows first."""
    for name, path in README:
        yield Shot(path=path, width=1280, scheme="light", whole=False, file=Path(f"docs/pictures/{name}.png"))


def all_shots() -> Iterator[Shot]:
    """Every page kind, whole, in each language, width and scheme."""
    for (name, lang, path), width, scheme in product(PAGES, HEIGHTS, SCHEMES):
        file = Path(f"build/pictures/{name}-{lang}-{width}-{scheme}.png")
        yield Shot(path=path, width=width, scheme=scheme, whole=True, file=file)


def write_sheets(folder: Path) -> int:
    """One sheet for each language, width and scheme; how many."""
    langs = sorted({lang for _, lang, _ in PAGES})
    (folder / "sheets").mkdir(parents=True, exist_ok=True)
    for lang, width, scheme in product(langs, HEIGHTS, SCHEMES):
        names = [name for name, of, _ in PAGES if of == lang]
        pictures = {name: folder / f"{name}-{lang}-{width}-{scheme}.png" for name in names}
        sheet(pictures, width).save(folder / "sheets" / f"{lang}-{width}-{scheme}.jpg", quality=85)
    return len(langs) * len(HEIGHTS) * len(SCHEMES)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a server over ``site``, on a free port of this computer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take(browser: Browser, address: str, shot: Shot) -> None:
    """One picture, in a window of its own. Raises RuntimeError when the page is not there."""
    size = {"width": shot.width, "height": HEIGHTS[shot.width]}
    page = browser.new_page(viewport=size, color_scheme=shot.scheme)  # type: ignore[arg-type]  # a TypedDict
    answer = page.goto(f"{address}{shot.path}", wait_until="networkidle")
    if answer is None or not answer.ok:
        raise RuntimeError(f"/{shot.path} is not a page of the portal")
    # No reader scrolls to what comes late, and pages may grow with their typefaces.
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((image) => image.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.evaluate("Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())])")
    picture = page.screenshot(full_page=shot.whole)
    page.close()
    shot.file.parent.mkdir(parents=True, exist_ok=True)
    shot.file.write_bytes(picture if shot.whole else light(picture))


def light(picture: bytes, most: int = MOST_BYTES) -> bytes:
    """The same picture with as many colours as fit in ``most`` bytes, 256 at most."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    for colours in (256, 128, 64, 32):
        written = io.BytesIO()
        whole.quantize(colours, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
        if written.tell() <= most:
            return written.getvalue()
    raise ValueError(f"a picture larger than {most} bytes in 32 colours")


if __name__ == "__main__":
    sys.exit(main())
