"""What people are by trade, one or several: "vuelvo con *el mecánico*" names no firm that has the word in its name."""

from core.understanding.text import word_set

PROFESSIONS = word_set(
    """
    mecanico mecanicos mecanica fontanero fontaneros electricista electricistas carpintero carpinteros pintor pintores
    herrero herreros panadero panaderos carnicero carniceros pastelero pasteleros ganadero ganaderos agricultor
    agricultores albanil albaniles yesero yeseros jardinero jardineros peluquero peluqueros peluquera pescadero
    pescaderos frutero fruteros cocinero cocineros cocinera cerrajero cerrajeros cristalero cristaleros tapicero
    tapiceros soldador soldadores tornero torneros camionero camioneros transportista transportistas instalador
    instaladores constructor constructores hostelero hosteleros hotelero hoteleros viticultor viticultores bodegueros
    vaquero pastor pastores apicultor apicultores ferretero ferreteros mayoristas distribuidor distribuidores asesor
    asesora asesores abogado abogada arquitecto arquitecta medica medicos dentista dentistas veterinario veterinaria
    veterinarios farmaceutico farmaceutica farmaceuticos optico optica opticos repartidor repartidores almacenero
    montador montadores tecnico tecnicos tecnica aparejador contable contables gestor gestora perito enfermera
    mechanic mechanics plumber electrician joiner builder baker bakers butcher farmer farmers grocer roofer painter
    painters plasterer plasterers fitter fitters welder welders gardener gardeners barber barbers hairdresser
    hairdressers chef chefs brewer brewers dentist dentists lawyer lawyers accountant accountants printer printers
    driver drivers surveyor surveyors architect architects engineer engineers nurse nurses technician technicians
    """
)
