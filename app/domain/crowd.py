"""Of how many people must a number be, so that nobody can be told apart in it?"""

LEAST_PEOPLE = 10
"""Fewer are never told, nor can they be worked out from what is told."""
