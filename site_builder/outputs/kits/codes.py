"""A code to scan, for others to print: black on white, with the margin that readers need, whatever lies around it."""

from io import BytesIO

from site_builder.qr.code import PASSED_ON, QUIET, code_of

PIXELS = 24
"""For each module: some 900 pixels in all, which is eight centimetres at 300 to the inch."""
DARK, LIGHT = "#000", "#fff"


def code_svg(url: str) -> bytes:
    """Sharp at any size."""
    written = BytesIO()
    code_of(url.encode(), PASSED_ON).save(
        written, kind="svg", border=QUIET, dark=DARK, light=LIGHT, omitsize=True, xmldecl=False, nl=False
    )
    return written.getvalue()


def code_png(url: str) -> bytes:
    """For what takes no drawings."""
    written = BytesIO()
    code_of(url.encode(), PASSED_ON).save(written, kind="png", scale=PIXELS, border=QUIET, dark=DARK, light=LIGHT)
    return written.getvalue()
