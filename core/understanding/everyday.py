"""More everyday words of both languages: never taken for a slip of a name."""

from core.understanding.text import word_set

EVERYDAY = word_set(
    """
    plan plans plant planta plantas marca marcas carta cartas cierre cierres obra obras mesa mesas casa casas
    calle plaza
    parte partes punto puntos linea lineas lista listas nota notas fecha fechas forma formas fondo fondos medida medidas
    fabrica almacen almacenes tienda tiendas local locales oficina oficinas puerta puertas maquina maquinas pieza piezas
    equipo equipos curso cursos horno hornos mueble muebles suelo suelos techo techos pintura pinturas papel
    papeles cable
    cables motor motores camion camiones coche coches furgoneta bolsa bolsas botella botellas tapa tapas tubo tubos vino
    vinos pan leche carne pescado fruta frutas verdura agua aceite gas luz sol mar monte campo campos ciudad pueblo
    persona personas hombre mujer hijo hija hermano hermana padre madre amigo amiga socio socia dueno duena abogado
    medico doctor doctora profesor chico chica senores senoras empleado empleados operario encargada secretaria
    recepcion
    cosa cosas caso casos vez veces tiempo momento manera modo lado lugar sitio mundo vida trabajo trabajos
    dinero cuenta
    cuentas numero numeros euro euros mitad total suma resto valor valores coste costes gasto gastos ahorro
    ingreso margen
    pago cobro recibo albaran transferencia banco caja cajas stock lote lotes envio envios transporte porte portes
    garantia seguro repuesto repuestos averia averias fallo fallos error errores cambio cambios mejora mejoras ayuda
    respuesta pregunta preguntas duda dudas idea ideas opinion decision decisiones consejo junta director
    gerencia compra
    comprador compradora venta ventas vendedor vendedora comercial competencia mercado sector feria ferias
    evento eventos
    campana promocion rebaja rebajas oferton tarifa catalogo folleto ficha fichas muestrario video foto fotos web pagina
    verano invierno otono primavera vacaciones navidad puente festivo agosto trimestre temporada ejercicio
    principio final
    mitad comienzo mediados fines finales anterior posterior nueva proxima ultima segunda tercera mismo misma
    mismos otra
    otro otros otras cada ambos demas cierto tanto tanta tantos alguno alguna algunos ningun ninguna varias
    varios bastante
    demasiado apenas quiza quizas tal vez claro cierto cerca lejos dentro fuera arriba abajo encima debajo
    delante detras
    antes luego pronto tarde temprano aqui alli ahi alla donde cuando como mientras aunque porque segun contra
    hasta desde
    llega llegan llego manda mandan mando cierra cierran abre abren paga pagan cobra vende venden vuelve vuelven
    sale salen
    entra entran queda quedan deja dejan lleva llevan trae traen monta montan prueba prueban mira miran piensa piensan
    cree creen habla hablan llama cuenta cuentan firma firman acepta aceptan prefiere prefieren revisa revisan estudia
    muy pues tras entre hacia segun durante mediante salvo excepto incluso apenas casi
    able about above across after again against almost alone along already also although always among another
    answer anyone
    anything area around article away baby back bad bank base based basic beach bed been before began begin
    behind believe
    best better between beyond big bit board body book books both bottom box brand break bring broke broken
    brought budget
    build building built business busy buyer buying cable call came cannot capacity car card care careful carry
    case cash
    catalogue cause centre certain chair chairs chance change changed changes charge chat check cheap choice
    choose city claim
    class clean clear close closed closer cold colour come comes coming common company compare complete concern
    condition
    confirm consider contact contract cool copy corner correct cost costs could count county couple course cover
    credit cross
    current cut damage data date deal decide decision deep delay deliver design desk detail details different difficult
    dinner direct discuss door down draft drawing drawings drive drop due during each early earlier easy edge
    either else
    empty end engine engineer enough enter entire even evening event ever every exactly example except expect
    extra eyes face
    fact fair fall family farm fast feel fell felt few field figure figures fill final finance find finger fire
    firm first
    fitted five fix floor follow food force forget form forward found four frame free fresh front full fully
    fund further
    game garden gave general gets getting girl give given glad glass goes gone good goods grand great green ground group
    grow guess guy guys half hall hand hands handle happen happened hard hate head hear heard heat heavy hell
    help here high
    hill hold holiday holidays home hope hospital hot hotel hour house huge idea ill include inside install
    instead interest
    issue item items job join joint just keen keep kept key kind kitchen knew know lab labour lack lady laid
    land large last
    late later laugh launch law lead leader leads learn least leave left legal less let letter level life lift
    light like
    likely limit line lines link list listen little live load local lock long longer look lose loss lost lot
    love low lower
    lucky lunch machine machines made main maintenance major make man manage manager many mark market match
    material matter
    maybe meal mean means meant measure mention menu met middle might mile mind mine minor minute miss model
    modern money
    month more most move much must name near nearly need never new news next nice night nobody none noon normal
    note nothing
    notice number obviously odd off offer office officer often oil old once one only onto open operator option
    order other
    others ought our out outside over own owner pack page paid paint pair paper park part parts party pass past
    pay people
    per perhaps person phone photo pick picture piece pilot pipe place plan planning plant plants plate please
    plenty plus
    point poor possible post pound power prefer present press pretty price pricing print probably problem
    process product
    programme project promise proper public pull pump pumps purchase push put quality quarter question quick quiet quite
    quote quoted range rate rather reach read ready real really reason receive recent record red reduce regular
    relax remain
    remember rent repair replace reply report request rest result return review right ring rise risk road roll roof room
    rooms round rubbish rule run safe safety said sale sales same sample samples save saw say says scale school
    score screen
    season seat second section see seem seemed seen sell send sense sent separate serious serve service set
    seven several
    shall shape share sharp sheet shelf ship shop short should show shut sick side sign signed simple since
    single site sites
    size skip slow small smart smooth soft sold solid some someone something soon sorry sort sound south space
    spare speak
    special speed spend spent split spoke spot spread staff stage stand standard start state stay step still
    stock stop store
    storm story straight street strong stuck study stuff style such suggest suit supply support sure swap system
    table take
    taken talk tank tax team tell ten term terms terrible test than thank that them then there these thing
    things think third
    this those though thought three through till time times tired today together told tomorrow tone tonight too
    took tool
    tools top total touch tough tour town track trade train training transport travel trial tried trip trouble
    truck true
    trust try turn twice two type under unit units until upon urgent use used useful user usual value van vans
    very via view
    visit wait walk wall want war warm warehouse warning was wash waste watch water way weak wear weather web
    week weekend
    weight well went were west what wheel when where which while white who whole whom whose why wide wife will
    win window
    winter wish with within without woman won wonder wood word words work worked workers working works world
    worried worse
    worst worth would write wrong yard yeah year yellow yes yet young your yours zero
    """
)
