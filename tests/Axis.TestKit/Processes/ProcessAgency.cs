using Axis.Simulator.Clerks;

namespace Axis.TestKit.Processes;

/// <summary>An agency behind an adapter's process: its document system and its clerk.</summary>
/// <param name="Connection">What <paramref name="System"/> speaks through.</param>
/// <param name="Desk">Its folders, or null when it fetches what arrives.</param>
internal sealed record ProcessAgency(
    Addressee Addressee, HttpClient Connection, AgencySystem System, Clerk Clerk, ProcessAdapter Adapter, FolderDesk? Desk)
{
    public AgencyBook Book => Clerk.Book;
}
