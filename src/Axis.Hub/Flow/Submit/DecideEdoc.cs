using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
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
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, addressed.Sender.AgencyId, family, Math.Clamp(header.Priority, 0, 4), findings, batch.Now);
        var lines = new Dictionary<string, ReceiptReceiver>(StringComparer.Ordinal);
        foreach (var receiver in addressed.Receivers)
        {
            var head = family is null ? null : facts.HeadOf(new(family, receiver.Agency.AgencyId));
            lines[receiver.Code] = Follow(JudgeFamily.Decide(receiver, head, document.PackageSha256, type), judged, document, findings);
        }

        foreach (var turnedAway in addressed.TurnedAway)
        {
            lines[turnedAway.Code] = turnedAway;
        }

        batch.Accept(judged, document, verified.Manifest.Receivers, lines, findings);
    }

    private ReceiptReceiver Follow(ReceiverRoute route, JudgedSubmission judged, DocumentRow document, IReadOnlyList<Finding> findings)
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
                return new(code, ReceiverOutcome.Delivery, batch.Open(route.Receiver, judged, document, findings, generation));

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
