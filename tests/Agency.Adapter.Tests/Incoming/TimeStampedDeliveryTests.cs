using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;
using Axis.Simulator.TimeStamps;

namespace Agency.Adapter.Tests.Incoming;

/// <summary>The receiver's own judgement of a sender's time stamp, by its own roots.</summary>
public sealed class TimeStampedDeliveryTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_agency_when_the_seal_was_stamped()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await stamps.StartAsync(Cancelled);
        await adapter.StartWithAsync();
        var (delivery, stampedAt) = await StampAsync(adapter, stamps, adapter.Delivery(await Packages.EdocAsync("G22", "H37")));

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery);

        (await OfferedAsync(adapter, delivery.DeliveryId)).ShouldBe(stampedAt);
    }

    [Fact]
    public async Task Offers_what_has_no_stamp_and_what_it_cannot_judge_without_a_time()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await stamps.StartAsync(Cancelled);
        adapter.Options.TimeStampAuthority = "";
        var roots = adapter.Options.TimeStampRootsPath;
        await adapter.StartWithAsync();
        var bare = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));
        await adapter.Link.DeliverAsync(WireNames.Deliver, bare);
        (await OfferedAsync(adapter, bare.DeliveryId)).ShouldBeNull();

        adapter.Options.TimeStampRootsPath = "";
        await adapter.RestartAsync();
        adapter.Options.TimeStampRootsPath = roots;
        var (stamped, _) = await StampAsync(adapter, stamps, adapter.Delivery(await Packages.EdocAsync("G22", "H37", number: "7817")));
        await adapter.Link.DeliverAsync(WireNames.Deliver, stamped);
        (await OfferedAsync(adapter, stamped.DeliveryId)).ShouldBeNull();
    }

    [Fact]
    public async Task Fails_a_delivery_whose_stamp_is_of_another_seal()
    {
        await using var adapter = new TestAdapter();
        await using var stamps = adapter.AddTimeStamps();
        await stamps.StartAsync(Cancelled);
        await adapter.StartWithAsync();
        var (other, _) = await StampAsync(adapter, stamps, adapter.Delivery(await Packages.EdocAsync("G22", "H37", number: "7817")));
        var delivery = adapter.Delivery(await Packages.EdocAsync("G22", "H37"));

        await adapter.Link.DeliverAsync(WireNames.Deliver, delivery with { Seal = Graft(other.Seal, delivery.Seal) });

        var answer = await Wait.ForAsync(
            () => adapter.Acknowledged(), lines => lines is [.., { Kind: AcknowledgeKind.Fail }], "it is failed");
        answer[^1].Reason!.ShouldStartWith(ErrorCatalogue.TimeStampAltered.Code);
        adapter.Inbox.List("H37", null, null, 10).ShouldBeEmpty();
    }

    private static async Task<DateTimeOffset?> OfferedAsync(TestAdapter adapter, Guid deliveryId) =>
        (await Wait.ForAsync(() => adapter.Inbox.Find("H37", deliveryId), item => item is not null, "it is offered"))!.Metadata.StampedAt;

    private static async Task<(DeliverMessage Delivery, DateTimeOffset StampedAt)> StampAsync(TestAdapter adapter, TimeStampServer stamps, DeliverMessage delivery)
    {
        using var http = new HttpClient();
        var roots = new AdapterCertificates(adapter.Options).TimeStampAuthorities!;
        var stamper = new TimeStamper(new HttpTimeStampAuthority(http, new Uri(stamps.Address)), roots, TimeProvider.System);
        var sealedAt = Manifest.Read(delivery.Manifest).Manifest!.SealedAt;
        var stamped = (await stamper.StampAsync(delivery.Seal, sealedAt, Cancelled)).ShouldBeOfType<TimeStampOutcome.Stamped>();
        return (delivery with { Seal = stamped.Seal }, stamped.StampedAt);
    }

    /// <summary>One seal's stamp on another one.</summary>
    private static byte[] Graft(byte[] from, byte[] onto)
    {
        var (source, target) = (new System.Security.Cryptography.Pkcs.SignedCms(), new System.Security.Cryptography.Pkcs.SignedCms());
        source.Decode(from);
        target.Decode(onto);
        target.SignerInfos[0].AddUnsignedAttribute(source.SignerInfos[0].UnsignedAttributes[0].Values[0]);
        return target.Encode();
    }
}
