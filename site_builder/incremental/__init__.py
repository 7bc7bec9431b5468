"""What need not be done again: a build is known by the contents of all that it is made from."""
