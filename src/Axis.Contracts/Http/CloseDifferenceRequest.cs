namespace Axis.Contracts.Http;

/// <summary>
/// Body of <c>POST /v1/reconciliations/differences/{id}/close</c>: what a reconciliation has found was dealt with. The same said again changes nothing.
/// </summary>
/// <param name="Reason">Why; kept, 1000 characters at most.</param>
/// <param name="Agency">Code of the agency that says so, served by the adapter: it closes what is its own, and what is of no agency in particular. Left out: the adapter says so, of any of its agencies.</param>
/// <param name="By">The person who says so, if named; 120 characters at most. Counts with <paramref name="Agency"/> only.</param>
public sealed record CloseDifferenceRequest(string Reason, string? Agency = null, string? By = null);
