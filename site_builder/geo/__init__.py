"""Where territories lie: outlines, distances, maps and neighbours.

Pure functions over open data. Points are ``(longitude, latitude)`` in degrees, WGS 84, as in GeoJSON.
"""
