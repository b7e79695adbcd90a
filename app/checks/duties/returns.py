"""Which returns do schools and councils send in: pupils, staff, tests and entries?

Rows of ``named.py``; its head says what a row holds and when the list was reviewed.
"""

from app.checks.duties.duty import Duty

COLLECTIONS = (
    Duty(
        "School census",
        """
            (?:school|pupil|autumn|spring|summer|termly) census(?: day| return)?s?
            census (?:return|day|data)s?
        """,
        (1, 2, 5, 6, 10, 11),
    ),
    Duty("Alternative provision census", "(?:alternative provision|(?-i:AP)) (?:census|return)", (1, 2)),
    Duty("Early years census", "early years census", (1, 2)),
    Duty(
        "School workforce census",
        """
            (?:school )?workforce (?:census|return)
            (?-i:SWFC?)(?: census| return)?
        """,
        (11, 12),
    ),
    Duty("Children in need census", "(?:children in need|(?-i:CIN)) census", (4, 5, 6, 7)),
    Duty(
        "Children looked after return",
        """
            (?-i:SSDA ?903)(?: return)?
            903 return
            children looked after return
        """,
        (4, 5, 6, 7),
    ),
    Duty("SEN2 return", "(?-i:SEN ?2)(?: return| census| survey| collection)?", (1, 2, 3)),
    Duty(
        "Section 251 return",
        r"(?:section|s\.?) ?251(?: budget| outturn)?(?: return| statement)?",
        (4, 5, 8, 9),
    ),
    Duty(
        "Individualised learner record",
        """
            individuali[sz]ed learner record
            (?-i:ILR)(?: return)?
        """,
    ),
    Duty(
        "Destinations return",
        """
            september guarantee
            (?-i:NCCIS)(?: return)?
            (?-i:NEET) return
            (?:intended )?destinations (?:data|return)
        """,
    ),
    Duty(
        "Attendance return",
        """
            attendance (?:data )?(?:return|submission|collection|sharing)s?
            attendance data
            deletions? from (?:the )?(?:admissions? )?register
            off-?roll notifications?
        """,
    ),
    Duty(
        "Exclusions return",
        """
            (?:suspensions? and )?(?:permanent )?(?:exclusions?|suspensions?) (?:return|notification|data)s?
        """,
    ),
    Duty(
        "Children missing education",
        """
            children missing (?:from )?education(?: return| referral| notification)?s?
            (?-i:CME) (?:return|referral|notification|form)s?
        """,
    ),
    Duty(
        "Elective home education return",
        "(?:elective home education|(?-i:EHE)) (?:return|data|notification)s?",
    ),
)

TEACHING = (
    Duty(
        "Key stage assessment",
        """
            (?:(?-i:KS) ?[123]|key stage (?:[123]|one|two)) (?:SATs?|tests?|teacher assessments?|assessments?|(?:writing )?moderation)(?: returns?| data| orders?)?
            (?-i:SATs?) (?:moderation|returns?|test orders?|papers|administration|data)
            (?:statutory )?teacher assessment (?:data|returns?|submission|judgements)
            (?:year 6|year 2|writing) (?:(?-i:SATs?) )?moderation
        """,  # noqa: E501 - one phrase a line
        (3, 5, 6),
    ),
    Duty("Phonics screening check", "phonics (?:screening )?check(?: data| returns?| results)?", (6, 7)),
    Duty(
        "Multiplication tables check",
        """
            multiplication tables? check(?: data| returns?)?
            (?-i:MTC)(?: data| return)?
        """,
        (6,),
    ),
    Duty(
        "Reception baseline assessment",
        """
            reception baseline(?: assessment)?
            (?-i:RBA)
        """,
        (9, 10),
    ),
    Duty(
        "Early years profile",
        """
            (?:(?-i:EYFS)|early years foundation stage|early years) profiles?(?: data| return)?
            (?-i:EYFSP)
        """,
        (6, 7),
    ),
    Duty(
        "Examination entries",
        """
            (?:(?-i:GCSE|GCE|JCQ|BTEC)|a-?[ ]?level|exam(?:ination)?s?)(?: exam(?:ination)?)? (?:entry|entries)(?: deadline)?
            access arrangements (?:applications?|online|requests?|deadline)
            (?-i:NEA) marks
        """,  # noqa: E501 - one phrase a line
        (10, 1, 2, 3, 5),
    ),
    Duty(
        "Early career teacher induction",
        """
            (?:(?-i:ECT|NQT)s?|early career teachers?|induction) (?:induction )?(?:registration|assessment|progress review)s?(?: forms?| reports?)?
            register (?:your|all|any|each|every|new) (?:new )?(?:(?-i:ECT)s?|early career teachers?)
            statutory induction
        """,  # noqa: E501 - one phrase a line
    ),
)
