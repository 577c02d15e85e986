"""A market of many trades, in two countries' words, for the third round of sentences."""

from datetime import datetime
from typing import Any

from tests.core.understanding.said import MADRID
from tests.core.understanding.world import WORLD

TRADES_NOW = datetime(2026, 5, 12, 11, 20, tzinfo=MADRID)
"""A Tuesday."""

_STAGES = WORLD["stages"]

TRADES_ES: dict[str, Any] = {
    "timezone": "Europe/Madrid",
    "accounts": [
        {"name": name}
        for name in (
            "Agroquímicos del Sur S.A.",
            "Veterinaria Los Álamos",
            "Solar Levante SL",
            "Cafés Montaña",
            "Colegio San Rafael",
            "Ascensores Pirineo",
            "Gráficas Ulzama",
            "Residencia El Olivar",
            "Gimnasio Titán",
            "Farmacia Robles",
            "Farmacia Roldán",
            "Cooperativa La Vega Alta",
            "Constructora Andina",
            "Pinturas Mérida",
            "Hotel Bahía Azul",
            "Hotel Bahía Norte",
            "Ayuntamiento de Peñalver",
            "Transportes Quiroga",
            "Laboratorios Bermejo",
            "Autoescuela Delta",
            "Restaurante El Faro",
            "Lácteos Valdés",
        )
    ],
    "contacts": [
        {"name": name, "accounts": [account]}
        for name, account in (
            ("Rosa Quiroga", "Transportes Quiroga"),
            ("Iván Bermejo", "Laboratorios Bermejo"),
            ("Nuria Salas", "Solar Levante SL"),
            ("Nuria Campos", "Colegio San Rafael"),
            ("Felipe Arango", "Constructora Andina"),
            ("Chelo Mora", "Residencia El Olivar"),
            ("Toni Ferrer", "Gimnasio Titán"),
            ("Elena Sáez", "Veterinaria Los Álamos"),
            ("Raúl Peña", "Pinturas Mérida"),
            ("Sergio Roldán", "Farmacia Roldán"),
            ("Maite Etxeberria", "Gráficas Ulzama"),
            ("Paco León", "Restaurante El Faro"),
            ("Gustavo Ríos", "Agroquímicos del Sur S.A."),
        )
    ],
    "opportunities": [
        {"title": title, "account": account, "amount": amount, "stage": stage}
        for title, account, amount, stage in (
            ("Placas nave 3", "Solar Levante SL", 48000, "proposal"),
            ("Mantenimiento ascensores", "Hotel Bahía Azul", 9600, "negotiation"),
            ("Uniformes curso nuevo", "Colegio San Rafael", 7200, "qualification"),
            ("Pizarras digitales", "Colegio San Rafael", 15000, "proposal"),
            ("Camas articuladas", "Residencia El Olivar", 23000, "proposal"),
            ("Flota furgonetas", "Transportes Quiroga", 88000, "negotiation"),
            ("Fertilizante campaña otoño", "Cooperativa La Vega Alta", 31000, "prospecting"),
            ("Software gestión clínica", "Veterinaria Los Álamos", 5400, "qualification"),
            ("Pintura fachada", "Constructora Andina", 12500, "proposal"),
            ("Cafetera profesional", "Restaurante El Faro", 3900, "qualification"),
        )
    ],
    "stages": _STAGES,
    "recent": ["Solar Levante SL", "Hotel Bahía Azul"],
}

TRADES_EN: dict[str, Any] = {
    "timezone": "Europe/Madrid",
    "accounts": [
        {"name": name}
        for name in (
            "Hartley Plumbing Supplies Ltd",
            "Oakfield Dental",
            "Oakfield Primary School",
            "Blue Ridge Orchards LLC",
            "Castleton Brewery",
            "Meridian Logistics",
            "Pemberton & Co",
            "Lakeside Golf Club",
            "Sunrise Care Homes",
            "Sunrise Bakery",
            "Kowalski Roofing",
            "Delmar Veterinary Clinic",
            "Fenwick Print",
            "Greystone Hotels",
            "Tidewater Seafood",
            "Apex Fitness",
            "Whitmore Farms",
            "Juniper Labs",
            "Northside Tyres",
            "O'Malley's Pub",
            "Riverbend School District",
            "Patel Pharmacy",
        )
    ],
    "contacts": [
        {"name": name, "accounts": [account]}
        for name, account in (
            ("Gemma Hartley", "Hartley Plumbing Supplies Ltd"),
            ("Dan Kowalski", "Kowalski Roofing"),
            ("Priya Patel", "Patel Pharmacy"),
            ("Chris Doyle", "Castleton Brewery"),
            ("Chris Nolan", "Meridian Logistics"),
            ("Susan Wright", "Oakfield Dental"),
            ("Mike Delmar", "Delmar Veterinary Clinic"),
            ("Becky Shaw", "Sunrise Care Homes"),
            ("Tyler Brooks", "Apex Fitness"),
            ("Helen Fenwick", "Fenwick Print"),
            ("Graham Whitmore", "Whitmore Farms"),
            ("Luis Ortega", "Tidewater Seafood"),
            ("Naomi Price", "Juniper Labs"),
            ("Alan Stone", "Greystone Hotels"),
        )
    ],
    "opportunities": [
        {"title": title, "account": account, "amount": amount, "stage": stage}
        for title, account, amount, stage in (
            ("Boiler range 2026", "Hartley Plumbing Supplies Ltd", 18000, "proposal"),
            ("X-ray unit", "Oakfield Dental", 42000, "negotiation"),
            ("Irrigation system", "Blue Ridge Orchards LLC", 65000, "proposal"),
            ("Keg washer", "Castleton Brewery", 27500, "qualification"),
            ("Forklift lease", "Meridian Logistics", 12000, "negotiation"),
            ("Pallet racking", "Meridian Logistics", 8500, "proposal"),
            ("Mobility beds", "Sunrise Care Homes", 30000, "proposal"),
            ("POS terminals", "Greystone Hotels", 22000, "qualification"),
            ("Treadmills", "Apex Fitness", 16000, "proposal"),
            ("Lab freezers", "Juniper Labs", 54000, "negotiation"),
        )
    ],
    "stages": _STAGES,
    "recent": ["Castleton Brewery", "Meridian Logistics"],
}
