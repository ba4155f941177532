namespace Agency.Adapter.Outgoing;

/// <summary>Who hands a package over, and how.</summary>
/// <param name="Agency">Configured code of the agency whose system speaks.</param>
/// <param name="IdempotencyKey">Key chosen by that system; <c>null</c> derives the id from the bytes (protocol.md 4).</param>
/// <param name="Checker">Who checked it before sending, or <c>null</c>.</param>
/// <param name="Claim">
/// One hand-over by the agency, for interfaces that run again after a crash (folder): a claim seen before gets its first answer and
/// raises neither try nor generation. <c>null</c> where the caller itself repeats.
/// </param>
/// <param name="Target">Of a status: what it speaks of, where whoever hands it over knows; <c>null</c>: it is looked for.</param>
internal sealed record SubmitRequest(
    string Agency, string? IdempotencyKey = null, NamedChecker? Checker = null, Guid? Claim = null, StatusTarget? Target = null);
