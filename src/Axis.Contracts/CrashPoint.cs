using System.Diagnostics;
using System.Globalization;

namespace Axis.Contracts;

/// <summary>
/// Named places to die (protocol.md 10), so that a test can end the process exactly there. Does nothing unless the
/// environment variable <c>AXIS_DIE_AT</c> names the point: <c>name</c> or <c>name:n</c> for its n-th passage.
/// The process then kills itself with SIGKILL, so nothing of it is flushed, disposed or finished.
/// </summary>
public static class CrashPoint
{
    /// <summary>Name of the setting.</summary>
    public const string Variable = "AXIS_DIE_AT";

    private static readonly (string Name, int Passage)? Armed = Read(Environment.GetEnvironmentVariable(Variable));
    private static int passages;

    /// <summary>Dies here if the setting names <paramref name="name"/> and its passage has come.</summary>
    public static void Pass(string name)
    {
        if (Armed is { } armed && armed.Name == name && Interlocked.Increment(ref passages) == armed.Passage)
        {
            // On Unix this is SIGKILL: no handler, no finally block and no flush runs after it.
            Process.GetCurrentProcess().Kill();
            Environment.FailFast(name);
        }
    }

    private static (string Name, int Passage)? Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return null;
        }

        var colon = setting.LastIndexOf(':');
        return colon > 0 && int.TryParse(setting.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var passage)
            ? (setting[..colon], passage)
            : (setting, 1);
    }
}
