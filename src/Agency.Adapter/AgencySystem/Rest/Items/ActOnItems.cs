using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Items;

/// <summary>Acts on open items at the hub, in the name of the caller's agencies.</summary>
internal sealed class ActOnItems(IHubApi hub, ServedAgencies served)
{
    /// <exception cref="RefusedException">It does not say what to do, or in whose name.</exception>
    /// <exception cref="HubRefusedException">The hub says no.</exception>
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    public Task ActAsync(Caller caller, Guid id, ActBody body, CancellationToken cancellation) => body.Act is { } act
        ? hub.ActAsync(id, new(act, AgencyOf(caller, body.Agency), body.Note, body.PromisedOn, body.By), cancellation)
        : throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/act", "act"));

    /// <summary>The key's agency, or one beneath it that has no key of its own, or one that was merged into it.</summary>
    private string AgencyOf(Caller caller, string? named) =>
        named is not null && caller.Find(named) is null && served.IsLookedAfterBy(caller.Agencies, named) ? named : caller.Speaker(named, null).Code;
}
