using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// State secrets never travel here (domain.md 3.3): a document that is marked as one, in any field that carries a marking, is refused. What a document says about
/// secrets is no marking.
/// </summary>
public static class SecrecyChecks
{
    /// <summary>One finding for each marked field.</summary>
    public static IReadOnlyList<Finding> Find(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        if (package.Edoc is not { } header)
        {
            return [];
        }

        var findings = new List<Finding>();
        Add(SecrecyMarking.InTypeName(header.TypeName), HeaderPath.Of("DocumentType/TypeName"), findings);
        Add(SecrecyMarking.InCode(header.Code.Number), HeaderPath.Of("Code/CodeNumber"), findings);
        Add(SecrecyMarking.InCode(header.Code.Notation), HeaderPath.Of("Code/CodeNotation"), findings);
        Add(SecrecyMarking.InText(header.Subject), HeaderPath.Of("Subject"), findings);
        Add(SecrecyMarking.InText(header.Content), HeaderPath.Of("Content"), findings);
        for (var index = 0; index < header.Appendixes.Count; index++)
        {
            Add(SecrecyMarking.InText(header.Appendixes[index]), HeaderPath.Of($"OtherInfo/Appendixes/Appendix[{index + 1}]"), findings);
        }

        foreach (var attachment in package.Attachments)
        {
            Add(SecrecyMarking.InFileName(attachment.Name), HeaderPath.OfAttachment(attachment.Index), findings);
        }

        return findings;
    }

    /// <summary>Those of these findings that say that the document is a state secret. They tell where it is marked and how, and nothing that it says.</summary>
    public static IReadOnlyList<Finding> Markings(IEnumerable<Finding> findings) => [.. findings.Where(finding => finding.Code == ErrorCatalogue.SecretMarked.Code)];

    /// <summary>True when one of these findings says that the document is a state secret.</summary>
    public static bool IsSecret(IEnumerable<Finding> findings) => Markings(findings).Count > 0;

    private static void Add(string? level, string path, List<Finding> findings)
    {
        if (level is not null)
        {
            findings.Add(Finding.Refuse(ErrorCatalogue.SecretMarked, path, level));
        }
    }
}
