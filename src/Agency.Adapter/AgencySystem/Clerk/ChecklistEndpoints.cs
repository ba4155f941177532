using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The checklist of a draft, and sending it under the name of whoever checked it.</summary>
internal static class ChecklistEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost(ClerkPaths.Edxml, CheckAsync);
        pages.MapGet("/check/{id:guid}", ShowAsync);
        pages.MapPost("/check/{id:guid}/send", SendAsync);
    }

    private static Task<IResult> CheckAsync(
        HttpContext context, ClerkSessions sessions, FormFolder folder, DiskSpace disk, DraftPackages packages, AdapterOptions options, TimeProvider time,
        CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
        {
            if (!disk.HasRoomFor(context.Request.ContentLength ?? 0))
            {
                throw new RefusedException(DiskSpace.Refusal);
            }

            using var form = await ClerkComponent.ReadAsync(context, session, folder, options, cancellation);
            var agency = session.Caller.Speaker(form["agency"], null);
            if (form.TakeFiles() is not [var file, ..])
            {
                throw new RefusedException(Finding.Refuse(ErrorCatalogue.FormPartMissing, "/edxml", "edXML"));
            }

            var draft = new Draft(agency, time.GetUtcNow()) { Edxml = file };
            try
            {
                await packages.CheckAsync(draft, cancellation);
            }
            catch
            {
                draft.Dispose();
                throw;
            }

            session.Add(draft);
            return ClerkComponent.GoTo(context, ClerkPaths.Of(draft.Id));
        }, cancellation);

    private static Task<IResult> ShowAsync(
        HttpContext context, Guid id, ClerkSessions sessions, ClerkPages show, ShowDrafts drafts, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, session =>
        {
            var draft = FormEndpoints.Require(session, id);
            return draft.Checked is { } found
                ? show.ShowAsync<ChecklistPage>(context, new() { [nameof(ChecklistPage.Model)] = drafts.Checklist(session, draft, found) })
                : Task.FromResult(ClerkComponent.GoTo(context, draft.Edxml is null ? ClerkPaths.FormOf(id) : ClerkPaths.Root));
        }, cancellation);

    private static Task<IResult> SendAsync(
        HttpContext context, Guid id, ClerkSessions sessions, FormFolder folder, DraftPackages packages, AdapterOptions options,
        ILogger<ClerkSessions> log, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
        {
            var draft = FormEndpoints.Require(session, id);
            using var form = await ClerkComponent.ReadAsync(context, session, folder, options, cancellation);
            (draft.CheckerName, draft.CheckerPosition) = (form["checkedBy/name"], form["checkedBy/position"]);
            if (form["action"] == "send" && draft is { SubmissionId: null, Checked.Opinion.Checklist.Failed: false })
            {
                await HandOverAsync(draft, packages, cancellation);
                if (draft.SubmissionId is { } submission)
                {
                    RestLog.HandedOver(log, draft.Agency.Code, submission);
                }
            }

            return ClerkComponent.GoTo(context, ClerkPaths.Of(id), ClerkComponent.Language(form));
        }, cancellation);

    private static async Task HandOverAsync(Draft draft, DraftPackages packages, CancellationToken cancellation)
    {
        try
        {
            var position = string.IsNullOrWhiteSpace(draft.CheckerPosition) ? null : draft.CheckerPosition;
            await packages.SendAsync(draft, CheckerNames.Read(draft.CheckerName, position, "/checkedBy/name", "/checkedBy/position")!, cancellation);
        }
        catch (RefusedException unnamed)
        {
            draft.Faults = unnamed.Findings;
        }
    }
}
