"""Words that no term begins or ends with."""

from __future__ import annotations

from typing import Final

_ENGLISH: Final = """
a about above after again against all also although always am among an and another any are around
as at away back be became because become been before behind being below best better between both
but by came can cannot come could did do does doing done down during each either else enough etc
even ever every few first for from further get gets give given gives go goes going gone good got
had has have having he help helps her here hers him his how however i if in instead into is it its
itself just keep last later least less let like likely made make makes many may maybe me might
more most much must my near need needs neither never new next no nor not nothing now of off often
old on once one ones only onto or other others otherwise our out over own part per perhaps please
possible put quite rather really said same say second see seem seen several shall she should since
so some something sometimes soon still such take taken takes than that the their them then there
these they thing things this those though three through thus to together too took toward two under
until up upon us use used uses using usually very want was way we well went were what when where
whether which while who whole whose why will with within without work works would yes yet you your
"""
_SWEDISH: Final = """
aldrig alla allt alltid annan annat andra att av bara bland bli blir blev bra brukar både där
därför de dem den denna dess dessa det detta dig din dina ditt dock du där då efter eftersom eller
en endast er ett även finns fick fler flera flesta för första få får från före genom ge ger gör
gjorde göra ha hade han har hela hellre henne hennes honom hon hur här i igen in ingen inget inga
innan inom inte istället ju kan kanske kom komma kommer kunde kunna lika lite man med mellan men
mer mest mot mycket måste många ni nu ny nya nytt när någon något några när nästa och ofta olika
om oss på redan rätt samma samt sedan sig sin sina sitt själv ska skall skulle som sådan sådant
sådana så till tills tre trots två under upp ur ut utan vad var vara varit varje vem vi via vid
vilka vilken vilket vill väl ännu är använda används använder genom stället möjligt
"""

STOPWORDS: Final = {
    "en": frozenset(_ENGLISH.split()),
    "sv": frozenset(_SWEDISH.split()),
}
"""Function words and words of no subject, by language."""
FUNCTION_CHARACTERS: Final = frozenset(
    "的了和与在是这那个些为对从向由其两几将把被用以及或并可要会能就都也还不无有您你我他它们之中上下里后前时请"
    "如若果到于来去该每各让使等者所但而且则因此含多少一"
)
"""Chinese characters that mostly stand for function words, and seldom in a term."""
