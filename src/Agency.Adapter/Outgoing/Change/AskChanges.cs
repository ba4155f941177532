using Agency.Adapter.Served;
using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Outgoing.Change;

/// <summary>
/// Asks receivers for what was sent (domain.md 2.3): each request is a package that is written here and goes the way of every package. A repeat under the same key is the same package,
/// whatever has become of the document since.
/// </summary>
internal sealed class AskChanges(ISubmitPackages submit, ChangeGround ground, FindStanding standing, AgencyDirectory directory, TimeProvider time)
{
    /// <summary>Recalls a document (BussinessDocType 1) from all at whom it stands, or those named.</summary>
    public async Task<SubmitOutcome> RecallAsync(ChangeRequest request, CancellationToken cancellation)
    {
        var (header, refusal) = await ground.DocumentAsync(request, cancellation);
        if (header is null)
        {
            return refusal!;
        }

        var (earlier, removed) = await standing.FindAsync(request.Agency, request.IdempotencyKey, cancellation);
        var key = request.IdempotencyKey;
        var receivers = earlier?.Edoc?.To;
        if (earlier is null && removed is null)
        {
            var (chosen, why) = ground.Choose(request, ChangeCommand.Recall);
            if (why is not null)
            {
                return ChangeGround.Refused(why);
            }

            receivers = [.. header.To.Where(to => chosen.Any(receiver => receiver.Line.Code == to.OrganId)).DistinctBy(to => to.OrganId)];
            key = ChangeKeys.Of(request, ChangeCommand.Recall, chosen);
            (earlier, removed) = await standing.FindAsync(request.Agency, key, cancellation);
        }

        if (removed is not null)
        {
            return ChangeGround.Refused(removed);
        }

        var at = earlier?.Traces is [{ Timestamp: { } first }, ..] ? first : time.Now();
        var draft = ChangeWriting.Recall(header, receivers!, request.Reason!.Trim(), request.Staff, at);
        if (PackageWriter.Check(draft) is { Count: > 0 } findings)
        {
            return new SubmitOutcome.Refused(findings);
        }

        using var bytes = new MemoryStream();
        await PackageWriter.WriteEdocAsync(bytes, draft, cancellation);
        bytes.Position = 0;
        return await submit.SubmitAsync(new SubmitRequest(request.Agency, key, request.Checker), bytes, cancellation);
    }

    /// <summary>Asks a document back (13) from all at whom it stands, or those named: one status for each.</summary>
    /// <returns>A line for each receiver asked, or why nobody can be asked.</returns>
    public async Task<(IReadOnlyList<TakeBack> Asked, SubmitOutcome.Refused? Refusal)> TakeBackAsync(ChangeRequest request, CancellationToken cancellation)
    {
        var (header, refusal) = await ground.DocumentAsync(request, cancellation);
        if (header is null)
        {
            return ([], refusal);
        }

        var (chosen, why) = ground.Choose(request, ChangeCommand.TakeBack);
        var repeated = request.IdempotencyKey is null ? [] : request.Sent.Receivers.Where(receiver => IsRepeated(request, receiver)).ToArray();
        ReceiverView[] receivers = [.. request.Sent.Receivers.Where(receiver => chosen.Contains(receiver) || repeated.Contains(receiver))];
        if (receivers.Length == 0)
        {
            return ([], ChangeGround.Refused(why!));
        }

        var asked = new List<TakeBack>();
        foreach (var receiver in receivers)
        {
            asked.Add(new(receiver, await TakeBackAsync(request, header, receiver, cancellation)));
        }

        return (asked, null);
    }

    private async Task<SubmitOutcome> TakeBackAsync(ChangeRequest request, EdocHeader header, ReceiverView receiver, CancellationToken cancellation)
    {
        var key = ChangeKeys.OfOne(request, ChangeCommand.TakeBack, receiver);
        var (earlier, removed) = await standing.FindAsync(request.Agency, key, cancellation);
        if (removed is not null)
        {
            return ChangeGround.Refused(removed);
        }

        var draft = ChangeWriting.TakeBack(header, receiver.Line.Code, request.Reason!.Trim(), request.Staff, earlier?.Status?.Timestamp ?? time.Now());
        if (PackageWriter.Check(draft) is { Count: > 0 } findings)
        {
            return new SubmitOutcome.Refused(findings);
        }

        using var bytes = new MemoryStream();
        await PackageWriter.WriteStatusAsync(bytes, draft, cancellation);
        bytes.Position = 0;
        return await submit.SubmitAsync(
            new SubmitRequest(request.Agency, key, request.Checker, Target: new(receiver.Line.DeliveryId!.Value, null)), bytes, cancellation);
    }

    /// <summary>True when this receiver was asked under the key before, by the same call.</summary>
    private bool IsRepeated(ChangeRequest request, ReceiverView receiver) =>
        receiver.Line.DeliveryId is not null && (request.Receivers?.Any(code => directory.AreSame(code, receiver.Line.Code)) ?? true)
        && standing.Exists(request.Agency, ChangeKeys.OfOne(request, ChangeCommand.TakeBack, receiver));
}
