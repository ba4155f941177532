namespace Axis.Hub.Ledger;

/// <summary>
/// The ledger: the only home of states. One C# code, two dialects. Every write is one transaction; on a duplicate key,
/// deadlock, time-out or unknown commit the whole work is rolled back and run again against the winner
/// (protocol.md 4), so work must be a function of what it reads inside. Infrastructure failure is retried without end
/// with back-off (protocol.md 8); nothing is faulted by it.
/// </summary>
internal interface ILedger
{
    /// <summary>Runs <paramref name="work"/> in one write transaction and commits it.</summary>
    Task<T> WriteAsync<T>(string name, Func<ILedgerTransaction, CancellationToken, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs <paramref name="work"/> on one consistent read.</summary>
    Task<T> ReadAsync<T>(string name, Func<ILedgerReader, CancellationToken, Task<T>> work, CancellationToken cancellation);
}

/// <summary>Look-ups. Lists of keys travel as one JSON parameter; results come in no promised order unless said.</summary>
internal interface ILedgerReader : ILedgerClocks
{
    Task<IReadOnlyList<SubmissionRow>> FindSubmissionsAsync(IReadOnlyCollection<SubmissionKey> keys, CancellationToken cancellation);

    Task<IReadOnlyList<RefusalRow>> FindRefusalsAsync(IReadOnlyCollection<RefusalKey> keys, CancellationToken cancellation);

    Task<IReadOnlyList<DocumentRow>> FindDocumentsAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellation);

    /// <summary>Of these documents only what decides an acknowledgement: without manifests and seals.</summary>
    Task<IReadOnlyList<DocumentFacts>> FindDocumentFactsAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellation);

    /// <summary>Rows by id. Inside a transaction they are locked for update, in id order.</summary>
    Task<IReadOnlyList<DeliveryRow>> FindDeliveriesAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    Task<IReadOnlyList<DeliveryRow>> FindDeliveriesOfAsync(IReadOnlyCollection<Guid> documentIds, CancellationToken cancellation);

    /// <summary>Which of these deliveries a mended document has replaced, or waits to: they are not sent again (protocol.md 4).</summary>
    Task<IReadOnlySet<Guid>> FindReplacedAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    /// <summary>Deliveries of statuses and requests that name these deliveries as their target.</summary>
    Task<IReadOnlyList<DeliveryRow>> FindRequestsAboutAsync(IReadOnlyCollection<Guid> targetDeliveryIds, CancellationToken cancellation);

    /// <summary>For each (family, receiver) its newest delivery that is not void and not refused by 02, and the highest generation in use.</summary>
    Task<IReadOnlyList<FamilyHead>> FindFamilyHeadsAsync(IReadOnlyCollection<FamilyReceiver> keys, CancellationToken cancellation);

    /// <summary>
    /// The hub's fallback search of a status's target (protocol.md 3): per reference the delivery that has taken this very status already, else
    /// the newest match that is neither refused nor void.
    /// </summary>
    Task<IReadOnlyList<ReferenceMatch>> FindByReferenceAsync(IReadOnlyCollection<DocumentReference> references, CancellationToken cancellation);

    /// <summary>Every request that these deliveries carry, and every one about them, answered or not. Inside a transaction they are locked.</summary>
    Task<IReadOnlyList<ChangeRow>> FindChangesAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    /// <summary>What these senders have sent under these document ids, recalls left out: one for each receiver, void and refused ones too.</summary>
    Task<IReadOnlyList<SentDelivery>> FindSentAsync(IReadOnlyCollection<SentKey> keys, CancellationToken cancellation);

    /// <summary>Of each key up to three documents, the newest; nothing is locked, for they only warn.</summary>
    Task<IReadOnlyList<SameIdDocument>> FindSameIdAsync(IReadOnlyCollection<SameIdKey> keys, CancellationToken cancellation);

    /// <summary>Which of these statuses their deliveries have taken already.</summary>
    Task<IReadOnlyList<DeliveryStatusRow>> FindStatusesAsync(IReadOnlyCollection<DeliveryStatusKey> keys, CancellationToken cancellation);

    Task<IReadOnlyList<DeliveryEventRow>> ListEventsAsync(Guid deliveryId, CancellationToken cancellation);

    Task<IReadOnlyList<AdapterLinkRow>> ListAdapterLinksAsync(CancellationToken cancellation);

    /// <summary>Waiting, in-flight and held rows and the oldest waiting acceptance, per adapter.</summary>
    Task<IReadOnlyList<AdapterBacklog>> ListBacklogAsync(CancellationToken cancellation);

    Task<IReadOnlyList<StuckRow>> ListStuckAsync(string? status, int limit, CancellationToken cancellation);

    Task<StuckRow?> FindStuckAsync(Guid stuckId, CancellationToken cancellation);

    /// <summary>Content kept in the ledger (small packages), or null.</summary>
    Task<byte[]?> FindContentAsync(string sha256, CancellationToken cancellation);
}

/// <summary>One write transaction.</summary>
internal partial interface ILedgerTransaction : ILedgerReader
{
    Task InsertDocumentsAsync(IReadOnlyCollection<DocumentRow> rows, CancellationToken cancellation);

    Task InsertSubmissionsAsync(IReadOnlyCollection<SubmissionRow> rows, CancellationToken cancellation);

    /// <summary>Inserts, or raises <c>Copies</c> and re-arms the receipt where the key stands already.</summary>
    Task RecordRefusalsAsync(IReadOnlyCollection<RefusalRow> rows, CancellationToken cancellation);

    /// <summary>Cases under these keys, settled or not, and what is open of these families or of these bytes; locked.</summary>
    Task<IReadOnlyList<RefusalCaseRow>> FindRefusalCasesAsync(
        IReadOnlyCollection<RefusalCaseKey> keys, IReadOnlyCollection<RefusalFamily> families, CancellationToken cancellation);

    /// <summary>One case, locked; null when it is not known.</summary>
    Task<RefusalCaseRow?> FindRefusalCaseAsync(Guid caseId, CancellationToken cancellation);

    /// <summary>The history of a case, in order.</summary>
    Task<IReadOnlyList<RefusalEventRow>> ListRefusalEventsAsync(Guid caseId, CancellationToken cancellation);

    /// <summary>The refusals of a submission, that of the latest try first.</summary>
    Task<IReadOnlyList<RefusalRow>> ListRefusalsOfAsync(string adapter, Guid submissionId, CancellationToken cancellation);

    /// <summary>Writes new and changed cases with their history; a case that another hub has made meanwhile is a collision, and the transaction is run again.</summary>
    Task SaveRefusalCasesAsync(
        IReadOnlyCollection<RefusalCaseRow> opened, IReadOnlyCollection<RefusalCaseRow> changed, IReadOnlyCollection<RefusalEventRow> events, CancellationToken cancellation);

    /// <summary>Counts a repeat of accepted submissions and owes their original receipts again.</summary>
    Task RearmReceiptsAsync(IReadOnlyCollection<SubmissionKey> keys, CancellationToken cancellation);

    Task InsertDeliveriesAsync(IReadOnlyCollection<DeliveryRow> rows, CancellationToken cancellation);

    /// <summary>Writes changed copies. <c>Version</c> in the store must still be the one that was read (the row's <c>Version</c> minus its change), else the transaction is run again.</summary>
    Task SaveDeliveriesAsync(IReadOnlyCollection<DeliveryChange> changes, CancellationToken cancellation);

    /// <summary>Keeps what deliveries have taken; of two equal ones the second is a collision, and its transaction is run again.</summary>
    Task InsertStatusesAsync(IReadOnlyCollection<DeliveryStatusRow> rows, CancellationToken cancellation);

    /// <summary>Adds to the history of deliveries; no run of statements has seen it then.</summary>
    Task AppendEventsAsync(IReadOnlyCollection<DeliveryEventRow> rows, CancellationToken cancellation);

    /// <summary>Keeps small package bytes; a hash that stands already is left as it is.</summary>
    Task InsertContentAsync(IReadOnlyCollection<ContentRow> rows, CancellationToken cancellation);

    /// <summary>Deliveries claimed or published without a sign of their attempt, per adapter.</summary>
    Task<IReadOnlyDictionary<string, int>> CountInFlightAsync(IReadOnlyCollection<string> adapters, CancellationToken cancellation);

    /// <summary>
    /// Claims up to the request's limit of waiting rows whose time has come, and rows whose claim has run out, by priority (highest first)
    /// then acceptance; per adapter never more than the free places of the window, urgent rows (priority 1..4) beyond it.
    /// Suspended, void and cancel-open rows are never claimed, nor are rows that wait for the answer of an open cancel.
    /// Ordered by priority then acceptance.
    /// </summary>
    Task<IReadOnlyList<DeliveryRow>> ClaimAsync(ClaimRequest request, CancellationToken cancellation);

    /// <summary>Moves claimed rows of these (delivery, attempt) to published; rows that moved on meanwhile are left alone.</summary>
    Task MarkPublishedAsync(IReadOnlyCollection<PublishedMark> marks, CancellationToken cancellation);

    /// <summary>Gives back claims of this owner whose publication was refused, so that they need not wait for their lease.</summary>
    Task ReleaseClaimsAsync(string owner, IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    /// <summary>Receipts owed, oldest first.</summary>
    Task<IReadOnlyList<OwedReceipt>> ListOwedReceiptsAsync(int limit, CancellationToken cancellation);

    Task MarkReceiptsSentAsync(IReadOnlyCollection<OwedReceipt> receipts, CancellationToken cancellation);

    /// <summary>Deliveries whose sender has not been told the current version, with the sender's adapter and submission.</summary>
    Task<IReadOnlyList<OwedState>> ListOwedStatesAsync(int limit, CancellationToken cancellation);

    /// <summary>Clears the due mark where the version is still the one told.</summary>
    Task MarkStatesSentAsync(IReadOnlyCollection<OwedState> states, CancellationToken cancellation);

    /// <summary>Rows of an adapter that a query should name: published before <paramref name="publishedBefore"/> without a sign, or PROCESSING without a sign since <paramref name="signBefore"/>.</summary>
    Task<IReadOnlyList<DeliveryRow>> FindSilentAsync(string adapter, DateTimeOffset publishedBefore, DateTimeOffset signBefore, int limit, CancellationToken cancellation);

    /// <summary>
    /// Opens a cancel. Where one is open it stays, takes over the higher attempt and, if nothing waits for it yet, the waiting
    /// delivery and its purpose; an answered one is opened again.
    /// </summary>
    Task OpenCancelsAsync(IReadOnlyCollection<CancelRow> rows, CancellationToken cancellation);

    /// <summary>Open cancels of these deliveries, locked: whoever saves one has read it here in the same transaction.</summary>
    Task<IReadOnlyList<CancelRow>> FindOpenCancelsAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    /// <summary>Cancels of these deliveries, answered or not, locked like the open ones.</summary>
    Task<IReadOnlyList<CancelRow>> FindCancelsAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    /// <summary>Open cancels whose time to be sent has come, or whose adapter has a spool now that was never asked.</summary>
    Task<IReadOnlyList<CancelRow>> ListCancelsToSendAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    Task SaveCancelsAsync(IReadOnlyCollection<CancelRow> rows, CancellationToken cancellation);

    /// <summary>Requests whose answer is overdue, the longest overdue first.</summary>
    Task<IReadOnlyList<ChangeRow>> ListChangesDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    /// <summary>Requests whose time to be warned of has come.</summary>
    Task<IReadOnlyList<ChangeRow>> ListChangesToWarnAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    /// <summary>Deliveries of which a clock has something to say, the longest due first; nothing is locked.</summary>
    Task<IReadOnlyList<Guid>> ListWatchDueAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    Task InsertChangesAsync(IReadOnlyCollection<ChangeRow> rows, CancellationToken cancellation);

    /// <summary>Writes status and answer; whoever saves one has read it locked in the same transaction.</summary>
    Task SaveChangesAsync(IReadOnlyCollection<ChangeRow> rows, CancellationToken cancellation);

    /// <summary>Orders copies to be frozen or destroyed; their deliveries stand already.</summary>
    Task InsertMarksAsync(IReadOnlyCollection<NewMark> rows, CancellationToken cancellation);

    /// <summary>Marks of these deliveries, answered or not, locked.</summary>
    Task<IReadOnlyList<MarkRow>> FindMarksAsync(IReadOnlyCollection<Guid> deliveryIds, CancellationToken cancellation);

    /// <summary>Unanswered marks whose time to be sent has come, or whose adapter has a spool now that was never told.</summary>
    Task<IReadOnlyList<MarkRow>> ListMarksToSendAsync(DateTimeOffset now, int limit, CancellationToken cancellation);

    Task SaveMarksAsync(IReadOnlyCollection<MarkRow> rows, CancellationToken cancellation);

    /// <summary>Keeps an adapter's last sign of life; its query is left alone.</summary>
    Task SaveHeartbeatAsync(AdapterLinkRow row, CancellationToken cancellation);

    /// <summary>
    /// Keeps an adapter's outstanding query; its heartbeat is left alone. <paramref name="readNumber"/> is the query number that was read: if another
    /// hub has asked meanwhile, the transaction is run again, so a number is given once.
    /// </summary>
    Task SaveQueryAsync(AdapterLinkRow row, long readNumber, CancellationToken cancellation);

    Task InsertStuckAsync(IReadOnlyCollection<StuckRow> rows, CancellationToken cancellation);

    /// <summary>Closes an open stuck row; false when it was closed already.</summary>
    Task<bool> CloseStuckAsync(Guid stuckId, string status, string by, string reason, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>
    /// Closes whatever is open or handed back of these deliveries, with who and why; what an operator has handed back becomes <c>retried</c> where its
    /// delivery was sent again, and keeps his name and reason.
    /// </summary>
    Task SettleStuckAsync(IReadOnlyCollection<StuckSettlement> rows, CancellationToken cancellation);

    /// <summary>Appends to the audit trail.</summary>
    Task AppendAuditAsync(string actor, string action, string subject, string detail, DateTimeOffset at, CancellationToken cancellation);
}

/// <summary>Key of a submission.</summary>
internal readonly record struct SubmissionKey(string AdapterCode, Guid SubmissionId);

/// <summary>Key of a refusal.</summary>
internal readonly record struct RefusalKey(string AdapterCode, Guid SubmissionId, int Try, string PackageSha256);

/// <summary>What R9 is judged on.</summary>
internal readonly record struct FamilyReceiver(string FamilyKey, Guid ReceiverAgencyId);

/// <summary>Newest live delivery of a family at a receiver (null when none) with its document, and the highest generation ever used.</summary>
internal sealed record FamilyHead(FamilyReceiver Key, DeliveryRow? Newest, string? PackageSha256, int HighestGeneration)
{
    /// <summary>The document for people; null when there is none.</summary>
    public string? Document { get; init; }

    /// <summary>Where the newest has failed: the newest of those that have not; null when there is none, and where the newest has not failed.</summary>
    public DeliveryRow? Live { get; init; }
}

/// <summary>By what a document finds those of other families that its sender has sent under the same id.</summary>
internal readonly record struct SameIdKey(Guid SenderAgencyId, string DocumentIdText, string FamilyKey);

/// <summary>A document under an id.</summary>
internal sealed record SameIdDocument
{
    public required Guid SenderAgencyId { get; init; }
    public required string DocumentIdText { get; init; }
    public required string FamilyKey { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
}

/// <summary>What a status says of its document; <c>Sender</c> sent the document to <c>Receiver</c>. The last three name the status itself.</summary>
internal sealed record DocumentReference(
    int Ordinal, Guid SenderAgencyId, Guid ReceiverAgencyId, string? DocumentIdText,
    string? CodeNumber, string? CodeNotation, DateOnly? PromulgationDate, string Code, string Stamp, Guid FromAgencyId);

/// <summary>What makes two statuses the same one: (delivery, code, timestamp, from).</summary>
/// <param name="Stamp">The package's timestamp as text; where it has none that can be read, the package's hash, so that only its copies are equal.</param>
internal readonly record struct DeliveryStatusKey(Guid DeliveryId, string Code, string Stamp, Guid FromAgencyId);

/// <summary>A reference's newest match.</summary>
internal sealed record ReferenceMatch(int Ordinal, DeliveryRow Delivery);

/// <summary>The part of a document that decides an acknowledgement, or a 13.</summary>
internal sealed record DocumentFacts
{
    public required Guid DocumentId { get; init; }
    public required Guid SubmissionId { get; init; }
    public required string PackageSha256 { get; init; }
    public DateOnly? DueDate { get; init; }
    public string? TypeName { get; init; }
    public int? BusinessType { get; init; }
}

/// <summary>A changed row and the version that it was read at.</summary>
internal sealed record DeliveryChange(DeliveryRow Row, long ReadVersion);

/// <summary>Small package bytes.</summary>
internal sealed record ContentRow(string Sha256, byte[] Bytes, DateTimeOffset CreatedAt);

/// <summary>A claim's terms. <c>Adapters</c> null = all; suspended adapters are left out by the caller. What goes to the <c>Held</c> agencies stays where it is.</summary>
internal sealed record ClaimRequest(
    string Owner, DateTimeOffset Now, TimeSpan Lease, int Window, int Limit, IReadOnlyCollection<string>? Adapters = null, IReadOnlyCollection<Guid>? Held = null);

/// <summary>Nothing is left to be done about the stuck items of a delivery.</summary>
internal sealed record StuckSettlement(Guid DeliveryId, bool SentAgain, string By, string Reason, DateTimeOffset At);

/// <summary>A confirmed publication.</summary>
internal readonly record struct PublishedMark(Guid DeliveryId, int Attempt, DateTimeOffset At, Guid? SpoolId);

/// <summary>A state the sender is owed.</summary>
internal sealed record OwedState(DeliveryRow Delivery, string SenderAdapter, Guid SubmissionId);

/// <summary>An adapter's backlog as the ledger sees it.</summary>
internal sealed record AdapterBacklog(string AdapterCode, int Waiting, int InFlight, int Held, DateTimeOffset? OldestWaiting);
