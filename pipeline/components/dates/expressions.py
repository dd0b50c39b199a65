"""The ways Dutch names a date: one DateRule each, with example sentences beside the pattern.

Patterns are for folded text (lower case, no diaereses). An expression begins at its determiner and leaves the
preposition out. Rules are tried in the order of the table at every word; what can be part of a longer
expression stands below it. Part words ("begin", "medio", "eind van") may precede any of them and are read here once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from pipeline.components.dates import days, lengths, seasons, weeks, years
from pipeline.components.dates.reading import UNDER_100, YEAR_IN_ONE_WORD, YEAR_IN_WORDS, Context, Match, Reading
from pipeline.dutch.calendar import DAY_PARTS, DEICTICS, HOLIDAYS, MONTHS, SHORT_MONTHS, WEEKDAYS, YEAR_SEASONS
from pipeline.dutch.numerals import LOOSE, TENS
from pipeline.dutch.patterns import SPACE as S
from pipeline.dutch.patterns import WORD_END, any_of, words

Read = Callable[[Match, Context], "Reading | None"]


class DateRule(NamedTuple):
    """A pattern of named groups, and the reader that says what a match means."""

    name: str
    pattern: str
    read: Read
    alone: bool = True  # False: a date only where a part is named, as in "het einde van het jaar"
    range_only: bool = False  # True: a date only as one end of a range, as "nu" in "tussen 2020 en nu"


# --- fragments --------------------------------------------------------------------------------------

THE = f"(?:(?:de|het){S})?"
#: "het" stands before nouns of its own gender only: in "scoorde het vorige week" it is none of the date.
_NEUTER = r"(?:[a-z]*jaar|weekend|weekeinde|[a-z]*seizoen|decennium|kwartaal)(?!\w)"
WHICH = rf"(?:(?:de|dit|deze){S}|het{S}(?=\w+{S}(?:\w+{S})?{_NEUTER}))?(?P<which>{any_of(DEICTICS)}){S}"
DIGIT_YEAR = r"(?:1[3-9]|20|21)\d\d(?!\d)"
_RELATIVE_YEAR = (
    f"(?:(?:het|dit){S})?{any_of(word for word in DEICTICS if word not in ('deze', 'verleden'))}{S}(?:kalender)?jaar"
)
YEAR = rf"(?:{DIGIT_YEAR}|'\d\d(?!\d)|{_RELATIVE_YEAR}(?!\w)|{YEAR_IN_WORDS}(?!\w))"
MONTH = any_of(MONTHS)
ANY_MONTH = rf"(?:{MONTH}|{any_of(SHORT_MONTHS)}(?!\w)\.?)"
PART_OF_DAY = any_of(DAY_PARTS)
WEEKDAY = any_of(WEEKDAYS)
#: Numbers in words are any words here: the readers know which are numbers, and small patterns are quick to compile.
COUNT = rf"(?:\d{{1,3}}(?:,\d)?|(?!enkele|meerdere|verschillende)[a-zé]{{3,30}}(?:{S}en{S}een{S}hal(?:f|ve))?)(?!\w)"
RANK = r"(?:\d{1,2}-?(?:ste|de|e)|[a-z]{2,22}(?:de|ste))(?!\w)"
DAY_NUMBER = r"(?:[0-3]?\d(?:ste|de|e)?(?![\d,:])|[a-z]{3,20})(?!\w)"
SEASON_NOUN = "(?:[a-z]{0,16}-?seizoen|[a-z]{0,12}jaargang|campagne|voetbaljaar)"
YEAR_SEASON = any_of(YEAR_SEASONS)
HALF = f"(?:(?P<half>eerste|tweede|1e|2e){S}(?:seizoens)?helft{S}van{S})?"
WINDOW = "(?:transfer(?:periode|window|markt|venster|zomer|winter)|mercato|window)"
_SPELLED_LENGTH = (
    f"(?:een{S}hal(?:f|ve){S}|hal(?:f|ve){S}|een{S}|{COUNT}{S})"
    f"(?:(?:volle|hele|heel|lange|gehele|volledige|opeenvolgende|extra){S})?"
)
LENGTH_UNIT = any_of(
    words("dag dagen week weken maand maanden jaar jaren seizoen seizoenen weekend weekenden decennium decennia")
)
LENGTH = (
    rf"{_SPELLED_LENGTH}{LENGTH_UNIT}(?!\w)(?:(?:,|{S}en)?{S}(?:een|\d{{1,3}}|{LOOSE}){S}{LENGTH_UNIT}(?!\w)){{0,2}}"
)
_SOME = f"(?:een{S}paar|enkele|een{S}aantal|meerdere|verschillende){S}"

#: Words before a period that name a part of it, and their TIMEX3 mod.
PARTS = {
    f"(?:het{S})?begin(?:{S}van)?|(?:de{S})?(?:start|aanvang){S}van": "START",
    f"(?:het{S})?einde?(?:{S}van)?|(?:het{S})?slot{S}van": "END",
    f"medio|half|halverwege|halfweg|(?:het{S})?midden(?:{S}van)?": "MID",
}
PART = "|".join(f"(?P<{mod.lower()}>{pattern})" for pattern, mod in PARTS.items())

# --- the table --------------------------------------------------------------------------------------

DATE_RULES: tuple[DateRule, ...] = (
    DateRule(
        "week-of-day",
        rf"(?:de{S})?week{S}(?:die{S})?(?:op{S})?(?P<day>{DAY_NUMBER}){S}(?P<month>{ANY_MONTH}){S}(?:begint|start|aanvangt)",
        weeks.week_of_day,
    ),
    DateRule("iso-date", r"(?P<year>(?:1[89]|2[01])\d\d)-(?P<month>\d\d)-(?P<day>\d\d)", days.iso_date),
    DateRule(
        "numeric-date",
        r"(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>\d{1,2})(?P<mark2>[-/.]|,[ ])(?P<year>(?:1[89]|2[01])\d\d|'?\d\d)|"
        rf"(?P<day2>\d{{1,2}})[-/](?P<name>{any_of(SHORT_MONTHS)})[-/](?P<year2>(?:1[89]|2[01])\d\d)",
        days.numeric_date,
    ),
    DateRule(
        "month-number",
        r"(?P<year>(?:19|20)\d\d)(?:[ ]?[-/][ ]?|\.)(?P<month>1[0-2]|0?[1-9])(?!\d)|"
        r"(?P<month2>1[0-2]|0?[1-9])[ ]?[-/][ ]?(?P<year2>(?:19|20)\d\d)",
        days.month_number,
    ),
    DateRule(
        "days-of-month",
        rf"{WHICH}maand{S}(?:van{S}|tussen{S})?(?P<first>[0-3]?\d){S}?(?:tot{S}en{S}met|t/m|tot|en|-|–){S}?(?P<last>[0-3]?\d)(?!\d)",
        days.days_of_month,
    ),
    DateRule(
        "day-range",
        rf"(?P<first>{DAY_NUMBER}){S}?(?:tot{S}en{S}met|t/m|tot|en|-|–){S}?(?P<last>{DAY_NUMBER}){S}"
        rf"(?:van{S})?(?P<month>{ANY_MONTH})(?:,?{S}(?P<year>{YEAR}))?",
        days.day_range,
    ),
    DateRule(
        "day-month",
        rf"(?:(?P<weekday>{WEEKDAY}){PART_OF_DAY}?,?{S})?(?:de{S})?(?P<day>{DAY_NUMBER})[ \n-](?:van{S})?"
        rf"(?P<month>{ANY_MONTH})(?:,?[ \n-](?P<year>{YEAR}))?",
        days.day_month,
    ),
    DateRule(
        "nth-of-year",
        rf"{THE}(?P<rank>laatste|{RANK}){S}(?P<unit>week|kwartaal){S}van{S}(?P<year>{YEAR})|"
        rf"k(?P<quarter>[1-4]){S}(?:van{S})?(?P<year2>{YEAR})|(?P<year3>{YEAR}){S}(?:(?:het|de){S}(?P<rank2>{RANK}){S}(?:kwartaal|(?P<unit2>week))|k(?P<quarter2>[1-4]))",
        weeks.nth_of_year,
    ),
    DateRule(
        "day-of-month",
        rf"(?:de{S})?(?P<day>[0-3]?\d(?:ste|de|e)|{RANK}){S}van{S}{WHICH}maand",
        days.day_of_month,
    ),
    DateRule(
        "nth-of-month",
        rf"{THE}(?P<rank>laatste|{RANK}){S}(?:(?P<weekday>{WEEKDAY})|(?P<unit>week|weekend|weekeinde|dag)){S}(?:van|in){S}"
        rf"(?:{WHICH}maand|(?P<this>de{S}maand)|(?P<month>{MONTH}|{ANY_MONTH})(?:{S}(?P<year>{YEAR}))?)",
        days.nth_of_month,
    ),
    DateRule(
        "weekday-and-day",
        rf"(?P<weekday>{WEEKDAY}){PART_OF_DAY}?,?{S}(?:de{S}(?P<day>[0-3]?\d(?:ste|de|e)|{RANK}))"
        rf"(?![ ](?!(?:speelt|gaat|wacht|komt|is|was|wordt|werd|terug|weg|tegen|om|in|en|tot|volgt){WORD_END})\w)",
        days.weekday_and_day,
    ),
    DateRule("nth-weekday", rf"(?:de{S})?(?P<rank>{RANK}){S}(?P<weekday>{WEEKDAY})", days.nth_weekday),
    DateRule("bare-day", rf"de{S}(?P<day>[23]\d(?:ste|de|e)|{RANK})", days.bare_day),
    DateRule("numeric-day", r"(?P<day>\d{1,2})(?P<mark>[-/])(?P<month>\d{1,2})", days.numeric_day),
    DateRule("week-number", r"(?:de[ ])?week[ ](?P<week>[1-5]?\d)(?!\d)", weeks.week_number),
    DateRule(
        "after-next",
        rf"(?:de|het){S}(?P<unit>week|maand|jaar|weekend|weekeinde){S}na{S}(?:de|het){S}volgende?",
        weeks.after_next,
    ),
    DateRule(
        "that-unit",
        rf"(?:die|dezelfde|diezelfde){S}(?P<unit>week|maand|zomer)|(?:dat|hetzelfde|datzelfde){S}(?P<unit2>weekend|weekeinde|jaar|seizoen)",
        weeks.that_unit,
    ),
    DateRule(
        "season-years",
        rf"(?:(?:de{S})?{HALF}{THE}(?P<noun>{SEASON_NOUN}){S})?(?P<first>'?\d\d|(?:19|20)\d\d){S}?[/–-]{S}?(?P<second>(?:19|20)\d\d|'?\d\d)",
        seasons.season_years,
    ),
    DateRule("season-of-year", rf"{THE}{SEASON_NOUN}{S}(?:van{S})?(?P<year>{DIGIT_YEAR})", seasons.season_of_year),
    DateRule(
        "month-year",
        rf"(?P<year>{_RELATIVE_YEAR}|{DIGIT_YEAR}){S}(?:in{S})?(?P<month>{ANY_MONTH})|(?P<year3>{DIGIT_YEAR}),{S}(?P<month3>{any_of(SHORT_MONTHS)})|"
        rf"(?P<month2>{ANY_MONTH})(?:{S}|,{S}|-)(?:van{S})?(?P<year2>{YEAR}|[7-9]\d(?![\d.,]|{S}?\w))",
        days.month_year,
    ),
    DateRule("deictic-month", rf"{WHICH}(?P<month>{MONTH})", days.deictic_month),
    DateRule("month", rf"(?:de{S}maand{S})?(?P<month>{MONTH})", days.bare_month),
    DateRule(
        "transfer-window",
        rf"(?:{WHICH}|(?:de|het){S})?(?:(?:zomerse|winterse){S}{WINDOW}|(?:zomer|winter|januari)-?{WINDOW}|"
        rf"transfer(?:periode|window|venster|zomer|winter)|(?:zomer|winter)transfer(?:periode|markt))"
        rf"(?:{S}van{S}(?:het{S}seizoen{S}(?P<season>\d{{4}}[/-]\d{{2,4}})|(?P<year>{YEAR})))?",
        seasons.transfer_window,
    ),
    DateRule(
        "year-season",
        rf"(?:(?P<before>{_RELATIVE_YEAR}){S}|{WHICH}|(?:de|het){S})?(?P<season>{YEAR_SEASON})(?:stop|periode)?"
        rf"(?:{S}(?:van{S})?(?P<year>{YEAR}))?",
        seasons.year_season,
    ),
    DateRule(
        "deictic-unit",
        rf"(?:(?P<weekday>{WEEKDAY}){PART_OF_DAY}?{S})?{WHICH}(?P<unit>week|weekend|weekeinde|maand|(?:kalender)?jaar|dag)"
        rf"(?!\w)(?:{S}(?:op{S})?(?P<weekday2>{WEEKDAY}){PART_OF_DAY}?)?",
        days.deictic_unit,
    ),
    DateRule(
        "decades-back",
        rf"(?:{WHICH}|(?:de|het){S}laatste{S})(?:(?P<count>{COUNT}){S})?(?:decennium|decennia)",
        years.deictic_decade,
    ),
    DateRule("century", rf"(?:de{S})?(?P<rank>{RANK}){S}eeuw", years.century),
    DateRule("seasons-back", rf"{WHICH}(?P<count>{COUNT}){S}seizoenen", seasons.seasons_back),
    DateRule(
        "deictic-season",
        rf"(?:de{S})?{HALF}{WHICH}(?:[a-z]{{0,16}}-?seizoen|[a-z]{{0,12}}jaargang|voetbaljaar)",
        seasons.deictic_season,
    ),
    DateRule(
        "current-season",
        rf"(?:(?:de{S})?{HALF}(?:heel{S}|gans{S})?het{S}(?:hele{S}|gehele{S}|ganse{S})?seizoen"
        rf"(?!{S}(?:waarin|erna|ervoor|daarop|daarna|daarvoor|nadien|dat|volgend))|"
        rf"het{S}seizoens(?P<edge>einde?|slot|begin)|de{S}seizoens(?:start|opening))",
        seasons.current_season,
    ),
    DateRule(
        "season-half",
        rf"(?:de{S})?(?P<half>eerste|tweede|1e|2e){S}(?:seizoens|competitie)helft",
        seasons.current_season,
    ),
    DateRule("weekend", rf"(?:het|'t){S}week(?:end|einde)(?!{S}van)", days.the_weekend),
    DateRule("unit", rf"(?:de{S}(?P<unit>week|maand)|het{S}(?P<unit2>jaar))", days.whole_unit, alone=False),
    DateRule(
        "recurrent",
        rf"(?:elke?|iedere?|alle){S}(?:(?P<weekday>{WEEKDAY}(?:en)?)|(?P<unit>dag|week|maand|jaar|seizoen))|per{S}(?P<unit2>dag|week|maand|jaar|seizoen)|om{S}de{S}(?P<every>(?:{COUNT}{S})?(?:dag|dagen|week|weken|maand|maanden|jaar))|dagelijkse?|wekelijkse?|maandelijkse?|jaarlijkse?",
        lengths.recurrent,
    ),
    DateRule(
        "last-weekday",
        rf"(?<!ten[ ])(?:de{S})?laatste{S}(?P<weekday>{WEEKDAY})(?P<which>)(?P<ago>)"
        rf"(?!{S}(?:van|voor|in|met|zonder|op))",
        days.weekday,
    ),
    DateRule(
        "weekday",
        rf"(?:{WHICH})?(?P<weekday>{WEEKDAY}){PART_OF_DAY}?(?!{S}(?:hoofdklasse|amateurs))(?P<ago>{S}(?:jl\.|jongstleden))?",
        days.weekday,
    ),
    DateRule(
        "day-adverb",
        rf"eergister(?:en)?{PART_OF_DAY}?|gister(?:en)?{PART_OF_DAY}?|overmorgen|vandaag|van(?:avond|middag|ochtend|nacht|morgen)|deze{S}{PART_OF_DAY}|"
        rf"morgen(?:avond|middag|ochtend|namiddag|vroeg)?",
        days.day_adverb,
    ),
    DateRule(
        "within", rf"(?<=binnen[ ])(?:{WHICH})?(?P<length>{LENGTH})(?:{S}vanaf{S}(?:nu|vandaag))?", lengths.within
    ),
    DateRule(
        "from-day",
        rf"(?:over{S})?(?P<less>minder{S}dan{S})?(?P<length>{LENGTH}){S}(?:(?:gerekend{S})?(?P<side>vanaf|na|voor){S}(?P<day>nu|vandaag|morgen|gisteren)|in{S}de{S}toekomst)",
        lengths.from_day,
    ),
    DateRule("stretch", rf"{WHICH}(?P<length>{LENGTH})", lengths.stretch),
    DateRule(
        "ago",
        rf"(?:(?P<length>{LENGTH})|(?P<some>{_SOME}{LENGTH_UNIT})){S}(?:geleden|terug(?!{S}(?:zijn|is|te|naar|in|bij|op|komen|keren|verwacht)))|"
        rf"over{S}(?:(?:ruim|zo'n|bijna|ongeveer){S})?(?:(?P<length2>{LENGTH})|(?P<some2>{_SOME}{LENGTH_UNIT}))",
        lengths.ago,
    ),
    DateRule(
        "vague",
        rf"(?:{WHICH}|(?:de|deze){S}(?:aller)?laatste{S})(?:(?P<count>{COUNT}|paar|enkele){S})?(?P<unit>dagen|weken|maanden|jaren|jaar|seizoenen|tijd|weekends|weekenden)",
        lengths.vague,
    ),
    DateRule(
        "duration",
        rf"(?:(?:(?:de|het){S})?(?P<length2>(?:hele|gehele|volle){S}(?:dag|week|maand|jaar))|(?P<length>{LENGTH})|{_SOME}(?P<some>{LENGTH_UNIT}))(?!{S}(?:oud|oude|jong|jonge)(?!\w))",
        lengths.duration,
    ),
    DateRule(
        "contract-length",
        rf"(?P<length>(?:\d{{1,2}}(?:,5)?|[a-zé]{{2,24}}?)-?(?:jarige?|maands?e?))(?={S}(?:\w{{2,16}}{S})?(?:contract|verbintenis|overeenkomst|"
        rf"deal|samenwerking|huurcontract|arbeidscontract|profcontract|dienstverband|huurovereenkomst)(?!\w))",
        lengths.contract_length,
    ),
    DateRule(
        "decade",
        rf"(?:de{S})?jaren{S}(?P<decade>'?\d0(?!\d)|(?:19|20)\d0|{YEAR_IN_WORDS}|nul|tien|{any_of(TENS)})",
        years.decade,
    ),
    DateRule(
        "holiday",
        rf"(?:de{S})?(?P<name>(?:1e|2e){S}(?:kerst|paas|pinkster)dag|{any_of(sorted(HOLIDAYS))})(?:{S}(?:van{S})?(?P<year>{YEAR}))?",
        seasons.holiday,
    ),
    DateRule(
        "now",
        rf"momenteel|op{S}dit{S}moment|tot{S}op{S}heden|tot{S}(?:nu{S}toe|nog{S}toe|dusver)|tegenwoordig|binnenkort|weldra|onlangs|recentelijk",
        lengths.now,
    ),
    DateRule("present", "nu", days.present, range_only=True),
    DateRule("year-2000", f"(?P<year>tweeduizend(?:{S}?{UNDER_100})?(?!\\w))", years.year_in_words, range_only=True),
    DateRule("year-in-words", f"(?:het{S})?(?:jaar{S})?(?P<year>{YEAR_IN_ONE_WORD})", years.year_in_words),
    DateRule("year", rf"(?P<year>{DIGIT_YEAR})", years.bare_year),
)
