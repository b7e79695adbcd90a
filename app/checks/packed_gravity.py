"""How much tells each label, then each number of what it means, of a whole mail that a talk would not settle it?

Written by ``python -m bench.cases.whole --write``; read by ``whole_mail.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -2.760259
STEP = 0.006670518
PACKED = (
    "LOXxLWLCl/ME2e+ZB878AxIELc4PYyRiOzbsxw0qTFl/lQsaGgAZyefKESUA+f/2HxcI9PyWtuwnLrfe/vEqGS/WDsnnJtwW"
    "0+cJ5yTu6jdHHRzQBA3V/OFUCd30PNf32BIL1hTx0AQY7B/t+jTmRwIIpCLW7vfK0uNRAAoEw94pFNUw7B0jKOcHKvjp2dkU"
    "Dw07K0fuHOoIsxcH9+sW9f7WzAUb8gwJFBEIQu2uIRL0SgLyzwc1BQLAFgv5B/Lc6PwA9/wOMdztE/0Bn+fiQ/IA893s0N/t"
    "8fYhBejUU/rDEPksSONqGPBTDxLmGfIcU94g9d7b9eQ6FfoBB9Z2Nwb3FQTtNAsJDirxEOvdHQEWDlrj094Q+OX2/fbI59LT"
    "INbezgsduhgG9PT89vHx8e1CBuT9TQsuDRO38TQKHvQd8O/rBgsv8ygyCgrGPfjNK/vd3dwMDPwNLCfovhzw2frlB+A/7uf7"
    "9VEDzd3dQNYBCh7z4QOq3vPkFMkY9OYOGdQGBDoa0xlY+vMv1jroLBQNFwLyPs/fF/clMCbv9d4hVw=="
)
