"""QR codes (ISO/IEC 18004): one as a drawing, or thousands that differ in a few characters."""
