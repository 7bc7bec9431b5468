"""The command line: ``portail build | check | serve | find | init``."""

try:
    from site_builder.cli.main import main
except KeyboardInterrupt:  # it is heard from the first moment on, and answered as `main` does
    raise SystemExit(130) from None

__all__ = ["main"]
