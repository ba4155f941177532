using System.Net;

namespace Axis.Hub.Console;

/// <summary>
/// Until sign-in exists, whoever can speak to the console sees everything: so it binds to loopback, answers only calls that come from
/// this machine to its own port, and only under a name of this machine (a foreign page cannot read it through a renamed host).
/// </summary>
internal sealed class ConsoleDoor
{
    private readonly int port;

    /// <exception cref="InvalidOperationException">The endpoint is not a loopback address.</exception>
    public ConsoleDoor(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new InvalidOperationException($"ConsoleEndpoint '{endpoint}' is no http address such as http://127.0.0.1:7080.");
        }

        if (!IsOwnName(address.Host))
        {
            throw new InvalidOperationException(
                $"ConsoleEndpoint '{endpoint}' is not on loopback. The console has no sign-in yet and shows every document to whoever reaches it: "
                + "use http://127.0.0.1:PORT, and reach it from elsewhere through an SSH tunnel.");
        }

        port = address.Port;
    }

    /// <summary>True when a call may see the console.</summary>
    public bool Admits(HttpContext context)
    {
        var connection = context.Connection;
        return connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && (port == 0 ? connection.ClientCertificate is null : connection.LocalPort == port)
            && IsOwnName(context.Request.Host.Host);
    }

    private static bool IsOwnName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
