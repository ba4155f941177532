using Axis.Contracts.Calendar;
using Axis.Simulator.Days;

namespace Axis.Simulator.Faults;

/// <summary>
/// What the statements and the alerts of a plan have to show, by the words of statement.md 3 and domain.md 6 alone: a second opinion that shares no line with the hub's.
/// </summary>
internal sealed class Expectations
{
    private readonly DaysPlan plan;
    private readonly OfficeMinutes office;
    private readonly List<ExpectedStay> stays = [];
    private readonly List<ExpectedAlert> causes = [];

    public Expectations(DaysPlan plan, OfficeMinutes office)
    {
        (this.plan, this.office) = (plan, office);
        foreach (var letter in plan.Letters)
        {
            Take(letter);
        }

        foreach (var absence in plan.Absences)
        {
            causes.Add(new("adapter-silent", "", absence.Adapter, null, absence.From + ExpectedClocks.SilentAfter, absence.Until));
        }
    }

    /// <summary>Every line of every statement.</summary>
    public IReadOnlyList<ExpectedLine> Lines() => Lines(stays);

    /// <summary>The lines that one fault is to show.</summary>
    public IReadOnlyList<ExpectedLine> Lines(PlannedFault fault) => Lines(stays.Where(stay => stay.Fault == fault.Number));

    private IReadOnlyList<ExpectedLine> Lines(IEnumerable<ExpectedStay> among) =>
    [
        .. from day in plan.All
           let end = VietnamTime.EndOf(day)
           from stay in among
           where stay.From < end && (stay.Until is null || stay.Until >= end)
           select new ExpectedLine(stay.Agency, day, stay.List, stay.Document, stay.Counterpart, stay.From),
    ];

    /// <summary>Every alert: what overlaps under one kind, cause and pair is one.</summary>
    public IReadOnlyList<ExpectedAlert> Alerts()
    {
        var alerts = new List<ExpectedAlert>();
        foreach (var group in causes.Where(cause => cause.From < plan.Ends).GroupBy(cause => (cause.Kind, cause.Cause, cause.Agency, cause.Counterpart)))
        {
            ExpectedAlert? open = null;
            foreach (var cause in group.OrderBy(cause => cause.From))
            {
                if (open is not null && (open.Until is null || cause.From <= open.Until))
                {
                    open = open with { Until = open.Until is null || cause.Until is null ? null : open.Until > cause.Until ? open.Until : cause.Until };
                }
                else
                {
                    alerts.AddRange(open is null ? [] : [open]);
                    open = cause;
                }
            }

            alerts.Add(open!);
        }

        return [.. alerts.Select(alert => alert.Until > plan.Ends ? alert with { Until = null } : alert)];
    }

    /// <summary>Documents that an agency sends later than the law lets: after 12:00 of the working day behind their date (QĐ 28 Art. 6).</summary>
    public int LateSent(string agency, DateOnly day) => plan.Letters.Count(letter =>
        letter.AtDoor == AtDoor.Accepted && letter.Recalls is null && letter.Letter.SenderCode == agency && VietnamTime.DateOf(letter.SentAt) == day
        && letter.SentAt > (letter.Letter.Priority > 0 ? VietnamTime.EndOf(letter.Letter.Date) : VietnamTime.At(office.NextWorking(letter.Letter.Date), new(12, 0))));

    /// <summary>Letters that an agency returns.</summary>
    public int Returned(string agency, DateOnly day) => plan.Letters.SelectMany(letter => letter.Deliveries).Count(delivery =>
        delivery.Receiver == agency && delivery is { Code: "02", AnswersAt: { } at } && VietnamTime.DateOf(at) == day);

    private void Take(PlannedLetter letter)
    {
        var sender = letter.Letter.SenderCode;
        if (letter.AtDoor == AtDoor.Refused)
        {
            stays.Add(new(sender, Listed.SendErrors, letter.Name, null, letter.SentAt, letter.MendedAt, letter.Fault));
            causes.Add(new("submission-refused", ExpectedClocks.ReceiverUnknown, sender, null, letter.SentAt, letter.MendedAt));
        }

        stays.AddRange(letter.Unknown.Select(receiver => new ExpectedStay(sender, Listed.SendErrors, letter.Name, receiver.Code, letter.SentAt, null, letter.Fault)));
        foreach (var delivery in letter.Deliveries)
        {
            Attempt(letter, delivery, letter.SentAt, delivery.FailsAt ?? delivery.ArrivesAt);
            if (delivery.FailsAt is { } failed)
            {
                Both(letter, delivery, Listed.SendErrors, Listed.ReceiveErrors, failed, delivery.SettledAt);
                Alert(sender, delivery.Receiver, "delivery-failed", "agency", failed, delivery.SettledAt);
                if (delivery is { SettledAt: { } again, IsGivenUp: false })
                {
                    Attempt(letter, delivery, again, delivery.ArrivesAt);
                }
            }

            if (delivery.ArrivesAt is { } arrived)
            {
                Answer(letter, delivery, arrived);
            }
        }
    }

    /// <summary>An attempt and the clocks of its arrival.</summary>
    private void Attempt(PlannedLetter letter, PlannedDelivery delivery, DateTimeOffset start, DateTimeOffset? end)
    {
        var (priority, watched) = (letter.Letter.Priority, letter.Letter.Steering);
        var due = ExpectedClocks.ArriveDue(office, start, priority);
        if (end is null || due < end)
        {
            Both(letter, delivery, Listed.NotArrived, Listed.Backlog, due, end);
        }

        Clock(letter, delivery, "not-arrived", "agency", ExpectedClocks.Warning(office, start, due, priority, watched), end);
        var processed = plan.Absences.FirstOrDefault(absence => absence.Adapter == delivery.Receiver && absence.From <= start && start < absence.Until)?.Until ?? start;
        Clock(letter, delivery, "not-processed", "adapter", ExpectedClocks.ProcessingWarning(start, priority, watched), processed);
    }

    /// <summary>A status that goes back is a delivery with clocks of its own; its sender's clerk takes it in at the next round, once there is an adapter.</summary>
    private void Status(PlannedLetter letter, PlannedDelivery delivery, DateTimeOffset at)
    {
        var (priority, to) = (letter.Letter.Priority, letter.Letter.SenderCode);
        if (plan.Absences.FirstOrDefault(absence => absence.Adapter == to && absence.From <= at && at < absence.Until)?.Until is { } back)
        {
            Clock(delivery.Receiver, to, "not-processed", "adapter", ExpectedClocks.ProcessingWarning(at, priority, watched: false), back);
            var warns = ExpectedClocks.Warning(office, at, ExpectedClocks.ArriveDue(office, at, priority), priority, watched: false);
            Clock(delivery.Receiver, to, "not-arrived", "agency", warns, office.After(back, 1));
        }
    }

    private void Answer(PlannedLetter letter, PlannedDelivery delivery, DateTimeOffset arrived)
    {
        foreach (var at in new[] { arrived, delivery.AnswersAt }.OfType<DateTimeOffset>())
        {
            Status(letter, delivery, at);
        }

        var (priority, watched) = (letter.Letter.Priority, letter.Letter.Steering);
        var due = letter.Recalls is null ? ExpectedClocks.AnswerDue(office, arrived, priority) : ExpectedClocks.AmendDue(office, arrived, priority);
        if (letter.Recalls is not null)
        {
            Clock(letter, delivery, "amendment-unanswered", "recall", ExpectedClocks.Warning(office, arrived, due, priority, watched), delivery.AnswersAt);
        }

        if (delivery.AnswersAt is null || due < delivery.AnswersAt)
        {
            Both(letter, delivery, Listed.Unanswered, Listed.NoReply, due, delivery.AnswersAt);
        }

        Clock(letter, delivery, "no-answer", "agency", ExpectedClocks.Warning(office, arrived, due, priority, watched), delivery.AnswersAt);
        if (delivery is { Code: "02", AnswersAt: { } returned })
        {
            Alert(letter.Letter.SenderCode, delivery.Receiver, "returned", "02", returned, delivery.SentAnewAt);
        }
    }

    private void Both(PlannedLetter letter, PlannedDelivery delivery, Listed atSender, Listed atReceiver, DateTimeOffset from, DateTimeOffset? until)
    {
        stays.Add(new(letter.Letter.SenderCode, atSender, letter.Name, delivery.Receiver, from, until, letter.Fault));
        stays.Add(new(delivery.Receiver, atReceiver, letter.Name, letter.Letter.SenderCode, from, until, letter.Fault));
    }

    /// <summary>A clock that says something, if what it waits for has not come before.</summary>
    private void Clock(PlannedLetter letter, PlannedDelivery delivery, string kind, string cause, DateTimeOffset warns, DateTimeOffset? ends) =>
        Clock(letter.Letter.SenderCode, delivery.Receiver, kind, cause, warns, ends);

    private void Clock(string sender, string receiver, string kind, string cause, DateTimeOffset warns, DateTimeOffset? ends)
    {
        if (ends is null || warns < ends)
        {
            Alert(sender, receiver, kind, cause, warns, ends);
        }
    }

    private void Alert(string sender, string receiver, string kind, string cause, DateTimeOffset from, DateTimeOffset? until) =>
        causes.Add(new(kind, cause, sender, receiver, from, until));

    /// <summary>A while in a list of one agency's statement.</summary>
    private sealed record ExpectedStay(string Agency, Listed List, string Document, string? Counterpart, DateTimeOffset From, DateTimeOffset? Until, int? Fault);
}
