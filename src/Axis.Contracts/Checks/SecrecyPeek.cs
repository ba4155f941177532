using System.Text;
using System.Xml;

namespace Axis.Contracts.Checks;

/// <summary>
/// Looks for a state-secret marking in the beginning of a package, in the fields of <see cref="SecrecyChecks"/>, as far as it goes. It judges nothing else, and holds
/// no more than one field at a time.
/// </summary>
public static class SecrecyPeek
{
    /// <summary>True when a field that has come whole is marked.</summary>
    /// <param name="beginning">The first bytes of a package; read as far as they are XML, not disposed.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<bool> IsMarkedAsync(Stream beginning, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        using var reader = XmlReader.Create(
            beginning, new XmlReaderSettings { Async = true, CloseInput = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        Func<string?, string?>? find = null;
        var text = new StringBuilder();
        try
        {
            while (await reader.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        find = Marking(reader.LocalName);
                        text.Clear();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when find is not null:
                        text.Append(await reader.GetValueAsync());
                        break;
                    case XmlNodeType.EndElement when find?.Invoke(text.ToString()) is not null:
                        return true;
                    case XmlNodeType.EndElement:
                        find = null;
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // Here the beginning ends, or what came is no XML; the whole package is judged when it has come.
        }

        return false;
    }

    private static Func<string?, string?>? Marking(string element) => element switch
    {
        "TypeName" => SecrecyMarking.InTypeName,
        "CodeNumber" or "CodeNotation" => SecrecyMarking.InCode,
        "Subject" or "Content" or "Appendix" => SecrecyMarking.InText,
        "AttachmentName" => SecrecyMarking.InFileName,
        _ => null,
    };
}
