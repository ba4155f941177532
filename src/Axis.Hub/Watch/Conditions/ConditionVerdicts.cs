using System.Globalization;
using Axis.Contracts;
using Axis.Contracts.Errors;
using Axis.Hub.Ledger;

namespace Axis.Hub.Watch.Conditions;

/// <summary>What holds and what does not by the readings, pure. What cannot be told is left as it is.</summary>
internal static class ConditionVerdicts
{
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan TwoSpoolsFor = TimeSpan.FromMinutes(10);
    private const long MostSkewMs = 60_000;

    /// <summary>So many adapters at once are not silent: the hub hears nobody.</summary>
    private const int ManySilent = 3;

    private static readonly int[] Fullness = [70, 85, 95];
    private static readonly int[] DaysLeft = [30, 14, 7];

    /// <summary>Judges everything.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="open">Alerts of conditions that are open.</param>
    public static IReadOnlyList<Verdict> Of(ConditionReadings readings, IReadOnlyList<AlertRow> open) =>
    [
        .. Silence(readings), .. Skews(readings), .. Certificates(readings), .. DeadLetters(readings, open), .. Disks(readings), .. Queues(readings), .. TwoSpools(readings, open), Mail(readings),
    ];

    private static IEnumerable<Verdict> Silence(ConditionReadings readings)
    {
        var seen = readings.Adapters.Where(reading => reading.Adapter.Active && reading.Link?.HeartbeatAt is not null).ToArray();
        var hearsNobody = seen.Length >= ManySilent && seen.All(reading => IsSilent(reading, readings.Now));
        foreach (var reading in readings.Adapters.Where(reading => reading.Link?.HeartbeatAt is not null))
        {
            if (!reading.Adapter.Active || !IsSilent(reading, readings.Now))
            {
                yield return Over(AlertKinds.AdapterSilent, reading.Adapter.Code);
            }
            else if (readings.Listening >= SilentAfter && !hearsNobody)
            {
                yield return Holds(
                    AlertKinds.AdapterSilent, reading.Adapter.Code, reading.Adapter.Code, readings.Now, AlertSeverity.Breach, "", ErrorCatalogue.AlertAdapterSilent, reading.Adapter.Code,
                    Contracts.Calendar.VietnamTime.Show(reading.Link!.HeartbeatAt!.Value));
            }
        }
    }

    private static IEnumerable<Verdict> Skews(ConditionReadings readings)
    {
        foreach (var reading in readings.Adapters.Where(reading => reading.Link is { HeartbeatAt: not null, ClockSkewMs: not null } && !IsSilent(reading, readings.Now)))
        {
            var skew = reading.Link!.ClockSkewMs!.Value;
            yield return Math.Abs(skew) < MostSkewMs ? Over(AlertKinds.AdapterClockSkew, reading.Adapter.Code) : Holds(
                AlertKinds.AdapterClockSkew, reading.Adapter.Code, reading.Adapter.Code, readings.Now, AlertSeverity.Breach, "", ErrorCatalogue.AlertAdapterClock, reading.Adapter.Code,
                (skew / 1000).ToString("+0;-0", CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<Verdict> Certificates(ConditionReadings readings)
    {
        var all = readings.Adapters.Where(reading => reading.Adapter.Active).Select(reading => (reading.Adapter.Code, Told: reading.Adapter.Code, Ends: reading.CertificateEnds))
            .Append((Code: readings.HubName, Told: "", Ends: readings.HubCertificateEnds));
        foreach (var (code, told, ends) in all.Where(one => one.Ends is not null))
        {
            var left = (int)Math.Floor((ends!.Value - readings.Now).TotalDays);
            yield return DaysLeft.LastOrDefault(days => left < days) is var step and > 0
                ? Holds(
                    AlertKinds.CertificateEnding, code, told, readings.Now, step <= DaysLeft[^1] ? AlertSeverity.Breach : AlertSeverity.Warn, $"{step}", ErrorCatalogue.AlertCertificateEnding,
                    code, Contracts.Calendar.VietnamTime.Show(ends.Value))
                : Over(AlertKinds.CertificateEnding, code);
        }
    }

    private static IEnumerable<Verdict> DeadLetters(ConditionReadings readings, IReadOnlyList<AlertRow> open) =>
        readings.DeadLetters.Where(one => one.Value > 0).Select(one => Holds(
            AlertKinds.DeadLetters, one.Key, "", readings.Now, AlertSeverity.Breach, "", ErrorCatalogue.AlertDeadLetters, one.Key.Length == 0 ? readings.HubName : one.Key))
        .Concat(open.Where(alert => alert.Kind == AlertKinds.DeadLetters && !readings.DeadLetters.Any(one => one.Value > 0 && KeyOf(AlertKinds.DeadLetters, one.Key) == alert.AlertKey))
            .Select(alert => new Verdict(alert.AlertKey, null)));

    private static IEnumerable<Verdict> Disks(ConditionReadings readings)
    {
        foreach (var reading in readings.Adapters.Where(reading => !IsSilent(reading, readings.Now)))
        {
            if (reading.Beat is { DiskTotalBytes: { } total } beat && new DiskRoom(beat.DiskFreeBytes, total).PercentUsed is { } used)
            {
                yield return Full(AlertKinds.Disk, reading.Adapter.Code, reading.Adapter.Code, used, readings.Now, ErrorCatalogue.AlertDisk);
            }
        }

        if (readings.HubDisk is { } own)
        {
            yield return Full(AlertKinds.Disk, readings.HubName, "", own, readings.Now, ErrorCatalogue.AlertDisk);
        }
    }

    private static IEnumerable<Verdict> Queues(ConditionReadings readings) => readings.Adapters.Select(reading => Full(
        AlertKinds.Queue, reading.Adapter.Code, reading.Adapter.Code, (int)Math.Min(1000, 100L * reading.Backlog / readings.BacklogLimit), readings.Now, ErrorCatalogue.AlertQueue));

    /// <summary>Raised where heartbeats are taken; over once it was not met again for a while.</summary>
    private static IEnumerable<Verdict> TwoSpools(ConditionReadings readings, IReadOnlyList<AlertRow> open) =>
        open.Where(alert => alert.Kind == AlertKinds.TwoAdapters && readings.Now - alert.LastSeenAt > TwoSpoolsFor).Select(alert => new Verdict(alert.AlertKey, null));

    /// <summary>Where the hub sends none there is nothing to be told.</summary>
    private static Verdict Mail(ConditionReadings readings) => readings.Mail is { GivenUp: var lost, Late: var late } && lost + late > 0
        ? Holds(AlertKinds.MailUndelivered, "", "", readings.Now, lost > 0 ? AlertSeverity.Breach : AlertSeverity.Warn, "", ErrorCatalogue.AlertMailUndelivered)
        : Over(AlertKinds.MailUndelivered, "");

    private static Verdict Full(string kind, string subject, string told, int percent, DateTimeOffset now, ErrorEntry entry) =>
        Fullness.LastOrDefault(limit => percent >= limit) is var limit and > 0
            ? Holds(kind, subject, told, now, limit == Fullness[0] ? AlertSeverity.Warn : AlertSeverity.Breach, $"{limit}", entry, subject, limit)
            : Over(kind, subject);

    private static bool IsSilent(AdapterReading reading, DateTimeOffset now) => reading.Link?.HeartbeatAt is not { } beat || now - beat > SilentAfter;

    private static Verdict Over(string kind, string subject) => new(KeyOf(kind, subject), null);

    private static Verdict Holds(
        string kind, string subject, string told, DateTimeOffset now, AlertSeverity severity, string cause, ErrorEntry entry, params object?[] arguments)
    {
        var finding = Finding.Of(entry, severity == AlertSeverity.Warn ? Severity.Warning : Severity.Refusal, "", arguments);
        return new(KeyOf(kind, subject), AlertRow.New(kind, subject, told, finding, now) with { Severity = severity, Cause = cause });
    }

    private static string KeyOf(string kind, string subject) => $"{kind}/{subject}";
}
