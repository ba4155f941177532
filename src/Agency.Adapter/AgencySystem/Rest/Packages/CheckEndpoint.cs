using Agency.Adapter.AgencySystem.Rest.Describe;
using Agency.Adapter.HubLink;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Axis.Contracts.Checks;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>The door checks without sending (mission S6): here what the package alone says, at the hub what needs the registry or the ledger.</summary>
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
                "Body as for handing over. Rules R1 to R12; what needs the hub's registry or ledger is NOT_CHECKED while the hub is away.",
                Examples.Checklist, ErrorCatalogue.PackageTooLarge, ErrorCatalogue.MediaTypeUnknown, ErrorCatalogue.AgencyNotNamed,
                ErrorCatalogue.FormPartMissing, ErrorCatalogue.MemberMissing, ErrorCatalogue.SpoolFull);

    private static Task<IResult> CheckAsync(
        HttpContext context, string? agency, PackageIntake intake, ContentStore contents, DiskSpace disk, CheckPackage check, IHubApi hub,
        AdapterOptions options, CancellationToken cancellation) =>
        intake.ReadAsync(context, agency, async (speaker, package) =>
        {
            if (!disk.HasRoomFor(0))
            {
                throw new RefusedException(DiskSpace.Refusal);
            }

            using var staged = await contents.StageAsync(package, options.BodyLimit, cancellation)
                ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.PackageTooLarge, "", options.BodyLimit));
            var (_, here) = await check.CheckAsync(speaker.Code, staged, cancellation);
            var all = here.Failed ? here : Join(here, await AskHubAsync(hub, staged, cancellation));
            return Results.Json(Show(all), RestJson.Options);
        }, cancellation);

    /// <summary>The hub's opinion; <c>null</c> when it is away, for the clerk shall still learn what can be told here.</summary>
    private static async Task<Checklist?> AskHubAsync(IHubApi hub, StagedContent staged, CancellationToken cancellation)
    {
        try
        {
            await using var content = staged.OpenRead();
            return await hub.CheckAsync(content, cancellation);
        }
        catch (HubAwayException)
        {
            return null;
        }
    }

    private static Checklist Join(Checklist here, Checklist? hub) => hub is null
        ? here
        : new([.. here.Results.Select(result => result.State == CheckState.NotChecked ? hub[result.Rule] : result)]);

    private static ChecklistBody Show(Checklist list) =>
        new(!list.Failed, [.. list.Results.Select(result => new CheckBody(result.Rule.ToString(), Words[result.State], result.Findings))]);
}

/// <summary>What the checks came to.</summary>
/// <param name="Passed">No rule failed; rules that were not checked are decided by the hub.</param>
/// <param name="Results">One per rule.</param>
internal sealed record ChecklistBody(bool Passed, IReadOnlyList<CheckBody> Results);

/// <summary>One rule.</summary>
/// <param name="Rule">R1 to R12.</param>
/// <param name="State">PASSED, WARNED, FAILED or NOT_CHECKED.</param>
/// <param name="Findings">What was found.</param>
internal sealed record CheckBody(string Rule, string State, IReadOnlyList<Finding> Findings);
