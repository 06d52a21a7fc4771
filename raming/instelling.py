"""The settings of the estimate; the values stand in the seed ``raming_instelling``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Instelling:
    """How much history counts, and how soon a small group is believed.

    Attributes:
        venster_maanden: care months that the patterns rest on.
        aanloop_maanden: first months of the data that tell no normal lag: contracts and
            registrations then come with retroactive effect.
        maximum_ontwikkeling: months after the care month after which nothing is expected.
        minimum_maanden: with fewer months of history there is no estimate.
        geloof_regels: number of lines at which a group counts for half beside the wider pattern.
        geloof_dagen: days in care at which a group counts for half beside the wider price.
        afname: weight of a month in the price, against the month after it.
        interval_percentage: share of the outcomes that must fall within the interval.
        aantal_simulaties: draws of the bootstrap.
        toeval: seed of the draws: the same build gives the same interval.
    """

    venster_maanden: int = 24
    aanloop_maanden: int = 3
    maximum_ontwikkeling: int = 24
    minimum_maanden: int = 15
    geloof_regels: int = 100
    geloof_dagen: int = 300
    afname: float = 0.85
    interval_percentage: int = 80
    aantal_simulaties: int = 500
    toeval: int = 1
