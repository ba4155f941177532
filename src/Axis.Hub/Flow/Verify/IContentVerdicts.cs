using Axis.Contracts.Edxml;

namespace Axis.Hub.Flow.Verify;

/// <summary>What was found while content streamed in; read once, kept with the content (protocol.md 7).</summary>
internal interface IContentVerdicts
{
    /// <summary>
    /// The verdict on content that this adapter uploaded, or null when there is none for it: content that somebody else
    /// uploaded is as absent as content that nobody did.
    /// </summary>
    ValueTask<ReadOutcome?> FindAsync(string adapter, string sha256, CancellationToken cancellation);
}
