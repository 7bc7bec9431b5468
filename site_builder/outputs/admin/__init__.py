"""The form at ``/admin/``: Sveltia CMS, set up from the models (docs/decisions/0024-form-editing.md)."""
