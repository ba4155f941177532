using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Axis.Hub.Agencies.Endpoint;

/// <summary>The JSON body of an adapter's call.</summary>
internal static class AdapterBody
{
    /// <summary>Reads it; what is no such thing is a refusal that names the faulty element.</summary>
    public static async Task<(T? Body, IResult? Refusal)> ReadAsync<T>(HttpContext context) where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, WireJson.Options, context.RequestAborted) is { } body
                ? (body, null)
                : (null, Problem.Of(ErrorCatalogue.RequestMalformed, "", "null"));
        }
        catch (JsonException malformed)
        {
            return (null, Problem.Of(ErrorCatalogue.RequestMalformed, malformed.Path ?? "", malformed.Message));
        }
    }
}
