using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Contracts.Statements;
using Axis.Hub.Ledger;
using Axis.Hub.Statements.Compose;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Tests.Statements;

/// <summary>Trees, pilots and names at the end of a day (statement.md 1, 5, 7).</summary>
public sealed class ComposeTests
{
    private static readonly DaySpan Day = new(new DateOnly(2026, 2, 12));
    private static readonly Guid Ministry = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Department = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Office = new("00000000-0000-0000-0000-000000000003");
    private static readonly Guid Province = new("00000000-0000-0000-0000-000000000004");

    [Fact]
    public void A_roll_up_is_the_sum_of_the_tree_with_a_line_for_each_agency_below_that_has_a_part_in_it()
    {
        var rollup = Compose(Tree(), Failed(Province, Office), Failed(Province, Department), Failed(Province, Ministry))[Ministry].Rollup.ShouldNotBeNull();

        rollup.Total.ReceiveErrors.Closing.ShouldBe(3);
        rollup.Lines.Select(line => (line.Agency.Code, line.Figures.ReceiveErrors.Closing)).ShouldBe([("G01.02", 1), ("G01.02.03", 1)]);
        rollup.TreeChanges.ShouldBe(Closings.Zero);
    }

    [Fact]
    public void A_pilot_and_everything_below_it_stay_out_of_roll_ups_and_have_statements_of_their_own()
    {
        var statements = Compose(Tree(pilot: Department), Failed(Province, Office), Failed(Province, Department));

        statements[Ministry].Rollup.ShouldBeNull();
        (statements[Office].Agency.Pilot, statements[Office].Figures.ReceiveErrors.Closing).ShouldBe((true, 1));
        statements[Department].Rollup.ShouldBeNull();
    }

    [Fact]
    public void What_moved_with_the_tree_is_shown_as_such()
    {
        var before = new Dictionary<Guid, Closings> { [Ministry] = new(Closings.Zero, Closings.Zero with { ReceiveErrors = 4, AsReceiver = 4 }) };

        var rollup = new ComposeStatements(Day, new Dictionary<Guid, AgencyDay>(), new AgencyTree(Tree()), before).Each().ToDictionary()[Ministry].Rollup.ShouldNotBeNull();

        rollup.TreeChanges.ShouldBe(Closings.Zero with { ReceiveErrors = -4, AsReceiver = -4 });
        rollup.Total.ShouldBe(new StatementFigures());
    }

    [Fact]
    public void Agencies_are_named_as_the_registry_had_them_when_the_day_ended()
    {
        var trees = new AgencyTrees([Event(Day.Start, "Tên cũ"), Event(Day.End, "Tên mới")]);

        trees.At(Day.End).Name(Ministry).NameVi.ShouldBe("Tên cũ");
        trees.At(Day.End.AddTicks(1)).Name(Ministry).NameVi.ShouldBe("Tên mới");
    }

    [Fact]
    public void A_circle_of_parents_does_not_hang_a_statement()
    {
        AgencyAt[] circle = [new(Ministry, "G01", "Bộ", "Ministry", Department, false, true), new(Department, "G01.02", "Cục", "Department", Ministry, false, false)];

        Compose(circle, Failed(Province, Department))[Ministry].Rollup.ShouldNotBeNull().Total.ReceiveErrors.Closing.ShouldBe(1);
    }

    [Fact]
    public void A_check_that_does_not_hold_stands_on_the_statement_with_both_numbers()
    {
        var before = new Dictionary<Guid, Closings> { [Province] = new(Closings.Zero with { SendErrors = 7 }, Closings.Zero) };
        var count = new CountDays(Day.Day, Day.Day);
        count.Add(Failed(Province, Ministry));

        var statement = new ComposeStatements(Day, count.Of(Day.Day), new AgencyTree(Tree()), before).Each().ToDictionary()[Province];

        statement.Books.Where(check => !check.Holds).ShouldBe([new BookCheck("sendErrors.opening", 0, 7)]);
    }

    [Fact]
    public void Classes_that_do_not_part_what_is_not_at_rest_and_failures_that_stand_in_one_column_only_are_checks_that_do_not_hold()
    {
        var figures = new StatementFigures
        {
            AsSender = new(0, 5, 0, 0, 5, new(1, 1, 2)), AsReceiver = new(0, 3, 0, 0, 3, new(1, 1, 1)), SendErrorParts = new(0, 0, 1),
            SendErrors = StockFigures.None with { Opening = 1, Closing = 1 }, ReceiveErrors = StockFigures.None,
        };
        var none = new StatementItems([], [], [], [], [], []);

        var wrong = BookChecks.Of(figures, none, Closings.OpeningsOf(figures), null, isPilot: false).Where(check => !check.Holds && check.Name.StartsWith("as", StringComparison.Ordinal));

        wrong.ShouldBe([new("asSender.classes", 4, 5), new("asSender.failed", 2, 1), new("asReceiver.failed", 1, 0)]);
    }

    [Fact]
    public void A_roll_up_that_leaves_one_column_out_does_not_hold()
    {
        var figures = SampleFigures();
        var lines = new[] { new RollupLine(new("G01.02", "Cục", "Department"), figures) };
        var none = new StatementItems([], [], [], [], [], []);
        var zero = Closings.Zero;

        bool Holds(StatementFigures total) => BookChecks.Of(figures, none, zero, new(total, lines, zero), isPilot: false).Single(check => check.Name == "rollup.sum").Holds;

        Holds(figures + figures).ShouldBeTrue();
        foreach (var forgotten in new[]
        {
            (figures + figures) with { PaperAlsoSent = 1 }, (figures + figures) with { AsSender = figures.AsSender }, (figures + figures) with { Sent = figures.Sent },
            (figures + figures) with { NoReply = figures.NoReply }, (figures + figures) with { ReceiveErrorParts = figures.ReceiveErrorParts },
        })
        {
            Holds(forgotten).ShouldBeFalse();
        }

        // A column that is added to the figures and not to the sum would never be missed.
        SumOfColumns.Of(figures).ShouldBe(Numbers(System.Text.Json.JsonSerializer.SerializeToNode(figures)));
    }

    private static StatementFigures SampleFigures()
    {
        var stock = new StockFigures(1, 2, 3, 4, new(5, 6, 7, 8, 9, 10, 11));
        var traffic = new TrafficFigures(1, 2, 3, 4, 5, new(6, 7, 8));
        return new()
        {
            SendErrors = stock, ReceiveErrors = stock, Backlog = stock, NoReply = stock, NotArrived = stock, Unanswered = stock, AsSender = traffic, AsReceiver = traffic,
            SendErrorParts = new(1, 2, 3), ReceiveErrorParts = new(4, 5, 6), Sent = new(1, 2, 3, 4), Received = 5, Returned = 6, ReturnedToSender = 7, LateSent = 8, UrgentLateSent = 9,
            OpenRequests = 10, RequestsToAnswer = 11, WithoutSignature = 12, PaperAlsoSent = 2,
        };
    }

    private static long Numbers(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject members => members.Sum(member => Numbers(member.Value)),
        System.Text.Json.Nodes.JsonValue value => value.GetValue<long>(),
        _ => 0,
    };

    [Fact]
    public void What_books_differ_in_stands_on_the_agencys_statement_and_is_counted_in_the_roll_ups_above_it()
    {
        var count = new CountDays(Day.Day, Day.Day);
        count.Add(Differs(Office, Day.Start.AddHours(-3)));
        count.Add(Differs(Ministry, Day.Start.AddHours(1), Day.Start.AddHours(3)));
        count.Add(Differs(Province, Day.Start.AddHours(-9), Day.Start.AddHours(-2)));
        var before = new Dictionary<Guid, Closings> { [Office] = Closings.None with { Differences = 1 } };

        var statements = new ComposeStatements(Day, count.Of(Day.Day), new AgencyTree(Tree()), before).Each().ToDictionary();

        var office = statements[Office].Differences.ShouldNotBeNull();
        (office.Opening, office.Found, office.Settled, office.Closing, office.Oldest).ShouldBe((1, 0, 0, 1, Day.Start.AddHours(-3)));
        var item = office.Items.ShouldHaveSingleItem();
        (item.Code, item.Document, item.Acts, item.WhatVi).ShouldBe(
            (ErrorCatalogue.BooksArrivedMissing.Code, "7/VP", DifferenceActor.Agency, ErrorCatalogue.BooksArrivedMissing.Vietnamese));
        var ministry = statements[Ministry].Differences.ShouldNotBeNull();
        (ministry.Opening, ministry.Found, ministry.Settled, ministry.Closing, ministry.Items.Count).ShouldBe((0, 1, 1, 0, 0));
        statements[Ministry].Rollup.ShouldNotBeNull().Differences.ShouldBe(1);
        statements[Ministry].Rollup!.Lines.Select(line => (line.Agency.Code, line.Differences)).ShouldBe([("G01.02.03", 1)]);
        statements[Province].Differences.ShouldBeNull();
        statements.Values.SelectMany(statement => statement.Books).ShouldAllBe(check => check.Holds);
    }

    [Fact]
    public void A_difference_that_a_person_has_closed_stands_on_the_statement_of_that_day_with_who_and_why()
    {
        var (yesterday, noon, evening, tomorrow) = (Day.Start.AddHours(-20), Day.Start.AddHours(9), Day.Start.AddHours(15), Day.End.AddHours(2));
        var (again, once, settled) = (Differs(Office, yesterday.AddHours(-9)), Differs(Office, Day.Start.AddHours(-3)), Differs(Office, Day.Start.AddHours(-3), Day.Start.AddHours(8)));
        var count = new CountDays(Day.Day, Day.Day);
        count.Add(settled);
        count.Add(With(again, Guid.CreateVersion7(),
            new(yesterday, DifferenceEvents.Closed, "operator:an", "hôm qua"), new(Day.Start.AddHours(-2), DifferenceEvents.Found, "#2"),
            new(evening, DifferenceEvents.Closed, "operator:lan", "Đơn vị đã có văn bản"), new(evening.AddHours(3), DifferenceEvents.Found, "#3"),
            new(tomorrow, DifferenceEvents.Closed, "operator:binh", "ngày mai")));
        var first = Guid.CreateVersion7();
        count.Add(With(once, first, new DifferenceMoment(noon, DifferenceEvents.Closed, "agency:G01 Trần Thị B", "Đã nhận lại")));
        var before = new Dictionary<Guid, Closings> { [Office] = Closings.None with { Differences = 3 } };

        var section = new ComposeStatements(Day, count.Of(Day.Day), new AgencyTree(Tree()), before).Each().ToDictionary()[Office].Differences.ShouldNotBeNull();

        // What was closed yesterday, is closed tomorrow, or was settled by itself is told as closed by nobody today; the first to be closed comes first.
        (section.Opening, section.Found, section.Settled, section.Closing).ShouldBe((3, 1, 3, 1));
        section.Closed.ShouldNotBeNull().Select(one => (one.At, one.By, one.Reason, one.Document)).ShouldBe(
            [(noon, "agency:G01 Trần Thị B", "Đã nhận lại", "7/VP"), (evening, "operator:lan", "Đơn vị đã có văn bản", "7/VP")]);
        section.Closed![0].ShouldBe(new(first, ErrorCatalogue.BooksArrivedMissing.Code, noon, "agency:G01 Trần Thị B", "Đã nhận lại", "7/VP"));

        static CountedDifference With(CountedDifference difference, Guid subject, params DifferenceMoment[] more) =>
            new(difference.Facts with { SubjectId = subject }, [.. difference.History, .. more]);
    }

    private static CountedDifference Differs(Guid agency, params DateTimeOffset[] moments) => new(
        new()
        {
            DifferenceId = agency, AgencyId = agency, Side = BookSide.Received, SubjectId = agency, Code = ErrorCatalogue.BooksArrivedMissing.Code, Document = "7/VP",
        },
        [.. moments.Select((at, place) => new DifferenceMoment(at, place % 2 == 0 ? DifferenceEvents.Found : DifferenceEvents.Settled, "#1"))]);

    private static Dictionary<Guid, Statement> Compose(IEnumerable<AgencyAt> agencies, params DeliveryCount[] deliveries)
    {
        var count = new CountDays(Day.Day, Day.Day);
        Array.ForEach(deliveries, count.Add);
        return new ComposeStatements(Day, count.Of(Day.Day), new AgencyTree(agencies), new Dictionary<Guid, Closings>()).Each().ToDictionary();
    }

    private static AgencyAt[] Tree(Guid? pilot = null) =>
    [
        new(Ministry, "G01", "Bộ", "Ministry", null, pilot == Ministry, true),
        new(Department, "G01.02", "Cục", "Department", Ministry, pilot == Department, false),
        new(Office, "G01.02.03", "Phòng", "Office", Department, false, false),
        new(Province, "H01", "Tỉnh", "Province", null, false, true),
    ];

    private static AgencyEventRow Event(DateTimeOffset at, string name) => new()
    {
        AgencyId = Ministry, Code = "G01", NameVi = name, NameEn = "Ministry", RecordedAt = at,
    };

    private static DeliveryCount Failed(Guid sender, Guid receiver)
    {
        var id = new Guid(receiver.ToString().Replace("0000-0000", "0000-1111", StringComparison.Ordinal));
        return new(
            new DeliveryFacts { DeliveryId = id, DocumentId = id, SenderAgencyId = sender, ReceiverAgencyId = receiver, BusinessType = 0 },
            [
                new HistoryEvent { DeliveryId = id, Kind = EventKinds.Accepted, TransportTo = TransportState.Initial, EffectiveAt = Day.Start.AddHours(1) },
                new HistoryEvent { DeliveryId = id, Kind = EventKinds.Failed, TransportTo = TransportState.Fail, Detail = "Hub: x", EffectiveAt = Day.Start.AddHours(2) },
            ]);
    }
}
