using Axis.Hub.Agencies;
using Axis.Hub.Console;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Tests.Flow;
using Axis.Simulator.Nation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Statements.OpenItems;

/// <summary>The operator's pages over the ledger and the clock of a flow, with the names that its agencies have in the world.</summary>
internal sealed class ConsoleOfFlow(WebApplication app, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    public static async Task<ConsoleOfFlow> StartAsync(FlowHost flow)
    {
        var options = new HubOptions { Ledger = flow.Options.Ledger, ConsoleEndpoint = $"http://127.0.0.1:{LoopbackPorts.Take()}" };
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls(options.ConsoleEndpoint);
        builder.Services.AddSingleton<TimeProvider>(flow.Time).AddLedger(options).AddAxisTelemetry(options)
            .AddSingleton<IAgencyRegistry>(new NamedNation(flow.Nation)).AddSingleton<IBrokerQueues, NoBrokerQueues>().AddConsole(options);
        var app = builder.Build();
        app.UseRouting();
        app.MapConsole();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, new Uri(options.ConsoleEndpoint));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class NamedNation(FlowNation nation) : IAgencyRegistry
    {
        public ValueTask<AgencyDirectory> LatestAsync(CancellationToken cancellation) => CurrentAsync(cancellation);

        public ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation) =>
            new(new AgencyDirectory(nation.Registry.Agencies.Select(Name), nation.Registry.Aliases, nation.Registry.Adapters));

        private static AgencyEntry Name(AgencyEntry agency) => agency.Code switch
        {
            "G22" => agency with { NameVi = "Văn phòng Chính phủ", NameEn = "Office of the Government" },
            "H37" => agency with { NameVi = "Ủy ban nhân dân tỉnh Lạng Sơn", NameEn = "People's Committee of Lang Son Province" },
            "H14" => agency with { NameVi = "Ủy ban nhân dân tỉnh Cao Bằng", NameEn = "People's Committee of Cao Bang Province", AdapterCode = "H14" },
            "H99" => agency with { NameVi = "Ủy ban nhân dân huyện Văn Lãng", NameEn = "" },
            _ => agency,
        };
    }
}
