"""Write data/reference/neighbours.csv: the communes that touch each commune, from their outlines.

    python -m scripts.make_neighbours [--reference data/reference]

It takes some ten seconds, so the portal reads the file and does not run this. Communes beyond the region's
border are not in the outlines, so they are nobody's neighbours here.
"""

import argparse
import csv
import io
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from site_builder.geo.neighbours import neighbours
from site_builder.geo.outlines import read_outlines

MERGED = (
    ("16002", "79307"),  # Les Adjots, Sauzé-entre-Bois
    ("16047", "16198"),  # Blanzaguet-Saint-Cybard, Magnac-lès-Gardes
    ("16125", "16198"),  # Édon, Magnac-lès-Gardes
    ("16198", "16285"),  # Magnac-lès-Gardes, Rougnac
    ("16320", "16393"),  # Saint-Genis-d'Hiersac, La Boixe
    ("16335", "79307"),  # Saint-Martin-du-Clocher, Sauzé-entre-Bois
    ("16393", "16419"),  # La Boixe, Vouharte
    ("17049", "17268"),  # Blanzay-sur-Boutonne, Rives-de-Boutonne
    ("17138", "17268"),  # Dampierre-sur-Boutonne, Rives-de-Boutonne
    ("19121", "19248"),  # Lubersac, Les Trois-Saints
    ("19248", "19270"),  # Les Trois-Saints, Troche
    ("33008", "33275"),  # Porte-de-Benauge, Martres
    ("79095", "79307"),  # Clussais-la-Pommeraie, Sauzé-entre-Bois
    ("79297", "79307"),  # Sainte-Soline, Sauzé-entre-Bois
    ("79307", "79338"),  # Sauzé-entre-Bois, Vanzay
    ("79307", "86068"),  # Sauzé-entre-Bois, Chaunay
    ("79307", "86247"),  # Sauzé-entre-Bois, Val-de-Comporté
    ("79307", "86295"),  # Sauzé-entre-Bois, Voulême
)
"""Neighbours that the outlines cannot show: these merged communes have a hole where a former commune was.

The pairs are those of the former communes in IGN Admin Express COG, edition 2018.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file and say how many communes and pairs it holds."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reference", type=Path, default=Path("data/reference"), help="where the outlines are")
    reference: Path = parser.parse_args(arguments).reference
    outlines = read_outlines((reference / "communes.geojson").read_bytes())
    found = with_pairs(neighbours(outlines), MERGED)
    (reference / "neighbours.csv").write_bytes(table(found).encode())
    pairs = sum(map(len, found.values())) // 2
    print(f"{reference / 'neighbours.csv'}: {len(found)} communes, {pairs} pairs")
    return 0


def with_pairs(found: Mapping[str, tuple[str, ...]], pairs: Sequence[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The neighbours with some pairs more; those of communes that are not there are left out."""
    added = {code: set(codes) for code, codes in found.items()}
    for one, other in pairs:
        if one in added and other in added:
            added[one].add(other)
            added[other].add(one)
    return {code: tuple(sorted(codes)) for code, codes in added.items()}


def table(found: Mapping[str, tuple[str, ...]]) -> str:
    """CSV with line feeds only: a row per commune, in the order of codes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("commune", "neighbours"))
    writer.writerows((code, " ".join(found[code])) for code in sorted(found))
    return text.getvalue()


if __name__ == "__main__":
    sys.exit(main())
