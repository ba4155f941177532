using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Axis.Contracts.Calendar;

namespace Agency.Adapter.Reconcile;

/// <summary>When the books of a day are posted by themselves: at the set time of the next day, later by a part of the spread that is the adapter's own, so that a nation does not post at once.</summary>
internal static class ReconcileTimes
{
    /// <summary>So many days that were missed are made up.</summary>
    public const int DaysBack = 7;

    /// <summary>The instant at which the books of a day are due.</summary>
    public static DateTimeOffset DueAt(DateOnly day, AdapterOptions options) => VietnamTime.EndOf(day) + options.ReconcileAt.ToTimeSpan() + Share(options);

    /// <summary>The last day whose books are due at an instant.</summary>
    public static DateOnly LastDue(DateTimeOffset now, AdapterOptions options)
    {
        var yesterday = VietnamTime.DateOf(now).AddDays(-1);
        return DueAt(yesterday, options) <= now ? yesterday : yesterday.AddDays(-1);
    }

    /// <summary>The adapter's part of the spread: the same every night, and on every machine.</summary>
    private static TimeSpan Share(AdapterOptions options)
    {
        var draw = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(options.Code)));
        return TimeSpan.FromSeconds(Math.Floor(options.ReconcileSpread.TotalSeconds * (draw / (double)uint.MaxValue)));
    }
}
