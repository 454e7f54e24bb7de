# SPDX-License-Identifier: EUPL-1.2
"""The sheets for controllers: samples/begroting.sheet.

(1) A place is a letter for the sheet, a key for the row and the place of the year: R.class5 is the verdict of 2021 on the account. Year 0
    is the column of the baseline.
(2) What is expected was worked out by hand from the figures of Voorbeelddam; the working stands beside it. Of combinations of inputs that
    meet in one verdict the outcome comes from `Reference`, which follows the definitions and not the formulas.
"""
import random
import re
import subprocess
import unittest
from fractions import Fraction

from office import ENGLISH, SCRATCH, Error, Office, cell_value, properties, url
from sheets import Sheet, cell_at, enter, error_cells, low_rows, named, names, on_paper, path_of, places, snapshot, used, value

from com.sun.star.sheet.CellFlags import FORMULA

SHEETS = "GBRKOPT"     # Gegevens, Begroting, Rekening, Kinderen, Overzicht, Praktijk, Toelichting
MONEY = {"received": "Ontvangen", "carried_in": "Meegenomen uit het vorige jaar", "carried_out": "Doorgeschoven naar het volgende jaar",
         "available": "Beschikbaar in het jaar", "in_kind": "in natura", "otherwise": "kinderarmoede anders", "generic": "generiek",
         "unspent": "niet besteed", "gross": "Lasten uit eigen en extra geld, zonder overhead en reserves",
         "contributions": "min: bijdragen van anderen", "state": "min: ander geld van het Rijk", "net": "Netto lasten",
         "filled": "Zijn alle bedragen van het jaar ingevuld?",
         "sum": "Is besteed plus niet besteed gelijk aan ontvangen plus meegenomen?",
         "out": "Is niet meer doorgeschoven dan niet is besteed?",
         "in": "Is meegenomen wat de rekening van het vorige jaar doorschoof?",
         "costs": "Zijn de netto lasten ten minste wat uit het extra geld aan kinderen is besteed?",
         "of_spent": "In natura, van wat is besteed", "of_received": "In natura, van ontvangen en meegenomen",
         "broader": "Anders dan in natura, van ontvangen en meegenomen", "generic_share": "waarvan generiek", "room": "Binnen de ruimte?",
         "baseline": "Nulmeting met index", "added": "Kwam erbij, van wat beschikbaar was", "class": "Kwam het extra geld erbij?",
         "not_added": "Kwam er niet bij", "elsewhere": "waarvan breder besteed of vrijgevallen", "displaced": "waarvan in plaats van eigen geld",
         "child_baseline": "Nulmeting met index, per kind", "child_net": "Netto lasten, per kind",
         "child_available": "Beschikbaar extra geld, per kind", "child_added": "Kwam erbij, per kind gerekend",
         "child_class": "Kwam het erbij, per kind?", "year": "Kies het jaar", "words_in_kind": "In natura",
         "words_broader": "Anders dan in natura", "words_added": "Boven op eigen beleid", "words_displaced": "In plaats van eigen geld"}
GROUP = {"target": "Doelgroep", "reached": "Bereikt", "goal": "Eigen ambitie van de gemeente", "reach": "Bereik",
         "ambition": "Ambitie die dat jaar geldt", "verdict": "Ambitie gehaald?", "gap": "Nog te bereiken voor die ambitie"}
LABELS = {
    "G": {"municipality": "Gemeente", "first": "Eerste jaar", "base": "Basisjaar van de nulmeting (eigen lasten vóór het extra geld)",
          "index": "Loon- en prijsstijging", "counts": "telt mee sinds de nulmeting", "since": "samen sinds de nulmeting",
          "group": "Zo heet de doelgroep", "on_budget": "Begroting na wijziging", "on_account": "Rekening", "on_children": "Kinderen"},
    "B": MONEY | {"crossed": "Kruislings: tegenover de nulmeting uit de rekening"},
    "R": MONEY | {"crossed": "Kruislings: tegenover de nulmeting uit de begroting"},
    "K": {"all": "Kinderen in de doelgroep", "all_reached": "Bereikte kinderen", "together": "Bereik, alle kinderen samen",
          "words_a": "Kinderen van ouders in de bijstand", "words_w": "Kinderen van werkende ouders, laag inkomen"}
         | {f"{key}_{group}": label for key, label in GROUP.items() for group in "aw"},
    "O": {"in_kind": "in natura", "otherwise": "kinderarmoede anders", "generic": "generiek", "carried_out": "doorgeschoven",
          "released": "vrijgevallen", "money": "besteed en niet besteed", "came": "kwam erbij", "elsewhere": "breder besteed of vrijgevallen",
          "replaced": "in plaats van eigen geld", "available": "beschikbaar", "account": "rekening", "gain": "voordeel (V) of nadeel (N)",
          "budget": "begroting na wijziging", "checks": "Kloppen de controles?", "room": "Binnen de ruimte?",
          "class": "Kwam het extra geld erbij?"}}

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
        "R.filled": "Minder dan 0 ontvangen, meegenomen of doorgeschoven, in 2017, 2019. Dat kan niet."}),
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
                                       "G.on_children": "1 uitkomst vraagt aandacht: daar staat controleer."}),
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
        "R.words_displaced": "Nulmeting € 364.000 × 1,08240615 = € 393.995,8386; uitgaven € 520.450 − extra geld besteed € 165.050 = eigen geld € 355.400; € 38.595,8386 van het extra geld kwam in de plaats van eigen geld."}),
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

# What stands in a window of 1366 by 768 at 100% and at 200%, measured with GTK 3: centimetres of the sheet.
WIDE, WIDE_TWICE, HIGH_TWICE = 31.6, 15.8, 6.8
LEAST_LETTERS = 8    # points, on paper

_rows = {}


def rows_of():
    """{sheet: {key: row}}, by the labels in the first column of the Dutch sheet; the English one has the same cells."""
    if not _rows:
        office = Office.shared("nl-NL")
        book = office.open(path_of("begroting"))
        for letter, labels in LABELS.items():
            sheet = book.Sheets.getByIndex(SHEETS.index(letter))
            first = [row[0] for row in sheet.getCellRangeByPosition(0, 0, 0, used(sheet).Rows.Count - 1).getDataArray()]
            found = {key: [at for at, text in enumerate(first, 1) if text == label] for key, label in labels.items()}
            _rows[letter] = {key: rows[-1] if key.startswith("words") else rows[key.endswith("_w")] for key, rows in found.items()}
        office.close(book)
    return _rows


def address(place):
    """The number of the sheet, the column and the row of R.class5."""
    letter, key, year = re.fullmatch(r"([A-Z])\.([a-z_]+?)(\d?)", place).groups()
    column = ("ABCDEFGH" if letter == "O" else "BCDEFGH")[int(year)] if year else "I" if key in ("filled", "sum", "out", "in", "costs") else "B"
    return SHEETS.index(letter), column, rows_of()[letter][key]


def at(book, place):
    sheet, column, row = address(place)
    return book.Sheets.getByIndex(sheet).getCellRangeByName(f"{column}{row}").getCellByPosition(0, 0)


def entered(book, inputs):
    """Enters these and gives back what stood there."""
    before = {name: cell_value(named(book, name)) for name in inputs}
    for name, content in inputs.items():
        enter(book, name, content)
    return before


def holds(cell, condition):
    """What the rule of a check or of a mark says of this cell: several cells share one, which is written for the first of them."""
    sheet, first = cell.Spreadsheet, condition.getSourcePosition()
    sheet.unprotect("")
    written = sheet.getCellByPosition(first.Column + 30, first.Row + 200)
    written.setFormula("=N(" + condition.getFormula1() + ")")
    to = sheet.getCellByPosition(cell.CellAddress.Column + 30, cell.CellAddress.Row + 200)
    if to.CellAddress != written.CellAddress:
        sheet.copyRange(to.CellAddress, sheet.getCellRangeByName(written.AbsoluteName).RangeAddress)
    return bool(to.getValue())


def sentences(book):
    """Every text that a formula gives and that is more than a word or two."""
    return {place: result for place, (formula, result) in snapshot(book).items()
            if formula.startswith(("=", "{=")) and isinstance(result, str) and len(result) > 30}


class Proofs:
    """Of both languages."""

    def expect(self, book, outcome):
        for place, expected in outcome.items():
            actual = cell_value(at(book, place))
            if isinstance(expected, (str, type(None))) or isinstance(actual, (str, Error)):
                self.assertEqual(actual, expected, place)
            else:
                self.assertAlmostEqual(actual, expected, delta=1e-9 * max(1, abs(expected)), msg=place)

    def makes_sense(self, book, where):
        """No error, no empty place in a sentence, no plural of one."""
        self.assertEqual(error_cells(book), {}, where)
        for place, text in sentences(book).items():
            self.assertNotRegex(text, r"  |\(\)|, ?,|\.\.|: ?\.|^\W*[,.]| [.,;:]|€ (?!-?\d)|\b(TRUE|FALSE|WAAR|ONWAAR)\b", (where, place))
            self.assertNotRegex(text, r"\b1 (kinderen|controles|uitkomsten|jaren|kloppen|vragen|zijn|children|outcomes|years|deserve|are) ", (where, place))
            self.assertNotRegex(text, r"(?<!\d)[1-9]\d* (klopt|vraagt|is nog|is correct|deserves)\b(?<!\b1 klopt)(?<!\b1 vraagt)(?<!\b1 is nog)(?<!\b1 is correct)(?<!\b1 deserves)",
                                (where, place))

    def test_everything_fits_also_when_all_is_wrong_and_large(self):
        book = self.opened()
        worst = {name: 12000000 for name in self.amounts(book)}
        worst |= {name: 11999999 for name in worst if name.startswith(("niet_besteed", "unspent", "lasten_jaar", "costs_year"))}
        worst |= {name: 99999 for name in names(book) if name.startswith(("bereikt", "reached", "doelgroep", "target"))}
        entered(book, worst)
        self.assertEqual(error_cells(book), {})
        self.assertEqual(low_rows(book), {}, "all wrong")
        enter(book, self.unit, self.euros)
        self.assertEqual(re.findall(r".*###.*", on_paper(book)), [])
        for name in worst:
            enter(book, name, None)
        self.assertEqual(low_rows(book), {}, "all empty")

    def amounts(self, book):
        return [name for name in names(book) if name.endswith(("_rekening", "_begroting", "_account", "_budget")) and not name.startswith(("uitleg", "explained"))]

    def test_letters_on_paper_are_large_enough(self):
        paper = SCRATCH / f"letters-{self.name}.pdf"
        self.opened().storeToURL(url(paper), properties(FilterName="calc_pdf_Export"))
        told = subprocess.run(["pdftohtml", "-xml", "-stdout", "-i", "-zoom", "3", paper], check=True, capture_output=True, text=True).stdout
        sizes = {int(size) / 3 for size in re.findall(r'<fontspec [^>]*size="(\d+)"', told)}
        self.assertGreater(len(sizes), 3)
        self.assertGreaterEqual(min(sizes), LEAST_LETTERS)

    def test_it_can_be_used_on_a_small_screen_and_enlarged(self):
        controller = self.opened(hidden=False).CurrentController
        book = controller.Model
        for sheet in list(book.Sheets)[:4]:
            with self.subTest(sheet=sheet.Name):
                self.assertLess(used(sheet).Size.Width / 1000, WIDE)
                controller.setActiveSheet(sheet)
                if controller.hasFrozenPanes():
                    frozen = sheet.getCellRangeByPosition(0, 0, controller.SplitColumn - 1, controller.SplitRow - 1).Size
                    self.assertLess(frozen.Height / 1000, HIGH_TWICE / 4, "a quarter of the height")
                    widest = max(sheet.Columns.getByIndex(column).Width for column in range(used(sheet).Columns.Count))
                    self.assertLess((frozen.Width + widest) / 1000, WIDE_TWICE)

    def test_the_printed_page_adds_up(self):
        """Each of the three tables, in thousands, whatever the amounts; each amount is next to the exact one."""
        book = self.opened()
        drawn = random.Random(20161)
        sheet = book.Sheets.getByIndex(4)
        for _ in range(5):
            for name in self.amounts(book):
                enter(book, name, drawn.randint(0, 3000000) / drawn.choice((1, 7, 100)))
            for name in self.amounts(book):                      # not more than what was left
                left = name.replace("doorgeschoven", "niet_besteed").replace("carried_out", "unspent")
                if left != name:
                    enter(book, name, named(book, left).getValue() / drawn.choice((1, 3)))
            for first, last in (("in_kind", "money"), ("account", "budget")):
                top, bottom = (rows_of()["O"][key] for key in (first, last))
                shown = sheet.getCellRangeByName(f"B{top}:H{bottom}").getDataArray()
                exact = sheet.getCellRangeByName(f"K{top}:P{bottom - 1}").getDataArray()
                for row in shown:
                    self.assertEqual(sum(row[:6]), row[6])
                for column in zip(*shown):
                    self.assertEqual(sum(column[:-1]), column[-1])
                for rounded, amounts in zip(shown, exact):
                    for one, other in zip(rounded, amounts):
                        self.assertLess(abs(one - other / 1000), 1)
        self.assertNotRegex(" ".join(str(result) for _, result in snapshot(book).values()), "afronding kunnen|due to rounding")

    def test_another_first_year_and_another_base_year(self):
        """2016 and 2024; every head and every text follows, and nothing is left of the years before but what is said of the grant."""
        book = self.opened()
        first, base = ((named(book, name)) for name in self.years)
        for year, before in ((2016, 2015), (2024, 2019), (2031, 2030)):
            first.setValue(year)
            base.setValue(before)
            heads = [str(one) for one in range(year, year + 6)]
            self.assertEqual([at(book, f"G.counts{one}").getSpreadsheet().getCellByPosition(one + 1, 8).getString() for one in range(1, 7)], heads)
            for sheet, column, row in ((1, 2, 1), (2, 2, 1), (3, 2, 1), (4, 1, 3), (4, 10, 3)):
                found = [book.Sheets.getByIndex(sheet).getCellByPosition(column + one, row).getString() for one in range(6)]
                self.assertEqual(found, heads, sheet)
            self.assertIn(str(before), book.Sheets.getByIndex(1).getCellByPosition(1, 1).getString())
            self.makes_sense(book, year)
        left = {place: text for place, text in sentences(book).items() if re.search(r"\b20(1\d|2\d)\b", text)}
        self.assertEqual([text for text in left.values() if not re.search(r"Kamerbrief|[Ll]etter", text)], [])

    def test_names_say_the_place_of_the_year(self):
        found = [name for name in names(self.opened())]
        self.assertEqual([name for name in found if re.search(r"20\d\d", name)], [])
        self.assertEqual(len([name for name in found if re.search(self.place_of_year, name)]), 2 * 60 + 6 + 2 * 18 + 12)

    def test_it_takes_every_spelling_that_the_functions_take(self):
        """In each kind of input, and nothing that says nothing."""
        book = self.opened()
        known = ("onbekend", "Onbekend", "UNKNOWN", " n.b. ", "N.B.", ".", "x", "X", "?", "\u00a0onbekend\u2007", "\ufeffunknown", "   ", "")
        none = ("geen", "Geen", " NONE ", "none\u202f")
        accepted = {0: known + (0, 12.5, 1e9), 1: known + none + (0, 400000), 2: known + (0.02, -0.5, 0.5, 0), 3: known + (0, 7, 612.5),
                    4: known + none + (0, 0.8, 1), 5: known + (2016, 2024, 1000), 6: known + none + (2016,), 7: known + (0, 17), 8: known + (1.2, 0.01),
                    9: known + (0, 12.5, -450)}
        refused = {0: ("geen", "veel", "1.234", "onbekend!", -0.01), 1: ("niets", "1.234"), 2: (1.02, -0.51, "geen", "2%"), 3: (-1, "geen", "zes"),
                   4: (1.01, -0.1, "80"), 5: (217, 20177, 2017.5, "geen"), 6: (217, "nooit"), 7: (-1, 4.5, "vier"), 8: (0, -1, "veel"), 9: ("geen", "1.234")}
        for expected, contents in ((True, accepted), (False, refused)):
            for kind, name in enumerate(self.kinds):
                cell = named(book, name)
                for content in contents[kind]:
                    with self.subTest(name=name, content=content):
                        enter(book, name, content)
                        self.assertEqual(holds(cell, cell.Validation), expected)
        self.assertEqual(len(self.kinds), len(accepted))

    def test_every_sentence_makes_sense_with_one_input_in_each_state(self):
        book = self.opened()
        for name in (*self.kinds, *self.other_kinds):
            filled = cell_value(named(book, name))
            for content in (None, "onbekend", "geen", 0, 1, -1, "\u00a0x ", "Geen getal"):
                enter(book, name, content)
                with self.subTest(name=name, content=content):
                    self.makes_sense(book, (name, content))
            enter(book, name, filled)

    def test_an_emptied_file_is_unknown_and_never_zero(self):
        """But for what the year alone decides: the ambitions that the state set for 2021."""
        book, national = self.opened(), {("K", "ambition_a", 5): 1, ("K", "ambition_w", 5): 0.7}
        for name in names(book):
            if name not in ("melding", "message", *self.years):
                enter(book, name, None)
        for letter in "BRK":
            for key, row in rows_of()[letter].items():
                if not key.startswith("words"):
                    for year in range(1, 7):
                        shown = book.Sheets.getByIndex(SHEETS.index(letter)).getCellByPosition(year + 1, row - 1)
                        if (letter, key, year) in national:
                            self.assertEqual(shown.getValue(), national[letter, key, year])
                        elif shown.getFormula().startswith("="):
                            self.assertIn(shown.getString(), self.empty, (letter, key, year))
        self.makes_sense(book, "empty")

    def test_every_year_is_computed_like_the_first(self):
        """So what is worked out for one holds for all; only what looks at the year before begins a year later."""
        def next_year(formula):
            return re.sub(r"(?<![\w$])([A-H])(\$?\d+)", lambda cell: chr(ord(cell[1]) + 1) + cell[2], formula)
        book, compared = self.opened(), 0
        for sheet in list(book.Sheets)[:4]:
            for row, formulas in enumerate(sheet.getCellRangeByPosition(2, 0, 7, used(sheet).Rows.Count - 1).getFormulaArray(), 1):
                for first, second in zip(formulas[1:], formulas[2:]):
                    if first.startswith("="):
                        self.assertEqual(next_year(first), second, (sheet.Name, row))
                        compared += 1
        self.assertGreater(compared, 250)

    def test_a_share_just_beside_a_bound_shows_it(self):
        """15.0004% is not shown as the 15.0% that it misses, nor 99.9% of the children as all of them."""
        book = self.opened()
        rules = at(book, "R.broader5").ConditionalFormat
        self.assertEqual(rules.Count, 1)
        fine = book.StyleFamilies.getByName("CellStyles").getByName(rules.getByIndex(0).StyleName)
        self.assertIn("000", book.NumberFormats.getByKey(fine.NumberFormat).FormatString.replace("0,000", "0.000"))
        at(book, "R.broader5").Spreadsheet.unprotect("")
        for share, expected in ((0.15, 0), (0.150004, 1), (0.1499999, 1), (0.2, 0), (0.200004, 1), (0.9996, 1), (1, 0), (0.00001, 1), (0, 0), (0.151, 0), (0.4213, 0)):
            at(book, "R.broader5").setValue(share)
            self.assertEqual(holds(at(book, "R.broader5"), rules.getByIndex(0)), expected, share)
        reach = at(book, "K.reach_a5")                      # where all of them is the ambition
        reach.Spreadsheet.unprotect("")
        for share, expected in ((0.9996, 1), (1, 0), (1.0004, 1), (0.9994, 0), (0.9, 0)):
            reach.setValue(share)
            self.assertEqual(holds(reach, reach.ConditionalFormat.getByIndex(0)), expected, share)

    def test_combinations_of_inputs_give_what_the_definitions_say(self):
        """Of a thousand columns of Account, with inputs that are numbers, unknown, empty and wrong in all ways that meet."""
        book = self.opened()
        drawn, seen = random.Random(2017), {}
        account, rows = book.Sheets.getByIndex(2), rows_of()["R"]
        for turn in range(170):
            state = Reference(drawn, self.language)
            state.enter(book)
            block = account.getCellRangeByName(f"B1:H{max(rows.values())}").getDataArray()
            for year in range(1, 7):
                for key, expected in state.outcomes(year).items():
                    actual = block[rows[key] - 1][year]
                    where = f"turn {turn}, year {year}, {key}: {state.told(year)}"
                    if isinstance(expected, str) or isinstance(actual, str):
                        self.assertEqual(actual, expected, where)
                    else:
                        self.assertAlmostEqual(actual, float(expected), delta=1e-7 * max(1, abs(float(expected))), msg=where)
                    if isinstance(expected, str):
                        seen.setdefault(key, set()).add(expected)
            if turn % 10 == 0:
                self.makes_sense(book, f"turn {turn}")
        self.assertGreaterEqual(len(seen["class"]), 8, seen["class"])
        self.assertGreaterEqual(len(seen["room"]), 7, seen["room"])


WORDS = {"onbekend": "unknown", "controleer": "check this", "let op": "caution", "klopt": "correct", "klopt niet": "not correct",
         "ingevuld": "filled in", "geen geld": "no money", "nog niet": "not yet", "niets besteed": "nothing spent", "volledig": "fully",
         "deels": "partly", "niet": "not", "geen norm": "no norm", "binnen": "within", "buiten": "outside", "geen": "none"}


class Reference:
    """A drawn state of all inputs that meet in the verdicts of Account, and what the definitions make of it."""
    AMOUNTS = ("received", "carried_in", "carried_out", "in_kind", "otherwise", "generic", "unspent", "gross", "contributions", "state")
    UNKNOWN = ("onbekend", None, "n.b.", " Unknown ", "x", "\u00a0?")

    def __init__(self, drawn, language):
        self.language, self.drawn = language, drawn
        self.first = drawn.choice((2016, 2017, 2019, 2024, 2017, "onbekend"))
        self.base = drawn.choice((2012, 2016, 2018, 2020, 2016, 2016, "geen", "None", "onbekend", None))
        self.before = [drawn.choice((400000, 376000, 100000.25, 12000, 5000, "geen", " GEEN", None, "x")), self.amount(0, 0, 12000), self.amount(0, 0, 5000.5)]
        self.index = [drawn.choice((0, 0.015, 0.02, -0.01, 0.026, 0.02, 0.02, 0.02, None, 1.02)) for _ in range(6)]
        self.years = {year: self.draw_year() for year in range(1, 7)}
        for year in range(2, 7):   # mostly what the year before carried out
            if drawn.random() < 0.7:
                self.years[year]["carried_in"] = self.years[year - 1]["carried_out"]
                self.balance(self.years[year])

    def amount(self, *choices):
        return self.drawn.choice(self.UNKNOWN) if self.drawn.random() < 0.02 else self.drawn.choice(choices)

    def draw_year(self):
        one = {"received": self.amount(210000, 210000, 210000, 0, 95000.5, 95000.5, -100), "carried_in": self.amount(0, 60000), "carried_out": self.amount(0, 20000, 35000, 210000),
               "in_kind": self.amount(72000, 150000, 0), "otherwise": self.amount(48000, 5000.75, 0), "generic": self.amount(25000, 0, 0, -500),
               "unspent": self.amount(0, 20000), "gross": self.amount(505000, 660000, 300000, 120000, 505000, 660000, 9000), "contributions": self.amount(0, 15000.1),
               "state": self.amount(0, 45000)}
        self.balance(one)
        if self.drawn.random() < 0.05:
            one[self.drawn.choice(self.AMOUNTS)] = self.drawn.choice(("veel", "1.234", "geen"))
        return one

    def balance(self, one):
        """Mostly what was spent and unspent is what there was, and enough of it is carried out."""
        numbers = [one[key] for key in ("received", "carried_in", "in_kind", "otherwise", "generic")]
        if self.drawn.random() < 0.8 and all(isinstance(number, (int, float)) for number in numbers):
            rest = numbers[0] + numbers[1] - sum(numbers[2:])
            if rest < 0:
                one["in_kind"] += rest
                rest = 0
            one["unspent"] = rest
            if isinstance(one["carried_out"], (int, float)) and self.drawn.random() < 0.9:
                one["carried_out"] = min(one["carried_out"], rest)

    def enter(self, book):
        account, details = book.Sheets.getByIndex(2), book.Sheets.getByIndex(0)
        def put(cells, content):
            Office.put(book, f"{cells[0].Name}.{cells[1]}", content)
        rows = rows_of()
        put((details, f"B{rows['G']['first']}"), self.first)
        put((details, f"B{rows['G']['base']}"), self.base)
        for year, (column, rate) in enumerate(zip("CDEFGH", self.index), 1):
            put((details, f"{column}{rows['G']['index']}"), rate)
        for key, content in zip(("gross", "contributions", "state"), self.before):
            put((account, f"B{rows['R'][key]}"), content)
        for year, column in enumerate("CDEFGH", 1):
            for key in self.AMOUNTS:
                put((account, f"{column}{rows['R'][key]}"), self.years[year][key])

    def told(self, year):
        return f"{self.first} {self.base} {self.before} {self.index} {self.years[year]}"

    # ---- What the definitions make of it

    def known(self, *cells):
        return all(isinstance(cell, (int, float)) for cell in cells)

    def exact(self, cell):
        return Fraction(str(cell))

    def is_none(self, cell):
        return isinstance(cell, str) and cell.strip().lower() in ("geen", "none")

    def baseline(self):
        """A number, or a word."""
        if self.is_none(self.base) or self.is_none(self.before[0]):
            return "geen"
        if not self.known(*self.before):
            return "onbekend"
        net = self.exact(self.before[0]) - self.exact(self.before[1]) - self.exact(self.before[2])
        return "controleer" if net < 0 else net

    def growth(self, year):
        """A factor, or a word: of the years after the base year, up to this one."""
        if not self.known(self.base, self.first):
            return "onbekend"
        rates = [self.index[one - 1] for one in range(1, year + 1) if self.first + one - 1 > self.base]
        if any(rate is not None and abs(rate) > 0.5 for rate in rates):
            return "controleer"
        if None in rates:
            return "onbekend"
        product = Fraction(1)
        for rate in rates:
            product *= 1 + self.exact(rate)
        return product

    def outcomes(self, year):
        found = self.in_dutch(year)
        if self.language == "en":
            found = {key: WORDS.get(word, word.replace("vóór", "before")) if isinstance(word, str) else word for key, word in found.items()}
        return found

    def in_dutch(self, year):
        one, found = self.years[year], {}
        money = {key: self.exact(one[key]) if self.known(one[key]) else None for key in self.AMOUNTS}

        def all_known(*keys):
            return all(money[key] is not None for key in keys)

        def sum_of(*keys):
            return sum(money[key] for key in keys)

        strange = any(isinstance(one[key], str) and one[key].strip("\u00a0 ").lower() not in ("onbekend", "unknown", "n.b.", "x", "?") for key in self.AMOUNTS)
        below = any(money[key] is not None and money[key] < 0 for key in ("received", "carried_in", "carried_out"))
        found["filled"] = ("controleer" if strange or below else "onbekend" if not all_known(*self.AMOUNTS) else
                           "let op" if min(money.values()) < 0 else "ingevuld")
        found["available"] = sum_of("received", "carried_in") - money["carried_out"] if all_known("received", "carried_in", "carried_out") else "onbekend"
        found["net"] = money["gross"] - sum_of("contributions", "state") if all_known("gross", "contributions", "state") else "onbekend"
        spending = ("in_kind", "otherwise", "generic", "unspent")
        found["sum"] = ("onbekend" if not all_known("received", "carried_in", *spending) else
                        "klopt" if sum_of("received", "carried_in") == sum_of(*spending) else "klopt niet")
        found["out"] = "onbekend" if not all_known("carried_out", "unspent") else "klopt niet" if money["carried_out"] > money["unspent"] else "klopt"
        if year > 1:
            last = self.years[year - 1]["carried_out"]
            found["in"] = ("onbekend" if not (all_known("carried_in") and self.known(last)) else
                           "klopt" if money["carried_in"] == self.exact(last) else "klopt niet")
        found["costs"] = ("klopt niet" if found["net"] != "onbekend" and found["net"] < 0 else
                          "onbekend" if not (all_known("in_kind", "otherwise") and found["net"] != "onbekend") else
                          "klopt niet" if found["net"] < sum_of("in_kind", "otherwise") else "klopt")
        found["room"], found["broader"] = self.room(year, money, found, all_known(*spending))
        found["class"] = self.class_of(year, one, money, found)
        self.split(year, money, found)
        return found

    def room(self, year, money, found, known):
        """The verdict and the share."""
        total = sum(money[key] for key in ("in_kind", "otherwise", "generic", "unspent")) if known else None
        share = ("onbekend" if not known else "geen geld" if total == 0 else "controleer" if total < 0 else
                 (money["otherwise"] + money["generic"]) / total)
        if self.known(self.first) and self.first + year - 1 < 2019:
            return "geen norm", share
        if isinstance(share, str):
            return share, share
        if found["sum"] == "klopt niet" or found["filled"] == "controleer" or not 0 <= share <= 1:
            return "controleer", share
        if not self.known(self.first):
            return "onbekend", share
        return "binnen" if share <= Fraction(15, 100) else "let op" if share <= Fraction(20, 100) else "buiten", share

    def class_of(self, year, one, money, found):
        baseline, available = self.baseline(), found["available"]
        if available == "onbekend":
            return "controleer" if found["filled"] == "controleer" else "onbekend"
        growth = Fraction(1) if baseline == "geen" else self.growth(year)
        wrong = "klopt niet" in (found["sum"], found["out"], found.get("in"), found["costs"]) or found["filled"] == "controleer"
        if wrong or available < 0 or baseline == "controleer" or growth == "controleer":
            return "controleer"
        if baseline != "geen" and self.known(self.base, self.first) and self.first + year - 1 < self.base:
            return f"vóór {self.base}"
        if available == 0:
            return "nog niet" if money["carried_out"] > 0 else "geen geld"
        if baseline in ("onbekend", 0) or "onbekend" in (growth, found["net"]):
            return "onbekend"
        self.indexed = Fraction(0) if baseline == "geen" else baseline * growth
        on_top = (found["net"] - self.indexed) / available
        found["added"] = on_top
        return "volledig" if on_top >= 1 else "niet" if on_top <= 0 else "deels"

    def split(self, year, money, found):
        """What did not come on top: in place of own money, or elsewhere."""
        if found["class"] not in ("volledig", "deels", "niet"):
            found["added"] = found["not_added"] = found["elsewhere"] = found["displaced"] = found["class"]
            return
        found["not_added"] = min(found["available"], max(Fraction(0), found["available"] - found["net"] + self.indexed))
        if money["in_kind"] is None or money["otherwise"] is None:
            found["elsewhere"] = found["displaced"] = "onbekend"
            return
        extra = money["in_kind"] + money["otherwise"]
        if not 0 <= extra <= found["available"]:
            found["elsewhere"] = found["displaced"] = "controleer"
            return
        found["displaced"] = Fraction(0) if self.baseline() == "geen" else min(extra, max(Fraction(0), self.indexed - found["net"] + extra))
        found["elsewhere"] = found["not_added"] - found["displaced"]


class Begroting(Proofs, Sheet, unittest.TestCase):
    name = "begroting"
    frozen = ("Begroting", "Rekening", "Kinderen", "Praktijk")
    charts = 1
    large = "ontvangen_jaar5_rekening"
    guarded = False
    unit, euros = "eenheid", "euro"
    years = ("eerste_jaar", "basisjaar")
    place_of_year = r"_jaar[1-6](_|$)"
    kinds = ("ontvangen_jaar5_rekening", "lasten_nulmeting_rekening", "index_jaar2", "bereikt_bijstand_jaar5", "eigen_ambitie_bijstand_jaar4",
             "eerste_jaar", "basisjaar", "leeftijd_vanaf", "inkomensgrens", "generiek_jaar5_rekening")
    other_kinds = ("doorgeschoven_jaar1_rekening", "in_natura_jaar5_rekening", "bijdragen_nulmeting_begroting", "doelgroep_bijstand_jaar5",
                   "doelgroep_samen_jaar5", "doelgroep_samen_nulmeting", "bereikt_samen_jaar5", "gemeente", "uitkering", "peildatum", "toont",
                   "eenheid", "uitleg_rekening", "uitleg_kinderen")
    empty = ("onbekend", "geen norm", "geen ambitie")

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


class Budget(Proofs, Sheet, unittest.TestCase):
    name = "budget"
    language = "en"
    frozen = ("Budget", "Account", "Children", "Practice")
    charts = 1
    large = "received_year5_account"
    guarded = False
    unit, euros = "unit", "euros"
    years = ("first_year", "base_year")
    place_of_year = r"_year[1-6](_|$)"
    kinds = ("received_year5_account", "costs_baseline_account", "index_year2", "reached_assistance_year5", "own_ambition_assistance_year4",
             "first_year", "base_year", "age_from", "income_limit", "generic_year5_account")
    other_kinds = ("carried_out_year1_account", "in_kind_year5_account", "contributions_baseline_budget", "target_assistance_year5",
                   "target_together_year5", "target_together_baseline", "reached_together_year5", "municipality", "grant", "reference_date", "shows",
                   "unit", "explained_account", "explained_children")
    empty = ("unknown", "no norm", "no ambition")

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
