"""QR codes (ISO/IEC 18004) as SVG, sharp at any size."""

import segno

QUIET = 4
"""Modules left white around a code (§9.1); they are part of the drawing."""
MASK = 2
"""Any mask gives a code that can be read; weighing all eight takes five times as long."""


def qr_svg(url: str, colour: str) -> str:
    """The code of an address, at the level that still reads with a stain on 15 % of it (M)."""
    code = segno.make(url, error="m", micro=False, boost_error=False, mask=MASK)
    return code.svg_inline(border=QUIET, dark=colour, omitsize=True)
