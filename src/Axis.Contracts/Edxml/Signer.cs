namespace Axis.Contracts.Edxml;

/// <summary>Who signed the document (SignerInfo).</summary>
/// <param name="Competence">Signing capacity, e.g. <c>TL. BỘ TRƯỞNG</c>; <c>null</c> when the signer signs for himself.</param>
/// <param name="Position">Position, at most 100 characters; <c>null</c> when absent.</param>
/// <param name="FullName">Full name, at most 50 characters.</param>
public sealed record Signer(string? Competence, string? Position, string FullName);
