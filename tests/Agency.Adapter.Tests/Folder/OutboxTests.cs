using System.Text;
using System.Text.Json.Nodes;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Errors;
using Microsoft.Extensions.Hosting;

namespace Agency.Adapter.Tests.Folder;

public class OutboxTests
{
    [Fact]
    public async Task Sends_what_lies_in_the_outbox_once()
    {
        await using var rig = await FolderRig.StartAsync();
        var package = await Letters.WriteAsync(from: "H41", to: "G22");
        await rig.PutAsync("Công văn 7816.edxml", package);
        await Until.Async(() => rig.Names("sent").Length == 1);

        rig.Names("sent")[0].ShouldStartWith("Công văn 7816~");
        rig.Names("sent")[0].ShouldEndWith(".edxml");
        rig.Names("outbox").ShouldBeEmpty();
        await Until.Async(() => rig.All("outbox", ".claimed").Length == 0);
        await Until.Async(() => rig.All("sent", ".open").Length == 0);
        rig.Hub.Submitted.Count.ShouldBe(1);
        File.ReadAllBytes(Path.Combine(rig.Tree(), "sent", rig.Names("sent")[0])).ShouldBe(package);
    }

    [Theory, InlineData(".hidden.edxml"), InlineData("half.tmp"), InlineData("half.part"), InlineData("~lock.edxml")]
    public async Task Does_not_touch_hidden_and_half_written_files(string name)
    {
        await using var rig = await FolderRig.StartAsync();
        var package = await Letters.WriteAsync(from: "H41", to: "G22");
        await rig.PutAsync(name, package);
        await rig.PutAsync("whole.edxml", package);
        await Until.Async(() => rig.Names("sent").Length == 1);

        File.Exists(Path.Combine(rig.Tree(), "outbox", name)).ShouldBeTrue();
    }

    [Fact]
    public async Task Puts_the_reason_in_both_languages_beside_a_refused_file()
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.PutAsync("hỏng.edxml", Encoding.UTF8.GetBytes("<edXML><broken></edXML>"));
        await Until.Async(() => rig.Names("refused").Length == 3);
        await Until.Async(() => rig.All("outbox", ".claimed").Length == 0);

        var names = rig.Names("refused");
        var text = File.ReadAllText(Path.Combine(rig.Tree(), "refused", names.Single(name => name.EndsWith(".txt", StringComparison.Ordinal))));
        text.ShouldContain("AXS-2005");
        text.ShouldContain("XML sai cú pháp");
        text.ShouldContain("not well-formed");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(rig.Tree(), "refused", names.Single(name => name.EndsWith(".json", StringComparison.Ordinal)))))!;
        json["file"]!.GetValue<string>().ShouldBe("hỏng.edxml");
        json["findings"]![0]!["code"]!.GetValue<string>().ShouldBe("AXS-2005");
        rig.Hub.Submitted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Moves_a_file_to_refused_when_the_hub_refuses_it_later()
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.PutAsync("a.edxml", await Letters.WriteAsync(from: "H41", to: "X99"));
        await Until.Async(() => rig.Names("refused").Length == 3);

        await Until.Async(() => rig.All("sent", ".open").Length == 0);
        rig.Names("sent").ShouldBeEmpty();
        File.ReadAllText(Path.Combine(rig.Tree(), "refused", rig.Names("refused").Single(name => name.EndsWith(".txt", StringComparison.Ordinal))))
            .ShouldContain("AXS-1004");
    }

    [Fact]
    public async Task Never_overwrites_what_was_sent_before_under_the_same_name()
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.PutAsync("a.edxml", await Letters.WriteAsync(from: "H41", to: "G22", number: 1));
        await Until.Async(() => rig.Names("sent").Length == 1);
        await rig.PutAsync("a.edxml", await Letters.WriteAsync(from: "H41", to: "G22", number: 2));
        await Until.Async(() => rig.Names("sent").Length == 2);
    }

    [Fact]
    public async Task Sends_statuses_too()
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.PutAsync("03.edxml", await Letters.WriteStatusAsync("H41", "03"));
        await Until.Async(() => rig.Hub.Submitted.Any(manifest => manifest.Kind == "status"));
        await Until.Async(() => rig.Names("sent").Length == 1);
    }

    /// <summary>Every state a crash can leave behind, by hand; each has to end in one submission and one file in sent.</summary>
    [Theory, InlineData("claimed, no row"), InlineData("row, not marked"), InlineData("marked, not moved"), InlineData("moved, claim left"),
     InlineData("claim without a file")]
    public async Task Ends_a_claim_that_a_crash_has_left(string where)
    {
        await using var rig = await FolderRig.StartAsync();
        var claim = Guid.CreateVersion7();
        var package = await Letters.WriteAsync(from: "H41", to: "G22");
        Guid? submission = null;
        if (where is not ("claimed, no row" or "claim without a file"))
        {
            using var bytes = new MemoryStream(package);
            var outcome = await rig.Services.GetRequiredService<ISubmitPackages>().SubmitAsync(
                new SubmitRequest("H41", Claim: claim), bytes, TestContext.Current.CancellationToken);
            submission = outcome.ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        }

        await rig.StopAsync();
        var folder = Path.Combine(rig.Tree(), "outbox", ".claimed", claim.ToString("N"));
        Directory.CreateDirectory(folder);
        var name = $"a~{claim:N}.edxml";
        if (where is "marked, not moved" or "moved, claim left")
        {
            File.WriteAllText(Path.Combine(rig.Tree(), "sent", ".open", $"{submission:N}~{claim:N}"), name);
        }

        switch (where)
        {
            case "moved, claim left":
                File.WriteAllBytes(Path.Combine(rig.Tree(), "sent", name), package);
                break;
            case "claim without a file":
                await rig.PutAsync("a.edxml", package);
                break;
            default:
                File.WriteAllBytes(Path.Combine(folder, "a.edxml"), package);
                break;
        }

        await rig.StartAgainAsync();
        await Until.Async(() => rig.Names("sent").Length == 1 && rig.All("outbox", ".claimed").Length == 0 && rig.All("sent", ".open").Length == 0);
        rig.Hub.Submitted.Count.ShouldBe(1);
        rig.Services.GetRequiredService<ITrackSubmissions>().List("H41", 0, 10).Count.ShouldBe(1);
        if (where != "claim without a file")
        {
            rig.Names("sent").ShouldBe([name]);
        }
    }

    [Fact]
    public async Task Ends_a_refusal_that_a_crash_has_left()
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.StopAsync();
        var claim = Guid.CreateVersion7();
        var folder = Path.Combine(rig.Tree(), "outbox", ".claimed", claim.ToString("N"));
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(Path.Combine(rig.Tree(), "refused"));
        File.WriteAllText(Path.Combine(folder, "a.edxml"), "no package");
        File.WriteAllText(Path.Combine(rig.Tree(), "refused", $"a~{claim:N}.edxml.txt"), "from before");
        await rig.StartAgainAsync();

        await Until.Async(() => rig.All("outbox", ".claimed").Length == 0);
        rig.Names("refused").ShouldBe([$"a~{claim:N}.edxml", $"a~{claim:N}.edxml.json", $"a~{claim:N}.edxml.txt"]);
    }

    /// <summary>What a crash leaves of a file that was claimed while somebody wrote to it: it goes back and takes nothing from anybody.</summary>
    [Theory, InlineData("name free"), InlineData("name taken"), InlineData("copied back, claim left"), InlineData("linked back, claim left"),
     InlineData("moved back, claim left")]
    public async Task Gives_a_file_back_that_may_still_be_written_to(string where)
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.StopAsync();
        var claim = Guid.CreateVersion7();
        var folder = Directory.CreateDirectory(Path.Combine(rig.Tree(), "outbox", ".claimed", $"{claim:N}.unsure")).FullName;
        var package = await Letters.WriteAsync(from: "H41", to: "G22", number: 1);
        var other = await Letters.WriteAsync(from: "H41", to: "G22", number: 2);
        if (where != "moved back, claim left")
        {
            File.WriteAllBytes(Path.Combine(folder, "a.edxml"), package);
        }

        switch (where)
        {
            case "name free":
                break;
            case "linked back, claim left":
                Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there two names are known for one file's.");
                await ShellAsync("ln \"$0\"/.claimed/*/a.edxml \"$0\"/a.edxml", Path.Combine(rig.Tree(), "outbox"));
                break;
            default:
                await rig.PutAsync("a.edxml", where == "name taken" ? other : package);
                break;
        }

        await rig.StartAgainAsync();

        var files = where is "name taken" or "copied back, claim left" ? 2 : 1;
        await Until.Async(() => rig.Names("sent").Length == files && rig.All("outbox", ".claimed").Length == 0 && rig.All("sent", ".open").Length == 0);
        rig.Names("outbox").ShouldBeEmpty();
        rig.Names("sent").Select(name => Convert.ToHexString(File.ReadAllBytes(Path.Combine(rig.Tree(), "sent", name)))).Distinct().Order()
            .ShouldBe((where == "name taken" ? [package, other] : new[] { package }).Select(Convert.ToHexString).Order());
        rig.Hub.Submitted.Count.ShouldBe(where == "name taken" ? 2 : 1);
    }

    /// <summary>What a file server, a backup or a curious hand leaves in the adapter's own folders.</summary>
    [Theory, InlineData("outbox/.claimed/<claim>/.nfs0000000000000001", true), InlineData("outbox/.claimed/<claim>/.DS_Store", true),
     InlineData("outbox/.claimed/<claim>/b.edxml", false), InlineData("outbox/.claimed/old/a.edxml", true),
     InlineData("outbox/.claimed/old.unsure/.nfs0000000000000001", true), InlineData("outbox/.claimed/old.unsure/a.edxml", true),
     InlineData("outbox/.claimed/.nfs0000000000000001", true), InlineData("sent/.open/.nfs0000000000000001", true),
     InlineData("sent/.open/readme~txt", true)]
    public async Task What_is_not_its_own_is_left_where_it_lies_and_holds_up_nothing(string foreign, bool isClaimSent)
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.StopAsync();
        var claim = Guid.CreateVersion7();
        await PutIntoTreeAsync($"outbox/.claimed/{claim:N}/a.edxml", await Letters.WriteAsync(from: "H41", to: "G22", number: 1));
        var path = await PutIntoTreeAsync(foreign.Replace("<claim>", $"{claim:N}", StringComparison.Ordinal), "nobody's"u8.ToArray());

        await rig.StartAgainAsync();
        await rig.PutAsync("c.edxml", await Letters.WriteAsync(from: "H41", to: "G22", number: 2));

        await Until.Async(() => rig.Names("sent").Length == (isClaimSent ? 2 : 1) && rig.All("sent", ".open").All(mark => mark == path));
        await Until.Async(() => rig.All("outbox", ".claimed").Length == (foreign.StartsWith("outbox", StringComparison.Ordinal) ? 1 : 0));
        rig.Hub.Submitted.Count.ShouldBe(isClaimSent ? 2 : 1);
        File.ReadAllText(path).ShouldBe("nobody's");
        File.Exists(Path.Combine(rig.Tree(), "outbox", ".claimed", $"{claim:N}", "a.edxml")).ShouldBe(!isClaimSent);

        // Nothing of it slows the look into the outbox down, or ends it.
        await rig.PutAsync("d.edxml", await Letters.WriteAsync(from: "H41", to: "G22", number: 3));
        await Until.Async(() => rig.Hub.Submitted.Count == (isClaimSent ? 3 : 2));
        rig.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();

        async Task<string> PutIntoTreeAsync(string name, byte[] bytes)
        {
            var put = Path.Combine(rig.Tree(), name);
            Directory.CreateDirectory(Path.GetDirectoryName(put)!);
            await File.WriteAllBytesAsync(put, bytes, TestContext.Current.CancellationToken);
            return put;
        }
    }

    [Theory, InlineData("ghi chú.txt"), InlineData("a.json")]
    public async Task A_refused_file_and_its_reason_do_not_take_each_others_name(string name)
    {
        await using var rig = await FolderRig.StartAsync();
        await rig.PutAsync(name, Encoding.UTF8.GetBytes("no package"));
        await Until.Async(() => rig.Names("refused").Length == 3);

        File.ReadAllText(Path.Combine(rig.Tree(), "refused", rig.Names("refused").Single(file => file.Count(letter => letter == '.') == 1))).ShouldBe("no package");
    }

    [Fact]
    public async Task A_file_whose_name_is_not_UTF8_does_not_hold_up_the_others()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a name can be any bytes.");
        await using var rig = await FolderRig.StartAsync();
        var outbox = Directory.CreateDirectory(Path.Combine(rig.Tree(), "outbox")).FullName;
        await ShellAsync("printf x > \"$0/$(printf 'c\\364ng.edxml')\"", outbox);

        await rig.PutAsync("whole.edxml", await Letters.WriteAsync(from: "H41", to: "G22"));
        await Until.Async(() => rig.Names("sent").Length == 1);
        rig.Names("outbox").ShouldHaveSingleItem();

        // The runtime has no name for it either.
        await ShellAsync("rm \"$0\"/c*", outbox);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_does_not_hold_up_the_others_and_goes_when_it_can()
    {
        await using var rig = await FolderRig.StartAsync();
        var letter = await Letters.WriteAsync(from: "H41", to: "G22", number: 1);
        var outbox = Directory.CreateDirectory(Path.Combine(rig.Tree(), "outbox")).FullName;
        await using (var held = new FileStream(Path.Combine(outbox, "a.edxml"), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await held.WriteAsync(letter, TestContext.Current.CancellationToken);
            await held.FlushAsync(TestContext.Current.CancellationToken);
            await rig.PutAsync("b.edxml", await Letters.WriteAsync(from: "H41", to: "G22", number: 2));
            await Until.Async(() => rig.Names("sent").Length == 1);
            rig.Names("sent")[0].ShouldStartWith("b~");
        }

        await Until.Async(() => rig.Names("sent").Length == 2);
    }

    [Fact]
    public async Task What_is_only_for_information_is_not_noted_beside_a_file()
    {
        await using var rig = await FolderRig.StartAsync();
        rig.Hub.Findings.Add(Finding.Of(ErrorCatalogue.TimeStampMissing, Severity.Information, ""));
        await rig.PutAsync("a.edxml", await Letters.WriteAsync(from: "H41", to: "G22"));
        await Until.Async(() => rig.Names("sent").Length == 1);

        await Until.Async(() => rig.All("sent", ".open").Length == 0);
        rig.Names("sent").ShouldHaveSingleItem();
    }

    private static async Task ShellAsync(string script, string argument)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", script, argument]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
