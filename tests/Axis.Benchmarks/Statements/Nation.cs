using System.Globalization;
using Axis.Hub.Agencies;
using MassTransit;

namespace Axis.Benchmarks.Statements;

/// <summary>A directory: a hundred agencies of level 1, each with an adapter of its own, thirty below each of them, and the rest below those.</summary>
internal sealed class Nation
{
    private const int Top = 100;
    private const int Middle = 30 * Top;

    public Nation(int agencies, int active)
    {
        var ids = Enumerable.Range(0, agencies).Select(_ => NewId.NextSequentialGuid()).ToArray();
        Entries = [.. ids.Select((id, place) => Entry(id, place, ids))];
        Active = ids[..active];
    }

    /// <summary>All of it.</summary>
    public IReadOnlyList<AgencyEntry> Entries { get; }

    /// <summary>Those that send and receive.</summary>
    public IReadOnlyList<Guid> Active { get; }

    private static AgencyEntry Entry(Guid id, int place, Guid[] ids)
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"A{place + 1:000000}");
        Guid? parent = place < Top ? null : place < Top + Middle ? ids[place % Top] : ids[Top + (place % Middle)];
        return new(id, code, $"Cơ quan số {place + 1}", $"Agency {place + 1}", "unit", parent, place < Top ? code : null, true, false, DateTimeOffset.UnixEpoch);
    }
}
