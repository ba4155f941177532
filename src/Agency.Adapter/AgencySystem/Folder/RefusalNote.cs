using System.Text;
using System.Text.Json;
using Agency.Adapter.AgencySystem.Rest;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>The reason beside a file: a text for the clerk in both languages, and JSON for a program.</summary>
internal static class RefusalNote
{
    /// <summary>Writes both beside the file of this name; written again, they are the same.</summary>
    public static async Task WriteAsync(
        string folder, string file, string original, IReadOnlyList<Finding> findings, bool refused, DateTimeOffset at, CancellationToken cancellation)
    {
        // Behind the whole name: a file that is a .txt or .json itself keeps its own.
        var path = Path.Combine(folder, file);
        await WriteAsync(path + ".txt", Encoding.UTF8.GetBytes(Text(original, findings, refused, at)), cancellation);
        await WriteAsync(path + ".json", JsonSerializer.SerializeToUtf8Bytes(new { file = original, refused, at, findings }, RestJson.Options), cancellation);
    }

    private static string Text(string original, IReadOnlyList<Finding> findings, bool refused, DateTimeOffset at)
    {
        var text = new StringBuilder()
            .AppendLine(refused ? $"KHÔNG GỬI ĐƯỢC / NOT SENT: {original}" : $"ĐÃ GỬI, CÓ LƯU Ý / SENT, WITH REMARKS: {original}")
            .AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{at.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm:ss} (UTC+7)");
        foreach (var finding in findings)
        {
            text.AppendLine().AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"[{finding.Code}] {finding.Vietnamese}")
                .AppendLine(finding.English);
            if (finding.Path.Length > 0)
            {
                text.AppendLine(finding.Path);
            }
        }

        if (refused)
        {
            text.AppendLine().AppendLine("Sửa nguyên nhân rồi đưa tệp trở lại thư mục outbox.")
                .AppendLine("Mend the cause, then put the file into outbox again.");
        }

        return text.ToString();
    }

    private static async Task WriteAsync(string path, byte[] bytes, CancellationToken cancellation)
    {
        var half = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + ".tmp");
        await File.WriteAllBytesAsync(half, bytes, cancellation);
        File.Move(half, path, overwrite: true);
    }
}
