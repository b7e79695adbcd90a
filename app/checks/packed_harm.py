"""How much tells each number of what a mail means that it is meant to hurt?

Written by ``python -m bench.cases.whole --write``; read by ``as_a_whole.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 1.518638
STEP = 0.015959893
PACKED = (
    "JS3z8TPcFdTtD/vTA+EJDVHA59fi7Us2zQ0GAAwG9tfhBhAFDA/zNN3y4Pn28SYAN6f5E/+tCjc3DhHYxQb5FdDYAvcZLOzU"
    "GgowJfU45Q3sFgD5Jsf39NLK5+AE5B0lEgi2VPcPG+Mg6ZgTFdMo/uogFEZQwR8HHPgDAjn8xK7MAxjaPUokIAgK0d/eEiFy"
    "2f7g8/YMFrAp9Q4l9tPkF+4IDksHwdgz6gGz/vBSIv/31TQo9MYO/d/Bueo/5Jz30AUJ5hQ3kUQE8ATcsu0SHBcGNbb85Sgn"
    "2A295T8WAj7l7AZ/6/rc1TLbBdg66CscR8cT4TNHTlII1fX/LBL9wKLmJlPNOR377wnwzgYO2ebG5iT/4BEdB+7f99za9hDb"
    "FgE/8QbsDisZ56bpLfz64drK6fffIyovBR784ALNy+P7xTbYHecJRO8qTt3L//nz2BkwL8T//CgNJfIJ/g7x3EjzPdQINAUk"
    "8tsmGRXmFifCOwAuG/ffFQ0sSCOvIsho"
)
