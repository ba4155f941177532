using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Axis.Hub.Watch.Reconcile;

namespace Axis.Hub.Tests.Watch;

/// <summary>What becomes of a difference from one comparison to the next.</summary>
public sealed class DifferenceBookTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 17, 40, 0, TimeSpan.Zero);
    private static readonly Guid Delivery = new("22222222-2222-2222-2222-222222222222");

    [Fact]
    public void A_difference_is_closed_as_what_it_was_found_as_last()
    {
        var row = Compare([Found("DONE 01")], []).Opened.ShouldHaveSingleItem();
        var second = Compare([Found("DONE 03")], [row]);
        second.Events.ShouldBeEmpty();

        var (closed, entry) = DifferenceBook.Close(second.Changed.ShouldHaveSingleItem(), "operator:lan", "the office has it", Now);
        (entry.Kind, entry.Source, entry.Reason, entry.AtHub).ShouldBe((DifferenceEvents.Closed, "operator:lan", "the office has it", "DONE 03"));

        Compare([Found("DONE 03")], [closed]).Open.ShouldBeEmpty();
        var again = Compare([Found("DONE 06")], [closed]);
        again.Open.ShouldHaveSingleItem().Row.ClosedBy.ShouldBeNull();
        again.Events.ShouldHaveSingleItem().Kind.ShouldBe(DifferenceEvents.Found);
    }

    [Fact]
    public void A_difference_that_was_not_looked_at_or_not_judged_stays_open()
    {
        var row = Compare([Found("DONE 01")], []).Opened.ShouldHaveSingleItem();

        Compare([], [row]).Events.ShouldHaveSingleItem().Kind.ShouldBe(DifferenceEvents.Settled);
        DifferenceBook.Of(new([], Keys(), Keys()), [row], "H37", "#2", Now).Open.ShouldHaveSingleItem().Since.ShouldBe(Now);
        DifferenceBook.Of(new([], Keys(Delivery), Keys(Delivery)), [row], "H37", "#2", Now).Open.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_hub_whose_clock_steps_back_writes_no_event_before_the_last_one()
    {
        var row = Compare([Found("DONE 01")], []).Opened.ShouldHaveSingleItem();

        DifferenceBook.Close(row, "operator:lan", "x", Now.AddHours(-1)).Event.EffectiveAt.ShouldBe(Now);
    }

    private static DifferenceBook Compare(IReadOnlyList<FoundDifference> found, IReadOnlyList<BookDifferenceRow> known) =>
        DifferenceBook.Of(new(found, Keys(Delivery), Keys()), known, "H37", "#1", Now);

    private static FoundDifference Found(string atHub) => new(BookSide.Received, Delivery, Delivery, ErrorCatalogue.BooksArrivedMissing, null, null, atHub, "");

    private static HashSet<(BookSide, Guid)> Keys(params Guid[] ids) => [.. ids.Select(id => (BookSide.Received, id))];
}
