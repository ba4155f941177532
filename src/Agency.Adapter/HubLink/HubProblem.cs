using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.HubLink;

/// <summary>A refusal of the hub's endpoint as it travels (RFC 9457); see <c>Axis.Contracts/Http</c>.</summary>
internal sealed record HubProblem(string Code, string Title, string Vietnamese, bool Retryable)
{
    /// <summary>What an answer that is not good means: away when it may be otherwise later, else refused.</summary>
    public static async Task<Exception> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        HubProblem? problem;
        try
        {
            problem = body.Length == 0 ? null : JsonSerializer.Deserialize<HubProblem>(body, WireJson.Options);
        }
        catch (JsonException)
        {
            // A proxy's page, or a hub of another age: its status alone speaks.
            problem = null;
        }

        return problem is { Retryable: false }
            ? new HubRefusedException(new Finding(problem.Code, Severity.Refusal, "", problem.Vietnamese, problem.Title))
            : new HubAwayException($"The hub answered {(int)response.StatusCode} {problem?.Code} {problem?.Title}".TrimEnd());
    }
}
