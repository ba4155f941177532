using System.Globalization;
using System.Text;
using System.Xml;

namespace Axis.Contracts.Edxml;

/// <summary>Writes elements in the layout of the national client: two spaces a level, CR LF, empty texts left out.</summary>
internal sealed class ElementWriter
{
    private const string Line = "\r\n";
    private readonly StringBuilder text = new(4096);
    private readonly Stack<string> open = new();
    private readonly List<string> unwritable = [];

    /// <summary>Paths of the values that hold characters XML cannot carry.</summary>
    public IReadOnlyList<string> Unwritable => unwritable;

    public static string Declaration => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Line;

    public void Raw(string raw) => text.Append(raw);

    /// <summary>Opens an element; its attributes, if any, are written as given.</summary>
    public void Open(string name, string attributes = "")
    {
        Indent().Append('<').Append(name).Append(attributes).Append('>').Append(Line);
        open.Push(name);
    }

    public void Close()
    {
        var name = open.Pop();
        Indent().Append("</").Append(name).Append('>').Append(Line);
    }

    /// <summary>An element with text; nothing when there is none.</summary>
    public void Text(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        Indent().Append('<').Append(name).Append('>');
        Escape(name, value);
        text.Append("</").Append(name).Append('>').Append(Line);
    }

    public void Number(string name, int? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Date(string name, DateOnly? value) => Text(name, value?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));

    public void Timestamp(string name, DateTimeOffset? value) =>
        Text(name, value?.ToOffset(FieldReader.Zone).ToString("yyyy/MM/dd HH:mm:ss", CultureInfo.InvariantCulture));

    public void Flag(string name, bool? value) => Text(name, value is null ? null : value.Value ? "true" : "false");

    /// <summary>Indentation and start tag of an element whose text is written by someone else.</summary>
    public void Start(string name, string attributes) => Indent().Append('<').Append(name).Append(attributes).Append('>');

    public void End(string name) => text.Append("</").Append(name).Append('>').Append(Line);

    /// <summary>Takes what was written so far as UTF-8.</summary>
    public byte[] Take()
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        text.Clear();
        return bytes;
    }

    private StringBuilder Indent() => text.Append(' ', open.Count * 2);

    private void Escape(string name, string value)
    {
        for (var position = 0; position < value.Length; position++)
        {
            var character = value[position];
            if (char.IsHighSurrogate(character) && position + 1 < value.Length && char.IsLowSurrogate(value[position + 1]))
            {
                text.Append(character).Append(value[++position]);
                continue;
            }

            switch (character)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                // A parser turns a bare CR into LF.
                case '\r': text.Append("&#13;"); break;
                case var _ when !XmlConvert.IsXmlChar(character):
                    unwritable.Add("/" + string.Join('/', open.Reverse().Append(name).Select(Local)));
                    return;
                default: text.Append(character); break;
            }
        }
    }

    private static string Local(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
