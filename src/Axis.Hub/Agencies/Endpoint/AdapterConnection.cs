namespace Axis.Hub.Agencies.Endpoint;

/// <summary>Marks connections of the adapters' listener, and the endpoints that only they reach.</summary>
internal sealed class AdapterConnection
{
    public static readonly AdapterConnection Mark = new();

    private AdapterConnection()
    {
    }
}
