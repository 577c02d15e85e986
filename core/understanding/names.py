"""An index of names that finds who is meant by part of a name, without accents, with slips, legal forms left out."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

from core.understanding.nicknames import NICKNAMES, SHORT_WORDS
from core.understanding.spelling import Spelling
from core.understanding.text import keys_of, word_set

LEGAL_FORMS = word_set(
    "sl slu sa sau slp sll sal sc scp cb scl scoop sat ltd limited inc llc llp plc corp co gmbh ag bv nv srl spa sarl "
    "sas sociedad limitada anonima cia"
)
CONNECTORS = word_set("de del d la las los el y e i and n the of & - ' . , + / al a")
SHORTEST_START = 4
MANY_HOLDERS = 5
"""A word that so many names hold tells little of which one is meant."""
TRADE_WORDS = word_set(
    """
    taller talleres ferreteria hotel hoteles grupo bodega bodegas construcciones clinica panaderia restaurante
    bar farmacia optica imprenta muebles distribuciones distribuidora suministros instalaciones transportes
    comercial industrias industrial hermanos hijos asociados aceros metalurgica carpinteria electricidad
    fontaneria inmobiliaria asesoria consultoria servicios sistemas tecnologia logistica alimentacion frutas
    carnes pescados autos motor motors garage foods bakery marine engineering services solutions group holdings
    systems supplies consulting brothers sons partners trading industries hardware clinic dental pharmacy
    builders construction logistics cafe cafeteria tienda almacenes supermercados centro casa viveros quimicas
    plasticos maderas textiles graficas excavaciones reformas pinturas cristaleria cerrajeria climatizacion
    ingenieria laboratorios editorial general nacional iberia iberica espana europa norte sur este oeste global
    international empresa empresas negocio sociedad compania company firm shop store school council county city hospital
    universidad university instituto colegio ayuntamiento diputacion residencia gimnasio gym academia fundacion
    asociacion
    cooperativa agricola cocinas ventanas puertas papeleria libreria peluqueria veterinaria autoescuela lavanderia
    equipment supply distribution distributors packaging medical healthcare health software technology
    technologies tech data
    mart market markets creamery dairy dairies feeds quarry sawmill joinery scaffolding fabrication fabrications
    digital media marketing design studio studios interiors furniture kitchens windows doors roofing plumbing electrical
    electric mechanical automation robotics tools machinery machines plant hire rental rentals fixings fasteners parts
    motors automotive vehicles tyres tires trailers marine aviation aerospace transport haulage freight shipping
    couriers
    storage warehouse warehousing foods food drinks beverage beverages catering events hospitality travel leisure sports
    beauty salon spa wellness veterinary vets vet animal pet garden gardens landscapes nursery nurseries orchard
    orchards
    valley green energy solar power water waste recycling environmental chemicals chemical plastics metals steel
    glass paper
    print printing textiles clothing fashion jewellery retail wholesale stores market express direct first premier royal
    national central northern southern eastern western north south east west city town state street road bridge
    river hill
    lake park house hall court tower castle anchor star summit target beacon crown legal law accountants insurance bank
    finance capital investments property properties estates housing security fire safety training education
    learning academy
    college church charity council borough district regional office offices people personnel recruitment
    consulting advisory
    envases embalajes maquinaria herramientas repuestos recambios neumaticos piezas equipos equipamientos iluminacion
    electronica informatica telecomunicaciones comunicaciones redes internet digital medios publicidad diseno
    estudio moda
    calzado joyerias optica opticas dental clinicas medica medico salud sanitaria farmaceutica cosmetica belleza
    estetica
    deportes ocio turismo viajes eventos catering comidas bebidas vinos aceites cereales piensos ganaderia
    ganadera avicola
    riego riegos agua aguas energia energias solares renovables gas petroleo combustibles residuos reciclaje ambiental
    metal metales aluminio aluminios hierros acero vidrio vidrios ceramica ceramicas azulejos marmol piedra
    hormigon hormigones
    cementos aridos papel papeles carton cartonajes cocina ventana puerta persianas toldos suelo cubiertas
    distribucion comercializadora importaciones exportaciones mayorista minorista outlet mercados plaza puerto playa
    costa sierra valle rio monte campo huerta jardin jardines finca fincas promociones promotora gestion administracion
    formacion escuela educacion seguridad proteccion vigilancia limpieza mantenimientos tecnica tecnico tecnicas
    profesional
    limpiezas mercado carniceria pescaderia fruteria floristeria joyeria zapateria electro pharma farm farms
    dairy brewery
    hostal pension posada meson taberna cerveceria granja estancia rancho abarrotes areneros aridos gruas carrocerias
    electromecanica fisioterapia fisio hormigones estructuras obras quesos embutidos lacteos obrador conservas
    cerrajerias
    carpinterias jamones envasados pinturas decoraciones tapicerias lavanderias guarderia ludoteca campings camping
    ferralla
    desguaces chapa talleristas herreria serreria aserraderos recuperaciones tejidos confecciones mercerias estancos
    inn pub golf club homes care trust board farmacias bodeguero mutua banco seguros notaria gestoria estudio
    arquitectos
    bros contracting contractors hauliers stoves pumps boilers tearooms tearoom fencing pallets cycles blinds
    carpets floors flooring glazing ceramics pottery potteries crafts toys books flowers florist florists brewing
    distillery winery vineyard vineyards cider bakes cakes pies butchers grocers fishmongers greengrocers bistro
    grill kitchen diner pizzeria takeaway lodge guesthouse stables kennels cattery saddlery seeds growers lettings
    removals recovery coaches taxis cabs skips groundworks paving surfacing asphalt aggregates quarries demolition
    cleaning cleaners laundry laundrette tailors opticians surgery practice centre works workshops forge foundry
    welding castings mouldings labels graphics signs press litho photography films audio lighting electrics
    controls instruments labs laboratories diagnostics analytics genomics biotech supplements stationers
    upholstery ironmongers turf timber sawmills boatyard chandlery yachts tractors foodservice coworking preserves
    confectionery carcase joiners roofers plumbers electricians
    heating refrigeration drainage bathrooms tiles paints decorating decorators awnings shutters gates
    sheds roofs gutters caterers ham fish fruit veg produce meats poultry eggs bread cash carry confectioners
    sweets ices icecream coffee roasters roastery tea wines spirits ales beers cellar crane lifting scaffold
    steels bearings hydraulics pneumatics engines gearboxes bodyshop autocentre servicing
    perfumeria perfumerias queseria queserias tintoreria tintorerias drogueria droguerias herboristeria heladeria
    heladerias churreria pasteleria pastelerias confiteria charcuteria charcuterias marisqueria sidreria pizzeria
    hamburgueseria vinoteca asador asadores textil semillas fitosanitarios agropecuaria ganados mecanizados
    automocion despacho abogados hilaturas congelados cafes prefabricados yesos jardineria invernaderos ortopedia
    ortopedias odontologico psicologia podologia mensajeria paqueteria mudanzas autobuses gasolinera gasolineras
    concesionario sastreria merceria lenceria tapiceria ebanisteria marmoles granitos canteras piscinas ascensores
    aislamientos impermeabilizaciones fachadas andamios encofrados demoliciones perforaciones topografia materiales
    panificadora panaderias peluquerias librerias papelerias ferreterias joyeria floristerias guarderias fruterias
    carnicerias pescaderias mueblerias muebleria zapaterias relojeria bazar kiosco tractores carretillas cosmeticas
    tahona cultivos cerealista almazara bodegon
    """
)


class NameIndex:
    """Names by their words; each name has an id, and is added, replaced or removed on its own."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._joined: dict[str, set[str]] = defaultdict(set)
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._spelling = Spelling()
        self._sorted: list[str] | None = None

    def __len__(self) -> int:
        return len(self._words)

    def put(self, key: str, name: str) -> None:
        """Add the name with this id, or replace it."""
        if key in self._words:
            self.remove(key)
        words = self._words[key] = name_words(name)
        self._joined["".join(words)].add(key)
        for letters in _initials(words):
            self._initials[letters].add(key)
        for word in set(words):
            if self._sorted is not None and word not in self._spelling:
                insort(self._sorted, word)
            self._holders[word].add(key)
            self._spelling.add(word)

    def remove(self, key: str) -> None:
        """Take the name with this id out; one that is not there is left so."""
        words = self._words.pop(key, ())
        self._joined["".join(words)].discard(key)
        for letters in _initials(words):
            self._initials[letters].discard(key)
        for word in set(words):
            self._holders[word].discard(key)
            self._spelling.remove(word)

    def words(self, key: str) -> tuple[str, ...]:
        """The words of a name, without legal form and connectors."""
        return self._words.get(key, ())

    def has_word(self, word: str) -> bool:
        return word in self._spelling

    def near(self, word: str) -> list[str]:
        """Words of names that `word` may be a slip of."""
        return self._spelling.near(word)

    def standing_for(self, word: str) -> list[str]:
        """Words of names that `word` is a usual short form of: `paco`, `sta`, `hnos`."""
        longer = {*NICKNAMES.get(word, ()), *SHORT_WORDS.get(word, ())}
        return sorted(one for one in longer if one in self._spelling)

    def beginning_with(self, start: str) -> list[str]:
        """Words of names that begin so, where few enough do to be meant by it: `transp`."""
        if len(start) < SHORTEST_START:
            return []
        words = self._sorted_words()
        first = bisect_left(words, start)
        found = [word for word in words[first : first + MANY_HOLDERS + 1] if word.startswith(start)]
        return [word for word in found if word in self._spelling] if len(found) <= MANY_HOLDERS else []

    def of_initials(self, letters: str) -> set[str]:
        """The ids of the names whose last two or more words begin with these letters: `cc` for Kent County Council."""
        return self._initials.get(letters, set())

    def with_initial(self, alternatives: list[list[str]], letter: str) -> set[str]:
        """The ids of the names that hold one of each position's words, and another that begins so: `Emma H`, `Bill
        H`."""
        said = {word for words in alternatives for word in words}
        return {
            key
            for key in self.holding_all(alternatives)
            if any(word[0] == letter for word in self._words[key] if word not in said)
        }

    def _sorted_words(self) -> list[str]:
        """All words in order: sorted once, then kept so; one that is gone stays, and is passed over."""
        if self._sorted is None:
            self._sorted = sorted(self._spelling)
        return self._sorted

    def holders(self, word: str) -> set[str]:
        """The ids of the names with this word."""
        return self._holders.get(word, set())

    def written_as_one(self, word: str) -> set[str]:
        """The ids of the names that read so when their words are joined."""
        return self._joined.get(word, set())

    def holding_all(self, alternatives: Iterable[Iterable[str]]) -> set[str]:
        """The ids of the names that hold, for each position, one of its alternative words."""
        columns = [[self._holders[word] for word in words if word in self._holders] for words in alternatives]
        columns.sort(key=lambda column: sum(map(len, column)))
        found: set[str] | None = None
        for column in columns:
            found = set().union(*column) if found is None else {key for key in found if any(key in s for s in column)}
            if not found:
                return set()
        return found or set()

    def is_telling(self, word: str) -> bool:
        """Whether the word, alone, tells one name from the others: rare, and no word of a trade."""
        return word not in TRADE_WORDS and len(self.holders(word)) < MANY_HOLDERS


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    for first in range(len(words) - 1):
        yield "".join(word[0] for word in words[first:])


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others; all of them where nothing else is left."""
    words = tuple(keys_of(name))
    own = list(words)
    while len(own) > 1 and own[-1] in LEGAL_FORMS:
        own.pop()
    return tuple(word for word in own if word not in CONNECTORS) or words
