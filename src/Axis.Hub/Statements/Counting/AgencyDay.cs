using Axis.Contracts.Statements;
using Axis.Contracts.Wire;

namespace Axis.Hub.Statements.Counting;

/// <summary>One agency's day while it is counted. Knows no names and writes no sentence: those are the statement's.</summary>
internal sealed class AgencyDay(DaySpan day)
{
    private readonly StockTally sendErrors = new();
    private readonly StockTally receiveErrors = new();
    private readonly StockTally backlog = new();
    private readonly StockTally noReply = new();
    private readonly StockTally notArrived = new();
    private readonly StockTally unanswered = new();
    private readonly StockTally differences = new();
    private readonly TrafficTally asSender = new();
    private readonly TrafficTally asReceiver = new();
    private readonly int[] sent = new int[4];
    private readonly int[] failedBy = new int[Enum.GetValues<FailCause>().Length];
    private readonly List<long> arriveAsReceiver = [];
    private readonly List<long> answerAsReceiver = [];
    private readonly List<long> arriveAsSender = [];
    private readonly List<long> answerAsSender = [];
    private int refusedSubmissions;
    private int refusedReceivers;
    private int failed;
    private int received;
    private int returned;
    private int returnedToSender;
    private int openRequests;
    private int requestsToAnswer;
    private int lateSent;
    private int urgentLateSent;
    private int unsigned;
    private int paperAlsoSent;

    /// <summary>What stands in the stocks at the end, by list.</summary>
    public Dictionary<StatementList, List<StandingItem>> Items { get; } = Enum.GetValues<StatementList>().ToDictionary(list => list, _ => new List<StandingItem>());

    /// <summary>Differences of the books that are open at the end.</summary>
    public List<(Stay Stay, DifferenceFacts Facts)> OpenDifferences { get; } = [];

    /// <summary>Differences of the books that a person has closed on the day.</summary>
    public List<(DifferenceMoment Closing, DifferenceFacts Facts)> ClosedDifferences { get; } = [];

    /// <summary>Counts a delivery that it sends.</summary>
    public void AddAsSender(DeliveryCount delivery)
    {
        asSender.Add(delivery, day);
        foreach (var stay in delivery.Stays)
        {
            switch (stay.Stock)
            {
                case Stock.Failed when sendErrors.Add(stay, day):
                    failed++;
                    Keep(StatementList.SendErrors, delivery, stay);
                    break;
                case Stock.Backlog when notArrived.Add(stay, day):
                    Keep(StatementList.NotArrived, delivery, stay);
                    break;
                case Stock.NoReply when unanswered.Add(stay, day):
                    Keep(StatementList.Unanswered, delivery, stay);
                    break;
            }
        }

        var moments = delivery.Moments();
        returnedToSender += day.Contains(moments.Returned) ? 1 : 0;
        openRequests += AsksStill(delivery) ? 1 : 0;
        Time(delivery, moments, arriveAsSender, answerAsSender);
    }

    /// <summary>Counts a delivery that it receives.</summary>
    public void AddAsReceiver(DeliveryCount delivery)
    {
        asReceiver.Add(delivery, day);
        foreach (var stay in delivery.Stays)
        {
            switch (stay.Stock)
            {
                case Stock.Failed when receiveErrors.Add(stay, day):
                    failedBy[(int)(stay.FailedBy ?? FailCause.Hub)]++;
                    Keep(StatementList.ReceiveErrors, delivery, stay);
                    break;
                case Stock.Backlog when backlog.Add(stay, day):
                    Keep(StatementList.Backlog, delivery, stay);
                    break;
                case Stock.NoReply when noReply.Add(stay, day):
                    Keep(StatementList.NoReply, delivery, stay);
                    break;
            }
        }

        var moments = delivery.Moments();
        received += day.Contains(moments.Arrived) ? 1 : 0;
        returned += day.Contains(moments.Returned) ? 1 : 0;
        requestsToAnswer += AsksStill(delivery) ? 1 : 0;
        Time(delivery, moments, arriveAsReceiver, answerAsReceiver);
    }

    /// <summary>Counts a document that it has sent on the day.</summary>
    public void AddDocument(DeliveryFacts document)
    {
        sent[Math.Clamp(document.BusinessType, 0, 3)]++;
        var found = DocumentFindings.Of(document.Findings);
        lateSent += found.IsLate ? 1 : 0;
        urgentLateSent += found.IsLate && document.Priority > 0 ? 1 : 0;
        unsigned += found.IsUnsigned ? 1 : 0;
        paperAlsoSent += found.PaperAlsoSent ? 1 : 0;
    }

    /// <summary>Counts a refusal.</summary>
    public void Add(CountedRefusal refusal)
    {
        foreach (var stay in refusal.Stays().Where(stay => sendErrors.Add(stay, day)))
        {
            _ = refusal.Facts.ReceiverCode.Length == 0 ? refusedSubmissions++ : refusedReceivers++;
            Items[StatementList.SendErrors].Add(new(stay, null, null, refusal));
        }
    }

    /// <summary>Counts a difference of the books.</summary>
    public void Add(CountedDifference difference)
    {
        foreach (var stay in difference.Stays())
        {
            if (differences.Add(stay, day))
            {
                OpenDifferences.Add((stay, difference.Facts));
            }
            else if (stay.By == LeftBy.Closed && stay.LeavesIn(day.Start, day.End))
            {
                ClosedDifferences.Add((difference.ClosingAt(stay.Until!.Value), difference.Facts));
            }
        }
    }

    /// <summary>The stock of differences.</summary>
    public StockFigures Differences() => differences.Figures();

    public StatementFigures Figures() => new()
    {
        SendErrors = sendErrors.Figures(),
        SendErrorParts = new(refusedSubmissions, refusedReceivers, failed),
        ReceiveErrors = receiveErrors.Figures(),
        ReceiveErrorParts = new(failedBy[(int)FailCause.Hub], failedBy[(int)FailCause.Adapter], failedBy[(int)FailCause.Agency]),
        Backlog = backlog.Figures(),
        NoReply = noReply.Figures(),
        NotArrived = notArrived.Figures(),
        Unanswered = unanswered.Figures(),
        AsSender = asSender.Figures(),
        AsReceiver = asReceiver.Figures(),
        Sent = new(sent[0], sent[1], sent[2], sent[3]),
        Received = received,
        Returned = returned,
        ReturnedToSender = returnedToSender,
        LateSent = lateSent,
        UrgentLateSent = urgentLateSent,
        OpenRequests = openRequests,
        RequestsToAnswer = requestsToAnswer,
        WithoutSignature = unsigned,
        PaperAlsoSent = paperAlsoSent,
    };

    public StatementTimes Times() =>
        new(Spread.Of(arriveAsReceiver), Spread.Of(answerAsReceiver), Spread.Of(arriveAsSender), Spread.Of(answerAsSender));

    private void Keep(StatementList list, DeliveryCount delivery, Stay stay) => Items[list].Add(new(stay, delivery.Facts, delivery.StateAt(day.End), null));

    /// <summary>A recall or an update that nobody has answered.</summary>
    private bool AsksStill(DeliveryCount delivery) => delivery.Facts.BusinessType is 1 or 2 && delivery.StateAt(day.End) is { IsAtRest: false };

    private void Time(
        DeliveryCount delivery, (DateTimeOffset? Arrived, DateTimeOffset? Answered, DateTimeOffset? Returned) moments, List<long> arrive, List<long> answer)
    {
        if (day.Contains(moments.Arrived))
        {
            arrive.Add(Seconds(moments.Arrived!.Value - delivery.CreatedAt));
        }

        if (day.Contains(moments.Answered) && moments.Arrived is { } arrived)
        {
            answer.Add(Seconds(moments.Answered!.Value - arrived));
        }
    }

    private static long Seconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerSecond;
}

/// <summary>The lists of a statement.</summary>
internal enum StatementList
{
    SendErrors,
    ReceiveErrors,
    Backlog,
    NoReply,
    NotArrived,
    Unanswered,
}

/// <summary>Something that stands in a stock at the end of a day: a delivery with its state then, or a refusal.</summary>
internal sealed record StandingItem(Stay Stay, DeliveryFacts? Delivery, FoldedDelivery? State, CountedRefusal? Refusal);
