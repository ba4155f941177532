namespace Axis.Hub.Ledger;

/// <summary>An operator's word on when a clock warns and when it breaches, in parts of the time between its start and its due time. What is null counts for all.</summary>
internal sealed record ClockRuleRow
{
    public required Guid ClockRuleId { get; init; }

    /// <summary>The agency that has to act: the receiver.</summary>
    public Guid? AgencyId { get; init; }
    public WatchClock? Clock { get; init; }
    public int? Priority { get; init; }

    /// <summary>Key of a document type, or <c>status</c>.</summary>
    public string? TypeKey { get; init; }
    public int? SteeringType { get; init; }
    public bool? Watched { get; init; }
    public required int WarnPercent { get; init; }
    public required int BreachPercent { get; init; }
    public required string SetBy { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset SetAt { get; init; }
}

/// <summary>An operator's word on what is watched: one document, or all that a sender sends of a type from now on.</summary>
internal sealed record WatchTagRow
{
    public required Guid WatchTagId { get; init; }
    public Guid? DocumentId { get; init; }
    public Guid? SenderAgencyId { get; init; }

    /// <summary>Key of a document type; null: every type.</summary>
    public string? TypeKey { get; init; }
    public required string SetBy { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset SetAt { get; init; }
}

/// <summary>The rules in force; immutable.</summary>
/// <param name="Version">Rises with every change; 0: only the built-in ones.</param>
/// <param name="Rules">Operators' rules.</param>
/// <param name="Tags">What they watch.</param>
internal sealed record ClockBook(long Version, IReadOnlyList<ClockRuleRow> Rules, IReadOnlyList<WatchTagRow> Tags)
{
    private static readonly (int Warn, int Breach) Usual = (75, 100);

    /// <summary>The mission singles them out (domain.md 7).</summary>
    private static readonly (int Warn, int Breach) Tight = (25, 50);

    /// <summary>When a clock of a delivery warns and breaches: an agency's own rule before a general one, then the one that says most, then the latest.</summary>
    public (int Warn, int Breach) Of(DeliveryRow delivery, WatchClock clock)
    {
        var rule = Rules.Count == 0 ? null : Rules.Where(rule => Fits(rule, delivery, clock))
            .OrderByDescending(rule => rule.AgencyId is not null).ThenByDescending(SaysOf).ThenByDescending(rule => rule.SetAt).ThenBy(rule => rule.ClockRuleId)
            .FirstOrDefault();
        return rule is null ? delivery.Watched ? Tight : Usual : (rule.WarnPercent, rule.BreachPercent);
    }

    /// <summary>True for steering documents and for what operators have tagged.</summary>
    public bool IsWatched(Guid documentId, Guid sender, int? steeringType, string? typeKey) => steeringType == 2 || Tags.Any(tag =>
        tag.DocumentId == documentId || (tag.SenderAgencyId == sender && (tag.TypeKey is null || tag.TypeKey == typeKey)));

    private static bool Fits(ClockRuleRow rule, DeliveryRow delivery, WatchClock clock) =>
        (rule.AgencyId is null || rule.AgencyId == delivery.ReceiverAgencyId) && (rule.Clock is null || rule.Clock == clock)
        && (rule.Priority is null || rule.Priority == delivery.Priority) && (rule.TypeKey is null || rule.TypeKey == delivery.TypeKey)
        && (rule.SteeringType is null || rule.SteeringType == delivery.SteeringType) && (rule.Watched is null || rule.Watched == delivery.Watched);

    private static int SaysOf(ClockRuleRow rule) =>
        new object?[] { rule.Clock, rule.Priority, rule.TypeKey, rule.SteeringType, rule.Watched }.Count(each => each is not null);
}

/// <summary>The rules that this hub goes by; what refreshes them is the watch.</summary>
internal sealed class ClockRules
{
    private volatile ClockBook current = new(0, [], []);

    public ClockBook Current => current;

    public void Take(ClockBook book) => current = book;
}
