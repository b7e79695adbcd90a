"""How much tells each number of what a mail means that it is meant to hurt?

Written by ``python -m bench.cases.whole --write``; read by ``as_a_whole.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = 2.602471
STEP = 0.015452579
PACKED = (
    "OA286R/nN+anU+/fBe8JGEWmAfYF6Focjsbr89YLG8DELQkLDC2xRdjrBuj3/yMYR6AiMOiBKA4g9fva6R76KM3D+wIgErn+"
    "5ugmRvYZ5P/2KhD9F8bfBP3Oy9Xv0ygdMRbBNAz9+N4vC6/VLKb79e4mKE9gxO/q+uLw+UEt7sPx7SbTLTUuFfUV0sfrNUVu"
    "4dr6+sL+5Ykb1wU0AM3bFg0LEWsZB/Za4hfn+u9JPQDv6Tsh+8707LG4zf4s8qnrsCQR6/Ecu0/w+u/nxRMNJfYPI9Td/hA2"
    "6vne8BEOIDrczAVw4+TY6ju5MNFG6gAxWQX63A5kISEkoRLuBR3arLLpEQv1NUPi+PXU4RAPAMOs5Qbs3fc4Hwjp5/HZ803Y"
    "+idL7R7K9xkY45v8Rt7xzdyz66sF+yRZ8BJBrvnEzPkO6QfeLSfxcfghU78CDgr23xI4Rc7uKuoPDwoLE0Lh3TsTU+8DTAXm"
    "Fgj9KhPLIyvfPgsdURHf+BEeTxuqCtt8"
)
