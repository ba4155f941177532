using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>The JSON of the local interface: camelCase, enums as words, absent values left out, unknown members tolerated.</summary>
internal static class RestJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same for the framework's own options (the OpenAPI document reads them).</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Reads a body.</summary>
    /// <exception cref="RefusedException">It is no such JSON.</exception>
    public static async Task<T> ReadAsync<T>(Stream body, CancellationToken cancellation) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(body, Options, cancellation)
                ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, "", "null"));
        }
        catch (JsonException fault)
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.RequestMalformed, PathOf(fault), fault.Message));
        }
    }

    private static string PathOf(JsonException fault) =>
        fault.Path is { Length: > 1 } path ? path.Replace("$", "", StringComparison.Ordinal).Replace('.', '/') : "";

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
