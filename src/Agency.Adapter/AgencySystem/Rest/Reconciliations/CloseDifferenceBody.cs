namespace Agency.Adapter.AgencySystem.Rest.Reconciliations;

/// <summary>That a difference was dealt with.</summary>
/// <param name="Reason">Why it needs nothing any more, 1000 characters at most.</param>
/// <param name="Agency">In whose name; may be left out with a key of one agency.</param>
/// <param name="By">Who says so.</param>
internal sealed record CloseDifferenceBody(string? Reason = null, string? Agency = null, string? By = null);
