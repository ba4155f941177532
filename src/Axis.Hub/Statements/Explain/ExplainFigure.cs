using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Explain;

/// <summary>The events behind one figure of one agency's day. Pure: the same histories that were counted, asked the other way round.</summary>
internal sealed class ExplainFigure
{
    private static readonly Dictionary<string, (bool AsSender, Stock Stock)> Stocks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sendErrors"] = (true, Stock.Failed),
        ["receiveErrors"] = (false, Stock.Failed),
        ["backlog"] = (false, Stock.Backlog),
        ["noReply"] = (false, Stock.NoReply),
        ["notArrived"] = (true, Stock.Backlog),
        ["unanswered"] = (true, Stock.NoReply),
        ["asSender"] = (true, Stock.NotAtRest),
        ["asReceiver"] = (false, Stock.NotAtRest),
        ["differences"] = (false, Stock.Differs),
    };

    private static readonly string[] Parts = ["opening", "in", "out", "closing"];

    private readonly Guid agency;
    private readonly DaySpan day;
    private readonly (bool AsSender, Stock Stock) stock;
    private readonly string part;

    private ExplainFigure(Guid agency, DaySpan day, (bool AsSender, Stock Stock) stock, string part) => (this.agency, this.day, this.stock, this.part) = (agency, day, stock, part);

    /// <summary>What can be asked for.</summary>
    public static IEnumerable<string> Names => Stocks.Keys.SelectMany(name => Parts.Select(part => $"{name}.{part}"));

    /// <summary>Lines that were found.</summary>
    public List<ExplainedLine> Lines { get; } = [];

    /// <summary>Reads the name of a figure, such as <c>noReply.in</c>; null when there is none of that name.</summary>
    public static ExplainFigure? Of(string figure, Guid agency, DateOnly day) =>
        figure.Split('.') is [var name, var part] && Stocks.TryGetValue(name, out var stock) && Parts.Contains(part, StringComparer.OrdinalIgnoreCase)
            ? new(agency, new DaySpan(day), stock, part.ToUpperInvariant())
            : null;

    /// <summary>Takes a delivery that may be behind it.</summary>
    public void Add(DeliveryCount delivery)
    {
        var party = stock.AsSender ? delivery.Facts.SenderAgencyId : delivery.Facts.ReceiverAgencyId;
        if (party != agency)
        {
            return;
        }

        var document = delivery.Facts.CodeNumber + "/" + delivery.Facts.CodeNotation;
        var other = stock.AsSender ? delivery.Facts.ReceiverAgencyId : delivery.Facts.SenderAgencyId;
        foreach (var stay in delivery.Stays.Where(stay => stay.Stock == stock.Stock && IsBehind(stay)))
        {
            Lines.Add(new(delivery.Facts.DeliveryId, document, other, stay.From, delivery.EventsAt(stay.From), stay.Until, stay.By, delivery.EventsAt(stay.Until)));
        }
    }

    /// <summary>Takes a refusal.</summary>
    public void Add(CountedRefusal refusal)
    {
        if (refusal.Facts.AgencyId != agency || stock != (true, Stock.Failed))
        {
            return;
        }

        foreach (var stay in refusal.Stays().Where(IsBehind))
        {
            Lines.Add(new(
                refusal.Facts.CaseId, refusal.Facts.CodeNumber + "/" + refusal.Facts.CodeNotation, null, stay.From, refusal.MomentsAt(stay.From), stay.Until, stay.By, refusal.MomentsAt(stay.Until)));
        }
    }

    /// <summary>Takes a difference of the books.</summary>
    public void Add(CountedDifference difference)
    {
        if (difference.Facts.AgencyId != agency || stock.Stock != Stock.Differs)
        {
            return;
        }

        foreach (var stay in difference.Stays().Where(IsBehind))
        {
            Lines.Add(new(
                difference.Facts.SubjectId, $"{difference.Facts.Document} {difference.Facts.Code}".TrimStart(), null, stay.From, difference.MomentsAt(stay.From), stay.Until, stay.By,
                difference.MomentsAt(stay.Until)));
        }
    }

    private bool IsBehind(Stay stay) => part switch
    {
        "OPENING" => stay.IsIn(day.Start),
        "IN" => stay.EntersIn(day.Start, day.End),
        "OUT" => stay.LeavesIn(day.Start, day.End),
        _ => stay.IsIn(day.End),
    };
}

/// <summary>One thing behind a figure.</summary>
/// <param name="Id">Delivery, or case of a refusal.</param>
/// <param name="Document">As people name it.</param>
/// <param name="Counterpart">The other agency.</param>
/// <param name="From">When it entered.</param>
/// <param name="Entered">Events that became effective then; none: it fell due.</param>
/// <param name="Until">When it left.</param>
/// <param name="By">How.</param>
/// <param name="Left">Events that made it leave.</param>
internal sealed record ExplainedLine(
    Guid Id, string Document, Guid? Counterpart, DateTimeOffset From, IReadOnlyList<string> Entered, DateTimeOffset? Until, LeftBy? By, IReadOnlyList<string> Left);
