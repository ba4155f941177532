namespace Axis.Contracts.Errors;

/// <summary>One entry of the error catalogue: what a code means, for machines and for people.</summary>
/// <param name="Code">Stable code, <c>AXS-</c> and four digits or words; never reused for another meaning.</param>
/// <param name="HttpStatus">Status used when the error answers an HTTP call.</param>
/// <param name="NationalNumber">Number of the national client's error list (domain.md 1.7), or <c>null</c> where none fits.</param>
/// <param name="Retryable">True when the same request can succeed later without a change by the caller.</param>
/// <param name="Vietnamese">Sentence for a clerk. <c>{0}</c>, <c>{1}</c> stand for the finding's arguments.</param>
/// <param name="English">The same sentence in English.</param>
public sealed record ErrorEntry(
    string Code, int HttpStatus, int? NationalNumber, bool Retryable, string Vietnamese, string English);
