"""Danish."""

from __future__ import annotations

from typing import Final

from aligncheck.languages.forms.compounding import CompoundTables
from aligncheck.languages.forms.form_rules import FormRule
from aligncheck.languages.forms.inflection import InflectionTables, TableInflection
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
        "den det de en et denne dette disse han hun man vi jeg du dem ham hende os mig dig sig",
        "hans hendes dens dets deres vor vort vore vores min mit mine din dit dine sin sit",
        "sine som hvilken hvilket hvilke hvad hvem hvis her der nogen noget nogle ingen intet",
        "alle alt begge hver hinanden selv",
    ),
    connectives=split_words(
        "og eller men samt for fordi derfor selvom skønt om når mens inden siden indtil at end",
        "så imidlertid således derimod ellers også ikke hverken både enten hvorvidt hvor",
        "hvordan hvorfor dog da hvis thi",
    ),
    prepositions=split_words(
        "af til i på med fra hos mellem gennem under over efter før ved mod uden ifølge blandt",
        "bag foran trods omkring langs inden udenfor indenfor per pr ud ad imod",
    ),
    verbs=split_words(
        "er var være været bliver blev blive blevet har havde have haft skal skulle kan kunne",
        "kunnet må måtte bør burde får fik få fået vil ville gør gjorde gøre gjort findes",
        "fandtes lader lod",
    ),
    adverbs=split_words(
        "meget mere mest mindre mindst mange flere flest få færre enhver anden andet andre",
        "samme ganske næsten allerede altid aldrig ofte sjældent ind nu dengang igen stadig",
        "bare kun endnu snart senere temmelig omtrent lige",
    ),
    homographs=split_words(
        "er var en et den men for har have her under over i at end so du din fik kun fast time",
        "hun vil alt min mine man de in by",
    ),
    in_noun_phrases=split_words("af for i på til med fra om ved"),
    in_names=split_words("og den det de en et eller som"),
    no_subject=split_words(
        "bedre bruge bruger brugt bruges dog finder gang gange gerne giver give gav god godt",
        "gode gå går helt hele holde kom komme kommer lige lille længe måske ned ny nye nyt",
        "næste op rigtig samt sammen siger sidste små stadig står store stor stort tage tager",
        "to tre ud vel være",
    ),
    determiners=split_words(
        "en et den det de denne dette disse hver din dit dine sin sit sine deres vores",
    ),
    definite_determiners=split_words("den det de denne dette disse"),
)

_NUMERALS: Final = Numerals(
    ones=(
        "nul", "en et én ét første", "to anden andet andre begge dobbelt dobbelte", "tre tredje",
        "fire fjerde", "fem femte", "seks sjette", "syv syvende", "otte ottende", "ni niende",
        "ti tiende", "elleve ellevte", "tolv tolvte dusin", "tretten trettende",
        "fjorten fjortende", "femten femtende", "seksten sekstende", "sytten syttende",
        "atten attende", "nitten nittende",
    ),
    tens=(
        "tyve tyvende", "tredive tredivte", "fyrre fyrretyve fyrretyvende",
        "halvtreds halvtredsindstyve halvtredsindstyvende", "tres tresindstyve tresindstyvende",
        "halvfjerds halvfjerdsindstyve halvfjerdsindstyvende", "firs firsindstyve firsindstyvende",
        "halvfems halvfemsindstyve halvfemsindstyvende",
    ),
    scales={
        "hundrede": 100, "hundred": 100, "tusinde": 10**3, "tusind": 10**3, "million": 10**6,
        "millioner": 10**6, "mio": 10**6, "milliard": 10**9, "milliarder": 10**9, "mia": 10**9,
        "billion": 10**12, "billioner": 10**12,
    },
    ones_first=True,
    joint="og",
    decimal_mark=",",
    grouping_marks=".",
    basis_points=r"[ -]?(?:basispoint|basispunkt)",
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "januar jan", "februar feb", "marts mar", "april apr", "maj", "juni jun", "juli jul",
        "august aug", "september sep sept", "oktober okt", "november nov", "december dec",
    ),
    weekdays=(
        "mandag man", "tirsdag tir tirs", "onsdag ons", "torsdag tor tors", "fredag fre",
        "lørdag lør", "søndag søn",
    ),
    century=r"\.? ?århundredes?",
    decade=r"['’]?erne|[- ]?tal",
    clock=r"(\d|[01]\d|2[0-4])[.](?:00|15|30|45)",
)  # fmt: skip

_MISTAKEN: Final = split_pairs("""
    WHO: hvem, US: os, IT: det den, AIDS: hjælpemidler hjælper, ACT: handling, AM: er,
    ARM: arm armen, BUS: bus bussen, CAT: kat katten, COP: betjent betjenten, ICE: is isen,
    LED: førte ført, PET: kæledyr kæledyret, RAM: vædder vædderen, SAD: trist ked,
    Python: pytonslange pytonslangen, Ruby: rubin rubinen, Rust: rust rusten,
    Swift: hurtig mursejler, Word: ord ordet, Excel: overgå, Windows: vinduer vinduerne,
    Office: kontor kontoret, Outlook: udsigt udsigter, Teams: hold, Access: adgang,
    Edge: kant kanten, Chrome: krom, Apple: æble æblet, Amazon: Amazonas,
    Shell: skal muslingeskal, Target: mål målet, Gap: hul hullet, Nature: natur naturen,
    Science: videnskab videnskaben, Cell: celle cellen, The Lancet: lancetten,
    Docker: havnearbejder, Eclipse: formørkelse, Firefox: ildræv, Thunderbird: tordenfugl,
    Slack: slap, Zoom: zoome, Spark: gnist gnisten, Pandas: pandaer pandaerne, Bash: slag,
    Kindle: tænde, Oracle: orakel oraklet, Steam: damp dampen, Bluetooth: blåtand
""")

_LOANS: Final = (
    "all right", "second hand", "fast food", "fastfood", "science fiction", "stand-up", "stand up",
    "fair play", "happy hour", "big band", "hard rock", "heavy metal", "rhythm and blues",
    "smart home", "deep fake", "win-win", "big data", "cloud", "burnout", "feedback", "knowhow",
    "know-how", "okay", "on demand", "open source", "peer review", "public service", "pull request",
    "push", "merge", "commit", "play-off", "knockout", "workout", "make-up", "outdoor", "indoor",
    "offline", "online", "sales", "marketing", "long covid", "et al", "placebo", "compliance",
    "screening", "outreach", "stalking", "catering", "fitness", "lifestyle", "mainstream",
    "deadline", "scoop", "talkshow", "sitcom", "thriller", "remix", "comeback", "timeout",
    "take away", "takeaway", "weekend", "teenager", "live",
)  # fmt: skip

_VOWELS: Final = "aeiouyæøåéöä"
_IRREGULAR: Final = {
    "hånd": "hænder", "fod": "fødder", "tand": "tænder", "nat": "nætter", "bog": "bøger",
    "mand": "mænd", "barn": "børn", "gås": "gæs", "øje": "øjne", "bonde": "bønder", "ko": "køer",
    "so": "søer", "tang": "tænger", "stang": "stænger", "rod": "rødder", "and": "ænder",
    "kraft": "kræfter", "bror": "brødre", "broder": "brødre", "mor": "mødre", "moder": "mødre",
    "far": "fædre", "fader": "fædre", "datter": "døtre", "klo": "kløer", "tå": "tæer",
    "rand": "rande", "medium": "medier", "virus": "vira virusser", "data": "data", "kar": "kar",
    "køn": "køn", "lille": "små", "gammel": "gamle", "god": "godt", "møde": "møder",
    "gennemsnit": "gennemsnit", "vindue": "vinduer",
}  # fmt: skip

_INFLECTION: Final = InflectionTables(
    stem=rf"(?<=..)(?<=([^{_VOWELS}]))\1e[lnr]$|(?<=...)(?:e[lnr]|um|et|[ae])$",
    # definite forms and plurals, with a doubled consonant after a short vowel (klap, klappen)
    nouns=(
        FormRule("e$", "en et er erne ene es"),
        FormRule("(?<=[aiouyæøåéöä])$", "en et er erne n t r rne e ene"),
        FormRule(f"(?<![{_VOWELS}])$", "en et er e erne ene"),
        FormRule(
            f"(?<=[{_VOWELS}])([bdfgklmnprst])$",
            "en et er e erne ene",
            kept=r"\1\1",
        ),
        # -el, -en, -er lose their vowel (muskel, muskler), and write a doubled consonant once
        FormRule(f"(?<=.[^{_VOWELS}])e([lnr])$", "en et er e erne ene", kept=r"\1"),
        FormRule(rf"([^{_VOWELS}])\1e([lnr])$", "en et er e erne ene", kept=r"\1\2"),
        FormRule("(?<=er)$", "ne"),
        FormRule("(?<=...)um$", "et er erne a e ene"),
    ),
    adjectives=(
        FormRule(f"(?<![{_VOWELS}])$", "e"),
        FormRule("(?<![aeiouyæøåt])(?<!sk)$", "t"),
        FormRule("(?<=[åøy])$", "t"),
        FormRule(f"(?<=.[^{_VOWELS}])e([lnr])$", "e", kept=r"\1"),
        FormRule(rf"([^{_VOWELS}])\1e([lnr])$", "e", kept=r"\1\2"),
        FormRule("et$", "ede"),
    ),
    verbs=(
        FormRule("e$", "er ede et te t es edes ende -"),
        FormRule("(?<=[aiouyæøå])$", "r ede et s ende"),
        FormRule(rf"([^{_VOWELS}])\1e$", r"\1"),
    ),
    verb_ending="ere$",
    irregular=_IRREGULAR,
    irregular_endings=(FormRule("(?<=[er])$", "ne"), FormRule("(?<![er])$", "ene")),
    singulars=(
        FormRule("(?<=....)er$", "- e"),
        FormRule(rf"(?<=..)([^{_VOWELS}])\1er$", r"\1"),
    ),
    last=(FormRule("(?<![sxz])$", "s"),),
)
_COMPOUNDS: Final = CompoundTables(
    vowels=_VOWELS,
    onset=(
        r"(?:[bcdfghjklmnprstvwxz]|b[lrj]|d[rvj]|f[lrnj]|g[lrnj]|h[jv]|k[lrnvj]|[mpstn]j|p[lrs]|"
        r"s[cklmnptv]|sk[rvj]|sp[lrj]|st[rj]?|t[hrv]|vr|c[hlr]|ph)?[aeiouyæøåéöä]"
    ),
    joints=(
        FormRule(f"(?<![{_VOWELS}sxz])$", "s e"),
        FormRule("(?<=...)([ae])$", r"- s \1s"),
        FormRule("(?<=...)um$", "e ie"),
    ),
    derived=(
        r"(?:isk|isme|ist|itet|else|ning|ling|ing|er|ere|eri|hed|lighed|ighed|dom|skab|lig|ig|bar|"
        r"som|løs|agtig|inde|iker|ering|eret|ere|er|ation|tion|ator|ant|ent|ans|ens|or|us|um|al|el|"
        r"l?ende|r?ende|ede|et|ulær|ær|iv|oid|itis|le[dt]?|re[dt]?|tere[dt]?|terer|tering|e?ment|slig|lede|rede|ler|st|stre)"
        r"(?:e|en|et|er|erne|ne|ene|n|t|r)?s?"
    ),
    prefixes=r"(?:af|an|be|bi|for|fra|gen|ind|mis|mod|ned|om|op|over|på|til|ud|under|und|ved|ved)",
)
_FORMS: Final = TableInflection(_INFLECTION, _COMPOUNDS)

LANGUAGE: Final = Language(
    code="da",
    scripts=(Script.LATIN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    capitals=Capitals(upper="A-ZÆØÅÉ", lower="a-zæøåé"),
    sentences=Sentences(
        abbreviations=("Bl.a.", "bl.a.", "F.eks.", "f.eks.", "Hr.", "hr.", "jf.", "Jf."),
        conjunctions=("og", "men"),
    ),
    references=References(
        headings=frozenset(
            {
                *(
                    "referencer",
                    "kilder",
                    "kildeliste",
                    "litteratur",
                    "litteraturliste",
                    "fodnoter",
                ),
                *("noter", "videre læsning", "bibliografi", "kildehenvisninger"),
            }
        ),
        credits=(
            *("foto", "fotograf", "billede", "illustration", "grafik", "tekst", "kilde", "af"),
        ),
        by=("Af",),
        joining=split_words("og af via fra for med"),
        between_authors=("og",),
    ),
    names=Names(mistaken=_MISTAKEN, naming_verbs=("er", "var", "betegner", "betyder")),
    nouns=Nouns(
        endings=r"(?<=\w{3})(?:ernes?|enes?|ers?|ens?|ets?|nes?|e|s)$",
        definite=r"(?:en|et|erne|ene)s?$",
        perhaps_definite=r"(?:ne|n|t)s?$",
    ),
    answers=Answers(yes=frozenset({"ja"}), no=frozenset({"nej"})),
    units=split_pairs("""
        %: procent, ‰: promille, °: grad grader, km: kilometer, m: meter, cm: centimeter,
        mm: millimeter, kg: kilo kilogram, g: gram, mg: milligram, t: ton, l: liter, dl: deciliter,
        ml: milliliter, h: time timer timen timerne, min: minut minutter, s: sekund sekunder,
        ha: hektar, kr: krone kroner, €: euro, $: dollar, kWh: kilowatttime kilowatttimer
    """),
    negators=split_words("ikke ej aldrig ingen intet ingenting uden hverken"),
    one_letter_words=frozenset("iåIÅ"),
    loans=_LOANS,
    inflection=Inflection(keys=_FORMS.keys, forms=_FORMS.forms),
    compounding=Compounding(part_of=_FORMS.find_part, letters_of=_FORMS.find_letters_at_edge),
)
