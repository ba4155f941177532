namespace Agency.Adapter.Incoming;

/// <summary>Port for the interfaces that fetch: the deliveries an agency's system has not acknowledged yet.</summary>
internal interface IInbox
{
    /// <summary>
    /// Deliveries that are verified, complete and not acknowledged, oldest first. A delivery may be offered again after it was
    /// taken: whoever takes it folds by delivery id (protocol.md 10, row 14).
    /// </summary>
    /// <param name="agency">Configured code of the agency.</param>
    /// <param name="kind"><c>edoc</c>, <c>status</c> or <c>null</c> for both.</param>
    /// <param name="after">Cursor of the last one seen; <c>null</c> lists all.</param>
    /// <param name="limit">Most rows returned.</param>
    IReadOnlyList<InboxItem> List(string agency, string? kind, long? after, int limit);

    /// <summary>One delivery that this agency was offered, acknowledged or not; <c>null</c> when there is none.</summary>
    InboxItem? Find(string agency, Guid deliveryId);

    /// <summary>Whose a delivery is, without reading what it says; <c>null</c> when no agency was offered it.</summary>
    OfferedDelivery? FindOffer(Guid deliveryId);

    /// <summary>
    /// Opens the exact package bytes. That they are handed out is durable before the first byte is read (protocol.md 6).
    /// The caller disposes the stream.
    /// </summary>
    Task<OpenOutcome> OpenPackageAsync(string agency, Guid deliveryId, CancellationToken cancellation);

    /// <summary>
    /// The agency's answer. <c>done</c> of an edoc and its automatic 01 become durable together (protocol.md 3).
    /// The same answer twice is <see cref="AnswerOutcome.Repeated"/>.
    /// </summary>
    Task<AnswerOutcome> AcknowledgeAsync(string agency, Guid deliveryId, Answer answer, CancellationToken cancellation);
}
