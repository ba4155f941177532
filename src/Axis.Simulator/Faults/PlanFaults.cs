using Axis.Contracts.Calendar;
using Axis.Simulator.Clerks;
using Axis.Simulator.Days;

namespace Axis.Simulator.Faults;

/// <summary>
/// The fixed list of faults, laid over the working days of a plan: every kind where there are two of them, the more the more there are. The seed says between whom; no two faults are between the
/// same sender and receiver, so that alerts tell them apart.
/// </summary>
internal sealed class PlanFaults(DaysOptions options, IReadOnlyList<Addressee> agencies, OfficeMinutes office, LetterWriter writer, List<PlannedLetter> letters)
{
    private static readonly Addressee Nobody = new("X99", "Cơ quan không có trong danh mục");

    private readonly List<PlannedFault> faults = [];
    private readonly List<PlannedAbsence> absences = [];
    private Queue<(Addressee Sender, Addressee Receiver)> pairs = new();

    public (IReadOnlyList<PlannedFault> Faults, IReadOnlyList<PlannedAbsence> Absences) Draw()
    {
        var random = new Random(options.Seed ^ 0x5EED);
        var shuffled = agencies.ToArray();
        random.Shuffle(shuffled);
        DateOnly[] days = [.. Enumerable.Range(0, options.Days).Select(options.Start.AddDays).Where(office.IsWorking)];

        // Whose adapter is off has no other fault: what it shows then is of that.
        var off = new Queue<Addressee>(shuffled.Take(Math.Min(2, shuffled.Length / 4)));
        var others = shuffled.Skip(off.Count).ToArray();
        var between = others.SelectMany(sender => others.Where(receiver => receiver != sender).Select(receiver => (sender, receiver))).ToArray();
        random.Shuffle(between);
        pairs = new(between);
        for (var place = 0; place < days.Length; place++)
        {
            Lay(days, place, off, others);
        }

        return (faults, absences);
    }

    private void Lay(DateOnly[] days, int place, Queue<Addressee> off, Addressee[] others)
    {
        var (day, next, later) = (days[place], At(days, place + 1), At(days, place + 2));
        LateAnswer(day, next);
        LateSending(day);
        Duplicate(day);
        if (next is not { } morrow)
        {
            return;
        }

        Failed(day, morrow, isGivenUp: place % 2 == 1);
        Returned(day, place % 2 == 0 ? morrow : null);
        if (place % 2 == 0)
        {
            Refused(day, morrow);
            UnknownReceiver(day);
            Recall(day, later);
            AdapterOff(day, morrow, off, others);
        }
    }

    private void LateAnswer(DateOnly day, DateOnly? answered)
    {
        var sent = VietnamTime.At(day, new(9, 10));
        Add(FaultKind.LateAnswer, sent, answered is { } on ? VietnamTime.At(on, new(10, 10)) : null, (sender, receiver, until) =>
            Send(sender, receiver, sent, delivery => delivery with { AnswersAt = until }));
    }

    private void Returned(DateOnly day, DateOnly? sentAnew)
    {
        var sent = VietnamTime.At(day, new(14, 10));
        Add(FaultKind.Returned, sent, sentAnew is { } on ? VietnamTime.At(on, new(8, 30)) : null, (sender, receiver, until) =>
        {
            var letter = Send(sender, receiver, sent, delivery => delivery with { Code = "02", Text = "Văn bản gửi nhầm đơn vị nhận", SentAnewAt = until });
            if (until is { } anew)
            {
                Again(letter, anew);
            }
        });
    }

    private void Failed(DateOnly day, DateOnly settled, bool isGivenUp)
    {
        var sent = VietnamTime.At(day, new(10, 10));
        Add(FaultKind.Failed, sent, VietnamTime.At(settled, new(8, 10)), (sender, receiver, until) => Send(sender, receiver, sent, delivery => delivery with
        {
            FailsAt = delivery.ArrivesAt,
            Reason = "Hệ thống quản lý văn bản không lưu được tệp đính kèm",
            SettledAt = until,
            IsGivenUp = isGivenUp,
            ArrivesAt = isGivenUp ? null : office.After(until!.Value, 2),
            AnswersAt = isGivenUp ? null : office.After(until!.Value, 4),
        }));
    }

    private void UnknownReceiver(DateOnly day)
    {
        var sent = VietnamTime.At(day, new(10, 30));
        Add(FaultKind.UnknownReceiver, sent, null, (sender, receiver, _) =>
        {
            var letter = Send(sender, receiver, sent, delivery => delivery);
            letters[letter.Place] = letter with { Letter = letter.Letter with { Receivers = [receiver, Nobody] } };
        });
    }

    private void Refused(DateOnly day, DateOnly mended)
    {
        var sent = VietnamTime.At(day, new(15, 10));
        Add(FaultKind.Refused, sent, VietnamTime.At(mended, new(8, 50)), (sender, receiver, until) =>
        {
            var letter = Send(sender, receiver, sent, delivery => delivery);
            letters[letter.Place] = letter with { Letter = letter.Letter with { Receivers = [Nobody] }, AtDoor = AtDoor.Refused, MendedAt = until, Deliveries = [] };
            Again(letter, until!.Value);
        });
    }

    private void Duplicate(DateOnly day)
    {
        var sent = VietnamTime.At(day, new(8, 10));
        Add(FaultKind.Duplicate, sent, sent.AddMinutes(40), (sender, receiver, until) =>
        {
            var letter = Send(sender, receiver, sent, delivery => delivery);
            letters.Add(letter with { Place = letters.Count, SentAt = until!.Value, AtDoor = AtDoor.Repeated, Deliveries = [] });
        });
    }

    private void LateSending(DateOnly day)
    {
        var sent = VietnamTime.At(day, new(10, 50));
        Add(FaultKind.LateSending, sent, null, (sender, receiver, _) =>
        {
            var letter = Send(sender, receiver, sent, delivery => delivery);
            letters[letter.Place] = letter with { Letter = letter.Letter with { Date = day.AddDays(-6) } };
        });
    }

    private void Recall(DateOnly day, DateOnly? answered)
    {
        var (sent, recalled) = (VietnamTime.At(day, new(8, 30)), VietnamTime.At(day, new(9, 30)));
        Add(FaultKind.RecallUnanswered, recalled, answered is { } on ? VietnamTime.At(on, new(9, 30)) : null, (sender, receiver, until) =>
        {
            var letter = Send(sender, receiver, sent, delivery => delivery);
            letters.Add(letter with
            {
                Place = letters.Count,
                SentAt = recalled,
                Recalls = letter.Place,
                Deliveries = [new(receiver.Code) { ArrivesAt = office.After(recalled, 1), AnswersAt = until, Code = "15", Text = "Đồng ý thu hồi" }],
            });
        });
    }

    private void AdapterOff(DateOnly day, DateOnly back, Queue<Addressee> off, Addressee[] others)
    {
        if (!off.TryDequeue(out var absent))
        {
            return;
        }

        var (from, until) = (VietnamTime.At(day, new(13, 52)), VietnamTime.At(back, new(9, 12)));
        faults.Add(new(faults.Count + 1, FaultKind.AdapterOff, null, absent.Code, from, until));
        absences.Add(new(absent.Code, from, until));
        foreach (var (minute, priority) in new[] { (10, 0), (30, 1) })
        {
            var arrives = office.After(until, 1);
            Send(others[minute % others.Length], absent, VietnamTime.At(day, new(14, minute)), delivery => delivery with { ArrivesAt = arrives, AnswersAt = office.After(arrives, 1) }, priority);
        }
    }

    /// <summary>A fault between the next two; none where all have one.</summary>
    private void Add(FaultKind kind, DateTimeOffset from, DateTimeOffset? until, Action<Addressee, Addressee, DateTimeOffset?> letters)
    {
        if (pairs.TryDequeue(out var pair))
        {
            faults.Add(new(faults.Count + 1, kind, pair.Sender.Code, pair.Receiver.Code, from, until));
            letters(pair.Sender, pair.Receiver, until);
        }
    }

    /// <summary>A letter to one receiver that is taken in and answered at once, unless <paramref name="change"/> says otherwise.</summary>
    private PlannedLetter Send(Addressee sender, Addressee receiver, DateTimeOffset at, Func<PlannedDelivery, PlannedDelivery> change, int priority = 0)
    {
        var letter = new PlannedLetter
        {
            Place = letters.Count, SentAt = at, Fault = faults.Count,
            Letter = writer.Write(sender, [receiver], VietnamTime.DateOf(at), 1) with { Priority = priority, Steering = false },
            Deliveries = [change(new(receiver.Code) { ArrivesAt = office.After(at, 1), AnswersAt = office.After(at, 2) })],
        };
        letters.Add(letter);
        return letter;
    }

    /// <summary>The same letter in another package, without what was wrong with it.</summary>
    private void Again(PlannedLetter letter, DateTimeOffset at) => letters.Add(letter with
    {
        Place = letters.Count,
        SentAt = at,
        Deliveries = [.. letter.Deliveries.Select(delivery => new PlannedDelivery(delivery.Receiver) { ArrivesAt = office.After(at, 1), AnswersAt = office.After(at, 2) })],
    });

    private static DateOnly? At(DateOnly[] days, int place) => place < days.Length ? days[place] : null;
}
