"""Words that tell where a person's name ends, and which runs of capitals name no person at all."""

from __future__ import annotations

# Verbs of headlines, none of them a surname: where every word has a capital they stand right behind a name.
VERBS = frozenset(
    "accepts accuses addresses admits advises agrees aims announces appeals appoints approves arrives asks assures attacks attends "
    "awaits backs bans becomes begins believes blames blasts boycotts calls cancels chairs cites claims concludes condemns "
    "confers confirms congratulates considers continues criticises criticizes declares declines delays demands denies departs "
    "discusses dismisses eats elected embarks ends ends enters expects expels expresses extends faces flies gets gives goes "
    "greets hails heads holds honours hopes hosts insists inspects inaugurates intends invites is joins jets kicks lands "
    "lauds launches lays leads leaves left lives looks loses makes meets met named needs offers opens orders pays "
    "pledges plans postpones praises prepares presents presides presses promises proposes pushes raises reaches reaffirms "
    "receives recognises recognizes rejects reiterates reports requests resigns responds returns reveals reviews rules "
    "says secures seeks seen sees sends set sets shakes sign signs skips slams speaks spends stands starts stays stresses "
    "supports suspends takes talks tells thanks threatens tours travels tweets unveils urges urged vows visits visited "
    "voices votes walks wants warns was welcomed welcomes were will wins wishes withdraws wraps writes "
    "visiting touring leaving reaching entering departing hosting receiving welcoming greeting addressing attending citing "
    "quoting thanking praising congratulating joining backing blaming accusing criticising criticizing condemning calling "
    "urging telling inviting seeing succeeding replacing defending "
    "greeted welcomed invited accused warned vowed pledged signed announced declared condemned congratulated discussed hosted "
    "inaugurated praised rejected slammed thanked toured hailed backed denied flew landed resigned elected appointed sworn "
    "arrived attended called due elected expected has have had gave joined led likely paid ready received "
    "returned scheduled sent signed spoke sworn told took underscores unlikely warned went would "
    "meet hold discuss agree arrive attend host receive join vow pledge urge seek condemn reaffirm inaugurate depart gather "
    "convene confer".split()
)
# Of things, places, bodies and papers: a run of capitals that ends with one names no person.
THINGS = frozenset(
    "academy accord act administration affairs agency agenda agreement agriculture air airbase airfield airlines airport "
    "airways alliance ambassadors archipelago archive area army artillery assembly association authority avenue award bank "
    "barracks base basin battalion battlegroup bay board boulevard bridge brigade broadcasting building bureau business cabinet "
    "camp campaign canal cathedral caucus center centre chamber channel charter club coalition coast college command "
    "commission committee commonwealth communique community company compound conference confederation congress consortium "
    "consulate consortium constitution convention corp corporation corps corridor council countries court cup dam day "
    "declaration delegation department desert development dialogue diplomacy directorate district division doctrine "
    "economy education electronics embassy emirate energy enterprise enterprises environment exchange executive exercise exercises "
    "exhibition expo express faction factory federation ferry festival finance fleet force forces foreign forum foundation "
    "front fund games gardens garrison gas gazette governance government grid grounds group guard guards gulf hall harbour "
    "harbor headquarters health herald highway holdings hospital hotel house inc independence industries industry "
    "infantry information initiative institute institution international investment islands isles journal justice kingdom "
    "laboratory league legion legislature lines ltd llc mall mandate market marines mausoleum media memorandum memorial "
    "militia ministers ministry mission monastery monitor monument mosque motors mountains movement museum navy network news "
    "newspaper newsroom observatory ocean office oil olympics operation operations order organisation organization outpost "
    "oversight pact palace panel parish park parliament partnership party peninsula people petroleum pipeline plan plant "
    "platform plateau plaza policy port post power powers presence presidency presidents press prison prize process program "
    "programme project protocol province quarter radio railway rally ranch range refinery regiment region registry relations "
    "republic reserve residence resort resource resources review river road route sanctuary school sea secretariat sector "
    "security senate service services shipyard shrine site society square squadron stadium standard state states station "
    "statement statue stock strait strategy studies summit sun swamp talks team telegraph television temple terminal "
    "territories territory theatre theater times tomb tower trade transport treasury treaty trial tribunal tribune troops "
    "trust tunnel union university valley village villa volunteers war water waters weekly window workshop world yard zone "
    "organ troika integration nation nations majlis mejlis jirga kenesh rada sabha sejm police officer officers official officials responsible designate elect plenipotentiary extraordinary emeritus attache attaché "
    "leaders visit tour ship vessel frigate destroyer submarine missile missiles bulletin correspondent reporter editor".split()
)
# what may be a surname all the same, behind a given name or a post
SURNAMES_ALSO = frozenset(
    "bank bay bridge camp church coast cup dam day express field force gardens gas guard hall house justice lines park people port post "
    "power powers press price road sea school standard state states sun temple times tower trial villa war water waters window "
    "world yard".split()
)
# what is called after people
SITES = frozenset(
    "airport airbase airfield academy avenue boulevard bridge dam highway hospital hotel institute library mausoleum mosque "
    "museum stadium street square university monument memorial prize foundation terminal expressway causeway lecture "
    "scholarship base air international centre center palace hall barracks carrier roundabout".split()
)
# "Lake Issyk-Kul", "Camp Bondsteel", "Operation Barkhane": what follows is no person
BEFORE_THINGS = frozenset(
    "lake mount mt camp fort port cape uss hms hmas ins operation exercise hotel villa hospital st st. saint puerto cerro rio "
    "boulevard avenue calle rue stadium airport radio hurricane cyclone typhoon villa chateau château palais palazzo wadi "
    "tel tell bab jebel jabal masjid hezb tehreek jamaat base photo photos image video majlisi majlis mejlis oliy loya jogorku "
    "verkhovna lok rajya".split()
)
# Surnames that are words too: alone they are nobody's name unless the article gives the whole one.
COMMON_TOO = frozenset(
    "ball ban banks battle best bird bishop black blunt bond boss bright brown burn burns bush cash champion chance chase church "
    "close cook crane cross crown day dean duke early east fair field fields fish fisher fox free frost gates gold good grant "
    "gray green grey gross hall hill holder holy home hope house hunt hunter judge just key king knight lamb lane last law long "
    "love low major march mark marsh marshal may means mills moon more new noble north park parks peace pool "
    "pope post power price prince queen read reed rice rich root rose rush savage sharp short silver small son song south "
    "spring star steel stern stone straw street strong summers swan temple true wall walls ward waters wave weeks west "
    "white wild winter wise wolf wood woods young".split()
)


# "the pilgrimage site Buddha Gaya", "the frigate Admiral Essen": what is called so is no person
CALLED = frozenset(
    "site city town village base camp port river lake mountain island ship vessel frigate destroyer carrier submarine cruiser "
    "yacht tanker hotel restaurant newspaper daily weekly magazine broadcaster channel station agency company firm giant airline "
    "bank exercise exercises operation drill drills typhoon storm hurricane cyclone programme project newspapers portal website "
    "parliament party militia movement faction battalion brigade".split()
)

# what stands behind who reports: "Riyadh, Asharq Al-Awsat — …"
DASHES = ("—", "–", "--", "-")


def is_thing(name: str) -> bool:
    """Whether a run of capitals names a place, a ship, a body or a paper, and no person."""
    words = [word for word in name.lower().split() if len(word.replace(".", "")) > 1 and word[1:2] != "."]
    if not words:  # "G.L.", of which the rest is lost
        return True
    if words[0] in BEFORE_THINGS and len(words) > 1:
        return True
    last = words[-1].rpartition("-")[2]
    return last in THINGS and (len(words) > 2 or last not in SURNAMES_ALSO)
