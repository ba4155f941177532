namespace Axis.Hub.Statements.Counting;

/// <summary>
/// Counts a run of days at once from deliveries that come one after the other, each with its whole history. Holds figures per agency and day and what stands in the stocks, never the deliveries
/// themselves. What is not handed over must be at rest since before the first day.
/// </summary>
internal sealed class CountDays
{
    private readonly (DaySpan Span, Dictionary<Guid, AgencyDay> Agencies, HashSet<Guid> Documents)[] days;

    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    public CountDays(DateOnly first, DateOnly last) => days =
        [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(offset => (new DaySpan(first.AddDays(offset)), new Dictionary<Guid, AgencyDay>(), new HashSet<Guid>()))];

    public IEnumerable<DateOnly> Days => days.Select(day => day.Span.Day);

    public void Add(DeliveryCount delivery)
    {
        var facts = delivery.Facts;
        foreach (var (span, agencies, documents) in days)
        {
            if (!delivery.Concerns(span))
            {
                continue;
            }

            Of(agencies, span, facts.SenderAgencyId).AddAsSender(delivery);
            Of(agencies, span, facts.ReceiverAgencyId).AddAsReceiver(delivery);
            if (span.Contains(delivery.CreatedAt) && documents.Add(facts.DocumentId))
            {
                Of(agencies, span, facts.SenderAgencyId).AddDocument(facts);
            }
        }
    }

    public void Add(CountedRefusal refusal)
    {
        foreach (var (span, agencies, _) in days)
        {
            if (refusal.Stays().Any(stay => stay.IsIn(span.Start) || stay.IsIn(span.End) || stay.EntersIn(span.Start, span.End)))
            {
                Of(agencies, span, refusal.Facts.AgencyId).Add(refusal);
            }
        }
    }

    public void Add(CountedDifference difference)
    {
        foreach (var (span, agencies, _) in days)
        {
            if (difference.Stays().Any(stay => stay.IsIn(span.Start) || stay.IsIn(span.End) || stay.EntersIn(span.Start, span.End)))
            {
                Of(agencies, span, difference.Facts.AgencyId).Add(difference);
            }
        }
    }

    /// <summary>The agencies with traffic or open items on a day.</summary>
    public IReadOnlyDictionary<Guid, AgencyDay> Of(DateOnly day) => days[day.DayNumber - days[0].Span.Day.DayNumber].Agencies;

    private static AgencyDay Of(Dictionary<Guid, AgencyDay> agencies, DaySpan span, Guid agencyId)
    {
        if (!agencies.TryGetValue(agencyId, out var day))
        {
            agencies.Add(agencyId, day = new AgencyDay(span));
        }

        return day;
    }
}
