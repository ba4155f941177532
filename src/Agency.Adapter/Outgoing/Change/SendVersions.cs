using System.Security.Cryptography;
using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>
/// Sends what stands for a document from now on: an update is its new version under the same id, a replacement another document. A repeat under the same key is the same package,
/// whatever has become of the old document since.
/// </summary>
internal sealed class SendVersions(ISubmitPackages submit, ChangeGround ground, FindStanding standing, AgencyDirectory directory, TimeProvider time)
{
    /// <summary>Sends the new version to all at whom the document stands, or those named, to those it drops, and to those it adds.</summary>
    public async Task<SubmitOutcome> UpdateAsync(ChangeRequest request, NewVersion version, CancellationToken cancellation)
    {
        var (sent, earlier, refusal) = await BeginAsync(request, cancellation);
        if (sent is null)
        {
            return refusal!;
        }

        var (holders, why) = ChooseWithDropped(request, version);
        if (why is not null && earlier is null)
        {
            return ChangeGround.Refused(why);
        }

        IReadOnlyList<Organization> receivers = earlier?.Edoc?.To ?? [.. sent.To.Where(to => holders.Any(holder => holder.Line.Code == to.OrganId)).Concat(version.Added).DistinctBy(to => to.OrganId)];
        var draft = new EdocDraft(version.Header(sent) with { To = receivers }, version.Files) { Business = ChangeWriting.Update(request, sent, version) };
        return await SendAsync(request, ChangeCommand.Update, holders, draft, earlier, version.SentAt, cancellation);
    }

    /// <summary>Sends a document that stands for the old one at all at whom that stands, or those named.</summary>
    /// <param name="request">Of which document.</param>
    /// <param name="draft">The new document; without receivers it goes to those of whom it is asked.</param>
    /// <param name="sentAt">When the agency sent it; <c>null</c>: now.</param>
    /// <param name="cancellation">Gives up before anything is durable.</param>
    public async Task<SubmitOutcome> ReplaceAsync(ChangeRequest request, EdocDraft draft, DateTimeOffset? sentAt, CancellationToken cancellation)
    {
        var (sent, earlier, refusal) = await BeginAsync(request, cancellation);
        if (sent is null)
        {
            return refusal!;
        }

        var (holders, why) = ground.Choose(request, ChangeCommand.Replace);
        if (why is not null && earlier is null)
        {
            return ChangeGround.Refused(why);
        }

        var receivers = draft.Header.To.Count > 0 ? draft.Header.To : earlier?.Edoc?.To ?? [.. sent.To.Where(to => holders.Any(holder => holder.Line.Code == to.OrganId)).DistinctBy(to => to.OrganId)];
        IReadOnlyList<string> replaced = earlier?.Business?.Replacements is [{ OrganIds: var codes }, ..]
            ? codes
            : [.. holders.Select(holder => holder.Line.Code).Where(code => receivers.Any(to => directory.AreSame(to.OrganId, code)))];
        if (replaced.Count == 0)
        {
            return ChangeGround.Refused(Finding.Refuse(
                ErrorCatalogue.DocumentStandsNowhere, "/document/to", request.Sent.SubmissionId, string.Join(", ", receivers.Select(to => to.OrganId))));
        }

        draft = draft with { Header = draft.Header with { To = receivers }, Business = ChangeWriting.Replace(request, sent, replaced) };
        return await SendAsync(request, ChangeCommand.Replace, holders, draft, earlier, sentAt, cancellation);
    }

    /// <summary>The document that it is about and what stands under the key already, or why nothing goes out.</summary>
    private async Task<(EdocHeader? Sent, Package? Earlier, SubmitOutcome.Refused? Refusal)> BeginAsync(ChangeRequest request, CancellationToken cancellation)
    {
        var (sent, refusal) = await ground.DocumentAsync(request, cancellation);
        if (sent is null)
        {
            return (null, null, refusal);
        }

        var (earlier, removed) = await standing.FindAsync(request.Agency, request.IdempotencyKey, cancellation);
        return removed is null ? (sent, earlier, null) : (null, null, ChangeGround.Refused(removed));
    }

    private async Task<SubmitOutcome> SendAsync(
        ChangeRequest request, ChangeCommand command, IReadOnlyList<ReceiverView> holders, EdocDraft draft, Package? earlier, DateTimeOffset? sentAt, CancellationToken cancellation)
    {
        if (PackageWriter.Check(draft) is { Count: > 0 } findings)
        {
            return new SubmitOutcome.Refused(findings);
        }

        var key = request.IdempotencyKey;
        if (key is null)
        {
            key = ChangeKeys.OfDraft(request, command, holders, await HashAsync(draft, cancellation));
            (earlier, var removed) = await standing.FindAsync(request.Agency, key, cancellation);
            if (removed is not null)
            {
                return ChangeGround.Refused(removed);
            }
        }

        var at = sentAt ?? (earlier?.Traces is [{ Timestamp: { } first }, ..] ? first : time.Now());
        return await DraftStream.UseAsync(
            draft with { Traces = [new TraceHeader(draft.Header.From.OrganId, at)] },
            package => submit.SubmitAsync(new SubmitRequest(request.Agency, key, request.Checker), package, cancellation), cancellation);
    }

    /// <summary>Those who get the new version: those of whom it is asked, and those it drops, who have to be told.</summary>
    private (IReadOnlyList<ReceiverView> Holders, Finding? Refusal) ChooseWithDropped(ChangeRequest request, NewVersion version)
    {
        var (chosen, refusal) = ground.Choose(request, ChangeCommand.Update);
        if (refusal is not null || version.Dropped.Count == 0)
        {
            return (chosen, refusal);
        }

        var (dropped, why) = ground.Choose(request with { Receivers = version.Dropped }, ChangeCommand.Update);
        return why is null
            ? ([.. request.Sent.Receivers.Where(receiver => chosen.Contains(receiver) || dropped.Contains(receiver))], null)
            : ([], why with { Path = why.Path.Replace("/receivers", "/drop", StringComparison.Ordinal) });
    }

    private static Task<string> HashAsync(EdocDraft draft, CancellationToken cancellation) =>
        DraftStream.UseAsync(draft, async package => Convert.ToHexStringLower(await SHA256.HashDataAsync(package, cancellation)), cancellation);
}
