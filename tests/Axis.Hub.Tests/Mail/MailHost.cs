using Axis.Hub.Agencies;
using Axis.Hub.Agencies.Contacts;
using Axis.Hub.Mail;
using Axis.Hub.Mail.Send;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Platform.Telemetry;
using Axis.Hub.Platform.Work;
using Axis.Hub.Tests.Agencies;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Axis.Hub.Tests.Mail;

/// <summary>The flow on a real ledger beside a real mail server on loopback.</summary>
internal sealed class MailHost : IAsyncDisposable
{
    private MailHost(FlowHost flow, LoopbackMailServer server) => (Flow, Server) = (flow, server);

    public FlowHost Flow { get; }

    public LoopbackMailServer Server { get; }

    public static async Task<MailHost> StartAsync(string database = TestDatabases.Sqlite, Action<MailOptions>? configure = null, LoopbackMailServer? server = null, params AgencyEntry[] more)
    {
        server ??= LoopbackMailServer.Start();
        var flow = await FlowHost.StartAsync(database, options => Configure(options.Mail, server, configure));
        flow.Nation.Change(more);
        await flow.Get<IDatabase>().WriteAsync("test", async (session, token) =>
        {
            AgencyRow[] rows =
            [
                .. flow.Nation.Registry.Agencies.Select(agency => new AgencyRow
                {
                    AgencyId = agency.AgencyId, Code = agency.Code, NameVi = agency.NameVi, NameEn = agency.NameEn, Kind = agency.Kind, ParentId = agency.ParentId,
                    AdapterCode = agency.AdapterCode, Active = agency.Active, Pilot = agency.Pilot, ChangedAt = agency.ChangedAt,
                }),
            ];
            await session.ExecuteAsync(RegistrySql.InsertAgencies, new { rows = SqlJson.Write(rows) }, token);
            return await session.ExecuteAsync(RegistrySql.InsertAgencyEvents, new
            {
                rows = SqlJson.Write([.. flow.Nation.Registry.Agencies.Select(agency => new RecordedAgency(NewId.NextSequentialGuid(), agency))]),
                at = DateTimeOffset.UnixEpoch,
            }, token);
        }, TestContext.Current.CancellationToken);
        return new(flow, server);
    }

    /// <summary>Sends by this server, without TLS, unless a test says otherwise.</summary>
    public static void Configure(MailOptions options, LoopbackMailServer server, Action<MailOptions>? configure = null)
    {
        (options.Host, options.Port, options.Tls, options.From) = ("127.0.0.1", server.Port, MailTls.None, "truc@axis.gov.vn");
        configure?.Invoke(options);
    }

    public async Task AddAsync(string agency, string address, string language = ContactRow.Vietnamese, string? name = null, bool alerts = true, bool statements = true) =>
        (await Flow.Get<ContactDesk>().AddAsync(new(agency, address, name, language, alerts, statements), "operator:test", TestContext.Current.CancellationToken)).ShouldBeEmpty();

    /// <summary>Writes one message as a feature does.</summary>
    public async Task<Guid> WriteAsync(string address = "vanthu@h37.gov.vn", string subject = "Thử", string? name = null)
    {
        var (id, about, now) = (NewId.NextSequentialGuid(), NewId.NextSequentialGuid(), SqlTime.Cut(Flow.Time.GetUtcNow()));
        var row = new MailRow
        {
            MailId = id, Kind = MailKinds.Alerts, MailKey = MailRow.KeyOf(MailKinds.Alerts, about, null, address), AboutId = about, Address = address, Name = name, Language = "vi",
            Subject = subject, PlainText = "Chào.\n", Html = "<p>Chào.</p>", CreatedAt = now, TryUntil = now + MailRow.Patience, NextTryAt = now,
        };
        await Flow.Get<IDatabase>().WriteAsync("test", (session, token) =>
            session.ExecuteAsync(MailSql.InsertMails, new { rows = SqlJson.Write([row]) }, token), TestContext.Current.CancellationToken);
        return id;
    }

    /// <summary>A turn of sending whose log lines are kept.</summary>
    public async Task TurnAsync(ToldLines told)
    {
        using var logs = new LoggerFactory([told]);
        using var send = new SendMail(
            Flow.Get<IDatabase>(), Flow.Get<Axis.Hub.Mail.Daily.StatementMail>(), Flow.Get<MailBacklog>(), Flow.Get<HubMetrics>(), Flow.Options, Flow.Get<PumpStates>(), Flow.Time,
            logs.CreateLogger<SendMail>());
        await send.TurnAsync(TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<MailView>> ListAsync(bool failed = false) => Flow.Get<MailDesk>().ListAsync(failed, 1000, TestContext.Current.CancellationToken);

    public async Task<MailView> FindAsync(Guid id) => (await ListAsync()).Single(mail => mail.MailId == id);

    public async ValueTask DisposeAsync()
    {
        await Flow.DisposeAsync();
        await Server.DisposeAsync();
    }
}
