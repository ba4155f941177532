namespace Axis.Hub.Agencies;

/// <summary>Keeps one snapshot for everybody and asks for the version every two seconds at most, or when the latest is wanted.</summary>
internal sealed class SqlAgencyRegistry : IAgencyRegistry, IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly RegistryStore store;
    private readonly TimeProvider time;
    private volatile Snapshot? current;

    public SqlAgencyRegistry(RegistryStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
        store.Changed += Forget;
    }

    public ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation) =>
        ReadAsync(snapshot => time.GetElapsedTime(snapshot.CheckedAt) < Life, cancellation);

    public ValueTask<AgencyDirectory> LatestAsync(CancellationToken cancellation)
    {
        var asked = time.GetTimestamp();
        return ReadAsync(snapshot => snapshot.CheckedAt > asked, cancellation);
    }

    public void Dispose()
    {
        store.Changed -= Forget;
        gate.Dispose();
    }

    private async ValueTask<AgencyDirectory> ReadAsync(Func<Snapshot, bool> isFresh, CancellationToken cancellation)
    {
        if (current is { } fresh && isFresh(fresh))
        {
            return fresh.Directory;
        }

        await gate.WaitAsync(cancellation);
        try
        {
            if (current is { } other && isFresh(other))
            {
                return other.Directory;
            }

            var now = time.GetTimestamp();
            if (current is { } old && await store.FindVersionAsync(cancellation) == old.Version)
            {
                current = old with { CheckedAt = now };
                return old.Directory;
            }

            var (version, directory) = await store.LoadAsync(cancellation);
            current = new(version, directory, now);
            return directory;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The next question goes to the database.</summary>
    private void Forget() => current = null;

    private sealed record Snapshot(long Version, AgencyDirectory Directory, long CheckedAt);
}
