namespace Axis.Hub.Operate.Audit;

/// <summary>One line that the hub wrote into the audit trail.</summary>
public sealed record Notice
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened: a fixed word.</summary>
    public required string Action { get; init; }

    /// <summary>Whom it is about, such as <c>adapter:H37</c>.</summary>
    public required string Subject { get; init; }
    public required string Detail { get; init; }
}
