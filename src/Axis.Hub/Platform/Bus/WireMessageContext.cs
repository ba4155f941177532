using MassTransit;
using MassTransit.Metadata;

namespace Axis.Hub.Platform.Bus;

/// <summary>What MassTransit may know of a message beside its body: its headers, and none of the ids that a client could forge.</summary>
internal sealed class WireMessageContext(Headers headers, Uri? destination) : MessageContext
{
    public Guid? MessageId => null;

    public Guid? RequestId => null;

    public Guid? CorrelationId => null;

    public Guid? ConversationId => null;

    public Guid? InitiatorId => null;

    public DateTime? ExpirationTime => null;

    public Uri? SourceAddress => null;

    public Uri? DestinationAddress => destination;

    public Uri? ResponseAddress => null;

    public Uri? FaultAddress => null;

    public DateTime? SentTime => null;

    public Headers Headers => headers;

    public HostInfo Host => HostMetadataCache.Empty;
}
