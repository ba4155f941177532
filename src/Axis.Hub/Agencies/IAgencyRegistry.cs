namespace Axis.Hub.Agencies;

/// <summary>The registry of agencies, aliases and adapters.</summary>
internal interface IAgencyRegistry
{
    /// <summary>A snapshot not older than a few seconds; a change made through this hub is seen at once.</summary>
    ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation);

    /// <summary>
    /// A snapshot that holds every change committed before the call, whoever made it. Costs a question to the database: for what may
    /// not be answered from an old snapshot, above all a refusal.
    /// </summary>
    ValueTask<AgencyDirectory> LatestAsync(CancellationToken cancellation);
}
