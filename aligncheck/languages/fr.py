"""French."""

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
    # of elided words (l'eau, qu'il) what stands before the apostrophe, as a word of its own
    pronouns=split_words(
        "le la les l un une des ce c cet cette ces je j tu t il elle on nous vous ils elles me m",
        "te se s moi toi soi lui leur eux y en mon ma mes ton ta tes son sa ses notre nos votre",
        "vos leurs qui que qu quoi dont lequel laquelle lesquels lesquelles auquel auxquels",
        "auxquelles duquel desquels desquelles quel quelle quels quelles celui celle ceux celles",
        "ceci cela ça ici là quelqu'un quelque quelques rien personne aucun aucune tout chacun",
        "chacune certains certaines autrui même mêmes",
    ),
    connectives=split_words(
        "et ou mais donc or ni car si quand lorsque lorsqu puisque puisqu quoique quoiqu comme",
        "comment pourquoi où parce tandis pendant afin ainsi alors aussi cependant pourtant",
        "toutefois néanmoins ensuite enfin d'abord puis sinon soit d'ailleurs également notamment",
        "ne n pas non seulement c'est-à-dire combien",
    ),
    prepositions=split_words(
        "de d du des à au aux en dans par pour sur sous avec sans chez entre vers contre depuis",
        "dès pendant durant avant après devant derrière jusque jusqu parmi malgré selon hors",
        "outre près loin grâce lors autour envers sauf via voici voilà",
    ),
    verbs=split_words(
        "est sont était étaient étais étions étiez suis es sommes êtes été être étant fut furent",
        "fût sera seront serai serons serait seraient soit soient ai as a avons avez ont avait",
        "avaient avais avions eu eue eut eurent eût avoir ayant ait aient aura auront aurons",
        "aurait auraient peut peuvent peux pouvons pouvez pouvait pouvaient pu pourra pourront",
        "pourrait pourraient pouvoir puisse puissent doit doivent dois devons devez devait",
        "devaient devra devront devrait devraient devoir veut veulent voulait voulaient voudrait",
        "faut fallait faudra faudrait fait font faisait faisaient faire fera feront va vont vais",
        "aller c'est c'était n'est n'a n'ont s'est l'a d'être qu'il qu'elle qu'on qu'un qu'une",
        "j'ai",
    ),
    adverbs=split_words(
        "beaucoup peu plus moins trop très assez tant autant tellement presque plusieurs tous",
        "toute toutes chaque autre autres tel telle tels telles bien encore déjà toujours jamais",
        "souvent parfois rarement maintenant bientôt tard tôt aujourd'hui hier demain désormais",
        "ensemble vraiment environ guère davantage surtout",
    ),
    # English car, son, comment; German des, es; Swedish du, en, sur; Danish si, il; Bokmål la, et
    homographs=split_words(
        "a as me on or car son ton comment pour font sent plus point tout entre avant sous chez",
        "aller des du es hier je mais de en ni se ta va sa tes tant dans sur ont vers ses par et",
        "la si il elle les te y d l n c j m s t",
    ),
    in_noun_phrases=split_words("de d du des à au aux en par pour sur sans avec"),
    in_names=split_words("et le la les l ou un une"),
    no_subject=split_words(
        "aller avoir bon bonne bons bonnes dernier dernière devient dire dit doit donne donner",
        "faire fois grand grande grands grandes jour mettre mieux moment nouveau nouvelle",
        "nouveaux nouvelles oui partie petit petite petits petites peut-être possible premier",
        "première prendre propre rend reste seul seule suivant suivante trouve trouver utiliser",
        "utilise venir vient voir deux trois",
    ),
    determiners=split_words(
        "le la les l un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre",
        "vos leur leurs chaque quelques plusieurs du au aux aucun aucune",
    ),
    definite_determiners=split_words("le la les l ce cet cette ces du au aux"),
)

_NUMERALS: Final = Numerals(
    ones=(
        "zéro", "un une premier première premiers premières", "deux deuxième second seconde double",
        "trois troisième triple", "quatre quatrième", "cinq cinquième", "six sixième",
        "sept septième", "huit huitième", "neuf neuvième", "dix dixième dizaine", "onze onzième",
        "douze douzième douzaine", "treize treizième", "quatorze quatorzième",
        "quinze quinzième quinzaine", "seize seizième", "dix-sept dix-septième",
        "dix-huit dix-huitième", "dix-neuf dix-neuvième",
    ),
    # septante, huitante, octante and nonante are Swiss and Belgian
    tens=(
        "vingt vingtième vingtaine", "trente trentième trentaine",
        "quarante quarantième quarantaine", "cinquante cinquantième cinquantaine",
        "soixante soixantième soixantaine", "soixante-dix septante",
        "quatre-vingt quatre-vingts huitante octante", "quatre-vingt-dix nonante",
    ),
    scales={
        "cent": 100, "cents": 100, "centaine": 100, "centaines": 100, "mille": 10**3,
        "millier": 10**3, "milliers": 10**3, "million": 10**6, "millions": 10**6,
        "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
    },
    joint="-",
    decimal_mark=",",
    grouping_marks=".",
    basis_points=r"[ -]?points? de base",
)  # fmt: skip

_CALENDAR: Final = Calendar(
    months=(
        "janvier janv", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil",
        "août", "septembre sept", "octobre oct", "novembre nov", "décembre déc",
    ),
    weekdays=(
        "lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam",
        "dimanche dim",
    ),
    century=r"(?:er|e|ème)? siècles?",
)  # fmt: skip

_MISTAKEN: Final = split_pairs("""
    WHO: qui, US: nous, IT: il elle, AIDS: aides, ACT: acte, AM: suis, ARM: bras, CAT: chat,
    COP: flic, ICE: glace, LED: mené menée, PET: animal, RAM: bélier, SAD: triste, Ruby: rubis,
    Rust: rouille, Swift: martinet, Word: mot mots, Excel: exceller, Windows: fenêtres,
    Office: bureau, Outlook: perspective perspectives, Teams: équipes, Access: accès, Edge: bord,
    Apple: pomme, Amazon: amazone, Shell: coquille coquillage, Target: cible, Gap: écart,
    Cell: cellule, Firefox: renard, Spark: étincelle, Kindle: allumer, Steam: vapeur,
    The Lancet: lancette
""")

_LOANS: Final = (
    "open source", "fast-food", "fast-foods", "fast food", "science-fiction", "best-seller",
    "best-sellers", "happy hour", "happy few", "big data", "big band", "hard rock", "heavy metal",
    "rhythm and blues", "rock and roll", "rock ’n’ roll", "fair-play", "fair play", "talk-show",
    "stand-up", "one-man-show", "one-woman-show", "peer review", "pull request", "pull requests",
    "coming out", "off the record", "on the rocks", "play-back", "self-service", "self-made-man",
    "made in France", "slow food", "speed dating", "trench-coat", "low cost", "low-cost",
    "last but not least", "must-have", "crowdfunding", "online", "offline", "et al",
)  # fmt: skip

_IRREGULAR: Final = {
    "œil": "yeux", "ciel": "cieux", "aïeul": "aïeux", "bail": "baux", "corail": "coraux",
    "émail": "émaux", "soupirail": "soupiraux", "travail": "travaux", "vitrail": "vitraux",
    "vantail": "vantaux", "bijou": "bijoux", "caillou": "cailloux", "chou": "choux",
    "genou": "genoux", "hibou": "hiboux", "pou": "poux", "monsieur": "messieurs",
    "madame": "mesdames", "long": "longue longs longues", "blanc": "blanche blancs blanches",
    "franc": "franche francs franches", "sec": "sèche secs sèches", "frais": "fraîche fraîches",
    "grec": "grecque grecs grecques", "doux": "douce douces", "roux": "rousse rousses",
    "faux": "fausse fausses", "vieux": "vieil vieille vieilles", "fou": "fol folle fous folles",
    "beau": "bel belle beaux belles", "nouveau": "nouvel nouvelle nouveaux nouvelles",
    "mou": "mol molle mous molles", "aigu": "aiguë aigus aiguës", "vif": "vive vifs vives",
    "malin": "maligne malins malignes", "bénin": "bénigne bénins bénignes",
    "favori": "favorite favoris favorites", "bon": "bonne bons bonnes", "net": "nette nets nettes",
    "gentil": "gentille gentils gentilles",
}  # fmt: skip
_IRREGULAR_VERBS: Final = {
    "avoir": "ai as a avons avez ont avait avaient eu eue eus eues aura auront aurait ait ayant",
    "être": "suis es est sommes êtes sont était étaient été sera seront serait soit soient étant",
    "faire": "fais fait faisons faites font faisait faisaient faite faits fera feront faisant",
    "aller": "vais vas va allons allez vont allait allaient allé allée allés allées ira iront",
    "lire": "lis lit lisons lisez lisent lisait lisaient lu lue lus lues lisant",
    "voir": "vois voit voyons voyez voient voyait voyaient vu vue vus vues verra verront voyant",
    "savoir": "sais sait savons savez savent savait savaient su sue sus sues saura sachant",
    "courir": "cours court courons courez courent courait couru courue courus courues courant",
    "vivre": "vis vit vivons vivez vivent vivait vivaient vécu vivant",
    "boire": "bois boit buvons buvez boivent buvait buvaient bu bue bus bues buvant",
    "dormir": "dors dort dormons dormez dorment dormait dormaient dormi dormant",
    "servir": "sers sert servons servez servent servait servi servie servis servies servant",
    "dire": "dis dit disons dites disent disait disaient dite dits dites disant",
}  # fmt: skip
_ADJECTIVES: Final = (
    "grand|petit|froid|chaud|vert|bleu|noir|haut|fort|rond|plat|court|plein|dur|pur|mûr|clair|"
    "lourd|profond|fin|fini|cru|nu|continu|brut|droit|étroit|parfait|gratuit|cuit|mort|ouvert|"
    "couvert|brun|lent|élu|connu|perdu|tendu|absolu"
)

_INFLECTION: Final = InflectionTables(
    # a verb's e or é before its last consonant changes (répéter, répète), so that it is cut, too
    stem=(
        r"(?<=.)(?:[eé][bcdfglmnprstv]{1,2}er|e(?:ndre|ttre|nir)|[aeo]indre|cevoir|[fv]rir|vre|al)$|"
        r"(?<=..)(?:[aeo]?yer|[cg]er|er|ir|re|[ae]ux|eau|e[rtnl]|eur|a[il]l?|[cfgx]|[eés])$"
    ),
    nouns=(
        FormRule("(?<![sxz])(?<!al)(?<!au)(?<!eu)$", "s"),
        FormRule("(?<=[ae]u)$", "x"),
        # bal, carnaval, festival, pneu and bleu take an s
        FormRule("(?<=.)al$", "aux als"),
        FormRule("(?<=eu)$", "s"),
    ),
    # by endings that adjectives alone have, and listed where they have none: a noun with an e is
    # often another noun (port, porte)
    adjectives=(
        FormRule(f"^({_ADJECTIVES})$", "e s es", kept=r"\1"),
        FormRule("^(gris|mauvais|inclus|diffus|acquis|précis)$", "e es", kept=r"\1"),
        FormRule("^(bas|gros|gras|épais)$", "se ses", kept=r"\1"),
        FormRule("(?<=..)al$", "ale ales aux"),
        FormRule("(?<=...é)$", "e s es"),
        FormRule("(?<=..[aoe]is)$", "e es"),
        FormRule("(?<=....[ae]nt)$", "e s es"),
        FormRule("(?<=..[ai]in)$", "e s es"),
        FormRule("(?<=..ard)$", "e s es"),
        FormRule("(?<=..i)en$", "enne ens ennes"),
        FormRule("(?<=..)el$", "elle els elles"),
        FormRule("(?<=..)eux$", "euse euses"),
        FormRule("(?<=..)if$", "ive ifs ives"),
        FormRule("(?<=..)ic$", "ique ics iques"),
        FormRule("(?<=..)er$", "ère ers ères"),
        FormRule("(?<=..)et$", "ète ets ètes ette ettes"),
        FormRule("(?<=..)teur$", "trice teurs trices"),
        FormRule("(?<=..)eur$", "euse eurs euses"),
        FormRule("(?<=..ieur)$", "e s es"),
    ),
    verbs=(
        FormRule("er$", "e es ent é ée és ées èrent era erons eront erait eraient"),
        FormRule("er$", "ons ez ions iez ais ait aient ant a"),
        FormRule("(?<=..)cer$", "çons çais çait çaient çant ça"),
        FormRule("(?<=..)ger$", "geons geais geait geaient geant gea"),
        FormRule("(?<=.)[eé]([bcdfglmnprstv]{1,2})er$", r"è\1e è\1es è\1ent"),
        FormRule("(?<=..)e([lt])er$", r"e\1\1e e\1\1es e\1\1ent e\1\1era"),
        FormRule("(?<=..)yer$", "ie ies ient iera ieront"),
        FormRule("ir$", "is it issons issez issent issait issaient issant i ie ies ira iront"),
        FormRule("(?<=[dptc])re$", "s - ons ez ent ait aient ant u ue us ues ra ront rait"),
        FormRule("(?<=ui)re$", "s t sons sez sent sait saient sant te ts tes ra ront"),
        FormRule("(?<=[aeo])indre$", "ins int ignons ignez ignent ignait ignant inte ints intes"),
        FormRule("(?<=pr)endre$", "enons enez ennent enait enaient is ise ises enant"),
        FormRule("(?<=m)ettre$", "ets et is ise ises"),
        FormRule("(?<=[tv])enir$", "iens ient enons enez iennent enait enu enue enus enues iendra"),
        FormRule("(?<=[fv])rir$", "re res rons rez rent rait raient rant ert erte erts ertes"),
        FormRule("cevoir$", "çois çoit cevons cevez çoivent cevait çu çue çus çues cevra cevant"),
        FormRule("(?<=cri)re$", "s t vons vez vent vait vaient te ts tes vant"),
        FormRule("(?<=sui)vre$", "s t vons vez vent vait vaient vi vie vis vies vant"),
    ),
    verb_ending=r"(?<=..)(?:[^i]er|[^o]ir|cevoir|[eoi]ndre|rdre|[ea]ttre|crire|uire|uivre)$",
    irregular=_IRREGULAR,
    irregular_nouns=(FormRule("(?<![sxz])(?<!eau)$", "s"),),
    irregular_verbs=_IRREGULAR_VERBS,
    heads=frozenset(),
    irregular_singulars=True,
    singulars=(
        FormRule("(?<=..)[sx]$", "-"),
        FormRule("(?<=..)aux$", "al au ail"),
    ),
)
_FORMS: Final = TableInflection(_INFLECTION)

_SENTENCES: Final = Sentences(
    abbreviations=(
        "M.", "MM.", "Mgr.", "Dr.", "Pr.", "St.", "Cie.", "av.", "apr.", "art.", "chap.", "env.",
        "éd.", "ex.", "fig.", "réf.", "vol.", "cf.", "Cf.", "J.",  # av. J.-C.
    ),
    conjunctions=("et", "mais", "ou", "car", "donc"),
)  # fmt: skip
_REFERENCES: Final = References(
    headings=frozenset((
        "références", "sources", "bibliographie", "notes", "notes et références", "littérature",
        "pour aller plus loin", "pour en savoir plus", "lectures complémentaires", "à lire aussi",
        "notes de bas de page", "ouvrages cités",
    )),
    credits=(
        "photo", "photos", "photographie", "image", "images", "illustration", "graphique", "texte",
        "source", "sources", "crédit", "crédits", "crédit photo", "auteur", "autrice", "auteurs",
        "dessin", "par",
    ),
    by=("Par",),
    joining=split_words("et via de d du des avec par pour la le les"),
    between_authors=("et",),
)  # fmt: skip

LANGUAGE: Final = Language(
    code="fr",
    scripts=(Script.LATIN,),
    words=_WORDS,
    numerals=_NUMERALS,
    calendar=_CALENDAR,
    capitals=Capitals(upper="A-ZÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ", lower="a-zàâæçéèêëîïôœùûüÿ"),
    sentences=_SENTENCES,
    references=_REFERENCES,
    names=Names(mistaken=_MISTAKEN, naming_verbs=("est", "sont", "était", "désigne", "signifie")),
    nouns=Nouns(endings=r"(?<=\w{3})(?:e?s|x|e)$"),
    answers=Answers(yes=frozenset({"oui"}), no=frozenset({"non"})),
    units=split_pairs("""
        %: pourcent, °: degré degrés, km: kilomètre kilomètres, m: mètre mètres,
        cm: centimètre centimètres, mm: millimètre millimètres, kg: kilo kilos kilogramme
        kilogrammes, g: gramme grammes, mg: milligramme milligrammes, t: tonne tonnes,
        l: litre litres, ml: millilitre millilitres, h: heure heures, min: minute minutes,
        s: seconde secondes, ha: hectare hectares, €: euro euros, $: dollar dollars,
        kWh: kilowattheure kilowattheures
    """),
    negators=split_words(
        "ne n pas non jamais rien personne aucun aucune nul nulle point guère ni sans plus"
    ),
    one_letter_words=frozenset("aàyAÀY"),
    loans=_LOANS,
    inflection=Inflection(keys=_FORMS.keys, forms=_FORMS.forms),
)
