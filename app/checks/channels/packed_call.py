"""How much tells each number of what a mail means that a school should be rung?

Written by ``python -m bench.routing.learn --write``; read by ``roads.py``. One signed byte a weight,
in steps of `STEP`; `ALONE` are the log odds before anything is weighed.
"""

ALONE = -8.348843
STEP = 0.010679938
PACKED = (
    "Wh3J8trOThjcAhP/tuik8DbB+fMOS/kd5P9E/iACI6bmDeca/vENET0FJxr7L+7lWMLhFwf0/xPoEtzf+honp/4V9z05+xwp"
    "EQXMtQ7mGN8f9xAEBQsLQCY0BO3o8xoLBqzm9fsW3e8FBBES5U7Y8dX4zQj2ygnR+NDKBzPkEhzmycbkERUWIx3n2KkPusLz"
    "YhgQ/TDjBRQOGfEJxucFBeo+BePWPv4FPaPI/eAOuxegCwIC10MpMBP58fICJuLNIdQfAzrLMSEPVxw79gEL4hcHBicY8Ogc"
    "yx3x5zkFE64GL8rP4PH07QIYDyYj7zhvQzIm5/xAIQ3oXs0vkcze3xIAGyVTWuy40UXbAP4zP8fC+0LqtywMADoqqOpN3sv6"
    "JfUsIW4cAiPI6SH95hz/1qkPEvIKGGVF0SGl/BLeB/cH8vXt4f/cgST7wyFCMNDB+hAI4u/4PAo21fzr/Bm5Ga1U+PPUONvJ"
    "GMz94wL58B3/BwYWBBEO/fLiBxSNJBQM"
)
