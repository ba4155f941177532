using System.Text.Json;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;

namespace Axis.Journeys.Installation;

/// <summary>The installation that a newcomer starts with one command, and an operator's acts on it while it runs.</summary>
public sealed class DevInstallationJourneys(DevInstallation installation) : IClassFixture<DevInstallation>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static int letters;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private AgencySystem LangSon => installation.Connect("LANGSON", "H37", 100);

    private AgencySystem GovernmentOffice => installation.Connect("VPCP", "G22", 101);

    [OwnBrokerFact]
    public Task The_printed_curl_line_sends_a_package_that_arrives_and_the_printed_doctor_finds_nothing_wrong() => SendsAsync(installation);

    [OwnBrokerFact]
    public async Task The_same_goes_over_TLS()
    {
        await using var secure = new DevInstallation { Tls = true };
        await SendsAsync(secure);
        foreach (var settings in new[] { secure.At("hub", "axis-hub.json"), secure.At("adapters", "LANGSON", "adapter.json") })
        {
            (await File.ReadAllTextAsync(settings, Cancellation)).ShouldContain("\"amqps://");
        }
    }

    [OwnBrokerFact]
    public async Task A_suspended_adapters_package_waits_and_one_for_it_is_refused_and_both_go_through_after_its_resumption()
    {
        await installation.UpAsync(Cancellation);
        var (langSon, office) = (LangSon, GovernmentOffice);
        await installation.HubAsync(["adapter", "suspend", "LANGSON", "--reason", "key lost"], Cancellation);
        (await StatusOfAsync("LANGSON")).ShouldBe("suspended");
        await Eventually.Async(
            async () => (await installation.ReadPageAsync("api/adapters", Cancellation)).EnumerateArray()
                .Any(adapter => adapter.GetProperty("code").GetString() == "LANGSON" && !adapter.GetProperty("active").GetBoolean()),
            Patience, () => "the running hub has seen it", Cancellation);

        var outward = await langSon.SubmitAsync(await WriteAsync("H37", "G22"), "suspended", Cancellation);
        var waiting = await Eventually.FindAsync(
            async () => await langSon.FindAsync(outward.SubmissionId, Cancellation) is { WaitsFor: { } why } found
                && why.Contains("ACCESS_REFUSED", StringComparison.Ordinal) ? found : null,
            Patience, cancellation: Cancellation);
        waiting.State.ShouldBe("waiting");
        waiting.WaitsFor.ShouldNotBeNull().ShouldContain("LANGSON");
        var letter = await WriteAsync("G22", "H37");
        var inward = await office.SubmitAsync(letter, "to-suspended", Cancellation);
        (await AnsweredAsync(office, inward.SubmissionId, "refused")).Receivers.ShouldAllBe(line => line.DeliveryId == null);
        using (var queues = JsonDocument.Parse(await installation.HubAsync(["queues", "--json"], Cancellation)))
        {
            var line = queues.RootElement.GetProperty("adapters").EnumerateArray().Single(adapter => adapter.GetProperty("code").GetString() == "LANGSON");
            (line.GetProperty("active").GetBoolean(), line.GetProperty("waiting").GetInt32()).ShouldBe((false, 0));
        }

        await installation.HubAsync(["adapter", "resume", "LANGSON", "--reason", "new key"], Cancellation);

        (await StatusOfAsync("LANGSON")).ShouldBe("active");
        await ArrivedAsync(office, (await AnsweredAsync(langSon, outward.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value);
        await office.SubmitAsync(letter, "to-suspended", Cancellation);
        await ArrivedAsync(langSon, (await AnsweredAsync(office, inward.SubmissionId, "accepted")).Receivers.Single().DeliveryId!.Value);
    }

    [OwnBrokerFact]
    public async Task The_queues_show_every_adapter_at_its_queue_and_nothing_is_stuck()
    {
        await installation.UpAsync(Cancellation);

        await Eventually.Async(
            async () =>
            {
                using var queues = JsonDocument.Parse(await installation.HubAsync(["queues", "--json"], Cancellation));
                var adapters = queues.RootElement.GetProperty("adapters").EnumerateArray().ToList();
                adapters.Select(adapter => adapter.GetProperty("code").GetString()).ShouldBe(["LANGSON", "TAYNINH", "VPCP"]);
                return adapters.All(adapter => adapter.TryGetProperty("heartbeatAt", out _)) && queues.RootElement.GetProperty("queues").EnumerateArray()
                    .Count(queue => queue.GetProperty("name").GetString()!.StartsWith("axis.out.", StringComparison.Ordinal)
                        && queue.GetProperty("consumers").GetInt32() == 1) >= adapters.Count;
            },
            Patience, () => "every adapter reads its queue and has been heard", Cancellation);

        (await installation.HubAsync(["stuck", "list", "--json"], Cancellation)).Trim().ShouldBe("[]");
    }

    [OwnBrokerFact]
    public async Task Down_leaves_no_process_and_up_goes_on_where_it_was()
    {
        await installation.UpAsync(Cancellation);
        var sent = await LangSon.SubmitAsync(await WriteAsync("H37", "G22"), "before-down", Cancellation);
        await AnsweredAsync(LangSon, sent.SubmissionId, "accepted");
        var running = installation.ListProcesses();
        running.Count.ShouldBeGreaterThanOrEqualTo(5, "broker, hub and three adapters");

        await installation.DownAsync(Cancellation);

        await Eventually.Async(
            () => installation.ListProcesses().Count == 0, TimeSpan.FromSeconds(10),
            () => "still there: " + string.Join(", ", installation.ListProcesses()), Cancellation);
        await installation.UpAsync(Cancellation);
        (await LangSon.FindAsync(sent.SubmissionId, Cancellation)).State.ShouldBe("accepted");
    }

    private static async Task SendsAsync(DevInstallation installation)
    {
        await installation.UpAsync(Cancellation);
        using var handed = JsonDocument.Parse((await installation.RunPrintedAsync("curl -X POST ", "", Cancellation)).RequireOutput());

        var sent = await AnsweredAsync(installation.Connect("LANGSON", "H37", 100), handed.RootElement.GetProperty("submissionId").GetGuid(), "accepted");
        sent.Receivers.Select(line => line.Receiver).ShouldBe(["G22", "000.00.00.H53"]);
        var package = await File.ReadAllBytesAsync(installation.At("package.edxml"), Cancellation);
        var receivers = new[] { installation.Connect("VPCP", "G22", 101), installation.Connect("TAYNINH", "H53", 102) };
        foreach (var (line, receiver) in sent.Receivers.Zip(receivers))
        {
            await ArrivedAsync(receiver, line.DeliveryId!.Value);
            (await receiver.OpenAsync(line.DeliveryId.Value, Cancellation)).ShouldBe(package);
        }

        var doctor = await installation.RunPrintedAsync("dotnet ", "doctor     ", Cancellation);
        doctor.Output.ShouldContain(" checks, 0 wrong,", customMessage: doctor.Errors);
        doctor.ExitCode.ShouldBe(0);
    }

    private static Task<byte[]> WriteAsync(string sender, string receiver)
    {
        var number = Interlocked.Increment(ref letters);
        var letter = new LetterWriter(number).Write(
            new Addressee(sender, sender), [new Addressee(receiver, receiver)], NationDate.Today(TimeProvider.System)) with
        { Number = number };
        return LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Cancellation);
    }

    private static Task<SentPackage> AnsweredAsync(AgencySystem system, Guid submission, string state) => Eventually.FindAsync(
        async () => await system.FindAsync(submission, Cancellation) is { } found && found.State == state ? found : null,
        Patience, () => $"{submission} is {state}", Cancellation);

    private static Task ArrivedAsync(AgencySystem system, Guid delivery) => Eventually.Async(
        async () => (await system.ListInboxAsync(Cancellation)).Any(item => item.DeliveryId == delivery), Patience, () => $"{delivery} has arrived", Cancellation);

    private async Task<string?> StatusOfAsync(string code)
    {
        using var adapters = JsonDocument.Parse(await installation.HubAsync(["adapter", "list", "--json"], Cancellation));
        return adapters.RootElement.EnumerateArray().Single(adapter => adapter.GetProperty("code").GetString() == code).GetProperty("status").GetString();
    }
}
