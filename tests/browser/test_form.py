"""The form at /admin/: it asks before it contacts anybody, and writes the lines of what was changed, and no other."""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, Route, expect

from tests.browser.axe import SCHEMES, violations
from tests.browser.conftest import PATIENCE, running
from tests.conftest import REPOSITORY, PortalFolder, copy_portal

SETTINGS = "admin: {repository: valdaine/portail}\n"
PICKED = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
"""The folder that somebody chooses: one of the browser's own, so that no window of the system opens."""
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/"), name = steps.pop();
    let folder = root;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, inside] of folder.entries()) {
      if (inside.kind === "directory") await walk(inside, `${path}${name}/`);
      else found[path + name] = await (await inside.getFile()).text();
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> PortalFolder:
    folder = copy_portal("districts", tmp_path_factory.mktemp("form") / "portal")
    settings = folder.root / "data/portal.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    assert not folder.build(site_url="https://valdaine.example/repository/").failed
    return folder


@pytest.fixture(scope="module")
def origin(portal: PortalFolder) -> Iterator[str]:
    with running(portal.site) as origin:
        yield origin


@pytest.fixture
def left() -> list[str]:
    """What was asked of others."""
    return []


@pytest.fixture
def context(browser: Browser, origin: str, left: list[str]) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(PICKED)

    def elsewhere(url: str) -> bool:
        return not url.startswith((f"{origin}/", "data:", "blob:"))

    def refuse(route: Route) -> None:
        left.append(route.request.url)
        route.abort()

    context.route(elsewhere, refuse)
    yield context
    context.close()


def sources(folder: Path) -> dict[str, str]:
    """The files that the form may look at, by path."""
    files = [path for top in ("content", "data", "media") for path in (folder / top).rglob("*")]
    chosen = [path for path in files if path.suffix in {".md", ".yml"}]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in chosen}


def opened(context: BrowserContext, origin: str, files: dict[str, str], language: str = "Continuer") -> Page:
    """The form, at work in a folder of these files."""
    page = context.new_page()
    page.goto(f"{origin}/repository/admin/")
    page.evaluate(FILL, files)
    page.get_by_role("button", name=language).click()
    page.get_by_role("button", name="dépôt local" if language == "Continuer" else "Local Repository").click()
    page.get_by_text("Atouts" if language == "Continuer" else "Assets", exact=True).first.wait_for()
    return page


def changed(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines that went and came, by path."""
    return {
        path: [
            line
            for line in difflib.unified_diff(
                before.get(path, "").splitlines(), after.get(path, "").splitlines(), n=0, lineterm=""
            )
            if not line.startswith(("---", "+++", "@@"))
        ]
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    }


def read(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(READ)
    return found


def at(page: Page, place: str) -> None:
    page.evaluate("place => { location.hash = place }", f"#/collections/{place}")


def field(page: Page, name: str) -> Locator:
    """In each language that has it, the reference one first."""
    return page.locator(f'section.field[data-key-path="{name}"]')


def save(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/new") and "/entries/" not in url)
    page.locator("section.field").first.wait_for(state="detached")


def problems(root: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """What the check says of the portal with these files: their paths and codes."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return [(str(problem.place.path), problem.code) for problem in PortalFolder(root).check().problems]


def test_nobody_else_is_asked_before_a_reader_goes_on(context: BrowserContext, origin: str, left: list[str]) -> None:
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{origin}/repository/admin/", wait_until="networkidle")
    expect(page.get_by_role("heading")).to_have_text(["Écrire avec un formulaire", "Writing with a form"])
    expect(page.locator("section[lang=fr] strong")).to_have_text(
        "Cette page est la seule du portail qui contacte un tiers\u00a0: GitHub. Elle ne l’a pas encore fait."
    )
    expect(page.locator("section[lang=en] strong")).to_have_text(
        "This is the only page of the portal that contacts somebody else: GitHub. It has not done so yet."
    )
    expect(page.locator("section[lang=fr]")).to_contain_text("dans le dépôt valdaine/portail, chez GitHub")
    assert sorted(f"{name.split('.')[0]}.{name.split('.')[-1]}" for name in asked if name) == ["form.css", "form.js"]
    assert (left, page.evaluate("Object.keys(localStorage)"), context.cookies()) == ([], [], [])
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex,nofollow"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_notice_is_accessible(context: BrowserContext, origin: str, scheme: str) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{origin}/repository/admin/")
    assert violations(page) == []


def test_no_other_page_leads_to_it_or_lists_it(portal: PortalFolder) -> None:
    named = [
        path.relative_to(portal.site).as_posix()
        for path in portal.site.rglob("*")
        if path.suffix in {".html", ".xml", ".js", ".json", ".txt"} and "admin" not in path.parts
        if "/admin/" in path.read_text(encoding="utf-8")
    ]
    assert named == []


def test_a_title_in_two_languages(context: BrowserContext, origin: str, portal: PortalFolder, left: list[str]) -> None:
    """The lines of both titles change; comments, quotes, order and all other files stay as they were."""
    files = sources(portal.root)
    page = opened(context, origin, files)
    page.get_by_text("Ambassadeurs", exact=True).click()
    page.get_by_role("row", name="vernet", exact=False).click()
    expect(field(page, "consent")).to_contain_text("L’accord d’abord\u00a0:")
    titles = field(page, "title").locator("input")
    expect(titles).to_have_count(2)
    titles.nth(0).fill("Élise Vernet : « la montagne »")
    titles.nth(1).fill("Élise Vernet, the mountain")
    save(page)
    found = changed(files, read(page))
    assert {path: lines[1:] for path, lines in found.items()} == {
        "content/ambassadors/vernet.en.md": ['+title: "Élise Vernet, the mountain"'],
        "content/ambassadors/vernet.md": ['+title: "Élise Vernet : « la montagne »"'],
    }
    assert all(lines[0].startswith("-title: ") and len(lines) == 2 for lines in found.values())
    assert left == []


@pytest.mark.long
def test_an_entry_of_each_kind_keeps_its_other_lines(
    context: BrowserContext, origin: str, portal: PortalFolder, tmp_path: Path
) -> None:
    """The longest of each: it has most fields."""
    files = sources(portal.root)
    page = opened(context, origin, files)
    config = json.loads(next((portal.site / "admin").glob("config-fr.*.json")).read_text(encoding="utf-8"))
    content = [each for each in config["collections"] if each["name"] != "image"]
    edited = set()
    for collection in content:
        folder = f"{collection['folder']}/"
        path = max(
            (each for each in files if each.startswith(folder) and each.count(".") == 1), key=lambda f: len(files[f])
        )
        at(page, f"{collection['name']}/entries/{path.removeprefix(folder).removesuffix('.md')}")
        titles = field(page, "title").locator("input")
        titles.first.wait_for()
        for title in titles.all():
            title.fill(f"{title.input_value()} (suite)")
        save(page)
        edited |= {path, path.replace(".md", ".en.md")} & files.keys()
    after = read(page)
    found = changed(files, after)
    assert set(found) == edited
    assert {
        path: lines for path, lines in found.items() if [line[:7] for line in lines] != ["-title:", "+title:"]
    } == {}
    before = problems(copy_portal("districts", tmp_path / "before").root, {})
    adapted = ("content/welcome/up/snow.md", "override-stale")  # the block that it adapts has another title now
    assert sorted(problems(copy_portal("districts", tmp_path / "after").root, after)) == sorted([*before, adapted])


FRONT = "---\ntitle: a\n---\n\nText.\n"
FORMAT = """source => {
  const load = (head) => Object.fromEntries(head.split("\\n").map((line) => line.split(": ")));
  const { fromFile, toFile } = fileFormat([{ name: "title" }, { name: "body" }], load);
  const { title, body, ...others } = fromFile(source);
  return [title, body, toFile({ ...others, title: "b", body })];
}"""
"""What a file says, and the file with another title."""


@pytest.fixture
def files_script(context: BrowserContext) -> Page:
    page = context.new_page()
    page.add_script_tag(path=REPOSITORY / "theme/assets/js/form/files.js")
    return page


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (FRONT, FRONT),
        (FRONT.replace("\n", "\r\n"), FRONT.replace("\n", "\r\n")),
        (FRONT.replace("\n", "\r"), FRONT.replace("\n", "\r")),
        (f"\ufeff{FRONT}", FRONT),
        (FRONT.replace("---\n", "--- \t\n"), FRONT),
        (f"\n  \n{FRONT}", FRONT),
        (f"\ufeff\n{FRONT}".replace("\n", "\r\n"), FRONT.replace("\n", "\r\n")),
    ],
    ids=["LF", "CRLF", "CR", "BOM", "spaces", "empty lines", "all"],
)
def test_every_front_matter_that_the_portal_reads(files_script: Page, source: str, expected: str) -> None:
    """It stays the only one, and lines end as they did."""
    assert files_script.evaluate(FORMAT, source) == ["a", "Text.", expected.replace("title: a", "title: b")]


@pytest.mark.parametrize(
    "source", ["", "Text.\n", "----\ntitle: a\n----\n", "---\ntitle: a\n", "Text.\n---\na: b\n---\n"]
)
def test_a_file_without_front_matter_is_not_opened(files_script: Page, source: str) -> None:
    with pytest.raises(Error, match="portail: no front matter between two lines of ---"):
        files_script.evaluate(FORMAT, source)


@pytest.mark.long
def test_a_text_that_is_emptied_goes(context: BrowserContext, origin: str, portal: PortalFolder) -> None:
    """Spaces after ``---`` make no second front matter."""
    path = "content/ambassadors/vernet.md"
    files = sources(portal.root)
    files[path] = files[path].replace("---\n", "--- \n")
    page = opened(context, origin, files)
    at(page, "ambassador/entries/vernet")
    field(page, "body").first.locator("textarea").fill("")
    save(page)
    after = read(page)
    assert {each for each in files if after[each] != files[each]} == {path}
    head = files[path].split("--- \n")[1]
    assert after[path] == f"---\n{head}---\n"


@pytest.mark.long
def test_a_broken_file_stays_as_it_is(context: BrowserContext, origin: str, portal: PortalFolder) -> None:
    """It is said, and its language is not opened."""
    path = "content/ambassadors/vernet.md"
    files = {**sources(portal.root), path: "Élise Vernet\n"}
    page = opened(context, origin, files)
    expect(page.get_by_text("Une erreur s’est produite lors de l’analyse d’un fichier d’entrée.")).to_be_visible()
    at(page, "ambassador/entries/vernet")
    expect(field(page, "title")).to_have_count(1)
    assert read(page) == files


@pytest.mark.long
def test_a_new_entry_asks_for_consent_first(
    context: BrowserContext, origin: str, portal: PortalFolder, tmp_path: Path
) -> None:
    files = sources(portal.root)
    page = opened(context, origin, files)
    at(page, "testimonial/new")
    field(page, "title").first.wait_for()
    assert page.locator("section.field").first.get_attribute("data-key-path") == "consent"
    field(page, "id").locator("input").fill("p-7c8d9e0f")
    field(page, "title").nth(0).locator("input").fill("« Ici, on prend le temps »")
    field(page, "title").nth(1).locator("input").fill("Here, people take their time")
    field(page, "display_name").locator("input").fill("Maëlle")
    field(page, "consent.scope").get_by_role("checkbox").first.click()
    field(page, "consent.granted_on").locator("input").fill("2026-03-01")
    field(page, "consent.expires_on").locator("input").fill("2028-03-01")
    field(page, "consent.reference").locator("input").fill("dossier 30: papier")
    field(page, "consent.minor").get_by_role("radio", name="non").click()
    field(page, "body").first.locator("textarea").fill("On m’a montré le lac.\n\nPuis le **marché**.")
    field(page, "body").last.locator("textarea").fill("They showed me the lake.")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(field(page, "territory").get_by_role("alert")).to_contain_text("obligatoire")
    field(page, "territory").locator("input").fill("101")
    save(page)
    after = read(page)
    assert {path: after[path] for path in after.keys() - files.keys()} == {
        "content/testimonials/p-7c8d9e0f.md": (
            "---\n"
            "consent:\n"
            "  scope: [site]\n"
            "  granted_on: 2026-03-01\n"
            "  expires_on: 2028-03-01\n"
            '  reference: "dossier 30: papier"\n'
            "  minor: false\n"
            "id: p-7c8d9e0f\n"
            'title: "« Ici, on prend le temps »"\n'
            'territory: "101"\n'
            'display_name: "Maëlle"\n'
            "---\n"
            "On m’a montré le lac.\n\nPuis le **marché**.\n"
        ),
        "content/testimonials/p-7c8d9e0f.en.md": (
            '---\ntitle: "Here, people take their time"\n---\nThey showed me the lake.\n'
        ),
    }
    before = problems(copy_portal("districts", tmp_path / "before").root, {})
    assert problems(copy_portal("districts", tmp_path / "after").root, after) == before


@pytest.mark.long
def test_the_form_speaks_english_too(context: BrowserContext, origin: str, portal: PortalFolder) -> None:
    page = opened(context, origin, sources(portal.root), "Go on and contact GitHub")
    assert page.locator("html").get_attribute("lang") == "en-US"
    at(page, "ambassador/entries/vernet")
    expect(field(page, "consent")).to_contain_text("Agreement of the person")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


@pytest.mark.parametrize("address", ["https://unpkg.com/@sveltia/cms", "https://github.com/", "https://other.example/"])
def test_the_policy_lets_the_form_ask_the_forge_alone(
    context: BrowserContext, origin: str, portal: PortalFolder, left: list[str], address: str
) -> None:
    page = opened(context, origin, sources(portal.root))
    ask = "address => fetch(address).then(() => 'answered', () => 'refused')"
    assert (page.evaluate(ask, address), left) == ("refused", [])
    page.evaluate(ask, "https://api.github.com/")
    assert left == ["https://api.github.com/"]
