using Agency.Adapter.Reconcile;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Contracts.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Agency.Adapter.Tests.Reconcile;

/// <summary>The books are posted every night by themselves, and missed days are made up.</summary>
public sealed class ReconcilePumpTests : IAsyncLifetime
{
    private static readonly DateOnly Today = VietnamTime.DateOf(TimeProvider.System.GetUtcNow());
    private readonly FakeTimeProvider clock = new(VietnamTime.At(Today, new(20, 0)));
    private readonly TestAdapter adapter;

    public ReconcilePumpTests() => adapter = new TestAdapter(options => options.ReconcileSpread = TimeSpan.Zero) { Clock = () => clock };

    private IEnumerable<DateOnly> Posted => adapter.Hub.Books.Select(books => books.Head.Day);

    public async ValueTask InitializeAsync() => await adapter.StartWithAsync();

    public ValueTask DisposeAsync() => adapter.DisposeAsync();

    [Fact]
    public async Task A_night_brings_the_day_and_an_outage_the_days_that_it_left_out()
    {
        // After its start, what the last seven days have to tell, the oldest first.
        await PassAsync(ReconcilePump.AfterStart, 7);
        DateOnly[] before = [.. Enumerable.Range(1, 7).Select(ago => Today.AddDays(ago - 8))];
        Posted.ShouldBe(before);
        adapter.Hub.Books.ShouldAllBe(books => books.Head.Adapter == "H37" && books.Head.SpoolId == adapter.Spool.SpoolId && books.Head.Version == 1);

        // Midnight and a quarter is too early; half past is the time.
        await PassAsync(VietnamTime.At(Today.AddDays(1), new(0, 29)) - clock.GetUtcNow());
        Posted.Count().ShouldBe(7);
        await PassAsync(TimeSpan.FromMinutes(1), 8);
        Posted.Last().ShouldBe(Today);

        // The hub is away for three nights.
        adapter.Hub.IsAway = true;
        await PassAsync(VietnamTime.At(Today.AddDays(4), new(8, 0)) - clock.GetUtcNow());
        Posted.Count().ShouldBe(8);
        adapter.Hub.IsAway = false;
        await PassAsync(TimeSpan.FromMinutes(16), 11);
        Posted.Skip(8).ShouldBe([Today.AddDays(1), Today.AddDays(2), Today.AddDays(3)]);

        // A restart posts nothing that was answered.
        await adapter.RestartAsync();
        await PassAsync(ReconcilePump.AfterStart);
        Posted.Count().ShouldBe(11);
        adapter.Get<PostBooks>().List(Today, Today.AddDays(3)).Select(one => one.Answer.Day)
            .ShouldBe([Today.AddDays(3), Today.AddDays(2), Today.AddDays(1), Today]);
    }

    [Fact]
    public async Task What_heals_by_itself_is_looked_at_again_until_it_has()
    {
        adapter.Hub.Differences = [Difference(ErrorCatalogue.BooksDeliveryMissing)];
        await PassAsync(ReconcilePump.AfterStart, 7);
        await PassAsync(ReconcilePump.LookAgain, 8);
        Posted.Last().ShouldBe(Today.AddDays(-1));
        adapter.Hub.Differences = [Difference(ErrorCatalogue.BooksArrivedMissing)];
        await PassAsync(ReconcilePump.LookAgain, 9);

        await PassAsync(TimeSpan.FromMinutes(15));
        Posted.Count().ShouldBe(9, "nobody is waited for");
    }

    [Fact]
    public async Task A_day_whose_books_are_refused_for_good_is_noted_and_holds_up_no_other()
    {
        var broken = Today.AddDays(-4);
        adapter.Hub.RefusesBooks = day => day == broken ? Finding.Refuse(ErrorCatalogue.BooksTooLarge, "", 500_000) : null;
        await PassAsync(ReconcilePump.AfterStart, 6);
        Posted.ShouldBe([Today.AddDays(-7), Today.AddDays(-6), Today.AddDays(-5), Today.AddDays(-3), Today.AddDays(-2), Today.AddDays(-1)]);
        var refused = adapter.Get<PostBooks>().ListRefused(Today.AddDays(-30), Today).ShouldHaveSingleItem();
        (refused.Day, refused.Finding.Code).ShouldBe((broken, ErrorCatalogue.BooksTooLarge.Code));

        // Not again by itself, also after a restart; by hand when it can be.
        await adapter.RestartAsync();
        await PassAsync(ReconcilePump.AfterStart);
        Posted.Count().ShouldBe(6);
        adapter.Hub.RefusesBooks = _ => null;
        await adapter.Get<PostBooks>().PostAsync(broken, TestContext.Current.CancellationToken);
        adapter.Get<PostBooks>().ListRefused(Today.AddDays(-30), Today).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_that_is_not_of_the_books_is_tried_again()
    {
        adapter.Hub.RefusesBooks = _ => Finding.Refuse(ErrorCatalogue.NotFoundHere, "");
        await PassAsync(ReconcilePump.AfterStart);
        adapter.Get<PostBooks>().ListRefused(Today.AddDays(-30), Today).ShouldBeEmpty();
        adapter.Hub.RefusesBooks = _ => null;
        await PassAsync(TimeSpan.FromMinutes(16), 7);
    }

    [Fact]
    public void The_nation_does_not_post_at_once()
    {
        var times = Enumerable.Range(1, 99).Select(number => ReconcileTimes.DueAt(Today, new AdapterOptions { Code = $"H{number}" })).ToArray();
        times.ShouldAllBe(at => VietnamTime.At(Today.AddDays(1), new(0, 30)) <= at && at < VietnamTime.At(Today.AddDays(1), new(1, 30)));
        times.GroupBy(at => at.Minute).Max(minute => minute.Count()).ShouldBeLessThan(15);
        ReconcileTimes.DueAt(Today, new AdapterOptions { Code = "H7" }).ShouldBe(times[6]);
    }

    private async Task PassAsync(TimeSpan time, int posts)
    {
        await PassAsync(time);
        adapter.Hub.Books.Count.ShouldBe(posts);
    }

    /// <summary>Lets time pass once the pump has set its alarm by the time before, and waits until it has done what was due.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        await AtRestAsync();
        clock.Advance(time);
        await AtRestAsync();
    }

    private Task AtRestAsync()
    {
        var pump = adapter.Services.GetServices<IHostedService>().OfType<ReconcilePump>().Single();
        return Wait.UntilAsync(() => pump.IsAtRest, "the pump sleeps");
    }

    private static BookDifference Difference(ErrorEntry entry)
    {
        var guide = DifferenceGuide.All[entry.Code];
        return new(guide.Kind, BookSide.Received, Guid.Empty, entry.Code, DateTimeOffset.UnixEpoch, "", "", guide.Acts, guide.HealsByItself, entry.Vietnamese, entry.English);
    }
}
