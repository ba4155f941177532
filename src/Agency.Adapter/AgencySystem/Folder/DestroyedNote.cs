using System.Globalization;
using Agency.Adapter.Incoming;
using Agency.Adapter.Marks;
using Axis.Contracts.Wire;

namespace Agency.Adapter.AgencySystem.Folder;

/// <summary>What became of the file of a destroyed delivery.</summary>
internal enum FileFate
{
    /// <summary>It was removed.</summary>
    Removed,

    /// <summary>It is no longer what was put there, and is left.</summary>
    Changed,

    /// <summary>It did not lie there any more.</summary>
    Moved,
}

/// <summary>The word beside a file that a recall or a taking back has removed, in both languages.</summary>
internal static class DestroyedNote
{
    private const string Ending = ".destroyed.txt";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Writes the note of a file. One that stands already told the truth before a crash, and keeps it.</summary>
    public static async Task WriteAsync(string file, InboxItem item, Marking why, FileFate fate, CancellationToken cancellation)
    {
        var path = file + Ending;
        if (File.Exists(path))
        {
            return;
        }

        var half = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetFileName(path) + ".tmp");
        await File.WriteAllTextAsync(half, Text(Path.GetFileName(file), item, why, fate), cancellation);
        File.Move(half, path, overwrite: true);
    }

    private static string Text(string file, InboxItem item, Marking why, FileFate fate)
    {
        var (vietnamese, english) = Words(why.Command);
        var (kept, left) = Words(fate);
        return string.Create(CultureInfo.InvariantCulture, $"""
            VĂN BẢN KHÔNG CÒN HIỆU LỰC / DOCUMENT VOID: {item.Metadata.Code ?? file}
            {why.At.ToOffset(Vietnam):yyyy-MM-dd HH:mm:ss} (UTC+7)

            {item.Metadata.SenderCode} {vietnamese}. Lý do: {why.Reason}
            Tệp {file} {kept}. Hãy hủy các bản khác mà đơn vị đã lưu.

            {item.Metadata.SenderCode} {english}. Reason: {why.Reason}
            The file {file} {left}. Destroy what other copies you keep.

            """);
    }

    private static (string Vietnamese, string English) Words(ChangeCommand command) => command switch
    {
        ChangeCommand.TakeBack => ("đã lấy lại văn bản này", "has taken this document back"),
        ChangeCommand.Recall => ("đã thu hồi văn bản này", "has recalled this document"),
        ChangeCommand.Drop => ("đã bỏ đơn vị khỏi nơi nhận của văn bản này", "no longer sends this document to you"),
        ChangeCommand.Update => ("đã cập nhật văn bản này bằng bản khác", "has updated this document by another version"),
        ChangeCommand.Replace => ("đã thay thế văn bản này", "has replaced this document"),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };

    private static (string Vietnamese, string English) Words(FileFate fate) => fate switch
    {
        FileFate.Removed => ("đã được hủy", "was destroyed"),
        FileFate.Changed => ("đã bị sửa đổi tại đơn vị nên được để lại", "was changed here and is left"),
        FileFate.Moved => ("không còn ở thư mục này", "did not lie here any more"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, null),
    };
}
