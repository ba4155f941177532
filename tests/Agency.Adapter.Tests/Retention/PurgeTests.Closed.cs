using Agency.Adapter.Outgoing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Tests.Retention;

/// <summary>What was given up at the hub.</summary>
public sealed partial class PurgeTests
{
    /// <summary>By an act on the item, of either side, or by an operator: here nobody was asked, the hub tells of it.</summary>
    [Fact]
    public async Task Removes_a_failure_that_was_given_up_elsewhere_with_what_others_have_taken()
    {
        var package = await Packages.EdocAsync();
        var (id, delivery, other) = await SendToTwoAsync(package);
        await StateAsync(id, other, 1, "DONE");
        await StateAsync(id, delivery, 1, "FAIL");
        await PassAsync(100);
        Contents.Has(Sha256(package)).ShouldBeTrue();

        await StateAsync(id, delivery, 2, "FAIL", closed: true);
        await PassAsync(29);
        Contents.Has(Sha256(package)).ShouldBeTrue();
        await PassAsync(2);

        Contents.Has(Sha256(package)).ShouldBeFalse();
    }

    [Fact]
    public async Task Keeps_what_failed_at_one_receiver_though_it_was_given_up_at_another()
    {
        var package = await Packages.EdocAsync();
        var (id, delivery, other) = await SendToTwoAsync(package);
        await StateAsync(id, delivery, 1, "FAIL", closed: true);
        await StateAsync(id, other, 1, "FAIL");
        await PassAsync(100);
        Contents.Has(Sha256(package)).ShouldBeTrue();
    }

    [Fact]
    public async Task Begins_the_time_anew_when_what_was_given_up_is_sent_again()
    {
        var package = await Packages.EdocAsync();
        var (id, delivery) = await SendAsync(package);
        await StateAsync(id, delivery, 1, "FAIL", closed: true);
        await PassAsync(20);
        await StateAsync(id, delivery, 2, "INITIAL");
        await StateAsync(id, delivery, 3, "DONE");

        await PassAsync(15);
        Contents.Has(Sha256(package)).ShouldBeTrue();
        await PassAsync(16);
        Contents.Has(Sha256(package)).ShouldBeFalse();
    }

    private async Task<(Guid Id, Guid Delivery, Guid Other)> SendToTwoAsync(byte[] package)
    {
        var id = (await adapter.HandOverAsync(package)).ShouldBeOfType<SubmitOutcome.Accepted>().SubmissionId;
        var (delivery, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await adapter.ReceiptAsync(new Receipt(
            id, 1, ReceiptOutcome.Accepted, Sha256(package), clock.GetUtcNow(),
            [new("G22", ReceiverOutcome.Delivery, delivery), new("G14", ReceiverOutcome.Delivery, other)], [], Guid.CreateVersion7()));
        return (id, delivery, other);
    }
}
