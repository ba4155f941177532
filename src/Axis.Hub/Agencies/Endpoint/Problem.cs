using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;

namespace Axis.Hub.Agencies.Endpoint;

/// <summary>Answer of every refused call (RFC 9457), with the axis's codes and both languages.</summary>
internal sealed record Problem(
    string Type, string Title, int Status, string Code, string Vietnamese, bool Retryable, IReadOnlyList<Finding> Findings)
{
    private const string ContentType = "application/problem+json";

    /// <summary>The answer to a call in which this was found.</summary>
    public static IResult Of(ErrorEntry entry, string path = "", params object?[] arguments) =>
        Of([Finding.Refuse(entry, path, arguments)]);

    /// <summary>The answer to a call in which these were found; the first refusal gives code and status.</summary>
    public static IResult Of(IReadOnlyList<Finding> findings)
    {
        Finding first = findings.FirstOrDefault(finding => finding.Severity == Severity.Refusal) ?? findings[0];
        ErrorEntry entry = ErrorCatalogue.All[first.Code];
        var problem = new Problem(
            HttpNames.ProblemType + first.Code, first.English, entry.HttpStatus, first.Code, first.Vietnamese, entry.Retryable, findings);
        return Results.Json(problem, WireJson.Options, ContentType, entry.HttpStatus);
    }

    /// <summary>
    /// Nothing here for this caller: the one answer for what does not exist and what it may not see, so nobody can ask what exists.
    /// </summary>
    public static IResult NotFoundHere() => Of(ErrorCatalogue.NotFoundHere);
}
