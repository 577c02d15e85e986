"""Small tables of what a note leaves out: greetings, scaffold, what only frames a sum, a length or a move."""

import re

from core.understanding.lexicon import GLUE
from core.understanding.text import word_set

FILLERS = word_set(
    """
    oye mira hola buenas bueno pues che lamentablemente desgraciadamente afortunadamente unfortunately sadly
    well so hey hi hiya fyi kindly
    note update recordatorio nota apunta anota anotar apuntar registra registrar
    xfa porfa porfi please pls btw reminder tarea todo recuerda oiga fwd
    jaja jajaja jajajaja jeje jejeje jiji jajaj jajajaj hehe haha agenda ale hala
    apuntame anotame agendame programame reservame cuadrame ponme metame meteme citame agende programe anote apunte
    acordate acuerdate recordame agendate
    illo quillo anoten recien quedo entrante entra buenos dias tardes noches morning afternoon duration duracion ahorita
    """
)
TRIMMED_LEFT = FILLERS - word_set("dias tardes noches morning afternoon") | word_set(
    """
    's y e and que , ; : . - – — ! ? ( ) para to luego then pero but so despues also tambien & * •
    """
)
TRIMMED_RIGHT = word_set(
    """
    y e and , ; : . - – — ! ? ( ) a de del al en el la los las un una con at to by for on with the para por que of from
    & porque because while cos due @ d dna lic ing dr dra sr sra
    """
)
OF_MOVES = word_set(
    """
    oportunidad oportunidades venta operacion opp deal opportunity order business one account cuenta stage etapa
    fase porque because due debido motivo razon reason since project proyecto contract contrato proposal
    propuesta oferta quote
    pedido compra final ala sale now till until hasta plan tender concurso offer
    """
)
OFFERS = word_set("oferta presupuesto propuesta cotizacion contrato quote proposal offer contract")
SMALL = (
    GLUE
    | (FILLERS - word_set("mira entra"))
    | word_set(
        "vat plus ex net inc me nos i we they it is was ha ha han hoy today again hay tengo quedamos ella ellas "
        "ellos "
        "him her them us there then ill im 'm 'll 've 's hq all both mainly mostly only done"
    )
)


VAGUE = word_set(
    "follow followup up retomar insistir seguimiento chase hacer dar pasar check ver do mirar tomar get poner take "
    "back hice di"
)
"""Verbs that say nothing by themselves."""
JOINTS = word_set("y e and & + / con with")
CLITICS = word_set("le les lo la los las se me nos i we i'll")
OF_A_QUOTE = word_set("revised new updated final formal full year month right ok so i i'd 'd need go see")
"""What tells no more than the quote, or the plan, itself."""
COSTING = word_set(
    "salen sale salia salian son es seran serian sera suman suma cuesta cuestan vale valen asciende como unos unas "
    "aprox total casi end allowing allow importe precio final mas menos pico redondos "
    "pelados pelaos pavos justos justo clavados exactos cerrados"
)
"""What but leads to a sum: "las cámaras *salen como en* 15.000"."""
LASTING = word_set(
    "costado costao llevado llevao tardado tardao durado durao total echado echao estado estao tiempo entre "
    "unas unos "
    "casi rato duro media he ha han hemos a allow allowing took lasted about"
)
"""What but leads to a length: "3 horas *me ha costado*"."""
BEFORE_A_FIRM = word_set("can ca cal casa grupo empresa firma gente chicos equipo")
"""What stands before a firm's name without being of it: "la Margalida de *can* Roig"."""
EXCLAMATION = re.compile(
    r"(?:(?:no|si|ja\w*|je\w*|toma|ya|ale|hala|venga|vamos|yuju|yupi|ole|uf+|buf+|bueno|en fin|madre mia|vaya "
    r"tela|por "
    r"fin|sin mas|nada mas|y ya|eso es todo|poco mas|un saludo|saludos|bien|bravo|toma castana|a tope|hay que "
    r"celebrarlo|que bien|menos mal|gracias|de momento nada mas) ?)+"
)
"""What one calls out when all is said."""
AGAIN = re.compile(r"(?<!\S)(?:otra vez|de nuevo|nuevamente)(?!\S)")
"""What a follow-up that has its field need not say."""
SAYING = word_set(
    "says said he she they who that has have it is was 's dice dicen dijo dijeron dicho comenta comentan cuenta "
    "cuentan confirma confirman aprobado aprobada aprobados aprobadas aceptado aceptada que me nos ha han ya"
)
"""What but leads to the move that was told: "Benito *dice que* los silos …"."""
CALLING = word_set("llama llaman escribe escriben")
"""What they do to reach us, told as it happens: the kind of the entry holds it."""
