# SPDX-License-Identifier: EUPL-1.2
"""A macro in Basic makes the service by either of two ways and calls it; the office lives on."""
import unittest

from office import LOCALES, Office, properties

MACROS = """
Function Made
    Dim budget As Object
    budget = createUnoService("meedoen.Budget")
    Made = budget.reachPct(120, 200, Empty)
End Function

Function MadeWithArguments
    Dim budget As Object
    budget = CreateUnoServiceWithArguments("meedoen.Budget", Array())
    MadeWithArguments = budget.reachPct(120, 200, Empty)
End Function

Function MadeWithMoreArguments
    Dim budget As Object
    budget = CreateUnoServiceWithArguments("meedoen.Budget", Array(1, "two", Array(3)))
    MadeWithMoreArguments = budget.reachPct(120, 200, Empty)
End Function

Function OfEveryNumber
    Dim budget As Object, oneByte As Byte, short As Integer, whole As Long, small As Single, large As Double
    budget = createUnoService("meedoen.Budget")
    oneByte = 50 : short = 50 : whole = 50 : small = 50 : large = 50
    OfEveryNumber = budget.reachPct(oneByte, 100, Empty) + budget.reachPct(short, 100, Empty) + budget.reachPct(whole, 100, Empty) _
                  + budget.reachPct(small, 100, Empty) + budget.reachPct(large, 100, Empty) + budget.reachPct(True, 2, Empty)
End Function

Function OfAnArray
    Dim budget As Object
    budget = createUnoService("meedoen.Budget")
    OfAnArray = budget.reachPct(Array(Array(60), Array(40)), Array(Array(100), Array(100)), Empty)
End Function

Function AnArray
    Dim budget As Object, amounts As Variant, n As Integer
    budget = createUnoService("meedoen.Budget")
    amounts = budget.allocateDu(100, Array(Array(1), Array(1), Array(1)), Empty, Empty, Empty, Empty, Empty, Empty)
    For n = 0 To 2
        AnArray = AnArray & amounts(n)(0) & ";"
    Next
End Function

Function AText
    Dim budget As Object
    budget = createUnoService("meedoen.Budget")
    AText = budget.checkNorm(0.81, "bereik_werkend", Empty, "en")
End Function

Function AnError
    Dim budget As Object
    budget = createUnoService("meedoen.Budget")
    AnError = budget.reachPct("12", 200, Empty)
    AnError = (AnError <> AnError)
End Function

Function OfADifferentLength
    Dim budget As Object, answer As Variant
    budget = createUnoService("meedoen.Budget")
    answer = budget.reachPct(Array(Array(60, 1), Array(40)), Array(Array(100), Array(100)), Empty)
    OfADifferentLength = TypeName(answer)
End Function

Function OfAnObject
    Dim budget As Object
    budget = createUnoService("meedoen.Budget")
    OfAnObject = TypeName(budget.reachPct(budget, Array(), Empty))
End Function

Function Services
    Dim budget As Object
    budget = createUnoService("meedoen.Budget")
    Services = budget.getImplementationName() & " " & Join(budget.getSupportedServiceNames()) & " " & budget.supportsService("meedoen.Budget")
End Function
"""

EXPECTED = {
    "Made": 0.6, "MadeWithArguments": 0.6, "MadeWithMoreArguments": 0.6, "OfEveryNumber": 3.0, "OfAnArray": 0.5,
    "AnArray": "34;33;33;", "AText": "meets", "AnError": True, "OfADifferentLength": "Double", "OfAnObject": "Double",
    "Services": "meedoen.comp.Budget meedoen.Budget True",
}


class Basic(unittest.TestCase):
    def test_macros(self):
        for locale in LOCALES:
            with Office(locale) as office:
                book = office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0,
                                                           properties(Hidden=True, MacroExecutionMode=4))
                if not book.BasicLibraries.hasByName("Standard"):
                    book.BasicLibraries.createLibrary("Standard")
                book.BasicLibraries.getByName("Standard").insertByName("Budget", MACROS)
                provider = book.getScriptProvider()
                for macro, expected in EXPECTED.items():
                    with self.subTest(macro=macro, locale=locale):
                        script = provider.getScript(f"vnd.sun.star.script:Standard.Budget.{macro}?language=Basic&location=document")
                        answer, _, _ = script.invoke((), (), ())
                        self.assertEqual(answer, expected)
                self.assertIsNone(office.exit_status)
                office.put(book, "A1", "=MEEDOEN.BUDGET.REACHPCT(120;200)")
                self.assertEqual(office.value(book, "A1"), 0.6)
            self.assertEqual(office.exit_status, 0)


if __name__ == "__main__":
    unittest.main()
