using System.Globalization;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>R8: type, number, notation and dates are real and agree with each other. What contradicts the regulation but hurts nobody is a warning.</summary>
internal static class FormChecks
{
    // [D] Older papers are sent now and then, for information; two years of them look like a wrong year.
    private const int OldDays = 730;

    /// <param name="package">The package.</param>
    /// <param name="today">The day in Vietnam, or <c>null</c> where no clock is at hand: what needs it is left out.</param>
    public static IReadOnlyList<Finding> Find(Package package, DateOnly? today)
    {
        if (package.Edoc is not { } header)
        {
            return [];
        }

        var findings = new List<Finding>();
        Type(header, package.Business, findings);
        Number(header.Code, findings);
        Dates(header, package.Business?.DocType ?? BusinessDocType.New, today, findings);
        findings.AddRange(DocumentIdShape.Find(header));
        Values(header, findings);
        return findings;
    }

    private static void Type(EdocHeader header, Business? business, List<Finding> findings)
    {
        if (Placeholder.IsBlank(header.TypeName) || Placeholder.Is(header.TypeName))
        {
            return;
        }

        var path = HeaderPath.Of("DocumentType/TypeName");
        if (DocumentTypes.Find(header.TypeName, header.TypeCode) is not { } found)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.DocumentTypeUnknown, path, Shown(header.TypeName)));
            return;
        }

        if (found.Match != TypeMatch.Named)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.DocumentTypeGuessed, path, Shown(header.TypeName), found.Type.Vietnamese));
        }

        if (found.Type.Abbreviation is { } letters && header.Code.Notation.Any(char.IsLetter)
            && !FoldedText.Notation(header.Code.Notation).Split('-', '/', '.').Contains(FoldedText.Notation(letters)))
        {
            findings.Add(Finding.Warn(
                ErrorCatalogue.NotationWithoutType, HeaderPath.Of("Code/CodeNotation"), Shown(header.Code.Notation), letters, found.Type.Vietnamese));
        }

        // Any other number counts pages in another glossary (domain.md 1.2).
        if (found.Type.IsPaperless && business?.Paper == 1)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.PaperAlsoSent, HeaderPath.InBusiness("Paper"), found.Type.Vietnamese));
        }
    }

    private static void Number(DocumentCode code, List<Finding> findings)
    {
        var number = FoldedText.Number(code.Number);
        var path = HeaderPath.Of("Code/CodeNumber");
        if (number == "0" || (number.Length > 0 && !Placeholder.Is(code.Number) && !number.Any(char.IsAsciiDigit)))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.NumberNotReal, path, Shown(code.Number)));
        }
        else if (number.Any(char.IsAsciiDigit) && !IsPlainNumber(number))
        {
            findings.Add(Finding.Warn(ErrorCatalogue.NumberOdd, path, Shown(code.Number)));
        }

        var notation = FoldedText.Notation(code.Notation);
        path = HeaderPath.Of("Code/CodeNotation");
        if (notation.Length == 0 || Placeholder.Is(code.Notation))
        {
            return;
        }

        if (!notation.Any(char.IsLetter))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.NotationNotReal, path, Shown(code.Notation)));
        }
        else if (!notation.All(IsOfNotation) || !IsOfWord(notation[0]) || !IsOfWord(notation[^1]) || notation.StartsWith(number + "/", StringComparison.Ordinal))
        {
            findings.Add(Finding.Warn(ErrorCatalogue.NotationOdd, path, Shown(code.Notation)));
        }
    }

    private static void Dates(EdocHeader header, BusinessDocType type, DateOnly? today, List<Finding> findings)
    {
        if (header.PromulgationDate is not { } promulgated)
        {
            return;
        }

        var path = HeaderPath.Of("PromulgationInfo/PromulgationDate");
        if (promulgated > today)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.PromulgatedInFuture, path, Shown(promulgated), Shown(today.Value)));
        }
        else if (today is { } now && type == BusinessDocType.New && now.DayNumber - promulgated.DayNumber > OldDays)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.PromulgatedLongAgo, path, Shown(promulgated), OldDays));
        }

        if (header.DueDate < promulgated)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.DueBeforePromulgation, HeaderPath.Of("DueDate"), Shown(header.DueDate.Value), Shown(promulgated)));
        }
        else if (type == BusinessDocType.New && header.DueDate < today)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.DuePassed, HeaderPath.Of("DueDate"), Shown(header.DueDate.Value)));
        }

        for (var index = 0; index < header.ResponseFor.Count; index++)
        {
            if (header.ResponseFor[index].PromulgationDate is { } answered && answered > promulgated)
            {
                findings.Add(Finding.Warn(ErrorCatalogue.AnswersYounger, HeaderPath.Of($"ResponseFor[{index + 1}]/PromulgationDate"), Shown(answered)));
            }
        }
    }

    private static void Values(EdocHeader header, List<Finding> findings)
    {
        if (header.Priority is < 0 or > 4)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.PriorityUnknown, HeaderPath.Of("OtherInfo/Priority"), header.Priority));
        }

        if (header.SteeringType is < 0 or > 3)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.SteeringUnknown, HeaderPath.Of("SteeringType"), header.SteeringType));
        }

        Count(header.PageAmount, "PageAmount", findings);
        Count(header.PromulgationAmount, "PromulgationAmount", findings);
    }

    private static void Count(int? value, string element, List<Finding> findings)
    {
        if (value is < 0 or > 999)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.CountOdd, HeaderPath.Of("OtherInfo/" + element), element, value));
        }
    }

    /// <summary>Digits, and at most one letter behind them: <c>12a</c> was entered between 12 and 13.</summary>
    private static bool IsPlainNumber(string number) =>
        number.All(char.IsAsciiDigit) || (number[..^1].All(char.IsAsciiDigit) && char.IsLetter(number[^1]));

    private static bool IsOfWord(char character) => char.IsLetter(character) || char.IsAsciiDigit(character) || character is '(' or ')';

    private static bool IsOfNotation(char character) => IsOfWord(character) || character is '-' or '/' or '.' or '&' or ',' or '_';

    private static string Shown(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
