namespace Axis.Hub.Platform.Content;

/// <summary>Takes away what has outlived its time.</summary>
internal sealed partial class ContentDirectory
{
    public async Task<SweptContent> SweepAsync(FindReferenced referenced, CancellationToken cancellation)
    {
        DateTimeOffset before = time.GetUtcNow() - life;
        int uploads = 0;
        foreach (string part in Directory.EnumerateFiles(paths.Uploads, "*", SearchOption.AllDirectories))
        {
            using ContentLock? held = ContentLock.TryTake(paths.LockOf(Path.GetFileName(part)));
            if (held is not null && RenewedAt(part) < before)
            {
                File.Delete(part);
                uploads++;
            }
        }

        int contents = 0;
        foreach (string[] some in Directory.EnumerateFiles(paths.Recent).Select(path => Path.GetFileName(path)).Chunk(500))
        {
            string[] old = [.. some.Where(sha256 => LastRenewal(sha256) < before)];
            if (old.Length == 0)
            {
                continue;
            }

            IReadOnlySet<string> kept = await referenced(old, cancellation);
            foreach (string sha256 in old)
            {
                if (kept.Contains(sha256))
                {
                    Bring(sha256);
                    File.Delete(paths.RecentOf(sha256));
                }
                else if (Remove(sha256, before))
                {
                    contents++;
                }
            }
        }

        return new(uploads, contents);
    }

    /// <summary>Takes content away, unless somebody renews it meanwhile.</summary>
    private bool Remove(string sha256, DateTimeOffset before)
    {
        using ContentLock? held = ContentLock.TryTake(paths.LockOf(sha256));
        if (held is null)
        {
            return false;
        }

        string leaving = paths.LeavingOf(sha256);
        if (File.Exists(paths.BytesOf(sha256)))
        {
            File.Move(paths.BytesOf(sha256), leaving, overwrite: true);
        }

        if (LastRenewal(sha256) >= before)
        {
            Bring(sha256);
            return false;
        }

        if (Directory.Exists(paths.OwnersOf(sha256)))
        {
            Directory.Delete(paths.OwnersOf(sha256), recursive: true);
        }

        File.Delete(paths.NoteOf(sha256));
        File.Delete(paths.WithheldOf(sha256));
        File.Delete(leaving);
        File.Delete(paths.RecentOf(sha256));
        return true;
    }

    private DateTimeOffset LastRenewal(string sha256)
    {
        DateTimeOffset last = RenewedAt(paths.RecentOf(sha256));
        if (Directory.Exists(paths.OwnersOf(sha256)))
        {
            foreach (string owner in Directory.EnumerateFiles(paths.OwnersOf(sha256)))
            {
                DateTimeOffset renewed = RenewedAt(owner);
                last = renewed > last ? renewed : last;
            }
        }

        return last;
    }
}
