namespace Axis.TestKit.Processes;

/// <summary>One adapter that was told.</summary>
internal sealed record ToldAdapter
{
    public required Guid AlertId { get; init; }
    public required string AdapterCode { get; init; }
    public required int Version { get; init; }
}
