using Axis.Hub.Flow;
using Axis.Hub.Flow.Route;
using Axis.Hub.Flow.Submit;
using Axis.Hub.Tests.Ledger;

namespace Axis.Hub.Tests.Flow.Submit;

public sealed class SentBeforeTests
{
    /// <summary>The ledger's key would refuse a second one, and the whole batch would be decided again.</summary>
    [Fact]
    public void A_delivery_of_the_batch_stands_for_the_same_document_behind_it()
    {
        var before = new SentBefore(new DeliveryBook(new NoDueTimes(), new HubOptions(), FlowRows.Now));
        var delivery = FlowRows.Delivery();

        before.Add(Rows.Document() with { FamilyKey = "family" }, delivery);

        before.HeadFor(new Receiver("H37", FlowNation.Agency(FlowNation.Province, "H37", "H37"), "H37"), "family").ShouldNotBeNull().Newest.ShouldBe(delivery);
    }
}
