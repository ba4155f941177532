using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Statements.Counting;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Tests.Statements;

/// <summary>A difference of books as reconciliations make it: found and settled at random times, also twice in one instant, and by a hub whose clock steps back.</summary>
internal sealed class RandomDifference
{
    private static readonly string[] Codes = [.. DifferenceGuide.All.Keys.Order(StringComparer.Ordinal)];

    /// <param name="seed">Makes it, and its ids.</param>
    /// <param name="start">It begins within three days from here.</param>
    /// <param name="agency">Whose it is.</param>
    public RandomDifference(int seed, DateTimeOffset start, Guid agency)
    {
        var random = new Random(seed);
        var now = start + TimeSpan.FromMinutes(random.Next(0, 3 * 24 * 60));
        var id = new Guid(seed, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);
        var found = new FoundDifference(
            (BookSide)random.Next(2), id, id, ErrorCatalogue.All[Codes[random.Next(Codes.Length)]], agency, seed % 3 == 0 ? null : $"{seed}/VP", "hub", "adapter");
        BookDifferenceRow? row = null;
        for (var steps = random.Next(1, 9); steps > 0; steps--)
        {
            var book = DifferenceBook.Of(new(row is { RestSince: null } ? [] : [found], new HashSet<(BookSide, Guid)> { (found.Side, id) }, new HashSet<(BookSide, Guid)>()), row is null ? [] : [row], "A01", $"#{steps}", now);
            row = book.Opened.Concat(book.Changed).Single() with { DifferenceId = id };
            Steps.Add((now, row, book.Events.Single() with { DifferenceId = id }));
            now += random.Next(5) switch { 0 => TimeSpan.Zero, 1 => TimeSpan.FromMinutes(-3), _ => TimeSpan.FromMinutes(random.Next(0, 40 * 60)) };
        }
    }

    /// <summary>When the hub recorded what, and the row that it left.</summary>
    public List<(DateTimeOffset At, BookDifferenceRow Row, BookDifferenceEventRow Event)> Steps { get; } = [];

    /// <summary>What counting sees of it when so many steps were written.</summary>
    public CountedDifference Count(int steps)
    {
        var row = Steps[0].Row;
        return new(
            new() { DifferenceId = row.DifferenceId, AgencyId = row.AgencyId!.Value, Side = row.Side, SubjectId = row.SubjectId, Code = row.Code, Document = row.Document },
            [.. Steps.Take(steps).Select(step => new DifferenceMoment(step.Event.EffectiveAt, step.Event.Kind, step.Event.Source))]);
    }
}
