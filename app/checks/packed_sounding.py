"""How much tells each thing that is weighed of how a flagged mail sounds?

Written by ``python -m bench.cases.learn --write``; read by ``sounding.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -0.906867
STEP = 0.015353775
PACKED = (
    "SxwRRnjgE/oS+n/sBuq5zBoNJPQqNTyr+wP3mwAaTDhu79MDGyH8S/jruesD+vbvJvLsCQczwv0TIAX75fr7GOAXGg0XDfMJ"
    "/fH0D/IO1e31Deke1BzE+e3h9xkA+hYmHvMQ3PwNEhDm7AkJEwIABPU3+AIa1iTx8cDbHNf1CsID5QnwIO4eLBMB6/LsEQwk"
    "FA8hzvzo+AH4PQ8J+/oTFQngEs4A3f7t/uM7FBQdBB7yxAQf9/jkHA30F+o4FO8n+v/86h0i9OsCPPbjCAQz5gDrL/sT4tED"
    "FDct0gEewykt7fz/O+QdEi3lA/4B/8/8I9EINO8lBxoVO/wb8A4C8w0P9+kADgcVOAkU6wIZITvtSCrrGC/9D/IDDAcp/+Pe"
    "EL3X9vbs1xs2yA4O9+LDBuXm8BPgCR70+fUGw+bzKy8MHBL25wgQ3vnV3e75+ALi8w7lMvn2/A/5wfv06wQF59r98QoA68sz"
    "6wkqBz8j6gUVFe7zDSHUARjpGRfU/gEN3d3+3evYBAAY3ur4GufrzwX9+fgJCfgNKuT4Lf/dDubiFAAOHQ=="
)
