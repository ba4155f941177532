using Axis.Contracts.Edxml;
using Axis.Hub.Flow.Verify;
using Axis.Hub.Platform.Content;

namespace Axis.Hub.Flow.Submit.Content;

/// <summary>The verdicts that lie beside large content.</summary>
internal sealed class KeptVerdicts(IContentStore store) : IContentVerdicts
{
    public async ValueTask<ReadOutcome?> FindAsync(string adapter, string sha256, CancellationToken cancellation) =>
        await store.FindNoteAsync(adapter, sha256, cancellation) is { } note ? KeptReading.Read(note) : null;
}
