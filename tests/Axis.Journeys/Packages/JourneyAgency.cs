using Axis.Simulator.Clerks;

namespace Axis.Journeys.Packages;

/// <summary>An agency of a journey: its document system, and the adapter that this system speaks to.</summary>
internal sealed record JourneyAgency(Addressee Addressee, AgencySystem System, string Adapter)
{
    public string Code => Addressee.Code;
}
