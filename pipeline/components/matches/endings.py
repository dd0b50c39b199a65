"""How a match ended, from the words around its score: the vocabulary of winning, losing and drawing."""

from __future__ import annotations

import re

from pipeline.components.clauses import around, clause, unreal
from pipeline.components.reading import Item, Score, Sentence, pattern

NOUN = (
    r"[\w-]*(?:zege|overwinning|nederlaag|winst|verlies|gelijkspel|remise|puntendeling|afstraffing|oorwassing"
    r"|afgang|blamage|uitschuiver|misstap|klap|pak slaag)"
)
WON = (
    r"\b(?:win|wint|winnen|won|wonnen|gewonnen|winnend|winnaar|[\w-]*zege|[\w-]*zeges|[\w-]*overwinning|[\w-]*winst"
    r"|versloeg\w*|verslaat|verslaan|klopte?n?|kloppen|te sterk|sterker|zegevier\w*|langste eind|rekende\w* af"
    r"|rekende\w* .{0,40}\baf\b|rekent .{0,30}\baf\b|af te rekenen|afgerekend|ten koste van|vernederde\w*|vernedert"
    r"|overklaste\w*|verpletterde\w*|walste\w*|haalde\w* .{0,20}uit|haalt .{0,20}uit|uitgehaald|bedwong\w*|bedwingt"
    r"|schakelde\w* .{0,40}uit|schakelt .{0,40}uit|droogde\w*|droogt|baas|te slim|te snel af|te goed|te groot"
    r"|stuntte\w*|stunt|inmaakte\w*|in te maken|veegde\w*|zette\w* .{0,30}opzij|zet .{0,30}opzij|driepunter"
    r"|te machtig|tot een goed einde|kegelde\w*|gehakt|van de mat|wipte\w*|knikkerde\w*|verraste\w*|verrast"
    r"|(?:de )?volle buit|de (?:drie )?punten (?:mee|thuis|binnen|in <L>)|drie punten|punten mee"
    r"|trok\w* .{0,30}aan het langste"
    r"|trok\w* .{0,30}naar zich toe|over de knie|korte metten|stapte\w* .{0,30}als winnaar|te pakken"
    r"|ging\w* er met de winst|liep\w* (?:.{0,30} )?uit (?:naar|tot)|bezorgd?e?n? .{0,30}de zege)\b"
)
LOST = (
    r"\b(?:verliest|verliezen|verlies|verloor|verloren|[\w-]*nederla(?:ag|gen)|onderuit\w*|onderspit|de boot in|klop\b"
    r"|afgang|blamage|kopje[- ]onder|te zwak|in het stof|oorwassing|afstraffing|pandoering|pak slaag|voor de bijl"
    r"|uitschuiver|misstap|meerdere (?:te )?(?:erkennen|moeten)|liet\w* zich|lieten zich|laat zich|kansloos"
    r"|eraan geloven|buigen voor|boog\w* voor|bogen voor|bakzeil|het schip in|te kijk gezet|te sterk gebleken"
    r"|niet opgewassen|gestruikeld|struikelde\w*|struikelt|deksel op de neus)\b"
)
BEATEN = (
    r"\b(?:werd|werden|wordt|worden|is|zijn|was|waren) .{0,60}(?:verslagen|geklopt|vernederd|afgedroogd|overklast"
    r"|verpletterd|ingemaakt|uitgeschakeld|opgerold|weggeveegd|bedwongen|afgestraft|afgemaakt|ingepakt|weggespeeld"
    r"|van de mat geveegd|opzijgezet|opzij gezet|onder de voet gelopen|naar huis gestuurd|verrast)\b"
)
DRAWN = (
    r"\b(?:hielden (?:elkaar|het) |gelijk|gelijke|gelijkspel\w*|gelijkgespeeld|puntendeling|remise|in evenwicht"
    r"|steken op|bleven .{0,60}steken"
    r"|bleef .{0,60}steken|blijft .{0,60}steken|niet verder|deelden|deelt|delen de punten|bleef het|bleef op"
    r"|brilstand|een punt(?:je)?|een (?:zwaarbevochten )?punt|geen winnaar|punten liggen|punten verspeeld"
    r"|verspeelde\w* .{0,20}punten|dure punten|in balans|onbeslist|morste\w*|speelde\w* .{0,60}<Q>$)\b"
)
_DROPPED = r"\b(?:punten liggen|punten verspeeld|verspeelde\w* .{0,20}punten|dure punten|morste\w*)\b"
ENDED = (
    r"\b(?:eindig\w*|geëindigd|eindstand|einduitslag|uitslag|werd het|het .{0,30}werd|het werd|bleef het|het bleef"
    r"|afgelopen|slotstand|wordt het|toen het .{0,40}werd)\b"
)
EXTRA_TIME = r"\bna (?:de )?verlenging(?:en)?\b"
LATE = (
    r"\b(?:uiteindelijk|slotfase|slotminuten|slotminuut|slotseconden|eindsignaal|beslist|besliste|beslissende"
    r"|eindstand|eindfase|op slot|alsnog|definitief)\b"
)
_RUNNING_BEHIND = (
    r"^(?:-| )?(?:voorsprong|achterstand|ruststand|tussenstand|stand\b|bij (?:de )?rust|aan de rust|halverwege|werd "
    r"(?:door|namens|gemaakt)|voor\b(?! (?:<CT>|de ploeg|de \w+ploeg))|achter\b|op het bord|binnen\b|achter elkaar|"
    r"na (?:strafschoppen|penalty|\w+ minuten|<N> minuten|een half)|over twee|in totaal|maken|maakte|aantekenen"
    r"|op aangeven|uit een|van <P>|door <P>|in de (?:\w+|<R>) minuut|namens|op aangeven|achterhalen|om te buigen)"
)
_RUNNING_BEFORE = (
    r"(?:\brust(?:stand)?\b.{0,30}|\bpauze\b.{0,20}|\bhalverwege\b.{0,20}|tussenstand.{0,12}"
    r"|\bstrafschoppen(?:reeks|serie)?\b.{0,14}|penalty's.{0,14}|voorsprong .{0,12}|achterstand .{0,12}|lang |"
    r"\b(?:maakte\w*|zorgde\w*|tekende\w*|schoot|kopte|tikte|prikte|knalde|bracht\w*|scoorde\w*|lukte|lag|viel"
    r"|betekende|kwam\w*|kwamen|stond|stonden|leidde\w*|kans op|verantwoordelijk|vergroot\w*|verdubbelde\w*"
    r"|begon\w*) (?:[\w'’-]+ |<PCTXNRDM> ?){0,6}(?:de|op|tot|naar|met|voor|via)? ?"
    r"|\bliep\w* (?:<CT> )?uit (?:naar|tot) )$"
)
AGGREGATE = r"over twee (?:duels|wedstrijden|matchen)|\btotaalscore|aggregate"
#: "(1-1, 4-2 n.s.)": the second score is of the shoot-out, the first stands.
SHOOT_OUT_BEHIND = r"^[,;]? ?(?:en |na verlenging, )?<Q> ?(?:n\.?s|n\.?p|na (?:straf|penalt)|in de straf|na het nemen)"
_SHOOT_OUT = (
    r"na strafschoppen|strafschoppenserie|strafschoppenreeks|penaltyserie|penaltyreeks|beter met penalty|^ ?n\.?s\b"
)

_MATCH_BEFORE = (
    r"(?:[\w-]*(?:duel|wedstrijd|match|derby|interland) (?:met|tegen|bij|van)|<D> (?:thuis |uit )?(?:tegen|bij|op)) "
    r"(?:(?!<CT>)[\w-]+ ){0,3}<CT> \($"
)
_SCORED = (
    r"\b(?:scoor\w*|(?:maak|maakt|maakte) (?:de|het)|opende|kopte|schoot|tikte|gelijkmaker|benutte|aanval|minuut)\b"
)


def final(sentence: Sentence, score: Item, named: bool) -> bool:
    """Whether nothing around a score says that the match went on, or that it is not of one match.

    `named` tells of a result named in passing, which is real whatever its clause only wishes: "na de
    5-1-nederlaag wil X …".
    """
    before = sentence.skeleton[max(0, score.at - 80) : score.at]
    behind = sentence.skeleton[score.at + 1 : score.at + 60]
    if (not named and unreal(sentence, score.at, denials=False)) or re.search(AGGREGATE, around(sentence, score.at)):
        return False
    if not pattern(SHOOT_OUT_BEHIND).match(behind) and re.search(_SHOOT_OUT, _bracket_or_clause(sentence, score.at)):
        return False
    ended = pattern(
        rf"^(?:-| )?(?:\w+ )?(?:{WON}|{LOST}|{DRAWN}|uitslag|eindstand)| (?:<D> )?(?:bij|tegen) <CT>"
    ).match(behind)
    if pattern(_RUNNING_BEHIND).match(behind) and not ended:
        return False
    if not named and pattern(r"(?:\b(?:de|een snelle|die) |<P> \()$").search(before) and not ended:
        return False
    late = pattern(
        r"(?:slotfase|uiteindelijk|alsnog|nog|slotminuten) (?:nog )?uit (?:naar|tot) $|niet verder dan (?:een )?$"
    ).search(before)
    return bool(ended or late or named or not pattern(_RUNNING_BEFORE).search(before))


def _bracket_or_clause(sentence: Sentence, at: int) -> str:
    start, end = clause(sentence, at)
    return sentence.skeleton[start : end + 22]


def ending(words: str, at: int, score: Score) -> str:
    """How the match ended for the side that acts, by the nearest word that tells.

    won, lost or drawn; "ordered" for goals that stand as home–away ("… eindigde in 1-4", "… : 0-1" at the
    end of a line that tells how it was decided); empty when the words do not tell the end.
    """
    if score.first == score.second:
        return "drawn" if any(pattern(words_of).search(words) for words_of in (DRAWN, ENDED, EXTRA_TIME)) else ""
    if pattern(BEATEN).search(words):
        return "lost"
    tellers = [(_distance(match, at), "won") for match in pattern(WON).finditer(words)]
    tellers += [(_distance(match, at), "lost") for match in pattern(LOST).finditer(words)]
    if tellers:
        return min(tellers)[1]
    if re.search(_DROPPED, words):
        return "lost"
    if pattern(r"\b(?:werd het|het werd|eindstand) .{0,10}<Q> voor <CT>").search(words):
        return "won"
    if pattern(ENDED).search(words) or (re.search(LATE, words) and pattern(r": <Q>").search(words)):
        return "visitors" if pattern(r"<Q> voor de (?:gasten|bezoekers|uitploeg)").search(words) else "ordered"
    return ""


def bracketed(sentence: Sentence, score: Item) -> bool:
    """Whether a score stands in brackets behind an opponent and is of the whole match: "het uitduel met X (1-1)"."""
    low = max(0, score.at - 90)
    behind = pattern(_MATCH_BEFORE).search(sentence.skeleton[low : score.at])
    start, end = clause(sentence, score.at - 2)
    return bool(
        behind
        and sentence.skeleton[score.at + 1 : score.at + 2] == ")"
        and not pattern(_SCORED).search(sentence.skeleton[start:end])
    )


def _distance(match: re.Match[str], at: int) -> int:
    """Characters between a telling word and the score."""
    return match.start() - at if match.start() >= at else at - match.end()
