using System.Globalization;
using System.Text;
using Axis.Contracts.Wire;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Telemetry;
using MassTransit;

namespace Axis.Hub.Flow.Acknowledge;

/// <summary>
/// Decides the lines of a batch in order and collects what follows from them: cancels opened and settled, stuck items, queries
/// answered. It writes nothing.
/// </summary>
internal sealed class DecideAcknowledgements(AcknowledgeFacts facts, DateTimeOffset now)
{
    private readonly Dictionary<string, AdapterLinkRow> answered = new(StringComparer.Ordinal);
    private readonly List<Action<ILogger>> lines = [];
    private readonly List<(AcknowledgeKind Kind, Guid SubmissionId, Guid DeliveryId, string Adapter)> told = [];
    private bool restarted;

    public List<CancelRow> Cancels { get; } = [];

    public List<CancelRow> SettledCancels { get; } = [];

    public List<StuckRow> Stuck { get; } = [];

    /// <summary>Alerts of decisions that write no history: (kind, adapter, delivery). The audit trail keeps them.</summary>
    public List<(string Kind, string Adapter, Guid DeliveryId)> Notices { get; } = [];

    /// <summary>Marks that were answered.</summary>
    public List<MarkRow> AnsweredMarks { get; } = [];

    /// <summary>True when a delivery was set waiting for its dispatch.</summary>
    public bool Restarted { get => restarted || facts.Book.HasReleased; private set => restarted = value; }

    /// <summary>True when copies are to be frozen or destroyed.</summary>
    public bool HasMarks => facts.Book.Changes.Marks.Count > 0;

    public IReadOnlyCollection<AdapterLinkRow> AnsweredQueries => answered.Values;

    public void Decide(OpenedAcknowledgement message)
    {
        if (message.Body is not { } body)
        {
            Stuck.Add(StuckOf(message, "malformed", null, message.Fault!));
            return;
        }

        var adapter = message.Incoming.Adapter;
        // The newest number stays good for all its lines, however many messages they come in; a line counts once by its row's mark.
        var link = facts.Links.GetValueOrDefault(adapter);
        var newest = link is { QueryNumber: > 0 } ? link.QueryNumber : (long?)null;
        foreach (var item in body.Items)
        {
            Decide(message, adapter, body.SpoolId, item, newest);
        }

        if (link is { QuerySentAt: not null } && body.Items.Any(item => item.QueryNumber == newest))
        {
            // One answer tells that the barrier has passed: the others are on their way in the same order.
            answered[adapter] = link with { QuerySentAt = null, QueryRepeats = 0 };
        }
    }

    /// <summary>Says what happened once it is committed.</summary>
    /// <param name="logger">Takes the lines.</param>
    /// <param name="metrics">Counts them.</param>
    /// <param name="since">When the batch began, for the traces.</param>
    public void Tell(ILogger logger, HubMetrics metrics, DateTimeOffset since)
    {
        foreach (var line in lines)
        {
            line(logger);
        }

        foreach (var (kind, submission, delivery, adapter) in told)
        {
            metrics.Acknowledged(kind);
            HubActivity.Step("record", submission, adapter, since: since)?.Tag(HubActivity.Delivery, delivery).Tag(HubActivity.Outcome, kind).Dispose();
        }
    }

    /// <summary>Two halves of one batch as one, for what is said afterwards.</summary>
    public DecideAcknowledgements And(DecideAcknowledgements later)
    {
        lines.AddRange(later.lines);
        told.AddRange(later.told);
        Cancels.AddRange(later.Cancels);
        Restarted |= later.Restarted;
        return this;
    }

    private void Decide(OpenedAcknowledgement message, string adapter, Guid spool, AcknowledgeItem item, long? outstanding)
    {
        if (facts.Book.Find(item.DeliveryId) is not { } row)
        {
            Refused(adapter, item, "no such delivery");
            return;
        }

        if (item.Kind is AcknowledgeKind.Frozen or AcknowledgeKind.Destroyed)
        {
            Mark(adapter, item, message.Sha256);
            return;
        }

        var document = facts.Documents[row.DocumentId];
        var decision = facts.Book.Decide(
            row.DeliveryId,
            new DeliveryInput.Acknowledged(
                adapter, spool, item, document.PackageSha256, facts.Cancels.GetValueOrDefault(row.DeliveryId), outstanding),
            adapter, document.DueDate, message.Sha256, document.BusinessType);
        told.Add((item.Kind, document.SubmissionId, row.DeliveryId, adapter));
        Restarted |= decision.Row.Phase == DispatchPhase.Waiting;
        foreach (var followUp in decision.FollowUps)
        {
            Follow(followUp, message, adapter, item, decision);
        }

        if (decision.Row.Transport == TransportState.Done && facts.Undecided.Remove(row.DeliveryId, out var undecided))
        {
            // It has arrived: what the operator was to find out is known.
            SettledCancels.Add(SettleCancel.Decide(facts.Book, undecided, new(CancelAnswer.Taken, Counts: true), "hub"));
        }
    }

    private void Follow(FollowUp followUp, OpenedAcknowledgement message, string adapter, AcknowledgeItem item, DeliveryDecision decision)
    {
        var row = decision.Row;
        switch (followUp)
        {
            case FollowUp.OpenCancel { Purpose: var purpose }:
                Cancels.Add(OpenCancels.Row(row, purpose, now));
                break;
            case FollowUp.SettleCancel settle:
                Settle(facts.Cancels[row.DeliveryId], settle, adapter);
                break;
            case FollowUp.KeepStuck { Reason: var reason }:
                Stuck.Add(StuckOf(message, "failed-delivery", item, reason));
                var cause = row.FailedBy?.ToString() ?? "hub";
                lines.Add(logger => AcknowledgeLog.Failed(logger, row.DeliveryId, adapter, row.Attempt, cause));
                break;
            case FollowUp.Alert { Kind: var kind } when kind != EventKinds.Failed:
                Refused(adapter, item, kind);
                if (decision.Outcome == DecisionOutcome.Ignored)
                {
                    Notices.Add((kind, adapter, row.DeliveryId));
                }

                break;
        }
    }

    /// <summary>A copy is frozen or gone: believed of the adapter that was told, once.</summary>
    private void Mark(string adapter, AcknowledgeItem item, string evidence)
    {
        var key = (item.DeliveryId, item.Kind == AcknowledgeKind.Frozen ? MarkKind.Freeze : MarkKind.Destroy);
        if (!facts.Marks.TryGetValue(key, out var mark) || mark.AdapterCode != adapter)
        {
            Refused(adapter, item, "not-marked");
        }
        else if (mark.AnsweredAt is null)
        {
            facts.Marks[key] = mark with { AnsweredAt = now };
            AnsweredMarks.Add(facts.Marks[key]);
            facts.Book.Decide(item.DeliveryId, new DeliveryInput.ChangeNoted(EventKinds.MarkAnswered, mark.Mark.ToString(), "adapter:" + adapter), evidence: evidence);
        }
    }

    private void Settle(CancelRow cancel, FollowUp.SettleCancel settle, string adapter)
    {
        facts.Cancels.Remove(cancel.DeliveryId);
        var settled = SettleCancel.Decide(facts.Book, cancel, settle, "hub");
        SettledCancels.Add(settled);
        if (settled.Answer == CancelAnswer.OtherSpool)
        {
            facts.Undecided[cancel.DeliveryId] = settled;
            lines.Add(logger => AcknowledgeLog.GivenBackByOtherSpool(logger, cancel.DeliveryId, adapter));
        }
    }

    private void Refused(string adapter, AcknowledgeItem item, string reason) =>
        lines.Add(logger => AcknowledgeLog.LineRemarked(logger, adapter, item.DeliveryId, item.Kind, reason));

    private StuckRow StuckOf(OpenedAcknowledgement message, string kind, AcknowledgeItem? item, string reason) => new()
    {
        StuckId = NewId.NextSequentialGuid(),
        Kind = kind,
        Queue = WireNames.AcknowledgeQueue,
        AdapterCode = message.Incoming.Adapter,
        DeliveryId = item?.DeliveryId,
        Attempt = item?.Attempt,
        Body = message.Incoming.Message.Body,
        Headers = Encoding.UTF8.GetString(WireJson.Write(new Dictionary<string, string>
        {
            ["seal"] = Convert.ToBase64String(message.Incoming.Message.Seal),
            ["sha256"] = message.Sha256,
            ["deliveryCount"] = message.Incoming.DeliveryCount.ToString(CultureInfo.InvariantCulture),
        })),
        Reason = reason,
        RecordedAt = now,
    };
}
