"""German."""

from __future__ import annotations

from typing import Final

from aligncheck.languages.forms.german import GERMAN_FORMS
from aligncheck.languages.language import (
    Answers,
    Calendar,
    Capitals,
    Compounding,
    FunctionWords,
    Inflection,
    Language,
    Names,
    Nouns,
    Numerals,
    References,
    Sentences,
    split_pairs,
    split_words,
)
from aligncheck.text.scripts import Script

_WORDS: Final = FunctionWords(
    pronouns=split_words(
        "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem",
        "keiner keines dieser diese dieses diesen diesem jener jene jenes jenen jenem ich du",
        "er sie es wir ihr mich dich ihn uns euch mir dir ihm ihnen sich mein meine meinen",
        "meinem meiner dein deine sein seine seinen seinem seiner seines ihre ihren ihrem",
        "ihrer ihres unser unsere unseren unserem unserer euer eure man wer wen wem wessen was",
        "welcher welche welches welchen welchem jemand niemand etwas nichts selbst einander",
        "hier dort deren dessen denen derjenige diejenige dasjenige diejenigen",
    ),
    connectives=split_words(
        "und oder aber sondern denn sowie dass ob weil wenn als während obwohl obgleich indem",
        "bevor nachdem seit seitdem bis falls sofern damit sodass wie wo wann warum weshalb",
        "wohin woher daher deshalb deswegen dennoch trotzdem jedoch doch allerdings außerdem",
        "zudem hingegen dagegen stattdessen somit also auch weder noch entweder sowohl dabei",
        "dadurch dafür danach daran darauf daraus darin darüber darum davon davor dazu nicht",
        "nur",
    ),
    prepositions=split_words(
        "von vom zu zum zur in im ins an am ans auf aufs aus bei beim mit nach über um unter",
        "vor zwischen durch für gegen ohne ab außer gegenüber entlang innerhalb außerhalb",
        "wegen statt anstatt trotz laut gemäß pro je hinter neben per",
    ),
    verbs=split_words(
        "ist sind war waren bin bist wäre wären gewesen sei seien hat haben habe hatte hatten",
        "hast hätte hätten gehabt wird werden wurde wurden worden würde würden werde geworden",
        "kann können konnte konnten könnte könnten muss müssen musste mussten müsste soll",
        "sollen sollte sollten will wollen wollte wollten darf dürfen durfte durften dürfte",
        "mag mögen möchte möchten lässt lassen ließ ließen gibt gab tut tun",
    ),
    adverbs=split_words(
        "alle allem allen aller alles viel viele vielen vieler mehr meist meisten wenig wenige",
        "weniger wenigstens einige einigen einiger mehrere mehreren beide beiden manche jede",
        "jeder jedes jeden jedem andere anderen anderer anderes sehr zu ganz ziemlich fast",
        "beinahe schon bereits immer nie niemals oft häufig manchmal selten meistens jetzt nun",
        "dann damals wieder noch nur sogar erst später bald so eben etwa kaum heute",
    ),
    homographs=split_words(
        "die man also war was bin will am an in so den dem des er ja under per du vor man der",
        "sein",
    ),
    in_noun_phrases=split_words("von vom zu zum zur für mit in im an am auf aus bei über nach"),
    in_names=split_words("und der die das des den dem ein eine einer oder"),
    no_subject=split_words(
        "bleiben bleibt bringen bringt dazu einmal ersten erste finden findet ganze ganzen",
        "geben gehen geht gern gilt groß große großen gut gute guten hoch kleine kleinen",
        "kommen kommt lang lange letzte letzten machen macht nächste nächsten neu neue neuen",
        "nehmen nimmt sagen sagt stehen steht stellen stellt vielleicht weiter weitere",
        "weiteren zwei drei",
    ),
    determiners=split_words(
        "der die das den dem des ein eine einen einem einer eines kein keine keinen dieser",
        "diese dieses diesen diesem jede jeder jedes jeden seine seinen seiner ihre ihren",
        "ihrer unsere unseren im am vom zum zur beim ins ans",
    ),
    definite_determiners=split_words(
        "der die das den dem des dieser diese dieses diesen diesem im am vom zum zur beim ins",
        "ans",
    ),
)

_NUMERALS: Final = Numerals(
    ones=(
        "null", "ein eins eine einen einem einer erste ersten erster erstes einmal",
        "zwei zwo zweite zweiten zweiter beide beiden zweimal doppelt doppelte",
        "drei dritte dritten dritter dreimal dreifach", "vier vierte vierten vierter",
        "fünf fünfte fünften fünfter", "sechs sechste sechsten sechster",
        "sieben siebte siebten siebter siebente", "acht achte achten achter",
        "neun neunte neunten neunter", "zehn zehnte zehnten zehnter", "elf elfte elften elfter",
        "zwölf zwölfte zwölften dutzend", "dreizehn dreizehnte dreizehnten",
        "vierzehn vierzehnte vierzehnten", "fünfzehn fünfzehnte fünfzehnten",
        "sechzehn sechzehnte sechzehnten", "siebzehn siebzehnte siebzehnten",
        "achtzehn achtzehnte achtzehnten", "neunzehn neunzehnte neunzehnten",
    ),
    tens=(
        "zwanzig", "dreißig dreissig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig",
        "neunzig",
    ),
    scales={
        "hundert": 100, "tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6,
        "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12,
        "billionen": 10**12,
    },
    ones_first=True,
    joint="und",
    decimal_mark=",",
    grouping_marks=".",
    basis_points=r"[ -]?basispunkte?n?",
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "januar jänner jan", "februar feber feb", "märz mär mrz", "april apr", "mai", "juni jun",
        "juli jul", "august aug", "september sep sept", "oktober okt", "november nov",
        "dezember dez",
    ),
    weekdays=(
        "montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr",
        "samstag sonnabend sa", "sonntag so",
    ),
    century=r"\.? ?(?:jahrhunderts?|jh\.)",
    decade=r"er\b(?:[- ]?jahren?)?",
    clock=r"(\d|[01]\d|2[0-4])[.](?:00|15|30|45)",
)  # fmt: skip

_MISTAKEN: Final = split_pairs("""
    WHO: wer wen, US: uns, IT: es, AIDS: hilfsmittel hilfen, ACT: handlung handeln, AM: bin,
    ARM: arm waffe, BUS: bus, CAD: schuft, CAT: katze, COP: polizist polizistin, ICE: eis,
    LED: führte geführt, PET: haustier, RAM: widder, SAD: traurig, Python: pythonschlange,
    Ruby: rubin, Rust: rost, Swift: mauersegler, Word: wort wörter, Excel: übertreffen,
    Windows: fenster, Office: büro, Outlook: ausblick aussicht, Teams: mannschaften,
    Access: zugriff zugang, Edge: kante rand, Chrome: chrom, Apple: apfel,
    Amazon: amazone amazonas, Shell: schale muschel, Target: ziel, Gap: lücke, Nature: natur,
    Science: wissenschaft, Cell: zelle, The Lancet: lanzette, Docker: hafenarbeiter,
    Eclipse: finsternis, Firefox: feuerfuchs, Thunderbird: donnervogel, Slack: schlaff,
    Zoom: zoomen, Spark: funke, Bash: schlag, Kindle: entzünden, Oracle: orakel, Steam: dampf,
    Bluetooth: blauzahn
""")

_LOANS: Final = (
    "Open Source", "Science-Fiction", "Science Fiction", "Fast Food", "Fastfood", "Know-how",
    "Happy Hour", "Public Viewing", "Best Practice", "Best Practices", "Big Data", "Big Band",
    "Hard Rock", "Heavy Metal", "Rhythm and Blues", "Rock ’n’ Roll", "Home Office", "Homeoffice",
    "Long Covid", "Fair Play", "Fair Trade", "Smart Home", "Peer Review", "Pull Request",
    "Pull Requests", "Talk Show", "Stand-up", "Make-up", "Back-up", "Start-up", "Start-ups",
    "Do it yourself", "second hand", "all right", "okay", "on demand", "made in Germany", "to go",
    "up to date", "last but not least", "learning by doing", "offline", "online", "live", "et al",
)  # fmt: skip

LANGUAGE: Final = Language(
    code="de",
    scripts=(Script.LATIN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    capitals=Capitals(upper="A-ZÄÖÜẞ", lower="a-zäöüß", nouns=True),
    sentences=Sentences(
        abbreviations=("Fa.", "Frl.", "Hrsg.", "Ing.", "Mio.", "Mrd.", "St.", "gez.", "lfd."),
        conjunctions=("und", "aber", "sondern", "denn"),
    ),
    references=References(
        headings=frozenset(
            {
                *("literatur", "literaturverzeichnis", "quellen", "quellenverzeichnis"),
                *("einzelnachweise", "referenzen", "fußnoten", "anmerkungen", "nachweise"),
                *("weiterführende literatur", "bibliografie", "bibliographie"),
            }
        ),
        credits=(
            *("foto", "fotos", "fotograf", "bild", "bilder", "illustration", "grafik", "text"),
            *("quelle", "quellen", "autor", "autorin", "von"),
        ),
        by=("Von",),
        joining=split_words("und von via aus für mit der die das"),
        between_authors=("und",),
    ),
    nouns=Nouns(endings=r"(?<=\w{3})(?:innen|e?[rn]|e?[ms]|e)$"),
    names=Names(
        mistaken=_MISTAKEN,
        naming_verbs=("ist", "sind", "war", "bezeichnet", "bedeutet"),
    ),
    answers=Answers(yes=frozenset({"ja"}), no=frozenset({"nein"})),
    units=split_pairs("""
        %: prozent, ‰: promille, °: grad, km: kilometer kilometern, m: meter metern,
        cm: zentimeter zentimetern, mm: millimeter millimetern, kg: kilo kilogramm, g: gramm,
        mg: milligramm, t: tonne tonnen, l: liter litern, ml: milliliter, h: stunde stunden std,
        min: minute minuten, s: sekunde sekunden, ha: hektar, €: euro, $: dollar,
        kWh: kilowattstunde kilowattstunden
    """),
    negators=split_words(
        "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand nirgends ohne",
        "weder",
    ),
    loans=_LOANS,
    inflection=Inflection(keys=GERMAN_FORMS.keys, forms=GERMAN_FORMS.forms),
    compounding=Compounding(
        part_of=GERMAN_FORMS.find_part, letters_of=GERMAN_FORMS.find_letters_at_edge
    ),
)
