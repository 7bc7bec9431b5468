"""All that the portal publishes, as data below ``/api/v1/``, for whoever reuses it.

Inside v1 fields are only added: `scripts/make_open_data_schemas.py` holds the shapes to the schemas of this folder.
"""
