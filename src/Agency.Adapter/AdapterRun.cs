using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Agency.Adapter;

/// <summary>
/// One run of the process, from its settings to the exit code that its supervisor reads: start it again after
/// <see cref="Failed"/>, for the spool makes a restart safe, and not after <see cref="Misconfigured"/>, which nothing but an operator mends.
/// </summary>
internal static class AdapterRun
{
    /// <summary>Asked to stop, and stopped in good order.</summary>
    public const int Stopped = 0;

    /// <summary>Could not start now, or a loop met something it was not made for.</summary>
    public const int Failed = 1;

    /// <summary>The settings are wrong.</summary>
    public const int Misconfigured = 2;

    /// <summary>Runs until told to stop; what hinders a start is told in sentences, not as a trace.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter error)
    {
        if (!TryRead(args, out var options, out var faults))
        {
            await error.WriteLineAsync("The adapter cannot start:" + Environment.NewLine + string.Join(Environment.NewLine, faults));
            return Misconfigured;
        }

        await using var adapter = AdapterHost.Build(options);
        try
        {
            await adapter.StartAsync();
            await adapter.WaitForShutdownAsync();
        }
        catch (OperationCanceledException)
        {
            // Told to stop, or a loop has failed, while it was still starting.
            await adapter.StopAsync();
        }
        catch (Exception hindered) when (hindered is IOException or UnauthorizedAccessException or InvalidDataException or CryptographicException or SqliteException)
        {
            await error.WriteLineAsync("The adapter cannot start: " + hindered.Message);
            return Failed;
        }

        // The host logs why a loop has failed and stops in good order; nothing but the loop itself then tells that it has.
        return adapter.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(loop => loop.ExecuteTask is { IsFaulted: true })
            ? Failed
            : Stopped;
    }

    private static bool TryRead(string[] args, out AdapterOptions options, out IReadOnlyList<string> faults)
    {
        try
        {
            options = AdapterSettings.Read(args);
            faults = AdapterOptionsRules.Faults(options);
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or InvalidDataException or InvalidOperationException or FormatException)
        {
            options = new AdapterOptions();
            faults = [$"{unreadable.Message} {unreadable.InnerException?.Message}".Trim()];
        }

        return faults.Count == 0;
    }
}
