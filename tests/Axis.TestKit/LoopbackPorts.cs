using System.Net;
using System.Net.Sockets;

namespace Axis.TestKit;

/// <summary>Finds ports for programs whose other ports lie at fixed distances from the first.</summary>
internal static class LoopbackPorts
{
    private static int asked;

    /// <summary>A port of a range that is free together with those at <paramref name="offsets"/> from it.</summary>
    /// <remarks>Suites look at the same time, so the process id spreads them.</remarks>
    public static int FindFree(int first, int count, params int[] offsets)
    {
        for (var attempt = 0; attempt < 500; attempt++)
        {
            var port = first + (((Environment.ProcessId * 7) + (attempt * 3) + (Interlocked.Increment(ref asked) * 31)) % count);
            if (offsets.Append(0).All(offset => IsFree(port + offset)))
            {
                return port;
            }
        }

        throw new InvalidOperationException("Found no free ports.");
    }

    /// <summary>Nothing listens there.</summary>
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
