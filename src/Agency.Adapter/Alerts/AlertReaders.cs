using Agency.Adapter.Outgoing;
using Agency.Adapter.Served;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Alerts;

/// <summary>Which of the agencies here an alert is for.</summary>
internal sealed class AlertReaders(ServedAgencies served, ITrackSubmissions track)
{
    /// <summary>One without an agency is for whoever handed its submission over; without a submission either it is for all.</summary>
    public bool IsFor(Alert alert, IReadOnlyCollection<AgencyOptions> agencies) => alert switch
    {
        { Agency: null, Counterpart: null, SubmissionId: { } submission } => agencies.Any(one => track.Find(one.Code, submission) is not null),
        { Agency: null, Counterpart: null } => true,
        _ => new[] { alert.Agency, alert.Counterpart }.OfType<string>().Any(party => served.HomeOf(party) is { } home && agencies.Contains(home)),
    };
}
