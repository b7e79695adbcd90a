"""How much tells each number of what a mail means that a family should be rung?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 1.073274
STEP = 0.008356735
PACKED = (
    "/L4J3tfMFOw9Euc4DSDTyMzbxO/b4fYC6QMY6ugUHuruBAG71MoSsxEs5+P5+wLj+MsEIhEk2xncDfDTBs0P4gcH8Q/59zDu"
    "5AsG8gMAc1I9CxY0xBZT6AcqLxvW+yLiA/kQDvcvxwITDgXE0zv02PslEwEP09Qb/ubf6C0XGgoGyvvS8PAB6w/K6slKJ/E9"
    "Fg0RMwXnANzRBdn39g7yE+I6LhoUK+bPKPXQGR3x/ffHJCsY+UwaAOzV9A/MDCEaFuzyNTHmyT4kPCLeGA8WHRXvJQCmBQR3"
    "3SXpI0UA8OcZPPMb0BYeVNTlYbEP+ygJJhjI7/gB77gS0Aee3xMM/is+KAdItAekAQ4UDhy2Eg75B/7/8Obo1fjb7hDyR4EJ"
    "PxPnxBwh7yXDANHDzN3rBwjQHtaUBuHn6RH+HgOq0gfg4eYnC8gKzTYDAhU3PSfq/8zf7BMM6bjd/DAbN/niMP7sHSbvLRbs"
    "CSP1MCsg3B1A4jT2Gf4sKvw4E9ovzA/2"
)
