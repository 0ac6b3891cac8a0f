"""From a plan to an index that holds what the plan asks for: the parallel passes of a build."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.errors import OutputError
from kg.pipeline.articles import Articles
from kg.pipeline.batches import Restating, content_of, make_batches, report_death, restate, run_batch
from kg.pipeline.chain import Recipe
from kg.pipeline.graphs import Graphs
from kg.pipeline.inventory import Inventory, Plan
from kg.pipeline.joining import report_lost, run_joining
from kg.pipeline.linking import Block, Links, Resolved, resolve_blocks
from kg.pipeline.pool import run_in_order
from kg.pipeline.products import PackedGraph

Progress = Callable[[str, int, int], None]
"""Called with what is being done (`pages`, then `files`), how many of it are done, and how many there are."""

BATCH = 16
"""Sources a batch at most: one batch of ordinary pages takes a process a few seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """Runs the passes: reads what is new, joins what goes on elsewhere, states again what others have changed."""

    inventory: Inventory
    links: Links
    articles: Articles
    graphs: Graphs
    recipe: Recipe
    jobs: int
    progress: Progress

    def run(self, plan: Plan) -> None:
        """Bring the index to what the plan asks for."""
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
        size = max(1, min(BATCH, len(plan.work) // (self.jobs * 4)))
        batches = make_batches(plan.work, size=size, recipe=self.recipe)
        jobs = min(self.jobs, -(-len(plan.work) // size))
        done = 0
        for outcomes in run_in_order(run_batch, batches, jobs=jobs, on_death=report_death):
            for outcome in outcomes:
                for packed in self.articles.add(outcome):
                    self.graphs.put(packed.graph)
            done += len(outcomes)
            self.progress("pages", done, len(plan.work))

    def _join(self) -> None:
        tasks = self.articles.joinings()
        jobs = self.jobs if len(tasks) > BATCH else 1
        for task, joints in zip(tasks, run_in_order(run_joining, tasks, jobs=jobs, on_death=report_lost), strict=True):
            for packed in self.articles.join(task, joints):
                self.graphs.put(packed.graph)

    def _resolve(self) -> None:
        """Decide which things of different articles are one, where anything has changed."""
        for found in run_in_order(resolve_blocks, self.links.tasks(), jobs=self.jobs, on_death=_lost_blocks):
            for block in found:
                self.articles.open.update(dict.fromkeys(self.links.decide(block)))

    def _restate(self) -> None:
        """State graphs anew whose articles are several or were decided otherwise; drop those of which none is left."""
        open_graphs = sorted(self.articles.open)
        records = ((iri, self.articles.records(iri)) for iri in open_graphs)
        tasks = (
            Restating(iri=iri, resolved=found, decisions=self.links.of(iri), recipe=self.recipe)
            for iri, found in records
            if found
        )
        for iri in open_graphs:
            if not self.articles.records(iri):
                self.graphs.drop(iri)
        jobs = self.jobs if len(open_graphs) > BATCH else 1
        for product in run_in_order(restate, tasks, jobs=jobs, on_death=_give_up):
            self.graphs.put(product)


def _lost_blocks(_: tuple[Block, ...]) -> tuple[Resolved, ...]:
    raise OutputError("the process that resolves names died twice 处理进程两次中止; there may be too little memory")


def _give_up(task: Restating) -> PackedGraph:
    raise OutputError(f"the process that states {task.iri} died twice 处理进程两次中止; there may be too little memory")


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
