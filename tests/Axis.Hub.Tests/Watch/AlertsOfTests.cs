using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Ledger;

namespace Axis.Hub.Tests.Watch;

/// <summary>Which changes of rows begin and end a cause to be told of.</summary>
public class AlertsOfTests
{
    private static readonly DeliveryRow Delivery = Rows.Delivery(Rows.Document());
    private static readonly DeliveryRow Failed = Delivery with { Transport = TransportState.Fail, FailedBy = FailCause.Agency };
    private static readonly DeliveryRow Returned = Delivery with { Transport = TransportState.Done, Business = "02" };

    public static TheoryData<string, string> Changes => new()
    {
        { "", "" },
        { "new", "" },
        { "fails", "+delivery-failed agency" },
        { "fails and is closed at once", "" },
        { "is closed", "-delivery-failed" },
        { "arrives after all", "-delivery-failed" },
        { "is sent again and fails again", "" },
        { "is void", "-delivery-failed" },
        { "is returned", "+returned 02" },
        { "a status is returned", "" },
        { "what was returned is void", "-returned" },
        { "fails as the first that is known of it", "+delivery-failed agency" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void A_delivery_begins_and_ends_causes(string what, string expected)
    {
        var alerts = new AlertsOf();
        var (before, after, isDealtWith) = what switch
        {
            "" => (Delivery, Delivery with { Transport = TransportState.Processing }, false),
            "new" => ((DeliveryRow?)null, Delivery, false),
            "fails" => (Delivery, Failed, false),
            "fails and is closed at once" => (Delivery, Failed, true),
            "is closed" => (Failed, Failed, true),
            "arrives after all" => (Failed, Delivery with { Transport = TransportState.Done }, true),
            "is sent again and fails again" => (Failed, Failed with { Attempt = 7 }, false),
            "is void" => (Failed, Failed with { VoidAs = VoidCause.Void }, true),
            "is returned" => (Delivery, Returned, false),
            "a status is returned" => (Delivery with { Kind = "status" }, Returned with { Kind = "status" }, false),
            "what was returned is void" => (Returned, Returned with { VoidAs = VoidCause.Superseded }, false),
            "fails as the first that is known of it" => (null, Failed, false),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such change."),
        };

        alerts.Take(before, after, isDealtWith);

        Describe(alerts).ShouldBe(expected);
    }

    [Theory]
    [InlineData(ChangeStatus.Delivered, ChangeStatus.Overdue, false, false, "+amendment-unanswered recall")]
    [InlineData(ChangeStatus.Overdue, ChangeStatus.Agreed, false, true, "-amendment-unanswered")]
    [InlineData(ChangeStatus.Overdue, ChangeStatus.Refused, false, false, "+amendment-refused recall -amendment-unanswered")]
    [InlineData(ChangeStatus.Delivered, ChangeStatus.Refused, false, false, "+amendment-refused recall")]
    [InlineData(ChangeStatus.Refused, ChangeStatus.Agreed, false, true, "-amendment-refused")]
    [InlineData(ChangeStatus.Refused, ChangeStatus.Refused, false, true, "-amendment-refused")]
    [InlineData(ChangeStatus.Delivered, ChangeStatus.Agreed, false, true, "")]
    [InlineData(ChangeStatus.Overdue, ChangeStatus.Lapsed, false, true, "-amendment-unanswered")]
    public void A_request_begins_and_ends_causes(ChangeStatus before, ChangeStatus after, bool wasVoid, bool isVoid, string expected)
    {
        var alerts = new AlertsOf();
        var request = new ChangeRow
        {
            CarrierId = Delivery.DeliveryId, TargetId = Failed.DocumentId, SubmissionId = Delivery.DocumentId, Command = ChangeCommand.Recall, Reason = "", OpenedAt = Rows.Noon, Since = Rows.Noon,
        };

        alerts.Take(request with { Status = before }, request with { Status = after }, wasVoid, isVoid);

        Describe(alerts).ShouldBe(expected);
    }

    private static string Describe(AlertsOf alerts) => string.Join(' ', alerts.Begun.Select(cause => $"+{cause.Kind} {cause.Cause}").Concat(alerts.Ended.Select(end => $"-{end.Kind}")));
}
