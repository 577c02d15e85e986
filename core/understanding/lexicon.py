"""Everyday words of both languages: none of them alone is a name, and none is mended into one."""

from core.understanding.common_nouns_es import COMMON_NOUNS
from core.understanding.everyday import EVERYDAY
from core.understanding.everyday_en import EVERYDAY_EN
from core.understanding.first_names_es import FIRST_NAMES
from core.understanding.text import word_set

GLUE = word_set(
    """
    a al ante con de del desde e el en entre hacia hasta la las lo los para por segun sin sobre su sus tras un
    una y o u mi mis que se ya le les donde casa alli aqui hay about across an and around at back by for from in
    into of off on onto or over re the their there to up via with my our his her its w it guys team people gente
    equipo chicos senor senora sr sra don dona mr mrs ms dr n @ , ; : . ! - ( ) / & ' " “ ” « » ¡ ¿ … – — *
    """
)

COMMON = GLUE | word_set(
    """
    yo tu el ella nosotros ellos ellas me te nos os esto eso este esta estos estas ese esa aquel todo toda todos
    todas nada algo mucho mucha muchos muchas muy mas menos poco poca bien mal mejor peor bueno buena buenos
    buenas ok vale si no tambien tampoco pero porque pues como cuando donde quien cual cuanto cuanta cuantos
    solo aun todavia siempre nunca luego despues antes ahora hoy ayer manana tarde noche dia dias semana semanas
    mes meses ano anos hora horas minuto minutos rato lunes martes miercoles jueves viernes sabado domingo enero
    febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre primera ultima proximo
    proxima pasado pasada viene siguiente es son era eran fue fueron ser esta estan estaba estaban he ha han
    hemos habia hay tener tengo tiene tienen tenia tuvo quiere quieren queria querian pide piden pidio pidieron
    dice dicen dijo dijeron necesita necesitan busca buscan interesa interesados interesado interesada contento
    contentos contenta encantados puede pueden va van vamos voy ir dar da dan dio hacer hace hacen hizo hicimos
    ver vemos visto sabe saben parece parecen falta faltan sigue siguen espera esperan deciden decide compran
    compra llaman llamar llame llamada llamado hablar hable hablado visita visite visitado reunion cita correo
    email mail oferta presupuesto pedido precio precios tarifa tarifas catalogo muestra muestras entrega factura
    facturas contrato cliente clientes proveedor producto productos modelo unidades cajas palet palets descuento
    calidad plazo plazos pago problema problemas queja reclamacion tema temas asunto proyecto oportunidad
    oportunidades propuesta negociacion ganada ganado perdida perdido aplazada aplazado prospeccion
    cualificacion etapa fase pasa pasar mueve mover pon poner enviar envia mandar preparar presentacion demo
    comida cafe telefono movil jefe encargado gerente director directora compras responsable comprador tecnico
    nuevo nueva nuevos nuevas viejo grande pequeno alto alta bajo barato caro cara fuerte rapido rapida urgente
    importante seguro posible imposible fatal genial perfecto estupendo hola gracias adios mientras entonces
    ademas incluso casi i you he she we they me him us them this that these those all some any no not none yes
    yeah ok okay good great fine bad well very much many more less most few lot lots is are was were be been
    being am has have had do does did done will would could should can may might must shall want wants wanted
    need needs needed like likes ask asked asks say says said tell told think know get got give gave take took
    make made go went gone come came see saw look looking looks interested happy keen unhappy price prices
    pricing quote quotes order orders offer proposal demo meeting call called visit visited email emailed sent
    send today tomorrow yesterday morning afternoon evening night week weeks month months day days year years
    hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday january february march
    april june july august september october november december next last first new old big small when where who
    what why how which then than so but because if also just still yet again soon later now before after while
    during only really customer client supplier product products model units boxes discount delivery payment
    invoice contract problem issue project opportunity deal stage negotiation prospecting qualification won lost
    postponed move moved moving put brochure catalogue sample samples spec boss manager buyer director waiting
    wait budget cheaper expensive competitor competition help please thanks thank hello hi bye went left back
    too two three one four five six seven eight nine ten wants
    """
)
NO_SLIPS = COMMON | EVERYDAY | EVERYDAY_EN | COMMON_NOUNS | FIRST_NAMES
"""Words that were meant as they stand, however near a name is."""

PUNCTUATION = word_set(", ; : . ! ? ( ) – — … ¿ ¡ •")
