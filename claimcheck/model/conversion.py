"""One quantity stated in two ways, a multiple of a known quantity, and the arithmetic behind a verdict."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from claimcheck.model.quantity import Figure, Modifier, Quantity
from claimcheck.model.span import Span

__all__ = [
    "Assessment",
    "Cause",
    "Conversion",
    "Correction",
    "How",
    "Multiple",
    "Reference",
    "Relation",
    "Verdict",
]


class Relation(StrEnum):
    """How the text ties the second figure to the first."""

    BRACKET = "bracket"  # 50 km (30 miles), [30 miles]
    SLASH = "slash"  # 50 km/30 miles
    ALTERNATIVE = "alternative"  # 50 km or 30 miles
    APPOSITION = "apposition"  # 50 km, 30 miles, …; 50 km – 30 miles –
    EQUATION = "equation"  # 50 km = 30 miles; equivalent to; that is
    TABLE = "table"  # the heading or the neighbouring cell gives the second


@frozen
class Conversion:
    """A quantity and one or more restatements of it in other units.

    `span` runs from the first character of the earliest side to the end of the last one, closing bracket
    included.
    """

    span: Span
    stated: Quantity
    restated: tuple[Quantity, ...]
    relation: Relation


class Verdict(StrEnum):
    """What the arithmetic says of a pair of figures."""

    AGREES = "agrees"
    LOOSE = "loose"
    DISAGREES = "disagrees"


class How(StrEnum):
    """In which way two figures agree."""

    EXACT = "exact"
    ROUNDED = "rounded"
    ROUNDED_FROM_THE_OTHER_SIDE = "rounded from the other side"
    COMMON_SOURCE = "common source"
    CUSTOM = "custom of the trade"  # 1 lb (500 g) in a recipe


class Cause(StrEnum):
    """What went wrong: one vocabulary for the checker, the converter laws and every report.

    The evidence for each is in docs/rounding.md.
    """

    DIGIT_TRANSPOSITION = "digit_transposition"
    DIGIT_ERROR = "digit_error"
    DECIMAL_X10 = "decimal_x10"
    DECIMAL_DIV10 = "decimal_div10"
    DECIMAL_X1000 = "decimal_x1000"
    DECIMAL_SLIP = "decimal_slip"
    INVERSE_FACTOR = "inverse_factor"
    SWAPPED_UNITS = "swapped_units"
    LINEAR_FOR_AREA = "linear_for_area"
    NAUTICAL_STATUTE = "nautical_statute"
    GALLON_US_IMP = "gallon_us_imp"
    TON_KIND = "ton_kind"
    TEMP_DIFFERENCE_AS_READING = "temp_difference_as_reading"
    TEMP_READING_AS_DIFFERENCE = "temp_reading_as_difference"
    SIGN_DROPPED = "sign_dropped"
    RANGE_ONE_END = "range_one_end"
    WRONG_UNIT_LABEL = "wrong_unit_label"
    FACTOR_CONFUSED = "factor_confused"
    OFF_BY_10 = "off_by_10"
    OFF_BY_15 = "off_by_15"
    OFF_BY_25 = "off_by_25"
    ARITHMETIC = "arithmetic"
    FALSE_PRECISION = "false_precision"
    # Only code can be guilty of these; the converter laws name them, the checker of prose never does.
    FLOAT_DRIFT = "float_drift"
    WRONG_ROUNDING = "wrong_rounding"
    KEPT_STATE = "kept_state"


@frozen
class Correction:
    """One way to mend a conversion: how it would read, and what is put in the place of which spans."""

    text: str
    edits: tuple[tuple[Span, str], ...]


@frozen
class Assessment:
    """The arithmetic behind the verdict on one stated and one restated quantity.

    `expected` holds what each stated figure is in the restated unit, exactly; `reverse` what each restated
    figure is in the stated unit. `gap` is the relative disagreement of the worst pair of figures (0 is
    exact; for readings of temperature it is degrees Celsius, and `gap_unit` says so). `suggestion` is the
    restated quantity as it could have been written, in the writer's style; None where nothing is wrong.
    Where it is the stated quantity that has to change, `mends` is that one, else None. `alternatives` are
    what else would make the figures agree and the cause allows: the point moved in the first figure, the two
    units exchanged, another name for a unit; the conversion of the first figure, if `mends` has it.
    `verdicts_by_reading`
    has the verdict for each pair of units that the words may stand for, the chosen one first, where there
    are several ("gallon → liter").
    """

    stated: Quantity
    restated: Quantity
    verdict: Verdict
    how: How | None
    expected: tuple[Fraction, ...]
    reverse: tuple[Fraction, ...]
    gap: Fraction
    gap_unit: str = ""
    cause: Cause | None = None
    suggestion: str | None = None
    certain: bool = False
    false_precision: bool = False
    verdicts_by_reading: tuple[tuple[str, Verdict], ...] = field(default=())
    mends: Quantity | None = None
    alternatives: tuple[Correction, ...] = ()


@frozen
class Reference:
    """A quantity that prose uses as a yardstick: the speed of sound, the height of a football field.

    `value` in `unit` is by the definition that `note` names; `source` cites it.
    """

    name: str
    value: Fraction
    unit: str
    kind: str
    note: str
    source: str


@frozen
class Multiple:
    """A figure times a reference: "10 times the speed of sound", "Mach 5", "twice the size of Wales"."""

    span: Span
    factor: Figure
    reference: Reference
    modifiers: tuple[Modifier, ...] = ()

    @property
    def value(self) -> Fraction:
        """The product, in the reference's unit."""
        return self.factor.value * self.reference.value
