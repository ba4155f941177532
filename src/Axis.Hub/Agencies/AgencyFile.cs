using System.Reflection;
using CsvHelper;

namespace Axis.Hub.Agencies;

/// <summary>Reads agencies from CSV: UTF-8, a header, columns in any order; <c>code2803</c>, <c>confidence</c>, <c>source</c>, <c>valid_from</c>, <c>valid_to</c>, <c>successor</c> and <c>office_hours</c> may be absent.</summary>
internal static class AgencyFile
{
    private static readonly string[] Required = ["code", "code102", "name_vi", "name_en", "kind", "parent_code"];

    /// <summary>The directory that comes with the program (Agencies/Data), for development and the simulated nation.</summary>
    public static IReadOnlyList<AgencyLine> ReadSeed()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Agencies/Data/agencies.csv")!);
        return Read(reader, []);
    }

    /// <summary>All lines; what is wrong with the file's form is added to <paramref name="errors"/>.</summary>
    public static IReadOnlyList<AgencyLine> Read(TextReader text, ICollection<string> errors)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions { Separator = ',', TrimWhitespace = true, TrackLineNumbers = true }, leaveOpen: true);
        csv.ReadHeader();
        var columns = csv.Headers.ToArray();
        var missing = Required.Except(columns, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            errors.Add("line 1: column missing: " + string.Join(", ", missing));
            return [];
        }

        var lines = new List<AgencyLine>();
        while (csv.Read())
        {
            lines.Add(new(
                (int)csv.LineNumber, Code("code"), Code("code102"), Code("code2803"), Field("name_vi"), Field("name_en"), Field("kind"),
                Code("parent_code"), Field("confidence"), Field("source"))
            {
                ValidFrom = Field("valid_from"), ValidTo = Field("valid_to"), Successor = Code("successor"), OfficeHours = Field("office_hours"),
            });
        }

        return lines;

        string Field(string name) => columns.Contains(name) ? csv.GetString(name).Normalize() : "";

        string Code(string name) => Field(name).ToUpperInvariant();
    }
}
