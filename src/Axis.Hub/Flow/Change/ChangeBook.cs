using Axis.Contracts.Wire;
using Axis.Hub.Ledger;

namespace Axis.Hub.Flow.Change;

/// <summary>
/// The requests that one transaction works on, as read and as they are after the decisions so far, and the marks that follow. <see cref="DeliveryBook"/> writes it with its own.
/// </summary>
internal sealed class ChangeBook
{
    private readonly Dictionary<(Guid Carrier, Guid Target), Entry> entries = [];

    public List<NewMark> Marks { get; } = [];

    public IReadOnlyCollection<ChangeRow> All => [.. entries.Values.Select(entry => entry.Row)];

    /// <summary>Requests made here.</summary>
    public IReadOnlyCollection<ChangeRow> Opened => [.. entries.Values.Where(entry => entry.IsNew).Select(entry => entry.Row)];

    /// <summary>Requests read and changed.</summary>
    public IReadOnlyCollection<ChangeRow> Changed => [.. entries.Values.Where(entry => entry is { IsNew: false, IsChanged: true }).Select(entry => entry.Row)];

    /// <summary>Requests made or changed here, each with what it was when it was read.</summary>
    public IEnumerable<(ChangeRow? Before, ChangeRow After)> Moved =>
        entries.Values.Where(entry => entry.IsNew || entry.IsChanged).Select(entry => (entry.Before, entry.Row));

    /// <summary>Requests read and left as they were.</summary>
    public IEnumerable<ChangeRow> Unmoved => entries.Values.Where(entry => entry is { IsNew: false, IsChanged: false }).Select(entry => entry.Row);

    /// <summary>Takes rows as they were read; one that is here already stays as it is.</summary>
    public void Read(IEnumerable<ChangeRow> rows)
    {
        foreach (var row in rows)
        {
            entries.TryAdd((row.CarrierId, row.TargetId), new Entry(row, isNew: false));
        }
    }

    public void Open(ChangeRow row) => entries.Add((row.CarrierId, row.TargetId), new Entry(row, isNew: true));

    /// <summary>Puts a changed copy in the place of the row.</summary>
    public void Put(ChangeRow row)
    {
        var entry = entries[(row.CarrierId, row.TargetId)];
        entry.Row = row with { CountedBy = row.IsAwaited ? row.CountedBy : null, WarnAt = row.IsOpen ? row.WarnAt : null };
        entry.IsChanged = true;
    }

    /// <summary>What is asked of a delivery.</summary>
    public IReadOnlyList<ChangeRow> About(Guid target) => [.. All.Where(row => row.TargetId == target)];

    /// <summary>What a delivery carries.</summary>
    public IReadOnlyList<ChangeRow> CarriedBy(Guid carrier) => [.. All.Where(row => row.CarrierId == carrier)];

    /// <summary>True while a request waits for the answer to a cancel of this delivery.</summary>
    public bool AwaitsReturnOf(Guid target) => All.Any(row => row.TargetId == target && row is { IsOpen: true, Waits: true } && ChangeMachine.Withdraws(row.Command));

    /// <summary>
    /// The requests that a status answers, each with what it says: what waits for an answer before what was refused, then what the named delivery carries before what is asked of it,
    /// then a 13, then the oldest.
    /// </summary>
    public IReadOnlyList<(ChangeRow Request, ChangeStatus Says)> AnsweredBy(Guid named, string code, DateTimeOffset sealedAt)
    {
        var carried = Heard(CarriedBy(named), code, namesCarrier: true, sealedAt).Select(answer => (answer.Request, IsCarried: true));
        var about = Heard(About(named), code, namesCarrier: false, sealedAt).Select(answer => (answer.Request, IsCarried: false));
        var first = carried.Concat(about)
            .OrderBy(answer => !answer.Request.IsOpen).ThenBy(answer => !answer.IsCarried)
            .ThenBy(answer => answer.Request.Command != ChangeCommand.TakeBack).ThenBy(answer => answer.Request.OpenedAt)
            .Select(answer => answer.Request).FirstOrDefault();
        return first is null ? [] : Heard(CarriedBy(first.CarrierId), code, namesCarrier: true, sealedAt);
    }

    private static List<(ChangeRow Request, ChangeStatus Says)> Heard(IEnumerable<ChangeRow> requests, string code, bool namesCarrier, DateTimeOffset sealedAt) =>
        [.. requests.Select(request => (Request: request, Says: ChangeMachine.Answer(request, code, namesCarrier, sealedAt)))
            .Where(answer => answer.Says is not null).Select(answer => (answer.Request, answer.Says!.Value))];

    private sealed class Entry(ChangeRow row, bool isNew)
    {
        /// <summary>As it was read; null when it is new.</summary>
        public ChangeRow? Before { get; } = isNew ? null : row;

        public ChangeRow Row { get; set; } = row;

        public bool IsNew { get; } = isNew;

        public bool IsChanged { get; set; }
    }
}
