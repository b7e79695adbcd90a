"""Which pages are there, and how do they join the service?"""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from app.web import help_index
from app.web.archive import bulletin, documents, leaving, review
from app.web.desk import inbox, issues, items, left, preview
from app.web.directory import importing, schools
from app.web.directory import lists as subscription_lists
from app.web.directory import overview as directory
from app.web.figures import page as figures
from app.web.insight import page as insight
from app.web.insight import report
from app.web.lists import as_text, laws, own_words, terms
from app.web.lists import overview as lists
from app.web.owner import details, history, overview, packs, rules, step_back, texts
from app.web.pages import STATIC
from app.web.problem_pages import add_problem_pages
from app.web.requests import listing as requests
from app.web.requests import one as one_request
from app.web.review import attached as attached_words
from app.web.review import enter as review_door
from app.web.review import one as one_case
from app.web.review import queue as cases
from app.web.sign_in import account, entry, provider, told
from app.web.staff import access, deleted, impact, journal, me, own_case, people, postings, sign, signed
from app.web.state import WebState

ROUTERS = (
    entry.router,
    provider.router,
    told.router,
    account.router,
    help_index.router,
    overview.router,
    packs.router,
    details.router,
    texts.router,
    rules.router,
    history.router,
    step_back.router,
    lists.router,
    terms.router,
    own_words.router,
    laws.router,
    as_text.router,
    sign.router,
    me.router,
    own_case.router,
    signed.router,
    people.router,
    postings.router,
    access.router,
    deleted.router,
    journal.router,
    impact.router,
    inbox.router,
    left.router,
    items.router,
    issues.router,
    preview.router,
    requests.router,
    one_request.router,
    figures.router,
    insight.router,
    report.router,
    review_door.router,
    cases.router,
    attached_words.router,
    one_case.router,
    directory.router,
    schools.router,
    subscription_lists.router,
    importing.router,
    bulletin.router,
    documents.router,
    review.router,
    leaving.router,
)


def add_site(app: FastAPI, state: WebState) -> None:
    """Serve the pages. Comes after the API's own handlers of errors, which programs go on being told by."""
    app.state.web = state
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_problem_pages(app)
