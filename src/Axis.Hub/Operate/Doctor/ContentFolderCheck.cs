using Axis.Contracts;

namespace Axis.Hub.Operate.Doctor;

/// <summary>The folder of large contents can be written and has room.</summary>
internal sealed class ContentFolderCheck(HubOptions options)
{
    private const string Name = "content folder";
    private const long Scarce = 2L * 1024 * 1024 * 1024;

    public Diagnosis Run()
    {
        var folder = Path.GetFullPath(options.ContentFolder);
        try
        {
            if (!Directory.Exists(folder))
            {
                return Diagnosis.Wrong(Name, $"{folder} does not exist", "create it, or mount it where several hubs share it; the hub's user must be able to write there");
            }

            var probe = Path.Combine(folder, ".doctor-" + options.Name);
            using (var file = new FileStream(probe, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                file.WriteByte(1);
                file.Flush(flushToDisk: true);
            }

            var free = DiskRoom.Of(folder).Free;
            return free >= Scarce
                ? Diagnosis.Well(Name, $"{folder}, {free / (1024 * 1024):N0} MB free")
                : Diagnosis.Doubtful(Name, $"{folder} has {free / (1024 * 1024):N0} MB left", "make room: uploads are refused before the disk is full");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Diagnosis.Wrong(Name, $"{folder}: {denied.Message}", "let the hub's user write there");
        }
    }
}
