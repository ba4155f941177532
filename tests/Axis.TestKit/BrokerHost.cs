using Axis.Contracts.Tls;
using Axis.Hub.Platform.Bus;
using Axis.Hub.Platform.Bus.Management;

namespace Axis.TestKit;

/// <summary>A virtual host of a test's own on a shared broker.</summary>
public sealed class BrokerHost
{
    internal BrokerHost(BrokerAddress address, Uri management, string roots)
    {
        Roots = roots;
        Broker = address;
        Management = management;
        Api = new ManagementApi(management, address.User, address.Password, ServerTrust.Load(roots));
    }

    /// <summary>Administrator's address of this virtual host.</summary>
    public string Amqp => Broker.ToUri();

    /// <summary>Management API.</summary>
    public Uri Management { get; }

    /// <summary>PEM file of the root that the broker's certificate leads to; empty where it speaks no TLS.</summary>
    public string Roots { get; }

    /// <summary>Name of the virtual host.</summary>
    public string Name => Broker.VirtualHost;

    internal BrokerAddress Broker { get; }

    internal ManagementApi Api { get; }

    internal Topology Topology => new(Api, Name);

    /// <summary>Address of the same virtual host for another user.</summary>
    public string AmqpOf(string user, string password) => Broker.As(user, password).ToUri();
}
