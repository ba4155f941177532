using Agency.Adapter.AgencySystem.Folder;
using Agency.Adapter.Incoming;
using Agency.Adapter.Marks;
using Agency.Adapter.Tests.AgencySystem;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Folder;

/// <summary>The file of a recalled document goes from the folder, and a word in both languages says why.</summary>
public sealed class WithdrawTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 1, 15, 30, TimeSpan.Zero);

    [Fact]
    public async Task Removes_the_file_and_says_why()
    {
        await using var rig = await FolderRig.StartAsync();
        var (delivery, name) = await PlacedAsync(rig);

        Mark(rig, delivery);
        await DestroyedAsync(rig, delivery);

        rig.Names("inbox").ShouldBe([name + ".destroyed.txt"]);
        var note = await File.ReadAllTextAsync(Path.Combine(rig.Tree(), "inbox", name + ".destroyed.txt"), TestContext.Current.CancellationToken);
        note.ShouldContain("G22 đã thu hồi văn bản này. Lý do: Ban hành sai thẩm quyền");
        note.ShouldContain("G22 has recalled this document. Reason: Ban hành sai thẩm quyền");
        note.ShouldContain("2026-11-24 08:15:30 (UTC+7)");
        note.ShouldContain("7816/VPCP-TTĐT");
    }

    [Fact]
    public async Task Leaves_a_file_that_the_agency_has_changed_and_says_so()
    {
        await using var rig = await FolderRig.StartAsync();
        var (delivery, name) = await PlacedAsync(rig);
        await File.AppendAllTextAsync(Path.Combine(rig.Tree(), "inbox", name), "<!-- ours -->", TestContext.Current.CancellationToken);

        Mark(rig, delivery);
        await DestroyedAsync(rig, delivery);

        rig.Names("inbox").ShouldBe([name, name + ".destroyed.txt"]);
        (await File.ReadAllTextAsync(Path.Combine(rig.Tree(), "inbox", name + ".destroyed.txt"), TestContext.Current.CancellationToken))
            .ShouldContain("was changed here and is left");
    }

    [Fact]
    public async Task Says_so_where_the_agency_has_moved_the_file_and_touches_no_other()
    {
        await using var rig = await FolderRig.StartAsync();
        var (delivery, name) = await PlacedAsync(rig);
        File.Move(Path.Combine(rig.Tree(), "inbox", name), Path.Combine(rig.Tree(), "inbox", "kept.edxml"));

        Mark(rig, delivery);
        await DestroyedAsync(rig, delivery);

        rig.Names("inbox").ShouldBe([name + ".destroyed.txt", "kept.edxml"]);
    }

    /// <summary>Dies before or after the file went: the next start ends the same, with the note that was written first.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public async Task Ends_the_same_when_it_dies_around_the_removal(bool removed)
    {
        await using var rig = await FolderRig.StartAsync();
        var (delivery, name) = await PlacedAsync(rig);
        var dies = new DiesWhenWithdrawing(removed);
        rig.Replace = services => services.AddSingleton<IPlacePackages>(dies);
        await rig.StartAgainAsync();
        Mark(rig, delivery);
        await Until.Async(() => dies.Deaths > 0);
        Mark(rig, delivery);
        await Until.Async(() => dies.Deaths > 2);
        await rig.StopAsync();
        rig.Names("inbox").ShouldBe(removed ? [name + ".destroyed.txt"] : [name]);
        rig.Hub.Acknowledged.ShouldNotContain(line => line.Kind == AcknowledgeKind.Destroyed);

        rig.Replace = null;
        await rig.StartAgainAsync();
        await DestroyedAsync(rig, delivery);

        rig.Names("inbox").ShouldBe([name + ".destroyed.txt"]);
        (await File.ReadAllTextAsync(Path.Combine(rig.Tree(), "inbox", name + ".destroyed.txt"), TestContext.Current.CancellationToken))
            .ShouldContain("was destroyed");
    }

    private static async Task<(Guid Delivery, string Name)> PlacedAsync(AdapterRig rig)
    {
        using var g22 = rig.Client(AdapterRig.KeyOfG22);
        using var content = new ByteArrayContent(await Letters.WriteAsync(to: "H41"));
        content.Headers.ContentType = new("application/xml");
        (await g22.PostAsync(new Uri("v1/packages", UriKind.Relative), content, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Until.Async(() => rig.Hub.Acknowledged.Any(line => line.Kind == AcknowledgeKind.Done));
        return (rig.Hub.Deliveries.First(pair => pair.Key.Receiver == "H41").Value, rig.Names("inbox").ShouldHaveSingleItem());
    }

    private static void Mark(AdapterRig rig, Guid delivery) =>
        rig.Hub.Mark(new(delivery, 1, MarkKind.Destroy, ChangeCommand.Recall, "Ban hành sai thẩm quyền", At));

    private static Task DestroyedAsync(AdapterRig rig, Guid delivery) =>
        Until.Async(() => rig.Hub.Acknowledged.Any(line => line.DeliveryId == delivery && line.Kind == AcknowledgeKind.Destroyed));

    /// <summary>Stands for a process that is gone around the removal: the step never ends well.</summary>
    private sealed class DiesWhenWithdrawing(bool removed) : IPlacePackages
    {
        private readonly PlaceIntoFolder real = new();
        private int deaths;

        public int Deaths => deaths;

        public InboundInterface Interface => InboundInterface.Folder;

        public Task StageAsync(InboxItem item, Stream package, AgencyOptions agency, CancellationToken cancellation) =>
            real.StageAsync(item, package, agency, cancellation);

        public Task PlaceAsync(InboxItem item, AgencyOptions agency, CancellationToken cancellation) => real.PlaceAsync(item, agency, cancellation);

        public async Task WithdrawAsync(InboxItem item, Marking why, AgencyOptions agency, CancellationToken cancellation)
        {
            if (removed)
            {
                await real.WithdrawAsync(item, why, agency, cancellation);
            }

            Interlocked.Increment(ref deaths);
            throw new IOException("dead");
        }

        public Task DiscardAsync(Guid deliveryId, AgencyOptions agency, CancellationToken cancellation) =>
            real.DiscardAsync(deliveryId, agency, cancellation);
    }
}
