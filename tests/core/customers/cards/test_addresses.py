"""Postal addresses of several countries."""
# ruff: noqa: E501 - a card a line is easier to compare

import pytest

from tests.core.customers.cards.printed import card


@pytest.mark.parametrize(
    ("region", "lines", "street", "postcode", "city", "country"),
    [
        ("ES", ["Calle Velázquez, 85, 3.º B", "08078 Barcelona"], "Calle Velázquez, 85, 3.º B", "08078", "Barcelona", "ES"),
        ("ES", ["C/ Mayor, 29", "46041València, España"], "C/ Mayor, 29", "46041", "València", "ES"),
        ("ES", ["Plaza Mayor 3, 37002 Salamanca"], "Plaza Mayor 3", "37002", "Salamanca", "ES"),
        ("ES", ["Gran Vía, 23 - 4º Izda.", "48001 BILBAO (Bizkaia)"], "Gran Vía, 23 - 4º Izda.", "48001", "Bilbao", "ES"),
        ("ES", ["Pol. Ind. El Portazgo, nave 14", "50011 Zaragoza"], "Pol. Ind. El Portazgo, nave 14", "50011", "Zaragoza", "ES"),
        ("MX", ["Paseo de la Reforma 1419, Piso 4", "C.P. 44763, Guadalajara, México"], "Paseo de la Reforma 1419, Piso 4",
         "44763", "Guadalajara", "MX"),
        ("MX", ["Blvd. López Mateos 1234, Col. San Isidro", "León, Gto., C.P. 37530"],
         "Blvd. López Mateos 1234, Col. San Isidro", "37530", "León", "MX"),
        ("MX", ["Padre Mier 545 Pte., Centro", "64000 Monterrey, N.L."], "Padre Mier 545 Pte., Centro", "64000", "Monterrey", "MX"),
        ("CO", ["Av. El Dorado 97 # 18-26", "Cali"], "Av. El Dorado 97 # 18-26", None, "Cali", "CO"),
        ("CO", ["Calle 52 # 63-46, Of. 502 Medellín Colombia"], "Calle 52 # 63-46, Of. 502", None, "Medellín", "CO"),
        ("AR", ["Av. Corrientes 1234, Piso 5", "C1043AAZ Buenos Aires"], "Av. Corrientes 1234, Piso 5", "C1043AAZ",
         "Buenos Aires", "AR"),
        ("CL", ["Av. Apoquindo 4501, Las Condes", "Santiago, Chile"], "Av. Apoquindo 4501", None, "Santiago", "CL"),
        ("CL", ["O'Higgins 8098", "Concepción"], "O'Higgins 8098", None, "Concepción", "CL"),
        ("PE", ["Av. Larco 345, Miraflores", "Lima, Perú"], "Av. Larco 345", None, "Lima", "PE"),
        ("CO", ["Cra. 78C No. 34A-55", "Cartagena de Indias - Bolívar"], "Cra. 78C No. 34A-55", None,
         "Cartagena de Indias", "CO"),
        ("MX", ["Av. Vallarta 4417", "Col. Obispado, 45494", "Zapopan, Jal."], "Av. Vallarta 4417", "45494",
         "Zapopan", "MX"),
        ("ES", ["C/ San Vicente Mártir 36", "Sevilla 41015"], "C/ San Vicente Mártir 36", "41015", "Sevilla", "ES"),
        ("GB", ["31 Foundry Road, Nottingham", "NG7 2DU"], "31 Foundry Road", "NG7 2DU", "Nottingham", "GB"),
        ("GB", ["1 Tony Highway", "Leeds LS9 5HT"], "1 Tony Highway", "LS9 5HT", "Leeds", "GB"),
        ("ES", ["14 Market Street", "Harrogate, HG1 2AB", "United Kingdom"], "14 Market Street", "HG1 2AB", "Harrogate", "GB"),
        ("US", ["4521 Peachtree Blvd, Suite 200", "Norcross, GA 30071"], "4521 Peachtree Blvd, Suite 200", "30071",
         "Norcross", "US"),
        ("FR", ["12 bis, rue des Lilas", "69003 LYON"], "12 bis, rue des Lilas", "69003", "Lyon", "FR"),
        ("DE", ["Industriestraße 12", "D-73312 Geislingen"], "Industriestraße 12", "73312", "Geislingen", "DE"),
        ("PT", ["Rua da Liberdade, 45", "7000-500 Évora"], "Rua da Liberdade, 45", "7000-500", "Évora", "PT"),
        ("ES", ["Cuesta de Gomérez, 13", "18009 Granada"], "Cuesta de Gomérez, 13", "18009", "Granada", "ES"),
        ("ES", ["Paseo de la Constitución, 40, 4.º B, sooo8 Zaragoza"], "Paseo de la Constitución, 40, 4.º B", "50008",
         "Zaragoza", "ES"),
        ("GB", ["81 Conduit Street", "London WCIN 3LJ – United Kingdom"], "81 Conduit Street", "WC1N 3LJ", "London", "GB"),
        ("IE", ["34 Capel Street", "Dublin 1, D01 X4P8", "Ireland"], "34 Capel Street", "D01 X4P8", "Dublin", "IE"),
        ("MX", ["Circuito Fundadores No. 99", "Col. San Rafael, 78681", "San Luis Potosí, S.L.P. - México"],
         "Circuito Fundadores No. 99", "78681", "San Luis Potosí", "MX"),
        ("ES", ["Edificio Atalaya, C/ del Pilar, n.º 117", "L'Hospitalet de Llobregat 08965"], "Edificio Atalaya, C/ del Pilar, n.º 117",
         "08965", "L'Hospitalet de Llobregat", "ES"),
        ("ES", ["Carrer de Balmes, 109, 3.º B", "08090- Barcelona"], "Carrer de Balmes, 109, 3.º B", "08090", "Barcelona", "ES"),
        ("ES", ["Avda. de Goya, 12", "48992-Getxo"], "Avda. de Goya, 12", "48992", "Getxo", "ES"),
        ("ES", ["Ronda del Sol, 10", "08965-L'Hospitalet de Llobregat"], "Ronda del Sol, 10", "08965", "L'Hospitalet de Llobregat", "ES"),
        ("ES", ["Camino de Goya, s/n", "28004 Madrid"], "Camino de Goya, s/n", "28004", "Madrid", "ES"),
        ("ES", ["A: Camino de Goya, s/n,", "Murcia 30001"], "Camino de Goya, s/n", "30001", "Murcia", "ES"),
        ("ES", ["Pol. Ind. Goya, nave 172 · 2ª planta", "37002 Salamanca"], "Pol. Ind. Goya, nave 172, 2ª planta", "37002", "Salamanca", "ES"),
        ("ES", ["Dirección| Calle Aragón, 185", "46010 Valencia"], "Calle Aragón, 185", "46010", "Valencia", "ES"),
        ("ES", ["AlAv. de Aragón, 185", "46010 Valencia"], "Av. de Aragón, 185", "46010", "Valencia", "ES"),
        ("NL", ["Stationsplein 87", "2e etage", "9704 ET Groningen"], "Stationsplein 87, 2e etage", "9704 ET", "Groningen", "NL"),
        ("FR", ["57 bis, avenue Jean-Jaurès", "Bât.C", "75006 Paris"], "57 bis, avenue Jean-Jaurès, Bât.C", "75006", "Paris", "FR"),
        ("GB", ["Second Floor", "216 Wharf Street", "Cardiff, CF75 7GF"], "Second Floor, 216 Wharf Street", "CF75 7GF", "Cardiff", "GB"),
        ("GB", ["10 Wharf Street, Sheffield, S2 OGN, United Kingdom"], "10 Wharf Street", "S2 0GN", "Sheffield", "GB"),
        ("IE", ["Unit 12 | 151 Penn Road", "Cork T12 W8KP"], "Unit 12, 151 Penn Road", "T12 W8KP", "Cork", "IE"),
        ("US", ["199 Conduit Ave, Suite 210 | Pittsburgh, PA15204"], "199 Conduit Ave, Suite 210", "15204", "Pittsburgh", "US"),
        ("PE", ["Calle Los Cedros 1053, Int. 12, Arequipa 04029"], "Calle Los Cedros 1053, Int. 12", "04029", "Arequipa", "PE"),
        ("ES", ["80, rue de Bertrand", "44066 Nantes, France"], "80, rue de Bertrand", "44066", "Nantes", "FR"),
    ],
)  # fmt: skip
def test_an_address_is_read_as_its_country_writes_it(
    region: str, lines: list[str], street: str, postcode: str | None, city: str, country: str
) -> None:
    address = card("2|Ana Pérez Soto", "Directora", "", *lines, "ana@firma.com", region=region).address

    assert address is not None
    assert (address.street, address.postcode, address.city, address.country) == (street, postcode, city, country)


def test_a_card_without_an_address_has_none() -> None:
    assert card("2|Ana Pérez Soto", "Directora", "ana@firma.es", "655 44 33 22").address is None


def test_the_label_before_an_address_is_no_part_of_it() -> None:
    address = card("2|Ana Pérez Soto", "Directora", "ana@firma.es", "Dirección: Calle Mayor 5", "28013 Madrid").address

    assert address is not None
    assert address.street == "Calle Mayor 5"


@pytest.mark.parametrize(
    ("line", "city", "country"),
    [
        ("Valencia", "Valencia", "ES"),
        ("Bogotá, Colombia", "Bogotá", "CO"),
        ("Morada: Lisboa, Portugal", "Lisboa", "PT"),
        ("Adresse: Köln, Deutschland", "Köln", "DE"),
        ("Zumaia (Gipuzkoa)", "Zumaia", "ES"),
        ("Dir. Granada, España", "Granada", "ES"),
    ],
)
def test_a_city_is_all_that_some_cards_say_of_where_they_are(line: str, city: str, country: str) -> None:
    address = card("2|Ana Pérez Soto", "Directora", "ana@firma.com", line).address

    assert address is not None
    assert (address.street, address.city, address.country) == (None, city, country)


def test_of_two_cities_neither_is_the_address() -> None:
    assert card("2|Ana Pérez Soto", "Directora", "ana@firma.com", "Madrid · Valencia").address is None


@pytest.mark.parametrize("label", ["D ", "D. ", "D: ", "Addr. ", "A ", "Dirección: ", "Taller: "])
def test_no_label_is_part_of_a_street(label: str) -> None:
    lines = (f"{label}Calle Mayor 5", "28013 Madrid")
    address = card("2|Ana Pérez Soto", "Directora", "ana@firma.es", *lines).address

    assert address is not None
    assert address.street == "Calle Mayor 5"


def test_a_label_of_what_stood_beside_it_is_no_part_of_a_street() -> None:
    lines = ("81 Conduit Street Web: www.firma.co.uk", "London WC1N 3LJ")
    address = card("2|Anne Brooks", "Director", "anne@firma.co.uk", *lines, region="GB").address

    assert address is not None
    assert address.street == "81 Conduit Street"


def test_a_number_in_a_register_is_no_postcode() -> None:
    lines = ("Reg. CAL N° 45678", "Jr. Huallaga 160, Of. 305", "Lima 15001")
    address = card("2|Ana Pérez Soto", "Abogada", *lines, "ana@firma.pe", region="PE").address

    assert address is not None
    assert (address.postcode, address.city) == ("15001", "Lima")


def test_a_job_title_is_never_the_town() -> None:
    parsed = card(
        "Aislamientos del Ebro S.R.L.",
        "2|Joaquín Aguirre",
        "Jefe de Ventas",
        "Int. 12, 04029",
        "ja@ebro.pe",
        region="PE",
    )

    assert parsed.job_title == "Jefe de Ventas"
