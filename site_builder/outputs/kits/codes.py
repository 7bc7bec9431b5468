"""A code to scan, for others to print: black on white, with the margin that readers need, whatever lies around it."""

from io import BytesIO

import segno

from site_builder.paper.qr import MASK, QUIET

LEVEL = "q"
"""A quarter of it may be lost (ISO/IEC 18004 §7.5): these are photocopied, laminated, stuck to windows."""
PIXELS = 24
"""For each module: some 900 pixels in all, which is eight centimetres at 300 to the inch."""
DARK, LIGHT = "#000", "#fff"


def code_svg(url: str) -> bytes:
    """Sharp at any size."""
    written = BytesIO()
    _code(url).save(written, kind="svg", border=QUIET, dark=DARK, light=LIGHT, omitsize=True, xmldecl=False, nl=False)
    return written.getvalue()


def code_png(url: str) -> bytes:
    """For what takes no drawings."""
    written = BytesIO()
    _code(url).save(written, kind="png", scale=PIXELS, border=QUIET, dark=DARK, light=LIGHT)
    return written.getvalue()


def _code(url: str) -> segno.QRCode:
    return segno.make(url, error=LEVEL, micro=False, boost_error=False, mask=MASK)
