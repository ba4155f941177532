using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Axis.Hub.Platform.Storage;

namespace Axis.Hub.Ledger;

/// <summary>Builds the hash-chained history of a delivery (protocol.md 9).</summary>
internal static class DeliveryHistory
{
    private const string CanonicalVersion = "axis-event-1";
    private const long LargestSkewMs = 60_000;
    private static readonly TimeSpan OldestClaim = TimeSpan.FromHours(72);

    /// <summary>
    /// The instant an event counts from: the claim where it can be believed, else when the hub recorded it; never before the
    /// event before it, for a hub's clock may step back.
    /// </summary>
    public static DateTimeOffset EffectiveAt(DateTimeOffset claim, DateTimeOffset recordedAt, DateTimeOffset? previous, long? skewMs)
    {
        var believed = skewMs is { } skew && Math.Abs(skew) < LargestSkewMs
            && (previous is null || claim >= previous) && claim <= recordedAt && recordedAt - claim <= OldestClaim;
        var effective = believed ? claim : recordedAt;
        return previous is { } earlier && effective < earlier ? earlier : effective;
    }

    /// <summary>Seals the next entry of a row's chain: sequence, times and hash; the row's own head is moved by the caller.</summary>
    public static DeliveryEventRow Next(DeliveryRow row, DeliveryEventRow draft, string? previousHash)
    {
        var entry = draft with { DeliveryId = row.DeliveryId, Sequence = row.EventSequence + 1, Hash = "" };
        return entry with { Hash = HashOf(previousHash, entry) };
    }

    /// <summary>SHA-256 of the previous event's hash (as text; nothing for the first) and this event's canonical form.</summary>
    public static string HashOf(string? previousHash, DeliveryEventRow entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previousHash + Canonical(entry))));

    /// <summary>
    /// Every field in a fixed order, each as its length in UTF-8 bytes, a colon and its text; an absent one is a dash. Times are UTC with
    /// milliseconds, states their numbers.
    /// </summary>
    public static string Canonical(DeliveryEventRow entry)
    {
        string?[] fields =
        [
            CanonicalVersion, entry.DeliveryId.ToString("D"), Number(entry.Sequence), entry.Kind, Number((int?)entry.TransportFrom), Number((int?)entry.TransportTo),
            entry.BusinessFrom, entry.BusinessTo, Number(entry.Attempt), entry.Source, entry.Detail, Time(entry.OccurredAt), Time(entry.RecordedAt),
            Time(entry.EffectiveAt), Time(entry.ProcessingDue), Time(entry.ArriveDue), Time(entry.AnswerDue), Time(entry.ProcessDue),
            entry.Evidence,
        ];
        var text = new StringBuilder();
        foreach (var field in fields)
        {
            _ = field is null ? text.Append('-') : text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
        }

        return text.ToString();
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? time) => time is { } value ? SqlTime.Write(value) : null;
}
