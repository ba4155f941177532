using Axis.Contracts.Calendar;
using Axis.Hub.Tests.Ledger;
using Axis.Hub.Tests.Storage;
using Axis.TestKit;
using Microsoft.Data.Sqlite;

namespace Axis.Hub.Tests.Operate;

/// <summary>The calendar as an operator handles it: looked at, changed, told.</summary>
public sealed class CalendarCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_swap_is_previewed_and_amended_and_the_history_says_by_whom_and_why()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        await SeedAsync(fixture);
        string[] swap = ["calendar", "amend", "2026-11-30=swapped_off", "2026-12-05=worked_saturday", "--reason", "notice 12,\nof 27/11"];

        var preview = await RunAsync(fixture, [.. swap, "--preview", "--json"]);
        preview.Error.ShouldBeEmpty();
        (preview.Json.GetProperty("version").GetInt32(), preview.Json.GetProperty("moves").GetInt32()).ShouldBe((0, 1));
        var first = preview.Json.GetProperty("first").EnumerateArray().Single();
        (first.GetProperty("document").GetString(), first.GetProperty("receiverCode").GetString(), first.GetProperty("due").GetString()).ShouldBe(("12/UBND-VX", "G22.01", "arrive"));
        (await RunAsync(fixture, [.. swap, "--preview"])).Output.ShouldSatisfyAllConditions(
            text => text.ShouldContain("1 open due times move"), text => text.ShouldContain("10:30 30/11/2026"), text => text.ShouldContain("10:30 01/12/2026"));
        (await RunAsync(fixture, "calendar", "history", "--json")).Json.GetArrayLength().ShouldBe(0);

        (await RunAsync(fixture, swap)).ShouldSatisfyAllConditions(
            answer => answer.Code.ShouldBe(0), answer => answer.Output.ShouldContain("version 1"), answer => answer.Output.ShouldContain("plain"));
        (await RunAsync(fixture, swap)).Output.ShouldContain("nothing to do: these are the days of version 1 already");
        var version = (await RunAsync(fixture, "calendar", "history", "--json")).Json.EnumerateArray().Single();
        (version.GetProperty("number").GetInt32(), version.GetProperty("actor").GetString(), version.GetProperty("subject").GetString())
            .ShouldBe((1, "operator:test", "2026-11-30 swapped_off, 2026-12-05 worked_saturday"));
        (await RunAsync(fixture, "calendar", "show", "--csv")).Output.ShouldContain("\n2026-11-30,swapped_off,Nghỉ hoán đổi,Day off by swap,verified,notice 12; of 27/11\n");
        (await RunAsync(fixture, "calendar", "show", "--version", "0", "--csv")).Output.ShouldBe(CalendarFile.Write(WorkingCalendar.National));
        (await RunAsync(fixture, "calendar", "show", "--version", "2")).Error.ShouldContain("there is no version 2; the newest is 1");
        (await RunAsync(fixture, "calendar", "show")).Output.ShouldContain("Nghỉ hoán đổi / Day off by swap");
    }

    [Fact]
    public async Task A_file_is_applied_whole_or_refused_with_every_fault()
    {
        using var folder = new TempFolder();
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        File.WriteAllText(folder.At("wrong.csv"), $"{CalendarFile.Header}\n2026-02-30,holiday,a,b,verified,c\n2026-01-03,swapped_off,a,b,verified,c\n");
        File.WriteAllText(folder.At("short.csv"), $"{CalendarFile.Header}\n2026-01-01,holiday,a,b,verified,c\n");

        foreach (var command in (string[][])[["preview", folder.At("wrong.csv")], ["apply", folder.At("wrong.csv"), "--reason", "decided"]])
        {
            var refused = await RunAsync(fixture, ["calendar", .. command]);
            (refused.Code, refused.Error.Split('\n').Count(line => line.Contains("AXS-8004", StringComparison.Ordinal) || line.Contains("AXS-8007", StringComparison.Ordinal))).ShouldBe((1, 2));
        }

        (await RunAsync(fixture, "calendar", "preview", folder.At("short.csv"))).Output.ShouldContain("no longer covered: 2019, 2020");
        (await RunAsync(fixture, "calendar", "apply", folder.At("short.csv"), "--reason", " ")).Error.ShouldContain("--reason");
        (await RunAsync(fixture, "calendar", "apply", folder.At("short.csv"), "--reason", "decided", "--json")).Json.GetProperty("version").GetInt32().ShouldBe(1);
        (await RunAsync(fixture, "calendar", "preview", folder.At("short.csv"))).Output.ShouldContain("nothing would change: these are the days of version 1 already");
        (await AuditLines.ReadAsync(new SqliteConnectionStringBuilder(fixture.ConnectionString).DataSource)).ShouldBe([("operator:test", "calendar-apply", "short.csv", "decided")]);
    }

    [Theory]
    [InlineData("not DAY=KIND", "2026-11-30")]
    [InlineData("not DAY=KIND", "30/11/2026=holiday")]
    [InlineData("not DAY=KIND", "2026-11-30=off")]
    [InlineData("AXS-8007", "2026-11-30=worked_saturday")]
    [InlineData("2026-11-30 is named more than once", "2026-11-30=holiday", "2026-11-30=plain")]
    public async Task An_amendment_that_makes_no_sense_is_refused(string why, params string[] days)
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);

        var refused = await RunAsync(fixture, ["calendar", "amend", .. days, "--reason", "announced"]);

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain(why);
        (await RunAsync(fixture, "calendar", "history", "--json")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_agency_is_given_hours_of_its_own_and_listed_with_them()
    {
        await using var fixture = await LedgerFixture.CreateAsync(TestDatabases.Sqlite);
        (await RunAsync(fixture, "agency", "import")).Code.ShouldBe(0);

        (await RunAsync(fixture, "agency", "hours", "H37", "07:30-12:00,13:00-17:00", "--reason", "winter", "--preview")).Output.ShouldContain("0 open due times move");
        (await RunAsync(fixture, "calendar", "history", "--json")).Json.GetArrayLength().ShouldBe(0);
        (await RunAsync(fixture, "agency", "hours", "H37", "07:30-12:00,13:00-17:00", "--reason", "winter")).Code.ShouldBe(0);

        var line = (await RunAsync(fixture, "agency", "list", "H37", "--json")).Json.EnumerateArray().Single(each => each.GetProperty("code").GetString() == "H37");
        line.GetProperty("officeHours").GetString().ShouldBe("07:30-12:00,13:00-17:00");
        (await RunAsync(fixture, "calendar", "history")).Output.ShouldContain("agency-hours H37");
        (await RunAsync(fixture, "agency", "hours", "H37", "07:30-12:00,13:00-17:00", "--reason", "again")).Error.ShouldContain("has these hours already");
        foreach (var preview in (string[][])[[], ["--preview"]])
        {
            (await RunAsync(fixture, ["agency", "hours", "X9", "default", "--reason", "again", .. preview])).Error.ShouldContain("agency X9 is not in the registry");
            (await RunAsync(fixture, ["agency", "hours", "H37", "8-12", "--reason", "again", .. preview])).Error.ShouldContain("AXS-8009 The office hours");
        }

        (await AuditLines.ReadAsync(new SqliteConnectionStringBuilder(fixture.ConnectionString).DataSource))
            .ShouldContain(("operator:test", "agency-hours", "H37", "07:30-12:00,13:00-17:00: winter"));
    }

    /// <summary>A delivery whose clock started on Friday at 16:30.</summary>
    private static Task SeedAsync(LedgerFixture fixture)
    {
        var document = Rows.Document();
        var delivery = Rows.Delivery(document) with
        {
            AcceptedAt = VietnamTime.At(new(2026, 11, 27), new(16, 30)),
            ProcessingDue = VietnamTime.At(new(2026, 11, 27), new(16, 45)),
            ArriveDue = VietnamTime.At(new(2026, 11, 30), new(10, 30)),
            CountedBy = 0,
        };
        return fixture.WriteAsync(async (ledger, token) =>
        {
            await ledger.InsertDocumentsAsync([document], token);
            await ledger.InsertDeliveriesAsync([delivery], token);
        });
    }

    private static Task<CommandLine.Answer> RunAsync(LedgerFixture fixture, params string[] arguments) =>
        CommandLine.RunWithAsync(["--ledger", fixture.ConnectionString, "--actor", "test"], arguments, Cancellation);
}
