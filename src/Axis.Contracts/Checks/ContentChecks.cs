using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>R7: what has to be said is said. The reader has refused what is absent; here is what is there and says nothing.</summary>
internal static class ContentChecks
{
    private const int LongestPlaces = 1000;

    public static IReadOnlyList<Finding> Find(Package package)
    {
        var findings = new List<Finding>();
        if (package.Status is { } status)
        {
            OfStatus(status, findings);
        }
        else
        {
            OfDocument(package.Edoc!, findings);
        }

        return findings;
    }

    private static void OfDocument(EdocHeader header, List<Finding> findings)
    {
        Organizations(header, findings);
        Id(header.DocumentId, findings);
        Required(header.Code.Number, "Code/CodeNumber", findings);
        Required(header.Code.Notation, "Code/CodeNotation", findings);
        Words(header.Place, "PromulgationInfo/Place", findings);
        Words(header.TypeName, "DocumentType/TypeName", findings);
        Words(header.Subject, "Subject", findings);
        Words(header.Signer.FullName, "SignerInfo/FullName", findings);
        Optional(header.Signer.Competence, "SignerInfo/Competence", findings);
        Optional(header.Signer.Position, "SignerInfo/Position", findings);
        Optional(header.Content, "Content", findings);
        Optional(header.SphereOfPromulgation, "OtherInfo/SphereOfPromulgation", findings);
        Optional(header.TyperNotation, "OtherInfo/TyperNotation", findings);
        for (var index = 0; index < header.ToPlaces.Count; index++)
        {
            Optional(header.ToPlaces[index], $"ToPlaces/Place[{index + 1}]", findings);
        }

        for (var index = 0; index < header.ResponseFor.Count; index++)
        {
            if (header.ResponseFor[index].DocumentId is { } answered && Placeholder.IsId(answered))
            {
                findings.Add(Finding.Warn(ErrorCatalogue.PlaceholderFound, HeaderPath.Of($"ResponseFor[{index + 1}]/DocumentId"), "DocumentId", Shown(answered)));
            }
        }

        if (Placeholder.IsBlank(header.Signer.Competence) && Placeholder.IsBlank(header.Signer.Position))
        {
            findings.Add(Finding.Warn(ErrorCatalogue.SignerCapacityMissing, HeaderPath.Of("SignerInfo")));
        }

        var places = header.ToPlaces.Sum(place => FoldedText.Plain(place).Length);
        if (places > LongestPlaces)
        {
            findings.Add(Finding.Warn(ErrorCatalogue.TextsLong, HeaderPath.Of("ToPlaces"), "ToPlaces", places, LongestPlaces));
        }
    }

    private static void OfStatus(StatusHeader status, List<Finding> findings)
    {
        if (status.StatusCode == StatusCodes.Refused && Placeholder.Is(status.Description))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.PlaceholderFound, HeaderPath.Of("Description"), "Description", Shown(status.Description!)));
        }

        if (status.StatusCode == StatusCodes.Refused && Placeholder.IsBlank(status.Description))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.ReasonMissing, HeaderPath.Of("Description"), status.StatusCode));
        }

        if (Placeholder.IsId(status.ResponseFor.DocumentId) && (status.ResponseFor.Code is null || status.ResponseFor.PromulgationDate is null))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.PlaceholderFound, HeaderPath.Of("ResponseFor[1]/DocumentId"), "DocumentId", Shown(status.ResponseFor.DocumentId!)));
        }
    }

    private static void Organizations(EdocHeader header, List<Finding> findings)
    {
        Optional(header.From.OrganName, "From/OrganName", findings);
        for (var index = 0; index < header.To.Count; index++)
        {
            Optional(header.To[index].OrganName, $"To[{index + 1}]/OrganName", findings);
        }
    }

    private static void Id(string id, List<Finding> findings)
    {
        if (Placeholder.IsId(id))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.PlaceholderFound, HeaderPath.Of("DocumentId"), "DocumentId", Shown(id)));
        }
        else
        {
            Blank(id, "DocumentId", findings);
        }
    }

    /// <summary>A required text of words.</summary>
    private static void Words(string text, string element, List<Finding> findings)
    {
        if (Required(text, element, findings) && !text.Any(char.IsLetter))
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.TextWithoutLetters, HeaderPath.Of(element), Name(element), Shown(text)));
        }
    }

    private static bool Required(string text, string element, List<Finding> findings)
    {
        if (Blank(text, element, findings))
        {
            return false;
        }

        var isPlaceholder = element == "Code/CodeNotation" ? Placeholder.IsNotation(text) : Placeholder.Is(text);
        if (!isPlaceholder || IsNumber(text, element))
        {
            return true;
        }

        findings.Add(Finding.Refuse(ErrorCatalogue.PlaceholderFound, HeaderPath.Of(element), Name(element), Shown(text)));
        return false;
    }

    /// <summary>A number of zeros is no placeholder but no number (R8).</summary>
    private static bool IsNumber(string text, string element) => element == "Code/CodeNumber" && text.Any(char.IsDigit);

    private static void Optional(string? text, string element, List<Finding> findings)
    {
        if (Placeholder.Is(text))
        {
            findings.Add(Finding.Warn(ErrorCatalogue.PlaceholderFound, HeaderPath.Of(element), Name(element), Shown(text!)));
        }
    }

    private static bool Blank(string text, string element, List<Finding> findings)
    {
        var blank = Placeholder.IsBlank(text);
        if (blank)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.ElementEmpty, HeaderPath.Of(element), Name(element)));
        }

        return blank;
    }

    private static string Name(string element) => element[(element.LastIndexOf('/') + 1)..];

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
