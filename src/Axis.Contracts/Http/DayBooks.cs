namespace Axis.Contracts.Http;

/// <summary>
/// First line of the body of <c>POST /v1/reconciliations/{day}</c>: whose books follow, of which day, and as of when. Every further line is one <see cref="BookLine"/>. A day's books hold what was
/// handed over or taken in on that day, what was not at rest before, and what the hub asks for (<see cref="ExpectedBooks"/>); each with its state now.
/// </summary>
/// <param name="Version"><see cref="CurrentVersion"/>.</param>
/// <param name="Adapter">Code of the adapter that posts; the same as its certificate's.</param>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="AsOf">When the spool was read, by the adapter's clock, UTC.</param>
/// <param name="SpoolId">Identity of the spool that was read.</param>
/// <param name="ExpectedAsOf">
/// <see cref="ExpectedBooks.AsOf"/> of the answer that they were read for, as it was given: a time before the reading by the hub's own clock. Null from adapters that do not send it.
/// </param>
public sealed record DayBooks(int Version, string Adapter, DateOnly Day, DateTimeOffset AsOf, Guid SpoolId, DateTimeOffset? ExpectedAsOf = null)
{
    /// <summary>The form that this library reads and writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Content type of the body: JSON lines, UTF-8; <c>Content-Encoding: gzip</c> is understood.</summary>
    public const string ContentType = "application/x-ndjson";
}

/// <summary>One line of an adapter's books; exactly one member is there.</summary>
/// <param name="Sent">Something that its agencies handed over.</param>
/// <param name="Received">Something that it has taken in for them.</param>
public sealed record BookLine(SentLine? Sent = null, ReceivedLine? Received = null);

/// <summary>Answer of <c>GET /v1/reconciliations/{day}/expected</c>: what the hub's own books have of this adapter for the day, so that the adapter's post tells of each whether it is there.</summary>
/// <param name="Day">The day in Vietnam.</param>
/// <param name="AsOf">When it was read, UTC.</param>
/// <param name="Sent">Submission ids.</param>
/// <param name="Received">Delivery ids.</param>
public sealed record ExpectedBooks(DateOnly Day, DateTimeOffset AsOf, IReadOnlyList<Guid> Sent, IReadOnlyList<Guid> Received);
