namespace Axis.Hub.Statements.OpenItems;

/// <summary>A day of which an agency has a statement. Public because Razor pages are.</summary>
public sealed record IssuedDay
{
    public required DateOnly Day { get; init; }

    /// <summary>The newest.</summary>
    public required long Version { get; init; }

    /// <summary>When that was issued, UTC.</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}
