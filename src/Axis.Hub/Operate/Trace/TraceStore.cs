using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using Axis.Hub.Agencies;
using Axis.Hub.Ledger;
using Axis.Hub.Platform.Storage;
using Axis.Hub.Watch.Why;

namespace Axis.Hub.Operate.Trace;

/// <summary>Finds documents and tells what became of them. Reads only.</summary>
internal sealed class TraceStore(IDatabase database, ILedger ledger, IAgencyRegistry registry, CalendarInForce calendar, TimeProvider time)
{
    private const int LongestSought = 400;

    /// <summary>
    /// Newest first. <paramref name="text"/> is part of a subject, of <c>number/notation</c>, of the sender's own id or of an
    /// agency's code, or a whole document, submission or delivery id. <paramref name="before"/> and <paramref name="last"/> are time and id of
    /// the line that the page before ended with.
    /// </summary>
    public Task<IReadOnlyList<DocumentLine>> ListAsync(
        string? text, string? kind, DateTimeOffset? before, Guid? last, int limit, CancellationToken cancellation)
    {
        var sought = text is null ? null : SqlWidth.Cut(text.Trim(), LongestSought);
        var parameters = new
        {
            pattern = string.IsNullOrEmpty(sought) ? null : "%" + Escape(sought) + "%",
            id = Guid.TryParse(sought, out var id) ? id : (Guid?)null,
            kind = string.IsNullOrEmpty(kind) ? null : kind,
            before = before ?? DateTimeOffset.MaxValue,
            last = last ?? Guid.Empty,
            limit,
        };
        return database.ReadAsync("list-documents", (session, token) => session.QueryAsync<DocumentLine>(TraceSql.ListDocuments, parameters, token), cancellation);
    }

    /// <summary>A document with its deliveries and their histories, or null.</summary>
    public async Task<DocumentView?> FindDocumentAsync(Guid documentId, CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        var events = await database.ReadAsync("trace-events", (session, token) =>
            session.QueryAsync<DeliveryEventRow>(TraceSql.ListEventsOf, new { documentId }, token), cancellation);
        var eventsOf = events.ToLookup(row => row.DeliveryId);
        return await ledger.ReadAsync("trace-document", async (reader, token) =>
        {
            var document = (await reader.FindDocumentsAsync([documentId], token)).SingleOrDefault();
            if (document is null)
            {
                return null;
            }

            var deliveries = await reader.FindDeliveriesOfAsync([documentId], token);
            var facts = await ReadAsync(reader, deliveries, await AskedBackAsync(deliveries, token), token);
            return View(document, directory, [.. deliveries.OrderBy(row => row.ReceiverCode, StringComparer.Ordinal)
                .Select(row => View(row, directory, eventsOf[row.DeliveryId], facts))]);
        }, cancellation);
    }

    /// <summary>One delivery with its history, or null.</summary>
    public async Task<DeliveryView?> FindDeliveryAsync(Guid deliveryId, CancellationToken cancellation)
    {
        var directory = await registry.CurrentAsync(cancellation);
        return await ledger.ReadAsync("trace-delivery", async (reader, token) =>
            (await reader.FindDeliveriesAsync([deliveryId], token)).SingleOrDefault() is { } row
                ? View(row, directory, await reader.ListEventsAsync(deliveryId, token), await ReadAsync(reader, [row], await AskedBackAsync([row], token), token))
                : null, cancellation);
    }

    private async Task<IReadOnlySet<Guid>> AskedBackAsync(IReadOnlyList<DeliveryRow> deliveries, CancellationToken cancellation) =>
        (await database.ReadAsync("trace-asked-back", (session, token) => session.QueryAsync<Guid>(
            TraceSql.FindAskedBack, new { ids = SqlJson.Write([.. deliveries.Select(row => row.DeliveryId)]) }, token), cancellation)).ToHashSet();

    private async Task<DeliveryFacts> ReadAsync(
        ILedgerReader reader, IReadOnlyList<DeliveryRow> deliveries, IReadOnlySet<Guid> askedBack, CancellationToken cancellation)
    {
        Guid[] ids = [.. deliveries.Select(row => row.DeliveryId)];
        var changes = await reader.FindChangesAsync(ids, cancellation);
        var carriers = await reader.FindDeliveriesAsync([.. changes.Select(change => change.CarrierId).Distinct()], cancellation);
        var documents = await reader.FindDocumentFactsAsync([.. deliveries.Select(row => row.DocumentId).Distinct()], cancellation);
        return new(
            changes, carriers.ToDictionary(row => row.DeliveryId), await reader.FindClockStartsAsync(ids, cancellation),
            documents.ToDictionary(document => document.DocumentId, document => document.DueDate), new ProvisionalDue(calendar.Current),
            (await reader.ListAdapterLinksAsync(cancellation)).ToDictionary(link => link.AdapterCode, link => link.HeartbeatAt, StringComparer.Ordinal), askedBack, time.GetUtcNow());
    }

    private static DocumentView View(DocumentRow row, AgencyDirectory directory, IReadOnlyList<DeliveryView> receivers) => new(
        new()
        {
            DocumentId = row.DocumentId,
            AcceptedAt = row.AcceptedAt,
            Kind = row.Kind,
            SenderCode = row.SenderCode,
            SenderName = directory.Find(row.SenderAgencyId)?.NameVi,
            AdapterCode = row.AdapterCode,
            CodeNumber = row.CodeNumber,
            CodeNotation = row.CodeNotation,
            PromulgationDate = row.PromulgationDate,
            TypeName = row.TypeName,
            Subject = row.Subject,
            Priority = row.Priority,
            StatusCode = row.StatusCode,
            Deliveries = receivers.Count,
            Done = receivers.Count(receiver => receiver.Transport == "DONE"),
            Failed = receivers.Count(receiver => receiver.Transport == "FAIL"),
            Void = receivers.Count(receiver => receiver.Transport == "VOID"),
        },
        directory.Find(row.SenderAgencyId)?.NameVi ?? row.SenderCode,
        row.SubmissionId, row.DocumentIdText, row.PackageSha256, row.PackageLength, row.CertificateSha256, row.SealedAt, row.StampedAt,
        row.CheckedBy is { } checker ? new(checker, row.CheckedAt ?? row.SealedAt, row.CheckedPosition) : null,
        JsonSerializer.Deserialize<IReadOnlyList<Finding>>(row.Findings, WireJson.Options) ?? [],
        receivers);

    private static DeliveryView View(
        DeliveryRow row, AgencyDirectory directory, IEnumerable<DeliveryEventRow> events, DeliveryFacts facts) => new(
        row.DeliveryId, row.DocumentId, row.ReceiverCode, directory.Find(row.ReceiverAgencyId)?.NameVi ?? row.ReceiverCode, row.AdapterCode,
        row.VoidAs is null ? Word(row.Transport)! : "VOID", row.Business, row.VoidAs?.ToString(), row.Cause, row.Attempt, row.Failures,
        row.Suspended ? "Suspended" : row.Phase.ToString(), row.AcceptedAt, row.Since,
        row.Phase == DispatchPhase.Waiting ? row.NextAttemptAt : null, row.PublishedAt, row.SignAt, row.ArrivedAt, row.AnsweredAt,
        row.ArriveDue, row.AnswerDue, row.ProcessDue,
        facts.Provisional.Of(row, facts.Starts.GetValueOrDefault(row.DeliveryId, row.AcceptedAt), facts.DueDates.GetValueOrDefault(row.DocumentId)), row.TargetDeliveryId,
        [.. events.Select(item => new EventView(item.Sequence, item.Kind, Word(item.TransportFrom), Word(item.TransportTo),
            item.BusinessFrom, item.BusinessTo, item.Attempt, item.Source, item.Detail, item.OccurredAt, item.RecordedAt, item.EffectiveAt, item.Hash))],
        View(facts.Changes.Where(change => change.TargetId == row.DeliveryId), facts), View(facts.Changes.Where(change => change.CarrierId == row.DeliveryId), facts),
        new LiveWhy(directory, facts.Seen, facts.AskedBack, facts.Now).Of(row));

    private static RequestView[] View(IEnumerable<ChangeRow> changes, DeliveryFacts facts) =>
    [
        .. changes.OrderBy(change => change.OpenedAt).ThenBy(change => change.CarrierId).Select(change => new RequestView(
            change.CarrierId, change.TargetId, change.Command.ToString(), change.Status.ToString(), change.Waits, change.Reason, change.OpenedAt, change.Since,
            change.DueAt, facts.Provisional.Of(change, facts.Carriers.GetValueOrDefault(change.CarrierId)), change.Code, change.Answer)),
    ];

    private static string? Word(TransportState? state) => state?.ToString().ToUpperInvariant();

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>What deliveries are shown with.</summary>
    private sealed record DeliveryFacts(
        IReadOnlyList<ChangeRow> Changes, IReadOnlyDictionary<Guid, DeliveryRow> Carriers, IReadOnlyDictionary<Guid, DateTimeOffset> Starts,
        IReadOnlyDictionary<Guid, DateOnly?> DueDates, ProvisionalDue Provisional, IReadOnlyDictionary<string, DateTimeOffset?> Seen, IReadOnlySet<Guid> AskedBack, DateTimeOffset Now);
}
