using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Console;
using Axis.Hub.Ledger;
using Axis.Hub.Operate.Queues;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Tests.Ledger;
using Axis.Simulator.Nation;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Axis.Hub.Tests.Console;

/// <summary>The console over a real ledger and real sockets, with a little of everything in it.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    internal static readonly Guid StuckId = NewId.NextSequentialGuid();
    internal static readonly Guid TriedId = NewId.NextSequentialGuid();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("axis-console-test-");
    private readonly int port = LoopbackPorts.Take();
    private readonly int otherPort = LoopbackPorts.Take();
    private WebApplication app = null!;

    internal DocumentRow Document { get; private set; } = null!;

    internal IReadOnlyList<DeliveryRow> Deliveries { get; private set; } = [];

    /// <summary>Brings the request about the first of them.</summary>
    internal DeliveryRow Recall { get; private set; } = null!;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>Another endpoint of the same process, such as the adapters' one.</summary>
    internal HttpClient OtherClient { get; private set; } = null!;

    internal IServiceProvider Services => app.Services;

    public async ValueTask InitializeAsync()
    {
        var options = new HubOptions { Ledger = $"Data Source={Path.Combine(folder.FullName, "axis.db")}", ConsoleEndpoint = $"http://127.0.0.1:{port}" };
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls(options.ConsoleEndpoint, $"http://127.0.0.1:{otherPort}");
        builder.Services.AddLedger(options).AddAxisTelemetry(options).AddSingleton<IAgencyRegistry, FixedRegistry>()
            .AddSingleton<IBrokerQueues, FixedQueues>().AddConsole(options);
        app = builder.Build();
        app.UseRouting();
        app.MapConsole();
        await app.Services.MigrateAsync(CancellationToken.None);
        await SeedAsync(app.Services.GetRequiredService<ILedger>());
        var ministry = new AgencyRow
        {
            AgencyId = FixedRegistry.Ministry, Code = "H37.02", NameVi = "Văn phòng Ủy ban nhân dân tỉnh", NameEn = "Provincial office", Kind = "office",
            ChangedAt = Rows.Noon,
        };
        await new RegistryStore(app.Services.GetRequiredService<IDatabase>(), TimeProvider.System).ChangeAgenciesAsync(
            new("test", "seed", "agencies", ""), (_, _) => (new AgencyChange([ministry], [], []), true), CancellationToken.None);
        await app.StartAsync();
        Client = Open(port);
        OtherClient = Open(otherPort);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        OtherClient.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task SeedAsync(ILedger ledger)
    {
        var now = TimeProvider.System.GetUtcNow();
        Document = Rows.Document() with
        {
            SenderAgencyId = FixedRegistry.Ministry,
            CodeNumber = "7816",
            CodeNotation = "VPCP-TTĐT",
            Subject = "Về việc tăng cường <gửi, nhận> văn bản điện tử giữa các cơ quan hành chính nhà nước",
            Priority = 2,
            Findings = System.Text.Encoding.UTF8.GetString(WireJson.Write<IReadOnlyList<Finding>>([Finding.Warn(ErrorCatalogue.ReceiverNamedTwice, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/To[3]", "G22.01")])),
            DueDate = new DateOnly(2031, 5, 14),
            AcceptedAt = now.AddMinutes(-12),
            SealedAt = now.AddMinutes(-13),
        };
        Deliveries =
        [
            Rows.Delivery(Document) with { ReceiverAgencyId = FixedRegistry.Province, Transport = TransportState.Done, Business = "03", Phase = DispatchPhase.Resting, PublishedAt = now.AddMinutes(-11), ArrivedAt = now.AddMinutes(-10), AnsweredAt = now.AddMinutes(-4), ProcessDue = new DateTimeOffset(2031, 5, 14, 10, 30, 0, TimeSpan.Zero), EventSequence = 3 },
            Rows.Delivery(Document, "H14") with { ReceiverCode = "H14.07", Transport = TransportState.Fail, Cause = "Trạm kết nối báo lỗi: đĩa đầy", FailedBy = FailCause.Adapter, Attempt = 6, Failures = 6, Phase = DispatchPhase.Resting },
            Rows.Delivery(Document, "H14") with { ReceiverCode = "H14.09", NextAttemptAt = now.AddSeconds(40) },
            Rows.Delivery(Document) with { ReceiverCode = "G22.05", Transport = TransportState.Processing, Phase = DispatchPhase.Held, PublishedAt = now.AddMinutes(-3), SignAt = now.AddMinutes(-2) },
        ];
        var status = Rows.Document("G22") with { Kind = "status", StatusCode = "03", SenderCode = "G22.01", CodeNumber = null, CodeNotation = null, TypeName = null, Subject = null, AcceptedAt = now.AddMinutes(-4) };
        await ledger.WriteAsync("seed", async (writer, token) =>
        {
            await writer.InsertDocumentsAsync([Document, status], token);
            await writer.InsertDeliveriesAsync([.. Deliveries, Rows.Delivery(status, "H37") with { ReceiverCode = "H37.02", TargetDeliveryId = Deliveries[0].DeliveryId }], token);
            await writer.AppendEventsAsync([Event(1, "ACCEPTED", null, TransportState.Initial), Event(2, "PROCESSING", TransportState.Initial, TransportState.Processing), Event(3, "DONE", TransportState.Processing, TransportState.Done)], token);
            await writer.SaveHeartbeatAsync(new() { AdapterCode = "G22", HeartbeatAt = now.AddSeconds(-8), ClockSkewMs = -340, HeartbeatJson = System.Text.Encoding.UTF8.GetString(WireJson.Write(new HeartbeatMessage("0.1.0", 1, NewId.NextSequentialGuid(), now, 2, 17, 53_687_091_200))) }, token);
            await writer.SaveHeartbeatAsync(new() { AdapterCode = "H14", HeartbeatAt = now.AddHours(-3), ClockSkewMs = 125_000 }, token);
            await writer.InsertStuckAsync([new() { StuckId = StuckId, Kind = "failed-delivery", Queue = "axis.out.H14", AdapterCode = "H14", DeliveryId = Deliveries[1].DeliveryId, Attempt = 6, Body = "SECRET-CONTENT"u8.ToArray(), Headers = "{}", Reason = "Giao 6 lần không thành: trạm kết nối báo đĩa đầy", RecordedAt = now.AddMinutes(-1) }], token);
            await writer.InsertStuckAsync([Rows.Stuck(null) with { StuckId = TriedId, ClosedBy = "operator:an", ClosedReason = "not retried: unreadable at $", ClosedAt = now }], token);
            await writer.InsertDeliveriesAsync([Recall = Rows.Delivery(status, "G22") with { ReceiverCode = "G22.01" }], token);
            await writer.InsertChangesAsync(
                [new() { CarrierId = Recall.DeliveryId, TargetId = Deliveries[0].DeliveryId, SubmissionId = NewId.NextSequentialGuid(), Command = ChangeCommand.Recall, Status = ChangeStatus.Refused, Reason = "Ban hành sai thẩm quyền", OpenedAt = now.AddMinutes(-3), Since = now.AddMinutes(-1), DueAt = now.AddHours(20), Code = "16", Answer = "Đã thi hành xong" }], token);
            await writer.RaiseAlertsAsync([AlertRow.OfSecret("H14", FixedRegistry.Ministry, NewId.NextSequentialGuid(), new('a', 64), Finding.Refuse(ErrorCatalogue.SecretMarked, "/edXML/edXMLEnvelope/edXMLHeader/MessageHeader/Subject", "MẬT"), now.AddMinutes(-5))], token);
            await writer.AppendAuditAsync("hub", "spools-alternate", "adapter:H14", "08df4d62-5c0d-5507-3c0c-5cef00020000", now.AddHours(-1), token);
            await writer.AppendAuditAsync("hub", "spools-alternate", "adapter:G22", "long ago", now.AddDays(-8), token);
            await writer.OpenCancelsAsync([Rows.Cancel(Deliveries[1])], token);
            await writer.SaveCancelsAsync([Rows.Cancel(Deliveries[1]) with { Answer = CancelAnswer.OtherSpool, AnsweredAt = now }], token);
            return true;
        }, CancellationToken.None);
    }

    private DeliveryEventRow Event(int sequence, string kind, TransportState? from, TransportState to) => new()
    {
        DeliveryId = Deliveries[0].DeliveryId,
        Sequence = sequence,
        Kind = kind,
        TransportFrom = from,
        TransportTo = to,
        Attempt = 1,
        Source = sequence == 1 ? "hub" : "adapter:G22",
        OccurredAt = Document.AcceptedAt.AddSeconds(sequence),
        RecordedAt = Document.AcceptedAt.AddSeconds(sequence),
        EffectiveAt = Document.AcceptedAt.AddSeconds(sequence),
        Hash = new string('e', 64),
    };

    private static HttpClient Open(int port) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };

    private sealed class FixedRegistry : IAgencyRegistry
    {
        public static readonly Guid Ministry = NewId.NextSequentialGuid();
        public static readonly Guid Province = NewId.NextSequentialGuid();

        public ValueTask<AgencyDirectory> LatestAsync(CancellationToken cancellation) => CurrentAsync(cancellation);

        public ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation) => ValueTask.FromResult(new AgencyDirectory(
            [
                new(Ministry, "H37.02", "Văn phòng Ủy ban nhân dân tỉnh", "Provincial office", "office", null, "H37", true, false, Rows.Noon),
                new(Province, "G22.01", "Bộ Thông tin và Truyền thông", "Ministry", "ministry", null, "G22", true, false, Rows.Noon),
            ],
            [],
            [new("G22", "Trạm Bộ TTTT", true, null), new("H14", "Trạm tỉnh H14", true, null), new("H37", "Trạm tỉnh H37", false, null)]));
    }

    private sealed class FixedQueues : IBrokerQueues
    {
        public Task<IReadOnlyList<QueueLine>?> ReadAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<QueueLine>?>(
            [new("axis.submit", 3, 100, 1), new("axis.out.H14", 2, 0, 0), new("axis.out.G22", 0, 1, 1)]);
    }
}
