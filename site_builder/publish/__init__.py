"""The only place that writes to disk: a staged tree, verified, then exchanged with the live one."""
