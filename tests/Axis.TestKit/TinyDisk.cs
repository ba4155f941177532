using System.Diagnostics;
using System.Globalization;

namespace Axis.TestKit;

/// <summary>A file system of a few megabytes in memory, so that a disk is really full. Needs the right to mount: <see cref="Requires.HasTinyDisk"/>.</summary>
public sealed class TinyDisk : IDisposable
{
    private readonly TempFolder folder = new();

    /// <exception cref="InvalidOperationException">This machine does not let us mount.</exception>
    public TinyDisk(int megabytes) => Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder.Path);

    /// <summary>Root of the file system.</summary>
    public string Path => folder.Path;

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Fills it up but for this many bytes.</summary>
    public void Fill(long leave = 0)
    {
        using (var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var block = new byte[4096];
            try
            {
                while (true)
                {
                    ballast.Write(block);
                }
            }
            catch (IOException)
            {
                ballast.SetLength(Math.Max(0, ballast.Length - leave) / block.Length * block.Length);
            }
        }
    }

    /// <summary>An operator has made room.</summary>
    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "-l", folder.Path);
        folder.Dispose();
    }

    internal static bool CanMount()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        try
        {
            new TinyDisk(1).Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            // A container without the capability: root in name only.
            return false;
        }
    }

    private static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command}: {error}");
        }
    }
}
