using System.Diagnostics.CodeAnalysis;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>
/// What a status may find a document by is indexed and therefore bounded; longer text is cut on both sides of the comparison,
/// never refused here (the door judges lengths). Spaces at the end are cut too: SQL Server compares without them, SQLite with them.
/// </summary>
internal static class ReferenceText
{
    private const int DocumentIdLength = 400;
    private const int CodeLength = 100;

    public static DocumentRow Clip(DocumentRow row) => row with
    {
        DocumentIdText = Cut(row.DocumentIdText, DocumentIdLength),
        CodeNumber = Cut(row.CodeNumber, CodeLength),
        CodeNotation = Cut(row.CodeNotation, CodeLength),
    };

    public static DocumentReference Clip(DocumentReference reference) => reference with
    {
        DocumentIdText = Cut(reference.DocumentIdText, DocumentIdLength),
        CodeNumber = Cut(reference.CodeNumber, CodeLength),
        CodeNotation = Cut(reference.CodeNotation, CodeLength),
    };

    /// <summary>A sender's document id as it is kept.</summary>
    public static string CutDocumentId(string text) => Cut(text, DocumentIdLength);

    /// <summary>A number or a notation as it is kept.</summary>
    public static string? CutCode(string? text) => Cut(text, CodeLength);

    [return: NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text, int length) => text is null ? null : SqlWidth.Cut(text, length).TrimEnd(' ');
}
