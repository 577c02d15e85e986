"""What stands before a Spanish verb and tells whose deed it is: a duty, a reminder, a wish of theirs, a no."""

import re

INFINITIVE = re.compile(r"[a-z]+[aei]r(?:se|me|nos)?(?:l[aeo]s?)?")
CLITIC = r"(?:(?:se )?(?:le|les|lo|los|la|las|te|os|me|nos))"
MAYBE_CLITIC = rf"(?:(?:ya )?{CLITIC})?"
TO_THEM = r"(?:(?:se )?(?:le|les|lo|los|la|las|os|te))"
AGAIN = r"(?:volver a|volvere a|vuelvo a|volvemos a|volveremos a)"
DUTY = (
    r"(?:(?:tengo|tenemos|hay|habra|habria|tendre|tendremos|tendria|tendriamos|tenia|habia) que|(?:he|hemos|habre|"
    r"habremos) de|debo(?: de)?|"
    r"debemos|voy a|vamos a|ire a|iremos a|toca|me toca|nos toca|me queda|nos queda|me pongo a|"
    r"nos ponemos a|a ver si puedo|quisiera|falta|me falta|faltaria|"
    r"(?:he|hemos) quedado (?:en|de)|quede (?:en|de)|quedo en|quedamos (?:en|de)|quedamos para|queda|"
    r"pendiente(?: de| por)?|recordar|recordad|recuerda|recuerdame(?: \S+){0,4}?(?: que tengo que| que| de)?|"
    r"recordarme|hazme acordar de|"
    r"acuerdame(?: de)?|acordarme de|acordarse de|acuerdate de|que no se me (?:olvide|pase)|no olvidar|no olvides|"
    r"no te olvides de|no olvidarme de|no olvidarse de|no se me (?:olvide|pase)|"
    r"apunta(?:me)?(?: que tengo que)?|anota(?:me)?(?: que tengo que)?|programa(?:r|me)?|agendar?(?:me)?|"
    r"planifica(?:r)?|avisame (?:para|de)|necesito|necesitamos|hace falta|"
    r"para el \w+|me comprometo a|me he comprometido a|nos comprometimos a|me comprometi a|comprometido a|y a|"
    r"nos emplazamos (?:a|para)|ponme(?: un aviso para| un recordatorio para| para)?|"
    r"(?:recordatorio|aviso|nota|tarea|pendiente)(?: de| para)|(?:siguientes?|proximos?) pasos?(?: :)?|next steps?(?: "
    r":)?|"
    r"quedo pendiente(?: de)?|me encargo de|nos encargamos de|me ocupo de|prometi|prometo|he prometido|pienso|"
    r"quiero|queremos|habra que|tocaria|tengo pendiente(?: de)?|tenemos pendiente(?: de)?|(?:tengo|tenemos) "
    r"(?:previsto|pensado|"
    r"programado|planeado))"
)
REMINDER = (
    r"(?:recuerdame|recuerda|recordarme|recordar|acuerdame|avisame|acuerdate de|"
    r"(?:que )?no se me (?:olvide|pase)|no olvides|"
    r"no me dejes olvidar|(?:puedes |podrias )?(?:ponerme|apuntarme|recordarme|anotarme|apuntame|anotame|ponme))"
)
AS_AGREED = r"(?:(?:he|hemos) quedado|quede|quedo|quedamos|quedado)(?: en)? que(?: yo)?"
AS_THEY_WISH = (
    r"(?:quiere|quieren|querian|queria|me (?:ha|han) (?:pedido|dicho)|me (?:pide|piden|dice|dicen|dijo|dijeron|pidio|"
    r"pidieron)|nos (?:pide|piden|dice|dicen|dijo|dijeron|pidio|pidieron)|pide|pidio|pidieron|"
    r"piden|ha pedido|han pedido|dice|dicen|dijo|dijeron|prefiere|prefieren|necesitan|necesita|espera|esperan) "
    r"que(?: yo)?"
)
NO = r"(?:no|nunca|tampoco|todavia no|aun no|sin|ni)"
NOT_OURS = (
    r"(?:(?:me|nos|le|les|se) )?(?:quiere|quieren|querrian|querria|queria|querian|va|van|iba|iban|piensa|pensaban|"
    r"piensan|puede|pueden|podran|podra|podrian|podria|espera|esperan|prefiere|prefieren|planean|planea|preven|preve|"
    r"quedaron (?:en|de)|quedo el en|quedo de|quedan (?:en|de)|queda (?:en|de)|(?:han|ha) quedado (?:en|de)|"
    r"tienen que|tiene que|tendran que|tendra que|"
    r"deben|debe|necesitan|necesita|intentaran|intentara|suelen|suele|prometio|prometieron|prometen|promete|"
    r"querran|querra|(?:ha|han) dicho de|acaban de|acaba de|dudan si|dudan|estan por|esta por|estan pensando|"
    r"les toca|le toca|son capaces de|desean|desea|decidieron|decidio|han decidido|ha decidido|"
    r"les interesa|le interesa|les interesaria|le interesaria|les gustaria|le gustaria|les falta|le falta)(?: a)?"
)
IF = (
    r"(?:si(?: no)?|cuando|aunque|quizas?|capaz(?: que)?|tal vez|de pronto|(?<!pero )(?<!y )igual|a lo mejor|puede "
    r"que|ojala|me gustaria|cada vez que|en cuanto|hasta que|"
    r"nos gustaria|deberian|deberiamos|podria|podriamos|por si|"
    r"a ver si|para que|hace tiempo que|como|a punto de)"
)
AS_THEY_WISHED = (
    r"(?:(?:(?:(?:me|nos) )?(?:pidio|pidieron|pedia|pedian|ha pedido|han pedido|sugirio|sugirieron|rogo|encargo|"
    r"encargaron|ha encargado|solicito|solicitaron)|queria|querian|quiso|quisieron|preferia|preferian)(?: (?!que "
    r")\S+){0,3}? que(?: yo)?"
    r"(?: (?:le|les|lo|la|los|las|se lo|se la))?|(?:me|nos) (?:dijo|dijeron|ha dicho|han dicho|comento) que(?: yo)? "
    r"(?:le|les|lo|la|los|las|se lo|se la))"
)
"""Who asked us for it, told in the past: "me pidió que le mandara …"."""
CONVENIENT = (
    r"(?:conviene|convendria|hace falta|es (?:importante|necesario|preciso|mejor|urgente)|mas vale|mejor|interesa|toca)"
    r" que(?: yo)?"
)
"""What makes a subjunctive after it a duty of ours: "conviene que prepare"."""
MUST = (
    r"(?:(?:tengo|tenemos|hay|habra|habria|tendre|tendremos|tendria|tendriamos) que|debo(?: de)?|debemos|toca|me toca|"
    r"nos toca|me queda(?: por)?|nos queda(?: por)?|falta|me falta|pendiente(?: de| por)?|"
    r"recordar|recuerda|recuerdame(?: que tengo que| que| de)?|recordarme|acuerdate de|acordarme de|no olvidar|no "
    r"olvides|"
    r"(?:que )?no se me (?:olvide|pase)|(?:he|hemos) quedado (?:en|de)|quede (?:en|de)|quedamos (?:en|de)|quedo en|"
    r"siguiente paso|proximo paso|me comprometo a|me encargo de|me ocupo de|tengo pendiente|tenemos pendiente)"
)
"""What makes any verb after it a task of ours, if a time goes with it."""
