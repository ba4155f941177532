using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a new document becomes at each of its receivers (R9, protocol.md 4).</summary>
internal sealed class DecideEdoc(SubmitFacts facts, DecidedBatch batch)
{
    public void Decide(JudgedSubmission judged, VerifyOutcome.Verified verified, AddressOutcome.Addressed addressed)
    {
        var header = verified.Package.Edoc!;
        var family = RouteEdoc.FamilyOf(judged);
        var type = verified.Package.Business?.DocType ?? BusinessDocType.New;
        List<Finding> findings = [.. verified.Findings, .. addressed.Findings];
        var sender = addressed.Sender.AgencyId;
        var plans = addressed.Receivers.ToDictionary(receiver => receiver.Code, receiver => batch.Changes.Of(verified.Package, receiver.Code, id =>
            [.. facts.SentUnder(sender, id).Where(row => row.ReceiverAgencyId == receiver.Agency.AgencyId)]), StringComparer.Ordinal);
        if (plans.Values.All(plan => plan.Refusal is not null))
        {
            // Every receiver has its own reason, and nothing is left to be sent.
            batch.Refuse(judged, ReceiptOutcome.Refused, sender, [.. plans.Select(plan => Refused(plan.Key, plan.Value.Refusal!)), .. addressed.TurnedAway],
                [.. findings, .. plans.Values.Select(plan => plan.Refusal!).DistinctBy(finding => finding.Code)]);
            return;
        }

        findings.AddRange(batch.Changes.Drop(verified.Package, id => facts.SentUnder(sender, id), DecidedBatch.SourceOf(judged))
            .Select(code => Finding.Warn(ErrorCatalogue.ChangeDropUntold, "", code)));
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, sender, family, Math.Clamp(header.Priority, 0, 4), findings, batch.Now);
        var lines = new Dictionary<string, ReceiptReceiver>(StringComparer.Ordinal);
        foreach (var receiver in addressed.Receivers)
        {
            var plan = plans[receiver.Code];
            var head = family is null ? null : facts.HeadOf(new(family, receiver.Agency.AgencyId));
            lines[receiver.Code] = plan.Refusal is { } refusal
                ? Refused(receiver.Code, refusal)
                : Follow(JudgeFamily.Decide(receiver, head, document.PackageSha256, type), judged, document, findings, plan, verified.Package.Business?.Reason ?? "");
        }

        foreach (var turnedAway in addressed.TurnedAway)
        {
            lines[turnedAway.Code] = turnedAway;
        }

        batch.Accept(judged, document, verified.Manifest.Receivers, lines, findings);
    }

    private static ReceiptReceiver Refused(string code, Finding why) => new(code, ReceiverOutcome.Refused, Finding: why);

    private ReceiptReceiver Follow(
        ReceiverRoute route, JudgedSubmission judged, DocumentRow document, IReadOnlyList<Finding> findings, ChangePlan plan, string reason)
    {
        var code = route.Receiver.Code;
        switch (route)
        {
            case ReceiverRoute.AlreadySent { Standing: var standing }:
                return new(code, ReceiverOutcome.AlreadySent, standing.DeliveryId,
                    Finding.Warn(ErrorCatalogue.AlreadySent, "", code, standing.DeliveryId));

            case ReceiverRoute.NewAttempt { Failed: var failed }:
                facts.Book.Decide(failed.DeliveryId, new DeliveryInput.Resent(DecidedBatch.SourceOf(judged), "the same package was submitted again"));
                batch.Restarted = true;
                return new(code, ReceiverOutcome.NewAttempt, failed.DeliveryId);

            case ReceiverRoute.NewDelivery { Generation: var generation }:
                var carrier = batch.Open(route.Receiver, judged, document, findings, generation, isParked: !plan.IsReady);
                batch.Ask(plan, carrier, judged, reason, DecidedBatch.SourceOf(judged));
                return new(code, ReceiverOutcome.Delivery, carrier, plan.Remark);

            case ReceiverRoute.AfterFailed { Generation: var generation, Failed: var failed }:
                return Replace(failed, batch.Open(route.Receiver, judged, document, findings, generation, isReady: !failed.EverClaimed), code, judged);

            default:
                throw new ArgumentOutOfRangeException(nameof(route));
        }
    }

    /// <summary>The mended document takes the place of the failed one: at once where that was never sent, else when it is given back.</summary>
    private ReceiptReceiver Replace(DeliveryRow failed, Guid mended, string code, JudgedSubmission judged)
    {
        if (!failed.EverClaimed)
        {
            facts.Book.Close(failed.DeliveryId, DecidedBatch.SourceOf(judged), Closures.SentAgain);
            return new(code, ReceiverOutcome.Delivery, mended);
        }

        batch.Cancels.Add(new CancelRow
        {
            DeliveryId = failed.DeliveryId, AdapterCode = failed.AdapterCode, Attempt = failed.Attempt,
            Purpose = CancelPurpose.Replaced, WaitingDeliveryId = mended, OpenedAt = batch.Now, NextSendAt = batch.Now,
        });
        return new(code, ReceiverOutcome.Delivery, mended,
            Finding.Of(ErrorCatalogue.WaitsForFailedDelivery, Severity.Information, "", failed.DeliveryId));
    }
}
