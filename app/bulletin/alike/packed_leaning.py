"""The numbers of ``left_over.py``: by ``python -m bench.duplicates --fit --write``, never by hand."""

STEP = 0.005807
PACKED = (
    "Af/o6R4D++nzFffoBOP19Sz59hTxzuYPAg4B9NUDGiBMFAcPCd8hI+Ht+gH+CA8UCvz17RcRD/MC8fAC+Rn76ifp+NXi2/cK"
    "4f3wERXdJBwNPBgn2ffyKxzIyv0THwsX7UTG+fP5/f87A/Aj5Pn5FPoI6NURBCv4FQ/y/hD98wDlD/kN2gfb7Qjj8hgjBuz2"
    "yhEE1eEE+PEKA+D2DNL8CegI7v4J9/wnBPUUAPL0JAW+BP/s/w4IA0j17fbTCOTm7ggN/jjxExTtIxQPD90y6drgAUUH6gji"
    "7yfC2AIZBgDosgPd5AID3/MH7xUj2TUV+eXW/evw4C0pCfD4geXT9sjz0CwvDuj+4f/qHAf1FRAHD+knGP3yF87s4v4a1hQc"
    "+i4DIhAUIdHQ+ePvJhUC+QIw8SD93eMaGerL/QgK2AD4AgDzEhQE7PMF9zX3H+PjEsUF6RXU5A3z+SAnB93sDOnh/ucrFQ/Z"
    "4ub6JQgINCYP4ubaCwkS/P8i5xYi6ycg"
)
"""One signed byte a number, base64."""
