// SPDX-License-Identifier: EUPL-1.2
/* The sentences of KANSEN_EXPLAIN, function by function, and that they never disagree with what is computed. The expected figures were
 * worked out by hand; numbers in parentheses are the sentences of base/sentence.h (s), base/explanation.h (e) and catalogue.h (c). */
#include "formulas.h"
#include "random.h"

#define EXPLAINED(arguments, sentence)                                                                                         \
    {                                                                                                                          \
        arguments, "\"" sentence "\""                                                                                          \
    }

static void reach(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED("\"REACH_PCT\";;120;250", "120 van 250 kinderen bereikt (48%)"),
        EXPLAINED("\"REACH_PCT\";\"en\";1;1", "1 of 1 child reached (100%)"),
        EXPLAINED(
            "\"REACH_PCT\";;{120|\"onbekend\"|\"\"};{250|100|\"\"}",
            "120 van 250 kinderen bereikt (48%), in 1 van de 2 plaatsen; cel 2 van het aantal bereikte kinderen is onbekend: "
            "'onbekend'; 1 lege plaats telt niet mee"),
        EXPLAINED("\"REACH_PCT\";;{120|\"\"|1|\"\"};{250|100|\"x\"|\"\"}",
                  "120 van 250 kinderen bereikt (48%), in 1 van de 3 plaatsen; cel 2 van het aantal bereikte kinderen is leeg; "
                  "1 lege "
                  "plaats telt niet mee"),
        EXPLAINED(
            "\"REACH_PCT\";;{120|20};100;10",
            "2 aanbieders bereikten samen 140 kinderen, van wie 10 dubbel geteld: 130 van 100 kinderen bereikt (130%). Let op: "
            "meer dan 100%: er zijn kinderen dubbel geteld, of de doelgroep is te klein"),
        EXPLAINED("\"REACH_PCT\";;{1|\"\"};2", "1 aanbieder bereikte 1 kind: 1 van 2 kinderen bereikt (50%)"),
        EXPLAINED("\"REACH_PCT\";;{599|0};{600|0}", "599 van 600 kinderen bereikt (99,8%), in 2 van de 2 plaatsen"),
        EXPLAINED("\"REACH_PCT\";;1e-300;6000",
                  "het aantal bereikte kinderen is te groot, of heeft te veel decimalen: 1,00000000000000e-300"),
        EXPLAINED("\"INKIND_SHARE\";;{1|2}", "de kolom met soorten ontbreekt"),
        EXPLAINED("\"INKIND_SHARE\";;{1|2};{\"in natura\"|\"x\"}", "de noemer ontbreekt"),
        EXPLAINED("\"REACH_PCT\";;0;100", "0 van 100 kinderen bereikt (0%)"),
        EXPLAINED("\"REACH_PCT\";;1;100", "1 van 100 kinderen bereikt (1%)"),
        EXPLAINED("\"REACH_PCT\";;75;100000", "75 van 100.000 kinderen bereikt (0,1%)"),
        EXPLAINED("\"REACH_PCT\";;1;100000000000", "1 van 100.000.000.000 kinderen bereikt (0,000000001%)"),
        EXPLAINED("\"REACH_PCT\";;1;1000000000000", "1 van 1.000.000.000.000 kinderen bereikt (0%)"),
        EXPLAINED("\"REACH_PCT\";;1000001;1000000", "1.000.001 van 1.000.000 kinderen bereikt (100,0001%). Let op: meer dan "
                                                    "100%: er zijn kinderen dubbel geteld, of de doelgroep is te klein"),
        EXPLAINED("\"INKIND_SHARE\";;{-10|110};{\"in natura\"|\"anders\"};\"besteed\"",
                  "in natura € -10 van € 100 besteed (-10%); naar soort: in natura € -10, kinderarmoede anders € 110, generiek "
                  "€ 0, niet besteed € 0"),
        EXPLAINED("\"REACH_PCT\";;{1|2};-5", "de doelgroep is negatief: -5"),
        EXPLAINED("\"REACH_GAP\";;0;0;1", "0 van 0 kinderen bereikt; de ambitie van 100% is gehaald"),
        EXPLAINED("\"REACH_PCT\";;{\"x\"|\"\"};{100|\"\"}", "cel 1 van het aantal bereikte kinderen is onbekend: 'x'"),
        EXPLAINED("\"INKIND_SHARE\";;{0|0.5|100};{\"generiek\"|\"generiek\"|\"in natura\"};\"besteed\"",
                  "in natura € 100 van € 100,50 besteed (99,5%); naar soort: in natura € 100, kinderarmoede anders € 0, "
                  "generiek € 0,50, niet besteed € 0"),
        EXPLAINED("\"INKIND_SHARE\";;{100};{\"in natura\"};\"besteed\"",
                  "in natura € 100 van € 100 besteed (100%); naar soort: in natura € 100, kinderarmoede anders € 0, generiek € "
                  "0, niet besteed € 0"),
        EXPLAINED("\"DISPLACEMENT\";;100000;140000;0;;;;5",
                  "het bestede extra geld is meer dan er was, of meer dan alle uitgaven: 5"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|50};;;1",
                  "2 aanvragen, samen € 110, bij een plafond van € 100: 1 geheel toegekend, 1 deels toegekend; toegekend € "
                  "100, over € 0; cel 1 krijgt € 60"),
        EXPLAINED("\"REACH_PCT\";;5999;6000", "5.999 van 6.000 kinderen bereikt (99,98%)"),
        EXPLAINED("\"REACH_PCT\";;1;1000000", "1 van 1.000.000 kinderen bereikt (0,0001%)"),
        EXPLAINED("\"REACH_PCT\";;{\"x\"|\"x\"};{1|2}",
                  "cel 1 van het aantal bereikte kinderen is onbekend: 'x'; in geen enkele plaats zijn beide getallen bekend"),
        EXPLAINED("\"REACH_PCT\";;{\"x\"|3};100", "cel 1 van het aantal bereikte kinderen is onbekend: 'x'"),
        EXPLAINED("\"REACH_PCT\";;{1|2};{1|2|3}",
                  "de doelgroep moet één getal zijn, of dezelfde vorm hebben als de bereikte kinderen"),
        EXPLAINED("\"REACH_PCT\";;{1|2};{1|2};1", "het aantal dubbel getelde kinderen gaat alleen samen met één doelgroep"),
        EXPLAINED("\"REACH_PCT\";;{10|20};100;50",
                  "het aantal dubbel getelde kinderen is meer dan er kinderen zijn bereikt: 50"),
        EXPLAINED("\"REACH_PCT\"", "het aantal bereikte kinderen ontbreekt"),
        EXPLAINED("\"REACH_PCT\";;5", "de doelgroep ontbreekt"),
        EXPLAINED("\"REACH_PCT\";;5;0", "de doelgroep is 0: er is niets om mee te vergelijken"),
        EXPLAINED("\"REACH_PCT\";;{5|-1};{5|6}", "cel 2 van het aantal bereikte kinderen is negatief: -1"),
        EXPLAINED("\"REACH_PCT\";;{5|\"1.234\"};{5|6}", "cel 2 van het aantal bereikte kinderen is tekst: '1.234'"),
        EXPLAINED("\"REACH_PCT\";\"en\";5;\"12\"", "the target group is text: '12'"),
        EXPLAINED("\"REACH_PCT\";;{5|6|-1};{5|-2|6}", "cel 3 van het aantal bereikte kinderen is negatief: -1"),
        EXPLAINED("\"REACH_PCT\";;{100|60|40};{500|300|200}",
                  "200 van 1.000 kinderen bereikt (20%), in 3 van de 3 plaatsen. Let op: cel 1 van het aantal bereikte "
                  "kinderen is de "
                  "som van alle andere; is dat een totaalrij?; cel 1 van de doelgroep is de som van alle andere; is dat een "
                  "totaalrij?"),
        EXPLAINED("\"REACH_PCT\";;{1|\"\"|3|\"\"};{2|\"\"|4|\"\"}",
                  "4 van 6 kinderen bereikt (66,7%), in 2 van de 2 plaatsen; 2 lege plaatsen tellen niet mee"),
        EXPLAINED("\"REACH_PCT\";\"en\";{1|\"\"|3|\"\"};{2|\"\"|4|\"\"}",
                  "4 of 6 children reached (66.7%), in 2 of the 2 places; 2 empty places do not count"),
        EXPLAINED("\"REACH_COVERAGE\";;{10|\"?\"};{100|50}",
                  "beide getallen zijn bekend in 1 van de 2 plaatsen; cel 2 van het aantal bereikte kinderen is onbekend: '?'"),
        EXPLAINED("\"REACH_COVERAGE\";;{10|1};{100|50|1}", "de doelgroep moet dezelfde vorm hebben als de bereikte kinderen"),
        EXPLAINED("\"REACH_COVERAGE\";;{\"\"|\"\"};{\"\"|\"\"}", "er is geen enkele plaats: alle cellen zijn leeg"),
        EXPLAINED("\"REACH_GAP\";;120;250;\"bereik_werkend\"",
                  "120 van 250 kinderen bereikt (48%); de ambitie van 70% vraagt nog 55 kinderen"),
        EXPLAINED("\"REACH_GAP\";;1;2;1", "1 van 2 kinderen bereikt (50%); de ambitie van 100% vraagt nog 1 kind"),
        EXPLAINED("\"REACH_GAP\";\"en\";8;10;0.8", "8 of 10 children reached (80%); the ambition of 80% is met"),
        EXPLAINED("\"REACH_GAP\";;120;250;81", "de ambitie ligt niet tussen 0 en 1 (0% en 100%): 81"),
        EXPLAINED("\"REACH_GAP\";;120;250;\"du\"",
                  "de ambitie is onbekend: 'du'; kies een getal van 0 tot 1, of een ambitie zoals bereik_werkend"),
        EXPLAINED("\"REACH_GAP\";;120;250", "de ambitie ontbreekt"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

static void in_kind(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED("\"INKIND_SHARE\";;{45000|15000.5|20000|20000};{\"in natura\"|\"anders\"|\"generiek\"|\"niet "
                  "besteed\"};\"besteed\"",
                  "in natura € 45.000 van € 80.000,50 besteed (56,2%); naar soort: in natura € 45.000, kinderarmoede anders "
                  "€ 15.000,50, generiek € 20.000, niet besteed € 20.000"),
        EXPLAINED("\"INKIND_SHARE\";\"en\";{45|55};{\"in kind\"|\"generic\"};\"received\";\"broader\"",
                  "broader € 55 of € 100 received (55%); by class: in kind € 45, child poverty otherwise € 0, generic € 55, "
                  "unspent € 0"),
        EXPLAINED(
            "\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"generiek\"};30",
            "in natura € 45 van € 30 (150%); naar soort: in natura € 45, kinderarmoede anders € 0, generiek € 55, niet besteed "
            "€ 0. Let op: dit is meer dan de noemer"),
        EXPLAINED(
            "\"INKIND_SHARE\";;{450000|-31676};{\"in natura\"|\"generiek\"};\"besteed\"",
            "in natura € 450.000 van € 418.324 besteed (107,6%); naar soort: in natura € 450.000, kinderarmoede anders € 0, "
            "generiek € -31.676, niet besteed € 0. Let op: dit is meer dan de noemer; cel 2 is een correctie van € -31.676 in "
            "een andere soort, en die maakt het deel groter"),
        EXPLAINED(
            "\"INKIND_SHARE\";;{45|55|\"?\"};{\"in natura\"|\"generiek\"|\"niet besteed\"};\"besteed\"",
            "in natura € 45 van € 100 besteed (45%); naar soort: in natura € 45, kinderarmoede anders € 0, generiek € 55, niet "
            "besteed onbekend"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55|\"?\"};{\"in natura\"|\"generiek\"|\"niet besteed\"};\"ontvangen\"",
                  "cel 3 is onbekend: '?'"),
        EXPLAINED("\"INKIND_SHARE\";;{45|\"?\"|\"x\"|\".\"};{\"in natura\"|\"niet besteed\"|\"generiek\"|\"in "
                  "natura\"};\"besteed\"",
                  "cel 3 is onbekend: 'x'"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"sport\"};\"besteed\"",
                  "cel 2 van de kolom met soorten is onbekend: 'sport'; kies in natura, kinderarmoede anders, generiek of niet "
                  "besteed"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"\"};\"besteed\"", "cel 2 van de kolom met soorten is leeg"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"|7};\"besteed\"",
                  "cel 2 van de kolom met soorten moet een woord zijn; kies in natura, kinderarmoede anders, generiek of niet "
                  "besteed"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"generiek\"};\"bestedd\"",
                  "de noemer is onbekend: 'bestedd'; kies besteed, ontvangen of een bedrag"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"generiek\"}", "de noemer ontbreekt"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"|\"generiek\"};-1",
                  "de noemer is € -1: daar is geen deel van te nemen"),
        EXPLAINED("\"INKIND_SHARE\";;{0|0};{\"in natura\"|\"generiek\"};\"besteed\"",
                  "de noemer is € 0 besteed: daar is geen deel van te nemen"),
        EXPLAINED("\"INKIND_SHARE\";;{45|55};{\"in natura\"};\"besteed\"",
                  "de kolom met soorten moet dezelfde vorm hebben als de bedragen"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

#define FIVE_RATES "0.123456789012345|0.123456789012345|0.123456789012345|0.123456789012345|0.123456789012345"
#define TEN_RATES  FIVE_RATES "|" FIVE_RATES

static void on_top(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED("\"ADDITIONALITY\";;100000;140000;40000;0.02",
                  "nulmeting € 100.000 × 1,02 = € 102.000; uitgaven € 140.000; erbij € 38.000 van € 40.000 = 95%"),
        EXPLAINED(
            "\"ADDITIONALITY\";\"en\";1000.5;2001;500;;250;50",
            "baseline € 1,000.50; spending € 2,001; on top € 1,000.50 of € 700 (extra € 500 + carried in € 250 − carried out "
            "€ 50) = 142.9%"),
        EXPLAINED("\"ADDITIONALITY\";;100;200;50;{0.1|\"\"|0.1}", "nulmeting € 100 × 1,21 = € 121; uitgaven € 200; erbij € 79 "
                                                                  "van € 50 = 158%. Let op: cel 2 van de indexatie is leeg: "
                                                                  "dat jaar telt niet mee"),
        /* to the cent, halves away from 0, and in full where that would be € 0 */
        EXPLAINED(
            "\"ADDITIONALITY\";;364000;520450;165050;0.08240615",
            "nulmeting € 364.000 × 1,08240615 = € 393.995,84; uitgaven € 520.450; erbij € 126.454,16 van € 165.050 = 76,6%"),
        EXPLAINED("\"ADDITIONALITY\";;0.25;0;1;0.02",
                  "nulmeting € 0,25 × 1,02 = € 0,26; uitgaven € 0; erbij € -0,26 van € 1 = -25,5%"),
        EXPLAINED("\"ADDITIONALITY\";;0.003;0;1;0.01",
                  "nulmeting € 0,003 × 1,01 = € 0,00303; uitgaven € 0; erbij € -0,00303 van € 1 = -0,3%"),
        EXPLAINED("\"ADDITIONALITY\";;10;20;20;0.00045",
                  "nulmeting € 10 × 1,00045 = € 10; uitgaven € 20; erbij € 10 van € 20 = 50%"),
        EXPLAINED("\"DISPLACEMENT\";;10.01;15;5;0.05",
                  "nulmeting € 10,01 × 1,05 = € 10,51; uitgaven € 15 − extra geld besteed € 5 = eigen geld € 10; € 0,51 van "
                  "het extra geld kwam in de plaats van eigen geld"),
        EXPLAINED("\"ADDITIONALITY\";;0;140000;40000",
                  "de nulmeting is 0, en dat kan ook een lege cel zijn; was er geen beleid, vul dan in: geen"),
        EXPLAINED("\"ADDITIONALITY\";;{\"\"};140000;40000", "de nulmeting is leeg"),
        EXPLAINED("\"ADDITIONALITY\";;100;140000;40000;{0.02|1.02}",
                  "cel 2 van de indexatie is meer dan 50%; typ een percentage zoals 2%, geen factor: 1,02"),
        EXPLAINED("\"ADDITIONALITY\";;100;140;40;{\"\"|\"\"}", "cel 1 van de indexatie is leeg"),
        EXPLAINED("\"ADDITIONALITY\";;100;140;0", "er was geen extra geld: € 0"),
        EXPLAINED("\"ADDITIONALITY\";;100;140;40;;;50",
                  "er is meer doorgeschoven dan er was: € -10 (extra € 40 − doorgeschoven € 50)"),
        EXPLAINED("\"ADDITIONALITY\";;100;\"x\";40", "het bedrag van de uitgaven is onbekend: 'x'"),
        EXPLAINED("\"ADDITIONALITY\";;100;140;-40", "het extra geld is negatief: -40"),
        EXPLAINED("\"ADDITIONALITY_CLASS\";;\"geen\";40000;60000;;;20000",
                  "nulmeting geen: er was geen eerder beleid; uitgaven € 40.000; erbij € 40.000 van € 40.000 (extra € 60.000 − "
                  "doorgeschoven € 20.000) = 100%: volledig"),
        EXPLAINED("\"ADDITIONALITY\";;100;140;40;{" TEN_RATES "|" TEN_RATES "|" TEN_RATES "}",
                  "de getallen zijn te groot, of hebben te veel decimalen, om er precies mee te rekenen"),
        EXPLAINED("\"ADDITIONALITY_CLASS\";;100;200;50;;;;\"fr\"", "de taal is onbekend: 'fr'; kies nl of en"),
        EXPLAINED(
            "\"DISPLACEMENT\";;100000;140000;40000;0.02",
            "nulmeting € 100.000 × 1,02 = € 102.000; uitgaven € 140.000 − extra geld besteed € 40.000 = eigen geld € 100.000; "
            "€ 2.000 van het extra geld kwam in de plaats van eigen geld"),
        EXPLAINED(
            "\"DISPLACEMENT\";;100;140;40;;;;30",
            "nulmeting € 100; uitgaven € 140 − extra geld besteed € 30 = eigen geld € 110; niets van het extra geld kwam in de "
            "plaats van eigen geld"),
        EXPLAINED("\"DISPLACEMENT\";;100;140;40;;;;50",
                  "het bestede extra geld is meer dan er was, of meer dan alle uitgaven: 50"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

static void subsidies(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED(
            "\"ALLOCATE_SUBSIDY\";;100;{60|60|30};;{1|1|2}",
            "3 aanvragen, samen € 150, bij een plafond van € 100: 1 geheel toegekend, 1 deels toegekend, 1 niet toegekend; "
            "toegekend € 100, over € 0. Let op: 2 aanvragen staan gelijk in rang: alleen hun volgorde in de lijst besliste wie "
            "wat krijgt"),
        EXPLAINED(
            "\"ALLOCATE_SUBSIDY\";;100;{60|60|30};{1|0|\"\"}",
            "3 aanvragen, samen € 150, bij een plafond van € 100: 1 geheel toegekend, 1 niet toegelaten, 1 onbekend; toegekend "
            "€ 60; cel 3 van de kolom met toegelaten is leeg"),
        EXPLAINED(
            "\"ALLOCATE_SUBSIDY\";;100;{60|\"?\"}",
            "2 aanvragen, bij een plafond van € 100: 1 geheel toegekend, 1 onbekend; toegekend € 60; cel 2 is onbekend: '?'"),
        EXPLAINED(
            "\"ALLOCATE_SUBSIDY\";;100;{70|70|70};;;2;\"naar rato\"",
            "3 aanvragen, samen € 210, bij een plafond van € 100: 3 deels toegekend; toegekend € 100, over € 0; cel 2 krijgt "
            "€ 33,33. Let op: 3 aanvragen hadden evenveel recht op de laatste € 0,01"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";\"en\";100;60",
                  "1 request, € 60, under a ceiling of € 100: 1 granted in full; granted € 60, left € 40"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|\"12\"}", "cel 2 is tekst: '12'"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|-1}", "cel 2 is negatief: -1"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};{1|2}", "cel 2 van de kolom met toegelaten is geen 1 (ja) of 0 (nee): 2"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};{1|\"misschien\"}",
                  "cel 2 van de kolom met toegelaten is onbekend: 'misschien'; kies ja of nee"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};;{1}", "de kolom met de rang moet dezelfde vorm hebben als de aanvragen"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};;{1|\"\"}", "cel 2 van de kolom met de rang is leeg"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};;;3", "de positie is geen cel van de aanvragen"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};;;{\"\"}", "de positie is leeg"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};;;{1|2}", "de positie moet één cel zijn"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;100;{60|1};;;;\"loten\"",
                  "de regel is onbekend: 'loten'; kies op volgorde, alles of niets, naar rato of gelijk"),
        EXPLAINED(
            "\"ALLOCATE_SUBSIDY\";;100.005;{60|60};;;;\"gelijk\"",
            "2 aanvragen, samen € 120, bij een plafond van € 100,005: het plafond moet in hele centen zijn om het te verdelen"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;0.05;{0.019|0.019|0.019};;;;\"gelijk\"",
                  "3 aanvragen, samen € 0,057, bij een plafond van € 0,05: in hele centen is daar geen verdeling van te maken"),
        EXPLAINED("\"ALLOCATE_SUBSIDY\";;-1;{60|60}", "het plafond is negatief: -1"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

#define SOURCE_OF_REACH                                                                                                            \
    " Bron: Kamerbrief 8 juli 2021 (minister van SZW, Kamerstuk 24 515, nr. 608): “In 2021 wordt 100 procent van de kinderen "   \
    "met "                                                                                                                         \
    "ouders in de bijstand bereikt en 70 procent van de kinderen van de werkende gezinnen met een laag inkomen.” “De ambitie " \
    "is dat "                                                                                                                      \
    "gemeenten 100 procent van de kinderen met ouders in de bijstand bereiken en 70 procent van de kinderen met werkende "         \
    "ouders met "                                                                                                                  \
    "een laag inkomen.” Een ambitie, gesteld op 1 april 2019 (Kamerstuk 24 515, nr. 484)."

static void norms(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED("\"CHECK_NORM\";;0.65;\"werkend\";2021",
                  "65%; ambitie: ten minste 70% (bereik_werkend, 2021): voldoet niet." SOURCE_OF_REACH),
        EXPLAINED("\"CHECK_NORM\";;0.65;\"werkend\";2024",
                  "ambitie: ten minste 70% (bereik_werkend, 2021): in 2024 geen norm." SOURCE_OF_REACH),
        EXPLAINED("\"CHECK_NORM\";;\"x\";\"werkend\";2024",
                  "ambitie: ten minste 70% (bereik_werkend, 2021): in 2024 geen norm." SOURCE_OF_REACH),
        EXPLAINED("\"CHECK_NORM\";;\"x\";\"werkend\";2021", "de waarde is onbekend: 'x'"),
        EXPLAINED("\"CHECK_NORM\";;81;0.7", "de waarde ligt niet tussen 0 en 2 (0% en 200%): 81"),
        EXPLAINED("\"CHECK_NORM\";;0.7;0.7", "70%; eigen ambitie: ten minste 70%: voldoet"),
        EXPLAINED("\"CHECK_NORM\";\"en\";0.6999999;0.7", "69.99999%; own ambition: at least 70%: fails"),
        EXPLAINED("\"CHECK_NORM\";;0.5;0", "de norm is 0, en dat kan ook een lege cel zijn"),
        EXPLAINED("\"CHECK_NORM\";;0.5;\"du\"", "de norm is een bedrag of een afspraak, geen norm voor een deel"),
        EXPLAINED("\"CHECK_NORM\";;0.5;\"abc\"",
                  "de norm is onbekend: 'abc'; kies een naam uit KANSEN_NORMS, of een eigen ambitie als getal van 0 tot 1"),
        EXPLAINED("\"CHECK_NORM\";;0.5;0.7;21", "het jaar is geen jaar van vier cijfers: 21"),
        EXPLAINED("\"KANSEN_NORM\";;\"dui\"", "de naam is onbekend: 'dui'; kies een naam uit KANSEN_NORMS"),
        EXPLAINED("\"KANSEN_NORM\";;\"verdringing\"", "de naam is een afspraak: die heeft geen getal, alleen een bron"),
        EXPLAINED("\"KANSEN_NORM\";;\"werkend\"", "ambitie: ten minste 70% (bereik_werkend, 2021)." SOURCE_OF_REACH),
        EXPLAINED("\"KANSEN_SOURCE\";;\"werkend\";2016", "het jaar valt buiten de jaren van deze norm: 2016; ambitie: ten "
                                                         "minste 70% (bereik_werkend, 2021)." SOURCE_OF_REACH),
        EXPLAINED("\"KANSEN_NORMS\"", "14 bedragen, ambities, voorwaarden en afspraken, elk op een rij met zijn bron"),
        EXPLAINED(
            "\"POVERTY_TARGET\";;2024",
            "6,44% in 2024, op de rechte lijn van 9,2% in 2015 naar 4,6% in 2030; alleen voor de oude meting van armoede, van "
            "vóór oktober 2024"),
        EXPLAINED("\"POVERTY_TARGET\";\"en\";2025;2020;0.1;2030;0.05",
                  "7.5% in 2025, on the straight line from 10% in 2020 to 5% in 2030"),
        EXPLAINED("\"POVERTY_TARGET\";;2022;2015;0.092;2031;0.046",
                  "7,188% in 2022, op de rechte lijn van 9,2% in 2015 naar 4,6% in 2031"), /* 7.1875% */
        EXPLAINED("\"POVERTY_TARGET\";;2040", "het jaar ligt buiten de lijn: 2040"),
        EXPLAINED("\"POVERTY_TARGET\";;2024;2030", "het eerste jaar ligt niet vóór het laatste jaar: 2030"),
        EXPLAINED("\"POVERTY_TARGET\";;2024;;9.2", "het deel in het eerste jaar ligt niet tussen 0 en 1 (0% en 100%): 9,2"),
        EXPLAINED("\"POVERTY_TARGET\";;2020.5", "het jaar is geen jaar van vier cijfers: 2.020,5"),
        EXPLAINED("\"POVERTY_TARGET\"", "het jaar ontbreekt"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

/* The head of a sentence, before the source. */
static void a_norm_is_told_as_in_the_table(void **state)
{
    (void)state;
    static const struct {
        const char *arguments, *head;
    } cases[] = {
        {"\"KANSEN_NORM\";;\"du\"", "bedrag per jaar € 85.000.000 (du, vanaf 2017). Bron: "},
        {"\"KANSEN_NORM\";\"en\";\"breder_laag\"",
         "room: at most 15% (broader_room_low, beside broader_room_high 20%, from 2019). Source: "},
        {"\"KANSEN_SOURCE\";;\"verdringing\"", "afspraak (verdringing, vanaf 2017). Bron: "},
        {"\"CHECK_NORM\";;0.1511;\"breder_laag\"",
         "15,1%; ruimte: ten hoogste 15% (breder_laag, naast breder_hoog 20%, vanaf 2019): let op. Bron: "},
        {"\"CHECK_NORM\";\"en\";0.1509;\"breder_laag\"",
         "15.09%; room: at most 15% (broader_room_low, beside broader_room_high 20%, from 2019): beware. Source: "},
        {"\"CHECK_NORM\";;0.05;\"armoede_2015\"", "beginwaarde 9,2% (armoede_2015, 2015): geen norm. Bron: "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct test_memory memory = test_memory_new();
        struct md_result result = test_call(test_function("KANSEN_EXPLAIN"), cases[i].arguments, &memory);
        assert_int_equal(result.kind, MD_RESULT_TEXT);
        if (strncmp(result.text, cases[i].head, strlen(cases[i].head)) != 0)
            fail_msg("%s says %s", cases[i].arguments, result.text);
        test_memory_free(&memory);
    }
}

static void tables(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED("\"ROUND_TABLE\";;{1400;1400;1200}",
                  "1 × 3 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "600, in "
                  "cel 1; met elke cel apart afgerond klopt het totaal niet (tot € 1.000)"),
        EXPLAINED(
            "\"ROUND_TABLE\";\"en\";{1600;1600|1700;1100}",
            "2 × 2 cells, rounded to € 1,000; every row, every column and the whole add up; the largest deviation is € 600, in "
            "cell 1; with each cell rounded by itself 3 of the 5 totals would be wrong (by up to € 1,000)"),
        EXPLAINED("\"ROUND_TABLE\";;{2000;3000}",
                  "1 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op"),
        EXPLAINED(
            "\"ROUND_TABLE\";;{1600;\"?\"}",
            "cel 2 is onbekend: '?', en dan zijn ook de totalen daarvan onbekend; 1 × 2 cellen, afgerond op € 1.000; elke rij, "
            "elke kolom en het geheel tellen op; de grootste afwijking is € 400, in cel 1"),
        EXPLAINED("\"ROUND_TABLE\";;{300;300|0;0}",
                  "2 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "600, in "
                  "het totaal van rij 1; met elke cel apart afgerond kloppen 2 van de 5 totalen niet (tot € 1.000)"),
        EXPLAINED(
            "\"ROUND_TABLE\";\"en\";{0;300|0;300}",
            "2 × 2 cells, rounded to € 1,000; every row, every column and the whole add up; the largest deviation is € 600, in "
            "the total of column 2; with each cell rounded by itself 2 of the 5 totals would be wrong (by up to € 1,000)"),
        EXPLAINED("\"ROUND_TABLE\";;{150;150|150;150}",
                  "2 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "600, in "
                  "het totaal; met elke cel apart afgerond klopt 1 van de 5 totalen niet (tot € 1.000)"),
        EXPLAINED("\"ROUND_TABLE\";;{1000;1600}", "1 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel "
                                                  "tellen op; de grootste afwijking is € 400, in cel 2"),
        EXPLAINED("\"ROUND_TABLE\";;{1400|1400|1200}",
                  "3 × 1 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "600, in cel 1; met elke cel apart afgerond klopt het totaal niet (tot € 1.000)"),
        EXPLAINED("\"ROUND_TABLE\";;{0;0|300;300}",
                  "2 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "600, in het totaal van rij 2; met elke cel apart afgerond kloppen 2 van de 5 totalen niet (tot € 1.000)"),
        EXPLAINED("\"ROUND_TABLE\";;{150;150}", "1 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen "
                                                "op; de grootste afwijking is € 300, in het totaal"),
        EXPLAINED("\"ROUND_TABLE\";;{150|150}", "2 × 1 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen "
                                                "op; de grootste afwijking is € 300, in het totaal"),
        EXPLAINED("\"ROUND_TABLE\";;{500;400}", "1 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen "
                                                "op; de grootste afwijking is € 500, in cel 1"),
        EXPLAINED("\"ROUND_TABLE\";;{-600;-600}",
                  "1 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "600, in cel 2; met elke cel apart afgerond klopt het totaal niet (tot € 1.000)"),
        EXPLAINED("\"ROUND_TABLE\";;{0.14;0.14;0.12};0.1",
                  "1 × 3 cellen, afgerond op € 0,10; elke rij, elke kolom en het geheel tellen op; de grootste afwijking is € "
                  "0,06, in cel 1; met elke cel apart afgerond klopt het totaal niet (tot € 0,10)"),
        EXPLAINED("\"ROUND_TABLE\";;{\"a\";2};\"b\"", "de eenheid is tekst: 'b'"),
        EXPLAINED("\"ROUND_TABLE\";;{1000;1000|1000;1600}", "2 × 2 cellen, afgerond op € 1.000; elke rij, elke kolom en het "
                                                            "geheel tellen op; de grootste afwijking is € 400, in cel 4"),
        EXPLAINED("\"ROUND_TABLE\";;{1e17;2};0.01",
                  "de getallen zijn te groot, of hebben te veel decimalen, om er precies mee te rekenen"),
        EXPLAINED("\"ROUND_TABLE\";;{1;2};0", "de eenheid moet groter dan 0 zijn, met ten hoogste 15 decimalen: 0"),
        EXPLAINED("\"ROUND_TABLE\";;{1;2};;\"misschien\"", "de keuze voor totalen is onbekend: 'misschien'; kies ja of nee"),
        EXPLAINED("\"ROUND_TABLE\";;{1;2};;2", "de keuze voor totalen is geen 1 (ja) of 0 (nee): 2"),
        EXPLAINED("\"ROUND_TABLE\"", "de tabel ontbreekt"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

static void allocations(void **state)
{
    (void)state;
    static const struct test_row rows[] = {
        EXPLAINED("\"ALLOCATE_DU\";;1000;{7|2|1};2", "3 ontvangers, samen € 1.000; cel 2 krijgt € 200"),
        EXPLAINED("\"ALLOCATE_DU\";;1000;{7|\"\"|1};2",
                  "2 ontvangers, samen € 1.000; cel 2 is leeg: geen ontvanger. Let op: 1 lege cel is overgeslagen"),
        EXPLAINED("\"ALLOCATE_DU\";;1000;{7|2};3", "de positie is geen cel van de sleutel"),
        EXPLAINED("\"ALLOCATE_DU\";;1000;{7|2};\"x\"", "de positie is onbekend: 'x'"),
        EXPLAINED("\"ALLOCATE_DU\";;1000;{7|2};{1|2}", "de positie moet één cel zijn"),
        EXPLAINED("\"ALLOCATE_DU\";;1000;{7|2};;;;{1|2|3}", "het minimum heeft een andere vorm dan de sleutel"),
        EXPLAINED("\"ALLOCATE_DU_STEPS\";;100;{1|1|1}",
                  "3 ontvangers, samen € 100. Let op: 3 ontvangers hadden evenveel recht op de laatste € 1"),
        EXPLAINED("\"ALLOCATE_DU_CHECK\";;100;{1|1|1};0.5;\"fout\"",
                  "de methode is onbekend: 'fout'; kies grootste rest, sainte-laguë, d'hondt, adams of afgerond"),
        EXPLAINED(
            "\"ALLOCATE_DU\";;99.9999999999986;{1|2}",
            "het totaal van € 99,9999999999986 is geen veelvoud van de eenheid van € 1; rond het eerst af met AFRONDEN, op "
            "€ 100"),
        EXPLAINED(
            "\"ALLOCATE_DU\";\"en\";-99.9999999999986;{1|2};;0.01",
            "the total of € -99.9999999999986 is no multiple of the unit of € 0.01; round it first with ROUND, to € -100"),
        EXPLAINED("\"ALLOCATE_DU\";;5E-324;{1|2}",
                  "het totaal van € 4,94065645841247e-324 is geen veelvoud van de eenheid van € 1"),
        EXPLAINED("\"ALLOCATE_DU\";;100.4;{1|2}", "het totaal van € 100,40 is geen veelvoud van de eenheid van € 1"),
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

static void the_function_is_named(void **state) /* (c5) */
{
    (void)state;
    static const char names[] =
        "; kies ALLOCATE_DU, ALLOCATE_DU_STEPS, ALLOCATE_DU_CHECK, ALLOCATE_SUBSIDY, REACH_PCT, "
        "REACH_COVERAGE, REACH_GAP, INKIND_SHARE, ADDITIONALITY, ADDITIONALITY_CLASS, DISPLACEMENT, "
        "KANSEN_NORM, KANSEN_SOURCE, KANSEN_NORMS, CHECK_NORM, POVERTY_TARGET, ROUND_TABLE of KANSEN_EXPLAIN\"";
    static const struct {
        const char *arguments, *sentence;
    } unknown[] = {{"\"BEREIK\"", "\"er is geen functie met de naam 'BEREIK'"},
                   {"12", "\"er is geen functie met de naam ''"},
                   {"{\"REACH_PCT\"|\"REACH_GAP\"}", "\"de naam van de functie moet één cel zijn"},
                   {"", "\"de naam van de functie ontbreekt"}};
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        char expected[TEST_LONGEST_TEXT];
        snprintf(expected, sizeof expected, "%s%s", unknown[i].sentence, names);
        test_formula(test_function("KANSEN_EXPLAIN"), unknown[i].arguments, expected);
    }
    static const struct test_row rows[] = {
        EXPLAINED("\"reach_pct\";;1;2", "1 van 2 kinderen bereikt (50%)"),
        EXPLAINED("\" Reach-PCT \";;1;2", "1 van 2 kinderen bereikt (50%)"),
        EXPLAINED("\"MEEDOEN.BUDGET.REACHPCT\";;1;2", "1 van 2 kinderen bereikt (50%)"),
        EXPLAINED("\"REACH_PCT\";;1;2;3;4", "REACH_PCT krijgt ten hoogste 3 gegevens, en hier zijn het er 4"),
        EXPLAINED("\"KANSEN_NORMS\";\"en\";\"nl\";2", "KANSEN_NORMS takes at most 1 argument, and here are 2"),
        EXPLAINED(
            "\"KANSEN_EXPLAIN\";;1",
            "KANSEN_EXPLAIN legt in één zin een andere functie uit: noem eerst die functie, dan de taal, dan haar gegevens"),
        {"\"REACH_PCT\";\"fr\";1;2", "Err:502"},
        {"\"REACH_PCT\";1;1;2", "Err:502"},
    };
    TEST_ROWS("KANSEN_EXPLAIN", rows);
}

/* Explanations that follow each other in one text each begin their own warnings. */
static void every_explanation_begins_its_own_warnings(void **state)
{
    (void)state;
    const struct md_function *function = test_function("ALLOCATE_DU");
    struct test_memory memory = test_memory_new();
    char buffer[256];
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
    const struct test_arguments read = test_read_arguments(function, "2;{1|\"\"|1}");
    for (int i = 0; i < 2; i++) {
        assert_int_equal(md_explain(function, read.given, &sentence, &memory.memory), MD_OK);
        md_append(&sentence, "\n");
    }
    assert_string_equal(buffer, "2 ontvangers, samen € 2. Let op: 1 lege cel is overgeslagen\n"
                                "2 ontvangers, samen € 2. Let op: 1 lege cel is overgeslagen\n");
    test_memory_free(&memory);
}

static void a_round_without_unknowns_is_explained_as_one(void **state)
{
    (void)state;
    const struct md_function *function = test_function("ALLOCATE_SUBSIDY");
    const struct test_arguments good = test_read_arguments(function, "100;{60|50}");
    struct test_memory memory = test_memory_new();
    char buffer[MD_LONGEST_SENTENCE];
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
    assert_int_equal(md_explain(function, good.given, &sentence, &memory.memory), MD_OK);
    test_memory_free(&memory);
}

/* The window of a cell's explanation shows that cell of the sheet. */
static void the_first_cell_that_is_named_is_kept(void **state) /* (s: struct md_sentence) */
{
    (void)state;
    static const double cells[] = {1, 2, 3};
    const struct md_argument three = {MD_RANGE, 3, 1, cells, NULL, NULL}, none = {MD_LEFT_OUT, 0, 0, NULL, NULL, NULL};
    const struct md_name name = {.name = {"de sleutel", "the key"}};
    char buffer[200];
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
    md_say_place(&sentence, &none, &name, 0);
    md_say_place(&sentence, &three, &name, 3);
    assert_null(sentence.place);
    md_say_place(&sentence, &three, &name, 2);
    assert_ptr_equal(sentence.place, &cells[2]);
    md_say_place(&sentence, &three, &name, 0);
    assert_ptr_equal(sentence.place, &cells[2]);
}

static void what_cannot_be_seen_is_shown(void **state) /* (s3) */
{
    (void)state;
    static const uint16_t units[] = {'a', 0, 'b', 9, 0x202E, 0xAD, 0x7F, 0xDB40, 0xDC01, 'c'};
    char buffer[128];
    struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
    md_append_text(&sentence, (struct md_text){units, 10}, 40);
    assert_string_equal(buffer, "a⟨U+0000⟩b⟨U+0009⟩⟨U+202E⟩⟨U+00AD⟩⟨U+007F⟩⟨U+E0001⟩c");
}

/* The first and the last number that are written out, and their neighbours. */
static void long_numbers_have_a_power(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *written;
    } numbers[] = {{1e20, "100.000.000.000.000.000.000"}, {-1e21, "-1,00000000000000e+21"}, {1e-9, "0,000000001"},
                   {1e-10, "1,00000000000000e-10"},       {1234567.5, "1.234.567,5"},       {0, "0"}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char buffer[64];
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_say_number(&sentence, numbers[i].number);
        assert_string_equal(buffer, numbers[i].written);
    }
}

/* By Unicode's charts: controls and marks without a shape, and their neighbours. */
static void what_can_be_seen_is_left(void **state) /* (s3) */
{
    (void)state;
    static const uint16_t unseen[] = {0x00,   0x1F,   0x7F,   0x9F,   0xAD,   0x61C,  0x180E, 0x200B,
                                      0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0xFEFF, 0xFFF9, 0xFFFB};
    static const uint16_t seen[] = {0x20,   0x7E,   0xA0,   0xAC,   0xAE,   0x61B,  0x61D,  0x180F, 0x200A,
                                    0x2010, 0x2027, 0x202F, 0x205F, 0x2070, 0xFEFE, 0xFF00, 0xFFF8, 0xFFFC};
    static const uint16_t tags[][2] = {{0xDB40, 0xDC00}, {0xDB40, 0xDC7F}, {0xDB3F, 0xDFFF}, {0xDB40, 0xDC80}};
    char buffer[32];
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) { /* U+E0000 to U+E007F, and their neighbours */
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_append_text(&sentence, (struct md_text){tags[i], 2}, 2);
        assert_int_equal(sentence.length, i < 2 ? strlen("⟨U+E0000⟩") : 4);
    }
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_append_text(&sentence, (struct md_text){&unseen[i], 1}, 1);
        assert_memory_equal(buffer, "⟨U+", 5);
    }
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        md_append_text(&sentence, (struct md_text){&seen[i], 1}, 1);
        assert_int_equal(sentence.length, seen[i] < 0x80 ? 1 : seen[i] < 0x800 ? 2 : 3);
    }
}

/* U+007F, U+0080 and so on, as RFC 3629 writes them. */
static void characters_are_written_in_utf8(void **state)
{
    (void)state;
    static const struct {
        uint16_t units[2];
        size_t count;
        const char *bytes;
    } characters[] = {{{0x7E}, 1, "\x7E"},
                      {{0xA1}, 1, "\xC2\xA1"},
                      {{0x7FF}, 1, "\xDF\xBF"},
                      {{0x800}, 1, "\xE0\xA0\x80"},
                      {{0xFFFD}, 1, "\xEF\xBF\xBD"},
                      {{0xD800, 0xDC00}, 2, "\xF0\x90\x80\x80"},
                      {{0xDBFF, 0xDFFD}, 2, "\xF4\x8F\xBF\xBD"},
                      {{0xD800, 'a'},
                       2,
                       "\xEF\xBF\xBD"
                       "a"}};
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        char buffer[32];
        memset(buffer, 'x', sizeof buffer);
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        assert_string_equal(buffer, "");
        md_append_text(&sentence, (struct md_text){characters[i].units, characters[i].count}, 2);
        assert_string_equal(buffer, characters[i].bytes);
    }
}

/* ---- They cannot disagree ------------------------------------------------------------------------------------ */

/* The worst that a result shows; a text says "onbekend" rather than that it is unknown. MD_BLANK where every cell is blank, which shows
 * no error. */
static enum md_status state_of(const struct md_result *result)
{
    enum md_status worst = MD_BLANK;
    if (result->kind == MD_RESULT_TEXT)
        return strcmp(result->text, "onbekend") == 0 || strcmp(result->text, "unknown") == 0 ? MD_UNKNOWN : MD_OK;
    if (result->kind == MD_RESULT_NUMBER)
        return md_status_of(result->number);
    for (size_t i = 0; i < result->rows * result->columns; i++) {
        enum md_status status = md_status_of(result->cells[i]);
        bool text = result->texts != NULL && result->texts[i] != NULL;
        if (worst == MD_BLANK && (text || status == MD_OK))
            worst = MD_OK;
        worst = status == MD_BLANK || text ? worst : md_worst(worst, status);
    }
    return worst;
}

static size_t below(size_t limit)
{
    return (size_t)(random_bits() % limit);
}

/* An argument as a user might write it, drawn: numbers that often fit, in a range that often has the length of the others. */
static void draw_argument(char *written, size_t size, size_t usual)
{
    static const char *const likely[] = {"1", "2", "10", "0.5", "0.02", "100", "0", "2021"};
    static const char *const others[] = {"-1",          "1.5",    "\"\"",          "\"x\"",        "\"geen\"", "\"12\"",
                                         "\"besteed\"", "\"nl\"", "\"in natura\"", "\"generiek\"", "\"ja\"",   "\"werkend\"",
                                         "1E300",       "81"};
    size_t count = below(5) > 0 ? usual : below(4);
    snprintf(written, size, "%s", count > 1 ? "{" : "");
    for (size_t i = 0; i < count; i++) {
        const char *cell =
            below(4) > 0 ? likely[below(sizeof likely / sizeof *likely)] : others[below(sizeof others / sizeof *others)];
        snprintf(written + strlen(written), size - strlen(written), "%s%s", i == 0 ? "" : "|", cell);
    }
    snprintf(written + strlen(written), size - strlen(written), "%s", count > 1 ? "}" : "");
}

static void sentence_and_answer_agree(void **state)
{
    (void)state;
    enum { DRAWN = 20000 };
    size_t errors = 0;
    for (size_t drawn = 0; drawn < DRAWN; drawn++) {
        const struct md_function *function = &md_catalogue[below(md_catalogue_length - 1)];
        char arguments[512] = "", one[96];
        size_t usual = 1 + below(3);
        for (size_t i = 0; i < md_parameter_count(function); i++) {
            one[0] = 0;
            if (!function->parameters[i]->optional || below(3) == 0)
                draw_argument(one, sizeof one, i < 2 ? usual : 1);
            snprintf(arguments + strlen(arguments), sizeof arguments - strlen(arguments), "%s%s", i == 0 ? "" : ";", one);
        }
        struct test_memory memory = test_memory_new();
        char buffer[MD_LONGEST_SENTENCE];
        struct md_sentence sentence = md_sentence_in(buffer, sizeof buffer, MD_DUTCH);
        const struct test_arguments read = test_read_arguments(function, arguments);
        enum md_status status = md_explain(function, read.given, &sentence, &memory.memory);
        struct md_result result = test_call(function, arguments, &memory);
        bool tells_itself = strcmp(function->method, "allocateDuCheck") == 0 && result.kind == MD_RESULT_TEXT;
        if (buffer[0] == 0)
            fail_msg("%s(%s): no sentence", function->name, arguments);
        bool all_ineligible = strcmp(function->method, "allocateSubsidy") == 0 && state_of(&result) == MD_OK;
        bool compared = !tells_itself && state_of(&result) != MD_BLANK && !(all_ineligible && status == MD_UNKNOWN);
        if (compared && status != state_of(&result))
            fail_msg("%s(%s) has state %d, and is explained as %d: %s", function->name, arguments, (int)state_of(&result),
                     (int)status, buffer);
        if (tells_itself && strcmp(buffer, result.text) != 0)
            fail_msg("%s(%s) says %s, and is explained as %s", function->name, arguments, result.text, buffer);
        errors += status != MD_OK;
        test_memory_free(&memory);
    }
    assert_in_range(errors, DRAWN / 10, DRAWN - DRAWN / 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reach),
        cmocka_unit_test(in_kind),
        cmocka_unit_test(on_top),
        cmocka_unit_test(subsidies),
        cmocka_unit_test(norms),
        cmocka_unit_test(a_norm_is_told_as_in_the_table),
        cmocka_unit_test(tables),
        cmocka_unit_test(allocations),
        cmocka_unit_test(the_function_is_named),
        cmocka_unit_test(every_explanation_begins_its_own_warnings),
        cmocka_unit_test(a_round_without_unknowns_is_explained_as_one),
        cmocka_unit_test(the_first_cell_that_is_named_is_kept),
        cmocka_unit_test(what_cannot_be_seen_is_shown),
        cmocka_unit_test(what_can_be_seen_is_left),
        cmocka_unit_test(long_numbers_have_a_power),
        cmocka_unit_test(characters_are_written_in_utf8),
        cmocka_unit_test(sentence_and_answer_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
