"""What is wrong, where, and the line that mends it: the product's voice towards editors."""

from site_builder.problems.place import Place
from site_builder.problems.problem import Problem, Severity, Worded, has_errors

__all__ = ["Place", "Problem", "Severity", "Worded", "has_errors"]
