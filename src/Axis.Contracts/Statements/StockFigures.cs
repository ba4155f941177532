namespace Axis.Contracts.Statements;

/// <summary>One stock over one day: opening + in - out = closing. What enters and leaves on the same day counts in both.</summary>
/// <param name="Opening">What stood in it when the day began.</param>
/// <param name="In">What entered.</param>
/// <param name="Out">What left.</param>
/// <param name="Closing">What stands in it when the day ends.</param>
/// <param name="Left">How the ones that left did so.</param>
/// <param name="Oldest">Since when the oldest of the closing stands in it, UTC; <c>null</c> when it is empty.</param>
public sealed record StockFigures(int Opening, int In, int Out, int Closing, StockLeft Left, DateTimeOffset? Oldest = null)
{
    /// <summary>Nothing.</summary>
    public static StockFigures None { get; } = new(0, 0, 0, 0, new(0, 0, 0, 0, 0, 0, 0));

    /// <summary>The sum; its oldest is the older one.</summary>
    public static StockFigures operator +(StockFigures one, StockFigures other) => new(
        one.Opening + other.Opening, one.In + other.In, one.Out + other.Out, one.Closing + other.Closing, one.Left + other.Left,
        one.Oldest is null || other.Oldest < one.Oldest ? other.Oldest ?? one.Oldest : one.Oldest);
}

/// <summary>How things left a stock.</summary>
/// <param name="Arrived">They arrived.</param>
/// <param name="Answered">They were answered.</param>
/// <param name="Failed">They failed (out of the backlog).</param>
/// <param name="SentAgain">They were sent again.</param>
/// <param name="Recalled">They were taken back, recalled, replaced, or dropped by an update.</param>
/// <param name="Closed">A person closed them with a reason.</param>
/// <param name="DueMoved">Their due time was moved.</param>
public sealed record StockLeft(int Arrived, int Answered, int Failed, int SentAgain, int Recalled, int Closed, int DueMoved)
{
    /// <summary>The sum.</summary>
    public static StockLeft operator +(StockLeft one, StockLeft other) => new(
        one.Arrived + other.Arrived, one.Answered + other.Answered, one.Failed + other.Failed, one.SentAgain + other.SentAgain,
        one.Recalled + other.Recalled, one.Closed + other.Closed, one.DueMoved + other.DueMoved);
}

/// <summary>Deliveries at large over one day: opening + created + reopened - came to rest = closing.</summary>
/// <param name="Opening">Not at rest when the day began.</param>
/// <param name="Created">Made on the day.</param>
/// <param name="Reopened">At rest before, and not any more.</param>
/// <param name="CameToRest">Answered, closed or void.</param>
/// <param name="Closing">Not at rest when the day ends.</param>
/// <param name="Open">What the closing is made of.</param>
public sealed record TrafficFigures(int Opening, int Created, int Reopened, int CameToRest, int Closing, OpenDeliveries Open)
{
    /// <summary>Nothing.</summary>
    public static TrafficFigures None { get; } = new(0, 0, 0, 0, 0, new(0, 0, 0));

    /// <summary>The sum.</summary>
    public static TrafficFigures operator +(TrafficFigures one, TrafficFigures other) => new(
        one.Opening + other.Opening, one.Created + other.Created, one.Reopened + other.Reopened, one.CameToRest + other.CameToRest,
        one.Closing + other.Closing, one.Open + other.Open);
}

/// <summary>Deliveries that are not at rest, by class.</summary>
/// <param name="NotArrived">Not arrived, overdue or not.</param>
/// <param name="Arrived">Arrived and not answered, overdue or not.</param>
/// <param name="Failed">Failed and not closed.</param>
public sealed record OpenDeliveries(int NotArrived, int Arrived, int Failed)
{
    /// <summary>The sum.</summary>
    public static OpenDeliveries operator +(OpenDeliveries one, OpenDeliveries other) =>
        new(one.NotArrived + other.NotArrived, one.Arrived + other.Arrived, one.Failed + other.Failed);
}

/// <summary>Openings of the stocks, or differences of them.</summary>
/// <param name="SendErrors">Of the send errors.</param>
/// <param name="ReceiveErrors">Of the receive errors.</param>
/// <param name="Backlog">Of the backlog.</param>
/// <param name="NoReply">Of what is not answered.</param>
/// <param name="NotArrived">Of what has not arrived, by sender.</param>
/// <param name="Unanswered">Of what others have not answered, by sender.</param>
/// <param name="AsSender">Of all deliveries sent.</param>
/// <param name="AsReceiver">Of all deliveries received.</param>
public sealed record StockOpenings(
    int SendErrors, int ReceiveErrors, int Backlog, int NoReply, int NotArrived, int Unanswered, int AsSender, int AsReceiver);
