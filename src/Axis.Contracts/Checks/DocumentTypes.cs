using System.Globalization;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Checks;

/// <summary>
/// The types of documents: the 26 of list 775, the others of Decree 30/2020 Art. 7 and of the law. Names rule, for real packages disagree on the numbers
/// (domain.md 1.1); a number is asked only where it means one type, whichever of the two lists it is of.
/// </summary>
public static class DocumentTypes
{
    private const string Embedded = "document-types.csv";

    private static readonly Lazy<IReadOnlyList<DocumentType>> Rows = new(Read);

    private static readonly Lazy<Dictionary<string, DocumentType>> ByName = new(() => Index(Rows.Value));

    private static readonly Lazy<int> LongestName = new(() => ByName.Value.Keys.Max(name => name.Length));

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<DocumentType> All => Rows.Value;

    /// <summary>The type that a header means, or <c>null</c> for an unknown one.</summary>
    /// <param name="typeName">TypeName.</param>
    /// <param name="typeCode">Type, asked only when the name says nothing.</param>
    public static (DocumentType Type, TypeMatch Match)? Find(string typeName, int? typeCode = null)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        var name = FoldedText.Name(typeName);
        if (ByName.Value.TryGetValue(name, out var named))
        {
            return (named, TypeMatch.Named);
        }

        for (var end = Math.Min(name.Length - 1, LongestName.Value); end > 0; end--)
        {
            // Letters at the start are no name: "CT" begins more than directives.
            if (!char.IsLetterOrDigit(name[end]) && ByName.Value.TryGetValue(name[..end], out var begun)
                && (begun.Abbreviation is null || FoldedText.Name(begun.Abbreviation) != name[..end]))
            {
                return (begun, TypeMatch.Begun);
            }
        }

        if (typeCode is not { } code)
        {
            return null;
        }

        DocumentType[] numbered = [.. All.Where(type => type.NationalCode is { } national && national[1..] == code.ToString(CultureInfo.InvariantCulture))];
        return numbered.Length == 1 ? (numbered[0], TypeMatch.Numbered) : null;
    }

    /// <summary>Earlier rows win: an abbreviation or a bare name that several types share means the administrative one, which most documents are.</summary>
    private static Dictionary<string, DocumentType> Index(IReadOnlyList<DocumentType> types)
    {
        var index = new Dictionary<string, DocumentType>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            foreach (var name in type.Aliases.Prepend(type.Vietnamese))
            {
                index.Add(FoldedText.Name(name), type);
            }
        }

        foreach (var type in types.Where(type => type.Abbreviation is not null).OrderByDescending(type => type.Family == DocumentFamily.Administrative))
        {
            index.TryAdd(FoldedText.Name(type.Abbreviation!), type);
        }

        return index;
    }

    private static List<DocumentType> Read()
    {
        using var stream = typeof(DocumentTypes).Assembly.GetManifestResourceStream(Embedded)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Skip(1).Select(Row)];
    }

    private static DocumentType Row(string line)
    {
        var fields = line.Split(',');
        return new(fields[0], fields[1], fields[2], Optional(fields[3]), Enum.Parse<DocumentFamily>(fields[4], ignoreCase: true), fields[5] == "yes", Optional(fields[6]),
            fields[7].Split(';', StringSplitOptions.RemoveEmptyEntries), fields[8], fields[9]);
    }

    private static string? Optional(string field) => field.Length == 0 ? null : field;
}
