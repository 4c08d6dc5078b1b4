"""Draws that are the same under every Python: only random() is promised never to change."""

import random


class Draw:
    def __init__(self, seed):
        self._next = random.Random(seed).random

    def chance(self, share):
        return self._next() < share

    def below(self, limit):
        return int(self._next() * limit)

    def one(self, options):
        return options[self.below(len(options))]

    def some(self, options, count):
        """`count` different options, in the order of the list."""
        left, taken = list(options), set()
        while len(taken) < count:
            taken.add(left.pop(self.below(len(left))))
        return [option for option in options if option in taken]

    def text(self, alphabet, length):
        return "".join(self.one(alphabet) for _ in range(length))
