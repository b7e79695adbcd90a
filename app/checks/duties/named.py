"""Which returns and duties do the law, the government or a court lay on schools and councils?

One row for each: its short name as a message says it, the phrases people use for it, and the months
in which it usually falls due, where it has usual months. Reviewed for the school year 2026-27 in
England. Dates move from year to year, so a row never says the day.
"""

from app.checks.duties.duty import Duty
from app.checks.duties.money import MONEY
from app.checks.duties.returns import COLLECTIONS, TEACHING

ADMISSIONS = (
    Duty(
        "Admission arrangements",
        """
            admissions? arrangements(?: consultation| determination)?
            determined arrangements
        """,
        (10, 11, 12, 1, 2, 3),
    ),
    Duty("Admission appeals", "admissions? appeals?(?: timetable| deadline| hearing)?s?", (2, 3, 4, 5, 6)),
    Duty("National offer day", "(?:national|primary|secondary) offer day", (3, 4)),
    Duty(
        "School applications",
        """
            national closing date
            (?:primary|secondary|reception) (?:school )?(?:applications?|admissions?) (?:deadline|closing date)
        """,  # noqa: E501 - one phrase a line
        (10, 1),
    ),
    Duty(
        "Adjudicator's report",
        """
            (?:report|return) to the (?:schools )?adjudicator
            (?-i:OSA) report
        """,
        (10,),
    ),
    Duty(
        "School organisation proposal",
        """
            statutory (?:proposals?|notices?)
            prescribed alterations?
            school organisation (?:proposals?|consultation|notices?)
        """,
    ),
)

CHILDREN = (
    Duty(
        "Phase transfer review",
        "(?:(?-i:EHCP?) )?phase-? ?transfers?(?: reviews?| plans?| deadline| consultations?)?",
        (10, 11, 12, 1, 2, 3),
    ),
    Duty(
        "Education, health and care plan",
        """
            (?-i:EHCP?s?|EHCNA) (?:annual reviews?|advice|needs assessments?|assessments?|consultations?|reviews?|paperwork|deadline)
            (?-i:EHCNA)
            education,? health and care (?:needs assessments?|plans?)
            (?-i:EHC) plans?
            annual review (?:paperwork|reports?|returns?)
            (?:20|twenty|6|six|15|fifteen)-? ?week (?:statutory )?(?:timescale|deadline|limit)s?
            statutory advice
        """,  # noqa: E501 - one phrase a line
    ),
    Duty(
        "Safeguarding audit",
        r"""
            (?:section|s\.?) ?(?:11|157|175)(?: ?/ ?1\d\d)?(?: safeguarding)? (?:audit|return|self-assessment|self assessment)s?
            safeguarding (?:audit|self-assessment|return)
        """,  # noqa: E501 - one phrase a line
    ),
    Duty(
        "Prevent duty return", "prevent (?:duty )?(?:return|self-assessment|self assessment|assessment|audit)"
    ),
    Duty(
        "Keeping children safe declaration",
        """
            (?:(?-i:KCSIE)|keeping children safe in education) (?:declaration|confirmation|sign-off|return)s?
        """,
    ),
    Duty("Single central record", "single central (?:record|register)s?(?: check| return| audit)?"),
    Duty("Barring referral", "(?-i:DBS) (?:barring )?referrals?"),
    Duty("LADO referral", "(?-i:LADO) (?:referral|notification)s?"),
    Duty("Section 47 enquiry", r"(?:section|s\.?) ?47(?: enquir(?:y|ies)| investigations?)?"),
    Duty(
        "Child protection conference",
        """
            child protection conference(?: reports?)?
            (?-i:ICPC|RCPC)(?: reports?)?
        """,
    ),
    Duty("SEND information report", "(?-i:SEND?) information reports?"),
    Duty(
        "Tribunal",
        """
            (?-i:SENDIST)
            (?-i:SEND) tribunal
            first-tier tribunal
            tribunal (?:directions?|orders?|deadlines?|bundles?|evidence)
        """,
    ),
    Duty(
        "Court order",
        """
            court (?:orders?|directions?|deadlines?|bundles?|statements?|reports?)
            order of the court
            directed by the court
        """,
    ),
)

PUBLIC = (
    Duty(
        "Freedom of information request",
        """
            freedom of information (?:act )?requests?
            (?-i:FOIA?)(?: requests?)?
            (?-i:EIR) requests?
            environmental information requests?
            day (?:20|twenty)|(?:20th|twentieth) (?:working |school )?day
        """,
    ),
    Duty(
        "Subject access request",
        """
            (?:data )?subject access requests?
            (?-i:D?SAR)s?(?: requests?)?
        """,
    ),
    Duty(
        "Data breach report",
        r"""
            (?:personal )?data breach (?:report|notification|form)s?
            (?:report|notif)\w* (?:\w+ ){0,3}to the (?-i:ICO)
        """,
    ),
    Duty(
        "School details on the register",
        """
            (?-i:GIAS)(?: record| entry| update)?
            get information about schools
        """,
    ),
    Duty(
        "Register of interests",
        """
            register of (?:business |pecuniary )?interests
            (?:pecuniary|business) interests? (?:form|declaration|return)s?
        """,
    ),
    Duty("Equality information", "equality (?:objectives|information)"),
    Duty("Electoral register", "(?:electoral register|register of electors|annual canvass)"),
    Duty(
        "Election",
        """
            close of nominations
            nomination papers
            polling (?:stations?|places?|day)
            postal vot(?:e|ing) (?:applications?|deadline)
        """,
    ),
    Duty("Accident report", "(?-i:RIDDOR)(?: reports?| notification)?"),
    Duty(
        "Asbestos return", "asbestos (?:management )?(?:survey|return|assurance|plan|register)s?(?: process)?"
    ),
    Duty("Fire risk assessment", "fire risk assessments?"),
    Duty(
        "Notifiable disease",
        """
            notifiable diseases?(?: notification| form)?s?
            (?-i:UKHSA) (?:notification|notice|return)s?
        """,
    ),
    Duty(
        "Ofsted",
        """
            (?:(?-i:Ofsted)|ofsted) (?:statement of action|action plan|factual accuracy(?: check)?|complaint response|notification|data return)
            statement of action
        """,  # noqa: E501 - one phrase a line
    ),
)

DUTIES: tuple[Duty, ...] = (*COLLECTIONS, *MONEY, *TEACHING, *ADMISSIONS, *CHILDREN, *PUBLIC)
