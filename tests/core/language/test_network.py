import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.language.network import LEAK, Network


def figures(*shape):
    return arrays(np.float32, shape, elements=st.floats(-4, 4, width=16))


@given(figures(5, 3), figures(3), figures(3, 2), figures(2), figures(2, 1), figures(1))
def test_figures_are_weighed_as_those_they_were_trained_on(rows, mean, first, bias, last, end):
    spread = np.array([0.5, 1.0, 2.0], dtype=np.float32)
    names = ("mean", "spread", "weights0", "bias0", "weights1", "bias1")
    held = dict(zip((f"one_{name}" for name in names), (mean, spread, first, bias, last, end), strict=True))
    middle = (rows - mean) / spread @ first + bias
    plain = np.where(middle > 0, middle, LEAK * middle) @ last + end
    np.testing.assert_allclose(Network.of(held, "one_")(rows), plain, atol=2e-3)
