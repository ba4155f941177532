namespace Axis.Hub.Agencies;

/// <summary>Keeps one snapshot for everybody and asks for the version every two seconds at most.</summary>
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

    public async ValueTask<AgencyDirectory> CurrentAsync(CancellationToken cancellation)
    {
        if (current is { } fresh && time.GetElapsedTime(fresh.CheckedAt) < Life)
        {
            return fresh.Directory;
        }

        await gate.WaitAsync(cancellation);
        try
        {
            if (current is { } other && time.GetElapsedTime(other.CheckedAt) < Life)
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

    public void Dispose()
    {
        store.Changed -= Forget;
        gate.Dispose();
    }

    /// <summary>The next question goes to the database.</summary>
    private void Forget() => current = null;

    private sealed record Snapshot(long Version, AgencyDirectory Directory, long CheckedAt);
}
