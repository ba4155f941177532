using Axis.Hub.Agencies;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.Simulator.Nation.Books;
using Axis.TestKit.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Journeys.Packages;

/// <summary>Everything in this process, on the embedded transport.</summary>
internal sealed class EmbeddedNation(LiveNation nation) : IJourneyNation
{
    public IReadOnlyList<JourneyAgency> Agencies { get; } =
        [.. nation.Agencies.Select(agency => new JourneyAgency(agency.Addressee, agency.System, agency.Adapter.Code, agency.System))];

    public NationLedger Ledger { get; } = new(nation.Hub);

    public Task StartAdapterAsync(string code, CancellationToken cancellation) => nation.Adapter(code).StartAsync(cancellation);

    public Task StopAdapterAsync(string code, CancellationToken cancellation) => nation.Adapter(code).StopAsync(cancellation);

    public Task ImportAgencyAsync(Addressee agency, string parent, CancellationToken cancellation) =>
        nation.AddAgencyAsync(agency, parent, cancellation);

    public Task DelegateAsync(string agency, string adapter, CancellationToken cancellation) =>
        DoneAsync(desk => desk.DelegateAsync(new(agency, adapter, [], null, null), "journey", "journey", cancellation));

    public Task SucceedAsync(string code, string successor, CancellationToken cancellation) =>
        DoneAsync(desk => desk.SucceedAsync(code, successor, null, "journey", "journey", cancellation));

    public Task<long> CountQueuedAsync(string adapter, CancellationToken cancellation) =>
        Task.FromResult<long>(((EmbeddedTransport)nation.Transport).Broker.Declare(adapter).Depth);

    public Task StopHubAsync(CancellationToken cancellation) => nation.StopHubAsync(cancellation);

    public Task StartHubAsync(CancellationToken cancellation) => nation.StartHubAsync(cancellation);

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => nation.ReadHubBooksAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await nation.DisposeAsync();
    }

    private async Task DoneAsync(Func<AuthorityDesk, Task<AuthorityDesk.Outcome>> order) =>
        (await order(ActivatorUtilities.CreateInstance<AuthorityDesk>(nation.HubServices))).ShouldBeOfType<AuthorityDesk.Outcome.Done>();
}
