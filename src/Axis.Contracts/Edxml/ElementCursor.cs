using System.Text;
using System.Xml;
using Axis.Contracts.Errors;

namespace Axis.Contracts.Edxml;

/// <summary>
/// Walks the elements of a package forward only, enforcing the caps and knowing the path of where it stands.
/// A child that its reader does not consume is skipped, so unknown elements are tolerated without further ado.
/// </summary>
internal sealed class ElementCursor(XmlReader reader, ReadLimits limits, FindingList findings)
{
    private readonly List<(string Name, int Ordinal)> path = [];
    private int elements;
    private bool pending;

    /// <summary>Local name of the current element in the national namespace; empty for any other namespace.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Local name whatever its namespace.</summary>
    public string LocalName => reader.LocalName;

    public string Namespace => reader.NamespaceURI;

    /// <summary>Moves to the root element.</summary>
    public void MoveToRoot()
    {
        while (reader.NodeType != XmlNodeType.Element)
        {
            reader.Read();
        }

        Arrive();
    }

    /// <summary>Reads what follows the root, which must be nothing but space, comments and instructions.</summary>
    public void MoveToEnd()
    {
        SkipPending();
        while (reader.Read())
        {
        }
    }

    /// <summary>Begins the children of the current element; the result goes to <see cref="NextChild"/>.</summary>
    public int Enter()
    {
        pending = false;
        return reader.IsEmptyElement ? -1 : reader.Depth;
    }

    /// <summary>Moves to the next child; false when there is none left.</summary>
    public bool NextChild(int level)
    {
        if (level < 0)
        {
            return false;
        }

        SkipPending();
        path.RemoveRange(level + 1, path.Count - level - 1);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Arrive();
                return true;
            }

            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == level)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Says which one of its kind the current element is, for the path.</summary>
    public void Number(int ordinal) => path[^1] = (path[^1].Name, ordinal);

    /// <summary>Text of the current element without white space at its ends; empty when there is none.</summary>
    public string Text()
    {
        pending = false;
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var level = reader.Depth;
        string text = "";
        StringBuilder? more = null;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == level))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                path.RemoveRange(level + 1, path.Count - level - 1);
                Refuse(ErrorCatalogue.TextExpected, path[level].Name);
                Arrive();
                SkipPending();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                var value = reader.Value;
                if (value.Length + text.Length + (more?.Length ?? 0) > limits.MaxTextLength)
                {
                    throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TextTooLong, Path, limits.MaxTextLength));
                }

                if (text.Length == 0 && more is null)
                {
                    text = value;
                }
                else
                {
                    (more ??= new StringBuilder(text)).Append(value);
                    text = "";
                }
            }
        }

        path.RemoveRange(level + 1, path.Count - level - 1);
        return (more?.ToString() ?? text).Trim(' ', '\t', '\r', '\n');
    }

    /// <summary>Path of the current element.</summary>
    public string Path => PathOf(null);

    /// <summary>Path of a child of the current element, which is where a missing one would stand.</summary>
    public string PathOf(string? child)
    {
        var builder = new StringBuilder();
        foreach (var (name, ordinal) in path)
        {
            builder.Append('/').Append(name);
            if (ordinal > 0)
            {
                builder.Append('[').Append(ordinal).Append(']');
            }
        }

        return child is null ? builder.ToString() : builder.Append('/').Append(child).ToString();
    }

    public void Refuse(ErrorEntry entry, params object?[] arguments) => findings.Add(Finding.Refuse(entry, Path, arguments));

    /// <summary>Refuses because of a child of the current element, by its path below it.</summary>
    public void RefuseChild(string child, ErrorEntry entry, params object?[] arguments) =>
        findings.Add(Finding.Refuse(entry, PathOf(child), arguments));

    public void RefuseMissing(string child) => findings.Add(Finding.Refuse(ErrorCatalogue.ElementMissing, PathOf(child), child));

    public void RefuseEmpty(string child) => findings.Add(Finding.Refuse(ErrorCatalogue.ElementEmpty, PathOf(child), child));

    public void Warn(ErrorEntry entry, params object?[] arguments) => findings.Add(Finding.Warn(entry, Path, arguments));

    private void SkipPending()
    {
        if (!pending)
        {
            return;
        }

        pending = false;
        if (reader.IsEmptyElement)
        {
            return;
        }

        var level = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == level))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Count();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && reader.Value.Length > limits.MaxTextLength)
            {
                throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TextTooLong, Path, limits.MaxTextLength));
            }
        }
    }

    private void Arrive()
    {
        path.RemoveRange(reader.Depth, path.Count - reader.Depth);
        Count();
        path.Add((reader.LocalName, 0));
        Name = reader.NamespaceURI == EdxmlNames.National ? reader.LocalName : "";
        pending = true;
        if (Name.Length == 0 && reader.NamespaceURI.Length == 0 && EdxmlNames.Known.Contains(reader.LocalName) && reader.Depth > 0)
        {
            Refuse(ErrorCatalogue.NamespaceWrong, reader.LocalName);
        }
    }

    private void Count()
    {
        if (++elements > limits.MaxElements)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TooManyElements, Path, limits.MaxElements));
        }

        if (reader.Depth >= limits.MaxDepth)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TooDeep, Path, limits.MaxDepth));
        }

        if (reader.Name.Length > limits.MaxNameLength)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.NameTooLong, Path, limits.MaxNameLength));
        }

        if (reader.HasAttributes)
        {
            CountAttributes();
        }
    }

    private void CountAttributes()
    {
        if (reader.AttributeCount > limits.MaxAttributes)
        {
            throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.TooManyAttributes, Path, limits.MaxAttributes));
        }

        for (var position = 0; position < reader.AttributeCount; position++)
        {
            reader.MoveToAttribute(position);
            if (reader.Name.Length > limits.MaxNameLength || reader.Value.Length > limits.MaxAttributeLength)
            {
                throw new ReadingStopped(Finding.Refuse(ErrorCatalogue.NameTooLong, Path, limits.MaxAttributeLength));
            }
        }

        reader.MoveToElement();
    }
}
