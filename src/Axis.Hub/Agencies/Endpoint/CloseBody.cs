using System.Text.Json;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Axis.Hub.Agencies.Endpoint;

/// <summary>The body of a closing: why.</summary>
internal static class CloseBody
{
    private const int LongestReason = 1_000;

    /// <summary>The reason; null where the body has none that can be kept.</summary>
    public static async Task<string?> ReasonAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            CloseRequest? close = await JsonSerializer.DeserializeAsync<CloseRequest>(request.Body, WireJson.Options, cancellation);
            return close?.Reason.Trim() is { Length: > 0 and <= LongestReason } reason ? reason : null;
        }
        catch (JsonException)
        {
            // No JSON, or none with a reason: the one thing this body is for.
            return null;
        }
    }
}
