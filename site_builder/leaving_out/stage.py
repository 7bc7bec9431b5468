"""Publish what can be: each file with mistakes is read as something else, until nothing keeps the site back."""

from dataclasses import dataclass, replace

from site_builder.leaving_out.substitution import Substitution
from site_builder.order import BuildOrder, Built
from site_builder.pipeline import publish_site
from site_builder.plan.lasting import LOST
from site_builder.problems import Problem
from site_builder.problems.problem import Severity
from site_builder.problems.report import sorted_problems
from site_builder.publish.limits import TOO_MUCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """``built`` is the site, as far as it could be made; ``mistakes`` are the errors that remain to be mended.

    ``done`` says of each file with one what was published in its place. Both are empty where nothing was wrong;
    where the site could not be published ``built`` has its errors, and ``done`` is empty.
    """

    built: Built
    mistakes: tuple[Problem, ...] = ()
    done: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that editors are to know, what is to be mended first."""
        return (*self.mistakes, *self.done, *self.built.problems)


def publish_without_mistakes(order: BuildOrder) -> Published:
    """As `publish_site`, but no entry keeps the others from being published.

    A file of content/, or a record of data/, that has errors is published without its dead links, if they are all
    that is wrong, else as it last was without errors (never what speaks of a person), else not at all. Addresses that
    lead nowhere any more keep nothing back. What the whole site rests on (data/portal.yml without a former version, a
    table, the theme) stops it as before; so does a site that is too large, which no other reading makes smaller.
    """
    built = publish_site(order)
    first, substitution = built.problems, Substitution(order.root)
    mistakes: list[Problem] = []
    while built.failed:
        errors = [problem for problem in built.problems if problem.severity is Severity.ERROR]
        mistakes += [problem for problem in errors if not substitution.concerns(problem)]
        beyond = [problem for problem in errors if problem.code in TOO_MUCH]
        if beyond:
            return Published(built=Built(problems=(*first, *(problem for problem in beyond if problem not in first))))
        if not errors or not substitution.goes_on([problem for problem in errors if problem.code not in LOST]):
            return Published(built=Built(problems=first))
        built = publish_site(replace(order, instead=substitution.instead))
    return Published(built=built, mistakes=tuple(sorted_problems(mistakes)), done=tuple(substitution.said))
