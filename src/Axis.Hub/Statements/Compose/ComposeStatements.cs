using Axis.Contracts.Statements;
using Axis.Hub.Statements.Counting;

namespace Axis.Hub.Statements.Compose;

/// <summary>Makes the contents of one day's statements from what was counted. Pure, and the same for the same events.</summary>
/// <param name="day">The day.</param>
/// <param name="counted">What was counted of it, by agency.</param>
/// <param name="tree">The registry at its end.</param>
/// <param name="before">Closings of the day before, by agency; no row reads as zeros.</param>
internal sealed class ComposeStatements(
    DaySpan day, IReadOnlyDictionary<Guid, AgencyDay> counted, AgencyTree tree, IReadOnlyDictionary<Guid, Closings> before)
{
    private readonly Dictionary<Guid, StatementFigures> own = counted.ToDictionary(pair => pair.Key, pair => pair.Value.Figures());

    /// <summary>
    /// Statements of every agency with traffic or open items, of those above them, and of those that are told every day; each is made when it is asked for, so that a nation's need not be in memory at
    /// once.
    /// </summary>
    public IEnumerable<KeyValuePair<Guid, Statement>> Each()
    {
        var below = new Dictionary<Guid, List<Guid>>();
        foreach (var agency in own.Keys.Where(agency => !tree.IsPilot(agency)))
        {
            foreach (var above in tree.Above(agency))
            {
                (below.TryGetValue(above, out var list) ? list : below[above] = []).Add(agency);
            }
        }

        var mismatches = BookChecks.OfAxis(own.Values).Where(check => !check.Holds).ToArray();
        return own.Keys.Concat(below.Keys).Concat(tree.Told).Concat(before.Keys.Where(agency => before[agency] != Closings.None)).Distinct()
            .Select(agency => KeyValuePair.Create(agency, Compose(agency, below.GetValueOrDefault(agency) ?? [], mismatches)));
    }

    private Statement Compose(Guid agency, List<Guid> below, IReadOnlyList<BookCheck> mismatches)
    {
        var figures = own.GetValueOrDefault(agency) ?? new StatementFigures();
        var standing = counted.GetValueOrDefault(agency) ?? new AgencyDay(day);
        var items = new StatementItems(
            List(standing, StatementList.SendErrors), List(standing, StatementList.ReceiveErrors), List(standing, StatementList.Backlog),
            List(standing, StatementList.NoReply), List(standing, StatementList.NotArrived), List(standing, StatementList.Unanswered));
        var last = before.GetValueOrDefault(agency) ?? Closings.None;
        var rollup = Rollup(agency, figures, below, last);
        var differences = ComposeDifferences.Of(standing);
        return new(
            Statement.CurrentForm, tree.Name(agency), day.Day, day.End, figures, standing.Times(), items,
            [.. BookChecks.Of(figures, items, last.Own, rollup, tree.IsPilot(agency)), .. BookChecks.Of(differences, last.Differences), .. mismatches], rollup, differences);
    }

    private StatementRollup? Rollup(Guid agency, StatementFigures figures, List<Guid> below, Closings last)
    {
        var total = below.Aggregate(tree.IsPilot(agency) ? new StatementFigures() : figures, (sum, one) => sum + own[one]);
        var changes = Closings.OpeningsOf(total).Minus(last.Rollup);
        var lines = below.Select(one => new RollupLine(tree.Name(one), own[one], OpenDifferences(one))).OrderBy(line => line.Agency.Code, StringComparer.Ordinal).ToList();
        return lines.Count == 0 && changes == Closings.Zero ? null : new(
            total, lines, changes, below.Select(OpenDifferences).Append(tree.IsPilot(agency) ? null : OpenDifferences(agency)).Sum() is > 0 and var open ? open : null);
    }

    private int? OpenDifferences(Guid agency) => counted.GetValueOrDefault(agency)?.OpenDifferences.Count is > 0 and var open ? open : null;

    private List<StatementItem> List(AgencyDay standing, StatementList list) =>
        [.. standing.Items[list].Select(item => Item(item, list)).OrderBy(item => item.Since).ThenBy(item => item.Id)];

    private StatementItem Item(StandingItem item, StatementList list)
    {
        if (item.Refusal is { } refusal)
        {
            var (vi, en) = StatementWords.Why(item, tree.Name(refusal.Facts.AgencyId), day.End);
            var isWhole = refusal.Facts.ReceiverCode.Length == 0;
            return new(
                isWhole ? StatementItemKind.RefusedSubmission : StatementItemKind.RefusedReceiver, refusal.Facts.CaseId,
                NameOf(refusal.Facts.CodeNumber, refusal.Facts.CodeNotation), item.Stay.From, vi, en,
                isWhole ? null : new(refusal.Facts.ReceiverCode, refusal.Facts.ReceiverCode, refusal.Facts.ReceiverCode), refusal.Facts.PromulgationDate,
                Count: refusal.At(day.End).Count, Acts: refusal.SaidAt(day.End));
        }

        var (delivery, state) = (item.Delivery!, item.State!.Value);
        var receiver = tree.Name(delivery.ReceiverAgencyId);
        var (whyVi, whyEn) = StatementWords.Why(item, receiver, day.End);
        var isSender = list is StatementList.SendErrors or StatementList.NotArrived or StatementList.Unanswered;
        return new(
            StatementItemKind.Delivery, delivery.DeliveryId, NameOf(delivery.CodeNumber, delivery.CodeNotation), item.Stay.From, whyVi, whyEn,
            isSender ? receiver : tree.Name(delivery.SenderAgencyId), delivery.PromulgationDate,
            item.Stay.Stock switch { Stock.Backlog => state.ArriveDue, Stock.NoReply => state.AnswerDue, _ => null }, Acts: state.Said);
    }

    private static string NameOf(string? number, string? notation) => (number, notation) switch
    {
        (null, null) => "",
        (_, null) => number!,
        (null, _) => notation!,
        _ => number + "/" + notation,
    };
}
