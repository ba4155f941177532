using Agency.Adapter.AgencySystem.Rest.Packages;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Served;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Shows a session's drafts, with the directory's names.</summary>
internal sealed class ShowDrafts(AgencyDirectory directory, ITrackSubmissions track, AdapterOptions options)
{
    public StartModel Start(ClerkSession session) => new(
        session.Token, [.. session.Caller.Agencies.Select(agency => Agency(agency.Code))],
        [.. session.Drafts.Select(Line)]);

    public FormModel Form(ClerkSession session, Draft draft) => new(
        draft.Id, session.Token, Agency(draft.Agency.Code), draft.Values, [.. draft.To.Select(Agency)], [.. draft.Found.Select(Agency)],
        draft.Values.GetValueOrDefault(FindReceivers.Field, ""), [.. draft.Files.Select(file => new ShownFile(file.Name, file.Length))], draft.Faults);

    public ChecklistModel Checklist(ClerkSession session, Draft draft, CheckedDraft found) => new(
        draft.Id, session.Token, Agency(draft.Agency.Code), options.Code, draft is { Edxml: null, IsSecret: false }, found.Package is { } package ? Document(package) : null,
        found.Opinion.Checklist, found.Opinion.HubAnswered, found.At, found.Sha256, found.Length, draft.CheckerName, draft.CheckerPosition, draft.Faults,
        draft.SubmissionId is { } id && track.Find(draft.Agency.Code, id) is { } view ? Submission(view) : null);

    private ShownDraft Line(Draft draft) => new(
        draft.Checked is null && draft.Edxml is null ? ClerkPaths.FormOf(draft.Id) : ClerkPaths.Of(draft.Id), Title(draft), draft.BegunAt,
        draft.SubmissionId is not null ? DraftState.Sent
            : draft.Checked is not { } found ? DraftState.Open
            : draft.IsSecret ? DraftState.Secret
            : found.Opinion.Checklist.Failed ? DraftState.Bad
            : DraftState.Good);

    private static string Title(Draft draft) => draft.Checked?.Package?.Edoc is { } header
        ? $"{header.Code.Printed} {header.Subject}"
        : draft.Edxml?.Name ?? $"{draft.Values.GetValueOrDefault("code")} {draft.Values.GetValueOrDefault("subject")}".Trim();

    private ShownDocument Document(Package package) => new(
        package.Edoc is { } edoc ? $"{edoc.TypeName} {edoc.Code.Printed}" : $"{package.Status!.StatusCode} {package.Status.ResponseFor.Code}",
        package.Edoc?.Subject ?? package.Status?.Description ?? "",
        Agency(package.From.OrganId), [.. package.Receivers.Select(Agency)], package.Edoc?.PromulgationDate ?? package.Status?.ResponseFor.PromulgationDate,
        package.Edoc is { Signer: var signer } ? string.Join(", ", new[] { signer.Competence, signer.Position, signer.FullName }.Where(part => !string.IsNullOrWhiteSpace(part))) : "",
        package.Edoc?.Priority ?? 0, [.. package.Attachments.Select(file => new ShownFile(file.Name ?? "", file.Length))]);

    private ShownSubmission Submission(SubmissionView view) => new(
        view.SubmissionId, view.HandedOverAt, PackageBodiesFrom.StateOf(view.State).ToString().ToLowerInvariant(), view.WaitsFor,
        string.Join(", ", new[] { view.CheckedBy?.Name, view.CheckedBy?.Position }.OfType<string>()), view.Receipt?.Findings ?? [],
        [.. view.Receivers.Select(receiver => new ShownReceiver(
            Agency(receiver.Line.Code), System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(receiver.Line.Outcome.ToString()),
            receiver.State?.Transport, receiver.State?.Business, receiver.Line.Finding))]);

    private ShownAgency Agency(string code) => new(code, directory.Resolve(code)?.NameVi ?? "");
}
