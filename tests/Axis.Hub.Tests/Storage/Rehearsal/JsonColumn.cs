using System.Globalization;
using System.Text.Json;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>A column that OPENJSON reads: names in its path count to the letter, and what is missing is read as NULL without a word.</summary>
internal sealed record JsonColumn(string Name, string Path, SqlType Type)
{
    public static IEnumerable<JsonColumn> Of(OpenJsonTableReference json) => json.SchemaDeclarationItems.Select(item => new JsonColumn(
        item.ColumnDefinition.ColumnIdentifier.Value,
        (item.Mapping as StringLiteral)?.Value ?? "$." + item.ColumnDefinition.ColumnIdentifier.Value,
        SqlType.Of(item.ColumnDefinition.DataType)));

    /// <summary>Null when SQL Server reads this row's value as it is meant; else what is wrong.</summary>
    public string? Complaint(JsonElement row)
    {
        var value = row;
        foreach (var name in Path.Split('.').Skip(1))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out value))
            {
                return $"{Path} is not sent";
            }
        }

        return value.ValueKind == JsonValueKind.Null || Fits(value) ? null : $"{Path} is {value.GetRawText()} and no {Type}";
    }

    private bool Fits(JsonElement value) => (Type.Name, value.ValueKind) switch
    {
        ("int", JsonValueKind.Number) => value.TryGetInt32(out _),
        ("bigint", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("bit", JsonValueKind.True or JsonValueKind.False) => true,
        ("nvarchar", JsonValueKind.String) => Type.Length == SqlType.Max || value.GetString()!.Length <= Type.Length,
        ("varbinary", JsonValueKind.String) => value.TryGetBytesFromBase64(out _),
        ("uniqueidentifier", JsonValueKind.String) => value.TryGetGuid(out _),
        ("date", JsonValueKind.String) => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ("datetimeoffset", JsonValueKind.String) =>
            DateTimeOffset.TryParseExact(value.GetString(), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        _ => false,
    };
}
