namespace Axis.Hub.Agencies;

/// <summary>The registry of agencies, aliases and adapters.</summary>
internal interface IAgencyRegistry
{
    /// <summary>A snapshot not older than a few seconds; a change made through this hub is seen at once.</summary>
    ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation);
}
