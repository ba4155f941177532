using System.Text.Json;
using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;
using Axis.Hub.Platform.Content;

namespace Axis.Hub.Flow.Submit.Content;

/// <summary>What the reader found in a package, as it is kept with the content: R2, R3 and R6 run once (protocol.md 7).</summary>
internal sealed record KeptReading(Package? Package, IReadOnlyList<Finding> Findings, string? Sha256, long Length)
{
    private static readonly JsonSerializerOptions Form = new() { IgnoreReadOnlyProperties = true };

    /// <summary>The note of content that has just been read. Of a state secret nothing is kept but that it is one (domain.md 3.3).</summary>
    public static ContentNote NoteOf(ReadOutcome outcome)
    {
        var markings = outcome switch
        {
            ReadOutcome.Read { Package: var package } => SecrecyChecks.Find(package),
            ReadOutcome.Refused refused => SecrecyChecks.Markings(refused.Findings),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        return markings.Count == 0
            ? new(Write(outcome))
            : new(Write(new ReadOutcome.Refused(markings) { Sha256 = outcome.Sha256, Length = outcome.Length }), KeepsBytes: false);
    }

    public static byte[] Write(ReadOutcome outcome)
    {
        KeptReading kept = outcome switch
        {
            ReadOutcome.Read read => new(read.Package, [], read.Sha256, read.Length),
            ReadOutcome.Refused refused => new(null, refused.Findings, refused.Sha256, refused.Length),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        return JsonSerializer.SerializeToUtf8Bytes(kept, Form);
    }

    public static ReadOutcome Read(byte[] note)
    {
        KeptReading kept = JsonSerializer.Deserialize<KeptReading>(note, Form)
            ?? throw new InvalidDataException("The note of a content is empty.");
        ReadOutcome outcome = kept.Package is { } package ? new ReadOutcome.Read(package) : new ReadOutcome.Refused(kept.Findings);
        return outcome with { Sha256 = kept.Sha256, Length = kept.Length };
    }
}
