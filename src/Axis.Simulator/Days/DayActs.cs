using Axis.Contracts.Calendar;
using Axis.Simulator.Faults;

namespace Axis.Simulator.Days;

/// <summary>Unrolls a plan into what is done when.</summary>
internal static class DayActs
{
    /// <summary>The hub looks at its clocks every 15 seconds, at silence every minute.</summary>
    private static readonly TimeSpan LookAfter = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<DayAct> Of(DaysPlan plan, OfficeMinutes office, Expectations expected) =>
        [.. All(plan, office, expected).Where(act => act.At <= plan.Ends).Distinct().OrderBy(act => act.At).ThenBy(act => act.Rank)];

    private static IEnumerable<DayAct> All(DaysPlan plan, OfficeMinutes office, Expectations expected)
    {
        foreach (var letter in plan.Letters)
        {
            yield return new DayAct.Send(letter.SentAt, letter);
            foreach (var act in letter.Deliveries.SelectMany(delivery => Of(letter, delivery)))
            {
                yield return act;
            }
        }

        foreach (var act in plan.Absences.SelectMany(Of))
        {
            yield return act;
        }

        foreach (var day in plan.All)
        {
            yield return new DayAct.Look(VietnamTime.At(day.AddDays(1), DaysPlan.StatementHour));
            foreach (var at in office.IsWorking(day) ? OfficeRounds.Of(day) : [])
            {
                foreach (var agency in plan.Agencies.Where(agency => !plan.Absences.Any(absence => absence.Adapter == agency && absence.From <= at && at <= absence.Until)))
                {
                    yield return new DayAct.Visit(at, agency);
                }
            }
        }

        foreach (var alert in expected.Alerts())
        {
            yield return new DayAct.Look(Minute(alert.From) + LookAfter);
            if (alert.Until is { } until)
            {
                yield return new DayAct.Look(Minute(until) + LookAfter);
            }
        }
    }

    private static IEnumerable<DayAct> Of(PlannedLetter letter, PlannedDelivery delivery)
    {
        if (delivery.SettledAt is { } settled)
        {
            yield return new DayAct.Settle(settled, letter, delivery);
        }

        if (delivery.AnswersAt is { } answered)
        {
            yield return new DayAct.Answer(answered, letter, delivery);
        }
    }

    /// <summary>While silence begins or ends the hub must not seem to have slept itself: it hears nothing for five minutes by going through them.</summary>
    private static IEnumerable<DayAct> Of(PlannedAbsence absence)
    {
        yield return new DayAct.SwitchOff(absence.From, absence.Adapter);
        yield return new DayAct.SwitchOn(absence.Until, absence.Adapter);
        for (var minute = 1; minute <= 9; minute++)
        {
            yield return new DayAct.Look(absence.From.AddMinutes(minute));
        }

        for (var minute = 1; minute <= 2; minute++)
        {
            yield return new DayAct.Look(absence.Until.AddMinutes(minute));
        }
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), at.Offset);
}
