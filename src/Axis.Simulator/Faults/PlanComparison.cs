using Axis.Contracts.Calendar;
using Axis.Contracts.Statements;
using Axis.Hub.Watch.Alerts;
using Axis.Simulator.Days;

namespace Axis.Simulator.Faults;

/// <summary>Holds the statements that the agencies were given and the alerts of the hub against what the plan says of them: nothing may be missing, and nothing be there besides.</summary>
internal static class PlanComparison
{
    /// <summary>The hub looks every minute at most, and clocks move in steps.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(3);

    /// <summary>Every difference in words.</summary>
    public static IReadOnlyList<string> Compare(DaysPlan plan, Expectations expected, IReadOnlyCollection<GivenStatement> given, IReadOnlyCollection<AlertView> alerts)
    {
        var newest = given.GroupBy(one => (one.Content.Agency.Code, one.Content.Day)).Select(same => same.MaxBy(one => one.Arrived.Version)!.Content).ToList();
        return
        [
            .. Missing(plan, newest), .. Books(given.Select(one => one.Content)), .. Lines(expected.Lines(), newest),
            .. Figures(expected, newest), .. Differences(given), .. Alerts(expected.Alerts(), alerts),
        ];
    }

    private static IEnumerable<string> Missing(DaysPlan plan, IReadOnlyCollection<Statement> statements) =>
        from day in plan.All
        from agency in plan.Agencies
        where !statements.Any(one => one.Day == day && one.Agency.Code == agency)
        select $"{agency} has no statement of {day:yyyy-MM-dd}";

    private static IEnumerable<string> Books(IEnumerable<Statement> statements) =>
        from statement in statements
        from check in statement.Books
        where !check.Holds
        select $"{statement.Agency.Code} {statement.Day:yyyy-MM-dd}: {check.Name} does not hold, {check.Left} and {check.Right}";

    /// <summary>Line by line: one that stands twice where it is planned once is one too many.</summary>
    internal static IReadOnlyList<string> Lines(IReadOnlyCollection<ExpectedLine> expected, IEnumerable<Statement> statements)
    {
        var actual = statements.SelectMany(LinesOf).ToList();
        return
        [
            .. Without(expected, actual).Select(line => $"missing on a statement: {Show(line)}"), .. Without(actual, expected).Select(line => $"not planned on a statement: {Show(line)}"),
        ];
    }

    private static IEnumerable<ExpectedLine> Without(IEnumerable<ExpectedLine> lines, IEnumerable<ExpectedLine> others)
    {
        var left = others.CountBy(line => line).ToDictionary();
        return lines.Where(line => (left[line] = left.GetValueOrDefault(line) - 1) < 0);
    }

    /// <summary>No fault of a plan damages a ledger or a spool, so no adapter's books differ from the hub's on any version.</summary>
    private static IEnumerable<string> Differences(IEnumerable<GivenStatement> given) =>
        from one in given
        let differences = one.Content.Differences
        where differences is not null
        select $"{one.Content.Agency.Code} {one.Content.Day:yyyy-MM-dd} v{one.Arrived.Version}: {differences.Closing} differences of the books open, {differences.Found} found and {differences.Settled} settled, "
            + $"planned none: {string.Join(' ', differences.Items.Select(item => item.Code))}";

    private static IEnumerable<string> Figures(Expectations expected, IEnumerable<Statement> statements) =>
        from statement in statements
        let late = expected.LateSent(statement.Agency.Code, statement.Day)
        let returned = expected.Returned(statement.Agency.Code, statement.Day)
        where statement.Figures.LateSent != late || statement.Figures.Returned != returned
        select $"{statement.Agency.Code} {statement.Day:yyyy-MM-dd}: {statement.Figures.LateSent} sent late and {statement.Figures.Returned} returned, planned {late} and {returned}";

    private static IEnumerable<string> Alerts(IEnumerable<ExpectedAlert> expected, IEnumerable<AlertView> alerts)
    {
        var left = alerts.ToList();
        foreach (var one in expected)
        {
            if (left.Find(alert => Fits(one, alert)) is { } found)
            {
                left.Remove(found);
            }
            else
            {
                yield return $"missing alert: {one.Kind} {one.Cause} {one.Agency} {one.Counterpart} {Show(one.From)} to {Show(one.Until)}";
            }
        }

        foreach (var alert in left)
        {
            yield return $"not planned alert: {alert.Kind} {alert.Cause} {alert.AgencyCode ?? alert.AdapterCode} {alert.CounterpartCode} {Show(alert.OpenedAt)} to {Show(alert.ClosedAt)}";
        }
    }

    private static bool Fits(ExpectedAlert expected, AlertView alert) =>
        alert.Kind == expected.Kind && alert.Cause == expected.Cause && (alert.AgencyCode ?? alert.AdapterCode) == expected.Agency && alert.CounterpartCode == expected.Counterpart
        && IsSoonAfter(alert.OpenedAt, expected.From) && (expected.Until is { } until ? alert.ClosedAt is { } closed && IsSoonAfter(closed, until) : alert.ClosedAt is null);

    private static bool IsSoonAfter(DateTimeOffset at, DateTimeOffset planned) => at >= planned && at - planned <= Tolerance;

    private static IEnumerable<ExpectedLine> LinesOf(Statement statement)
    {
        var items = statement.Items;
        return new[]
        {
            (Listed.SendErrors, items.SendErrors), (Listed.ReceiveErrors, items.ReceiveErrors), (Listed.Backlog, items.Backlog), (Listed.NoReply, items.NoReply),
            (Listed.NotArrived, items.NotArrived), (Listed.Unanswered, items.Unanswered),
        }.SelectMany(list => list.Item2.Select(item => new ExpectedLine(statement.Agency.Code, statement.Day, list.Item1, item.Document, item.Counterpart?.Code, item.Since)));
    }

    private static string Show(ExpectedLine line) => $"{line.Agency} {line.Day:yyyy-MM-dd} {line.List} {line.Document} {line.Counterpart} since {Show(line.Since)}";

    private static string Show(DateTimeOffset? at) => at is { } instant ? VietnamTime.Show(instant) : "-";
}
