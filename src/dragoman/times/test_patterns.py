from dragoman.times.patterns import RULES
from dragoman.times.resolve import RESOLVERS


def test_every_rule_has_a_resolver_and_every_resolver_a_rule() -> None:
    assert {rule.name for rule in RULES} == set(RESOLVERS)


def test_no_rule_takes_an_empty_stretch() -> None:
    assert not [rule.name for rule in RULES if rule.pattern.match("")]


def test_every_group_stands_in_lower_case_letters() -> None:
    names = {name.rstrip("0123456789") for rule in RULES for name in rule.pattern.groupindex}
    assert all(name.islower() and name.isalpha() for name in names)
