namespace Axis.Benchmarks.Measuring;

/// <summary>What a watched process is.</summary>
internal static class Roles
{
    public const string Broker = "broker";
    public const string Hub = "hub";

    /// <summary>Receivers of a relay; on the axis their adapters.</summary>
    public const string Receivers = "receivers";

    /// <summary>The sender's adapter; a relay's sender is the driver.</summary>
    public const string Sender = "sender's adapter";

    /// <summary>This process: the sender of a relay, the document systems of all agencies on the axis.</summary>
    public const string Driver = "driver";

    public static IReadOnlyList<string> All { get; } = [Broker, Hub, Sender, Receivers, Driver];
}
