namespace Agency.Adapter.AgencySystem.Rest.Outages;

/// <summary>A planned outage as an agency announces it.</summary>
/// <param name="Agency">Who is out; may be left out with a key of one agency.</param>
/// <param name="From">First instant; left out: now.</param>
/// <param name="To">First instant at which it is over, at most 31 days after <paramref name="From"/>.</param>
/// <param name="Reason">Why, 1000 characters at most.</param>
/// <param name="WholeAdapter">True: the adapter is out, with everything that it serves.</param>
/// <param name="By">Who says so.</param>
internal sealed record OutageBody(
    string? Agency = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Reason = null, bool WholeAdapter = false, string? By = null);

/// <summary>That an outage is over before its time, or taken back.</summary>
/// <param name="Agency">In whose name; may be left out with a key of one agency.</param>
/// <param name="By">Who says so.</param>
internal sealed record EndOutageBody(string? Agency = null, string? By = null);
