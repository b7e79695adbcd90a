"""How much tells each number of what a mail means that it needs a private channel?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -0.437318
STEP = 0.012200977
PACKED = (
    "TA8BL8hBGe+r+vHaALknA+T1zyXiB3cPqikcA/wB+9HWDPjxHvv81NfEy9f9CiXYDZlHIEHaExv5NETl2yDu/OQkBxg7ADvi"
    "57/3/xcYBMoNJukQEfHo2Kcq7+0K7h4OEvHy++ed8uIZ2DzMN98Vyc8uASAZ9PH+EPUoDwYKA0ktOAMR/wb72+gn1vzF6wBg"
    "Eer9EE9PDfQnXTsfCgbSJg/x6RnL6tPUXEA38un1Qho+Fv4G6cPc8+AiEetgkOsbCsjMBfzLpgomN0n+EuHHHRr6IgP589IT"
    "xVMy6fy8CBHkBOgaDA3iRjEGF+3+CkXkE/0M90ruH/oOBAbsySE2G+/4KxQHIqji9fcn6iwG/uy6CEDxsTY/EuPv9/fpCfQC"
    "AN/5i8r6+e8U8iccGDfyyTSBEu7YC8wo6twryMkPFxC60cWpCywh9RUb5u/m5gLtFRndFtb2FTjrFAsj9tYB8fz1EuX8Jarw"
    "7/Af40/bVs0MYxHoDjfG2OqkBw4JHB4E"
)
