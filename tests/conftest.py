"""Settings that hold for all tests."""

from hypothesis import HealthCheck, settings

# A deadline measures the machine, not the code; speed is measured in tests/benchmarks.
settings.register_profile("claimcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("claimcheck")
