"""The words of contracts: what a contract is called, how its end is given, and which verbs sign or prolong it.

Fragments of expressions over skeletons (see `reading`), without groups unless their comment names one.
"""

from __future__ import annotations

#: The thing itself; contracts of sponsors, broadcasters and loans are others.
NOUN = (
    r"\b(?:(?:prof|spelers|arbeids|jeugd|droom|meerjaren|trainers|amateur|standaard|top)?contract(?:en|je|jes)?"
    r"|verbintenis(?:sen)?|(?:arbeids|spelers|contract)?overeenkomst(?:en)?|dienstverband)\b"
)
_HEDGE = (
    r"(?: (?:minstens|minimaal|zeker|in elk geval|in ieder geval|ten minste|tenminste|op zijn minst|maximaal|uiterlijk"
    r"|ongeveer|en met|na|in|en|de|het|aan|ergens))*"
)
_UNTIL = rf"(?<!van )\b(?:tot|t/m|t\.e\.m\.|tem){_HEDGE} "
_LENGTH = (
    r"\b(?:voor|van|gedurende|nog|voor de duur van)(?: (?:nog|de|het|komende|maximaal|minimaal|minstens|ruim|maar"
    r"|liefst|eens|zeker|een|nieuwe?|periode|rest|van|volle|in eerste instantie|voorlopig)){0,4} "
)
#: What somebody is at a club, with the club before it: "Gent-spits".
PLAYER = (
    r"[\w-]*(?:trainer|trainster|coach|spits|doelman|doelvrouw|keeper|keepster|aanvaller|aanvalster|verdediger"
    r"|verdedigster|middenvelder|middenveldster|back|speler|speelster|aanvoerder|aanvoerster|talent|captain|winger"
    r"|international|topschutter|goalgetter|sterkhouder|jeugdproduct)"
)
#: Where the end may stand away from its verb: not beyond the end of the sentence, not past another end.
NEAR = r"(?:(?!\btot (?:en met |[a-z]+ ){0,2}<D>)[^.;!?\n]){0,70}?"
CLOSE = r"(?:(?!\btot (?:en met |[a-z]+ ){0,2}<D>)[^.;!?\n]){0,30}?"

EXTENDING = (
    r"\b(?:(?:contract)?verleng\w*|breid\w*|bovenop|bijgetekend|bij ?te ?tekenen|bijteken\w*|opengebroken"
    r"|openbrak|opengooi\w*|open ?gegooid"
    r"|brak \w+ open|langer|bijtekend\w*|vernieuw\w*|opgewaardeerd|uitgebreid|verbeterd\w*"
    r"|teken\w*(?: (?:in |op |eind |begin )?<D>| al| ook| nog| eerder| onlangs){0,3} bij(?= ?[.,;]| tot| voor| en|$)"
    r"|nieuwe? (?:contract|verbintenis|overeenkomst)"
    r"|blijft|blijven|bleef|openbreken|(?:brak|breekt|braken|breken) [^,;.:]{1,40} open|plakt|plakte|plakten"
    r"|geplakt|bijgeplakt|vastgeplakt)\b"
)
#: An option that its holder has used.
TAKEN_UP = (
    r"\b(?:licht|lichtte|lichtten|gelicht|activeerde|activeert|geactiveerd|gebruikte|gebruikt|benutte)\b[^,;.:]{0,40}"
    r"\boptie\b|\boptie\b[^,;.:]{0,40}\b(?:gelicht|geactiveerd|benut)\b"
)
SIGNING = (
    r"\b(?:teken(?:t|de|den|en)|getekend|ondertek\w+|parafe\w+|geparafeerd|krabbel\w*|handtekening\w*|kreeg"
    r"|kregen|krijgt|krijgen"
    r"|gekregen|geeft|gaf|gegeven|sluit|sloot|afgesloten|aangeboden|vastgelegd|legt|legde|legden|leggen"
    r"|vastlegt|vastlegde|vastleggen"
    r"|overgenomen|overneemt|overnam|neemt|nam|namen|nemen|gecontracteerd|contracte\w+|contractere\w+"
    r"|aangetrokken|aangetrok\w*"
    r"|trok|trekt|bindt|bond|gebonden|verbindt|verbond|verbonden zich|beloon\w+|versiert|versierde|verdien(?:t"
    r"|de)|haalt|haalde"
    r"|wordt|werd|worden|werden|akkoord|overeenstemming|rond|gepresenteerd|presenteert|in de wacht|aangesteld"
    r"|stelt|stelde|tekenden|strikt|strikte|strikken|gestrikt)\b"
)
ENDING = (
    r"\b(?:ontbonden|ontbindt|ontbind\w*|ontbond\w*|ontslag\w*|ontslagen|ontsloeg|per direct|uit elkaar"
    r"|afgekocht|afkoop"
    r"|ontmantel\w*|verscheur\w*|op straat|beëindig\w*|stopgezet|weggestuurd|de laan uit)\b"
)
LOAN = r"\b(?:\w*huur\w*|verhuur\w*|uitgeleend|uitleen\w*|uit te lenen|leent|leende|geleend|uitleenbeurt)\b"
#: Verbs that say of a contract or a person under one how long it lasts.
LASTING = (
    r"\b(?:\w*loopt|\w*liep(?:en)?|\w*lopen|vast\w*|verb[io]nd\w*|gebonden|bindt|bond|geldt|gold|duurt|duren"
    r"|teken\w*|verleng\w*|contract"
    r"|onder contract|heeft|had|hebben|hadden|vastligt|bijteken\w*|bijgetekend|getekend)\b"
)


def until(number: int = 1) -> str:
    """ "tot en met <D>"; a year that the date reader left alone is a number. Group: end and the number."""
    return rf"{_UNTIL}(?P<end{number}><DN>)"


def lasting(number: int = 1) -> str:
    """How long: "voor drie seizoenen", "van 2,5 jaar", "nog twee jaar". Group: length and the number."""
    return rf"{_LENGTH}(?P<length{number}><UD>)"


def either(number: int) -> str:
    """An end or a length."""
    return f"(?:{until(number)}|{lasting(number)})"
