using System.Text;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Tests.Wire;

/// <summary>One message as it appears on the wire; <c>Body</c> is what a sealed message seals.</summary>
internal sealed record WireSample(string Name, string Kind, object Message, object? Body = null)
{
    private static readonly Guid Submission = new("5b0f1f66-6f0e-5d4c-9a3b-2f6f2a1c7d10");
    private static readonly Guid Document = new("01937c2e-8a40-7c11-b7de-0242ac120002");
    private static readonly Guid Delivery = new("01937c2e-8a41-7c11-b7de-0242ac120002");
    private static readonly Guid Carrier = new("01937d11-0002-7c11-b7de-0242ac120002");
    private static readonly Guid Spool = new("01937b00-0000-7c11-b7de-0242ac120002");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 15, 30, 250, TimeSpan.Zero);
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));
    private static readonly byte[] Manifest = Encoding.UTF8.GetBytes("""{"kind":"edoc"}""");
    private static readonly byte[] Seal = [0x30, 0x03, 0x02, 0x01, 0x01];
    private static readonly byte[] Package = Encoding.UTF8.GetBytes("<edXML/>");

    /// <summary>Every message, once with everything and once with the least.</summary>
    public static IReadOnlyList<WireSample> All { get; } =
    [
        new("submit", WireNames.Submit, new SubmitMessage(Submission, 1, Manifest, Seal, Package)),
        new("submit-by-reference", WireNames.Submit, new SubmitMessage(Submission, 2, Manifest, Seal, Content: new(Hash, 104_857_600))),
        Sealed("receipts", WireNames.Receipts, new ReceiptsBody(
        [
            new(Submission, 1, ReceiptOutcome.Accepted, Hash, At,
                [
                    new("A01.02", ReceiverOutcome.Delivery, Delivery),
                    new("A01.03", ReceiverOutcome.AlreadySent, Delivery, Finding.Warn(ErrorCatalogue.AlreadySent, "", "A01.03", Delivery)),
                    new("A01.04", ReceiverOutcome.NewAttempt, Delivery),
                    new("A99.99", ReceiverOutcome.Refused, Finding: Finding.Refuse(ErrorCatalogue.ReceiverUnknown, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To[4]/OrganId", "A99.99")),
                ],
                [], Document),
        ])),
        Sealed("receipts-refused", WireNames.Receipts, new ReceiptsBody(
        [
            new(Submission, 1, ReceiptOutcome.Refused, Hash, At, [], [Finding.Refuse(ErrorCatalogue.PackageHashMismatch, "")]),
            new(Submission, 1, ReceiptOutcome.Conflict, Hash, At, [], [Finding.Refuse(ErrorCatalogue.SubmissionConflict, "", Submission)]),
            new(Submission, 1, ReceiptOutcome.ContentMissing, Hash, At, [], [Finding.Refuse(ErrorCatalogue.ContentMissing, "")]),
        ])),
        new("deliver", WireNames.Deliver, new DeliverMessage(Delivery, Document, 1, "edoc", "A01.02", 1, Manifest, Seal,
            [Finding.Warn(ErrorCatalogue.ReceiverNamedTwice, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To[2]", "A01.02")],
            new("AXIS", At), Package)),
        new("deliver-by-reference", WireNames.Deliver, new DeliverMessage(Delivery, Document, 3, "status", "A01.02", 0, Manifest, Seal,
            [], new("AXIS", At), Content: new(Hash, 104_857_600))),
        Sealed("acknowledge", WireNames.Acknowledge, new AcknowledgeBody(Spool,
        [
            new(Delivery, 1, AcknowledgeKind.Processing, At, Hash),
            new(Delivery, 1, AcknowledgeKind.Done, At, Hash),
            new(Delivery, 1, AcknowledgeKind.Fail, At, Hash, "Đơn vị từ chối", FailCause.Agency),
            new(Delivery, 1, AcknowledgeKind.Cancelled, At),
            new(Delivery, 1, AcknowledgeKind.Taken, At, Hash),
            new(Delivery, 2, AcknowledgeKind.Unknown, At, QueryNumber: 17),
            new(Delivery, 1, AcknowledgeKind.Frozen, At),
            new(Delivery, 1, AcknowledgeKind.Destroyed, At),
        ])),
        Sealed("cancel", WireNames.Cancel, new CancelBody(Delivery, 2)),
        Sealed("mark", WireNames.Mark, new MarkBody(Delivery, 1, MarkKind.Destroy, ChangeCommand.Recall, "Ban hành sai thẩm quyền", At)),
        Sealed("mark-freeze", WireNames.Mark, new MarkBody(Delivery, 1, MarkKind.Freeze, ChangeCommand.Recall, "Ban hành sai thẩm quyền", At, Submission)),
        new("deliver-recall", WireNames.Deliver, new DeliverMessage(Carrier, Document, 1, "edoc", "A01.02", 1, Manifest, Seal,
            [], new("AXIS", At), Package, About: [Delivery])),
        new("query", WireNames.Query, new QueryMessage(17, [new(Delivery, 2)])),
        new("states", WireNames.States, new StatesMessage(
        [
            new(Delivery, Submission, Document, "A01.02", 4, "DONE", At, 1, "03"),
            new(Delivery, Submission, Document, "A01.03", 9, "FAIL", At, 6, Cause: "Trạm kết nối báo lỗi: đĩa đầy", ClosedAt: At.AddHours(1)),
            new(Delivery, Submission, Document, "A01.04", 7, "DONE", At, 1, "03", Requests:
            [
                new(ChangeCommand.Recall, ChangeStatus.Refused, Submission, Carrier, "Ban hành sai thẩm quyền", At, At.AddHours(8), "16", "Đã thi hành"),
                new(ChangeCommand.TakeBack, ChangeStatus.Requested, Submission, Carrier, "Gửi nhầm", At),
            ]),
        ])),
        Sealed("alerts", WireNames.Alerts, new AlertsBody(
        [
            new(Delivery, "delivery-failed", Finding.Refuse(ErrorCatalogue.AlertDeliveryFailed, "", "A01.02", "A01.03"), At, At.AddMinutes(5), 12, "A01.02",
                CaseNumber: "2026-000123", Cause: "adapter", Counterpart: "A01.03", OpenItems: 12),
            new(Document, "not-arrived", Finding.Warn(ErrorCatalogue.AlertNotArrived, "", "A01.02", "A01.04"), At, At.AddHours(4), 1, "A01.02", null,
                "2026-000124", false, "agency", "A01.04", Document, 0, 3, At.AddHours(4), "its cause has ended"),
        ])),
        new("heartbeat", WireNames.Heartbeat, new HeartbeatMessage("0.1.0", WireNames.Version, Spool, At, 2, 41, 53_687_091_200)),
        new("heartbeat-of-all", WireNames.Heartbeat, new HeartbeatMessage("0.2.0", WireNames.Version, Spool, At, 2, 41, 53_687_091_200, 107_374_182_400, [WireNames.Alerts])),
    ];

    /// <summary>Type of what the adapter or hub reads: the sealed body where there is one.</summary>
    public Type PayloadType => (Body ?? Message).GetType();

    private static WireSample Sealed(string name, string kind, object body) =>
        new(name, kind, new SealedMessage(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), WireJson.Options), Seal), body);
}
