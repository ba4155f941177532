using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Flow.Submit;

/// <summary>What a new status does to the delivery that it speaks of, and whether it goes on (protocol.md 3).</summary>
internal sealed class DecideStatus(SubmitFacts facts, DecidedBatch batch)
{
    /// <param name="judged">The submission.</param>
    /// <param name="verified">Its package.</param>
    /// <param name="question">Where it goes.</param>
    /// <param name="judgement">The door's word, which lets it in.</param>
    /// <param name="findings">What is told of it.</param>
    public void Decide(
        JudgedSubmission judged, VerifyOutcome.Verified verified, DoorQuestion question, StatusJudgement judgement, IReadOnlyList<Finding> findings)
    {
        batch.HasStatuses = true;
        var (manifest, header, sender) = (verified.Manifest, verified.Package.Status!, question.Address.Sender!);
        var (receiver, route, plan) = judgement;
        var target = ((StatusRoute.Accepted)route).Target;
        var source = "agency:" + sender.Code;
        var answers = facts.Spoken.FactsOf(question).Answers;
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, sender.AgencyId, null, target.Priority, findings, batch.Now);
        var line = Follow(route, judged, document, findings, receiver, plan);
        if (route is not StatusRoute.Repeat)
        {
            Apply(target, judged, header, manifest, source, answers);
            Keep(target, document, question);
            if (line.DeliveryId is { } carrier)
            {
                batch.Ask(plan, carrier, judged, header.Description ?? "", source);
            }
        }

        batch.Accept(judged, document, manifest.Receivers, new() { [receiver.Code] = line }, findings);
    }

    /// <summary>A delivery that a refused status names keeps it in its history.</summary>
    public void Note(JudgedSubmission judged, VerifyOutcome.Verified verified, DoorQuestion question, StatusJudgement judgement)
    {
        batch.HasStatuses = true;
        if (judgement.Target is { } target)
        {
            Take(target, judged, verified.Package.Status!, verified.Manifest, "agency:" + question.Address.Sender!.Code);
        }
    }

    private ReceiptReceiver Follow(
        StatusRoute route, JudgedSubmission judged, DocumentRow document, IReadOnlyList<Finding> findings, Receiver receiver, ChangePlan plan)
    {
        switch (route)
        {
            case StatusRoute.Forward { Target: var target }:
                var made = batch.Open(receiver, judged, document, findings, generation: 1, target.DeliveryId, isParked: !plan.IsReady);
                facts.Spoken.Forwarded(target.DeliveryId, document);
                return new(receiver.Code, ReceiverOutcome.Delivery, made, plan.Remark);

            case StatusRoute.History { Finding: var remark }:
                return new(receiver.Code, ReceiverOutcome.AlreadySent, null, remark);

            case StatusRoute.Repeat { Finding: var remark }:
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
                facts.FactsOf(target.DocumentId)?.DueDate, manifest.PackageSha256, facts.FactsOf(target.DocumentId)?.BusinessType);
        }

        Take(target, judged, header, manifest, source, answers.Count > 0);
        foreach (var (request, says) in answers)
        {
            batch.Follow.Answer(request, says, header.StatusCode, header.Description, source);
            if (request.Command != ChangeCommand.TakeBack)
            {
                // A recall or an update is a document that has its answer now, whichever of the two the status names.
                facts.Book.Decide(
                    request.CarrierId, new DeliveryInput.ChangeNoted(EventKinds.RequestAnswered, header.StatusCode, source, manifest.SealedAt), judged.Adapter,
                    evidence: manifest.PackageSha256);
            }
        }
    }

    private void Take(DeliveryRow target, JudgedSubmission judged, StatusHeader header, Manifest manifest, string source, bool answersRequest = false) =>
        facts.Book.Decide(
            target.DeliveryId, new DeliveryInput.StatusTaken(header.StatusCode, header.Description, manifest.SealedAt, source, answersRequest), judged.Adapter,
            evidence: manifest.PackageSha256);

    /// <summary>Its copies are repeats from now on.</summary>
    private void Keep(DeliveryRow target, DocumentRow document, DoorQuestion question)
    {
        var key = StatusReference.KeyOf(target.DeliveryId, question);
        var row = new DeliveryStatusRow
        {
            DeliveryId = key.DeliveryId, Code = key.Code, Stamp = key.Stamp, FromAgencyId = key.FromAgencyId, DocumentId = document.DocumentId,
        };
        batch.Statuses.Add(row);
        facts.Spoken.Taken(row);
    }
}
