"""Which returns of money do schools and councils send in: budgets, accounts, rates, pensions, pay and tax?

Rows of ``named.py``; its head says what a row holds and when the list was reviewed.
"""

from app.checks.duties.duty import Duty

MONEY = (
    Duty(
        "Consistent financial reporting",
        """
            consistent financial reporting(?: return)?
            (?-i:CFR)(?: return)?
        """,
        (5, 6, 7, 8),
    ),
    Duty(
        "Schools financial value standard",
        """
            schools? financial value standard
            (?-i:SFVS)(?: return)?
        """,
        (1, 2, 3),
    ),
    Duty(
        "Budget return",
        """
            (?:three|3)-? ?year (?:budget|financial)(?: plan| return)?s?
            budget (?:return|submission)s?
            budget plan (?:return|submission)
        """,
        (3, 4, 5, 6),
    ),
    Duty(
        "Academies accounts return",
        """
            academ(?:y|ies) accounts return
            accounts return
            (?-i:AAR)
        """,
        (12, 1),
    ),
    Duty(
        "Budget forecast return",
        """
            budget forecast return
            (?-i:BFR)(?: return)?
        """,
        (7, 8),
    ),
    Duty(
        "Land and buildings collection",
        """
            land and buildings? (?:collection tool|collection|return)
            (?-i:LBCT)
        """,
    ),
    Duty(
        "Resource management self-assessment",
        """
            (?:school )?resource management self-assessment
            (?-i:SRMSAT?)
        """,
        (2, 3, 4),
    ),
    Duty(
        "PE and sport premium report",
        r"""
            (?:primary )?(?-i:PE) (?:and|&) sports? premium(?: \w+)?
            sports? premium (?:report|statement|return)
        """,
        (7,),
    ),
    Duty("Pupil premium statement", "pupil premium (?:strategy(?: statement)?|statement|report)", (12,)),
    Duty(
        "Schools forum",
        """
            schools'? forum (?:election|return|nomination|vote|membership|consultation)s?
            de-delegation vote
        """,
    ),
    Duty(
        "Business rates return",
        """
            (?-i:NNDR) ?[123]?(?: return)?
            (?:non-domestic|business) rates return
        """,
        (1, 5, 9),
    ),
    Duty(
        "Council tax base return",
        """
            council tax base return
            (?-i:CTB)1? return
        """,
        (10,),
    ),
    Duty("Revenue return", "revenue (?:account|outturn) return", (3, 4, 7, 8)),
    Duty("Statement of accounts", "statement of accounts", (5, 6, 9, 1, 2)),
    Duty(
        "Teachers' pension return",
        """
            (?:teachers'? pensions?|(?-i:TPS)) (?:return|contributions?|certificate|monthly)s?
            (?-i:MDC) (?:file|return|submission)s?
            monthly data collection
            end of year certificate
            (?-i:EOYC)a?
        """,
    ),
    Duty(
        "Local government pension return",
        """
            (?-i:LGPS) (?:return|contributions?|year-end|monthly)s?(?: return)?
            pensions? (?:return|contribution return)s?
        """,
    ),
    Duty(
        "Pension re-declaration",
        """
            re-?declaration of compliance
            (?:re-?)?enrolment (?:re-?)?declaration
        """,
    ),
    Duty(
        "Payroll and tax return",
        """
            (?-i:P11D)s?
            (?-i:P60)s?
            (?-i:VAT) return
            (?:full payment|(?-i:RTI)) submission
        """,
    ),
    Duty("Gender pay gap report", "gender pay gap(?: report(?:ing)?| data| return| figures)?", (3, 4)),
)
