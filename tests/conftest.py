"""Settings for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# How fast a machine is must not decide whether a test passes: no deadlines, and slow generation is no failure.
settings.register_profile("jiaochou", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jiaochou")
