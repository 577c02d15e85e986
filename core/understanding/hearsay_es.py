"""What Spanish has but from others, or holds for possible: no news of a customer."""

import re

HEARSAY = re.compile(
    r"\b(?:dicen (?:por ahi |por aca |en el sector |en el gremio |las malas lenguas )?que|por ahi (?:dicen|se dice|"
    r"cuentan|comentan)|andan diciendo|se (?:dice|comenta|cuenta|escucha|oye|anda diciendo|rumora|corre)(?: por ahi)? "
    r"que|se rumorea|corre el (?:rumor|chisme)|rumores de|el (?:rumor|chisme) es|radio pasillo|(?:he|hemos) (?:oido|"
    r"leido|visto|escuchado) que|(?:lei|escuche|oi|vi) (?:en \S+ )?que|(?:me|nos) (?:contaron|han contado) que|supe "
    r"que|me entere (?:de )?que|alguien me (?:dijo|conto)|me he enterado|por lo visto|al parecer|"
    r"feria de|fiestas? de|festivo en|puente de|segun (?:la "
    r"prensa|el periodico|linkedin|dicen))\b"
)
MAYBE = re.compile(
    r"\b(?:capaz(?: que)?(?= )|de pronto|a lo mejor|quizas?|puede que|tal vez|igual (?:viene|vienen|se)|preven?)\b"
)
