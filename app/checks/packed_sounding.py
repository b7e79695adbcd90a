"""How much tells each thing that is weighed of how a flagged mail sounds?

Written by ``python -m bench.cases.learn --write``; read by ``sounding.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -0.976174
STEP = 0.016395965
PACKED = (
    "PfcTQ2XqCPkD9H8EFOrB0h31HdkcFxq78+UcxvgeOShkC70CCRv+RvHuyPv/+/noKvXyBwYuyvoRHgv83QH0EdsTEQ4SCPgU"
    "/uztD/sSzfT9Cusc3yTL9Onb9RL8/RkdHPES1vELFRXi8hQGGfL9/PU28/0d1R7z8cHVF9r8B8P13ArlJPMXLgYD4/X1BQsk"
    "GBAiyf/k8gXyPBQL8wAQHgzgEMYA2f/pCec8EgkZBRgBzf8S8AHnIQ8AF+s/Gesm+Pf76Bke8O4YMvPpDRY25v/wLPUZ4tUA"
    "GDQk1AMUwics+vv2J9kUCCfnBfkIAc0FJNEPNPknBBgSOvoU6gj9+BQY5OgADgkYNgoX6AUSFD3zTiLpFjH+EPYA/xI2AuDj"
    "D8zh8u3p1hgkyxQO/uHECOPj8xHpDSL9+vT/xeP0MTENGRfx8w8Q3gDP4OXq/fbr8xfjMwD4BQ731vn66w4E6t0C7g4A680v"
    "8wQwAjQi7BAdEeXxDDDV/hTcIR3bAgwO1+IN3fHh+/wQ5ev4GuzwzgYI7fgEBfMHKOH4MP3mFeziEAMVGw=="
)
