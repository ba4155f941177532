using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// Decides a batch in order against the facts and collects the rows that follow. It writes nothing: <see cref="SubmitConsumer"/> does,
/// in the transaction that the facts were read in.
/// </summary>
internal sealed class DecideSubmissions(SubmitFacts facts, HubOptions options, DateTimeOffset now)
{
    private readonly Dictionary<Guid, Publication> publications = [];

    public List<DocumentRow> Documents { get; } = [];

    public List<SubmissionRow> Submissions { get; } = [];

    public List<RefusalRow> Refusals { get; } = [];

    public List<SubmissionKey> Repeats { get; } = [];

    public List<DeliveryStatusRow> Statuses { get; } = [];

    public List<ContentRow> Contents { get; } = [];

    public List<CancelRow> Cancels { get; } = [];

    public List<OwedReceipt> Receipts { get; } = [];

    public List<ReceiptOutcome> Outcomes { get; } = [];

    /// <summary>Deliveries made here that nothing holds back.</summary>
    public List<Guid> Ready { get; } = [];

    /// <summary>True when rows of earlier documents were set going again.</summary>
    public bool Restarted { get; private set; }

    /// <summary>True when a status was among them.</summary>
    public bool HasStatuses { get; private set; }

    public Publication PublicationOf(DeliveryRow row) => publications[row.DeliveryId] with { Delivery = row };

    public void Decide(JudgedSubmission judged, int ordinal)
    {
        var key = SubmitFacts.KeyOf(judged);
        if (facts.Submissions.TryGetValue(key, out var accepted))
        {
            if (accepted.PackageSha256 == judged.Verdict.PackageSha256)
            {
                Repeat(judged, accepted);
            }
            else
            {
                Refuse(judged, ReceiptOutcome.Conflict, null, [], [Finding.Refuse(ErrorCatalogue.SubmissionConflict, "", key.SubmissionId)]);
            }

            return;
        }

        if (facts.Refusals.TryGetValue(SubmitFacts.RefusalKeyOf(judged), out var refusal))
        {
            Refusals.Add(refusal with { Copies = judged.Copies });
            Answer(judged, ReceiptOutcome.Refused, refusal.Try, isAccepted: false, refusal.Receipt);
            return;
        }

        switch (judged.Verdict, judged.Address)
        {
            case (VerifyOutcome.ContentMissing, _):
                var missing = Compose(judged, ReceiptOutcome.ContentMissing, null, [], [Finding.Refuse(ErrorCatalogue.ContentMissing, "")]);
                Answer(judged, ReceiptOutcome.ContentMissing, judged.Message.Try, isAccepted: false, missing);
                break;
            case (VerifyOutcome.Refused refused, _):
                Refuse(judged, ReceiptOutcome.Refused, null, [], refused.Findings);
                break;
            case (_, AddressOutcome.Refused refused):
                Refuse(judged, ReceiptOutcome.Refused, refused.Sender?.AgencyId, refused.TurnedAway, refused.Findings);
                break;
            case (VerifyOutcome.Verified { Package.Kind: PackageKind.Status } verified, AddressOutcome.Addressed addressed):
                DecideStatus(judged, ordinal, verified, addressed);
                break;
            case (VerifyOutcome.Verified verified, AddressOutcome.Addressed addressed):
                DecideEdoc(judged, verified, addressed);
                break;
            default:
                throw new InvalidOperationException($"A submission was judged {judged.Verdict.GetType()} and {judged.Address?.GetType()}.");
        }
    }

    /// <summary>The original receipt and the current states; the agency's own repeat also starts again what has failed.</summary>
    private void Repeat(JudgedSubmission judged, SubmissionRow accepted)
    {
        Repeats.AddRange(Enumerable.Repeat(SubmitFacts.KeyOf(judged), judged.Copies));
        Answer(judged, ReceiptOutcome.Accepted, accepted.Try, isAccepted: true, accepted.Receipt);
        foreach (var row in facts.Book.OfDocument(accepted.DocumentId))
        {
            if (row is { Transport: TransportState.Fail, VoidAs: null } && judged.Message.Try > accepted.Try && !facts.IsReplaced(row.DeliveryId))
            {
                facts.Book.Decide(row.DeliveryId, new DeliveryInput.Resent(Source(judged), "repeated by the sender"));
                Restarted = true;
            }
            else
            {
                facts.Book.Tell(row.DeliveryId);
            }
        }
    }

    private void DecideEdoc(JudgedSubmission judged, VerifyOutcome.Verified verified, AddressOutcome.Addressed addressed)
    {
        var documentId = NewId.NextSequentialGuid();
        var header = verified.Package.Edoc!;
        var family = RouteEdoc.FamilyOf(judged);
        var type = verified.Package.Business?.DocType ?? BusinessDocType.New;
        List<Finding> doorFindings = [.. verified.Findings, .. addressed.Findings];
        var document = MakeDocument.Of(
            documentId, judged, verified, addressed.Sender.AgencyId, family, Math.Clamp(header.Priority, 0, 4), doorFindings, now);
        var lines = new Dictionary<string, ReceiptReceiver>(StringComparer.Ordinal);
        foreach (var receiver in addressed.Receivers)
        {
            var head = family is null ? null : facts.HeadOf(new(family, receiver.Agency.AgencyId));
            lines[receiver.Code] = Route(JudgeFamily.Decide(receiver, head, document.PackageSha256, type), judged, document, doorFindings);
        }

        foreach (var turnedAway in addressed.TurnedAway)
        {
            lines[turnedAway.Code] = turnedAway;
        }

        Accept(judged, document, verified.Manifest.Receivers, lines, doorFindings);
    }

    private ReceiptReceiver Route(ReceiverRoute route, JudgedSubmission judged, DocumentRow document, IReadOnlyList<Finding> findings)
    {
        var code = route.Receiver.Code;
        switch (route)
        {
            case ReceiverRoute.AlreadySent { Standing: var standing }:
                return new(code, ReceiverOutcome.AlreadySent, standing.DeliveryId,
                    Finding.Warn(ErrorCatalogue.AlreadySent, "", code, standing.DeliveryId));

            case ReceiverRoute.NewAttempt { Failed: var failed }:
                facts.Book.Decide(failed.DeliveryId, new DeliveryInput.Resent(Source(judged), "the same package was submitted again"));
                Restarted = true;
                return new(code, ReceiverOutcome.NewAttempt, failed.DeliveryId);

            case ReceiverRoute.NewDelivery { Generation: var generation }:
                return new(code, ReceiverOutcome.Delivery, Make(route.Receiver, judged, document, findings, generation, null, isReady: true));

            case ReceiverRoute.AfterFailed { Generation: var generation, Failed: var failed }:
                var made = Make(route.Receiver, judged, document, findings, generation, null, isReady: !failed.EverClaimed);
                if (!failed.EverClaimed)
                {
                    facts.Book.Close(failed.DeliveryId, Source(judged), Closures.SentAgain);
                    return new(code, ReceiverOutcome.Delivery, made);
                }

                Cancels.Add(new CancelRow
                {
                    DeliveryId = failed.DeliveryId, AdapterCode = failed.AdapterCode, Attempt = failed.Attempt,
                    Purpose = CancelPurpose.Replaced, WaitingDeliveryId = made, OpenedAt = now, NextSendAt = now,
                });
                return new(code, ReceiverOutcome.Delivery, made,
                    Finding.Of(ErrorCatalogue.WaitsForFailedDelivery, Severity.Information, "", failed.DeliveryId));

            default:
                throw new ArgumentOutOfRangeException(nameof(route));
        }
    }

    private void DecideStatus(JudgedSubmission judged, int ordinal, VerifyOutcome.Verified verified, AddressOutcome.Addressed addressed)
    {
        HasStatuses = true;
        var (manifest, header) = (verified.Manifest, verified.Package.Status!);
        var receiver = addressed.Receivers[0];
        var known = facts.StatusOf(ordinal, manifest, header, addressed.Sender.AgencyId);
        var route = JudgeStatus.Decide(manifest, header, addressed.Sender.AgencyId, receiver.Agency.AgencyId, known);
        var source = "agency:" + addressed.Sender.Code;
        if (route is StatusRoute.Refused { Finding: var fault } refused)
        {
            if (refused.Target is { } kept)
            {
                Take(kept, judged, header, manifest, source);
            }

            Refuse(judged, ReceiptOutcome.Refused, addressed.Sender.AgencyId,
                [new(receiver.Code, ReceiverOutcome.Refused, Finding: fault)], [.. verified.Findings, fault]);
            return;
        }

        var target = ((StatusRoute.Accepted)route).Target;
        List<Finding> findings = [.. verified.Findings, .. addressed.Findings];
        var document = MakeDocument.Of(
            NewId.NextSequentialGuid(), judged, verified, addressed.Sender.AgencyId, null, target.Priority, findings, now);
        if (route is StatusRoute.Repeat { Finding: var same })
        {
            findings.Add(same);
            Accept(judged, document, manifest.Receivers, new() { [receiver.Code] = new(receiver.Code, ReceiverOutcome.AlreadySent, null, same) }, findings);
            return;
        }

        ReceiptReceiver line;
        if (route is StatusRoute.History { Finding: var remark })
        {
            findings.Add(remark);
            line = new(receiver.Code, ReceiverOutcome.AlreadySent, null, remark);
        }
        else
        {
            line = new(receiver.Code, ReceiverOutcome.Delivery,
                Make(receiver, judged, document, findings, 1, target.DeliveryId, isReady: true));
            facts.Forwarded(target.DeliveryId, document);
        }

        if (JudgeStatus.ProvesArrival(header.StatusCode))
        {
            facts.Book.Decide(
                target.DeliveryId, new DeliveryInput.ArrivalProved(manifest.TargetDoneAt ?? manifest.SealedAt, source), judged.Adapter,
                evidence: manifest.PackageSha256);
        }

        Take(target, judged, header, manifest, source);
        var (_, code, stamp, from) = StatusReference.KeyOf(target.DeliveryId, manifest, header, addressed.Sender.AgencyId);
        var taken = new DeliveryStatusRow
        {
            DeliveryId = target.DeliveryId, Code = code, Stamp = stamp, FromAgencyId = from, DocumentId = document.DocumentId,
        };
        Statuses.Add(taken);
        facts.Taken(taken);
        Accept(judged, document, manifest.Receivers, new() { [receiver.Code] = line }, findings);
    }

    private void Take(DeliveryRow target, JudgedSubmission judged, StatusHeader header, Manifest manifest, string source) =>
        facts.Book.Decide(
            target.DeliveryId, new DeliveryInput.StatusTaken(header.StatusCode, header.Description, manifest.SealedAt, source), judged.Adapter,
            evidence: manifest.PackageSha256);

    private Guid Make(
        Receiver receiver, JudgedSubmission judged, DocumentRow document, IReadOnlyList<Finding> findings, int generation,
        Guid? target, bool isReady)
    {
        var row = new DeliveryRow
        {
            DeliveryId = NewId.NextSequentialGuid(),
            DocumentId = document.DocumentId,
            Kind = document.Kind,
            SenderAgencyId = document.SenderAgencyId,
            ReceiverAgencyId = receiver.Agency.AgencyId,
            ReceiverCode = receiver.Code,
            AdapterCode = receiver.AdapterCode,
            FamilyKey = document.FamilyKey,
            Generation = generation,
            Priority = document.Priority,
            AcceptedAt = now,
            NextAttemptAt = now,
            Since = now,
            TargetDeliveryId = target,
        };
        row = facts.Book.Open(row, Source(judged), document.DueDate);
        if (document.FamilyKey is { } family)
        {
            facts.Stands(new(family, receiver.Agency.AgencyId), row, document.PackageSha256);
        }

        if (isReady)
        {
            Ready.Add(row.DeliveryId);
        }

        var inline = document.PackageLength <= options.InlineLimit ? judged.Message.Package : null;
        publications[row.DeliveryId] = new(row, document, findings, inline);
        return row.DeliveryId;
    }

    private void Accept(
        JudgedSubmission judged, DocumentRow document, IReadOnlyList<string> codes, Dictionary<string, ReceiptReceiver> lines,
        IReadOnlyList<Finding> findings)
    {
        // In the package's order; a receiver that was named twice, or under two spellings, has one line.
        ReceiptReceiver[] receivers = [.. codes.Distinct(StringComparer.Ordinal).Where(lines.ContainsKey).Select(code => lines[code])];
        var receipt = Compose(judged, ReceiptOutcome.Accepted, document.DocumentId, receivers, findings);
        var submission = new SubmissionRow
        {
            AdapterCode = judged.Adapter, SubmissionId = judged.Message.SubmissionId, Try = judged.Message.Try,
            PackageSha256 = document.PackageSha256, DocumentId = document.DocumentId, Receipt = receipt, FirstAt = now,
            Repeats = judged.Copies - 1,
        };
        Documents.Add(document);
        Submissions.Add(submission);
        facts.Submissions[SubmitFacts.KeyOf(judged)] = submission;
        if (judged.Message.Package is { } bytes && bytes.Length <= options.InlineLimit)
        {
            Contents.Add(new(document.PackageSha256, bytes, now));
        }

        Answer(judged, ReceiptOutcome.Accepted, judged.Message.Try, isAccepted: true, receipt);
    }

    private void Refuse(
        JudgedSubmission judged, ReceiptOutcome outcome, Guid? sender, IReadOnlyList<ReceiptReceiver> receivers, IReadOnlyList<Finding> findings)
    {
        var receipt = Compose(judged, outcome, null, receivers, findings);
        var refusal = new RefusalRow
        {
            AdapterCode = judged.Adapter, SubmissionId = judged.Message.SubmissionId, Try = judged.Message.Try,
            PackageSha256 = judged.Verdict.PackageSha256, SenderAgencyId = sender, Receipt = receipt, FirstAt = now, Copies = judged.Copies,
        };
        Refusals.Add(refusal);
        facts.Refusals[SubmitFacts.RefusalKeyOf(judged)] = refusal;
        Answer(judged, outcome, judged.Message.Try, isAccepted: false, receipt);
    }

    private void Answer(JudgedSubmission judged, ReceiptOutcome outcome, int @try, bool isAccepted, byte[] receipt)
    {
        Receipts.Add(new(judged.Adapter, judged.Message.SubmissionId, @try, judged.Verdict.PackageSha256, isAccepted, receipt));
        Outcomes.Add(outcome);
    }

    private byte[] Compose(
        JudgedSubmission judged, ReceiptOutcome outcome, Guid? documentId, IReadOnlyList<ReceiptReceiver> receivers, IReadOnlyList<Finding> findings) =>
        WireJson.Write(new Receipt(
            judged.Message.SubmissionId, judged.Message.Try, outcome, judged.Verdict.PackageSha256, now, receivers, findings, documentId));

    private static string Source(JudgedSubmission judged) => "adapter:" + judged.Adapter;
}
