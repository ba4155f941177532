using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using MassTransit;
using StatusCodes = Axis.Contracts.Edxml.StatusCodes;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a new status does to the delivery that it speaks of, and whether it goes on (protocol.md 3).</summary>
internal sealed class DecideStatus(SubmitFacts facts, DecidedBatch batch)
{
    private const string FromPath = "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/From/OrganId";

    /// <param name="judged">The submission.</param>
    /// <param name="ordinal">Its place in the batch.</param>
    /// <param name="verified">Its package.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="told">What the door tells of it.</param>
    public void Decide(JudgedSubmission judged, int ordinal, VerifyOutcome.Verified verified, Addressing address, IReadOnlyList<Finding> told)
    {
        batch.HasStatuses = true;
        var (manifest, header, sender) = (verified.Manifest, verified.Package.Status!, address.Sender!);
        var receiver = address.Receivers[0];
        var known = facts.StatusOf(ordinal, manifest, header, sender.AgencyId);
        var route = JudgeStatus.Decide(manifest, header, address.Speaker!, receiver.Party, known);
        var source = "agency:" + sender.Code;
        if (route is StatusRoute.Refused { Finding: var fault } refused)
        {
            if (refused.Target is { } kept)
            {
                Take(kept, judged, header, manifest, source);
            }

            batch.Refuse(judged, ReceiptOutcome.Refused, sender.AgencyId,
                [new(receiver.Code, ReceiverOutcome.Refused, Finding: fault)], [.. told, fault]);
            return;
        }

        var target = ((StatusRoute.Accepted)route).Target;
        if (header.StatusCode == StatusCodes.TakeBack && address.Facts.Sender is { Scope: { } scope } && !DelegationScope.Covers(scope, facts.TypeOf(target.DocumentId)))
        {
            var missing = Finding.Refuse(ErrorCatalogue.DelegationMissing, FromPath, sender.Code, judged.Adapter);
            batch.Refuse(judged, ReceiptOutcome.Refused, sender.AgencyId, [new(receiver.Code, ReceiverOutcome.Refused, Finding: missing)], [.. told, missing]);
            return;
        }

        var plan = route is StatusRoute.Forward && header.StatusCode == StatusCodes.TakeBack ? batch.Changes.OfTakeBack(target) : ChangePlan.Nothing;
        if (plan.Refusal is { } refusal)
        {
            Take(target, judged, header, manifest, source);
            batch.Refuse(judged, ReceiptOutcome.Refused, sender.AgencyId,
                [new(receiver.Code, ReceiverOutcome.Refused, Finding: refusal)], [.. told, refusal]);
            return;
        }

        List<Finding> findings = [.. told];
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, sender.AgencyId, null, target.Priority, findings, batch.Now);
        var line = Follow(route, judged, document, findings, receiver, plan);
        if (route is not StatusRoute.Repeat)
        {
            Apply(target, judged, header, manifest, source, known.Answers);
            Keep(target, document, header, manifest, sender.AgencyId);
            if (line.DeliveryId is { } carrier)
            {
                batch.Ask(plan, carrier, judged, header.Description ?? "", source);
            }
        }

        batch.Accept(judged, document, manifest.Receivers, new() { [receiver.Code] = line }, findings);
    }

    private ReceiptReceiver Follow(
        StatusRoute route, JudgedSubmission judged, DocumentRow document, List<Finding> findings, Receiver receiver, ChangePlan plan)
    {
        switch (route)
        {
            case StatusRoute.Forward { Target: var target }:
                var made = batch.Open(receiver, judged, document, findings, generation: 1, target.DeliveryId, isParked: !plan.IsReady);
                facts.Forwarded(target.DeliveryId, document);
                return new(receiver.Code, ReceiverOutcome.Delivery, made, plan.Remark);

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
    private void Apply(
        DeliveryRow target, JudgedSubmission judged, StatusHeader header, Manifest manifest, string source,
        IReadOnlyList<(ChangeRow Request, ChangeStatus Says)> answers)
    {
        if (JudgeStatus.ProvesArrival(header.StatusCode))
        {
            facts.Book.Decide(
                target.DeliveryId, new DeliveryInput.ArrivalProved(manifest.TargetDoneAt ?? manifest.SealedAt, source), judged.Adapter,
                facts.DueDateOf(target.DocumentId), manifest.PackageSha256);
        }

        Take(target, judged, header, manifest, source, answers.Count > 0);
        foreach (var (request, says) in answers)
        {
            batch.Follow.Answer(request, says, header.StatusCode, header.Description, source);
        }
    }

    private void Take(DeliveryRow target, JudgedSubmission judged, StatusHeader header, Manifest manifest, string source, bool answersRequest = false) =>
        facts.Book.Decide(
            target.DeliveryId, new DeliveryInput.StatusTaken(header.StatusCode, header.Description, manifest.SealedAt, source, answersRequest), judged.Adapter,
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
