# SPDX-License-Identifier: EUPL-1.2
"""samples/training.sheet in a real office.

(1) A right answer is called right with the reason, every usual mistake by its kind, in Dutch and in English; what is worked out by hand
    stands in RIGHT and MISTAKES.
(2) What is entered as a user would: with Enter, with Ctrl+Shift+Enter, filled down, deleted.
(3) Hints come in two steps; what the known mistakes come to is shown when the answer is right.
(4) No text is cut, whatever a verdict or a hint says, on the screen or on paper.
"""
import re
import unittest

from office import BUILD, LOCALES, Office, cell_value, properties, url
from sheets import OpenSheet, Sheet, enter, error_cells, named, on_paper, path_of, referred, too_long, used, value, values

from com.sun.star.sheet.FillDirection import TO_BOTTOM
from com.sun.star.table.CellContentType import EMPTY

DU, SUBSIDY, REACH, KIND = (f"=MEEDOEN.BUDGET.{name}" for name in ("ALLOCATEDU", "ALLOCATESUBSIDY", "REACHPCT", "INKINDSHARE"))
ONE, THREE = f"{DU}(B6;B7:B9)", "=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(B6;TRANSPOSE(B7:B9)))"


class Array(str):
    """A formula over all cells, with Ctrl+Shift+Enter."""


class Down(str):
    """A formula in the first cell that is filled down."""


# The answer to each question, worked out by hand from the figures in the exercises, and what "right" says of it in both languages.
RIGHT = {
    "1": ([[2631]], "€ 2.631,58", "€ 2,631.58"),  # 150/570 of 10,000 is 2631.58; two euros are left for .77 and .65
    "2": ([[21354], [13542], [6771], [4687], [3646]], "samen € 49.997. De € 3 die over is", "€ 49,997 together"),
    "3": ([[300], [301], [300], [100]], "laagste code: GM0100, Zuid", "lowest code"),  # 300.3, 300.3, 300.3 and 100.1
    "4": ([["onbekend"]], "deel van het geheel", "part of the whole"),
    "5": ([[None], [1250], [None], [None]], "1250 van de 3010 kinderen", "1250 of the 3010 children"),
    "6": ([[8267], [5867], [3466], [2400]], "de totaalrij is geen ontvanger", "no recipient"),
    "7": ([[5000], [2857], [1143], [500], [500]], "€ 4.000 die dan over is", "€ 4,000 left"),  # 4,000 by 250 : 100
    "8": ([[59600]], "€ 59.600 minder", "€ 59,600 less"),  # 409,600 - (450,000 - 100,000)
    "9a": ONE, "9b": Array(ONE), "9c": (Array(THREE), "één cel toont één bedrag", "one cell shows one amount"),
    "10a": [["onbekend"]], "10b": ([[0.5]], "200 van 400 kinderen: ten minste 50%", "at least 50%"),  # 150 + 90 - 40 of 400
    "11a": [[375]], "11b": ([[0.75]], "375 kinderen, en dat is 75% van 500", "375 children, which is 75% of 500"),  # 240 + 150 + 210 - 225
    "12a": [[0.525]], "12b": ([[0.42]], "52,5% van de € 120.000", "52.5% of the € 120,000"),  # 63 of 120, 63 of 150
    "13a": [[2280000]], "13b": [[0.57]], "13c": ([[70000]], "57%. Er was geen regel nodig", "57%. No rule was needed"),
}
EXERCISES = range(1, 14)

# What the sheet names: the question, the answer, what the verdict says. Questions before it in the same exercise are answered right.
MISTAKES = [
    ("1", [[2632]], "apart afgerond met AFRONDEN; samen wordt dat € 10.001 en niet € 10.000"),
    ("1", [[1316]], "de totaalrij telt mee"),
    ("1", [[4054]], "één aantal is overgeslagen"),                     # 150 of 370
    ("1", [["2.631"]], "dit is tekst en geen getal"),
    ("1", [[10000 * 150 / 570]], "apart afgerond|hele euro's"),
    ("1", [[9461]], "begint te vroeg: B6 is geld"),                    # 10,000 of 10,570
    ("1", [[4286]], "stopt te vroeg"),                                 # 150 of 350
    ("1", [[3509]], "dit krijgt een ander dorp"), ("1", [[3860]], "dit krijgt een ander dorp"),
    ("1", [[0.263]], "dit is het deel; gevraagd is het bedrag"),
    ("1", f"{DU}(B7:B9;B6;1)", "de argumenten zijn verwisseld"),
    ("1", [[7]], "dit is niet het bedrag; vraag een hint"),
    ("2", [[21354], [13542], [6771], [4688], [3646]], "apart afgerond met AFRONDEN; samen is dat € 50.001 en niet € 50.000"),
    ("2", [[10677], [6771], [3385], [2344], [1823]], "de totaalrij telt mee"),
    ("2", [[29286], [18571], [9286], [6429], [5000]], "één aantal is overgeslagen, zoals SOM doet met tekst; samen is dat € 68.572"),
    ("2", [[21354], ["13.542"], [6771], [4687], [3646]], "er staat tekst waar een getal hoort"),
    ("2", [[1], [2], [3], [4], [5]], "samen is dit € 15 en niet € 50.000"),
    ("2", [[21353], [13543], [6771], [4687], [3646]], "samen klopt het, maar niet elk bedrag"),
    ("2", [[21354], [13542.5], [6770.5], [4687], [3646]], "hele euro's"),
    ("2", [[49058], [402], [255], [128], [88]], "begint te vroeg"),    # of 50,960
    ("2", [[23034], [14607], [7303], [5056], [0]], "stopt te vroeg"),  # of 890
    ("2", Array(f"{DU}(B6;B7:B10)"), "stopt te vroeg"),
    ("2", Array(f"{DU}(B6;B6:B11)"), "begint te vroeg"),
    ("2", Array(f"{DU}(B7:B11;B6)"), "de argumenten zijn verwisseld"),
    ("2", Down(f"{DU}(B$6;B$7:B$11)"), r"elke cel toont het eerste bedrag.*RIJ\(\)-6"),
    ("2", Down(f"{DU}(B6;B7:B11;ROW()-6)"), r"in C8 staat B7 en B8:B12\. Zet een \$ voor elk vast rijnummer: B\$6 en B\$7:B\$11$"),
    ("2", Down(f"{DU}(B$6;B7:B11;ROW()-6)"), r"in C8 staat B8:B12\. "),
    ("2", Down(f"{DU}(B6;B$7:B$11;ROW()-6)"), r"in C8 staat B7\. "),
    ("2", Down("=ROUND(B$6*B7/SUM(B7:B11);0)"), r"in C8 staat B8:B12\. "),
    ("2", Down("=ROUND(B6*B7/SUM(B$7:B$11);0)"), r"in C8 staat B7\. "),
    ("2", Down("=ROUND(B$6*B7/SUM(B$7:B$11);0)"), "apart afgerond met AFRONDEN"),
    ("3", [[301], [300], [300], [100]], "gaat hier de laagste code voor"),
    ("3", [[300], [300], [300], [100]], "apart afgerond met AFRONDEN; samen is dat € 1.000 en niet € 1.001"),
    ("3", [[150], [150], [150], [50]], "de totaalrij telt mee"),
    ("3", Down(f"{DU}(B6;B7:B10;ROW()-6;;;;;D7:D10)"), r"in C8 staat B7 en B8:B11.*B\$7:B\$10$"),
    ("4", [[0]], "onbekend is niet hetzelfde als 0"),
    ("4", [[3582]], "als 0 geteld"),
    ("4", [[1791]], "de totaalrij telt mee"),
    ("4", [["veel"]], "is het bedrag bekend of niet"),
    ("4", [[5000]], "zolang één aantal onbekend is"),
    ("4", f"{DU}(B7:B9;B6;1)", "de argumenten zijn verwisseld"),
    ("5", [[None], [1.25], [None], [None]], "leest dit als 1,25"),
    ("5", [[None], [1205], [None], [None]], "hoort 1250"),
    ("5", [[None], [1250], [621], [None]], "een ander aantal is veranderd"),
    ("5", [[1250], [None], [None], [None]], "bij een gemeente waarvan het getal goed was"),
    ("6", [[4133], [2933], [1733], [1200]], "de totaalrij telt mee"),
    ("6", Array(f"{DU}(B6;B7:B11)"), "de totaalrij telt mee"),
    ("6", [[8267], [5867], [3467], [2400]], "apart afgerond met AFRONDEN; samen is dat € 20.001 en niet € 20.000"),
    ("6", [[11698], [8302], [4906], [3396]], "één aantal is overgeslagen"),
    ("6", Down(f"{DU}(B6;B7:B10;ROW()-6)"), r"in C8 staat B7 en B8:B11.*B\$7:B\$10$"),
    ("7", [[6000], [2500], [1000], [400], [100]], "de grenzen ontbreken"),
    ("7", [[5000], [2500], [1000], [500], [500]], "afgekapt op de grenzen; samen is dat € 9.500 en niet € 10.000"),
    ("7", [[5684], [2369], [947], [500], [500]], "alleen het minimum geldt"),      # 9,000 by 600 : 250 : 100
    ("7", [[5000], [3125], [1250], [500], [125]], "alleen het maximum geldt"),     # 5,000 by 250 : 100 : 40 : 10
    ("7", Array(f"{DU}(B6;B7:B11;;;;B13;B12)"), "het minimum en het maximum zijn verwisseld"),
    ("7", Down(f"{DU}(B6;B7:B11;ROW()-6;;;B$12;B$13)"), "in C8 staat B7 en B8:B12"),
    ("8", [[58000]], "de indexatie is afgerond"),
    ("8", [[50000]], "de nulmeting is niet geïndexeerd"),
    ("8", [[0]], "als de totaalrij meetelt"),
    ("8", [[89600]], "€ 30.000 te veel: de uitgave aan cultuur telt niet mee"),    # 409,600 - (420,000 - 100,000)
    ("8", [[100000]], "verwisseld zijn, of als er uitgaven ontbreken"),
    ("8", "=MEEDOEN.BUDGET.DISPLACEMENT(SUM(B9:B13);B6;B7;B8)", "verwisseld zijn, of als er uitgaven ontbreken"),
    ("8", [[40400]], "dit is wat erbij kwam"),
    ("8", [[0.596]], "dit is het deel; gevraagd is het bedrag"),
    ("8", [["59600 euro"]], "dit is tekst en geen getal"),
    ("8", [[1]], "vraag een hint"),
    ("9a", [[600], [None], [None]], "stap 1: typ de formule en niet het bedrag"),
    ("9a", f"{DU}(B7:B9;B6)", "de argumenten zijn verwisseld"),
    ("9a", Array(ONE), "stap 1: dit is al een matrixformule"),
    ("9a", f"{DU}(B6;B7:B8)", "stap 1: dit is niet het eerste bedrag"),
    ("9a", Down(f"{DU}(B$6;B$7:B$9)"), "stap 1: laat C8 en C9 leeg"),
    ("9b", Array(THREE), "stap 2: dit is de formule van stap 3"),
    ("9b", ONE, "stap 2: er staan geen accolades"),
    ("9b", Down(f"{DU}(B$6;B$7:B$9)"), "stap 2: er staan geen accolades"),
    ("9b", ("D7:D8", ONE), "stap 2: de formule staat over te weinig cellen"),
    ("9b", Array(f"{DU}(B6;B7:B8)"), "stap 2: dit zijn niet de drie bedragen"),
    ("9b", Array(f"{DU}(B7:B9;B6)"), "de argumenten zijn verwisseld"),
    ("9c", Array(ONE), "stap 3: hier hoort TRANSPONEREN"),
    ("9c", ("E7", THREE), "stap 3: alleen de eerste cel is gevuld"),
    ("9c", Array("=TRANSPOSE(MEEDOEN.BUDGET.ALLOCATEDU(B6;B7:B9))"), r"stap 3: TRANSPONEREN moet ook om de sleutel"),
    ("10a", [[0]], "a: onbekend is niet hetzelfde als 0"),
    ("10a", [[0.5]], "a: de onbekende aanbieder telt als 0. Dit is wat er ten minste is bereikt"),
    ("10a", [[50]], "a: de onbekende aanbieder telt als 0. Dit is wat er ten minste is bereikt"),
    ("10a", [[0.6]], "a: de onbekende aanbieder telt als 0, en 40 kinderen tellen dubbel"),
    ("10a", [[0.9]], "a: zolang één aanbieder onbekend is"),
    ("10a", [["de helft"]], "a is tekst, maar geen antwoord"),
    ("10b", [[50]], "b: dit getal is meer dan 100%. Typ het met een procentteken, of deel het door 100"),
    ("10b", [[0.6]], "b: 40 kinderen tellen dubbel"),
    ("10b", [[2]], "b: de argumenten zijn verwisseld"),                # 400 of 200
    ("10b", [[400 / 240]], "b: de argumenten zijn verwisseld"),
    ("10b", [[0.7]], "b: wie dubbel telt, moet eraf en niet erbij"),   # 280 of 400
    ("10b", f"{REACH}(B6:B8;B6;B10)", "b: het celbereik begint te vroeg"),
    ("10b", [[200]], "b: dit is het aantal kinderen; gevraagd is het deel"),
    ("10b", [["onbekend"]], "b: van twee aanbieders is het aantal wel bekend"),
    ("10b", f"{REACH}(B7:B9;B6;B10)", "b: van twee aanbieders is het aantal wel bekend"),
    ("10b", [["ruim"]], "b is tekst en geen getal"),
    ("10b", [[0.1]], "b: dit is niet het deel"),
    ("11a", [[690]], "a: dit zijn voorzieningen en geen kinderen"),
    ("11a", [[465]], "a: dit zijn voorzieningen min kinderen"),        # 690 - 225
    ("11a", [[600]], "a: een kind dat twee voorzieningen kreeg, telt nu voor twee"),
    ("11a", [[825]], "a: wie dubbel telt, moet eraf en niet erbij"),
    ("11a", "=SUM(B7:C9)", "a: voorzieningen en kinderen zijn bij elkaar opgeteld"),
    ("11a", "=SUM(C6:C9)-C10", "a: het celbereik begint te vroeg"),
    ("11a", [[0.75]], "a: dit is het deel, en dat vraagt b"),
    ("11a", [["veel"]], "a is tekst"),
    ("11a", [[1]], "a: dit is niet het aantal kinderen"),
    ("11b", [[1.38]], "b: dit deelt voorzieningen door kinderen"),     # 690 of 500
    ("11b", [[0.93]], "b: dit deelt voorzieningen, min wie dubbel telt, door kinderen"),
    ("11b", [[1.2]], "b: wie dubbel telt is er niet af"),
    ("11b", [[75]], "b: dit getal is meer dan 100%. Typ het met een procentteken, of deel het door 100"),
    ("11b", [[500 / 375]], "b: de argumenten zijn verwisseld"),
    ("11b", [[375 / 690]], "b: de noemer is de doelgroep"),
    ("11b", [[375]], "b: dit is het aantal kinderen"),
    ("11b", [["driekwart"]], "b is tekst"),
    ("11b", [[0.1]], "b: dit is niet het deel"),
    ("12a", [[0.42]], "a: dit is het deel van wat is ontvangen, en dat vraagt b"),
    ("12a", [[0.7]], "a: voorlichting is niet in natura"),             # 84 of 120
    ("12a", [[0.75]], "a: ook generiek geld is besteed"),              # 63 of 84
    ("12a", [[52.5]], "a: dit getal is meer dan 100%. Typ het met een procentteken, of deel het door 100"),
    ("12a", [[120 / 63]], "a: deel en geheel zijn verwisseld"),
    ("12a", [[63000]], "a: dit is het bedrag; gevraagd is het deel"),
    ("12a", [[0.53]], "a: rond niet af op hele procenten"),
    ("12a", [["de helft"]], "a is tekst"),
    ("12a", f'{KIND}(C6:C10;B6:B10;"besteed")', "de argumenten zijn verwisseld: eerst de bedragen"),
    ("12a", f'{KIND}(B6:B11;C6:C11;"besteed")', "de totaalrij B11 hoort niet in het celbereik"),
    ("12a", [[0.1]], "a: dit is niet het deel"),
    ("12b", [[0.525]], "b: dit is weer het deel van wat is besteed"),
    ("12b", [[0.56]], "b: voorlichting is niet in natura"),            # 84 of 150
    ("12b", [[0.21]], "b: de totaalrij B11 telt mee in de noemer"),    # 63 of 300
    ("12b", [[42]], "b: dit getal is meer dan 100%. Typ het met een procentteken, of deel het door 100"),
    ("12b", [[150 / 63]], "b: deel en geheel zijn verwisseld"),
    ("12b", [[63000]], "b: dit is het bedrag"),
    ("12b", [["minder"]], "b is tekst"),
    ("12b", [[0.1]], "b: dit is niet het deel"),
    ("13a", [[4000000]], "a: de afgewezen aanvragen tellen mee, en zo is het plafond op"),
    ("13a", f"=SUM({SUBSIDY[1:]}(B6;B22:B86))", "a: de afgewezen aanvragen tellen mee"),
    ("13a", [[6660000]], "a: dit is alles wat is gevraagd"),
    ("13a", [[3325000]], "a: ook de aanvragen die om de techniek zijn afgewezen"),  # 2,280,000 + 1,045,000
    ("13a", [[1720000]], "a: dit is wat er overbleef"),
    ("13a", f"{SUBSIDY}(B6;B22:B86;C22:C86)", "a: dit krijgt alleen de eerste aanvraag"),
    ("13a", [[0.57]], "a: dit is het deel, en dat vraagt b"),
    ("13a", f"=SUM({SUBSIDY[1:]}(B22:B86;B6;C22:C86))", "de argumenten zijn verwisseld: eerst het plafond"),
    ("13a", [["2,28 miljoen"]], "dit is tekst"),
    ("13a", [[1]], "a: dit is niet het bedrag"),
    ("13b", [[57]], "b: dit getal is meer dan 100%. Typ het met een procentteken, of deel het door 100"),
    ("13b", [[0.43]], "b: dit is het deel dat overbleef"),
    ("13b", [[4 / 2.28]], "b: deel en geheel zijn verwisseld"),
    ("13b", [[0.35]], "b: dit is het deel van de aanvragen"),          # 23 of 65
    ("13b", [[2280 / 6660]], "b: dit is het deel van wat is gevraagd"),
    ("13b", [["ruim de helft"]], "b is tekst"),
    ("13b", [[0.1]], "b: dit is niet het deel"),
    ("13c", [[120000]], "c: dit is alles wat is gevraagd"),
    ("13c", [[0]], "c: 0 komt eruit bij alles of niets"),
    ("13c", f'{SUBSIDY}(B9;B22:B86;C22:C86;;61;"alles of niets")', "c: 0 komt eruit bij alles of niets"),
    ("13c", [[105263]], "c: dit is naar rato"),                        # 120,000 of 2,280,000, of 2,000,000
    ("13c", f'{SUBSIDY}(B9;B22:B86;C22:C86;;61;"gelijk")', "c: dit zijn gelijke delen"),
    ("13c", f"{SUBSIDY}(B22:B86;B9;C22:C86;;61)", "de argumenten zijn verwisseld: eerst het plafond"),
    ("13c", [["niets"]], "dit is tekst"),
    ("13c", [[1]], "c: dit is niet het bedrag"),
]
ENGLISH_MISTAKES = [
    ("1", [[2632]], "rounded by itself with ROUND; together that becomes € 10,001 and not € 10,000"),
    ("2", [[29286], [18571], [9286], [6429], [5000]], "one number was skipped, as SUM does with text; together that is € 68,572"),
    ("2", Down(f"{DU}(B6;B7:B11;ROW()-6)"), "what had to stay moved along when copied down: in C8 there is B7 and B8:B12. "
                                            "Put a $ before each fixed row number: B$6 and B$7:B$11"),
    ("3", [[301], [300], [300], [100]], "in a tie the lowest code goes first here; give the codes as the order"),
    ("4", [[3582]], "the unknown municipality was counted as 0, as SUM does; this amount is too high"),
    ("5", [[None], [1250], [621], [None]], "another number was changed; those were 840, 620 and 300"),
    ("6", [[4133], [2933], [1733], [1200]], "the total row counts in the key; everyone gets half"),
    ("7", [[6000], [2500], [1000], [400], [100]], "the bounds are missing; give the minimum and the maximum"),
    ("8", [[50000]], "the baseline was not indexed"),
    ("9c", Array(ONE), "step 3: TRANSPOSE belongs here, around the key and around the whole"),
    ("10b", [[50]], "b: this number is more than 100%. Type it with a percent sign, or divide it by 100"),
    ("11a", [[690]], "a: these are provisions and not children; children are in column C"),
    ("12a", [[52.5]], "a: this number is more than 100%. Type it with a percent sign, or divide it by 100"),
    ("13c", [[105263]], "c: this is pro rata; asked is in order of arrival"),
]
# What is half done, and what is still asked.
NOT_YET = [
    ("2", [[21354], [None], [None], [4687], [3646]], "er zijn nog 2 gele cellen leeg"),
    ("1", "=1/0", "uw formule geeft een fout"),
    ("4", "=1/0", "uw formule geeft een andere fout dan #N/B"),
    ("5", [[None], ["1.250"], [None], [None]], "cel 2 is tekst: '1.250'"),
    ("5", "=1/0", "er staat een fout bij de verbeteringen"),
    ("8", "=MEEDOEN.BUDGET.DISPLACEMENT(B6;SUM(B9:B13);B7;2.4)", "met een procentteken"),
    ("9a", ONE, "stap 1 is goed: u ziet alleen € 600, het eerste bedrag. Nu stap 2"),
    ("9b", Array(ONE), "stap 2 is goed: één formule over drie cellen geeft alle bedragen. Nu stap 3"),
    ("10a", [["onbekend"]], "a is goed: van één aanbieder is het aantal onbekend, dus ook het deel. Vul nu b in"),
    ("10b", "=1/0", "uw formule geeft een fout"),
    ("11a", [[375]], "a is goed: 375 kinderen, elk één keer geteld. Vul nu b in"),
    ("12a", [[0.525]], "a is goed: € 63.000 van de € 120.000 die is besteed. Vul nu b in"),
    ("13a", [[2280000]], "a is goed: 23 van de 65 aanvragen kregen geld. Vul nu b in"),
    ("13b", [[0.57]], "a en b zijn goed: zo stond het in de brief. Vul nu c in"),
]
# Other ways to say the same.
ALSO_RIGHT = [
    ("1", f"{DU}(B6;B7:B9;1)"), ("1", f"{DU}(B6;B7:B9)"),
    ("2", Array(f"{DU}(B6;B7:B11)")), ("2", Down(f"{DU}(B$6;B$7:B$11;ROW()-6)")), ("2", Down(f"{DU}($B$6;$B$7:$B$11;ROWS(B$7:B7))")),
    ("3", Array(f"{DU}(B6;B7:B10;;;;;;D7:D10)")), ("4", f"{DU}(B6;B7:B9;1)"), ("4", "=NA()"), ("4", [["#N/B"]]), ("4", [["#N/A"]]),
    ("4", [[" Unknown\u00a0"]]), ("4", [["n.b."]]), ("5", [[840], [1250], [620], [300]]), ("6", Array(f"{DU}(B6;B7:B10)")),
    ("7", Array(f"{DU}(B6;B7:B11;;;;B12;B13)")), ("8", "=MEEDOEN.BUDGET.DISPLACEMENT(B6;SUM(B9:B13);B7;B8)"),
    ("9c", Array(f"=TRANSPOSE(TRANSPOSE({ONE[1:]}))")), ("10a", f"{REACH}(B7:B9;B6;B10)"), ("10a", [["#N/B"]]),
    ("10b", f"{REACH}(B7:B8;B6;B10)"), ("11a", "=SUM(C7:C9)-C10"), ("11b", f"{REACH}(C7:C9;C6;C10)"),
    ("12a", f'{KIND}(B6:B10;C6:C10;"besteed")'), ("12b", f'{KIND}(B6:B10;C6:C10;"ontvangen")'),
    ("13a", f"=SUM({SUBSIDY[1:]}(B6;B22:B86;C22:C86))"), ("13b", "=C7/B6"), ("13c", f"{SUBSIDY}(B9;B22:B86;C22:C86;;61)"),
]
# The formula that the second hint of each exercise gives, as a Dutch and an English office have it.
FORMULAS = {1: "ALLOCATE_DU(B6;B7:B9;1)", 2: "ALLOCATE_DU(B6;B7:B11)", 3: "ALLOCATE_DU(B6;B7:B10;;;;;;D7:D10)", 4: "ALLOCATE_DU(B6;B7:B9;1)",
            5: "1250", 6: "ALLOCATE_DU(B6;B7:B10)", 7: "ALLOCATE_DU(B6;B7:B11;;;;B12;B13)", 8: "DISPLACEMENT(B6;SUM(B9:B13);B7;B8)",
            9: "TRANSPOSE(ALLOCATE_DU(B6;TRANSPOSE(B7:B9)))", 10: "REACH_PCT(B7:B9;B6;B10)", 11: "REACH_PCT(C7:C9;C6;C10)",
            12: 'INKIND_SHARE(B6:B10;C6:C10;"besteed")', 13: "SUM(ALLOCATE_SUBSIDY(B6;B22:B86;C22:C86))"}
IN_DUTCH = {"SUM(": "SOM(", "TRANSPOSE(": "TRANSPONEREN("}
IN_ENGLISH = {"besteed": "spent", ";": ","}

# What goes wrong, below each exercise: what comes out and what it should be.
WRONG = {1: [(10001, 10000), (15405, 10000), (5000, 10000)], 2: [(50001, 50000), (68572, 50000), (25000, 50000)],
         3: [(1000, 1001), (1430, 1001), (500, 1001)], 4: [(3582, "onbekend"), (10000, "onbekend"), (1791, "onbekend")],
         5: [(25001, 25000), (42756, 25000), (12500, 25000)], 6: [(20001, 20000), (28302, 20000), (10000, 20000)],
         7: [(9500, 10000), (13332, 10000), (5000, 10000)], 8: [(58000, 59600), (89600, 59600), (0, 59600)],
         9: [(1800, 1000), (850, 1000)], 10: [(0.5, "onbekend"), (0.6, 0.5), (2, 0.5)], 11: [(1.38, 0.75), (1.2, 0.75), (0.93, 0.75)],
         12: [(0.42, 0.525), (0.7, 0.525), (0.75, 0.525)], 13: [(4000000, 2280000), (120000, 70000), (0, 70000)]}


def exercise_of(question):
    return int(question.rstrip("abc"))


def questions_of(exercise):
    return [question for question in RIGHT if exercise_of(question) == exercise]


def answer_to(question):
    return RIGHT[question][0] if isinstance(RIGHT[question], tuple) else RIGHT[question]


class Exercises:
    """The exercises of one language; `book` is open."""
    book = None
    words = {"answer": "antwoord", "exercise": "Opdracht", "hint": "hint"}

    def clear(self, exercise):
        for question in questions_of(exercise):
            referred(self.book, f"{self.words['answer']}_{question}").clearContents(1023 - 32 - 64)  # but for the looks

    def enter(self, question, content):
        cells = referred(self.book, f"{self.words['answer']}_{question}")
        if isinstance(content, tuple):
            cells.Spreadsheet.getCellRangeByName(content[0]).setArrayFormula(content[1])
        elif isinstance(content, Array):
            cells.setArrayFormula(content)
        elif isinstance(content, Down):
            cells.getCellByPosition(0, 0).setFormula(content)
            cells.fillAuto(TO_BOTTOM, 1)
        elif isinstance(content, str):
            cells.getCellByPosition(0, 0).setFormula(content)
        else:
            enter(self.book, f"{self.words['answer']}_{question}", content)

    def answer(self, question, content):
        """Answers the questions before it right, and this one so; returns the verdict."""
        exercise = exercise_of(question)
        self.clear(exercise)
        for one in questions_of(exercise):
            if one == question:
                self.enter(one, content)
                break
            self.enter(one, answer_to(one))
        return self.verdict(exercise)

    def answer_right(self, exercise):
        return self.answer(questions_of(exercise)[-1], answer_to(questions_of(exercise)[-1]))

    def sheet(self, exercise):
        return f"{self.words['exercise']} {exercise}"

    def verdict(self, exercise):
        return value(self.book, f"{self.sheet(exercise)}.B3")

    def hint(self, exercise, step):
        """The number typed in the cell for it, and what is shown below."""
        enter(self.book, f"hint_{exercise}", step)
        cell = named(self.book, f"hint_{exercise}").CellAddress
        return self.book.Sheets.getByName(self.sheet(exercise)).getCellByPosition(0, cell.Row + 1).String

    def shown_mistakes(self, exercise):
        sheet = self.book.Sheets.getByName(self.sheet(exercise))
        column = [row[0] for row in values(self.book, f"{sheet.Name}.A1:A40")]
        first = column.index(self.words["mistake"]) + 2
        return values(self.book, f"{sheet.Name}.B{first}:C{first + len(WRONG[exercise]) - 1}")


class InDutch(Exercises):
    words = {"answer": "antwoord", "exercise": "Opdracht", "mistake": "Fout"}


class InEnglish(Exercises):
    words = {"answer": "answer", "exercise": "Exercise", "mistake": "Mistake"}


class Training(Sheet, unittest.TestCase):
    name = "training"
    inputs = tuple([f"antwoord_{question}" for question in RIGHT] + [f"hint_{exercise}" for exercise in EXERCISES])
    large = "antwoord_1"
    guarded = False


class Workshop(InEnglish, Sheet, unittest.TestCase):
    name = "workshop"
    language = "en"
    inputs = tuple([f"answer_{question}" for question in RIGHT] + [f"hint_{exercise}" for exercise in EXERCISES])
    large = "answer_1"
    guarded = False

    def test_right_answers_and_mistakes_are_told_in_english(self):
        self.book = self.opened("en-US")
        for exercise in EXERCISES:
            with self.subTest(exercise=exercise):
                self.assertRegex(self.verdict(exercise), "^not yet: ")
                said = self.answer_right(exercise)
                self.assertTrue(said.startswith("right: "), said)
                self.assertIn(RIGHT[questions_of(exercise)[-1]][2], said)
        self.assertEqual(value(self.book, "Start.A2"), "You have 13 of the 13 exercises right.")
        for question, content, told in ENGLISH_MISTAKES:
            with self.subTest(question=question, content=content):
                self.assertEqual(self.answer(question, content), "wrong: " + told)

    def test_every_mistake_has_a_sentence_of_its_own_in_english(self):
        """As many as in Dutch, in an office of either language."""
        dutch = Office.shared("nl-NL").open(path_of("training"))
        self.addCleanup(dutch.close, True)
        for locale in LOCALES:
            self.book, pairs = self.opened(locale), set()
            training = InDutch()
            training.book = dutch
            for question, content, _ in MISTAKES:
                with self.subTest(locale=locale, question=question, content=content):
                    said = self.answer(question, content)
                    self.assertRegex(said, "^wrong: ")
                    pairs.add((without_amounts(training.answer(question, content)), without_amounts(said)))
            self.assertEqual(len(pairs), len({pair[0] for pair in pairs}))
            self.assertEqual(len(pairs), len({pair[1] for pair in pairs}))

    def test_the_hints_have_the_formulas_as_an_english_office_has_them(self):
        self.book = self.opened()
        for exercise, formula in FORMULAS.items():
            with self.subTest(exercise=exercise):
                for here, there in IN_ENGLISH.items():
                    formula = formula.replace(here, there)
                self.assertIn(formula, self.hint(exercise, 2))


def without_amounts(verdict):
    return re.sub(r"\d[\d.,]*", "0", verdict)


class Answers(InDutch, OpenSheet, unittest.TestCase):
    name = "training"

    def test_nothing_filled_in(self):
        for exercise in EXERCISES:
            self.assertTrue(self.verdict(exercise).startswith("nog niet: "), exercise)
            self.assertEqual(value(self.book, f"Start.C{6 + exercise}"), "nog niet")
        self.assertEqual(value(self.book, "Start.A2"), "U hebt 0 van de 13 opdrachten goed.")

    def test_right_answers_say_why(self):
        for exercise in EXERCISES:
            with self.subTest(exercise=exercise):
                said = self.answer_right(exercise)
                self.assertTrue(said.startswith("goed: "), said)
                self.assertIn(RIGHT[questions_of(exercise)[-1]][1], said)
                self.assertEqual(value(self.book, f"Start.C{6 + exercise}"), "goed")
                self.assertEqual(value(self.book, "Start.A2"), f"U hebt {exercise} van de 13 opdrachten goed.")
        self.assertEqual(error_cells(self.book), {})
        self.assertEqual(values(self.book, "Opdracht 5.D7:D10"), [[6977], [10382], [5149], [2492]])

    def test_other_ways_to_a_right_answer(self):
        for question, content in ALSO_RIGHT:
            with self.subTest(question=question, content=content):
                said = self.answer(question, content)
                last = question == questions_of(exercise_of(question))[-1]
                self.assertRegex(said, "^goed: " if last else "^nog niet: (a is|a en b zijn) goed")

    def test_mistakes_are_named(self):
        for question, content, told in MISTAKES:
            with self.subTest(question=question, content=content):
                said = self.answer(question, content)
                self.assertTrue(said.startswith("fout: "), said)
                self.assertRegex(said, told)

    def test_half_an_answer(self):
        for question, content, told in NOT_YET:
            with self.subTest(question=question, content=content):
                said = self.answer(question, content)
                self.assertTrue(said.startswith("nog niet: "), said)
                self.assertIn(told, said)

    def test_hints_come_in_two_steps(self):
        for exercise, formula in FORMULAS.items():
            with self.subTest(exercise=exercise):
                for here, there in IN_DUTCH.items():
                    formula = formula.replace(here, there)
                self.assertEqual(self.hint(exercise, None), "")
                nudge, way = self.hint(exercise, 1), self.hint(exercise, 2)
                self.assertGreater(len(nudge), 30)
                self.assertNotIn(formula, nudge)
                self.assertIn(formula, way)
                self.assertEqual(self.hint(exercise, 3), "")

    def test_what_the_mistakes_come_to_is_shown_when_the_answer_is_right(self):
        for exercise, expected in WRONG.items():
            with self.subTest(exercise=exercise):
                self.assertEqual(self.shown_mistakes(exercise), [["", ""] for _ in expected])
                self.answer_right(exercise)
                for found, pair in zip(self.shown_mistakes(exercise), expected):
                    for one, other in zip(found, pair):
                        if isinstance(other, str):
                            self.assertEqual(one, other)
                        else:
                            self.assertAlmostEqual(one, other, places=12)

    def test_the_requests_are_as_many_as_in_the_letter(self):
        requests = values(self.book, "Opdracht 13.A22:D86")
        came = [row[3] for row in requests]
        self.assertEqual([row[0] for row in requests], list(range(1, 66)))
        self.assertEqual((came.count("afgewezen op inhoud"), came.count("afgewezen om de techniek"), came.count("toegekend")), (31, 11, 23))
        self.assertEqual({(row[2], row[3] == "toegekend") for row in requests}, {("ja", True), ("nee", False)})
        self.assertEqual(sum(row[1] for row in requests if row[2] == "ja"), 0.57 * 4_000_000)
        left = 2_000_000
        for number, asked, meets, _ in requests:
            granted = min(asked, left) if meets == "ja" else 0
            left -= granted
            if number == 61:
                self.assertEqual((asked, granted), (120000, 70000))
        self.assertIsNone(value(self.book, "Opdracht 13.A87"))

    def test_the_verdict_has_a_colour_beside_its_word(self):
        for sheet in list(self.book.Sheets)[1:14]:
            formats = sheet.ConditionalFormats.ConditionalFormats
            styles = [formats[0].getByIndex(i).StyleName for i in range(3)]
            self.assertEqual(styles, ["Antwoord goed", "Antwoord fout", "Antwoord nog niet"], sheet.Name)
            for style in styles:
                self.assertTrue(self.book.StyleFamilies.getByName("CellStyles").hasByName(style), style)

    def test_answers_are_hidden(self):
        self.assertFalse(self.book.Sheets.getByName("Antwoorden").IsVisible)
        self.assertNotIn("Totaalrij mee", on_paper(self.book))

    def test_delete_in_the_yellow_cells_starts_over(self):
        """Select them, press Delete; the sheets stay protected."""
        controller, helper = self.book.CurrentController, self.office.service("com.sun.star.frame.DispatchHelper")
        blank = {exercise: self.verdict(exercise) for exercise in EXERCISES}
        for exercise in EXERCISES:
            self.assertTrue(self.answer_right(exercise).startswith("goed: "), exercise)
            self.assertNotEqual(self.hint(exercise, 2), "")
            for name in [*(f"antwoord_{question}" for question in questions_of(exercise)), f"hint_{exercise}"]:
                cells = referred(self.book, name)
                self.assertTrue(cells.Spreadsheet.isProtected())
                controller.setActiveSheet(cells.Spreadsheet)
                controller.select(cells)
                helper.executeDispatch(controller.Frame, ".uno:ClearContents", "", 0, ())
        self.assertEqual({exercise: self.verdict(exercise) for exercise in EXERCISES}, blank)
        self.assertEqual({self.hint(exercise, None) for exercise in EXERCISES}, {""})

    def test_a_new_training_from_the_menu_is_blank_and_leaves_this_one(self):
        self.answer_right(1)
        opened = self.office.choose(self.book, "training")
        self.addCleanup(opened[0].close, True)
        self.assertEqual(value(opened[0], "Start.A2"), "U hebt 0 van de 13 opdrachten goed.")
        self.assertEqual(value(self.book, "Start.A2"), "U hebt 1 van de 13 opdrachten goed.")


class Typed(unittest.TestCase):
    """The steps of exercise 9 with the keys that it names, in an office of each language."""

    def test_one_cell_a_range_and_one_enter(self):
        for locale, exercises, turn, part in (("nl-NL", InDutch(), "TRANSPONEREN", ";"), ("en-US", InEnglish(), "TRANSPOSE", ",")):
            office = Office.shared(locale)
            name = "training" if part == ";" else "workshop"
            exercises.book = office.open(path_of(name))
            self.addCleanup(exercises.book.close, True)
            sheet = exercises.book.Sheets.getByName(exercises.sheet(9))
            controller, helper = exercises.book.CurrentController, office.service("com.sun.star.frame.DispatchHelper")
            controller.setActiveSheet(sheet)

            def typed(cell, formula):
                for command, told in (("GoToCell", {"ToPoint": cell}), ("EnterString", {"StringName": formula})):
                    helper.executeDispatch(controller.Frame, f".uno:{command}", "", 0, properties(**told))
            typed("$C$7", f"=ALLOCATE_DU(B6{part}B7:B9)")
            self.assertRegex(exercises.verdict(9), "^(nog niet: stap 1 is goed|not yet: step 1 is right)")
            sheet.getCellRangeByName("D7:D9").setArrayFormula(ONE)
            self.assertRegex(exercises.verdict(9), "^(nog niet: stap 2 is goed|not yet: step 2 is right)")
            typed("$E$7", f"={turn}(ALLOCATE_DU(B6{part}{turn}(B7:B9)))")
            self.assertRegex(exercises.verdict(9), "^(goed|right): ")
            self.assertEqual(values(exercises.book, f"{sheet.Name}.C7:E9"), [[600, 600, 600], [None, 250, 250], [None, 150, 150]])

    def test_what_the_table_says_of_each_function(self):
        """How many cells it gives, and that one Enter fills them."""
        office = Office.shared("nl-NL")
        book, scratch = office.open(path_of("training")), office.new()
        for one in (book, scratch):
            self.addCleanup(one.close, True)
        first = [row[0] for row in values(book, "Opdracht 9.A1:A40")].index("Functie") + 2
        table = values(book, f"Opdracht 9.A{first}:D{first + 4}")
        self.assertEqual([row[0].split("(")[0] for row in table],
                         ["=ALLOCATE_DU", "=ALLOCATE_DU_STEPS", "=ALLOCATE_SUBSIDY", "=ROUND_TABLE", "=KANSEN_NORMS"])
        Office.put(scratch, "B6:B9", [[1000], [60], [25], [15]])
        controller, helper = scratch.CurrentController, office.service("com.sun.star.frame.DispatchHelper")
        sheet = scratch.Sheets.getByIndex(0)
        for call, shown, size, with_enter in table:
            with self.subTest(function=call):
                for command, told in (("GoToCell", {"ToPoint": "$D$7"}), ("EnterString", {"StringName": with_enter})):
                    helper.executeDispatch(controller.Frame, f".uno:{command}", "", 0, properties(**told))
                filled = sheet.createCursorByRange(sheet.getCellRangeByName("D7"))
                filled.collapseToCurrentArray()
                rows, columns = (int(number) for number in re.findall(r"\d+", size))
                self.assertEqual((filled.Rows.Count, filled.Columns.Count), (rows, columns))
                alone = sheet.getCellRangeByName("K7")
                alone.FormulaLocal = call
                self.assertEqual(cell_value(alone), shown)
                filled.clearContents(1023)


class Seen(unittest.TestCase):
    """On the screen and on paper, in both languages."""
    BOOKS = (("nl-NL", "training", InDutch), ("en-US", "workshop", InEnglish))

    def opened(self, locale, name, kind, hidden=True):
        exercises = kind()
        exercises.book = Office.shared(locale).desktop.loadComponentFromURL(url(path_of(name)), "_blank", 0, properties(Hidden=hidden))
        self.addCleanup(exercises.book.close, True)
        return exercises

    def test_the_cursor_starts_on_the_first_input(self):
        for locale, name, kind in self.BOOKS:
            exercises = self.opened(locale, name, kind, hidden=False)
            controller = exercises.book.CurrentController
            for exercise in EXERCISES:
                with self.subTest(book=name, exercise=exercise):
                    controller.setActiveSheet(exercises.book.Sheets.getByName(exercises.sheet(exercise)))
                    first = named(exercises.book, f"{exercises.words['answer']}_{questions_of(exercise)[0]}")
                    self.assertEqual(controller.getSelection().AbsoluteName, first.AbsoluteName)

    def test_the_exercise_is_on_the_first_screen(self):
        """Of 1366 × 768 Calc shows 34 by 13 cm at 100%, and 17 cm across at 200%: the whole width, and all from the task to the hint."""
        for locale, name, kind in self.BOOKS:
            exercises = self.opened(locale, name, kind)
            for sheet in exercises.book.Sheets:
                if sheet.IsVisible:
                    last = used(sheet).RangeAddress.EndColumn
                    with self.subTest(book=name, sheet=sheet.Name):
                        self.assertLessEqual(sum(sheet.Columns.getByIndex(column).Width for column in range(last + 1)), 17000)
            for exercise in EXERCISES:
                with self.subTest(book=name, exercise=exercise):
                    hint = named(exercises.book, f"hint_{exercise}")
                    self.assertLess(hint.Position.Y + hint.Size.Height, 13000)

    def test_no_text_is_cut(self):
        """Neither what stands there nor any verdict or hint."""
        for locale, name, kind in self.BOOKS:
            exercises = self.opened(locale, name, kind)
            verdicts = {exercise: {exercises.verdict(exercise), exercises.answer_right(exercise)} for exercise in EXERCISES}
            for question, content, _ in [*MISTAKES, *NOT_YET]:
                verdicts[exercise_of(question)].add(exercises.answer(question, content))
            for exercise in EXERCISES:
                with self.subTest(book=name, exercise=exercise):
                    sheet = exercises.sheet(exercise)
                    self.assertEqual(too_long(exercises.book, f"{sheet}.B3", verdicts[exercise]), [])
                    row = named(exercises.book, f"hint_{exercise}").CellAddress.Row + 2
                    self.assertEqual(too_long(exercises.book, f"{sheet}.A{row}", {exercises.hint(exercise, step) for step in (1, 2)}), [])
            checked = 0
            for sheet in list(exercises.book.Sheets)[:-1]:
                for row, texts in enumerate(used(sheet).getDataArray()):
                    for place, text in enumerate(texts):
                        if isinstance(text, str) and text and sheet.getCellByPosition(place, row).IsTextWrapped:
                            checked += 1
                            address = f"{sheet.Name}.{'ABCDEFGHIJ'[place]}{row + 1}"
                            self.assertEqual(too_long(exercises.book, address, {text}), [], f"{name} {address}")
            self.assertGreater(checked, 120)

    def test_what_does_not_wrap_fits_beside_a_full_cell(self):
        for locale, name, kind in self.BOOKS:
            exercises = self.opened(locale, name, kind)
            for exercise in EXERCISES:
                exercises.answer_right(exercise)
            self.assertEqual(cut_off(exercises.book), [])

    def test_the_last_sheet_names_the_commands_of_the_menu(self):
        menu = (BUILD / "Addons.xcu").read_text(encoding="utf-8")
        for locale, name, kind in self.BOOKS:
            book = self.opened(locale, name, kind).book
            sheet = book.Sheets.getByIndex(14)
            listed = [row[0] for row in values(book, f"{sheet.Name}.A12:A14")]
            for title in listed:
                self.assertIn(f">{title}<", menu)
            self.assertEqual(len(set(listed)), 3)
            self.assertEqual(value(book, f"{sheet.Name}.C9"), 0.5)

    def test_a_copy_with_values_has_the_outcome_of_the_last_sheet(self):
        book = Office.shared("nl-NL").open(path_of("training"))
        self.addCleanup(book.close, True)
        copy, = Office.shared("nl-NL").choose(book, "values")
        self.addCleanup(copy.close, True)
        cell = copy.Sheets.getByName("Verder").getCellRangeByName("C9")
        self.assertEqual((cell.Formula, cell.String), ("0.5", "50,0%"))


def cut_off(book):
    """The addresses of texts that do not wrap, are wider than their cell and have no room beside it."""
    found = []
    book.Sheets.insertNewByName("Fits", book.Sheets.Count)
    fits = book.Sheets.getByName("Fits").getCellByPosition(0, 0)
    for sheet in list(book.Sheets)[:-2]:
        for row, texts in enumerate(used(sheet).getDataArray()):
            for place, text in enumerate(texts):
                cell = sheet.getCellByPosition(place, row)
                if not isinstance(text, str) or not text or cell.IsTextWrapped:
                    continue
                area = sheet.createCursorByRange(cell)
                area.collapseToMergedArea()
                room, last = area.Size.Width, area.RangeAddress.EndColumn
                while last < 4 and sheet.getCellByPosition(last + 1, row).Type == EMPTY:
                    last += 1
                    room += sheet.Columns.getByIndex(last).Width
                fits.CellStyle = cell.CellStyle
                fits.String = text
                fits.Columns.OptimalWidth = True
                if fits.Columns.getByIndex(0).Width > room + 5:
                    found.append((sheet.Name, row + 1, text))
    book.Sheets.removeByName("Fits")
    return found


if __name__ == "__main__":
    unittest.main()
