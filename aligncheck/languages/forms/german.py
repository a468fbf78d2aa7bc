"""How German words are inflected and joined."""

from __future__ import annotations

from typing import Final

from aligncheck.languages.forms.compounding import CompoundTables
from aligncheck.languages.forms.form_rules import FormRule, umlaut_plurals
from aligncheck.languages.forms.inflection import InflectionTables, TableInflection

_VOWELS: Final = "aeiouyäöü"
_IRREGULAR: Final = {
    **umlaut_plurals(
        "amt bad band bild blatt brett buch dach dorf ei fach fass feld geld gesicht glas glied "
        "grab gras haus holz horn huhn kalb kind kleid korn kraut lamm land licht lied loch mann "
        "nest rad rand rind schild schloss strauch tal tuch volk wald wort",
        "er",
    ),
    **umlaut_plurals(
        "acker apfel bogen boden bruder faden garten graben hafen hammer kasten kloster laden "
        "magen mangel mantel mutter nagel ofen sattel schaden schnabel tochter vater vogel wagen",
        "",
    ),
    "herz": "herzens", "name": "namens", "saal": "säle", "herr": "herrn", "bus": "busse busses",
    "atlas": "atlanten", "lexikon": "lexika", "corpus": "corpora", "korpus": "korpora",
    "ulkus": "ulzera", "kaktus": "kakteen", "foramen": "foramina", "lumen": "lumina",
}  # fmt: skip
_ADJECTIVES: Final = (
    "(?<=...)(?:isch|lich|ig|al|ell|iv|bar|los|sam|haft|voll|frei|reich|är|ös|oid|ert|end|[^t]ent|ant)|"
    "^(?:akut|alt|blau|fest|gelb|groß|grün|gut|heiß|hoh|jung|kalt|klein|kurz|lang|leicht|link|"
    "nass|neu|offen|recht|rot|schnell|schwarz|schwer|tief|trocken|warm|weiß|weich)"
)
_PREFIXES: Final = (
    "ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|um|vor|weg|zu|zurück|zusammen|"
    "dar|durch|über|unter|wieder"
)

_INFLECTION: Final = InflectionTables(
    stem=r"(?<=...)(?:nis|us|um|on|ma|is|[ei]x|e[nlrsm]|[aeo])$",
    # words in lower case, as they are compared, so that nouns are not told by their capital
    nouns=(
        FormRule("e$", "en es ens"),
        FormRule("(?<=...)in$", "innen"),
        FormRule("nis$", "nisse nissen nisses"),
        FormRule("(?<=e[lr])$", "n s"),
        FormRule("(?<=en)$", "s"),
        FormRule(f"(?<![{_VOWELS}])(?<!en)$", "e en es s n"),
        # no umlaut where it would make another word (Blut, Blüte; Zahl, zählen)
        FormRule(f"(?<!lut|gut|ung|pur)(?<![zw]ahl)(?<!e[lnr])(?<![{_VOWELS}])$", "¨e ¨en"),
        FormRule("(?<=[iouyäöü])$", "s e en es er ern n"),
        # Latin and Greek: Medium, Virus, Ganglion, Trauma, Pizza, Basis, Index
        FormRule("(?<=...)um$", "en a ums"),
        FormRule("(?<=...)us$", "en i"),
        FormRule("(?<=...)on$", "en a ien"),
        FormRule("(?<=...)ma$", "mata men"),
        FormRule("(?<=..)a$", "as en"),
        FormRule("(?<=...)is$", "en"),
        FormRule("o$", "os en i"),
        FormRule("(?<=...)[ei]x$", "izes izen"),
    ),
    adjectives=(
        FormRule(f"(?<![{_VOWELS}])$", "e en er es em ere eren"),
        FormRule("(?<=..)el$", "le len ler les lem"),
        FormRule("(?<=..)er$", "re ren rer res rem"),
        # written with an ending, as terms are before their noun: neuronales Netz, rote Liste
        FormRule(f"({_ADJECTIVES})e[rsmn]?$", "e en er es em", kept=r"\1"),
    ),
    verbs=(
        FormRule("e?n$", "e st t et te ten test tet end"),
        FormRule("eln$", "le lst"),
        FormRule("^(.+?)e?n$", r"ge\1t ge\1et ge\1en zu\1en"),
        FormRule(f"^({_PREFIXES})(.+?)e?n$", r"\1ge\2t \1ge\2et \1ge\2en \1zu\2en \1zu\2n"),
    ),
    verb_ending="ieren$",
    irregular=_IRREGULAR,
    irregular_endings=(FormRule("(?<=[elr])$", "n"),),
    singulars=(
        FormRule("(?<=...)innen$", "in"),
        FormRule("(?<=....)en$", "e -"),
        FormRule("(?<=.....)e$", "-"),
    ),
    umlaut=True,
)
_COMPOUNDS: Final = CompoundTables(
    vowels=_VOWELS,
    onset=(
        r"(?:[bcdfghjklmnprstvwxz]|qu|b[lr]|c[hlr]|chr|d[rw]|f[lr]|g[lnr]|k[lnrw]|p[flnrs]|pf[lr]|"
        r"ph|ps|rh|s[cklmnptwz]|sch[lmnrw]?|sk[lr]|sp[lr]|st[r]?|t[hrw]|thr|ts|vr|wr|z[w])?"
        r"[aeiouyäöü]"
    ),
    joints=(
        FormRule("e$", "en - es s"),
        FormRule("(?<![sxzß])(?<=[^aeiouyäöü])$", "s es"),
        FormRule("(?<=...)(?:us|um|on|is|a)$", "en o"),
    ),
    derived=(
        r"(?:[lr]?ung|e[lr]ung|ler|ner|er|erei|erin|lich|lichkeit|ig|igkeit|isch|heit|keit|"
        r"losigkeit|schaft|bar|barkeit|sam|samkeit|los|haft|chen|lein|ling|tum|ismus|istin|ist|"
        r"ier|iert|ieren|ierung|ität|ion|ation|al|ell|iv|ant|ent|anz|enz|eur|or|oren|nis|sal|"
        r"weise|fach|mal|e?l?nd|e?r?nd|e?n?te?|e?[lr]?n|e?[lr]?t|e?[lr]?st|e?[lr]?te[nt]?|ens|isier\w*)"
        r"(?:e|en|er|es|em|n|s|t|innen|nen)?s?"
    ),
    joining_forms=r"(?:e|er|e?n)$",
    prefixes=(
        rf"(?:{_PREFIXES}|be|ent|emp|er|ge|miss|ver|wider|zer|gegen|fehl|hinter|vorher|voraus|hinein|"
        r"heraus|herein)"
    ),
    # Handlungen and Heizungen hold no Lungen and Zungen
    no_last="[lz]ungen",
)
GERMAN_FORMS: Final = TableInflection(_INFLECTION, _COMPOUNDS)
