"""From a plan to an index that holds what the plan asks for: the parallel passes of a build."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn, TypeVar

from kg.errors import OutputError
from kg.pipeline.amending import Amendments
from kg.pipeline.articles import Articles
from kg.pipeline.batches import content_of, make_batches, report_death, run_batch
from kg.pipeline.chain import Recipe
from kg.pipeline.graphs import Graphs
from kg.pipeline.inventory import Inventory, Plan
from kg.pipeline.joining import report_lost, run_joining
from kg.pipeline.linking import Block, Links, Resolved, resolve_blocks
from kg.pipeline.pool import Workers
from kg.pipeline.restating import Item, LastWord, Restating, name_things, restate
from kg.ports import Term

R = TypeVar("R")
Progress = Callable[[str, int, int], None]
"""Called with what is being done (`pages`, then `files`), how many of it are done, and how many there are."""

BATCH = 16
"""Sources or graphs a task at most: one of ordinary pages takes a process a few seconds."""
TASKS = 16
"""Tasks a process at least, where there is work for so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """Runs the passes: reads what is new, joins what goes on elsewhere, states again what others have changed."""

    inventory: Inventory
    links: Links
    articles: Articles
    graphs: Graphs
    amendments: Amendments
    recipe: Recipe
    workers: Workers
    progress: Progress

    def run(self, plan: Plan) -> None:
        """Bring the index to what the plan asks for."""
        with self.workers:
            self._run(plan)

    def _run(self, plan: Plan) -> None:
        for content in plan.gone:
            self.articles.clear(content)
        self._read(plan)
        if lost := self.articles.lost_parts():
            self._read(self.inventory.again(lost))
        self._join()
        self._resolve()
        self._restate()
        self.graphs.settle()

    def _read(self, plan: Plan) -> None:
        for source, _ in plan.work:
            self.articles.clear(content_of(source))
        batches = make_batches(plan.work, size=self._size(plan.work), recipe=self.recipe)
        done = 0
        for outcomes in self.workers.run(run_batch, batches, on_death=report_death, here=len(plan.work) <= 1):
            for outcome in outcomes:
                for packed in self.articles.add(outcome):
                    self.graphs.put(packed.graph)
            done += len(outcomes)
            self.progress("pages", done, len(plan.work))

    def _join(self) -> None:
        tasks = self.articles.joinings()
        found = self.workers.run(run_joining, tasks, on_death=report_lost, here=self._is_little(tasks, BATCH))
        for task, joints in zip(tasks, found, strict=True):
            for packed in self.articles.join(task, joints):
                self.graphs.put(packed.graph)

    def _resolve(self) -> None:
        """Decide which things of different articles are one, where anything has changed."""
        here = not self.links.are_many
        for found in self.workers.run(resolve_blocks, self.links.tasks(), on_death=_lost_blocks, here=here):
            for block in found:
                self.articles.open.update(dict.fromkeys(self.links.decide(block)))

    def _restate(self) -> None:
        """State graphs anew whose articles are several, were decided otherwise, or are corrected."""
        changed = self._with_articles({**self.articles.open, **self.articles.entered})
        last_word, looked_at = self._last_word(changed)
        for restated in self._over(restate, looked_at, last_word):
            self.amendments.fit(restated.iri, restated.fitted)
            if restated.graph is not None:
                self.graphs.put(restated.graph)

    def _with_articles(self, changed: Iterable[Term]) -> list[Term]:
        """Drop the graphs of which no article is left; return the others."""
        left = []
        for iri in sorted(changed):
            if self.articles.records(iri):
                left.append(iri)
            else:
                self.graphs.drop(iri)
                self.amendments.drop(iri)
        return left

    def _last_word(self, changed: list[Term]) -> tuple[LastWord, Iterable[Term]]:
        """Find out what corrections speak of; return them with the graphs that they may change."""
        amendments, every = self.amendments, self.articles.iris
        if amendments.corrections.entries:
            asked = LastWord(amendments.corrections, {})
            for named in self._over(name_things, every() if amendments.are_new else changed, asked):
                amendments.enter(named)
        last_word, is_other = amendments.last_word()
        if amendments.are_new or is_other:
            return last_word, every()
        if amendments.corrections.entries:
            return last_word, changed
        return last_word, (iri for iri in changed if iri in self.articles.open)

    def _over(
        self, work: Callable[[Restating], tuple[R, ...]], graphs: Iterable[Term], last_word: LastWord
    ) -> Iterator[R]:
        """Do some work over graphs, several at a time."""
        found = list(graphs)
        size = self._size(found)
        tasks = (
            Restating(tuple(map(self._item, found[at : at + size])), self.recipe, last_word)
            for at in range(0, len(found), size)
        )
        for results in self.workers.run(work, tasks, on_death=_give_up, here=self._is_little(found, BATCH * 4)):
            yield from results

    def _size(self, work: Sequence[object]) -> int:
        """Return how much of some work makes a task: enough tasks that all processes end at about the same time."""
        return max(1, min(BATCH, len(work) // (self.workers.jobs * TASKS)))

    def _is_little(self, work: Sequence[object], little: int) -> bool:
        """Tell whether work is done sooner than processes are started."""
        return len(work) <= (self.workers.jobs if self.workers.are_running else little)

    def _item(self, iri: Term) -> Item:
        is_open = iri in self.articles.open or self.amendments.is_fitted(iri)
        return Item(iri, self.articles.records(iri), self.links.of(iri), is_open)


def _lost_blocks(_: tuple[Block, ...]) -> tuple[Resolved, ...]:
    raise OutputError("the process that resolves names died twice 处理进程两次中止; there may be too little memory")


def _give_up(task: Restating) -> NoReturn:
    first = task.items[0].iri
    raise OutputError(f"the process that states {first} died twice 处理进程两次中止; there may be too little memory")


def quiet(stage: str, done: int, total: int) -> None:
    """Leave the caller in peace, who did not ask."""


def merged(plans: Iterable[Plan]) -> Plan:
    """Put plans together."""
    found = list(plans)
    return Plan(
        tuple(work for plan in found for work in plan.work),
        tuple(content for plan in found for content in plan.gone),
        sum(plan.unchanged for plan in found),
    )
