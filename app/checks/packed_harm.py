"""How much tells each number of what a sentence means of a whole mail that somebody should see it?

Written by ``python -m bench.cases.whole --write``; read by ``whole_mail.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 4.168665
STEP = 0.017691052
PACKED = (
    "OgDP7x/1LOKsPgnWFvoHBT+uCBn01Vgvh9rm2eX8Bf/YGQ4o7SvNMNDoGfD3CBkURaUbHs+QMAEf5P/u7BIUFs6rCQMuAcr/"
    "3+waS90B9B30JyASELfb+g3Z1ejyyD4jJP/5GgUTE/MoCarGPbT1D+4rIDw2yeHz7Ob9BxJD9sf/9yjlJiwrEPIA09zsJzRp"
    "2uADDL368YEM3wotDOHwF+IMEWMb7ABF4xi4+e1ELBP10CIHA8AG7sTByPFM4qjRrCYC5eQWtjv2B9QH3hojLPEELNT6+A8R"
    "8fnz+CT9JkPu5PU249/x6jK0HsUu6fQlZfH83x1fKSU/tRH+/xPnxMHvHhr5IFXd/ubS7xAWIq+c3gLX9AQqIwLz+e7Z8EvT"
    "9RQn6Bbh/iQC57UYP8L12Lqv9bT7DfpI9AQlt/LL1ewZ5frxQCgFYPIIVMv7MPHn2xdBQtUAIOQNCAYFFj3W3DURRPT/RR/y"
    "BRr0JSbjDSz4MA0SVwve7BkZNw6yKtph"
)
