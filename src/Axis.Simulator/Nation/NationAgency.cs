using Axis.Simulator.Clerks;

namespace Axis.Simulator.Nation;

/// <summary>One agency of the nation with its document system, its clerk and its adapter.</summary>
internal sealed record NationAgency(Addressee Addressee, AgencySystem System, Clerk Clerk, NationAdapter Adapter)
{
    public AgencyBook Book => Clerk.Book;
}
