"""Everything that reading the quantities of one language takes, built once from its lexicon."""

from functools import lru_cache

from attrs import frozen

from claimcheck.lexicon import Lexicon
from claimcheck.lexicon.contexts import Contexts, contexts
from claimcheck.lexicon.hedges import Hedges, hedges
from claimcheck.lexicon.labels import Labels, labels
from claimcheck.lexicon.numbers import Numbers, numbers
from claimcheck.parse.numerals import Numerals, reader
from claimcheck.parse.quantity.calendar import Calendar, calendar
from claimcheck.parse.quantity.money import Money, money
from claimcheck.parse.quantity.naming import Naming
from claimcheck.parse.quantity.scales import Letters
from claimcheck.parse.quantity.units import Units, units

__all__ = ["Grammar", "grammar"]


@frozen(eq=False)
class Grammar:
    """The tables and readers of a language, from characters up to judgements."""

    numbers: Numbers
    numerals: Numerals
    units: Units
    money: Money
    contexts: Contexts
    hedges: Hedges
    labels: Labels
    letters: Letters
    calendar: Calendar
    naming: Naming


@lru_cache(maxsize=8)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon."""
    language = lexicon.language
    table, words, signs, matcher = numbers(language), labels(language), money(lexicon), units(lexicon)
    return Grammar(
        table,
        reader(table, signs.codes, words.articled),
        matcher,
        signs,
        contexts(language),
        hedges(language),
        words,
        Letters(matcher, words),
        calendar(words),
        Naming(words, frozenset({*table.scales, *table.groups})),
    )
