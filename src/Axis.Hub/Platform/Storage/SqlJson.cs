using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// Batches travel as one JSON parameter (<c>json_each</c>, <c>OPENJSON</c>), so a statement has a handful of parameters however
/// large the batch is. Member names are column names; enums are numbers, bytes base64, times as in <see cref="SqlTime"/>.
/// </summary>
internal static class SqlJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TimeConverter() },
    };

    public static string Write<T>(IReadOnlyCollection<T> rows) => JsonSerializer.Serialize(rows, Options);

    private sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            SqlTime.Read(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(SqlTime.Write(value));
    }
}
