"""English."""

from __future__ import annotations

from typing import Final

from aligncheck.languages.forms.form_rules import FormRule
from aligncheck.languages.forms.inflection import InflectionTables, TableInflection
from aligncheck.languages.language import (
    Answers,
    Calendar,
    Capitals,
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
        "the a an this that these those he she it they we you i him her them us me his its their",
        "our your my who whom whose which what there here himself herself itself themselves",
        "ourselves yourself everyone someone anyone nobody everything something nothing",
    ),
    connectives=split_words(
        "and or but nor so yet because although though while whereas if unless until since when",
        "where why how than whether however therefore moreover furthermore meanwhile nevertheless",
        "instead also either neither both not only thus hence otherwise",
    ),
    prepositions=split_words(
        "of to in for on with by from about into through during before after between among against",
        "without within under over toward towards upon despite throughout according due per than",
        "as like near beyond except regarding",
    ),
    verbs=split_words(
        "is are was were been being am has have had having do does did doing can could should",
        "would must shall cannot isn't aren't wasn't weren't don't doesn't didn't can't couldn't",
        "shouldn't won't wouldn't hasn't haven't hadn't let's it's that's there's you're they're",
        "we're i'm he's she's",
    ),
    adverbs=split_words(
        "no all any some many much more most few fewer less least several such each every another",
        "other others same very too quite rather almost already always never often sometimes",
        "usually now then again still just even ever later soon",
    ),
    homographs=split_words("is by be as at an on all under over for am like dock men"),
    keywords=split_words("if for while do not or in is as else then where on"),
    in_noun_phrases=split_words("of for in on to by with from as"),
    in_names=split_words("and the a an at or its"),
    no_subject=split_words(
        "above around at away back be became become behind below best better came come done down",
        "else enough etc first further get gets give given gives go goes going gone good got help",
        "helps hers keep last let likely made make makes may maybe might need needs new next off",
        "old once one ones onto out own part perhaps please possible put really said say second",
        "see seem seen take taken takes thing things three together took two up use used uses",
        "using want way well went whole will work works yes",
    ),
    determiners=split_words(
        "the a an this these those your its their each every another no any such which some"
    ),
    definite_determiners=split_words("the this that these those"),
)

_NUMERALS: Final = Numerals(
    ones=(
        "zero", "one first once single", "two second twice both", "three third thrice",
        "four fourth", "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth",
        "ten tenth", "eleven", "twelve dozen", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen",
    ),
    tens=(
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ),
    scales={
        "hundred": 100, "thousand": 10**3, "million": 10**6, "millions": 10**6, "billion": 10**9,
        "trillion": 10**12,
    },
    joint="-",
    decimal_mark=".",
    grouping_marks=",",
    basis_points=r"[ -]?basis points?",
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
        "august aug", "september sep sept", "october oct", "november nov", "december dec",
    ),
    weekdays=(
        "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
        "saturday sat", "sunday sun",
    ),
    century=r"(?:st|nd|rd|th)?[ -](?:century|centuries)",
    decade=r"['’]?s\b",
    clock=r"(\d|[01]\d|2[0-4])[.](?:00|15|30|45)",
)  # fmt: skip

_IRREGULAR: Final = {
    "man": "men", "woman": "women", "foot": "feet", "tooth": "teeth", "goose": "geese",
    "mouse": "mice", "louse": "lice", "child": "children", "person": "people", "ox": "oxen",
    "die": "dice", "datum": "data", "medium": "media", "bacterium": "bacteria",
    "criterion": "criteria", "phenomenon": "phenomena", "ganglion": "ganglia",
    "mitochondrion": "mitochondria", "leaf": "leaves", "life": "lives", "half": "halves",
    "knife": "knives", "wife": "wives", "wolf": "wolves", "shelf": "shelves", "calf": "calves",
    "loaf": "loaves", "self": "selves", "thief": "thieves", "corpus": "corpora",
    "genus": "genera", "viscus": "viscera", "foramen": "foramina", "lumen": "lumina",
    "schema": "schemata", "stigma": "stigmata", "vertex": "vertices", "index": "indices",
    "matrix": "matrices", "appendix": "appendices", "vortex": "vortices", "cortex": "cortices",
    "larynx": "larynges", "pharynx": "pharynges", "quiz": "quizzes",
}  # fmt: skip
_IRREGULAR_VERBS: Final = {
    "be": "is are was were been being am", "have": "has had having", "do": "does did done doing",
    "go": "goes went gone going", "get": "got gotten getting", "make": "made making",
    "take": "took taken taking", "give": "gave given giving", "find": "found finding",
    "write": "wrote written writing", "run": "ran running", "see": "saw seen seeing",
    "send": "sent sending", "build": "built building", "choose": "chose chosen choosing",
    "draw": "drew drawn drawing", "grow": "grew grown growing", "hold": "held holding",
    "keep": "kept keeping", "lose": "lost losing", "read": "reading", "sell": "sold selling",
    "set": "setting", "show": "showed shown showing", "break": "broke broken breaking",
    "bring": "brought bringing", "buy": "bought buying", "cut": "cutting", "put": "putting",
    "fall": "fell fallen falling", "feed": "fed feeding", "freeze": "froze frozen freezing",
    "hide": "hid hidden hiding", "split": "splitting", "swim": "swam swum swimming",
    "teach": "taught teaching", "think": "thought thinking", "win": "won winning",
}  # fmt: skip
_SIBILANT: Final = FormRule("([sxz]|[cs]h)$", r"\1es")

_INFLECTION: Final = InflectionTables(
    stem=r"(?<=...)(?:is|us|um|ix|ex|on|fe|[yeaf])$",
    # possessives are none of the forms: an apostrophe parts words
    nouns=(
        _SIBILANT,
        FormRule("(?<![aeiou])y$", "ies"),
        FormRule("o$", "os oes"),
        FormRule("(?<![sxzo])(?<![cs]h)(?<![^aeiou]y)$", "s"),
        # Latin and Greek: pelvis, radius, serum, vertebra, matrix, ganglion, bureau, stoma
        FormRule("(?<=....)is$", "es"),
        FormRule("(?<=....)us$", "i"),
        FormRule("(?<=....)um$", "a"),
        FormRule("(?<=....)a$", "ae"),
        FormRule("(?<=....)[ie]x$", "ices"),
        FormRule("(?<=....)on$", "a"),
        FormRule("(?<=....)eau$", "eaux"),
        FormRule("(?<=....)oma$", "omata"),
    ),
    verbs=(
        FormRule("e$", "es ed ing"),
        FormRule("(?<![aeiou])y$", "ies ied ying"),
        FormRule("(?<!e)(?<![^aeiou]y)$", "ed ing"),
        FormRule("(?<!e)(?<![^aeiou]y)(?<=(.))$", r"\1ed \1ing"),
        FormRule("([sxzo]|[cs]h)$", r"\1es"),
        FormRule("(?<![sxzoe])(?<![cs]h)(?<![^aeiou]y)$", "s"),
    ),
    irregular=_IRREGULAR,
    irregular_nouns=(_SIBILANT, FormRule("(?<![sxzn])(?<![cs]h)$", "s")),
    irregular_singulars=True,
    irregular_verbs=_IRREGULAR_VERBS,
    irregular_verb_endings=(FormRule("$", "s"),),
    heads=split_words("woman man child person tooth foot wife life"),
    no_compounds=split_words(
        "human german roman norman shaman talisman ottoman caiman brahman hetman wildlife"
    ),
    singulars=(
        FormRule("(?<=....)(?<![sui])s$", "-"),
        FormRule("(?<=..)ies$", "y"),
        FormRule("(?<=...)(?<=[sxzo])es$", "-"),
        FormRule("(?<=...)(?<=[cs]h)es$", "-"),
    ),
)
_FORMS: Final = TableInflection(_INFLECTION)

LANGUAGE: Final = Language(
    code="en",
    scripts=(Script.LATIN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    capitals=Capitals(upper="A-Z", lower="a-z", title_case=True),
    sentences=Sentences(
        abbreviations=("Ms.", "Mx.", "Mmes.", "Messrs."),
        conjunctions=("and", "but"),
    ),
    references=References(
        headings=frozenset(
            {
                *("references", "bibliography", "sources", "further reading", "works cited"),
                *("literature", "footnotes"),
            }
        ),
        credits=(
            *("photo", "photograph", "image", "credit", "by", "source", "picture", "graphic"),
            *("words", "illustration", "text"),
        ),
        by=("By",),
        joining=split_words("and via of from with the by"),
        between_authors=("and",),
    ),
    names=Names(
        acronyms=split_pairs("""
            WHO: who, US: us we our ours ourselves, IT: it its itself, AIDS: aid aids, ACT: act,
            AM: am, ARM: arm, BUS: bus, CAD: cad, CAT: cat, COP: cop, ICE: ice, LED: led, PET: pet,
            RAM: ram, SAD: sad
        """),
        naming_verbs=("is", "are", "was", "represents", "specifies", "denotes", "indicates"),
    ),
    nouns=Nouns(endings=r"(?<=\w{3})(?:ies|(?<=ss|sh|ch)es|(?<=x)es|(?<![sui])s)$"),
    answers=Answers(yes=frozenset({"yes"}), no=frozenset({"no"})),
    units=split_pairs("""
        %: percent per cent, ‰: per mille, °: degree degrees, km: kilometre kilometres kilometer
        kilometers, m: metre metres meter meters, cm: centimetre centimetres centimeter centimeters,
        mm: millimetre millimetres millimeter millimeters, mi: mile miles, ft: foot feet,
        in: inch inches, kg: kilo kilos kilogram kilograms, g: gram grams, mg: milligram milligrams,
        t: tonne tonnes ton tons, lb: pound pounds, oz: ounce ounces, l: litre litres liter liters,
        ml: millilitre millilitres milliliter milliliters, h: hour hours, min: minute minutes,
        s: second seconds, ha: hectare hectares, €: euro euros, $: dollar dollars,
        kWh: kilowatt-hour kilowatt-hours
    """),
    negators=split_words(
        "not no never none nobody nothing nowhere neither nor cannot without isn't aren't wasn't",
        "weren't don't doesn't didn't can't couldn't shouldn't won't wouldn't hasn't haven't",
        "hadn't",
    ),
    one_letter_words=frozenset("aiAI"),
    loans=(
        *("kronor", "krona", "kroner", "öre", "smorgasbord", "smörgåsbord", "ombudsman"),
        *("ombudsmen", "fika", "lagom", "hygge", "gravlax", "glögg", "allemansrätten", "fartlek"),
        *("angst", "zeitgeist", "schadenfreude", "kindergarten", "karaoke", "tsunami", "sushi"),
        *("qi", "tai chi", "feng shui", "déjà vu", "vis-à-vis", "à la carte", "coup d'état"),
        "et al",
    ),
    inflection=Inflection(keys=_FORMS.keys, forms=_FORMS.forms),
)
