"""The pictures that go with addresses where they are passed on, drawn with Pillow and kept between builds."""
