namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>A local system that has shown its key.</summary>
/// <param name="Agencies">The agencies its key covers, at least one; it sees no other.</param>
internal sealed record Caller(IReadOnlyList<AgencyOptions> Agencies)
{
    /// <summary>The agency with this code if the key covers it, or <c>null</c>.</summary>
    public AgencyOptions? Find(string code) =>
        Agencies.FirstOrDefault(agency => string.Equals(agency.Code, code, StringComparison.OrdinalIgnoreCase));
}
