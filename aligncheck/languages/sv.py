"""Swedish."""

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
        "den det de en ett denna detta dessa han hon hen man vi ni jag du dem honom henne oss mig",
        "dig sig hans hennes dess deras vår vårt våra er ert era min mitt mina din ditt dina sitt",
        "sina som vilken vilket vilka vad vem vars här där någon något några ingen inget inga alla",
        "allt",
    ),
    connectives=split_words(
        "och eller men utan samt för eftersom därför fastän även om när medan innan sedan tills",
        "att än så emellertid således däremot annars också inte varken både antingen huruvida",
    ),
    prepositions=split_words(
        "av till i på med från hos mellan genom under över efter före vid mot utan enligt bland",
        "bakom framför trots kring längs inom utom per åt ur",
    ),
    verbs=split_words(
        "är var vara varit blir blev bli blivit har hade ha haft ska skall skulle kan kunde kunna",
        "kunnat måste bör borde får fick få fått vill ville vilja gör gjorde göra gjort finns",
        "fanns låter",
    ),
    adverbs=split_words(
        "mycket mer mest mindre minst många flera flest få fler några varje annan annat andra",
        "samma ganska nästan redan alltid aldrig ofta ibland vanligen nu då igen fortfarande bara",
        "ännu senare snart",
    ),
    homographs=split_words("men dock sin i han hon er din hos per av fast under over inom hade"),
    in_noun_phrases=split_words("av för i på till med från om"),
    in_names=split_words("och den det de ett en vid eller som"),
    no_subject=split_words(
        "använda använder används bra brukar dock endast flesta första ge ger hela hellre hur in",
        "istället ju kanske kom komma kommer lika lite möjligt ny nya nytt nästa olika rätt sin",
        "själv stället sådan sådana sådant tre två upp ut via väl",
    ),
    determiners=split_words("en ett den det de denna detta dessa varje din ditt dina"),
    definite_determiners=split_words("den det de denna detta dessa"),
)

_NUMERALS: Final = Numerals(
    ones=(
        "noll", "en ett första", "två andra båda dubbel dubbla", "tre tredje", "fyra fjärde",
        "fem femte", "sex sjätte", "sju sjunde", "åtta åttonde", "nio nionde", "tio tionde",
        "elva", "tolv dussin", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton",
        "nitton",
    ),
    tens=(
        "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio",
    ),
    scales={
        "hundra": 100, "tusen": 10**3, "miljon": 10**6, "miljoner": 10**6, "miljard": 10**9,
        "miljarder": 10**9, "biljon": 10**12, "biljoner": 10**12,
    },
    decimal_mark=",",
    grouping_marks=".",
    basis_points=r"[ -]?(?:baspunkt|räntepunkt)",
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul",
        "augusti aug", "september sep sept", "oktober okt", "november nov", "december dec",
    ),
    weekdays=(
        "måndag mån", "tisdag tis", "onsdag ons", "torsdag tors", "fredag fre", "lördag lör",
        "söndag sön",
    ),
    century=r"(?::e|:a)?[ -]seklet",
    decade=r"[- ]?tal",
    clock=r"(\d|[01]\d|2[0-4])[.](?:00|15|30|45)",
)  # fmt: skip

_MISTAKEN: Final = split_pairs("""
    WHO: vem vilka, US: oss, IT: det den, AIDS: hjälpmedel hjälper, ACT: handling agera, AM: är,
    ARM: arm armen, BUS: buss bussen, CAT: katt katten, COP: polis polisen, ICE: is isen,
    LED: ledde ledd, PET: husdjur sällskapsdjur, RAM: bagge baggen, SAD: ledsen,
    Python: pytonorm pytonormen, Ruby: rubin rubinen, Rust: rost rosten, Swift: snabb tornseglare,
    Go: gå, Word: ord ordet, Excel: utmärka, Windows: fönster fönstren, Office: kontor kontoret,
    Outlook: utsikt utsikter, Teams: lag team, Access: åtkomst, Edge: kant kanten, Chrome: krom,
    Apple: äpple äpplet, Amazon: Amasonas, Shell: skal snäcka, Target: mål målet,
    Gap: glapp glappet, Nature: natur naturen, Science: vetenskap vetenskapen, Cell: cell cellen,
    The Lancet: lansetten, Docker: hamnarbetare, Eclipse: förmörkelse, Firefox: eldräv,
    Thunderbird: åskfågel, Slack: slak, Zoom: zooma, Signal: signal signalen,
    Spark: gnista gnistan, Pandas: pandor pandorna, Bash: slag, Kindle: tända,
    Oracle: orakel oraklet, Steam: ånga ångan, Bluetooth: blåtand
""")

_LOANS: Final = (
    "all right", "second hand", "fast food", "science fiction", "stand up", "fair play",
    "happy hour", "big band", "hard rock", "heavy metal", "rhythm and blues", "smart home",
    "deep fake", "deep fakes", "win-win", "big data", "cloud", "burnout", "feedback", "know-how",
    "let's dance", "okay", "on demand", "open source", "peer review", "public service",
    "pull request", "push", "merge", "commit", "back nine", "front nine", "play-off", "knock-out",
    "work out", "make-up", "outdoor", "indoor", "offline", "online", "sales", "marketing",
    "home office", "long covid", "post-covid", "et al", "placebo", "compliance", "screening",
    "outreach", "stalking", "catering", "stretching", "spinning", "fitness", "lifestyle",
    "mainstream", "deadline", "scoop", "talk show", "sitcom", "thriller", "remix", "comeback",
    "time-out", "goalkeeper", "match point",
)  # fmt: skip

_IRREGULAR: Final = {
    "and": "änder", "bok": "böcker", "bonde": "bönder", "broder": "bröder",
    "bror": "bröder brodern", "dotter": "döttrar", "fader": "fäder", "far": "fäder fadern",
    "fot": "fötter", "gås": "gäss", "hand": "händer", "land": "länder", "ledamot": "ledamöter",
    "lus": "löss", "man": "män", "moder": "mödrar", "mor": "mödrar modern", "mus": "möss",
    "natt": "nätter", "not": "nötter", "nöt": "nötter", "rand": "ränder", "rot": "rötter",
    "son": "söner", "spång": "spänger", "stad": "städer", "stam": "stammar", "stand": "ständer",
    "stång": "stänger", "strand": "stränder", "tand": "tänder", "tång": "tänger",
    "öga": "ögon ögonen", "öra": "öron öronen", "huvud": "huvuden", "förälder": "föräldrar",
    "kammare": "kamrar", "kaliber": "kalibrar", "läkemedel": "läkemedel", "medel": "medel",
    "verktyg": "verktyg", "mage": "magar", "papper": "papper", "virus": "virus", "led": "leder",
    "bakterie": "bakterier", "data": "data", "stimulus": "stimuli", "villkor": "villkor",
    "liten": "litet små lilla", "gammal": "gammalt gamla", "god": "gott", "egen": "eget egna",
}  # fmt: skip
_VOWELS: Final = "aeiouyåäöéü"
_CONTRACTED: Final = "ar arna er erna et en ena a"

_INFLECTION: Final = InflectionTables(
    stem=r"(?<=...)(?:[ae]l|e[nr]|um|ad|[aed])$",
    # the declensions of nouns, the strong inflection of adjectives and the weak verbs, by the
    # word's ending: the Swedish Academy's grammar (SAG), part 2
    nouns=(
        FormRule("a$", "an or orna at"),
        FormRule("e$", "en et er erna ena ens ar arna na"),
        FormRule("(?<=...)um$", "et er erna a an en ena umet umen ums"),
        FormRule("(?<=[iouyåäöéü])$", "n t et en r rna er erna ar arna na"),
        FormRule(f"(?<![{_VOWELS}])(?<!...um)$", "en et ar arna er erna or orna ena"),
        FormRule("(?<=[lr])$", "n"),
        # -el, -en, -er lose their vowel (muskel, muskler), and write a doubled consonant once
        FormRule(f"(?<=.[^{_VOWELS}])e([lnr])$", _CONTRACTED, kept=r"\1"),
        FormRule(rf"([^{_VOWELS}])\1e([lnr])$", _CONTRACTED, kept=r"\1\2"),
        FormRule(f"(?<=.[^{_VOWELS}]e[lnr])$", "na"),
        # a short vowel doubles the m or n after it (stam, stammar)
        FormRule(
            rf"(?<=[{_VOWELS}])(?<!...u(?=m))([mn])$",
            "en et ar arna er erna or orna ena",
            kept=r"\1\1",
        ),
    ),
    adjectives=(
        FormRule("(?<=[åyö])$", "tt a"),
        FormRule("ad$", "at ade"),
        FormRule("en$", "et na"),
        FormRule(f"(?<![{_VOWELS}])(?<!ad)(?<!en)$", "a e"),
        FormRule(f"(?<![{_VOWELS}d])(?<!en)$", "t"),
        FormRule("(?<=[eiouyåäöéü])d$", "tt"),
        FormRule(f"(?<![{_VOWELS}])d$", "t"),
        FormRule("(?<=...)[ea]l$", "la"),
        FormRule("(?<=...)er$", "ra"),
    ),
    verbs=(
        FormRule("(?<!a)$", "r dde tt s ddes"),
        FormRule("a$", "ar ade at as ades ats ande ad er de te t des tes ts d"),
    ),
    verb_ending="era$",
    irregular=_IRREGULAR,
    irregular_endings=(FormRule("$", "na a"), FormRule("(?<![rn])$", "en")),
    # a long word with the ending of a plural; many shorter ones only look like one
    singulars=(
        FormRule(r"^(\w{4,}[^aeiouyåäö\W])(?:[aeo]rna|[ae]r|(?<![tsd])or)$", r"\1 \1a \1e"),
    ),
    last=(FormRule("(?<![sxz])$", "s"),),
)
_COMPOUNDS: Final = CompoundTables(
    vowels=_VOWELS,
    onset=(
        r"(?:[bcdfghjklmnpqrstvwxz]|b[lr]|d[rvj]|f[lrjn]|g[lrnj]|k[lrnv]|[mnhl]j|p[lrjs]|s[klmnpvj]|"
        r"sk[rvj]|sp[lrj]|st[rj]?|t[rvj]|vr|s?ch|[prt]h|c[lr])?[aeiouyåäöéü]"
    ),
    joints=(
        FormRule(f"(?<![{_VOWELS}sxz])$", "s"),
        FormRule("(?<=...)([ae])$", r"- o u e s \1s"),
        FormRule("(?<=...)um$", "i ie"),
    ),
    derived=(
        r"(?:isk|ism|ist|(?:ar|al|ial|iv)?itet|krat|krati|ell|iell|iv|al|ial|är|ör|ig|lig|het|lighet|ighet|ning|ing|ande|ende|else|"
        r"are|era|erar|erade|erad|ering|eri|dom|skap|iker|ik|inna|ulär|ation|ator|ant|ent|ans|ens|or|us|um|ium|"
        r"ament|amente|oid|os|om|itis|it|log|logi|graf|grafi)"
        r"(?:a|t|e|en|et|er|ar|or|n|na|erna|arna|orna|na)?s?"
    ),
)
_FORMS: Final = TableInflection(_INFLECTION, _COMPOUNDS)

LANGUAGE: Final = Language(
    code="sv",
    scripts=(Script.LATIN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    capitals=Capitals(upper="A-ZÅÄÖÉ", lower="a-zåäöéü"),
    sentences=Sentences(
        abbreviations=("Ms.", "Mx.", "Mmes.", "Messrs."),
        conjunctions=("och", "men"),
    ),
    references=References(
        headings=frozenset(
            {
                *("referenser", "källor", "källförteckning", "litteratur", "litteraturlista"),
                *("referenslista", "vidare läsning", "fotnoter"),
            }
        ),
        credits=("foto", "fotograf", "bild", "illustration", "grafik", "text", "källa", "av"),
        by=("Av",),
        joining=split_words("och av via från för med"),
        between_authors=("och",),
    ),
    names=Names(mistaken=_MISTAKEN),
    nouns=Nouns(
        endings=r"(?<=\w{3})(?:ernas?|arnas?|ornas?|enas?|ens?|ets?|ers?|ars?|ors?|ns?|a|e|t)$",
        definite=r"(?:en|et|erna|arna|orna|ena)s?$",
        perhaps_definite=r"(?:[aoi]n)s?$",
    ),
    answers=Answers(yes=frozenset({"ja"}), no=frozenset({"nej"})),
    units=split_pairs("""
        %: procent, ‰: promille, °: grad grader, km: kilometer, m: meter, cm: centimeter,
        mm: millimeter, kg: kilo kilogram, g: gram, mg: milligram, t: ton, l: liter, dl: deciliter,
        ml: milliliter, h: timme timmar timmen timmarna tim, min: minut minuter, s: sekund sekunder,
        ha: hektar, kr: krona kronor, €: euro, $: dollar, kWh: kilowattimme kilowattimmar
    """),
    negators=split_words("inte ej icke aldrig ingen inget inga ingenting utan varken"),
    one_letter_words=frozenset("iåöeIÅÖ"),
    loans=_LOANS,
    inflection=Inflection(keys=_FORMS.keys, forms=_FORMS.forms),
    compounding=Compounding(part_of=_FORMS.find_part, letters_of=_FORMS.find_letters_at_edge),
)
