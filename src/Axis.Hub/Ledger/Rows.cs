namespace Axis.Hub.Ledger;

/// <summary>One accepted package.</summary>
internal sealed record DocumentRow
{
    public required Guid DocumentId { get; init; }
    public required string AdapterCode { get; init; }
    public required Guid SubmissionId { get; init; }
    public required string Kind { get; init; }
    public required Guid SenderAgencyId { get; init; }
    public required string SenderCode { get; init; }
    public required string PackageSha256 { get; init; }
    public required long PackageLength { get; init; }
    public required byte[] Manifest { get; init; }
    public required byte[] Seal { get; init; }
    public required string CertificateSha256 { get; init; }
    public string? FamilyKey { get; init; }

    /// <summary>The sender's own document id, raw.</summary>
    public string? DocumentIdText { get; init; }
    public string? CodeNumber { get; init; }
    public string? CodeNotation { get; init; }
    public DateOnly? PromulgationDate { get; init; }
    public string? TypeName { get; init; }
    public string? Subject { get; init; }
    public int Priority { get; init; }
    public int? SteeringType { get; init; }

    /// <summary>BussinessDocType 0..3 of an edoc; null for a status.</summary>
    public int? BusinessType { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary>StatusCode of a status.</summary>
    public string? StatusCode { get; init; }

    /// <summary>JSON array of <see cref="Axis.Contracts.Errors.Finding"/>.</summary>
    public required string Findings { get; init; }
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>When a time-stamping authority saw the seal; null: sealed-at is only a claim.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>Name of the clerk who checked the document before it was handed over; null: nobody was named.</summary>
    public string? CheckedBy { get; init; }
    public string? CheckedPosition { get; init; }

    /// <summary>When it was handed over under that name.</summary>
    public DateTimeOffset? CheckedAt { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
}

/// <summary>The first acceptance of (adapter, submission id), kept for ever with its receipt.</summary>
internal sealed record SubmissionRow
{
    public required string AdapterCode { get; init; }
    public required Guid SubmissionId { get; init; }
    public required int Try { get; init; }
    public required string PackageSha256 { get; init; }
    public required Guid DocumentId { get; init; }

    /// <summary>UTF-8 JSON of the original <see cref="Axis.Contracts.Wire.Receipt"/>.</summary>
    public required byte[] Receipt { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public int Repeats { get; init; }

    /// <summary>True while the receipt is owed to the adapter.</summary>
    public bool ReceiptDue { get; init; } = true;
}

/// <summary>One refusal: (adapter, submission id, try, package), with a count of its copies.</summary>
internal sealed record RefusalRow
{
    public required string AdapterCode { get; init; }
    public required Guid SubmissionId { get; init; }
    public required int Try { get; init; }
    public required string PackageSha256 { get; init; }

    /// <summary>The agency that it is told to, which may close it; null where none is known.</summary>
    public Guid? SenderAgencyId { get; init; }
    public required byte[] Receipt { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public int Copies { get; init; } = 1;
    public bool ReceiptDue { get; init; } = true;
}

/// <summary>A receipt owed to an adapter.</summary>
/// <param name="Accepted">True: from a submission row; false: from a refusal row.</param>
internal sealed record OwedReceipt(
    string AdapterCode, Guid SubmissionId, int Try, string PackageSha256, bool Accepted, byte[] Receipt);

/// <summary>
/// One request to give a delivery back (protocol.md 6): one row per delivery, sent again until answered; its answer settles
/// everything that waits for it, and a delivery with an open cancel is not dispatched.
/// </summary>
internal sealed record CancelRow
{
    public required Guid DeliveryId { get; init; }
    public required string AdapterCode { get; init; }
    public required int Attempt { get; init; }

    /// <summary><c>failed</c> (after a FAIL the adapter did not report), <c>replaced</c> (mended document waits), <c>suspend</c>, ...</summary>
    public required string Purpose { get; init; }

    /// <summary>Delivery that waits for the answer (the mended document's), or null.</summary>
    public Guid? WaitingDeliveryId { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public required DateTimeOffset NextSendAt { get; init; }
    public int Sends { get; init; }

    /// <summary>Spool id the last copy was meant for; a new one is asked at once.</summary>
    public Guid? SentToSpoolId { get; init; }

    /// <summary>One of <see cref="CancelAnswer"/>, or null while open.</summary>
    public string? Answer { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>State of one adapter's link as the ledger keeps it.</summary>
internal sealed record AdapterLinkRow
{
    public required string AdapterCode { get; init; }
    public Guid? SpoolId { get; init; }
    public DateTimeOffset? HeartbeatAt { get; init; }

    /// <summary>Adapter clock minus hub clock at the last heartbeat, milliseconds.</summary>
    public long? ClockSkewMs { get; init; }
    public string? HeartbeatJson { get; init; }
    public long QueryNumber { get; init; }

    /// <summary>When the outstanding query was sent; null when none is outstanding.</summary>
    public DateTimeOffset? QuerySentAt { get; init; }
    public int QueryRepeats { get; init; }
}

/// <summary>Something that will not go on by itself: kept with exact bytes and reason until a person closes or retries it.</summary>
internal sealed record StuckRow
{
    public required Guid StuckId { get; init; }

    /// <summary><c>dead-letter</c>, <c>malformed</c> or <c>failed-delivery</c>.</summary>
    public required string Kind { get; init; }
    public required string Queue { get; init; }

    /// <summary>Adapter the bytes came from or went to.</summary>
    public string? AdapterCode { get; init; }
    public Guid? DeliveryId { get; init; }
    public int? Attempt { get; init; }
    public required byte[] Body { get; init; }
    public required string Headers { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public string Status { get; init; } = "open";
    public string? ClosedBy { get; init; }
    public string? ClosedReason { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>A status that a delivery has taken, whether it moved the business state or not.</summary>
internal sealed record DeliveryStatusRow
{
    public required Guid DeliveryId { get; init; }
    public required string Code { get; init; }

    /// <summary>See <see cref="DeliveryStatusKey"/>.</summary>
    public required string Stamp { get; init; }
    public required Guid FromAgencyId { get; init; }

    /// <summary>The status package that came first.</summary>
    public required Guid DocumentId { get; init; }
}

/// <summary>One entry of a delivery's hash-chained history (protocol.md 9).</summary>
internal sealed record DeliveryEventRow
{
    public required Guid DeliveryId { get; init; }
    public required int Sequence { get; init; }
    public required string Kind { get; init; }
    public TransportState? TransportFrom { get; init; }
    public TransportState? TransportTo { get; init; }
    public string? BusinessFrom { get; init; }
    public string? BusinessTo { get; init; }
    public required int Attempt { get; init; }

    /// <summary><c>hub</c>, <c>adapter:CODE</c>, <c>agency:CODE</c> or <c>operator:NAME</c>.</summary>
    public required string Source { get; init; }
    public string? Detail { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required DateTimeOffset EffectiveAt { get; init; }
    public DateTimeOffset? ProcessingDue { get; init; }
    public DateTimeOffset? ArriveDue { get; init; }
    public DateTimeOffset? AnswerDue { get; init; }
    public DateTimeOffset? ProcessDue { get; init; }

    /// <summary>SHA-256 of the sealed bytes that said so, kept with the contents: an acknowledgement, or a status's package; null for the hub's own.</summary>
    public string? Evidence { get; init; }
    public required string Hash { get; init; }
}
