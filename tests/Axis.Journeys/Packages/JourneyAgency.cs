using Axis.Simulator.Clerks;

namespace Axis.Journeys.Packages;

/// <summary>An agency of a journey: its document system, and the adapter that this system speaks to.</summary>
/// <param name="Plain">The same system over a connection that repeats nothing by itself.</param>
internal sealed record JourneyAgency(Addressee Addressee, AgencySystem System, string Adapter, AgencySystem Plain)
{
    public string Code => Addressee.Code;
}
