using System.IO.Pipelines;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Outgoing;

/// <summary>A draft as a stream of edXML that is written while it is read: nothing is held in memory whole.</summary>
internal static class DraftStream
{
    /// <summary>Calls <paramref name="use"/> with the stream; it may give the package up half-way.</summary>
    public static async Task<T> UseAsync<T>(EdocDraft draft, Func<Stream, Task<T>> use, CancellationToken cancellation)
    {
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer, draft, cancellation);
        try
        {
            return await use(pipe.Reader.AsStream(leaveOpen: true));
        }
        finally
        {
            // A package that was given up lets its writer run into the closed pipe and end.
            await pipe.Reader.CompleteAsync();
            await writing;
        }
    }

    private static async Task WriteAsync(PipeWriter pipe, EdocDraft draft, CancellationToken cancellation)
    {
        try
        {
            await using var stream = pipe.AsStream(leaveOpen: true);
            await PackageWriter.WriteEdocAsync(stream, draft, cancellation);
            await pipe.CompleteAsync();
        }
        catch (Exception fault)
        {
            // The reader gets it, and with it the caller.
            await pipe.CompleteAsync(fault);
        }
    }
}
