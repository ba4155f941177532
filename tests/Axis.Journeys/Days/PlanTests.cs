using Axis.Contracts.Calendar;
using Axis.Simulator.Clerks;
using Axis.Simulator.Days;
using Axis.Simulator.Faults;
using Axis.Simulator.Nation;

namespace Axis.Journeys.Days;

/// <summary>What a plan says before anything runs.</summary>
public sealed class PlanTests
{
    private static readonly OfficeMinutes Office = new(WorkingCalendar.National);
    private static readonly DateOnly Start = new(2026, 2, 11);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Everyday_letters_show_nothing_on_any_statement_and_open_no_alert(int seed)
    {
        var expected = new Expectations(PlanOf(new(Start, 14, seed, WithFaults: false)), Office);

        expected.Lines().ShouldBeEmpty();
        expected.Alerts().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(14)]
    public void Every_kind_of_fault_is_planned_where_there_are_two_working_days(int days)
    {
        var plan = PlanOf(new(new(2026, 2, 12), days, 5, WithFaults: true));

        plan.Faults.Select(fault => fault.Kind).Distinct().Count().ShouldBe(Enum.GetValues<FaultKind>().Length);
        plan.Faults.Where(fault => fault.Sender is not null).Select(fault => (fault.Sender, fault.Receiver)).ShouldBeUnique();
    }

    [Fact]
    public void Every_fault_says_on_whose_statements_it_shows_in_which_lists()
    {
        var plan = PlanOf(new(Start, 14, 11, WithFaults: true));
        var expected = new Expectations(plan, Office);

        foreach (var fault in plan.Faults)
        {
            expected.Lines(fault).Select(line => (line.List, line.Agency == fault.Receiver ? fault.Receiver : fault.Sender ?? "")).Distinct().Order().ShouldBe(ListsOf(fault).Order(), fault.ToString());
        }
    }

    [Fact]
    public void The_same_seed_plans_the_same()
    {
        var options = new DaysOptions(Start, 5, 7, WithFaults: true);
        Tell(PlanOf(options)).ShouldBe(Tell(PlanOf(options)));
        Tell(PlanOf(options with { Seed = 8 })).ShouldNotBe(Tell(PlanOf(options)));
    }

    [Fact]
    public void A_letter_that_is_answered_after_Tet_stands_for_all_of_its_days_since_the_end_of_office_hours_of_its_arrival()
    {
        var plan = PlanOf(new(Start, 14, 11, WithFaults: true));
        var fault = plan.Faults.Single(fault => fault.Kind == FaultKind.LateAnswer && VietnamTime.DateOf(fault.From) == new DateOnly(2026, 2, 13));

        var lines = new Expectations(plan, Office).Lines().Where(line => line.Agency == fault.Receiver && line.Counterpart == fault.Sender && line.List == Listed.NoReply).ToList();

        lines.Select(line => line.Day).ShouldBe(Enumerable.Range(13, 10).Select(day => new DateOnly(2026, 2, day)));
        lines.ShouldAllBe(line => line.Since == new DateTimeOffset(2026, 2, 13, 17, 30, 0, TimeSpan.FromHours(7)));
    }

    /// <summary>Which lists show a fault at the end of a day; what is over within it shows in figures alone.</summary>
    private static IEnumerable<(Listed List, string Agency)> ListsOf(PlannedFault fault) => fault.Kind switch
    {
        FaultKind.LateAnswer or FaultKind.RecallUnanswered => [(Listed.NoReply, fault.Receiver), (Listed.Unanswered, fault.Sender!)],
        FaultKind.Failed => [(Listed.ReceiveErrors, fault.Receiver), (Listed.SendErrors, fault.Sender!)],
        FaultKind.UnknownReceiver or FaultKind.Refused => [(Listed.SendErrors, fault.Sender!)],
        FaultKind.AdapterOff => [(Listed.Backlog, fault.Receiver), (Listed.NotArrived, "")],
        _ => [],
    };

    private static DaysPlan PlanOf(DaysOptions options)
    {
        IReadOnlyList<Addressee> agencies = [.. NationPlan.Of(20).Adapters.SelectMany(adapter => adapter.Agencies).Select(agency => agency.Addressee)];
        return PlanDays.Of(options, agencies, Office);
    }

    private static string Tell(DaysPlan plan) => string.Join('\n', plan.Letters.Select(letter =>
        $"{letter.Name} {letter.SentAt} {letter.Letter.Subject} {string.Join(' ', letter.Deliveries.Select(delivery => $"{delivery.Receiver} {delivery.ArrivesAt} {delivery.AnswersAt} {delivery.Code}"))}"));
}
