using Agency.Adapter;
using Agency.Adapter.Outgoing;
using Axis.Simulator.Clerks;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>An agency that reads and writes files (protocol.md 10, row 13): whatever step is cut off, there is one file and one submission.</summary>
[Collection(DeathCollection.Name)]
public sealed class FolderDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Arriving => Deaths.Of(death => death.Row == 13 && death.Point.StartsWith("adapter.place", StringComparison.Ordinal));

    public static TheoryData<int, string, string> Leaving => Deaths.Of(death => death.Row == 13 && death.Point.StartsWith("folder", StringComparison.Ordinal));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FolderDesk Desk => faults.Desk.Desk!;

    [BrokerTheory, MemberData(nameof(Arriving))]
    public async Task An_arriving_document_is_shown_in_one_file(int row, string program, string point)
    {
        row.ShouldBe(13);
        await faults.BeginAsync();
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Desk));
        await FaultNation.DeadAsync(faults.Program(program));
        var delivery = (await faults.DeliveryAsync(submission)).DeliveryId;
        var shown = point == AdapterCrashPoints.PlacedNotDone;
        Desk.FilesOf(delivery).Count.ShouldBe(shown ? 1 : 0);
        File.Exists(Path.Combine(Desk.Tree.Parts, delivery.ToString("N"))).ShouldBe(!shown);

        await faults.Program(program).StartReadyAsync(Cancellation);

        await faults.SurviveAsync();
        Desk.FilesOf(delivery).ShouldHaveSingleItem();
        (await faults.Ledger.StatusesAboutAsync(delivery, Cancellation)).ShouldBe(["01"]);
    }

    [BrokerTheory, MemberData(nameof(Leaving))]
    public async Task A_file_of_the_outbox_is_sent_or_refused_once(int row, string program, string point)
    {
        row.ShouldBe(13);
        await faults.BeginAsync();
        var name = $"van-ban-{Deaths.NameOf(point)}";
        await FaultNation.ArmAsync(faults.Program(program), point);
        var submission = await SendAsync(point, name + ".edxml");

        await FaultNation.ReviveAsync(faults.Program(program));

        await faults.SurviveAsync();
        var refused = point is AdapterCrashPoints.FileNoted or AdapterCrashPoints.FileAnswered;
        Named(Desk.Tree.Sent, name, ".edxml").Length.ShouldBe(refused ? 0 : 1);
        Named(Desk.Tree.Refused, name, ".edxml").Length.ShouldBe(refused ? 1 : 0);
        Named(Desk.Tree.Refused, name, ".txt").Length.ShouldBe(refused ? 1 : 0);
        Named(Desk.Tree.Refused, name, ".json").Length.ShouldBe(refused ? 1 : 0);
        (await faults.Ledger.DeliveriesOfAsync(faults.Desk.Adapter.Plan.Code, submission, Cancellation)).Count.ShouldBe(refused ? 0 : 1);
    }

    /// <summary>A letter as the place asks for: one that goes, one that the adapter refuses, or one that the hub refuses.</summary>
    private async Task<Guid> SendAsync(string point, string name)
    {
        switch (point)
        {
            case AdapterCrashPoints.FileNoted:
                // Another agency's letter.
                var foreign = await FaultNation.PackageAsync(faults.Letter(faults.Receiver));
                return SubmissionIds.OfBytes(faults.Desk.Addressee.Code, Desk.Put(name, foreign), 0);
            case AdapterCrashPoints.FileAnswered:
                var lost = faults.Write(faults.Desk, faults.Receiver) with { Receivers = [new Addressee("Z99.99", "Không có")] };
                return Desk.Send(name, await FaultNation.PackageAsync(lost));
            default:
                return Desk.Send(name, await FaultNation.PackageAsync(faults.Write(faults.Desk, faults.Receiver)));
        }
    }

    private static string[] Named(string folder, string name, string extension) => Directory.GetFiles(folder, name + "~*" + extension);
}
