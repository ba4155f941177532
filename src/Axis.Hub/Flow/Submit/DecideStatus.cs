using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a new status does to the delivery that it speaks of, and whether it goes on (protocol.md 3).</summary>
internal sealed class DecideStatus(SubmitFacts facts, DecidedBatch batch)
{
    public void Decide(JudgedSubmission judged, int ordinal, VerifyOutcome.Verified verified, AddressOutcome.Addressed addressed)
    {
        batch.HasStatuses = true;
        var (manifest, header, sender) = (verified.Manifest, verified.Package.Status!, addressed.Sender);
        var receiver = addressed.Receivers[0];
        var route = JudgeStatus.Decide(
            manifest, header, sender.AgencyId, receiver.Agency.AgencyId, facts.StatusOf(ordinal, manifest, header, sender.AgencyId));
        var source = "agency:" + sender.Code;
        if (route is StatusRoute.Refused { Finding: var fault } refused)
        {
            if (refused.Target is { } kept)
            {
                Take(kept, judged, header, manifest, source);
            }

            batch.Refuse(judged, ReceiptOutcome.Refused, sender.AgencyId,
                [new(receiver.Code, ReceiverOutcome.Refused, Finding: fault)], [.. verified.Findings, fault]);
            return;
        }

        var target = ((StatusRoute.Accepted)route).Target;
        List<Finding> findings = [.. verified.Findings, .. addressed.Findings];
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, sender.AgencyId, null, target.Priority, findings, batch.Now);
        var line = Follow(route, judged, document, findings, receiver);
        if (route is not StatusRoute.Repeat)
        {
            Apply(target, judged, header, manifest, source);
            Keep(target, document, header, manifest, sender.AgencyId);
        }

        batch.Accept(judged, document, manifest.Receivers, new() { [receiver.Code] = line }, findings);
    }

    private ReceiptReceiver Follow(
        StatusRoute route, JudgedSubmission judged, DocumentRow document, List<Finding> findings, Receiver receiver)
    {
        switch (route)
        {
            case StatusRoute.Forward { Target: var target }:
                var made = batch.Open(receiver, judged, document, findings, generation: 1, target.DeliveryId);
                facts.Forwarded(target.DeliveryId, document);
                return new(receiver.Code, ReceiverOutcome.Delivery, made);

            case StatusRoute.History { Finding: var remark }:
                findings.Add(remark);
                return new(receiver.Code, ReceiverOutcome.AlreadySent, null, remark);

            case StatusRoute.Repeat { Finding: var remark }:
                findings.Add(remark);
                return new(receiver.Code, ReceiverOutcome.AlreadySent, null, remark);

            default:
                throw new ArgumentOutOfRangeException(nameof(route));
        }
    }

    /// <summary>Arrival first, for only a receiver that has the document can speak of it; then what it says.</summary>
    private void Apply(DeliveryRow target, JudgedSubmission judged, StatusHeader header, Manifest manifest, string source)
    {
        if (JudgeStatus.ProvesArrival(header.StatusCode))
        {
            facts.Book.Decide(
                target.DeliveryId, new DeliveryInput.ArrivalProved(manifest.TargetDoneAt ?? manifest.SealedAt, source), judged.Adapter,
                evidence: manifest.PackageSha256);
        }

        Take(target, judged, header, manifest, source);
    }

    private void Take(DeliveryRow target, JudgedSubmission judged, StatusHeader header, Manifest manifest, string source) =>
        facts.Book.Decide(
            target.DeliveryId, new DeliveryInput.StatusTaken(header.StatusCode, header.Description, manifest.SealedAt, source), judged.Adapter,
            evidence: manifest.PackageSha256);

    /// <summary>Its copies are repeats from now on.</summary>
    private void Keep(DeliveryRow target, DocumentRow document, StatusHeader header, Manifest manifest, Guid from)
    {
        var key = StatusReference.KeyOf(target.DeliveryId, manifest, header, from);
        var row = new DeliveryStatusRow
        {
            DeliveryId = key.DeliveryId, Code = key.Code, Stamp = key.Stamp, FromAgencyId = key.FromAgencyId, DocumentId = document.DocumentId,
        };
        batch.Statuses.Add(row);
        facts.Taken(row);
    }
}
