using Axis.Contracts.Calendar;
using Axis.Simulator.Clerks;
using Axis.Simulator.Faults;

namespace Axis.Simulator.Days;

/// <summary>
/// Draws a plan from a seed: everyday letters that are taken in and answered within their limits, and the faults among them. Pure: the same options and agencies give the same plan.
/// </summary>
internal sealed class PlanDays
{
    /// <summary>Steering documents are warned of after a quarter of their time: they are written in the morning.</summary>
    private static readonly TimeOnly Noon = new(12, 0);

    private readonly DaysOptions options;
    private readonly IReadOnlyList<Addressee> agencies;
    private readonly OfficeMinutes office;
    private readonly Random random;
    private readonly LetterWriter writer;
    private readonly List<PlannedLetter> letters = [];

    private PlanDays(DaysOptions options, IReadOnlyList<Addressee> agencies, OfficeMinutes office)
    {
        (this.options, this.agencies, this.office) = (options, agencies, office);
        random = new Random(options.Seed);
        writer = new LetterWriter(options.Seed);
    }

    public static DaysPlan Of(DaysOptions options, IReadOnlyList<Addressee> agencies, OfficeMinutes office)
    {
        var plan = new PlanDays(options, agencies, office);
        var (faults, absences) = options.WithFaults
            ? new PlanFaults(options, agencies, office, plan.writer, plan.letters).Draw()
            : ([], []);
        plan.DrawEveryday(absences);
        return new(options.Start, options.Days, [.. agencies.Select(agency => agency.Code)], plan.letters, absences, faults);
    }

    private void DrawEveryday(IReadOnlyList<PlannedAbsence> absences)
    {
        for (var day = options.Start; day < options.Start.AddDays(options.Days); day = day.AddDays(1))
        {
            // A few write on a day off as well; nobody takes anything in then.
            var isWorking = office.IsWorking(day);
            var count = isWorking ? agencies.Count * options.LettersEach : Math.Max(1, agencies.Count / 10);
            for (var number = 0; number < count; number++)
            {
                var sender = agencies[isWorking ? number % agencies.Count : random.Next(agencies.Count)];
                var at = DrawTime(day, isWorking);
                if (!absences.Any(absence => absence.Adapter == sender.Code && absence.From <= at && at <= absence.Until))
                {
                    letters.Add(Draw(sender, at, isWorking, absences));
                }
            }
        }
    }

    /// <summary>At a round of the clerks, who take it in at the next.</summary>
    private DateTimeOffset DrawTime(DateOnly day, bool isWorking)
    {
        var rounds = OfficeRounds.Of(day).ToArray();
        return isWorking ? rounds[random.Next(rounds.Length - 1)] : rounds[6 * random.Next(rounds.Length / 6)];
    }

    private PlannedLetter Draw(Addressee sender, DateTimeOffset at, bool isWorking, IReadOnlyList<PlannedAbsence> absences)
    {
        var letter = writer.Write(sender, [.. agencies.Where(other => other != sender)], VietnamTime.DateOf(at));
        var meetsAbsence = absences.Any(absence => letter.Receivers.Any(receiver => receiver.Code == absence.Adapter));
        letter = letter with { Priority = PriorityOf(letter.Priority, at, isWorking, meetsAbsence) };
        letter = letter with { Steering = letter.Steering && letter.Priority == 0 && !meetsAbsence && VietnamTime.TimeOf(at) < Noon };
        return new()
        {
            Place = letters.Count, Letter = letter, SentAt = at,
            Deliveries = [.. letter.Receivers.Select(receiver => Everyday(receiver.Code, letter, at, absences))],
        };
    }

    /// <summary>Hỏa tốc counts by the clock on the wall: only where the next three rounds, at which it is taken in, answered, and the answer taken in, come in time.</summary>
    private int PriorityOf(int drawn, DateTimeOffset at, bool isWorking, bool meetsAbsence) =>
        !isWorking || meetsAbsence ? 0 : drawn >= 3 && office.After(at, 3) - at > 3 * OfficeRounds.Every ? 2 : drawn;

    /// <summary>Taken in at the next round, or once its adapter is back, and answered one or two rounds later.</summary>
    private PlannedDelivery Everyday(string receiver, Letter letter, DateTimeOffset at, IReadOnlyList<PlannedAbsence> absences)
    {
        var arrives = Present(receiver, office.After(at, 1), absences);
        var isSoon = letter.Priority > 0 || letter.Steering;
        var answers = Present(receiver, office.After(arrives, isSoon ? 1 : 1 + random.Next(2)), absences);
        return new(receiver) { ArrivesAt = arrives, AnswersAt = answers, Code = random.Next(100) switch { < 50 => "03", < 70 => "04", < 85 => "05", _ => "06" } };
    }

    private DateTimeOffset Present(string agency, DateTimeOffset at, IReadOnlyList<PlannedAbsence> absences) =>
        absences.FirstOrDefault(absence => absence.Adapter == agency && absence.From <= at && at <= absence.Until) is { } absence ? office.After(absence.Until, 1) : at;
}
