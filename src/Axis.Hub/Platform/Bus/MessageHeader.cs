using System.Text;
using System.Text.Json;
using Axis.Contracts.Wire;
using MassTransit;

namespace Axis.Hub.Platform.Bus;

/// <summary>Reads a message's headers, whatever a client put there.</summary>
internal static class MessageHeader
{
    /// <summary>All headers, AMQP's byte strings as text.</summary>
    public static IReadOnlyDictionary<string, object?> All(ReceiveContext context)
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (context.TryGetPayload<RabbitMqBasicConsumeContext>(out var rabbit))
        {
            foreach (var (name, value) in rabbit.Properties.Headers ?? new Dictionary<string, object?>())
            {
                all[name] = Plain(value);
            }
        }
        else
        {
            foreach (var (name, value) in context.TransportHeaders.GetAll())
            {
                all[name] = Plain(value);
            }
        }

        return all;
    }

    /// <summary>
    /// The same as a JSON object, for people; equal however often the broker hands the message over, so without its counts of that.
    /// </summary>
    public static string AsJson(IReadOnlyDictionary<string, object?> headers) =>
        JsonSerializer.Serialize(headers.Where(header => header.Key is not (Origin.DeliveryCountHeader or Origin.AcquiredCountHeader)).ToDictionary(), WireJson.Options);

    /// <summary>A header's text, or null.</summary>
    public static string? Text(this IReadOnlyDictionary<string, object?> headers, string name) => headers.GetValueOrDefault(name) as string;

    /// <summary>A field of the newest entry that the broker wrote when it gave the message up, or null when it never did.</summary>
    public static string? OfDeath(this IReadOnlyDictionary<string, object?> headers, string field) =>
        headers.GetValueOrDefault("x-death") is List<object?> { Count: > 0 } deaths && deaths[0] is Dictionary<string, object?> newest
            ? newest.GetValueOrDefault(field) as string
            : null;

    private static object? Plain(object? value) => value switch
    {
        null or string or bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => value,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        IDictionary<string, object?> table => table.ToDictionary(entry => entry.Key, entry => Plain(entry.Value)),
        System.Collections.IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
        _ => value.ToString(),
    };
}
