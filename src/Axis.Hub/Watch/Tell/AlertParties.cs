using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Watch.Alerts;

namespace Axis.Hub.Watch.Tell;

/// <summary>One party of an alert that is told by a message to its adapter.</summary>
/// <param name="AdapterCode">Its adapter.</param>
/// <param name="IsCounterpart">True for the other party.</param>
internal readonly record struct AlertParty(string AdapterCode, bool IsCounterpart);

/// <summary>Whom an alert is told, pure.</summary>
/// <param name="directory">Who is registered, and active.</param>
/// <param name="links">What each adapter said last of itself.</param>
internal sealed class AlertParties(AgencyDirectory directory, IEnumerable<AdapterLinkRow> links)
{
    private readonly HashSet<string> takers = new(
        links.Where(link => Takes(link.HeartbeatJson)).Select(link => link.AdapterCode), StringComparer.Ordinal);

    /// <summary>
    /// Parties whose adapter is active and takes alerts; the hub itself, operators and adapters of another age are none. What an adapter is not told it reads at the hub's endpoint
    /// when it next connects.
    /// </summary>
    public IReadOnlyList<AlertParty> Of(AlertView alert)
    {
        AlertParty[] parties = [new(alert.AdapterCode, false), new(alert.CounterAdapterCode ?? "", true)];
        return [.. parties.Where(party => takers.Contains(party.AdapterCode) && directory.FindAdapter(party.AdapterCode) is { Active: true })];
    }

    private static bool Takes(string? heartbeat) =>
        heartbeat is not null && WireJson.Read<HeartbeatMessage>(System.Text.Encoding.UTF8.GetBytes(heartbeat)).Takes?.Contains(WireNames.Alerts) == true;
}
