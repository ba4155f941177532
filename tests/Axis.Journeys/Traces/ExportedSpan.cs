using System.Globalization;
using System.Text;

namespace Axis.Journeys.Traces;

/// <summary>A span as a collector gets it (opentelemetry-proto, trace/v1), with who sent it.</summary>
/// <param name="Exporter">Service and instance of the resource.</param>
/// <param name="Flags">Its trace flags.</param>
internal sealed record ExportedSpan(string Exporter, string Source, string Id, string Name, uint Flags, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The spans of an <c>ExportTraceServiceRequest</c>.</summary>
    public static IEnumerable<ExportedSpan> Read(byte[] request) =>
        from resourceSpans in Inner(request, 1)
        let resource = Inner(resourceSpans, 1).Select(one => Attributes(one, 1)).Single()
        let exporter = resource["service.name"] + " " + resource["service.instance.id"]
        from scopeSpans in Inner(resourceSpans, 2)
        let source = Inner(scopeSpans, 1).Select(scope => Text(Inner(scope, 1).First())).Single()
        from span in Inner(scopeSpans, 2)
        select new ExportedSpan(
            exporter, source, Convert.ToHexString(Inner(span, 2).Single().Span), Text(Inner(span, 5).Single()),
            (uint)ProtoField.Read(span).Single(field => field.Number == 16).Value, Attributes(span, 9));

    private static IEnumerable<ReadOnlyMemory<byte>> Inner(ReadOnlyMemory<byte> message, int number) =>
        ProtoField.Read(message).Where(field => field.Number == number).Select(field => field.Payload);

    private static Dictionary<string, string> Attributes(ReadOnlyMemory<byte> message, int number) =>
        Inner(message, number).ToDictionary(pair => Text(Inner(pair, 1).Single()), pair => Value(Inner(pair, 2).Single()), StringComparer.Ordinal);

    /// <summary>A text as it is, anything else by its number.</summary>
    private static string Value(ReadOnlyMemory<byte> any) =>
        ProtoField.Read(any).Select(field => field.Number == 1 ? Text(field.Payload) : field.Value.ToString(CultureInfo.InvariantCulture)).SingleOrDefault("");

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
