using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;

namespace Agency.Adapter.AgencySystem.Rest.Outages;

/// <summary>Planned outages at the hub, in the name of the caller's agencies. Those of the whole adapter are shown to every key: they are everybody's.</summary>
internal sealed class AgencyOutages(IHubApi hub, ServedAgencies served)
{
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    public async Task<OutagePage> ListAsync(IReadOnlyList<AgencyOptions> shown, CancellationToken cancellation) =>
        new([.. (await hub.ListOutagesAsync(cancellation)).Items.Where(outage => outage.Agency is null || served.IsLookedAfterBy(shown, outage.Agency))]);

    /// <exception cref="RefusedException">It does not say until when or why, or in whose name.</exception>
    /// <exception cref="HubRefusedException">The hub says no.</exception>
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    public Task<PlannedOutage> AnnounceAsync(Caller caller, OutageBody body, CancellationToken cancellation) => body switch
    {
        { To: null } => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/to", "to")),
        { Reason: null } => throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/reason", "reason")),
        { To: { } to, Reason: { } reason } => hub.AnnounceOutageAsync(
            new(served.SpeakerOf(caller, body.Agency), to, reason, body.From, body.WholeAdapter, body.By), cancellation),
    };

    /// <exception cref="RefusedException">None of the caller's agencies has an outage of this id, or it does not say in whose name.</exception>
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    public async Task EndAsync(Caller caller, Guid id, EndOutageBody body, CancellationToken cancellation)
    {
        var speaker = served.SpeakerOf(caller, body.Agency);
        if ((await hub.ListOutagesAsync(cancellation)).Items.FirstOrDefault(one => one.Id == id)?.Agency is { } agency && !served.IsLookedAfterBy(caller.Agencies, agency))
        {
            throw new RefusedException(Finding.Refuse(ErrorCatalogue.NotFoundHere, ""));
        }

        await hub.EndOutageAsync(id, new(speaker, body.By), cancellation);
    }
}
