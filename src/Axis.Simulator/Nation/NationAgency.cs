using Axis.Simulator.Clerks;

namespace Axis.Simulator.Nation;

/// <summary>One agency of the nation with its clerk and its adapter.</summary>
internal sealed record NationAgency(Addressee Addressee, Clerk Clerk, NationAdapter Adapter)
{
    public AgencyBook Book => Clerk.Book;
}
