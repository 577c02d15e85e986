"""The made-up companies: their people, their units, how much there is of everything."""

from dataclasses import dataclass

from core.seeds import words


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything."""

    accounts: int
    contacts: int
    opportunities: int
    activities: int
    leads: int


@dataclass(frozen=True, slots=True)
class Person:
    """One of the firm's own people."""

    name: str
    email: str
    role: str
    unit: str
    above: str | None = None
    """The e-mail of whom he or she reports to."""


@dataclass(frozen=True, slots=True)
class Firm:
    """A made-up company."""

    key: str
    name: str
    people: tuple[Person, ...]
    units: tuple[tuple[str, tuple[words.Town, ...]], ...]
    """The units below the firm's own, each with the towns that it serves."""
    size: Size


EBRO = Firm(
    "ebro",
    "Suministros Ebro",
    (
        Person("Elena Lasheras", "elena@ebro.demo", "admin", ""),
        Person("Javier Ibáñez", "javier@ebro.demo", "manager", "Zona Norte", "elena@ebro.demo"),
        Person("Marta Soler", "marta@ebro.demo", "manager", "Zona Levante", "elena@ebro.demo"),
        Person("Luis Gracia", "luis@ebro.demo", "rep", "Zona Norte", "javier@ebro.demo"),
        Person("Ainhoa Zubiri", "ainhoa@ebro.demo", "rep", "Zona Norte", "javier@ebro.demo"),
        Person("Carlos Vidal", "carlos@ebro.demo", "rep", "Zona Levante", "marta@ebro.demo"),
        Person("Nuria Ferrer", "nuria@ebro.demo", "rep", "Zona Levante", "marta@ebro.demo"),
        Person("Pilar Campos", "pilar@ebro.demo", "reader", "", "elena@ebro.demo"),
    ),
    (("Zona Norte", words.NORTH), ("Zona Levante", words.SOUTH)),
    Size(accounts=300, contacts=600, opportunities=150, activities=1500, leads=40),
)
ALARCON = Firm(
    "alarcon",
    "Bodegas Alarcón",
    (
        Person("Inés Alarcón", "ines@alarcon.demo", "admin", ""),
        Person("Tomás Rubio", "tomas@alarcon.demo", "rep", "Ventas", "ines@alarcon.demo"),
    ),
    (("Ventas", words.NORTH[:4]),),
    Size(accounts=15, contacts=20, opportunities=8, activities=60, leads=6),
)
FIRMS = (EBRO, ALARCON)
