"""What are schools, and the people who work in them, called?

Named lists, one phrase a line (see ``words.py``): the words for each phase, for heads, and for the
roles that a mail to many schools may be meant for.
"""

from app.checks.words import any_of
from app.domain.school import Phase

PHASE_WORDS = {
    Phase.PRIMARY: any_of("""
        primar(?:y|ies)|infants?|juniors?|first
        (?:key stage|ks) ?(?:one|two|1|2)
    """),
    Phase.SECONDARY: any_of("""
        secondar(?:y|ies)|high|upper|grammars?
        (?:key stage|ks) ?(?:three|four|3|4)
    """),
    Phase.SPECIAL: any_of("special"),
    Phase.NURSERY: any_of("nurser(?:y|ies)"),
    Phase.MIDDLE: any_of("middle"),
    Phase.SIXTEEN_PLUS: any_of("sixth[- ]forms?|post[- ]?16|16[- ]plus"),
    Phase.ALL_THROUGH: any_of("all[- ]through"),
    Phase.ALTERNATIVE: any_of("alternative provisions?|prus?|pupil referral"),
}
PHASE_NOUNS = any_of("primaries|secondaries|nurseries|prus|sixth[- ]forms|infants and juniors")
HEADS = any_of("""
    executive heads?(?: ?teachers)?
    head ?-?(?:teachers?|masters|mistresses)
    heads(?: of schools?)?
    principals
""")
_SUBJECTS = any_of(r"""
    english|literacy|maths?|mathematics|numeracy|science|geography|history|pe|physical education|re
    religious education|rshe|pshe|music|art|drama|computing|ict|it|languages?|mfl|phonics|reading|writing
    eyfs|early years|reception|year \w+|year|d&t|dt|technology|assessment|curriculum|behaviour|attendance
    inclusion|send?|safeguarding|pastoral|careers|pupil premium|mental health|well-?being|online safety
    health and safety|forest school|eal|outdoor learning|transition
""")
ROLES = any_of(rf"""
    (?:{_SUBJECTS} )?(?:subject )?(?:teachers|leads|leaders|co-?ordinators|champions|mentors|technicians)
    sencos?|sendcos?|inclusion managers
    (?:deputy )?(?:designated safeguarding (?:leads|officers)|dsls)|ddsls
    chairs? of (?:governors|governing (?:bodies|boards))
    (?:(?:school|parent|staff|link|safeguarding|send?) )?governors|trustees
    (?:governance professionals|clerks)(?: to (?:the )?(?:governors|governing (?:bodies|boards)))?
    (?:school )?business managers|sbms|bursars|finance (?:officers|managers|staff)
    (?:school )?office (?:managers|administrators|staff)
    (?:school )?(?:administrators|secretaries|librarians|cooks|nurses)|admin(?:istrative)? staff
    (?:classroom|teaching|learning support) assistants|hltas|tas|lsas
    (?:midday|lunchtime) (?:supervisors|assistants)
    (?:deputy|assistant) (?:head ?teachers|heads|principals)
    heads of (?:year|department|faculty|sixth form|centre|\w+ department)
    designated teachers|(?:ect )?induction tutors|ect (?:tutors|mentors)|ects|nqts|early career teachers
    educational visits? co-?ordinators|evcs|exam(?:ination)?s officers|data managers
    (?:education welfare|attendance|admissions) officers
    (?:site|premises|facilities|network|catering|it|ict) managers|caretakers|site (?:staff|officers)
    elsas|family (?:support|liaison) (?:workers|officers)
""")
