"""Letters whose bytes, figures, signs or names are bad, by kind and by dice; none is from a real letter."""

from __future__ import annotations

from tests.benchmarks.hostile.bad_figures import with_figures
from tests.benchmarks.hostile.bad_kinds import Kind
from tests.benchmarks.hostile.bad_shapes import in_shape, of_nothing, with_names
from tests.benchmarks.hostile.bad_signs import in_coding, with_digits, with_signs

TEXTS: dict[str, Kind] = {
    "coding": in_coding,
    "digits": with_digits,
    "signs": with_signs,
    "figures": with_figures,
    "names": with_names,
    "shape": in_shape,
    "nothing": of_nothing,
}
