namespace Axis.Benchmarks.Relays;

/// <summary>Queues of both relays: 1 + 3f passages for one document to f receivers, as on the axis.</summary>
internal static class RelayNames
{
    public const string Submit = "bench.submit";
    public const string Status = "bench.status";
    public const string Back = "bench.back";

    public static string Out(int receiver) => FormattableString.Invariant($"bench.out.{receiver}");

    /// <summary>Work in flight in each process; the same for both relays.</summary>
    public const ushort Concurrency = 64;
}
