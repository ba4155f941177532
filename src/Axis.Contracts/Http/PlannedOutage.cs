namespace Axis.Contracts.Http;

/// <summary>A planned outage. While it is on, alerts that blame whoever is out wait for its end; due times and books go on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Agency">Code of the agency that is out; absent where the adapter is, with everything that it serves.</param>
/// <param name="From">First instant, UTC.</param>
/// <param name="To">First instant at which it is over, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="AnnouncedBy"><c>agency:CODE NAME</c> or <c>operator:NAME</c>.</param>
public sealed record PlannedOutage(Guid Id, string? Agency, DateTimeOffset From, DateTimeOffset To, string Reason, string AnnouncedBy);

/// <summary>Answer of <c>GET /v1/outages</c>: outages of the adapter and of the agencies that it serves, on or to come.</summary>
/// <param name="Items">The first to begin first.</param>
public sealed record OutagePage(IReadOnlyList<PlannedOutage> Items);

/// <summary>Body of <c>POST /v1/outages</c>: an agency says before that it will be away. The same said again is the same outage.</summary>
/// <param name="Agency">Code of the agency that says so, served by the adapter.</param>
/// <param name="To">First instant at which it is over; later than now and <paramref name="From"/>, and at most 31 days after that.</param>
/// <param name="Reason">Why; 1000 characters at most.</param>
/// <param name="From">First instant; left out: now.</param>
/// <param name="WholeAdapter">True: the adapter is out, with everything that it serves; only the agency that has the adapter says so.</param>
/// <param name="By">The person who says so, if named; 120 characters at most.</param>
public sealed record OutageRequest(string Agency, DateTimeOffset To, string Reason, DateTimeOffset? From = null, bool WholeAdapter = false, string? By = null);

/// <summary>Body of <c>POST /v1/outages/{id}/end</c>: it is over before its time, or taken back. The same said again changes nothing.</summary>
/// <param name="Agency">Code of the agency that says so, served by the adapter.</param>
/// <param name="By">The person who says so, if named; 120 characters at most.</param>
public sealed record EndOutageRequest(string Agency, string? By = null);
