using System.Text;

namespace Axis.Hub.Tests.Flow;

/// <summary>Looks into everything below a folder, byte by byte.</summary>
internal static class OnDisk
{
    /// <summary>True when some file holds the text in UTF-8, also while somebody writes it.</summary>
    public static bool Holds(DirectoryInfo folder, string text)
    {
        var sought = Encoding.UTF8.GetBytes(text);
        return folder.EnumerateFiles("*", SearchOption.AllDirectories).Any(file =>
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(sought) >= 0;
        });
    }
}
