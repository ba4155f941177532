using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Flow.Change;
using Axis.Hub.Flow.Deliver;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using MassTransit;

namespace Axis.Hub.Flow.Submit;

/// <summary>
/// What the decisions of one batch leave: rows to be written in the transaction that the facts were read in, and receipts to be sent.
/// It decides nothing and writes nothing.
/// </summary>
internal sealed class DecidedBatch(SubmitFacts facts, IDueTimes dueTimes, HubOptions options, DateTimeOffset now)
{
    private const int ReceiverWidth = 200;
    private readonly Dictionary<Guid, Publication> publications = [];
    private readonly Dictionary<Guid, string?> types = [];

    public DateTimeOffset Now => now;

    public List<DocumentRow> Documents { get; } = [];

    public List<SubmissionRow> Submissions { get; } = [];

    public List<RefusalRow> Refusals { get; } = [];

    public List<AlertRow> Alerts { get; } = [];

    /// <summary>Refusals that a sender has to mend, and those that were mended.</summary>
    public RefusalBook Cases { get; } = new(now);

    public List<SubmissionKey> Repeats { get; } = [];

    public List<DeliveryStatusRow> Statuses { get; } = [];

    public List<ContentRow> Contents { get; } = [];

    public List<CancelRow> Cancels { get; } = [];

    public List<OwedReceipt> Receipts { get; } = [];

    public List<ReceiptOutcome> Outcomes { get; } = [];

    /// <summary>Deliveries made here that nothing holds back.</summary>
    public List<Guid> Ready { get; } = [];

    /// <summary>True when rows of earlier documents were set going again.</summary>
    public bool Restarted { get; set; }

    /// <summary>True when a status was among them.</summary>
    public bool HasStatuses { get; set; }

    /// <summary>Plans and makes requests about deliveries.</summary>
    public AskChanges Changes { get; } = new(facts.Book);

    /// <summary>What follows from them.</summary>
    public FollowChanges Follow { get; } = new(facts.Book, dueTimes);

    public static string SourceOf(JudgedSubmission judged) => "adapter:" + judged.Adapter;

    public Publication PublicationOf(DeliveryRow row) => publications[row.DeliveryId] with { Delivery = row };

    /// <summary>Opens a delivery of the document at a receiver.</summary>
    /// <param name="receiver">Who shall have it.</param>
    /// <param name="judged">The submission that brought it.</param>
    /// <param name="document">The document.</param>
    /// <param name="findings">What travels with it.</param>
    /// <param name="generation">Its place in its family at this receiver.</param>
    /// <param name="target">For a status: the delivery it speaks of.</param>
    /// <param name="isReady">False when a cancel holds it back.</param>
    /// <param name="isParked">True when it waits for the delivery that it is about.</param>
    public Guid Open(
        Receiver receiver, JudgedSubmission judged, DocumentRow document, IReadOnlyList<Finding> findings, int generation,
        Guid? target = null, bool isReady = true, bool isParked = false)
    {
        var type = TypeOf(document);
        var row = facts.Book.Open(
            new DeliveryRow
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
                Phase = isParked ? DispatchPhase.Parked : DispatchPhase.Waiting,
                AcceptedAt = now,
                NextAttemptAt = now,
                Since = now,
                TargetDeliveryId = target,
                TypeKey = type,
                SteeringType = document.SteeringType,
                Watched = dueTimes.IsWatched(document, type),
            },
            SourceOf(judged), document.DueDate);
        facts.Before.Add(document, row);
        if (isReady && !isParked)
        {
            Ready.Add(row.DeliveryId);
        }

        var inline = document.PackageLength <= options.InlineLimit ? judged.Message.Package : null;
        publications[row.DeliveryId] = new(row, document, findings, null, inline);
        return row.DeliveryId;
    }

    /// <summary>Looked up once, however many receivers a document has.</summary>
    private string? TypeOf(DocumentRow document)
    {
        if (types.TryGetValue(document.DocumentId, out var known))
        {
            return known;
        }

        var type = document.Kind == Manifest.Status ? DelegationScope.Status : document.TypeName is { } name ? DocumentTypes.Find(name)?.Type.Key : null;
        types[document.DocumentId] = type;
        return type;
    }

    /// <summary>Makes the requests of a plan that is not refused.</summary>
    public void Ask(ChangePlan plan, Guid carrier, JudgedSubmission judged, string reason, string source)
    {
        Cancels.AddRange(Changes.Make(plan, carrier, judged.Message.SubmissionId, reason, source, Follow));
        Guid[] about = [.. plan.Asked.Select(step => step.Target.DeliveryId)];
        publications[carrier] = publications[carrier] with { About = about.Length == 0 ? null : about };
    }

    /// <summary>Pins the submission to its document; <paramref name="lines"/> hold one line per receiver, by code.</summary>
    public void Accept(
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
        facts.Before.Add(document);
        Submissions.Add(submission);
        facts.Submissions[SubmitFacts.KeyOf(judged)] = submission;
        if (judged.Message.Package is { } bytes && bytes.Length <= options.InlineLimit)
        {
            Contents.Add(new(document.PackageSha256, bytes, now));
        }

        Answer(judged, ReceiptOutcome.Accepted, judged.Message.Try, isAccepted: true, receipt);
    }

    /// <summary>Answers a repeat of an accepted submission with its original receipt.</summary>
    public void Repeat(JudgedSubmission judged, SubmissionRow accepted)
    {
        Repeats.AddRange(Enumerable.Repeat(SubmitFacts.KeyOf(judged), judged.Copies));
        Answer(judged, ReceiptOutcome.Accepted, accepted.Try, isAccepted: true, accepted.Receipt);
    }

    /// <summary>
    /// Refuses with coded findings; the refusal answers all copies of its try. Of a state secret only its markings are kept and told, and its sender is alerted.
    /// </summary>
    public void Refuse(
        JudgedSubmission judged, ReceiptOutcome outcome, IReadOnlyList<ReceiptReceiver> receivers, IReadOnlyList<Finding> findings)
    {
        var fault = findings.Concat(receivers.Select(line => line.Finding).OfType<Finding>()).FirstOrDefault(finding => finding.Severity == Severity.Refusal);
        if (SecrecyChecks.Markings(findings) is [var first, ..] markings)
        {
            (receivers, findings, fault) = ([], markings, first);
            Alerts.Add(AlertRow.OfSecret(judged.Adapter, judged.Question?.Address.Served?.AgencyId, judged.Message.SubmissionId, judged.Verdict.PackageSha256, first, now));
        }
        else if (fault is not null)
        {
            Alerts.Add(AlertRow.OfRefusal(judged.Adapter, judged.Speaker, judged.Message.SubmissionId, fault, now));
        }

        var receipt = Compose(judged, outcome, null, receivers, findings);
        Count(judged, findings, fault?.Code ?? "");
        var refusal = new RefusalRow
        {
            AdapterCode = judged.Adapter, SubmissionId = judged.Message.SubmissionId, Try = judged.Message.Try,
            PackageSha256 = judged.Verdict.PackageSha256, SenderAgencyId = judged.Speaker, Receipt = receipt, FirstAt = now, Copies = judged.Copies,
        };
        Refusals.Add(refusal);
        facts.Refusals[SubmitFacts.RefusalKeyOf(judged)] = refusal;
        Answer(judged, outcome, judged.Message.Try, isAccepted: false, receipt);
    }

    /// <summary>Answers another copy of a try that was refused.</summary>
    public void RefuseAgain(JudgedSubmission judged, RefusalRow refusal)
    {
        Refusals.Add(refusal with { Copies = judged.Copies });
        Answer(judged, ReceiptOutcome.Refused, refusal.Try, isAccepted: false, refusal.Receipt);
    }

    /// <summary>Asks for content that is not here: neither an acceptance nor a refusal.</summary>
    public void AskForContent(JudgedSubmission judged)
    {
        var missing = Compose(judged, ReceiptOutcome.ContentMissing, null, [], [Finding.Refuse(ErrorCatalogue.ContentMissing, "")]);
        Answer(judged, ReceiptOutcome.ContentMissing, judged.Message.Try, isAccepted: false, missing);
    }

    /// <summary>One receiver turned away from an accepted document is an error of its sender.</summary>
    public void Count(JudgedSubmission judged, DocumentRow document, ReceiptReceiver line) => Cases.Refuse(
        new()
        {
            CaseId = Guid.Empty, AgencyId = document.SenderAgencyId, PackageSha256 = document.PackageSha256, ReceiverCode = SqlWidth.Cut(line.Code, ReceiverWidth), FamilyKey = document.FamilyKey,
            CodeNumber = document.CodeNumber, CodeNotation = document.CodeNotation, PromulgationDate = document.PromulgationDate,
        },
        line.Finding?.Code ?? "", judged.Copies, SourceOf(judged));

    /// <summary>A document refused as a whole is an error of its sender; a status is in no column (statement.md 1).</summary>
    private void Count(JudgedSubmission judged, IReadOnlyList<Finding> findings, string code)
    {
        if (judged.Speaker is not { } sender || judged.Question is { Package.Kind: PackageKind.Status })
        {
            return;
        }

        var header = SecrecyChecks.Markings(findings).Count == 0 ? judged.Question?.Package.Edoc : null;
        Cases.Refuse(
            new()
            {
                CaseId = Guid.Empty, AgencyId = sender, PackageSha256 = judged.Verdict.PackageSha256, ReceiverCode = "", FamilyKey = header is null ? null : judged.Question!.Family,
                CodeNumber = ReferenceText.CutCode(header?.Code.Number), CodeNotation = ReferenceText.CutCode(header?.Code.Notation), PromulgationDate = header?.PromulgationDate,
            },
            code, judged.Copies, SourceOf(judged));
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
}
