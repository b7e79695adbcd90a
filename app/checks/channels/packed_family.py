"""How much tells each number of what a mail means that a family should be rung?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 0.232680
STEP = 0.007866617
PACKED = (
    "CqQU5tHSGeE6E+lMFiTotMHbu9nP6QYH0fUp69gYItLM/O+85NYRqQ8/6Nvr9Abm+sUUDxRC7ivVGe3RCdECBRgZ9A38AErt"
    "4Az/9fT0ZlFOJC05yRpU4+c3JibfAzbP9+sH5Qom2gkbBxPL2jT1yPwnBw7+1tcgBevm4T4dGBgGzArv6Ovu4hCv2LZYPOtE"
    "HPgIMQLbCd7MAt3t3BXVFtU/KfwdM+TTMuzfDRYM5fe9ICAW+E0S/eze/w3OCBgCBPL0NzbQ1z0RTi/WCRQAHxTzLguBFwln"
    "ujPyITTr+NwcT/URuxsbaNrAZMIEBDkAHS/G5/TuyrQc1RCpyPkIDyxHNx08tPmSBQ8EFhqyDyTwCxD01e/r0vfT2A7uRYIP"
    "Yhbuwxog6TfICM3AzPPz8Q/LF8uMLOn34hQHFfmSzwvd2us4GNAQuDAMDRlPODT48sLt5x7+9bfq+UAwPADvNQUALQ/VHhzl"
    "AAr8VDQd4AhI6TTkGQsnQAIhENpNzwnx"
)
