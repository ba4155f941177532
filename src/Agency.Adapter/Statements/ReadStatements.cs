using Agency.Adapter.Spool;
using Axis.Contracts.Edxml;

namespace Agency.Adapter.Statements;

/// <summary>Takes the statements out of a package of the axis.</summary>
internal sealed class ReadStatements(ContentStore contents, AdapterOptions options)
{
    /// <param name="sha256">The package's content.</param>
    /// <param name="package">What was read of it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<StatementFileRow>> ReadAsync(string sha256, Package package, CancellationToken cancellation)
    {
        var files = new List<StatementFileRow>();
        foreach (var attachment in package.Attachments)
        {
            if (StatementName.Read(attachment.Name ?? "") is { } name)
            {
                using var bytes = new MemoryStream();
                await using var content = contents.OpenRead(sha256);
                await PackageReader.ExtractAsync(content, attachment, bytes, ReadLimits.Default with { MaxBytes = options.BodyLimit }, cancellation);
                files.Add(new() { Agency = name.Agency, Day = name.Day.DayNumber, Version = name.Version, Format = name.Format, Bytes = bytes.ToArray() });
            }
        }

        return files;
    }
}
