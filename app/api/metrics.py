"""How much is checked, with what outcome, and how fast? Numbers only, by closed lists of labels."""

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest

from app.compose.checked import Checked
from app.compose.feature_record import told_to_all
from app.domain.draft import Moment


class Metrics:
    """The service's own Prometheus registry: one a process, so each process is asked for its own."""

    def __init__(self) -> None:
        """Start from zero."""
        self._registry = CollectorRegistry()
        self._checks = Counter(
            "sendwell_checks", "Drafts checked.", ("moment", "verdict", "channel"), registry=self._registry
        )
        self._unchecked = Counter(
            "sendwell_not_checked", "Parts that could not be checked.", ("check",), registry=self._registry
        )
        self._rules = Counter(
            "sendwell_advice", "Advice given.", ("rule", "severity"), registry=self._registry
        )
        self._seconds = Histogram(
            "sendwell_check_seconds",
            "Time to check a draft.",
            buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
            registry=self._registry,
        )
        self._answers = Counter(
            "sendwell_answers", "Requests answered.", ("route", "status"), registry=self._registry
        )
        self._answer_seconds = Histogram(
            "sendwell_answer_seconds",
            "Time to answer a request.",
            ("route",),
            buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
            registry=self._registry,
        )
        ProcessCollector(registry=self._registry)

    def count_answer(self, route: str, status: int, seconds: float) -> None:
        """Count one request by the route that answered it, never by the address that was asked for."""
        self._answers.labels(route, str(status)).inc()
        self._answer_seconds.labels(route).observe(seconds)

    def count(self, checked: Checked, moment: Moment) -> None:
        """Count one check."""
        verdict = told_to_all(checked.verdict)
        self._checks.labels(moment.value, verdict.severity.value, verdict.route.channel.value).inc()
        self._seconds.observe(checked.elapsed_ms / 1000)
        for advice in verdict.advice:
            self._rules.labels(advice.rule, advice.severity.value).inc()
        for unchecked in verdict.not_checked:
            self._unchecked.labels(unchecked.check).inc()

    def page(self) -> bytes:
        """The Prometheus text page."""
        return generate_latest(self._registry)
