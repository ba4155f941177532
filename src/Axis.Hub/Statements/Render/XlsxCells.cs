using System.Globalization;
using Axis.Contracts.Calendar;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Axis.Hub.Statements.Render;

/// <summary>Makes the cells of a sheet. Text is always text, whatever it begins with.</summary>
internal static class XlsxCells
{
    private const int LongestText = 32_767;

    /// <summary>The head of a column, Vietnamese above English.</summary>
    public static Cell Head(string at, Term name) => Text(at, $"{name.Vi}\n{name.En}", XlsxStyles.Head);

    public static Cell Of(string at, object value) => value switch
    {
        string text => Text(at, CleanText.Of(text), XlsxStyles.Text),
        int number => Number(at, number.ToString(CultureInfo.InvariantCulture), XlsxStyles.Number),
        long number => Number(at, number.ToString(CultureInfo.InvariantCulture), XlsxStyles.Number),
        DateOnly day => Number(at, Serial(day.ToDateTime(TimeOnly.MinValue).ToOADate()), XlsxStyles.Day),
        DateTimeOffset time => Number(at, Serial(time.ToOffset(VietnamTime.Offset).DateTime.ToOADate()), XlsxStyles.Time),
        TimeSpan length => Number(at, Serial(length.TotalDays), XlsxStyles.Length),
        _ => throw new ArgumentException($"No cell is made of {value.GetType()}.", nameof(value)),
    };

    private static Cell Text(string at, string text, uint style) => new(new InlineString(
        new Text(text.Length > LongestText ? text[..LongestText] : text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = at,
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private static Cell Number(string at, string number, uint style) => new(new CellValue(number)) { CellReference = at, StyleIndex = style };

    private static string Serial(double days) => days.ToString("R", CultureInfo.InvariantCulture);
}
