using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using MassTransit;

namespace Axis.Benchmarks.Statements;

/// <summary>
/// One document to one receiver and what becomes of it, made by the delivery machine itself. Of a thousand, 910 are answered within the day, 60 on the next, 20 arrive two days late and 10 fail and
/// are closed by their sender two days later; so what is open is steady from the third day on.
/// </summary>
internal sealed class LivedDelivery
{
    private const string Hash = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private static readonly TimeSpan[] Ladder = [];
    private static readonly WallDues Dues = new();
    private readonly List<(DateTimeOffset At, DeliveryRow Row, IReadOnlyList<DeliveryEventRow> Events)> steps = [];
    private DateTimeOffset now;
    private int written;

    /// <param name="number">Its number within the day: decides what becomes of it.</param>
    /// <param name="sender">Who sends it.</param>
    /// <param name="receiver">Who receives it.</param>
    /// <param name="at">When the axis accepts it.</param>
    public LivedDelivery(int number, Guid sender, Guid receiver, DateTimeOffset at)
    {
        now = at;
        Document = DocumentOf(number, sender, at);
        Keep(DeliveryMachine.Open(DeliveryOf(Document, receiver), "adapter:A00001", Context()));
        Live(number % 1000);
    }

    public DocumentRow Document { get; }

    /// <summary>True when everything that happens to it was taken.</summary>
    public bool IsOver => written == steps.Count;

    /// <summary>What was recorded before an instant and not taken yet: the row that it left, the version before (null: it is new), and the events.</summary>
    public (DeliveryRow Row, long? Before, IReadOnlyList<DeliveryEventRow> Events)? Take(DateTimeOffset until)
    {
        if (written == steps.Count || steps[written].At >= until)
        {
            return null;
        }

        var due = steps.Skip(written).TakeWhile(step => step.At < until).ToList();
        var before = written == 0 ? (long?)null : steps[written - 1].Row.Version;
        written += due.Count;
        return (due[^1].Row, before, [.. due.SelectMany(step => step.Events)]);
    }

    private void Live(int lot)
    {
        var arrival = lot switch { >= 980 and < 990 or >= 995 => TimeSpan.FromHours(44), _ => TimeSpan.FromMinutes(3) };
        if (lot is >= 970 and < 980)
        {
            Say(TimeSpan.FromMinutes(1), AcknowledgeKind.Fail);
            Do(TimeSpan.FromHours(47), row => DeliveryMachine.Close(row, "adapter:A00001", "đã gửi lại bằng giấy", Context()));
            return;
        }

        Say(arrival / 2, AcknowledgeKind.Processing);
        Say(arrival / 2, AcknowledgeKind.Done);
        Status(TimeSpan.FromMinutes(30), "01");
        Status(TimeSpan.FromHours(lot < 910 ? 2 : 20), "03");
    }

    private void Say(TimeSpan wait, AcknowledgeKind kind) => Do(wait, row => DeliveryMachine.Decide(
        row,
        new DeliveryInput.Acknowledged(row.AdapterCode, Guid.Empty, new AcknowledgeItem(
            row.DeliveryId, row.Attempt, kind, now, Hash, kind == AcknowledgeKind.Fail ? "hết chỗ" : null, kind == AcknowledgeKind.Fail ? FailCause.Adapter : null), Hash),
        Context()));

    private void Status(TimeSpan wait, string code) =>
        Do(wait, row => DeliveryMachine.Decide(row, new DeliveryInput.StatusTaken(code, null, now, "agency:A00002"), Context()));

    private void Do(TimeSpan wait, Func<DeliveryRow, DeliveryDecision> decide)
    {
        now += wait;
        var row = steps[^1].Row;

        // Nothing is dispatched here, so every attempt is taken as published.
        var decision = decide(row with { EverClaimed = true, Phase = row.Transport == TransportState.Initial ? DispatchPhase.Published : row.Phase });
        if (decision.Outcome == DecisionOutcome.Ignored)
        {
            throw new InvalidOperationException($"A delivery ignored what it was told: {decision.Reason}.");
        }

        Keep(decision);
    }

    private void Keep(DeliveryDecision decision) => steps.Add((now, decision.Row with { StatesDue = false }, decision.Events));

    private DecisionContext Context() => new(now, 10, Ladder, Dues);

    private static DocumentRow DocumentOf(int number, Guid sender, DateTimeOffset at) => new()
    {
        DocumentId = NewId.NextSequentialGuid(), AdapterCode = "A00001", SubmissionId = NewId.NextSequentialGuid(), Kind = "edoc", SenderAgencyId = sender, SenderCode = "A00001",
        PackageSha256 = Hash, PackageLength = 400_000, Manifest = new byte[600], Seal = new byte[900], CertificateSha256 = Hash, DocumentIdText = "",
        CodeNumber = number.ToString(System.Globalization.CultureInfo.InvariantCulture), CodeNotation = "UBND-VX", PromulgationDate = DateOnly.FromDateTime(at.DateTime), TypeName = "Công văn",
        Subject = "Về việc gửi, nhận văn bản điện tử", Findings = "[]", BusinessType = 0, Priority = number % 20 == 0 ? 1 : 0, SealedAt = at, AcceptedAt = at,
    };

    private static DeliveryRow DeliveryOf(DocumentRow document, Guid receiver) => new()
    {
        DeliveryId = NewId.NextSequentialGuid(), DocumentId = document.DocumentId, Kind = document.Kind, SenderAgencyId = document.SenderAgencyId, ReceiverAgencyId = receiver,
        ReceiverCode = "A00002", AdapterCode = "A00002", Priority = document.Priority, AcceptedAt = document.AcceptedAt, NextAttemptAt = document.AcceptedAt, Since = document.AcceptedAt,
    };
}
