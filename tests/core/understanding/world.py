"""The small market that the test sentences speak of."""

from typing import Any

WORLD: dict[str, Any] = {
    "timezone": "Europe/Madrid",
    "currency": "EUR",
    "accounts": [
        {"name": name}
        for name in (
            "Talleres Núñez S.L.",
            "Acme Iberia S.A.",
            "Aceros Vega",
            "Vega Instalaciones",
            "Panadería La Espiga",
            "Ferretería López",
            "Construcciones Ibáñez",
            "Hotel Miramar",
            "Hotel Miramar Playa",
            "Bodegas Valdeoro",
            "Clínica Dental Soler",
            "Frío Norte",
            "Grupo Duero Logística",
            "Muebles Ortega",
            "Imprenta Rápida",
            "Óptica Ruiz",
            "Distribuciones García",
            "Smith & Sons Ltd",
            "Brightwater Foods",
            "Northgate Motors",
            "Harbour Marine",
            "Harbour Bakery",
        )
    ],
    "contacts": [
        {"name": name, "accounts": accounts}
        for name, accounts in (
            ("Laura Martínez", ["Talleres Núñez S.L."]),
            ("Marta Gil", ["Acme Iberia S.A."]),
            ("Marta Ruiz Pons", ["Bodegas Valdeoro"]),
            ("Pedro Ibáñez", ["Construcciones Ibáñez"]),
            ("Javier Soler", ["Clínica Dental Soler"]),
            ("Carmen Vega", ["Aceros Vega"]),
            ("José Luis Ortega", ["Muebles Ortega"]),
            ("Ana López", ["Ferretería López"]),
            ("Ana Torres", ["Ferretería López"]),
            ("Luis Prado", ["Hotel Miramar", "Hotel Miramar Playa"]),
            ("Begoña Díaz", ["Imprenta Rápida"]),
            ("Inés Calvo", ["Grupo Duero Logística"]),
            ("John Smith", ["Smith & Sons Ltd"]),
            ("Sarah Connolly", ["Brightwater Foods"]),
            ("Tom Baker", ["Northgate Motors"]),
            ("Emma Clarke", ["Harbour Marine"]),
        )
    ],
    "opportunities": [
        {"title": title, "account": account, "amount": amount, "stage": stage}
        for title, account, amount, stage in (
            ("Renovación hornos", "Panadería La Espiga", 18000, "proposal"),
            ("Flota 2026", "Grupo Duero Logística", 45000, "negotiation"),
            ("Mantenimiento anual", "Talleres Núñez S.L.", 6000, "qualification"),
            ("Cámara frigorífica", "Frío Norte", 22000, "proposal"),
            ("Carretillas", "Frío Norte", 9000, "prospecting"),
            ("Modelo B", "Acme Iberia S.A.", 12000, "qualification"),
            ("Reforma recepción", "Hotel Miramar", 30000, "proposal"),
            ("Line 2 upgrade", "Brightwater Foods", 30000, "proposal"),
            ("Spare parts", "Northgate Motors", 4000, "negotiation"),
            ("Winter contract", "Northgate Motors", 12000, "qualification"),
            ("New oven", "Harbour Bakery", 15000, "qualification"),
        )
    ],
    "stages": [
        {"key": "prospecting", "es": "Prospección", "en": "Prospecting"},
        {"key": "qualification", "es": "Cualificación", "en": "Qualification"},
        {"key": "proposal", "es": "Propuesta", "en": "Proposal"},
        {"key": "negotiation", "es": "Negociación", "en": "Negotiation"},
        {"key": "won", "es": "Ganada", "en": "Won"},
        {"key": "lost", "es": "Perdida", "en": "Lost"},
        {"key": "postponed", "es": "Aplazada", "en": "Postponed"},
    ],
    "recent": ["Talleres Núñez S.L.", "Brightwater Foods"],
}
