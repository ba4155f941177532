using System.Net.Sockets;
using Agency.Adapter.HubLink;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter.Work;

/// <summary>
/// What goes away by waiting: this machine's disk and database, the network, the hub, the broker. A loop waits for it without end
/// (protocol.md 8), also where a port should have told it in its own words.
/// </summary>
internal static class Outage
{
    /// <param name="fault">Of work that nobody has asked to end: a cancellation is then a time limit somewhere inside.</param>
    public static bool Is(Exception fault) => fault is SqliteException or IOException or UnauthorizedAccessException or SocketException
        or TimeoutException or HttpRequestException or HubAwayException or OperationCanceledException;
}
