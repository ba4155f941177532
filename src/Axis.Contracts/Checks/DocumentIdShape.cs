using System.Globalization;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// R8: a document id of a national shape agrees with its header. The shapes are <c>agency,yyyy/MM/dd,number/notation</c> and <c>agency,yyyy,number</c> (domain.md 1.5);
/// an id of any other shape is opaque and says nothing.
/// </summary>
internal static class DocumentIdShape
{
    private static readonly string Path = HeaderPath.Of("DocumentId");

    public static IEnumerable<Finding> Find(EdocHeader header)
    {
        if (header.DocumentId.Split(',') is not [var organ, var when, var code] || !OrganId.IsValid(organ.Trim()))
        {
            return [];
        }

        List<string> parts = [];
        // Another generation of the code is no contradiction: which ids are the same agency, the registry alone knows.
        if (organ.Trim() != header.From.OrganId && OrganId.FormOf(organ.Trim()) == OrganId.FormOf(header.From.OrganId))
        {
            parts.Add("From/OrganId");
        }

        var date = header.PromulgationDate;
        if (DateOnly.TryParseExact(when.Trim(), "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var said))
        {
            if (date is not null && said != date)
            {
                parts.Add("PromulgationDate");
            }

            if (FoldedText.Number(code) != FoldedText.Number(header.Code.Printed))
            {
                parts.Add("Code");
            }
        }
        else if (when.Trim() is { Length: 4 } year && year.All(char.IsAsciiDigit))
        {
            if (date is { } promulgated && int.Parse(year, CultureInfo.InvariantCulture) != promulgated.Year)
            {
                parts.Add("PromulgationDate");
            }
        }
        else
        {
            return [];
        }

        var shown = header.DocumentId.Length <= 60 ? header.DocumentId : header.DocumentId[..60] + "...";
        return parts.Select(part => Finding.Warn(ErrorCatalogue.DocumentIdDiffers, Path, shown, part));
    }
}
