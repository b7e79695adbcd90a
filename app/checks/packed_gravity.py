"""How much tells each label, then each number of what it means, of a mail that a talk would not settle it?

Written by ``python -m bench.cases.whole --write``; read by ``whole_mail.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -2.677994
STEP = 0.006826219
PACKED = (
    "FuPuMmTBj/MD4vCYC9TwBAcIItIAZjByPDfjzxEjQ1d0mw4iHgQPz+bMETb9+/7vJhoE9PuYsuotMa3l+/MnFynZE9HoHuYe"
    "z+sJ5irz5ztIFiXK/Q3XB95TCtzxOc/22RYJ1hnnzwgV8R7w/DjeSgkNoijW7/nM0eVVAAwGyOQhFdsh9CAiJt8LJPfr4N0O"
    "FBA2KVDpI+/4uQwIAu0W7w3Zzf8W8Q4HGBAIPu+wGQ73TAPq0Qk6//y4FQz7++/e8PED+v8QMNvnG/QGn+nXS/H96uTjyd7n"
    "/vQYB+PMUATFCwQpQ99lIelRECHlH/kfUuQn9t7e8uxDGv/+DN1/NAD6CwL9NAUKDC73CufeGfYXFFnj298R+9Pv+f3L6tTQ"
    "GN/Z0A4ZvxkI+Pf87fDz9elBDuD7TgsvCA268jMJHOsl8+nqAwIg6BwvDg7JOPHPJP7j19YTF/oJKB3syRfv1fDoDek06+Pw"
    "7VX90OffN9MCDBPy9Qmj2+noE9EU7uITGNcKBTsb2R9Y9PIx2D30LBQMDwHtPdbcGfwdLSn48+AbVg=="
)
