"""The pictures stage: what pages show of the images of media/."""
