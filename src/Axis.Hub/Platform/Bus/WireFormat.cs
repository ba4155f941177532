using System.Net.Mime;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using MassTransit;
using MassTransit.Serialization;

namespace Axis.Hub.Platform.Bus;

/// <summary>
/// The wire's plain JSON in place of MassTransit's envelope. Inbound it is the bus's door: what is not a message of an
/// adapter in a known version is refused here, before any consumer. A message's own id is never used: two messages
/// under one id would count as one in a batch.
/// </summary>
internal sealed class WireFormat(bool strict) : ISerializerFactory, IMessageSerializer, IMessageDeserializer
{
    /// <summary>For the hub's queues.</summary>
    public static WireFormat Strict { get; } = new(strict: true);

    /// <summary>For dead letters: any bytes, unread.</summary>
    public static WireFormat Bytes { get; } = new(strict: false);

    public ContentType ContentType { get; } = new(WireNames.ContentType);

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class =>
        new BytesMessageBody(context.Message is WireBody body ? body.Bytes : WireJson.Write(context.Message));

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
    {
        if (strict)
        {
            Admit(receiveContext);
        }

        return new BodyConsumeContext(receiveContext, Read(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));
    }

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        Read(body, headers, destinationAddress);

    public void Probe(ProbeContext context) => context.CreateScope("wire").Add("contentType", ContentType.MediaType);

    private WireFormatContext Read(MessageBody body, Headers headers, Uri? destination) =>
        new(this, body.GetBytes(), strict, new WireMessageContext(headers, destination));

    private static void Admit(ReceiveContext context)
    {
        if (Origin.AdapterOf(context) is null)
        {
            throw new MessageRefusedException(ErrorCatalogue.MessageWithoutOrigin);
        }

        // MassTransit would call the consumer with a default object.
        if (context.Body.Length is null or 0)
        {
            throw new MessageRefusedException(ErrorCatalogue.MessageEmpty);
        }

        var version = context.TransportHeaders.Get<string>(WireNames.VersionHeader);
        if (!int.TryParse(version, out var number) || number < 1 || number is not (WireNames.Version or WireNames.Version - 1))
        {
            throw new MessageRefusedException(ErrorCatalogue.MessageVersionUnknown, version ?? "(none)");
        }
    }
}
