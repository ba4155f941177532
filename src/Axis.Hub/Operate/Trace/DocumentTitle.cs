using Axis.Hub.Console;

namespace Axis.Hub.Operate.Trace;

/// <summary>How a document is named to people.</summary>
internal static class DocumentTitle
{
    /// <summary><c>7816/VPCP-TTĐT</c> with its type; of a status its code and name.</summary>
    public static string Of(DocumentLine line, Words words)
    {
        if (line.Kind == "status")
        {
            var name = StatusName.Of(line.StatusCode, words);
            return words["Trạng thái ", "Status "] + line.StatusCode + (name.Length > 0 ? " – " + name : "");
        }

        var number = string.Join('/', new[] { line.CodeNumber, line.CodeNotation }.Where(part => !string.IsNullOrEmpty(part)));
        return string.Join(' ', new[] { line.TypeName, number }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } title
            ? title
            : line.DocumentId.ToString();
    }

    /// <summary>What it says beside its title; null where that says the same.</summary>
    public static string? Subject(DocumentLine line) =>
        string.IsNullOrWhiteSpace(line.Subject) || (line.Kind == "status" && line.Subject == StatusName.Of(line.StatusCode, default)) ? null : line.Subject;

    /// <summary>National priority in words.</summary>
    public static string Priority(int priority, Words words) => priority switch
    {
        1 => words["Khẩn", "Urgent"],
        2 => words["Thượng khẩn", "Very urgent"],
        3 => words["Hỏa tốc", "Express"],
        4 => words["Hỏa tốc hẹn giờ", "Express at a set hour"],
        _ => words["Thường", "Normal"],
    };
}
