using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axis.Contracts.Wire;

/// <summary>
/// The one JSON form of the wire: camelCase, enums as words, absent values left out, times in ISO 8601 UTC.
/// Reading is strict in what it knows (a missing or doubled member, a null, a number as text, an unknown word of an
/// enum is refused) and tolerant of members it does not know, so that a later version may add some.
/// </summary>
public static class WireJson
{
    /// <summary>Options shared by both sides.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a message as UTF-8.</summary>
    public static byte[] Write<T>(T message) => JsonSerializer.SerializeToUtf8Bytes(message, Options);

    /// <summary>Reads a message.</summary>
    /// <exception cref="JsonException">The bytes are no such message; an empty body is never a default object.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body) where T : class =>
        JsonSerializer.Deserialize<T>(body, Options) ?? throw new JsonException("The message is null.");

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new WireWordConverter());
        options.Converters.Add(new WireListConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
