using System.Text.Json;
using Axis.Contracts.Tls;
using Axis.Hub.Operate.Doctor;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Security;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

/// <summary>The hub and its commands in front of a broker that speaks TLS: believed, or refused by code at the start and by the doctor.</summary>
public sealed class BrokerTlsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerFact]
    public async Task A_hub_serves_over_TLS_and_its_doctor_finds_nothing_wrong()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation, tls: true);
        await line.AddAdapterAsync(Cancellation, "H37");
        await using var hub = await ServingHub.StartAsync(line, Cancellation);
        await Eventually.Async(
            async () => (await line.Host.Api.FindQueueAsync(line.Host.Name, "axis.submit", Cancellation))!.Consumers > 0, cancellation: Cancellation);

        var answer = await line.RunAsync(Cancellation, "doctor", "--json");

        answer.Json.EnumerateArray().Where(diagnosis => diagnosis.GetProperty("health").GetString() == "wrong").Select(diagnosis => diagnosis.ToString()).ShouldBeEmpty();
        foreach (var check in new[] { "certificate of the broker", "certificate of the broker's management", "broker login", "broker management", "poison message" })
        {
            Found(answer.Json, check).GetProperty("health").GetString().ShouldBe("well", check);
        }

        Found(answer.Json, "certificate of the broker").GetProperty("found").GetString().ShouldStartWith("trusted as 127.0.0.1, valid until ");
    }

    [OwnBrokerTheory, MemberData(nameof(ServerPapers.Codes), MemberType = typeof(ServerPapers))]
    public async Task A_broker_that_is_not_believed_ends_the_start_and_is_told_by_the_doctor_with_its_remedy(string code)
    {
        using var papers = new ServerPapers();
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await using var amqp = papers.Front(code, line.Host.Broker.Port);
        await using var management = papers.Front(code, line.Host.Management.Port);
        string[] settings = Behind(line, papers, amqp, management);

        var start = await CommandLine.RunWithAsync(settings, ["serve"], Cancellation);
        var doctor = await CommandLine.RunWithAsync(settings, ["doctor", "--json"], Cancellation);

        start.Code.ShouldBe(1);
        var reasons = start.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        reasons.Length.ShouldBe(2, start.Error);
        reasons[0].ShouldStartWith("axis-hub: Broker: " + code);
        reasons[1].ShouldStartWith("axis-hub: Management: " + code);
        doctor.Code.ShouldBe(1);
        foreach (var check in new[] { "certificate of the broker", "certificate of the broker's management", "broker login", "broker management" })
        {
            var found = Found(doctor.Json, check);
            found.GetProperty("health").GetString().ShouldBe("wrong", check);
            found.GetProperty("found").GetString()!.ShouldContain(code);
            found.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [OwnBrokerFact]
    public async Task A_command_that_needs_the_management_says_by_code_why_it_does_not_believe_it()
    {
        using var papers = new ServerPapers();
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        await using var amqp = papers.Front(line.Host.Broker.Port);
        await using var management = papers.Front("AXS-7001", line.Host.Management.Port);

        var answer = await CommandLine.RunWithAsync(
            Behind(line, papers, amqp, management), ["adapter", "suspend", line.Adapter, "--reason", "test"], Cancellation);

        answer.Code.ShouldBe(1);
        answer.Error.ShouldStartWith("axis-hub: broker management: AXS-7001 ");
        management.Handshakes.ShouldBe(1, "repeating changes nothing");
    }

    [OwnBrokerFact]
    public async Task The_doctor_gives_notice_of_a_certificate_that_ends_soon()
    {
        using var papers = new ServerPapers();
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        var now = TimeProvider.System.GetUtcNow();
        await using var amqp = papers.Front(line.Host.Broker.Port, new CertificateSpan(now.AddDays(-1), now.AddDays(29)));
        await using var management = papers.Front(line.Host.Management.Port, new CertificateSpan(now.AddDays(-1), now.AddDays(31)));

        var answer = await CommandLine.RunWithAsync(Behind(line, papers, amqp, management), ["doctor", "--json"], Cancellation);

        Found(answer.Json, "certificate of the broker").GetProperty("health").GetString().ShouldBe("doubtful");
        Found(answer.Json, "certificate of the broker's management").GetProperty("health").GetString().ShouldBe("well");
        Found(answer.Json, "broker login").GetProperty("health").GetString().ShouldBe("well");
    }

    [Theory, InlineData("amqp://u:p@broker.example", "http://broker.example:15672", true), InlineData("amqp://u:p@127.0.0.1", "http://[::1]:15672", false)]
    public async Task The_doctor_warns_of_what_is_not_encrypted_on_its_way_to_another_machine(string broker, string management, bool warns)
    {
        var found = await new BrokerTlsCheck(ServerTrust.Machine, TimeProvider.System).RunAsync(
            BrokerAddress.Parse(broker), new Uri(management), Cancellation);

        found.Select(diagnosis => (diagnosis.Check, diagnosis.Health)).ShouldBe(warns
            ? [("certificate of the broker", Health.Doubtful), ("certificate of the broker's management", Health.Doubtful)]
            : []);
        found.ShouldAllBe(diagnosis => !diagnosis.Found.Contains("u:p"));
    }

    [Fact]
    public async Task Makes_the_files_of_a_server_for_development()
    {
        using var folder = new TempFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await Commands.HubCommand.RunAsync(
            ["certificate", "server", "--authority", folder.At("authority"), "--out", folder.At("tls"), "--name", "broker.example", "--json"], output, error, Cancellation))
            .ShouldBe(0, error.ToString());

        var server = CertificatePem.Read(
            await File.ReadAllTextAsync(folder.At("tls", "server.pem"), Cancellation) + await File.ReadAllTextAsync(folder.At("tls", "server.key"), Cancellation));
        server.Length.ShouldBe(2, "its issuer goes along");
        server[0].HasPrivateKey.ShouldBeTrue();
        server[0].MatchesHostname("broker.example").ShouldBeTrue();
        Contracts.Tls.ServerTrust.FaultOf(folder.At("tls", "roots.pem")).ShouldBeNull();
        JsonDocument.Parse(output.ToString()).RootElement.GetProperty("folder").GetString().ShouldBe(folder.At("tls"));
    }

    private static string[] Behind(CommandLine line, ServerPapers papers, TlsFront amqp, TlsFront management)
    {
        var broker = line.Host.Broker with { Host = amqp.Address.Address.ToString(), Port = amqp.Address.Port, Tls = true };
        return
        [
            "--ledger", "Data Source=" + line.Folder.At("axis.db"), "--broker", broker.As(line.HubUser, "test").ToUri(), "--admin", broker.ToUri(),
            "--management", $"https://{management.Address}", "--actor", "test",
            "--set", "ContentFolder=" + line.Folder.At("content"), "CertificateFolder=" + line.Folder.At("certificates"), "BrokerRootsPath=" + papers.Roots,
        ];
    }

    private static JsonElement Found(JsonElement found, string check) =>
        found.EnumerateArray().First(diagnosis => diagnosis.GetProperty("check").GetString() == check);
}
