"""An article with what was decided of its things beside those of other articles."""

from collections.abc import Iterable
from dataclasses import replace

from kg.model.candidate import Decision
from kg.model.facts import Merge, ResolvedArticle, Thing
from kg.resolving.resolution import divisions_of, join, rename


def decide(resolved: ResolvedArticle, decisions: Iterable[Decision]) -> ResolvedArticle:
    """Give the things of an article the identities decided for them, and record each merge."""
    by_key = {decision.key: decision for decision in decisions}
    if not by_key:
        return resolved
    facts = resolved.facts
    changed = [_decided(thing, by_key.get(thing.key)) for thing in facts.things]
    things, keys, _ = join(changed, facts.things, resolved.article.text)
    records = (_merge(thing, by_key[thing.key], resolved) for thing in facts.things if thing.key in by_key)
    facts = rename(
        facts, things, keys, tuple(replace(record, kept=keys[record.kept]) for record in records if record is not None)
    )
    return replace(resolved, facts=facts, divisions=divisions_of(things))


def _decided(thing: Thing, decision: Decision | None) -> Thing:
    if decision is None:
        return thing
    return replace(thing, label=decision.label, jurisdiction=decision.jurisdiction, scope=decision.scope)


def _merge(thing: Thing, decision: Decision, resolved: ResolvedArticle) -> Merge | None:
    spans = thing.mentions[:1] or thing.implied[:1]
    if not decision.is_merged or not spans:
        return None
    form = spans[0].of(resolved.article.text) if thing.mentions else thing.label
    return Merge(kept=thing.key, merged_form=form, evidence=spans, rule=decision.rule)
