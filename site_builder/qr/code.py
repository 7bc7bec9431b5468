"""One code: its modules, and the drawing that paper takes."""

import segno

QUIET = 4
"""Modules left white around a code (§9.1); they are part of the drawing."""
MASK = 2
"""Any mask gives a code that can be read; weighing all eight takes five times as long."""
PAPER = "m"
"""Our own paper is clean: 15 % of a code may be lost (§7.5)."""
PASSED_ON = "q"
"""What others print may lose a quarter: it is photocopied, laminated, stuck to windows."""


def code_of(url: bytes, level: str) -> segno.QRCode:
    """The code of an address in UTF-8, as bytes (§7.4.5), at a level of correction and never at a higher one."""
    return segno.make(url, error=level, mode="byte", micro=False, boost_error=False, mask=MASK)


def qr_svg(url: str, colour: str) -> str:
    """Sharp at any size."""
    return code_of(url.encode(), PAPER).svg_inline(border=QUIET, dark=colour, omitsize=True)
