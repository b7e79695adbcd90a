"""How much tells each thing that is weighed of how a flagged mail sounds?

Written by ``python -m bench.cases.learn --write``; read by ``sounding.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -0.753344
STEP = 0.014766556
PACKED = (
    "QC4QOW8YCxYb/nUdAuin2Q0FORoZMkqu9QLvj/YVRDx/+tATEB30SPzlve79+vf3I/DuBgg0y/oPHgTx4/oODekVFg0bDPgM"
    "/vXoGfwJ2enzAusc2hjS/vjj/h8K8xkkFeoY4AIKCwrk5xIRHQv7+/ot9QIbxynr/cDeId/2B8AO6BTuIfExJRYJ7efqDgsZ"
    "CQ4VwwXnBQUFPBwA9v4VIQ3kFdYA3wznAeEuFx4JDCH0wAwe//LoKAPzB+Y8F+on9gD76SQV8/L8OfLhCwY34fXpIgIP19QD"
    "BEAuxPMfzC04+Aj/N+EYFyznCAv78NgJH8sGO+8r/hoUNP0V5w8E/QgD8+EAFQwNNwcK8P0nDDP0SibyHTIDFObyCggb8ebe"
    "E7fd9fXk1CIo0QsJ+9zOF+jg7QzYCRL6B/T+x+bxHDMLGxT+5AkV5PfZ3/X+/wHV9wL0Mf7r+hL2xPXx8P8D79wO9wEA88ov"
    "9P8sCDsp5QMYHPnzDyXOAx3tIRPaCP0a4eMF3fXJ/goR0eX4FePy1gH8+PkDBe8WKeX9LvLhF9/ZDwYLGg=="
)
