using Agency.Adapter;
using Axis.Hub;
using Axis.Simulator.Clerks;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>A large package of which somebody has a half (protocol.md 7 and 10, rows 2 and 4).</summary>
[Collection(DeathCollection.Name)]
public sealed class HalfContentDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Halves => Deaths.Of(death =>
        Deaths.NameOf(death.Point) is AdapterCrashPoints.UploadBlock or HubCrashPoints.ContentHalf or AdapterCrashPoints.FetchBlock);

    public static TheoryData<int, string, string> Orphans => Deaths.Of(death => death.Point == AdapterCrashPoints.ContentNotNamed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Parts => Path.Combine(faults.Nation.HubOptions.ContentFolder, ".uploads", "@" + faults.Sender.Adapter.Plan.Code);

    [BrokerTheory, MemberData(nameof(Halves))]
    public async Task What_was_brought_over_is_kept_unseen_and_goes_on_from_there(int row, string program, string point)
    {
        row.ShouldBe(4);
        await faults.BeginAsync();
        var dying = faults.Program(program);
        await FaultNation.ArmAsync(dying, point);
        var letter = Large();
        var package = await FaultNation.PackageAsync(letter);
        var sha256 = Hash(package);
        var half = program == "receiver"
            ? Path.Combine(faults.Receiver.Adapter.Options.SpoolFolder, "half", sha256 + ".fetch")
            : Path.Combine(Parts, sha256);
        var whole = program == "receiver" ? AtAdapter(faults.Receiver, sha256) : AtHub(sha256);

        var submission = await SubmitAsync(letter, package);
        await FaultNation.DeadAsync(dying);

        await Eventually.Async(() => new FileInfo(half) is { Exists: true, Length: > 0 }, TimeSpan.FromMinutes(1), cancellation: Cancellation);
        new FileInfo(half).Length.ShouldBeLessThan(package.Length);
        File.Exists(whole).ShouldBeFalse();

        // Who goes on from there needs the beginning no more; who begins anew finds none.
        Wipe(program == "receiver" ? AtHub(sha256) : AtAdapter(faults.Sender, sha256), new FileInfo(half).Length);
        await dying.StartReadyAsync(Cancellation);
        await faults.SurviveAsync();
        new FileInfo(whole).Length.ShouldBe(package.Length);
        (await faults.DeliveryAsync(submission)).Attempt.ShouldBe(1);
    }

    [BrokerTheory, MemberData(nameof(Orphans))]
    public async Task A_content_that_no_row_names_is_swept_at_the_next_start(int row, string program, string point)
    {
        row.ShouldBe(2);
        await faults.BeginAsync();
        var dying = faults.Program(program);
        var adapter = program == "sender" ? faults.Sender.Adapter : faults.Receiver.Adapter;
        await FaultNation.ArmAsync(dying, point);
        var letter = Large();
        var package = await FaultNation.PackageAsync(letter);
        var orphan = Path.Combine(adapter.Options.SpoolFolder, "content", Hash(package)[..2], Hash(package));

        if (program == "sender")
        {
            // Nobody repeats: what the agency never got an answer for must not stay on the disk.
            using var system = FaultNation.Impatient(faults.Sender);
            await Should.ThrowAsync<HttpRequestException>(() => system.PostAsync(
                "v1/packages", new ByteArrayContent(package) { Headers = { ContentType = new("application/xml") } }, Cancellation));
            await FaultNation.DeadAsync(dying);
            File.Exists(orphan).ShouldBeTrue();
            await dying.StartReadyAsync(Cancellation);
            File.Exists(orphan).ShouldBeFalse();
            await SubmitAsync(letter, package);
        }
        else
        {
            await SubmitAsync(letter, package);
            await FaultNation.DeadAsync(dying);
            File.Exists(orphan).ShouldBeTrue();
            await dying.StartReadyAsync(Cancellation);
        }

        await faults.SurviveAsync();
        File.Exists(orphan).ShouldBeTrue();
    }

    private static void Wipe(string path, long count)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, new byte[count], 0);
    }

    private string AtHub(string sha256) => Path.Combine(faults.Nation.HubOptions.ContentFolder, sha256[..2], sha256[2..4], sha256);

    private static string AtAdapter(ProcessAgency agency, string sha256) =>
        Path.Combine(agency.Adapter.Options.SpoolFolder, "content", sha256[..2], sha256);

    /// <summary>More than sockets and pipes between two programs hold: where the sender has written its hundredth block, the hub has taken some.</summary>
    private Letter Large() => faults.Letter(faults.Receiver) with { AnnexBytes = 16_000_000 };

    private async Task<Guid> SubmitAsync(Letter letter, byte[] package)
    {
        var handedOver = await faults.Sender.System.SubmitAsync(package, Uri.EscapeDataString(letter.DocumentId), Cancellation);
        faults.Sender.Book.LetterSent(handedOver.SubmissionId, Hash(package));
        return handedOver.SubmissionId;
    }

    private static string Hash(byte[] package) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(package));
}
