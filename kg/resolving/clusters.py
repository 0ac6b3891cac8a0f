"""Sets of candidates that are one thing, grown pair by pair under the bar of pairs that cannot be one."""

from collections.abc import Callable, Iterable, Iterator


class Clusters:
    """Clusters over the numbers of nodes; joining two asks of every pair across them whether it may be."""

    def __init__(self, size: int, clash: Callable[[int, int], bool]) -> None:
        self._clash = clash
        self._of = list(range(size))
        self._members = {number: [number] for number in range(size)}

    def join(self, a: int, b: int) -> bool:
        """Join the clusters of two nodes unless a pair across them clashes; tell whether they are now one."""
        first, second = sorted((self._of[a], self._of[b]))
        if first == second:
            return True
        if any(self._clash(x, y) for x in self._members[first] for y in self._members[second]):
            return False
        for member in self._members.pop(second):
            self._of[member] = first
            self._members[first].append(member)
        return True

    def join_all(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join pair after pair, in the order given."""
        for a, b in pairs:
            self.join(a, b)

    def of(self, node: int) -> int:
        """Return the number of a node's cluster: that of its first member."""
        return self._of[node]

    def __iter__(self) -> Iterator[list[int]]:
        """Give the clusters, by their first members."""
        return iter(sorted(map(sorted, self._members.values())))
