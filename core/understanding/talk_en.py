"""English words that tell what came of a talk: what they said and want, how they are, who was not there."""

from core.understanding.text import word_set

SAYING = (
    "want need like love say ask agree accept prefer hate expect confirm refuse reject wonder complain seem look think "
    "know find decide sound get consider approve order request mention insist claim worry require reckon enjoy "
    "appreciate understand promise suggest argue doubt fear hope wish intend try plan renew extend sign pay owe "
    "buy take choose pick switch keep stay remain feel appear happen turn become come go send give tell "
    "show bring let put talk speak explain point offer propose counter haggle negotiate query question raise push "
    "press "
    "chase moan grumble rave swear laugh smile remember forget notice realise realize recommend refer introduce invite "
    "check review read study compare test measure count use run work stock sell supply deliver install fit replace "
    "repair break fail leak stop start begin finish end close open shut retire resign quit hire join leave return miss "
    "lose win beat cut drop lower increase double reduce freeze wait hold stall drag "
    "escalate insist object balk baulk warm cool trust struggle manage cope lead own head handle cover include "
    "exclude fancy dislike spend turn"
)
"""Verbs of what others do when one has talked with them: told by their forms in -s and in the past."""

WANTING = (
    "want need like love prefer hate expect hope wish think know agree accept seem sound look ask say reckon fancy"
)
"""Those that tell in their base form as well: "they want", and he wrote "want quote"."""

ALSO_NOUNS = (
    "orders plans calls visits offers quotes reviews points questions raises pushes deals checks tests measures "
    "counts uses runs works stocks supplies returns cuts drops increases delays holds leads covers moves changes "
    "starts ends closes reads turns shows talks costs complaints signs likes queries "
    "press fits repairs breaks stops hopes claims requests heads misses takes puts lets comes goes gets looks sounds "
    "appears picks keeps stays needs buys pays finds"
)
"""Forms in -s that are the plural of a noun as often: they tell only beside the name whose deed it is."""

STATES = (
    "is are was were 's 're has have had keen happy unhappy interested good great fine bad well nothing liked loved "
    "agreed went didn't wasn't weren't doesn't don't isn't hadn't couldn't won't impressed pleased busy away out "
    "angry positive negative promising tough awkward no answer wasnt didnt shes hes theyre not never pricey dear "
    "expensive cheap cheaper tight skint broke stuck closed shut off sick ill absent engaged gone retired hopeful "
    "doubtful unsure undecided sceptical skeptical sold sorted done delayed late locked tied frozen overstocked short "
    "slow quiet flat warm cold lukewarm lovely nice rude grumpy friendly chatty annoyed cross furious livid delighted "
    "thrilled chuffed made satisfied disappointed worried nervous confident curious open receptive nope nah yes yep "
    "ok okay fab superb brilliant excellent terrible awful rubbish useless pointless waiting awaiting pending still "
    "ooo pto already yet sadly can't cannot wouldn't aren't haven't hasn't cant wont wouldnt hasnt havent"
)
"""How they are, what they have, and how it went."""

TO_THE_VERDICT = "maybe perhaps possibly probably unlikely likely too enough instead anymore"
"""Weighing words."""

ABSENCE = (
    r"(?:not (?:in|there|around|available|at (?:his|her|their) desk|picking up|answering)|out of (?:the )?office|"
    r"ooo|on pto|pto|"
    r"in a meeting|in meetings|on (?:hols?|holidays?|leave|vacation|annual leave|maternity(?: leave)?|mat leave|"
    r"paternity leave|sick leave|site|another call|a call|lunch)|at lunch|off (?:sick|ill|today|this week|til|till|"
    r"until|work)|away (?:til|till|until|today|this week|on)|out (?:til|till|until|today|all (?:day|week)|this week)|"
    r"gone home|nobody (?:in|there|home|about)|no one (?:in|there|home|about)|left for the day|engaged|unavailable|"
    r"no show|didn't (?:show|turn up|pick up|answer)|wasn't (?:in|there|"
    r"about)|straight to (?:voicemail|vm)|voicemail|not picking up)"
)
"""They were looked for and not there: what makes an entry of a name alone."""

UNANSWERED = (
    r"(?:nobody|no one) (?:is |was )?(?:answering|picking up)|"
    r"no (?:answer|reply|response|joy|luck|pick up|pickup)|(?:just )?(?:rang|ringing|rings) out|"
    r"(?:went |goes |gone |straight )+to (?:voicemail|vm|answerphone|answering machine)|"
    r"(?:line|number|phone) (?:is |was )?(?:engaged|busy|dead|off)|engaged (?:tone|all (?:day|morning|afternoon))|"
    r"(?:didn't|did not|doesn't|not|won't|never|isn't|wasn't) (?:pick|picking|picked) up|"
    r"(?:didn't|did not|not|doesn't) (?:answer|answering)(?: (?:the phone|his phone|her phone|my call))?|"
    r"couldn't get (?:hold of|through(?: to)?)|can't get (?:hold of|through(?: to)?)"
)
"""Somebody was rung and did not answer."""

NOUNS_IN_ING = (
    "meeting training pricing racking building catering lighting roofing plumbing flooring shelving packaging parking "
    "marketing engineering trading evening morning wedding filing tooling cleaning bedding booking bearing fencing "
    "heating housing painting printing printer spring string king ring thing nothing something anything everything "
    "coating casing ceiling clothing cutting drilling dressing fishing fitting glazing grinding holding "
    "landing landscaping laundering lining mailing milking milling mixing moulding opening outing planning "
    "processing recycling seating serving shipping siding signing spraying steering styling surfacing testing "
    "thinning tracking travelling tubing tuning upholstering washing welding wing wiring wrapping writing during"
)
"""Words in -ing that are things: a name before them is not doing them."""

IRREGULAR_PASTS = "took gave showed ran drove brought told got made taught built sold had saw did cut fed"
NO_PASTS = (
    "need red bed shed speed feed seed weed indeed breed greed united limited reed revised updated signed used needed "
    "required expected detailed fixed mixed sized based"
)
"""What ends as a past does and is none, or is as often a word for a thing: the revised quote."""

FIRST_NAMES = word_set(
    """
    kyle tyler ryan jordan dean wayne shane lee scott ross glenn keeley kelly stacey shelley hayley zoe chloe amy holly
    hollie paige gemma leanne donna debbie dave steve mike chris nick phil rob bob jim tom tim ben sam dan jack harry
    george alfie oliver noah leo luke adam aaron liam connor callum owen rhys gareth dylan ewan hamish fraser rory
    niall ciaran cian eoin orla niamh saoirse roisin maeve travis cody dusty hank chuck brenda cheryl crystal tammy
    """
)
"""Further first names, which nobody calls a firm by."""
