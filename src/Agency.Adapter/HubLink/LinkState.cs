namespace Agency.Adapter.HubLink;

/// <summary>Whether the broker is reached.</summary>
internal enum LinkState
{
    /// <summary>Not connected; the link tries again by itself.</summary>
    Disconnected,

    /// <summary>Connected.</summary>
    Connected,
}
