"""How are numbers that were fitted kept in a module? One signed byte each, base64, in steps of one size."""

from base64 import b64decode


def unpacked(packed: str, step: float) -> list[float]:
    """The numbers, in the order in which ``bench.packing`` packed them."""
    return [number * step for number in memoryview(b64decode(packed)).cast("b")]
