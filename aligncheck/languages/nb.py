"""Norwegian Bokmål; the code ``no`` is read as this too."""

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
        "den det de en et ei denne dette disse han hun man vi jeg du dere dem ham henne oss",
        "meg deg seg hans hennes dens dets deres vår vårt våre min mitt mi mine din ditt di",
        "dine sin sitt si sine som hvilken hvilket hvilke hva hvem her der noen noe ingen",
        "intet ingenting alle alt begge hver hverandre selv",
    ),
    connectives=split_words(
        "og eller men samt for fordi derfor selv om når mens innen siden inntil at enn så",
        "imidlertid dermed derimot ellers også ikke verken både enten hvorvidt hvor hvordan",
        "hvorfor dog da hvis dersom",
    ),
    prepositions=split_words(
        "av til i på med fra hos mellom gjennom under over etter før ved mot uten ifølge blant",
        "bak foran tross omkring rundt langs innenfor utenfor per ut ad imot",
    ),
    verbs=split_words(
        "er var være vært blir ble bli blitt har hadde ha hatt skal skulle kan kunne kunnet må",
        "måtte bør burde får fikk få fått vil ville gjør gjorde gjøre gjort finnes fantes lar",
        "lot la",
    ),
    adverbs=split_words(
        "mye mer mest mindre minst mange flere flest få færre enhver annen annet andre samme",
        "ganske nesten allerede alltid aldri ofte sjelden nå dengang igjen fortsatt fremdeles",
        "bare kun ennå enda snart senere temmelig omtrent like",
    ),
    homographs=split_words(
        "er var en et den men for har her under over i at so du din fast hun vil alt min mine",
        "man de in by ha mot la per hans vært si",
    ),
    in_noun_phrases=split_words("av for i på til med fra om ved"),
    in_names=split_words("og den det de en et ei eller som"),
    no_subject=split_words(
        "bedre bruke bruker brukt brukes gang ganger gjerne gir gi ga god godt gode gå går",
        "helt hele hold kom komme kommer lite liten lille lenge kanskje ned ny nye nytt neste",
        "opp riktig sammen sier siste små står store stor stort ta tar to tre finner vel",
    ),
    determiners=split_words(
        "en et ei den det de denne dette disse hver din ditt dine sin sitt sine deres",
    ),
    definite_determiners=split_words("den det de denne dette disse"),
)

_NUMERALS: Final = Numerals(
    ones=(
        "null", "en ei ett et én første", "to andre begge dobbel dobbelt doble", "tre tredje",
        "fire fjerde", "fem femte", "seks sjette", "sju syv sjuende syvende", "åtte åttende",
        "ni niende", "ti tiende", "elleve ellevte", "tolv tolvte dusin", "tretten trettende",
        "fjorten fjortende", "femten femtende", "seksten sekstende", "sytten syttende",
        "atten attende", "nitten nittende",
    ),
    tens=(
        "tjue tyve tjuende", "tretti tredve trettiende", "førti førtiende", "femti femtiende",
        "seksti sekstiende", "sytti syttiende", "åtti åttiende", "nitti nittiende",
    ),
    scales={
        "hundre": 100, "tusen": 10**3, "million": 10**6, "millioner": 10**6, "milliard": 10**9,
        "milliarder": 10**9, "mill": 10**6, "mrd": 10**9, "billion": 10**12, "billioner": 10**12,
    },
    joint="og",
    decimal_mark=",",
    grouping_marks=".",
    basis_points=r"[ -]?basispunkt(?:er)?",
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "januar jan", "februar feb", "mars mar", "april apr", "mai", "juni jun", "juli jul",
        "august aug", "september sep sept", "oktober okt", "november nov", "desember des",
    ),
    weekdays=(
        "mandag man", "tirsdag tir tirs", "onsdag ons", "torsdag tor tors", "fredag fre",
        "lørdag lør", "søndag søn",
    ),
    century=r"\.? ?århundre(?:t|ts|de)?",
    decade=r"[- ]?(?:åra|årene|tall?et|tallet|tall)",
    clock=r"(\d|[01]\d|2[0-4])[.](?:00|15|30|45)",
)  # fmt: skip

_MISTAKEN: Final = split_pairs("""
    WHO: hvem, US: oss, IT: det den, AIDS: hjelpemidler hjelper, ACT: handling, AM: er,
    ARM: arm armen, BUS: buss bussen, CAT: katt katten, COP: politimann politimannen,
    ICE: is isen, LED: ledet ført, PET: kjæledyr kjæledyret, RAM: vær væren, SAD: trist,
    Python: pytonslange pytonslangen, Ruby: rubin rubinen, Rust: rust rusten,
    Swift: rask tårnseiler, Word: ord ordet, Excel: overgå, Windows: vinduer vinduene,
    Office: kontor kontoret, Outlook: utsikt utsikter, Teams: lag, Access: tilgang,
    Edge: kant kanten, Chrome: krom, Apple: eple eplet, Amazon: Amazonas, Shell: skall skallet,
    Target: mål målet, Gap: gap gapet, Nature: natur naturen, Science: vitenskap vitenskapen,
    Cell: celle cellen, The Lancet: lansetten, Docker: havnearbeider, Eclipse: formørkelse,
    Firefox: ildrev, Thunderbird: tordenfugl, Slack: slakk, Zoom: zoome, Spark: gnist gnisten,
    Pandas: pandaer pandaene, Bash: slag, Kindle: tenne, Oracle: orakel orakelet,
    Steam: damp dampen, Bluetooth: blåtann
""")

_LOANS: Final = (
    "all right", "second hand", "fast food", "science fiction", "stand-up", "stand up", "fair play",
    "happy hour", "big band", "hard rock", "heavy metal", "rhythm and blues", "smart home",
    "deep fake", "vinn-vinn", "big data", "burnout", "feedback", "know-how", "okay", "on demand",
    "open source", "peer review", "pull request", "push", "merge", "commit", "play-off", "knockout",
    "make-up", "outdoor", "indoor", "offline", "online", "long covid", "et al", "placebo",
    "compliance", "screening", "outreach", "stalking", "catering", "fitness", "mainstream",
    "deadline", "scoop", "talkshow", "sitcom", "thriller", "remix", "comeback", "timeout",
    "take away", "weekend", "live",
)  # fmt: skip

_VOWELS: Final = "aeiouyæøåéöä"
_IRREGULAR: Final = {
    "hånd": "hender", "fot": "føtter", "tann": "tenner", "natt": "netter", "bok": "bøker",
    "mann": "menn", "barn": "barn", "gås": "gjess", "øye": "øyne", "bonde": "bønder", "ku": "kyr",
    "tang": "tenger", "stang": "stenger", "rot": "røtter", "and": "ender", "kraft": "krefter",
    "bror": "brødre", "mor": "mødre", "far": "fedre", "datter": "døtre", "søster": "søstre",
    "klo": "klør", "tå": "tær", "strand": "strender", "rand": "render", "bot": "bøter",
    "not": "nøter", "tre": "trær", "kne": "knær", "medium": "medier", "virus": "viruser virus",
    "data": "data", "sko": "sko", "liten": "lite små lille", "gammel": "gamle", "god": "godt",
    "senter": "sentre", "sentrum": "sentra",
}  # fmt: skip

_INFLECTION: Final = InflectionTables(
    stem=rf"(?<=..)(?<=([^{_VOWELS}]))\1e[lnr]$|(?<=...)(?:e[lnr]|um|et|[ae])$",
    # definite forms with -en, -a and -et, plurals, and an m doubled between vowels (rom, rommet)
    nouns=(
        FormRule("e$", "en et a er ene es"),
        FormRule("(?<=[aiouyæøåéöä])$", "en et a er ene r ne n t"),
        FormRule(f"(?<![{_VOWELS}])$", "en et a er ene e"),
        FormRule(f"(?<=[{_VOWELS}])m$", "mmen mmet mma mmer mmene"),
        # -el, -en, -er lose their vowel (muskel, muskler), and write a doubled consonant once
        FormRule(f"(?<=.[^{_VOWELS}])e([lnr])$", "en et a er ene e", kept=r"\1"),
        FormRule(rf"([^{_VOWELS}])\1e([lnr])$", "en et a er ene e", kept=r"\1\2"),
        FormRule("(?<=er)$", "ne"),
        FormRule("(?<=...)um$", "et er ene a umet"),
    ),
    adjectives=(
        FormRule(f"(?<![{_VOWELS}])$", "e"),
        FormRule("(?<![aeiouyæøåt])(?<!sk)(?<!ig)$", "t"),
        FormRule(rf"([^{_VOWELS}])\1$", r"\1t"),
        FormRule("(?<=[åøy])$", "tt"),
        FormRule(f"(?<=.[^{_VOWELS}])e([lnr])$", "e", kept=r"\1"),
        FormRule(rf"([^{_VOWELS}])\1e([lnr])$", "e", kept=r"\1\2"),
        FormRule("et$", "ete ede"),
    ),
    verbs=(
        FormRule("e$", "er et a te t es ende de dde -"),
        FormRule("(?<=[aiouyæøå])$", "r dde dd s ende"),
        FormRule("mme$", "m"),
    ),
    verb_ending="ere$",
    irregular=_IRREGULAR,
    irregular_endings=(
        FormRule("(?<=[er])$", "ne"),
        FormRule("(?<=er)$", "-"),
        FormRule("(?<!e)(?<!er)$", "ene a"),
        FormRule("er$", "ene"),
    ),
    singulars=(FormRule("(?<=....)er$", "- e"),),
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
        r"(?:isk|isme|ist|itet|else|ning|ling|ing|er|ere|eri|het|lighet|ighet|dom|skap|lig|ig|bar|"
        r"som|løs|aktig|inne|iker|ering|ert|ere|er|asjon|sjon|ator|ant|ent|ans|ens|or|us|um|al|ell|"
        r"l?ende|r?ende|et|ulær|ær|iv|oid|itt|le[dt]?|re[dt]?|tere[dt]?|terer|tering|e?ment|slig|ler|st|stre)"
        r"(?:e|en|et|er|ene|ne|n|t|a|r)?s?"
    ),
    prefixes=r"(?:av|an|be|bi|for|fra|gjen|inn|mis|mot|ned|om|opp|over|på|til|ut|under|unn|ved)",
)
_FORMS: Final = TableInflection(_INFLECTION, _COMPOUNDS)

LANGUAGE: Final = Language(
    code="nb",
    scripts=(Script.LATIN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    capitals=Capitals(upper="A-ZÆØÅÉ", lower="a-zæøåéòô"),
    sentences=Sentences(
        abbreviations=("Bl.a.", "bl.a.", "F.eks.", "f.eks.", "jf.", "Jf.", "dvs.", "Dvs."),
        conjunctions=("og", "men"),
    ),
    references=References(
        headings=frozenset(
            {
                *(
                    "referanser",
                    "kilder",
                    "kildeliste",
                    "litteratur",
                    "litteraturliste",
                    "fotnoter",
                ),
                *("noter", "videre lesning", "les mer", "bibliografi"),
            }
        ),
        credits=("foto", "fotograf", "bilde", "illustrasjon", "grafikk", "tekst", "kilde", "av"),
        by=("Av",),
        joining=split_words("og av via fra for med"),
        between_authors=("og",),
    ),
    names=Names(mistaken=_MISTAKEN, naming_verbs=("er", "var", "betegner", "betyr")),
    nouns=Nouns(
        endings=r"(?<=\w{3})(?:enes?|ers?|ens?|ets?|as?|e|s)$",
        definite=r"(?:en|et|ene)s?$",
        perhaps_definite=r"(?:a|n|t)s?$",
    ),
    answers=Answers(yes=frozenset({"ja"}), no=frozenset({"nei"})),
    units=split_pairs("""
        %: prosent, ‰: promille, °: grad grader, km: kilometer, m: meter, cm: centimeter,
        mm: millimeter, kg: kilo kilogram, g: gram, mg: milligram, t: tonn, l: liter,
        dl: desiliter, ml: milliliter, h: time timer timen timene, min: minutt minutter,
        s: sekund sekunder, ha: hektar, kr: krone kroner, €: euro, $: dollar,
        kWh: kilowattime kilowattimer
    """),
    negators=split_words("ikke ei aldri ingen intet ingenting uten verken"),
    one_letter_words=frozenset("iåIÅ"),
    loans=_LOANS,
    inflection=Inflection(keys=_FORMS.keys, forms=_FORMS.forms),
    compounding=Compounding(part_of=_FORMS.find_part, letters_of=_FORMS.find_letters_at_edge),
)
