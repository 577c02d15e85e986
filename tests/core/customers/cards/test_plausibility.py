"""No contact from what is no card."""
# ruff: noqa: E501 - a card a line is easier to compare

import pytest

from core.customers.cards import Reading, parse
from tests.core.customers.cards.printed import reading

NO_CARDS = {
    "receipt": ["BAR LA ESQUINA", "NIF B84123456", "Tel. 915 55 10 22", "2 Café con leche", "1.60", "TOTAL", "42,30 EUR",
                "IVA 10% incluido", "Le atendió: Marta García"],
    "invoice": ["FACTURA 2026/113", "Talleres Ruiz S.L.", "CIF B12345678", "Cliente: Juan Pérez García",
                "Tel. 944 11 22 33", "Base imponible 120,00", "IVA 21% 25,20", "TOTAL 145,20 €"],
    "leaflet": ["2|GRAN OFERTA", "Colchones Sueño Feliz", "Descuento 50% hasta el domingo", "Tel. 912 345 678",
                "Desde 199,00 €"],
    "letter": ["Ayuntamiento de Villar", "Calle Real 1, 44001 Teruel, Tel. 978 12 34 56", "Estimado Sr. Pérez:",
               "Por la presente le comunicamos que su solicitud ha sido admitida a trámite.", "Atentamente,",
               "Juan López Marín", "Concejal"],
    "note": ["Comprar tóner y folios", "Reunión martes 10:30", "Llamar a Marta 655443322"],
    "sign": ["2|SALIDA DE EMERGENCIA", "No obstruir"],
    "notice": ["2|Se vende piso", "3 habitaciones, 2 baños", "Llamar a Juan García 655 44 33 22"],
    "restaurant": ["2|Restaurante Casa Amparo", "Cocina tradicional desde 1954", "Reservas 923 21 22 23"],
    "menu": ["2|Menú del día", "Sopa castellana 6,50 €", "Merluza a la vasca 12,00 €", "Flan casero 3,50 €",
             "Reservas: Ana Gómez 912 34 56 78"],
    "letterhead": ["2|Notaría Marqués y Soler", "Calle Mayor 12, 1º", "46001 Valencia", "Tel. 963 51 22 33",
                   "notaria@marquessoler.es", "", "Valencia, 12 de mayo de 2026"],
    "letter to a person": ["Transportes Albión, S.A.", "Pol. Ind. Norte, 28914 Leganés", "Tel. 916 80 11 22", "",
                           "A la atención de D. Luis Prieto Sanz", "Muy señor nuestro:",
                           "Le adjuntamos el presupuesto solicitado para el traslado de su maquinaria."],
    "leaflet of a dentist": ["2|Clínica Dental Sonría", "Primera visita gratis", "Implantes desde 499 €",
                             "Dra. Marta Ferrer", "Pide cita: 965 12 34 56", "www.clinicasonria.es"],
    "leaflet of a plumber": ["2|¿Atascos? ¿Fugas?", "Fontanero 24 horas", "Servicio urgente en su zona",
                             "Llame a Paco 655 11 22 33", "Sin cobrar desplazamiento"],
    "poster": ["2|Concierto de Navidad", "Coral San Martín", "Sábado 20 de diciembre, 20:00 h", "Iglesia de Santa María",
               "Entradas: 5 €", "Información 948 22 11 00"],
    "parcel label": ["De: Librería Antonio Machado", "Fernando VI 17, 28004 Madrid", "Para: Carmen Ruiz Ortega",
                     "C/ Sol 4, 3º B", "41003 Sevilla", "Tel. 654 32 10 98", "Peso 1,2 kg", "Bulto 1 de 1"],
    "English receipt": ["THE GREEN MAN", "12 High Street, Bath BA1 1AA", "Tel 01225 123456", "VAT No 123 4567 89",
                        "2 x Ale 9.80", "1 x Pie 12.50", "Total 22.30", "Card payment", "You were served by Emma"],
    "German bill": ["Rechnung Nr. 2026-114", "Schreinerei Huber GmbH", "Tel. 089 123456", "Menge Preis Summe",
                    "Gesamt 238,00 EUR", "Zahlbar innerhalb 14 Tagen"],
    "estimate": ["PRESUPUESTO Nº 214", "Reformas Gálvez", "NIF 12345678Z", "Tel. 655 443 322", "Cliente: Rosa Marín",
                 "Pintura salón 450,00", "Total 450,00 €"],
    "badge": ["2|SALÓN DE LA ALIMENTACIÓN 2026", "Bilbao, 4-6 de marzo", "2|Javier Otero", "VISITANTE"],
    "sign of a lawyer": ["2|ABOGADOS", "2º piso", "Horario: lunes a viernes de 9:00 a 14:00", "Cita previa 954 12 34 56"],
    "badge of somebody with a role": ["1.6|CONGRESO NACIONAL DE LOGÍSTICA", "2|Ainhoa Lizarraga", "Directora de Operaciones",
                                      "Transportes Ebro"],
    "note of whom to call": ["Teléfono del taller:", "Manolo Ruiz", "954 11 22 33", "preguntar por el coche"],
    "appointment": ["Clínica Vega", "Próxima cita", "Paciente: José Luis Mora", "Día 14/11/2026 Hora 10:30",
                    "Dra. Ana Vega", "Tel. 923 11 22 33"],
    "opening": ["2|¡GRAN APERTURA!", "Clínica Dental Sonrisas", "Dra. Paula Neri", "Limpieza 29 €",
                "Pide tu cita: 976 22 41 90", "www.sonrisas.es"],
    "mail with a signature": ["Re: Reunión del jueves", "Carlos Ruiz <carlos.ruiz@acme.es>", "para mí", "Hola:",
                              "Confirmo la reunión del jueves a las 10:00.", "Un saludo,", "Carlos Ruiz",
                              "Director Comercial · Acme S.L.", "Tel. 912 33 44 55"],
    "parcel to somebody": ["Enviar a:", "Sr. Luis Prieto Sanz", "C/ Ercilla 18, 5º D", "48009 Bilbao",
                           "Tel. 655 20 83 17", "Nº de seguimiento 7741 0293 5518"],
    "membership": ["Club Deportivo Norte", "Carné de socio", "Nº 4412", "Javier Otero Lima", "Temporada 2026"],
    "envelope": ["Mutua del Júcar", "Apartado de Correos 214", "46080 Valencia", "Tel. 963 29 17 92", "",
                 "1.2|Dña. Isabel Roca Rey", "1.2|C/ San Nicolás, 12, 3º A", "1.2|46005 Valencia"],
    "dated letter of one line": ["1.4|Reformas Gil", "C/ Hierro 12, 28045 Madrid", "info@reformasgil.es", "915 55 10 22", "",
                                 "Madrid, 3 de junio de 2026", "", "Pedro Gil Marín", "Gerente"],
    "French letter": ["1.4|Plomberie Vasseur", "04 76 50 25 88", "contact@plomberie-vasseur.fr", "Madame,",
                      "Suite à votre visite, nous vous prions de trouver notre offre.", "Guy Vasseur", "Gérant"],
    "price list": ["2|Peluquería Mira", "Corte 15 €", "Color 30 €", "Yolanda Prieto, estilista", "985 58 15 01"],
    "delivery note": ["Ferretería La Llave, S.L.", "Albarán de entrega nº 118", "Att. Ana Gil Soto", "655 44 33 22",
                      "2 cajas tornillo", "Recibí:"],
    "minutes": ["2|ACTA DE REUNIÓN", "Asistentes: Ana Gil, Luis Prieto", "Director: Pedro Marín", "pedro.marin@acme.es",
                "Orden del día"],
    "wine list": ["1.8|Carta de vinos", "Rueda José Pariente", "16 €", "Restaurante Casa Gil", "Tel. 913 65 32 52"],
    "guests' password": ["2|Hotel Miramar", "Habitación 214", "Sr. Luis Prieto Sanz", "Wifi: miramar", "971 22 33 44"],
    "gibberish": ["aR nnn ette", "lJ| e1 o0", "— ~ ii"],
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_CARDS)
def test_no_contact_is_made_from(kind: str) -> None:
    assert parse(reading(*NO_CARDS[kind]), "ES") is None


def test_an_empty_reading_is_no_card() -> None:
    assert parse(Reading(), "ES") is None


def test_a_name_alone_is_no_card() -> None:
    assert parse(reading("2|Ana Pérez Soto"), "ES") is None


def test_a_long_list_of_services_is_still_a_card() -> None:
    services = ["Reformas integrales", "Fontanería", "Electricidad", "Presupuestos sin compromiso"]

    assert parse(reading("2|Antonio Gil Marín", "Instalador", *services, "655 443 322"), "ES") is not None
