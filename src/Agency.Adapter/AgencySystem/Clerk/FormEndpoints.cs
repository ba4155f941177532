using Agency.Adapter.AgencySystem.Rest;
using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The form: every button posts all of it, so nothing typed or chosen is lost between pages.</summary>
internal static class FormEndpoints
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost(ClerkPaths.NewForm, BeginAsync);
        pages.MapGet("/check/{id:guid}/form", ShowAsync);
        pages.MapPost("/check/{id:guid}/form", SaveAsync);
    }

    private static Task<IResult> BeginAsync(
        HttpContext context, ClerkSessions sessions, FormFolder folder, AdapterOptions options, TimeProvider time, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
        {
            using var form = await ClerkComponent.ReadAsync(context, session, folder, options, cancellation);
            var draft = new Draft(session.Caller.Speaker(form["agency"], null), time.GetUtcNow());
            session.Add(draft);
            return ClerkComponent.GoTo(context, ClerkPaths.FormOf(draft.Id));
        }, cancellation);

    private static Task<IResult> ShowAsync(
        HttpContext context, Guid id, ClerkSessions sessions, ClerkPages show, ShowDrafts drafts, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, session => Require(session, id) is { SubmissionId: null, IsSecret: false } draft
            ? show.ShowAsync<FormPage>(context, new() { [nameof(FormPage.Model)] = drafts.Form(session, draft) })
            : Task.FromResult(ClerkComponent.GoTo(context, ClerkPaths.Of(id))), cancellation);

    private static Task<IResult> SaveAsync(
        HttpContext context, Guid id, ClerkSessions sessions, FormFolder folder, DiskSpace disk, AgencyDirectory directory, DraftPackages packages,
        AdapterOptions options, CancellationToken cancellation) =>
        ClerkComponent.WithSessionAsync(context, sessions, async session =>
        {
            var draft = Require(session, id);
            if (!disk.HasRoomFor(context.Request.ContentLength ?? 0))
            {
                throw new RefusedException(DiskSpace.Refusal);
            }

            using var form = await ClerkComponent.ReadAsync(context, session, folder, options, cancellation);
            if (draft is not { Edxml: null, SubmissionId: null, IsSecret: false })
            {
                return ClerkComponent.GoTo(context, ClerkPaths.Of(id));
            }

            TakeOver(draft, form);
            FindReceivers.Update(draft, form, directory);
            draft.Checked = null;
            draft.Faults = [];
            if (form["action"] == "check")
            {
                await packages.CheckAsync(draft, cancellation);
                return ClerkComponent.GoTo(context, draft.Checked is null ? ClerkPaths.FormOf(id) : ClerkPaths.Of(id));
            }

            return ClerkComponent.GoTo(context, ClerkPaths.FormOf(id) + (form["action"] == "find" ? "#to" : ""), ClerkComponent.Language(form));
        }, cancellation);

    private static void TakeOver(Draft draft, PostedForm form)
    {
        draft.Values.Clear();
        foreach (var (field, value) in form.Fields.Where(one => one.Field is not (PostedFields.Token or "action" or "add" or "drop" or "remove")))
        {
            draft.Values[field] = value;
        }

        foreach (var file in form.All("remove").Select(index => draft.Files.ElementAtOrDefault(int.TryParse(index, out var at) ? at : -1)).OfType<KeptFile>().ToArray())
        {
            draft.Files.Remove(file);
            File.Delete(file.Path);
        }

        draft.Files.AddRange(form.TakeFiles());
    }

    /// <exception cref="RefusedException">The session has no such draft (any more).</exception>
    public static Draft Require(ClerkSession session, Guid id) =>
        session.Find(id) ?? throw new RefusedException(Finding.Refuse(ErrorCatalogue.DraftNotFound, ""));
}
