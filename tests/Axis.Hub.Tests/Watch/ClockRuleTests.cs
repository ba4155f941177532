using Axis.Contracts.Calendar;
using Axis.Hub.Ledger;
using Axis.Hub.Tests.Ledger;

namespace Axis.Hub.Tests.Watch;

/// <summary>Which part of a clock's time warns and breaches, and when that is.</summary>
public class ClockRuleTests
{
    private static readonly DeliveryRow Delivery = Rows.Delivery(Rows.Document()) with { Priority = 1, TypeKey = "cong-van" };
    private static readonly HubCalendar Calendar = new(WorkingCalendar.National, OfficeHours.Default);

    [Fact]
    public void What_is_watched_is_warned_of_earlier()
    {
        var book = new ClockBook(0, [], []);

        book.Of(Delivery, WatchClock.Arrived).ShouldBe((75, 100));
        book.Of(Delivery with { Watched = true }, WatchClock.Arrived).ShouldBe((25, 50));
    }

    /// <summary>Rules in the order in which they were set, by what they say, and which one holds.</summary>
    [Theory]
    [InlineData("-", 0)]
    [InlineData("- -", 1)]
    [InlineData("clock -", 0)]
    [InlineData("clock agency", 1)]
    [InlineData("agency clock,priority,type,watched", 0)]
    [InlineData("agency agency,clock -", 1)]
    [InlineData("other-agency -", 1)]
    [InlineData("other-clock other-priority other-type other-watched clock", 4)]
    [InlineData("other-clock", -1)]
    public void The_most_specific_rule_holds_and_an_agencys_own_before_all(string rules, int expected)
    {
        var rows = rules.Split(' ').Select((says, place) => Rule(says.Split(','), place)).ToArray();

        new ClockBook(1, rows, []).Of(Delivery, WatchClock.Arrived).Warn.ShouldBe(expected < 0 ? 75 : expected + 1);
    }

    [Fact]
    public void A_steering_document_and_a_tagged_one_and_a_tagged_senders_types_are_watched()
    {
        var (document, sender) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var book = new ClockBook(1, [], [Tag(document, null, null), Tag(null, sender, "cong-dien")]);

        book.IsWatched(Guid.CreateVersion7(), sender, 2, null).ShouldBeTrue();
        book.IsWatched(document, Guid.CreateVersion7(), null, null).ShouldBeTrue();
        book.IsWatched(Guid.CreateVersion7(), sender, 1, "cong-dien").ShouldBeTrue();
        book.IsWatched(Guid.CreateVersion7(), sender, 1, "cong-van").ShouldBeFalse();
        book.IsWatched(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "cong-dien").ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-11-25 07:30", "2026-11-25 11:30", 75, "2026-11-25 10:30")]
    [InlineData("2026-11-25 10:30", "2026-11-25 16:30", 50, "2026-11-25 14:30")]
    [InlineData("2026-11-27 16:30", "2026-11-30 10:30", 50, "2026-11-30 08:30")]
    [InlineData("2026-11-24 10:00", "2026-11-25 17:30", 25, "2026-11-25 09:30")]
    [InlineData("2026-11-25 07:30", "2026-11-25 11:30", 150, "2026-11-25 15:30")]
    [InlineData("2026-11-25 18:00", "2026-11-25 20:00", 50, "2026-11-25 19:00")]
    [InlineData("2026-11-25 07:30", "2029-11-26 07:30", 50, "2028-05-26 19:30")]
    public void A_part_of_the_office_time_is_counted_over_nights_and_days_off(string start, string due, int percent, string expected) =>
        OfficeTime.PartOf(Calendar.Days, Calendar.Hours, At(start), At(due), percent).ShouldBe(At(expected));

    private static DateTimeOffset At(string text) => VietnamTime.At(DateOnly.Parse(text[..10], System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(text[11..], System.Globalization.CultureInfo.InvariantCulture));

    private static WatchTagRow Tag(Guid? document, Guid? sender, string? type) => new()
    {
        WatchTagId = Guid.CreateVersion7(), DocumentId = document, SenderAgencyId = sender, TypeKey = type, SetBy = "test", Reason = "test", SetAt = Rows.Noon,
    };

    private static ClockRuleRow Rule(string[] says, int place) => new()
    {
        ClockRuleId = Guid.CreateVersion7(), WarnPercent = place + 1, BreachPercent = 100, SetBy = "test", Reason = "test", SetAt = Rows.Noon.AddMinutes(place),
        AgencyId = says.Contains("agency") ? Delivery.ReceiverAgencyId : says.Contains("other-agency") ? Guid.CreateVersion7() : null,
        Clock = says.Contains("clock") ? WatchClock.Arrived : says.Contains("other-clock") ? WatchClock.Answered : null,
        Priority = says.Contains("priority") ? 1 : says.Contains("other-priority") ? 2 : null,
        TypeKey = says.Contains("type") ? "cong-van" : says.Contains("other-type") ? "cong-dien" : null,
        Watched = says.Contains("watched") ? false : says.Contains("other-watched") ? true : null,
    };
}
