"""Does a mail say that people read mail sooner than a bulletin?

The policy names this reason and says no; nor does it tell why just these schools are written to.
"""

from app.checks.words import whole_any

MAIL_FEELS_BETTER = whole_any(r"""
    more likely to (?:respond|reply|read|open|see|act|notice|answer|engage|return|get)[^.\n]{0,60}(?:e-?mail|directly|direct|it this way)
    (?:e-?mail|direct message)[^.\n]{0,40}more likely to (?:be )?(?:respond|repl|read|open|seen|act|notic|answer)\w*
    more likely to (?:see|read|notice|spot|act|respond|reply|answer)[^.\n]{0,60}than[^.\n]{0,40}bulletin
    (?:respond|reply|react|answer|engage)s? (?:much )?(?:better|faster|quicker|more quickly|sooner|more)[^.\n]{0,40}e-?mail
    (?:better|quicker|faster|higher|more|bigger) (?:response(?:s| rate)?|repl(?:y|ies)|take-?up|uptake)[^.\n]{0,40}(?:by|from|to|with|through|via|over|if we)[^.\n]{0,20}e-?mail\w*
    e-?mails?[^.\n]{0,30}(?:gets?|getting|got|works?|bring)[^.\n]{0,20}(?:better|quicker|faster|more|attention)[^.\n]{0,20}(?:response|repl(?:y|ies)|attention|results?|noticed)?
    (?:no ?(?:one|body)|nobody|few (?:people|schools|heads)|hardly any(?:one|body)|schools (?:don't|do not|never)|heads (?:don't|do not|never)|people (?:don't|do not|never)|they (?:don't|do not|never)) (?:ever |really |actually )?(?:reads?|opens?|looks? at|sees?) (?:the |your |our )?(?:e-?)?bulletin
    (?:e-?)?bulletin[^.\n]{0,30}(?:gets? (?:lost|missed|ignored|overlooked)|(?:is|are) (?:not|never|rarely|hardly ever) read|isn't read)
    (?:rather than|instead of|and not|not just) (?:put(?:ting)? (?:it|this) in |using |in |through |via |wait(?:ing)? for )?the (?:e-?)?bulletin[^.\n]{0,60}(?:respon|repl|read|notice)\w*
""")  # noqa: E501 - one phrase a line
