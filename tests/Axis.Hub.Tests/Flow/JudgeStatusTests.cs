using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Route;
using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Flow;

public class JudgeStatusTests
{
    [Theory]
    [InlineData("01"), InlineData("02"), InlineData("03"), InlineData("04"), InlineData("05"), InlineData("06"), InlineData("15"), InlineData("16")]
    public void A_receivers_status_goes_to_the_sender(string code) =>
        Decide(code, FlowRows.Delivery()).ShouldBeOfType<StatusRoute.Forward>();

    [Fact]
    public void A_take_back_goes_to_the_receiver() =>
        Decide("13", FlowRows.Delivery(), from: FlowNation.Vpcp, to: FlowNation.Province).ShouldBeOfType<StatusRoute.Forward>();

    [Fact]
    public void A_take_back_by_the_receiver_is_refused() => Code(Decide("13", FlowRows.Delivery())).ShouldBe("AXS-1011");

    [Fact]
    public void A_status_of_somebody_who_has_not_received_the_document_is_refused() =>
        Code(Decide("03", FlowRows.Delivery(), from: FlowNation.Other)).ShouldBe("AXS-1011");

    [Fact]
    public void A_status_addressed_to_somebody_else_than_the_sender_is_refused() =>
        Code(Decide("03", FlowRows.Delivery(), to: FlowNation.Other)).ShouldBe("AXS-1011");

    [Fact]
    public void A_status_about_a_status_is_refused() => Code(Decide("03", FlowRows.Delivery() with { Kind = "status" })).ShouldBe("AXS-1011");

    [Fact]
    public void A_status_about_nothing_known_is_refused() => Code(Decide("03", null)).ShouldBe("AXS-1011");

    [Theory]
    [InlineData("103"), InlineData("07"), InlineData("")]
    public void An_unknown_code_is_refused(string code) => Code(Decide(code, FlowRows.Delivery())).ShouldBe("AXS-1013");

    [Theory]
    [InlineData("03"), InlineData("04"), InlineData("05"), InlineData("06")]
    public void A_refusal_after_acceptance_is_refused_and_kept(string business)
    {
        var route = Decide("02", FlowRows.Delivery() with { Business = business });

        Code(route).ShouldBe("AXS-1012");
        ((StatusRoute.Refused)route).Target.ShouldNotBeNull();
    }

    [Fact]
    public void A_status_of_a_void_delivery_is_told_what_became_of_it()
    {
        var route = Decide("03", FlowRows.Delivery() with { VoidAs = VoidCause.Superseded, Cause = "thay thế" });

        Code(route).ShouldBe("AXS-1017");
        ((StatusRoute.Refused)route).Finding.English.ShouldContain("thay thế");
    }

    [Fact]
    public void Only_the_first_arrival_is_forwarded_whatever_came_between()
    {
        Decide("01", FlowRows.Delivery() with { Business = "05" }).ShouldBeOfType<StatusRoute.Forward>();
        Decide("01", FlowRows.Delivery() with { Business = "05" }, earlier: ["đã đến"]).ShouldBeOfType<StatusRoute.History>();
        Decide("01", FlowRows.Delivery() with { Business = "01" }, text: "other", earlier: [null]).ShouldBeOfType<StatusRoute.History>();
    }

    [Fact]
    public void A_repeat_of_the_current_code_with_the_same_text_is_history()
    {
        Decide("05", FlowRows.Delivery() with { Business = "05" }, "a", ["a"]).ShouldBeOfType<StatusRoute.History>();
        Decide("05", FlowRows.Delivery() with { Business = "05" }, "b", ["a"]).ShouldBeOfType<StatusRoute.Forward>();
        Decide("04", FlowRows.Delivery() with { Business = "05" }, "a", ["a"]).ShouldBeOfType<StatusRoute.Forward>();
    }

    [Theory]
    [InlineData("01"), InlineData("02"), InlineData("13")]
    public void The_very_same_status_is_a_repeat_whatever_became_of_its_delivery(string code)
    {
        var (from, to) = code == "13" ? (FlowNation.Vpcp, FlowNation.Province) : (FlowNation.Province, FlowNation.Vpcp);
        DeliveryRow[] targets =
        [
            FlowRows.Delivery() with { Business = "05" }, FlowRows.Delivery() with { Business = "02" }, FlowRows.Delivery() with { VoidAs = VoidCause.Recalled },
        ];
        foreach (var target in targets)
        {
            Decide(code, target, from: from, to: to, isTaken: true).ShouldBeOfType<StatusRoute.Repeat>().Finding.Code.ShouldBe("AXS-1024");
        }
    }

    [Fact]
    public void The_delivery_that_the_manifest_names_counts_before_the_search()
    {
        var named = FlowRows.Delivery();
        var found = FlowRows.Delivery();

        Target(Decide("03", named, found: found, isNamed: true)).ShouldBe(named.DeliveryId);
        Target(Decide("03", null, found: found, isNamed: false)).ShouldBe(found.DeliveryId);
        Code(Decide("03", null, found: found, isNamed: true)).ShouldBe("AXS-1011");
    }

    private static string Code(StatusRoute route) => route.ShouldBeOfType<StatusRoute.Refused>().Finding.Code;

    private static Guid Target(StatusRoute route) => route.ShouldBeOfType<StatusRoute.Forward>().Target.DeliveryId;

    private static StatusRoute Decide(
        string code, DeliveryRow? named, string? text = null, string?[]? earlier = null, Guid? from = null, Guid? to = null,
        DeliveryRow? found = null, bool isNamed = true, bool isTaken = false)
    {
        var header = new StatusHeader
        {
            From = new("H37"), ResponseFor = new("G22", "7816/VPCP", null, null), StatusCode = code, Description = text,
        };
        return JudgeStatus.Decide(isNamed ? Guid.CreateVersion7() : null, header, new(from ?? FlowNation.Province, []), new(to ?? FlowNation.Vpcp, []), new(named, found, earlier ?? [], isTaken, false, []));
    }
}
