"""Sets of candidates that are one thing, grown pair by pair under the bar of pairs that cannot be one."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence


class Clusters:
    """Clusters over the numbers of nodes; joining two asks of every pair across them whether it may be.

    `faces` are what nodes clash by: of those of one face, which do not clash, one is asked for all.
    """

    def __init__(self, faces: Sequence[Hashable], clash: Callable[[int, int], bool]) -> None:
        self._clash = clash
        self._of = list(range(len(faces)))
        self._members = {number: [number] for number in self._of}
        self._faces = {number: {face: number} for number, face in enumerate(faces)}

    def join(self, a: int, b: int) -> bool:
        """Join the clusters of two nodes unless a pair across them clashes; tell whether they are now one."""
        first, second = sorted((self._of[a], self._of[b]))
        if first == second:
            return True
        mine, theirs = self._faces[first], self._faces[second]
        if any(self._clash(x, y) for face, x in mine.items() for other, y in theirs.items() if face != other):
            return False
        mine |= self._faces.pop(second)
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
