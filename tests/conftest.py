"""Settings for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The speed of a machine must not decide whether a test passes: no deadlines, no complaint of slowness.
settings.register_profile("jiaochou", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jiaochou")
