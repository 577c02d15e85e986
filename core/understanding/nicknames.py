"""What people are called instead of their name, and how words of firms' names are cut short (folded)."""

_NICKNAMES = """
alejandro: alex ale jandro sandro; alejandra: alex ale sandra; alberto: berto; alfonso: fonso poncho; alfredo: fredo;
ana: anita; andres: andy; angel: angelito; antonio: toni tono antuan antonito; antonia: toni tona; asuncion: asun
chon; bartolome: bartolo; beatriz: bea; begona: bego; bernardo: berni; carlos: carlitos charly; carolina: carol caro;
catalina: cata; cayetano: tano; cecilia: ceci; concepcion: concha conchi; consuelo: chelo; cristina: cris tina;
cristobal: cris tobal; daniel: dani; daniela: dani; david: davi; dolores: lola loli; domingo: mingo; eduardo: edu
lalo; elena: nena; elisabet: eli; emilio: emi; encarnacion: encarna encarni; enrique: quique kike henry; ernesto: tito
neto; esperanza: espe; esteban: estebi; esther: ester; eugenio: genio; federico: fede; felipe: pipe; fernando: fer
nando; francisco: paco fran curro pancho kiko quico frasco fco pacho; francisca: paca paqui fran; gabriel: gabi;
gabriela: gabi gaby; gonzalo: gonza; graciela: chela; gregorio: goyo; gregoria: goya; guadalupe: lupe; guillermo: guille
memo; gustavo: gus; ignacio: nacho igna; inmaculada: inma; isabel: isa bel chabela; jacobo: jaco; jaime: jimmy;
javier: javi xavi; jesus: chus chuy suso; jeronimo: jero; joaquin: quino ximo; jorge: jordi coque; jose: pepe pepito
chepe pep; josefa: pepa pepi fina; josefina: fina pepa; juan: juanito juancho; juana: juani; julian: juli; leonardo:
leo; leticia: leti lety; lourdes: lurdes; lucia: luci; luis: lucho; luisa: lu; magdalena: magda malena;
manuel: manolo manu
lolo manel; manuela: manoli; marcelo: chelo; margarita: marga; maria: mari mariquita mª ma; mariano: nano; mario:
mayo; mauricio: mau; maximo: maxi; mercedes: merche meche; miguel: micky migue; milagros: mila; montserrat: montse;
natalia: nati; nicolas: nico; nuria: nuri; patricia: patri paty; pedro: perico peter; pilar: pili piluca; rafael:
rafa; ramon: moncho; raul: rulo; ricardo: richi ricky; roberto: rober beto; rocio: chio; rodrigo: rodri; rosario:
charo; rosa: rosi; salvador: salva chava; santiago: santi yago; sebastian: sebas; sergio: sergi checo; silvia: silvi;
sofia: sofi; susana: susi; teodoro: teo; teresa: tere maite; tomas: tomi; valentin: valen;
vicente: vicen chente;
victoria: vicky; victor: vic; virginia: virgi; yolanda: yoli; alicia: licha ali; abigail: abby gail;
abraham: abe; adam: ad; agnes:
aggie; albert: al bert; alexander: alex al sandy xander; alexandra: alex sandra lexi; alfred: alf fred; alison: ali;
amanda: mandy; andrew: andy drew; angela: angie; anthony: tony ant; arthur: art; barbara: barb babs; benjamin: ben
benny; bernard: bernie; bradley: brad; brenda: bren; caroline: carrie caro; catherine: cathy kate cath katie; charles:
charlie chuck chas; charlotte: charlie lottie; christina: chris tina; christine: chris chrissie; christopher: chris
kit topher; cynthia: cindy; daniel: dan danny; deborah: deb debbie; dominic: dom; donald: don donny; dorothy: dot
dottie; douglas: doug; edward: ed eddie ted ned; eleanor: ellie nell; elizabeth: liz beth lizzie betty eliza libby;
emily: em; emma: em; eugene: gene; florence: flo; frances: fran; francis: frank fran; franklin: frank; frederick: fred
freddie; gareth: gaz; gary: gaz; gemma: gem; geoffrey: geoff; gerald: gerry jerry; gertrude: trudy; gillian: gill
jill; gregory: greg; harold: harry hal; henry: harry hank; isabella: bella; jacob: jake; jacqueline: jackie; james:
jim jimmy jamie; janet: jan; jeffrey: jeff; jennifer: jen jenny; jeremy: jez; jessica: jess jessie; joanne: jo joanna;
joanna: jo; john: johnny jack; jonathan: jon jonny; joseph: joe joey; joshua: josh; judith: judy; julia: jules;
katherine: kate kathy katie kath; kathleen: kath kathy; kenneth: ken kenny; kimberly: kim; laurence: larry; lawrence:
larry; leonard: len lenny; lillian: lil; louis: lou; louise: lou; lucy: lu; margaret: maggie peggy meg marge; martha:
marty; martin: marty mart; mary: molly; matthew: matt; maureen: mo; melissa: mel; melanie: mel; michael: mike mick
micky mikey; mitchell: mitch; natalie: nat; nathan: nate nat; nathaniel: nate nat; nicholas: nick nicky; nicola: nicky
nic; nicole: nicky; oliver: ollie; olivia: liv; pamela: pam; patricia: pat patty trish tricia; patrick: pat paddy;
peter: pete; philip: phil; phillip: phil; philippa: pippa; rachel: rach; raymond: ray; rebecca: becky becca; reginald:
reg; richard: rick dick rich richie ricky; robert: bob rob bobby robbie; roger: rog; ronald: ron ronnie; rosemary:
rosie; russell: russ; samantha: sam; samuel: sam sammy; sandra: sandy; sarah: sal sally; sebastian: seb; sharon: shaz;
simon: si; sophia: sophie; stanley: stan; stephanie: steph; stephen: steve steph; steven: steve; stuart: stu; susan:
sue suzie susie; suzanne: sue; tamara: tammy; terence: terry; teresa: terry tess; theodore: theo ted; theresa: terry
tess; thomas: tom tommy; timothy: tim; tobias: toby; valerie: val; veronica: ronnie; victoria: vicky tori vic;
vincent: vince vinny; vivian: viv; walter: walt; wendy: wen; wilfred: wilf; william: will bill billy liam; zachary:
zach; adrian: adri; agustin: agus agusti tinin; aleix: alex; alvaro: alvarito; ambrosio: ambro; amparo: ampari;
andrea: andre; antonio: tonio tonino; ariadna: ari; arturo: arturito turo; baltasar: balta; belen: belencita; benito:
beni; benjamin: benja; blanca: blanquita; carmen: carmela carmina carmencita menchu mamen; celestino: tino; clemente:
cleme; concepcion: cuca coni; constantino: tino; consuelo: consu; crescencio: chencho; eduarda: edu; eleuterio: tello;
elvira: elvi; emiliano: emi; esteban: teban; eugenia: geni; eulalia: lali; eva: evita; facundo: facu; faustino: tino;
felicidad: feli; felix: feli; fernanda: fer; florencia: flor flopi; florencio: floren; fulgencio: pencho fulgen;
gaston: gasti; gema: gemi; gloria: glori; guadalupe: lupita pita; hector: hec tito; hernan: nan; hilario: lario;
hipolito: polo; hugo: huguito; imanol: ima; inocencio: chencho; isidoro: isi; isidro: isi; ivan: ivi; javiera: javi;
jeronimo: jeromo; joana: joanita; jonathan: jona; josefa: josefi; jose antonio: josan; leopoldo: polo leo; lorena:
lore; lorenzo: loren; lorena: lorenita; luciana: lu luci; luciano: lucho; marcela: marce; marcos: marquitos;
margarita: margui mague; maria jose: majo; mariana: mari nana; maria del carmen: maricarmen; martin: tincho; martina:
marti; mateo: teo; matias: mati; maximiliano: maxi; mercedes: mechi; micaela: mica; miguel angel: migue; monica: moni;
noelia: noe; octavio: tavo; olga: olguita; oscar: osqui; paloma: palo; pascual: pascu; patricia: pato; patricio: pato;
paula: pau; pablo: pablito; purificacion: puri; ramiro: rami; remedios: reme; renata: rena; rodolfo: fito rodo;
rogelio: roge; rosario: chayo; ruben: rubi; salome: salo; santiago: chago; silvestre: silve; soledad: sole; tomas:
tomasin; trinidad: trini; urbano: urba; valentina: valen vale; valeria: vale; vanesa: vane; veronica: vero; ximena:
xime; zacarias: zaca; gustavo: tavo; jose luis: pepelu; jose manuel: chema josema; jose maria: chema josema josemari;
juan antonio: juanan; juan carlos: juanca; juan jose: juanjo; juan manuel: juanma; juan pablo: juampa; luis miguel:
luismi; maria teresa: maite mayte; maria isabel: maribel; francisco javier: fran javi; francisco jose: fran; leticia:
letty; aoife: eefa; bridget: brid bridie biddy; cornelius: con; declan: dec; deirdre: dee; fintan: fint; jeremiah:
jerry; michael: mikael; niamh: neve; padraig: podge paddy patrick; sean: shane; sinead: shin; donnacha: donn; noreen:
nora norrie; seamus: shay jim; brian: bri; cameron: cam; cassandra: cass; clifford: cliff; clive: clivey; craig:
craigy; darren: daz; derek: del; desmond: des; duncan: dunc; gordon: gordy; graham: gray; ian: eeny; jasmine: jas jaz;
jason: jase; keith: keithy; lewis: lew; malcolm: malc; marcus: marc; marjorie: marj; maxwell: max; mohammed: mo moh;
neil: neily; nigel: nige; deborah: debs debz; debbie: debs deb; debra: deb debbie debs; matilda: tilly tilda mattie;
barry: baz bazza; gavin: gav; kevin: kev; darren: dazza; gary: gazza; sharon: shaz shazza; karen: kaz; philippa: pip;
lawrence: loz; lauren: loz; laura: lozza; rajesh: raj; rajinder: raj; vikram: vik vic; imran: immy; bernadette:
bernie; gerard: ger gerry; geraldine: ger gerry; siobhan: shiv; conor: con; brendan: bren; dennis: denny; jasvinder:
jas; jaswinder: jas; aaron: az; callum: cal; alistair: ali al; alasdair: ali al; archibald: archie; angus: gus;
fergus: fergie gus; gwendolyn: gwen; gwyneth: gwen; georgina: georgie gina; georgia: georgie; harriet: hattie hatty;
millicent: millie; camilla: millie; penelope: penny; arabella: bella; annabel: bel bella; annabelle: bel bella;
imogen: immy; isobel: izzy; isabel: izzy; isabella: izzy; isabelle: izzy; felicity: fliss flick; beatrice: bea;
rosalie: rosie; cheryl: chez; tabitha: tabby; kimberley: kim; jocelyn: joss; madeleine: maddie maddy; madeline:
maddie; benedict: ben; cecilia: cece; clementine: clem; edmund: ed ned; ernest: ernie; francesca: fran frankie;
genevieve: gen; jemima: jem; josephine: jo josie; juliet: jules; leonora: nora; lucinda: lucy cindy; marcella: marcy;
marianne: maz; marion: maz; natasha: tash nat; nathalie: nat; phoebe: phoebs; rosalind: roz; rosamund: roz; sabrina:
bri; susannah: sue susie; tatiana: tanya; theodora: thea; agnieszka: aga; katarzyna: kasia; malgorzata: gosia; tomasz:
tomek; krzysztof: krzys; bartosz: bartek; jennifer: jenni; katherine: kat; catherine: kat; kathryn: kath kate kathy;
elizabeth: bess lizzy; eleanor: ellie; eilidh: ailie; muhammad: mo; mohamed: mo; mohammad: mo; hussain: huss; sanjay:
sanj; sandeep: sandy; beverley: bev; beverly: bev; lesley: les; leslie: les; trevor: trev; caitlin: cait; bronwyn: bron;
maurice: mossie moss mo; bartholomew: batt bart; attracta: attie; philomena: phil mena; fionnuala: nuala; eilish: lil;
jarlath: jar; ignatius: iggy; lachlan: lachie lachy; walter: wally; wallace: wally; brett: bretto; steven: stevo;
stephen: stevo; david: davo dave davey; shirley: shirl; cheryl: shez; bruce: brucie; clinton: clint; hamish: hame;
henderson: hendo; robinson: robbo; robertson: robbo; thompson: thommo; johnson: johnno; jonathan: jonno; daniel: danno;
sylvester: syl; timothy: timmy; eugene: gene; laurence: larry lar; lawrence: lar; patricia: trisha; theodore: teddy;
harpreet: harps; gurpreet: gurps; oluwaseun: seun; priscilla: cilla; katherine: catherine
kathryn katharine cathryn; catherine: katherine kathryn katharine; kathryn: catherine katherine; sarah: sara; sara:
sarah; john: jon; jon: john; stephen: steven; steven: stephen; ann: anne; anne: ann; philip: phillip; phillip: philip;
geoff: jeff; jeff: geoff; alan: allan allen; allan: alan; brian: bryan; bryan: brian; clare: claire; claire: clare;
graham: graeme grahame; graeme: graham; theresa: teresa; teresa: theresa; neil: neal; lynne: lynn; lynn: lynne; mark:
marc; marc: mark; sean: shaun shawn; shaun: sean; stuart: stewart; stewart: stuart; lindsay: lynsey lindsey; lindsey:
lindsay; gillian: jillian; leslie: lesley; lesley: leslie; carl: karl; karl: carl; eric: erik; nicholas: nicolas;
deborah: debra; debra: deborah; elliot: elliott; elliott: elliot; rebecca: rebekah; hannah: hanna; isabel: isobel
isabelle; isabelle: isabel; vicky: vikki vicki; jonathan: jonathon; matthew: mathew; priscilla: cilla; rosalind: ros;
rupert: rupe; sheila: shee; shirley: shirl; tracey: trace trace; trevor: trev; warren: waz; winifred: win winnie;
yusuf: joe;
"""
_SHORT = """
santa: sta; santo: sto; san: s; hermanos: hnos hmnos; hermanas: hnas; ayuntamiento: ayto ayunt; diputacion: dip diput;
ferreteria: ferre; restaurante: rte rest; universidad: univ uni; universitario: univ; hospital: hosp hptal; farmacia:
fcia farm; clinica: clin; cooperativa: coop; transportes: transp trans; construcciones: const construc;
distribuciones: dist distrib; distribuidora: dist distrib; suministros: sum suminist; industrias: ind; instalaciones:
inst; talleres: tall; compania: cia; comercial: cial; laboratorios: lab labs; laboratorio: lab; sociedad: soc;
colegio: cole col; instituto: ies; residencia: resi; peluqueria: pelu; libreria: lib; supermercados: super supermdos;
urbanizacion: urb; veterinaria: vet; cafeteria: cafe; inmobiliaria: inmo; logistica: log; agricola: agric; hoteles:
hotel; hotel: htl; gimnasio: gim gym; maria: mª; brothers: bros; company: co; limited: ltd; manufacturing: mfg manuf;
engineering: eng engrg; fabrications: fab fabs; veterinary: vets; international: intl; distribution: dist distrib;
distributors: dist; equipment: equip eqpt; services: svcs svc; service: svc; supplies: supp supply; supply: supplies;
department: dept; university: uni univ; council: cncl; county: co; city: cty; school: sch; hospital: hosp; saint: st;
mount: mt; electrical: elec; electric: elec; construction: const constr; association: assoc; associates: assoc;
technology: tech; technologies: tech; systems: sys; pharmaceuticals: pharma; pharmacy: pharm; veterinary: vet;
logistics: log logs; management: mgmt; medical: med; national: natl; northern: nthn; group: grp; builders: bldrs;
building: bldg; center: ctr centre; centre: ctr center; trust: tr; healthcare: health; packaging: pkg; laboratories:
lab labs; beverage: bev; beverages: bev; restaurant: rest; agricultural: agri ag; number: no; phase: ph; street: st
str; road: rd; avenue: av ave avda; industrial: ind; ecommerce: ecom; panaderia: pana; abarrotes: abarr; asociacion:
asoc; fundacion: fund; carrocerias: carroc; electricidad: elec; climatizacion: clima; academia: acad; autoescuela:
autoesc; desguaces: desg; gestoria: gest; ortopedia: orto
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in table.replace("\n", " ").split(";"):
        name, _, shorts = entry.partition(":")
        for short in shorts.split():
            found.setdefault(short, []).append(name.strip())
    return {short: tuple(dict.fromkeys(names)) for short, names in found.items()}


NICKNAMES = _read(_NICKNAMES)
"""The names that a nickname may stand for: `paco` → `francisco`."""
SHORT_WORDS = _read(_SHORT)
"""The words of firms' names that an abbreviation may stand for: `sta` → `santa`."""
FIRST_NAMES = frozenset(NICKNAMES) | {name for names in NICKNAMES.values() for name in names}
"""What people are called: none of it is a slip of something else."""
