using Axis.Contracts.Calendar;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Simulator.Days;
using Axis.Simulator.Faults;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Days;

/// <summary>That the comparison of statements with the plan sees what is wrong with them.</summary>
public sealed class PlanComparisonTests
{
    private static readonly OfficeMinutes Office = new(WorkingCalendar.National);
    private static readonly DaysPlan Plan = PlanDays.Of(
        new(new(2026, 2, 11), 14, 11, WithFaults: true), [.. NationPlan.Of(20).Adapters.SelectMany(adapter => adapter.Agencies).Select(agency => agency.Addressee)], Office);

    private static readonly Expectations Expected = new(Plan, Office);

    [Fact]
    public void Statements_as_planned_differ_in_nothing() => Compare(Given()).ShouldBeEmpty();

    [Fact]
    public void A_line_that_stands_twice_is_one_too_many()
    {
        var found = Compare(Given((statement, items) => statement.Day == Expected.Lines()[0].Day && statement.Agency.Code == Expected.Lines()[0].Agency ? [.. items, items[0]] : items));

        found.ShouldHaveSingleItem().ShouldStartWith($"not planned on a statement: {Expected.Lines()[0].Agency} {Expected.Lines()[0].Day:yyyy-MM-dd} ");
    }

    [Fact]
    public void A_line_that_is_planned_twice_and_stands_once_is_missing()
    {
        var line = Expected.Lines()[0];

        PlanComparison.Lines([line, line], [.. Given().Select(one => one.Content).Where(one => one.Day == line.Day && one.Agency.Code == line.Agency)])
            .ShouldContain(text => text.StartsWith("missing on a statement: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_of_the_books_is_never_planned()
    {
        var given = Given();
        var item = new DifferenceItem(
            DifferenceKind.Missing, BookSide.Received, Guid.Empty, "AXS-8501", Plan.Begins, "x", "x", DifferenceActor.Agency, HealsByItself: false);
        given[0] = given[0] with { Content = given[0].Content with { Differences = new(0, 1, 0, 1, [item], Plan.Begins) } };
        given[1] = given[1] with { Content = given[1].Content with { Differences = new(1, 0, 1, 0, []) } };

        Compare(given).ShouldBe(
        [
            $"{given[0].Content.Agency.Code} {given[0].Content.Day:yyyy-MM-dd} v1: 1 differences of the books open, 1 found and 0 settled, planned none: AXS-8501",
            $"{given[1].Content.Agency.Code} {given[1].Content.Day:yyyy-MM-dd} v1: 0 differences of the books open, 0 found and 1 settled, planned none: ",
        ]);
    }

    /// <summary>Alerts are another matter: none are handed over here.</summary>
    private static IReadOnlyList<string> Compare(IReadOnlyCollection<GivenStatement> given) =>
        [.. PlanComparison.Compare(Plan, Expected, given, []).Where(line => !line.StartsWith("missing alert: ", StringComparison.Ordinal))];

    private static List<GivenStatement> Given(Func<Statement, List<ExpectedLine>, List<ExpectedLine>>? change = null) =>
    [
        .. from day in Plan.All
           from agency in Plan.Agencies
           select StatementOf(agency, day, change),
    ];

    private static GivenStatement StatementOf(string agency, DateOnly day, Func<Statement, List<ExpectedLine>, List<ExpectedLine>>? change)
    {
        var figures = new StatementFigures { LateSent = Expected.LateSent(agency, day), Returned = Expected.Returned(agency, day) };
        var statement = new Statement(
            Statement.CurrentForm, new(agency, agency, agency), day, VietnamTime.EndOf(day), figures, new(null, null, null, null), new([], [], [], [], [], []), []);
        var lines = Expected.Lines().Where(line => line.Agency == agency && line.Day == day).ToList();
        lines = change is null ? lines : change(statement, lines);
        return new(new(agency, day, 1, ["json"]), statement with
        {
            Items = new(ItemsOf(Listed.SendErrors), ItemsOf(Listed.ReceiveErrors), ItemsOf(Listed.Backlog), ItemsOf(Listed.NoReply), ItemsOf(Listed.NotArrived), ItemsOf(Listed.Unanswered)),
        });

        StatementItem[] ItemsOf(Listed list) =>
        [
            .. lines.Where(line => line.List == list).Select(line => new StatementItem(
                StatementItemKind.Delivery, Guid.CreateVersion7(), line.Document, line.Since, "", "", line.Counterpart is { } code ? new(code, code, code) : null)),
        ];
    }
}
