"""How much tells each number of what a sentence means of a mail that somebody should see it?

Written by ``python -m bench.cases.whole --write``; read by ``whole_mail.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 4.055933
STEP = 0.017921760
PACKED = (
    "NgfR8xv2J96rPxLaGfgHBUK1Chb11V4zidvq3/D5AgLZFhAw6SvJMtTtHPHyDB0UQKgYFdWTJf8i3ffs4hYWHc6qDv8vCcUA"
    "4e4dVNQJ+SLyJCUTEbLf+xTT0+frzDseKPn7HgAXD/QiCqvMO672EO0lIT41y+Lw6+3/DBQ++8b99yjqIiw0EfL8z9vrIDRu"
    "4OAHDrn47IEP4Q0tAuTuF+MPFWIc8ABG1xq28epFJRPy0SAFCb0M6MLBx/JN56rPryD84NwcsjjyBtMK3xggKvQAK9f89hMY"
    "7/n1+ib8H0Py5vc34t7x6DG5IMcp6/cqbPj43yJWISJDtRMABBLjwcHlGRr8JVbXAufa7g4bJLCi3ATQ9gYqIv7v/u7d8EfS"
    "8xEm6R7dACEA5LQWPMTy3sKt8Lb9CO9G8AoitvHG0/Ef4ffzQyMBYOwLUsb8L/Xk2hE9Pt3/HuUICAQJFjzY4ToVRvH/Sxzz"
    "AhP8Iy/qByv2LAwSXwjk6RobQAqrJt5m"
)
