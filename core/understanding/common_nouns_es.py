"""Common Spanish nouns and adjectives: whoever writes one means it, however near a name is: `tela` is not Tella."""

from core.understanding.text import word_set

COMMON_NOUNS = word_set(
    """
    abogada abrazo abuela abuelo accidente accion acero acta actitud actividad acuerdo adelanto aduana aeropuerto agenda
    agente aire albanil alerta alfombra almuerzo alquiler alto altura amable amarillo ambiente amiga amigo amistad amor
    ancho animal aniversario anuncio apellido aparcamiento aparato apertura aplicacion apuesta archivo area arena arma
    arroz arte articulo asesor asiento aspecto asunto atasco atencion aula auto autobus autopista avion aviso
    ayuntamiento
    azucar azul bache baile balance banda bandeja bano barato barco barra barrio base bateria bebe bebida belleza
    beneficio bici bicicleta bidon billete bloque boca bocadillo boda bola boli bombilla bomba bombas bono borde
    borrador
    bosque bota botas bote boton brazo broma bronca bruto bueno bulto busqueda caballo cabeza cabina cable cabra cadena
    cafeteria calefaccion calendario calidad calle calma calor cama camas camara camaras cambio camino camisa campo
    canal cancha cansancio cansado canto capa capital cara caracter carga cargador cargo carretera carretilla carro
    carpeta cartel cartera casco casilla castillo catarro causa caza cena centro cerco cerdo cerveza cesta chaval chapa
    chaqueta charla chico chica chiste chollo choque chorro cielo ciencia cierre cifra cinta cintas circulo cita clara
    claro clase clave clima cobro cocinero codigo cola coleccion colega colegio colchon colchones color comida comienzo
    comision companero competencia concepto concurso condicion conducta conejo conflicto congreso conjunto consulta
    consumo contacto contable contenedor contrario control copa copia corazon correa correcto corriente corte cortina
    corto cosecha costa costo crema crisis cristal criterio cruz cuaderno cuadro cualidad cuarto cubierta cubo cuchillo
    cuello cuenta cuerda cuero cuerpo cuesta cueva culpa cultivo cultura cumple cumpleanos cuna cuota cupo cura curioso
    curva dato datos debate dedo defecto delantera demanda dentista depositos deposito derecha derecho desastre descanso
    descarga desgaste despacho destino detalle deuda diente dieta diferencia dificil dinero directo disco diseno
    disgusto distancia dolor domicilio droga ducha edad edificio efecto ejemplo electrico elemento embalaje embajada
    empleo empresa encargo encima enchufe enemigo energia enfado enfermo enorme entorno entrada envase envidia epoca
    escala escalera escaparate escena escritorio escuela esencia esfuerzo espacio espalda espejo espera estacion
    estanteria estanterias estilo estomago estrecho estrella estres estudio etapa exacto examen excusa exito experiencia
    experto extra extranjero extremo factor facil facultad falda falta fama familia fama favor feliz feo festivo fibra
    fiebre fila filtro final firme fisico flaco flor flores flota flujo foco folio forma formato fortuna fosa freno
    frente fresco frio frontera fruto fuego fuente fuerte fuerza funcion funda furgon furgo furgonetas futbol futuro
    gafas gallina gama gana ganas ganado ganancia garaje garganta gas gasoil gasolina gasto gato gente gerente gesto
    gloria gol golpe goma gordo gorra gota gotera gracia grado grande granja grano grasa gratis grave gripe gris grito
    grua gruas grupo guante guantes guapo guerra guia gusto habitacion hambre hecho herida hermano hielo hierba hierro
    hija hijo historia hogar hoja hombro honor hora hormigon horno hospital hotel hoyo huelga huerto hueso huevo huevos
    humano humedad humo humor idea idioma iglesia igual imagen impuesto inicio instante instinto interes internet
    invitado isla izquierda jabon jamon jaula jefe jornada joven joya juego jueves jugo juicio junta justo labio lago
    lana largo lastima lata lavadora lavado lechuga lector lejos lena lengua lento lente leon letra letras ley libra
    libre libreta libro liga ligero limite limon limpio linea lindo lio liquido lista llanta llave llaves lleno lluvia
    lobo loco lodo logica loma lona lucha lugar luna lunes luto luz madera madera madrugada maestro maleta malo mancha
    mando manga manguera mano manos manta mantel manzana mapa maquina marca marco margen marido marron martillo masa
    mascara mata materia matricula medalla media medicina medio mejor memoria menor menu mensaje mentira mercancia
    merienda mesa metro mezcla miedo miel miembro milla mina minibar mitad mochila moda molde molino moneda mono montaje
    monton morado mosca moto movil mudanza muela muelle mueble muela muerte muerto mundo muro musica nariz natural nave
    navidad nieve nino nina nivel noble noche norma normal nota noticia novio novia nube nuca nueve nuez nulo obrero
    obstaculo ocasion oferta oficio ojos olivo olor onda opcion orden oreja origen orilla oro oscuro oveja pabellon
    padel pagina pago paja pala palabra palanca paleta palo pantalla panuelo papelera paquete pareja pared parking
    parque parrilla parte partida partido pasillo paso pasta pastel pastilla pata patata patio pato paz peaje pecho
    pedazo pedido pegatina pelea pelicula peligro pelo pelota pena pensamiento peor pequeno pera percha perdon perro
    persiana personal pesa pesado peso peste pez picos pico pie piedra piel pierna pieza pila piloto pincho pino pinta
    pintor pipa piscina piso pista pizarra pizarras pizza placa placas plaga plancha plano plastico plata plataforma
    plato playa plaza pliego pluma pobre poco poder polea policia politica pollo polvo portal portatil porton poste
    postre potencia pozo prado precio premio prensa presion prestamo prima primo prisa proceso profe promesa prueba
    pueblo puente puerto pulso pulpo punta puno pura puro queja queso quesos rabia radio raiz rama rampa rancho rapido
    raro rasgo raton raya rayo razon real rebajas receta recibo recreo red redes regalo regla reina reja relacion rele
    reloj renta reparto resaca resto reto retraso revista rey rico riego rincon risa ritmo robo robot roca rojo rollo
    ropa rosa roto rueda ruedas ruido ruina rumbo rutina saco sal sala salsa salto salud salvo sangre sano santo sarna
    sarten seco sector seda sede seguro sello semilla senal sensor sereno serio seta siesta siglo signo silla sillas
    sillon simple sitio sobre socio sofa sol solar soldado solo sombra sopa sordo sucio sueldo suelo suerte sueno sueter
    suma sur susto tabla tablet taco taladro talla tambor tanque tanto tapa taquilla tarde tarea tarifa tarjeta tarjetas
    tarro tarta tasa taxi taza techo tecla tecnico tecnicos tecnologia tejado tela telas tema tenis teoria terapia terco
    terreno tesis tia tibio tierra tigre tijera timbre tinta tinto tio tipo tiro titulo toalla todo toldo tomate tono
    tonto torno toro torre torta tos trabajo tractor trafico trago traje tramite tramo trampa tranquilo trapo trato
    trebol tren tribunal trigo triste tripa trozo trueno trufa tubo tumba turno ubicacion ultimo unico uva uvas vaca
    vacaciones vacio vago valle valor vapor vaso vecino vela velas vela veneno ventana ventaja verano verdad verde
    vereda vergonzoso vestido vez viaje vicio vida vidrio viejo viento vigilante villa vino virus vista visto viuda vivo
    volante voto voz vuelo vuelta yerno yeso yogur zanahoria zapato zapatos zona zorro zumo
    pliegos pleno claustro concejal alcalde tecnica obrador compresor desglose justificante anticipo aval
    """
)
