using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// Forward-only migrations by DbUp: embedded scripts in name order, one transaction each, their checksums kept. A script that was
/// applied and has changed since, or that this program does not know, stops the start: such a database was made by another program.
/// </summary>
internal abstract class Migrator(string folder, TimeProvider time, ILogger logger)
{
    private static readonly Assembly Home = typeof(Migrator).Assembly;

    /// <summary>The scripts of this database, in order.</summary>
    public IReadOnlyList<SqlScript> Scripts { get; } =
        [.. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlScript(name[folder.Length..], Read(name)))];

    public static string ChecksumOf(SqlScript script) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Contents.ReplaceLineEndings("\n"))));

    public async Task MigrateAsync(CancellationToken cancellation)
    {
        // Options cannot change inside a script's transaction.
        await PrepareAsync(cancellation);
        await using var held = await LockAsync(cancellation);
        if (Differences(await ListAppliedAsync(cancellation)) is [var first, ..])
        {
            throw new MigrationException(first);
        }

        var result = Engine()
            .WithScripts(Scripts.ToArray())
            .JournalTo((connections, _) => new MigrationJournal(connections, time))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogTo((ILoggerFactory)NullLoggerFactory.Instance)
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw new MigrationException($"The migration {result.ErrorScript?.Name ?? "of the database"} failed.", result.Error);
        }

        StorageLog.Migrated(logger, result.Scripts.Count(), Scripts.Count);
    }

    public async Task<IReadOnlyList<string>> InspectAsync(CancellationToken cancellation)
    {
        var wrong = new List<string>(await InspectOptionsAsync(cancellation));
        if (wrong.Count > 0)
        {
            return wrong;
        }

        var applied = await ListAppliedAsync(cancellation);
        wrong.AddRange(Differences(applied));
        wrong.AddRange(Scripts.Where(script => !applied.ContainsKey(script.Name)).Select(script => $"The migration {script.Name} is not applied; run axis-hub migrate."));
        return wrong;
    }

    /// <summary>Creates the database where it is missing and sets its options.</summary>
    protected abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Keeps other hubs from migrating at the same time; while it is held, the journal is there.</summary>
    protected abstract Task<IAsyncDisposable> LockAsync(CancellationToken cancellation);

    /// <summary>What is wrong with existence and options of the database.</summary>
    protected abstract Task<IReadOnlyList<string>> InspectOptionsAsync(CancellationToken cancellation);

    /// <summary>Checksums of the applied scripts by name.</summary>
    protected abstract Task<IReadOnlyDictionary<string, string>> ListAppliedAsync(CancellationToken cancellation);

    protected abstract UpgradeEngineBuilder Engine();

    private List<string> Differences(IReadOnlyDictionary<string, string> applied)
    {
        var known = Scripts.ToDictionary(script => script.Name, ChecksumOf);
        return [.. applied.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(pair => known.GetValueOrDefault(pair.Key) != pair.Value)
            .Select(pair => known.ContainsKey(pair.Key)
                ? $"The migration {pair.Key} was applied with other contents (checksum {pair.Value}); applied scripts never change."
                : $"The database knows the migration {pair.Key}, this program does not; it was made by a newer one.")];
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
