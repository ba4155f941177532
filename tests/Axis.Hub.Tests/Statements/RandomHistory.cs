using Axis.Contracts.Statements;
using Axis.Contracts.Wire;
using Axis.Hub.Flow;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Tests.Ledger;
using MassTransit;

namespace Axis.Hub.Tests.Statements;

/// <summary>A history as the delivery machine itself makes it, from random inputs at random times: claims that are early, late or false, and several things in one instant.</summary>
internal sealed class RandomHistory
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.FromMinutes(7), TimeSpan.FromHours(3), TimeSpan.FromHours(11), TimeSpan.FromHours(30)];

    private readonly Random random;
    private readonly RandomDues dues;
    private readonly List<DeliveryEventRow> events = [];
    private DateTimeOffset now;

    /// <param name="seed">Makes it, and its id.</param>
    /// <param name="start">It begins within three days from here.</param>
    /// <param name="sender">Who sends it; somebody when null.</param>
    /// <param name="receiver">Who receives it.</param>
    public RandomHistory(int seed, DateTimeOffset start, Guid? sender = null, Guid? receiver = null)
    {
        random = new Random(seed);
        dues = new RandomDues(random);
        now = start + TimeSpan.FromMinutes(random.Next(0, 3 * 24 * 60));
        Document = Rows.Document() with
        {
            DocumentId = Id(~seed),
            AcceptedAt = now,
            BusinessType = random.Next(4),
            Priority = random.Next(2),
            SenderAgencyId = sender ?? NewId.NextSequentialGuid(),
        };
        var opened = DeliveryMachine.Open(Rows.Delivery(Document, receiver: receiver) with { DeliveryId = Id(seed) }, "adapter:H37", Context());
        Keep(opened);
        for (var steps = random.Next(0, 12); steps > 0; steps--)
        {
            now += Waits[random.Next(Waits.Length)];
            Step();
        }
    }

    public DocumentRow Document { get; }

    /// <summary>The row that the machine has made with the events.</summary>
    public DeliveryRow Row => Steps[^1].Row;

    /// <summary>When the hub recorded what, and the row that it left.</summary>
    public List<(DateTimeOffset At, DeliveryRow Row, IReadOnlyList<DeliveryEventRow> Events)> Steps { get; } = [];


    public IReadOnlyList<HistoryEvent> History => [.. events.Select(Slim)];

    public DeliveryCount Count() => new(Facts(), History);

    public DeliveryFacts Facts() => new()
    {
        DeliveryId = Row.DeliveryId, DocumentId = Row.DocumentId, SenderAgencyId = Row.SenderAgencyId, ReceiverAgencyId = Row.ReceiverAgencyId,
        BusinessType = Document.BusinessType ?? 0, Priority = Document.Priority, CodeNumber = Document.CodeNumber, CodeNotation = Document.CodeNotation, PromulgationDate = Document.PromulgationDate, Findings = Document.Findings,
    };

    public static HistoryEvent Slim(DeliveryEventRow row) => new()
    {
        DeliveryId = row.DeliveryId, Kind = row.Kind, TransportTo = row.TransportTo, BusinessTo = row.BusinessTo, Detail = row.Detail, Source = row.Source, EffectiveAt = row.EffectiveAt,
        ProcessingDue = row.ProcessingDue, ArriveDue = row.ArriveDue, AnswerDue = row.AnswerDue,
    };

    private void Keep(DeliveryDecision decision)
    {
        events.AddRange(decision.Events);
        Steps.Add((now, decision.Row, decision.Events));
    }

    private static Guid Id(int seed) => new(seed, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private void Step()
    {
        // The dispatch is not what is counted: every attempt is taken as published.
        var row = Row with { EverClaimed = true, Phase = Row.Transport == TransportState.Initial ? DispatchPhase.Published : Row.Phase };
        var claim = now - TimeSpan.FromMinutes(random.Next(4) switch { 0 => random.Next(0, 9000), 1 => random.Next(0, 1800), _ => random.Next(0, 5) });
        var decision = random.Next(12) switch
        {
            0 or 1 => Say(row, AcknowledgeKind.Processing, claim),
            2 or 3 => Say(row, AcknowledgeKind.Done, claim),
            4 => Say(row, AcknowledgeKind.Fail, claim),
            5 => DeliveryMachine.Decide(row with { Failures = 9 }, new DeliveryInput.DeadLettered(row.Attempt, "dead: letter"), Context()),
            6 or 7 when row.Transport == TransportState.Done =>
                DeliveryMachine.Decide(row, new DeliveryInput.StatusTaken($"0{random.Next(1, 7)}", "ý kiến", claim, "agency:G22"), Context()),
            6 => DeliveryMachine.Decide(row, new DeliveryInput.Resent("adapter:H37", "again"), Context()),
            7 => DeliveryMachine.Close(row, "adapter:H37", random.Next(2) == 0 ? Closures.SentAgain : "đã gửi giấy", Context()),
            8 => DeliveryMachine.Decide(row, new DeliveryInput.Voided((VoidCause)random.Next(1, 5), "lý do: khác", "hub"), Context()),
            9 when row.Transport == TransportState.Done && Document.BusinessType is 1 or 2 =>
                DeliveryMachine.Decide(row, new DeliveryInput.ChangeNoted(EventKinds.RequestAnswered, "15", "agency:G22", claim), Context()),
            10 when row.RestSince is null => DeliveryMachine.Decide(row, Speak(), Context()),
            _ => DeliveryMachine.Decide(row, new DeliveryInput.ChangeNoted(EventKinds.ChangeAsked, "Recall: nhầm", "adapter:H37"), Context()),
        };
        if (decision.Outcome != DecisionOutcome.Ignored)
        {
            Keep(decision);
        }
    }

    private DeliveryInput.Said Speak()
    {
        var side = (StatementSide)random.Next(2);
        return random.Next(2) == 0
            ? new(EventKinds.Promised, SaidDetail.Write(side, new DateOnly(2026, 2, 25), "sửa: máy chủ"), SaidDetail.Source("G22", "Lê Văn C"))
            : new(EventKinds.WaitsForOther, SaidDetail.Write(side, null, ""), SaidDetail.Source("G22", null));
    }

    private DeliveryDecision Say(DeliveryRow row, AcknowledgeKind kind, DateTimeOffset claim) => DeliveryMachine.Decide(
        row,
        new DeliveryInput.Acknowledged(
            row.AdapterCode, NewId.NextSequentialGuid(),
            new AcknowledgeItem(row.DeliveryId, row.Attempt, kind, claim, new string('a', 64), "vì: lỗi", kind == AcknowledgeKind.Fail ? (FailCause)random.Next(3) : null), new string('a', 64)),
        Context());

    private DecisionContext Context() => new(now, random.Next(5) == 0 ? null : 10, [], dues);

    /// <summary>Due times that fall anywhere, also on the instant itself.</summary>
    private sealed class RandomDues(Random random) : IDueTimes
    {
        public (DateTimeOffset? Processing, DateTimeOffset? Arrive) OfArrival(DeliveryRow delivery, DateTimeOffset start) => (start, After(start));

        public DateTimeOffset? OfAmendment(DeliveryRow carrier, DateTimeOffset arrived) => null;

        public (DateTimeOffset? Answer, DateTimeOffset? Process) OfAnswer(DeliveryRow delivery, DateOnly? dueDate, DateTimeOffset arrived) =>
            (delivery.Kind == "edoc" ? After(arrived) : null, null);

        private DateTimeOffset After(DateTimeOffset start) => start + Waits[random.Next(Waits.Length)];
    }
}
