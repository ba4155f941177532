using System.Net;
using System.Security.Cryptography;
using Agency.Adapter;
using Axis.Hub;
using Axis.Hub.Ledger;
using Axis.TestKit;

namespace Axis.Journeys.Faults;

/// <summary>A document that its sender recalls; a program dies while the copies are frozen and destroyed (domain.md 2.3).</summary>
[Collection(DeathCollection.Name)]
public sealed class ChangeDeaths(FaultNation faults)
{
    public static TheoryData<int, string, string> Marked => Deaths.Of(death =>
        death.Point is HubCrashPoints.MarkNotMarked or AdapterCrashPoints.DestroyedNotRemoved);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [BrokerTheory, MemberData(nameof(Marked))]
    public async Task A_recalled_document_is_frozen_and_destroyed_though_a_program_dies_at_its_marks(int row, string program, string point)
    {
        row.ShouldBeOneOf(2, 8);
        await faults.BeginAsync();
        await faults.RestAsync(faults.Receiver);
        var submission = await faults.SubmitAsync(faults.Letter(faults.Receiver) with { AnnexBytes = 600_000 });
        var (document, sha256) = await TakeInAsync();
        await faults.DeliveryAsync(submission, delivery => delivery.Transport == TransportState.Done);
        await faults.Sender.System.RecallAsync(submission, "Sai thẩm quyền ký", Cancellation);
        var (carrier, _) = await TakeInAsync();
        await FaultNation.ArmAsync(faults.Program(program), point);

        await faults.Receiver.System.AnswerRequestAsync(carrier, agree: true, null, Cancellation);
        await FaultNation.ReviveAsync(faults.Program(program));

        await faults.DeliveryAsync(submission, delivery => delivery is { VoidAs: VoidCause.Recalled, Attempt: 1 });
        await faults.SurviveAsync();
        (await Should.ThrowAsync<HttpRequestException>(() => faults.Receiver.System.OpenAsync(document, Cancellation))).StatusCode.ShouldBe(HttpStatusCode.Gone);
        File.Exists(Path.Combine(faults.Receiver.Adapter.Options.SpoolFolder, "content", sha256[..2], sha256)).ShouldBeFalse();
        (await faults.Sender.System.FindAsync(submission, Cancellation)).Receivers.ShouldHaveSingleItem().Frozen.ShouldNotBeNull();
    }

    /// <summary>What the receiver's clerk does, without an answer of his own.</summary>
    private async Task<(Guid DeliveryId, string Sha256)> TakeInAsync()
    {
        var item = await Eventually.FindAsync(
            async () => (await faults.Receiver.System.ListInboxAsync(Cancellation)).SingleOrDefault(), TimeSpan.FromMinutes(3), cancellation: Cancellation);
        var package = await faults.Receiver.System.OpenAsync(item.DeliveryId, Cancellation);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(package));
        await faults.Receiver.System.AcknowledgeAsync(item.DeliveryId, Cancellation);
        faults.Receiver.Book.Received(item.DeliveryId, item.Kind, sha256);
        return (item.DeliveryId, sha256);
    }
}
