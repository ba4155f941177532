using System.Net;
using System.Net.Sockets;

namespace Axis.Simulator.Nation;

/// <summary>
/// Ports of loopback for servers that begin to listen later than their address is told, or stop and listen there again. They lie below those
/// that Linux hands out by itself (<c>net.ipv4.ip_local_port_range</c>, 32768 and up): another program's outgoing connection would take one
/// of these at any moment.
/// </summary>
internal static class LoopbackPorts
{
    // Between a private broker's ports and those of its Erlang distribution.
    private const int First = 22_400;
    private const int Count = 7_500;

    private static int asked;
    private static int taken;

    /// <summary>A free port for one server. No process is given the same one twice, as long as it has not asked for all of them.</summary>
    public static int Take()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            // Processes of neighbouring ids begin far from each other.
            var start = (long)(unchecked((uint)Environment.ProcessId * 2_654_435_761u) * (ulong)Count >> 32);
            var port = First + (int)((start + Interlocked.Increment(ref taken)) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException("Found no free port.");
    }

    /// <summary>A port of a range that is free together with those at <paramref name="offsets"/> from it.</summary>
    /// <remarks>Programs look at the same time, so the process id spreads them.</remarks>
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
