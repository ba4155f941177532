using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Flow;

public class JudgeFamilyTests
{
    private const string Same = "aa";
    private const string Mended = "bb";
    private static readonly Receiver To = new("H37", FlowNation.Agency(FlowNation.Province, "H37", "H37"), "H37");

    [Fact]
    public void Nothing_sent_yet_makes_the_first_delivery() =>
        Decide(null).ShouldBe(new ReceiverRoute.NewDelivery(To, 1));

    [Fact]
    public void What_is_void_or_refused_leaves_its_generation_behind() =>
        Decide(new FamilyHead(new("f", FlowNation.Province), null, null, 3)).ShouldBe(new ReceiverRoute.NewDelivery(To, 4));

    [Theory]
    [InlineData(TransportState.Initial, Same), InlineData(TransportState.Processing, Same), InlineData(TransportState.Done, Same)]
    [InlineData(TransportState.Initial, Mended), InlineData(TransportState.Processing, Mended), InlineData(TransportState.Done, Mended)]
    public void A_live_delivery_means_already_sent(TransportState transport, string sha256) =>
        Decide(Head(transport), sha256).ShouldBeOfType<ReceiverRoute.AlreadySent>().Standing.Transport.ShouldBe(transport);

    [Fact]
    public void The_same_bytes_after_a_failure_are_a_new_attempt() =>
        Decide(Head(TransportState.Fail)).ShouldBeOfType<ReceiverRoute.NewAttempt>().Failed.Generation.ShouldBe(2);

    [Fact]
    public void A_mended_document_waits_for_the_failed_one() =>
        Decide(Head(TransportState.Fail), Mended).ShouldBeOfType<ReceiverRoute.AfterFailed>().Generation.ShouldBe(3);

    [Theory]
    [InlineData(BusinessDocType.Update), InlineData(BusinessDocType.Replacement)]
    public void An_update_or_replacement_is_no_duplicate_of_what_it_changes(BusinessDocType type) =>
        Decide(Head(TransportState.Done), Mended, type).ShouldBe(new ReceiverRoute.NewDelivery(To, 3));

    [Fact]
    public void The_same_update_twice_is_a_duplicate() =>
        Decide(Head(TransportState.Done), Same, BusinessDocType.Update).ShouldBeOfType<ReceiverRoute.AlreadySent>();

    private static ReceiverRoute Decide(FamilyHead? head, string sha256 = Same, BusinessDocType type = BusinessDocType.New) =>
        JudgeFamily.Decide(To, head, sha256, type);

    private static FamilyHead Head(TransportState transport) =>
        new(new("f", FlowNation.Province), FlowRows.Delivery() with { Transport = transport, Generation = 2 }, Same, 2);
}
