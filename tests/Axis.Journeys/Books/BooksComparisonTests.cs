using Axis.Simulator.Nation.Books;

namespace Axis.Journeys.Books;

public sealed class BooksComparisonTests
{
    private static readonly Guid Delivery = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Submission = new("22222222-2222-2222-2222-222222222222");

    private static readonly HubEntry AtHub = new(Delivery, Submission, "H37", "aa", "DONE", "03");
    private static readonly SentEntry Sent = new("G22", Submission, "aa", "accepted", [new SentReceiver(Delivery, "DONE", "03")]);
    private static readonly ReceivedEntry Received = new("H37", Delivery, "aa", "03");

    [Fact]
    public void Agrees_when_every_delivery_is_on_both_sides_with_the_same_bytes_and_answers() =>
        BooksComparison.Compare([AtHub], [Sent], [Received]).Agree.ShouldBeTrue();

    [Fact]
    public void Calls_a_delivery_that_no_receiver_has_lost() =>
        BooksComparison.Compare([AtHub], [Sent], []).Lost.ShouldBe(1);

    [Fact]
    public void Calls_an_accepted_package_that_the_hub_does_not_know_lost() =>
        BooksComparison.Compare([], [Sent], []).Lost.ShouldBe(1);

    [Fact]
    public void Calls_a_package_without_an_answer_lost() =>
        BooksComparison.Compare([], [Sent with { Outcome = "waiting", Receivers = [] }], []).Lost.ShouldBe(1);

    [Fact]
    public void Calls_a_delivery_that_was_taken_in_twice_duplicated() =>
        BooksComparison.Compare([AtHub], [Sent], [Received, Received]).Duplicated.ShouldBe(1);

    [Fact]
    public void Calls_one_package_under_two_deliveries_to_one_receiver_duplicated()
    {
        var twin = new Guid("33333333-3333-3333-3333-333333333333");
        BooksComparison.Compare(
            [AtHub, AtHub with { DeliveryId = twin }],
            [Sent with { Receivers = [.. Sent.Receivers, new SentReceiver(twin, "DONE", "03")] }],
            [Received, Received with { DeliveryId = twin }]).Duplicated.ShouldBe(1);
    }

    [Fact]
    public void Calls_statuses_of_the_same_bytes_about_two_deliveries_no_duplicates()
    {
        var (first, second) = (new Guid("44444444-4444-4444-4444-444444444444"), new Guid("55555555-5555-5555-5555-555555555555"));
        HubEntry[] atHub = [AtHub with { DeliveryId = first, About = Delivery }, AtHub with { DeliveryId = second, About = first }];
        ReceivedEntry[] received = [Received with { DeliveryId = first }, Received with { DeliveryId = second }];
        BooksComparison.Compare(atHub, [], received).Agree.ShouldBeTrue();
        BooksComparison.Compare([.. atHub.Select(entry => entry with { About = Delivery })], [], received).Duplicated.ShouldBe(1);
    }

    [Fact]
    public void Tells_a_refused_package_that_the_hub_delivered() =>
        BooksComparison.Compare([AtHub], [Sent with { Outcome = "refused", Receivers = [] }], [Received]).Agree.ShouldBeFalse();

    [Fact]
    public void Does_not_ask_whether_the_receiver_of_a_void_delivery_had_it()
    {
        var (atHub, sent) = (AtHub with { Transport = "VOID" }, Sent with { Receivers = [new SentReceiver(Delivery, "VOID", "03")] });
        BooksComparison.Compare([atHub], [sent], []).Agree.ShouldBeTrue();
        BooksComparison.Compare([atHub], [sent], [Received]).Agree.ShouldBeTrue();
        BooksComparison.Compare([atHub], [Sent], [Received]).Agree.ShouldBeFalse();
    }

    public static TheoryData<string, string, string, string> Differences => new()
    {
        { "bb", "DONE", "03", "DONE" },
        { "aa", "PROCESSING", "03", "PROCESSING" },
        { "aa", "DONE", "06", "DONE" },
        { "aa", "DONE", "03", "FAIL" },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Tells_other_bytes_other_states_and_other_answers(string receivedSha, string atHub, string answered, string seenBySender) =>
        BooksComparison.Compare(
            [AtHub with { Transport = atHub }],
            [Sent with { Receivers = [new SentReceiver(Delivery, seenBySender, "03")] }],
            [Received with { PackageSha256 = receivedSha, LastAnswer = answered }]).Differences.ShouldHaveSingleItem();
}
