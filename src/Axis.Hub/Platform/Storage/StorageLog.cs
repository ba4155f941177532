
namespace Axis.Hub.Platform.Storage;

/// <summary>Log lines of storage, ids 3100..3119.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(3100, LogLevel.Warning, "Database away: {Work} waits (run {Run}, again in {Delay})")]
    public static partial void DatabaseAway(ILogger logger, string? work, int run, TimeSpan delay, Exception? fault);

    [LoggerMessage(3101, LogLevel.Debug, "{Work} lost against another writer and runs again (run {Run})")]
    public static partial void Collided(ILogger logger, string? work, int run, Exception? fault);

    [LoggerMessage(3102, LogLevel.Information, "Database migrated: {Applied} new scripts, {Known} in all")]
    public static partial void Migrated(ILogger logger, int applied, int known);
}
