using System.Globalization;
using Axis.Contracts.Calendar;
using Axis.Contracts.Errors;
using Axis.Hub.Ledger;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>What operators decide about the working calendar's days: each change is one transaction, a new version with its line in the audit trail.</summary>
internal sealed class CalendarDesk(CalendarStore store, CalendarInForce calendar)
{
    /// <summary>What was done, or everything that kept it from being done.</summary>
    public abstract record Outcome
    {
        public sealed record Done(int Version, IReadOnlyList<CalendarDayChange> Days) : Outcome;

        /// <summary>These are the days in force already.</summary>
        public sealed record Unchanged(int Version) : Outcome;

        public sealed record Refused(IReadOnlyList<Finding> Findings) : Outcome;
    }

    /// <summary>Puts a whole file in the place of the calendar.</summary>
    /// <param name="text">The file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="actor"><c>operator:NAME</c>.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">The end of patience.</param>
    public Task<Outcome> ApplyAsync(string text, string file, string actor, string reason, CancellationToken cancellation) =>
        ChangeAsync(new RegistryAct(actor, "calendar-apply", file, reason), _ => CalendarFile.Read(text), cancellation);

    /// <summary>Changes single days and leaves the others as they are.</summary>
    public Task<Outcome> AmendAsync(IReadOnlyList<DayOrder> days, string actor, string reason, CancellationToken cancellation) =>
        ChangeAsync(
            new RegistryAct(actor, "calendar-amend", string.Join(", ", days.Select(day => $"{Iso(day.Day)} {day.Row?.Split(',')[0] ?? DayOrder.Plain}")), reason),
            current => Amend(current, days), cancellation);

    /// <summary>The calendar with single days changed, or what is wrong with them.</summary>
    public static CalendarOutcome Amend(WorkingCalendar current, IReadOnlyList<DayOrder> days)
    {
        var changed = days.ToDictionary(day => day.Day, day => day.Row);
        var rows = current.Days.Where(day => !changed.ContainsKey(day.Date)).Select(CalendarFile.Write)
            .Concat(changed.Where(pair => pair.Value is not null).Select(pair => $"{Iso(pair.Key)},{pair.Value}"));
        return CalendarFile.Read(string.Join('\n', rows.Order(StringComparer.Ordinal).Prepend(CalendarFile.Header)));
    }

    private Task<Outcome> ChangeAsync(RegistryAct act, Func<WorkingCalendar, CalendarOutcome> read, CancellationToken cancellation) =>
        store.ChangeAsync(act, state =>
        {
            var current = state.Days ?? calendar.Settings.Days;
            return read(current) switch
            {
                CalendarOutcome.Refused refused => (null, new Outcome.Refused(refused.Findings)),
                CalendarOutcome.Read { Calendar: var next } when CalendarDayChange.Between(current, next) is { Count: > 0 } days =>
                    (next, (Outcome)new Outcome.Done(state.Version + 1, days)),
                _ => (null, new Outcome.Unchanged(state.Version)),
            };
        }, cancellation);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A day as an operator wants it.</summary>
/// <param name="Day">Day in Vietnam.</param>
/// <param name="Row">Its row without the date, as the file writes it; null: a day of the plain week.</param>
internal sealed record DayOrder(DateOnly Day, string? Row)
{
    /// <summary>The word for no row.</summary>
    public const string Plain = "plain";
}
