"""Maps: one file for each territory that has members, referenced by the pages of all of them, and its GeoJSON."""

from collections.abc import Iterable, Iterator

from site_builder.geo.geojson import Feature, feature_collection
from site_builder.geo.map_files import MapColours, MapPalette, svg_file
from site_builder.geo.maps import MapPart, draw_territory
from site_builder.model.oklab import mixed
from site_builder.model.palette import Palette
from site_builder.model.settings import PortalSettings
from site_builder.model.territory import Territory
from site_builder.output import Output
from site_builder.plan.files import map_file
from site_builder.plan.pages import guide_key
from site_builder.render.map_plans import MapPlan, reaches_beyond
from site_builder.render.scene import Scene


def map_paths(plans: Iterable[MapPlan]) -> Iterator[tuple[str, str]]:
    """The files of these maps, and what each is of."""
    for plan in plans:
        for ending in ("svg", "geojson"):
            yield map_file(plan.code, plan.level, ending), f"map of {plan.code} {plan.level}".rstrip()


def territory_maps(scene: Scene, plans: Iterable[MapPlan]) -> Iterator[Output]:
    """The maps of ``plans``, whose members have the id ``t<code>``; the whole portal's have names on them."""
    palette = map_palette(scene.portal.settings)
    words = _words(scene)
    for plan in plans:
        named = plan.wider or plan.members if plan.code == scene.portal.settings.territory else ()
        drawing = draw_territory(
            _parts(scene, plan.members),
            wider=_parts(scene, plan.wider),
            whole=_whole(scene, plan),
            named=_parts(scene, named),
        )
        title = scene.portal.names.get(plan.code, scene.portal.reference_lang).name
        svg = svg_file(drawing, title=title, palette=palette, words=words)
        yield Output(map_file(plan.code, plan.level), svg.encode(), ())
        yield Output(map_file(plan.code, plan.level, "geojson"), _geojson(scene, plan).encode(), ())


def _whole(scene: Scene, plan: MapPlan) -> MapPart | None:
    """The territory of the map, where its members reach beyond it."""
    if not reaches_beyond(scene.portal, scene.geography.outlines, plan):
        return None
    return _parts(scene, [scene.portal.territories[plan.code]])[0]


def _parts(scene: Scene, territories: Iterable[Territory]) -> list[MapPart]:
    reference, *others = scene.portal.languages
    parts = []
    for territory in territories:
        names = {lang: scene.portal.names.get(territory.code, lang).short for lang in (reference, *others)}
        parts.append(
            MapPart(
                code=territory.code,
                name=names[reference],
                outline=scene.geography.outlines[territory.code],
                slug=scene.portal.slugs[territory.code],
                names={lang: name for lang, name in names.items() if name != names[reference]},
            )
        )
    return parts


def _words(scene: Scene) -> dict[str, dict[str, str]]:
    """By language, what the script that explores a map says, and the address below which guides are."""
    root = guide_key(scene.portal.settings.territory)
    return {
        lang: {
            "guides": scene.url(root, lang).removesuffix("/").rpartition("/")[0] + "/",
            "keys": words.t("map.keys"),
            "touch": words.t("map.touch"),
        }
        for lang, words in scene.words.items()
    }


def _geojson(scene: Scene, plan: MapPlan) -> str:
    """Its members, with the address of each one's guide in each language."""
    title = scene.portal.names.get(plan.code, scene.portal.reference_lang).name
    return feature_collection((_feature(scene, member) for member in plan.members), title=title)


def _feature(scene: Scene, member: Territory) -> Feature:
    guides = scene.site.versions(guide_key(member.code))
    return Feature(
        outline=scene.geography.outlines[member.code],
        properties={
            "code": member.code,
            "name": scene.portal.names.get(member.code, scene.portal.reference_lang).name,
            "level": member.level,
            "guide": {page.lang: scene.links.absolute(page.path) for page in guides},
        },
    )


def map_palette(settings: PortalSettings) -> MapPalette:
    """The portal's colours on its maps."""
    return MapPalette(light=_map_colours(settings.light), dark=_map_colours(settings.dark))


def _map_colours(palette: Palette) -> MapColours:
    return MapColours(
        land=mixed(palette.paper, palette.line, 0.35),
        line=palette.line,
        edge=mixed(palette.line, palette.ink, 0.35),
        here=palette.ocean,
    )
