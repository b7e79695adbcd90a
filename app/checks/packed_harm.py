"""How much tells each number of what a mail means that it is meant to hurt?

Written by ``python -m bench.cases.whole --write``; read by ``as_a_whole.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 2.573378
STEP = 0.016414893
PACKED = (
    "Mh/R6jLfJ9nUQwT0BfgJCkCx+/n63k4pnvDxEt8OGsneHwsBIiXLM9f9Bur/ARkJNI8aK/6XBy4sCvrY0wr9Od68EvMOG9f6"
    "3vkhHPUk2/vsGw72BcbxBAHW477s4RclKBjMMhYLBdQh/q/vHL8LCdQvPTRd1f31/N7r9z8Q17T/CiPSS0EnHfcU0tLlPD1e"
    "59P39c/9BYkU6x4n9OHgBAYEGnEb/N9P4AzW++5QOeLr0SYUB+AG8rzdvPoi9abrsiAT+/8qsDf8BdfsyQESIRAOJtj3+h8z"
    "8wHP5yAaFjHP3hF79dnf3znIGto68vc4Tdji3w5aMzAfrQnxDiflwMHoJCDzKTnt+QLcxAcT8Mu45PT1xwQuEwfI0+PmBC/M"
    "AQo+5SPY+RkR86bwO/Df0ePA/r3yFylcAQkqxwzNzPAA0RvcLyf/XfgtXeT2Cgn+3gRCNdDuGfwCI/4IHhjdyjj5QM0FP/n1"
    "EfcBJwbS/yzSPP4iQg7s9iAIUimxE8d/"
)
