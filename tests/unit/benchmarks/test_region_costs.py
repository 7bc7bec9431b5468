"""The table of what each output costs."""

from benchmarks.region_costs import outputs_table

COUNTS = {
    "pages": 1234,
    "templates": 23_876,
    "texts": 536,
    "outputs": {
        "maps": {"files": 4, "bytes": 1_500, "new": 0, "new_bytes": 0},
        "pages/guide": {"files": 1200, "bytes": 48_000_000, "new": 0, "new_bytes": 0},
    },
}


def test_the_largest_output_comes_first() -> None:
    assert "\n".join(outputs_table(COUNTS)) == (
        "1,234 pages rendered, templates run 23,876 times, 536 Markdown texts converted.\n"
        "\n"
        "| output | files | kB | kB each |\n"
        "|---|---:|---:|---:|\n"
        "| pages/guide | 1,200 | 48,000 | 40.0 |\n"
        "| maps | 4 | 2 | 0.4 |"
    )
