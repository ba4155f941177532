using Agency.Adapter.HubLink;
using Agency.Adapter.Served;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Reconciliations;

/// <summary>Closes differences at the hub, in the name of the caller's agencies.</summary>
internal sealed class CloseDifferences(IHubApi hub, ServedAgencies served)
{
    /// <exception cref="RefusedException">It does not say why, or in whose name.</exception>
    /// <exception cref="HubRefusedException">The hub says no.</exception>
    /// <exception cref="HubAwayException">The hub is not reached.</exception>
    public Task CloseAsync(Caller caller, Guid id, CloseDifferenceBody body, CancellationToken cancellation) => body.Reason is { } reason
        ? hub.CloseDifferenceAsync(id, new(reason, served.SpeakerOf(caller, body.Agency), body.By), cancellation)
        : throw new RefusedException(Finding.Refuse(ErrorCatalogue.MemberMissing, "/reason", "reason"));
}
