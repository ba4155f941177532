using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Ledger;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Tests.Watch;

/// <summary>What each pair of an adapter's line and the hub's row comes to.</summary>
public sealed class CompareBooksTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 17, 40, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Old = Now.AddHours(-5);
    private static readonly DateTimeOffset Young = Now.AddMinutes(-9);
    private static readonly Guid Submission = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Delivery = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Document = new("33333333-3333-3333-3333-333333333333");
    private static readonly Guid Sender = new("44444444-4444-4444-4444-444444444444");
    private static readonly Guid Receiver = new("55555555-5555-5555-5555-555555555555");
    private static readonly DateOnly Day = new(2026, 11, 25);

    private static readonly HubSubmission Accepted = new() { SubmissionId = Submission, PackageSha256 = "aa", DocumentId = Document, FirstAt = Old, SenderAgencyId = Sender, CodeNumber = "7", CodeNotation = "VP" };

    private static readonly HubDelivery Arrived = new()
    {
        DeliveryId = Delivery, DocumentId = Document, Kind = "edoc", AdapterCode = "H37", ReceiverAgencyId = Receiver, Transport = TransportState.Done, Attempt = 1, Phase = DispatchPhase.Resting,
        Since = Old, AcceptedAt = Old, PublishedAt = Old, SignAt = Old, Version = 4, PackageSha256 = "aa", Business = "01",
    };

    private static readonly HubDelivery Published = Arrived with { Transport = TransportState.Initial, Phase = DispatchPhase.Published, Business = null, SignAt = null };
    private static readonly HubDelivery Held = Arrived with { Transport = TransportState.Processing, Phase = DispatchPhase.Held, Business = null };
    private static readonly HubDelivery Failed = Arrived with { Transport = TransportState.Fail, Business = null };
    private static readonly HubDelivery Void = Arrived with { Transport = TransportState.Processing, VoidAs = VoidCause.TakenBack, Business = null };

    private static readonly SentLine Line = new(Submission, "G22", "aa", SentState.Accepted, Old, [new(Delivery, 4, "DONE", "01")]);
    private static readonly ReceivedLine Copy = new(Delivery, "edoc", "aa", 1, ReceivedState.Done, Old, "H37", "01", Old);
    private static readonly ReceivedLine Lying = Copy with { State = ReceivedState.Processing, Answer = null };

    /// <summary>Name, the adapter's line, the hub's submission and delivery, and the code; null: no difference.</summary>
    private static readonly (string Name, SentLine? Line, HubSubmission? Row, HubDelivery? Delivery, bool Refused, ErrorEntry? Code)[] SentCases =
    [
        ("both agree", Line, Accepted, Arrived, false, null),
        ("waits in the spool", Line with { State = SentState.Waiting, Deliveries = [] }, null, null, false, null),
        ("sent without a receipt", Line with { State = SentState.Sent, Deliveries = [] }, null, null, false, ErrorCatalogue.BooksSentWithoutReceipt),
        ("sent a moment ago", Line with { State = SentState.Sent, Since = Young, Deliveries = [] }, null, null, false, null),
        ("accepted and unknown to the hub", Line, null, null, false, ErrorCatalogue.BooksAcceptedUnknownToHub),
        ("accepted and refused at the hub", Line, null, null, true, ErrorCatalogue.BooksAcceptedUnknownToHub),
        ("accepted a moment ago and unknown to the hub", Line with { Since = Young }, null, null, false, null),
        ("not in the spool", null, Accepted, Arrived, false, ErrorCatalogue.BooksSubmissionMissing),
        ("accepted a moment ago and not in the spool", null, Accepted with { FirstAt = Young }, Arrived, false, null),
        ("other bytes", Line with { PackageSha256 = "bb" }, Accepted, Arrived, false, ErrorCatalogue.BooksSentOtherBytes),
        ("other bytes, a moment ago", Line with { PackageSha256 = "bb", Since = Young }, Accepted, Arrived, false, ErrorCatalogue.BooksSentOtherBytes),
        ("the same bytes in other letters", Line with { PackageSha256 = "AA" }, Accepted, Arrived, false, null),
        ("a conflict that was told", Line with { PackageSha256 = "bb", State = SentState.Conflict }, Accepted, Arrived, false, null),
        ("receipt of an acceptance lost", Line with { State = SentState.Sent, Deliveries = [] }, Accepted, Arrived, false, ErrorCatalogue.BooksReceiptLost),
        ("receipt of a refusal lost", Line with { State = SentState.Sent, Deliveries = [] }, null, null, true, ErrorCatalogue.BooksReceiptLost),
        ("accepted while it still waits", Line with { State = SentState.Waiting, Deliveries = [] }, Accepted, Arrived, false, ErrorCatalogue.BooksReceiptLost),
        ("refused at the adapter only", Line with { State = SentState.Refused, Deliveries = [] }, Accepted, Arrived, false, ErrorCatalogue.BooksVerdictDiffers),
        ("refused on both sides", Line with { State = SentState.Refused, Deliveries = [] }, null, null, true, null),
        ("state behind", Line with { Deliveries = [new(Delivery, 3, "PROCESSING")] }, Accepted, Arrived, false, ErrorCatalogue.BooksStateBehind),
        ("no state at all", Line with { Deliveries = [] }, Accepted, Arrived, false, ErrorCatalogue.BooksStateBehind),
        ("state behind and about to be told", Line with { Deliveries = [new(Delivery, 3, "PROCESSING")] }, Accepted, Arrived with { StatesDue = true }, false, null),
        ("state behind for a moment", Line with { Deliveries = [new(Delivery, 3, "PROCESSING")] }, Accepted, Arrived with { SignAt = Young }, false, null),
        ("an older version of the same state", Line with { Deliveries = [new(Delivery, 3, "DONE", "01")] }, Accepted, Arrived, false, null),
        ("state ahead", Line with { Deliveries = [new(Delivery, 5, "DONE", "03")] }, Accepted, Arrived, false, ErrorCatalogue.BooksStateAhead),
        ("another state of the same version", Line with { Deliveries = [new(Delivery, 4, "FAIL", "01")] }, Accepted, Arrived, false, ErrorCatalogue.BooksStateAhead),
        ("a delivery that the hub has not", Line, Accepted, null, false, ErrorCatalogue.BooksStateAhead),
        ("void is told as VOID", Line with { Deliveries = [new(Delivery, 4, "VOID")] }, Accepted, Void, false, null),
    ];

    private static readonly (string Name, ReceivedLine? Line, HubDelivery? Row, ErrorEntry? Code)[] ReceivedCases =
    [
        ("both agree", Copy, Arrived, null),
        ("lies in the spool", Lying, Held, null),
        ("published and not in the spool", null, Published, ErrorCatalogue.BooksDeliveryMissing),
        ("processing and not in the spool", null, Held, ErrorCatalogue.BooksDeliveryMissing),
        ("published a moment ago", null, Published with { PublishedAt = Young }, null),
        ("waits at the hub", null, Published with { Phase = DispatchPhase.Waiting }, null),
        ("failed and never there", null, Failed, null),
        ("void and never there", null, Void, null),
        ("arrived and not in the spool", null, Arrived, ErrorCatalogue.BooksArrivedMissing),
        ("moved to another adapter", null, Arrived with { AdapterCode = "G22" }, null),
        ("unknown to the hub", Copy, null, ErrorCatalogue.BooksDeliveryUnknownToHub),
        ("unknown to the hub, a moment ago", Copy with { Since = Young }, null, null),
        ("of another adapter", Copy, Arrived with { AdapterCode = "G22" }, ErrorCatalogue.BooksDeliveryUnknownToHub),
        ("given back before it moved", Copy with { State = ReceivedState.Cancelled }, Arrived with { AdapterCode = "G22" }, null),
        ("other bytes", Copy with { PackageSha256 = "bb" }, Arrived, ErrorCatalogue.BooksReceivedOtherBytes),
        ("DONE here, INITIAL there", Copy, Published, ErrorCatalogue.BooksAcknowledgementLost),
        ("DONE here a moment ago, INITIAL there", Copy with { Since = Young }, Published, null),
        ("DONE here, PROCESSING there", Copy, Held, ErrorCatalogue.BooksAcknowledgementLost),
        ("DONE here, a repeat waits there", Copy, Published with { Phase = DispatchPhase.Waiting, Attempt = 2 }, ErrorCatalogue.BooksAcknowledgementLost),
        ("PROCESSING here, INITIAL there", Lying, Published, ErrorCatalogue.BooksAcknowledgementLost),
        ("FAIL here, INITIAL there", Copy with { State = ReceivedState.Fail }, Published, ErrorCatalogue.BooksAcknowledgementLost),
        ("FAIL here, a repeat is out", Copy with { State = ReceivedState.Fail }, Published with { Attempt = 2 }, ErrorCatalogue.BooksAttemptBehind),
        ("FAIL here, a repeat waits there", Copy with { State = ReceivedState.Fail }, Published with { Phase = DispatchPhase.Waiting, Attempt = 2 }, null),
        ("given back here, suspended there", Copy with { State = ReceivedState.Cancelled }, Published with { Suspended = true }, null),
        ("given back here, being asked back", Copy with { State = ReceivedState.Cancelled }, Published with { AskedBack = true }, null),
        ("given back here, published there", Copy with { State = ReceivedState.Cancelled }, Published, ErrorCatalogue.BooksAcknowledgementLost),
        ("a higher attempt here", Lying with { Attempt = 2 }, Held, ErrorCatalogue.BooksAttemptAhead),
        ("PROCESSING here, DONE there", Lying, Arrived, ErrorCatalogue.BooksAdapterBehind),
        ("FAIL here, DONE there", Copy with { State = ReceivedState.Fail }, Arrived, ErrorCatalogue.BooksAdapterBehind),
        ("FAIL here after an answer that proved arrival, DONE there", Copy with { State = ReceivedState.Fail, Answer = "03" }, Arrived with { Business = "03", AnsweredAt = Old }, null),
        ("answered here before it is acknowledged, DONE there", Lying with { Answer = "03", AnsweredAt = Old }, Arrived with { Business = "03", AnsweredAt = Old }, null),
        ("FAIL here after an answer, DONE there without it", Copy with { State = ReceivedState.Fail, Answer = "03" }, Arrived, ErrorCatalogue.BooksAnswerLost),
        ("held here, FAIL there", Lying, Failed, ErrorCatalogue.BooksHeldThoughOver),
        ("held here, FAIL there and asked back", Lying, Failed with { AskedBack = true }, ErrorCatalogue.BooksHeldAskedBack),
        ("held here, void there", Copy, Void, ErrorCatalogue.BooksHeldThoughOver),
        ("given back here, void there", Copy with { State = ReceivedState.Cancelled }, Void, null),
        ("FAIL on both sides", Copy with { State = ReceivedState.Fail }, Failed, null),
        ("recalled after it arrived", Copy, Arrived with { VoidAs = VoidCause.Recalled }, null),
        ("answered here, not there", Copy with { Answer = "03" }, Arrived, ErrorCatalogue.BooksAnswerLost),
        ("answered here a moment ago", Copy with { Answer = "03", AnsweredAt = Young }, Arrived, null),
        ("a recall that was answered by 03", Copy with { Answer = "03" }, Arrived with { Business = "01", AnsweredAt = Now.AddHours(-2) }, null),
        ("answered on both sides", Copy with { Answer = "03" }, Arrived with { Business = "04" }, null),
    ];

    public static IEnumerable<TheoryDataRow<string>> OfSent => SentCases.Select(one => new TheoryDataRow<string>(one.Name));

    public static IEnumerable<TheoryDataRow<string>> OfReceived => ReceivedCases.Select(one => new TheoryDataRow<string>(one.Name));

    [Theory, MemberData(nameof(OfSent))]
    public void What_was_sent(string name)
    {
        var (_, line, row, delivery, refused, code) = SentCases.Single(one => one.Name == name);
        var hub = Hub([Submission], [], row, refused, delivery, null);
        var found = CompareBooks.Of(Head(), line is null ? [] : [new(line)], hub).Found;
        found.Select(one => one.Entry.Code).ShouldBe(code is null ? [] : [code.Code]);
        found.ShouldAllBe(one => one.Side == BookSide.Sent && one.LineId == Submission && one.AgencyId == Sender);
    }

    [Theory, MemberData(nameof(OfReceived))]
    public void What_was_taken_in(string name)
    {
        var (_, line, row, code) = ReceivedCases.Single(one => one.Name == name);
        var hub = Hub([], [Delivery], null, false, null, row);
        var found = CompareBooks.Of(Head(), line is null ? [] : [new(Received: line)], hub).Found;
        found.Select(one => one.Entry.Code).ShouldBe(code is null ? [] : [code.Code]);
        found.ShouldAllBe(one => one.Side == BookSide.Received && one.SubjectId == Delivery && one.AgencyId == Receiver);
    }

    [Fact]
    public void Every_code_is_found_by_one_of_these_and_says_what_to_do()
    {
        var found = SentCases.Select(one => one.Code).Concat(ReceivedCases.Select(one => one.Code)).OfType<ErrorEntry>().Select(entry => entry.Code).Distinct();
        found.ShouldBe(DifferenceGuide.All.Keys, ignoreOrder: true);
        DifferenceGuide.All.Values.ShouldAllBe(guide => guide.HealsByItself == (guide.Acts == DifferenceActor.Hub || guide.Acts == DifferenceActor.Adapter));
        DifferenceGuide.All.Values.ShouldAllBe(guide => guide.HealsByItself == guide.Entry.English.EndsWith("nothing has to be done.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_clock_at_the_adapter_that_is_wrong_by_a_day_makes_no_difference_out_of_what_is_on_its_way(int days)
    {
        var shift = TimeSpan.FromDays(days);
        var hub = Hub([Submission], [Delivery], Accepted with { FirstAt = Young }, false, Arrived, Published with { PublishedAt = Young });
        CompareBooks.Of(Head() with { AsOf = Now + shift }, [], hub).Found.ShouldBeEmpty();
        CompareBooks.Of(Head() with { AsOf = Now + shift }, [new(Received: Copy with { Since = Young + shift })], hub with { Deliveries = new Dictionary<Guid, HubDelivery>() }).Found.ShouldBeEmpty();
    }

    [Fact]
    public void What_moves_while_the_books_of_an_adapter_with_a_fast_clock_are_on_their_way_is_no_difference()
    {
        // Read half an hour before they are compared; all of this came in between.
        var asked = Now.AddMinutes(-30);
        var moved = asked.AddMinutes(1);
        var head = Head() with { AsOf = Now.AddHours(1), ExpectedAsOf = asked };
        var hub = Hub([Submission], [Delivery], Accepted with { FirstAt = moved }, false, null, Published with { PublishedAt = moved });

        var compared = CompareBooks.Of(head, [], hub);
        compared.Found.ShouldBeEmpty();
        compared.Unjudged.Count.ShouldBe(2);

        // What had its time when the books were asked for is one all the same, and so is everything of an adapter that does not say when that was.
        CompareBooks.Of(head with { ExpectedAsOf = moved + CompareBooks.Tolerance }, [], hub).Found.Count.ShouldBe(2);
        CompareBooks.Of(head with { ExpectedAsOf = null }, [], hub).Found.Count.ShouldBe(2);
    }

    [Fact]
    public void Nothing_is_told_of_another_adapters_delivery_and_nothing_written_about_it_to_its_agency()
    {
        var hub = Hub([], [], null, false, null, Arrived with { AdapterCode = "G22" });

        var found = CompareBooks.Of(Head(), [new(Received: Copy with { PackageSha256 = "bb", Agency = "H14" })], hub with { AgencyOf = _ => null }).Found.ShouldHaveSingleItem();

        (found.Entry.Code, found.AgencyId, found.Document, found.AtHub).ShouldBe((ErrorCatalogue.BooksDeliveryUnknownToHub.Code, null, null, ""));
    }

    [Fact]
    public void An_unknown_delivery_is_of_the_agency_that_the_line_names_if_the_adapter_serves_it()
    {
        var hub = Hub([], [], null, false, null, null);
        CompareBooks.Of(Head(), [new(Received: Copy)], hub).Found.Single().AgencyId.ShouldBe(Receiver);
        CompareBooks.Of(Head(), [new(Received: Copy with { Agency = "X" })], hub).Found.Single().AgencyId.ShouldBeNull();
    }

    /// <summary>Cases that are left for a later comparison, and so say nothing about a difference that is open.</summary>
    [Fact]
    public void What_is_on_its_way_is_not_judged_and_everything_else_is()
    {
        string[] left =
        [
            .. SentCases.Where(one => CompareBooks.Of(Head(), one.Line is null ? [] : [new(one.Line)], Hub([Submission], [], one.Row, one.Refused, one.Delivery, null)).Unjudged.Count > 0)
                .Select(one => one.Name),
            .. ReceivedCases.Where(one => CompareBooks.Of(Head(), one.Line is null ? [] : [new(Received: one.Line)], Hub([], [Delivery], null, false, null, one.Row)).Unjudged.Count > 0)
                .Select(one => one.Name),
        ];
        left.ShouldBe(
        [
            "sent a moment ago", "accepted a moment ago and unknown to the hub", "accepted a moment ago and not in the spool", "state behind and about to be told", "state behind for a moment",
            "published a moment ago", "unknown to the hub, a moment ago", "DONE here a moment ago, INITIAL there", "answered here a moment ago",
        ]);
    }

    private static DayBooks Head() => new(DayBooks.CurrentVersion, "H37", Day, Now, Guid.Empty);

    private static HubBooks Hub(Guid[] sent, Guid[] received, HubSubmission? row, bool refused, HubDelivery? made, HubDelivery? taken) => new(
        "H37", Now, new(Day, Now, sent, received),
        row is null ? new Dictionary<Guid, HubSubmission>() : new() { [Submission] = row }, refused ? new HashSet<Guid> { Submission } : [],
        (made is null ? Array.Empty<HubDelivery>() : [made]).ToLookup(one => one.DocumentId),
        taken is null ? new Dictionary<Guid, HubDelivery>() : new() { [Delivery] = taken },
        code => code switch { "G22" => Sender, "H37" => Receiver, _ => null });
}
