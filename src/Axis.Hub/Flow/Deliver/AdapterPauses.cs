using System.Collections.Concurrent;

namespace Axis.Hub.Flow.Deliver;

/// <summary>
/// Adapters whose queue did not take a message over: they are left alone for 1, 2, 4 .. 30 s. An economy of this process, never a
/// state: no attempt is used and any hub may try (protocol.md 5, 8).
/// </summary>
internal sealed class AdapterPauses(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (TimeSpan Length, DateTimeOffset Until)> pauses = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Paused
    {
        get
        {
            var now = time.GetUtcNow();
            return [.. pauses.Where(pause => pause.Value.Until > now).Select(pause => pause.Key)];
        }
    }

    public bool IsPaused(string adapter) => pauses.TryGetValue(adapter, out var pause) && pause.Until > time.GetUtcNow();

    /// <summary>Starts or lengthens a pause and returns its end. Refusals of one pause count once.</summary>
    public DateTimeOffset Refused(string adapter)
    {
        var now = time.GetUtcNow();
        return pauses.AddOrUpdate(
            adapter,
            _ => (TimeSpan.FromSeconds(1), now.AddSeconds(1)),
            (_, pause) =>
            {
                if (pause.Until > now)
                {
                    return pause;
                }

                var length = pause.Length * 2 < Longest ? pause.Length * 2 : Longest;
                return (length, now + length);
            }).Until;
    }

    public void Accepted(string adapter) => pauses.TryRemove(adapter, out _);
}
