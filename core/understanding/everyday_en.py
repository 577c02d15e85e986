"""Everyday English words that may begin a message and are nobody's name, however they are written."""

from core.understanding.text import word_set

EVERYDAY_EN = word_set(
    """
    accident account accounts admin advert advice afternoon agenda agreement airport alarm alert alright although
    amazing
    angry announcement annoying annual anybody anyway apparently apologies appointment approval approved april argument
    arrived article assembly asset assets attachment attended attention attitude auction audit august average awkward
    bags balance bankrupt barely basket bathroom battery beautiful because become bedroom beer bell below bend benefit
    beside bike bill bills birthday bit bits blame blank blast bless blood bloody blue boat boiler boilers bonus booked
    booking bookings boring borrow bosses bother bothered bottle bottles bounced boy boys brake brakes brainstorm branch
    brave bread breakdown breakfast breath bride bridge brief briefly bright brilliant broker brokers brothers brown
    bugger bulk bus buses bush calendar calm camera campaign cancellation cancelled cancelling candidate cap capital
    caravan cards carpet carpets carried casual cat caught cautious ceiling celebrate cell centres century ceo
    certificate
    chain challenge champion chaos chap charges chased chasing chatted cheeky cheers cheese chef cheque chicken child
    children chilly chin chocolate christmas church cigarette circle circus clash classic cleaner cleaning clever
    clock clocks clothes cloudy club clue coach coast coat code coffee colleague colleagues collected collection college
    comfortable comment comments commercial commission commitment committee communication community compliance complaint
    complaints complete completed completely complicated complimentary computer concerned concerns concrete conference
    confident confirmation confirmed confused confusing congrats congratulations connection considering constant
    construction consultant container contacted contents context contractor contractors contracts conversation cook
    cooking cooler copies corporate correction corridor cottage couch cough counter countries country coupon courier
    courtesy court cousin cow cows crap crash crashed crazy cream creative crew crisis critical crowd crown cup
    cupboard curious currently curtain customers cute cycle dad daily damaged dark darling dates daughter day daylight
    dead deadline deal dealer dealers dealt dear death debt debts decent decisions decor defect defects definitely
    degree
    delayed delays deliveries delivered demand demos dentist deposit depot desperate despite detailed device diary
    diesel
    diet digital direction directors dirty disappointed disappointing disaster discounts dishes dismal display distance
    distributor diversion divorce doctor documents dog dogs dollars donkey done doomed doubt dozen draft drafts drain
    dream dreadful dress drinks driver drivers driving dry dud due dull dusty duty eager ear earth easter easily eating
    economy editor education effective efficient effort eggs eight electric electrical electricity electrician elephant
    embarrassing emergency emails emailed employee employees enemy energy engaged engineers enjoyed enquiries enquiry
    entertainment entrance entry envelope environment equal equipment error errors escape especially essential
    estimate estimated estimates euros evenings events eventually everybody everyone everything everywhere evidence
    excellent exchange excited exciting excuse executive exercise exhausted exhibition existing expected expecting
    expense expenses experience expert experts expired explained express extension extremely fab fabulous factories
    factory failed failure fairly faith fake families fancy fantastic farmer farmers fashion fast fatal father fault
    faults faulty favour favourite feb fee feedback fees feeling fence ferry fever fewer fiance fight files filing
    filter
    filters finally finances financial fingers finished fish fitness fitting flat flats flexible flight flights
    flipping flood flooded flowers flu flying focus fog foggy followed following football footfall foreign forever
    forgot forgotten fork forklift forklifts formal former fortnight fortune forum forwarded foundation freezer freezers
    freezing freight frequent fridge fridges friend friendly friends frozen fruit frustrated frustrating fuel funeral
    funny furious furniture future gained gallery gap garage garages gas gate gates gatekeeper gear generous gentle
    gentleman gift glasses glorious goal god golf gosh gossip gotta government grandson grant graph grass grateful greek
    greedy greetings grim grocery gross groups growing growth guarantee guard guest guests guide guilty gutted gym
    habit hair halfway halfday halloween handed handover hang happening happily harbour hardly hardware harvest hat
    haulage hazard headache heading headquarters headset health healthy hearing heating heavily height hello helmet
    helped helpful helping hence hero hesitant hidden highly hilarious hire hired hiring history hit hobby hols holiday
    homework honest honestly honey honour hopeful hopefully hopeless horrible horse horses hosted hotels hourly
    household
    housing however hr huge human humour hundred hundreds hung hungry hurry husband ice ideal ideas identical idiot
    ignore ignored illness imagine immediate immediately impatient important impossible impressed impressive improve
    improved improvement inbox incident included including income incoming increase incredible indeed independent
    induction industrial industry inform information initial initially injury innovation input inquiry insane inspection
    inspector installation installed installer instant instructions insurance insurers intend interested interesting
    internal international internet interview intro introduced introduction inventory investment invitation invited
    invoice invoiced invoices invoicing irate irrelevant irritating ish issues its january japanese jealous jeans jobs
    joke joking journey joy judge juice july jumbo jumped junction june junior junk justice kebab kettle keyboard keys
    kids kidding kilo kilos king kit kits kitchens knackered knee knife knock knocked knowledge labels label ladder
    ladies
    landed landlord landlady language laptop laptops largely lately latest laughed laughing laundry lawyer lawyers lazy
    leading leak leaking learned learnt leather leaving lecture legend lesson lessons letters liability licence license
    lifetime lightning likewise limited lingering lip liquid listed listened listening literally litre litres lively
    liver lobby location lockdown locked logged logistics lonely loop loose lorry lorries lounge lousy lovely loyal
    luckily luggage lunches lunchtime luxury machinery mad magazine magic mailed mainly mall mammoth managed management
    managers managing mandatory manic manner manual manufacturer marathon march marginal marketing married mass massive
    massively master matters maximum meals meantime measured measurements meat mechanic media medical medicine medium
    member members membership memory mental mentioned mess message messaged messages messy metal method metre metres
    mild milk million minimum minus miracle miserable missed missing mission mistake mistakes mix mixed mixer mobile
    mode
    moments monday mood morning mornings mortgage mostly mother motion motivated motor motorbike motorway mountain mouse
    mouth moves movie moving muddy mug multiple mum mummy music mutual mystery naff narrow nasty national nationwide
    natural naturally navy nearby nearest neat necessary negative neighbour neighbours neither nephew nervous net
    network
    neutral nevertheless newbie nicely niece nights nightmare noise noisy nonsense nope noted notes notice novel nowhere
    numbers nurse nuts objection objections objective obvious occasion occupied odds offended offered offers offices
    official offline oily okay olive omg ongoing online opened opening openings operations operative opinions
    opportunities optimistic options oranges ordered orders ordinary organisation organised original otherwise ouch
    outbreak outcome outdoor outgoing outlet outlook output outstanding oven ovens overall overdue overnight overseas
    overtime owed owners ownership packed packaging packing pain painful painted painter painting pallet pallets panel
    panels panic parcel parcels pardon parents parked parking partly partner partners passed passenger passport password
    patch path patience patient patients pattern pause paying payment payments payroll peace peak pending pension
    percent perfect perfectly performance period permanent permission permit permits personal personally pet petrol
    pharmacy phones photos physical piano pictures pieces pig pills pint pity pizza placed plain plane planned plans
    plastic plate platform played player players playing pleasant pleased pleasure plumber plumbing pocket policies
    policy polite political pool poorly pop popped popular portal position positive possibility possibly postcode posted
    poster potential potentially pounds pouring powerful practical practice pregnant prepared preparing presentation
    presented president pressure prevent previous previously pricey primary printed printer printers priorities
    priority private pro problems procedure proceed processing procurement produce producer production professional
    profit profits progress projected projects prolific promising promo promote promoted promotion prompt proof properly
    properties property proposals prospect prospects protect protection proud proved provide provided provider
    province psycho pub public pudding puncture purchased purchasing pure purpose pushed pushing puzzled qualified
    quarry
    queen queries query queue quicker quickly quit quiz quotation quotations quotes quoting racing rack racking racks
    radio rail railway rain raining rainy raised ranch random rang ranges ranked rapid rapidly rare rarely rates ready
    realistic realise realised reality rear reasonable reasonably reasons rebate recall receipt receipts received
    reception receptionist recipe recognise recommended recommendation reconsider recovery recruit recruiting recycling
    redundancy redundant referral referred refill refit refund refused refusing regarding regardless region regional
    register registered regretfully regrets regrettably regulations reject rejected related relationship relatively
    release relevant reliable relief reluctant remarkable remarks reminder reminders remote removed renewal renewals
    renewed rental rentals reorder repaired repairs repeat repeated replaced replacement replacements replied replies
    reported reports representative reputation requested requests required requirements rescheduled research reservation
    reserve reset resolved resort resource resources respect responded response responsibility responsible restaurant
    restaurants resting restructuring results retail retire retired retiring returned returning returns revenue reverse
    revised reviewed reviews reward rich rid ride ridiculous rival roadworks robot robots rocket roger roller romantic
    rotten rough roughly roundabout route routes routine row rowing royal rude rugby ruined rules rumour rumours runner
    running rush rushed sack sacked sad sadly safely sale salesman salt salty sandwich sat satisfied savings savvy
    scan scanner scared schedule scheduled scheme schools science scooter scrap scratch sea search seasons secondly
    secret
    secretary sector secured security seeing seeking selection self selling semi senior sensible sensitive separately
    series seriously servers served services session sessions setback settled setup several severe sewing sex shadow
    shame
    shaped shared shares shed sheep shell shelves shift shifts shining shipment shipments shipped shipping shirt shirts
    shit shite shock shocked shocking shoes shopping shops shortage shortly shots shoulder shouting showed shower
    showing
    showroom shown shutdown shy sickness sights signal signature signatures significant signing silence silent silly
    silver similar similarly simply sir sister sitting situation sixth skills skint sky slack sleep sleeping slice
    slight
    slightly slot slots slowly smashed smashing smell smelly smile smoke smoking smoothly snack snag snags snow snowing
    snowed soap social society socks sofa softly soil solar solicitor solicitors solicited solution solutions solved
    somebody somehow somewhat somewhere son song sounds soup source spanish spares speaking specialist species specific
    specifically specification specs spectacular spend spending spilled spirits splendid splitting spoken sponsor sports
    spreadsheet springtime square squeeze stable stadium staffing stairs stalled standards standing stands stars
    started starting starts state stated statement statements states station stationery statistics status steady steel
    steep sticker stickers stocked stocks stomach stone stopped stopping stores storage stranded strange stranger
    strategic strategy stream streets strength stress stressed stressful stretch strict strike strikes striking strip
    strongly structure struggling student students studies studio stunning stupid subject submit submitted subscription
    substantial success successful suddenly suffered sugar suggested suggestion suggestions suitable summary sun sunday
    sunny sunshine super superb supermarket supervisor supplied suppliers supplies supplying supporting supportive
    supposed surface surgery surprise surprised surprising surprisingly survey surveys surveyor surveyed survived
    suspect suspicious swamped sweet sweets swiftly swimming switched switching symptoms systems tables tablet tail
    taken
    talked talking talks tall tasks tasty tea teacher teachers teaching teams tech technical technician technicians
    technically technology teenager telephone television temper temperature template temporarily temporary tenants
    tender tenders tense tent terrific terrified territory terrifying testing text texted texts thankfully theatre
    theory therefore thick thin thinking thirsty thoroughly thoughts thousand thousands threatened threatening throat
    throughout thumbs thunder ticket tickets tidy tied tight tiles till tills timber timetable timing tiny tip tips
    tires
    titles tomato tone tonnes tooth toothache topics topped tops tore torn totally touched tours towards tower towing
    towns toys tracked tracker trackers tracking tractor tractors traders trading traditional traffic trailer trailers
    trainer trainee training transfer transferred translation transparent trapped travelled travelling tray treat
    treated treatment treats trees tremendous trend trends trialling trials tricky tricked trips trolley trolleys
    trouble truly trunk trusted tub tube tunnel turning turnout turnover twins typical typically tyre tyres ugly
    ultimately umbrella unable unacceptable unavailable unbelievable uncertain uncle unclear uncomfortable
    underwhelming understandably understanding understood unfair unfortunate unfortunately unhappy uniform uniforms
    union
    unique united universal unless unlikely unlucky unpaid unpleasant unreal unsure untidy unusual upcoming updated
    updates upgrade upgraded upgrades upgrading upper upset urgently usage users usually utter utterly vacancies
    vacation
    vague valid valuable vanished various varies vast vat vegan vegetables vehicle vehicles vendor vendors venue version
    versions vets victim victory video videos viewing views village violent virtual virtually virus visible visitor
    visitors visits vital voice voicemail voicemails volume volumes volunteers vomit vote voted voucher vouchers wage
    wages waited waiter waitress waking walking walked wallet wandering wanting wardrobe warmer warned warranty wasted
    wasting watched watching waterproof weakness wealthy wedding weekends weekly weigh weird welcome welding wellbeing
    welsh wheel wheels whenever wherever whether whilst whoever whole wholesale wholesaler wicked widely widow wifi wild
    willing willingly windows windy wine winner winners wins wire wiring wise wishes withdrawn withdrew witness woke
    women wondered wonderful wondering wooden workshop worker workplace workload worn worries worrying worthless worthy
    wouldn wound wow wrap wrapped writing written wrote yacht yards yearly yell yep yesterday yoga yogurt younger
    yourself youth zero zone ops procurement comms admin devs
    """
)
