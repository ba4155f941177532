using System.Diagnostics;
using System.Security.Cryptography;
using Agency.Adapter.HubLink;
using Agency.Adapter.Incoming.Requests;
using Agency.Adapter.Outgoing;
using Agency.Adapter.Spool;
using Agency.Adapter.Telemetry;
using Agency.Adapter.Work;
using Axis.Contracts;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;
using Axis.Contracts.Wire;

namespace Agency.Adapter.Incoming;

/// <summary>
/// Takes deliveries, cancels and queries into the spool, in queue order, before anything else is done with them. When the task ends
/// the answer is durable too, so the broker may forget the message.
/// </summary>
internal sealed class Receive(
    SpoolDatabase database, DiskSpace disk, Pulses pulses, AdapterMetrics metrics, AdapterOptions options, TimeProvider time, ILogger<Receive> log)
{
    /// <summary>Spools a delivery, or answers a repeated one with its current state.</summary>
    /// <exception cref="IOException">The disk's reserve is reached: the message stays at the broker (waiting never fails a delivery).</exception>
    /// <exception cref="MessageRejectedException">It names neither bytes nor content, or has no readable manifest.</exception>
    public async Task DeliverAsync(DeliverMessage message)
    {
        if (!disk.HasRoomFor(message.Package?.LongLength ?? 0))
        {
            throw new IOException(DiskSpace.Refusal.English);
        }

        var row = RowOf(message);
        using var step = AdapterActivity.Step("receive", row, options, ActivityKind.Consumer);
        CrashPoint.Pass(AdapterCrashPoints.DeliveryNotWritten);
        await database.WriteAsync(transaction =>
        {
            var held = IncomingStore.Find(transaction.Connection, message.DeliveryId);
            var tombstone = IncomingStore.FindTombstone(transaction.Connection, message.DeliveryId);
            var reply = DeliveryRules.OnDeliver(IncomingStore.CopyOf(held), tombstone, message.Attempt);
            transaction.AfterCommit(pulses.Acknowledge.Set);
            if (reply != Reply.TakeIn)
            {
                Answering.AnswerCurrent(transaction, reply, held, message.DeliveryId, message.Attempt, time.Now());
                return;
            }

            TakeIn(transaction, message, row, held is null);
        });
    }

    /// <summary>Gives a delivery back, if it was not handed out.</summary>
    public Task CancelAsync(CancelBody cancel) => database.WriteAsync(transaction =>
    {
        Answering.AnswerCancel(transaction, cancel, time.Now());
        transaction.AfterCommit(pulses.Acknowledge.Set);
    });

    /// <summary>Says of each line what is held.</summary>
    public Task QueryAsync(QueryMessage query) => database.WriteAsync(transaction =>
    {
        foreach (var line in query.Items)
        {
            var held = IncomingStore.Find(transaction.Connection, line.DeliveryId);
            var tombstone = IncomingStore.FindTombstone(transaction.Connection, line.DeliveryId);
            var reply = DeliveryRules.OnDeliver(IncomingStore.CopyOf(held), tombstone, line.Attempt);
            Answering.AnswerCurrent(transaction, reply, held, line.DeliveryId, line.Attempt, time.Now(), query.Number);
        }

        transaction.AfterCommit(pulses.Acknowledge.Set);
    });

    private void TakeIn(SpoolTransaction transaction, DeliverMessage message, DeliveryRow row, bool isNew)
    {
        IncomingStore.Save(transaction, row, isNew);
        RequestStore.AddAbout(transaction, message.DeliveryId, message.About ?? []);
        transaction.AfterCommit(() => metrics.DeliveryReceived(row.Kind));
        if (row.Phase == DeliveryPhase.Failed)
        {
            transaction.AfterCommit(() => metrics.DeliveryFailed(row.Kind, row.Reason!));
            IncomingLog.Failed(log, message.DeliveryId, message.Attempt, row.Reason!);
            IncomingStore.Owe(transaction, new(
                message.DeliveryId, message.Attempt, AcknowledgeKind.Fail, time.Now(), row.PackageSha256, row.Reason, row.Cause));
            return;
        }

        if (message.Package is { } bytes)
        {
            ContentStore.Add(transaction, new StagedContent(row.PackageSha256, bytes.LongLength, bytes, null));
        }

        IncomingStore.Owe(transaction, new(
            message.DeliveryId, message.Attempt, AcknowledgeKind.Processing, row.ReceivedAt.Time(), row.PackageSha256));
        transaction.AfterCommit(row.Phase == DeliveryPhase.Received ? pulses.Verify.Set : pulses.Fetch.Set);
    }

    private DeliveryRow RowOf(DeliverMessage message)
    {
        if (Manifest.Read(message.Manifest).Manifest is not { } manifest)
        {
            throw new MessageRejectedException($"Delivery {message.DeliveryId} has no readable manifest.");
        }

        if (message.Package is null == message.Content is null)
        {
            throw new MessageRejectedException($"Delivery {message.DeliveryId} must carry either bytes or a reference.");
        }

        var now = time.Now();
        var isIntact = message.Package is { } bytes
            ? Convert.ToHexStringLower(SHA256.HashData(bytes)) == manifest.PackageSha256
            : message.Content!.Sha256 == manifest.PackageSha256 && message.Content.Length <= options.BodyLimit;
        return new DeliveryRow
        {
            DeliveryId = message.DeliveryId.Key(),
            DocumentId = message.DocumentId.Key(),
            Attempt = message.Attempt,
            Kind = message.Kind,
            Receiver = message.Receiver,
            Priority = message.Priority,
            Phase = !isIntact ? DeliveryPhase.Failed : message.Package is null ? DeliveryPhase.ContentPending : DeliveryPhase.Received,
            Manifest = message.Manifest,
            Seal = message.Seal,
            PackageSha256 = manifest.PackageSha256,
            PackageLength = manifest.PackageLength,
            Findings = OutgoingStore.WriteFindings(message.Findings),
            Trace = OutgoingStore.WriteJson(message.Trace),
            ReceivedAt = now.Stamp(),
            ClosedAt = isIntact ? null : now.Stamp(),
            Reason = isIntact ? null : ErrorCatalogue.PackageHashMismatch.Code,
            Cause = isIntact ? null : FailCause.Adapter,
            DueAt = isIntact ? now.Stamp() : null,
        };
    }
}
