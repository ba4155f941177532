using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;
using MassTransit;
using MassTransit.Serialization;

namespace Axis.Hub.Platform.Bus;

/// <summary>One message's bytes, read as whatever its endpoint consumes.</summary>
internal sealed class WireFormatContext(WireFormat format, byte[] body, bool strict, MessageContext context)
    : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, context, [])
{
    public override bool IsSupportedMessageType<T>() => IsSupportedMessageType(typeof(T));

    public override bool IsSupportedMessageType(Type messageType) =>
        strict ? messageType.Namespace == typeof(SubmitMessage).Namespace : messageType == typeof(WireBody);

    public override bool TryGetMessage<T>([NotNullWhen(true)] out T? message) where T : class
    {
        message = null;
        if (!IsSupportedMessageType<T>())
        {
            return false;
        }

        message = strict ? Parse<T>() : (T)(object)new WireBody(body);
        return true;
    }

    public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
    {
        // Asked for interfaces only, and the wire has none.
        message = null;
        return false;
    }

    public override IMessageSerializer GetMessageSerializer() => format;

    public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => format;

    public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => format;

    public override Dictionary<string, object> ToDictionary<T>(T? message) where T : class =>
        throw new NotSupportedException("The wire's messages are not taken apart.");

    private T Parse<T>() where T : class
    {
        try
        {
            return WireJson.Read<T>(body);
        }
        catch (JsonException broken)
        {
            throw new MessageRefusedException(ErrorCatalogue.MessageMalformed, broken.Path ?? "$", broken);
        }
    }
}
