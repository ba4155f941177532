using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Hub.Tests.Ledger;

/// <summary>Rows that say only what a test cares about.</summary>
internal static class Rows
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);

    public static DocumentRow Document(string adapter = "H37") => new()
    {
        DocumentId = NewId.NextSequentialGuid(),
        AdapterCode = adapter,
        SubmissionId = NewId.NextSequentialGuid(),
        Kind = "edoc",
        SenderAgencyId = NewId.NextSequentialGuid(),
        SenderCode = "H37.02",
        PackageSha256 = new string('a', 64),
        PackageLength = 1234,
        Manifest = [1, 2, 3],
        Seal = [4, 5],
        CertificateSha256 = new string('c', 64),
        DocumentIdText = "H37.02,2026/11/24,12/UBND",
        CodeNumber = "12",
        CodeNotation = "UBND-VX",
        PromulgationDate = new DateOnly(2026, 11, 24),
        TypeName = "Công văn",
        Subject = "Về việc \"gửi, nhận\" văn bản điện tử",
        Findings = "[]",
        SealedAt = Noon,
        StampedAt = Noon.AddMilliseconds(250),
        CheckedBy = "Nguyễn Thị Hoa",
        CheckedPosition = "Văn thư",
        CheckedAt = Noon.AddMilliseconds(-5),
        AcceptedAt = Noon,
    };

    public static DeliveryRow Delivery(DocumentRow document, string adapter = "G22", Guid? receiver = null) => new()
    {
        DeliveryId = NewId.NextSequentialGuid(),
        DocumentId = document.DocumentId,
        Kind = document.Kind,
        SenderAgencyId = document.SenderAgencyId,
        ReceiverAgencyId = receiver ?? NewId.NextSequentialGuid(),
        ReceiverCode = "G22.01",
        AdapterCode = adapter,
        AcceptedAt = document.AcceptedAt,
        NextAttemptAt = document.AcceptedAt,
        Since = document.AcceptedAt,
    };

    public static SubmissionRow Submission(DocumentRow document) => new()
    {
        AdapterCode = document.AdapterCode,
        SubmissionId = document.SubmissionId,
        Try = 1,
        PackageSha256 = document.PackageSha256,
        DocumentId = document.DocumentId,
        Receipt = [9, 8, 7],
        FirstAt = document.AcceptedAt,
    };

    public static RefusalRow Refusal(int @try = 1) => new()
    {
        AdapterCode = "H37",
        SubmissionId = NewId.NextSequentialGuid(),
        Try = @try,
        PackageSha256 = new string('b', 64),
        Receipt = [1],
        FirstAt = Noon,
    };

    public const string Stamp = "2026-11-24T04:30:00.000Z";

    public static DeliveryStatusRow Status(DeliveryRow delivery, DocumentRow package, string code) => new()
    {
        DeliveryId = delivery.DeliveryId,
        Code = code,
        Stamp = Stamp,
        FromAgencyId = delivery.ReceiverAgencyId,
        DocumentId = package.DocumentId,
    };

    public static StuckRow Stuck(Guid? delivery) => new()
    {
        StuckId = NewId.NextSequentialGuid(),
        Kind = "dead-letter",
        Queue = "axis.out.dead",
        DeliveryId = delivery,
        Body = [1, 2, 3],
        Headers = "{}",
        Reason = "rejected",
        RecordedAt = Noon,
    };

    public static CancelRow Cancel(DeliveryRow delivery, Guid? waiting = null) => new()
    {
        DeliveryId = delivery.DeliveryId,
        AdapterCode = delivery.AdapterCode,
        Attempt = delivery.Attempt,
        Purpose = waiting is null ? "failed" : "replaced",
        WaitingDeliveryId = waiting,
        OpenedAt = Noon,
        NextSendAt = Noon,
    };
}
