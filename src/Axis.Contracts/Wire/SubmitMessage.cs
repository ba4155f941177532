namespace Axis.Contracts.Wire;

/// <summary>Adapter to hub: one package handed over (protocol.md 3, 4).</summary>
/// <param name="SubmissionId">UUIDv5 of the submission, the idempotency key with the adapter.</param>
/// <param name="Try">Raised only by the agency's own repeat; a refusal answers all copies of its try.</param>
/// <param name="Manifest">Exact sealed manifest bytes.</param>
/// <param name="Seal">Detached CMS over <paramref name="Manifest"/>.</param>
/// <param name="Package">The edXML bytes, or <c>null</c> when <paramref name="Content"/> says where they are.</param>
/// <param name="Content">Reference to content uploaded before, or <c>null</c>.</param>
public sealed record SubmitMessage(
    Guid SubmissionId, int Try, byte[] Manifest, byte[] Seal, byte[]? Package = null, ContentReference? Content = null);
