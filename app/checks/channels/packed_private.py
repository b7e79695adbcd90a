"""How much tells each number of what a mail means that it needs a private channel?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -0.882317
STEP = 0.011993565
PACKED = (
    "TxIANcU9FOew+fbYBLUmAej80iDfC3wRoiclAf79/NPPA/XxIAn90NzFyd3+DyvZGpJKJEfUDx30NULf2Rvw/uYeBhk3AULh"
    "57H+AxYYB8MPJuwLA+zj2qss7egO8RsbD+r1A+yb5eYW1jvLO+AQx80u+hkY9OgBDfEoFwQOB1Q2OAUO+gz63OMvzPrF5gJd"
    "EuT+EFFIDu4rYTkgBAzRLwnx6RrE6NHMX0E26t3sQCI9GQAK6Lvi9OArEPBfkdsWCM3FA/3HpQwlPVL6C9nFEhv5Iwr69dIQ"
    "xlY65QizBgzlBOsWEhncQSUPGu4FDEfpIPwK9lHsGPwTAgjswiEvHPABLBYHKKbg8PIr7CgG+/O4CT72vTk+E9/t+PTpAvP9"
    "+9n+isr08PET9CQbFzTzxjSBEe/XGNEt7dgjyMoCFhG31cmsDjsm6hcU2vni6wLuFxrhF9P5EzvjFQsb8d4E9QLwFuX+MKbo"
    "8Owd6VPZVc8IZxXoCjbK3O+dAg0PGiUI"
)
