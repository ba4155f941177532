using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Wire;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Tests.Flow;
using Axis.Hub.Tests.Storage;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Tests.Watch;

/// <summary>Agencies close what reconciliation has found of theirs, in their own name.</summary>
public class AgencyDifferenceTests
{
    private static readonly CloseDifferenceRequest Said = new("Đơn vị đã có văn bản", "H37", "Trần Thị B");

    public static IEnumerable<TheoryDataRow<string>> Databases => TestDatabases.All();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task A_closing_bears_the_name_of_the_agency_and_of_the_person_and_its_repeat_is_no_second_one(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var found = await FindAsync(host);
        var differences = host.Get<AgencyDifferences>();

        (await differences.CloseAsync("H37", found.Id, Said, Cancelled)).ShouldBeNull();
        var closed = await RowAsync(host, found);
        (closed.ClosedBy, closed.EventSequence).ShouldBe(("agency:H37 Trần Thị B", 2));

        (await differences.CloseAsync("H37", found.Id, Said with { Reason = $" {Said.Reason} " }, Cancelled)).ShouldBeNull();
        foreach (var another in new[] { Said with { Reason = "again" }, Said with { By = "Lê Văn C" }, Said with { By = null }, Said with { Agency = null } })
        {
            (await differences.CloseAsync("H37", found.Id, another, Cancelled)).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.NotFoundHere.Code);
        }

        (await RowAsync(host, found)).ShouldBe(closed);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task What_is_another_fact_is_closed_anew_by_the_same_words(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var found = await FindAsync(host);
        var differences = host.Get<AgencyDifferences>();
        (await differences.CloseAsync("H37", found.Id, Said, Cancelled)).ShouldBeNull();

        await host.SubmitOneAsync(new Draft { Adapter = "H37", Sender = "H37", To = ["G22"], Number = "9", Status = "03", Target = found.Id });
        host.Time.Advance(TimeSpan.FromHours(1));
        (await CompareAsync(host)).Select(one => one.Id).ShouldContain(found.Id);
        (await RowAsync(host, found)).ClosedBy.ShouldBeNull();

        (await differences.CloseAsync("H37", found.Id, Said, Cancelled)).ShouldBeNull();
        var row = await RowAsync(host, found);
        (row.ClosedBy, row.EventSequence).ShouldBe(("agency:H37 Trần Thị B", 4));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task An_agency_that_has_another_adapter_now_closes_what_was_found_at_the_one_before(string database)
    {
        await using var host = await FlowHost.StartAsync(database);
        var found = await FindAsync(host);
        host.Nation.Move("H37", "H14");
        var differences = host.Get<AgencyDifferences>();

        (await differences.CloseAsync("H37", found.Id, Said, Cancelled)).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.NotFoundHere.Code, "it speaks for them no more");
        (await differences.CloseAsync("H14", found.Id, Said with { Agency = "H14" }, Cancelled)).ShouldNotBeNull().Code.ShouldBe(ErrorCatalogue.NotFoundHere.Code, "it is another agency's");
        (await differences.CloseAsync("H14", found.Id, Said, Cancelled)).ShouldBeNull();
        (await RowAsync(host, found)).ClosedBy.ShouldBe("agency:H37 Trần Thị B");
        (await differences.CloseAsync("H14", found.Id, Said, Cancelled)).ShouldBeNull("the answer was lost");
        (await RowAsync(host, found)).EventSequence.ShouldBe(2);
    }

    public static TheoryData<string, CloseDifferenceRequest, string> Refused => new()
    {
        { "H14", Said, "AXS-4001" },
        { "H37", Said with { Agency = "H14" }, "AXS-4001" },
        { "H37", Said with { Agency = "H37.02" }, "AXS-4001" },
        { "H37", Said with { Agency = "X99" }, "AXS-4001" },
        { "H37", Said with { Reason = " " }, "AXS-4006" },
        { "H37", Said with { Reason = new string('x', 1_001) }, "AXS-8208" },
        { "H37", Said with { By = new string('x', 121) }, "AXS-8207" },
        { "H37", Said with { By = "N/A" }, "AXS-8207" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task What_is_not_theirs_or_says_too_little_is_refused_and_nothing_is_closed(string adapter, CloseDifferenceRequest request, string code)
    {
        await using var host = await FlowHost.StartAsync();
        var found = await FindAsync(host);

        (await host.Get<AgencyDifferences>().CloseAsync(adapter, found.Id, request, Cancelled)).ShouldNotBeNull().Code.ShouldBe(code);

        (await RowAsync(host, found)).RestSince.ShouldBeNull();
    }

    /// <summary>A delivery of the province that arrived, and that its books have lost.</summary>
    private static async Task<BookDifference> FindAsync(FlowHost host)
    {
        await host.SubmitOneAsync(new Draft());
        await host.AcknowledgeAsync(host.Queues.Deliveries("H37").Single(), AcknowledgeKind.Done);
        host.Time.Advance(TimeSpan.FromHours(1));
        return (await CompareAsync(host)).ShouldHaveSingleItem();
    }

    private static async Task<IReadOnlyList<BookDifference>> CompareAsync(FlowHost host)
    {
        var now = host.Time.GetUtcNow();
        var head = new DayBooks(DayBooks.CurrentVersion, "H37", VietnamTime.DateOf(now), now, FlowHost.SpoolOf("H37"));
        using var text = new MemoryStream();
        await BooksText.WriteAsync(text, head, [], Cancelled);
        text.Position = 0;
        return (await host.Get<ReconcileBooks>().CompareAsync("H37", (await BooksText.ReadAsync(text, Cancelled)).ShouldBeOfType<BooksOutcome.Read>(), Cancelled)).Differences;
    }

    private static async Task<BookDifferenceRow> RowAsync(FlowHost host, BookDifference found) =>
        (await host.Get<IDatabase>().WriteAsync("test", (session, token) => session.QueryAsync<BookDifferenceRow>(
            ReconcileSql.LockDifferences, new { adapter = "H37", keys = SqlJson.Write([new DifferenceKey(found.Side, found.Id, found.Code)]) }, token), Cancelled)).Single(row => row.SubjectId == found.Id);
}
