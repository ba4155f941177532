using System.Text;
using Axis.Contracts.Wire;

namespace Axis.Hub.Tests.Bus;

internal static class Sample
{
    private static int number;

    public static SubmitMessage Submission() =>
        new(new Guid(Interlocked.Increment(ref number), 0, 0, new byte[8]), 1, "manifest"u8.ToArray(), "seal"u8.ToArray(), Encoding.UTF8.GetBytes("<edXML/>"));

    public static HeartbeatMessage Heartbeat() => new("1.0", WireNames.Version, Guid.Empty, DateTimeOffset.UnixEpoch, 0, 0, 1);
}
