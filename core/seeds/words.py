"""What the made-up companies are made of: Spanish names, towns, trades, and what reps write."""

GIVEN_NAMES = (
    "María", "Carmen", "Ana", "Laura", "Marta", "Lucía", "Elena", "Pilar", "Cristina", "Raquel", "Nuria", "Beatriz",
    "Rocío", "Silvia", "Inés", "Teresa", "Montserrat", "Sofía", "Andrea", "Irene", "Antonio", "José", "Manuel",
    "Francisco", "Javier", "David", "Daniel", "Carlos", "Miguel Ángel", "Rafael", "Pedro", "Ángel", "Alejandro",
    "Fernando", "Sergio", "Pablo", "Jorge", "Alberto", "Luis", "Íñigo", "Óscar", "Rubén", "Iván", "Jesús", "Andrés",
    "José Luis", "Juan Carlos", "María José", "Ana Belén", "Joan",
)  # fmt: skip
WOMEN = frozenset(GIVEN_NAMES[: GIVEN_NAMES.index("Antonio")]) | {"María José", "Ana Belén"}
SURNAMES = (
    "García", "Martínez", "López", "Sánchez", "Pérez", "Gómez", "Martín", "Jiménez", "Ruiz", "Hernández", "Díaz",
    "Moreno", "Muñoz", "Álvarez", "Romero", "Alonso", "Gutiérrez", "Navarro", "Torres", "Domínguez", "Vázquez",
    "Ramos", "Gil", "Ramírez", "Serrano", "Blanco", "Molina", "Morales", "Ortega", "Delgado", "Castro", "Ortiz",
    "Rubio", "Marín", "Sanz", "Núñez", "Iglesias", "Medina", "Garrido", "Cortés", "Castillo", "Lozano", "Guerrero",
    "Cano", "Prieto", "Méndez", "Cruz", "Calvo", "Gallego", "Vidal", "León", "Herrera", "Peña", "Campos", "Vega",
    "Ibáñez", "Etxeberria", "Aguirre", "Urrutia", "Puig", "Ferrer", "Soler", "Esteve", "Zubiri", "Lasheras",
)  # fmt: skip
LEAD_SUBJECTS = (
    "Equipar la cocina de un local nuevo", "Dos hornos mixtos", "Cámara frigorífica", "Renovar la lavandería",
    "Vajilla para 80 comensales", "Lavavajillas de capota", "Contrato de mantenimiento", "Mobiliario de terraza",
    "Tren de lavado", "Vitrinas y mostrador",
)  # fmt: skip
LEAD_NOTES = (
    "Nos dejó sus datos en la feria.", "Pide catálogo y precios.", "Prefiere que la llamen por la tarde.",
    "Abren en primavera.", "Compara con otro proveedor.", "",
)  # fmt: skip
# Town, province, postcode's beginning, latitude, longitude, telephone prefix.
Town = tuple[str, str, str, float, float, str]
"""Its name, province, how its postcodes begin, where it is, how its telephone numbers begin."""

NORTH: tuple[Town, ...] = (
    ("Zaragoza", "Zaragoza", "500", 41.6488, -0.8891, "976"),
    ("Huesca", "Huesca", "220", 42.1362, -0.4087, "974"),
    ("Teruel", "Teruel", "440", 40.3457, -1.1065, "978"),
    ("Pamplona", "Navarra", "310", 42.8125, -1.6458, "948"),
    ("Tudela", "Navarra", "315", 42.0617, -1.6060, "948"),
    ("Logroño", "La Rioja", "260", 42.4627, -2.4450, "941"),
    ("Bilbao", "Bizkaia", "480", 43.2630, -2.9350, "944"),
    ("Vitoria-Gasteiz", "Álava", "010", 42.8467, -2.6716, "945"),
    ("San Sebastián", "Gipuzkoa", "200", 43.3183, -1.9812, "943"),
    ("Calatayud", "Zaragoza", "503", 41.3535, -1.6432, "976"),
)
SOUTH: tuple[Town, ...] = (
    ("València", "Valencia", "460", 39.4699, -0.3763, "963"),
    ("Castelló de la Plana", "Castellón", "120", 39.9864, -0.0513, "964"),
    ("Alicante", "Alicante", "030", 38.3452, -0.4810, "965"),
    ("Elche", "Alicante", "032", 38.2669, -0.6983, "965"),
    ("Murcia", "Murcia", "300", 37.9922, -1.1307, "968"),
    ("Cartagena", "Murcia", "302", 37.6257, -0.9966, "968"),
    ("Albacete", "Albacete", "020", 38.9943, -1.8585, "967"),
    ("Gandia", "Valencia", "467", 38.9667, -0.1833, "962"),
    ("Lorca", "Murcia", "308", 37.6712, -1.7017, "968"),
    ("Cuenca", "Cuenca", "160", 40.0704, -2.1374, "969"),
)
STREETS = (
    "Calle Mayor", "Calle San Miguel", "Avenida de la Constitución", "Calle del Carmen", "Paseo de la Independencia",
    "Polígono Malpica, calle E", "Polígono Industrial La Cruz, nave", "Calle Real", "Plaza de España", "Calle Nueva",
    "Avenida de Europa", "Calle de los Hornos", "Camino Viejo", "Ronda de Levante", "Calle del Mercado",
)  # fmt: skip
# What a firm does → how it may be called; {s} a surname, {t} its town, {x} a saint or a place.
TRADES = {
    "Hostelería": (
        "Restaurante {x}", "Hotel {x}", "Cafetería {s}", "Mesón {s}", "Asador {x}", "Hostal {x}",
        "Grupo {s} Hostelería",
        "Catering {s}", "Bar {x}",
    ),
    "Alimentación": (
        "Panadería {s}", "Carnicería {s}", "Obrador {x}", "Frutas {s}", "Supermercados {s}", "Pastelería {x}",
        "Conservas {x}", "Quesos {x}",
    ),
    "Industria": (
        "Talleres {s}", "Metalúrgica {x}", "Carpintería {s}", "Mecanizados {s}", "Plásticos {x}", "Muebles {s}",
        "Cristalería {s}", "Envases {x}",
    ),
    "Colectividades": (
        "Colegio {x}", "Residencia {x}", "Clínica {s}", "Hospital {x}", "Guardería {x}", "Centro Deportivo {x}",
    ),
    "Distribución": ("Suministros {s}", "Comercial {s}", "Almacenes {x}", "Ferretería {s}", "Distribuciones {x}"),
}  # fmt: skip
PLACES = (
    "San Jorge", "El Pilar", "La Alameda", "Santa Ana", "Los Olivos", "El Molino", "La Ribera", "San Lorenzo",
    "Virgen del Mar", "El Puerto", "La Plaza", "Monte Aragón", "El Jardín", "La Huerta", "San Fermín", "Santa Bárbara",
    "El Faro", "La Estación", "Puerta del Carmen", "Los Sitios", "El Castillo", "La Marina", "Sierra Nevada",
    "El Rincón", "La Tejería", "Las Torres", "Moncayo", "Los Arcos", "La Muralla", "El Convento",
)  # fmt: skip
LEGAL_FORMS = (", S.L.", ", S.L.", ", S.L.", ", S.A.", ", S.L.U.", "", "", " e Hijos, S.L.", ", S. Coop.")
JOBS = (
    ("Gerente", "Gerente"),
    ("Jefe de compras", "Jefa de compras"),
    ("Responsable de compras", "Responsable de compras"),
    ("Encargado", "Encargada"),
    ("Comprador", "Compradora"),
    ("Jefe de cocina", "Jefa de cocina"),
    ("Director", "Directora"),
    ("Director de operaciones", "Directora de operaciones"),
    ("Responsable de mantenimiento", "Responsable de mantenimiento"),
    ("Administración", "Administración"),
    ("Propietario", "Propietaria"),
    ("Socio", "Socia"),
    ("Jefe de taller", "Jefa de taller"),
    ("Responsable de almacén", "Responsable de almacén"),
)
"""A man's and a woman's."""
PRODUCTS = (
    "Lavavajillas de capota", "Cámara frigorífica", "Horno mixto de 10 bandejas", "Cafetera de 3 grupos",
    "Mesa fría", "Renovación de cocina", "Botelleros", "Armario congelador", "Campana extractora", "Freidora doble",
    "Contrato de mantenimiento", "Carros calientes", "Abatidor de temperatura", "Estanterías de almacén",
    "Fabricador de hielo", "Vitrina expositora", "Amasadora de 60 l", "Envasadora al vacío", "Menaje de temporada",
    "Productos de limpieza, pedido anual",
)  # fmt: skip
LOST_REASONS = (
    "El precio: la competencia bajó un 12 %", "Han decidido reparar lo que tienen", "Sin presupuesto este año",
    "Se lo compran a su proveedor de siempre", "El plazo de entrega",
)  # fmt: skip
POSTPONED_REASONS = ("Esperan una subvención", "Lo retoman después de la temporada", "Están de obras hasta verano")
CALL_NOTES = (
    "Quieren precio del modelo superior.", "Hablado con compras, les cuadra la oferta.",
    "No estaba, que llame otra vez.",
    "Preguntan por el plazo de entrega.", "Piden dos semanas para decidir.", "Contentos con el último pedido.",
    "Tienen una avería, aviso al servicio técnico.", "Comparan con otra marca, mando ficha técnica.",
    "Confirman la visita.", "Quieren ver el equipo funcionando antes de decidir.",
)  # fmt: skip
VISIT_NOTES = (
    "Enseñado el catálogo, les interesa la gama media.", "Medida la cocina, falta toma trifásica.",
    "Demostración hecha, muy bien.", "Revisado el almacén: cabe una cámara de 12 m².",
    "Café con la gerente, sin novedad.",
    "Nos abren la puerta a su segundo local.", "Queja por el último reparto, lo dejo resuelto.",
    "Repasado el pedido anual, subirán un 8 %.",
)  # fmt: skip
PLANS = {
    "call": ("Volver a llamar por la oferta", "Preguntar si han decidido", "Confirmar la entrega",
        "Cerrar fecha de visita"),
    "visit": ("Visita con el catálogo nuevo", "Tomar medidas", "Demostración del equipo", "Repasar el año"),
    "email": ("Enviar la oferta", "Mandar fichas técnicas", "Enviar el contrato"),
    "task": ("Preparar la oferta", "Pedir precio a fábrica", "Revisar condiciones de pago"),
    "meeting": ("Reunión con gerencia", "Presentar el plan del año"),
}  # fmt: skip
