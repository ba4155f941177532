using System.Net;
using System.Net.Sockets;

namespace Axis.Simulator.Nation;

/// <summary>Loopback ports that were free a moment ago.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
