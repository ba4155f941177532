using Agency.Adapter.AgencySystem.Webhook;

namespace Agency.Adapter;

/// <summary>One agency served by this adapter.</summary>
internal sealed class AgencyOptions
{
    /// <summary>Its code, any generation that the registry knows.</summary>
    public string Code { get; set; } = "";

    /// <summary>How its document system connects for what arrives; sending is open on every interface.</summary>
    public InboundInterface Interface { get; set; } = InboundInterface.Rest;

    /// <summary>Keys of its local systems on REST; a key sees the agencies that list it and no others.</summary>
    public IList<string> Keys { get; } = [];

    /// <summary>Root of its folder tree, for <see cref="InboundInterface.Folder"/>.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Where its system is told of alerts; without a <see cref="WebhookOptions.Url"/> it is not.</summary>
    public WebhookOptions Webhook { get; set; } = new();
}

/// <summary>The one way in which deliveries reach an agency's system.</summary>
internal enum InboundInterface
{
    /// <summary>The system fetches from <c>/v1/inbox</c>.</summary>
    Rest,

    /// <summary>The adapter writes into a folder.</summary>
    Folder,
}
