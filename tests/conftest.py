"""Settings for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The speed of a machine must not decide whether a test passes: no deadlines, no complaint of slowness.
settings.register_profile("jiaochou", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# `--hypothesis-profile=long` tries as much as a night has room for.
settings.register_profile("long", settings.get_profile("jiaochou"), max_examples=4000, print_blob=True)
settings.load_profile("jiaochou")
