using System.Net;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Security;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Axis.Hub.Tests;

/// <summary>The whole hub in this process: in-memory bus, SQLite, certificates made at run time.</summary>
public sealed class HubHostTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-hub-host-");
    private readonly FlowNation nation = new(TimeProvider.System);
    private readonly RecordingQueues queues = new();
    private readonly HubOptions options = new();
    private WebApplication hub = null!;

    public async ValueTask InitializeAsync()
    {
        options.Ledger = TestDatabases.NewConnectionString(TestDatabases.Sqlite, folder.FullName);
        options.ContentFolder = Path.Combine(folder.FullName, "content");
        options.CertificateFolder = Path.Combine(folder.FullName, "certificates");
        options.AdapterEndpoint = "https://127.0.0.1:0";
        options.ConsoleEndpoint = "http://127.0.0.1:0";
        using (var authority = DevelopmentAuthority.CreateOrLoad(Path.Combine(folder.FullName, "authority"), TimeProvider.System))
        {
            HubCertificates.LoadOrIssue(options.CertificateFolder, authority).Dispose();
        }

        hub = HubHost.Build(options, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IAgencyRegistry>(nation);
            builder.Services.AddSingleton<ICertificateSource>(nation);
            builder.Services.AddSingleton(nation.Verifier);
            builder.Services.AddSingleton<IAdapterQueues>(queues);
        });
        await hub.Services.MigrateAsync(TestContext.Current.CancellationToken);
        await hub.StartAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_package_comes_in_by_the_bus_and_goes_out_with_its_receipt()
    {
        var incoming = await new Draft { To = ["H37", "H14"] }.SealAsync(nation, TimeProvider.System);

        await SendAsync("G22", WireNames.Submit, incoming.Message);

        await Eventually.Async(() => queues.Receipts("G22").Count == 1 && queues.Deliveries("H37").Count == 1 && queues.Deliveries("H14").Count == 1, cancellation: TestContext.Current.CancellationToken);
        queues.Receipts("G22")[0].Outcome.ShouldBe(ReceiptOutcome.Accepted);
    }

    [Fact]
    public async Task An_acknowledgement_reaches_the_sender_as_a_state()
    {
        await SendAsync("G22", WireNames.Submit, (await new Draft().SealAsync(nation, TimeProvider.System)).Message);
        await Eventually.Async(() => queues.Deliveries("H37").Count == 1, cancellation: TestContext.Current.CancellationToken);
        var delivery = queues.Deliveries("H37")[0];
        var body = WireJson.Write(new AcknowledgeBody(Guid.CreateVersion7(), [new AcknowledgeItem(
            delivery.DeliveryId, 1, AcknowledgeKind.Done, TimeProvider.System.GetUtcNow(), Manifest.Read(delivery.Manifest).Manifest!.PackageSha256)]));
        using var sealer = nation.SealerOf("H37");

        await SendAsync("H37", WireNames.Acknowledge, new SealedMessage(body, sealer.Seal(body)));

        await Eventually.Async(() => queues.States("G22").Any(state => state.Transport == "DONE"), cancellation: TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("json", "json")]
    [InlineData("text", "simple")]
    public async Task Writes_its_log_in_the_form_that_is_set(string format, string formatter)
    {
        await using var app = HubHost.Build(new HubOptions
        {
            LogFormat = format, Ledger = options.Ledger, ContentFolder = options.ContentFolder, CertificateFolder = options.CertificateFolder,
            AdapterEndpoint = options.AdapterEndpoint, ConsoleEndpoint = options.ConsoleEndpoint,
        });
        app.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName.ShouldBe(formatter);
    }

    [Fact]
    public async Task Hears_the_variables_of_open_telemetry_and_no_others()
    {
        Environment.SetEnvironmentVariable("OTEL_AXIS_HUB_HOST_TESTS", "heard");
        await using var app = HubHost.Build(options);
        app.Configuration["OTEL_AXIS_HUB_HOST_TESTS"].ShouldBe("heard");
        app.Configuration["PATH"].ShouldBeNull();
    }

    [Fact]
    public async Task Says_that_it_lives_and_is_ready()
    {
        using var client = new HttpClient { BaseAddress = new(Addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal))) };

        (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"status":"Healthy","reasons":{}}""");
    }

    [Fact]
    public async Task Says_why_it_is_not_ready()
    {
        using var client = new HttpClient { BaseAddress = new(Addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal))) };
        Directory.Delete(options.ContentFolder, recursive: true);

        var ready = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"content\":\"cannot be written");
    }

    public async ValueTask DisposeAsync()
    {
        await hub.StopAsync(TestContext.Current.CancellationToken);
        await hub.DisposeAsync();
        nation.Dispose();
        folder.Delete(recursive: true);
    }

    private ICollection<string> Addresses => hub.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    private Task SendAsync<T>(string adapter, string key, T message) =>
        hub.Services.GetRequiredService<IEmbeddedInlet>().SendAsync(adapter, key, WireJson.Write(message), TestContext.Current.CancellationToken);
}
