namespace Axis.Contracts.Sealing;

/// <summary>
/// What a sender seals: which package goes from whom to whom. It travels as the exact sealed bytes and is never
/// re-serialised (protocol.md 2).
/// </summary>
/// <param name="Version">Manifest version; <see cref="CurrentVersion"/> is the only one spoken here.</param>
/// <param name="SubmissionId">The submission it belongs to.</param>
/// <param name="Kind"><c>edoc</c> or <c>status</c>.</param>
/// <param name="Sender">Code of the sending agency, as the package's From spells it.</param>
/// <param name="Receivers">Codes of the receivers, as the package spells them, in its order; at least one.</param>
/// <param name="PackageSha256">SHA-256 of the package bytes, 64 lower-case hex digits.</param>
/// <param name="PackageLength">Length of the package in bytes, from 1.</param>
/// <param name="SealedAt">When it was sealed; kept in UTC to the millisecond, the rest is cut off.</param>
/// <param name="TargetDelivery">Of a status: the delivery it answers, or <c>null</c> when the adapter could not tell.</param>
/// <param name="TargetDoneAt">Of a status: when that delivery became DONE at the adapter, or <c>null</c>; UTC, to the millisecond.</param>
/// <param name="CheckedBy">Who checked the package before it was handed over, or <c>null</c> when nobody was named.</param>
public sealed record Manifest(
    int Version, Guid SubmissionId, string Kind, string Sender, IReadOnlyList<string> Receivers,
    string PackageSha256, long PackageLength, DateTimeOffset SealedAt,
    Guid? TargetDelivery = null, DateTimeOffset? TargetDoneAt = null, Checker? CheckedBy = null)
{
    /// <summary>The version written here.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Kind of a document.</summary>
    public const string Edoc = "edoc";

    /// <summary>Kind of a status 01..16.</summary>
    public const string Status = "status";

    /// <summary>Largest manifest in bytes that is read or written.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Most receivers of one manifest.</summary>
    public const int MaxReceivers = 5_000;

    /// <summary>Most UTF-16 units of an agency code.</summary>
    public const int MaxCodeLength = 200;

    /// <inheritdoc cref="Manifest(int, Guid, string, string, IReadOnlyList{string}, string, long, DateTimeOffset, Guid?, DateTimeOffset?, Checker?)"/>
    public DateTimeOffset SealedAt { get; init; } = ToMillisecond(SealedAt);

    /// <inheritdoc cref="Manifest(int, Guid, string, string, IReadOnlyList{string}, string, long, DateTimeOffset, Guid?, DateTimeOffset?, Checker?)"/>
    public DateTimeOffset? TargetDoneAt { get; init; } = TargetDoneAt is { } done ? ToMillisecond(done) : null;

    /// <summary>
    /// The canonical bytes: RFC 8785 (members sorted by name, no white space, shortest escapes, UTF-8 without a mark),
    /// absent members left out, GUIDs in lower case with hyphens, times as <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>.
    /// Text is written as it is: no Unicode normalisation.
    /// </summary>
    /// <exception cref="InvalidOperationException">The manifest breaks a rule that <see cref="Read"/> would refuse.</exception>
    public byte[] ToBytes()
    {
        if (ManifestRules.FirstFault(this) is { } fault)
        {
            throw new InvalidOperationException(fault.English);
        }

        byte[] bytes = ManifestWriter.Write(this);
        return bytes.Length <= MaxBytes
            ? bytes
            : throw new InvalidOperationException($"The manifest has {bytes.Length} bytes, more than {MaxBytes}.");
    }

    /// <summary>
    /// Reads canonical bytes, strictly: another version, a doubled, absent or unknown member, a value outside its limits
    /// and any byte that <see cref="ToBytes"/> would not have written are refused. Never throws for any input.
    /// </summary>
    public static ManifestOutcome Read(ReadOnlySpan<byte> bytes) => ManifestReader.Read(bytes);

    internal static DateTimeOffset ToMillisecond(DateTimeOffset time)
    {
        long ticks = time.UtcTicks;
        return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }
}
