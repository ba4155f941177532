namespace Agency.Adapter.Statements;

/// <summary>One file of a statement.</summary>
internal sealed record StatementFileRow
{
    /// <summary>The agency's code, as the axis writes it.</summary>
    public string Agency { get; init; } = "";

    /// <summary>Number of the day (<see cref="DateOnly.DayNumber"/>).</summary>
    public long Day { get; init; }
    public long Version { get; init; }

    /// <summary><c>json</c>, <c>csv</c>, <c>xlsx</c> or <c>pdf</c>.</summary>
    public string Format { get; init; } = "";
    public byte[] Bytes { get; init; } = [];

    /// <summary>When it came.</summary>
    public long ReceivedAt { get; init; }

    public DateOnly Date => DateOnly.FromDayNumber((int)Day);
}
