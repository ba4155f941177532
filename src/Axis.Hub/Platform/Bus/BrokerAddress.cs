namespace Axis.Hub.Platform.Bus;

/// <summary>A broker's address taken apart: <c>amqp(s)://user:password@host:port/vhost</c>.</summary>
internal sealed record BrokerAddress(string Host, int Port, string VirtualHost, string User, string Password, bool Tls)
{
    /// <summary>Distance of the management API from the AMQP port, unless its address is given.</summary>
    public const int ManagementOffset = 10000;

    /// <summary>Reads an address; without a path the virtual host is <c>/</c>.</summary>
    /// <exception cref="FormatException">Not an AMQP address.</exception>
    public static BrokerAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host.Length == 0)
        {
            throw new FormatException("A broker's address is amqp://user:password@host:port/vhost.");
        }

        var tls = uri.Scheme == "amqps";
        var colon = uri.UserInfo.IndexOf(':', StringComparison.Ordinal);
        var user = colon < 0 ? uri.UserInfo : uri.UserInfo[..colon];
        var password = colon < 0 ? "" : uri.UserInfo[(colon + 1)..];
        var path = uri.AbsolutePath.Length > 1 ? uri.AbsolutePath[1..] : "%2f";
        return new(
            uri.Host, uri.Port > 0 ? uri.Port : tls ? 5671 : 5672, Uri.UnescapeDataString(path),
            Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), tls);
    }

    /// <summary>The management API that belongs to it: the given address, else the same host and AMQP port + 10000.</summary>
    public Uri Management(string given) =>
        given.Length > 0 ? new Uri(given.TrimEnd('/') + "/") : new Uri($"{(Tls ? "https" : "http")}://{Host}:{Port + ManagementOffset}/");

    /// <summary>The same broker under another user.</summary>
    public BrokerAddress As(string user, string password) => this with { User = user, Password = password };

    public string ToUri() =>
        $"{(Tls ? "amqps" : "amqp")}://{Uri.EscapeDataString(User)}:{Uri.EscapeDataString(Password)}@{Host}:{Port}/{Uri.EscapeDataString(VirtualHost)}";

    /// <summary>Without the password: addresses appear in logs.</summary>
    public override string ToString() => $"{(Tls ? "amqps" : "amqp")}://{User}@{Host}:{Port}/{Uri.EscapeDataString(VirtualHost)}";
}
