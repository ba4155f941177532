namespace Axis.Simulator.Nation.Books;

/// <summary>A document delivery as the hub's ledger has it.</summary>
/// <param name="Attempt">The attempt that stands, from 1.</param>
/// <param name="About">The delivery that a status speaks of; null for a document.</param>
internal sealed record HubEntry(
    Guid DeliveryId, Guid SubmissionId, string Receiver, string PackageSha256, string Transport, string? Business, string Kind = "edoc", int Attempt = 1,
    Guid? About = null);

/// <summary>A package as its sender's clerk has it: what was handed over and what the axis answered.</summary>
internal sealed record SentEntry(string Agency, Guid SubmissionId, string PackageSha256, string Outcome, IReadOnlyList<SentReceiver> Receivers);

/// <summary>One receiver of a sent package as its sender sees it.</summary>
internal sealed record SentReceiver(Guid DeliveryId, string Transport, string? Business);

/// <summary>A delivery as its receiver's clerk took it in: once each time it was handed out and acknowledged.</summary>
internal sealed record ReceivedEntry(string Agency, Guid DeliveryId, string PackageSha256, string? LastAnswer);
