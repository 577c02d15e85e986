"""Where a column may go, and the names by which people and programs call such a column."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.i18n import N_

ACCOUNT, CONTACT, BOTH = "account", "contact", "both"


@dataclass(frozen=True, slots=True)
class Target:
    """`many`: several columns may go there, and are put together."""

    label: str
    many: bool = False


_REACHED: Mapping[str, Target] = {
    "phone": Target(N_("Phone"), many=True),
    "mobile": Target(N_("Mobile phone"), many=True),
    "fax": Target(N_("Fax")),
    "email": Target(N_("E-mail"), many=True),
    "street": Target(N_("Street and number"), many=True),
    "postcode": Target(N_("Postcode")),
    "city": Target(N_("City")),
    "region": Target(N_("Region")),
    "country": Target(N_("Country")),
    "tags": Target(N_("Tags"), many=True),
    "notes": Target(N_("Notes"), many=True),
}
TARGETS: Mapping[str, Target] = {
    "account.name": Target(N_("Name")),
    "account.tax_id": Target(N_("Tax number")),
    "account.kinds": Target(N_("Kind")),
    "account.sector": Target(N_("Sector")),
    "account.website": Target(N_("Website")),
    **{f"account.{key}": target for key, target in _REACHED.items()},
    "contact.name": Target(N_("Full name")),
    "contact.given_name": Target(N_("Given name")),
    "contact.family_name": Target(N_("Surnames")),
    "contact.second_family_name": Target(N_("Second surname")),
    "contact.job_title": Target(N_("Job title")),
    **{f"contact.{key}": target for key, target in _REACHED.items()},
    "both.owner": Target(N_("Owner")),
    "both.unit": Target(N_("Business unit")),
}
GROUPS: Mapping[str, str] = {
    ACCOUNT: N_("Of the account"),
    CONTACT: N_("Of the contact"),
    BOTH: N_("Whose they are"),
}

SHORT: Mapping[str, str] = {ACCOUNT: N_("Account"), CONTACT: N_("Contact"), BOTH: N_("Both")}

# Folded and without spaces. What fits accounts and contacts alike stands without either; the file decides.
HEADERS: Final[Mapping[str, str]] = {
    name: target
    for target, names in {
        "account.name": "razonsocial empresa compania company companyname accountname account cuenta cliente "
        "nombreempresa nombredelaempresa nombrefiscal nombrecomercial nombrecliente nombredelcliente nombredecliente "
        "nombrecuenta nombredelacuenta organization organisation organizacion organizationname relatedcompany "
        "empresarelacionada companynameentity nombredelacompania businessname firm sociedad customer customername "
        "customername accountaccountname denominacion denominacionsocial parentcompany companianombre firma "
        "parentcustomer",
        "account.tax_id": "nif cif nifcif cifnif dni nifdni cifdni nifcifdni taxid vat vatnumber vatno taxnumber "
        "numerofiscal numerodeidentificacionfiscal identificacionfiscal rfc nit rut ruc cuit nipc "
        "codigofiscal numeroiva vatid vatregistrationnumber governmentidnumber taxidnumber idfiscal",
        "account.kinds": "tipo tipodecliente tipocliente type accounttype kind tipodecuenta clase relationshiptype",
        "account.sector": "sector industry industria actividad ramo sectoractividad giro cnae",
        "account.website": "web paginaweb sitioweb website url webpage www homepage companywebsite",
        "contact.name": "contacto personadecontacto personacontacto nombrecompleto contact contactname fullname "
        "contactperson nombrecontacto nombredelcontacto nombreyapellidos apellidosynombre interlocutor displayname "
        "nombreparamostrar attn ala",
        "contact.given_name": "nombredepila firstname givenname forename nombrepropio contactfirstname",
        "contact.family_name": "apellidos apellido lastname surname familyname primerapellido apellido1 "
        "lastnames surnames contactlastname 1apellido",
        "contact.second_family_name": "segundoapellido apellido2 secondsurname secondlastname apellidomaterno "
        "2apellido",
        "contact.job_title": "cargo puesto jobtitle title jobposition position funcion puestodetrabajo cargopuesto "
        "titulo role rol",
        "phone": "telefono tel tlf tfno tlfno telefono1 telefono2 telefonofijo fijo phone phone1 phone2 phonenumber "
        "telephone telephonenumber workphone mainphone businessphone businessphone2 telefonotrabajo "
        "telefonodeltrabajo telefonooficina telefonodelaempresa telefonoempresa phonework otherphone "
        "telefonoprincipal telefonocontacto primaryphone telefonos",
        "mobile": "movil telefonomovil celular telefonocelular mobile mobilephone cellphone cell mobilenumber "
        "phonemobile telmovil movil1 movil2 tlfmovil",
        "fax": "fax businessfax faxtrabajo faxnumber faxdeltrabajo numerodefax",
        "email": "email correo correoelectronico mail emailaddress email1 email2 emailaddress2 emailaddress3 "
        "direcciondecorreo direcciondecorreoelectronico direcciondecorreoelectronico2 workemail correo1 correo2 "
        "emailcontacto emails email1value primaryemail correos mails",
        "street": "direccion domicilio calle address street street2 street1 street3 addressline1 addressline2 "
        "businessstreet businessstreet2 calledeltrabajo mailingstreet billingstreet direccionfiscal direccion1 "
        "direccion2 address1 address2 domiciliofiscal streetaddress billingaddressline1 billingaddressline2 via",
        "postcode": "cp codigopostal postalcode zip zipcode codpostal postcode businesspostalcode mailingzip "
        "billingzip mailingpostalcode billingpostalcode mailingzippostalcode billingzippostalcode zippostalcode "
        "codigopostaldeltrabajo dp",
        "city": "poblacion localidad ciudad municipio city town businesscity mailingcity billingcity "
        "ciudaddetrabajo ciudaddeltrabajo plaza",
        "region": "provincia region state stateprovince businessstate mailingstate billingstate county estado "
        "mailingstateprovince billingstateprovince provinciaoestadodetrabajo estadoprovincia comunidadautonoma "
        "provinciaestado departamentoprovincia",
        "country": "pais country countryregion businesscountryregion mailingcountry billingcountry businesscountry "
        "paisoregiondetrabajo paisregiondeltrabajo paisregion countrycode countryname",
        "tags": "etiquetas tags categorias categories etiqueta tag categoria category segmento",
        "notes": "notas observaciones comentarios notes description descripcion comments nota comentario internalnotes "
        "notasinternas",
        "both.owner": "comercial agente vendedor propietario responsable owner accountowner contactowner salesperson "
        "salesrep assignedto asignadoa comercialasignado propietariodelacuenta propietariodelcontacto owneremail "
        "comercialemail representante accountmanager leadowner recordowner emailcomercial",
        "both.unit": "unidad unidaddenegocio delegacion businessunit unit oficina sucursal",
    }.items()
    for name in names.split()
}
AMBIGUOUS: Final = frozenset({"nombre", "name", "nombres"})
"""A firm's, a person's, or a person's given name: the other columns tell."""
