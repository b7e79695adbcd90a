"""How much tells what is heard, then each number of what a sentence means, of a private matter?

Written by ``python -m bench.story_line --write``; read by ``taken_whole.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 0.207204
STEP = 0.003351631
PACKED = (
    "RH8k+uLzzQgJ2hrWCRoI9wLsBs/MOAADCuD7+Bbk6wbw9+QLGfweHO/zDAjbFQoDCeX99QIs9zoCKO8bAt67Dev0Gv0hCAcA"
    "E/3c8t8R5P399Rg/NTnY3xLy4ykT5CX++gMGBgECygoEBwLg/uUP9i8M7SnWPCD17OIQ2v4TBu4p/f3j/PXi/EP3C9vl2eXj"
    "GlYKBvsCIwoE1/j8HxwVAeMk8Aop4PsZ/fQZ5gkByPrgEAcGBBflAgr59gb15QIB3vkM7NkWB+7B6/kGBwX+49H/RsAiKcv0"
    "I0zk9iH9+9voKfzrCBD8D98qMtc63/D2LBX86jD0E+VC+CUQF/P1Ktr68RE5/vwKXBAVMgoHDvzoCuYC6gbs5vbyGr/e7xEJ"
    "9e0GFOHQBf0CHgAL+h8V7drIDPgI9QQGFhLc+v78MNMQB/j79OsN9Q7u2AD0HyLmGgYN5TUCHxLf2SQX6+3rth4N5uIh8wXU"
    "0vgOwfAo7Dwg9/QN/wv4BfsVG8EUCv8V7Ps="
)
