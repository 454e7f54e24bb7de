// SPDX-License-Identifier: EUPL-1.2
/* The rows of the catalogue; catalogue.h is the manual. */
#include "catalogue.h"

#include <stdio.h>

#include "policy/additionality.h"
#include "allocation/allocation.h"
#include "policy/inkind.h"
#include "policy/norms.h"
#include "policy/reach.h"
#include "allocation/round_table.h"
#include "policy/subsidy.h"

/* Read rather than formatted: a text breaks between its sentences. */
// clang-format off

/* ---- Parameters that several functions share: the same thing has the same text everywhere ------------------------ */

static const struct md_parameter total = {
    "total", .measure = MD_EUROS, .label = {"totaal", "total"},
    .description = {"Het bedrag in euro dat wordt verdeeld; een veelvoud van de eenheid. Negatief mag: een verrekening.",
                    "The amount in euros that is shared out; a multiple of the unit. May be negative: a settlement."},
};
static const struct md_parameter key = {
    "key", .label = {"sleutel", "key"},
    .description = {"De verdeelsleutel, bijvoorbeeld het aantal kinderen per gemeente. Neem geen totaalrij mee. "
                    "Leeg: geen ontvanger.",
                    "The allocation key, such as the number of children per municipality. Leave out a total row. "
                    "Blank: no recipient."},
};
static const struct md_parameter unit = {
    "unit", .optional = true, .label = {"eenheid", "unit"},
    .description = {"Elk bedrag is een veelvoud hiervan, in euro: 1, 0,01, 1000. Weggelaten: 1.",
                    "Every amount is a multiple of this, in euros: 1, 0.01 or 1000. Left out: 1."},
};
static const struct md_parameter method = {
    "method", .optional = true, .label = {"methode", "method"},
    .description = {"Grootste rest, sainte-laguë, d'hondt, adams of afgerond (telt niet altijd op). "
                    "Weggelaten: grootste rest.",
                    "Largest remainder, sainte-laguë, d'hondt, adams or rounded (may not add up). "
                    "Left out: largest remainder."},
};
static const struct md_parameter minimum = {
    "minimum", .measure = MD_EUROS, .optional = true, .label = {"minimum", "minimum"},
    .description = {"Zoveel krijgt elke ontvanger ten minste, in euro. Eén bedrag, of een celbereik zo groot als de sleutel. "
                    "Leeg of weggelaten: geen minimum.",
                    "Every recipient gets at least this, in euros. One amount, or a range as large as the key. "
                    "Blank or left out: no minimum."},
};
static const struct md_parameter maximum = {
    "maximum", .measure = MD_EUROS, .optional = true, .label = {"maximum", "maximum"},
    .description = {"Zoveel krijgt elke ontvanger ten hoogste, in euro. Eén bedrag, of een celbereik zo groot als de sleutel. "
                    "Leeg of weggelaten: geen maximum.",
                    "Every recipient gets at most this, in euros. One amount, or a range as large as the key. "
                    "Blank or left out: no maximum."},
};
static const struct md_parameter order = {
    "order", .optional = true, .label = {"volgorde", "order"},
    .description = {"Wie voorgaat bij een gelijke stand. Een celbereik zo groot als de sleutel, bijvoorbeeld met gemeentecodes. "
                    "Weggelaten: de volgorde van het blad.",
                    "Who goes first in a tie. A range as large as the key, for instance with municipality codes. "
                    "Left out: the order of the sheet."},
};
static const struct md_parameter baseline = {
    "baseline", .measure = MD_EUROS, .label = {"nulmeting", "baseline"},
    .description = {"De eigen lasten in euro vóór het extra geld. "
                    "0 of leeg is onbekend; was er geen beleid, vul dan in: geen.",
                    "Own spending in euros before the extra money. "
                    "0 or blank is unknown; without earlier policy, enter: none."},
};
static const struct md_parameter spending = {
    "spending", .measure = MD_EUROS, .label = {"uitgaven", "spending"},
    .description = {"Alle uitgaven aan dit beleid in euro, het extra geld meegeteld. "
                    "Begroting bij begroting, rekening bij rekening.",
                    "All spending on this policy in euros, the extra money included. "
                    "Budget with budget, account with account."},
};
static const struct md_parameter extra = {
    "extra", .measure = MD_GRANT, .label = {"extra geld", "extra money"},
    .description = {"Het extra geld dat dit jaar is ontvangen, in euro.", "The extra money received this year, in euros."},
};
static const struct md_parameter indexation = {
    "index", .measure = MD_SHARE, .optional = true, .label = {"indexatie", "index"},
    .description = {"De groei van de nulmeting: een percentage (2%), of een celbereik met jaarpercentages. Weggelaten: 0%.",
                    "The growth of the baseline: a rate (2%), or a range of yearly rates. Left out: 0%."},
};
static const struct md_parameter carried_in = {
    "carriedIn", .measure = MD_GRANT, .optional = true, .label = {"meegenomen", "carried in"},
    .description = {"Extra geld uit vorige jaren dat nu beschikbaar is (uit een bestemmingsreserve), in euro. Weggelaten: 0.",
                    "Extra money of earlier years that is available now, in euros. Left out: 0."},
};
static const struct md_parameter carried_out = {
    "carriedOut", .measure = MD_GRANT, .optional = true, .label = {"doorgeschoven", "carried out"},
    .description = {"Extra geld dat naar volgende jaren gaat (in een bestemmingsreserve), in euro. Weggelaten: 0.",
                    "Extra money that goes to later years, in euros. Left out: 0."},
};
static const struct md_parameter norm_name = {
    "name", .label = {"naam", "name"},
    .description = {"De naam, zoals bereik_bijstand of verdringing. KANSEN_NORMS toont alle namen.",
                    "The name, such as reach_assistance or displacement. KANSEN_NORMS shows all names."},
};
static const struct md_parameter norm_year = {
    "year", .measure = MD_YEAR, .optional = true, .label = {"jaar", "year"},
    .description = {"Het jaar waarvoor het moet gelden. Weggelaten: ongeacht het jaar.",
                    "The year in which it must hold. Left out: whatever the year."},
};
static const struct md_parameter language = {
    "language", .optional = true, .label = {"taal", "language"},
    .description = {"\"nl\" of \"en\": de taal van het antwoord. Weggelaten: Nederlands.",
                    "\"nl\" or \"en\": the language of the answer. Left out: Dutch."},
};

static md_explanation explain_itself;

/* ---- The functions ----------------------------------------------------------------------------------------------- */

const struct md_function md_catalogue[] = {
    {
        .method = "allocateDu",
        .name = "ALLOCATE_DU",
        .formula = md_allocate_du,
        .explanation = md_explain_allocate_du,
        .gives_several = true,
        .description =
            {"Geeft het bedrag van elke ontvanger, naar rato van de sleutel. In euro, samen precies het totaal. "
             "Een lege sleutel is geen ontvanger; is er één onbekend, dan is alles onbekend. "
             "Ctrl+Shift+Enter vult de hele kolom; Enter ook, over wat eronder staat heen, met =TRANSPONEREN(ALLOCATE_DU(…;TRANSPONEREN(…))).",
             "Returns the amount of every recipient, in proportion to the key. In euros, adding up to the total exactly. "
             "A blank key is no recipient; with one key unknown, all is unknown. "
             "Ctrl+Shift+Enter fills the whole column; so does Enter, over what stands below, with =TRANSPOSE(ALLOCATE_DU(…;TRANSPOSE(…)))."},
        .parameters = {
            &total, &key,
            &(const struct md_parameter){"position", .optional = true, .label = {"positie", "position"},
                .description = {"Alleen het bedrag van deze cel van de sleutel, geteld vanaf 1: "
                                "zo kan de formule omlaag worden gekopieerd. Weggelaten: alle bedragen.",
                                "Only the amount at this cell of the key, counted from 1, "
                                "so that the formula can be filled down. Left out: all amounts."}},
            &unit, &method, &minimum, &maximum, &order,
        },
        .examples = {
            {"100;{1|1|1}", "{34|33|33}",
             {"Drie gelijke sleutels: de euro die overblijft gaat naar de eerste.",
              "Three equal keys: the euro left over goes to the first."}},
            {"100;{50|30|20};2", "30", {"Alleen de tweede ontvanger.", "The second recipient alone."}},
            {"1000;{7|2|1};;;;150;600", "{600|250|150}", {"Niemand onder 150 of boven 600.", "Nobody below 150 or above 600."}},
            {"100;{1|1|1};;;\"afgerond\"", "{33|33|33}",
             {"Ieder apart afgerond: er blijft 1 euro over.", "Each rounded by itself: 1 euro is left."}},
            {"100;{50|\".\"|20}", "{#N/A|#N/A|#N/A}",
             {"Eén sleutel is onbekend, dus elk aandeel.", "One key is unknown, so every share is."}},
            {"100;{50|\"30\"|20};1", "#VALUE!", {"Een getal dat als tekst is ingevoerd.", "A number entered as text."}},
            {"100.5;{1|1};1", "#NUM!", {"Het totaal is geen hele euro.", "The total is no whole euro."}},
        },
    },
    {
        .method = "allocateDuSteps",
        .name = "ALLOCATE_DU_STEPS",
        .formula = md_allocate_du_steps,
        .explanation = md_explain_steps,
        .gives_several = true,
        .description =
            {"Geeft per ontvanger de stappen van de grootste rest, in zes kolommen: "
             "aandeel, exact bedrag, naar beneden afgerond, rest, rang van de rest, bedrag. In euro. "
             "Een lege sleutel geeft een lege rij.",
             "Returns the steps of the largest remainder for each recipient, in six columns: "
             "share, exact amount, rounded down, remainder, rank of the remainder, amount. In euros. "
             "A blank key gives an empty row."},
        .parameters = {&total, &key, &unit},
        .examples = {
            {"10;{1|1|2}", "{0.25;2.5;2;0.5;1;3|0.25;2.5;2;0.5;2;2|0.5;5;5;0;3;5}",
             {"De eerste twee hebben dezelfde rest; de eerste gaat voor.",
              "The first two have the same remainder; the first goes first."}},
            {"1;{1|3};0.25", "{0.25;0.25;0.25;0;2;0.25|0.75;0.75;0.75;0;1;0.75}",
             {"In kwartjes gaat het precies op.", "In quarters nothing is left."}},
            {"10;{1|\"onbekend\"}", "{#N/A;#N/A;#N/A;#N/A;#N/A;#N/A|#N/A;#N/A;#N/A;#N/A;#N/A;#N/A}",
             {"Een onbekende sleutel maakt alle stappen onbekend.", "An unknown key makes every step unknown."}},
            {"10;{0}", "{#DIV/0!;#DIV/0!;#DIV/0!;#DIV/0!;#DIV/0!;#DIV/0!}",
             {"De sleutels zijn samen 0.", "The keys add up to 0."}},
        },
    },
    {
        .method = "allocateDuCheck",
        .name = "ALLOCATE_DU_CHECK",
        .formula = md_allocate_du_check,
        .explanation = md_explain_check,
        .description =
            {"Geeft één zin over de verdeling: hoeveel ontvangers en euro's, of wat er mis is en in welke cel. "
             "Waarschuwt voor een totaalrij, lege cellen en een gelijke stand.",
             "Returns one sentence on the allocation: how many recipients and euros, or what is wrong and in which cell. "
             "Warns of a total row, blank cells and ties."},
        .parameters = {&total, &key, &unit, &method, &minimum, &maximum, &order, &language},
        .examples = {
            {"10000;{50|30|25}", "\"3 ontvangers, samen € 10.000\"", {"Alles klopt.", "All is well."}},
            {"10000;{50|30|25};;;;;;\"en\"", "\"3 recipients, together € 10,000\"", {"In het Engels.", "In English."}},
            {"100;{50|30|80}", "\"3 ontvangers, samen € 100. Let op: cel 3 is de som van alle andere; is dat een totaalrij?\"",
             {"De totaalrij is meegenomen.", "The total row was included."}},
            {"100;{1|1|1}", "\"3 ontvangers, samen € 100. Let op: 3 ontvangers hadden evenveel recht op de laatste € 1\"",
             {"Een gelijke stand.", "A tie."}},
            {"100;{50|\"x\"|20}", "\"cel 2 is onbekend: 'x', en dan is elk aandeel onbekend\"",
             {"Een onbekende sleutel.", "An unknown key."}},
            {"100;{50|\"1.234\"|20}", "\"cel 2 is tekst: '1.234'\"", {"Een getal als tekst.", "A number as text."}},
            {"100;{50|30};;;;;;\"fr\"", "Err:502", {"Die taal is er niet.", "There is no such language."}},
        },
    },
    {
        .method = "allocateSubsidy",
        .name = "ALLOCATE_SUBSIDY",
        .formula = md_allocate_subsidy,
        .explanation = md_explain_subsidy,
        .gives_several = true,
        .description =
            {"Geeft wat elke aanvraag krijgt zolang het plafond reikt: "
             "in volgorde van rang, de eerste die niet past krijgt de rest; of naar een andere regel. "
             "In euro. Een lege aanvraag telt niet mee.",
             "Returns what each request is granted while the ceiling lasts: "
             "in order of rank, the first that does not fit gets what is left; or by another rule. "
             "In euros. A blank request does not count."},
        .parameters = {
            &(const struct md_parameter){"ceiling", .measure = MD_EUROS, .label = {"plafond", "ceiling"},
                .description = {"Het subsidieplafond in euro.", "The most that can be granted in all, in euros."}},
            &(const struct md_parameter){"requested", .measure = MD_EUROS, .label = {"aangevraagd", "requested"},
                .description = {"De aangevraagde bedragen in euro. Leeg: geen aanvraag.",
                                "The amounts requested, in euros. Blank: no request."}},
            &(const struct md_parameter){"eligible", .optional = true, .label = {"komt in aanmerking", "eligible"},
                .description = {"Ja of nee (1 of 0) per aanvraag, een celbereik zo groot als de aanvragen. Leeg is onbekend. "
                                "Weggelaten: allemaal ja.",
                                "Yes or no (1 or 0) for each request, a range like the requests. Blank is unknown. "
                                "Left out: all yes."}},
            &(const struct md_parameter){"rank", .optional = true, .label = {"rang", "rank"},
                .description = {"De volgorde, 1 eerst, een celbereik zo groot als de aanvragen. Leeg is onbekend. "
                                "Weggelaten: de volgorde van de lijst.",
                                "The order, 1 first, a range like the requests. Blank is unknown. "
                                "Left out: the order of the list."}},
            &(const struct md_parameter){"position", .optional = true, .label = {"positie", "position"},
                .description = {"Alleen het bedrag van deze cel van de aanvragen, geteld vanaf 1. Weggelaten: alle bedragen.",
                                "Only the amount at this cell of the requests, counted from 1. Left out: all amounts."}},
            &(const struct md_parameter){"rule", .optional = true, .label = {"regel", "rule"},
                .description = {"Op volgorde, alles of niets (past het niet, dan 0), naar rato "
                                "of gelijk (ieder evenveel, hoogstens het gevraagde). Weggelaten: op volgorde.",
                                "In order, all or nothing (what does not fit gets 0), pro rata "
                                "or equal (the same for all, at most what was asked). Left out: in order."}},
        },
        .examples = {
            {"100;{60|50|30}", "{60|40|0}",
             {"De tweede past niet meer en krijgt de rest.", "The second no longer fits and gets what is left."}},
            {"100;{60|50|30};{\"ja\"|\"nee\"|\"ja\"}", "{60|0|30}",
             {"De tweede komt niet in aanmerking.", "The second is not eligible."}},
            {"100;{60|50|30};;{3|1|2}", "{20|50|30}", {"In volgorde van rang.", "In order of rank."}},
            {"100;{60|50|30};;;;\"alles of niets\"", "{60|0|30}",
             {"De tweede past niet meer en krijgt niets; de derde past wel.",
              "The second no longer fits and gets nothing; the third does fit."}},
            {"100;{60|50|30};;;;\"naar rato\"", "{42.86|35.71|21.43}",
             {"Ieder krijgt 100/140 van wat is gevraagd, op de cent.", "Each gets 100/140 of what was asked, to the cent."}},
            {"100;{60|50|20};;;;\"gelijk\"", "{40|40|20}",
             {"De derde vroeg 20; de andere twee delen de rest.", "The third asked 20; the other two share the rest."}},
            {"100;{60|\"onbekend\"|30}", "{60|#N/A|#N/A}",
             {"Wat na een onbekende aanvraag komt, is ook onbekend.", "What comes after an unknown request is unknown too."}},
            {"-1;{60|50};;;1", "#NUM!", {"Een plafond is niet negatief.", "A ceiling is not negative."}},
        },
    },
    {
        .method = "reachPct",
        .name = "REACH_PCT",
        .formula = md_reach_pct,
        .explanation = md_explain_reach_pct,
        .description =
            {"Geeft het deel van de doelgroep dat is bereikt, als getal: 0,81 is 81%. De uitkomst kan boven 100% liggen. "
             "Bij een celbereik telt een plaats alleen mee als beide getallen bekend zijn; lege cellen tellen niet mee.",
             "Returns the share of the target group that was reached, as a number: 0.81 is 81%. It may be above 100%. "
             "In a range a place counts only where both numbers are known; blank cells do not count."},
        .parameters = {
            &(const struct md_parameter){"reached", .label = {"bereikt", "reached"},
                .description = {"Unieke kinderen die zijn bereikt; geen aanvragen, gezinnen of voorzieningen.",
                                "Unique children reached; not applications, families or provisions."}},
            &(const struct md_parameter){"target", .label = {"doelgroep", "target"},
                .description = {"Kinderen in de doelgroep: een celbereik zo groot als het eerste, "
                                "of één getal voor alle aanbieders samen.",
                                "Children in the target group: a range like the first, "
                                "or one number for all providers together."}},
            &(const struct md_parameter){"overlap", .optional = true, .label = {"dubbel geteld", "overlap"},
                .description = {"Kinderen die bij meer aanbieders zijn geteld, bij één doelgroep. Weggelaten: 0.",
                                "Children whom several providers counted, with one target group. Left out: 0."}},
        },
        .examples = {
            {"2623;4300", "0.61", {"Haarlem 2017.", "Haarlem 2017."}},
            {"{120|80};{200|100}", "0.666666666666667",
             {"Twee plaatsen: 200 van 300 kinderen.", "Two places: 200 of 300 children."}},
            {"{120|\"onbekend\"};{200|100}", "0.6",
             {"De tweede plaats is onbekend en telt niet mee.", "The second place is unknown and does not count."}},
            {"{120|80};250;20", "0.72", {"Twee aanbieders, 20 kinderen dubbel.", "Two providers, 20 children counted twice."}},
            {"555;\"onbekend\"", "#N/A",
             {"Heusden 2021: de doelgroep is onbekend.", "Heusden 2021: the target group is unknown."}},
            {"555;0", "#DIV/0!", {"Er is geen doelgroep.", "There is no target group."}},
            {"-1;100", "#NUM!", {"Een aantal kinderen is niet negatief.", "A number of children is not negative."}},
        },
    },
    {
        .method = "reachCoverage",
        .name = "REACH_COVERAGE",
        .formula = md_reach_coverage,
        .explanation = md_explain_reach_coverage,
        .description =
            {"Geeft het deel van de plaatsen waar bereik en doelgroep allebei bekend zijn, als percentage. "
             "Zo ziet u voor welk deel van de plaatsen REACH_PCT geldt. Een plaats met twee lege cellen telt niet mee.",
             "Returns the share of the places where both reach and target group are known, as a percentage. "
             "It shows for which part of the places REACH_PCT holds. A place with two blank cells does not count."},
        .parameters = {
            &(const struct md_parameter){"reached", .label = {"bereikt", "reached"},
                .description = {"Bereikte kinderen per plaats.", "Children reached in each place."}},
            &(const struct md_parameter){"target", .label = {"doelgroep", "target"},
                .description = {"Kinderen in de doelgroep per plaats, een celbereik zo groot als het eerste.",
                                "Children in the target group in each place, a range like the first."}},
        },
        .examples = {
            {"{120|\"onbekend\"|50|30};{200|100|\"x\"|60}", "0.5",
             {"Van twee van de vier plaatsen is alles bekend.", "All is known of two of the four places."}},
            {"{120|80};{200|100}", "1", {"Alles is bekend.", "All is known."}},
            {"{\"onbekend\"};{200}", "0", {"Niets is bekend.", "Nothing is known."}},
            {"{120|80};{200}", "Err:502", {"De celbereiken zijn niet even groot.", "The ranges differ in size."}},
        },
    },
    {
        .method = "reachGap",
        .name = "REACH_GAP",
        .formula = md_reach_gap,
        .explanation = md_explain_reach_gap,
        .description =
            {"Geeft hoeveel kinderen er nog bij moeten om de ambitie te halen. Is de ambitie gehaald, dan is dat 0. "
             "Alleen plaatsen waar beide getallen bekend zijn tellen mee.",
             "Returns how many more children must be reached to meet the ambition. If it is met, that is 0. "
             "Only places where both numbers are known count."},
        .parameters = {
            &(const struct md_parameter){"reached", .label = {"bereikt", "reached"},
                .description = {"Unieke kinderen die zijn bereikt.", "Unique children reached."}},
            &(const struct md_parameter){"target", .label = {"doelgroep", "target"},
                .description = {"Kinderen in de doelgroep: een celbereik zo groot als het eerste, of één getal.",
                                "Children in the target group: a range like the first, or one number."}},
            &(const struct md_parameter){"ambition", .measure = MD_SHARE, .label = {"ambitie", "ambition"},
                .description = {"Het deel dat bereikt moet worden: 75%, of de naam van een ambitie, zoals bereik_werkend.",
                                "The share to be reached: 75%, or the name of an ambition, such as reach_working."}},
        },
        .examples = {
            {"60;101;0.75", "16",
             {"Drie kwart van 101 is 75,75: nog 16 kinderen.", "Three quarters of 101 is 75.75: 16 more children."}},
            {"340;500;\"bereik_bijstand\"", "160",
             {"Tot de ambitie voor kinderen in de bijstand.", "To the ambition for children on assistance."}},
            {"90;100;0.75", "0", {"De ambitie is al gehaald.", "The ambition is met already."}},
            {"60;\"onbekend\";0.75", "#N/A", {"De doelgroep is onbekend.", "The target group is unknown."}},
            {"60;100;75", "#NUM!", {"75 is te groot: typ 75%.", "75 is too large: type 75%."}},
        },
    },
    {
        .method = "inkindShare",
        .name = "INKIND_SHARE",
        .formula = md_inkind_share,
        .explanation = md_explain_inkind_share,
        .description =
            {"Geeft het deel van het geld dat in natura bij kinderen komt, als deel van het bedrag dat u kiest: besteed, ontvangen, "
             "of een eigen bedrag. Een leeg bedrag telt niet mee; een onbekend bedrag maakt het antwoord onbekend.",
             "Returns the part of the money that reaches children in kind, as a part of the amount that you choose: spent, received, "
             "or one of your own. A blank amount does not count; an unknown amount makes the answer unknown."},
        .parameters = {
            &(const struct md_parameter){"amounts", .measure = MD_EUROS, .label = {"bedragen", "amounts"},
                .description = {"De bedragen in euro. Een correctie mag negatief zijn.",
                                "The amounts in euros. A correction may be negative."}},
            &(const struct md_parameter){"classes", .label = {"soorten", "classes"},
                .description = {"Per bedrag: in natura, kinderarmoede anders, generiek of niet besteed. Leeg is onbekend.",
                                "For each amount: in kind, child poverty otherwise, generic or unspent. Blank is unknown."}},
            &(const struct md_parameter){"denominator", .measure = MD_EUROS, .label = {"noemer", "denominator"},
                .description = {"Waarvan het een deel is: besteed (zonder niet besteed), ontvangen (alles), "
                                "of een bedrag in euro.",
                                "What it is a part of: spent (without unspent), received (all), or an amount in euros."}},
            &(const struct md_parameter){"class", .optional = true, .label = {"soort", "class"},
                .description = {"De soort waarvan u het deel wilt weten, of breder: alles wat anders dan in natura is besteed. Weggelaten: in natura.",
                                "The class whose share you want, or broader: all that was spent other than in kind. Left out: in kind."}},
        },
        .examples = {
            {"{45|15|20|20};{\"in natura\"|\"kinderarmoede anders\"|\"generiek\"|\"niet besteed\"};\"besteed\"", "0.5625",
             {"45 van de 80 die is besteed.", "45 of the 80 spent."}},
            {"{45|15|20|20};{\"in natura\"|\"kinderarmoede anders\"|\"generiek\"|\"niet besteed\"};\"ontvangen\"", "0.45",
             {"45 van de 100 die is ontvangen.", "45 of the 100 received."}},
            {"{45|15|20|20};{\"in kind\"|\"child poverty otherwise\"|\"generic\"|\"unspent\"};\"spent\";\"generic\"", "0.25",
             {"Een andere soort.", "Another class."}},
            {"{45|15|20|20};{\"in natura\"|\"kinderarmoede anders\"|\"generiek\"|\"niet besteed\"};\"ontvangen\";\"breder\"", "0.35",
             {"15 en 20 van de 100: dit hoort naast breder_laag. Wat generiek is, valt buiten die ruimte.",
              "15 and 20 of the 100: to be held against broader_room_low. What is generic falls outside that room."}},
            {"{45|\"onbekend\"};{\"in natura\"|\"generiek\"};\"besteed\"", "#N/A",
             {"Onbekend wat er is besteed.", "Unknown what was spent."}},
            {"{45|55};{\"in natura\"|\"sport\"};\"besteed\"", "Err:502",
             {"\"Sport\" is geen soort.", "\"Sport\" is no class."}},
        },
    },
    {
        .method = "additionality",
        .name = "ADDITIONALITY",
        .formula = md_additionality,
        .explanation = md_explain_additionality,
        .description =
            {"Geeft welk deel van het extra geld boven op het eigen beleid kwam: 1 (100%) is alles. "
             "De uitkomst kan onder 0% of boven 100% liggen. Is de nulmeting 0 of leeg, dan is de uitkomst onbekend.",
             "Returns which part of the extra money came on top of own policy: 1 (100%) is all of it. "
             "It may be below 0% or above 100%. If the baseline is 0 or blank, it is unknown."},
        .parameters = {&baseline, &spending, &extra, &indexation, &carried_in, &carried_out},
        .examples = {
            {"450000;979000;529000", "1", {"Haarlemmermeer 2018.", "Haarlemmermeer 2018."}},
            {"22700;20814;2000", "-0.943",
             {"Utrecht, rekening 2016 en 2017, × € 1.000.", "Utrecht, accounts 2016 and 2017, × € 1,000."}},
            {"100000;160000;60000;{0.02|0.02}", "0.932666666666667", {"Twee jaar 2% groei.", "Two years of 2% growth."}},
            {"\"geen\";40000;60000;;;20000", "1",
             {"Geen eerder beleid; 20.000 gaat door naar volgend jaar.", "No earlier policy; 20,000 goes to next year."}},
            {"\"onbekend\";40000;60000", "#N/A", {"De nulmeting is onbekend.", "The baseline is unknown."}},
            {"0;40000;60000", "#N/A", {"Een nulmeting van 0 is onbekend.", "A baseline of 0 is unknown."}},
            {"100000;100000;0", "#DIV/0!", {"Er was geen extra geld.", "There was no extra money."}},
            {"100000;160000;60000;1.02", "#NUM!", {"1,02 is een factor; typ 2%.", "1.02 is a factor; type 2%."}},
        },
    },
    {
        .method = "additionalityClass",
        .name = "ADDITIONALITY_CLASS",
        .formula = md_additionality_class,
        .explanation = md_explain_additionality_class,
        .description =
            {"Geeft in één woord of het extra geld boven op het eigen beleid kwam: "
             "volledig (100% of meer), deels, niet (0% of minder) of onbekend. De grenzen zijn onze keuze. "
             "Is de nulmeting 0 of leeg, dan is het antwoord onbekend.",
             "Returns in one word whether the extra money came on top of own policy: "
             "fully (100% or more), partly, not (0% or less) or unknown. The limits are our choice. "
             "A baseline of 0 or blank is unknown."},
        .parameters = {&baseline, &spending, &extra, &indexation, &carried_in, &carried_out, &language},
        .examples = {
            {"450000;979000;529000", "\"volledig\"", {"Haarlemmermeer 2018.", "Haarlemmermeer 2018."}},
            {"22700;24240;2000", "\"deels\"",
             {"Utrecht, rekening 2016 en begroting 2017.", "Utrecht, account 2016 and budget 2017."}},
            {"22700;20814;2000;;;;\"en\"", "\"not\"", {"Utrecht, rekening 2016 en 2017.", "Utrecht, accounts 2016 and 2017."}},
            {"\"onbekend\";20814;2000", "\"onbekend\"", {"De nulmeting is onbekend.", "The baseline is unknown."}},
            {"\"12\";20814;2000", "#VALUE!", {"Een getal dat als tekst is ingevoerd.", "A number entered as text."}},
        },
    },
    {
        .method = "displacement",
        .name = "DISPLACEMENT",
        .formula = md_displacement,
        .explanation = md_explain_displacement,
        .description =
            {"Geeft hoeveel euro van het extra geld in de plaats kwam van eigen geld. "
             "Wat breder is besteed, vrijviel of doorschuift, verdringt niets. Met nulmeting geen is het 0; "
             "is de nulmeting 0 of leeg, dan is het onbekend.",
             "Returns how many euros of the extra money replaced own money. "
             "What was spent more broadly, fell free or is carried over displaces nothing. With baseline none it is 0; "
             "if the baseline is 0 or blank, it is unknown."},
        .parameters = {
            &baseline, &spending, &extra, &indexation, &carried_in, &carried_out,
            &(const struct md_parameter){"extraSpent", .measure = MD_EUROS, .optional = true, .label = {"extra geld besteed", "extra money spent"},
                .description = {"Het deel van het extra geld dat aan dit beleid is besteed, in euro. "
                                "Weggelaten: alles wat beschikbaar was.",
                                "The part of the extra money that was spent on this policy, in euros. "
                                "Left out: all that was available."}},
        },
        .examples = {
            {"100000;140000;60000", "20000",
             {"40.000 kwam erbij, 20.000 kwam in de plaats van eigen geld.", "40,000 was added, 20,000 replaced own money."}},
            {"400000;580000;250000;;;25000;195000", "15000",
             {"45.000 kwam er niet bij: 30.000 is breder besteed of viel vrij, 15.000 kwam in de plaats van eigen geld.",
              "45,000 did not come on top: 30,000 was spent more broadly or fell free, 15,000 replaced own money."}},
            {"100000;160000;60000", "0", {"Alles kwam erbij.", "All of it was added."}},
            {"\"geen\";40000;60000", "0",
             {"Zonder eerder beleid is er geen eigen geld om te vervangen.",
              "Without earlier policy there is no own money to replace."}},
            {"100000;140000;60000;;;20000", "0",
             {"Wat doorschuift is niet verdrongen.", "What is carried over is not displaced."}},
            {"\"onbekend\";140000;60000", "#N/A", {"De nulmeting is onbekend.", "The baseline is unknown."}},
            {"100000;140000;60000;;;;70000", "#NUM!",
             {"Er kan niet meer zijn besteed dan er was.", "No more can be spent than there was."}},
        },
    },
    {
        .method = "norm",
        .name = "KANSEN_NORM",
        .formula = md_kansen_norm,
        .explanation = md_explain_norm,
        .description =
            {"Geeft de waarde van een bedrag, ambitie, voorwaarde, ruimte of streefwaarde uit de brieven: "
             "in euro per jaar, of als getal van 0 tot 1 (0,81 is 81%). De naam mag niet leeg zijn.",
             "Returns the value of an amount, ambition, condition, room or target from the letters: "
             "in euros a year, or as a number from 0 to 1 (0.81 is 81%). The name may not be blank."},
        .parameters = {&norm_name, &norm_year},
        .examples = {
            {"\"bereik_werkend\"", "@reach_working",
             {"Bereik onder kinderen van werkende ouders.", "Reach among children of working parents."}},
            {"\"total\";2017", "@total", {"Het geld van 2017.", "The money of 2017."}},
            {"\"bereik_werkend\";\"onbekend\"", "#N/A", {"Het jaar is onbekend.", "The year is unknown."}},
            {"\"bereik_werkend\";2017", "#NUM!", {"Die ambitie gold niet in 2017.", "That ambition did not hold in 2017."}},
            {"\"verdringing\"", "Err:502",
             {"Een afspraak zonder getal: zie KANSEN_SOURCE.", "An agreement without a number: see KANSEN_SOURCE."}},
            {"\"winst\"", "Err:502", {"Die naam is er niet.", "There is no such name."}},
        },
    },
    {
        .method = "normSource",
        .name = "KANSEN_SOURCE",
        .formula = md_kansen_source,
        .explanation = md_explain_source,
        .description =
            {"Geeft waar een bedrag, ambitie of afspraak staat: de brief, de datum, het nummer en de hele zin. "
             "Wat buiten de aanhalingstekens staat, is van ons. De naam mag niet leeg zijn.",
             "Returns where an amount, ambition or agreement is written: the letter, its date, its number and the whole (Dutch) "
             "sentence. What stands outside the quotation marks is ours. The name may not be blank."},
        .parameters = {&norm_name, &norm_year, &language},
        .examples = {
            {"\"bereik_werkend\"", "@source:reach_working", {"De brief met de ambitie.", "The letter with the ambition."}},
            {"\"verdringing\"", "@source:displacement",
             {"De afspraak dat eigen geld niet verdwijnt.", "The agreement that own money does not disappear."}},
            {"\"du\";\"onbekend\"", "#N/A", {"Het jaar is onbekend.", "The year is unknown."}},
            {"\"winst\"", "Err:502", {"Die naam is er niet.", "There is no such name."}},
        },
    },
    {
        .method = "norms",
        .name = "KANSEN_NORMS",
        .formula = md_kansen_norms,
        .explanation = md_explain_norms,
        .gives_several = true,
        .description =
            {"Geeft alle bedragen, ambities en afspraken in vijf kolommen: "
             "naam, jaren, waarde, soort en bron, met een kopregel. Een afspraak heeft geen waarde. Voer in als matrixformule.",
             "Returns all amounts, ambitions and agreements in five columns: "
             "name, years, value, kind and source, with a heading. An agreement has no value. Enter as an array formula."},
        .parameters = {&language},
        .examples = {
            {"\"nl\"", "\"naam\"", {"Linksboven staat de eerste kop.", "At the top left is the first heading."}},
            {"\"en\"", "\"name\"", {"In het Engels.", "In English."}},
            {"\"onbekend\"", "Err:502", {"Onbekend is geen taal.", "Unknown is no language."}},
        },
    },
    {
        .method = "checkNorm",
        .name = "CHECK_NORM",
        .formula = md_check_norm,
        .explanation = md_explain_check_norm,
        .description =
            {"Geeft het oordeel over een waarde: voldoet, let op (tussen een lage en een hoge grens), voldoet niet, "
             "geen norm (in dat jaar) of onbekend. De waarde is een getal van 0 tot 2: 0,81 of 81%. Leeg is onbekend.",
             "Returns the verdict on a value: meets, beware (caution: between a low and a high bound), fails, "
             "no norm (in that year) or unknown. The value is a number from 0 to 2: 0.81 or 81%. Blank is unknown."},
        .parameters = {
            &(const struct md_parameter){"value", .measure = MD_SHARE, .label = {"waarde", "value"},
                .description = {"De waarde om te toetsen, van 0 tot 2: 0,81 of 81%. Leeg is onbekend.",
                                "The value to check, from 0 to 2: 0.81 or 81%. Blank is unknown."}},
            &(const struct md_parameter){"name", .measure = MD_SHARE, .label = {"naam of getal", "name or number"},
                .description = {"De naam, zoals bereik_bijstand. Of een getal: de eigen ambitie van de gemeente, ten minste. "
                                "Als getal is 0 of leeg onbekend.",
                                "The name, such as reach_assistance. Or a number: the municipality's own ambition, at least. "
                                "As a number, 0 or blank is unknown."}},
            &norm_year, &language,
        },
        .examples = {
            {"0.81;\"bereik_werkend\"", "\"voldoet\"", {"Boven de ambitie.", "Above the ambition."}},
            {"0.61;\"reach_working\";2021;\"en\"", "\"fails\"", {"Onder de ambitie.", "Below the ambition."}},
            {"0.81;\"bereik_werkend\";2024", "\"geen norm\"",
             {"De landelijke ambitie was voor 2021.", "The national ambition was for 2021."}},
            {"0.81;0.8;2024", "\"voldoet\"", {"De gemeente stelde zelf 80%.", "The municipality set 80% itself."}},
            {"0.18;\"breder_laag\"", "\"let op\"",
             {"18% is anders dan in natura besteed: tussen de lage en de hoge grens.",
              "18% was spent other than in kind: between the low and the high bound."}},
            {"\"onbekend\";\"bereik_werkend\"", "\"onbekend\"", {"Een onbekende waarde.", "An unknown value."}},
            {"81;\"bereik_werkend\"", "#NUM!", {"81 is te groot: typ 81%.", "81 is too large: type 81%."}},
            {"0.81;\"du\"", "Err:502", {"Een bedrag is geen norm.", "An amount is no norm."}},
        },
    },
    {
        .method = "povertyTarget",
        .name = "POVERTY_TARGET",
        .formula = md_poverty_target,
        .explanation = md_explain_poverty_target,
        .description =
            {"Geeft de streefwaarde voor kinderen in armoede in een jaar, van 0 tot 1, op de rechte lijn van 2015 naar 2030. "
             "Die lijn is onze aanname. Alleen voor de oude meting, van vóór oktober 2024. Een leeg jaar is onbekend.",
             "Returns the target for children in poverty in a year, from 0 to 1, on the straight line from 2015 to 2030. "
             "That line is our assumption. Only for the old measure, of before October 2024. A blank year is unknown."},
        .parameters = {
            &(const struct md_parameter){"year", .measure = MD_YEAR, .label = {"jaar", "year"},
                .description = {"Een jaar op de lijn.", "A year on the line."}},
            &(const struct md_parameter){"startYear", .optional = true, .label = {"beginjaar", "start year"},
                .description = {"Waar de lijn begint. Weggelaten: het jaar van armoede_2015.",
                                "Where the line starts. Left out: the year of poverty_2015."}},
            &(const struct md_parameter){"start", .measure = MD_SHARE, .optional = true, .label = {"beginwaarde", "start value"},
                .description = {"Het aandeel in het beginjaar. Weggelaten: de waarde van armoede_2015.",
                                "The share in the start year. Left out: the value of poverty_2015."}},
            &(const struct md_parameter){"endYear", .optional = true, .label = {"eindjaar", "end year"},
                .description = {"Waar de lijn eindigt. Weggelaten: het jaar van armoede_2030.",
                                "Where the line ends. Left out: the year of poverty_2030."}},
            &(const struct md_parameter){"end", .measure = MD_SHARE, .optional = true, .label = {"eindwaarde", "end value"},
                .description = {"Het aandeel in het eindjaar. Weggelaten: de waarde van armoede_2030.",
                                "The share in the end year. Left out: the value of poverty_2030."}},
        },
        .examples = {
            {"2015", "@poverty_2015", {"Het begin van de lijn.", "The start of the line."}},
            {"2022;2020;0.1;2024;0.06", "0.08", {"Een eigen lijn.", "A line of one's own."}},
            {"\"onbekend\"", "#N/A", {"Het jaar is onbekend.", "The year is unknown."}},
            {"2031", "#NUM!", {"De lijn eindigt in 2030.", "The line ends in 2030."}},
        },
    },
    {
        .method = "roundTable",
        .name = "ROUND_TABLE",
        .formula = md_round_table,
        .explanation = md_explain_round_table,
        .gives_several = true,
        .description =
            {"Geeft de tabel in ronde bedragen waarvan elke rij, elke kolom en het geheel precies optellen. "
             "In euro, zo dicht mogelijk bij de exacte bedragen en totalen. Een lege cel blijft leeg.",
             "Returns the table in round amounts of which every row, every column and the whole add up exactly. "
             "In euros, as near as can be to the exact amounts and totals. A blank cell stays blank."},
        .parameters = {
            &(const struct md_parameter){"table", .measure = MD_EUROS, .label = {"tabel", "table"},
                .description = {"De exacte bedragen in euro, zonder totalen: die maakt de functie zelf. Negatief mag. "
                                "Leeg: er is niets.",
                                "The exact amounts in euros, without totals: the function makes those. May be negative. "
                                "Blank: nothing is there."}},
            &(const struct md_parameter){"unit", .optional = true, .label = {"eenheid", "unit"},
                .description = {"Elk bedrag wordt een veelvoud hiervan, in euro: 1000, 100 of 1. Weggelaten: 1000.",
                                "Every amount becomes a multiple of this, in euros: 1000, 100 or 1. Left out: 1000."}},
            &(const struct md_parameter){"totals", .optional = true, .label = {"totalen", "totals"},
                .description = {"Ja (1) zet er een kolom met rijtotalen en een rij met kolomtotalen bij. Weggelaten: nee.",
                                "Yes (1) adds a column of row totals and a row of column totals. Left out: no."}},
        },
        .examples = {
            {"{1400;1400;1200}", "{2000;1000;1000}",
                {"Samen € 4.000; ieder apart afgerond zou het € 3.000 zijn.",
                 "Together € 4,000; each rounded by itself would make it € 3,000."}},
            {"{1600;1600|1700;1100};1000;1", "{1000;2000;3000|2000;1000;3000|3000;3000;6000}",
                {"Met totalen. Gewoon afgerond is 2000 + 2000 in de eerste rij geen 3000.",
                 "With totals. Rounded as usual, 2000 + 2000 in the first row is not 3000."}},
            {"{1600;\"onbekend\"|1700;1100};;\"ja\"", "{1000;#N/A;#N/A|2000;1000;3000|3000;#N/A;#N/A}",
                {"Eén bedrag is onbekend, en dus ook zijn totalen.", "One amount is unknown, and so are its totals."}},
            {"{12.344|12.344|12.312};0.01", "{12.35|12.34|12.31}",
                {"Op de cent.", "To the cent."}},
            {"{1600|\"1.700\"}", "{2000|#VALUE!}", {"Een getal dat als tekst is ingevoerd.", "A number entered as text."}},
            {"{1600|1700};0", "{#NUM!|#NUM!}", {"Een eenheid is meer dan 0.", "A unit is more than 0."}},
        },
    },
    {
        .method = "explain",
        .name = "KANSEN_EXPLAIN",
        .formula = md_kansen_explain,
        .explanation = explain_itself,
        .description =
            {"Geeft in één zin wat een andere functie met dezelfde gegevens doet: wat meetelt, wat onbekend is, "
             "en bij een fout welke cel het is en wat erin staat. Een lege cel betekent hier wat zij in die functie betekent.",
             "Returns in one sentence what another function does with the same data: what counts, what is unknown, "
             "and where there is an error which cell it is and what it holds. A blank cell means here what it means in that function."},
        .parameters = {
            &(const struct md_parameter){"function", .label = {"functie", "function"},
                .description = {"De naam van de functie tussen aanhalingstekens: \"REACH_PCT\".",
                                "The name of the function in quotation marks: \"REACH_PCT\"."}},
            &language,
            &(const struct md_parameter){"argument", .optional = true, .repeats = true, .label = {"gegeven", "argument"},
                .description = {"Wat de functie zelf tussen haakjes krijgt, in dezelfde volgorde. Weggelaten: niets.",
                                "What the function itself gets between brackets, in the same order. Left out: nothing."}},
        },
        .examples = {
            {"\"REACH_PCT\";;{120|\"onbekend\"};{250|100}",
             "\"120 van 250 kinderen bereikt (48%), in 1 van de 2 plaatsen; cel 2 van het aantal bereikte kinderen is onbekend: 'onbekend'\"",
             {"Wat meetelt, en wat niet.", "What counts, and what does not."}},
            {"\"ADDITIONALITY\";\"en\";100000;140000;40000;0.02",
             "\"baseline € 100,000 × 1.02 = € 102,000; spending € 140,000; on top € 38,000 of € 40,000 = 95%\"",
             {"De hele som, in het Engels.", "The whole sum, in English."}},
            {"\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"sport\"};\"besteed\"",
             "\"cel 2 van de kolom met soorten is onbekend: 'sport'; kies in natura, kinderarmoede anders, generiek of niet besteed\"",
             {"Waarom er een fout is.", "Why there is an error."}},
            {"\"REACH_PCT\";\"fr\";120;250", "Err:502", {"Alleen Nederlands en Engels.", "Only Dutch and English."}},
        },
    },
};
// clang-format on

const size_t md_catalogue_length = sizeof md_catalogue / sizeof *md_catalogue;

size_t md_parameter_count(const struct md_function *function)
{
    size_t count = 0;
    while (function->parameters[count] != NULL)
        count++;
    return count;
}

/* ---- KANSEN_EXPLAIN (catalogue.h, sentence 5) -------------------------------------------------------------------- */

enum md_status md_explain(const struct md_function *function, const struct md_argument *arguments, struct md_sentence *sentence,
                          struct md_memory *memory)
{
    static const struct md_name name = {.name = {"de taal", "the language"}, .words = {"nl of en", "nl or en"}};
    int chosen;
    sentence->warned = sentence->doubted = false;
    for (size_t i = 0; function->parameters[i] != NULL; i++) {
        if (function->parameters[i] != &language || md_one_word(&arguments[i], md_languages, MD_DUTCH, &chosen) == MD_OK)
            continue;
        const struct md_cause cause = {MD_ARGUMENT, i, 0, NULL};
        md_say_cause(sentence, &cause, &arguments[i], &name);
        return MD_ARGUMENT;
    }
    return function->explanation(arguments, sentence, memory);
}

/* Is it the name of the function, or SERVICE.METHOD as documents store it? */
static bool is_called(const struct md_function *function, struct md_text text)
{
    enum { LONGEST_NAME = 64 };
    const char *names[] = {function->name, function->method};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char spelling[LONGEST_NAME];
        snprintf(spelling, sizeof spelling, "%s%s", i == 0 ? "" : "meedoen.budget.", names[i]);
        for (char *c = spelling; *c != 0; c++)
            *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + ('a' - 'A') : *c);
        if (md_is_word(text, spelling))
            return true;
    }
    return false;
}

static const struct md_function *function_called(const struct md_argument *argument)
{
    for (size_t i = 0; md_count(argument) == 1 && i < md_catalogue_length; i++) {
        if (is_called(&md_catalogue[i], md_text_at(argument, 0)))
            return &md_catalogue[i];
    }
    return NULL;
}

static void say_no_function(struct md_sentence *sentence, const struct md_argument *argument)
{
    if (md_count(argument) == 0) {
        md_say(sentence, "de naam van de functie ontbreekt", "the name of the function is missing");
    } else if (md_count(argument) > 1) {
        md_say(sentence, "de naam van de functie moet één cel zijn", "the name of the function must be one cell");
    } else {
        md_say(sentence, "er is geen functie met de naam ", "there is no function with the name ");
        md_say_quote(sentence, argument, 0);
    }
    md_say(sentence, "; kies ", "; choose ");
    for (size_t i = 0; i < md_catalogue_length; i++) {
        md_append(sentence, md_catalogue[i].name);
        if (i + 2 < md_catalogue_length)
            md_append(sentence, ", ");
        else if (i + 2 == md_catalogue_length)
            md_say(sentence, " of ", " or ");
    }
}

static void say_too_many(struct md_sentence *sentence, const struct md_function *function, size_t given)
{
    static const struct md_bilingual one = {"gegeven", "argument"}, many = {"gegevens", "arguments"};
    md_append(sentence, function->name);
    md_say(sentence, " krijgt ten hoogste ", " takes at most ");
    md_say_count(sentence, md_parameter_count(function), one, many);
    md_say(sentence, ", en hier zijn het er ", ", and here are ");
    md_say_number(sentence, (double)given);
}

/* The arguments of KANSEN_EXPLAIN: the function's name, the language, and from OWN the function's own. */
enum { FUNCTION, LANGUAGE, OWN };

static enum md_status explain_other(const struct md_call *call, struct md_sentence *sentence)
{
    const struct md_argument *arguments = call->arguments;
    const struct md_function *function = function_called(&arguments[FUNCTION]);
    struct md_argument given[MD_MOST_PARAMETERS];
    if (function == NULL) {
        say_no_function(sentence, &arguments[FUNCTION]);
        return MD_ARGUMENT;
    }
    if (call->count - OWN > md_parameter_count(function)) {
        say_too_many(sentence, function, call->count - OWN);
        return MD_ARGUMENT;
    }
    for (size_t i = 0; i < MD_MOST_PARAMETERS; i++)
        given[i] = OWN + i < call->count ? arguments[OWN + i] : md_left_out;
    return md_explain(function, given, sentence, call->memory);
}

static enum md_status explain_itself(const struct md_argument *arguments, struct md_sentence *sentence,
                                     struct md_memory *memory)
{
    (void)arguments;
    (void)memory;
    md_say(sentence,
           "KANSEN_EXPLAIN legt in één zin een andere functie uit: noem eerst die functie, dan de taal, dan haar gegevens",
           "KANSEN_EXPLAIN explains another function in one sentence: name that function first, then the language, then its "
           "arguments");
    return MD_OK;
}

void md_kansen_explain(struct md_call *call)
{
    md_return_sentence(call, &call->arguments[LANGUAGE], explain_other);
}
