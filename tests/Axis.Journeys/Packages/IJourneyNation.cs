using Axis.Simulator.Clerks;
using Axis.Simulator.Nation.Books;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Packages;

/// <summary>A nation as a journey sees it, whether it lives in this process or as an operator runs it.</summary>
internal interface IJourneyNation : IAsyncDisposable
{
    /// <summary>Every agency with a connection of its own, in the plan's order.</summary>
    IReadOnlyList<JourneyAgency> Agencies { get; }

    Task StartAdapterAsync(string code, CancellationToken cancellation);

    Task StopAdapterAsync(string code, CancellationToken cancellation);

    /// <summary>Adds an agency while the hub runs: it has no connection of its own and is served by its parent's adapter.</summary>
    Task ImportAgencyAsync(Addressee agency, string parent, CancellationToken cancellation);

    /// <summary>Lets an adapter send in the name of an agency that it does not serve.</summary>
    Task DelegateAsync(string agency, string adapter, CancellationToken cancellation);

    /// <summary>Gives an agency's code up for another's, as after a merger.</summary>
    Task SucceedAsync(string code, string successor, CancellationToken cancellation);

    /// <summary>Messages that lie in an adapter's queue.</summary>
    Task<long> CountQueuedAsync(string adapter, CancellationToken cancellation);

    /// <summary>The hub's ledger, read from outside.</summary>
    NationLedger Ledger { get; }

    Task StopHubAsync(CancellationToken cancellation);

    Task StartHubAsync(CancellationToken cancellation);

    Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation);
}
