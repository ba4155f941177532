using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>The door checks without sending (mission S6).</summary>
internal static class CheckEndpoint
{
    private static readonly Dictionary<CheckState, string> Words = new()
    {
        [CheckState.NotChecked] = "NOT_CHECKED",
        [CheckState.Passed] = "PASSED",
        [CheckState.Warned] = "WARNED",
        [CheckState.Failed] = "FAILED",
    };

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("packages/check", CheckAsync)
            .Accepts<DocumentBody>("application/xml", "multipart/form-data", "application/octet-stream")
            .Produces<ChecklistBody>()
            .Explain("Check a package without sending it",
                "Body as for handing over. Rules R1 to R12, with the hub's word for what it alone can know; while it is away, by the adapter's directory and spool. What neither knows is NOT_CHECKED.",
                Examples.Checklist, ErrorCatalogue.PackageTooLarge, ErrorCatalogue.MediaTypeUnknown, ErrorCatalogue.AgencyNotNamed,
                ErrorCatalogue.FormPartMissing, ErrorCatalogue.MemberMissing, ErrorCatalogue.SpoolFull);

    private static Task<IResult> CheckAsync(
        HttpContext context, string? agency, PackageIntake intake, ContentStore contents, DiskSpace disk, CheckBeforeSending check,
        AdapterOptions options, CancellationToken cancellation) =>
        intake.ReadAsync(context, agency, async (speaker, package, _) =>
        {
            if (!disk.HasRoomFor(0))
            {
                throw new RefusedException(DiskSpace.Refusal);
            }

            using var staged = await contents.StageAsync(package, options.BodyLimit, cancellation)
                ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.BodyLimit));
            return Results.Json(Show(await check.CheckAsync(speaker.Code, staged, cancellation)), RestJson.Options);
        }, cancellation);

    private static ChecklistBody Show(SendingOpinion opinion) => new(
        !opinion.Checklist.Failed,
        [.. opinion.Checklist.Results.Select(result => new CheckBody(result.Rule.ToString(), Words[result.State], result.Findings))],
        opinion.HubAnswered);
}

/// <summary>What the checks came to.</summary>
/// <param name="Passed">No rule failed; rules that were not checked are decided by the hub.</param>
/// <param name="Results">One per rule.</param>
/// <param name="HubAnswered">False while the hub is away: receivers, repeats and amended documents were judged by what is known here.</param>
internal sealed record ChecklistBody(bool Passed, IReadOnlyList<CheckBody> Results, bool HubAnswered);

/// <summary>One rule.</summary>
/// <param name="Rule">R1 to R12.</param>
/// <param name="State">PASSED, WARNED, FAILED or NOT_CHECKED.</param>
/// <param name="Findings">What was found.</param>
internal sealed record CheckBody(string Rule, string State, IReadOnlyList<Finding> Findings);
