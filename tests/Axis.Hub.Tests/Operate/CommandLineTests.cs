using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Hub.Commands;
using Axis.Hub.Platform.Bus.Management;
using Axis.Hub.Tests.Bus;
using Axis.TestKit;

namespace Axis.Hub.Tests.Operate;

public sealed class CommandLineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerFact]
    public async Task Refuses_to_work_on_a_database_that_was_never_migrated()
    {
        using var line = await CommandLine.CreateAsync(Cancellation);
        foreach (var command in new[] { "serve", "queues" })
        {
            var answer = await line.RunAsync(Cancellation, command);
            answer.Code.ShouldBe(1);
            answer.Error.ShouldContain("run axis-hub migrate");
        }
    }

    [BrokerFact]
    public async Task Makes_a_user_for_serve_that_is_no_administrator()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        var user = (await line.Host.Api.FindUserAsync(line.HubUser, Cancellation)).ShouldNotBeNull();
        user.TagList.ShouldBe(["monitoring", "impersonator"], ignoreOrder: true);
        (await line.Host.Api.FindRightsAsync(line.Host.Name, line.HubUser, Cancellation)).ShouldBe(Topology.HubRights);
        (await line.RunAsync(Cancellation, "migrate")).Code.ShouldBe(0);
        (await AuditLines.ReadAsync(line.Folder.At("axis.db"))).Count(entry => entry is { Actor: "operator:test", Action: "migrate" }).ShouldBe(2);
    }

    [BrokerFact]
    public async Task Adds_an_adapter_whose_bundle_opens_the_broker_and_nothing_else()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        (await line.AddAdapterAsync(Cancellation, "H37", "00.14.H29")).ShouldSatisfyAllConditions(answer => answer.Error.ShouldBeEmpty(), answer => answer.Code.ShouldBe(0));

        var bundle = Bundle.Read(line);
        bundle.GetProperty("Code").GetString().ShouldBe(line.Adapter);
        bundle.GetProperty("Agencies").EnumerateArray().Select(agency => agency.GetProperty("Code").GetString()).ShouldBe(["H37", "H29.14"]);
        await using var client = await BrokerClient.ConnectAsync(bundle.GetProperty("Broker").GetString()!, Cancellation);
        await client.PublishAsync(WireNames.InboundExchange(line.Adapter), WireNames.Heartbeat, WireJson.Write(Sample.Heartbeat()), Cancellation);
        foreach (var file in Directory.GetFiles(line.Folder.At("bundle")))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
            }
        }

        var listed = (await line.RunAsync(Cancellation, "adapter", "list", "--json")).Json.EnumerateArray().Single();
        listed.GetProperty("code").GetString().ShouldBe(line.Adapter);
        listed.GetProperty("agencies").EnumerateArray().Select(agency => agency.GetString()).ShouldBe(["H29.14", "H37"]);
    }

    [BrokerFact]
    public async Task Renews_password_and_certificate_and_keeps_the_keys_of_local_systems()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        var first = Bundle.Read(line);
        await line.AddAdapterAsync(Cancellation, "H37");
        var second = Bundle.Read(line);

        second.GetProperty("Broker").GetString().ShouldNotBe(first.GetProperty("Broker").GetString());
        second.GetProperty("Agencies")[0].GetProperty("Keys")[0].GetString().ShouldBe(first.GetProperty("Agencies")[0].GetProperty("Keys")[0].GetString());
    }

    [BrokerFact]
    public async Task Hands_an_adapter_the_time_stamping_authority_and_its_roots()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        File.Copy(line.Folder.At("certificates", "roots.pem"), line.Folder.At("certificates", "time-stamp-roots.pem"));
        (await line.RunAsync(
            Cancellation, "adapter", "add", line.Adapter, "--agency", "H37", "--out", line.Folder.At("bundle"), "--authority", line.Folder.At("authority"),
            "--set", "TimeStampAuthority=http://127.0.0.1:318/")).Error.ShouldBeEmpty();

        var bundle = Bundle.Read(line);
        bundle.GetProperty("TimeStampAuthority").GetString().ShouldBe("http://127.0.0.1:318/");
        File.Exists(line.Folder.At("bundle", bundle.GetProperty("TimeStampRootsPath").GetString()!)).ShouldBeTrue();
    }

    [OwnBrokerFact]
    public async Task Hands_an_adapter_the_brokers_address_over_TLS_and_its_roots()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation, tls: true);
        (await line.AddAdapterAsync(Cancellation, "H37")).Error.ShouldBeEmpty();

        var bundle = Bundle.Read(line);
        bundle.GetProperty("Broker").GetString().ShouldStartWith("amqps://" + line.Adapter);
        bundle.GetProperty("BrokerRootsPath").GetString().ShouldBe("broker-roots.pem");
        (await File.ReadAllTextAsync(line.Folder.At("bundle", "broker-roots.pem"), Cancellation))
            .ShouldBe(await File.ReadAllTextAsync(line.Host.Roots, Cancellation));
    }

    [BrokerFact]
    public async Task Takes_the_brokers_roots_out_of_a_bundle_when_the_machines_count_from_now_on()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        var (settings, roots) = (line.Folder.At("bundle", "adapter.json"), line.Folder.At("bundle", "broker-roots.pem"));
        await File.WriteAllTextAsync(roots, "", Cancellation);
        await File.WriteAllTextAsync(
            settings, (await File.ReadAllTextAsync(settings, Cancellation)).Replace("\"Code\": \"" + line.Adapter, "\"BrokerRootsPath\": \"broker-roots.pem\", \"Code\": \"" + line.Adapter), Cancellation);
        Bundle.Read(line).TryGetProperty("BrokerRootsPath", out _).ShouldBeTrue();

        (await line.AddAdapterAsync(Cancellation, "H37")).Error.ShouldBeEmpty();

        Bundle.Read(line).TryGetProperty("BrokerRootsPath", out _).ShouldBeFalse();
        File.Exists(roots).ShouldBeFalse();
    }

    [BrokerFact]
    public async Task Certifies_a_key_that_stays_at_the_agency()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(line.Folder.At("request.pem"), new CertificateRequest("CN=anything", key, HashAlgorithmName.SHA256).CreateSigningRequestPem(), Cancellation);
        var answer = await line.RunAsync(
            Cancellation, "adapter", "add", line.Adapter, "--agency", "H37", "--out", line.Folder.At("bundle"), "--authority", line.Folder.At("authority"),
            "--request", line.Folder.At("request.pem"));

        answer.Error.ShouldBeEmpty();
        Bundle.Read(line).GetProperty("KeyPath").GetString().ShouldBe("key.pem");
        var pem = await File.ReadAllTextAsync(line.Folder.At("bundle", "adapter.pem"), Cancellation);
        pem.ShouldNotContain("PRIVATE KEY");
        using var certificate = X509Certificate2.CreateFromPem(pem);
        AgencyCertificate.Of(certificate).Adapter.ShouldBe(line.Adapter);
        certificate.GetECDsaPublicKey()!.ExportSubjectPublicKeyInfo().ShouldBe(key.ExportSubjectPublicKeyInfo());

        await File.WriteAllTextAsync(line.Folder.At("request.pem"), "no request", Cancellation);
        (await line.RunAsync(
            Cancellation, "adapter", "add", line.Adapter, "--agency", "H37", "--out", line.Folder.At("bundle"), "--authority", line.Folder.At("authority"),
            "--request", line.Folder.At("request.pem"))).Error.ShouldContain("AXS-3201");
    }

    [BrokerFact]
    public async Task Says_everything_that_is_wrong_with_an_adapter_at_once_and_makes_nothing()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        var answer = await line.RunAsync(
            Cancellation, "adapter", "add", "dead", "--agency", "H37", "--agency", "X1", "--agency", "X2", "--out", line.Folder.At("bundle"), "--authority", line.Folder.At("authority"));

        answer.Code.ShouldBe(1);
        answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        Directory.Exists(line.Folder.At("bundle")).ShouldBeFalse();
        (await line.Host.Api.FindUserAsync("dead", Cancellation)).ShouldBeNull();
    }

    [BrokerFact]
    public async Task Suspends_and_resumes_with_a_reason_that_is_recorded()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        (await line.RunAsync(Cancellation, "adapter", "suspend", line.Adapter, "--reason", " ")).Error.ShouldContain("--reason");
        (await line.RunAsync(Cancellation, "adapter", "suspend", line.Adapter, "--reason", "lost key")).Code.ShouldBe(0);

        (await line.Host.Api.FindRightsAsync(line.Host.Name, line.Adapter, Cancellation)).ShouldBe(new BrokerRights("^$", "^$", "^$"));
        (await line.RunAsync(Cancellation, "adapter", "list", "--json")).Json[0].GetProperty("status").GetString().ShouldBe("suspended");
        (await line.AddAdapterAsync(Cancellation, "H37")).Error.ShouldContain("is suspended since");
        (await line.RunAsync(Cancellation, "adapter", "resume", line.Adapter, "--reason", "key found")).Code.ShouldBe(0);
        (await line.Host.Api.FindRightsAsync(line.Host.Name, line.Adapter, Cancellation)).ShouldBe(Topology.AdapterRights(line.Adapter));
        (await AuditLines.ReadAsync(line.Folder.At("axis.db"))).ShouldContain(("operator:test", "adapter-suspend", line.Adapter, "lost key"));
    }

    [BrokerFact]
    public async Task Rules_who_may_send_under_which_code_and_in_whose_name()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        (await line.RunAsync(Cancellation, "agency", "suspend", "H29", "X1", "X2", "--reason", "merger")).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        (await line.RunAsync(Cancellation, "agency", "suspend", "H29", "--reason", "merger", "--json")).Json.GetProperty("codes")[0].GetString().ShouldBe("H29");
        (await line.RunAsync(Cancellation, "agency", "list", "H29", "--json")).Json.EnumerateArray().Single(agency => agency.GetProperty("code").GetString() == "H29")
            .GetProperty("suspendedSince").ValueKind.ShouldBe(JsonValueKind.String);
        (await line.RunAsync(Cancellation, "agency", "resume", "H29", "--reason", "over")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "agency", "succeed", "H20", "--reason", "merged")).Error.ShouldContain("--undo");
        (await line.RunAsync(Cancellation, "agency", "succeed", "H20", "H37", "--from", "soon", "--reason", "merged")).Error.ShouldContain("neither a day");
        (await line.RunAsync(Cancellation, "agency", "succeed", "H20", "H37", "--from", "2026-07-01", "--reason", "merged")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "agency", "list", "H20", "--json")).Json[0].GetProperty("succeededBy").GetString().ShouldBe("H37");

        var id = (await line.RunAsync(
            Cancellation, "agency", "delegate", "H29", "--adapter", line.Adapter, "--types", "TB,status", "--until", "2099-12-31", "--reason", "outage", "--json")).Json.GetProperty("delegationId").GetString()!;
        var listed = (await line.RunAsync(Cancellation, "agency", "delegations", "--json")).Json.EnumerateArray().Single();
        listed.GetProperty("agency").GetString().ShouldBe("H29");
        listed.GetProperty("types").EnumerateArray().Select(type => type.GetString()).ShouldBe(["thong-bao", "status"]);
        listed.GetProperty("until").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        (await line.RunAsync(Cancellation, "agency", "delegations")).Output.ShouldContain(line.Adapter);
        (await line.RunAsync(Cancellation, "agency", "revoke", id, "--reason", "over")).Code.ShouldBe(0);
        (await line.RunAsync(Cancellation, "agency", "delegations", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await line.RunAsync(Cancellation, "agency", "delegations", "--all", "--json")).Json.GetArrayLength().ShouldBe(1);
    }

    /// <summary>An agency that begins later has its adapter before that.</summary>
    [BrokerFact]
    public async Task Imports_the_days_and_successors_of_codes()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        const string header = "code,code102,name_vi,name_en,kind,parent_code,valid_from,valid_to,successor\n";
        var file = line.Folder.At("merger.csv");
        File.WriteAllText(file, header + "H20,000.00.00.H20,Cũ,Old,province,,,2098-12-31,T90\nT90,,Mới,New,province,,2099-01-01,,\n");

        (await line.RunAsync(Cancellation, "agency", "import", file)).Code.ShouldBe(0);
        (await line.AddAdapterAsync(Cancellation, "T90")).Code.ShouldBe(0);

        var listed = (await line.RunAsync(Cancellation, "agency", "list", "T90", "--json")).Json[0];
        listed.GetProperty("servedBy").GetString().ShouldBe(line.Adapter);
        listed.GetProperty("validFrom").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.FromHours(7)));
        File.WriteAllText(file, header + "T90,,Mới,New,province,,soon,,X1\n");
        (await line.RunAsync(Cancellation, "agency", "import", file)).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(error => error[..error.IndexOf(' ', "axis-hub: ".Length)]).ShouldBe(["axis-hub: AXS-8101", "axis-hub: AXS-8103"]);
    }

    [BrokerFact]
    public async Task Lists_agencies_with_who_serves_them()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H53");
        var listed = (await line.RunAsync(Cancellation, "agency", "list", "H53.1", "--json")).Json.EnumerateArray().ToList();

        listed.ShouldNotBeEmpty();
        listed.ShouldAllBe(agency => agency.GetProperty("servedBy").GetString() == line.Adapter);
        (await line.RunAsync(Cancellation, "agency", "list", "G01")).Output.ShouldContain("Bộ Công an");
    }

    [BrokerFact]
    public async Task Shows_queues_with_waiting_rows_broker_depth_and_dead_letters()
    {
        using var line = await CommandLine.CreateMigratedAsync(Cancellation);
        await line.AddAdapterAsync(Cancellation, "H37");
        var view = (await line.RunAsync(Cancellation, "queues", "--json")).Json;

        view.GetProperty("adapters")[0].GetProperty("code").GetString().ShouldBe(line.Adapter);
        view.GetProperty("queues").EnumerateArray().Select(queue => queue.GetProperty("name").GetString()).ShouldContain("axis.submit.dead");
        (await line.RunAsync(Cancellation, "queues")).Output.ShouldContain(WireNames.OutboundQueue(line.Adapter));
    }

    [Fact]
    public async Task Answers_an_unknown_command_with_usage_and_a_failure()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        (await HubCommand.RunAsync(["fly"], output, error, Cancellation)).ShouldBe(1);
        error.ToString().ShouldContain("fly");
    }
}
