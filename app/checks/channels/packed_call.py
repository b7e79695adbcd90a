"""How much tells each number of what a mail means that a school should be rung?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -8.606229
STEP = 0.011325908
PACKED = (
    "USTO/dXWVwrV+yT+s+eo7Cm9/+H8SPsT1Ps5/g4AHbXeCOYcAf0UGDAEHRT2NO/iTcnhDAoB9RTsBNzZ+w4YsPUUB0o8/h0j"
    "CP7FvP3oIOUY+QnvDA0FNB8yGOPg6wYGErzgAv0Z3/QECw0L30Tb5tgA0wMAzvrL983WDCrjDhfo1sjeDx4WJhbs3KcOwMXr"
    "aBQaBDDiDwYOGwAMv+kFC+04AN7UL/oHO63X++wDxCCdCwX3704fKg/t9uz+Kd2+INUg/DnVJh0AUBI37hH04Bb39yUO+eIU"
    "1Cn78DkGJbj3NcrO3OT//AsUEyIl8EZhPh0p9vhGJBHlVcYTq8ni1BULFhhYSObJ2T/m+wU2Nti99zzlyywSDkMfqO1I5tjx"
    "OPUrLlgm/CDf8h7/7BkC2KkMEv4FFGFC0xatABzuDPITBv3q3QHrmiEH2BxBKsG89xYc6Oz1SBsv0QX4/SK4F7FS9PTCKN3R"
    "I9ME4Qvx7hr/DAokAxcFAu7c/w+BIRUN"
)
