using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Tests.Errors;

public partial class ErrorCatalogueTests
{
    /// <summary>The national client's list (domain.md 1.7).</summary>
    private static readonly int[] NationalNumbers = [0, 10, 15, 18, 19, 20, 21, 22, 23];

    private static readonly (string Name, ErrorEntry Entry)[] Entries =
    [
        .. typeof(ErrorCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(ErrorEntry))
            .Select(field => (field.Name, (ErrorEntry)field.GetValue(null)!)),
    ];

    [Fact]
    public void Holds_every_code_once()
    {
        Entries.GroupBy(entry => entry.Entry.Code).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(entry => entry.Name))}").ShouldBeEmpty();
        ErrorCatalogue.All.Count.ShouldBe(Entries.Length);
    }

    [Fact]
    public void Names_every_code_in_one_form() =>
        Entries.Where(entry => !Code().IsMatch(entry.Entry.Code)).ShouldBeEmpty();

    [Fact]
    public void Says_everything_in_both_languages() =>
        Entries.Where(entry => !IsSentence(entry.Entry.Vietnamese) || !IsSentence(entry.Entry.English)
            || entry.Entry.Vietnamese == entry.Entry.English).ShouldBeEmpty();

    [Fact]
    public void Fills_both_sentences_with_the_same_values() =>
        Entries.Where(entry => !Places(entry.Entry.Vietnamese).SequenceEqual(Places(entry.Entry.English))).ShouldBeEmpty();

    [Fact]
    public void Numbers_its_values_from_zero_without_a_gap() =>
        Entries.Where(entry => !Places(entry.Entry.English).SequenceEqual(Enumerable.Range(0, Places(entry.Entry.English).Length))).ShouldBeEmpty();

    [Fact]
    public void Uses_national_numbers_of_the_national_list_only() =>
        Entries.Where(entry => entry.Entry.NationalNumber is { } number && !NationalNumbers.Contains(number)).ShouldBeEmpty();

    [Fact]
    public void Answers_with_an_error_status() =>
        Entries.Where(entry => entry.Entry.HttpStatus is < 400 or > 599).ShouldBeEmpty();

    [Fact]
    public void Fills_a_finding_in_both_languages()
    {
        var finding = Finding.Refuse(ErrorCatalogue.SenderNotServed, "/From", "A01", "H37");
        finding.English.ShouldBe("The sending agency A01 is not served by adapter H37.");
        finding.Vietnamese.ShouldContain("A01");
        finding.Vietnamese.ShouldContain("H37");
        finding.NationalNumber.ShouldBe(19);
    }

    [Fact]
    public void Is_published_in_the_documentation() => Approved.Matches("docs/errors.md", Page());

    private static string Page()
    {
        var page = new StringBuilder("""
            # Errors

            Every code the axis answers with. Written from the catalogue (`src/Axis.Contracts/Errors`) by a test; do not edit.
            `HTTP` is the status where the error answers a call, `National` the number of the national client's list, `Retry` says
            whether the same request can succeed later without a change by the caller. `{0}`, `{1}` are filled in.

            | Code | HTTP | National | Retry | Vietnamese | English |
            |---|---|---|---|---|---|

            """);
        foreach (var (_, entry) in Entries.OrderBy(entry => entry.Entry.Code, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture,
                $"| {entry.Code} | {entry.HttpStatus} | {entry.NationalNumber?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {(entry.Retryable ? "yes" : "no")} | {Cell(entry.Vietnamese)} | {Cell(entry.English)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static bool IsSentence(string text) => text.Length > 3 && text[^1] is '.' or '}' && (char.IsUpper(text[0]) || text[0] == '{');

    private static int[] Places(string sentence) =>
        [.. Place().Matches(sentence).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().Order()];

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Place();

    [GeneratedRegex("^AXS-[1-9][0-9]{3}$")]
    private static partial Regex Code();
}
