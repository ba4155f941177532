using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Flow.Change;

/// <summary>
/// What follows for requests, their carriers and their targets when one of these deliveries moves (domain.md 2.3, protocol.md 3 "Order"). Applied to whatever a transaction has
/// changed, by whom ever, so no stage can forget it.
/// </summary>
internal sealed class FollowChanges(DeliveryBook book, IDueTimes dueTimes)
{
    private readonly ChangeBook changes = book.Changes;

    /// <summary>One pass over every request in the book; it may move deliveries, and then wants to be applied again.</summary>
    public void Apply()
    {
        foreach (var request in changes.All.Where(request => request.IsOpen))
        {
            if (book.Find(request.TargetId) is { } target && book.Find(request.CarrierId) is { } carrier)
            {
                Follow(request, target, carrier);
            }
        }

        foreach (var carrier in changes.All.Select(request => request.CarrierId).Distinct().Select(book.Find).OfType<DeliveryRow>())
        {
            LetGo(carrier, changes.CarriedBy(carrier.DeliveryId));
        }
    }

    /// <summary>Makes the target void as asked, and orders what becomes of the copies.</summary>
    /// <param name="request">The request as it is.</param>
    /// <param name="code">Code of the answer, or null where none was needed.</param>
    /// <param name="answer">The receiver's words.</param>
    /// <param name="source">Who agreed.</param>
    /// <param name="isHeld">True when the receiver may hold a copy.</param>
    public void Agree(ChangeRow request, string? code, string? answer, string source, bool isHeld)
    {
        changes.Put(request with { Status = ChangeStatus.Agreed, Waits = false, Since = book.Now, Code = code, Answer = answer });
        if (book.Find(request.TargetId) is not { VoidAs: null })
        {
            return;
        }

        var cause = ChangeMachine.CauseOf(request.Command);
        book.Decide(request.TargetId, new DeliveryInput.Voided(
            cause, cause == VoidCause.Superseded ? $"{request.CarrierId}: {request.Reason}" : request.Reason, source));
        if (!ChangeMachine.Withdraws(request.Command))
        {
            return;
        }

        Mark(request, request.TargetId, isHeld);
        foreach (var older in OlderVersions(request.TargetId))
        {
            Mark(request, older, isHeld: true);
        }

        // What tells a receiver that it is dropped brings the new version, which is not for it either.
        if (request.Command == ChangeCommand.Drop && isHeld && book.Find(request.CarrierId) is { VoidAs: null, EverClaimed: true })
        {
            book.Decide(request.CarrierId, new DeliveryInput.Voided(VoidCause.Recalled, request.Reason, source));
            Mark(request, request.CarrierId, isHeld: true);
        }
    }

    /// <summary>Takes a status that answers a request.</summary>
    public void Answer(ChangeRow request, ChangeStatus says, string code, string? text, string source)
    {
        if (says == ChangeStatus.Agreed)
        {
            Agree(request, code, text, source, isHeld: true);
            return;
        }

        changes.Put(request with { Status = says, Since = book.Now, Code = code, Answer = text });
        Note(request, EventKinds.ChangeRefused, string.IsNullOrEmpty(text) ? code : $"{code} {text}", source);
    }

    /// <summary>Says that nobody has answered in time.</summary>
    public void Overdue(ChangeRow request)
    {
        changes.Put(request with { Status = ChangeStatus.Overdue, Since = book.Now, WarnAt = null });
        Note(request, EventKinds.ChangeOverdue, SqlTime.Write(request.DueAt!.Value), "hub");
    }

    /// <summary>Says that time runs out.</summary>
    public void Warn(ChangeRow request) => changes.Put(request with { WarnAt = null, Warned = true });

    /// <summary>Orders what becomes of the copies of one delivery: what is recalled is frozen at its sender, what is held is destroyed at its receiver.</summary>
    private void Mark(ChangeRow request, Guid deliveryId, bool isHeld)
    {
        if (request.Command == ChangeCommand.Recall)
        {
            changes.Marks.Add(new(deliveryId, MarkKind.Freeze, request.Command, request.Reason, book.Now));
        }

        if (isHeld)
        {
            changes.Marks.Add(new(deliveryId, MarkKind.Destroy, request.Command, request.Reason, book.Now));
        }
    }

    /// <summary>The versions of a document that this one has superseded, one after the other; the receiver has their copies still.</summary>
    private IEnumerable<Guid> OlderVersions(Guid version) => changes.CarriedBy(version)
        .Where(update => update is { Command: ChangeCommand.Update, Status: ChangeStatus.Agreed })
        .SelectMany(update => OlderVersions(update.TargetId).Prepend(update.TargetId));

    private void Follow(ChangeRow request, DeliveryRow target, DeliveryRow carrier)
    {
        if (target.VoidAs is not null || carrier.VoidAs is not null)
        {
            changes.Put(request with { Status = ChangeStatus.Lapsed, Waits = false, Since = book.Now });
            Note(request, EventKinds.ChangeLapsed, target.VoidAs?.ToString() ?? $"carrier {carrier.VoidAs}", "hub");
            return;
        }

        if (request.Waits && ChangeMachine.Withdraws(request.Command))
        {
            if (book.AnswerOf(target.DeliveryId) is { Counts: true, Answer: var answer })
            {
                if (answer == CancelAnswer.Cancelled)
                {
                    Agree(request, null, null, "hub", isHeld: false);
                    return;
                }

                changes.Put(request = request with { Waits = false });
            }
        }
        else if (request.Waits && target.Transport != TransportState.Initial)
        {
            changes.Put(request = request with { Waits = false });
        }

        if (request is { Waits: false, Status: ChangeStatus.Requested } && carrier is { Transport: TransportState.Done, ArrivedAt: { } arrivedAt })
        {
            Deliver(request, carrier, arrivedAt);
        }
    }

    /// <summary>The receiver has it. A replacement is a document of its own and asks for no answer.</summary>
    private void Deliver(ChangeRow request, DeliveryRow carrier, DateTimeOffset arrivedAt)
    {
        if (request.Command == ChangeCommand.Replace)
        {
            Agree(request with { DeliveredAt = arrivedAt }, null, null, "hub", isHeld: true);
            return;
        }

        var version = dueTimes.Version;
        var due = SqlTime.Cut(dueTimes.OfAmendment(carrier, arrivedAt));
        var warn = due is { } end ? dueTimes.OfWatch(carrier, WatchClock.Amendment, arrivedAt, end).Warn : (DateTimeOffset?)null;
        changes.Put(request with
        {
            Status = ChangeStatus.Delivered,
            Since = book.Now,
            DeliveredAt = arrivedAt,
            DueAt = due,
            CountedBy = version,
            WarnAt = warn < due ? warn : null,
        });
        Note(request, EventKinds.ChangeDelivered, due is { } until ? $"answer due {SqlTime.Write(until)}" : request.CarrierId.ToString(), "hub");
    }

    /// <summary>
    /// A carrier goes out once nothing holds it. One that never left and has nothing left to ask is void like its target; a replacement is a document of its own and goes all the same.
    /// </summary>
    private void LetGo(DeliveryRow carrier, IReadOnlyList<ChangeRow> requests)
    {
        if (carrier is not { VoidAs: null, EverClaimed: false } || requests.Any(request => request is { IsOpen: true, Waits: true }))
        {
            return;
        }

        if (requests.All(request => !request.IsOpen && request.Command != ChangeCommand.Replace))
        {
            book.Decide(carrier.DeliveryId, new DeliveryInput.Voided(VoidCause.Void, EndOf(requests[0]), "hub"));
        }
        else if (carrier.Phase == DispatchPhase.Parked)
        {
            book.Decide(carrier.DeliveryId, new DeliveryInput.Released("what it is about has moved", "hub"));
        }
    }

    private string EndOf(ChangeRow request) => request.Status == ChangeStatus.Agreed
        ? $"{request.TargetId} was ended before it was delivered"
        : $"{request.TargetId} is void: {book.Find(request.TargetId)?.VoidAs}";

    private void Note(ChangeRow request, string kind, string detail, string source) =>
        book.Decide(request.TargetId, new DeliveryInput.ChangeNoted(kind, $"{request.Command}: {detail}", source));
}
