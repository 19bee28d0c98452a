"""Judgements as JSON objects, to hand on and to take back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, get_args

from dragoman.errors import InputError, UsageError
from dragoman.model import ActorKind
from dragoman.review.judgement import Anchor, Judgement, Verb
from dragoman.review.values import check

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERBS: tuple[Verb, ...] = get_args(Verb)
_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
_DO = "make the file with dragoman review export, or leave the line out"


def to_json(one: Judgement) -> dict[str, object]:
    """A judgement as an object: its fields under their names, `when` as ISO 8601 in UTC, and its `id`."""
    return {
        "id": one.id,
        "verb": one.verb,
        "who": one.who,
        "when": f"{one.when.isoformat()}Z",
        "why": one.why,
        "on": [anchor._asdict() for anchor in one.on],
        "others": [anchor._asdict() for anchor in one.others],
        "field": one.field,
        "value": None if one.value is None else list(one.value),
        "was": None if one.was is None else list(one.was),
        "kind": one.kind,
        "country": one.country,
        "undoes": one.undoes,
    }


def from_json(row: Mapping[str, object], where: str) -> Judgement:
    """The judgement in an object as `to_json` makes it; InputError at `where` if it is none. Its `id` is not needed."""
    try:
        one = _judgement(row)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"not a judgement ({error})", where=where, do=_DO) from None
    _check(one, where)
    return one


def _judgement(row: Mapping[str, object]) -> Judgement:
    return Judgement(
        verb=_verb(row),
        who=_who(row),
        when=_moment(str(row["when"])),
        why=_text(row, "why"),
        on=_anchors(row, "on"),
        others=_anchors(row, "others"),
        field=_text(row, "field"),
        value=_texts(row, "value"),
        was=_texts(row, "was"),
        kind=next((kind for kind in _KINDS if kind == row.get("kind")), None),
        country=_text(row, "country"),
        undoes=_text(row, "undoes"),
    )


def _check(one: Judgement, where: str) -> None:
    """Refuse what could never bear on anything."""
    missing = {
        "undo": not one.undoes,
        "merge": not (one.on and one.others),
        "part": not (one.on and one.others),
        "link": not (one.on and one.value),
    }.get(one.verb, not one.on)
    if missing:
        raise InputError(f"a judgement to {one.verb} that does not say what", where=where, do=_DO)
    if one.verb == "correct":
        try:
            check(one.field or "", one.value or ())
        except UsageError as error:
            raise InputError(f"{error.where}: {error.what}", where=where, do=error.do) from None


def _verb(row: Mapping[str, object]) -> Verb:
    for verb in _VERBS:
        if verb == row["verb"]:
            return verb
    raise ValueError(f"there is no verb {row['verb']!r}")


def _who(row: Mapping[str, object]) -> str:
    who = _text(row, "who")
    if not who:
        raise ValueError("it does not say who")
    return who


def _moment(text: str) -> datetime:
    """A moment in UTC, without saying so; one that names no zone is taken to be in it."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _text(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _texts(row: Mapping[str, object], name: str) -> tuple[str, ...] | None:
    value = row.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError(f"{name} is no list of texts")
    return tuple(value)


def _anchors(row: Mapping[str, object], name: str) -> tuple[Anchor, ...]:
    value = row.get(name) or []
    if not isinstance(value, list):
        raise TypeError(f"{name} is no list")
    return tuple(Anchor(str(one["report"]), str(one["sentence"]), str(one["words"]), int(one["nth"])) for one in value)
