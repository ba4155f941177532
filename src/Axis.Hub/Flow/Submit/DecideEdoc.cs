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
    /// <param name="judged">The submission.</param>
    /// <param name="verified">Its package.</param>
    /// <param name="question">Where it goes.</param>
    /// <param name="judgement">The door's word, which lets it in.</param>
    /// <param name="findings">What is told of it.</param>
    public void Decide(
        JudgedSubmission judged, VerifyOutcome.Verified verified, DoorQuestion question, DoorJudgement judgement, IReadOnlyList<Finding> findings)
    {
        var (header, address, sender) = (verified.Package.Edoc!, question.Address, question.Address.Sender!.AgencyId);
        var type = verified.Package.Business?.DocType ?? BusinessDocType.New;
        batch.Changes.Drop(verified.Package, address, id => facts.Before.SentUnder(address.Speaker!, id), DecidedBatch.SourceOf(judged));
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, sender, question.Family, Math.Clamp(header.Priority, 0, 4), findings, batch.Now);
        var lines = address.TurnedAway.Concat(judgement.Refusals).ToDictionary(line => line.Code, StringComparer.Ordinal);
        foreach (var receiver in address.Receivers.Where(receiver => !lines.ContainsKey(receiver.Code)))
        {
            var head = question.Family is { } family ? facts.Before.HeadFor(receiver, family) : null;
            lines[receiver.Code] = Follow(
                JudgeFamily.Decide(receiver, head, document.PackageSha256, type), judged, document, findings, judgement.Plans[receiver.Code], verified.Package.Business?.Reason ?? "");
        }

        if (type != BusinessDocType.Recall)
        {
            batch.Cases.Accept(new(sender, question.Family, document.PackageSha256), DecidedBatch.SourceOf(judged));
        }

        foreach (var line in lines.Values.Where(line => line.Outcome == ReceiverOutcome.Refused))
        {
            batch.Count(judged, document, line);
        }

        batch.Accept(judged, document, verified.Manifest.Receivers, lines, findings);
    }

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
