using System.Text;
using System.Xml;
using Axis.Contracts.Edxml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Checks;

/// <summary>
/// Looks for a state-secret marking in the beginning of a package, in the fields of <see cref="SecrecyChecks"/>, as far as it goes. It judges nothing else, and holds
/// no more than a part of one field at a time.
/// </summary>
public static class SecrecyPeek
{
    /// <summary>More of a field than this is not looked at; a title is a line or two.</summary>
    private const int MostOfField = 64 * 1024;

    /// <summary>True when a field that has come whole is marked.</summary>
    /// <param name="beginning">The first bytes of a package; read as far as they are XML, not disposed.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<bool> IsMarkedAsync(Stream beginning, CancellationToken ct) => await FindAsync(beginning, ct) is not null;

    /// <summary>
    /// What a reading came to, with the marking that its bytes carry where they are no package: such a one has no header that <see cref="SecrecyChecks"/> could look at, and is a state
    /// secret all the same.
    /// </summary>
    /// <param name="outcome">The reading.</param>
    /// <param name="open">Opens the same bytes from their first; asked only where no package was read.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<ReadOutcome> AddToAsync(ReadOutcome outcome, Func<Stream> open, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(open);
        if (outcome is not ReadOutcome.Refused refused)
        {
            return outcome;
        }

        await using var bytes = open();
        return await FindAsync(bytes, ct) is { } marking ? refused with { Findings = [.. refused.Findings, marking] } : refused;
    }

    /// <summary>The first marking in a field that has come whole, or <c>null</c>.</summary>
    private static async Task<Finding?> FindAsync(Stream beginning, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(beginning);
        using var reader = XmlReader.Create(
            beginning, new XmlReaderSettings { Async = true, CloseInput = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        Func<string?, string?>? find = null;
        var path = new Stack<string>();
        var text = new StringBuilder();
        var chunk = new char[1024];
        try
        {
            while (await reader.ReadAsync())
            {
                ct.ThrowIfCancellationRequested();
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.IsEmptyElement:
                        find = null;
                        break;
                    case XmlNodeType.Element:
                        path.Push(reader.LocalName);
                        find = Marking(reader.LocalName);
                        text.Clear();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA when find is not null:
                        int count;
                        while (text.Length < MostOfField && (count = await reader.ReadValueChunkAsync(chunk, 0, chunk.Length)) > 0)
                        {
                            text.Append(chunk, 0, count);
                        }

                        break;
                    case XmlNodeType.EndElement when find?.Invoke(text.ToString()) is { } level:
                        return Finding.Refuse(ErrorCatalogue.SecretMarked, "/" + string.Join('/', path.Reverse()), level);
                    case XmlNodeType.EndElement:
                        path.Pop();
                        find = null;
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // Here the beginning ends, or what came is no XML; the whole package is judged when it has come.
        }

        return null;
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
