using System.Text.Json;
using Axis.Contracts.Wire;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation.Books;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Packages;

/// <summary>Hub and adapters as processes of their own on real RabbitMQ; an operator's acts go through the hub's command line.</summary>
internal sealed class SeparateNation(ProcessNation nation) : IJourneyNation
{
    private readonly List<HttpClient> plain = [];
    private IReadOnlyList<JourneyAgency>? agencies;

    public IReadOnlyList<JourneyAgency> Agencies => agencies ??=
        [.. nation.Agencies.Select(agency => new JourneyAgency(agency.Addressee, agency.System, agency.Adapter.Plan.Code, Plain(agency)))];

    public NationLedger Ledger => nation.Ledger;

    public Task StartAdapterAsync(string code, CancellationToken cancellation) => nation.Adapter(code).Process.StartReadyAsync(cancellation);

    public Task StopAdapterAsync(string code, CancellationToken cancellation) => nation.Adapter(code).Process.StopAsync(cancellation);

    public async Task ImportAgencyAsync(Addressee agency, string parent, CancellationToken cancellation)
    {
        var file = nation.At(agency.Code + ".csv");
        await File.WriteAllTextAsync(
            file, $"code,code102,name_vi,name_en,kind,parent_code\n{agency.Code},,{agency.Name},{agency.Code},unit,{parent}\n", cancellation);
        await nation.CommandAsync(["agency", "import", file], cancellation);
    }

    public Task DelegateAsync(string agency, string adapter, CancellationToken cancellation) =>
        nation.CommandAsync(["agency", "delegate", agency, "--adapter", adapter, "--reason", "journey"], cancellation);

    public Task SucceedAsync(string code, string successor, CancellationToken cancellation) =>
        nation.CommandAsync(["agency", "succeed", code, successor, "--reason", "journey"], cancellation);

    public async Task<long> CountQueuedAsync(string adapter, CancellationToken cancellation)
    {
        using var view = JsonDocument.Parse(await nation.CommandAsync(["queues", "--json"], cancellation));
        var queue = view.RootElement.GetProperty("queues").EnumerateArray()
            .Single(line => line.GetProperty("name").GetString() == WireNames.OutboundQueue(adapter));
        return queue.GetProperty("ready").GetInt64() + queue.GetProperty("unacknowledged").GetInt64();
    }

    public Task StopHubAsync(CancellationToken cancellation) => nation.Hub.StopAsync(cancellation);

    public Task StartHubAsync(CancellationToken cancellation) => nation.Hub.StartReadyAsync(cancellation);

    public Task<IReadOnlyList<HubEntry>> ReadHubBooksAsync(CancellationToken cancellation) => nation.ReadHubBooksAsync(cancellation);

    public ValueTask DisposeAsync()
    {
        plain.ForEach(connection => connection.Dispose());
        return nation.DisposeAsync();
    }

    private AgencySystem Plain(ProcessAgency agency)
    {
        var connection = new HttpClient { BaseAddress = agency.Connection.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        connection.DefaultRequestHeaders.Authorization = agency.Connection.DefaultRequestHeaders.Authorization;
        plain.Add(connection);
        return new AgencySystem(connection);
    }
}
