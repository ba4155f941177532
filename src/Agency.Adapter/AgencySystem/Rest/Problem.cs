using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Answer of every refused or failed call (RFC 9457), with the axis's codes.</summary>
/// <param name="Type"><c>urn:axis:error:</c> and the code.</param>
/// <param name="Title">What happened, in English.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the error catalogue.</param>
/// <param name="Vietnamese">What happened, for a clerk.</param>
/// <param name="Retryable">The same request can succeed later without a change.</param>
/// <param name="Findings">Everything found, each with the path of the faulty element.</param>
/// <param name="SubmissionId">The submission that stands, in a conflict.</param>
internal sealed record Problem(
    string Type, string Title, int Status, string Code, string Vietnamese, bool Retryable, IReadOnlyList<Finding> Findings,
    Guid? SubmissionId = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>A problem of these findings; the first refusal gives its code and status.</summary>
    public static Problem Of(IReadOnlyList<Finding> findings, int? status = null)
    {
        var first = findings.FirstOrDefault(finding => finding.Severity == Severity.Refusal) ?? findings[0];
        var entry = ErrorCatalogue.All[first.Code];
        return new("urn:axis:error:" + first.Code, first.English, status ?? entry.HttpStatus, first.Code, first.Vietnamese, entry.Retryable, findings);
    }

    /// <summary>A package that the door checks refuse: 422 whatever the code's own status, but for a body too large.</summary>
    public static Problem OfRefusedPackage(IReadOnlyList<Finding> findings)
    {
        var problem = Of(findings);
        return problem with { Status = StatusOf(ErrorCatalogue.All[problem.Code]) };
    }

    /// <summary>Status under which this interface tells an error: a refusal of the door is one of the content, never of the caller.</summary>
    public static int StatusOf(ErrorEntry entry) => entry.HttpStatus == StatusCodes.Status403Forbidden ? StatusCodes.Status422UnprocessableEntity : entry.HttpStatus;

    public IResult ToResult() => Results.Json(this, RestJson.Options, ContentType, Status);
}
