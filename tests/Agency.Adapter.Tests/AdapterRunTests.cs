using Agency.Adapter.Spool;

namespace Agency.Adapter.Tests;

/// <summary>How the process ends, as its supervisor sees it.</summary>
public sealed class AdapterRunTests
{
    [Fact]
    public async Task Stops_with_0_when_it_is_asked_to()
    {
        await using var adapter = new AdapterProcess();
        adapter.Start();
        await Wait.UntilAsync(() => File.Exists(adapter.At("spool/spool.db")), "the adapter runs");
        await Wait.UntilAsync(() => adapter.Output.Contains("Application started", StringComparison.Ordinal), "it has started");

        adapter.Terminate();

        (await adapter.EndAsync()).ShouldBe(0, adapter.Output);
    }

    [Fact]
    public async Task Opens_its_own_address_only_whatever_lies_in_the_folder_it_is_started_in()
    {
        await using var adapter = new AdapterProcess();
        await File.WriteAllTextAsync(
            adapter.At("appsettings.json"), """{"Kestrel":{"Endpoints":{"Other":{"Url":"http://[::1]:0"}}}}""", TestContext.Current.CancellationToken);

        adapter.Start();

        await Wait.UntilAsync(() => adapter.Output.Contains("Application started", StringComparison.Ordinal), "it has started");
        adapter.Output.ShouldContain("Now listening on: http://127.0.0.1:");
        adapter.Output.ShouldNotContain("[::1]");
    }

    [Fact]
    public async Task Ends_with_1_and_says_why_once_when_a_loop_meets_what_it_was_not_made_for()
    {
        await using var adapter = new AdapterProcess();
        adapter.Settings["Agencies:0:Interface"] = "Folder";
        adapter.Settings["Agencies:0:Folder"] = "h37";
        using (var spool = new SpoolDatabase(new AdapterOptions { Code = "H37", SpoolFolder = adapter.At("spool") }))
        {
            // A row that no version of the program has written.
            await spool.WriteAsync(transaction => transaction.Execute(
                """
                INSERT INTO Delivery (DeliveryId, DocumentId, Attempt, Kind, Receiver, Agency, Priority, Phase, Taken, Cursor, Manifest, Seal,
                  PackageSha256, PackageLength, Findings, Trace, Metadata, ReceivedAt, DueAt, Tries)
                VALUES (@Id, @Id, 1, 'edoc', 'H37', 'H37', 0, 'Available', 0, 1, x'', x'', '', 0, '[]', '{}', 'damaged', 0, 0, 0)
                """, new { Id = Guid.CreateVersion7().ToString() }));
        }

        adapter.Start();

        (await adapter.EndAsync()).ShouldBe(1, adapter.Output);
        adapter.Output.Split("System.Text.Json.JsonException").Length.ShouldBe(2, adapter.Output);
    }

    [Fact]
    public async Task Ends_with_1_and_a_sentence_when_its_spool_is_in_use()
    {
        await using var adapter = new AdapterProcess();
        using var other = new SpoolDatabase(new AdapterOptions { Code = "H37", SpoolFolder = adapter.At("spool") });

        adapter.Start();

        (await adapter.EndAsync()).ShouldBe(1, adapter.Output);
        adapter.Output.ShouldStartWith("The adapter cannot start: ");
        adapter.Output.ShouldContain("spool.lock");
        adapter.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Ends_with_2_and_every_fault_at_once_when_its_settings_are_wrong()
    {
        await using var adapter = new AdapterProcess();
        adapter.Settings["Agencies:0:Keys:0"] = "a-key-in-the-clear";
        adapter.Settings["Prefetch"] = "51";

        adapter.Start();

        (await adapter.EndAsync()).ShouldBe(2, adapter.Output);
        adapter.Output.ShouldContain("Agencies/H37/Keys");
        adapter.Output.ShouldContain("Prefetch");
        adapter.Output.ShouldNotContain("a-key-in-the-clear");
    }

    [Fact]
    public async Task Ends_with_2_when_a_setting_cannot_be_read()
    {
        await using var adapter = new AdapterProcess();
        adapter.Settings["HeartbeatEvery"] = "often";

        adapter.Start();

        (await adapter.EndAsync()).ShouldBe(2, adapter.Output);
        adapter.Output.ShouldContain("HeartbeatEvery");
        adapter.Output.ShouldNotContain("   at ");
    }
}
