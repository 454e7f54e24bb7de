' SPDX-License-Identifier: EUPL-1.2
' The comparison function in Basic, as a user would write it: exact while total times key stays below 2^53.

Function BasicAllocate(total, key)
    Dim n As Long, i As Long, wanted As Long, whole As Double, cut As Double
    n = UBound(key, 1)
    Dim amounts(1 To n, 1 To 1) As Variant, remainders(1 To n) As Double, sought(1 To n) As Double
    For i = 1 To n
        whole = whole + key(i, 1)
    Next
    wanted = total
    For i = 1 To n
        amounts(i, 1) = Int(total * key(i, 1) / whole)
        remainders(i) = total * key(i, 1) - amounts(i, 1) * whole
        sought(i) = remainders(i) * n + n - i
        wanted = wanted - amounts(i, 1)
    Next
    If wanted > 0 Then
        cut = KthLargest(sought, n, wanted)
        For i = 1 To n
            If remainders(i) * n + n - i >= cut Then amounts(i, 1) = amounts(i, 1) + 1
        Next
    End If
    BasicAllocate = amounts
End Function

Function KthLargest(values, n As Long, k As Long) As Double
    Dim first As Long, last As Long, i As Long, j As Long, pivot As Double, kept As Double
    first = 1
    last = n
    Do While first < last
        pivot = values((first + last) \ 2)
        i = first
        j = last
        Do While i <= j
            Do While values(i) > pivot
                i = i + 1
            Loop
            Do While values(j) < pivot
                j = j - 1
            Loop
            If i <= j Then
                kept = values(i)
                values(i) = values(j)
                values(j) = kept
                i = i + 1
                j = j - 1
            End If
        Loop
        If k <= j Then
            last = j
        ElseIf k >= i Then
            first = i
        Else
            Exit Do
        End If
    Loop
    KthLargest = values(k)
End Function

Function BasicReach(reached, target)
    BasicReach = reached / target
End Function

' Recalculates so often, with another total each time; the last one is `total`. An even number of times.
Sub Recalculate(book, cell, total, repeats)
    Dim i As Long
    For i = 1 To repeats
        cell.setValue(total + i Mod 2)
        book.calculate()
    Next
End Sub
