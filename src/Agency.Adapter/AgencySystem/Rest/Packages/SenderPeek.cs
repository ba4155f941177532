using System.Xml;

namespace Agency.Adapter.AgencySystem.Rest.Packages;

/// <summary>
/// Looks at the sender of a package before it streams in, for a key that covers several agencies. Judges nothing: a package whose
/// beginning cannot be read has no sender here.
/// </summary>
internal static class SenderPeek
{
    /// <summary>The national header begins with From; what names it later than this is not looked for.</summary>
    private const int Window = 64 * 1024;

    /// <summary>The From/OrganId as spelled, or <c>null</c>, and a stream of the whole package.</summary>
    public static async Task<(string? Sender, Stream Package)> ReadAsync(Stream package, CancellationToken cancellation)
    {
        var buffer = new byte[Window];
        var length = await package.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return (Find(buffer.AsMemory(0, length)), new PrefixedStream(buffer.AsMemory(0, length), package));
    }

    private static string? Find(ReadOnlyMemory<byte> beginning)
    {
        using var bytes = new MemoryStream(beginning.ToArray(), writable: false);
        using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "From" })
                {
                    using var from = reader.ReadSubtree();
                    return Sender(from);
                }
            }

            return null;
        }
        catch (XmlException)
        {
            // Not XML, or From lies behind the window: the caller then has to name the agency, and the door says what is wrong.
            return null;
        }
    }

    private static string? Sender(XmlReader from)
    {
        while (from.Read())
        {
            if (from is { NodeType: XmlNodeType.Element, LocalName: "OrganId" })
            {
                return from.ReadElementContentAsString().Trim();
            }
        }

        return null;
    }
}
