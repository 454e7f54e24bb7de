// SPDX-License-Identifier: EUPL-1.2
/* The table of amounts, ambitions, conditions and room, with what the letters say; norms.h is the manual. */
#include "norms.h"

static const struct md_letter letter_september_2016 = {
    "Kamerbrief 20 september 2016 (staatssecretaris Klijnsma), aangehaald door de Sociale Alliantie op 8 februari 2017",
    "Letter to parliament, 20 September 2016 (State Secretary Klijnsma), quoted by the Sociale Alliantie on 8 February 2017"};
static const struct md_letter letter_november_2016 = {
    "Kamerbrief 11 november 2016 (staatssecretaris Klijnsma, Kamerstuk 24 515, nr. 380)",
    "Letter to parliament, 11 November 2016 (State Secretary Klijnsma, Kamerstuk 24 515, no. 380)"};
static const struct md_letter agreements_2016 = {
    "Afspraken van Rijk en VNG (bijlage bij Kamerstuk 24 515, nr. 380), aangehaald in de Kamerbrief van 21 november 2018",
    "Agreements of state and municipalities (annex to Kamerstuk 24 515, no. 380), quoted in the letter of 21 November 2018"};
static const struct md_letter letter_2018 = {
    "Kamerbrief 21 november 2018 (staatssecretaris Van Ark, Kamerstuk 24 515, nr. 455; aan de Eerste Kamer 35 000 XV, A)",
    "Letter to parliament, 21 November 2018 (State Secretary Van Ark, Kamerstuk 24 515, no. 455; to the Senate 35 000 XV, A)"};
static const struct md_letter letter_2021 = {
    "Kamerbrief 8 juli 2021 (minister van SZW, Kamerstuk 24 515, nr. 608)",
    "Letter to parliament, 8 July 2021 (Minister of Social Affairs, Kamerstuk 24 515, no. 608)"};

/* ---- What the letters say, to the letter: a test compares each with tests/data/quotations.tsv -------------------- */

static const char total_sentence[] =
    "Met ingang van 1 januari 2017 is € 100 mln. extra per jaar structureel ter beschikking gesteld ten behoeve van "
    "kinderen die opgroeien in armoede.";
static const char du_key_sentence[] =
    "Daarom stel ik nu met ingang van 1 januari 2017 structureel € 85 miljoen per jaar extra beschikbaar aan gemeenten via "
    "een decentralisatie-uitkering, verdeeld naar rato van het aantal kinderen in de gemeente dat opgroeit in een gezin met "
    "een laag inkomen.";
static const char du_sentence[] =
    "€ 85 mln. wordt jaarlijks via een decentralisatie-uitkering aan gemeenten beschikbaar gesteld.";
static const char charities_sentence[] =
    "€ 10 mln. per jaar is beschikbaar voor vier grote armoedepartijen (Vereniging Leergeld, Nationaal Fonds Kinderhulp, "
    "Jeugdfonds Sport & Cultuur en Stichting Jarige Job), verstrekt via een meerjarige subsidie (2017–2020);";
static const char charities_end[] = "De subsidie loopt eind dit jaar af";
static const char scheme_sentences[] =
    "€ 5 mln. is er jaarlijks (in de periode 2017–2021) beschikbaar voor de subsidieregeling «Kansen voor alle kinderen». "
    "Hiervan is € 4 mln. bestemd voor projecten in Europees Nederland en € 1 mln. voor projecten in Caribisch Nederland.";
static const char scheme_nl_end[] =
    "Op grond daarvan heb ik besloten de subsidieregeling voor Europees Nederland niet meer open te stellen voor de nieuwe "
    "aanvraagtermijnen vanaf 2019.";
static const char scheme_cn_sentence[] =
    "Het kabinet stelt dan ook een deel van de middelen, € 1 miljoen, structureel beschikbaar voor kinderen in armoede op "
    "Bonaire, Sint Eustatius en Saba.";
static const char reach_sentence[] =
    "In 2021 wordt 100 procent van de kinderen met ouders in de bijstand bereikt en 70 procent van de kinderen van de "
    "werkende gezinnen met een laag inkomen.";
static const char ambition_sentence[] =
    "De ambitie is dat gemeenten 100 procent van de kinderen met ouders in de bijstand bereiken en 70 procent van de "
    "kinderen met werkende ouders met een laag inkomen.";
static const char condition_sentence[] =
    "Aan de € 10 mln. subsidie voor de vier samenwerkende armoedepartijen is als voorwaarde gesteld dat de inzet "
    "additioneel is aan hun reguliere activiteiten, dat de partijen onderling en met gemeenten samenwerken en dat (90% van) "
    "het subsidiegeld in natura bij de doelgroep terechtkomt.";
static const char room_sentences[] =
    "Gemeenten hebben aangegeven enige ruimte te willen om de extra middelen breder in te zetten dan alleen voor de "
    "ondersteuning in natura van kinderen in armoede, namelijk voor het integraal tegengaan van de oorzaken en negatieve "
    "gevolgen van armoede. Ik zie het belang daarvan en ben bereid ruimte te bieden om maximaal 15 tot 20% van de extra "
    "middelen breder in te zetten. Daarbij blijft voor mij een belangrijk uitgangspunt dat ook de toekomstige inzet van dat "
    "deel van de middelen nadrukkelijk gericht is op de aanpak van armoede onder kinderen.";
static const char poverty_sentence[] =
    "De indicatieve streefwaarde is om te komen tot een afname van het aantal kinderen in armoede van 9,2 procent in 2015 "
    "naar 4,6 procent in 2030.";
static const char displacement_sentences[] =
    "Inzet is dat er geen verdringing van bestaand beleid plaatsvindt: Het is van belang dat de huidige inzet van middelen "
    "door gemeenten onverminderd wordt voortgezet. De extra middelen dienen als aanvullende impuls.";
static const char on_top_sentence[] =
    "Deze middelen zijn specifiek bedoeld voor kinderen en moeten bovenop het bestaande beleid worden ingezet.";
static const char in_kind_sentence[] =
    "Alle gemeenten zullen, in samenwerking met hiervoor relevante partijen, zorg dragen voor voorzieningen in natura, "
    "zodat alle kinderen kunnen meedoen op school, aan sport, aan cultuur en sociale activiteiten.";

/* ---- What this project adds -------------------------------------------------------------------------------------- */

static const char reach_ours_nl[] = "Een ambitie, gesteld op 1 april 2019 (Kamerstuk 24 515, nr. 484).";
static const char reach_ours_en[] = "An ambition, set on 1 April 2019 (Kamerstuk 24 515, no. 484).";
static const char charities_ours_nl[] = "De brief van 2021 noemt geen bedrag.";
static const char charities_ours_en[] = "The letter of 2021 gives no amount.";
static const char scheme_cn_ours_nl[] = "Volgens de brief van 2018 zou dit geld vanaf 2020 via BES(t) 4 kids lopen.";
static const char scheme_cn_ours_en[] =
    "According to the letter of 2018 this money was to run through BES(t) 4 kids from 2020.";
static const char condition_ours_nl[] =
    "Een voorwaarde bij die subsidie, geen afspraak met gemeenten. “Ten minste” is onze lezing.";
static const char condition_ours_en[] =
    "A condition of that subsidy, no agreement with municipalities. “At least” is our reading.";
static const char room_ours_nl[] =
    "“Breder” is dus: anders dan in natura. Algemeen armoedebeleid valt erbuiten. De brief noemt geen beginjaar: 2019 is "
    "onze keuze.";
static const char room_ours_en[] =
    "So “breder” (more broadly) means: other than in kind. General poverty policy is outside it. The letter gives no first "
    "year: 2019 is our choice.";
static const char poverty_ours_nl[] =
    "Landelijk. Het eerste percentage is waar het begon, het tweede de streefwaarde. Alleen voor de oude meting van "
    "armoede, van vóór oktober 2024.";
static const char poverty_ours_en[] =
    "National. The first percentage is where it started, the second the target. Only for the old measure of poverty, of "
    "before October 2024.";

/* ---- The table --------------------------------------------------------------------------------------------------- */

static const struct md_citation total_citation = {{{&letter_2018, total_sentence}}, {NULL, NULL}};
static const struct md_citation du_citation = {{{&letter_november_2016, du_key_sentence}, {&letter_2018, du_sentence}},
                                               {NULL, NULL}};
static const struct md_citation charities_citation = {{{&letter_2018, charities_sentence}, {&letter_2021, charities_end}},
                                                      {charities_ours_nl, charities_ours_en}};
static const struct md_citation scheme_nl_citation = {{{&letter_2018, scheme_sentences}, {&letter_2018, scheme_nl_end}},
                                                      {NULL, NULL}};
static const struct md_citation scheme_cn_citation = {
    {{&letter_november_2016, scheme_cn_sentence}, {&letter_2018, scheme_sentences}}, {scheme_cn_ours_nl, scheme_cn_ours_en}};
static const struct md_citation reach_citation = {{{&letter_2021, reach_sentence}, {&letter_2021, ambition_sentence}},
                                                  {reach_ours_nl, reach_ours_en}};
static const struct md_citation condition_citation = {{{&letter_2018, condition_sentence}},
                                                      {condition_ours_nl, condition_ours_en}};
static const struct md_citation room_citation = {{{&letter_2018, room_sentences}}, {room_ours_nl, room_ours_en}};
static const struct md_citation poverty_citation = {{{&letter_2021, poverty_sentence}}, {poverty_ours_nl, poverty_ours_en}};
static const struct md_citation displacement_citation = {
    {{&letter_september_2016, displacement_sentences}, {&letter_november_2016, on_top_sentence}}, {NULL, NULL}};
static const struct md_citation in_kind_citation = {{{&agreements_2016, in_kind_sentence}}, {NULL, NULL}};

const struct md_norm md_norms[] = {
    {"total", "totaal", 2017, 0, 100e6, MD_AMOUNT, NULL, &total_citation},
    {"du", "du", 2017, 0, 85e6, MD_AMOUNT, NULL, &du_citation},
    {"charities", "armoedepartijen", 2017, 2021, 10e6, MD_AMOUNT, NULL, &charities_citation},
    {"scheme_nl", "regeling_nl", 2017, 2018, 4e6, MD_AMOUNT, NULL, &scheme_nl_citation},
    {"scheme_cn", "regeling_cn", 2017, 0, 1e6, MD_AMOUNT, NULL, &scheme_cn_citation},
    {"reach_assistance", "bereik_bijstand", 2021, 2021, 1.00, MD_AMBITION, NULL, &reach_citation},
    {"reach_working", "bereik_werkend", 2021, 2021, 0.70, MD_AMBITION, NULL, &reach_citation},
    {"inkind_charities", "natura_armoedepartijen", 2017, 2021, 0.90, MD_CONDITION, NULL, &condition_citation},
    {"broader_room_low", "breder_laag", 2019, 0, 0.15, MD_ROOM, "broader_room_high", &room_citation},
    {"broader_room_high", "breder_hoog", 2019, 0, 0.20, MD_ROOM, "broader_room_low", &room_citation},
    {"poverty_2015", "armoede_2015", 2015, 2015, 0.092, MD_START, NULL, &poverty_citation},
    {"poverty_2030", "armoede_2030", 2030, 2030, 0.046, MD_TARGET, NULL, &poverty_citation},
    {"displacement", "verdringing", 2017, 0, 0, MD_AGREEMENT, NULL, &displacement_citation},
    {"in_kind", "in_natura", 2017, 0, 0, MD_AGREEMENT, NULL, &in_kind_citation},
};
const size_t md_norms_length = sizeof md_norms / sizeof *md_norms;
