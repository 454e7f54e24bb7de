# SPDX-License-Identifier: EUPL-1.2
"""What samples/begroting.sheet computes, worked out by hand from the figures of Voorbeelddam; the working stands beside it."""
import re
import unittest

from begroting import InDutch, InEnglish, at, entered, rows_of
from office import cell_value
from sheets import enter, named, names, snapshot, used, value

# ---- The figures of Voorbeelddam, account ----------------------------------------------------------------------------
#
#              received  carried in  out     in kind  otherwise  generic  unspent  gross − contributions − state = net
#   2017 (1)   210,400   0           60,000  72,350   47,900     25,250   64,900   505,450 − 15,250 − 0      = 490,200
#   2018 (2)   212,150   60,000      20,000  138,450  65,700     40,300   27,700   662,400 − 15,800 − 12,000 = 634,600
#   2019 (3)   211,300   20,000      0       131,250  57,600     42,450   0        630,600 − 14,250 − 18,000 = 598,350
#   2020 (4)   213,250   0           35,000  150,150  14,900     9,850    38,350   555,200 − 14,750 − 20,000 = 520,450
#   2021 (5)   215,000   35,000      25,000  110,000  85,000     18,000   37,000   640,000 − 15,000 − 45,000 = 580,000
#   2022 (6)   215,300   25,000      12,000  168,450  29,800     12,250   29,800   725,700 − 15,250 − 45,000 = 665,450
#
# baseline 376,000 − 12,000 = 364,000, of which with 1.5%, 2%, 2.5%, 2%, 1.5%, 2.6%:
#   × 1.015 = 369,460 · × 1.02 = 376,849.20 · × 1.025 = 386,270.43 · × 1.02 = 393,995.8386 · × 1.015 = 399,905.776179
#   · × 1.026 = 410,303.326359654
# on top        2017 (490,200 − 369,460) / 150,400 = 120,740 / 150,400; 2018 257,750.80 / 252,150, more than all of it;
#               2021 180,094.223821 / 225,000
# displaced     2017 own money 490,200 − 120,250 = 369,950 is above the baseline: 0; 2020 393,995.84 − (520,450 − 165,050) = 38,595.84;
#               2021 399,905.78 − (580,000 − 195,000) = 14,905.78, of the 44,905.78 that did not come on top
# a child       1,110 children in 2016, 1,080 in 2021: baseline 399,905.776179 / 1,110 = 360.275474…; counted so it is
#               364,000 × 1,080 / 1,110 × 1.09864224225 = 389,097.51196; (580,000 − 389,097.51196) / 225,000 = 84.8%
FILLED = {
    "R.available1": 150400, "R.available2": 252150, "R.available3": 231300, "R.available4": 178250, "R.available5": 225000, "R.available6": 228300,
    "R.net0": 364000, "R.net1": 490200, "R.net5": 580000, "R.net6": 665450, "B.net0": 370000,
    "R.filled5": "ingevuld", "R.sum5": "klopt", "R.out5": "klopt", "R.in5": "klopt", "R.costs5": "klopt", "R.in1": None,
    "R.of_spent5": 110 / 213, "R.of_received5": 110 / 250, "R.broader5": 103 / 250, "R.generic_share5": 18 / 250, "R.broader6": 42.05 / 240.3,
    "R.room1": "geen norm", "R.room2": "geen norm", "R.room3": "buiten", "R.room4": "binnen", "R.room5": "buiten", "R.room6": "let op",
    "R.baseline1": 369460, "R.baseline5": 399905.776179, "R.baseline6": 410303.326359654,
    "R.added1": 120.74 / 150.4, "R.added2": 257.7508 / 252.15, "R.added5": 180094.223821 / 225000,
    "R.class1": "deels", "R.class2": "volledig", "R.class5": "deels", "R.class6": "volledig",
    "R.not_added1": 29660, "R.not_added2": 0, "R.not_added5": 44905.776179, "R.displaced1": 0, "R.displaced4": 38595.8386, "R.displaced5": 14905.776179,
    "R.elsewhere1": 29660, "R.elsewhere4": 13200, "R.elsewhere5": 30000,
    # against the baseline of the budget, 370,000 × 1.09864224225 = 406,497.6296325
    "R.crossed5": 173502.3703675 / 225000,
    "R.child_baseline5": 399905.776179 / 1110, "R.child_net5": 580000 / 1080, "R.child_available5": 225000 / 1080,
    "R.child_added5": (580000 - 389097.51196) / 225000, "R.child_class5": "deels",
    # 600 children, 540 reached, national ambition of 100% in 2021; 590, 500, own ambition of 88% in 2020, or 519.2, so 520; 595, 566, own of 95% in 2022
    "K.reach_a5": 0.9, "K.ambition_a5": 1, "K.verdict_a5": "nog niet gehaald", "K.gap_a5": 60, "K.verdict_a4": "nog niet gehaald", "K.gap_a4": 20,
    "K.verdict_a6": "gehaald", "K.gap_a6": 0, "K.ambition_a1": "geen ambitie", "K.verdict_a1": "geen ambitie", "K.gap_a1": "geen ambitie",
    # 475 children, 230 reached, own ambition of 60%: 285
    "K.reach_w5": "onbekend", "K.ambition_w5": 0.7, "K.verdict_w5": "onbekend", "K.gap_w5": "onbekend", "K.verdict_w6": "nog niet gehaald",
    "K.gap_w6": 55, "K.all0": 1110, "K.all5": 1080, "K.all6": 1070, "K.all_reached5": 750, "K.together5": 750 / 1080, "K.together6": 796 / 1070,
    "G.counts1": 0.015, "G.since6": 0.1272069405485,
}

# What is entered, what follows, and why. Where a sentence is given, it stands beside the row.
CASES = [
    # the three checks of a controller, each with its sentence
    ({"doorgeschoven_jaar5_rekening": 60000, "niet_besteed_jaar5_rekening": 10000, "generiek_jaar5_rekening": 45000},
     {"R.out5": "klopt niet", "R.sum5": "klopt", "R.class5": "controleer", "R.added5": "controleer", "R.not_added5": "controleer",
      "R.elsewhere5": "controleer", "R.displaced5": "controleer", "R.child_class5": "controleer", "R.in6": "klopt niet", "B.in6": "klopt niet",
      "B.class6": "controleer", "R.class4": "deels",
      "R.out": "2021: er is € 60.000 doorgeschoven, maar er bleef maar € 10.000 over.",
      "R.in": "2022: meegenomen is € 25.000, maar de rekening van het jaar ervoor schoof € 60.000 door.",
      "G.on_account": "2 vragen aandacht, 27 kloppen.", "G.on_budget": "1 vraagt aandacht, 28 kloppen."}),
    ({"meegenomen_jaar2_rekening": 50000},
     {"R.in2": "klopt niet", "R.sum2": "klopt niet", "R.class2": "controleer", "R.class1": "deels", "R.class3": "deels",
      "R.in": "2018: meegenomen is € 50.000, maar de rekening van het jaar ervoor schoof € 60.000 door.",
      "R.sum": "2018: ontvangen en meegenomen zijn samen € 262.150, besteed en niet besteed € 272.150."}),
    ({"lasten_jaar2_rekening": 127800},       # net 127,800 − 15,800 − 12,000 = 100,000; 138,450 + 65,700 for children
     {"R.costs2": "klopt niet", "R.class2": "controleer", "R.room2": "geen norm",
      "R.costs": "2018: de netto lasten zijn € 100.000, maar alleen al uit het extra geld ging € 204.150 naar kinderen."}),
    ({"niet_besteed_jaar2_rekening": 27701, "niet_besteed_jaar5_rekening": 37001, "niet_besteed_jaar6_rekening": 29801},
     {"R.sum2": "klopt niet", "R.sum5": "klopt niet", "R.room5": "controleer", "R.room6": "controleer", "R.room2": "geen norm",
      "R.sum": "2018: ontvangen en meegenomen zijn samen € 272.150, besteed en niet besteed € 272.151. Ook niet in 2021, 2022."}),
    ({"doorgeschoven_jaar1_rekening": "onbekend"},
     {"R.out1": "onbekend", "R.in2": "onbekend", "B.in2": "onbekend", "R.available1": "onbekend", "R.class1": "onbekend", "R.class2": "volledig",
      "R.out": "Nog niet te controleren in 2017.", "R.in": "Nog niet te controleren in 2018.", "R.filled": "Niet alle bedragen zijn bekend in 2017.",
      "G.on_account": "Geen enkele controle vraagt aandacht, 26 kloppen, 3 zijn nog onbekend.",
      "G.on_budget": "Geen enkele controle vraagt aandacht, 28 kloppen, 1 is nog onbekend."}),
    ({}, {"R.sum": "Klopt in alle zes jaren.", "R.in": "Klopt in alle jaren na het eerste.", "R.filled": "Alle bedragen zijn bekend.",
          "G.on_account": "Geen enkele controle vraagt aandacht, 29 kloppen.", "G.on_children": "Nergens zijn meer kinderen bereikt dan er zijn."}),
    # a text where an amount belongs, and an amount below 0
    ({"generiek_jaar3_rekening": "1.234"}, {"R.filled3": "controleer", "R.sum3": "onbekend", "R.room3": "onbekend", "R.class3": "controleer",
                                            "R.filled": "Een tekst waar een bedrag hoort, in 2019. Typ een bedrag, of: onbekend."}),
    ({"generiek_jaar3_rekening": -450, "niet_besteed_jaar3_rekening": 42900},
     {"R.filled3": "let op", "R.sum3": "klopt", "R.class3": "deels", "R.filled": "Een bedrag onder 0, in 2019. Is dat een correctie?"}),
    # less than 0 where that cannot be
    ({"doorgeschoven_jaar1_rekening": -1, "ontvangen_jaar3_rekening": -5}, {
        "R.filled1": "controleer", "R.filled3": "controleer", "R.class1": "controleer", "R.added1": "controleer", "R.room3": "controleer",
        "R.filled": "Bij 1 of bij niet besteed staat een bedrag onder 0, in 2017, 2019. Dat kan niet."}),
    # 300,000 spent in kind of 250,000, made to balance
    ({"in_natura_jaar5_rekening": 300000, "niet_besteed_jaar5_rekening": -153000}, {
        "R.sum5": "klopt", "R.filled5": "controleer", "R.class5": "controleer", "R.room5": "controleer", "R.displaced5": "controleer",
        "R.filled": "Bij 1 of bij niet besteed staat een bedrag onder 0, in 2021. Dat kan niet."}),
    ({"lasten_jaar2_rekening": 20000, "in_natura_jaar2_rekening": "onbekend"},              # 20,000 − 15,800 − 12,000
     {"R.net2": -7800, "R.costs2": "klopt niet", "R.class2": "controleer", "R.costs": "2018: er is € 7.800 meer afgetrokken dan er aan lasten was."}),
    # no own policy: nothing to displace, whatever the index. 222,000 less than before would have been displaced
    ({"basisjaar": "geen"}, {"R.net0": "geen", "B.net0": "geen", "R.baseline5": "geen", "R.added5": 580 / 225, "R.class5": "volledig", "R.not_added5": 0,
                             "R.displaced4": 0, "R.child_class5": "volledig", "R.crossed5": 580 / 225}),
    ({"basisjaar": "Geen", "index_jaar3": None, "lasten_jaar5_rekening": 255000},       # net 195,000 of 225,000: 30,000 went elsewhere
     {"R.class5": "deels", "R.not_added5": 30000, "R.elsewhere5": 30000, "R.displaced5": 0, "R.class6": "volledig"}),
    ({"lasten_nulmeting_rekening": " GEEN ", "index_jaar1": "onbekend"},
     {"R.net0": "geen", "R.class5": "volledig", "R.displaced4": 0, "B.class5": "onbekend", "B.net0": 370000, "B.crossed5": "onbekend"}),
    ({"lasten_nulmeting_rekening": "None"}, {"R.net0": "geen"}),
    # the other sheet has a baseline: its index, and its year, count for the comparison crosswise
    ({"lasten_nulmeting_rekening": "geen", "index_jaar3": 1.02}, {"R.class5": "volledig", "R.crossed2": (634600 - 370000 * 1.015 * 1.02) / 252150, "R.crossed5": "controleer"}),
    ({"lasten_nulmeting_rekening": "geen", "basisjaar": 2019}, {"R.class2": "volledig", "R.crossed2": "vóór 2019"}),
    ({"lasten_nulmeting_rekening": 12000}, {"R.net0": 0, "R.class5": "onbekend", "R.displaced5": "onbekend"}),       # 0 is no baseline
    ({"lasten_nulmeting_rekening": 11999}, {"R.net0": "controleer", "R.class5": "controleer", "R.baseline5": "controleer", "B.class5": "deels",
                                            "B.crossed5": "controleer"}),
    ({"lasten_nulmeting_rekening": None}, {"R.net0": "onbekend", "R.class5": "onbekend", "R.baseline5": "onbekend", "R.not_added5": "onbekend"}),
    ({"bijdragen_nulmeting_rekening": "x"}, {"R.net0": "onbekend", "R.class5": "onbekend"}),
    ({"bijdragen_jaar5_rekening": 14000}, {"R.net5": 581000, "R.added5": 181094.223821 / 225000}),
    ({"ander_rijksgeld_jaar5_rekening": 0}, {"R.net5": 625000, "R.class5": "volledig", "R.not_added5": 0}),          # 225,094 on top
    # the years: of a baseline of 2019 the years before have no verdict, 2019 itself no index; 364,000 × 1.02 in 2020
    ({"basisjaar": 2019}, {"G.counts1": 0, "G.counts3": 0, "G.counts4": 0.02, "R.class2": "vóór 2019", "R.baseline2": "vóór 2019",
                           "R.displaced2": "vóór 2019", "R.baseline3": 364000, "R.baseline4": 371280, "R.class3": "volledig",
                           "R.child_added2": "vóór 2019"}),
    ({"basisjaar": 2023}, {"R.class6": "vóór 2023", "R.room6": "let op"}),
    ({"basisjaar": "onbekend"}, {"G.counts1": "onbekend", "R.class5": "onbekend", "R.baseline5": "onbekend", "R.room5": "buiten"}),
    ({"eerste_jaar": 217}, {"R.class5": "onbekend", "R.room5": "onbekend", "G.counts1": "onbekend"}),
    ({"basisjaar": 16}, {"R.class5": "onbekend", "R.baseline5": "onbekend"}),
    ({"eerste_jaar": None}, {"R.class5": "onbekend", "R.room5": "onbekend", "K.verdict_a5": "onbekend", "K.gap_a5": "onbekend",
                             "K.reach_a5": 0.9}),
    ({"index_jaar3": "n.b."}, {"R.class2": "volledig", "R.class3": "onbekend", "R.class6": "onbekend", "R.baseline6": "onbekend", "G.since6": "onbekend"}),
    ({"index_jaar3": 1.02}, {"G.counts3": "controleer", "R.class2": "volledig", "R.class3": "controleer", "R.baseline3": "controleer"}),
    # nothing available, nothing spent
    ({"doorgeschoven_jaar5_rekening": 250000, "niet_besteed_jaar5_rekening": 250000, "in_natura_jaar5_rekening": 0,
      "kinderarmoede_anders_jaar5_rekening": 0, "generiek_jaar5_rekening": 0},
     {"R.available5": 0, "R.class5": "nog niet", "R.displaced5": "nog niet", "R.of_spent5": "niets besteed", "R.of_received5": 0, "R.room5": "binnen"}),
    ({"ontvangen_jaar1_rekening": 0, "doorgeschoven_jaar1_rekening": 0, "niet_besteed_jaar1_rekening": 0, "in_natura_jaar1_rekening": 0,
      "kinderarmoede_anders_jaar1_rekening": 0, "generiek_jaar1_rekening": 0},
     {"R.class1": "geen geld", "R.not_added1": "geen geld", "R.of_received1": "geen geld", "R.of_spent1": "niets besteed"}),
    # 63.41 + 41,910.08 − 41,973.49 is 0, though not in binary
    ({"ontvangen_jaar4_rekening": 63.41, "meegenomen_jaar4_rekening": 41910.08, "doorgeschoven_jaar4_rekening": 41973.49}, {"R.available4": 0}),
    ({"in_natura_jaar4_rekening": 0.1, "kinderarmoede_anders_jaar4_rekening": 0.2, "generiek_jaar4_rekening": -0.3}, {"R.of_spent4": "niets besteed"}),
    ({"doorgeschoven_jaar5_rekening": 250001}, {"R.available5": -1, "R.class5": "controleer"}),
    # the bounds of the room: 37,500, 37,501, 50,000 and 50,001 of 250,000; shown with decimals where it would look like the bound
    ({"kinderarmoede_anders_jaar5_rekening": 19500, "in_natura_jaar5_rekening": 175500}, {"R.broader5": 0.15, "R.room5": "binnen"}),
    ({"kinderarmoede_anders_jaar5_rekening": 19501, "in_natura_jaar5_rekening": 175499}, {"R.broader5": 0.150004, "R.room5": "let op"}),
    ({"kinderarmoede_anders_jaar5_rekening": 32000, "in_natura_jaar5_rekening": 163000}, {"R.broader5": 0.2, "R.room5": "let op"}),
    ({"kinderarmoede_anders_jaar5_rekening": 32001, "in_natura_jaar5_rekening": 162999}, {"R.broader5": 0.200004, "R.room5": "buiten"}),
    # no year without a norm contradicts itself
    ({"eerste_jaar": 2024, "basisjaar": 2023}, {"K.ambition_a1": "geen ambitie", "K.verdict_a1": "geen ambitie", "K.gap_a1": "geen ambitie",
                                                "K.verdict_a4": "nog niet gehaald", "K.gap_a4": 20, "K.verdict_w5": "geen ambitie", "R.room1": "buiten"}),
    ({"eerste_jaar": 2013, "basisjaar": 2012}, {"R.room5": "geen norm", "R.room6": "geen norm", "K.verdict_a5": "geen ambitie"}),
    # own ambitions
    ({"eigen_ambitie_bijstand_jaar3": 0.8}, {"K.verdict_a3": "nog niet gehaald", "K.gap_a3": 4}),                    # 484 of 605, 480 reached
    ({"eigen_ambitie_bijstand_jaar5": 0.5}, {"K.ambition_a5": 1, "K.verdict_a5": "nog niet gehaald"}),                # the national one stands
    ({"eigen_ambitie_bijstand_jaar4": "Geen"}, {"K.verdict_a4": "geen ambitie", "K.gap_a4": "geen ambitie"}),
    ({"eigen_ambitie_bijstand_jaar4": "onbekend"}, {"K.ambition_a4": "onbekend", "K.verdict_a4": "onbekend", "K.gap_a4": "onbekend"}),
    ({"eigen_ambitie_bijstand_jaar4": 0}, {"K.verdict_a4": "onbekend"}),
    # children
    ({"bereikt_bijstand_jaar5": 599}, {"K.verdict_a5": "nog niet gehaald", "K.gap_a5": 1}),
    ({"bereikt_bijstand_jaar5": 600}, {"K.verdict_a5": "gehaald", "K.gap_a5": 0}),
    ({"bereikt_bijstand_jaar5": 601}, {"K.reach_a5": 601 / 600, "K.verdict_a5": "controleer", "K.gap_a5": "controleer",
                                       "G.on_children": "1 uitkomst vraagt aandacht: daar staat controleer.",
                                       "K.words_a": "601 van 600 kinderen bereikt (100,2%). Let op: meer dan 100%: er zijn kinderen dubbel geteld, of de doelgroep is te klein."}),
    ({"bereikt_bijstand_jaar1": 621, "bereikt_bijstand_jaar2": 611},      # impossible also where no ambition holds
     {"K.verdict_a1": "controleer", "K.verdict_a2": "controleer", "G.on_children": "2 uitkomsten vragen aandacht: daar staat controleer."}),
    ({"doelgroep_bijstand_jaar5": 0, "bereikt_bijstand_jaar5": 10}, {"K.reach_a5": "controleer", "K.verdict_a5": "controleer"}),
    ({"doelgroep_bijstand_jaar5": 0, "bereikt_bijstand_jaar5": 0, "doelgroep_samen_jaar5": 480},
     {"K.reach_a5": "geen kinderen", "K.verdict_a5": "geen kinderen", "K.gap_a5": "geen kinderen"}),
    ({"bereikt_bijstand_jaar5": -1}, {"K.reach_a5": "controleer", "K.verdict_a5": "controleer", "K.all_reached5": "controleer", "K.together5": "controleer"}),
    ({"doelgroep_bijstand_jaar5": -1}, {"K.reach_a5": "controleer", "K.all5": "controleer", "R.child_net5": "controleer"}),
    ({"doelgroep_samen_jaar1": -1}, {"K.all1": "controleer"}),
    ({"doelgroep_bijstand_jaar5": "zeshonderd"}, {"K.reach_a5": "controleer", "K.verdict_a5": "controleer"}),
    ({"doelgroep_samen_jaar5": 599}, {"K.all5": "controleer", "K.together5": "controleer", "R.child_class5": "controleer"}),    # fewer than one group
    ({"doelgroep_samen_jaar6": 1071}, {"K.all6": "controleer"}),                                                     # 595 + 475 = 1,070
    ({"doelgroep_samen_jaar6": 1070}, {"K.all6": 1070}),
    ({"doelgroep_samen_jaar5": "onbekend"}, {"K.all5": "onbekend", "K.together5": "onbekend", "R.child_net5": "onbekend", "R.child_class5": "onbekend",
                                             "R.class5": "deels"}),
    ({"bereikt_samen_jaar1": 500}, {"K.all_reached1": 500, "K.together1": 500 / 1105}),
    ({"doelgroep_samen_nulmeting": None}, {"K.all0": "onbekend", "R.child_baseline5": "onbekend", "R.child_added5": "onbekend", "R.child_net5": 580000 / 1080}),
    ({"doelgroep_samen_nulmeting": 0, "doelgroep_bijstand_nulmeting": 0}, {"R.child_baseline5": "geen kinderen", "R.child_class5": "geen kinderen"}),
    # the target group in words
    ({}, {"G.group": "Kinderen: van 0 tot en met 17 jaar, inkomen tot 120% van het sociaal minimum, geteld op 1 januari."}),
    ({"leeftijd_vanaf": 12, "leeftijd_tot_en_met": 12, "inkomensgrens": "onbekend", "peildatum": None},
     {"G.group": "Kinderen: van 12 jaar, inkomensgrens onbekend, peildatum onbekend."}),
    ({"leeftijd_vanaf": 18, "leeftijd_tot_en_met": 4}, {"G.group": "Kinderen: controleer de leeftijd, inkomen tot 120% van het sociaal minimum, geteld op 1 januari."}),
    ({"leeftijd_vanaf": None}, {"G.group": "Kinderen: leeftijd onbekend, inkomen tot 120% van het sociaal minimum, geteld op 1 januari."}),
    # in words
    ({"uitleg_rekening": 2020}, {
        "R.words_in_kind": "In natura € 150.150 van € 174.900 besteed (85,8%); naar soort: in natura € 150.150, kinderarmoede anders € 14.900, generiek € 9.850, niet besteed € 38.350.",
        "R.words_displaced": "Nulmeting € 364.000 × 1,08240615 = € 393.995,84; uitgaven € 520.450 − extra geld besteed € 165.050 = eigen geld € 355.400; € 38.595,84 van het extra geld kwam in de plaats van eigen geld."}),
    ({"uitleg_rekening": 2016}, {"R.words_in_kind": "Kies een van de zes jaren.", "R.words_added": "Kies een van de zes jaren."}),
    ({"basisjaar": 2022}, {"R.words_added": "Geen uitkomst: vóór 2022.", "R.words_broader": "Breder € 103.000 van € 250.000 ontvangen (41,2%); naar soort: in natura € 110.000, kinderarmoede anders € 85.000, generiek € 18.000, niet besteed € 37.000."}),
    ({}, {"K.words_a": "540 van 600 kinderen bereikt (90%); de ambitie van 100% vraagt nog 60 kinderen.", "K.words_w": "De doelgroep is onbekend: 'onbekend'."}),
    ({"eerste_jaar": 2018}, {"K.words_a": "500 van 590 kinderen bereikt (84,7%); de ambitie van 100% vraagt nog 90 kinderen."}),
]

# Published percentages, and what was reported of them.
REACH = {("Haarlem", 2017): 0.610, ("Elburg", "inkomen tot 120%"): 0.574, ("Elburg", "inkomen tot 130%"): 0.390,
         ("Amersfoort", 2018): 0.386, ("Walcheren", 2017): 0.244, ("Heusden", 2021): "onbekend"}
ON_TOP = {("Haarlemmermeer", 2018): (1, "volledig"), ("Utrecht", "begroting / begroting"): (2.23, "volledig"),
          ("Utrecht", "begroting / rekening"): (0.77, "deels"), ("Utrecht", "rekening / begroting"): (0.52, "deels"),
          ("Utrecht", "rekening / rekening"): (-0.94, "niet"), ("Zandvoort", 2017): (0.54, "deels"),
          ("Vlissingen", 2017): (0.14, "deels"), ("Heemskerk", 2017): (0, "niet"), ("Enkhuizen", 2017): ("nog niet", "nog niet")}
SPENT = {("Hilversum", 2017): (1.054, "alles besteed"), ("Heemstede", 2017): (0.632, "rest elders"),
         ("Velsen", 2017): (0.702, "rest bewaard"), ("Enkhuizen", 2017): (0, "rest bewaard")}


class Dutch(InDutch, unittest.TestCase):
    def test_the_outcomes_as_computed_by_hand(self):
        self.expect(self.opened(), FILLED)

    def test_changed_inputs_give_what_was_computed_by_hand(self):
        book = self.opened()
        for inputs, outcome in CASES:
            with self.subTest(**inputs):
                before = entered(book, inputs)
                try:
                    self.expect(book, outcome)
                    self.makes_sense(book, inputs)
                finally:
                    entered(book, before)
        self.expect(book, FILLED)

    def test_every_amount_moves_a_verdict_or_a_figure(self):
        """Whatever is made unknown turns some result into a word; made known again, all is as it was."""
        book = self.opened()
        before = snapshot(book)
        # The national ambition goes first; and the children in the base year are given as a whole.
        without_effect = {f"eigen_ambitie_{group}_jaar5" for group in ("bijstand", "werkend")} | {"doelgroep_bijstand_nulmeting"}
        for name in names(book):
            if re.search(r"_jaar\d|nulmeting", name) and name not in without_effect and cell_value(named(book, name)) not in (None, "onbekend"):
                with self.subTest(name=name):
                    filled = cell_value(named(book, name))
                    enter(book, name, "onbekend")
                    cell = (named(book, name).Spreadsheet.Name, named(book, name).CellAddress.Column, named(book, name).CellAddress.Row)
                    changed = {place for place, content in snapshot(book).items() if content != before.get(place)} - {cell}
                    self.assertTrue(changed)
                    enter(book, name, filled)
        self.assertEqual(snapshot(book), before)

    def test_savings_and_overspending_are_marked(self):
        """In thousands; 660,000 − 665,450 is an overspending of 5,450, next to 5 and 6."""
        book = self.opened()
        self.assertEqual(at(book, "O.gain1").getString(), "70 V")
        self.assertIn(at(book, "O.gain6").getString(), ("5 N", "6 N"))
        enter(book, "eenheid", "euro")
        self.assertEqual(at(book, "O.gain6").getString(), "5.450 N")
        self.assertEqual(at(book, "O.gain1").getString(), "69.800 V")

    def test_the_page_shows_budget_or_account(self):
        """By its name, as it may be typed; anything else is the account."""
        book = self.opened()
        enter(book, "eenheid", "euro")
        for content, in_kind in (("rekening", 110000), ("Begroting", 150000), (" budget ", 150000), (None, 110000), ("iets", 110000)):
            enter(book, "toont", content)
            self.assertEqual(cell_value(at(book, "O.in_kind5")), in_kind, content)
        enter(book, "in_natura_jaar5_rekening", None)
        self.assertEqual(at(book, "O.in_kind5").getString(), "onbekend")
        self.assertEqual(at(book, "O.money7").getString(), "onbekend")
        self.assertEqual(at(book, "O.money4").getString(), "213.250")

    def test_a_year_in_which_something_is_wrong_has_no_amounts_that_look_right(self):
        book = self.opened()
        enter(book, "doorgeschoven_jaar5_rekening", 60000)      # more than the 37,000 that was left
        self.assertEqual(at(book, "O.checks5").getString(), "klopt niet")
        self.assertEqual(at(book, "O.class5").getString(), "controleer")
        for row in ("released", "money", "came", "elsewhere", "replaced", "available"):
            self.assertEqual(at(book, f"O.{row}5").getString(), "onbekend", row)
        self.assertEqual(at(book, "O.released4").getString(), "3")

    def test_the_chart_leaves_out_what_is_unknown_and_says_so(self):
        book = self.opened()
        heads, shown = (rows_of()["O"]["in_kind"] - 1, rows_of()["O"]["generic"])
        self.assertEqual(value(book, f"Overzicht.O{heads}"), "2021")
        enter(book, "generiek_jaar5_rekening", None)
        self.assertEqual(value(book, f"Overzicht.O{heads}"), "2021 deels onbekend")
        self.assertEqual(value(book, f"Overzicht.O{shown}"), "onbekend")

    def test_sources_stand_beside_the_norms(self):
        texts = " ".join(str(result) for _, result in snapshot(self.opened()).values())
        for words in ("Geen norm voor gemeenten", "Ruimte: ten hoogste 15% tot 20%", "Landelijk, alleen voor 2021: ten minste 100%",
                      "Landelijk, alleen voor 2021: ten minste 70%", "decembercirculaire 2016", "taakveld 0.4", "taakveld 0.10"):
            self.assertIn(words, texts)

    def test_published_cases_give_the_published_percentages(self):
        book = self.opened()
        seen = {}
        for row in range(5, used(book.Sheets.getByName("Praktijk")).Rows.Count):
            case = tuple(value(book, f"Praktijk.{column}{row}") for column in "AB")
            share, verdict, check = (value(book, f"Praktijk.{column}{row}") for column in "HIL")
            if check in ("klopt", "klopt niet"):
                self.assertEqual(check, "klopt", case)
                self.assertGreater(len(value(book, f"Praktijk.M{row}")), 20, "a source")
                seen.setdefault(case, []).append((share, verdict))
        for case, share in REACH.items():
            self.assertIn(share, [round(got, 3) if isinstance(got, float) else got for got, _ in seen[case]], case)
        for case, (share, verdict) in ON_TOP.items():
            self.assertIn((share, verdict), [(round(got, 2) if isinstance(got, float) else got, word) for got, word in seen[case]], case)
        for case, (share, verdict) in SPENT.items():
            self.assertIn((share, verdict), [(round(got, 3) if isinstance(got, float) else got, word) for got, word in seen[case]], case)
        self.assertEqual(sum(map(len, seen.values())), len(REACH) + len(ON_TOP) + len(SPENT))

    def test_a_wrong_published_figure_is_noticed(self):
        book = self.opened()
        sheet = book.Sheets.getByName("Praktijk")
        sheet.unprotect("")
        sheet.getCellRangeByName("C5").setValue(2700)
        self.assertEqual(value(book, "Praktijk.L5"), "klopt niet")


class English(InEnglish, unittest.TestCase):
    def test_the_outcomes_in_english(self):
        """The same sums as in Dutch."""
        book = self.opened()
        self.assertEqual([at(book, f"R.class{year}").getString() for year in range(1, 7)], ["partly", "fully", "partly", "partly", "partly", "fully"])
        self.assertEqual([at(book, f"R.room{year}").getString() for year in range(1, 7)], ["no norm", "no norm", "outside", "within", "outside", "caution"])
        self.assertEqual([at(book, f"K.verdict_a{year}").getString() for year in (3, 4, 5, 6)], ["no ambition", "not yet met", "not yet met", "met"])
        self.assertEqual(at(book, "R.displaced5").getString(), "14,906")
        self.assertEqual(at(book, "R.in").getString(), "Correct in all years after the first.")
        self.assertEqual(at(book, "G.group").getString(), "Children: of 0 to 17 years, income up to 120% of the social minimum, counted on 1 January.")
        self.assertEqual(at(book, "O.gain1").getString(), "70 F")

    def test_the_checks_say_what_is_wrong(self):
        book = self.opened()
        entered(book, {"carried_out_year5_account": 60000, "unspent_year5_account": 10000, "generic_year5_account": 45000})
        self.assertEqual(at(book, "R.out").getString(), "2021: € 60,000 was carried out, but only € 10,000 was left.")
        self.assertEqual(at(book, "R.in").getString(), "2022: carried in was € 25,000, but the account of the year before carried out € 60,000.")
        self.assertEqual(at(book, "R.class5").getString(), "check this")
        enter(book, "base_year", "None")
        self.assertEqual(at(book, "R.net0").getString(), "none")
        self.assertEqual(at(book, "R.displaced4").getString(), "0")

    def test_in_words(self):
        self.assertEqual(at(self.opened(), "K.words_a").getString(), "540 of 600 children reached (90%); the ambition of 100% takes another 60 children.")


if __name__ == "__main__":
    unittest.main()
