namespace Agency.Adapter.Incoming;

/// <summary>A delivery that was offered to an agency, in as few words as a hand-over needs.</summary>
internal sealed record OfferedDelivery
{
    /// <summary>Configured code of the agency.</summary>
    public string Agency { get; init; } = "";

    /// <summary>Lower-case hex of the package.</summary>
    public string PackageSha256 { get; init; } = "";
}
