"""Spanish first names: none of them is a slip of another, and a surname that nobody has after one makes a stranger."""

from core.understanding.text import word_set

FIRST_NAMES = word_set(
    """
    abel abril adela adolfo adrian adriana agata agustin aida ainara ainhoa aitana aitor alba alberto alejandra
    alejandro
    alfonso alfredo alicia almudena alonso alvaro amalia amaya amelia amparo ana anabel andrea andres ane angel angela
    angeles angelica anibal anselmo antonia antonio araceli aranzazu ariadna armando arturo asier asuncion aurelio
    aurora
    azucena barbara bartolome basilio beatriz begona belen benigno benito benjamin bernardo berta blanca blas bonifacio
    borja brenda bruno camila camilo candela carla carles carlos carlota carmelo carmen carolina casimiro catalina
    cecilia
    celia cesar chelo claudia claudio clara clemente concepcion concha conchita consuelo cristian cristina cristobal
    cruz dafne damian daniel daniela dario david delfina desiree diana diego dolores domingo dora eduardo edurne elena
    elisa elisabet eloisa eloy elsa elvira ema emiliano emilia emilio emma encarnacion enric enrique ernesto esmeralda
    esperanza estefania estela ester esteban estibaliz estrella eugenia eugenio eulalia eusebio eva evaristo fabian
    fabiola fatima federico felipe felix fermin fernanda fernando fidel flora florencia florencio francisca francisco
    gabriel gabriela gema genoveva gerardo german gilberto gines gloria gonzalo gorka graciela gregorio guadalupe
    guillermo
    gustavo hector helena heriberto hernan hilario hipolito hugo humberto ian ignacio iker ines inma inmaculada inaki
    irene iria iris irma isaac isabel isidro ismael itziar ivan izaskun jacinto jacobo jaime javier jerez jeronimo jesus
    jimena joan joaquin jordi jorge jose josefa josefina josep juan juana judith julia julian julieta julio justo karina
    koldo lara laura lautaro leandro leire leocadia leonardo leonor leopoldo leticia lidia lola lorena lorenzo lourdes
    lucas lucia luciano luis luisa macarena magdalena maite manel manuel manuela mar marc marcelino marcelo marcial
    marcos
    margarita maria mariana mariano maribel marina mario marisa marisol marta martin martina mateo matias mauricio
    maximo mercedes merche miguel mikel milagros mireia miren miriam modesto moises monica montserrat naiara natalia
    nazaret nekane nelson nerea nicolas nieves noelia nora norberto nuria octavio olga oliver olivia oriol oscar otilia
    pablo paco paloma paola patricia patricio paula paulina pedro pepa pepe petra pilar purificacion quique rafael
    raimundo ramiro ramon ramona raquel raul rebeca regina remedios renata ricardo roberto rocio rodolfo rodrigo rogelio
    roman rosa rosalia rosana rosario ruben rufino ruth salome salvador samuel sandra santiago santos sara saturnino
    sebastian sergi sergio severino silvia simon sofia soledad sonia soraya susana tamara tania tatiana telmo teodoro
    teresa timoteo tomas trinidad unai urbano urko valentin valentina valeria vanesa vanessa veronica vicente vicenta
    victor victoria victoriano virginia xavier ximena yago yaiza yasmina yolanda youssef zoe zacarias
    """
)
