"""``python -m site_builder.cli``."""

from site_builder.cli.main import main

raise SystemExit(main())
