
namespace Axis.Hub.Platform.Storage;

/// <summary>Log lines of storage, ids 3000..3019.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(3000, LogLevel.Warning, "Database away: {Work} waits (run {Run}, again in {Delay})")]
    public static partial void DatabaseAway(ILogger logger, string? work, int run, TimeSpan delay, Exception? fault);

    [LoggerMessage(3001, LogLevel.Debug, "{Work} lost against another writer and runs again (run {Run})")]
    public static partial void Collided(ILogger logger, string? work, int run, Exception? fault);

    [LoggerMessage(3002, LogLevel.Information, "Database migrated: {Applied} new scripts, {Known} in all")]
    public static partial void Migrated(ILogger logger, int applied, int known);
}
